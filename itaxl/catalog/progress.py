"""Which box a row's own words tick: the rules in order, each with its sentence for people.

The one rule of the place: a choice that a person made is never changed; a row that says nothing stays unticked.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from itaxl.model.columns import Lines
from itaxl.model.records import IndicatorRow, MeasureRow, OItemRow, Report
from itaxl.thai.dates import find_dates, months_of_round, parse_date

Row = MeasureRow | IndicatorRow | OItemRow


@dataclass(frozen=True, slots=True)
class TickRule:
    """One rule: `says` is read by people; `decide` gives a status or None; a `firm` one may doubt a person's choice."""

    code: str
    says: str
    firm: bool
    decide: Callable[[Row, datetime.date], str | None]


@dataclass(frozen=True, slots=True)
class Tick:
    """What the rules say of one row: the status, and the rule that spoke first."""

    row: Row
    status: str
    rule: TickRule


# -- what a row says --------------------------------------------------------------------------------


def result(row: Row) -> Lines:
    """The lines that tell what was done."""
    lines = (*row.summary, *row.outcome) if isinstance(row, MeasureRow) else row.progress
    return tuple(line for line in lines if line.strip(" -–•\t"))


def chosen(row: Row) -> bool:
    """Whether a person has ticked, or typed something, among the boxes of the row."""
    return row.status is not None or "status" in row.unread


_BULLET = re.compile(r"^[\s\-–•*.()\d๐-๙]+")
_WORDS = (
    (re.compile(r"ไม่สามารถดำเนิน|ไม่อาจดำเนิน"), "impossible"),
    (re.compile(r"ยังไม่(?:ได้|มีการ)?\s?(?:ดำเนิน|จัด|เริ่ม)|ยังมิได้ดำเนิน"), "not_started"),
    (re.compile(r"(?:อยู่(?:ใน)?ระหว่าง|กำลัง(?:ดำเนิน|จัดทำ)|ดำเนินการบางส่วน)"), "in_progress"),
)


def _by_reason(row: Row, as_of: datetime.date) -> str | None:
    return "impossible" if row.reason.strip() else None


def _by_percent(row: Row, as_of: datetime.date) -> str | None:
    percent = row.percent if isinstance(row, MeasureRow) else None
    if percent is None or not 0 <= percent <= 100:
        return None
    return {0: "not_started", 100: "done"}.get(int(percent) if percent in (0, 100) else -1, "in_progress")


def _by_words(row: Row, as_of: datetime.date) -> str | None:
    first = next(iter(result(row)), "")
    start = _BULLET.sub("", first)
    return next((status for pattern, status in _WORDS if pattern.match(start)), None)


def _by_date(row: Row, as_of: datetime.date) -> str | None:
    """Only dates still to come: the work has been planned, not finished."""
    dates = [found.date.date for line in result(row) for found in find_dates(line)]
    days = [day for day in dates if day is not None]
    if not days:
        return None
    return "done" if min(days) <= as_of else "in_progress"


def _by_link(row: Row, as_of: datetime.date) -> str | None:
    linked = isinstance(row, OItemRow) and (row.url.strip() or row.published is True)
    return "done" if linked else None


def _by_result(row: Row, as_of: datetime.date) -> str | None:
    """A result that only repeats the plan tells nothing."""
    plan = row.method if isinstance(row, MeasureRow) else ()
    return "done" if set(result(row)) - set(plan) else None


RULES = (
    TickRule("T1", "มีเหตุผลที่ไม่สามารถดำเนินการได้ → ไม่สามารถดำเนินการได้", True, _by_reason),
    TickRule(
        "T2", "ร้อยละ 100 → ดำเนินการแล้ว, มากกว่า 0 → อยู่ระหว่างดำเนินการ, 0 → ยังไม่ดำเนินการ", True, _by_percent
    ),
    TickRule(
        "T3",
        "ผลขึ้นต้นด้วย “ยังไม่ได้ดำเนินการ” “อยู่ระหว่าง…” หรือ “ไม่สามารถดำเนินการ…” → ตามคำนั้น",
        True,
        _by_words,
    ),
    TickRule(
        "T4",
        "ผลระบุวันที่ไม่เกินวันที่ของข้อมูล → ดำเนินการแล้ว, มีแต่วันที่หลังจากนั้น → อยู่ระหว่างดำเนินการ",
        False,
        _by_date,
    ),
    TickRule("T5", "มีลิงก์ หรือเลือก เผยแพร่แล้ว → ดำเนินการแล้ว", False, _by_link),
    TickRule("T6", "มีผลการดำเนินการที่ไม่ใช่ข้อความเดียวกับวิธีดำเนินการ → ดำเนินการแล้ว", False, _by_result),
)
PROMISE = "แถวที่เลือกสถานะไว้แล้วไม่ถูกเปลี่ยน แถวที่ยังไม่มีผลไม่ถูกติ๊ก"


# -- the report -------------------------------------------------------------------------------------


def as_of(report: Report) -> datetime.date:
    """The day the data speaks of: data date, else report date, else the last day of the round."""
    for text in (report.paper.data_date, report.paper.report_date):
        if text.strip() and (date := parse_date(text)) and date.date:
            return date.date
    return months_of_round(report.fiscal_year, 6 if report.paper.round == 6 else 12)[1]


def decide(row: Row, day: datetime.date) -> Tick | None:
    """What the rules say of a row, whatever is ticked; None when none speaks."""
    for rule in RULES:
        if status := rule.decide(row, day):
            return Tick(row, status, rule)
    return None


def rows(report: Report) -> Iterator[Row]:
    """Every row that has boxes."""
    yield from report.measures
    yield from report.indicators
    yield from report.o_items


def ticks(report: Report) -> list[Tick]:
    """The boxes to tick: rows without a choice, on which a rule speaks."""
    day = as_of(report)
    said = (decide(row, day) for row in rows(report) if not chosen(row))
    return [tick for tick in said if tick is not None]


def doubts(report: Report) -> list[Tick]:
    """Rows whose choice a firm rule would not have made; they stay as they are, and a person is told."""
    day = as_of(report)
    said = (decide(row, day) for row in rows(report) if row.status is not None)
    return [tick for tick in said if tick and tick.rule.firm and tick.status != tick.row.status]


def filled(report: Report) -> Report:
    """The report with those boxes ticked; for `itaxl fill`, which makes a new form of it."""
    said = {id(tick.row): tick.status for tick in ticks(report)}
    return replace(
        report,
        measures=tuple(replace(row, status=said.get(id(row), row.status)) for row in report.measures),
        indicators=tuple(replace(row, status=said.get(id(row), row.status)) for row in report.indicators),
        o_items=tuple(replace(row, status=said.get(id(row), row.status)) for row in report.o_items),
    )
