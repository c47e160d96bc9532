"""An xlwings engine whose Excel is headless LibreOffice Calc: the unchanged add-in code runs on a real spreadsheet.

The one rule of the place: it is as strict as Excel. What Excel refuses (a locked cell, a format on a protected
sheet, a member of COM that nobody listed) is refused here too, even where Calc would let it pass.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import xlwings
from xlwings import NoSuchObjectError
from xlwings import base_classes as bc

from tests.addin.lo_api import SheetApi, protections
from tests.addin.lo_range import Range, box
from tests.office import Office, properties

NAME = "libreoffice"
SETTINGS = {
    "screen_updating": True,
    "display_alerts": True,
    "enable_events": True,
    "calculation": "automatic",
    "status_bar": False,
}


class Engine:
    """What xlwings asks an engine for, besides its apps."""

    name, type = NAME, "desktop"

    def __init__(self) -> None:
        self.apps = Apps()

    @staticmethod
    def prepare_xl_data_element(value: object, options: object) -> object:
        return "" if value is None else value

    @staticmethod
    def clean_value_data(
        data: Any, datetime_builder: Any, empty_as: Any, number_builder: Any, err_to_str: bool
    ) -> list[list[Any]]:
        rows = data if isinstance(data, tuple) else ((data,),)
        return [[empty_as if cell is None else cell for cell in row] for row in rows]


class Apps(bc.Apps):
    """The running programs: one for each Office that a test brings."""

    def __init__(self) -> None:
        self.running: list[App] = []

    def __iter__(self) -> Any:
        return iter(self.running)

    def __len__(self) -> int:
        return len(self.running)

    def __getitem__(self, pid: int) -> App:
        return next(app for app in self.running if app.pid == pid)

    def keys(self) -> list[int]:
        return [app.pid for app in self.running]


class App(bc.App):
    """One LibreOffice as one Excel; `alerts` holds what the person was shown, `set` each setting that was made."""

    version, path = "16.0", "libreoffice"
    # in place of the base class's properties, which cannot be set
    books: Any = None
    pid: Any = None
    hwnd: Any = None
    engine: Any = None

    def __init__(self, office: Office) -> None:
        self.office, self.alerts, self.made = office, list[tuple[str, str]](), list[tuple[str, Any]]()
        self.settings: dict[str, Any] = dict(SETTINGS)
        self.books = Books(self)
        self.pid = self.hwnd = id(self) % 2**31
        self.engine = engine

    def activate(self, steal_focus: bool = False) -> None:
        """There is one window only."""

    def alert(self, prompt: str, title: str, buttons: object, mode: str, callback: object) -> str:
        self.alerts.append((mode, prompt))
        return "ok"

    @property
    def selection(self) -> Range | None:
        active = self.books.active
        chosen = active.doc.CurrentController.getSelection() if active else None
        if chosen is None or not hasattr(chosen, "RangeAddress"):
            return None
        sheet = Sheet(active, active.doc.Sheets.getByIndex(chosen.RangeAddress.Sheet))
        return Range(sheet, box(chosen.RangeAddress))


def _setting(name: str) -> property:
    def write(app: App, value: Any) -> None:
        app.made.append((name, value))
        app.settings[name] = value

    return property(lambda app: app.settings[name], write)


for _name in SETTINGS:
    setattr(App, _name, _setting(_name))


class Books(bc.Books):
    """The open workbooks, the active one first."""

    app: Any = None

    def __init__(self, app: App) -> None:
        self.app, self.open_ones = app, list[Book]()

    @property
    def active(self) -> Book | None:
        return self.open_ones[0] if self.open_ones else None

    def __len__(self) -> int:
        return len(self.open_ones)

    def __iter__(self) -> Any:
        return iter(list(self.open_ones))

    def __call__(self, key: str | int) -> Book:
        if isinstance(key, int):
            return self.open_ones[key - 1]
        return {book.name: book for book in self.open_ones}[key]

    def open(self, fullname: str, *_: object, **__: object) -> Book:
        path = Path(fullname).resolve()
        book = Book(self.app, self.app.office.open(path), path)
        self.open_ones.insert(0, book)
        return book


class Book(bc.Book):
    """An open workbook; its sheets' protection is read from the file, for Calc does not tell what it allows."""

    app: Any = None
    fullname: Any = None
    name: Any = None

    def __init__(self, app: App, doc: Any, path: Path) -> None:
        self.app, self.doc, self.path = app, doc, path
        self.protections = protections(path)
        self.fullname, self.name = str(path), path.name

    @property
    def sheets(self) -> Sheets:
        return Sheets(self)

    def activate(self) -> None:
        self.app.books.open_ones.remove(self)
        self.app.books.open_ones.insert(0, self)

    def save(self, path: Any = None, password: object = None) -> None:
        target = Path(path or self.path).resolve()
        wanted = properties(FilterName="Calc MS Excel 2007 XML", Overwrite=True)
        self.doc.storeToURL(target.as_uri(), wanted)

    def close(self) -> None:
        self.app.books.open_ones.remove(self)
        self.doc.close(True)


class Sheets(bc.Sheets):
    """The sheets of a workbook by name or number from 1, hidden ones too."""

    def __init__(self, book: Book) -> None:
        self.book = book

    @property
    def active(self) -> Sheet:
        return Sheet(self.book, self.book.doc.CurrentController.getActiveSheet())

    def __call__(self, key: str | int) -> Sheet:
        sheets = self.book.doc.Sheets
        known = 1 <= key <= sheets.Count if isinstance(key, int) else sheets.hasByName(key)
        if not known:
            raise NoSuchObjectError(f"Sheet {key} doesn't exist.")
        found = sheets.getByIndex(key - 1) if isinstance(key, int) else sheets.getByName(key)
        return Sheet(self.book, found)

    def __len__(self) -> int:
        return int(self.book.doc.Sheets.Count)

    def __iter__(self) -> Any:
        return (self(number) for number in range(1, len(self) + 1))


class Sheet(bc.Sheet):
    """One sheet."""

    book: Any = None
    name: Any = None
    index: Any = None

    def __init__(self, book: Book, uno_sheet: Any) -> None:
        self.book, self.uno = book, uno_sheet
        self.name = uno_sheet.Name
        self.index = uno_sheet.RangeAddress.Sheet + 1

    @property
    def api(self) -> SheetApi:
        return SheetApi(self)

    def range(self, first: Any, last: Any = None) -> Range:
        """A range by (row, column) twice, by reference, or by whole rows as `5:7`."""
        if isinstance(first, str):
            return Range(self, box(self.uno.getCellRangeByName(first).RangeAddress))
        if isinstance(first, Range):
            first = (first.r, first.c)
        if isinstance(last, Range):
            last = (last.r + last.h - 1, last.c + last.w - 1)
        (top, left), (bottom, right) = first, last or first
        return Range(self, (top, left, bottom - top + 1, right - left + 1))

    @property
    def used_range(self) -> Range:
        cursor = self.uno.createCursor()
        cursor.gotoStartOfUsedArea(False)
        cursor.gotoEndOfUsedArea(True)
        return Range(self, box(cursor.RangeAddress))

    def activate(self) -> None:
        self.book.doc.CurrentController.setActiveSheet(self.uno)


engine = Engine()


def excel(office: Office) -> xlwings.App:
    """LibreOffice as the one Excel that xlwings sees."""
    if NAME not in [each.name for each in xlwings.engines]:
        xlwings.engines.add(xlwings.Engine(impl=engine))
    xlwings.engines[NAME].activate()
    engine.apps.running = [App(office)]
    return xlwings.App(impl=engine.apps.running[0])
