"""Wording: lists are numbered in order, no word stands twice, letters are whole.

The one rule of the place: only what shows on the paper is a fault; needless spaces and both sets of digits are not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from itaxl.model.findings import Repair, Severity
from itaxl.model.records import Agency, Signer
from itaxl.rules import sources
from itaxl.rules.context import Context, Text
from itaxl.rules.mechanism import Hit, rule
from itaxl.thai.digits import to_arabic
from itaxl.thai.names import LEANING
from itaxl.thai.proofreading import shorten, widen
from itaxl.thai.tidy import invisible, repairs, suspects

# ---- numbering -------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Number:
    """The number of a list item in a cell: its value, its place, how it is marked ("." or ")" or nothing)."""

    value: int
    start: int
    end: int
    mark: str
    opens_line: bool


# At the start of a line, or within it behind a space where it is marked; a number of things (๓๐ คน) is none.
_NUMBER = re.compile(
    r"(?:(?P<line>(?:^|\n)[^\S\n]*(?P<bullet>[-–•]?)[^\S\n]*)|(?<=[^\S\n]))"
    r"(?P<open>\(?)(?P<value>[0-9]{1,2})(?P<mark>[.)](?![0-9]))?(?=[^\S\n]?[ก-ฮเ-ไ“(A-Z])"
)
_THINGS = re.compile(
    r"\s?(?:คน|ราย|ครั้ง|โครงการ|แห่ง|ฉบับ|เรื่อง|วัน|เดือน|ปี|บาท|ประกาศ|ด้าน|คะแนน|ชุด|เล่ม|กอง|หมู่|ม\.|[มกพสตธ]\.[คพย]\.|(?:มิ|เม|มี)\."
    r"|มกรา|กุมภา|มีนา|เมษา|พฤษภา|มิถุนา|กรกฎา|สิงหา|กันยา|ตุลา|พฤศจิกา|ธันวา|น\.|นาฬิกา|กม|เมตร|ตาราง|ไร่|ตำบล|อำเภอ|ชั่วโมง|นาที|ชนิด|รายการ|ข่าว|ท่าน|หลัง|สาย|คัน|ตัว|ข้อ)"
)
_REFERS = re.compile(r"(?:ที่|ข้อ|มาตรา|ครั้ง|รุ่น|ช่อง|หมู่|ฉบับ|เล่ม|หน้า|ตอน|ภาค|ชั้น|ระดับ|โทร\.?|เบอร์)[^\S\n]?\Z")


def _numbers(text: str) -> list[Number]:
    """The numbers of lists in the order of a cell."""
    plain, found = to_arabic(text), list[Number]()
    for match in _NUMBER.finditer(plain):
        opens, mark = match["line"] is not None, match["open"] + (match["mark"] or "")
        if mark in ("", "("):
            if not opens or _THINGS.match(plain, match.end()):
                continue
            mark = ""
        mark += match["bullet"] or ""
        if opens or not _REFERS.search(plain, max(0, match.start() - 10), match.start()):
            end = match.end("mark" if match["mark"] else "value")
            found.append(Number(int(match["value"]), match.start("open"), end, mark, opens))
    return found


def _words(text: str, number: Number) -> str:
    """The number with the words behind it, as far as the next space, or enough to be found."""
    line = text[number.start :].partition("\n")[0]
    space = line.find(" ", number.end - number.start + 8)
    return (
        line[: space if 0 < space <= 40 else len(line) if len(line) <= 40 else 0]
        or line[: number.end - number.start]
    )


@rule("W01", Severity.WARNING, "เลขข้อซ้ำหรือข้าม", sources.CUSTOM)
def numbering_is_out_of_order(context: Context) -> Iterator[Hit]:
    """The numbering of a list repeats or skips a number.

    1, 2, 3, 3 or 1, 2, 4 within a cell; a list within a list, and one that begins anew with 1, are others.
    """
    for text in context.texts:
        if "\n" in text.text and (wrong := _out_of_order(_numbers(text.text))):
            number, last = wrong
            said = "ซ้ำกับ" if number.value == last else "ไม่ต่อจาก"
            message = f"เลขข้อ “{text.text[number.start : number.end]}” {said}เลขข้อก่อนหน้า ({last})"
            fix = "ตรวจว่ามีข้อที่ตกหล่นหรือเลขข้อพิมพ์ผิด แล้วเรียงเลขข้อใหม่"
            yield Hit(text.record, text.column.key, _words(text.text, number), message, fix)


def _out_of_order(numbers: list[Number]) -> tuple[Number, int] | None:
    """The first number at the start of a line that goes on no list begun before it, with the last one of its kind."""
    lists: list[Number] = []
    for previous, number in zip((None, *numbers), numbers, strict=False):
        again = previous and (previous.value, previous.mark) == (1, number.mark)  # a 1 right behind another
        before = [each for each in lists if each.mark == number.mark]
        goes_on = next((each for each in reversed(before) if each.value == number.value - 1), None)
        if goes_on:
            del lists[lists.index(goes_on) :]
        elif number.opens_line and before and (number.value != 1 or again):
            return number, before[-1].value
        elif number.value != 1:
            continue  # a list that is quoted from its middle
        lists.append(number)
    return None


_SUB = re.compile(r"(?:^|\n)[^\S\n]*(?P<value>[0-9๐-๙]{1,2}\.[0-9๐-๙]{1,2})\.?(?=[^\S\n]?[ก-ฮเ-ไ])")


@rule("W02", Severity.HINT, "มีเลขข้อเพียงข้อเดียว", sources.CUSTOM, only_with_spelling=True)
def list_has_one_number(context: Context) -> Iterator[Hit]:
    """A list with one number only.

    A number that no other follows: ๑. alone in a cell, or ๓.๑ without ๓.๒; each once a report.
    """
    subs = (_lone_sub(text.text) for text in context.texts)
    numbers = (_lone_number(text.text) for text in context.texts)
    for found in (subs, numbers):
        for text, typed in zip(context.texts, found, strict=True):
            if typed:
                message = f"“{typed}” มีเลขข้อแต่ไม่มีข้อถัดไป"
                yield Hit(text.record, text.column.key, typed, message, "ลบเลขข้อ หรือตรวจว่ามีข้อที่ตกหล่นหรือไม่")
                break


def _lone_sub(text: str) -> str:
    """The one number of the kind 3.1 with its first words; empty where there is none, or more."""
    subs = list(_SUB.finditer(text)) if "." in text else []
    return shorten(text[subs[0].start("value") :].partition("\n")[0], 24).strip() if len(subs) == 1 else ""


def _lone_number(text: str) -> str:
    """The one number that begins a cell, with its first words; empty where another follows."""
    numbers = _numbers(text)
    lone = len(numbers) == 1 and numbers[0].mark and not text[: numbers[0].start].strip()
    return _words(text, numbers[0]) if lone and not _SUB.search(text) else ""


_MONTH_WITHOUT_STOP = re.compile(
    r"(?:ม\.ค|ก\.พ|มี\.ค|เม\.ย|พ\.ค|มิ\.ย|ก\.ค|ส\.ค|ก\.ย|ต\.ค|พ\.ย|ธ\.ค)(?=[\s0-9๐-๙–-]|\Z)"
)


@rule("W07", Severity.HINT, "ชื่อย่อเดือนไม่ครบจุด", sources.CUSTOM, only_with_spelling=True)
def month_lacks_its_stop(context: Context) -> Iterator[Hit]:
    """A month's abbreviation lacks its second stop.

    มี.ค 2566; once a report.
    """
    found = ((text, _MONTH_WITHOUT_STOP.search(text.text)) for text in context.texts if "." in text.text)
    for text, month in found:
        if month:
            typed = month.group()
            message = f"“{typed}” ไม่มีจุดหลังอักษรตัวที่สอง"
            yield Hit(text.record, text.column.key, typed, message, f"เขียนว่า “{typed}.”")
            return


# ---- words twice -----------------------------------------------------------------------------------------------------

_TWICE = re.compile(
    r"(?:(?P<small>การ|ที่|งาน|ได้|เป็น|ใน|ของ|ตาม|กับ|และ|ให้|โดย|ใช้|แผน|ทุก|ด้าน|เพื่อ|จาก|ครั้ง)(?P=small)"
    r"|(?P<large>ได้รับ|ชี้แจง|จัดทำ|เผยแพร่|แต่งตั้ง|ปรับปรุง|ประชาสัมพันธ์|มอบหมาย|สนับสนุน|ส่งเสริม|ป้องกัน|แก้ไข|เสริมสร้าง|ดำเนินการ"
    rf"|หน่วยงาน|เว็บไซต์|บุคลากร|ประชาชน|เจ้าหน้าที่|คู่มือ|ประเมิน|รายละเอียด|ติดตาม|ตรวจสอบ)[^\S\n]?(?P=large))(?![{LEANING}])"
)
# The end of another word and then the same word: หน้าที่|ที่อาจ, รายการ|การจัดซื้อ, รายได้|ได้รับ.
_ENDS_IN = {
    "การ": re.compile(
        "(?:ราย|บริ|ราช|โครง|วิชา|หลัก|พัฒนา|สวัสดิ|วิทยา|ปฏิบัติ|กรรม|ประ|พิ|อา|พัก|จัด|เกียรติ|กิจ|ต้อง|มาตร|ศิลป|บูรณา|นัก|บริหาร|ผล|สถาน"
        "|เผด็จ|จินตนา|ธุร|นุ|ธิ|อัย|ประกอบ|อำนวย|ดำเนิน|ว่า|สห|หัตถ|จักร|วิ|เสนา|ภาร|สถาปัต|ทาง)$"
    ),
    "ที่": re.compile("(?:หน้า|พื้น|สถาน|แผน|ทัน|เต็ม|คง|เป็น|เคลื่อน|ทุก|กะ|ท่อง|ครั้ง|แห่ง|วัน)$"),
    "งาน": re.compile(
        "(?:พนัก|โรง|สำนัก|หน่วย|ราย|ผล|แรง|ประสาน|ดำเนิน|ทำ|แผน|เริ่ม|ปฏิบัติ|ส่วน|จัด|บริหาร|ภาระ|ธุร|สมัคร|ดู|พลัง|ว่าง|นัก|ชิ้น)$"
    ),
    "ได้": re.compile("(?:ราย|ส่วน|เงิน)$"),
    "เป็น": re.compile("จำ$"),
    "ใน": re.compile("ภาย$"),
    "ของ": re.compile("(?:สิ่ง|ข้าว|เจ้า)$"),
    "ตาม": re.compile("ติด$"),
    "กับ": re.compile("กำ$"),
    "จาก": re.compile("หลัง$"),
    "ใช้": re.compile("ค่า$"),
    "ให้": re.compile("(?:จัด|มอบ|ยก)$"),
}
# A word of content stands twice only where nothing joins it to another: ผลิตผลิตภัณฑ์ and ข้อเสนอเสนอนายก are right.
_TWICE_APART = re.compile(r"(?<![ก-๎])(?P<word>[ก-ฮเ-ไ][ก-๎]{3,24})[^\S\n]?(?P=word)(?![ก-๎ๆ])")
# Said twice on purpose.
_REDUPLICATED = re.compile(
    "ต่าง|นาน|ช้า|มาก|น้อย|บ่อย|จริง|เร็ว|ง่าย|ใกล้|เล็ก|ใหญ่|เรื่อย|กลาง|พร้อม|คล้าย|เดิม|เสมอ|เดือน|ครั้ง|เรื่อง|ตำบล|อำเภอ|จังหวัด|หมู่บ้าน|ต่อไป|ค่อย|ทั่วไป"
)


@rule("W04", Severity.WARNING, "คำซ้ำ", sources.CUSTOM)
def word_stands_twice(context: Context) -> Iterator[Hit]:
    """A word stands twice.

    การการ, แผนแผนงาน, จัดทำ จัดทำ: once a word in a cell; which of the two is too many a person must judge.
    """
    for text in context.texts:
        if isinstance(text.record, (Agency, Signer)) or text.column.key in ("url", "eit_url"):
            continue
        for word, match in {
            match[match.lastgroup or 0]: match for match in reversed([*doubled(text.text)])
        }.items():
            if not context.is_own_name(text.text, match.start(), match.end()):
                fix = f"ลบคำว่า “{word}” ออกหนึ่งคำ หากเป็นคำที่ถูกต้องอยู่แล้ว ให้ยืนยันว่าถูกต้อง"
                yield Hit(
                    text.record, text.column.key, match.group(), f"“{match.group()}” มีคำว่า “{word}” ซ้ำกัน", fix
                )


def doubled(text: str) -> Iterator[re.Match[str]]:
    """The words that stand twice, not at the seam of two words."""
    for match in _TWICE.finditer(text):
        seam = _ENDS_IN.get(match["small"])
        if (
            not (seam and seam.search(text[max(0, match.start() - 12) : match.start()]))
            and text[match.end() :][:1] != "ๆ"
        ):
            yield match
    yield from (match for match in _TWICE_APART.finditer(text) if not _REDUPLICATED.fullmatch(match["word"]))


# ---- letters ---------------------------------------------------------------------------------------------------------


@rule("W05", Severity.WARNING, "ตัวอักษรหรือสระผิดปกติ", sources.SPELLING)
def letters_are_broken(context: Context) -> Iterator[Hit]:
    """Letters are set apart, lost or doubled.

    จัดท า, ท ี่, ปร ะ ก า ศ, ราคาากลาง: what a copy from a PDF leaves; once a cell.
    """
    for text in context.texts:
        for mend in suspects(text.text)[:1]:
            typed = _around(text.text, mend.start, mend.end)
            message = f"“{typed}” ตัวอักษรผิดปกติ ({mend.reason})"
            yield Hit(text.record, text.column.key, typed, message, "พิมพ์คำนี้ใหม่")


_SET_APART = re.compile(r"(?:[ก-๎]{1,2} ){2,}[ก-๎]{1,2}(?![ก-๎])")
_LETTERS = 6


def _around(text: str, start: int, end: int) -> str:
    """The broken word: all letters set apart, or the words of a few letters on both sides."""
    for run in _SET_APART.finditer(text, max(0, start - 40)):
        if run.start() <= start < run.end():
            return run.group()
    left, right = start, end
    while left > start - _LETTERS and left and not text[left - 1].isspace():
        left -= 1
    while right < end + _LETTERS and right < len(text) and not text[right].isspace():
        right += 1
    left, right = widen(text, left, right)
    return text[left:right]


_SPACING = "เว้นวรรคเกิน"
_HARMLESS = re.compile(r"[ \t\u00a0\u1680\u2000-\u200b\u202f\u205f\u3000\r\x0b\x0c\u2010\u2011]*")


@rule("W06", Severity.WARNING, "มีอักขระแฝงหรือสระผิดลำดับ", sources.SPELLING)
def characters_need_tidying(context: Context) -> Iterator[Hit]:
    """Invisible characters, or Thai marks doubled or out of order.

    นํ้า, เเ, two marks on one letter, characters that print a box; once a cell, the repair mends all.
    """
    for text in context.texts:
        mends = [  # spaces of any kind look like spaces; the printer settles them
            mend
            for mend in repairs(text.text)
            if not _HARMLESS.fullmatch(text.text[mend.start : mend.end].replace("\n", ""))
        ]
        unseen = [at for at, _ in invisible(text.text) if not _HARMLESS.fullmatch(text.text[at])]
        if mends:
            typed, reason = _around(text.text, mends[0].start, mends[0].end), mends[0].reason
            yield _untidy(text, typed, reason, Repair.of(text.text, [mend[:3] for mend in mends]))
        elif unseen:
            name = dict(invisible(text.text))[unseen[0]]
            yield _untidy(text, _around(text.text, unseen[0], unseen[0] + 1), name, None)


def _untidy(text: Text, typed: str, reason: str, repair: Repair | None) -> Hit:
    message = f"“{typed}” มี{reason}"
    return Hit(text.record, text.column.key, typed, message, "พิมพ์คำนี้ใหม่ หรือใช้การแก้ไขที่เสนอ", repair=repair)
