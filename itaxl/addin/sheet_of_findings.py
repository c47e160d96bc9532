"""The sheet รายการที่ต้องแก้ไข of an open form: filled from a verdict, and walked through.

The one rule of the place: it is written only when something on it changes, for any writing empties Excel's own undo.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from itaxl.addin import seam
from itaxl.catalog.form import ACCEPTED, AGENCY_SHEET, FINDINGS_SHEET, TABLES
from itaxl.model.cells import Cell, position
from itaxl.model.findings import Finding, Listed, Severity

if TYPE_CHECKING:
    from xlwings import Book, Sheet

    from itaxl.model.records import Report
    from itaxl.pipeline import Verdict

ROOM = ACCEPTED.empty_rows
_ORDER = {sheet: n for n, sheet in enumerate((AGENCY_SHEET, *(table.sheet for table in TABLES)))}
_KEYS = tuple(sorted(ACCEPTED.numbers, key=ACCEPTED.numbers.__getitem__))  # from left to right
_LEFT = ACCEPTED.numbers[_KEYS[0]]
_LINK = _KEYS.index("~place")

Line = tuple[str, ...]  # the texts of one row, in the order of the columns


@dataclass(frozen=True, slots=True)
class Written:
    """What came of a writing: rows shown, rows for which there was no room, whether anything was written."""

    shown: int
    left_out: int
    changed: bool


def write(book: Book, verdict: Verdict) -> Written:
    """Show the findings of a verdict; reasons that still hold stay beside their finding."""
    sheet = book.sheets[FINDINGS_SHEET]
    first = _first(verdict.report)
    listed = rows_for(verdict)
    shown = _within_room(listed)
    lines = [line(each) for each in shown]
    before = _lines_on(sheet, first)
    changed = lines != before
    if changed:
        with seam.calm(book):
            _put(sheet, first, shown, lines, len(before))
    return Written(len(shown), len(listed) - len(shown), changed)


def rows_for(verdict: Verdict) -> list[Listed]:
    """Every row the sheet should have; a confirmation that nobody gave a reason for is none."""
    from itaxl.rules.confirm import listed

    accepted = [each for each in verdict.report.accepted if each.reason.strip()]
    return list(listed(verdict.findings, verdict.confirmed, accepted, verdict.lapsed))


def line(row: Listed) -> Line:
    """The texts of a row."""

    answer = row.confirmation
    texts = {
        **row.texts(),
        "code": answer.code,
        "field": answer.field,
        "text_hash": answer.text_hash,
        "reason": answer.reason,
    }
    return tuple(texts[key] for key in _KEYS)


def _within_room(rows: Sequence[Listed]) -> list[Listed]:
    """The rows that the sheet can hold: what a person has typed first, then errors, all in the order of the form."""
    if len(rows) <= ROOM:
        return list(rows)
    severities = list(Severity)
    weights = [
        -1 if row.confirmation.reason or row.finding is None else severities.index(row.finding.severity)
        for row in rows
    ]
    by_weight = sorted(range(len(rows)), key=weights.__getitem__)
    return [rows[n] for n in sorted(by_weight[:ROOM])]


# -- the sheet --------------------------------------------------------------------------------------


def is_filled(book: Book, report: Report) -> bool:
    """Whether the sheet lists anything at all."""
    return _lines_on(book.sheets[FINDINGS_SHEET], _first(report)) != []


def _first(report: Report) -> int:
    """The first row below the headings."""
    row = report.starts[ACCEPTED.name].row
    assert row is not None, "a form that was read has its first row"
    return row


def _lines_on(sheet: Sheet, first: int) -> list[Line]:
    """The rows the sheet shows now, without the empty ones."""
    texts = seam.block(sheet, (first, _LEFT), (first + ROOM - 1, _LEFT + len(_KEYS) - 1))
    return [each for each in texts if any(each)]


def _put(sheet: Sheet, first: int, shown: Sequence[Listed], lines: Sequence[Line], before: int) -> None:
    """Write the rows and empty those that are left over; the link column is written apart."""
    seam.unfiltered(sheet)
    count = max(len(lines), before)
    empty = ("",) * len(_KEYS)
    padded = [*lines, *[empty] * (count - len(lines))]
    targets = [each.finding.cell if each.finding else None for each in shown]
    with seam.unlocked(sheet):
        seam.write_text(sheet, first, _LEFT, [each[:_LINK] for each in padded])
        seam.write_links(sheet, first, _LEFT + _LINK, [*targets, *[None] * (count - len(targets))])
        seam.write_text(sheet, first, _LEFT + _LINK + 1, [each[_LINK + 1 :] for each in padded])
        seam.fit_rows(sheet, first, first + count - 1)


# -- walking ----------------------------------------------------------------------------------------


def after(findings: Iterable[Finding], cursor: Cell | None) -> Finding | None:
    """The first finding behind the cursor in the order of the form, else the first of all."""
    serious = [each for each in findings if each.severity is not Severity.HINT]
    here = _rank(cursor) if cursor and cursor.sheet in _ORDER else (-1, 0, 0)
    return next((each for each in serious if _rank(each.cell) > here), next(iter(serious), None))


def _rank(cell: Cell) -> tuple[int, int, int]:
    column, row = position(cell.ref)
    return _ORDER[cell.sheet], row, column
