"""Years: an item speaks of the year that the catalog asks for, and last year's text is not left in this year's report.

The one rule of the place: the years of laws, of plans that run over several years and of an ITA result are right
wherever they stand; a year is certain only beside "ประจำปี" or "ปีงบประมาณ".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from itaxl.model.findings import Severity
from itaxl.model.records import OItemRow, Record
from itaxl.rules import sources
from itaxl.rules.context import Context
from itaxl.rules.mechanism import Hit, rule
from itaxl.rules.results import Row, before, dates_in, line_at, opening, rows, text_of, years_in
from itaxl.thai.dates import FoundYear
from itaxl.thai.digits import to_arabic

_MARKED = re.compile(r"(?:ประจำปี(?:งบประมาณ)?|ปีงบประมาณ)\s*(?:พ\.?\s?ศ\.?)?\s*\Z")
_LED = re.compile(r"(?:(?:ประจำ)?ปี(?:งบประมาณ)?\s*)?(?:พ\.?\s?ศ\.?)?\s*\Z")
_OF_ITA = re.compile(r"ITA|ผลการประเมินคุณธรรม|ผลคะแนน", re.IGNORECASE)
_NUMBERED = re.compile(r"[0-9๐-๙]\s*/\s*\Z")  # 12/2567 is the number of an order


def _lead(text: str, year: FoundYear) -> str:
    """The year as typed, with the words that mark it: "ประจำปี พ.ศ. ๒๕๖๖"."""
    found = _LED.search(text, max(0, year.start - 30), year.start)
    return text[found.start() if found else year.start : year.end].strip()


def _own_years(text: str) -> tuple[FoundYear, ...]:
    """The years that a text says of its own work: not of a law, an ITA result, an order or a day."""
    dated = [(date.start, date.end) for date in dates_in(text)]
    return tuple(
        year
        for year in years_in(text)
        if not year.of_law
        and not any(start <= year.start < end for start, end in dated)
        and not _NUMBERED.search(text, max(0, year.start - 4), year.start)
        and not _OF_ITA.search(before(text, year.start, 40))
    )


# ---- items -----------------------------------------------------------------------------------------------------------


def _bound_rows(context: Context) -> Iterator[tuple[Row, frozenset[int]]]:
    """The finished items whose year the catalog binds, with the years that their result may name."""
    year = context.year
    for row in rows(context):
        if row.item and row.item.year_bound and row.said.tells and not row.said.only_open:
            asked = {year.year + row.item.year_offset}
            # Plan and report name their own year as well as the one that they answer.
            yield (
                row,
                frozenset(
                    asked | ({year.year} if row.item.no in (year.plan_item, year.report_item) else set())
                ),
            )


def _spans(years: tuple[FoundYear, ...], asked: frozenset[int]) -> bool:
    """Whether two ends of a span of years take in a year that is asked for."""
    ends = [year.year for year in years if year.in_range]
    return bool(ends) and any(min(ends) <= year <= max(ends) for year in asked)


def _other_years(row: Row, asked: frozenset[int]) -> tuple[FoundYear, ...]:
    """The years that a result names, where none of them is asked for; a span excuses only what stands alone."""
    named = _own_years(row.told)
    if any(year.year in asked for year in named):
        return ()
    ends = {year.year for year in named if year.in_range} if _spans(named, asked) else set()
    single = tuple(year for year in named if not year.in_range and year.year not in ends)
    return single or (() if _spans(named, asked) else named)


_SHOWN = re.compile("เผยแพร่|ประกาศ|ลงวันที่|เว็บไซต์|เสนอ|รายงาน|จัดทำ|ตรวจ|ข้อมูล ณ")


def _certain(row: Row, years: tuple[FoundYear, ...], asked: frozenset[int]) -> FoundYear | None:
    """The first year that is said of the work itself, unless the day of the work shows that the right one is meant.

    When something was announced or shown says nothing: last year's plan is shown this year too.
    """
    if _spans(_own_years(row.told), asked):
        return None
    for found in dates_in(row.told):
        if found.date.fiscal_year in asked and not _SHOWN.search(before(row.told, found.start, 30)):
            return None
    marked = (year for year in years if _MARKED.search(before(row.told, year.start, 30)))
    return next((year for year in marked if not year.in_range), None)


def _asks(context: Context, row: Row) -> tuple[str, str]:
    """What the catalog asks of an item, and where it says so."""
    assert row.item
    return f"ปี พ.ศ. {context.year.year + row.item.year_offset}", context.year.cite(row.item)


@rule("Y01", Severity.ERROR, "ผลของข้อ O เป็นข้อมูลผิดปี", sources.ITEMS)
def item_speaks_of_another_year(context: Context) -> Iterator[Hit]:
    """An item's result is of another year than the catalog asks for.

    The result names one year only, beside "ประจำปี" or "ปีงบประมาณ", and it is not the item's; no more than a
    doubt where the item's year is not known from the manual.
    """
    for row, asked in _bound_rows(context):
        year = _certain(row, _other_years(row, asked), asked)
        if year:
            wanted, source = _asks(context, row)
            quote = _lead(row.told, year)
            message = f"{row.name}: ผลเป็นข้อมูล “{quote}” แต่ข้อนี้กำหนดให้เป็นข้อมูล{wanted}"
            fix = f"ใช้ข้อมูลของ{wanted} แล้วแก้ปีให้ตรง"
            known = row.item and context.year.is_of_the_manual(row.item.basis.year)
            yield Hit(row.record, "progress", quote, message, fix, source, doubtful=not known)


@rule("Y02", Severity.WARNING, "ปีในผลของข้อ O อาจไม่ตรง", sources.ITEMS)
def item_may_speak_of_another_year(context: Context) -> Iterator[Hit]:
    """The year in an item's result may not be the one asked for.

    The result names only other years, in words that leave a doubt.
    """
    for row, asked in _bound_rows(context):
        years = _other_years(row, asked)
        if years and not _certain(row, years, asked):
            wanted, source = _asks(context, row)
            quote = _lead(row.told, years[0])
            message = f"{row.name}: ผลกล่าวถึง “{quote}” แต่ข้อนี้กำหนดให้เป็นข้อมูล{wanted}"
            yield Hit(row.record, "progress", quote, message, "ตรวจปีของข้อมูล แล้วระบุปีที่ข้อนี้กำหนด", source)


_ANY_YEAR = re.compile(r"25[0-9]{2}|ปี\S{0,12}\s?[4-9][0-9](?![0-9])|ปี(?:งบประมาณ)?ที่(?:ผ่านมา|แล้ว)|ปีก่อน")


@rule("Y03", Severity.WARNING, "ข้อที่ต้องเป็นข้อมูลปีก่อน แต่ผลไม่ระบุปี", sources.ITEMS)
def item_of_the_previous_year_names_none(context: Context) -> Iterator[Hit]:
    """An item of the previous year, and the result names no year.

    An item that asks for the year before must say so: the reader takes a result without year for this year's.
    """
    for row, asked in _bound_rows(context):
        silent = row.item and row.item.year_offset < 0 and context.year.year not in asked
        if (
            silent
            and row.told.strip()
            and not _ANY_YEAR.search(to_arabic(row.told))
            and not dates_in(row.told)
        ):
            wanted, source = _asks(context, row)
            message = f"{row.name}: ข้อนี้ต้องเป็นข้อมูล{wanted} แต่ผลไม่ได้ระบุปี"
            yield Hit(row.record, "progress", opening(row.told), message, f"ระบุ{wanted} ในข้อความผล", source)


_MONTHLY = re.compile("(?:ประจำ|ราย|ทุก)เดือน")
_SEVERAL_YEARS = re.compile(r"มากกว่า\s*1\s*ปี")


@rule("Y04", Severity.WARNING, "ช่วงเวลาของข้อมูลไม่ตรงกับที่ข้อ O กำหนด", sources.ITEMS)
def item_speaks_of_another_span(context: Context) -> Iterator[Hit]:
    """An item asks for a year or more, the result speaks of a month or one year.

    Monthly figures for an item of the whole year before; one year's plan where several years are asked for.
    """
    for row, _ in _bound_rows(context):
        if found := _wrong_span(context, row):
            quote, wanted = found
            message = f"{row.name}: ผลเขียนว่า “{quote}” แต่ข้อนี้กำหนด{wanted}"
            source = _asks(context, row)[1]
            yield Hit(
                row.record, "progress", quote, message, "ตรวจว่าเป็นข้อมูลตามช่วงเวลาที่กำหนด แล้วแก้ข้อความ", source
            )


def _wrong_span(context: Context, row: Row) -> tuple[str, str] | None:
    """The words for the shorter span, and what the item asks for."""
    assert row.item
    asked = row.item.demand
    monthly = _MONTHLY.search(row.told)
    if monthly and row.item.year_offset < 0 and "เดือน" not in asked:
        return monthly.group(), f"ข้อมูลทั้งปีของ{_asks(context, row)[0]}"
    named = _own_years(row.told)
    if _SEVERAL_YEARS.search(to_arabic(asked)) and len(named) == 1 and not named[0].in_range:
        marked = _MARKED.search(before(row.told, named[0].start, 30))
        return (_lead(row.told, named[0]), "แผนที่มีระยะมากกว่า 1 ปี") if marked else None
    return None


# ---- last year's text ------------------------------------------------------------------------------------------------

_LOOKS_BACK = re.compile(
    "รางวัล|คะแนน|กว่า|เพิ่มขึ้น|ลดลง|ผล|รายงาน|สถิติ|เทียบ|ประเมิน|ผ่านมา|ปีก่อน|วิเคราะห์|เดิม|ตั้งแต่|แผน"
)
_FIGURES = re.compile(r"\s*(?:มี|ได้)?(?:การ)?(?:จัดเก็บ|รายรับ|รายได้|ภาษี|เงินสะสม|ประชากร)")  # of the year before
_LOOKS_AHEAD = re.compile(
    "ขอรับ|คำขอ|เสนอขอ|ขอจัดสรร|เตรียม|แผน|ข้อบัญญัติ|เทศบัญญัติ|งบประมาณรายจ่าย|จัดทำงบประมาณ|ปีถัดไป|ต่อไป"
)


@rule("Y05", Severity.WARNING, "มีปีอื่นค้างอยู่ในข้อความ", sources.FISCAL_YEAR)
def another_year_is_left_in_the_text(context: Context) -> Iterator[Hit]:
    """A text names another fiscal year only.

    Plan or result names only another fiscal year, and does not look back at results or ahead at plans.
    """
    for row in rows(context):
        for key in () if isinstance(row.record, OItemRow) else (*row.plans, *row.results):
            text = text_of(row.record, key)
            named = _own_years(text)
            right = any(year.year == context.year.year or year.in_range for year in named)
            strange = (year for year in named if _is_strange(text, year, context.year.year))
            year = None if right else next(strange, None)
            if year:
                quote = _lead(text, year)
                message = f"{row.name}: ข้อความระบุ “{quote}” แต่รายงานนี้เป็นของปีงบประมาณ พ.ศ. {context.year.year}"
                yield Hit(row.record, key, quote, message, "ตรวจว่าเป็นข้อความของปีก่อนที่ยังไม่ได้แก้หรือไม่")


# What goes by the calendar year: sessions of the council, feasts and days from October to December.
_OF_THE_CALENDAR = re.compile(
    "สภา|สมัยสามัญ|สมัยวิสามัญ|ต่อต้าน|ลอยกระทง|กฐิน|ออกพรรษา|ปิยมหาราช|วันพ่อ|รัฐธรรมนูญ|ประเพณี|ปีใหม่|เลือกตั้ง|ตุลาคม|พฤศจิกายน|ธันวาคม|[ตธ]\\.ค\\.|พ\\.ย\\."
)


def _is_strange(text: str, year: FoundYear, fiscal_year: int) -> bool:
    """Whether a marked year has no reason to stand in a report of the fiscal year."""
    lead = before(text, year.start, 80)
    if not _MARKED.search(lead):
        return False
    if re.search("กว่า|เทียบ|เพิ่มขึ้น|ลดลง", lead):
        return False
    if year.year == fiscal_year - 1:
        by_calendar = "งบประมาณ" not in lead[-30:] and _OF_THE_CALENDAR.search(line_at(text, year.start))
        return (
            not by_calendar
            and not _FIGURES.match(text, year.end)
            and not _LOOKS_BACK.search(_MARKED.sub("", lead))
        )
    return year.year != fiscal_year + 1 or not _LOOKS_AHEAD.search(_MARKED.sub("", lead))


_RESULT = re.compile(
    r"ผลการประเมิน(?:คุณธรรม\S*)?\s*(?:ITA)?\s*(?:ของหน่วยงาน)?\s*(?:ประจำ)?(?:ปี(?:งบประมาณ)?)?\s*(?:พ\.?\s?ศ\.?)?\s*\Z"
)


@rule("Y07", Severity.WARNING, "อ้างผลการประเมิน ITA ของปีที่ไม่เกี่ยวข้อง", sources.ELSEWHERE)
def ita_result_of_a_strange_year(context: Context) -> Iterator[Hit]:
    """An ITA result of a year that the measures do not answer.

    The measures of a year answer the result of the year before; the newer one may be quoted too.
    """
    year = context.year.year
    for text in context.texts:
        for found in years_in(text.text) if "ผลการประเมิน" in text.text else ():
            if found.year not in (year, year - 1) and _RESULT.search(before(text.text, found.start, 70)):
                quote = _lead(text.text, found)
                message = f"อ้างผลการประเมิน “{quote}” แต่มาตรการของปี {year} มาจากผลการประเมินปี {year - 1}"
                yield Hit(
                    text.record, text.column.key, quote, message, "ตรวจปีของผลการประเมินที่นำมากำหนดมาตรการ"
                )


@rule("Y06", Severity.WARNING, "ปีในข้อมูลหน่วยงานไม่สัมพันธ์กับปีของรายงาน", sources.FISCAL_YEAR)
def head_names_a_strange_year(context: Context) -> Iterator[Hit]:
    """A year of the head does not go with the fiscal year.

    The result quoted is that of the year or of the one before; the round is the one that the year answers.
    """
    year, report = context.year.year, context.report
    due = context.year.answers
    quoted: tuple[tuple[Record, str, int | None, tuple[int, ...]], ...] = (
        (report.assessment, "fiscal_year", report.assessment.fiscal_year, (year, year - 1)),
        (report.paper, "ita_round", report.paper.ita_round, (due,)),
    )
    for record, key, value, usual in quoted:
        if value is not None and value not in usual:
            heading = "ปีของผลการประเมินที่อ้าง" if key == "fiscal_year" else "รอบการประเมิน ITA"
            words = " หรือ ".join(map(str, usual))
            message = f"{heading} เป็นปี {value} แต่รายงานของปีงบประมาณ พ.ศ. {year} ใช้ปี {words}"
            yield Hit(record, key, str(value), message, f"ตรวจปีอีกครั้ง ปกติคือ {words}")
