"""What the benchmarks share: data to measure on, medians, and tables.

The one rule of the place: figures that are compared come from one run, in turns; no figure of a machine is asserted.
"""

from __future__ import annotations

import json
import statistics
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from itaxl.catalog.year_file import year as year_of
from itaxl.model.columns import Column, Kind, columns
from itaxl.model.records import (
    Agency,
    Assessment,
    Evidence,
    IndicatorRow,
    MeasureRow,
    OItemRow,
    Paper,
    Plan,
    Signer,
)

Json = dict[str, Any]

CASES = Path(__file__).parent.parent / "tests" / "data" / "cases"
YEAR = 2567
WORDS = "วันที่ ๑๕ มกราคม ๒๕๖๗ จัดประชุมพนักงานเรื่องการป้องกันผลประโยชน์ทับซ้อน มีผู้เข้าร่วม ๔๒ คน"


def case(name: str) -> Json:
    """A real report's data."""
    data: Json = json.loads((CASES / f"{name}.json").read_text(encoding="utf-8"))
    return data


def full_case(measures: int) -> Json:
    """Case data with every cell filled, and this many measures of one step."""
    year = year_of(YEAR)
    own = _row(MeasureRow, outer=True)
    return {
        "format": "itaxl-report/1",
        "fiscal_year": YEAR,
        **_row(Paper),
        "options": {"item_tables": True},
        "agency": _row(Agency) | {"name": "เทศบาลตำบลบ้านใหม่", "kind": "เทศบาลตำบล"},
        "assessment": _row(Assessment),
        "plan": _row(Plan),
        "signers": [_row(Signer)] * 4,
        "measures": [{**own, "no": no, "steps": [_step(no)]} for no in range(1, measures + 1)],
        "indicators": [_row(IndicatorRow) | {"no": each.no} for each in year.surveyed],
        "o_items": [_row(OItemRow) | {"no": each.no} for each in year.items],
        "evidence": [_row(Evidence) | {"of": f"M{no}"} for no in range(1, measures + 1)],
    }


def _step(no: int) -> Json:
    """A step whose texts are unlike those of every other one."""
    step = _row(MeasureRow, outer=False)
    return step | {"summary": [f"{WORDS} ครั้งที่ {no}"], "outcome": [f"{WORDS} ได้ผลลำดับ {no}"]}


def _row(kind: type, outer: bool | None = None) -> Json:
    """A value for every field of a record; with `outer` only those of a measure, or only those of its steps."""
    wanted = (column for column in columns(kind) if outer is None or column.outer is outer)
    return {column.key: _value(column) for column in wanted}


def _value(column: Column) -> object:
    if column.count > 1:
        return [90.25] * column.count
    if column.choices:
        return column.choices[-1][0]
    texts: dict[Kind, object] = {Kind.LINES: [WORDS] * 3, Kind.WHOLE: YEAR, Kind.NUMBER: 80}
    return texts.get(column.kind, "ตลอดปีงบประมาณ")


def seconds(work: Callable[[], object]) -> float:
    """How long some work takes, once."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def medians(works: Mapping[str, Callable[[], object]], runs: int) -> dict[str, float]:
    """The median time of each work in seconds; they take turns, so that what else the machine does hits all."""
    times: dict[str, list[float]] = {name: [] for name in works}
    for _ in range(runs):
        for name, work in works.items():
            times[name].append(seconds(work))
    return {name: statistics.median(each) for name, each in times.items()}


def ms(time_in_seconds: float) -> str:
    """A time for a table."""
    return f"{time_in_seconds * 1000:,.1f} ms"


def table(title: str, head: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Print a Markdown table under its title; columns after the first are figures."""
    lines = [head, ["---", *["---:"] * (len(head) - 1)], *rows]
    print(f"\n### {title}\n", *(f"| {' | '.join(line)} |" for line in lines), sep="\n")
