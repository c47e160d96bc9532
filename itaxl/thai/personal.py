"""Personal data in running text: citizen numbers, private mobiles, names of complainants; and the same text masked.

The one rule of the place: whatever is shown of a text that holds them shows no more than tells which one is meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from itaxl.thai.digits import to_arabic

_IN_ADDRESS = re.compile(r"(?:https?://|www\.|@)[!-~ก-๎๐-๙]*\Z")

# 1-2345-67890-12-1 with dashes, spaces or nothing; companies' numbers begin with 0 and are public
_CITIZEN = re.compile(
    r"(?<![0-9-])[1-8](?P<gap>[ -]?)[0-9]{4}(?P=gap)[0-9]{5}(?P=gap)[0-9]{2}(?P=gap)[0-9](?![0-9]|-[0-9])"
)
_MOBILE = re.compile(
    r"(?<![0-9./-])(?:0|\+66[ -]?)[689](?:[0-9][ -]?[0-9]{3}[ -]?[0-9]{4}|[0-9][ -]?[0-9]{4}[ -]?[0-9]{3}|[ -][0-9]{4}[ -]?[0-9]{4})"
    r"(?![0-9]|-[0-9])"
)
# Rescue, complaints and the counter have a mobile number of the office itself.
_OFFICIAL_BEFORE = re.compile(
    r"(?:สายด่วน|สายตรง|กู้ชีพ|กู้ภัย|ศูนย์|ป้องกัน|สำนักงาน|หน่วยงาน|สำนัก|กอง|ฝ่าย|งาน|ที่ทำการ|ตู้|LINE|ไลน์|(?:โทรศัพท์|เบอร์|หมายเลข)กลาง"
    r"|(?:โทร|โทรศัพท์)\.?\s?[0-9][0-9 ,-]{7,}(?:และ|หรือ|,)?\s?)[^\n]{0,40}\Z"
)
_OFFICIAL_AFTER = re.compile(r"[\s(]*(?:นอกเวลาราชการ|ในเวลาราชการ|ตลอด|24|เวร|ศูนย์|สำนัก|กอง|หน่วยงาน|งาน)")
_A_PERSON = re.compile(r"(?:นาย|นาง|นางสาว|น\.ส\.|คุณ|ว่าที่|ส่วนตัว|ผู้ร้อง|ผู้แจ้ง|กำนัน|ผู้ใหญ่บ้าน|เจ้าของ)(?!ก)")

_WORD = "[ก-ฮเ-ไ][ก-์]{1,40}"  # bounded: Thai runs on without spaces
_OFFICES = "ก(?:อง|เทศ|รัฐ|สมาคม|สภา|อบ|เมือง|ฯ|สามัญ|[ \\t]|$)|ช่าง|อำเภอ|ทะเบียน|แพทย์|ทหาร|ตำรวจ|จ้าง|หน้า|ประกัน|สถานี|ท้าย|ตรวจ"
_TITLES = rf"นาย(?!{_OFFICES})|นางสาว|นาง(?!สาว)|น\.ส\."
_NAME = rf"[ \t]?{_WORD}(?:[ \t]+{_WORD})?"
_PERSON = rf"(?:{_TITLES}){_NAME}"
_ANYBODY = re.compile(rf"({_TITLES}|ด\.ช\.|ด\.ญ\.){_NAME}")
_COMPLAINS = r"(?:ร้องเรียน|ร้องทุกข์|แจ้งเบาะแส|ยื่น(?:เรื่อง|หนังสือ|คำ)ร้อง|แจ้งเรื่องร้อง|ผู้ร้อง(?:เรียน|ทุกข์)?|ผู้แจ้งเบาะแส)"
_AFTER = re.compile(
    rf"ผู้(?:ร้อง(?:เรียน|ทุกข์)?|แจ้งเบาะแส|กล่าวหา)(?:[ \t]*(?:ชื่อ|คือ|ได้แก่|ราย|[:：]))*[ \t]*(?P<name>{_PERSON})"
)
_BEFORE = re.compile(rf"(?P<name>{_PERSON})(?:[ \t]+(?:ได้|เป็น)?|(?<=[ก-์])(?:ได้|เป็น)){_COMPLAINS}")
_BY = re.compile(rf"(?:เรื่อง|ข้อ)ร้องเรียน[^\n]{{0,30}}(?:โดย|จาก)[ \t]?(?P<name>{_PERSON})")

# A telephone, a citizen or an account; sums of money have commas.
_ANY_NUMBER = re.compile(r"(?<![\d,.])\d(?:[ \t-]?\d){8,}(?![\d,.])")
_NINE_DIGITS = re.compile(r"[0-9๐-๙](?:[ -]?[0-9๐-๙]){8}")  # fewer are neither

Span = tuple[int, int]


def citizen_numbers(text: str) -> Iterator[Span]:
    """Where the number of a person stands: thirteen digits whose last one proves the others."""
    plain = to_arabic(text) if _NINE_DIGITS.search(text) else ""
    for found in _CITIZEN.finditer(plain):
        digits = [int(each) for each in found.group() if each.isdigit()]
        total = sum(weight * digit for weight, digit in zip(range(13, 1, -1), digits, strict=False))
        proven = (11 - total % 11) % 10 == digits[12]
        if proven and not _in_address(plain, found.start()):
            yield found.span()


def private_mobiles(text: str) -> Iterator[tuple[int, int, bool]]:
    """(start, end, certain) of mobile numbers that the text does not give as the office's; certain beside a person."""
    plain = to_arabic(text) if _NINE_DIGITS.search(text) else ""
    for found in _MOBILE.finditer(plain):
        line_start = plain.rfind("\n", 0, found.start()) + 1
        before, after = plain[line_start : found.start()], plain[found.end() :].partition("\n")[0]
        person = bool(_A_PERSON.search(before) or _A_PERSON.search(after[:30]))
        office = _OFFICIAL_BEFORE.search(before) or _OFFICIAL_AFTER.match(after)
        if (person or not office) and not _in_address(plain, found.start()):
            yield (*found.span(), person)


def complainants(text: str) -> Iterator[Span]:
    """Where a complainant is named."""
    if "ร้อง" in text or "เบาะแส" in text or "กล่าวหา" in text:
        for pattern in (_AFTER, _BEFORE, _BY):
            yield from (found.span("name") for found in pattern.finditer(text))


def _in_address(plain: str, start: int) -> bool:
    return bool(_IN_ADDRESS.search(plain, max(0, start - 200), start))


_ALL_BUT_TWO = re.compile(r"[0-9๐-๙](?=(?:[^0-9๐-๙]*[0-9๐-๙]){2})")
_MAY_HOLD = re.compile(r"[0-9๐-๙](?:[ -]?[0-9๐-๙]){8}|นาย|นาง|น\.ส\.")


@lru_cache(maxsize=512)  # every finding on a cell asks
def secrets(text: str) -> tuple[tuple[str, str], ...]:
    """Each number and name of that kind in a text, with what is shown for it; of the same length."""
    if not _MAY_HOLD.search(text):
        return ()
    numbers = [*citizen_numbers(text), *((start, end) for start, end, _ in private_mobiles(text))]
    found = {text[start:end]: _ALL_BUT_TWO.sub("x", text[start:end]) for start, end in numbers}
    found |= {text[start:end]: _mask_name(text[start:end]) for start, end in complainants(text)}
    return tuple(found.items())


def mask(text: str, of: str | None = None) -> str:
    """The text with such numbers and names masked: its own, or those of the cell that it speaks of."""
    for typed, shown in secrets(text if of is None else of):
        text = text.replace(typed, shown)
    return text


def hide_persons(text: str, own_name: str) -> str:
    """The text without anybody's name or number, for who is not to know of whom it speaks.

    The agency's own name stays, though it begin with นาง…
    """
    kept = "\0"  # no form can hold it
    text = text.replace(own_name, kept) if own_name else text
    return _ANY_NUMBER.sub("…", _ANYBODY.sub(r"\1…", text)).replace(kept, own_name)


_TITLE = re.compile(r"(?:นางสาว|นาย|นาง|น\.ส\.)[ \t]?[เแโใไ]?.")


def _mask_name(name: str) -> str:
    """The title and the first letter."""
    seen = _TITLE.match(name)
    kept = seen.end() if seen else 1
    return name[:kept] + "".join(each if each.isspace() else "x" for each in name[kept:])
