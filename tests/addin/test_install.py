"""Installing, looking and removing on a Windows whose last calls are given: everything but those is the real thing."""

import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from itaxl.addin import doctor
from itaxl.addin.buttons import REGISTRY
from itaxl.addin.desk import Plain
from itaxl.addin.install import NAME, PROBE, SHORTCUTS, Places, install, places, remove, status
from itaxl.addin.windows import Windows as RealWindows
from itaxl.errors import MissingToolError, OutputError
from itaxl.word.finish import office
from tests.addin.vba import Excel, Windows
from tools.build_addin import build_addin

PYTHON = r"C:\Users\สมชาย ใจดี\AppData\Local\itaxl\python\python.exe"


class System(Plain):
    """The last calls to Windows, remembered."""

    def __init__(self) -> None:
        self.running, self.sound = False, True
        self.marked: set[Path] = set()
        self.links: list[tuple[Path, str, str]] = []
        self.python: str | None = None

    def excel_runs(self) -> bool:
        return self.running

    def answers(self, program: str, arguments: Sequence[str]) -> bool:
        return self.sound

    def unmark(self, path: Path) -> None:
        self.marked.discard(path)

    def is_marked(self, path: Path) -> bool:
        return path in self.marked

    def remember_python(self, program: str | None) -> None:
        self.python = program

    def remembered_python(self) -> str | None:
        return self.python

    def shortcut(self, path: Path, program: str, arguments: str, about: str) -> None:
        path.write_bytes(b"lnk")
        self.links.append((path, program, arguments))


@pytest.fixture
def system() -> System:
    return System()


@pytest.fixture
def where(tmp_path: Path) -> Places:
    environment = {"APPDATA": str(tmp_path / "Roaming"), "USERPROFILE": str(tmp_path / "Home")}
    return places(environment, PYTHON)


def at_once(_: float) -> None:
    """Nobody waits for a virus scanner here."""


def test_the_addin_goes_where_excel_trusts_it(where: Places, system: System, tmp_path: Path) -> None:
    path = install(where, system, at_once)
    assert path == tmp_path / "Roaming" / "Microsoft" / "Excel" / "XLSTART" / NAME
    assert status(where, system).well


def test_the_installed_addin_starts_the_python_that_installed_it(
    where: Places, system: System, form: Path
) -> None:
    path = install(where, system, at_once)
    assert system.python is not None
    windows = Windows(files={PYTHON}, registry={REGISTRY: system.python})
    excel = Excel(path, windows)
    excel.open(form)
    excel.click("itaxlCheck")
    assert windows.started[0][0].startswith(f'"{PYTHON}" -I -X utf8 -m itaxl.addin')


def test_the_addin_is_the_same_file_on_every_pc(where: Places, system: System) -> None:
    assert install(where, system, at_once).read_bytes() == build_addin()


def test_installing_twice_is_as_once(where: Places, system: System) -> None:
    first = install(where, system, at_once).read_bytes()
    assert install(where, system, at_once).read_bytes() == first


def test_the_mark_of_the_web_is_removed(where: Places, system: System) -> None:
    system.marked.add(where.addin)
    install(where, system, at_once)
    assert system.marked == set()


def test_a_running_excel_is_refused_politely_and_nothing_is_written(where: Places, system: System) -> None:
    system.running = True
    with pytest.raises(OutputError, match="ปิด Excel ทุกหน้าต่าง"):
        install(where, system, at_once)
    assert not where.start.exists()


@pytest.mark.parametrize("spoil", [lambda path: path.unlink(), lambda path: path.write_bytes(b"")])
def test_a_virus_scanner_that_takes_the_file_is_noticed(where: Places, system: System, spoil: object) -> None:
    with pytest.raises(OutputError, match="โปรแกรมป้องกันไวรัส"):
        install(where, system, lambda _: spoil(where.addin))  # type: ignore[operator]


def test_the_python_of_the_store_is_refused_with_the_other_way(where: Places, system: System) -> None:
    store = r"C:\Users\a\AppData\Local\Microsoft\WindowsApps\python.exe"
    with pytest.raises(MissingToolError, match="ชุดออฟไลน์"):
        install(replace(where, interpreter=store), system, at_once)
    assert not where.start.exists()


def test_a_python_that_clicks_could_not_start_is_refused_before_anything_is_written(
    where: Places, system: System
) -> None:
    system.sound = False
    with pytest.raises(MissingToolError, match="Python ที่แยกต่างหาก"):
        install(where, system, at_once)
    assert not where.start.exists()


def test_the_probe_passes_with_this_python_and_fails_without_itaxl() -> None:
    """Windows' own way of asking is plain Python; it runs here too."""
    assert RealWindows().answers(sys.executable, PROBE)
    assert not RealWindows().answers(sys.executable, [*PROBE[:-1], "import itaxl.nothing"])
    assert not RealWindows().answers("no-such-python", PROBE)


def test_every_way_without_macros_is_a_shortcut_that_takes_forms(where: Places, system: System) -> None:
    install(where, system, at_once)
    assert {path.stem for path, _, _ in system.links} == set(SHORTCUTS)
    assert {path.parent for path, _, _ in system.links} == {where.send_to, where.desktop}
    for _, program, arguments in system.links:
        assert program == PYTHON
        assert arguments.startswith("-I -X utf8 -m itaxl.cli.dropped ")


# ---- status and remove -----------------------------------------------------------------------------------------------


def test_status_tells_not_installed_blocked_and_other_apart(where: Places, system: System) -> None:
    assert status(where, system).english == "not installed"
    install(where, system, at_once)
    system.marked.add(where.addin)
    assert status(where, system).english == "blocked"
    system.marked.clear()
    system.python = r"C:\other\python.exe"
    assert status(where, system).english == "of another version or interpreter"
    system.python = where.interpreter
    where.addin.write_bytes(b"of an older version")
    assert status(where, system).english == "of another version or interpreter"


def test_remove_takes_all_and_only_what_install_made(where: Places, system: System) -> None:
    install(where, system, at_once)
    others = [where.start / "งาน.xlsx", where.desktop / "ของฉัน.lnk"]
    for other in others:
        other.write_bytes(b"x")
    assert remove(where, system)
    assert system.python is None
    left = [path for folder in (where.start, where.send_to, where.desktop) for path in folder.iterdir()]
    assert left == others
    assert not remove(where, system)


def test_removing_while_excel_runs_is_refused(where: Places, system: System) -> None:
    install(where, system, at_once)
    system.running = True
    with pytest.raises(OutputError, match="Excel เปิดอยู่"):
        remove(where, system)
    assert where.addin.exists()


def test_a_computer_without_windows_is_told_the_other_way() -> None:
    with pytest.raises(MissingToolError, match="itaxl check"):
        places({}, PYTHON)


# ---- doctor ----------------------------------------------------------------------------------------------------------


def test_doctor_names_each_lack_with_its_cure(
    system: System, monkeypatch: pytest.MonkeyPatch, where: Places
) -> None:
    monkeypatch.setattr(office, "program", str)
    monkeypatch.setenv("APPDATA", str(where.start.parent.parent.parent))
    monkeypatch.setenv("USERPROFILE", str(where.desktop.parent))
    signs = doctor.examine(system)
    bad = [sign for sign in signs if not sign.well]
    assert any("ยังไม่ได้ติดตั้งส่วนเสริม" in sign.thai for sign in bad)
    assert any("PDF" in sign.thai and sign.cure and not sign.needed for sign in bad)
    assert "ต้องแก้ไข 1 ข้อ" in doctor.in_words(signs)


def test_doctor_is_content_with_a_sound_computer(
    system: System, monkeypatch: pytest.MonkeyPatch, where: Places, tmp_path: Path
) -> None:
    monkeypatch.setenv("APPDATA", str(where.start.parent.parent.parent))
    monkeypatch.setenv("USERPROFILE", str(where.desktop.parent))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path))
    monkeypatch.setattr(office, "program", lambda: "LibreOffice")
    here = places({"APPDATA": str(tmp_path / "Roaming"), "USERPROFILE": str(tmp_path / "Home")})
    install(here, system, at_once)
    signs = doctor.examine(system)
    assert [sign for sign in signs if not sign.well and sign.needed] == []
    assert doctor.in_words(signs).endswith("พร้อมใช้งาน")


def test_a_python_full_of_other_things_is_pointed_out(
    system: System, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(doctor, "SLOW", ("json",))
    assert any("json" in sign.thai and not sign.well for sign in doctor.examine(system))
