"""Thai dates, Buddhist years and periods as people write them.

The one rule of the place: a year is of the Buddhist era from the moment it is read, and a place is an exact
offset into the text given. What is not surely a date is not found: a missed date costs less than a false alarm.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from itaxl.thai.calendar import (
    ERA,
    MONTHS,
    MONTHS_SHORT,
    Period,
    ThaiDate,
    fiscal_year_span,
    format_date,
    months_of_round,
)
from itaxl.thai.digits import BULLETS, to_arabic

__all__ = [
    "MONTHS", "MONTHS_SHORT", "Found", "FoundYear", "Period", "ThaiDate",
    "find_dates", "find_years", "fiscal_year_span", "format_date", "month_number", "months_of_round", "parse_date",
    "parse_period",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Found:
    """A date in a text: `text` is `whole[start:end]`."""

    date: ThaiDate
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class FoundYear:
    """A Buddhist year in a text; `of_law`: it names a law or rule; `in_range`: an end of a span of years."""

    year: int
    start: int
    end: int
    text: str
    of_law: bool
    in_range: bool


# ---- the words of a date ---------------------------------------------------------------------------------------------

# As said, and as often misspelt. "มีนา" alone is left out: it also says "has rice fields".
_VARIANTS = {
    "มกรา": 1, "กุมภา": 2, "กุมภาพันธ": 2, "เมษา": 4, "พฤษภา": 5, "มิถุนา": 6, "กรกฎา": 7, "กรกฏา": 7, "กรกฏาคม": 7,
    "สิงหา": 8, "กันยา": 9, "ตุลา": 10, "พฤศจิกา": 11, "พฤษจิกา": 11, "พฤษจิกายน": 11, "ธันวา": 12,
}  # fmt: skip


# A table and `endswith`, not a pattern: a pattern of all spellings takes longer to compile than all the rest.
_MONTH_NAMES = (
    _VARIANTS
    | {name: number for number, name in enumerate(MONTHS, 1)}
    | {
        spelling: number
        for number, short in enumerate(MONTHS_SHORT, 1)
        for spelling in (short[:-1], short[:-1].replace(".", ". "), short.replace(".", ""))
    }
)
_SPELT = tuple(_MONTH_NAMES)
_BARE = {short.replace(".", "") for short in MONTHS_SHORT}
_BLANK = " \t\u00a0"
_GAP = r"[^\S\n]*"
_ERA_NAME = rf"(?:พ\.?{_GAP}ศ\.?|ค\.?{_GAP}ศ\.?|พุทธศักราช)"
_ERA_AT_END = re.compile(rf"{_ERA_NAME}\Z")
# After a month a small number may count things ("มีนาคม 50 คน"); below 40 it mostly does.
_COUNTED = "คน|ราย(?!งาน|การ|ได้|จ่าย|ชื่อ)|ครั้ง(?!ที่)|วัน(?!ที่)|แห่ง|ครัวเรือน|ชั่วโมง|บาท|ล้าน|เล่ม|คะแนน|%|เปอร์"
# The year is sought first and the words before it after: digits are rare and quickly found, month letters are not.
_YEAR = re.compile(rf"[0-9]{{2}}(?:[0-9]{{2}}|(?!{_GAP}(?:{_COUNTED})))(?![0-9]|[./,][0-9])")
_REACH = 48  # characters: "31 เดือน กุมภาพันธ์ ปี พุทธศักราช " and some spaces
_DAY = re.compile(r"(?<![0-9])(?<![0-9][./,])[0-9]{1,2}\Z")
_NUMERIC = re.compile(
    r"(?P<first>[0-9]{1,4})(?P<mark>[./-])(?P<month>[0-9]{1,2})(?P=mark)(?P<last>[0-9]{1,4})(?![0-9]|[./-][0-9])"
)


def month_number(name: str) -> int | None:
    """Give the number of a month by its name as said, short or often misspelt ("มกรา", "ม.ค."); None for no month."""
    return _MONTH_NAMES.get(name.removesuffix("."))


def _month_at_end(text: str) -> str:
    """Give the month's name, without its last stop, that the text ends with; empty: none."""
    text = text.removesuffix(".")
    if not text.endswith(_SPELT):
        return ""
    name = max((name for name in _SPELT if text.endswith(name)), key=len)
    before = text.removesuffix(name)
    if name not in _BARE or before.endswith(("เดือน", "ถึง")):
        return name
    # else two letters may be the tail of a word, or an office's letters ("ที่ มค 72001")
    return "" if before.endswith("ที่ ") or "ก" <= before[-1:] <= "๎" else name


def _year(digits: str) -> int | None:
    """Give the Buddhist year of a typed one: 67, 2567 and 2024 are the same; None for no year of our time."""
    year = int(digits)
    if len(digits) == 2:
        return 2500 + year if year >= 40 else None
    if 1957 <= year <= 2100:
        return year + ERA
    return year if 2400 <= year < 2700 else None


# ---- dates -----------------------------------------------------------------------------------------------------------


def find_dates(text: str) -> list[Found]:
    """Find full dates, those that no calendar has too, and months with their year, in the order of the text.

    A year alone, the number of an order, a telephone or item number is not a date.
    """
    plain = to_arabic(text)
    dates: list[Found] = []
    for start, end, date in sorted((*_written(plain), *_numeric(plain)), key=lambda found: found[:2]):
        if not dates or dates[-1].end <= start:
            dates.append(Found(date, start, end, text[start:end]))
    return dates


def parse_date(text: str) -> ThaiDate | None:
    """Read a text that is exactly one date ("วันที่ 29 มกราคม 2567", "ม.ค. 67"); None otherwise."""
    typed = text.strip().removeprefix("วันที่").strip()
    return next((found.date for found in find_dates(typed) if found.text == typed), None)


def _written(plain: str) -> Iterator[tuple[int, int, ThaiDate]]:
    for found in _YEAR.finditer(plain):
        reach = max(0, found.start() - _REACH)
        head = _before_year(plain[reach : found.start()])
        year = _year(found.group())
        if year and (month := _month_at_end(head)):
            head = head.removesuffix(".").removesuffix(month)
            day = _DAY.search(head.rstrip(_BLANK).removesuffix("เดือน").rstrip(_BLANK))
            date = ThaiDate(year, _MONTH_NAMES[month], int(day[0]) if day else None)
            yield reach + (day.start() if day else len(head)), found.end(), date


def _before_year(head: str) -> str:
    """Take "ปี พ.ศ." off the end of a text."""
    head = head.rstrip(_BLANK)
    if head.endswith(("ศ", "ศ.", "ศักราช")) and (era := _ERA_AT_END.search(head)):
        head = head[: era.start()].rstrip(_BLANK)
    return head.removesuffix("ปี").rstrip(_BLANK + ",")


def _numeric(plain: str) -> Iterator[tuple[int, int, ThaiDate]]:
    """29/1/2567, 29-01-67 or 2024-01-29; with stops ("9.1.67") only a year of four digits is sure."""
    for found in _NUMERIC.finditer(plain):
        first, month, last = found["first"], int(found["month"]), found["last"]
        day, year = (last, first) if len(first) == 4 else (first, last)
        sure = len(day) <= 2 and len(year) in ((4,) if found["mark"] == "." else (2, 4))
        known = _year(year) if sure and not _continues_number(plain, found.start(), "./-") else None
        if known and 1 <= int(day) <= 31 and 1 <= month <= (31 if len(year) == 4 else 12):
            yield *found.span(), ThaiDate(known, month, int(day))


def _continues_number(plain: str, start: int, joints: str) -> bool:
    """Tell whether digits stand before, apart by a joint at most: "0-3854-1234", "1.2.3.67"."""
    before = plain[max(0, start - 2) : start]
    return before[-1:].isdigit() or (before[:1].isdigit() and before[-1:] in joints)


# ---- Buddhist years --------------------------------------------------------------------------------------------------

_BUDDHIST = re.compile(r"25[0-9]{2}(?![0-9]|[.,][0-9])")
_SUM = re.compile(rf"{_GAP}(?:บาท|คน|ครัวเรือน|ไร่)")
_TELEPHONE = re.compile(r"(?<![0-9])0[0-9]{0,2}[ -]?[0-9]{3,4}[ -]?[0-9]{4}(?![0-9])")
_JOIN = rf"{_GAP}(?:[-–—]|ถึง){_GAP}(?:ปี{_GAP})?{_ERA_NAME}?{_GAP}"
_SPAN_GOES_ON = re.compile(rf"{_JOIN}(?:25[0-9]{{2}}|[4-9][0-9])(?![0-9])")
_SPAN_BEGAN = re.compile(rf"25[0-9]{{2}}{_JOIN}\Z")

_LAW = re.compile(
    r"พระราช(?:บัญญัติ|กฤษฎีกา|กำหนด)|รัฐธรรมนูญ|พ\.?\s?ร\.?\s?[บกฎ]\.|พรบ|ประมวล|กฎ(?:กระทรวง| ?ก\.)"
    r"|ประกาศ\s?(?:ของ)?\s?(?:สำนักนายก|กระทรวง|คณะกรรมการ|กรม|ก\.)|คำสั่งหัวหน้าคณะรักษา"
    r"|(?:ระเบียบ|ข้อบังคับ|ข้อบัญญัติ|เทศบัญญัติ)(?=.{0,90}(?:ว่าด้วย|เรื่อง)|.{0,50}\Z)",  # else "rules" in general
    re.DOTALL,
)
_LONGEST_TITLE = 220  # characters; ระเบียบกระทรวงมหาดไทยว่าด้วยการรับเงิน … has 150
_AMENDED = re.compile("ฉบับที่|แก้ไข|เพิ่มเติม")
_NEXT_ITEM = re.compile(rf"\n\s*(?:[{BULLETS}]|\(?[0-9]{{1,2}}[.)])")


def find_years(text: str) -> list[FoundYear]:
    """Find the Buddhist years 2500-2599 of four digits that stand alone, those inside dates and orders too."""
    plain = to_arabic(text)
    found = (_found_year(text, plain, each) for each in _BUDDHIST.finditer(plain))
    return [year for year in found if year]


def _found_year(text: str, plain: str, found: re.Match[str]) -> FoundYear | None:
    start, end = found.span()
    if _continues_number(plain, start, ".,") or _SUM.match(plain, end):
        return None
    telephones = _TELEPHONE.finditer(plain, max(0, start - 8), end + 6)
    if any(number.start() < end and start < number.end() for number in telephones):
        return None
    head = plain[max(0, start - _LONGEST_TITLE) : start]
    in_range = bool(_SPAN_GOES_ON.match(plain, end) or _SPAN_BEGAN.search(head[-30:]))
    return FoundYear(int(found.group()), start, end, text[start:end], _names_law(head), in_range)


def _names_law(head: str) -> bool:
    """Tell whether the title of a law or rule leads up to the end of `head`, where its year stands."""
    laws = list(_LAW.finditer(head))
    head = head.rstrip(_BLANK)
    era = _ERA_AT_END.search(head)
    before = (head[: era.start()] if era else head).rstrip(_BLANK)
    if not laws or before.endswith(("ปี", "งบประมาณ")) or _month_at_end(before):
        return False
    title = before[laws[-1].end() :]
    if _NEXT_ITEM.search(title) or (_BUDDHIST.search(title) and not _AMENDED.search(title)):
        return False
    return bool(era) or " " not in title


# ---- periods ---------------------------------------------------------------------------------------------------------

# A period is read without its spaces: "ม.ค.- มี.ค พ.ศ.2566" is ม.ค.-มี.ค2566.
_DASH = re.compile(r"จนถึง|ถึง|[–—−~]")
_NOTE = re.compile(r"\((?![^)]*ปีงบประมาณ[0-9])[^)]*\)\Z")  # "(12 เดือน)" after a period says nothing new
_FOUR = "2[0456][0-9]{2}"
_FISCAL = re.compile(rf"\(?(?:ของ|ใน|ภายใน|ประจำ|ตลอด)?ปีงบประมาณ({_FOUR}|[4-9][0-9])\)?\Z")
_OF_YEAR = rf"(?:/|ของ)?(?:ปี(?:งบประมาณ)?)?(?P<year>{_FOUR})?"
_WHOLE = re.compile(
    r"(?:ตลอด(?:ทั้ง)?|ทั้ง|ใน|ภายใน|ประจำ)?"
    rf"(?:ปี(?:งบประมาณ)?(?P<year>{_FOUR})?|(?P<bare>{_FOUR}))(?:(?<=[0-9])-(?:ปี(?:งบประมาณ)?)?(?P<last>{_FOUR}))?"
)
_QUARTERS = re.compile(
    rf"(?:ใน|ภายใน)?ไตรมาส(?:ที่)?(?P<first>[1-4])(?:(?:-|และ|,)(?:ไตรมาส(?:ที่)?)?(?P<last>[1-4]))?{_OF_YEAR}"
)
_ROUND = re.compile(
    rf"(?:(?:รอบ)?12เดือน|(?P<late>(?:รอบ)?6เดือนหลัง)|(?P<early>รอบ6เดือน(?:แรก)?|6เดือนแรก)){_OF_YEAR}"
)
_FILLER = re.compile(r"ประจำ|ภายใน|ระหว่าง|ตั้งแต่|ช่วง|ห้วง|ใน|วันที่|เดือน")
_SIDE = re.compile(
    r"(?:(?P<numeric>[0-9]{1,4}(?P<mark>[./-])[0-9]{1,2}(?P=mark)[0-9]{2,4})"
    r"|(?P<day>[0-9]{1,2})?(?P<month>[^0-9-]{2,12}?)(?:,?ปี)?(?P<year>[0-9]{4}|[0-9]{2})?"
    r"|(?P<only_day>[0-9]{1,2})(?=-))(?=-|\Z)"
)


_LONGEST_PERIOD = 200  # letters; a longer text tells a story


def parse_period(text: str, fiscal_year: int) -> Period | None:
    """Read a cell that is exactly one period; None for free text ("เป็นประจำทุกเดือน").

    The start takes month and year from the end, one year back when the order of the months demands it. Without
    any year the Buddhist `fiscal_year` decides. A deadline ("ภายในเดือนมีนาคม 2567") is that day or month.
    """
    if len(text) > _LONGEST_PERIOD:
        return None
    plain = re.sub(rf"\s+|{_ERA_NAME}", "", _DASH.sub("-", to_arabic(text))).strip(".,;")
    plain = _NOTE.sub("", plain)
    if period := _fiscal_period(plain, fiscal_year):
        return period
    if named := _FISCAL.search(plain):
        year, rest = _year(named[1]) or fiscal_year, plain[: named.start()]
        return _fiscal_period(rest + "ปี", year) or _dated_period(_FILLER.sub("", rest), year)
    return _dated_period(_FILLER.sub("", plain), fiscal_year)


def _fiscal_period(plain: str, fiscal_year: int) -> Period | None:
    """Read what is named by the fiscal year: all of it, its quarters, its halves."""
    if whole := _WHOLE.fullmatch(plain):
        year = _typed(whole["year"] or whole["bare"], fiscal_year)
        return Period(_fiscal_month(year, 1), _fiscal_month(_typed(whole["last"], year), 12))
    if quarters := _QUARTERS.fullmatch(plain):
        first, last = int(quarters["first"]), int(quarters["last"] or quarters["first"])
        return _months_of(quarters, fiscal_year, 3 * first - 2, 3 * last)
    if half := _ROUND.fullmatch(plain):
        return _months_of(half, fiscal_year, 7 if half["late"] else 1, 6 if half["early"] else 12)
    return None


def _months_of(found: re.Match[str], fiscal_year: int, first: int, last: int) -> Period:
    year = _typed(found["year"], fiscal_year)
    return Period(_fiscal_month(year, first), _fiscal_month(year, last))


def _typed(digits: str | None, otherwise: int) -> int:
    return (_year(digits) if digits else None) or otherwise


def _fiscal_month(fiscal_year: int, number: int) -> ThaiDate:
    """Give a month of a fiscal year by its number there: 1 is October, 12 September."""
    return _in_fiscal_year(ThaiDate(None, (number + 8) % 12 + 1), fiscal_year)


def _in_fiscal_year(date: ThaiDate, fiscal_year: int) -> ThaiDate:
    return replace(date, year=fiscal_year - ((date.month or 0) >= 10))


def _dated_period(plain: str, fiscal_year: int) -> Period | None:
    """Read one date or month, or two with a dash between."""
    first = _SIDE.match(plain)
    if not first:
        return None
    last = first if first.end() == len(plain) else _SIDE.fullmatch(plain, first.end() + 1)
    start, end = _side(first), last and _side(last)
    return _complete(start, end, fiscal_year) if start and end else None


def _side(found: re.Match[str]) -> ThaiDate | None:
    if found["numeric"]:
        return parse_date(found["numeric"])
    if found["only_day"]:
        return ThaiDate(None, None, int(found["only_day"]))
    year = _year(found["year"]) if found["year"] else None
    month = _MONTH_NAMES.get(found["month"].removesuffix("."))
    if not month or (found["year"] and not year):
        return None
    return ThaiDate(year, month, int(found["day"]) if found["day"] else None)


def _complete(start: ThaiDate, end: ThaiDate, fiscal_year: int) -> Period:
    """Give both ends the year, and the start the month, that only one of them was written with."""
    if start.month is None:
        start = replace(start, month=end.month, year=end.year)
    over_new_year = (start.month or 0, start.day or 0) > (end.month or 0, end.day or 31)
    if start.year is None and end.year is None:
        return Period(_in_fiscal_year(start, fiscal_year), _in_fiscal_year(end, fiscal_year))
    if start.year is None and end.year is not None:
        return Period(replace(start, year=end.year - over_new_year), end)
    if start.year is not None and end.year is None:
        return Period(start, replace(end, year=start.year + over_new_year))
    return Period(start, end)
