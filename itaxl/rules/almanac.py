"""Almanac: weekdays, months, days, hours and years that no calendar or clock has.

The one rule of the place: what the calendar contradicts is wrong whatever was meant; which part is wrong, only the
papers of the office can tell.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from itaxl.model.findings import Repair, Severity
from itaxl.rules import sources
from itaxl.rules.context import Context
from itaxl.rules.mechanism import Hit, rule
from itaxl.rules.results import arabic, before, dates_in, years_in
from itaxl.thai import names
from itaxl.thai.calendar import ERA, MONTHS, MONTHS_SHORT, format_date
from itaxl.thai.dates import month_number
from itaxl.thai.weekdays import WEEKDAYS, Weekday, find_weekdays

_PAPERS = "ตรวจจากเอกสารจริง แล้วแก้ให้ถูกต้อง"

# ---- days of the week ------------------------------------------------------------------------------------------------


@rule("Y41", Severity.ERROR, "วันในสัปดาห์ไม่ตรงกับวันที่", sources.CALENDAR)
def weekday_against_date(context: Context) -> Iterator[Hit]:
    """A weekday that its date does not have."""
    for text in context.texts:
        for said in find_weekdays(text.text, dates_in(text.text)):
            if said.true_weekday is not None:
                message = f"“{said.text}” ตามปฏิทินตรงกับวัน{WEEKDAYS[said.true_weekday]}"
                yield Hit(text.record, text.column.key, said.text, message, _which(said))


def _which(said: Weekday) -> str:
    """How to decide which of weekday, day and year is wrong."""
    name, month = WEEKDAYS[said.weekday], MONTHS[(said.date.month or 1) - 1]
    near = said.nearest_day()
    years = " และ ".join(map(str, said.fitting_years()[:2]))
    day = f"วัน{name}ที่ใกล้ที่สุดคือ {format_date(near)}" if near else ""
    year = f" ส่วน {said.date.day} {month} เป็นวัน{name}ในปี พ.ศ. {years}" if years else ""
    return f"ตรวจวัน วันที่ และปีจากเอกสารจริง ({day}{year})"


# ---- months ----------------------------------------------------------------------------------------------------------

_BEFORE_YEAR = re.compile(
    r"(?:[0-9]\s{0,2}|เดือน\s?|[-–]\s?|\A)(?P<word>[ก-ฮเ][ก-๎]{3,12})\s{0,2}(?:พ\.?\s?ศ\.?)?\s{0,2}\Z"
)
_BEHIND_DAY = re.compile(r"วันที่\s?[0-9]{1,2}\s{0,2}(?P<word>[ก-ฮเ][ก-๎]{3,12})")
# Slips so common that they are read as months all the same.
_COMMON_SLIPS = re.compile("กรกฏาคม|พฤษจิกายน|กุมภาพันธ(?:ุ์|(?![ุ์]))")
_MAY_SLIP = ("กฏาคม", "พฤษจ", "มภาพันธ")
_SLIPS = 3  # half edits, as `names.slips` counts: three vowels, or a consonant and a vowel
_LETTERS = re.compile(r"\.\s?[คยพ]\.")  # the second stop, rarer and sooner found than the first letters
_HEAD = re.compile(r"(?<![ก-๎.])(?P<sure>มิ|มี|เม)\Z|(?<=[0-9])\s?(?:ม|ส|ต|ธ|พ)\Z")
_THAI = re.compile("[ก-๎]")
_MEANT = {
    "มิ.ค.": "มี.ค. หรือ มิ.ย.", "มี.ย.": "มี.ค. หรือ มิ.ย.", "เม.ค.": "เม.ย. หรือ ม.ค.", "ม.ย.": "ม.ค. เม.ย. หรือ มิ.ย.",
    "ม.พ.": "ม.ค. หรือ ก.พ.", "ส.ย.": "ส.ค. หรือ ก.ย.", "ต.ย.": "ต.ค. หรือ ก.ย.", "ธ.ย.": "ธ.ค. หรือ พ.ย.",
    "พ.พ.": "ก.พ. พ.ค. หรือ พ.ย.",
}  # fmt: skip


@rule("Y42", Severity.ERROR, "ชื่อเดือนไม่ถูกต้อง", sources.CALENDAR)
def month_is_none(context: Context) -> Iterator[Hit]:
    """A month that there is not, or its name misspelt."""
    for text in context.texts:
        for word, meant in dict.fromkeys((*_misspelt(text.text), *_odd_letters(text.text))):
            message = f"“{word}” ไม่ใช่ชื่อเดือน"
            fix = f"ตรวจเดือนจากเอกสารจริง หากหมายถึง {meant} ให้แก้ตามนั้น"
            yield Hit(text.record, text.column.key, word, message, fix)


def _misspelt(text: str) -> Iterator[tuple[str, str]]:
    """(word as typed, the month that it is near) between a day and a year, or behind วันที่ and a day."""
    years = years_in(text)
    if years:
        dated = {found.end for found in dates_in(text)}
        years = tuple(year for year in years if year.end not in dated)
    plain = arabic(text) if years or "วันที่" in text else ""
    slots = (_BEFORE_YEAR.search(plain, max(0, year.start - 30), year.start) for year in years)
    for slip in _COMMON_SLIPS.finditer(text) if any(letters in text for letters in _MAY_SLIP) else ():
        yield slip.group(), min(MONTHS, key=lambda month: names.slips(month, slip.group()))
    for slot in (*filter(None, slots), *_BEHIND_DAY.finditer(plain)):
        word = slot["word"].removeprefix("เดือน")
        near = _near_month(word)
        if near:
            yield word, near


@cache
def _near_month(word: str) -> str:
    """The month that a word is a slip of; empty for a month, and for any other word."""
    if len(word) < 4 or month_number(word):
        return ""
    near = min(MONTHS, key=lambda month: names.slips(month, word))
    return near if near[0] == word[0] and names.slips(near, word) <= _SLIPS else ""


def _odd_letters(text: str) -> Iterator[tuple[str, str]]:
    """(abbreviation as typed, what it may mean) of those that are no month's."""
    for found in _LETTERS.finditer(text):
        head = _HEAD.search(arabic(text), max(0, found.start() - 4), found.start())
        typed = text[head.start() : found.end()].strip() if head else ""
        meant = _MEANT.get(re.sub(r"\s", "", typed), "")
        behind = text[found.end() : found.end() + 2].strip()[:1]
        if head and meant and (not _THAI.match(behind) if head["sure"] else behind.isdigit()):
            yield typed, meant


# ---- days and hours --------------------------------------------------------------------------------------------------

_NAMES = {name: n % 12 + 1 for n, name in enumerate((*MONTHS, *MONTHS_SHORT))}
_MONTH = "|".join(map(re.escape, _NAMES))
_TO = r"\s?(?:[-–—]|จนถึง|ถึง)\s?(?:วันที่\s?)?"
# The patterns of figures begin with one digit alone: so they are sought at the speed of a single character.
_SPAN = re.compile(rf"(?P<first>[0-9][0-9]?){_TO}(?P<last>[0-9]{{1,2}})\s?(?:เดือน\s?)?(?:{_MONTH})")
_OF_DAYS = ("วันที่", "ระหว่าง", "เมื่อ", "(", "\n", "^")
_BETWEEN = re.compile(_TO)
_MAY_BE_MONTH = ("คม", "ยน", "พันธ์", ".ค", ".ย", ".พ")


def _may_name_month(text: str) -> bool:
    return any(letters in text for letters in _MAY_BE_MONTH)


@rule("Y43", Severity.ERROR, "วันสุดท้ายอยู่ก่อนวันแรก", sources.CALENDAR)
def span_runs_backwards(context: Context) -> Iterator[Hit]:
    """A span of days that runs backwards."""
    for text in context.texts:
        if text.column.key != "period" and _may_name_month(text.text):  # a row's own period has another rule
            for typed in _backwards(text.text):
                message = f"“{typed}” วันสุดท้ายอยู่ก่อนวันแรก"
                yield Hit(text.record, text.column.key, typed, message, _PAPERS)


def _backwards(text: str) -> Iterator[str]:
    """The spans as typed whose last day is before the first: 22–20 มีนาคม, 22 มีนาคม 2568 – 20 มกราคม 2568."""
    plain = f"^{arabic(text)}"
    for found in _SPAN.finditer(plain):
        lead = plain[max(0, found.start() - 9) : found.start()].rstrip(" ")
        if int(found["first"]) > int(found["last"]) > 0 and lead.endswith(_OF_DAYS):
            yield text[found.start() - 1 : found.end() - 1]
    for one, two in pairwise(dates_in(text)) if "-" in text or "–" in text or "ถึง" in text else ():
        first, last = one.date.date, two.date.date
        if first and last and first > last and _BETWEEN.fullmatch(text, one.end, two.start):
            yield text[one.start : two.end]


_DAY = re.compile(rf"(?P<day>[2-9][0-9])\s?(?:เดือน\s?)?(?P<month>{_MONTH})")
_LEADS_TO_DAY = re.compile(r"(?:วันที่|[0-9]\s?[-–—])\s?\Z")
_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


@rule("Y44", Severity.ERROR, "เดือนนั้นไม่มีวันที่นี้", sources.CALENDAR)
def month_has_no_such_day(context: Context) -> Iterator[Hit]:
    """A day that its month does not have, no year behind."""
    for text in context.texts:
        if _may_name_month(text.text):
            for found in _DAY.finditer(arabic(text.text)):
                days = _DAYS[_NAMES[found["month"]] - 1]
                led = _LEADS_TO_DAY.search(arabic(text.text), max(0, found.start() - 8), found.start())
                if (
                    led
                    and int(found["day"]) > days
                    and not any(found.start() == date.start for date in dates_in(text.text))
                ):  # with a year another rule speaks
                    typed = text.text[found.start() : found.end()]
                    message = f"“{typed}” เดือนนี้มีเพียง {days} วัน"
                    yield Hit(text.record, text.column.key, typed, message, _PAPERS)


_HOUR = re.compile(
    r"(?P<hour>[0-9](?<![0-9.,:/][0-9])[0-9]?)[.:](?P<minute>[0-9]{2})"
    r"(?=\s?(?:[-–—]|ถึง)\s?[0-9]{1,2}[.:][0-9]{2}\s?(?:น\.(?!\s?[ก-ฮ]\.)|นาฬิกา)|\s?น\.(?!\s?[ก-ฮ]\.)|\s?นาฬิกา)"
)


@rule("Y45", Severity.ERROR, "เวลาไม่ถูกต้อง", "ระบบเวลา 24 ชั่วโมง")
def hour_that_no_clock_has(context: Context) -> Iterator[Hit]:
    """An hour that no clock has, or a span of hours that runs backwards."""
    for text in context.texts:
        for found in _HOUR.finditer(arabic(text.text)) if "น" in text.text else ():
            at = _minutes(found)
            if at is None:
                typed = text.text[found.start() : found.end()]
                yield Hit(text.record, text.column.key, typed, f"“{typed}” ไม่มีเวลานี้", _CLOCK)
                continue
            to = _HOUR_AGAIN.match(arabic(text.text), found.end())
            until = _minutes(to) if to else None
            if to and until is not None and until < at and not (at >= _EVENING and until <= _MORNING):
                typed = text.text[found.start() : to.end()]
                yield Hit(text.record, text.column.key, typed, f"“{typed}” เวลาสิ้นสุดอยู่ก่อนเวลาเริ่ม", _CLOCK)


_CLOCK = "ตรวจเวลาจากเอกสารจริง (00.00 ถึง 24.00 น.)"
_HOUR_AGAIN = re.compile(r"\s?(?:[-–—]|ถึง)\s?(?P<hour>[0-9]{1,2})[.:](?P<minute>[0-9]{2})")
_EVENING, _MORNING = 15 * 60, 10 * 60  # a watch may run over midnight


def _minutes(hour: re.Match[str]) -> int | None:
    """The minutes since midnight; None where no clock has them."""
    at = int(hour["hour"]) * 60 + int(hour["minute"])
    return at if int(hour["minute"]) < 60 and at <= 24 * 60 else None


# ---- eras ------------------------------------------------------------------------------------------------------------

_BUDDHIST = re.compile(r"(?P<era>พ\.?\s?ศ\.?|พุทธศักราช)\s?(?P<year>[0-9]{3,5})(?![0-9,.xX_…])")
_FIVE = re.compile(r"25[0-9]{3}(?![0-9,./-])")
_MONTH_AT_END = re.compile(rf"(?:{_MONTH})\s?\Z")
_COMMON = re.compile(r"(?P<era>ค\.\s?ศ\.?|คริสต์ศักราช)\s?(?P<year>2[456][0-9]{2})(?![0-9,.])")
_BARE = re.compile(
    rf"(?:(?:ปีงบประมาณ|ประจำปี)(?:\s?ค\.\s?ศ\.)?|{_MONTH})\s?(?P<year>20[0-9]{{2}})(?![0-9,.])"
    # English months within a Thai sentence; one in brackets or in an English one is a translation
    r"|(?:(?<=[ก-๎])|(?<=[ก-๎]\s)|(?<=^)|(?<=-\s))(?:[0-9]{1,2}\s)?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?\s(?P<english>20[0-9]{2})(?=\s?[ก-๎-]|\s*\Z)"
)
_PAST = re.compile("สมัย|กรุง|รัช|ตำนาน|โบราณ|พระเจ้า|พญา|อาณาจักร|ขอม|สร้างเมื่อ|(?<!เรื่อง)ราว|(?<!งบ)ประมาณ")
_AROUND = 12  # years: nearer to the report, a Buddhist year of the 20th century is a common one


@rule("Y46", Severity.ERROR, "ปี พ.ศ. หรือ ค.ศ. ไม่ถูกต้อง", sources.CALENDAR)
def year_of_another_era(context: Context) -> Iterator[Hit]:
    """A year that is none of its era."""
    for text in context.texts:
        for typed, message in (
            _strange_years(text.text, context.year.year) if "ศ" in text.text or "25" in text.text else ()
        ):
            yield Hit(text.record, text.column.key, typed, f"“{typed}” {message}", _PAPERS)


def _strange_years(text: str, fiscal_year: int) -> Iterator[tuple[str, str]]:
    """(era and year as typed, what is wrong): พ.ศ. 2024, พ.ศ. 25667, พ.ศ. 2657, ค.ศ. 2567."""
    plain = arabic(text)
    for found in _BUDDHIST.finditer(plain):
        year, past = int(found["year"]), _PAST.search(before(plain, found.start()))
        typed = text[found.start() : found.end()]
        if abs(year + ERA - fiscal_year) <= _AROUND and not past:
            yield typed, f"เป็นปี ค.ศ. ปี พ.ศ. คือ {year + ERA}"
        elif (
            len(found["year"]) == 5 or year > 2600 or (found["year"].startswith(("25", "26")) and year < 1000)
        ):
            yield typed, "ไม่ใช่ปี พ.ศ. ที่เป็นไปได้"
    for found in _FIVE.finditer(plain):
        if month := _MONTH_AT_END.search(plain, max(0, found.start() - 12), found.start()):
            yield text[month.start() : found.end()], "ไม่ใช่ปี พ.ศ. ที่เป็นไปได้"
    for found in _COMMON.finditer(plain):
        yield text[found.start() : found.end()], f"เป็นปี พ.ศ. ปี ค.ศ. คือ {int(found['year']) - ERA}"


@rule(
    "Y47",
    Severity.WARNING,
    "ใช้ปี ค.ศ. แทนปี พ.ศ.",
    sources.CUSTOM,
)
def common_year_in_a_thai_date(context: Context) -> Iterator[Hit]:
    """A year of the common era where the Buddhist one is used."""
    for text in context.texts:
        for found in _BARE.finditer(arabic(text.text)) if "20" in text.text or "๒๐" in text.text else ():
            typed, buddhist = (
                text.text[found.start() : found.end()],
                int(found["year"] or found["english"]) + ERA,
            )
            message = f"“{typed}” เป็นปี ค.ศ. รายงานใช้ปี พ.ศ. ({buddhist})"
            yield Hit(
                text.record,
                text.column.key,
                typed,
                message,
                f"หากหมายถึงปีนั้น ให้เขียน พ.ศ. {buddhist}",
            )


_STOPLESS = re.compile(r"(?<![ก-๎.])(?:พ\s?ศ\.?|พ\.\s?ศ)(?=\s?[2๒][0-9๐-๙]{3}(?![0-9๐-๙]))")


@rule(
    "Y48",
    Severity.HINT,
    "คำว่า พ.ศ. ไม่ครบจุด",
    sources.CUSTOM,
    only_with_spelling=True,
)
def era_lacks_its_stops(context: Context) -> Iterator[Hit]:
    """พ.ศ. lacks a stop."""
    for text in context.texts:
        found = _STOPLESS.search(text.text) if "ศ" in text.text else None
        if found:
            typed = found.group()
            repair = Repair(text.text, _STOPLESS.sub("พ.ศ.", text.text))
            yield Hit(
                text.record, text.column.key, typed, f"“{typed}” ไม่ครบจุด", "เขียนว่า “พ.ศ.”", repair=repair
            )
