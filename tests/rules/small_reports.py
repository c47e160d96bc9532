"""Small reports for tests of single rules, and what one rule says of them.

The one rule of the place: a report here holds what its test is about, and nothing that another rule waits for.
"""

from __future__ import annotations

import tomllib
from typing import Any

from itaxl.case.load import load
from itaxl.catalog.year_file import keep_year, shipped_files
from itaxl.model.findings import Finding
from itaxl.rules.context import Context
from itaxl.rules.mechanism import run

Json = dict[str, Any]

_OUTER = {"no", "instrument", "indicator", "topic", "title"}


def item(no: int, *progress: str, status: str | None = "done", **fields: Any) -> Json:
    """A row of an O-item whose result has these lines."""
    return {"no": no, "status": status, "progress": list(progress), **fields}


def indicator(no: int, *progress: str, status: str | None = "done", **fields: Any) -> Json:
    """A row of an indicator whose result has these lines."""
    return {"no": no, "status": status, "progress": list(progress), **fields}


def measure(*summary: str, steps: list[Json] | None = None, **fields: Any) -> Json:
    """A measure of one step whose result has these lines; fields of the measure and of the step alike."""
    outer: Json = {"no": 1, "title": ["มาตรการหนึ่ง"]}
    for key in _OUTER & fields.keys():
        outer[key] = fields.pop(key)
    return {**outer, "steps": steps or [{"summary": list(summary), **fields}]}


def report(year: int = 2567, layout: str = "annual", *, tables: bool = True, **fields: Any) -> Json:
    """Case data of a report whose item tables are printed where the layout has them."""
    options: Json = {"item_tables": True} if tables and layout in ("annual", "book") else {}
    return {"format": "itaxl-report/1", "fiscal_year": year, "layout": layout, "options": options, **fields}


def findings(code: str, data: Json) -> list[Finding]:
    """What one rule says of a report."""
    return [each for each in run(Context(load(data))) if each.code == code]


def hits(code: str, data: Json) -> list[tuple[str, str]]:
    """Field and quote of each finding of one rule."""
    return [(each.field, each.quote) for each in findings(code, data)]


def of_item(code: str, no: int, *progress: str, year: int = 2567, **fields: Any) -> list[str]:
    """The quotes of one rule's findings on the result of one O-item."""
    data = report(year, o_items=[item(no, *progress, **fields)])
    return [quote for field, quote in hits(code, data) if field == f"o_items[{no - 1}].progress"]


def of_measure(code: str, *summary: str, year: int = 2567, **fields: Any) -> list[tuple[str, str]]:
    """Key and quote of one rule's findings on one measure."""
    data = report(year, "matrix", measures=[measure(*summary, **fields)])
    return [
        (field.rpartition(".")[2], quote)
        for field, quote in hits(code, data)
        if field.startswith("measures[0]")
    ]


def know_the_year(year: int, kind: str) -> None:
    """Let every fact of a year be known from sources of one kind; only in a test with years of its own."""
    data = tomllib.loads(shipped_files()[year].read_text("utf-8"))
    keep_year({**data, "sources": [{**each, "kind": kind} for each in data["sources"]]}, force=True)
