"""Periods: a row's own period lies in the year, its results lie in the period, and the paper comes after both.

The one rule of the place: a period in free words ("เป็นประจำทุกเดือน") is no period, and nothing is said of it.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from itaxl.model.columns import Record
from itaxl.model.findings import Severity
from itaxl.rules import sources
from itaxl.rules.context import Context
from itaxl.rules.days import Span, dated, excused, is_history, outside_the_year, strange, told_dates
from itaxl.rules.mechanism import Hit, rule
from itaxl.rules.results import Row, heading, period_of, rows, text_of
from itaxl.thai.calendar import ERA, fiscal_year_span, format_date, months_of_round

_GRACE_OF_ROW = datetime.timedelta(days=31)  # to report on a row's work

# ---- the row's own period --------------------------------------------------------------------------------------------


def _own_span(context: Context, row: Row) -> Span | None:
    """The days of the row's own period; None where it has none or runs backwards."""
    period = period_of(row, context.year.year)
    first, last = (period.first_day, period.last_day) if period else (None, None)
    return (first, last) if first and last and first <= last else None


def _within(span: Span, limits: Span) -> bool:
    return limits[0] <= span[0] and span[1] <= limits[1]


@rule("Y21", Severity.WARNING, "วันที่ของผลอยู่นอกระยะเวลาของแถว", sources.ELSEWHERE)
def date_outside_the_rows_own_period(context: Context) -> Iterator[Hit]:
    """The date of a result lies outside the row's own period.

    The result speaks of a day or month before the row's period begins or after it ends.
    """
    for row in rows(context):
        span = _own_span(context, row)
        right = span and _within(span, fiscal_year_span(context.year.year))  # else the period itself is wrong
        for key, text, found, day in told_dates(row) if right else ():
            apart = span and (day[1] < span[0] or span[1] < day[0])
            if not span or not apart or is_history(text, found, day, span[0]):
                continue
            known = excused(text, found, day, span, _GRACE_OF_ROW) or strange(context, row, key, found, day)
            if not known:  # excused, or said to be outside the year
                period = text_of(row.record, "period").strip()
                message = f"{row.name}: ผลกล่าวถึง “{found.text}” แต่ระยะเวลาของแถวนี้คือ “{period}”"
                yield Hit(row.record, key, found.text, message, "แก้วันที่ของผล หรือระยะเวลา ให้ตรงกัน")


@rule("Y22", Severity.WARNING, "ระยะเวลาย้อนกลับ", sources.CALENDAR)
def period_runs_backwards(context: Context) -> Iterator[Hit]:
    """A period that ends before it begins.

    The end lies before the start.
    """
    for row in rows(context):
        period = period_of(row, context.year.year)
        first, last = (period.first_day, period.last_day) if period else (None, None)
        if first and last and last < first:
            quote = text_of(row.record, "period").strip()
            message = f"{row.name}: ระยะเวลา “{quote}” สิ้นสุดก่อนวันเริ่มต้น"
            yield Hit(row.record, "period", quote, message, "ตรวจเดือนและปีของวันเริ่มต้นและวันสิ้นสุด")


@rule("Y23", Severity.WARNING, "ระยะเวลาอยู่นอกปีงบประมาณ", sources.FISCAL_YEAR)
def period_outside_the_fiscal_year(context: Context) -> Iterator[Hit]:
    """A period that leaves the fiscal year.

    The period begins before the fiscal year or ends after it.
    """
    for row in rows(context):
        span = _own_span(context, row)
        if span and not _within(span, fiscal_year_span(context.year.year)):
            quote = text_of(row.record, "period").strip()
            message = f"{row.name}: ระยะเวลา “{quote}” {outside_the_year(context)}"
            yield Hit(row.record, "period", quote, message, "แก้ระยะเวลาให้อยู่ในปีงบประมาณของรายงาน")


_NEARLY_ROUND = (5, 7, 11)  # months from October: one short of a half or a year, or one more


@rule("Y24", Severity.WARNING, "ระยะเวลาไม่ตรงกับรอบ 6 หรือ 12 เดือน", sources.ROUNDS)
def period_misses_the_round(context: Context) -> Iterator[Hit]:
    """A period from October that misses a half or the year by one month.

    A period from the first day of the year that ends one month beside the end of a round.

    The steps of a measure may take any time; it is the measure as a whole that a round is reported of.
    """
    first = fiscal_year_span(context.year.year)[0]
    steps = {id(step) for measure in context.measures if len(measure) > 1 for step in measure}
    for row in (row for row in rows(context) if id(row.record) not in steps):
        span = _own_span(context, row)
        after = span[1] + datetime.timedelta(days=1) if span and span[0] == first else first
        months = 12 * (after.year - first.year) + after.month - first.month if after.day == 1 else 0
        if months in _NEARLY_ROUND:
            quote = text_of(row.record, "period").strip()
            message = f"{row.name}: ระยะเวลา “{quote}” นับได้ {months} เดือน ไม่ตรงกับรอบ 6 เดือนหรือ 12 เดือน"
            yield Hit(
                row.record, "period", quote, message, "ตรวจเดือนสิ้นสุด รอบ 6 เดือนถึงมีนาคม รอบ 12 เดือนถึงกันยายน"
            )


# ---- the paper's own date --------------------------------------------------------------------------------------------


@rule("Y25", Severity.WARNING, "ติ๊กว่าดำเนินการแล้ว ก่อนสิ้นสุดระยะเวลา", sources.CALENDAR)
def done_before_the_period_is_over(context: Context) -> Iterator[Hit]:
    """Ticked done before the row's period is over.

    The period of a row ticked done ends after the paper is made; work of the whole year is left out.
    """
    paper, year = context.report.paper, context.year
    in_year = year.round_offset == 0 and paper.round != 12
    handed_in = datetime.date(year.year - ERA, 4, 30) if in_year else None  # at the latest
    deadline = dated(paper.report_date) or dated(paper.data_date) or handed_in
    whole = fiscal_year_span(year.year)
    for row in rows(context) if deadline else ():
        span = _own_span(context, row)
        if deadline and span and row.status == "done" and span[1] > deadline and not _within(whole, span):
            quote = text_of(row.record, "period").strip()
            message = f"{row.name}: ติ๊ก “ดำเนินการแล้ว” แต่ระยะเวลา “{quote}” ยังไม่สิ้นสุดในวันที่ {format_date(deadline)} ซึ่งเป็นวันของรายงาน"
            fix = "หากงานเสร็จก่อนกำหนดแล้ว ให้ยืนยันว่าถูกต้อง หากยังไม่เสร็จ ให้แก้ช่องสถานะ"
            yield Hit(row.record, "period", quote, message, fix)


@rule("Y26", Severity.WARNING, "ลงวันที่ก่อนสิ้นสุดรอบรายงาน", sources.ROUNDS)
def paper_dated_before_its_round_is_over(context: Context) -> Iterator[Hit]:
    """The paper is dated before the time that it reports is over.

    A report of twelve months cannot be signed in August.
    """
    paper, year = context.report.paper, context.year
    months = paper.round or (12 if year.round_offset else 6)
    first, end = fiscal_year_span(year.year)[0], months_of_round(year.year, 6 if months == 6 else 12)[1]
    cells: list[tuple[Record, str]] = [(paper, "report_date"), (paper, "data_date")]
    cells += [(signer, "date") for signer in context.report.signers]
    for record, key in cells:
        typed = text_of(record, key)
        day = dated(typed)
        if day and first <= day < end:  # a day before the year is another matter (Y61)
            message = (
                f"{heading(record, key)} “{typed.strip()}” ก่อนสิ้นสุดรอบ {months} เดือน ({format_date(end)})"
            )
            yield Hit(record, key, typed.strip(), message, "ตรวจวันที่ หรือรอบรายงาน ให้ตรงกัน")
