"""Folders and files: where the templates are, and how a file is written: whole or not at all."""

from __future__ import annotations

import os
import shutil
import stat
import sys
from contextlib import suppress
from pathlib import Path

from itaxl.errors import InputError, OutputError

LARGEST = 256 << 20  # bytes: no form, layout or font comes near it
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
    """The bytes of an input file, or its first `at_most`; InputError when it is missing, locked, huge or no file."""
    try:
        _check_file(path, at_most)
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


def _check_file(path: Path, at_most: int) -> None:
    """Asked before it is opened: a pipe or a device may never end."""
    found = path.stat()
    if not stat.S_ISREG(found.st_mode) and not stat.S_ISDIR(found.st_mode):
        raise InputError(
            f"“{path}” ไม่ใช่แฟ้มธรรมดา – โปรดระบุแฟ้มที่บันทึกไว้ในเครื่อง", f"{path} is not a regular file"
        )
    if at_most < 0 and found.st_size > LARGEST:
        raise InputError(
            f"แฟ้ม “{path}” ใหญ่เกิน {LARGEST >> 20} MB – โปรดตรวจว่าเป็นแฟ้มที่ถูกต้อง",
            f"{path} is larger than {LARGEST >> 20} MB",
        )


def fresh(path: Path) -> Path:
    """The path, or the first free one with a number behind its name: nothing is written over."""
    numbered = (path.with_name(f"{path.stem} ({n}){path.suffix}") for n in range(2, 10_000))
    return path if not path.exists() else next(each for each in numbered if not each.exists())


def holds(path: Path, data: bytes) -> bool:
    """Whether a file is there already, byte for byte."""
    return path.is_file() and path.stat().st_size == len(data) and path.read_bytes() == data


def write_file(path: Path, data: bytes, *, force: bool = False) -> None:
    """Write a file whole or not at all; OutputError when it exists (without `force`) or cannot be written."""
    try:
        _check_free(path, force=force)
        path.parent.mkdir(parents=True, exist_ok=True)
        _write_beside(path, data, force=force)
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
        raise _taken(path)


def _write_beside(path: Path, data: bytes, *, force: bool) -> None:
    """Write beside the target, then give it the name in one step."""
    import tempfile  # late: a check writes nothing

    handle, name = tempfile.mkstemp(prefix=".itaxl-", suffix=".tmp", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())  # else a power cut may leave the new name on an empty file
        if force and path.exists():
            _keep_rights(path, name)
            os.replace(name, path)
        else:
            mask = os.umask(0)  # a temporary file is made private, a result must not be
            os.umask(mask)
            Path(name).chmod(0o666 & ~mask)
            _claim(name, path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _claim(name: str, path: Path) -> None:
    """Give a file its name unless somebody else has taken it meanwhile: of two at once, one is refused."""
    try:
        if sys.platform == "win32":
            os.rename(name, path)  # there it replaces nothing
        else:
            os.link(name, path)
            os.unlink(name)
    except FileExistsError:
        raise _taken(path) from None
    except OSError:  # a drive that knows no second names: the name first, its bytes then
        try:
            os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o666))
        except FileExistsError:
            raise _taken(path) from None
        os.replace(name, path)


def _keep_rights(old: Path, new: str) -> None:
    """What belongs to the name and not to the bytes: permissions, owner, extended attributes."""
    with suppress(OSError):
        shutil.copystat(old, new)
        os.utime(new)
    if hasattr(os, "chown"):
        with suppress(OSError):
            found = old.stat()
            os.chown(new, found.st_uid, found.st_gid)


def _taken(path: Path) -> OutputError:
    return OutputError(
        f"มีแฟ้ม “{path}” อยู่แล้ว – โปรดใช้ชื่ออื่น หรือเติม --force เพื่อเขียนทับ",
        f"{path} exists; use another name or --force",
    )
