"""Rows added to an open form: where a new one goes, and how it gets there.

The one rule of the place: where a row goes is decided from the report; only the last step touches the sheet.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from itaxl.addin import seam
from itaxl.catalog.form import MEASURES, MEASURES_SHEET
from itaxl.errors import InputError
from itaxl.model.cells import Cell, letters, position
from itaxl.model.records import Report

if TYPE_CHECKING:
    from xlwings import Book


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
    letter = letters(MEASURES.numbers[key])
    return NewRow(above + 1, Cell(MEASURES_SHEET, f"{letter}{above + 1}"), warning)
