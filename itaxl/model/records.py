"""A report of one agency for one fiscal year, as the form holds it: flat, frozen, typed.

The one rule of the place: a value that is not of its column's kind is not here but in `unread`, as typed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, fields, replace
from typing import Any

from itaxl.model.cells import Cell, Place
from itaxl.model.columns import Lines, Record
from itaxl.model.head import Agency, Assessment, Front, Options, Paper, Plan, Signer
from itaxl.model.kept import CeasedRow, ChangeRow, PastRow
from itaxl.model.rows import Acceptance, Evidence, IndicatorRow, MeasureRow, OItemRow, group_measures

__all__ = [
    "Acceptance",
    "Agency",
    "Assessment",
    "CeasedRow",
    "ChangeRow",
    "Evidence",
    "Front",
    "IndicatorRow",
    "Lines",
    "MeasureRow",
    "OItemRow",
    "Options",
    "Paper",
    "PastRow",
    "Plan",
    "Record",
    "Report",
    "Signer",
]


_BESIDE = ("accepted", "changes", "past", "ceased")  # what stands beside the report of the year


@dataclass(frozen=True, slots=True)
class Report:
    """Everything one form holds; `fiscal_year` is the Buddhist-era year of the actions reported."""

    fiscal_year: int
    paper: Paper = Paper()
    agency: Agency = Agency()
    assessment: Assessment = Assessment()
    options: Options = Options()
    plan: Plan = Plan()
    front: Front = Front()
    signers: tuple[Signer, ...] = ()
    measures: tuple[MeasureRow, ...] = ()  # row by row, as the form has them
    indicators: tuple[IndicatorRow, ...] = ()
    o_items: tuple[OItemRow, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    accepted: tuple[Acceptance, ...] = ()
    changes: tuple[ChangeRow, ...] = ()
    past: tuple[PastRow, ...] = ()
    ceased: tuple[CeasedRow, ...] = ()
    based_on: int | None = None  # the year whose items stand in where the fiscal year has no file of its own
    form_version: int | None = field(default=None, compare=False)  # of the form it was read from
    formulas: tuple[Cell, ...] = ()  # entry cells that hold a formula; their values are never read
    starts: Mapping[str, Place] = field(default_factory=dict, compare=False)  # the first row of each table

    @property
    def steps_by_measure(self) -> tuple[tuple[MeasureRow, ...], ...]:
        """The rows of each measure, the first of which holds what is said of the measure itself."""
        return group_measures(self.measures)

    def map_records(self, change: Callable[[Record], Record]) -> Report:
        """The report with each record that a person fills changed, as `records` has them."""
        changed: dict[str, Any] = {}
        for each in fields(self):
            value = getattr(self, each.name)
            if isinstance(value, Record):
                changed[each.name] = change(value)
            elif (
                each.name not in _BESIDE
                and value
                and isinstance(value, tuple)
                and isinstance(value[0], Record)
            ):
                changed[each.name] = tuple(map(change, value))
        return replace(self, **changed)

    def records(self) -> Iterator[Record]:
        """Every record that a person fills, in the order of the form; neither confirmations nor what was kept of before."""
        yield from (self.agency, self.assessment, self.paper, self.options, self.plan, self.front)
        yield from self.signers
        yield from self.measures
        yield from self.indicators
        yield from self.o_items
        yield from self.evidence
