"""Persons: a paper for everybody's eyes holds no citizen number, private telephone or complainant's name.

The one rule of the place: what a finding quotes is shown on screens and in the list of findings; it is no more than
what stands in the cell.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from itaxl.model.findings import Severity
from itaxl.rules import sources
from itaxl.rules.context import Context, Text
from itaxl.rules.mechanism import Hit, rule
from itaxl.rules.rows import before
from itaxl.thai.digits import to_arabic

_ADDRESSES = frozenset({"url", "eit_url", "photo", "logo"})
_IN_ADDRESS = re.compile(r"(?:https?://|www\.|@)[!-~ก-๎๐-๙]*\Z")


def _texts(context: Context) -> Iterator[tuple[Text, str]]:
    """The texts for people, each with Arabic digits; addresses are left out."""
    for text in context.texts:
        if text.column.key not in _ADDRESSES:
            yield text, to_arabic(text.text)


def _in_address(plain: str, start: int) -> bool:
    return bool(_IN_ADDRESS.search(plain, max(0, start - 200), start))


# ---- numbers ---------------------------------------------------------------------------------------------------------

# 1-2345-67890-12-1 with dashes, spaces or nothing; companies' numbers begin with 0 and are public
_CITIZEN = re.compile(
    r"(?<![0-9-])[1-8](?P<gap>[ -]?)[0-9]{4}(?P=gap)[0-9]{5}(?P=gap)[0-9]{2}(?P=gap)[0-9](?![0-9]|-[0-9])"
)


@rule("P01", Severity.ERROR, "มีเลขประจำตัวประชาชน", sources.PERSONAL_DATA)
def citizen_number(context: Context) -> Iterator[Hit]:
    """A citizen number in a public paper.

    Thirteen digits whose last one proves the others: the number of a person.
    """
    for text, plain in _texts(context):
        for found in _CITIZEN.finditer(plain):
            if _proves(found.group()) and not _in_address(plain, found.start()):
                quote = text.text[found.start() : found.end()]
                message = f"มีเลขประจำตัวประชาชน “{quote}” ในรายงานที่เผยแพร่ต่อสาธารณะ"
                yield Hit(text.record, text.column.key, quote, message, "ลบเลขประจำตัวประชาชนออก")


def _proves(typed: str) -> bool:
    """Whether the last digit is the check digit of the twelve before it."""
    digits = [int(each) for each in typed if each.isdigit()]
    total = sum(weight * digit for weight, digit in zip(range(13, 1, -1), digits, strict=False))
    return (11 - total % 11) % 10 == digits[12]


_MOBILE = re.compile(
    r"(?<![0-9./-])(?:0|\+66[ -]?)[689](?:[0-9][ -]?[0-9]{3}[ -]?[0-9]{4}|[0-9][ -]?[0-9]{4}[ -]?[0-9]{3}|[ -][0-9]{4}[ -]?[0-9]{4})"
    r"(?![0-9]|-[0-9])"
)
# Rescue, complaints and the like have a mobile number of the office itself.
_OFFICIAL = re.compile(
    r"(?:สายด่วน|สายตรง|กู้ชีพ|กู้ภัย|ศูนย์\S*|ป้องกัน\S*|(?:โทรศัพท์|เบอร์|หมายเลข)(?:กลาง|หน่วยงาน|สำนักงาน))[^0-9\n]{0,40}\Z"
)


@rule("P02", Severity.ERROR, "มีหมายเลขโทรศัพท์มือถือส่วนบุคคล", sources.PERSONAL_DATA)
def private_telephone(context: Context) -> Iterator[Hit]:
    """A private mobile telephone number in a public paper.

    A number beginning with 06, 08 or 09 is that of a person, unless the text says that it is the office's.
    """
    for text, plain in _texts(context):
        for found in _MOBILE.finditer(plain):
            office = _OFFICIAL.search(before(plain, found.start()))
            if not office and not _in_address(plain, found.start()):
                quote = text.text[found.start() : found.end()]
                message = f"มีหมายเลขโทรศัพท์มือถือ “{quote}” ในรายงานที่เผยแพร่ต่อสาธารณะ"
                yield Hit(text.record, text.column.key, quote, message, "ใช้หมายเลขโทรศัพท์ของหน่วยงานแทน")


# ---- names -----------------------------------------------------------------------------------------------------------

_WORD = "[ก-ฮเ-ไ][ก-์]{1,40}"  # bounded: Thai runs on without spaces
_OFFICES = "ก(?:อง|เทศ|รัฐ|สมาคม|สภา|อบ|เมือง|ฯ|สามัญ|[ \\t]|$)|ช่าง|อำเภอ|ทะเบียน|แพทย์|ทหาร|ตำรวจ|จ้าง|หน้า|ประกัน|สถานี|ท้าย|ตรวจ"
_PERSON = rf"(?:นาย(?!{_OFFICES})|นางสาว|นาง(?!สาว)|น\.ส\.)[ \t]?{_WORD}(?:[ \t]+{_WORD})?"
_COMPLAINS = r"(?:ร้องเรียน|ร้องทุกข์|แจ้งเบาะแส|ยื่น(?:เรื่อง|หนังสือ|คำ)ร้อง|แจ้งเรื่องร้อง|ผู้ร้อง(?:เรียน|ทุกข์)?|ผู้แจ้งเบาะแส)"
_AFTER = re.compile(
    rf"ผู้(?:ร้อง(?:เรียน|ทุกข์)?|แจ้งเบาะแส|กล่าวหา)(?:[ \t]*(?:ชื่อ|คือ|ได้แก่|ราย|[:：]))*[ \t]*(?P<name>{_PERSON})"
)
_BEFORE = re.compile(rf"(?P<name>{_PERSON})(?:[ \t]+(?:ได้|เป็น)?|(?<=[ก-์])(?:ได้|เป็น)){_COMPLAINS}")


@rule("P03", Severity.ERROR, "มีชื่อผู้ร้องเรียน", sources.PERSONAL_DATA)
def complainant_is_named(context: Context) -> Iterator[Hit]:
    """A complainant's name in a public paper.

    Who complains or gives a hint is protected; the paper tells numbers, not names.
    """
    for text in context.texts:
        if "ร้อง" in text.text or "เบาะแส" in text.text or "กล่าวหา" in text.text:
            for name in {found["name"]: found for found in _complainants(text.text)}:
                message = f"มีชื่อผู้ร้องเรียน “{name}” ในรายงานที่เผยแพร่ต่อสาธารณะ"
                fix = "ลบชื่อออก ใช้คำว่า ผู้ร้องเรียน หรือบอกเฉพาะจำนวนเรื่อง"
                yield Hit(text.record, text.column.key, name, message, fix)


def _complainants(text: str) -> Iterator[re.Match[str]]:
    yield from _AFTER.finditer(text)
    yield from _BEFORE.finditer(text)
