"""What a form keeps of an earlier one: items this year does not have, results of before, the changes that were made.

The one rule of the place: nobody types here but a decision; what stands in these rows is never this year's.
"""

from __future__ import annotations

from dataclasses import dataclass

from itaxl.model.columns import DECISIONS, Kind, Lines, Record, column
from itaxl.model.rows import OItemRow


@dataclass(frozen=True, slots=True, kw_only=True)
class CeasedRow(OItemRow):
    """An item of an earlier year that this year does not have, with everything typed in its row; `key`: its identities."""

    fiscal_year: int | None = column("ของปี", Kind.WHOLE, width=9)
    title: str = column("ชื่อข้อ", width=30)
    keys: Lines = column("รหัสข้อ", Kind.LINES, width=9)


@dataclass(frozen=True, slots=True, kw_only=True)
class PastRow(Record):
    """A text of an earlier year for which this year's form has no cell: where it stood, and the text."""

    fiscal_year: int | None = column("ของปี", Kind.WHOLE, width=9)
    part: str = column("แผ่นงาน", width=20)
    of: str = column("ของรายการ", width=24)
    heading: str = column("ช่อง", width=30)
    text: Lines = column("ข้อความที่กรอกไว้", Kind.LINES, width=90)


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeRow(Record):
    """One change that carrying made: in a field, or (`field` names a record) in all that was carried into a row.

    `text_hash` is the fingerprint of what was brought in; without one there is nothing to take back.
    """

    topic: str = column("หัวข้อ", width=24)
    before: Lines = column("เดิม", Kind.LINES, width=50)
    after: Lines = column("ในแบบนี้", Kind.LINES, width=50)
    note: str = column("เพราะ", width=42)
    fiscal_year: int | None = column("จากปี", Kind.WHOLE, width=9)
    field: str = column("ช่องข้อมูล", width=24)
    text_hash: str = column("ลายนิ้วมือข้อความ", width=20)
    decision: bool | None = column(
        "ยอมรับ / ไม่ยอมรับ",
        Kind.CHOICE,
        choices=DECISIONS,
        width=18,
        help="ไม่ยอมรับ: โปรแกรมใช้ข้อความเดิมแทน เว้นว่าง: ใช้ข้อความในแบบไปก่อน",
    )
