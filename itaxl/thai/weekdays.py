"""Days of the week beside dates, as people write them: วันจันทร์ที่ 6 มกราคม 2568, จ. 6 ม.ค. 68, วันที่ 8 ม.ค. 68 (วันพุธ).

The one rule of the place: a weekday belongs to a date only when nothing but the words of dates stands between.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from itaxl.thai.calendar import ERA, MONTHS, MONTHS_SHORT, ThaiDate
from itaxl.thai.dates import Found
from itaxl.thai.digits import to_arabic

WEEKDAYS = ("จันทร์", "อังคาร", "พุธ", "พฤหัสบดี", "ศุกร์", "เสาร์", "อาทิตย์")  # as `datetime.date.weekday`

_STEMS = tuple(name[:3] for name in WEEKDAYS)
_LETTERED = re.compile(r"\.\s?[0-9๐-๙]")
_LETTERS = dict(zip(("จ", "อ", "พ", "พฤ", "ศ", "ส", "อา"), range(7), strict=True))
_NAMES = "จันทร์?|อังคาร|พุธ|พฤหัส(?:บดี)?ฯ?|ศุกร์?|เสาร์?|อาทิตย์?"
_SHORT = "(?:พฤ|อา|[จอพศส])"
_MONTH = "|".join(map(re.escape, MONTHS + MONTHS_SHORT))
# "อาทิตย์ที่ 3" is the third week, and letters are a weekday only before a day of the month.
_FIRST = re.compile(
    rf"วัน(?P<name>{_NAMES})"
    r"|(?<![ก-๎])(?P<bare>จันทร์|อังคาร|พุธ|พฤหัสบดี|ศุกร์|เสาร์)(?=\s?ที่\s?[0-9]|\s?\)?\s?[0-9])"
    rf"|(?<![ก-๎.])(?P<short>{_SHORT})\.(?=\s?[0-9]{{1,2}}(?![0-9]))"
)
_TOKEN = re.compile(
    rf"(?:วัน)?(?P<name>{_NAMES})|(?P<short>{_SHORT})\.(?=\s?[0-9])|(?P<month>{_MONTH})"
    r"|(?P<day>[0-9]{1,2})(?![0-9])|\s+|วันที่|เดือน|ที่|จนถึง|ถึง|และ|กับ|[-–—,()]"
)
_BEHIND = re.compile(
    rf"\s?(?:\(\s?(?:ตรงกับ)?(?:วัน)?(?P<within>{_NAMES})\s?\)|(?:ซึ่ง)?\s?(?:เป็น|ตรงกับ)\s?วัน(?P<said>{_NAMES}))"
)
_LONGEST = 90  # characters: "วันพฤหัสบดีที่ 26 ธันวาคม – วันพฤหัสบดีที่ 2 มกราคม …" has 50
_NEW_YEAR_MOVED = 2484  # before, the year began with April: its January was that of the next common year


@dataclass(frozen=True, slots=True)
class Weekday:
    """A weekday (0 is Monday) said of a full date; `text` is `whole[start:end]`, the two and what stands between."""

    weekday: int
    date: ThaiDate
    start: int
    end: int
    text: str

    @property
    def true_weekday(self) -> int | None:
        """The weekday of the date by the calendar; None where it agrees, or where there is no such day."""
        day = self.date.date
        if day is None or self.weekday == day.weekday():
            return None
        old = day.month <= 3 and day.year + ERA < _NEW_YEAR_MOVED
        return None if old and self._in_year(day.year + ERA + 1) else day.weekday()

    def fitting_years(self, reach: int = 6) -> list[int]:
        """The Buddhist years near the one typed in which that day is that weekday, the nearest first."""
        typed = self.date.year or 0
        return [
            year
            for year in sorted(range(typed - reach, typed + reach + 1), key=lambda year: abs(year - typed))
            if self._in_year(year)
        ]

    def nearest_day(self) -> datetime.date | None:
        """The day of that weekday nearest to the date typed."""
        day = self.date.date
        if day is None:
            return None
        apart = (self.weekday - day.weekday() + 3) % 7 - 3
        return day + datetime.timedelta(days=apart)

    def _in_year(self, year: int) -> bool:
        day = replace(self.date, year=year).date
        return day is not None and day.weekday() == self.weekday


def find_weekdays(text: str, dates: Sequence[Found]) -> list[Weekday]:
    """Find each weekday that is said of a date; `dates` are those of the same text (`find_dates`).

    In a range both ends count: "วันจันทร์ที่ 6 – วันศุกร์ที่ 10 มกราคม 2568" are two.
    """
    full = {found.start: found for found in dates if found.date.day}
    if not full or not (any(name in text for name in _STEMS) or _LETTERED.search(text)):
        return []
    plain = to_arabic(text)
    behind = ((date, _BEHIND.match(plain, date.end)) for date in full.values())
    said = [*_before(plain, full)]
    said += [(_number(word), date.date, date.start, word.end()) for date, word in behind if word]
    return [Weekday(weekday, date, start, end, text[start:end]) for weekday, date, start, end in said]


Said = tuple[int, ThaiDate, int, int]  # weekday, date, and where the two begin and end


def _number(word: re.Match[str]) -> int:
    """The weekday of a match, by the group that holds it."""
    group = word.lastgroup or ""
    if group == "short":
        return _LETTERS[word[group]]
    return _STEMS.index(word[group][:3])


@dataclass(slots=True)
class _Group:
    """Weekdays side by side with the days of the month behind them, each with its place."""

    weekdays: list[tuple[int, int]] = field(default_factory=list)
    days: list[tuple[ThaiDate, int]] = field(default_factory=list)

    def pairs(self) -> Iterator[Said]:
        """Each weekday with its day; one weekday before several days is that of the first."""
        if len(self.weekdays) in (1, len(self.days)):
            for (weekday, start), (date, end) in zip(self.weekdays, self.days, strict=False):
                yield weekday, date, start, end


def _before(plain: str, dates: Mapping[int, Found]) -> Iterator[Said]:
    """The weekdays that stand before their days."""
    at = 0
    while word := _FIRST.search(plain, at) if dates else None:
        at, groups = _read(plain, word, dates)
        for group in groups:
            yield from group.pairs()


def _read(plain: str, word: re.Match[str], dates: Mapping[int, Found]) -> tuple[int, list[_Group]]:
    """Where the words of dates behind a weekday end, and what they say; nothing unless a full date ends them."""
    begin = word.start() - plain.startswith("(", word.start() - 1)
    groups, at, limit = [_Group([(_number(word), begin)])], word.end(), word.end() + _LONGEST
    while at not in dates:
        token = _TOKEN.match(plain, at, limit)
        if token is None:
            return word.end(), []
        at = token.end()
        if token["name"] or token["short"]:
            if groups[-1].days:
                groups.append(_Group())
            groups[-1].weekdays.append((_number(token), token.start()))
        elif token["day"]:
            groups[-1].days.append((ThaiDate(None, None, int(token["day"])), at))
        elif token["month"] and groups[-1].days:
            month = (MONTHS + MONTHS_SHORT).index(token["month"]) % 12 + 1
            groups[-1].days[-1] = (replace(groups[-1].days[-1][0], month=month), at)
    found = dates[at]
    groups[-1].days.append((found.date, found.end))
    _complete(groups, found)
    return found.end, groups


def _complete(groups: list[_Group], last: Found) -> None:
    """Give each day the month and year of what stands behind it; the year before where the months run back."""
    month, year = last.date.month or 0, last.date.year or 0
    for group in reversed(groups):
        for n in range(len(group.days) - 1, -1, -1):
            date, end = group.days[n]
            if date.month and date.month > month and date is not last.date:
                year -= 1
            month = date.month or month
            group.days[n] = (
                ThaiDate(year, month, date.day),
                max(end, last.end if date.month is None else end),
            )
