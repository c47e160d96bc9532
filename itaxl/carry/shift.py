"""The fiscal year that a carried text names, moved on with the report.

The one rule of the place: a year is moved only where the text can mean nothing but the fiscal year of the old report;
a law, an order, a day, a span of years, an ITA result or a comparison keeps its year.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from itaxl.thai.calendar import Period, ThaiDate
from itaxl.thai.dates import find_dates, find_years, parse_period
from itaxl.thai.digits import to_arabic, to_thai

_OF_THE_YEAR = re.compile(r"(?:ปีงบประมาณ|ประจำปี)\s*(?:พ\.\s?ศ\.|พุทธศักราช)?\s*\Z")
_LOOKS_BACK = re.compile("ผลการประเมิน|คะแนน|ที่ผ่านมา|ที่แล้ว|ปีก่อน|เดิม|เปรียบเทียบ|เทียบกับ|คำสั่ง|ลงวันที่|หนังสือ")
_SHORT_YEAR = re.compile(r"(?<=ปีงบประมาณ)\s*[4-9][0-9](?![0-9])")


def shift_text(text: str, old: int, new: int) -> str:
    """The text with the fiscal year `old` made `new` where a line names it alone, as "ปีงบประมาณ" or "ประจำปี"."""
    return "\n".join(_shift_line(line, old, new) for line in text.split("\n"))


def _shift_line(line: str, old: int, new: int) -> str:
    years = find_years(line)
    plain = to_arabic(line)
    sure = all(
        year.year == old
        and not year.of_law
        and not year.in_range
        and _OF_THE_YEAR.search(plain[: year.start])
        for year in years
    )
    if old == new or not sure or _LOOKS_BACK.search(line) or find_dates(line):
        return line
    return _replace(line, ((year.start, year.end, new - old) for year in years))


def shift_period(text: str, old: int, new: int) -> str | None:
    """The period of the fiscal year `old` as that of `new`; None for one that is not surely of the old year.

    A period without a year, and a text without any, are of every year: they stay as they are.
    """
    spans = [*_years_in(text)]
    if old == new or not spans:
        return text
    shifted, was = _replace(text, ((*span, new - old) for span in spans)), parse_period(text, old)
    if was is None or not (was.first_day and was.last_day):  # days that no calendar has
        return None
    of_old = {was.start.fiscal_year, was.end.fiscal_year} == {old}
    return shifted if of_old and parse_period(shifted, new) == _later(was, new - old) else None


def _years_in(text: str) -> Iterator[tuple[int, int]]:
    """The places of the years in a period, of two digits or four."""
    plain, spans = to_arabic(text), set[tuple[int, int]]()
    spans |= {(year.start, year.end) for year in find_years(text)}
    spans |= {found.span() for found in _SHORT_YEAR.finditer(plain)}
    for date in find_dates(text):
        digits = re.search(r"[0-9]+\Z", plain[date.start : date.end])
        spans |= {(date.start + digits.start(), date.end)} if digits else {(date.start, date.end)}
    yield from sorted(spans)


def _later(period: Period, years: int) -> Period | None:
    """The same period some years later; None where the calendar has no such day (29 กุมภาพันธ์)."""
    later = Period(_date_later(period.start, years), _date_later(period.end, years))
    return later if later.first_day and later.last_day else None


def _date_later(date: ThaiDate, years: int) -> ThaiDate:
    return replace(date, year=date.year + years) if date.year else date


def _replace(text: str, changes: Iterator[tuple[int, int, int]]) -> str:
    """The text with the number at each place (start, end) so much greater, in the digits that were typed."""
    for start, end, more in sorted(changes, reverse=True):
        typed = text[start:end]
        digits = str(int(to_arabic(typed).strip()) + more)
        digits = digits[-len(typed.strip()) :]
        blank = typed[: len(typed) - len(typed.lstrip())]
        text = text[:start] + blank + (to_thai(digits) if typed != to_arabic(typed) else digits) + text[end:]
    return text
