"""Swaps: what stands in a cell is of the kind that its heading asks for.

The one rule of the place: a cell is called wrong only by what it holds whole, never by a word within it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from itaxl.model.findings import Severity
from itaxl.model.records import IndicatorRow, MeasureRow, OItemRow
from itaxl.rules import sources
from itaxl.rules.context import Context
from itaxl.rules.mechanism import Hit, rule
from itaxl.rules.results import ResultRow, heading, rows, text_of
from itaxl.thai.dates import parse_period

_BULLET = r"^[\s\-–•*○]*(?:\(?[0-9๐-๙]{1,2}[.)]?)?\s*"
_PERSONS = re.compile(
    _BULLET
    + r"(?:สำนัก|กอง|ฝ่าย|งาน(?!วัน)|หัวหน้า|เจ้าหน้าที่|เจ้าพนักงาน|นัก[ก-ฮ]|ปลัด|รองปลัด|นายก|ผู้อำนวยการ|ผอ\.|คณะกรรมการ|คณะทำงาน|ทุกส่วน|ทุกกอง|ส่วนราชการ|บุคลากรทุก|พนักงาน|นาย |นาง)"
)
_ACTION = re.compile(
    _BULLET
    + r"(?:มีการ|ได้|จัดทำ|จัดให้|จัดกิจกรรม|จัดประชุม|จัดอบรม|จัดฝึก|จัดตั้ง|แต่งตั้ง|ประชุม|เผยแพร่|ประชาสัมพันธ์|ดำเนินการ|รายงานผล|ออกคำสั่ง|ปรับปรุง|พัฒนา|ส่งเสริม|อบรม|ตรวจสอบ|ติดตาม|กำหนด(?!การ)|สร้าง|เพิ่ม|ทบทวน)"
)
_VERB_WITHIN = re.compile(
    "จัดทำ|เผยแพร่|ดำเนินการ|ได้รับ|ประชุม|อบรม|แต่งตั้ง|รายงาน|ปรับปรุง|จัดกิจกรรม|ตรวจ(?!สอบภายใน)|มีการ|ติดตาม|ลงนาม|กำกับ|ทบทวน"
    "|ให้|ตั้งอยู่|มอบ|พึงพอใจ|[0-9๐-๙]|ประเมิน|แจ้ง|สรุป|บันทึก|ส่ง(?!เสริม)|เก็บ|ออก|รับทราบ|เพิ่ม|ลด|พบ|ไม่|แล้ว|ทุกเดือน|ครั้ง"
)


_NUMBER = re.compile(r"^[\s\-–•*○]*\(?[0-9๐-๙]{1,2}[.)]?")


def _is_persons(cell: list[str]) -> bool:
    """Whether every line is a division or a position, and no more."""
    said = [line for line in cell if line.strip()]
    return bool(said) and all(
        len(line) <= 60 and _PERSONS.match(line) and not _VERB_WITHIN.search(_NUMBER.sub("", line))
        for line in said
    )


@rule("R07", Severity.WARNING, "กรอกข้อมูลสลับช่อง", sources.HEADINGS)
def columns_are_swapped(context: Context) -> Iterator[Hit]:
    """Columns are swapped: persons and actions.

    What was done, or when, stands under ผู้รับผิดชอบ; divisions stand where a plan, a result or a time belongs.
    """
    for row in rows(context):
        record = row.record
        said = record.responsible
        if said and _ACTION.match(said[0]) and not _is_persons(list(said)):
            yield _swapped(record, "responsible", "เป็นสิ่งที่ดำเนินการ ไม่ใช่ผู้รับผิดชอบ")
        elif parse_period(" ".join(record.responsible), context.year.year):
            yield _swapped(record, "responsible", "เป็นระยะเวลา ไม่ใช่ผู้รับผิดชอบ")
        for key in _DEEDS[type(record)]:
            if _is_persons(text_of(record, key).split("\n")):
                yield _swapped(record, key, "เป็นผู้รับผิดชอบ ไม่ตรงกับหัวข้อของช่อง")


_DEEDS: dict[type, tuple[str, ...]] = {
    MeasureRow: ("method", "period", "summary", "outcome"),
    IndicatorRow: ("guidelines", "period", "progress"),
    OItemRow: ("progress",),
}


def _swapped(record: ResultRow, key: str, what: str) -> Hit:
    typed = next(line.strip() for line in text_of(record, key).split("\n") if line.strip())
    message = f"“{typed}” ในช่อง “{heading(record, key)}” {what}"
    return Hit(record, key, typed, message, "ตรวจว่ากรอกสลับช่องหรือไม่ แล้วย้ายข้อความไปช่องที่ถูกต้อง")
