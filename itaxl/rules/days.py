"""Days: what is reported as done was done within the year, on a day that there is, and before the report was made.

The one rule of the place: the date of a paper ("คำสั่ง … ลงวันที่") may be older than the year, and a report may be
handed in after it; only the day of the work itself is certain to be wrong.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass

from itaxl.model.columns import Record
from itaxl.model.findings import Severity
from itaxl.model.records import Evidence
from itaxl.rules import sources
from itaxl.rules.context import Context
from itaxl.rules.mechanism import Hit, rule
from itaxl.rules.results import Row, before, dates_in, days, line_at, rows, text_of, years_in
from itaxl.thai.calendar import Period, fiscal_year_span, format_date
from itaxl.thai.dates import Found, parse_date
from itaxl.thai.digits import to_arabic

_PAPERS = re.compile(
    "ลงวันที่|ประกาศ|คำสั่ง|แผน(?!ที่|ก|ผัง)|หนังสือ|ข้อบัญญัติ|เทศบัญญัติ|ระเบียบ|มติ|สัญญา|ข้อตกลง|ตั้งแต่|นับจาก|แต่งตั้ง|อนุมัติ|เดิม"
)
# Papers of others, and what is in force for years, are older than the year and right.
_LASTING = re.compile(
    "หนังสือ|กระทรวง|กรม(?!การ)|ระเบียบ|พระราช|กฎ|คณะรัฐมนตรี|ก\\.|ป\\.ป\\.|ข้อบัญญัติ|เทศบัญญัติ|บังคับ|เดิม|แผนแม่บท|ยุทธศาสตร์"
)
_HANDED_IN = re.compile("รายงาน|เสนอ|เผยแพร่|ลงวันที่|คำสั่ง|หนังสือ|ส่ง|ประกาศ|สรุป|ถึงวันที่")
_GRACE_OF_YEAR = datetime.timedelta(days=92)  # a report of the whole year is written from October to December

Span = tuple[datetime.date, datetime.date]


def excused(text: str, found: Found, day: Span, span: Span, grace: datetime.timedelta) -> bool:
    """Whether a date outside a span is that of an older paper, or of the report on what was done."""
    lead = before(text, found.start)
    if day[1] < span[0]:
        return bool(_PAPERS.search(before(text, found.start, 110)))
    return day[0] <= span[1] + grace and bool(_HANDED_IN.search(lead))


def told_dates(row: Row) -> Iterator[tuple[str, str, Found, Span]]:
    """The dates and months that the result of a row tells: cell, text, date, its first and last day."""
    for key in row.results:
        text = text_of(row.record, key)
        for found in dates_in(text):
            span = days(found)
            if span:
                yield key, text, found, span


def dated(typed: str) -> datetime.date | None:
    """The day of a date cell, the last of the month where no day is written."""
    date = parse_date(typed) if typed.strip() else None
    return Period(date, date).last_day if date else None


# ---- days and the fiscal year ----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Strange:
    """Why a day does not belong to a finished row, as a clause; `certain` where nothing can excuse it."""

    certain: bool
    why: str


def _offset(row: Row) -> int:
    return min(0, row.item.year_offset) if row.item else 0


def strange(context: Context, row: Row, key: str, found: Found, day: Span) -> _Strange | None:
    """What is wrong with a full date of work told as done, whatever box is ticked; None where nothing is."""
    if found.date.day is None or not row.said.tells_of_done(key, found.start):
        return None
    text, year = text_of(row.record, key), context.year.year
    first, last = fiscal_year_span(year + _offset(row))[0], fiscal_year_span(year)[1]
    made = dated(context.report.paper.report_date)
    if made and day[0] > made:
        return None if _COMING.search(before(text, found.start, 40)) else _Strange(True, "อยู่หลังวันที่ของรายงาน")
    if first <= day[0] <= last:
        return _shown_too_early(context, row, text, found, day)
    if day[0] > last and _COMING.search(before(text, found.start, 40)):
        return None
    if is_history(text, found, day, first) or _is_state_before(text, found, day, first):
        return None
    if excused(text, found, day, (first, last), _GRACE_OF_YEAR):
        doubtful = _is_recent_paper(text, found) if day[1] < first else row.item is not None
        return _Strange(False, outside_the_year(context)) if doubtful else None
    return _Strange(first - day[0] < _LONG_AGO, outside_the_year(context))


# A day that is only planned, or the last of a term.
_COMING = re.compile("ภายใน|กำหนด|นัด|สิ้นสุด|หมด(?:อายุ|เขต)|ครบ|ถึง(?:วันที่)?|จะ|คาด")
_HISTORY = re.compile(
    "ก่อตั้ง|จัดตั้ง|ยกฐานะ|เปลี่ยนแปลงฐานะ|ประวัติ|แต่เดิม|ครั้งแรก|เป็นต้นมา|รำลึก|ระลึก|ครบรอบ|วันคล้าย|รัชกาล|พระราชทาน|สถาปนา|ประกาศใช้|ใช้บังคับ"
)
_LONG_AGO = datetime.timedelta(days=5 * 366)  # before the year: nobody copies a report as old
_AGES_AGO = datetime.timedelta(days=15 * 366)  # nor mistypes one figure of a year


def is_history(text: str, found: Found, day: Span, first: datetime.date) -> bool:
    """Whether a date tells of the past that a report may recall: the founding, a law, a king's day."""
    line = line_at(text, found.start)
    return first - day[0] > _AGES_AGO or (first - day[0] > _LONG_AGO and bool(_HISTORY.search(line)))


_AS_OF = re.compile(
    r"(?:(?P<opens>(?:^|\n)\s*(?:[-–•]|\(?[0-9๐-๙]{1,2}[.)])?)|ข้อมูล|ยอด\S*|คงเหลือ|สถานะ\S*|ฐานะ\S*|ทะเบียน\S*)\s?ณ\s?(?:วันที่)?\s?\Z"
)
_STANDS = re.compile(r"\s?(?:(?!\S*(?:จัด|อบรม|ประชุม|ดำเนิน))\S{1,60}\s)?(?:มี(?!การ|ผู้เข้า)|คงเหลือ|ปรากฏ)")


def _is_state_before(text: str, found: Found, day: Span, first: datetime.date) -> bool:
    """Whether a date is the last day before the year, of which a state is told and no work."""
    as_of = _AS_OF.search(text[: found.start]) if first - day[1] == datetime.timedelta(days=1) else None
    return bool(as_of and (as_of["opens"] is None or _STANDS.match(text, found.end)))


def outside_the_year(context: Context) -> str:
    """The clause of a message about what lies outside the fiscal year, with its first and last day."""
    first, last = fiscal_year_span(context.year.year)
    return f"อยู่นอกปีงบประมาณ พ.ศ. {context.year.year} ({format_date(first)} ถึง {format_date(last)})"


_NUMBER_OF_YEAR = re.compile(r"/\s?(25[0-9]{2})[^/]*\Z")


def _is_recent_paper(text: str, found: Found) -> bool:
    """Whether an older paper should be of this year: not a lasting one, nor one whose number has its year too."""
    lead = to_arabic(before(text, found.start))
    number = _NUMBER_OF_YEAR.search(lead)
    ends = [year.year for year in years_in(line_at(text, found.start)) if year.in_range]
    covers = bool(ends) and min(ends) <= found.date.year + 1 <= max(ends) if found.date.year else False
    return not covers and not _LASTING.search(lead) and not (number and int(number[1]) == found.date.year)


_SHOWN = re.compile(r"(?:เผยแพร่|เว็บไซต์|เปิดเผย|เสนอ\S{0,20}?|รับทราบ|จัดทำ)\s?(?:เมื่อ)?(?:วันที่)?\s*\Z")


def _shown_too_early(context: Context, row: Row, text: str, found: Found, day: Span) -> _Strange | None:
    """A report on the year before that was shown before that year was over."""
    over = fiscal_year_span(context.year.year + _offset(row))[1]
    early = _offset(row) < 0 and day[1] < over and _SHOWN.search(before(text, found.start))
    return _Strange(False, f"อยู่ก่อนสิ้นปีที่รายงานผล ({format_date(over)})") if early else None


def _strange_days(context: Context, *, certain: bool) -> Iterator[tuple[Row, str, str, str]]:
    """The strange days of finished rows: row, cell, date as typed, why."""
    for row in rows(context):
        for key, _, found, day in told_dates(row):
            fault = strange(context, row, key, found, day)
            if fault and fault.certain is certain:
                yield row, key, found.text, fault.why


@rule("Y11", Severity.ERROR, "วันที่อยู่นอกปีงบประมาณ", sources.FISCAL_YEAR)
def date_outside_the_fiscal_year(context: Context) -> Iterator[Hit]:
    """A full date outside the fiscal year in a finished row.

    The work was done on a day that is not in the year reported, or after the report was made.
    """
    fix = "แก้วันที่ให้ถูกต้อง หรือใช้ผลของปีงบประมาณนี้"
    for row, key, typed, why in _strange_days(context, certain=True):
        yield Hit(row.record, key, typed, f"{row.name}: “{typed}” {why}", fix)
    year = context.year.year
    for evidence in context.report.evidence:
        date = parse_date(evidence.date) if evidence.kind == "กิจกรรม" else None
        before_it = evidence.of.strip().upper().startswith("O")  # an item may be about the year before
        first = fiscal_year_span(year - before_it)[0]
        if date and date.date and not first <= date.date <= fiscal_year_span(year)[1]:
            typed = evidence.date.strip()
            where = f"หลักฐานของ {evidence.of}".rstrip()
            yield Hit(evidence, "date", typed, f"{where}: “{typed}” {outside_the_year(context)}", fix)


@rule("Y13", Severity.WARNING, "วันที่ของเอกสารอาจไม่ตรงปี", sources.CUSTOM)
def date_that_may_be_of_another_year(context: Context) -> Iterator[Hit]:
    """The date of a paper may be of another year.

    An announcement or plan older than the year, or an item shown after it: possible, and often last year's text.
    """
    for row, key, typed, why in _strange_days(context, certain=False):
        yield Hit(row.record, key, typed, f"{row.name}: “{typed}” {why}", "ตรวจปีของวันที่จากเอกสารอีกครั้ง")


@rule("Y12", Severity.ERROR, "วันที่ไม่มีในปฏิทิน", sources.CALENDAR)
def date_that_does_not_exist(context: Context) -> Iterator[Hit]:
    """A date that no calendar has."""
    for text in context.texts:
        for found in dates_in(text.text):
            date = found.date
            if (
                date.day is not None
                and date.month is not None
                and date.year is not None
                and date.date is None
            ):
                message = f"“{found.text}” ไม่มีวันนี้ในปฏิทิน"
                yield Hit(text.record, text.column.key, found.text, message, "ตรวจวันที่จากเอกสาร แล้วแก้ให้ถูกต้อง")


# ---- orders ----------------------------------------------------------------------------------------------------------

_ORDER = re.compile(
    r"ที่\s?(?P<number>[0-9]{1,5}\s?/\s?(?P<year>25[0-9]{2}))(?![0-9])(?P<between>[^\n/]{0,160}?)ลงวันที่\s*"
)
_REF = re.compile(r"[0-9]{1,5}\s?/\s?(25[0-9]{2})\s*")


@rule("Y27", Severity.WARNING, "ปีของเลขที่คำสั่งไม่ตรงกับวันที่", sources.CUSTOM)
def order_of_another_year_than_its_date(context: Context) -> Iterator[Hit]:
    """The year of an order's number is not that of its date.

    An order is numbered by the year of its date.
    """
    for text in context.texts:
        told = "ลงวันที่" in text.text and not isinstance(text.record, Evidence)
        dates = {found.start: found for found in dates_in(text.text)} if told else {}
        for order in _ORDER.finditer(to_arabic(text.text)) if dates else ():
            found = dates.get(order.end())
            if found and found.date.year and found.date.year != int(order["year"]):
                number = text.text[order.start("number") : order.end("number")]
                yield _order(text.record, text.column.key, number, found.text)
    for evidence in context.report.evidence:
        date, ref = (
            parse_date(evidence.date),
            _REF.fullmatch(to_arabic(evidence.ref.strip().removeprefix("ที่")).strip()),
        )
        if date and ref and date.year != int(ref[1]):
            yield _order(evidence, "ref", evidence.ref.strip(), evidence.date.strip())


def _order(record: Record, key: str, number: str, date: str) -> Hit:
    message = f"เลขที่ “{number}” แต่ลงวันที่ “{date}” ปีไม่ตรงกัน"
    return Hit(record, key, number, message, "ตรวจเลขที่และวันที่จากเอกสารจริง")
