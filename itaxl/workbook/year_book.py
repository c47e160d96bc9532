"""A year in Excel, for the officer who has the new manual: six plain questions, and the items, prefilled.

The one rule of the place: what an answer is asked and where it stands is declared here; `year_answers` reads it back.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass

from openpyxl import Workbook
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from itaxl.catalog.year import FactKind, OItem, Year
from itaxl.model.cells import letters
from itaxl.model.columns import Kind, columns
from itaxl.model.records import MeasureRow
from itaxl.workbook import styles
from itaxl.workbook.build import finish_package
from itaxl.workbook.fit import fit_height, set_width
from itaxl.workbook.styles import finish_sheet, lock_structure

QUESTIONS, ITEMS, META = "คำถามของปี", "ข้อของปี", "_itaxl_ปี"
SHEETS = (QUESTIONS, ITEMS, META)

PARTS, SPARE = 8, 20  # parts of a report that can be named; empty rows for further items
HEAD_ROW, FIRST_ROW = 4, 5
ANSWER, SECOND = "C", "D"


@dataclass(frozen=True, slots=True)
class Question:
    """A line of the first sheet: its key, what is asked, what helps to answer."""

    key: str
    asked: str
    help: str


def questions(year: int, based: int) -> Iterator[Question]:
    """The six questions, each with its lines, and where the answers come from."""
    yield Question("count", f"1. ปี {year} มีข้อ O กี่ข้อ", "จำนวนข้อในแบบวัด OIT เช่น 26")
    yield Question("plan", "2. ข้อใดเป็นมาตรการที่รายงานผล", "เลขข้อ เช่น O25")
    yield Question("report", "3. ข้อใดให้ส่งรายงานฉบับนี้", "เลขข้อ เช่น O26")
    for n in range(1, PARTS + 1):
        asked = "4. รายงานต้องมีส่วนใดบ้าง (หนึ่งบรรทัดต่อหนึ่งส่วน)" if n == 1 else ""
        yield Question(
            f"part:{n}", asked, "ช่องขวา: คอลัมน์ของแผ่นงานมาตรการที่ต้องกรอก คั่นด้วยจุลภาค" if n == 1 else ""
        )
    yield Question("years", "5. ข้อต่าง ๆ พูดถึงข้อมูลของปีใดบ้าง", f"เช่น {year}, {year - 1}")
    yield Question("round", "6. วันสำคัญ: รายงานนี้ใช้ตอบการประเมินรอบปีใด", f"เช่น {year + 1}")
    yield Question("open", "    เริ่มตอบแบบวัด OIT วันที่", f"เช่น 1 มีนาคม {year + 1} (เว้นว่างได้)")
    yield Question("close", "    ตอบได้ถึงวันที่", f"เช่น 30 เมษายน {year + 1} (เว้นว่างได้)")
    yield Question("kind", "คำตอบเหล่านี้มาจากไหน: ชนิด", f"เลือก {FactKind.MANUAL} เมื่อเทียบกับคู่มือแล้ว")
    yield Question("source", "    ชื่อคู่มือ เอกสาร หรือหน่วยงาน", f"เช่น คู่มือการประเมิน ITA ปี {year} ของ ป.ป.ช.")
    yield Question("url", "    ที่อยู่เว็บไซต์", "เว้นว่างได้")
    yield Question("seen", "    ดูเมื่อวันที่", "เว้นว่างได้")


def question_rows(year: int, based: int) -> dict[str, int]:
    """The row of each question on the first sheet."""
    return {question.key: FIRST_ROW + n for n, question in enumerate(questions(year, based))}


@dataclass(frozen=True, slots=True)
class ItemColumn:
    """A column of the second sheet."""

    key: str
    heading: str
    width: float


def item_columns(based: int) -> tuple[ItemColumn, ...]:
    """The columns of the second sheet, from column B on."""
    return (
        ItemColumn("no", "ข้อ", 9),
        ItemColumn("same", f"ตรงกับข้อใดของปี {based}\n(หลายข้อคั่นด้วยจุลภาค ข้อใหม่เว้นว่าง)", 20),
        ItemColumn("title", "ชื่อข้อ", 38),
        ItemColumn("sub", "ตัวชี้วัดย่อย", 13),
        ItemColumn("group", "กลุ่ม (เว้นว่างได้)", 26),
        ItemColumn("components", "องค์ประกอบด้านข้อมูล (บรรทัดละหนึ่งองค์ประกอบ)", 84),
        ItemColumn("year", "ปีของข้อมูล\n(ว่าง = ไม่กำหนด)", 15),
        ItemColumn("changed", f"ความหมายที่ต่างจากปี {based} (ถ้ามี)", 34),
    )


def part_columns() -> dict[str, str]:
    """The headings of the measures' columns that a part of a report may need, each with its field."""
    return {
        each.heading: f"measures.{each.key}"
        for each in columns(MeasureRow)
        if each.kind in (Kind.TEXT, Kind.LINES) and not each.locked
    }


def build_year_book(year: Year) -> bytes:
    """The workbook (.xlsx) of a year to be answered; `year` is a year as another year's file gives it."""
    book = Workbook()
    first = book.active
    assert first is not None
    book.remove(first)
    styles.set_normal(book)
    _fill_questions(book.create_sheet(QUESTIONS), year)
    _fill_items(book.create_sheet(ITEMS), year)
    meta = book.create_sheet(META)
    for row in (("year", str(year.year)), ("based_on", str(year.based_on))):
        meta.append(row)
    meta.sheet_state, meta.protection.sheet = "veryHidden", True
    lock_structure(book)
    target = io.BytesIO()
    book.save(target)
    return finish_package(target.getvalue(), {})


# ---- the questions ---------------------------------------------------------------------------------------------------


def _fill_questions(sheet: Worksheet, year: Year) -> None:
    """Each question with the answer of the year before, to be looked over."""
    for number, width in ((2, 58), (3, 66), (4, 44), (5, 62)):
        set_width(sheet, number, width)
    styles.put(sheet, 1, 1, "@key", styles.KEY)
    styles.put(sheet, 2, 2, f"แบบของปีงบประมาณ พ.ศ. {year.year}: คำถาม 6 ข้อ", styles.TITLE)
    note = f"คำตอบที่มีอยู่เป็นของปี {year.based_on} ปรับปีให้แล้ว แก้ให้ตรงกับคู่มือปี {year.year} แล้วตรวจแผ่นงาน “{ITEMS}”"
    styles.put(sheet, 3, 2, note, styles.NOTE)
    for number, heading in enumerate(("คำถาม", "คำตอบ", "คอลัมน์ที่ต้องกรอก", "คำแนะนำ"), 2):
        styles.put(sheet, HEAD_ROW, number, heading, styles.HEADING)
    answers = _answers(year)
    rows = question_rows(year.year, year.based_on)
    for question in questions(year.year, year.based_on):
        row, (answer, second) = rows[question.key], answers.get(question.key, ("", ""))
        styles.put(sheet, row, 1, question.key, styles.KEY)
        styles.put(sheet, row, 2, question.asked, styles.LABEL)
        styles.put(sheet, row, 3, answer, styles.ENTRY_LINES)
        if question.key.startswith("part:"):
            styles.put(sheet, row, 4, second, styles.ENTRY_LINES)
        styles.put(sheet, row, 5, question.help, styles.HINT)
        sheet.row_dimensions[row].height = max(30.0, fit_height(answer, 64), fit_height(question.asked, 56))
    _offer_list(sheet, f"{ANSWER}{rows['kind']}", list(FactKind))
    finish_sheet(
        sheet,
        freeze=f"C{FIRST_ROW}",
        heads=f"2:{HEAD_ROW}",
        start=f"C{FIRST_ROW}",
        tab=styles.BRAND,
    )


def _answers(year: Year) -> dict[str, tuple[str, str]]:
    """What the year before would answer."""
    headings = {field: heading for heading, field in part_columns().items()}
    parts = {
        f"part:{n}": (each.text, ", ".join(headings[field] for field in each.fields if field in headings))
        for n, each in enumerate(year.elements[:PARTS], 1)
    }
    plain = {
        "count": str(len(year.items)),
        "plan": f"O{year.plan_item}",
        "report": f"O{year.report_item}",
        "years": ", ".join(sorted({_year_of(year, item) for item in year.items} - {""}, reverse=True)),
        "round": str(year.answers),
        "kind": str(FactKind.CARRIED),
        "source": f"แบบของปี {year.based_on}",
    }
    return parts | {key: (answer, "") for key, answer in plain.items()}


def _year_of(year: Year, item: OItem) -> str:
    return str(year.year + item.year_offset) if item.year_bound else ""


def _offer_list(sheet: Worksheet, area: str, words: list[FactKind] | list[str]) -> None:
    """A list of the words that a cell takes; others may be typed and are told when the year is added."""
    offered = DataValidation(type="list", formula1=f'"{",".join(words)}"', allow_blank=True)
    offered.errorStyle, offered.showErrorMessage = "warning", False
    offered.add(area)
    sheet.add_data_validation(offered)


# ---- the items -------------------------------------------------------------------------------------------------------


def _fill_items(sheet: Worksheet, year: Year) -> None:
    """A row for each item of the year before, its years shifted, and rows for further ones."""
    shape = item_columns(year.based_on)
    styles.put(sheet, 1, 1, "@key", styles.KEY)
    styles.put(sheet, 2, 2, f"ข้อ O ของปีงบประมาณ พ.ศ. {year.year}", styles.TITLE)
    note = "หนึ่งแถวคือหนึ่งข้อ เลขข้อต้องเรียงกัน ข้อที่ไม่มีในปีนี้ให้ลบข้อความทั้งแถว แถวว่างไม่นับเป็นข้อ"
    styles.put(sheet, 3, 2, note, styles.NOTE)
    for number, column in enumerate(shape, 2):
        styles.put(sheet, 1, number, column.key, styles.KEY)
        styles.put(sheet, HEAD_ROW, number, column.heading, styles.HEADING)
        set_width(sheet, number, column.width)
    sheet.row_dimensions[HEAD_ROW].height = 64
    last = HEAD_ROW + len(year.items) + SPARE
    for row in range(FIRST_ROW, last + 1):
        item = year.item(row - HEAD_ROW)
        texts = [""] * len(shape)
        if item:
            lines, of = "\n".join(item.components), _year_of(year, item)
            texts = [item.code, item.code, item.title, item.sub_indicator, item.group, lines, of, ""]
        for number, (text, column) in enumerate(zip(texts, shape, strict=True), 2):
            small = column.key == "components"
            styles.put(sheet, row, number, text, styles.ENTRY_SMALL if small else styles.ENTRY)
        heights = (
            fit_height(text, column.width - 2, 14 if column.key == "components" else 16)
            for text, column in zip(texts, shape, strict=True)
        )
        sheet.row_dimensions[row].height = max(30.0, *heights)
    sub = letters(2 + [column.key for column in shape].index("sub"))
    _offer_list(sheet, f"{sub}{FIRST_ROW}:{sub}{last}", [each.no for each in year.sub_indicators])
    finish_sheet(
        sheet, freeze=f"E{FIRST_ROW}", heads=f"2:{HEAD_ROW}", start=f"B{FIRST_ROW}", tab=styles.BRAND
    )
