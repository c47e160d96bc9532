"""The seam to Excel: the open workbook as `Sheets`, and the few things the add-in writes into it.

The one rule of the place: this module alone touches `.api` and xlwings; blocks in, blocks out, and whatever was
set before (protection, screen, calculation, selection) is set again in `finally`.
"""

from __future__ import annotations

import atexit
import json
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from itertools import pairwise
from pathlib import Path, PureWindowsPath
from types import ModuleType
from typing import TYPE_CHECKING, Any, Literal

from itaxl.addin.buttons import NOTICES
from itaxl.catalog.form import READ_SHEETS
from itaxl.catalog.values import number_text
from itaxl.errors import InputError, OutputError
from itaxl.files.disk import log_folder
from itaxl.model.cells import Cell, letters, position
from itaxl.workbook.sheets import Sheets, cell_text

if TYPE_CHECKING:
    from xlwings import App, Book, Range, Sheet

TITLE = "itaxl"
LONGEST_QUESTION = 255  # letters; Excel cuts off what is longer
PATIENCE = 20_000  # refused calls to a busy Excel before it is called busy: a few seconds
Block = Sequence[Sequence[str]]
_PASSING = {"inetcache", "content.outlook", "temporary internet files"}

_ALLOWANCES = (
    "AllowFormattingCells",
    "AllowFormattingColumns",
    "AllowFormattingRows",
    "AllowInsertingColumns",
    "AllowInsertingRows",
    "AllowInsertingHyperlinks",
    "AllowDeletingColumns",
    "AllowDeletingRows",
    "AllowSorting",
    "AllowFiltering",
    "AllowUsingPivotTables",
)


# -- who called -------------------------------------------------------------------------------------


def import_xlwings() -> ModuleType:
    """xlwings, without what it does on Windows behind a user's back.

    At its exit it ends every Excel that shows no workbook: one at its start screen, one in Protected View, one that
    another program runs unseen; and it asks a busy Excel again without end.
    """
    import xlwings

    if (windows := sys.modules.get("xlwings._xlwindows")) is not None:
        atexit.unregister(windows.cleanup)
        windows.N_COM_ATTEMPTS = PATIENCE  # type: ignore[attr-defined]
    return xlwings


def excel(window: int) -> App:
    """The Excel of a window handle; InputError when it is gone or does not answer."""
    xlwings = import_xlwings()
    found: App | None = None
    if sys.platform == "win32":
        from itaxl.addin.windows import excel_of

        found = excel_of(window, xlwings)
    found = found or next((each for each in xlwings.apps if each.hwnd == window), None)
    if found is None:
        raise InputError(
            "ติดต่อ Excel ไม่ได้ อาจกำลังแก้ไขช่องค้างอยู่หรือยังไม่ได้เปิดแฟ้มใด – โปรดเปิดแฟ้ม กด Enter หรือ Esc แล้วกดปุ่มอีกครั้ง",
            "Excel does not answer",
        )
    return found


def book_named(app: App, name: str) -> Book:
    """The open workbook of this name; InputError when it is not open."""
    found = next((book for book in app.books if book.name.casefold() == name.casefold()), None)
    if found is None:
        raise InputError(f"ไม่พบแฟ้ม “{name}” ใน Excel – โปรดเปิดแฟ้มแล้วลองใหม่", f"{name} is not open")
    return found


def identity(book: Book) -> str:
    """What tells one workbook from another: its full name, on the web its name alone."""
    with suppress(Exception):  # as in `folder_of`
        return str(book.fullname)
    return str(book.name)


def folder_of(book: Book) -> Path | None:
    """The folder a workbook lies in; None when it was never saved, lies where only a browser finds it, or in a place
    that a mail program, a browser or an archive empties by itself."""
    with suppress(
        Exception
    ):  # xlwings guesses the place of OneDrive and SharePoint, and raises when it cannot
        path = Path(book.fullname)
        if path.is_absolute() and path.parent.is_dir() and path.suffix and not is_passing(path):
            return path.parent
    return None


def is_passing(path: Path) -> bool:
    """Whether a file lies where Outlook, a browser or an opened archive puts what will be deleted."""
    parts = [part.casefold() for part in PureWindowsPath(path).parts]
    return not _PASSING.isdisjoint(parts) or ("local", "temp") in pairwise(parts)


def name_of(book: Book) -> str:
    """The workbook's name without its ending."""
    return Path(str(book.name)).stem


def open_workbook(app: App, path: Path) -> Book:
    """Open a form for the person."""
    return app.books.open(str(path))


def new_excel() -> App:
    """An Excel of our own, which the person watches."""
    started: App = import_xlwings().App(visible=True, add_book=False)
    return started


def protection(sheet: Sheet) -> dict[str, Any]:
    """What the sheet's protection is now; empty when there is none."""
    return _protection(sheet) if sheet.api.ProtectContents else {}


def is_busy(why: BaseException) -> bool:
    """Whether Excel refused to answer because a cell is being edited or a window of its own is open."""
    codes = {-2147418111, -2147417846, -2146777998}  # call rejected, retry later, 0x800AC472 in edit mode
    name = type(why).__name__
    return name == "ExcelBusyError" or (name == "com_error" and getattr(why, "hresult", None) in codes)


# -- reading ----------------------------------------------------------------------------------------


def from_book(book: Book) -> Sheets:
    """The sheets of an open workbook that a form is read from, as `from_file` gives those of a saved one."""
    rows: dict[str, list[list[str]]] = {}
    formulas: dict[Cell, str] = {}
    for sheet in book.sheets:
        if sheet.name in READ_SHEETS:
            rows[sheet.name], found = _read(sheet)
            formulas |= found
    return Sheets(rows, formulas)


def block(sheet: Sheet, first: tuple[int, int], last: tuple[int, int]) -> list[tuple[str, ...]]:
    """The texts of an area, from (row, column) to (row, column)."""
    values = sheet.range(first, last).options(ndim=2, err_to_str=True).value
    return [tuple("" if value is None else cell_text(value) for value in line) for line in values]


def last_row(sheet: Sheet) -> int:
    """The last row that holds or shows anything: of a table, the last one laid out."""
    return int(sheet.used_range.last_cell.row)


def last_column(sheet: Sheet) -> int:
    """The last column that holds or shows anything."""
    return int(sheet.used_range.last_cell.column)


def _read(sheet: Sheet) -> tuple[list[list[str]], dict[Cell, str]]:
    """The texts of a sheet from A1 on, and its formulas: two calls to Excel, whatever the size."""
    area = sheet.range((1, 1), sheet.used_range.last_cell)
    values = area.options(ndim=2, err_to_str=True).value
    formulas: Any = area.formula if len(values) * len(values[0]) > 1 else [[area.formula]]
    texts, found = [], {}
    for row, line in enumerate(values, 1):
        texts.append([_shown(sheet, row, column, value) for column, value in enumerate(line, 1)])
        for column, formula in enumerate(formulas[row - 1], 1):
            if (
                str(formula).startswith("=") and formula != line[column - 1]
            ):  # a typed text "=…" is its own value
                found[Cell(sheet.name, f"{letters(column)}{row}")] = str(formula)
    return texts, found


def _shown(sheet: Sheet, row: int, column: int, value: object) -> str:
    """A value as the person sees it; a percent only shows in the format of its cell."""
    if value is None:
        return ""
    if isinstance(value, float) and "%" in str(sheet.range((row, column)).number_format):
        return f"{number_text(round(value * 100, 10))}%"
    return cell_text(value)


# -- writing ----------------------------------------------------------------------------------------


@contextmanager
def calm(book: Book) -> Iterator[None]:
    """Write without flicker; screen, calculation, events and the person's selection are as before afterwards."""
    app = book.app
    before = {name: getattr(app, name) for name in ("screen_updating", "enable_events", "calculation")}
    sheet, chosen = book.sheets.active, app.selection
    try:
        app.screen_updating, app.enable_events, app.calculation = False, False, "manual"
        yield
    finally:
        for name, value in before.items():
            setattr(app, name, value)
        with suppress(Exception):  # a chart or a picture may have been selected: nothing to go back to
            sheet.activate()
            if chosen is not None:
                chosen.select()


@contextmanager
def unlocked(sheet: Sheet) -> Iterator[None]:
    """Lift a sheet's protection, and put back the very same afterwards, whatever happens in between."""
    if not sheet.api.ProtectContents:
        yield
        return
    kept = _protection(sheet)
    mark = _unlocked_mark()
    with suppress(OSError):  # without the mark only a killed process would leave the sheet open
        mark.parent.mkdir(parents=True, exist_ok=True)
        mark.write_text(json.dumps([identity(sheet.book), sheet.name, kept]), encoding="utf-8")
    try:
        sheet.api.Unprotect("")
    except Exception as why:
        raise OutputError(
            f"แผ่นงาน “{sheet.name}” ใส่รหัสผ่านไว้ – โปรดยกเลิกรหัสผ่านที่ รีวิว > ยกเลิกการป้องกันแผ่นงาน แล้วลองใหม่",
            f"{sheet.name} is protected with a password",
        ) from why
    try:
        yield
    finally:
        sheet.api.Protect(**kept)
        with suppress(OSError):
            mark.unlink(missing_ok=True)


def protect_again(book: Book) -> None:
    """Protect the sheet that a click which was ended half-way has left open; one that a person opened stays open."""
    with suppress(OSError, ValueError, TypeError, KeyError):
        whose, name, kept = json.loads((mark := _unlocked_mark()).read_text(encoding="utf-8"))
        if whose == identity(book):
            if (
                name in {sheet.name for sheet in book.sheets}
                and not (api := book.sheets[name].api).ProtectContents
            ):
                api.Protect(**kept)
            mark.unlink()


def _unlocked_mark() -> Path:
    """The record of the sheet that is open for writing at this moment."""
    return log_folder() / "unlocked.json"


def _protection(sheet: Sheet) -> dict[str, Any]:
    """What the protection allows, as the arguments that set it."""
    allowed = sheet.api.Protection
    kept = {name: bool(getattr(allowed, name)) for name in _ALLOWANCES}
    return {
        "Password": "",
        "DrawingObjects": bool(sheet.api.ProtectDrawingObjects),
        "Contents": True,
        "Scenarios": bool(sheet.api.ProtectScenarios),
        **kept,
    }


def is_filtered(sheet: Sheet) -> bool:
    """Whether a filter hides rows."""
    return bool(sheet.api.FilterMode)


def unfiltered(sheet: Sheet) -> None:
    """Show all rows again: a filter hides what is written or looked for."""
    if is_filtered(sheet):
        with unlocked(sheet):
            sheet.api.ShowAllData()


def write(sheet: Sheet, row: int, column: int, texts: Block) -> None:
    """Write a block into entry cells, which hold text whatever it looks like."""
    _area(sheet, row, column, texts).value = [[text or None for text in line] for line in texts]


def write_text(sheet: Sheet, row: int, column: int, texts: Block) -> None:
    """Write a block of texts into an unlocked sheet: "1/2", "-5" and "=x" stay as they are."""
    _area(sheet, row, column, texts).number_format = "@"
    write(sheet, row, column, texts)


def write_links(sheet: Sheet, row: int, column: int, targets: Sequence[Cell | None]) -> None:
    """Write links to cells below each other; None empties the cell."""
    area = _area(sheet, row, column, [[""]] * len(targets))
    area.api.ClearHyperlinks()  # one that the form brought along would lead to the cell of the row's old finding
    area.number_format = "General"
    area.formula = [[f"""=HYPERLINK("#'{to.sheet}'!{to.ref}","{to}")""" if to else ""] for to in targets]


def _area(sheet: Sheet, row: int, column: int, texts: Block) -> Range:
    return sheet.range((row, column), (row + len(texts) - 1, column + len(texts[0]) - 1))


def fit_rows(sheet: Sheet, first: int, last: int) -> None:
    """Let rows be as high as their text."""
    sheet.range(f"{first}:{last}").rows.autofit()


def insert_row(sheet: Sheet, row: int) -> None:
    """Insert an empty row before this one, which looks and behaves like the row above it."""
    sheet.range(f"{row}:{row}").insert(shift="down", copy_origin="format_from_left_or_above")


# -- the person -------------------------------------------------------------------------------------


def cursor(book: Book) -> Cell | None:
    """The cell the person is at, the first of an area or of a whole sheet; None on a chart or a picture."""
    chosen = book.app.selection
    sheet = book.sheets.active
    return Cell(sheet.name, f"{letters(chosen.column)}{chosen.row}") if chosen is not None else None


def go_to(book: Book, cell: Cell) -> None:
    """Show a cell and select it; a filter that hides it is lifted."""
    sheet = book.sheets[cell.sheet]
    column, row = position(cell.ref)
    target = sheet.range((row, column))
    if target.rows.hidden:
        unfiltered(sheet)
    book.activate()
    sheet.activate()
    target.select()


def show_sheet(book: Book, name: str) -> None:
    """Bring a sheet to the front."""
    book.activate()
    book.sheets[name].activate()


def tell(app: App, text: str, mode: Literal["info", "critical"] = "info") -> None:
    """Say something in a window of Excel; it waits until the person has read it."""
    hush(app)
    app.alert(text, title=TITLE, mode=mode)


def ask(app: App, text: str, usual: str) -> str | None:
    """Ask for a text in a window of Excel, the usual answer typed already; None when the person gives up."""
    hush(app)
    assert len(text) <= LONGEST_QUESTION, text
    answer = app.api.InputBox(Prompt=text, Title=TITLE, Default=usual, Type=2)
    return None if answer is False else str(answer)


def murmur(app: App, text: str) -> None:
    """Say something in the status bar, until the next click."""
    app.status_bar = text


def hush(app: App) -> None:
    """Give the status bar back to Excel, if it still says what the VBA wrote there before it started us."""
    if app.status_bar == NOTICES["MSG_WORKING"]:
        app.status_bar = False
