"""What is said once in a report: the agency, its ITA result, the paper, the plan answered, who signs.

The one rule of the place: a field and its column are one declaration (`columns`).
"""

from __future__ import annotations

from dataclasses import dataclass

from itaxl.model.columns import ALL_LAYOUTS, DIGITS, LAYOUTS, LINE_HELP, YES_NO, Kind, Lines, Record, column


@dataclass(frozen=True, slots=True, kw_only=True)
class Agency(Record):
    """The local government that reports."""

    name: str = column(
        "ชื่อหน่วยงาน (เต็ม)",
        help="พิมพ์ชื่อเต็ม เช่น องค์การบริหารส่วนตำบลบ้านใหม่ เทศบาลตำบลท่าเรือ",
        required=True,
        prints=ALL_LAYOUTS,
    )
    kind: str = column(
        "ประเภทหน่วยงาน",
        help="เลือกจากรายการ",
        suggestions="kinds",
        required=True,
        working=True,
        prints=ALL_LAYOUTS,
    )
    province: str = column(
        "จังหวัด",
        help="เลือกจังหวัดก่อน แล้วจึงเลือกอำเภอ",
        suggestions="provinces",
        required=True,
        prints=ALL_LAYOUTS,
    )
    amphoe: str = column(
        "อำเภอ", help="พิมพ์ชื่ออำเภอ ไม่ต้องมีคำว่า อำเภอ", suggestions="amphoes", required=True, prints=ALL_LAYOUTS
    )
    tambon: str = column(
        "ตำบลที่ตั้ง",
        help="ไม่ต้องมีคำว่า ตำบล เว้นว่างได้ถ้าไม่ต้องการพิมพ์ในรายงาน",
        suggestions="tambons",
        prints=ALL_LAYOUTS,
    )
    division: str = column(
        "ส่วนราชการเจ้าของเรื่อง", help="เช่น สำนักปลัด", suggestions="divisions", prints=ALL_LAYOUTS
    )
    divisions: Lines = column(
        "ส่วนราชการในหน่วยงาน",
        Kind.LINES,
        help=f"พิมพ์บรรทัดละหนึ่งส่วนราชการ เช่น สำนักปลัด กองคลัง กองช่าง {LINE_HELP}",
        working=True,
    )
    logo: str = column(
        "แฟ้มภาพตราหน่วยงาน", help="ชื่อแฟ้มภาพ .png หรือ .jpg ที่อยู่โฟลเดอร์เดียวกับแบบนี้ เว้นว่างได้", prints=ALL_LAYOUTS
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment(Record):
    """The ITA result that the introduction quotes; scores run from 0 to 100."""

    fiscal_year: int | None = column(
        "ปีงบประมาณของผลการประเมินที่อ้าง",
        Kind.WHOLE,
        help="ปี พ.ศ. 4 หลัก เช่น 2567",
        prints=("annual", "concise"),
        yearly=True,
    )
    score: float | None = column(
        "คะแนนรวม",
        Kind.NUMBER,
        help="0 ถึง 100 ทศนิยมสองตำแหน่ง เช่น 93.65",
        prints=("annual", "concise"),
        yearly=True,
    )
    level: str = column(
        "ระดับผลการประเมิน",
        help="เลือกจากรายการ",
        suggestions="levels",
        prints=("annual", "concise"),
        yearly=True,
    )
    iit: float | None = column("คะแนน IIT", Kind.NUMBER, help="0 ถึง 100", working=True, yearly=True)
    eit: float | None = column("คะแนน EIT", Kind.NUMBER, help="0 ถึง 100", working=True, yearly=True)
    oit: float | None = column("คะแนน OIT", Kind.NUMBER, help="0 ถึง 100", working=True, yearly=True)
    indicators: tuple[float | None, ...] = column(
        "คะแนนตัวชี้วัดที่", Kind.NUMBER, default=(), count=10, help="0 ถึง 100 เว้นว่างได้", working=True, yearly=True
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper(Record):
    """The paper itself: what it answers, how it is printed, its dates."""

    ita_round: int | None = column(
        "รอบการประเมิน ITA ปี",
        Kind.WHOLE,
        working=True,
        yearly=True,
        help="เว้นว่างได้ โปรแกรมคำนวณจากปีงบประมาณของรายงาน",
    )
    round: int | None = column(
        "รอบรายงาน (เดือน)",
        Kind.WHOLE,
        choices=((6, "6"), (12, "12")),
        help="6 หรือ 12 เดือน",
        prints=ALL_LAYOUTS,
    )
    layout: str | None = column(
        "รูปแบบรายงาน",
        Kind.CHOICE,
        choices=LAYOUTS,
        help="เลือกจากรายการ ช่องที่รูปแบบนี้ไม่พิมพ์จะเป็นสีเทา",
        prints=ALL_LAYOUTS,
    )
    digits: str | None = column(
        "ตัวเลขในรายงาน", Kind.CHOICE, choices=DIGITS, help="เลือกจากรายการ", prints=ALL_LAYOUTS
    )
    report_date: str = column("วันที่ของรายงาน", help="เช่น 31 ตุลาคม 2567", prints=ALL_LAYOUTS, yearly=True)
    data_date: str = column("ข้อมูล ณ วันที่", help="เช่น 30 กันยายน 2567", prints=ALL_LAYOUTS, yearly=True)
    eit_url: str = column(
        "ลิงก์แบบวัด EIT (ทำ QR Code)", help="คัดลอกจากระบบ ITAS", prints=("matrix",), yearly=True
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Options(Record):
    """What a paper prints besides its tables; None leaves the decision to the layout."""

    cover: bool | None = column(
        "พิมพ์ปก", Kind.CHOICE, choices=YES_NO, help="เว้นว่าง = ตามรูปแบบรายงาน", prints=ALL_LAYOUTS
    )
    item_tables: bool | None = column(
        "พิมพ์ตารางตัวชี้วัดและข้อ O",
        Kind.CHOICE,
        choices=YES_NO,
        help="ข้อรายงานไม่ได้บังคับให้มีตารางนี้ เว้นว่าง = ตามรูปแบบรายงาน",
        prints=("annual", "book"),
    )
    qr: bool | None = column("พิมพ์หน้า QR Code แบบวัด EIT", Kind.CHOICE, choices=YES_NO, prints=("matrix",))
    contents: bool | None = column("พิมพ์สารบัญ", Kind.CHOICE, choices=YES_NO, prints=("book",))
    catchwords: bool | None = column("พิมพ์คำต่อหน้า", Kind.CHOICE, choices=YES_NO, prints=("book",))
    boxes: int | None = column(
        "จำนวนช่องสถานะในรายงาน",
        Kind.WHOLE,
        choices=((2, "2"), (3, "3")),
        help="2 = ยังไม่ได้ดำเนินการ/ดำเนินการ, 3 = เพิ่มอยู่ระหว่างดำเนินการ",
        prints=("annual",),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan(Record):
    """The announcement of measures that the report answers."""

    title: str = column(
        "ชื่อประกาศมาตรการที่รายงานผล", help="เช่น ประกาศมาตรการส่งเสริมคุณธรรมและความโปร่งใส", prints=ALL_LAYOUTS
    )
    ref: str = column("ที่/เลขที่ประกาศ", prints=ALL_LAYOUTS, yearly=True)
    date: str = column("วันที่ประกาศ", help="เช่น 15 มกราคม 2567", prints=ALL_LAYOUTS, yearly=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Front(Record):
    """The pages before the tables of the book layout; each line is a paragraph."""

    preface: Lines = column("คำนำ", Kind.LINES, help=f"หนึ่งบรรทัดคือหนึ่งย่อหน้า {LINE_HELP}", prints=("book",))
    preface_signature: Lines = column(
        "ลงท้ายคำนำ", Kind.LINES, help="ส่วนราชการ หน่วยงาน เดือน ปี", prints=("book",), yearly=True
    )
    rationale: Lines = column("หลักการและเหตุผล", Kind.LINES, help=LINE_HELP, prints=("book",))
    intro_iit: Lines = column("คำนำส่วน IIT", Kind.LINES, help="เว้นว่าง = ใช้ข้อความมาตรฐาน", prints=("book",))
    intro_eit: Lines = column("คำนำส่วน EIT", Kind.LINES, help="เว้นว่าง = ใช้ข้อความมาตรฐาน", prints=("book",))
    intro_oit: Lines = column("คำนำส่วน OIT", Kind.LINES, help="เว้นว่าง = ใช้ข้อความมาตรฐาน", prints=("book",))


@dataclass(frozen=True, slots=True, kw_only=True)
class Signer(Record):
    """One who signs, in the order of the paper."""

    role: str = column(
        "ลงนามในฐานะ", help="เช่น ผู้รายงาน ผู้ตรวจสอบ ผู้เห็นชอบ ผู้รับรอง", suggestions="roles", prints=ALL_LAYOUTS
    )
    prefix: str = column("คำนำหน้าชื่อ", help="เช่น นาย นาง นางสาว ว่าที่ร้อยตรี", prints=ALL_LAYOUTS)
    name: str = column("ชื่อ-สกุล", prints=ALL_LAYOUTS)
    position: str = column("ตำแหน่ง", help="เช่น ปลัดองค์การบริหารส่วนตำบล", prints=ALL_LAYOUTS)
    acting: str = column(
        "รักษาราชการแทน", help="เช่น รักษาราชการแทน นายกองค์การบริหารส่วนตำบล เว้นว่างได้", prints=ALL_LAYOUTS
    )
    opinion: str = column("ความเห็น", help="เช่น เห็นชอบ เว้นว่างได้", prints=ALL_LAYOUTS, yearly=True)
    date: str = column("วันที่ลงนาม", help="เว้นว่างได้เพื่อเขียนด้วยมือ", prints=ALL_LAYOUTS, yearly=True)
