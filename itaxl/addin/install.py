"""`itaxl addin install | status | remove`: the add-in into Excel's start folder, and the way without macros.

The one rule of the place: every decision is made here from plain data; the last call to Windows comes in as `System`.
"""

from __future__ import annotations

import hashlib
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PureWindowsPath
from typing import Protocol

from itaxl.errors import InputError, MissingToolError, OutputError
from itaxl.files.disk import write_file

NAME = "itaxl.xlam"
SCANNER_SECONDS = 2.0  # by then a virus scanner has taken what it does not like
SHIPPED = Path(__file__).with_name(NAME)

PROBE = (
    "-I",
    "-X",
    "utf8",
    "-c",
    "import itaxl.addin.click, itaxl.addin.seam, xlwings",
)  # as a click will start it

SHORTCUTS = {
    "ITA ตรวจความถูกต้อง": ("check", "เขียนรายการที่ต้องแก้ไขเป็นหน้าเว็บข้างแบบรายงาน"),
    "ITA ติ๊กช่องผลการดำเนินการ": ("fill", "สร้างแบบรายงานใหม่ที่ติ๊กสถานะแล้ว แฟ้มเดิมไม่เปลี่ยน"),
    "ITA นำข้อมูลไปตั้งต้นปีถัดไป": ("carry", "สร้างแบบของปีถัดไปจากแบบนี้ แฟ้มเดิมไม่เปลี่ยน"),
    "ITA จัดทำรายงาน (Word)": ("word", "จัดทำรายงาน Word ข้างแบบรายงาน"),
    "ITA PDF เสนอลงนาม": ("pdf", "จัดทำรายงาน PDF ข้างแบบรายงาน"),
}


class System(Protocol):
    """What installing needs of Windows."""

    def excel_runs(self) -> bool:
        """Whether an Excel is open."""

    def answers(self, program: str, arguments: Sequence[str]) -> bool:
        """Whether a program can be started and ends well."""

    def unmark(self, path: Path) -> None:
        """Remove the mark of a file that came from the web."""

    def is_marked(self, path: Path) -> bool:
        """Whether the file carries that mark."""

    def remember_python(self, program: str | None) -> None:
        """Leave the interpreter where the add-in looks for it; None takes it away."""

    def remembered_python(self) -> str | None:
        """The interpreter that the add-in will start."""

    def shortcut(self, path: Path, program: str, arguments: str, about: str) -> None:
        """Write a shortcut."""


@dataclass(frozen=True, slots=True)
class Places:
    """The folders of one person's Windows, and the interpreter that clicks will start."""

    start: Path  # Excel opens what lies there, and trusts it
    send_to: Path
    desktop: Path
    interpreter: str

    @property
    def addin(self) -> Path:
        """The installed add-in."""
        return self.start / NAME


@dataclass(frozen=True, slots=True)
class State:
    """What `status` found; `thai` and `english` say the same."""

    well: bool
    thai: str
    english: str


def places(environment: Mapping[str, str], interpreter: str = sys.executable) -> Places:
    """The folders, from the environment; MissingToolError where there is no Windows."""
    roaming, home = environment.get("APPDATA"), environment.get("USERPROFILE")
    if not roaming or not home:
        raise MissingToolError(
            "ส่วนเสริมติดตั้งได้เฉพาะใน Windows ที่มี Microsoft Excel – เครื่องอื่นใช้คำสั่ง itaxl check และ itaxl report แทน",
            "the add-in is for Excel on Windows; elsewhere use itaxl check and itaxl report",
        )
    microsoft = Path(roaming) / "Microsoft"
    return Places(
        microsoft / "Excel" / "XLSTART",
        microsoft / "Windows" / "SendTo",
        Path(home) / "Desktop",
        interpreter,
    )


def shipped() -> bytes:
    """The add-in that came with this package, the same on every PC; a source checkout builds it."""
    if SHIPPED.exists():
        return SHIPPED.read_bytes()
    with tempfile.TemporaryDirectory(prefix="itaxl-") as folder:
        made = Path(folder) / NAME
        command = [sys.executable, "-m", "tools.build_addin", str(made)]
        done = subprocess.run(command, cwd=SHIPPED.parents[2], capture_output=True, check=False)
        if done.returncode == 0:
            return made.read_bytes()
    raise InputError(
        "ชุดติดตั้งนี้ไม่มีแฟ้มส่วนเสริม – โปรดติดตั้ง itaxl จากแฟ้ม .whl หรือชุดออฟไลน์",
        "this installation carries no add-in; install itaxl from its wheel",
    )


# -- the three commands -----------------------------------------------------------------------------


def install(where: Places, system: System, wait: Callable[[float], None] = time.sleep) -> Path:
    """Install or renew the add-in and the shortcuts; the path of the add-in."""
    _need_closed(system)
    if "WindowsApps" in PureWindowsPath(where.interpreter).parts:
        raise MissingToolError(
            "Python จาก Microsoft Store ให้โปรแกรมอื่นเริ่มไม่ได้ – โปรดใช้ชุดออฟไลน์ หรือ Python จาก python.org",
            f"{where.interpreter}: the Python of the Microsoft Store cannot be started by Excel",
        )
    if not system.answers(where.interpreter, PROBE):
        raise MissingToolError(
            f"Python ที่ {where.interpreter} เริ่ม itaxl แบบแยกต่างหากไม่ได้ (อาจติดตั้งด้วย --user) – โปรดติดตั้งใน Python ที่แยกต่างหาก หรือใช้ชุดออฟไลน์",
            f"{where.interpreter} -I cannot import itaxl; install it in an environment of its own",
        )
    data = shipped()
    write_file(where.addin, data, force=True)
    system.unmark(where.addin)
    system.unmark(Path(where.interpreter))
    system.remember_python(where.interpreter)
    for folder in (where.send_to, where.desktop):
        folder.mkdir(parents=True, exist_ok=True)
        for name, (action, about) in SHORTCUTS.items():
            arguments = f"-I -X utf8 -m itaxl.cli.dropped {action}"
            system.shortcut(folder / f"{name}.lnk", where.interpreter, arguments, about)
    wait(SCANNER_SECONDS)
    if fingerprint(where.addin) != hashlib.sha256(data).hexdigest():
        raise OutputError(
            f"แฟ้ม “{where.addin}” ถูกลบหรือเปลี่ยนทันทีที่ติดตั้ง น่าจะเป็นโปรแกรมป้องกันไวรัส – โปรดขอให้ผู้ดูแลเครื่องยกเว้นแฟ้มนี้ "
            "ระหว่างนี้ใช้ไอคอน ITA ในเมนู “ส่งไปยัง” ได้",
            f"{where.addin} was removed or changed at once, probably by a virus scanner",
        )
    return where.addin


def status(where: Places, system: System) -> State:
    """Whether the add-in is installed, whole, of this version and unblocked."""
    found = fingerprint(where.addin)
    if found is None:
        return State(
            False, f"ยังไม่ได้ติดตั้งส่วนเสริม – ใช้คำสั่ง itaxl addin install ({where.addin})", "not installed"
        )
    if system.is_marked(where.addin):
        return State(
            False, "ส่วนเสริมถูก Windows บล็อกไว้ – ปิด Excel แล้วใช้คำสั่ง itaxl addin install อีกครั้ง", "blocked"
        )
    of_another = found != hashlib.sha256(shipped()).hexdigest()
    if of_another or system.remembered_python() != where.interpreter:
        other = "ส่วนเสริมเป็นของ itaxl รุ่นอื่นหรือของ Python อื่น – ปิด Excel แล้วใช้คำสั่ง itaxl addin install อีกครั้ง"
        return State(False, other, "of another version or interpreter")
    return State(True, f"ติดตั้งส่วนเสริมแล้ว ที่ {where.addin}", f"installed: {where.addin}")


def remove(where: Places, system: System) -> bool:
    """Remove the add-in and the shortcuts, all and only what `install` made; whether there was anything."""
    _need_closed(system)
    folders = (where.send_to, where.desktop)
    ours = [where.addin, *(folder / f"{name}.lnk" for folder in folders for name in SHORTCUTS)]
    there = [path for path in ours if path.exists()]
    try:
        for path in there:
            path.unlink()
        system.remember_python(None)
    except OSError as why:
        raise OutputError(
            f"ลบแฟ้ม “{path}” ไม่ได้ – โปรดปิดโปรแกรมที่ใช้แฟ้มนี้แล้วลองใหม่", f"{path}: {why.strerror}"
        ) from None
    return bool(there)


def fingerprint(path: Path) -> str | None:
    """The SHA-256 of a file, None when it is not there or not ours to read."""
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError:
        return None


def _need_closed(system: System) -> None:
    if system.excel_runs():
        raise OutputError(
            "Excel เปิดอยู่ – โปรดบันทึกงานและปิด Excel ทุกหน้าต่าง แล้วลองใหม่", "Excel is running; please close it"
        )
