"""The form's sheets and which records stand on each: one form, the same for every year.

The one rule of the place: names of sheets and keys are promises; the reader finds everything by its key.

The version of the form is that of its newest column. A column added after a release says `since=` the next version:
forms handed out before lack it and stay readable for ever, while in a newer form a missing key is damage. Forms of
each version are kept in `tests/data/forms`; a released column is never taken away, and never gets another key.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from itaxl.model.columns import Column, columns
from itaxl.model.records import (
    Acceptance,
    Agency,
    Assessment,
    CeasedRow,
    ChangeRow,
    Evidence,
    Front,
    IndicatorRow,
    MeasureRow,
    OItemRow,
    Options,
    Paper,
    PastRow,
    Plan,
    Record,
    Signer,
)

AGENCY_SHEET = "ข้อมูลหน่วยงาน"
MEASURES_SHEET = "มาตรการ"
INDICATORS_SHEET = "IIT-EIT"
ITEMS_SHEET = "OIT"
EVIDENCE_SHEET = "หลักฐาน"
OVERVIEW_SHEET = "ภาพรวม"
GUIDE_SHEET = "วิธีกรอก"
FINDINGS_SHEET = "รายการที่ต้องแก้ไข"
CHANGES_SHEET = "โปรดทบทวน"
PAST_SHEET = "ผลปีก่อน"
CEASED_SHEET = "ข้อที่ไม่มีในปีนี้"
META_SHEET = "_itaxl"
LISTS_SHEET = "_รายการ"

SIGNERS = 4
SIGNER_KEY = "signers"


@dataclass(frozen=True, slots=True)
class Block:
    """Records that are filled as labelled lines; `count` of them side by side."""

    name: str  # the key in the case file; empty for the fields of the report itself
    title: str
    record: type[Record]
    count: int = 1


@dataclass(frozen=True, slots=True)
class Official:
    """A column that the program fills and nobody types in; its key begins with ~ and is never read as data."""

    key: str
    heading: str
    width: float
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """Records that are filled as rows of one sheet; `fixed` when the year decides the rows.

    The official columns stand after the first column of the record.
    """

    name: str  # the list in the case file
    sheet: str
    title: str
    note: str
    record: type[Record]
    official: tuple[Official, ...] = ()
    fixed: bool = False
    empty_rows: int = 0  # offered beyond the filled ones
    hidden: frozenset[str] = frozenset()  # record columns a person need not see
    typed: frozenset[str] | None = (
        None  # the only columns in which a person types; None: all that are not locked
    )
    lead: tuple[str, ...] = ()  # record columns that stand before the others
    optional: bool = False  # its sheet is there only when it has rows

    @property
    def keys(self) -> Iterator[tuple[str, Column]]:
        """The machine key of each cell of a row that is read, with its column."""
        for column in columns(self.record):
            for cell in column.cells:
                yield cell, column

    @property
    def numbers(self) -> dict[str, int]:
        """The sheet's column number of each key, official ones too; the hidden first column holds row keys."""
        return _numbers(self)


@cache
def _numbers(table: Table) -> dict[str, int]:
    first, *rest = sorted((key for key, _ in table.keys), key=lambda key: key not in table.lead)
    keys = [first, *(each.key for each in table.official), *rest]
    return {key: number for number, key in enumerate(keys, 2)}


BLOCKS = (
    Block("agency", "หน่วยงาน", Agency),
    Block("assessment", "ผลการประเมิน ITA ที่อ้างถึง", Assessment),
    Block("", "รายงานฉบับนี้", Paper),
    Block("options", "สิ่งที่พิมพ์ในรายงาน", Options),
    Block("plan", "ประกาศมาตรการที่รายงานผล", Plan),
    Block(SIGNER_KEY, "ผู้ลงนาม (เรียงตามลำดับ ผู้บริหารสูงสุดเป็นคนสุดท้าย)", Signer, SIGNERS),
    Block("front", "ส่วนหน้าของแบบรูปเล่ม", Front),
)
MEASURES = Table(
    "measures",
    MEASURES_SHEET,
    "มาตรการและผลการดำเนินการ",
    "หนึ่งแถวคือหนึ่งขั้นตอน มาตรการที่มีหลายขั้นตอนให้เว้นช่อง ลำดับ ถึงช่อง มาตรการ/กิจกรรม ของแถวถัดไปว่างไว้",
    MeasureRow,
    empty_rows=40,
)
INDICATORS = Table(
    "indicators",
    INDICATORS_SHEET,
    "ตัวชี้วัดของแบบวัด IIT และ EIT",
    "กรอกเมื่อรายงานพิมพ์ตารางตัวชี้วัด ช่องสีเทาคือช่องที่รูปแบบรายงานที่เลือกไม่พิมพ์",
    IndicatorRow,
    (Official("~name", "ชื่อตัวชี้วัด", 24),),
    fixed=True,
)
ITEMS = Table(
    "o_items",
    ITEMS_SHEET,
    "ข้อมูลที่ต้องเปิดเผยตามแบบวัด OIT",
    "กรอกเมื่อรายงานพิมพ์ตารางข้อ O องค์ประกอบด้านข้อมูลอยู่ในแถวเดียวกัน ขาดหนึ่งองค์ประกอบข้อนั้นได้ 0 คะแนน",
    OItemRow,
    (
        Official("~title", "ข้อมูล", 26),
        Official("~components", "องค์ประกอบด้านข้อมูล", 62),
        Official("~year", "ปีของข้อมูล", 11),
    ),
    fixed=True,
)
EVIDENCE = Table(
    "evidence",
    EVIDENCE_SHEET,
    "หลักฐานประกอบ",
    "คำสั่ง ประกาศ หนังสือ กิจกรรม ภาพ หรือลิงก์ ที่แสดงว่าได้ดำเนินการจริง",
    Evidence,
    empty_rows=60,
)
ACCEPTED = Table(
    "accepted",
    FINDINGS_SHEET,
    "รายการที่ต้องแก้ไข",
    "ผลของปุ่ม “ตรวจความถูกต้อง” คลิกช่องตำแหน่งเพื่อไปยังช่องนั้น ข้อที่ตรวจแล้วว่าถูกต้องให้พิมพ์เหตุผลในช่องสุดท้าย",
    Acceptance,
    (
        Official("~severity", "ระดับ", 14),
        Official("~place", "ตำแหน่ง", 28),
        Official("~message", "สิ่งที่พบ", 62),
        Official("~fix", "วิธีแก้ไข", 50),
        Official("~cell", "ช่อง", 8, hidden=True),
    ),
    empty_rows=300,
    hidden=frozenset({"field", "text_hash"}),
    typed=frozenset({"reason"}),
)
TABLES = (MEASURES, INDICATORS, ITEMS, EVIDENCE, ACCEPTED)

CHANGES = Table(
    "changes",
    CHANGES_SHEET,
    "โปรดทบทวน: สิ่งที่เปลี่ยนไปจากแบบเดิม",
    "ช่องที่เปลี่ยนเป็นสีเขียวจนกว่าจะเลือก ถ้าเลือก ไม่ยอมรับ ช่องนั้นถูกขีดฆ่า แล้วการตรวจและรายงานใช้ข้อความเดิม",
    ChangeRow,
    (Official("~place", "ตำแหน่ง", 30),),
    hidden=frozenset({"fiscal_year", "field", "text_hash"}),
    typed=frozenset({"decision"}),
    optional=True,
)
PAST = Table(
    "past",
    PAST_SHEET,
    "ผลปีก่อน",
    "ข้อความของปีก่อนที่ไม่มีช่องรับในแบบนี้ เก็บไว้ให้ดูและคัดลอก ไม่พิมพ์ในรายงาน ผลของแต่ละแถวอยู่ในช่อง ผลปีก่อน ของแถวนั้น",
    PastRow,
    typed=frozenset(),
    optional=True,
)
CEASED = Table(
    "ceased",
    CEASED_SHEET,
    "ข้อที่ไม่มีในปีนี้",
    "ข้อของปีก่อนที่ไม่มีในแบบของปีนี้ พร้อมทุกอย่างที่กรอกไว้ เก็บไว้ให้ดูและคัดลอก ไม่พิมพ์ในรายงาน",
    CeasedRow,
    hidden=frozenset({"keys"}),
    typed=frozenset(),
    lead=("fiscal_year", "no", "title"),
    optional=True,
)
KEPT_TABLES = (CHANGES, PAST, CEASED)

FORM_VERSION = max(column.since for each in (*BLOCKS, *TABLES) for column in columns(each.record))

LISTS: dict[str, tuple[str, ...]] = {
    "kinds": ("อบต.", "เทศบาลตำบล", "เทศบาลเมือง", "เทศบาลนคร", "อบจ.", "เมืองพัทยา"),
    "roles": ("ผู้รายงาน", "ผู้ตรวจสอบ", "ผู้เห็นชอบ", "ผู้รับรอง", "ผู้อนุมัติ"),
    "evidence_kinds": ("คำสั่ง", "ประกาศ", "หนังสือ", "กิจกรรม", "ภาพ", "ลิงก์"),
}

# the sheets that are read; the others only show or serve
NEEDED_SHEETS = (META_SHEET, AGENCY_SHEET, *(table.sheet for table in TABLES))
READ_SHEETS = (*NEEDED_SHEETS, *(table.sheet for table in KEPT_TABLES))
