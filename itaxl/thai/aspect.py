"""What Thai words say of how far a work is: done, in part, underway, not yet, impossible, still to come.

The one rule of the place: Thai has no tenses; ยัง, ไม่, อยู่, กำลัง, จะ and แล้ว before or behind a verb of work tell it, and
only for the clause they open. Behind ที่, ซึ่ง, หาก and their like they speak of something else, and the absence of a bad
thing (ไม่พบ, ไม่มีเรื่องร้องเรียน) is a result.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from itaxl.thai.digits import LIST_MARK, to_arabic


class Aspect(StrEnum):
    """How far a work is, in the words of a statement."""

    DONE = "done"
    PARTLY = "partly"
    UNDERWAY = "underway"
    NOT_YET = "not yet"
    IMPOSSIBLE = "impossible"
    FUTURE = "future"


OPEN = frozenset({Aspect.PARTLY, Aspect.UNDERWAY, Aspect.NOT_YET, Aspect.IMPOSSIBLE})


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement: `words` as typed, from `start` to the end of its clause where that is near.

    `certain` where it opens its line, and so speaks of all of it; `whole` where nothing else stands in the line.
    """

    aspect: Aspect
    start: int
    end: int
    words: str
    certain: bool
    whole: bool


@dataclass(frozen=True, slots=True)
class Share:
    """A first line that says how much is done ("ดำเนินการแล้ว 80%"); `whole` where it says that all is."""

    percent: float
    words: str
    whole: bool


# ---- the words -------------------------------------------------------------------------------------------------------

# What an office does. Nouns that begin like a verb are kept out: ทำเนียบ, จัดการ of a title are none of a clause's verbs.
_WORK = (
    r"(?:ดำเนิน(?:การ|งาน|โครงการ|กิจกรรม)?|จัด(?!การ)|ทำ(?!เนียบ|เล)|เผยแพร่|เปิดเผย|เปิด|ประกาศ|แต่งตั้ง|ฝึก|อบรม|ประชุม|ปรับ|พัฒนา|สร้าง"
    r"|ก่อสร้าง|ซ่อม|ติดตั้ง|ติดตาม|ติดประกาศ|เสนอ|อนุมัติ|พิจารณา|ส่ง|รายงาน|ลง(?:นาม|พื้นที่|เว็บไซต์|ประกาศ)|ตรวจ|ประเมิน|สำรวจ|รวบรวม|ทบทวน"
    r"|แจ้ง|กำหนด|เบิกจ่าย|โอน|เริ่ม|ออก(?:คำสั่ง|ประกาศ|หนังสือ|แบบ|ข้อบัญญัติ)|ขึ้น(?:เว็บไซต์|ทะเบียน)|นำ|ประชาสัมพันธ์|ชี้แจง|เชิญ|มอบ"
    r"|สรุป|วิเคราะห์|บันทึก|ถ่ายทอด|ศึกษา|คัดเลือก|บรรจุ|สรรหา|ขอ(?:อนุมัติ|อนุญาต)|ร่าง|ยกร่าง|แก้ไข|ส่งเสริม|กำกับ|เตรียม|สั่งการ|ลงทะเบียน"
    r"|เข้าร่วม|เวียน|จ่าย|รับ(?:รอง|ฟัง|สมัคร)|เร่ง|คัดกรอง|ลงมือ|บูรณาการ|แสดง)"
)
_FINISHED = r"(?:แล้วเสร็จ|เสร็จ(?:สิ้น|สมบูรณ์|เรียบร้อย)?|ครบ(?:ถ้วน)?(?!กำหนด)|สมบูรณ์|เรียบร้อย)"

# Each statement as it may stand anywhere in a clause, and as it must open a line to be one.
_PATTERNS: tuple[tuple[Aspect, bool, str], ...] = (
    (Aspect.PARTLY, False, rf"(?:ยัง(?:คง)?)(?:ไม่|มิ)\s?(?:ได้)?(?:{_WORK})?{_FINISHED}|(?<!ยัง)(?<!คง)(?:ไม่|มิได้)\s?แล้วเสร็จ"),
    (Aspect.PARTLY, True, r"ยัง(?:คง)?ไม่\s?(?:เป็นปัจจุบัน|ครอบคลุม)"),
    (Aspect.PARTLY, False, rf"(?:ได้)?(?:มีการ)?{_WORK}(?:ไป|ได้|แล้ว|เสร็จ|เพียง|เป็น)*\s?บางส่วน"),
    (Aspect.NOT_YET, False, rf"ยัง(?:คง)?(?:ไม่|มิ)\s?(?:ได้)?(?:รับการ|มีการ|เคย|เข้าสู่การ|ทัน)?\s?(?:เริ่ม)?\s?{_WORK}"),
    (Aspect.NOT_YET, True, r"ยัง(?:คง)?ไม่มี(?!การ|เรื่อง|ข้อ|ผู้|ประชาชน|เหตุ|บุคคล|คำ|ราย|กรณี|กำหนด)(?=[ก-ฮเ-ไ])"),
    (
        Aspect.NOT_YET,
        True,
        r"(?:ไม่|มิ)ได้(?:มีการ)?\s?(?:จัด(?:ทำ|กิจกรรม|อบรม|โครงการ|ประชุม|ฝึก|ตั้ง)|เผยแพร่|แต่งตั้ง|ประกาศ|ประชุม|รายงาน|ปรับปรุง|ทบทวน)",
    ),
    (Aspect.NOT_YET, True, r"ยัง(?:คง)?ไม่(?:ถึง|ครบ)(?:กำหนด|รอบ|เวลา|ช่วง|ห้วง)"),
    (
        Aspect.NOT_YET,
        False,
        r"(?<!ยัง)(?<!คง)(?:ไม่|มิ)(?:ได้มีการ|ได้|มีการ)?\s?ดำเนิน(?:การ|งาน)?(?=\s|\Z|ตาม|ใน|เนื่อง|เพราะ|จัด(?!ซื้อ|จ้าง)|โครงการ|กิจกรรม|อบรม)",
    ),
    (Aspect.NOT_YET, False, rf"(?:ขอ)?เลื่อน(?:การ)?(?:{_WORK}|โครงการ|กิจกรรม)[^\n]{{0,30}}?ออกไป"),
    (Aspect.UNDERWAY, False, rf"อยู่(?:ใน)?(?:ระหว่าง|ขั้นตอน|กระบวนการ)\s?(?:ของ)?(?:การ)?\s?{_WORK}"),
    (Aspect.UNDERWAY, True, r"อยู่(?:ใน)?(?:ระหว่าง|ขั้นตอน|กระบวนการ)(?!วันที่|เดือน|ปี|ร้อยละ|ระดับ|\s?[0-9])"),
    (Aspect.UNDERWAY, False, rf"(?<!อัตรา)(?<!ออก)(?<!เสริม)(?<!ใช้)(?<!ตาม)(?<!แผน)กำลัง\s?(?:จะ|อยู่)?(?:ระหว่าง)?(?:การ)?{_WORK}"),
    (
        Aspect.UNDERWAY,
        True,
        r"รอ(?:การ|ผล|ลงนาม|อนุมัติ|พิจารณา|งบประมาณ|คำสั่ง|ประกาศ|เสนอ|รับ|จัดสรร|หนังสือ|ความเห็น|ดำเนิน|ประชุม|บรรจุ)",
    ),
    (Aspect.IMPOSSIBLE, True, r"(?:ไม่|มิ)(?:สามารถ|อาจ)(?:ที่)?(?:จะ)?(?=\s?[ก-ฮเ-ไ])"),
    (Aspect.IMPOSSIBLE, False, r"(?:ไม่|มิ)(?:สามารถ|อาจ)(?:ที่)?(?:จะ)?\s?(?:ดำเนิน(?:การ|งาน)?|จัด(?:กิจกรรม|อบรม|โครงการ|ประชุม|งาน|ทำ))"),
    (
        Aspect.FUTURE,
        False,
        rf"(?:คาด(?:ว่า|การณ์ว่า)\s?(?:จะ)?|(?:มี(?:แผน|กำหนด(?:การ)?)|กำหนด(?:การ)?|เตรียม(?:การ|ความพร้อม)?|วางแผน)\s?(?:ที่)?จะ)"
        rf"\s?(?:ได้|สามารถ|มีการ|เริ่ม|ต้อง|เร่ง)*(?:{_WORK}|{_FINISHED})",
    ),
    (Aspect.FUTURE, True, r"เตรียม(?:การ)?\s?(?:ที่)?(?:เปิด|จัด(?!การ)|เผยแพร่|ประกาศ|ดำเนิน|อบรม|ติดตั้ง|ก่อสร้าง|ปรับปรุง|ประชุม)"),
    (Aspect.FUTURE, False, rf"จะ(?:ได้|ต้อง|เร่ง|ทำการ|มีการ|เริ่ม|สามารถ)*\s?{_WORK}"),
    (
        Aspect.DONE,
        True,
        rf"(?:ได้)?ดำเนินการ(?:แล้วเสร็จ|เสร็จ(?:สิ้น|เรียบร้อย)?|เรียบร้อย|ครบถ้วน|แล้ว)(?:แล้ว)?(?!บางส่วน)|ได้(?:ทำการ|มีการ)?{_WORK}(?!ไม่)",
    ),
    (Aspect.DONE, True, rf"(?:มีการ)?{_WORK}[^\nไ]{{0,60}}?(?<!ไม่)(?:แล้ว(?:เสร็จ)?|เสร็จ(?:สิ้น|เรียบร้อย))(?=\s|\Z|เมื่อ|จำนวน)"),
)  # fmt: skip

# What begins a line before its own words: a bullet, a number, and "at present".
_OPENING = rf"^{LIST_MARK}(?:(?:ใน)?(?:ปัจจุบัน|ขณะนี้)(?:นี้)?[ \t]?)?"
_OPENERS = tuple(
    (aspect, re.compile(f"{_OPENING}(?P<words>{words})", re.MULTILINE)) for aspect, _, words in _PATTERNS
)
_WITHIN = tuple((aspect, re.compile(words)) for aspect, opens, words in _PATTERNS if not opens)

# Behind these the words speak of something named, wished or supposed.
_ABOUT_ANOTHER = re.compile(
    r"(?:ที่|ซึ่ง|อัน|ผู้|กรณี|หาก|ถ้า|เมื่อ|เรื่อง|ราย|ว่า|เพื่อ|ก่อน|พร้อม|ทุกครั้ง|สถานะ|[“\"‘'«(]|เพราะ|เนื่องจาก|แม้)\s?\Z"
)
_OF_THE_PAST = re.compile(r"เดิม|ผ่านมา|ก่อนหน้า|ในอดีต|พบว่า|สาเหตุ|(?:หาก|ถ้า|กรณี|เมื่อ|ทุกครั้ง)(?!วันที่)[^\n]*\Z")
_SETTLED = re.compile(
    rf"(?:จึง|ต่อมา(?:จึง)?|ภายหลัง|บัดนี้)\s?(?:ได้|มีการ|{_WORK})(?!\s?(?:ไม่|เลื่อน|ขยาย|ขอ|ระงับ|ยกเลิก|ชะลอ|แผน))|(?<!ไม่)แล้วเสร็จเมื่อ"
)
# A table of cases counts them: "อยู่ระหว่างดำเนินการ 2 เรื่อง" speaks of the cases, not of the row.
_COUNTED = re.compile(rf"(?:การ|งาน)*{_WORK}?(?:การ|งาน)*\s*(?:จำนวน|[:=(0-9]|ไม่มี|[-–]\s*(?:เรื่อง|ราย))")
# Of a bad thing, its absence is the result.
_GOOD_NEWS = re.compile(r"(?:เรื่อง|ข้อ|เหตุ|การ|ทาง)*\s?(?:ร้องเรียน|ร้องทุกข์|ทุจริต|เบาะแส|สินบน|ละเมิด|ความผิด|วินัย)")
_MAY_SAY = re.compile(
    "ยัง|ไม่|มิ|ระหว่าง|ขั้นตอน|กระบวนการ|กำลัง|รอ|บางส่วน|เลื่อน|จะ|คาด|เตรียม|แล้ว|เสร็จ|ได้|ครบ|เรียบร้อย"
)
# Of a bad thing, its absence is the result: ยังไม่แจ้งความ is none of these, ยังไม่รับแจ้งเรื่องร้องเรียน is.
_GOOD_NEWS = re.compile(
    r"[^\s]{0,12}(?:ร้องเรียน|ร้องทุกข์|ทุจริต|เบาะแส|สินบน|ละเมิด|กระทำ(?:ความ)?ผิด|ความผิด|ทางวินัย)"
)


@lru_cache(maxsize=4096)
def statements(text: str) -> tuple[Statement, ...]:
    """Every statement of a text, in its order; of several in one place the first kind of the list above."""
    if not _MAY_SAY.search(text):
        return ()
    plain = to_arabic(text)
    found: list[Statement] = []
    for each in _candidates(text, plain):
        if all(each.end <= other.start or other.end <= each.start for other in found):
            found.append(each)
    return tuple(sorted(found, key=lambda each: each.start))


def _candidates(text: str, plain: str) -> Iterator[Statement]:
    """The statements that open a line, then those within one; they may overlap."""
    for aspect, pattern in _OPENERS:
        for match in pattern.finditer(plain):
            if _speaks_of_now(plain, aspect, *match.span("words")):
                yield _statement(text, aspect, *match.span("words"), certain=True)
    for aspect, pattern in _WITHIN:
        for match in pattern.finditer(plain):
            before = plain[: match.start()].rpartition("\n")[2]
            other = _ABOUT_ANOTHER.search(before) or _OF_THE_PAST.search(before)
            own = aspect is not Aspect.FUTURE or _CLAUSE.search(before)
            if own and not other and _speaks_of_now(plain, aspect, *match.span()):
                yield _statement(text, aspect, *match.span(), certain=False)


# จะ is the row's own promise behind a space or a word that joins clauses, not within one: วิธีที่ประชาชนจะส่งเรื่อง
_CLAUSE = re.compile(r"(?:\s(?:และ|โดย|ซึ่ง|แล้ว|ทั้งนี้)?|และ|โดย)\Z")


def _speaks_of_now(plain: str, aspect: Aspect, start: int, end: int) -> bool:
    """Whether the words tell how far the row's own work is: not a count of cases, nor good news, nor settled since."""
    rest = plain[end:].partition("\n")[0]
    good = "มีการ" in plain[start:end] and _GOOD_NEWS.match(rest)
    return aspect not in OPEN or not (good or _COUNTED.match(rest) or _SETTLED.search(rest))


def _statement(text: str, aspect: Aspect, start: int, end: int, *, certain: bool) -> Statement:
    line = text[start:].partition("\n")[0]
    words = _LEADS_ON.sub("", line.partition(" ")[0])
    shown = words if end - start <= len(words) <= _LONGEST else text[start:end]
    whole = certain and end - start == len(line.rstrip())
    return Statement(aspect, start, end, shown.strip(), certain, whole)


_DEED = re.compile(rf"{_OPENING}(?:ได้|มีการ|ได้มีการ|ทำการ)?{_WORK}", re.MULTILINE)


def tells_deed(text: str) -> bool:
    """Whether a line of a text begins with a verb of work: ได้จัด…, มีการประชุม…, เผยแพร่…"""
    return bool(_DEED.search(to_arabic(text)))


_LEADS_ON = re.compile(r"(?:เมื่อ|ใน|ณ|ตั้งแต่|ไตรมาส)?(?:วัน)?ที่\Z|(?:จำนวน|เมื่อ|พ\.ศ\.)\Z")  # to a figure
_LONGEST = 48  # characters of a clause that is quoted to its end

_SHARE = re.compile(
    r"\s*(?P<words>(?:ได้)?ดำเนินการ(?P<whole>แล้วเสร็จ|เสร็จ(?:สิ้น|เรียบร้อย)?|เรียบร้อย|ครบถ้วน)?(?:แล้ว)?\s*(?:คิดเป็น)?\s*"
    r"(?:ร้อยละ\s*(?P<after>[0-9]{1,3}(?:\.[0-9]+)?)|(?P<before>[0-9]{1,3}(?:\.[0-9]+)?)\s*(?:%|เปอร์เซ็นต์)))"
)


def declared_share(text: str) -> Share | None:
    """How much of the work a text's first words declare to be done; None where they declare no percentage."""
    found = _SHARE.match(to_arabic(text))
    if not found:
        return None
    words = text[found.start("words") : found.end("words")].strip()
    return Share(float(found["after"] or found["before"]), words, bool(found["whole"]))
