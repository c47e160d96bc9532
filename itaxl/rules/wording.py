"""Wording: lists are numbered in order, no word stands twice, letters are whole.

The one rule of the place: only what shows on the paper is a fault; needless spaces and both sets of digits are not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from itaxl.model.findings import Repair, Severity
from itaxl.model.records import Agency, Signer
from itaxl.rules import sources
from itaxl.rules.context import Context, Text
from itaxl.rules.mechanism import Hit, rule
from itaxl.thai.digits import to_arabic
from itaxl.thai.names import LEANING
from itaxl.thai.tidy import invisible, repairs, suspects

# ---- numbering -------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Number:
    """The number of a list item in a cell: its value, its place, and whether a stop or bracket follows."""

    value: int
    start: int
    end: int
    marked: bool


# At the start of a line, or within it behind a space; a number of things (๓๐ คน) is sorted out by its order.
_NUMBER = re.compile(
    r"(?:(?P<line>(?:^|\n)[^\S\n]*[-–•]?[^\S\n]*)|(?<=\s))"
    r"\(?(?P<value>[0-9]{1,2})(?P<mark>[.)](?![0-9]))?(?=[^\S\n]?(?P<word>[ก-ฮเ-ไ“(A-Z]))"
)
_THINGS = re.compile(
    r"\s?(?:คน|ราย|ครั้ง|โครงการ|แห่ง|ฉบับ|เรื่อง|วัน|เดือน|ปี|บาท|ประกาศ|ด้าน|คะแนน|ชุด|เล่ม|กอง|หมู่|ม\.|ตุลา|มกรา)"
)


def _numbers(text: str) -> list[Number]:
    """The numbers of one list in the order of a cell: all that begin a line, and those within one that go on."""
    plain, found = to_arabic(text), list[Number]()
    for match in _NUMBER.finditer(plain):
        value, begins = int(match["value"]), match["line"] is not None
        goes_on = value == (found[-1].value + 1 if found else 1)
        if match["mark"] is None and (not goes_on or _THINGS.match(plain, match.end())):
            continue
        if begins or goes_on:
            found.append(
                Number(
                    value,
                    match.start("value"),
                    match.end("mark" if match["mark"] else "value"),
                    bool(match["mark"]),
                )
            )
    return found


def _words(text: str, number: Number) -> str:
    """The number with the words behind it, enough to be found."""
    end = number.end + 24
    while end < len(text) and text[end] in LEANING:
        end += 1
    return text[number.start : end].partition("\n")[0].strip()


@rule("W01", Severity.WARNING, "เลขข้อซ้ำหรือข้าม", sources.CUSTOM)
def numbering_is_out_of_order(context: Context) -> Iterator[Hit]:
    """The numbering of a list repeats or skips a number.

    1, 2, 3, 3 or 1, 2, 4 within a cell; a list that begins anew with 1 is another list.
    """
    for text in context.texts:
        numbers = _numbers(text.text) if "\n" in text.text else []
        wrong = next((two for one, two in pairwise(numbers) if two.value not in (one.value + 1, 1)), None)
        if wrong:
            before = numbers[numbers.index(wrong) - 1]
            said = "ซ้ำ" if wrong.value == before.value else "ไม่ต่อจาก"
            message = f"เลขข้อ “{text.text[wrong.start : wrong.end]}” {said}เลขข้อก่อนหน้า ({before.value})"
            repair = _renumbered(text.text, numbers, wrong) if wrong.value == before.value else None
            yield Hit(
                text.record, text.column.key, _words(text.text, wrong), message, "เรียงเลขข้อใหม่", repair=repair
            )


def _renumbered(text: str, numbers: list[Number], wrong: Number) -> Repair | None:
    """The list counted on from the number that stands twice; None where the rest does not follow in order."""
    rest = numbers[numbers.index(wrong) :]
    if [each.value for each in rest] != list(range(wrong.value, wrong.value + len(rest))):
        return None
    mended = text
    for each in reversed(rest):
        typed = text[each.start : each.end]
        digits = re.sub("[^0-9๐-๙]", "", typed)
        new = _like(digits, each.value + 1)
        mended = mended[: each.start] + typed.replace(digits, new) + mended[each.end :]
    return Repair(text, mended)


def _like(digits: str, value: int) -> str:
    """A number in the digits that the text uses."""
    return str(value).translate(_THAI) if digits[0] in "๐๑๒๓๔๕๖๗๘๙" else str(value)


_THAI = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")
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
                yield _alone(text, typed)
                break


def _lone_sub(text: str) -> str:
    """The one number of the kind 3.1 with its first words; empty where there is none, or more."""
    subs = list(_SUB.finditer(text)) if "." in text else []
    return text[subs[0].start("value") :][:24].partition("\n")[0].strip() if len(subs) == 1 else ""


def _lone_number(text: str) -> str:
    """The one number that begins a cell, with its first words; empty where another follows."""
    numbers = _numbers(text)
    lone = len(numbers) == 1 and numbers[0].marked and not text[: numbers[0].start].strip()
    return _words(text, numbers[0]) if lone and not _SUB.search(text) else ""


def _alone(text: Text, typed: str) -> Hit:
    message = f"“{typed}” มีเลขข้อแต่ไม่มีข้อถัดไป"
    return Hit(text.record, text.column.key, typed, message, "ลบเลขข้อ หรือตรวจว่ามีข้อที่ตกหล่นหรือไม่")


@rule("W03", Severity.HINT, "รูปแบบเลขข้อไม่เหมือนกัน", sources.CUSTOM, only_with_spelling=True)
def numbering_has_two_styles(context: Context) -> Iterator[Hit]:
    """List numbers with and without a stop in one cell.

    1 and 3. in one list, or a number that touches its word without a stop.
    """
    for text in context.texts:
        numbers = _numbers(text.text)
        bare = [each for each in numbers if not each.marked]
        touching = [each for each in bare if not text.text[each.end : each.end + 1].isspace()]
        mixed = bare if len(bare) < len(numbers) else touching
        if len(numbers) > 1 and mixed:
            typed = _words(text.text, mixed[0])
            message = f"“{typed}” ไม่มีจุดหลังเลขข้อเหมือนข้ออื่น"
            yield Hit(text.record, text.column.key, typed, message, "เติมจุดหลังเลขข้อให้เหมือนกันทุกข้อ")


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

_TWICE = re.compile(rf"(?P<word>[ก-ฮเ-ไ][ก-๎]{{1,19}}?)(?P=word)(?![{LEANING}])")
_TWICE_APART = re.compile(
    r"(?<![ก-๎])(?P<word>จัดทำ|ดำเนินการ|เผยแพร่|แต่งตั้ง|ประชุม|รายงาน|ปรับปรุง|ประชาสัมพันธ์|กำหนด|ตรวจสอบ|ติดตาม|ประเมิน|จัดให้มี|และ|เพื่อ|ของ|โดย)"
    r"[^\S\n](?P=word)"
)
# Said twice on purpose.
_REDUPLICATED = re.compile(
    "ต่าง|นาน|ช้า|มาก|น้อย|บ่อย|จริง|เร็ว|ดี|ง่าย|ใกล้|เล็ก|ใหญ่|เรื่อย|ทั่ว|กลาง|พร้อม|คล้าย|ซ้ำ|เดิม|เสมอ|สูง|ต่ำ|วัน|นา|ใด|กัน|ไป|มา|ไหน|ใคร|เฉย|ขาว|ดำ|แดง"
)
# The end of another word and then the same word: หน้าที่|ที่อาจ, รายการ|การจัดซื้อ, ส่วนได้|ได้รับ.
_ENDS_IN = {
    "การ": re.compile(
        "(?:ราย|บริ|ราช|โครง|วิชา|หลัก|พัฒนา|สวัสดิ|วิทยา|ปฏิบัติ|กรรม|ประ|พิ|อา|พัก|ผู้จัด|สมาชิก|เกียรติ|กิจ|อุต|ต้อง|มาตร|จัด"
        "|กิจ|ข้าราช|ศิลป|บูรณา|ดา|นัก|ตระ|ผู้บริ|รา|ผล|สถาน|เหตุ|พยา|วิ|เผด็จ|ชั่ว|จินตนา)$"
    ),
    "ที่": re.compile("(?:หน้า|พื้น|สถาน|แผน|ทัน|เต็ม|คง|ท่อง|เป็น|ดิน|ข้อ|เคลื่อน|ปริมาณ|วัน|อย่าง|กะ|ทุก|ฐาน)$"),
    "งาน": re.compile("(?:พนัก|โรง|สำนัก|หน่วย|ราย|ผล|แรง|ประสาน|ดำเนิน|ทำ|แผน|เริ่ม|ปฏิบัติ|ส่วน|จัด|บริหาร|ภาระ)$"),
    "ได้": re.compile("(?:ราย|ส่วน|เงิน)$"),
    "ทาง": re.compile("(?:ช่อง|แนว|เส้น|เดิน|สาย|ทิศ)$"),
    "เรื่อง": re.compile("(?:ต่อ|รู้)$"),
    "คน": re.compile("(?:ผู้|แต่ละ)$"),
    "เป็น": re.compile("(?:จำ)$"),
    "ใน": re.compile("(?:ภาย)$"),
    "ของ": re.compile("(?:สิ่ง|ข้าว|เจ้า)$"),
    "ตาม": re.compile("(?:ติด)$"),
    "กับ": re.compile("(?:กำ)$"),
    "จาก": re.compile("(?:หลัง)$"),
    "ส่วน": re.compile("(?:สัด)$"),
    "ต่อ": re.compile("(?:ติด)$"),
    "ลง": re.compile("(?:ตก)$"),
    "ทำ": re.compile("(?:จัด|กระ)$"),
    "ข้อ": re.compile("(?:หัว)$"),
    "ร่วม": re.compile("(?:ส่วน|เข้า)$"),
    "เรียน": re.compile("(?:ผู้|นัก|ร้อง)$"),
    "บ้าน": re.compile("(?:หมู่|แม่|งาน)$"),
    "เมือง": re.compile("เทศบาล$"),
    "จ้าง": re.compile("(?:รับ|จัด)$"),
    **dict.fromkeys(("และ", "ให้", "โดย", "ใช้", "แผน", "ทุก", "เงิน", "ด้าน", "ปี", "ใจ"), re.compile("(?!)")),
}
_SHORT = 3  # letters: shorter words double within others (ทราบบริ…), unless they are in the table above


@rule("W04", Severity.WARNING, "คำซ้ำ", sources.CUSTOM)
def word_stands_twice(context: Context) -> Iterator[Hit]:
    """A word stands twice.

    การการ, แผนแผนงาน, จัดทำ จัดทำ: once a word in a cell; the repair leaves one of the two.
    """
    for text in context.texts:
        if isinstance(text.record, (Agency, Signer)) or text.column.key in ("url", "eit_url"):
            continue
        found = [*doubled(text.text)]
        sure = found and not any(text.text[: match.start()].endswith("ดำเนิน") for match in found)
        repair = Repair(text.text, _without(text.text, found)) if sure else None
        for word, match in {match["word"]: match for match in reversed(found)}.items():
            message = f"“{match.group()}” มีคำว่า “{word}” ซ้ำกัน"
            yield Hit(
                text.record,
                text.column.key,
                match.group(),
                message,
                f"ลบคำว่า “{word}” ออกหนึ่งคำ",
                repair=repair,
            )


def doubled(text: str) -> Iterator[re.Match[str]]:
    """Every word that stands twice."""
    for match in _TWICE.finditer(text):
        if _is_doubled(text, match):
            yield match
    yield from _TWICE_APART.finditer(text)


def _is_doubled(text: str, match: re.Match[str]) -> bool:
    """Whether the two are a word twice, not the seam of two words."""
    word = match["word"]
    if word[-1] in "เแโใไ" or _REDUPLICATED.fullmatch(word) or text[match.end() : match.end() + 1] == "ๆ":
        return False
    if word in _ENDS_IN:
        return not _ENDS_IN[word].search(text[max(0, match.start() - 12) : match.start()])
    return len(word) > _SHORT


def _without(text: str, found: list[re.Match[str]]) -> str:
    """The text with one of each two."""
    for match in sorted(found, key=lambda match: match.start(), reverse=True):
        text = text[: match.start()] + match["word"] + text[match.end() :]
    return text


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
    """The broken word: all letters set apart, or a few letters on both sides."""
    for run in _SET_APART.finditer(text, max(0, start - 40)):
        if run.start() <= start < run.end():
            return run.group()
    left, right = start, end
    while left > start - _LETTERS and left and not text[left - 1].isspace():
        left -= 1
    while left < start and text[left] in LEANING:
        left += 1
    left -= left > 0 and text[left - 1] in "เแโใไ"
    while right < end + _LETTERS and right < len(text) and not text[right].isspace():
        right += 1
    while right < len(text) and text[right] in LEANING:
        right += 1
    return text[left:right]


_SPACING = "เว้นวรรคเกิน"
_HARMLESS = re.compile(r"[ \t\u00a0\u1680\u2000-\u200b\u202f\u205f\u3000\r\x0b\x0c\u2010\u2011]*")


@rule("W06", Severity.WARNING, "มีอักขระแฝงหรือสระผิดลำดับ", sources.SPELLING)
def characters_need_tidying(context: Context) -> Iterator[Hit]:
    """Invisible characters, or Thai marks doubled or out of order.

    นํ้า, เเ, two marks on one letter, characters that print a box; once a cell, the repair mends all.
    """
    for text in context.texts:
        mends = [mend for mend in repairs(text.text) if not _is_harmless(text.text, mend.start, mend.end)]
        unseen = [at for at, _ in invisible(text.text) if not _HARMLESS.fullmatch(text.text[at])]
        if mends:
            typed, reason = _around(text.text, mends[0].start, mends[0].end), mends[0].reason
            after = text.text
            for mend in reversed(mends):
                after = after[: mend.start] + mend.replacement + after[mend.end :]
            yield _untidy(text, typed, reason, Repair(text.text, after))
        elif unseen:
            name = dict(invisible(text.text))[unseen[0]]
            yield _untidy(text, _around(text.text, unseen[0], unseen[0] + 1), name, None)


def _is_harmless(text: str, start: int, end: int) -> bool:
    """Spaces of any kind look like spaces; the printer settles them."""
    return bool(_HARMLESS.fullmatch(text[start:end].replace("\n", "")))


def _untidy(text: Text, typed: str, reason: str, repair: Repair | None) -> Hit:
    message = f"“{typed}” มี{reason}"
    return Hit(text.record, text.column.key, typed, message, "พิมพ์คำนี้ใหม่ หรือใช้การแก้ไขที่เสนอ", repair=repair)
