"""Reports for the tests of papers: the real cases, and one with every field filled.

The one rule of the place: what is filled here says its own path, so that a test sees where it came out.
"""

import json
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from itaxl.case.load import read_case
from itaxl.catalog.year import Year
from itaxl.catalog.year_file import year as year_of
from itaxl.model.columns import Column, Kind, columns
from itaxl.model.records import (
    Agency,
    Assessment,
    Front,
    IndicatorRow,
    MeasureRow,
    OItemRow,
    Paper,
    Plan,
    Record,
    Report,
    Signer,
)

R = TypeVar("R", bound=Record)
_WRITTEN = (Kind.TEXT, Kind.LINES)
CASES = Path(__file__).parent.parent / "data" / "cases"


@cache
def case(name: str) -> Report:
    """A real report."""
    return read_case(CASES / f"{name}.json")


@cache
def raw(name: str) -> Any:
    """A real report as its JSON."""
    return json.loads((CASES / f"{name}.json").read_text("utf-8"))


def year() -> Year:
    """The year of these tests."""
    return year_of(2567)


def filled(record: type[R], path: str, **values: Any) -> R:
    """A record whose texts and lines say their own path; other kinds only when given."""
    values = {**{c.key: _own_path(c, path) for c in columns(record) if c.kind in _WRITTEN}, **values}
    return record(**values)


def _own_path(column: Column, path: str) -> str | tuple[str, ...]:
    text = f"{path}.{column.key}"
    return text if column.kind is Kind.TEXT else (f"{text} ก", f"{text} ข")


def everything() -> Report:
    """A report with every field filled, two measures of two and one steps, four signers."""
    return Report(
        fiscal_year=2567,
        paper=filled(Paper, "paper", round=6, ita_round=2568, layout=None, digits=None),
        agency=filled(Agency, "agency", logo=""),
        assessment=filled(
            Assessment, "assessment", fiscal_year=2566, score=85.5, iit=80.0, eit=81.25, oit=90.1
        ),
        plan=filled(Plan, "plan"),
        front=filled(Front, "front"),
        signers=tuple(filled(Signer, f"signer{n}") for n in range(1, 5)),
        measures=(
            filled(MeasureRow, "m1", no=1, status="done", percent=100.0),
            filled(MeasureRow, "m1b", no=None, title=(), indicator="", topic="", status="in_progress"),
            filled(MeasureRow, "m2", no=2, status="impossible"),
        ),
        indicators=tuple(filled(IndicatorRow, f"i{n}", no=n, status="done") for n in range(1, 9)),
        o_items=tuple(
            filled(OItemRow, f"o{n}", no=n, status="not_started", has_data=True, published=False)
            for n in range(1, 36)
        ),
    )


def with_item(report: Report, no: int, **values: Any) -> Report:
    """The report with other values in one O-item."""
    items = [replace(item, **values) if item.no == no else item for item in report.o_items]
    return replace(report, o_items=tuple(items))
