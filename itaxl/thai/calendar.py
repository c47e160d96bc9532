"""Dates, months, fiscal years and periods as values, and how the paper writes them.

The one rule of the place: a year is of the Buddhist era; only `datetime.date` counts in the common one.
"""

import datetime
from dataclasses import dataclass, replace
from typing import Literal

MONTHS = (
    "มกราคม", "กุมภาพันธ์", "มีนาคม", "เมษายน", "พฤษภาคม", "มิถุนายน",
    "กรกฎาคม", "สิงหาคม", "กันยายน", "ตุลาคม", "พฤศจิกายน", "ธันวาคม",
)  # fmt: skip
MONTHS_SHORT = (
    "ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย.",
    "ก.ค.", "ส.ค.", "ก.ย.", "ต.ค.", "พ.ย.", "ธ.ค.",
)  # fmt: skip
ERA = 543  # Buddhist era minus Common era


@dataclass(frozen=True, slots=True)
class ThaiDate:
    """A date as far as it was written: Buddhist year, month, day of the month; None: not written.

    Month and day are the typed numbers: "29/13/2567" is a date too, though `date` has no day for it.
    """

    year: int | None
    month: int | None = None
    day: int | None = None

    @property
    def date(self) -> datetime.date | None:
        """The day, or None when a part is missing or no calendar has it (31 กุมภาพันธ์)."""
        if self.year is None or self.month is None or self.day is None:
            return None
        try:
            return datetime.date(self.year - ERA, self.month, self.day)
        except ValueError:
            return None

    @property
    def fiscal_year(self) -> int | None:
        """The Buddhist fiscal year N (1 October N-1 to 30 September N); None without year and month."""
        return None if self.year is None or self.month is None else self.year + (self.month >= 10)


@dataclass(frozen=True, slots=True)
class Period:
    """From the first day of `start` to the last day of `end`; nothing says that it does not run backwards."""

    start: ThaiDate
    end: ThaiDate

    @property
    def first_day(self) -> datetime.date | None:
        """The first day of the period, None where the calendar has no such day."""
        return self.start.date if self.start.day else replace(self.start, day=1).date

    @property
    def last_day(self) -> datetime.date | None:
        """The last day of the period, None where the calendar has no such day."""
        if self.end.day:
            return self.end.date
        first = replace(self.end, day=1).date
        return first and (first + datetime.timedelta(days=31)).replace(day=1) - datetime.timedelta(days=1)


def fiscal_year_of(day: datetime.date) -> int:
    """Give the Buddhist fiscal year of a day: it begins on 1 October of the year before."""
    return day.year + ERA + (day.month >= 10)


def report_due(today: datetime.date) -> int:
    """Give the fiscal year whose report is due on a day: the last one that has ended."""
    return fiscal_year_of(today) - 1


def fiscal_year_span(fiscal_year: int) -> tuple[datetime.date, datetime.date]:
    """Give the first and last day of a Buddhist fiscal year."""
    year = fiscal_year - ERA
    return datetime.date(year - 1, 10, 1), datetime.date(year, 9, 30)


def months_of_round(fiscal_year: int, months: Literal[6, 12]) -> tuple[datetime.date, datetime.date]:
    """Give the first and last day that a report of 6 or 12 months covers."""
    first, last = fiscal_year_span(fiscal_year)
    return first, last if months == 12 else datetime.date(last.year, 3, 31)


def format_date(date: datetime.date, style: Literal["full", "short"] = "full") -> str:
    """Write a date as "29 มกราคม 2567" or "29 ม.ค. 67"; the paper converts the digits."""
    year = date.year + ERA
    if style == "short":
        return f"{date.day} {MONTHS_SHORT[date.month - 1]} {year % 100:02}"
    return f"{date.day} {MONTHS[date.month - 1]} {year}"
