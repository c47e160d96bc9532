"""Formulas of our own, each beside the value it gives now: what is shown where nothing calculates.

The one rule of the place: Protected View, phones and previews show the stored value, so none is left out; a formula
and its value are made from the same cells. SUMPRODUCT gets numbers, never a bare comparison: Excel counts TRUE as 0.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from weakref import WeakKeyDictionary
from xml.sax.saxutils import escape

from openpyxl.cell.cell import Cell
from openpyxl.workbook.workbook import Workbook

from itaxl.catalog.form import Table
from itaxl.model.cells import letters
from itaxl.workbook.sheets import Sheets

Value = str | bool | float


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula without its "=", and its value."""

    text: str
    value: Value

    def put(self, cell: Cell) -> None:
        """Write it into a cell; the value goes into the file at the end (`with_values`)."""
        cell.value = f"={self.text}"
        _values_in(cell)[cell.coordinate] = self.value


_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f]")
_LOOKS_ESCAPED = re.compile("_x(?=[0-9A-Fa-f]{4}_)")
_VALUES: WeakKeyDictionary[Workbook, dict[str, dict[str, Value]]] = WeakKeyDictionary()
_FORMULA_CELL = re.compile(rb'(<c r="([A-Z]+[0-9]+)"(?: s="[0-9]+")?)(><f>[^<]*</f>)<v ?/?>(?:</v>)?')


def _values_in(cell: Cell) -> dict[str, Value]:
    """The values of the formulas in the sheet of a cell."""
    book = cell.parent.parent
    assert book is not None
    return _VALUES.setdefault(book, {}).setdefault(cell.parent.title, {})


def value_of(cell: Cell) -> Value:
    """What a cell shows: its value, or that of its formula."""
    known = _values_in(cell)
    return known[cell.coordinate] if cell.coordinate in known else str(cell.value or "")


def values_of(book: Workbook) -> dict[str, Mapping[str, Value]]:
    """The value of each formula in a workbook, by the name of the sheet's part and the cell."""
    by_title = _VALUES.get(book, {})
    sheets = enumerate(book.worksheets, 1)
    return {f"xl/worksheets/sheet{n}.xml": by_title.get(sheet.title, {}) for n, sheet in sheets}


def with_values(sheet: bytes, values: Mapping[str, Value]) -> bytes:
    """A sheet's XML with the value of every formula in it."""

    def store(cell: re.Match[bytes]) -> bytes:
        value = values[cell[2].decode("ascii")]
        kind = b' t="str"' if isinstance(value, str) else b' t="b"' if isinstance(value, bool) else b""
        shown = (
            escape(escape_text(value))
            if isinstance(value, str)
            else str(int(value) if value == int(value) else value)
        )
        return cell[1] + kind + cell[3] + b"<v>" + shown.encode("utf-8") + b"</v>"

    sheet, count = _FORMULA_CELL.subn(store, sheet)
    assert count == sheet.count(b"<f>") == len(values), "a formula without a value"
    return sheet


@dataclass(frozen=True, slots=True)
class Run:
    """The cells of one column of a table from row to row: for a formula on another sheet, and for its value."""

    table: Table
    key: str
    first: int
    last: int
    form: Sheets

    def __str__(self) -> str:
        return f"'{self.table.sheet}'!${self.letter}${self.first}:${self.letter}${self.last}"

    @property
    def letter(self) -> str:
        """The letters of the column."""
        return letters(self.number)

    @property
    def number(self) -> int:
        """The number of the column; the keys of the rows stand in the first."""
        return 1 if self.key == "@key" else self.table.numbers[self.key]

    @property
    def texts(self) -> list[str]:
        """What stands in the cells."""
        rows = self.form.rows[self.table.sheet][self.first - 1 : self.last]
        texts = [row[self.number - 1] for row in rows]
        return texts + [""] * (self.last - self.first + 1 - len(texts))

    def at(self, n: int) -> str:
        """The n-th of the cells, from 0, for a formula."""
        return f"'{self.table.sheet}'!${self.letter}${self.first + n}"

    def next_to(self, key: str) -> Run:
        """The cells of another column in the same rows."""
        return Run(self.table, key, self.first, self.last, self.form)


def escape_text(text: str) -> str:
    """Text as the file format spells it: characters XML cannot hold become `_xHHHH_`, and `_xHHHH_` is protected."""
    if "_x" in text:
        text = _LOOKS_ESCAPED.sub("_x005F_x", text)
    return _NOT_XML.sub(lambda found: f"_x{ord(found[0]):04X}_", text)
