"""A filled form as a Report.

The one rule of the place: everything is found by its machine key, so a reworded heading, a blank row or a
filter never shifts a cell; what cannot be read is kept as typed in `unread`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any, TypeVar

from itaxl.catalog.changes import settle
from itaxl.catalog.form import (
    ACCEPTED,
    AGENCY_SHEET,
    BLOCKS,
    EVIDENCE,
    FORM_VERSION,
    INDICATORS,
    ITEMS,
    KEPT_TABLES,
    MEASURES,
    META_SHEET,
    TABLES,
    Block,
    Table,
)
from itaxl.catalog.values import Unreadable, read_boxes, read_text
from itaxl.catalog.year_file import year as year_of
from itaxl.errors import InputError
from itaxl.model.cells import Cell, Place, letters
from itaxl.model.columns import Column, Kind, Record, columns
from itaxl.model.records import Report
from itaxl.model.rows import place_measures
from itaxl.workbook.sheets import Rows, Sheets

KEY, HEAD = "@key", "@head"

_NUMBER = re.compile(r"[0-9]{1,6}")


@dataclass(frozen=True, slots=True)
class Form:
    """What a form says it is: its fiscal year, and the version of the form it was made by."""

    fiscal_year: int
    version: int
    based_on: int | None = None  # the year whose items stand in
    items: tuple[
        str, ...
    ] = ()  # the identity of each item, in order; empty in a form made before they were noted


def form_of(sheets: Sheets) -> Form:
    """Year and version of a form, from its hidden sheet; InputError where it is no form of ours, or newer than us."""
    meta = {row[0]: row[1] for row in sheets.rows.get(META_SHEET, ()) if len(row) > 1}
    version, fiscal_year = meta.get("form_version", ""), meta.get("fiscal_year", "")
    if not (_NUMBER.fullmatch(version) and _NUMBER.fullmatch(fiscal_year)):
        raise InputError(
            "แฟ้มนี้ไม่ใช่แบบรายงานของ itaxl – โปรดเลือกแฟ้มที่สร้างจากปุ่ม “แบบรายงานใหม่” หรือคำสั่ง itaxl new",
            "not an itaxl form",
        )
    if int(version) > FORM_VERSION:
        raise InputError(
            "แบบรายงานนี้ทำด้วย itaxl รุ่นใหม่กว่าเครื่องนี้ – โปรดปรับรุ่น itaxl แล้วลองใหม่", "the form is newer than itaxl"
        )
    based_on = meta.get("based_on", "")
    stands_in = int(based_on) if _NUMBER.fullmatch(based_on) else None
    return Form(int(fiscal_year), int(version), stands_in, tuple(meta.get("items", "").split()))


def column_keys(sheet: str, rows: Rows) -> dict[str, int]:
    """The column of each key in the first row of a sheet."""
    return _positions(sheet, rows[0] if rows else (), "คอลัมน์", "columns", letters)


def row_keys(sheet: str, rows: Rows) -> dict[str, int]:
    """The row of each key in the first column of a sheet."""
    return _positions(sheet, (row[0] if row else "" for row in rows), "แถว", "rows", str)


def _positions(
    sheet: str, keys: Iterable[str], thai: str, english: str, name: Callable[[int], str]
) -> dict[str, int]:
    """The place of each key, from 1; a copied row or column would hide what was typed in the other."""
    places: dict[str, int] = {}
    for number, key in enumerate(keys, 1):
        if not key:
            continue
        if key in places:
            first, second = name(places[key]), name(number)
            raise InputError(
                f"แผ่นงาน “{sheet}” มี{thai} {first} และ {second} ซ้ำกัน เพราะถูกคัดลอกมาทั้ง{thai} – โปรดลบ{thai}ที่เกิน",
                f"the sheet {sheet} has {english} {first} and {second} twice over; delete the copy",
            )
        places[key] = number
    return places


def damage(sheet: str) -> InputError:
    """The failure of a sheet whose hidden keys are not all there."""
    return InputError(
        f"แผ่นงาน “{sheet}” เสียหาย แถวหรือคอลัมน์ที่ซ่อนไว้ถูกลบ – โปรดใช้แฟ้มสำรอง แล้วกรอกต่อจากแฟ้มนั้น",
        f"the sheet {sheet} lost its hidden keys",
    )


R = TypeVar("R", bound=Record)


def read(sheets: Sheets) -> Report:
    """The report of a form, refused changes taken back; InputError when it is no form of ours or lost a part."""
    return settle(_Reader(sheets, form_of(sheets)).report())


@dataclass(frozen=True)
class _Line:
    """One record's cells: where they are and what stands in each."""

    place: Place
    text: Callable[[str], str]

    def blank(self, keys: Sequence[str]) -> bool:
        """Whether none of these cells holds anything a person typed."""
        return not any(self.text(key).strip(" ☐") for key in keys)


class _Reader:
    """Reads one workbook; it only remembers the sheets and the formulas seen in entry cells."""

    def __init__(self, sheets: Sheets, form: Form) -> None:
        self.sheets, self.version = sheets, form.version
        self.year = year_of(form.fiscal_year, form.based_on)
        if form.items and form.items != tuple(item.key for item in self.year.items):
            raise InputError(
                f"แบบนี้ทำจากรายการข้อของปี {self.year.year} ที่ต่างจากรายการในเครื่องนี้ – โปรดขอแฟ้มปี (.xlsx) ที่ใช้ทำแบบนี้ แล้วสั่ง itaxl year add "
                "(เติม --force ถ้าเคยเพิ่มปีนั้นไว้) ก่อนเปิดอีกครั้ง",
                f"the form was made from another list of items of {self.year.year}; add that year file first",
            )
        self.formulas: list[Cell] = []

    def report(self) -> Report:
        """The whole report."""
        head: dict[str, Any] = {block.name or "paper": self._block(block) for block in BLOCKS}
        tables: dict[str, Any] = {
            "measures": place_measures(self._open(MEASURES)),
            "indicators": self._fixed(INDICATORS, [indicator.no for indicator in self.year.surveyed]),
            "o_items": self._fixed(ITEMS, [item.no for item in self.year.items]),
            "evidence": self._open(EVIDENCE),
            "accepted": self._open(ACCEPTED, _is_confirmation),
            **{table.name: self._open(table) for table in KEPT_TABLES if table.sheet in self.sheets.rows},
        }
        starts = {table.name: line.place for table in TABLES if (line := next(self._lines(table), None))}
        based_on = None if self.year.known else self.year.based_on
        return Report(
            self.year.year,
            **head,
            **tables,
            form_version=self.version,
            formulas=tuple(self.formulas),
            starts=starts,
            based_on=based_on,
        )

    def _rows(self, sheet: str) -> Rows:
        """The rows of a sheet that must be there."""
        if sheet not in self.sheets.rows:
            raise InputError(
                f"แบบรายงานนี้ไม่มีแผ่นงาน “{sheet}” อาจถูกลบหรือเปลี่ยนชื่อ – โปรดใช้แฟ้มสำรอง หรือตั้งชื่อแผ่นงานกลับตามเดิม",
                f"the sheet {sheet} is missing",
            )
        return self.sheets.rows[sheet]

    def _text_at(self, sheet: str, cells: Mapping[str, tuple[int, int]], key: str) -> str:
        """The text of the cell that a key stands for, or its formula; empty where the form has no such cell."""
        if key not in cells:
            return ""
        row, column = cells[key]
        if self.sheets.formulas and (
            formula := self.sheets.formulas.get(Cell(sheet, f"{letters(column)}{row}"))
        ):
            return formula
        rows = self.sheets.rows[sheet]
        line = rows[row - 1] if row <= len(rows) else ()
        return line[column - 1] if column <= len(line) else ""

    def _check_keys(self, sheet: str, needed: Iterable[tuple[str, Column]], found: Collection[str]) -> None:
        """Refuse a sheet that lost a key; what came after the form was made is simply empty."""
        if any(key not in found for key, column in needed if column.since <= self.version):
            raise damage(sheet)

    # -- labelled lines ---------------------------------------------------------------------------

    def _block(self, block: Block) -> Any:
        """The record of a block, or the filled ones of several side by side."""
        rows, prefix = self._rows(AGENCY_SHEET), f"{block.name}." if block.name else ""
        lines, first = row_keys(AGENCY_SHEET, rows), column_keys(AGENCY_SHEET, rows).get("0")
        cells = [(cell, column) for column in columns(block.record) for cell in column.cells]
        self._check_keys(AGENCY_SHEET, ((prefix + key, column) for key, column in cells), lines)
        keys = [key for key, _ in cells]
        if first is None:
            raise damage(AGENCY_SHEET)
        here = {key: lines[prefix + key] for key in keys if prefix + key in lines}
        if block.count == 1:
            return self._record(block.record, self._side_by_side(here, keys, first, block.name))
        filled: list[Record] = []
        for column in range(first, len(rows[0]) + 1):
            line = self._side_by_side(here, keys, column, f"{block.name}[{len(filled)}]")
            if rows[0][column - 1] and not line.blank(keys):
                filled.append(self._record(block.record, line))
        return tuple(filled)

    def _side_by_side(self, lines: Mapping[str, int], keys: Sequence[str], column: int, path: str) -> _Line:
        """The cells of a record that stands in one column, a line for each key."""
        refs = {key: f"{letters(column)}{lines.get(key, _TITLE_ROW)}" for key in keys}
        cells = {key: (row, column) for key, row in lines.items()}
        return _Line(Place(AGENCY_SHEET, refs, None, path), partial(self._text_at, AGENCY_SHEET, cells))

    # -- tables -----------------------------------------------------------------------------------

    def _lines(self, table: Table) -> Iterator[_Line]:
        """Every row of a table below its heading, blank ones too; none where the form has no such table yet."""
        if all(column.since > self.version for _, column in table.keys):
            return
        rows, keys = self._rows(table.sheet), [KEY, *(key for key, _ in table.keys)]
        columns_, head = column_keys(table.sheet, rows), row_keys(table.sheet, rows).get(HEAD)
        self._check_keys(table.sheet, table.keys, columns_)
        if head is None or KEY not in columns_:
            raise damage(table.sheet)
        refs = {key: letters(columns_.get(key, _FIRST_COLUMN)) for key in (*keys, *columns_)}
        for row in range(head + 1, max(len(rows), head + 1) + 1):
            cells = {key: (row, n) for key, n in columns_.items()}
            yield _Line(Place(table.sheet, refs, row), partial(self._text_at, table.sheet, cells))

    def _open(self, table: Table, wanted: Callable[[_Line], bool] = lambda _: True) -> tuple[Any, ...]:
        """The filled rows of a table in which a person adds rows."""
        keys = [key for key, _ in table.keys]
        filled = (line for line in self._lines(table) if not line.blank(keys) and wanted(line))
        return tuple(
            self._record(table.record, _at(line, f"{table.name}[{n}]")) for n, line in enumerate(filled)
        )

    def _fixed(self, table: Table, numbers: Sequence[int]) -> tuple[Any, ...]:
        """The rows that the year decides, each found by its number in the hidden first column."""
        lines = {line.text(KEY): line for line in self._lines(table) if line.text(KEY)}
        if missing := [no for no in numbers if str(no) not in lines]:
            code = f"{'O' if table is ITEMS else 'ตัวชี้วัดที่ '}{missing[0]}"
            raise InputError(
                f"แผ่นงาน “{table.sheet}” ไม่มีแถว {code} อาจถูกลบ – โปรดใช้แฟ้มสำรอง",
                f"{table.sheet}: row {code} is missing",
            )
        return tuple(
            self._record(table.record, _at(lines[str(no)], f"{table.name}[{n}]"), no=no)
            for n, no in enumerate(numbers)
        )

    # -- values -----------------------------------------------------------------------------------

    def _record(self, kind: type[R], line: _Line, **official: object) -> R:
        """The record of a line; `official` values come from the year and are not read."""
        values: dict[str, object] = dict(official)
        unread: dict[str, str] = {}
        for column in columns(kind):
            if column.key not in official:
                values[column.key] = self._value(column, line, unread)
        return kind(at=line.place, unread=unread, **values)

    def _value(self, column: Column, line: _Line, unread: dict[str, str]) -> object:
        """The value of a field; what cannot be read goes to `unread`."""
        texts = tuple(self._entry_text(key, column, line, unread) for key in column.cells)
        if column.kind is Kind.BOXES:
            return _try(partial(read_boxes, column, texts), column.key, unread)
        values = [
            _try(partial(read_text, column, text), key, unread)
            for key, text in zip(column.cells, texts, strict=True)
        ]
        if column.count == 1:
            return values[0] if values[0] is not None or column.kind not in _EMPTY else _EMPTY[column.kind]
        while values and values[-1] is None and f"{column.key}:{len(values)}" not in unread:
            values.pop()
        return tuple(values)

    def _entry_text(self, key: str, column: Column, line: _Line, unread: dict[str, str]) -> str:
        """The text of a cell; a formula is noted and not read (among boxes it is no tick anyway)."""
        cell, text = line.place.cell(key), line.text(key)
        if not text or cell not in self.sheets.formulas:
            return text
        self.formulas.append(cell)
        if column.kind is Kind.BOXES:
            return text
        unread[key] = text
        return ""


_EMPTY: dict[Kind, object] = {Kind.TEXT: "", Kind.LINES: ()}
_TITLE_ROW, _FIRST_COLUMN = 2, 2  # where a finding is shown about a cell that an older form does not have


def _try(read: Callable[[], object], key: str, unread: dict[str, str]) -> object:
    """A value, or None with the text kept as typed."""
    try:
        return read()
    except Unreadable as why:
        unread[key] = str(why)
        return None


def _is_confirmation(line: _Line) -> bool:
    """Whether a row of the findings sheet is a confirmation, and not a finding nobody answered."""
    return bool(line.text("reason").strip()) or not line.text("~message").strip()


def _at(line: _Line, path: str) -> _Line:
    """The same line with its path in the case file."""
    return replace(line, place=replace(line.place, path=path))
