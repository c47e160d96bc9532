"""One click from end to end, and what a person hears when it fails."""

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from itaxl import pipeline
from itaxl.addin import actions, build, click, journal, seam
from itaxl.addin.build import conf_sheet
from itaxl.addin.notices import NOTICES, conf_rows
from itaxl.addin.ribbon import NAMESPACE
from itaxl.catalog.form import ACCEPTED, FINDINGS_SHEET
from itaxl.errors import InputError
from itaxl.workbook.sheets import from_file
from tests.addin import office_python
from tests.addin.vba import WINDOW, Excel, Windows
from tests.addin.windows_rules import arguments
from tests.packages import packed
from tests.packages import parts as parts_of

ROOT = Path(__file__).parent.parent.parent


@pytest.mark.office
def test_a_click_goes_from_the_ribbon_to_the_saved_workbook(addin: Path, form: Path, tmp_path: Path) -> None:
    """Ribbon → VBA → command line → Windows' rules → a Python process → the add-in → Calc → the saved file."""
    interpreter = rf"C:\Users\สมชาย\{Path(sys.executable).name}"
    installed = _with_interpreter(addin, interpreter, tmp_path)
    windows = Windows(files={interpreter})
    excel = Excel(installed, windows)
    excel.open(form)
    excel.click(_button(installed, "ตรวจความถูกต้อง"))
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
    wanted = pipeline.check(pipeline.read_form(form))
    rows = from_file(saved).rows[FINDINGS_SHEET]
    cells = [row[ACCEPTED.places["~cell"] - 1] for row in rows[4:]]
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


def _with_interpreter(addin: Path, interpreter: str, folder: Path) -> Path:
    """The add-in as `install` leaves it."""
    parts = parts_of(addin.read_bytes())
    xml = conf_sheet(parts[build.CONF_PART].decode(), conf_rows(interpreter))
    installed = folder / "installed.xlam"
    installed.write_bytes(packed({**parts, build.CONF_PART: xml.encode()}))
    return installed


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
