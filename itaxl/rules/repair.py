"""The plain repairs that findings offer, made one after another until none is left.

The one rule of the place: a cell changes only from a finding's `before` to its `after`; what a person
confirmed as right is never touched.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from itaxl.catalog.fields import fields_of, rewrite, typed_texts
from itaxl.catalog.settings import Settings
from itaxl.model.findings import Finding, Repair
from itaxl.model.records import Record, Report
from itaxl.rules.confirm import sort_out
from itaxl.rules.context import Context
from itaxl.rules.mechanism import run

MAX_ROUNDS = 100  # each makes one repair in every cell that has one; no real cell holds as many faults


@dataclass(frozen=True, slots=True)
class Mended:
    """A report after its repairs; `steps` are the findings whose repair was made, in the order made."""

    report: Report
    steps: tuple[Finding, ...]


def mend(report: Report, how: Settings | None = None, *, spelling: bool = False) -> Mended:
    """Make every repair on offer; two in one cell follow each other, the second as offered for the new text."""
    steps: list[Finding] = []
    # what a person declared right stays so while other faults of the cell are mended
    _, confirmed = sort_out(run(Context(report, how, spelling=spelling)), report.accepted)
    spared = {(each.finding.code, each.finding.field) for each in confirmed}
    seen = {(path, text) for path, text in typed_texts(report).items()}
    for _ in range(MAX_ROUNDS):
        offers: dict[str, Finding] = {}
        for each in _offers(report, how, spelling, spared, seen):
            offers.setdefault(each.field, each)
        if not offers:
            break
        repairs = {path: each.repair for path, each in offers.items() if each.repair}
        report = report.map_records(partial(_repair, repairs=repairs))
        seen |= {(path, each.repair.after) for path, each in offers.items() if each.repair}
        steps += offers.values()
    return Mended(report, tuple(steps))


def _repair(record: Record, repairs: Mapping[str, Repair]) -> Record:
    """The record with the repairs of its fields made; a field whose text is not `before` is left alone."""
    due = [
        each.path
        for each in fields_of(record)
        if each.path in repairs and each.text == repairs[each.path].before
    ]
    return rewrite(record, {path: repairs[path].after for path in due})


def _offers(
    report: Report,
    how: Settings | None,
    spelling: bool,
    spared: set[tuple[str, str]],
    seen: set[tuple[str, str]],
) -> Iterator[Finding]:
    """Findings whose repair can be made now; one that leads back to an earlier text never is."""
    typed = typed_texts(report)
    for finding in run(Context(report, how, spelling=spelling)):
        repair = finding.repair
        if (
            repair
            and repair.before == typed.get(finding.field)
            and (finding.field, repair.after) not in seen
            and (finding.code, finding.field) not in spared
        ):
            yield finding
