"""Sums and shares: what is added, multiplied, left over or divided in one breath comes out.

The one rule of the place: a number of the same things before or behind excuses a sum, for then more was added.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from itaxl.model.findings import Severity
from itaxl.rules import sources
from itaxl.rules.context import Context
from itaxl.rules.mechanism import Hit, rule
from itaxl.rules.results import texts_with
from itaxl.thai.amounts import NUMBER, to_decimal
from itaxl.thai.digits import format_number

_COUNT_AGAIN = "คำนวณใหม่จากเอกสารจริง แล้วแก้ตัวเลขให้ตรงกัน"

# ---- sums ------------------------------------------------------------------------------------------------------------

_HEADS = "(?:คน|ราย|ท่าน)"
_THINGS = "คน|ราย|บาท|เรื่อง|ครั้ง|ครัวเรือน|ฉบับ|เล่ม|โครงการ|แห่ง|ชุด|ต้น|กิโลกรัม"
_UNITS = (
    "รุ่น|ครั้ง|วัน|หมู่บ้าน|ชุมชน|ชุด|ใบ|เครื่อง|เล่ม|คน|ราย|ตัว|แห่ง|หลัง|ต้น|กล่อง|แผ่น|ป้าย|ผืน|คัน|ชั่วโมง|มื้อ|เดือน|ถัง|โรงเรียน"
)
_TOTAL = r"รวม(?:ทั้งสิ้น|ทั้งหมด|ทั้งหญิงชาย|เป็นเงิน|เป็น|จำนวน|ผู้เข้าร่วม(?:ประชุม|กิจกรรม|โครงการ|อบรม)?|ประชากร)*"


def _sex(name: str) -> str:
    return rf"(?:เพศ)?(?P<{name}_sex>ชาย|หญิง)\s?(?:จำนวน\s?)?(?P<{name}>{NUMBER})\s?{_HEADS}?"


_BOTH = rf"{_sex('one')}\s?(?:,|และ|/)?\s?(?:เป็น)?(?:[ก-๎]{{0,10}}?)(?!(?P=one_sex)){_sex('other')}"
_PARTS = (  # each with the word without which it is not sought
    (
        "+",
        rf"(?<![0-9.,+] )(?<![0-9.,+])(?P<one>{NUMBER})\s?\+\s?(?P<other>{NUMBER})\s?=\s?(?P<total>{NUMBER})(?![0-9,.]*[0-9])",
    ),
    (
        "หญิง",
        rf"{_BOTH}\s?[,)]?\s?(?:และ)?\s?(?:โดย)?(?:{_TOTAL}|ทั้งหมด|ทั้งสิ้น)\s?(?:จำนวน\s?)?(?P<total>{NUMBER})(?=\s?(?P<unit>{_HEADS}|\Z|[,)]))",
    ),
    (
        "หญิง",
        rf"(?P<total>{NUMBER})\s?(?P<unit>{_HEADS})\s?[,(]?\s?(?:โดย)?(?:แบ่ง|แยก|จำแนก)?(?:ออก)?(?:เป็น|ประกอบด้วย|ได้แก่|คือ)?\s?[:(]?\s?{_BOTH}",
    ),
    (
        "รวม",
        rf"(?P<one>{NUMBER})\s?(?P<unit>{_THINGS})\s?(?:,|และ)?\s?(?P<between>[^0-9\n]{{0,30}}?)(?P<other>{NUMBER})\s?(?P=unit)\s?,?\s?{_TOTAL}\s?(?P<total>{NUMBER})\s?(?P=unit)",
    ),
    (
        "เสร็จ",
        rf"(?P<total>{NUMBER})\s?(?P<unit>{_THINGS})[ ,]*(?:ดำเนินการ)?(?:แล้ว)?เสร็จ(?:สิ้น|เรียบร้อย)?(?:แล้ว)?\s?(?:จำนวน\s?)?(?P<one>{NUMBER})\s?(?P=unit)"
        rf"[ ,]*(?:และ)?(?:อยู่ระหว่าง|คง(?:เหลือ|ค้าง)|ยังไม่|รอ)[^0-9\n]{{0,25}}(?P<other>{NUMBER})\s?(?P=unit)",
    ),
    (
        "เหลือ",
        rf"งบประมาณ[^0-9\n]{{0,12}}(?P<total>{NUMBER})\s?(?P<unit>บาท)[ ,]*(?:เบิกจ่าย|ใช้(?:ไป|จ่าย)?|จ่าย)(?:แล้ว|จริง|ไป)*\s?(?P<one>{NUMBER})\s?บาท"
        rf"[ ,]*(?:และ)?(?:คง)?เหลือ(?:จ่าย)?\s?(?P<other>{NUMBER})\s?บาท",
    ),
)
_SUMS = tuple((word, re.compile(pattern)) for word, pattern in _PARTS)
_TIMES = re.compile(
    rf"(?P<one>{NUMBER})\s?(?P<many>{_UNITS})\s?(?P=many)\s?ๆ?\s?ละ\s?(?P<other>{NUMBER})\s?(?P<unit>{_THINGS})\s?,?\s?(?:{_TOTAL}|(?:คิด)?เป็นเงิน)\s?(?P<total>{NUMBER})\s?(?P=unit)"
)
_NOT_ADDED = re.compile("เป้า|จาก|เหลือ|ต่อ|ละ|เพิ่ม|ลด|เกิน|ขาด|ทั้งหมด|แบ่ง|หญิง|ชาย|เป็น|ใน(?!วัน)")
_REACH = 40  # characters before and behind in which another number of the same things is looked for


@rule("C03", Severity.ERROR, "ผลรวมไม่ตรง", sources.ARITHMETIC)
def sum_does_not_come_out(context: Context) -> Iterator[Hit]:
    """A sum does not come out: men and women, parts and a total, so many times so much, what was spent and is left."""
    for text, plain in texts_with(context, "รวม", "หญิง", "+", "เหลือ", "เสร็จ", "เป็นเงิน"):
        for found, right in _reckoned(plain):
            if right != to_decimal(found["total"]):
                typed = text.text[found.start() : found.end()].strip()
                total = f"{to_decimal(found['total']):,}"
                message = f"“{typed}” คำนวณแล้วได้ {right:,} ไม่ใช่ {total}"
                yield Hit(text.record, text.column.key, typed, message, _COUNT_AGAIN)


def _reckoned(plain: str) -> Iterator[tuple[re.Match[str], Decimal]]:
    """The sums and products of a text, each with what it comes to."""
    for word, pattern in _SUMS:
        for found in pattern.finditer(plain) if word in plain else ():
            if not _is_more(plain, found):
                yield found, to_decimal(found["one"]) + to_decimal(found["other"])
    for found in _TIMES.finditer(plain) if "ละ" in plain else ():
        if not re.search(
            rf"[0-9]\s?(?:{_UNITS})[^0-9\n]{{0,15}}\Z", plain[max(0, found.start() - 30) : found.start()]
        ):
            yield found, to_decimal(found["one"]) * to_decimal(found["other"])


def _is_more(plain: str, found: re.Match[str]) -> bool:
    """Whether other numbers of the same things stand near, or the words between say that nothing is added."""
    named = found.groupdict()
    if "unit" not in named:
        return False
    ahead = plain[max(0, found.start() - _REACH) : found.start()].rpartition("\n")[2]
    said = f"{ahead[-16:]}{named['between']}" if "between" in named else ""
    if said and (_NOT_ADDED.search(said) or named["total"] in (named["one"], named["other"])):
        return True
    unit = named["unit"] if named["unit"] and named["unit"][0] not in ",)" else _HEADS
    more = rf"{NUMBER}\s?(?:{unit})"
    behind = plain[found.end() : found.end() + _REACH].partition("\n")[0].partition(")")[0]
    parts_follow = found.end("other") > found.end("total")
    return bool(re.match(rf"[^0-9]*{more}", behind) if parts_follow else re.search(more, ahead))


# ---- shares ----------------------------------------------------------------------------------------------------------

_UNIT = r"(?:คน|ราย|ท่าน|ครัวเรือน|โครงการ|กิจกรรม|ข้อ|เรื่อง|ครั้ง|แห่ง|ชุด|ฉบับ|หมู่บ้าน|คะแนน|บาท|ตัวชี้วัด|รายการ)"
_SHARE = re.compile(
    rf"(?<![0-9.,/])(?P<part>{NUMBER})\s?{_UNIT}?\s?จาก(?:จำนวน|ทั้งหมด|ทั้งสิ้น|เป้าหมาย|กลุ่มเป้าหมาย|งบประมาณ|ผู้(?:ตอบ|เข้า|มี|รับ)[ก-๎]{{0,20}})*\s?"
    rf"(?P<whole>{NUMBER})\s?{_UNIT}?\s?[,(]?\s?(?:หรือ)?(?:คิดเป็น|เท่ากับ|เป็น)?(?P<sign>ร้อยละ)?\s?(?P<share>{NUMBER})(?![0-9]|[.,][0-9])(?(sign)(?!\s?(?:ของ|{_UNIT}))|\s?(?:%|เปอร์เซ็นต์))"
)
_CHANGE = re.compile(
    rf"จาก\s?(?P<whole>{NUMBER})\s?(?P<unit>{_UNIT})\s?(?:คง)?(?:เหลือ|เป็น)(?:เพียง)?\s?(?P<now>{NUMBER})\s?(?P=unit)\s?,?\s?(?:หรือ)?(?:ลดลง|เพิ่มขึ้น)(?:คิดเป็น)?\s?(?:ร้อยละ\s?)(?P<share>{NUMBER})(?![0-9]|[.,][0-9])"
)


@rule("C04", Severity.ERROR, "ร้อยละไม่ตรงกับจำนวน", sources.ARITHMETIC)
def share_does_not_come_out(context: Context) -> Iterator[Hit]:
    """A share does not come out: so many of so many, or a fall from so many to so many, are another percentage."""
    for text, plain in texts_with(context, "ร้อยละ", "%", "เปอร์เซ็นต์"):
        if "จาก" not in plain:
            continue
        shares = [(found, to_decimal(found["part"])) for found in _SHARE.finditer(plain)]
        shares += [
            (found, abs(to_decimal(found["whole"]) - to_decimal(found["now"])))
            for found in _CHANGE.finditer(plain)
        ]
        for found, part in shares:
            whole = to_decimal(found["whole"])
            share = 100 * part / whole if whole else Decimal(-1)
            places = Decimal(10) ** -len(found["share"].partition(".")[2])
            if whole and abs(share - to_decimal(found["share"])) >= places:  # rounded or cut off
                typed = text.text[found.start() : found.end()].strip()
                message = f"“{typed}” คำนวณแล้วได้ร้อยละ {format_number(float(round(share, 2)))}"
                yield Hit(text.record, text.column.key, typed, message, _COUNT_AGAIN)
