"""What a rule may look at: the report, its year, how it will be printed; texts walked once for all rules.

The one rule of the place: nothing here judges.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from itaxl.catalog.fields import typed_texts
from itaxl.catalog.form import AGENCY_SHEET, TABLES
from itaxl.catalog.settings import Settings, is_printed, settings
from itaxl.catalog.year import Year
from itaxl.catalog.year_file import answered_item
from itaxl.catalog.year_file import year as year_of
from itaxl.model.cells import Place
from itaxl.model.columns import Column, Kind, Record, columns
from itaxl.model.findings import Finding, Severity
from itaxl.model.records import MeasureRow, Report
from itaxl.thai.names import parse_agency

_SHEETS = {sheet: n for n, sheet in enumerate((AGENCY_SHEET, *(table.sheet for table in TABLES)))}
_SEVERITIES = {severity: n for n, severity in enumerate(Severity)}
_REF = re.compile(r"([A-Z]+)([0-9]+)")


@dataclass(frozen=True, slots=True)
class Text:
    """A typed text with its place: a whole cell, its lines joined by newlines."""

    record: Record
    column: Column
    text: str


class Context:
    """One report in its year, for one run of the rules."""

    def __init__(self, report: Report, how: Settings | None = None, *, spelling: bool = False) -> None:
        self.report = report
        self.spelling = spelling  # whether the hints on spelling are wanted
        self.year: Year = year_of(report.fiscal_year, report.based_on)
        self.how = how or settings(report, self.year)

    @cached_property
    def answers(self) -> str:
        """The item that the report answers, with its round: O28/2568; empty where the round is not known yet."""
        return answered_item(self.report.paper.ita_round or self.year.answers)

    @property
    def asked_by(self) -> str:
        """Where the parts are asked for that a report must hold, as a source that can be shown."""
        return self.answers or f"สิ่งที่รายงานต้องมี ({self.year.source(self.year.basis.elements).kind})"

    def prints(self, record: Record, column: Column) -> bool:
        """Whether the paper will show the field."""
        return is_printed(column, type(record), self.how)

    @cached_property
    def _own_names(self) -> re.Pattern[str] | None:
        agency = self.report.agency
        names = (
            re.sub(r"\s", "", name) for name in (agency.name, agency.tambon, agency.amphoe, agency.province)
        )
        parts = [re.escape(name) for name in names if name]
        named = parse_agency(agency.name)
        parts += [re.escape(named.name)] if named and named.name else []
        return re.compile("|".join(sorted(parts, key=len, reverse=True))) if parts else None

    def is_own_name(self, text: str, start: int, end: int) -> bool:
        """Whether a place of a text touches the agency's own name, tambon, amphoe or province: no word to judge."""
        found = self._own_names.finditer(text) if self._own_names else ()
        return any(each.start() < end and start < each.end() for each in found)

    @property
    def empty_measure(self) -> MeasureRow:
        """A measure that nobody wrote, at the first row of its table: where a finding about the table is shown."""
        return MeasureRow(at=self.report.starts.get("measures", Place()))

    @cached_property
    def texts(self) -> tuple[Text, ...]:
        """Every text that a person typed; official and unread cells, and results of before, are left out."""
        cells = (
            (record, column, getattr(record, column.key))
            for record in self.report.records()
            for column in columns(type(record))
            if column.kind in (Kind.LINES, Kind.TEXT) and not column.locked
        )
        return tuple(
            Text(record, column, "\n".join(typed) if column.kind is Kind.LINES else typed)
            for record, column, typed in cells
            if typed
        )

    @cached_property
    def typed(self) -> Mapping[str, str]:
        """The text of every field by its path in the case file, as a confirmation knows it."""
        return typed_texts(self.report)

    @cached_property
    def measures(self) -> tuple[tuple[MeasureRow, ...], ...]:
        """The steps of each measure."""
        return self.report.steps_by_measure

    def order(self, finding: Finding) -> tuple[int, int, int, str, int, str]:
        """Where a finding stands in the list: sheet, row, column, then severity."""
        found = _REF.fullmatch(finding.cell.ref)
        column, row = (found[1], int(found[2])) if found else ("", 0)
        sheet = _SHEETS.get(finding.cell.sheet, len(_SHEETS))
        return sheet, row, len(column), column, _SEVERITIES[finding.severity], finding.code


def blank(value: object) -> bool:
    """Whether a value says nothing: empty, or only spaces."""
    if isinstance(value, tuple):
        return all(blank(line) for line in value)
    return value is None or (isinstance(value, str) and not value.strip())
