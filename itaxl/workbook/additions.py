"""What a person added to a form beside its cells: notes, sheets, text next to the tables, links, pictures.

The one rule of the place: a new form is made from the report alone, so all of this is named before one is written.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from itaxl.catalog.form import AGENCY_SHEET, GUIDE_SHEET, LISTS_SHEET, OVERVIEW_SHEET, READ_SHEETS, TABLES
from itaxl.files.disk import read_bytes
from itaxl.files.package import MAX_FILE, read_package
from itaxl.model.cells import letters
from itaxl.workbook.agency import LABEL_COLUMN
from itaxl.workbook.read import HEAD, column_keys, row_keys
from itaxl.workbook.sheets import Parts, Rows, Sheets, from_file, parts_beside, sheet_names

_OURS = {*READ_SHEETS, OVERVIEW_SHEET, GUIDE_SHEET, LISTS_SHEET}
_NOTE = re.compile(rb"""<(?:\w+:)?comment [^>]*?\bref=["']([A-Z]{1,3}[0-9]{1,7})["']""")
_LINK = re.compile(rb"""<(?:\w+:)?hyperlink [^>]*?\bref=["']([A-Z0-9:]{2,20})["'][^>]*?\bid=""")
_KINDS = {
    "note": ("หมายเหตุของช่อง", "a note"),
    "link": ("ลิงก์ของช่อง", "a link"),
    "picture": ("ภาพหรือรูปวาด", "a picture"),
    "text": ("ข้อความนอกตาราง", "text outside the table"),
    "sheet": ("แผ่นงานที่เพิ่มเอง", "a sheet of one's own"),
}


@dataclass(frozen=True, slots=True)
class Addition:
    """One thing that a new form will not have; `ref` is empty where it is a whole sheet or a picture."""

    kind: str
    sheet: str
    ref: str = ""

    def __str__(self) -> str:
        where = f"{self.sheet}!{self.ref}" if self.ref else self.sheet
        return f"{_KINDS[self.kind][0]} {where}"

    @property
    def english(self) -> str:
        """The same in English."""
        return f"{_KINDS[self.kind][1]}: {self.sheet}{'!' if self.ref else ''}{self.ref}"


def additions(path: Path) -> tuple[Addition, ...]:
    """Everything that was added to a form, sheet by sheet; InputError where it is no sound workbook."""
    parts = read_package(read_bytes(path, at_most=MAX_FILE + 1), str(path), "xl/workbook.xml")
    return (*_in_package(parts), *_in_cells(from_file(path)))


def _in_package(parts: Parts) -> Iterator[Addition]:
    """Sheets, and what lies in parts of their own."""
    for sheet, name in sheet_names(parts).items():
        if sheet not in _OURS:
            yield Addition("sheet", sheet)
            continue
        for kind, target in parts_beside(parts, name):
            data = parts.get(target, b"")
            if kind == "comments":
                yield from (Addition("note", sheet, ref.decode()) for ref in _NOTE.findall(data))
            elif kind == "drawing" and sheet != OVERVIEW_SHEET:
                yield Addition("picture", sheet)
        yield from (Addition("link", sheet, ref.decode()) for ref in _LINK.findall(parts.get(name, b"")))


def _in_cells(form: Sheets) -> Iterator[Addition]:
    """Texts in columns that a table does not have, and below the lines of the agency."""
    for sheet in (AGENCY_SHEET, *(table.sheet for table in TABLES)):
        rows = form.rows.get(sheet, ())
        known, lines = {*column_keys(sheet, rows).values()}, row_keys(sheet, rows)
        if sheet == AGENCY_SHEET:
            known, last = known | {LABEL_COLUMN}, max(lines.values(), default=0)
            odd = [(n, m) for n, m in _filled(rows) if m not in known or n > last]
        else:
            odd = [(n, m) for n, m in _filled(rows) if m not in known and n > lines.get(HEAD, 0)]
        yield from (Addition("text", sheet, f"{letters(m)}{n}") for n, m in odd)


def _filled(rows: Rows) -> Iterator[tuple[int, int]]:
    """Row and column of each cell with words in it."""
    for n, row in enumerate(rows, 1):
        yield from ((n, m) for m, text in enumerate(row, 1) if text.strip())
