"""What ภาพรวม tells, and what it should: counted from the report, never from the formulas."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from openpyxl.worksheet.worksheet import Worksheet

from itaxl.case.load import load
from itaxl.catalog.year_file import year as year_of
from itaxl.model.columns import STATUSES

Counts = dict[str, list[int]]


def progress(rows: Iterable[Sequence[str]]) -> Counts:
    """Of each part: rows, the four states, rows without a state, the share done in whole percent."""
    lines = (row[1:] for row in rows if re.fullmatch(r"มาตรการ|IIT|EIT|OIT|\d+\.\d", row[1]))
    found: Counts = {}
    for code, _, *figures in lines:
        if code not in found:  # the sheets of the list below bear some of these names too
            found[code] = [*(int(text) for text in figures[:6]), round(float(figures[6]) * 100)]
    return found


def waiting(rows: Sequence[Sequence[str]]) -> dict[tuple[str, str], int]:
    """How many cells of each required column are empty, by sheet and heading."""
    top = next(n for n, row in enumerate(rows) if row[1] == "แผ่นงาน")
    last = next(n for n, row in enumerate(rows) if row[2] == "รวม")
    found = {(row[1], row[2]): int(row[3]) for row in rows[top + 1 : last]}
    assert int(rows[last][3]) == sum(found.values())
    return found


def progress_in(sheet: Worksheet) -> Counts:
    """The same, of a sheet."""
    return progress(_texts(sheet))


def waiting_in(sheet: Worksheet) -> dict[tuple[str, str], int]:
    """The same, of a sheet."""
    return waiting(_texts(sheet))


def _texts(sheet: Worksheet) -> list[list[str]]:
    return [
        ["" if value is None else str(value) for value in row] for row in sheet.iter_rows(values_only=True)
    ]


def counted(data: dict[str, Any]) -> Counts:
    """The progress of a report."""
    report = load(data)
    year = year_of(report.fiscal_year)
    states: dict[str, dict[int, str | None]] = {"IIT": {}, "EIT": {}, "OIT": {}}
    for each in year.surveyed:
        states[each.instrument][each.no] = None
    states |= {
        sub.no: {i.no: None for i in year.items if i.sub_indicator == sub.no} for sub in year.sub_indicators
    }
    states["OIT"] = {item.no: None for item in year.items}
    for part, numbers in states.items():
        rows = report.indicators if part in ("IIT", "EIT") else report.o_items
        numbers.update({row.no: row.status for row in rows if row.no in numbers})
    steps = {n: step.status for n, step in enumerate(report.measures)}
    return {part: _figures(list(each.values())) for part, each in {"มาตรการ": steps, **states}.items()}


def _figures(states: list[str | None]) -> list[int]:
    tally = Counter(states)
    share = round(100 * tally["done"] / len(states)) if states else 0
    return [len(states), *(tally[status] for status, _ in STATUSES), tally[None], share]
