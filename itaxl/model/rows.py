"""The rows of a report's tables: measures by step, indicators, O-items, evidence, confirmations.

The one rule of the place: a field and its column are one declaration (`columns`).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from itaxl.model.columns import (
    ALL_LAYOUTS,
    HAS_DATA,
    INSTRUMENTS,
    LINE_HELP,
    PUBLISHED,
    STATUSES,
    Kind,
    Lines,
    Record,
    column,
    columns,
)

STATUS_HELP = "เลือก ☑ เพียงช่องเดียวในแถวเดียวกัน ช่องนี้คือสถานะของแถว"


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureRow(Record):
    """One step of a measure; the cells of the measure itself are filled in its first row alone."""

    no: int | None = column(
        "ลำดับ",
        Kind.WHOLE,
        outer=True,
        width=7,
        help="ขั้นตอนที่ 2 เป็นต้นไปของมาตรการเดิม ให้เว้นช่อง ลำดับ ถึงช่อง มาตรการ/กิจกรรม ว่างไว้",
        prints=ALL_LAYOUTS,
    )
    instrument: str | None = column(
        "แบบวัด",
        Kind.CHOICE,
        outer=True,
        choices=INSTRUMENTS,
        width=8,
        help="IIT EIT หรือ OIT",
        prints=("matrix", "book"),
    )
    indicator: str = column(
        "ตัวชี้วัด",
        outer=True,
        width=18,
        help="เลขหรือชื่อตัวชี้วัด เช่น 6 หรือ 9.1",
        suggestions="indicators",
        prints=("matrix", "book"),
    )
    topic: str = column(
        "หัวข้อย่อยหรือประเด็น", outer=True, width=24, help="ประเด็นที่ได้จากการวิเคราะห์ผลการประเมิน", prints=("matrix",)
    )
    title: Lines = column(
        "มาตรการ/กิจกรรม",
        Kind.LINES,
        outer=True,
        width=34,
        help=f"ชื่อมาตรการตามประกาศ {LINE_HELP}",
        prints=ALL_LAYOUTS,
    )
    method: Lines = column("วิธีดำเนินการ/ขั้นตอน", Kind.LINES, width=40, help=LINE_HELP, prints=ALL_LAYOUTS)
    monitoring: Lines = column("แนวทางการกำกับติดตาม", Kind.LINES, width=34, help=LINE_HELP, prints=("matrix",))
    period: str = column(
        "ระยะเวลาในการดำเนินการ",
        width=20,
        help="เช่น ต.ค. 66 - ก.ย. 67 หรือ 1 ตุลาคม 2566 - 30 กันยายน 2567 หรือ ตลอดปีงบประมาณ",
        prints=("annual", "matrix", "concise"),
    )
    responsible: Lines = column(
        "ผู้รับผิดชอบ",
        Kind.LINES,
        width=20,
        help=f"เลือกจากรายการหรือพิมพ์เอง {LINE_HELP}",
        suggestions="divisions",
        prints=ALL_LAYOUTS,
    )
    status: str | None = column(
        "สถานะ", Kind.BOXES, choices=STATUSES, width=14, help=STATUS_HELP, prints=("matrix",), yearly=True
    )
    percent: float | None = column(
        "ร้อยละ", Kind.NUMBER, width=11, help="0 ถึง 100 เว้นว่างได้", prints=("matrix",), yearly=True
    )
    summary: Lines = column(
        "สรุปผลการดำเนินการ",
        Kind.LINES,
        width=44,
        help=f"ทำอะไร เมื่อใด ที่ใด ผลเป็นอย่างไร ไม่คัดลอกวิธีดำเนินการ {LINE_HELP}",
        prints=ALL_LAYOUTS,
        yearly=True,
    )
    outcome: Lines = column(
        "ผลลัพธ์หรือความสำเร็จ",
        Kind.LINES,
        width=40,
        help=f"สิ่งที่เกิดขึ้นจริงหรือดีขึ้น เช่น จำนวน ร้อยละ {LINE_HELP}",
        prints=("annual", "concise"),
        yearly=True,
    )
    previous: Lines = column("ผลปีก่อน หรือรอบ 6 เดือน", Kind.LINES, width=28, locked=True)
    obstacles: Lines = column("ปัญหา/อุปสรรค", Kind.LINES, width=28, help=LINE_HELP, yearly=True)
    reason: str = column(
        "เหตุผลที่ไม่สามารถดำเนินการได้",
        width=24,
        help="กรอกเมื่อเลือก ไม่สามารถดำเนินการได้",
        prints=("matrix",),
        yearly=True,
    )

    @property
    def opens_measure(self) -> bool:
        """Whether the row begins a measure: a cell of the measure itself (number to title) holds something."""
        return any(
            each.key in self.unread or getattr(self, each.key) not in (None, "", ())
            for each in columns(MeasureRow)
            if each.outer
        )


def group_measures(rows: Iterable[MeasureRow]) -> tuple[tuple[MeasureRow, ...], ...]:
    """The steps of each measure: a row that says nothing of a measure itself continues the one above."""
    measures: list[list[MeasureRow]] = []
    for row in rows:
        if row.opens_measure or not measures:
            measures.append([])
        measures[-1].append(row)
    return tuple(map(tuple, measures))


def place_measures(rows: Iterable[MeasureRow]) -> tuple[MeasureRow, ...]:
    """The rows, each with its path in the case file: `measures[1].steps[0]`."""
    return tuple(
        replace(step, at=replace(step.at, path=f"measures[{n}].steps[{m}]", outer_path=f"measures[{n}]"))
        for n, steps in enumerate(group_measures(rows))
        for m, step in enumerate(steps)
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorRow(Record):
    """One indicator of IIT or EIT; number and name belong to the year."""

    no: int = column("ตัวชี้วัดที่", Kind.WHOLE, default=0, locked=True, width=9, prints=("annual",))
    guidelines: Lines = column(
        "แนวทางในการยกระดับการประเมิน", Kind.LINES, width=50, help=LINE_HELP, prints=("annual",)
    )
    responsible: Lines = column(
        "ผู้รับผิดชอบ",
        Kind.LINES,
        width=20,
        help=f"เลือกจากรายการหรือพิมพ์เอง {LINE_HELP}",
        suggestions="divisions",
        prints=("annual",),
    )
    period: str = column(
        "ระยะเวลา", width=20, help="เช่น ต.ค. 66 - ก.ย. 67 หรือ ตลอดปีงบประมาณ", prints=("annual",)
    )
    status: str | None = column(
        "สถานะ", Kind.BOXES, choices=STATUSES, width=14, help=STATUS_HELP, prints=("annual",), yearly=True
    )
    progress: Lines = column(
        "ความก้าวหน้าผลการดำเนินการ",
        Kind.LINES,
        width=54,
        help=f"ทำอะไร เมื่อใด ผลเป็นอย่างไร {LINE_HELP}",
        prints=("annual",),
        yearly=True,
    )
    previous: Lines = column("ผลปีก่อน หรือรอบ 6 เดือน", Kind.LINES, width=28, locked=True)
    reason: str = column(
        "เหตุผลที่ไม่สามารถดำเนินการได้",
        width=24,
        help="กรอกเมื่อเลือก ไม่สามารถดำเนินการได้",
        prints=("annual",),
        yearly=True,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class OItemRow(Record):
    """One O-item of the OIT; number, title and required elements belong to the year."""

    no: int = column("ข้อ", Kind.WHOLE, default=0, locked=True, width=7, prints=("annual", "book"))
    responsible: Lines = column(
        "ผู้รับผิดชอบ",
        Kind.LINES,
        width=20,
        help=f"เลือกจากรายการหรือพิมพ์เอง {LINE_HELP}",
        suggestions="divisions",
        prints=("annual", "book"),
    )
    status: str | None = column(
        "สถานะ", Kind.BOXES, choices=STATUSES, width=14, help=STATUS_HELP, prints=("annual",), yearly=True
    )
    progress: Lines = column(
        "ความก้าวหน้าผลการดำเนินการ",
        Kind.LINES,
        width=54,
        help=f"ผลตามองค์ประกอบด้านข้อมูลของข้อนี้ ระบุปีให้ตรง {LINE_HELP}",
        prints=("annual",),
        yearly=True,
    )
    previous: Lines = column("ผลปีก่อน หรือรอบ 6 เดือน", Kind.LINES, width=28, locked=True)
    reason: str = column(
        "เหตุผลที่ไม่สามารถดำเนินการได้",
        width=24,
        help="กรอกเมื่อเลือก ไม่สามารถดำเนินการได้",
        prints=("annual",),
        yearly=True,
    )
    has_data: bool | None = column(
        "มีข้อมูล", Kind.CHOICE, choices=HAS_DATA, width=10, help="มี หรือ ไม่มี", prints=("book",), yearly=True
    )
    no_data_reason: str = column(
        "เหตุผลที่ไม่มีข้อมูล", width=24, help="กรอกเมื่อเลือก ไม่มี", prints=("book",), yearly=True
    )
    published: bool | None = column(
        "เผยแพร่ในเว็บไซต์",
        Kind.CHOICE,
        choices=PUBLISHED,
        width=13,
        help="เผยแพร่แล้ว หรือ ยังไม่เผยแพร่",
        prints=("book",),
        yearly=True,
    )
    unpublished_reason: str = column(
        "เหตุผลที่ยังไม่เผยแพร่", width=24, help="กรอกเมื่อเลือก ยังไม่เผยแพร่", prints=("book",), yearly=True
    )
    url: str = column("ลิงก์ที่เผยแพร่", width=36, help="คัดลอกที่อยู่เว็บของข้อมูลข้อนี้ ขึ้นต้นด้วย http")


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence(Record):
    """One piece of evidence: an order, a letter, an activity, a picture, a link."""

    of: str = column(
        "ของรายการ",
        width=11,
        help="M1 = มาตรการที่ 1 ในแบบ, M1.2 = ขั้นตอนที่ 2, I3 = ตัวชี้วัดที่ 3, O14 = ข้อ O14",
        yearly=True,
    )
    kind: str = column("ชนิดหลักฐาน", width=13, help="เลือกจากรายการ", suggestions="evidence_kinds", yearly=True)
    ref: str = column("ที่/เลขที่", width=18, yearly=True)
    date: str = column("วันที่", width=18, help="เช่น 29 มกราคม 2567", yearly=True)
    place: str = column("สถานที่", width=24, yearly=True)
    people: str = column("จำนวนผู้เข้าร่วม", width=12, yearly=True)
    budget: str = column("งบประมาณ (บาท)", width=14, yearly=True)
    url: str = column("ลิงก์", width=36, yearly=True)
    photo: str = column("แฟ้มภาพ", width=22, yearly=True)
    note: str = column("หมายเหตุ", width=30, yearly=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Acceptance(Record):
    """A finding that the officer confirmed as right, as long as the cell's text stays the same."""

    code: str = column("รหัส", width=8)
    field: str = column("ช่องข้อมูล", width=24)
    text_hash: str = column("ลายนิ้วมือข้อความ", width=20)
    reason: str = column("ยืนยันว่าถูกต้อง เพราะ", width=36, help="พิมพ์เหตุผล เมื่อตรวจแล้วว่าข้อความเดิมถูกต้อง")
