"""Figures: written as numbers are, no more than all, as many as are listed, and the same as the words beside them.

The one rule of the place: only what stands in one breath is reckoned; a number between two others excuses them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from itaxl.model.findings import Severity
from itaxl.rules import sources
from itaxl.rules.context import Context, Text
from itaxl.rules.mechanism import Hit, rule
from itaxl.rules.results import texts_with
from itaxl.thai.amounts import NUMBER, baht_in_words, number_in_words, to_decimal

_COUNT_AGAIN = "คำนวณใหม่จากเอกสารจริง แล้วแก้ตัวเลขให้ตรงกัน"


def _hit(text: Text, found: re.Match[str], message: str, fix: str = _COUNT_AGAIN) -> Hit:
    typed = text.text[found.start() : found.end()].strip()
    return Hit(text.record, text.column.key, typed, f"“{typed}” {message}", fix)


# ---- figures and words -----------------------------------------------------------------------------------------------

_IN_BRACKETS = re.compile(
    rf"(?<![0-9.,])(?P<figures>{NUMBER})(?:\.?-)?\s?(?:บาท)?\s?\(\s?(?:ตัวอักษร|จำนวน)?\s?[:=-]{{0,2}}\s?(?P<words>[ก-๎][ก-๎ ]{{2,90}}?)\s?[=-]{{0,2}}\)"
)


@rule("C01", Severity.ERROR, "ตัวเลขไม่ตรงกับตัวอักษร", sources.ARITHMETIC)
def figures_against_words(context: Context) -> Iterator[Hit]:
    """Figures and the words in brackets behind them are two numbers."""
    for text, plain in texts_with(context, "("):
        for found in _IN_BRACKETS.finditer(plain):
            words = baht_in_words(found["words"]) or number_in_words(found["words"])
            if words is not None and words != to_decimal(found["figures"]):
                yield _hit(
                    text,
                    found,
                    f"แต่ตัวอักษรอ่านได้ {words:,}",
                    "ตรวจจำนวนจากเอกสารจริง แล้วแก้ให้ตรงกัน",
                )


_GROUPED = re.compile(
    r"(?<![0-9.,/-])(?P<first>[0-9]{1,7})(?P<rest>(?:,[0-9]{1,7})+)(?:\.[0-9]+)?(?![0-9,/])(?=(?:\.-)?\s?(?P<unit>บาท|ล้าน|คน|ราย|ครัวเรือน|ไร่|ครั้ง|ฉบับ)?)"
)
_STOPPED = re.compile(
    r"(?:ร้อยละ\s?)?[0-9]{1,3}(?:\.\.[0-9]{1,2}|(?:\.[0-9]{3})+\.[0-9]{2})(?=\s?(?:%|บาท|คน|ราย|ต้น|ไร่|คะแนน|เปอร์))|ร้อยละ\s?[0-9]{1,3}\.\.[0-9]{1,2}(?![0-9])"
)
_SUM_BEFORE = re.compile(r"(?:จำนวน(?:เงิน)?|งบประมาณ|เป็นเงิน|วงเงิน|รวมทั้งสิ้น)\s?\Z")


@rule("C02", Severity.ERROR, "เครื่องหมายในตัวเลขผิดที่", sources.CUSTOM)
def comma_stands_wrong(context: Context) -> Iterator[Hit]:
    """A comma or a stop stands wrong in a number: 2,0000 บาท, ร้อยละ 92..5."""
    for text, plain in texts_with(context, "."):
        for found in _STOPPED.finditer(plain):
            yield _hit(text, found, "มีจุดผิดที่", "ตรวจจำนวนจากเอกสารจริง แล้วแก้ตัวเลข")
    for text, plain in texts_with(context, ","):
        for found in _GROUPED.finditer(plain):
            groups = [len(group) for group in found["rest"].split(",")[1:]]
            counted = found["unit"] or _SUM_BEFORE.search(plain, max(0, found.start() - 15), found.start())
            long = max(groups) > 3 or len(found["first"]) > 3  # a short one may be a list: หมู่ที่ 1,2 คน
            if counted and ({*groups} != {3} or len(found["first"]) > 3) and (long or found["unit"] == "บาท"):
                yield _hit(
                    text, found, "เครื่องหมายจุลภาคไม่ได้คั่นทุกสามหลัก", "ตรวจจำนวนจากเอกสารจริง แล้วใส่จุลภาคทุกสามหลัก"
                )


# ---- more than all ---------------------------------------------------------------------------------------------------

_PERCENT = re.compile(
    r"ร้อยละ\s?(?P<value>[0-9]{3,}(?:\.[0-9]+)?)|(?P<before>[0-9]{3,}(?:\.[0-9]+)?)\s?(?:%|เปอร์เซ็นต์)"
)
_OF_THE_WHOLE = re.compile(
    "พึงพอใจ|เข้าใจ|ความรู้|ความเชื่อมั่น|ของ(?:ผู้|ประชาชน|บุคลากร|พนักงาน|ครัวเรือน|นักเรียน|จำนวน|ทั้งหมด|กลุ่ม)|ผ่านเกณฑ์|มาใช้สิทธิ|ผู้ตอบ|แล้วเสร็จ"
)
_MAY_EXCEED = re.compile(
    "เพิ่ม|สูงกว่า|สูงขึ้น|มากกว่า|เกิน|เติบโต|ขยาย|เป้า|ประมาณการ|จัดเก็บ|รายได้|รายรับ|เทียบ|กว่า|ดัชนี|บรรลุ|ตัวคูณ|อัตรา|ค่าตอบแทน|ราคา|ดอกเบี้ย|หุ้น|จากเดิม|ลด"
)


@rule("C05", Severity.ERROR, "ร้อยละเกิน 100", sources.ARITHMETIC)
def share_of_more_than_all(context: Context) -> Iterator[Hit]:
    """A share of people or work is more than a hundred per cent; growth and targets may be."""
    for text, plain in texts_with(context, "ร้อยละ", "%", "เปอร์เซ็นต์"):
        for found in _PERCENT.finditer(plain):
            start, end = plain.rfind("\n", 0, found.start()) + 1, plain.find("\n", found.end())
            line = plain[
                max(start, found.start() - 80) : min(end if end > 0 else len(plain), found.end() + 40)
            ]
            over = to_decimal(found["value"] or found["before"]) > 100
            if over and _OF_THE_WHOLE.search(line) and not _MAY_EXCEED.search(line):
                yield _hit(text, found, "เกินร้อยละ 100 ซึ่งเป็นทั้งหมด", "ตรวจจำนวนและตัวหาร แล้วคำนวณร้อยละใหม่")


# ---- counts and lists ------------------------------------------------------------------------------------------------

_ANNOUNCED = re.compile(
    r"(?<![0-9.,/])(?P<count>[0-9]{1,2})\s?(?P<unit>โครงการ|กิจกรรม|หลักสูตร|ช่องทาง|ด้าน|ข้อ|ประเภท|ขั้นตอน|แห่ง|เรื่อง|ฉบับ|ประการ|ประเด็น|มาตรการ|รายการ|งาน|หมู่บ้าน|ชุมชน)"
    r"\s?(?:ได้แก่|ดังนี้|คือ|ประกอบด้วย|ดังต่อไปนี้)\s?:?"
)
_ITEM = re.compile(r"(?:(?<=\s)|\A)\(?(?P<no>[0-9]{1,2})[.)](?![0-9])\s?(?=[ก-ฮเ-ไA-Za-z“\"])")
_AND_SO_ON = re.compile("เป็นต้น|ฯลฯ|เช่น|อาทิ")
_LISTED_LINE = re.compile(r"\n\s*\(?[0-9]{1,2}[.)]")


@rule("C06", Severity.WARNING, "จำนวนที่บอกไม่ตรงกับรายการที่แจกแจง", sources.ARITHMETIC)
def list_of_another_length(context: Context) -> Iterator[Hit]:
    """A number of things is told, and the list behind it holds more or fewer."""
    for text, plain in texts_with(context, "ได้แก่", "ดังนี้", "คือ", "ประกอบด้วย", "ดังต่อไปนี้"):
        for found in _ANNOUNCED.finditer(plain):
            count, listed = int(found["count"]), _listed(plain, found)
            if listed and listed != count:
                yield _hit(
                    text,
                    found,
                    f"แต่แจกแจงไว้ {listed} {found['unit']}",
                    "นับรายการใหม่ แล้วแก้จำนวนหรือเติมรายการให้ครบ",
                )


_REACH = 1000  # characters behind an announcement: a longer list is not counted


def _listed(plain: str, found: re.Match[str]) -> int:
    """How many things are listed behind an announcement; 0 where that cannot be told."""
    tail = plain[found.end() : found.end() + _REACH]
    if _AND_SO_ON.search(tail):
        return 0
    numbers = [int(item["no"]) for item in _ITEM.finditer(tail)]
    if numbers[:1] == [1] and _ITEM.match(tail.lstrip()):
        run = next((n for n, number in enumerate(numbers) if number != n + 1), len(numbers))
        line = plain.rfind("\n", 0, found.start()) + 1
        outer = _LISTED_LINE.match(f"\n{plain[line : line + 12]}")
        goes_on = run == len(numbers) and len(tail) == _REACH
        return run if run > 1 and not goes_on and not (outer and run > int(found["count"])) else 0
    return _named(tail.partition("\n")[0], found["unit"], int(found["count"]))


def _named(line: str, unit: str, count: int) -> int:
    """How many things are named in a line, where they are certainly fewer than told."""
    named = len(re.findall(rf"(?:\A|[\s,“]|และ){unit}[ก-๎]", line))
    parts = re.split(rf",\s*|\s?และ\s?(?={unit})|\sและ|\s(?={unit})", line.strip())
    if 1 < named < count and len(parts) == named and line.strip().startswith(unit):
        return named
    ends = _LAST.match(line.strip())  # "ก ข และค": each space or comma may part two, และ too
    most = len(_MAY_PART.split(ends.group())) if ends else count
    return most if 1 < most < count else 0


_LAST = re.compile(r"[^\n]{2,200}?\sและ\s?[^\s,]+(?=\s|\Z)")
_MAY_PART = re.compile(r"\s?และ\s?|\s?หรือ\s?|\s?กับ\s?|[\s,/]+|(?<=[ก-๎])-(?=[ก-๎])")
