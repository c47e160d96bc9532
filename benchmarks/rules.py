"""All rules, warm: on a full form; and on ten and a hundred times the measures, which must cost no more by row."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from _bench import Json, full_case, medians, ms, table

from itaxl import pipeline
from itaxl.case.load import load
from itaxl.model.records import Report
from itaxl.rules.mechanism import all_rules

FULL, MEASURES, RUNS = 40, 5, 3


def measures(count: int) -> Report:
    """A report of measures and their evidence only, for those are the rows that people add."""
    data: Json = full_case(count) | {"indicators": [], "o_items": []}
    return load(data)


def rows_of(report: Report) -> int:
    """The rows that a person filled: every one here, but for the year's own in a report of measures only."""
    fixed = sum(bool(row.progress) for row in report.indicators) + sum(
        bool(row.progress) for row in report.o_items
    )
    return len(report.measures) + len(report.evidence) + fixed


def check(report: Report) -> int:
    """The number of findings."""
    return len(pipeline.check(report).findings)


def main() -> None:
    reports = {
        "full form": load(full_case(FULL)),
        **{f"measures × {n}": measures(MEASURES * n) for n in (1, 10, 100)},
    }
    found = {name: check(report) for name, report in reports.items()}  # and warm
    works: dict[str, Callable[[], object]] = {
        name: partial(check, report) for name, report in reports.items()
    }
    largest = {"measures × 100": works.pop("measures × 100")}
    times = medians(works, RUNS) | medians(largest, 1)
    a_row = {name: times[name] / rows_of(report) for name, report in reports.items()}
    rows = [
        [name, f"{rows_of(reports[name]):,}", f"{found[name]:,}", ms(times[name]), ms(a_row[name]), ratio]
        for name, ratio in ((name, f"{a_row[name] / a_row['measures × 1']:.2f}") for name in reports)
    ]
    title = f"{len(all_rules())} rules, warm, median of {RUNS} (the last once)"
    table(title, ["report", "rows", "findings", "time", "a row", "× a row of measures × 1"], rows)


if __name__ == "__main__":
    main()
