"""The one plain shape of a workbook, whatever it came from: sheets of rows of text, and where formulas are.

The one rule of the place: positions are those of the sheet (rows[0] is row 1), and text is as it was typed.
"""

from __future__ import annotations

import datetime
import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from itaxl.catalog.form import READ_SHEETS
from itaxl.catalog.values import number_text
from itaxl.errors import InputError
from itaxl.files.disk import read_bytes
from itaxl.files.package import MAX_FILE, read_package
from itaxl.model.places import Cell
from itaxl.workbook.refs import position
from itaxl.workbook.scan import Odd, Parts, far_place, odd_cells, percent_styles, sheet_parts

if TYPE_CHECKING:
    from python_calamine import CalamineWorkbook

Rows = Sequence[Sequence[str]]


@dataclass(frozen=True, slots=True)
class Sheets:
    """Sheet name → rows of cell texts; `formulas` holds the formula of each cell that has one, with its "="."""

    rows: Mapping[str, Rows]
    formulas: Mapping[Cell, str] = field(default_factory=dict)


def from_file(path: Path) -> Sheets:
    """The sheets of a workbook on disk that a form is read from; InputError when it is not a sound workbook."""
    data = read_bytes(path, at_most=MAX_FILE + 1)
    parts = read_package(data, str(path), "xl/workbook.xml")
    try:
        return _sheets(data, parts)
    except _unreadable() as why:
        raise InputError(
            f"อ่านแฟ้ม “{path}” ไม่ได้ โครงสร้างภายในเสียหาย – โปรดใช้แฟ้มสำรอง", f"{path}: {why}"
        ) from None


def _unreadable() -> tuple[type[Exception], ...]:
    """What the reading of a damaged workbook may raise."""
    from python_calamine import CalamineError

    return CalamineError, ValueError, LookupError


def _sheets(data: bytes, parts: Parts) -> Sheets:
    """The sheets of a workbook whose package is sound."""
    from python_calamine import CalamineWorkbook

    xml = {name: part for name, part in sheet_parts(parts).items() if name in READ_SHEETS}
    for name, part in xml.items():
        _refuse_far(name, part)
    percents = percent_styles(parts)
    odd = {name: tuple(odd_cells(part, percents)) for name, part in xml.items()}
    book = CalamineWorkbook.from_filelike(io.BytesIO(data))
    rows = {name: _rows(book, name, odd.get(name, ())) for name in book.sheet_names if name in READ_SHEETS}
    formulas = {Cell(name, each.ref): each.text for name in odd for each in odd[name] if each.is_formula}
    return Sheets(rows, formulas)


def _refuse_far(sheet: str, part: bytes) -> None:
    """A cell that a person filled by a slip thousands of rows below: no memory would hold all that lies between."""
    if place := far_place(part):
        raise InputError(
            f"แผ่นงาน “{sheet}” มีข้อมูลอยู่ไกลนอกแบบที่ {place} – โปรดลบข้อมูลตรงนั้นแล้วบันทึกใหม่",
            f"the sheet {sheet} holds something far outside the form at {place}; please delete it",
        )


def _rows(book: CalamineWorkbook, sheet: str, odd: Iterable[Odd]) -> Rows:
    """The texts of a sheet, as a person sees them."""
    values = book.get_sheet_by_name(sheet).to_python(skip_empty_area=False)
    rows = [[cell_text(value) for value in row] for row in values]
    for each in odd:
        if not each.is_formula:
            column, row = position(each.ref)
            rows[row - 1][column - 1] = each.text
    return rows


def cell_text(value: object) -> str:
    """A cell's value as the person sees it."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, (int, float)):
        return number_text(value)
    if isinstance(value, datetime.date):
        return _date(value)
    return str(value)


def _date(value: datetime.date) -> str:
    """A date cell, which a text cell should not be, as Thai text; Excel counts in common-era years."""
    from itaxl.thai.dates import MONTHS

    year = value.year if value.year > 2400 else value.year + 543
    return f"{value.day} {MONTHS[value.month - 1]} {year}"
