"""Numbers of items and indicators in typed text: they are those of the report's own year.

The one rule of the place: which number belongs to which title is asked of the year files; a number beside another
year, or a zero for the letter without a title behind it, may mean something else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from itaxl.catalog.year import OItem, Year
from itaxl.catalog.year_file import year as year_of
from itaxl.catalog.year_file import years
from itaxl.model.columns import Column, Record
from itaxl.model.findings import Severity
from itaxl.model.records import Evidence
from itaxl.rules import sources
from itaxl.rules.context import Context, Text
from itaxl.rules.mechanism import Hit, rule
from itaxl.rules.results import before
from itaxl.thai.digits import to_arabic

_NUMBER = re.compile(
    r"(?<![A-Za-z0-9./@_-])[OoＯ○][ \t-]?(?P<no>[0-9]{1,3})(?![0-9A-Za-z@]|[.,-][0-9]|/(?!25)[0-9])"
    r"|(?<=ข้อ)(?P<gap>[ \t]{0,2})0(?P<zero>[0-9]{2})(?![0-9]|[.,-][0-9]|/(?!25)[0-9])"
)
_ZERO = re.compile(r"(?<![A-Za-z0-9./@_-])0(?P<no>[0-9]{2})(?=[ \t]?[ก-ฮเ-ไA-Z])")  # "038การเสริมสร้าง…"
_YEAR_BESIDE = re.compile(
    r"\s*[(/]?\s*(?:ITA\s*)?(?:ของ)?(?:รอบ)?(?:ปี)?(?:งบประมาณ)?\s*(?:พ\.?\s?ศ\.?)?\s*(?P<year>25[0-9]{2})"
)
_YEAR_BEFORE = re.compile(r"ปี(?:งบประมาณ)?\s*(?:พ\.?\s?ศ\.?)?\s*(?P<year>25[0-9]{2})\s*(?:ข้อ|ตามข้อ)?\s*\Z")
_NEITHER = frozenset({"url", "note", "photo", "of"})  # columns where a number is no reference in words


@dataclass(frozen=True, slots=True)
class _Reference:
    """The number of an item in a text: `typed` without the words around; `rest` is what follows."""

    text: Text
    no: int
    typed: str
    rest: str
    year_beside: int | None


def _references(context: Context) -> Iterator[_Reference]:
    for text in context.texts:
        if not _is_words(text.column):
            continue
        plain = to_arabic(text.text)
        for found in _NUMBER.finditer(plain):
            gap = len(found["gap"] or "")
            yield _reference(text, plain, found, int(found["no"] or found["zero"]), gap)


def _is_words(column: Column) -> bool:
    return column.key not in _NEITHER and "date" not in column.key


def _reference(text: Text, plain: str, found: re.Match[str], no: int, gap: int = 0) -> _Reference:
    start, end = found.start() + gap, found.end()
    after = _YEAR_BESIDE.match(plain, end) or _YEAR_BEFORE.search(before(plain, start, 40))
    year = int(after["year"]) if after else None
    return _Reference(text, no, text.text[start:end], text.text[end : end + _REACH], year)


# ---- items -----------------------------------------------------------------------------------------------------------


def _exists(context: Context, reference: _Reference) -> bool:
    """Whether the year that the reference is about has the item; of a year without file nobody knows."""
    about = reference.year_beside or context.year.year
    if about == context.year.year:
        return not context.year.known or context.year.item(reference.no) is not None
    return about not in years() or year_of(about).item(reference.no) is not None


@rule("Y31", Severity.ERROR, "ข้อ O ที่ไม่มีในปีนี้", sources.ITEMS)
def item_number_does_not_exist(context: Context) -> Iterator[Hit]:
    """An O-number that the year does not have.

    No more than a doubt where the numbers of that year are not all known from its manual.
    """
    for reference in _references(context):
        if not _exists(context, reference):
            about = reference.year_beside or context.year.year
            last = len(year_of(about).items)
            known = _are_known(year_of(about))
            message = f"อ้างถึงข้อ “{reference.typed}” แต่ปี {about} มีเพียงข้อ O1 ถึง O{last}"
            fix = _now_called(context, reference) or "ตรวจเลขข้อจากแบบของปีนี้ หากหมายถึงข้อของปีอื่นให้ระบุปีด้วย"
            record, key = reference.text.record, reference.text.column.key
            yield Hit(record, key, reference.typed, message, fix, doubtful=not known)


def _are_known(year: Year) -> bool:
    """Whether the manual of a year says how many items it has: the number stands with each title."""
    return all(year.is_of_the_manual(item.basis.title) for item in year.items)


def _now_called(context: Context, reference: _Reference) -> str:
    """How the plan and the report item of other years are numbered in this one."""
    for other in map(year_of, years()):
        for old, new in ((other.plan_item, context.year.plan_code), (other.report_item, context.answers)):
            if new and reference.no == old and reference.year_beside is None:
                now = new if "/" in new else f"{new}/{context.year.year}"
                return f"รายงานนี้ใช้ข้อ {now} หากหมายถึงข้อ O{old} ของปี {other.year} ให้ระบุปีด้วย"
    return ""


# ---- numbers of another year -----------------------------------------------------------------------------------------

_REACH = 120  # characters: the longest title has 80, and spaces within
_SURE = 12  # comparable characters of a title that show which item is meant
_SHORTEST = 3  # of a title: Q&A


@dataclass(frozen=True, slots=True)
class _Fit:
    """A title that the words behind a number begin with, as far as they agree."""

    year: Year
    item: OItem
    length: int


@cache
def _titles(year: Year) -> dict[str, list[tuple[OItem, str]]]:
    """The titles of a year as they are compared, aliases too, by their first characters."""
    titles: dict[str, list[tuple[OItem, str]]] = {}
    for item in year.items:
        for title in map(_plain, (item.title, *item.aliases)):
            titles.setdefault(title[:_SHORTEST], []).append((item, title))
    return titles


def _plain(text: str) -> str:
    """A text without white space, in Arabic digits and small letters: `comparable` for a thousand references."""
    return "".join(to_arabic(text).lower().split())


def _best(words: str, year: Year) -> _Fit | None:
    """The item of a year whose title the words follow longest; None where no title is surely meant."""
    fits = [
        _Fit(year, item, length)
        for item, title in _titles(year).get(words[:_SHORTEST], ())
        if (length := _agreed(words, title)) >= min(_SURE, len(title))
    ]
    return max(fits, key=lambda fit: fit.length, default=None)


def _agreed(words: str, title: str) -> int:
    """How many characters two texts have in common from the start."""
    return next(
        (n for n, (a, b) in enumerate(zip(words, title, strict=False)) if a != b), min(len(words), len(title))
    )


def _moved(context: Context, reference: _Reference) -> tuple[_Fit, OItem | None] | None:
    """The item of any year that the words name where the number is not its number of this year; its item now."""
    words, mine = _plain(reference.rest), context.year.item(reference.no)
    if (
        not context.year.known
        or reference.year_beside not in (None, context.year.year)
        or len(words) < _SHORTEST
    ):
        return None
    if mine and _agreed(words, title := _plain(mine.title)) >= min(_SURE, len(title)):
        return None  # asked first: the other years' files are read only where this year's title does not fit
    this_year_first = sorted(years(), key=lambda other: other != context.year.year)
    fits = [fit for year in map(year_of, this_year_first) if (fit := _best(words, year))]
    best = max(fits, key=lambda fit: fit.length, default=None)  # of equals the first: this year's
    if best and best.item.no == best.year.report_item and context.answers.startswith(f"O{reference.no}/"):
        return None  # the number of the round that the report answers
    now = context.year.same_item(best.item) if best else None
    return (best, now) if best and (now is None or now is not mine) else None


@rule("Y32", Severity.WARNING, "เลขข้อ O ไม่ตรงกับชื่อข้อของปีนี้", sources.ITEMS)
def item_number_of_another_year(context: Context) -> Iterator[Hit]:
    """An item's number is that of another year.

    The words behind the number are the title of another item: the numbering of another year.
    """
    for reference in (*_references(context), *_zeros(context)):
        moved = _moved(context, reference) if _exists(context, reference) else None
        if moved:
            fit, now = moved
            message = f"“{reference.typed}” ไม่ใช่เลขของ “{fit.item.title}” ในปี {context.year.year}"
            fix = (
                f"ปี {context.year.year} ใช้ข้อ O{now.no}"
                if now
                else f"เป็นเลขข้อของปี {fit.year.year} โปรดระบุปี หรือใช้เลขข้อของปีนี้"
            )
            yield Hit(reference.text.record, reference.text.column.key, reference.typed, message, fix)


def _zeros(context: Context) -> Iterator[_Reference]:
    """Numbers with a zero for the letter, as in "038การเสริมสร้าง…": only a title behind makes them references."""
    for text in context.texts:
        if _is_words(text.column) and ("0" in text.text or "๐" in text.text):
            plain = to_arabic(text.text)
            for found in _ZERO.finditer(plain):
                if not plain[: found.start()].rstrip(" \t").endswith("ข้อ"):
                    yield _reference(text, plain, found, int(found["no"]))


# ---- indicators ------------------------------------------------------------------------------------------------------

_INDICATOR = re.compile(
    r"ตัวชี้วัด(?:ย่อย)?(?:ที่)?[ \t]?\(?(?P<no>[0-9]{1,2}(?:\.[0-9]{1,2})?)\)?(?![0-9]|[,/-][0-9])"
)


@rule("Y33", Severity.WARNING, "ตัวชี้วัดที่ไม่มีในแบบประเมิน", sources.INDICATORS)
def indicator_number_does_not_exist(context: Context) -> Iterator[Hit]:
    """An indicator's number that the year does not have.

    A number beyond the indicators and sub-indicators of the year; it may be one of another plan.
    """
    for text in context.texts:
        if "ตัวชี้วัด" in text.text and not isinstance(text.record, Evidence):
            for found in _INDICATOR.finditer(to_arabic(text.text)):
                if not _is_indicator(context, found["no"]):
                    yield _no_indicator(
                        context, text.record, text.column.key, text.text[found.start() : found.end()]
                    )
    for row in context.report.measures:
        number = to_arabic(row.indicator).strip()
        if re.fullmatch(r"[0-9]{1,2}(?:\.[0-9]{1,2})?", number) and not _is_indicator(context, number):
            yield _no_indicator(context, row, "indicator", row.indicator.strip())


def _is_indicator(context: Context, number: str) -> bool:
    year = context.year
    return number in {str(each.no) for each in year.indicators} | {each.no for each in year.sub_indicators}


def _no_indicator(context: Context, record: Record, key: str, quote: str) -> Hit:
    message = f"“{quote}” ไม่มีในแบบประเมิน ITA ของปี {context.year.year}"
    return Hit(record, key, quote, message, "ตรวจเลขตัวชี้วัด หากไม่ใช่ตัวชี้วัดของ ITA ให้ระบุว่าเป็นของแผนใด")
