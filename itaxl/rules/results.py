"""The rows that tell a result, seen alike: a step of a measure, an indicator, an O-item.

The one rule of the place: nothing here judges; it only says which cells plan and which cells tell.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from itaxl.catalog.progress import PLANS, RESULTS, Judgement, judgements
from itaxl.catalog.year import OItem
from itaxl.model.columns import Record, column_of
from itaxl.model.records import IndicatorRow, MeasureRow, OItemRow
from itaxl.rules.context import Context, Text, blank
from itaxl.thai.calendar import Period
from itaxl.thai.dates import Found, FoundYear, find_dates, find_years, parse_period
from itaxl.thai.digits import LIST_MARK, to_arabic
from itaxl.thai.proofreading import shorten

ResultRow = MeasureRow | IndicatorRow | OItemRow

TABLES: dict[type, str] = {MeasureRow: "measures", IndicatorRow: "indicators", OItemRow: "o_items"}


@dataclass(frozen=True, slots=True)
class Row:
    """One row that tells a result; `name` is what a message calls it, `item` the year's item of an O-row."""

    record: ResultRow
    name: str
    said: Judgement
    item: OItem | None = None

    @property
    def status(self) -> str | None:
        """The ticked box, None where none is."""
        return self.record.status

    @property
    def table(self) -> str:
        """The list of the case file that the row stands in."""
        return TABLES[type(self.record)]

    @property
    def lacks_a_tick(self) -> bool:
        """Whether the row tells something of its work, and no box is ticked."""
        unticked = self.status is None and "status" not in self.record.unread
        return unticked and (self.said.tells or bool(self.record.reason.strip()))

    @property
    def results(self) -> tuple[str, ...]:
        """The cells that tell what was done; the first is where the status is told in words."""
        return RESULTS[type(self.record)]

    @property
    def plans(self) -> tuple[str, ...]:
        """The cells that say what was to be done."""
        return PLANS[type(self.record)]

    @property
    def told(self) -> str:
        """The text of the first cell that tells the result."""
        return text_of(self.record, self.results[0])

    @property
    def finished(self) -> bool:
        """Whether the row says that the work is done: ticked so, or a result and no tick at all."""
        return self.status == "done" or (self.status is None and any(map(self._filled, self.results)))

    def _filled(self, key: str) -> bool:
        return not blank(getattr(self.record, key))


@lru_cache(maxsize=1)  # every rule asks for those of one report
def rows(context: Context) -> tuple[Row, ...]:
    """Every row that tells a result, in the order of the form."""
    report, said = context.report, {id(each.row): each for each in judgements(context.report)}
    found: list[Row] = []
    for steps in context.measures:
        name = measure_name(steps[0])
        for n, step in enumerate(steps, 1):
            found.append(Row(step, f"{name} ขั้นตอนที่ {n}" if len(steps) > 1 else name, said[id(step)]))
    found += [Row(each, f"ตัวชี้วัดที่ {each.no}", said[id(each)]) for each in report.indicators]
    found += [
        Row(each, f"ข้อ O{each.no}", said[id(each)], context.year.item(each.no)) for each in report.o_items
    ]
    return tuple(found)


_NAMED = 8  # rows that a message names


def listed(some: Sequence[Row]) -> str:
    """The names of rows for a message, the first of them where there are many."""
    names = [row.name for row in some[:_NAMED]]
    more = f" และอีก {len(some) - _NAMED} แถว" if len(some) > _NAMED else ""
    return ", ".join(names) + more


def measure_name(first: MeasureRow) -> str:
    """What a message calls a measure: its number is only its own within one instrument."""
    name = f"มาตรการ {first.instrument} " if first.instrument else "มาตรการ"
    return f"{name}ที่ {first.no}" if first.no is not None else name.rstrip()


def text_of(record: Record, key: str) -> str:
    """The text of a cell as it stands in the form."""
    value = getattr(record, key)
    return "\n".join(value) if isinstance(value, tuple) else str(value or "")


def heading(record: Record, key: str) -> str:
    """The heading over a cell."""
    return column_of(type(record), key).heading


# ---- what stands in a text, read once for all rules ------------------------------------------------------------------

_DIGIT = re.compile("[0-9๐-๙]")


@lru_cache(maxsize=2048)
def arabic(text: str) -> str:
    """The text with Arabic digits, its offsets the same."""
    return to_arabic(text)


def texts_with(context: Context, *words: str) -> Iterator[tuple[Text, str]]:
    """The texts that hold one of the words, each with its text in Arabic digits."""
    for text in context.texts:
        if any(word in text.text for word in words):
            yield text, arabic(text.text)


@lru_cache(maxsize=2048)
def dates_in(text: str) -> tuple[Found, ...]:
    """The dates of a text, months with a year too."""
    return tuple(find_dates(text)) if _DIGIT.search(text) else ()


@lru_cache(maxsize=2048)
def years_in(text: str) -> tuple[FoundYear, ...]:
    """The Buddhist years of a text, those inside dates too."""
    return tuple(find_years(text)) if _DIGIT.search(text) else ()


def period_of(row: Row, fiscal_year: int) -> Period | None:
    """The row's own period; None where it has none, or says it in free words."""
    text = "" if isinstance(row.record, OItemRow) else row.record.period
    return parse_period(text, fiscal_year) if text.strip() else None


def days(found: Found) -> tuple[datetime.date, datetime.date] | None:
    """The first and last day of a date or month; None where the calendar has no such day."""
    span = Period(found.date, found.date)
    first, last = span.first_day, span.last_day
    return (first, last) if first and last else None


def before(text: str, at: int, reach: int = 60) -> str:
    """The words of the same line before an offset, `reach` characters at most."""
    return text[max(0, at - reach) : at].rpartition("\n")[2]


def line_at(text: str, at: int) -> str:
    """The whole line of an offset."""
    return text[text.rfind("\n", 0, at) + 1 :].partition("\n")[0]


_BULLET = re.compile(LIST_MARK)
_ENOUGH = 24  # characters that show which text is meant
_LONGEST = 60


def opening(text: str) -> str:
    """The first words of a text without bullet or number: what to quote when something is missing in it."""
    line = next((line for line in text.split("\n") if line.strip()), "")
    bullet = _BULLET.match(line)
    words = line[bullet.end() if bullet else 0 :].strip()
    space = words.find(" ", _ENOUGH)
    return shorten(words[: space if space > 0 else len(words)], _LONGEST)
