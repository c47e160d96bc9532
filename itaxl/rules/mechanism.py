"""How a rule is declared and run: its code, severity, title and source stand on the function itself.

The one rule of the place: lists of rules are made from these declarations, never written by hand.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache

import itaxl.rules
from itaxl.catalog.fields import fingerprint
from itaxl.model.cells import Cell
from itaxl.model.codes import Declaration, declare, declared
from itaxl.model.columns import Record, column_of
from itaxl.model.findings import Finding, Repair, Severity
from itaxl.rules.context import Context
from itaxl.thai.personal import mask


@dataclass(frozen=True, slots=True)
class Hit:
    """What a rule yields: a record, the machine key of the cell, and the words for a person.

    `key` is a field or one of its cells (`status:done`); `quote` is as typed, empty only where the cell is;
    `path` replaces the field's own path where the finding is about a whole table; `doubtful` makes of an error
    a warning, where this one hit rests on less than the rule's own ground.
    """

    record: Record
    key: str
    quote: str
    message: str
    fix: str
    source: str = ""  # more exact than the rule's own
    repair: Repair | None = None
    path: str = ""
    doubtful: bool = False


_MAY_BE_RIGHT = "หากถูกต้องอยู่แล้ว ให้ยืนยันว่าถูกต้องพร้อมเหตุผล"

Check = Callable[[Context], Iterable[Hit]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule(Declaration):
    """One rule as declared, with the function that looks."""

    check: Check
    speaks_of_unread: bool = False
    only_with_spelling: bool = False
    confirmable: bool = True

    def wanted(self, context: Context) -> bool:
        """Whether the rule is to run on a report: its year, and whether hints on spelling are asked for."""
        return self.applies(context.year.year) and (context.spelling or not self.only_with_spelling)

    def findings(self, context: Context) -> Iterator[Finding]:
        """The rule's findings; it says nothing of a cell that could not be read, unless that is its subject."""
        for hit in self.check(context):
            field = hit.key.partition(":")[0]
            if self.speaks_of_unread or not {field, hit.key} & hit.record.unread.keys():
                yield self._finding(hit, field, context)

    def _finding(self, hit: Hit, field: str, context: Context) -> Finding:
        place, column = hit.record.at, column_of(type(hit.record), field)
        key = hit.key if hit.key in place.refs else column.cells[0]
        cell = place.cell(key) if place.refs else Cell("", "")  # data that came from no form has no cells
        path = hit.path or place.field(field, outer=column.outer)
        source, typed = hit.source or self.source, context.typed.get(path, "")
        severity = Severity.WARNING if hit.doubtful and self.severity is Severity.ERROR else self.severity
        confirmable = self.confirmable and bool(
            hit.quote or hit.path
        )  # an empty cell says nothing that could be right
        may_be_right = severity is Severity.WARNING and confirmable and "ยืนยัน" not in hit.fix
        return Finding(
            self.code,
            severity,
            cell,
            path,
            mask(hit.quote, typed),
            mask(hit.message, typed),
            f"{hit.fix} {_MAY_BE_RIGHT}" if may_be_right else hit.fix,
            source,
            hit.repair,
            fingerprint(typed),
            confirmable,
        )


def rule(
    code: str,
    severity: Severity,
    title: str,
    source: str,
    *,
    since: int = 0,
    until: int = 0,
    speaks_of_unread: bool = False,
    only_with_spelling: bool = False,
    confirmable: bool = True,
) -> Callable[[Check], Check]:
    """Declare a rule; the first line of the function's docstring is its English title.

    `confirmable`: whether a person may answer "it is right as it stands"; not where nothing stands.
    """

    def declare_check(check: Check) -> Check:
        declare(
            Rule(
                code=code,
                severity=severity,
                title=title,
                english=(check.__doc__ or "").partition("\n")[0].removesuffix("."),
                source=source,
                since=since,
                until=until,
                check=check,
                speaks_of_unread=speaks_of_unread,
                only_with_spelling=only_with_spelling,
                confirmable=confirmable,
            )
        )
        return check

    return declare_check


@cache
def all_rules() -> tuple[Rule, ...]:
    """Every rule there is, by code: what the modules of this package declare."""
    for module in pkgutil.iter_modules(itaxl.rules.__path__):
        importlib.import_module(f"itaxl.rules.{module.name}")
    return tuple(kind for kind in declared() if isinstance(kind, Rule))


def run(context: Context) -> list[Finding]:
    """Every finding of every rule that holds for the year, in the order of the form, errors first in a cell."""
    wanted = (rule for rule in all_rules() if rule.wanted(context))
    findings = {finding: None for rule in wanted for finding in rule.findings(context)}
    return sorted(findings, key=lambda finding: context.order(finding))
