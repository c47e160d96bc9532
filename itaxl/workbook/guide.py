"""The sheet วิธีกรอก, generated: steps, colours, ways of writing, every column's help, the rules that apply.

The one rule of the place: what is said of a column or a rule comes from its declaration.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from openpyxl.worksheet.worksheet import Worksheet

from itaxl.catalog import progress
from itaxl.catalog.form import (
    AGENCY_SHEET,
    BLOCKS,
    FINDINGS_SHEET,
    INDICATORS,
    INDICATORS_SHEET,
    ITEMS,
    ITEMS_SHEET,
    MEASURES_SHEET,
    OVERVIEW_SHEET,
    TABLES,
)
from itaxl.catalog.year import Year
from itaxl.model.columns import Column, columns
from itaxl.thai.digits import to_thai
from itaxl.workbook import styles
from itaxl.workbook.fit import fit_height, set_width
from itaxl.workbook.live import guidance
from itaxl.workbook.origins import origin_lines, stand_in_mark
from itaxl.workbook.styles import Look, finish_sheet
from itaxl.workbook.tables import REQUIRED_MARK, is_required

RuleLine = tuple[str, str, str]  # code, severity, title, all as a person reads them

_WIDTHS = (58, 58, 90)
_LINE = 30.0  # points

_STEPS = (
    (
        f"กรอกแผ่นงาน “{AGENCY_SHEET}” ก่อน",
        "เลือกจังหวัด แล้วอำเภอ แล้วตำบล และพิมพ์รายชื่อส่วนราชการของหน่วยงาน บรรทัดละหนึ่งชื่อ รายชื่อนี้จะเป็นตัวเลือกของช่องผู้รับผิดชอบทุกแผ่น",
    ),
    (
        f"กรอกแผ่นงาน “{MEASURES_SHEET}”",
        "หนึ่งแถวคือหนึ่งขั้นตอน แถวแรกของมาตรการใส่ลำดับและชื่อมาตรการ ขั้นตอนถัดไปของมาตรการเดิมกรอกแถวถัดลงมา โดยเว้นช่อง ลำดับ ถึงช่อง มาตรการ/กิจกรรม ว่างไว้ แบบจะแสดงให้เห็นว่าเป็นมาตรการเดียวกัน",
    ),
    (
        "เลือกสถานะของแต่ละแถว",
        "เลือก ☑ เพียงช่องเดียวในแถวเดียวกัน ช่องที่เหลือเป็น ☐ ถ้าเลือก ไม่สามารถดำเนินการได้ ให้พิมพ์เหตุผลด้วย",
    ),
    (
        f"กรอก “{INDICATORS_SHEET}” และ “{ITEMS_SHEET}”",
        "กรอกเมื่อรายงานพิมพ์ตารางเหล่านี้ องค์ประกอบที่ต้องมีของแต่ละข้ออยู่ในแถวเดียวกับช่องที่กรอกผล ถ้าช่องเป็นสีเทา รายงานไม่พิมพ์ตารางนี้ เว้นว่างได้",
    ),
    (
        f"ดูแผ่นงาน “{OVERVIEW_SHEET}”",
        "บอกว่าดำเนินการแล้วเท่าใด และช่องที่ต้องกรอกช่องใดยังว่าง คลิก ไปที่ช่อง เพื่อกรอกต่อ",
    ),
    (
        "ตรวจความถูกต้อง",
        f"กดปุ่ม ตรวจความถูกต้อง ในแถบ รายงาน ITA ช่องที่ต้องแก้ไขจะเปลี่ยนสี วิธีแก้ไขอยู่ในแผ่นงาน “{FINDINGS_SHEET}” ถ้าข้อความเดิมถูกต้องแล้วให้พิมพ์เหตุผลในช่อง ยืนยันว่าถูกต้อง",
    ),
    (
        "จัดทำรายงาน (Word)",
        "กดปุ่ม จัดทำรายงาน (Word) ถ้ายังมีข้อที่ต้องแก้ไข รายงานพิมพ์ได้และมีคำว่า ร่าง บันทึกแบบเมื่อใดก็ได้ แม้ยังกรอกไม่ครบ",
    ),
)
_COLOURS = (
    ("ช่องสีขาว", styles.SAMPLE_ENTRY, "กรอกได้"),
    ("ช่องสีฟ้าอ่อน", styles.LABEL, "ข้อความทางการหรือช่องที่โปรแกรมกรอก แก้ไขไม่ได้"),
    ("ช่องสีเทา", styles.SAMPLE_OFF, "รูปแบบรายงานที่เลือกไม่พิมพ์ช่องนี้ กรอกไว้ได้ ข้อมูลไม่หาย"),
    ("ช่องสีแดงอ่อน", styles.SAMPLE_ALARM, "ต้องแก้ไข"),
    ("ช่องสีเหลืองอ่อน", styles.SAMPLE_CAUTION, "ควรทบทวน"),
)


def dates(year: int) -> tuple[str, ...]:
    """Ways of writing a day, each understood."""
    thai = to_thai(str(year))
    return (
        f"29 มกราคม {year}",
        f"29 ม.ค. {year % 100}",
        f"๒๙ มกราคม {thai}",
        f"29/1/{year}",
        f"มกราคม {year}",
    )


def periods(year: int) -> tuple[str, ...]:
    """Ways of writing a period of the fiscal year, each understood."""
    return (
        f"ต.ค. {(year - 1) % 100} - ก.ย. {year % 100}",
        f"1 ตุลาคม {year - 1} - 30 กันยายน {year}",
        f"ตุลาคม {year - 1} ถึง มีนาคม {year}",
        f"ปีงบประมาณ พ.ศ. {year}",
        "ไตรมาสที่ 2",
        "ตลอดปีงบประมาณ",
    )


def _writing(year: int) -> tuple[tuple[str, str, str], ...]:
    """What may be written how, with examples of the year."""
    return (
        (
            "วันที่ เขียนแบบใดก็ได้",
            "\n".join(dates(year)),
            f"เลขไทยหรือเลขอารบิกก็ได้ ปีย่อ {year % 100} หมายถึง {year} รายงานพิมพ์เป็นแบบเดียวกันทั้งฉบับตามที่เลือกในช่อง ตัวเลขในรายงาน",
        ),
        (
            "ระยะเวลา เขียนแบบใดก็ได้",
            "\n".join(periods(year)),
            "ให้วันเริ่มและวันสิ้นสุดอยู่ในปีงบประมาณของรายงาน คือ 1 ตุลาคมของปีก่อน ถึง 30 กันยายน",
        ),
        *_WRITING,
    )


_WRITING = (
    ("ตัวเลข คะแนน ร้อยละ", "93.65   ๙๓.๖๕   100", "พิมพ์เฉพาะตัวเลข ไม่ต้องมีคำว่า คะแนน หรือ ร้อยละ"),
    ("ผู้รับผิดชอบหลายส่วนราชการ", "สำนักปลัด, กองคลัง", "ถ้ามีมากกว่าหนึ่ง ให้พิมพ์เอง คั่นด้วยจุลภาคหรือขึ้นบรรทัดใหม่"),
    (
        "วางข้อความจาก Word หรือเว็บ",
        "กด F2 หรือดับเบิลคลิกในช่องก่อน แล้วจึงวาง",
        "การวางทับทั้งช่องทำให้ตัวเลือกของช่องหายไป โปรแกรมยังอ่านและตรวจข้อความให้เหมือนเดิม",
    ),
)
_KEYS = (
    ("Alt+Enter", "ขึ้นบรรทัดใหม่ในช่องเดียวกัน หนึ่งบรรทัดในช่องคือหนึ่งบรรทัดในรายงาน"),
    ("Alt+ลูกศรลง", "เปิดรายการตัวเลือกของช่อง"),
    ("Tab", "ไปช่องถัดไปที่กรอกได้"),
    ("F2", "แก้ไขข้อความที่พิมพ์ไว้แล้ว"),
    ("Ctrl+Z", "ยกเลิกสิ่งที่เพิ่งพิมพ์"),
)


def fill_guide(sheet: Worksheet, year: Year, rules: Sequence[RuleLine]) -> None:
    """Lay out the guide."""
    for number, width in enumerate(_WIDTHS, 1):
        set_width(sheet, number, width)
    title = f"วิธีกรอกแบบรายงาน ปีงบประมาณ พ.ศ. {year.year}"
    styles.put(sheet, 1, 1, " – ".join(filter(None, (title, stand_in_mark(year)))), styles.TITLE)
    sheet.row_dimensions[1].height = 36
    row = 2
    for title, lines in _sections(year, rules):
        row = _section(sheet, row + 1, title, lines)
    finish_sheet(sheet, freeze="A2", heads="1:1", start="A3", tab=styles.QUIET, keys=False, portrait=True)


Line = tuple[
    str, str, str, Look
]  # three cells and the look of the first; without a third the second runs through


def _sections(year: Year, rules: Sequence[RuleLine]) -> Iterator[tuple[str, list[Line]]]:
    """Titles with their lines."""
    yield "ขั้นตอน", [(f"{n}. {what}", how, "", styles.GUIDE_FIRST) for n, (what, how) in enumerate(_STEPS, 1)]
    yield "สีของช่อง", [(name, means, "", look) for name, look, means in _COLOURS]
    yield "วิธีเขียน", [(*line, styles.GUIDE_FIRST) for line in _writing(year.year)]
    yield "แป้นที่ใช้บ่อย", [(key, does, "", styles.GUIDE_FIRST) for key, does in _KEYS]
    yield (
        "สิ่งที่รายงานของปีนี้ต้องมี",
        [
            *((f"ส่วนที่ {n}", each.text, "", styles.GUIDE_FIRST) for n, each in enumerate(year.elements, 1)),
            *([("กำหนดตอบการประเมิน", year.calendar, "", styles.GUIDE_FIRST)] if year.calendar else []),
        ],
    )
    for block in BLOCKS:
        yield f"{AGENCY_SHEET}: {block.title}", _columns(columns(block.record), block.name, year)
    for table in TABLES:
        not_typed = table.hidden | ({"no"} if table in (INDICATORS, ITEMS) else set())
        typed = [each for each in columns(table.record) if not each.locked and each.key not in not_typed]
        yield f"แผ่นงาน {table.sheet}", _columns(typed, table.name, year)
    yield (
        "สิ่งที่ปุ่ม ตรวจความถูกต้อง ตรวจ",
        [(f"{code}  {severity}", title, "", styles.GUIDE_FIRST) for code, severity, title in rules],
    )
    ticking = [(f"{n}.", rule.says, "", styles.GUIDE_FIRST) for n, rule in enumerate(progress.RULES, 1)]
    yield (
        "สิ่งที่ปุ่ม ติ๊กช่องผลการดำเนินการ ดู (ข้อแรกที่ตรงเป็นผล)",
        [*ticking, ("ข้อยกเว้น", progress.PROMISE, "", styles.GUIDE_FIRST)],
    )
    yield "ที่มาของถ้อยคำทางการในแบบนี้", [(*line, styles.GUIDE_FIRST) for line in origin_lines(year)]


def _columns(declared: Sequence[Column], name: str, year: Year) -> list[Line]:
    """Each column's heading, with a mark where it must be filled, and what to write there."""
    return [
        (
            column.heading + (REQUIRED_MARK if is_required(column, name, year) else ""),
            guidance(column),
            "",
            styles.GUIDE_FIRST,
        )
        for column in declared
    ]


def _section(sheet: Worksheet, row: int, title: str, lines: Sequence[Line]) -> int:
    """A titled list; the row after it."""
    if not lines:
        return row - 1
    styles.put(sheet, row, 1, title, styles.SECTION)
    sheet.row_dimensions[row].height = 36
    for first, second, third, look in lines:
        row += 1
        styles.put(sheet, row, 1, first, look)
        styles.put(sheet, row, 2, second, styles.GUIDE)
        styles.put(sheet, row, 3, third, styles.GUIDE)
        if not third:
            sheet.merge_cells(start_row=row, end_row=row, start_column=2, end_column=3)
        room = (_WIDTHS[0], _WIDTHS[1] + (0 if third else _WIDTHS[2]), _WIDTHS[2])
        heights = (
            fit_height(text, width - 4) for text, width in zip((first, second, third), room, strict=True)
        )
        sheet.row_dimensions[row].height = max(_LINE, *heights)
    return row + 1
