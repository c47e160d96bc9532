"""The offline bundle: itaxl with its own Python for a PC without Python, internet or administrator.

The one rule of the place: nothing is compiled or run; wheels and python.org's embeddable package are unpacked.
"""

from __future__ import annotations

import io
import re
import subprocess
import sys
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from itaxl.errors import InputError
from itaxl.files.package import pack

_SITE = "python/Lib/site-packages/"
_INSTALL = r"""@echo off
rem Copies Python and itaxl beside the user's other programs, then installs the add-in. No administrator needed.
robocopy "%~dp0python" "%LOCALAPPDATA%\itaxl\python" /MIR /NFL /NDL /NJH /NJS >nul
if errorlevel 8 goto failed
"%LOCALAPPDATA%\itaxl\python\python.exe" -I -X utf8 -m compileall -q "%LOCALAPPDATA%\itaxl\python\Lib" >nul 2>nul
"%LOCALAPPDATA%\itaxl\python\python.exe" -I -X utf8 -m itaxl addin install
pause
exit /b
:failed
echo Cannot copy to %LOCALAPPDATA%\itaxl\python - please close Excel and try again.
pause
exit /b 1
"""


def windows_wheels(wheel: Path, folder: Path, python: str) -> list[Path]:
    """Download the wheels for 64-bit Windows that a wheel of itaxl needs; `python` as in "3.12"."""
    command = [
        sys.executable,
        "-m",
        "pip",
        "download",
        "--quiet",
        "--disable-pip-version-check",
        "--no-input",
    ]
    target = [
        "--only-binary=:all:",
        "--platform",
        "win_amd64",
        "--implementation",
        "cp",
        "--python-version",
        python,
    ]
    done = subprocess.run(
        [*command, *target, "--dest", str(folder), str(wheel), *_for_windows(wheel)],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    if done.returncode:
        last = done.stderr.strip().splitlines()[-1:]
        raise InputError(
            f"ดาวน์โหลดชุดคำสั่งสำหรับ Windows ไม่ได้ – {' '.join(last)}", f"pip download failed: {last}"
        )
    return sorted(folder.glob("*.whl"))


def _for_windows(wheel: Path) -> list[str]:
    """Requirements that only Windows has: pip judges their conditions by the computer it runs on."""
    return ["pywin32>=306"]


def bundle(python: bytes, wheels: Iterable[Path]) -> bytes:
    """The bundle (.zip) of an embeddable Python and wheels; InputError when the former is something else."""
    return pack(sorted(_parts(python, wheels)))


def _parts(python: bytes, wheels: Iterable[Path]) -> Iterator[tuple[str, bytes]]:
    yield "install.cmd", _INSTALL.replace("\n", "\r\n").encode("ascii")
    yield from _python(python)
    for wheel in wheels:
        with zipfile.ZipFile(wheel) as package:
            for name in package.namelist():
                if not name.endswith("/") and (place := _place(name)):
                    yield place, package.read(name)


def _python(data: bytes) -> Iterator[tuple[str, bytes]]:
    """The embeddable package, told to look into Lib/site-packages and to read its .pth files."""
    try:
        package = zipfile.ZipFile(io.BytesIO(data))
        paths = [name for name in package.namelist() if re.fullmatch(r"python3\d+\._pth", name)]
    except zipfile.BadZipFile:
        paths = []
    if len(paths) != 1:
        raise InputError(
            "แฟ้ม Python ที่ระบุไม่ใช่ชุด Windows embeddable package (64-bit) ของ python.org – โปรดดาวน์โหลดชุดนั้น",
            "not the Windows embeddable package (64-bit) of python.org",
        )
    for name in package.namelist():
        text = package.read(name)
        if name == paths[0]:
            lines = [line for line in text.decode("ascii").splitlines() if "import site" not in line]
            text = "\r\n".join([*lines, r"Lib\site-packages", "import site", ""]).encode("ascii")
        if not name.endswith("/"):
            yield f"python/{name}", text


def _place(name: str) -> str:
    """Where a wheel's file goes; empty for scripts, which nobody starts here."""
    found = re.match(r"[^/]+\.data/(\w+)/(.*)", name)
    if not found:
        return _SITE + name
    return _SITE + found[2] if found[1] in ("purelib", "platlib") else ""


def make(wheel: Path, python: Path, version: str) -> bytes:
    """The whole bundle by one call: wheels downloaded, all packed."""
    with TemporaryDirectory(prefix="itaxl-") as folder:
        return bundle(python.read_bytes(), windows_wheels(wheel, Path(folder), version))
