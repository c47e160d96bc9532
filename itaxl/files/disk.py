"""Folders and files: where the templates are, and how a file is written: whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path

from itaxl.errors import InputError, OutputError

_PACKAGE = Path(__file__).resolve().parent.parent  # itaxl itself


def template_folder(kind: str) -> Path:
    """The folder of "workbook" or "word" templates: inside an installed wheel, or beside the source."""
    installed = _PACKAGE / "_templates" / kind
    return installed if installed.is_dir() else _PACKAGE.parent / f"{kind}_templates"


def log_folder() -> Path:
    """Where the log of a defect goes: the user's own folder for program data, never beside the form."""
    local = os.environ.get("LOCALAPPDATA") or os.environ.get("XDG_STATE_HOME")
    return (Path(local) if local else Path.home() / ".local" / "state") / "itaxl"


def data_folder() -> Path:
    """Where the user's own additions are kept, beside the programs' data; ITAXL_DATA names another folder."""
    if named := os.environ.get("ITAXL_DATA"):
        return Path(named)
    local = os.environ.get("LOCALAPPDATA") or os.environ.get("XDG_DATA_HOME")
    return (Path(local) if local else Path.home() / ".local" / "share") / "itaxl"


def read_bytes(path: Path, at_most: int = -1) -> bytes:
    """The bytes of an input file, or its first `at_most`; InputError when it is missing, a folder or locked."""
    try:
        with path.open("rb") as file:
            return file.read(at_most)
    except FileNotFoundError:
        raise InputError(f"ไม่พบแฟ้ม “{path}” – โปรดตรวจชื่อแฟ้มและโฟลเดอร์", f"{path}: no such file") from None
    except IsADirectoryError:
        raise InputError(
            f"“{path}” เป็นโฟลเดอร์ – โปรดระบุแฟ้มภายในโฟลเดอร์นั้น", f"{path} is a folder, not a file"
        ) from None
    except OSError as why:
        reason = "เปิดไม่ได้ อาจกำลังเปิดอยู่ในโปรแกรมอื่นหรือไม่มีสิทธิ์อ่าน – โปรดปิดโปรแกรมนั้นแล้วลองใหม่"
        raise InputError(f"แฟ้ม “{path}” {reason}", f"{path}: {why.strerror}") from None


def write_file(path: Path, data: bytes, *, force: bool = False) -> None:
    """Write a file whole or not at all; OutputError when it exists (without `force`) or cannot be written."""
    try:
        _check_free(path, force=force)
        path.parent.mkdir(parents=True, exist_ok=True)
        _replace(path, data)
    except OSError as why:
        raise OutputError(
            f"บันทึกแฟ้ม “{path}” ไม่ได้ อาจเปิดอยู่ในโปรแกรมอื่น ดิสก์เต็ม หรือไม่มีสิทธิ์เขียน – โปรดปิดแฟ้มนั้นหรือเลือกโฟลเดอร์อื่น",
            f"cannot write {path}: {why.strerror}",
        ) from None


def _check_free(path: Path, *, force: bool) -> None:
    """Only a file is ever replaced, and only when that was asked for."""
    if path.exists() and not path.is_file():
        raise OutputError(f"“{path}” ไม่ใช่แฟ้ม – โปรดระบุชื่อแฟ้ม", f"{path} is not a file; name a file")
    if path.exists() and not force:
        raise OutputError(
            f"มีแฟ้ม “{path}” อยู่แล้ว – โปรดใช้ชื่ออื่น หรือเติม --force เพื่อเขียนทับ",
            f"{path} exists; use another name or --force",
        )


def _replace(path: Path, data: bytes) -> None:
    """Write beside the target, then move over it in one step."""
    import tempfile  # late: a check writes nothing

    handle, name = tempfile.mkstemp(prefix=".itaxl-", suffix=".tmp", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())  # else a power cut may leave the new name on an empty file
        Path(name).chmod(0o666 & ~_umask())
        os.replace(name, path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _umask() -> int:
    """The process's mask: a temporary file is made private, a result must not be."""
    mask = os.umask(0)
    os.umask(mask)
    return mask
