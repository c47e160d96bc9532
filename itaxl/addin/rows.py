"""Rows of an open form: the boxes to write, and where an added row goes.

The one rule of the place: where a row goes is decided from the report; only the last step touches the sheet.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from itaxl.addin import seam
from itaxl.addin.last_tick import Boxes, Change, Changes
from itaxl.catalog.form import MEASURES, MEASURES_SHEET
from itaxl.catalog.values import write_boxes as box_texts
from itaxl.errors import InputError
from itaxl.model.columns import column_of
from itaxl.model.places import Cell
from itaxl.model.records import Report
from itaxl.workbook.refs import letters, position
from itaxl.workbook.sheets import Sheets

if TYPE_CHECKING:
    from xlwings import Book

    from itaxl.catalog.progress import Tick

# -- boxes ------------------------------------------------------------------------------------------


def box_changes(ticks: Iterable[Tick]) -> Changes:
    """The boxes of each row to tick, from the cell of its first box on."""
    changes = {}
    for tick in ticks:
        column = column_of(type(tick.row), "status")
        empty, ticked = (box_texts(column, status) for status in (None, tick.status))
        changes[tick.row.at.cell(column.cells[0])] = Change(empty, ticked)
    return changes


def boxes_at(sheets: Sheets, cells: Mapping[Cell, Change]) -> dict[Cell, Boxes]:
    """What stands in the boxes that begin at these cells now."""
    found = {}
    for cell, change in cells.items():
        column, row = position(cell.ref)
        line = (*sheets.rows.get(cell.sheet, ()),)[row - 1 : row]
        found[cell] = tuple(line[0][column - 1 : column - 1 + len(change.after)]) if line else ()
    return found


def write_boxes(book: Book, boxes: Mapping[Cell, Boxes]) -> None:
    """Write boxes, neighbouring rows in one block, but one by one under a filter: Excel skips hidden rows of a block."""
    if not boxes:
        return
    with seam.calm(book):
        for name in dict.fromkeys(cell.sheet for cell in boxes):
            sheet = book.sheets[name]
            rows = {position(cell.ref): texts for cell, texts in boxes.items() if cell.sheet == name}
            for (column, row), block in _blocks(rows, single=seam.is_filtered(sheet)):
                seam.write(sheet, row, column, block)


def _blocks(
    rows: Mapping[tuple[int, int], Boxes], *, single: bool
) -> list[tuple[tuple[int, int], list[Boxes]]]:
    """Rows that stand below each other, joined; each alone when `single`."""
    blocks: list[tuple[tuple[int, int], list[Boxes]]] = []
    for (column, row), texts in sorted(rows.items()):
        if blocks and not single:
            (left, top), block = blocks[-1]
            if (left, top + len(block)) == (column, row):
                block.append(texts)
                continue
        blocks.append(((column, row), [texts]))
    return blocks


# -- added rows -------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class NewRow:
    """Where a row is to be inserted, the cell to go to then, and what the person must look after."""

    row: int
    cell: Cell
    warning: str = ""


def measure_below(report: Report, cursor: Cell | None) -> NewRow:
    """An empty row below the last step of the measure at the cursor, or below all measures."""
    measures = _rows_of_measures(report)
    at = _measure_at(measures, cursor)
    if at is None:
        return _new_row(report, measures[-1][-1] if measures else _first(report) - 1, "no")
    later = {f"M{n}" for n in range(at + 2, len(measures) + 1)}
    named = sorted({each.of for each in report.evidence if each.of.partition(".")[0].upper() in later})
    warning = (
        f"เพิ่มแถวแล้ว เมื่อกรอกมาตรการใหม่ ลำดับของมาตรการถัดไปจะเลื่อนไปหนึ่ง โปรดแก้ “ของรายการ” ในแผ่นงาน “หลักฐาน” ที่อ้าง {', '.join(named)}"
        if named
        else ""
    )
    return _new_row(report, measures[at][-1], "no", warning)


def step_below(report: Report, cursor: Cell | None) -> NewRow:
    """An empty row below the last step of the measure at the cursor; InputError when the cursor is at none."""
    measures = _rows_of_measures(report)
    at = _measure_at(measures, cursor)
    if at is None:
        raise InputError(
            f"ยังไม่ได้เลือกมาตรการ – โปรดคลิกแถวของมาตรการในแผ่นงาน “{MEASURES_SHEET}” ก่อนกดปุ่มนี้",
            "the cursor is at no measure",
        )
    return _new_row(report, measures[at][-1], "method")


def insert(book: Book, place: NewRow) -> None:
    """Insert the row, always inside of the table: only there do lists, colours and totals grow along."""
    sheet = book.sheets[MEASURES_SHEET]
    seam.unfiltered(sheet)
    last, right = seam.last_row(sheet), seam.last_column(sheet)
    with seam.calm(book), seam.unlocked(sheet):
        seam.insert_row(sheet, min(place.row, last))
        if place.row > last:
            moved = seam.block(sheet, (last + 1, 1), (last + 1, right))
            seam.write(sheet, last, 1, moved)
            seam.write(sheet, last + 1, 1, [("",) * right])


def _rows_of_measures(report: Report) -> list[list[int]]:
    """The rows of the sheet that each measure takes."""
    return [[step.at.row for step in steps if step.at.row] for steps in report.steps_by_measure]


def _measure_at(measures: list[list[int]], cursor: Cell | None) -> int | None:
    """The measure that the cursor is in or directly below; None outside of all."""
    if cursor is None or cursor.sheet != MEASURES_SHEET:
        return None
    row = position(cursor.ref)[1]
    inside = (n for n, rows in enumerate(measures) if rows[0] <= row <= rows[-1])
    below = (n for n, rows in enumerate(measures) if row == rows[-1] + 1)
    return next(inside, next(below, None))


def _first(report: Report) -> int:
    row = report.starts[MEASURES.name].row
    assert row is not None
    return row


def _new_row(report: Report, above: int, key: str, warning: str = "") -> NewRow:
    """A row below this one; the cursor goes to the cell that is typed first."""
    letter = letters(MEASURES.places[key])
    return NewRow(above + 1, Cell(MEASURES_SHEET, f"{letter}{above + 1}"), warning)
