"""One click from end to end, and what a person hears when it fails."""

import json
import os
import re
import subprocess
import sys
import zipfile
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from itaxl import pipeline
from itaxl.addin import actions, click, journal, seam
from itaxl.addin.buttons import BUTTONS, NOTICES, REGISTRY
from itaxl.addin.desk import Plain
from itaxl.catalog.form import ACCEPTED, FINDINGS_SHEET
from itaxl.errors import InputError
from itaxl.workbook.sheets import from_file
from tests.addin import office_python
from tests.addin.vba import WINDOW, Excel, Windows
from tests.addin.windows_rules import arguments
from tools import build_addin as build
from tools.build_addin import NAMESPACE

ROOT = Path(__file__).parent.parent.parent


@pytest.mark.office
def test_a_click_goes_from_the_ribbon_to_the_saved_workbook(addin: Path, form: Path, tmp_path: Path) -> None:
    """Ribbon → VBA → command line → Windows' rules → a Python process → the add-in → Calc → the saved file."""
    interpreter = rf"C:\Users\สมชาย\{Path(sys.executable).name}"
    windows = Windows(files={interpreter}, registry={REGISTRY: interpreter})
    excel = Excel(addin, windows)
    excel.open(form)
    excel.click(_button(addin, "ตรวจความถูกต้อง"))
    assert windows.told == []
    program, *rest = arguments(windows.started[0][0])
    assert program == interpreter

    saved, told = tmp_path / "saved.xlsx", tmp_path / "told.json"
    environment = {"ITAXL_TEST_BOOK": str(form), "ITAXL_TEST_SAVED": str(saved), "ITAXL_TEST_TOLD": str(told)}
    done = subprocess.run(
        [
            sys.executable,
            "-c",
            "import runpy; runpy.run_module('tests.addin.office_python', run_name='__main__', alter_sys=False)",
            *rest,
        ],
        cwd=ROOT,
        env={**os.environ, **environment, "XDG_STATE_HOME": str(tmp_path / "state")},
        capture_output=True,
        encoding="utf-8",
        timeout=240,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    wanted = actions.verdict_of(pipeline.read_form(form))
    rows = from_file(saved).rows[FINDINGS_SHEET]
    cells = [row[ACCEPTED.numbers["~cell"] - 1] for row in rows[4:]]
    assert [cell for cell in cells if cell] == [str(each.cell) for each in wanted.findings]
    ((mode, text),) = json.loads(told.read_text("utf-8"))["alerts"]
    assert (mode, text.startswith("ยังมีข้อที่ต้องแก้ไข")) == ("info", True)
    assert "itaxlCheck" in (tmp_path / "state" / "itaxl" / "addin.log").read_text("utf-8")


def _button(addin: Path, label: str) -> str:
    """The identifier of the button with this label, out of the ribbon itself."""
    ribbon = ET.fromstring(zipfile.ZipFile(addin).read(build.RIBBON_PART))
    return next(
        each.attrib["id"] for each in ribbon.iter(f"{{{NAMESPACE}}}button") if each.attrib["label"] == label
    )


def test_the_stand_in_interpreter_wants_the_switches_of_the_vba() -> None:
    assert " ".join(office_python.SWITCHES) in build.launcher()


# ---- failures --------------------------------------------------------------------------------------------------------


class Heard:
    """An Excel that only listens."""

    hwnd = WINDOW

    def __init__(self) -> None:
        self.alerts: list[tuple[str, str]] = []
        self.books: list[object] = []
        self.status_bar: object = None

    def alert(self, text: str, title: str, mode: str) -> None:
        self.alerts.append((mode, text))


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Heard:
    excel = Heard()
    monkeypatch.setattr(seam, "excel", lambda _: excel)
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    monkeypatch.delenv("LOCALAPPDATA", raising=False)
    return excel


def bar(excel: Heard) -> object:
    return excel.status_bar


def press(button: str, name: str = "") -> int:
    book = [f"--book={name.encode('utf-16-be').hex()}"] if name else []
    return click.main([button, f"--hwnd={WINDOW}", *book])


def test_a_failure_is_told_once_with_what_to_do(heard: Heard) -> None:
    assert press("itaxlCheck", "ไม่มี.xlsx") == 0
    assert heard.alerts == [("critical", "ทำไม่สำเร็จ: ไม่พบแฟ้ม “ไม่มี.xlsx” ใน Excel – โปรดเปิดแฟ้มแล้วลองใหม่")]


def test_the_status_bar_is_given_back_but_not_what_an_action_says_there(
    heard: Heard, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard.status_bar = NOTICES["MSG_WORKING"]
    press("itaxlCheck", "ไม่มี.xlsx")
    assert bar(heard) is False
    monkeypatch.setattr(actions, "show_help", lambda desk: seam.murmur(desk.app, "ช่องถัดไป"))
    press("itaxlHelp")
    assert bar(heard) == "ช่องถัดไป"


def test_a_defect_of_ours_is_one_sentence_and_never_a_traceback(
    heard: Heard, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise KeyError("นายสมชาย ใจดี")

    monkeypatch.setattr(seam, "book_named", broken)
    assert press("itaxlCheck", "ก.xlsx") == 0
    ((_, text),) = heard.alerts
    assert str(journal.path()) in text
    assert "Traceback" not in text
    assert "สมชาย" not in text


def test_the_log_tells_where_and_nothing_that_anybody_typed(
    heard: Heard, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise KeyError("นายสมชาย ใจดี")

    monkeypatch.setattr(seam, "book_named", broken)
    press("itaxlCheck", "แฟ้มของสมหญิง.xlsx")
    log = journal.path().read_text("utf-8")
    assert "itaxlCheck" in log
    assert "defect KeyError" in log
    assert "broken" in log
    assert log.isascii()
    assert str(ROOT) not in log
    assert journal.defects() == 1


def test_an_excel_that_is_busy_is_told_as_such(heard: Heard, monkeypatch: pytest.MonkeyPatch) -> None:
    class com_error(Exception):
        hresult = -2147418111  # RPC_E_CALL_REJECTED: a cell is being edited

    def busy(*_: object) -> None:
        raise com_error

    monkeypatch.setattr(seam, "book_named", busy)
    press("itaxlCheck", "ก.xlsx")
    assert "Enter หรือ Esc" in heard.alerts[0][1]


def test_an_excel_that_is_gone_leaves_the_word_to_the_vba(
    monkeypatch: pytest.MonkeyPatch, heard: Heard
) -> None:
    def gone(_: int) -> None:
        raise InputError("ติดต่อ Excel ไม่ได้")

    monkeypatch.setattr(seam, "excel", gone)
    assert press("itaxlCheck", "ก.xlsx") == click.MUTE
    assert heard.alerts == []


def test_a_long_log_begins_anew_and_is_kept_once(heard: Heard) -> None:
    journal.path().parent.mkdir(parents=True)
    journal.path().write_text("x" * (journal.LIMIT + 1), encoding="utf-8")
    journal.note("itaxlCheck", 0.1)
    assert journal.path().read_text("utf-8").count("\n") == 1
    assert len(journal.path().with_suffix(".old.log").read_text("utf-8")) == journal.LIMIT + 1


# ---- what a click must never do --------------------------------------------------------------------------------------

XLWINGS = """
import atexit, sys, types
windows = types.ModuleType("xlwings._xlwindows")
windows.N_COM_ATTEMPTS = 0  # as xlwings has it: for ever
windows.cleanup = lambda: print("every Excel without a window is ended")
atexit.register(windows.cleanup)
sys.modules["xlwings._xlwindows"] = windows
"""


def test_no_click_ends_an_excel_or_waits_for_a_busy_one_without_end() -> None:
    """xlwings registers that on Windows when it is imported; here a stand-in registers it as theirs does."""
    asked = f"{XLWINGS}from itaxl.addin.seam import import_xlwings\nimport_xlwings()\nprint(windows.N_COM_ATTEMPTS > 0)"
    without = subprocess.run(
        [sys.executable, "-c", XLWINGS], capture_output=True, encoding="utf-8", check=True
    )
    assert "is ended" in without.stdout
    done = subprocess.run([sys.executable, "-c", asked], capture_output=True, encoding="utf-8", check=True)
    assert done.stdout == "True\n"


def test_xlwings_is_imported_by_the_one_function_that_disarms_it() -> None:
    imports = re.compile(r"^\s*(?:import xlwings|from xlwings import)", re.MULTILINE)
    found = {
        path.name: [line for line in path.read_text("utf-8").splitlines() if imports.match(line)]
        for path in (ROOT / "itaxl").rglob("*.py")
    }
    running = {name for name, lines in found.items() if "    import xlwings" in lines}
    assert running == {"seam.py"}


def test_a_button_that_takes_too_long_is_given_up_and_told(tmp_path: Path) -> None:
    slow = """
import sys, time, dataclasses
from itaxl.addin import click
click.this_machine = lambda: type("Machine", (), {"say": staticmethod(lambda text: not print(text))})()
with click.watch(dataclasses.replace(click.button("itaxlPdf"), seconds=0.2)):
    time.sleep(60)
"""
    environment = {**os.environ, "XDG_STATE_HOME": str(tmp_path), "PYTHONUTF8": "1", "PYTHONUNBUFFERED": "1"}
    done = subprocess.run(
        [sys.executable, "-c", slow],
        capture_output=True,
        encoding="utf-8",
        env=environment,
        timeout=30,
        check=False,
    )
    assert done.returncode == 0
    assert "PDF เสนอลงนาม" in done.stdout
    assert "โปรดปิดหน้าต่างนั้น" in done.stdout
    assert "TimeoutError" in (tmp_path / "itaxl" / "addin.log").read_text("utf-8")


def test_a_pdf_may_take_longer_than_the_other_buttons() -> None:
    assert {each.id: each.seconds for each in BUTTONS if each.seconds != 90} == {"itaxlPdf": 300}


@pytest.mark.parametrize("pressed", [each.id for each in BUTTONS])
def test_without_any_workbook_only_the_buttons_that_need_one_refuse(
    pressed: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """xlwings attaches by a workbook's window: with none open there is no Excel to speak with."""

    def nobody(window: int) -> object:
        raise InputError("ติดต่อ Excel ไม่ได้", "Excel does not answer")

    said, opened = list[str](), list[Path]()
    machine = Plain()

    def say(text: str) -> bool:
        said.append(text)
        return True

    monkeypatch.setattr(machine, "say", say)
    monkeypatch.setattr(machine, "documents", lambda: tmp_path)
    monkeypatch.setattr(machine, "open_file", opened.append)
    monkeypatch.setattr(click, "this_machine", lambda: machine)
    monkeypatch.setattr(seam, "excel", nobody)
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    assert click.main([pressed, "--hwnd=1"]) == 0
    (text,) = said
    needs = next(each.needs_book for each in BUTTONS if each.id == pressed)
    assert text.startswith("ทำไม่สำเร็จ") is needs
    assert bool(opened) is (pressed == "itaxlNew")


class Sheet:
    """A sheet whose protection is remembered."""

    def __init__(self, name: str, book: object) -> None:
        self.name, self.book, self.api = name, book, self
        self.ProtectContents, self.ProtectDrawingObjects, self.ProtectScenarios = True, True, True
        self.Protection = type("Protection", (), dict.fromkeys(seam._ALLOWANCES, False))()

    def Unprotect(self, password: str) -> None:
        self.ProtectContents = False

    def Protect(self, **kept: object) -> None:
        self.ProtectContents = bool(kept["Contents"])


class Book:
    """A workbook of one sheet."""

    def __init__(self, fullname: str) -> None:
        self.fullname, self.name = fullname, fullname
        self.sheet = Sheet("OIT", self)

    @property
    def sheets(self) -> object:
        return type("Sheets", (dict,), {"__iter__": lambda each: iter(each.values())})({"OIT": self.sheet})


def test_a_sheet_that_a_killed_click_left_open_is_protected_by_the_next_one(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    monkeypatch.delenv("LOCALAPPDATA", raising=False)
    book, other = Book("C:/a.xlsx"), Book("C:/b.xlsx")
    lock = seam.unlocked(book.sheet)  # type: ignore[arg-type]  # it has what the seam asks for
    lock.__enter__()  # killed here: nobody leaves
    other.sheet.ProtectContents = False  # by a person
    seam.protect_again(other)  # type: ignore[arg-type]
    assert (book.sheet.ProtectContents, other.sheet.ProtectContents) == (False, False)
    seam.protect_again(book)  # type: ignore[arg-type]
    assert book.sheet.ProtectContents


def test_a_sheet_that_a_person_opened_stays_open(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    monkeypatch.delenv("LOCALAPPDATA", raising=False)
    book = Book("C:/a.xlsx")
    with seam.unlocked(book.sheet):  # type: ignore[arg-type]
        pass
    book.sheet.ProtectContents = False
    seam.protect_again(book)  # type: ignore[arg-type]
    assert not book.sheet.ProtectContents


@pytest.mark.parametrize(
    ("path", "passing"),
    [
        (r"C:\Users\ก\AppData\Local\Microsoft\Windows\INetCache\Content.Outlook\AB12\แบบ.xlsx", True),
        (r"C:\Users\ก\AppData\Local\Temp\Temp1_แบบ.zip\แบบ.xlsx", True),
        (r"C:\Users\ก\AppData\Local\Temp\Rar$DI00.1\แบบ.xlsx", True),
        (r"C:\Users\ก\Documents\temp\แบบ.xlsx", False),
        (r"D:\งาน ITA\แบบ.xlsx", False),
        (r"C:\Users\ก\OneDrive\เอกสาร\แบบ.xlsx", False),
    ],
)
def test_papers_of_a_form_opened_from_mail_or_an_archive_do_not_go_where_they_vanish(
    path: str, passing: bool
) -> None:
    assert seam.is_passing(Path(path)) is passing


@pytest.mark.parametrize(("answer", "heard"), [("2570", "2570"), (False, None)])
def test_a_question_is_asked_in_a_window_of_excel(answer: object, heard: str | None) -> None:
    class Asking:
        def __init__(self) -> None:
            self.api, self.status_bar, self.words = self, None, dict[str, object]()

        def InputBox(self, **words: object) -> object:
            self.words = words
            return answer

    app = Asking()
    assert seam.ask(app, "ปีใด", "2569") == heard  # type: ignore[arg-type]  # only what is used of an App
    assert app.words == {"Prompt": "ปีใด", "Title": "itaxl", "Default": "2569", "Type": 2}
