"""The add-in's VBA, run: which command line a click makes, and what it says when Python cannot start."""

import zipfile
from pathlib import Path

import pytest

from itaxl.addin.buttons import BUTTONS, INTERPRETER, NOTICES, REGISTRY
from itaxl.addin.click import _unhexed
from tests.addin.vba import WINDOW, Excel, Windows
from tests.addin.windows_rules import arguments
from tools import build_addin as build

HOME = r"C:\Users\สมชาย & เพื่อน\AppData\Local"
PYTHON = INTERPRETER.replace("%LOCALAPPDATA%", HOME)


@pytest.fixture
def windows() -> Windows:
    return Windows(files={PYTHON}, environment={"LOCALAPPDATA": HOME})


@pytest.fixture
def excel(addin: Path, windows: Windows) -> Excel:
    return Excel(addin, windows)


def test_a_click_starts_python_hidden_and_waits(excel: Excel, windows: Windows, form: Path) -> None:
    excel.open(form)
    excel.click("itaxlCheck")
    ((line, style, waits),) = windows.started
    program, *rest = arguments(line)
    assert program == PYTHON
    assert rest[:-1] == ["-I", "-X", "utf8", "-m", "itaxl.addin", "itaxlCheck", f"--hwnd={WINDOW}"]
    assert _unhexed(rest[-1].removeprefix("--book=")) == form.name
    assert (style, waits) == (0, True)
    assert windows.told == []


def test_nothing_of_a_file_name_is_on_the_command_line_as_itself(
    excel: Excel, windows: Windows, form: Path
) -> None:
    excel.open(form)
    excel.click("itaxlWord")
    behind_the_program = windows.started[0][0].removeprefix(f'"{PYTHON}"')
    assert behind_the_program.isascii()
    assert not set(behind_the_program) & set("%^&|<>\"'()!")


@pytest.mark.parametrize("name", ["ก&ข.xlsx", "%TEMP%.xlsx", "a=b^c!.xlsx", "’– '1'.xlsx", "x.xlsx"])
def test_any_file_name_arrives_whole(excel: Excel, windows: Windows, form: Path, name: str) -> None:
    excel.open(form.rename(form.with_name(name)))
    excel.click("itaxlCheck")
    assert _unhexed(arguments(windows.started[0][0])[-1].removeprefix("--book=")) == name


def test_a_name_beyond_the_basic_plane_is_read_too() -> None:
    """The interpreter counts characters, Excel counts UTF-16 units; so only the reading can be shown here."""
    assert _unhexed("😀.xlsx".encode("utf-16-be").hex().upper()) == "😀.xlsx"


def test_every_button_of_the_ribbon_starts_its_own_name(excel: Excel, windows: Windows, form: Path) -> None:
    excel.open(form)
    for button in BUTTONS:
        excel.click(button.id)
    assert [arguments(line)[6] for line, _, _ in windows.started] == [button.id for button in BUTTONS]


def test_the_python_named_in_the_registry_is_started_first(
    excel: Excel, windows: Windows, form: Path
) -> None:
    other = r"D:\โปรแกรม 100%\python.exe"
    windows.registry[REGISTRY] = other
    windows.files.add(other)
    excel.open(form)
    excel.click("itaxlCheck")
    assert arguments(windows.started[0][0])[0] == other


def test_a_second_click_while_one_runs_is_refused_and_the_next_one_works(
    excel: Excel, windows: Windows, form: Path
) -> None:
    excel.open(form)
    windows.meanwhile = lambda: excel.click("itaxlWord")
    excel.click("itaxlCheck")
    assert len(windows.started) == 1
    assert windows.told == [NOTICES["MSG_RUNNING"]]
    windows.meanwhile = None
    excel.click("itaxlWord")
    assert len(windows.started) == 2


@pytest.mark.parametrize("code", [0, 70])
def test_what_python_switched_off_is_given_back_however_it_ends(
    excel: Excel, windows: Windows, form: Path, code: int
) -> None:
    names = ("ScreenUpdating", "EnableEvents", "Calculation")
    excel.open(form)
    before = [excel.value(f"Application.{name}") for name in names]
    windows.code = code
    windows.meanwhile = lambda: excel.switch_off()
    excel.click("itaxlCheck")
    assert [excel.value(f"Application.{name}") for name in names] == before


def test_a_name_that_is_no_button_starts_nothing(excel: Excel, windows: Windows, form: Path) -> None:
    excel.open(form)
    excel.click("itaxlCheck & calc.exe")
    excel.click("Check|itaxlNext")
    assert windows.started == []


def test_the_settings_of_a_strangers_workbook_are_ignored(
    excel: Excel, windows: Windows, tmp_path: Path, form: Path
) -> None:
    """Stock xlwings lets a sheet of any open workbook choose the program that the next click runs."""
    evil = tmp_path / "evil.xlsx"
    _with_conf_sheet(form, evil, r"C:\evil.exe")
    windows.files.add(r"C:\evil.exe")
    excel.open(evil)
    assert excel.value(f'ActiveWorkbook.Worksheets("{build.CONF_SHEET}").Range("B1").Value') == r"C:\evil.exe"
    excel.click("itaxlCheck")
    assert arguments(windows.started[0][0])[0] == PYTHON


def _with_conf_sheet(form: Path, target: Path, interpreter: str) -> None:
    import openpyxl

    book = openpyxl.Workbook()
    for name in (build.CONF_SHEET, "_itaxl.conf", "xlwings.conf"):
        sheet = book.create_sheet(name)
        sheet.append(["INTERPRETER", interpreter])
        sheet.append(["INTERPRETER_WIN", interpreter])
        sheet.sheet_state = "hidden"
    book.save(target)
    assert zipfile.is_zipfile(target)


# ---- what it says ----------------------------------------------------------------------------------------------------


def test_without_a_workbook_a_button_that_needs_one_says_so(excel: Excel, windows: Windows) -> None:
    excel.click("itaxlCheck")
    assert windows.told == [NOTICES["MSG_NO_WORKBOOK"]]
    assert windows.started == []


def test_without_a_workbook_the_other_buttons_work(excel: Excel, windows: Windows) -> None:
    wanted = [button.id for button in BUTTONS if not button.needs_book]
    for button in wanted:
        excel.click(button)
    assert [arguments(line)[6:] for line, _, _ in windows.started] == [
        [each, f"--hwnd={WINDOW}"] for each in wanted
    ]


def test_without_python_it_says_where_it_looked(excel: Excel, windows: Windows, form: Path) -> None:
    windows.files.clear()
    excel.open(form)
    excel.click("itaxlCheck")
    (told,) = windows.told
    assert told.startswith(NOTICES["MSG_NO_PYTHON"])
    assert told.endswith(PYTHON)


def test_a_python_that_cannot_speak_is_spoken_for(excel: Excel, windows: Windows, form: Path) -> None:
    windows.code = 9009
    excel.open(form)
    excel.click("itaxlCheck")
    assert windows.told == [f"{NOTICES['MSG_FAILED']} (9009)"]


def test_the_status_bar_says_working_and_is_given_back_when_nobody_else_can(
    excel: Excel, windows: Windows, form: Path
) -> None:
    excel.open(form)
    excel.click("itaxlCheck")
    assert excel.value("Application.StatusBar") == NOTICES["MSG_WORKING"]  # Python gives it back
    windows.code = 1
    excel.click("itaxlCheck")
    assert excel.value("Application.StatusBar") is False


def test_a_windows_that_forbids_the_start_is_told_with_the_other_way(
    excel: Excel, windows: Windows, form: Path
) -> None:
    windows.refuses = True
    excel.open(form)
    excel.click("itaxlCheck")
    (told,) = windows.told
    assert told.startswith(NOTICES["MSG_BLOCKED"])
    assert "ส่งไปยัง" in told
    assert "70 Permission denied" in told
