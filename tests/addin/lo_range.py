"""A range of cells of the LibreOffice engine: blocks of values in and out, with Excel's refusals.

The one rule of the place: a write that Excel would refuse, or would do in part, raises `Refused`.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from xlwings import base_classes as bc

from tests.addin.lo_api import RangeApi, Refused

if TYPE_CHECKING:
    from tests.addin.lo_engine import Sheet

Box = tuple[int, int, int, int]  # top, left, height, width; row and column from 1

_DATE, _LOGICAL = 2, 1024  # com.sun.star.util.NumberFormat
_FORMULA = 16  # com.sun.star.sheet.CellFlags
_EPOCH = dt.datetime(1899, 12, 30)
_ENGLISH_A1 = 1  # com.sun.star.sheet.AddressConvention.XL_A1


def box(address: Any) -> Box:
    """The box of a UNO range address."""
    return (
        address.StartRow + 1,
        address.StartColumn + 1,
        address.EndRow - address.StartRow + 1,
        address.EndColumn - address.StartColumn + 1,
    )


class Range(bc.Range):
    """Cells of one sheet."""

    max_cells_per_read = max_cells_per_write = None
    # in place of the base class's properties, which cannot be set
    sheet: Any = None
    row: Any = None
    column: Any = None
    shape: Any = None
    coords: Any = None
    row_hidden: Any = None

    def __init__(self, sheet: Sheet, where: Box) -> None:
        self.sheet = sheet
        self.r, self.c, self.h, self.w = where
        self.row, self.column, self.shape = self.r, self.c, (self.h, self.w)
        self.coords = (sheet.name, *where)
        self.uno = sheet.uno.getCellRangeByPosition(
            self.c - 1, self.r - 1, self.c + self.w - 2, self.r + self.h - 2
        )
        self.row_hidden = not self.uno.Rows.getByIndex(0).IsVisible

    @property
    def api(self) -> RangeApi:
        return RangeApi(self)

    def __len__(self) -> int:
        return self.h * self.w

    def __call__(self, row: int, column: int | None = None) -> Range:
        if column is None:
            row, column = (row - 1) // self.w + 1, (row - 1) % self.w + 1
        return Range(self.sheet, (self.r + row - 1, self.c + column - 1, 1, 1))

    # -- values -------------------------------------------------------------------------------------

    @property
    def raw_value(self) -> Any:
        rows = [list(row) for row in self.uno.DataArray]
        self._empty_to_none(rows)
        self._as_dates(rows)
        return rows[0][0] if len(self) == 1 else tuple(map(tuple, rows))

    @raw_value.setter
    def raw_value(self, value: Any) -> None:
        self._refuse_locked()
        self._refuse_hidden()
        rows = _rows(value, self.h, self.w)
        self.uno.setDataArray(tuple(tuple("" if each is None else each for each in row) for row in rows))

    def _empty_to_none(self, rows: list[list[Any]]) -> None:
        """An empty cell is None; a formula may give an empty text."""
        found = self.uno.queryContentCells(_FORMULA).RangeAddresses if len(self) > 1 else ()
        kept = {
            (row - self.r + 1, column - self.c + 1)
            for area in found
            for row in range(area.StartRow, area.EndRow + 1)
            for column in range(area.StartColumn, area.EndColumn + 1)
        }
        for n, row in enumerate(rows):
            row[:] = [None if value == "" and (n, m) not in kept else value for m, value in enumerate(row)]

    def _as_dates(self, rows: list[list[Any]]) -> None:
        """Numbers whose cell shows them as a date or as TRUE."""
        for n, row in enumerate(rows):
            for m, value in enumerate(row):
                if isinstance(value, float):
                    row[m] = self._shown(value, self.uno.getCellByPosition(m, n).NumberFormat)

    def _shown(self, value: float, number_format: int) -> Any:
        kind = self.sheet.book.doc.NumberFormats.getByKey(number_format).Type
        if kind & _LOGICAL:
            return bool(value)
        return _EPOCH + dt.timedelta(seconds=round(value * 86400)) if kind & _DATE else value

    def _refuse_locked(self) -> None:
        if self.sheet.api.ProtectContents:
            for part in self.uno.CellFormatRanges:  # Calc's setDataArray would write into locked cells
                if part.CellProtection.IsLocked:
                    raise Refused(f"{self.sheet.name}: the cell is protected (0x800A03EC)")

    def _refuse_hidden(self) -> None:
        """Excel writes a block over rows that a filter hides in part only."""
        if self.h > 1 and self.sheet.api.FilterMode:
            rows = self.uno.Rows
            if any(not rows.getByIndex(n).IsVisible for n in range(self.h)):
                raise Refused(f"{self.sheet.name}: a block over filtered rows")

    # -- formulas -----------------------------------------------------------------------------------

    @property
    def formula(self) -> Any:
        rows = tuple(tuple(row) for row in self.uno.FormulaArray)
        rows = tuple(tuple(_as_excel(each) for each in row) for row in rows)
        return rows[0][0] if len(self) == 1 else rows

    @formula.setter
    def formula(self, value: Any) -> None:
        self._refuse_locked()
        parser = self.sheet.book.doc.createInstance("com.sun.star.sheet.FormulaParser")
        parser.CompileEnglish, parser.FormulaConvention = True, _ENGLISH_A1
        for n, row in enumerate(_rows(value, self.h, self.w)):
            for m, text in enumerate(row):
                _put(self.uno.getCellByPosition(m, n), text or "", parser)

    # -- look ---------------------------------------------------------------------------------------

    @property
    def number_format(self) -> str:
        return str(self.sheet.book.doc.NumberFormats.getByKey(self.uno.NumberFormat).FormatString)

    @number_format.setter
    def number_format(self, code: str) -> None:
        if self.sheet.api.ProtectContents:
            raise Refused(f"{self.sheet.name}: no format on a protected sheet (0x800A03EC)")
        formats, locale = self.sheet.book.doc.NumberFormats, self.sheet.book.doc.CharLocale
        key = formats.queryKey(code, locale, False)
        self.uno.NumberFormat = key if key != -1 else formats.addNew(code, locale)

    def autofit(self, axis: str | None = None) -> None:
        self.uno.Rows.OptimalHeight = True

    # -- structure ----------------------------------------------------------------------------------

    def insert(self, shift: str | None = None, copy_origin: str | None = None) -> None:
        if self.sheet.api.ProtectContents:
            raise Refused(f"{self.sheet.name}: no row on a protected sheet (0x800A03EC)")
        self.uno.Rows.insertByIndex(0, self.h)

    def select(self) -> None:
        controller = self.sheet.book.doc.CurrentController
        controller.setActiveSheet(self.sheet.uno)
        controller.select(self.uno)


def _rows(value: Any, height: int, width: int) -> list[list[Any]]:
    """A value, a row or a block as the block that fills the range."""
    if not isinstance(value, (list, tuple)):
        return [[value] * width for _ in range(height)]
    rows = value if isinstance(value[0], (list, tuple)) else [value]
    assert (len(rows), {len(row) for row in rows}) == (height, {width}), (
        "the block is not of the range's size"
    )
    return [list(row) for row in rows]


def _put(cell: Any, text: str, parser: Any) -> None:
    """Put a formula in Excel's grammar, or a text, into a cell."""
    if text.startswith("="):
        cell.setTokens(parser.parseFormula(_changed(text[1:], ",", ";"), cell.CellAddress))
    else:
        cell.setString(text)


def _as_excel(text: Any) -> Any:
    """A formula with commas, and a text without the apostrophe that Calc marks it with."""
    if not isinstance(text, str):
        return text
    return _changed(text, ";", ",") if text.startswith("=") else text.removeprefix("'")


def _changed(formula: str, old: str, new: str) -> str:
    """A formula with another mark between arguments; quoted text stays."""
    parts = formula.split('"')
    parts[::2] = [part.replace(old, new) for part in parts[::2]]
    return '"'.join(parts)
