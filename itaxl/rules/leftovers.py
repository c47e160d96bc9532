"""Leftovers: words that held a place for others, and sentences that the next number of a list cuts off.

The one rule of the place: the same words describe forms and tests rightly ("แบบทดสอบ", "กลุ่มตัวอย่าง", "อื่น ๆ (ระบุ)");
they are left over only where nothing else can be meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from itaxl.model.findings import Severity
from itaxl.rules import sources
from itaxl.rules.context import Context, Text
from itaxl.rules.mechanism import Hit, rule
from itaxl.rules.results import arabic

# ---- placeholders ----------------------------------------------------------------------------------------------------

_ASKED = "ชื่อ|วัน|จำนวน|ปี|เดือน|เลขที่|สถานที่|ตำแหน่ง|หน่วยงาน|งบประมาณ|ลิงก์|ลิงค์|URL|ผล|กิจกรรม|โครงการ|รายละเอียด"
_OFFICE = r"หน่วยงาน|เทศบาล|อบต\.?|อบจ\.?|อปท\.?|องค์กร|องค์การบริหารส่วน|จังหวัด|อำเภอ|ตำบล|โครงการ|กิจกรรม"
_PLACEHOLDERS = re.compile(
    r"(?P<crosses>(?<![\w.,/-])(?:[xX]{3,}(?![\w-])|[xX]{2}(?=\s?(?:คน|ราย|บาท|ครั้ง|โครงการ|วัน|แห่ง|เรื่อง|ชั่วโมง|%))))"
    r"|(?P<number>(?<![\w-])0[ -]?[xX]{3,4}[ -][xX]{3,4}(?![\w-]))"
    r"|(?P<year>(?<![0-9])25(?:[0-9][xX]|[xX]{2})(?![0-9A-Za-z]))"
    rf"|[(\[<]\s?(?:โปรด|กรุณา)?(?P<asked>ระบุ)\s?(?:…+|\.{{2,}}|(?:{_ASKED})[^)\]>\n]{{0,40}})?\s?[)\]>]"
    rf"|[(\[<]\s?(?P<named>ชื่อ)\s?(?:{_OFFICE})[^)\]>\n]{{0,20}}[)\]>]"
    r"|[(\[<]\s?(?P<typed>ใส่|กรอก|พิมพ์)(?:ชื่อ|วัน|จำนวน|ข้อความ|ข้อมูล|เลข|รายละเอียด|ปี|ผล)[^)\]>\n]{0,30}[)\]>]"
    r"|(?P<here>(?:กรอก|พิมพ์|ใส่|เขียน)[ก-๎]{0,25}(?:ที่นี่|ตรงนี้)|Lorem ipsum)"
    r"|(?P<blank>(?:วันที่|จำนวน|เลขที่|ครั้งที่|คำสั่งที่|เดือน|โทร\.?|โทรศัพท์|ร้อยละ|เป็นเงิน)\s?(?:(?:\.\s?){2,3}(?!\s?\.)|…(?!\s?[….])))"
)
_MAY_HOLD = ("x", "X", "ระบุ", "..", ". .", "…", "(ชื่อ", "[ชื่อ", "<ชื่อ", "ใส่", "กรอก", "พิมพ์", "เขียน", "Lorem")
_MASKED = re.compile(r"(?:นาย|นาง|น\.ส\.|ผู้ร้อง|ปกปิด|สงวน|เลขประจำตัว|บัตร|ทะเบียน|IP|Class)[^\n]{0,40}\Z")
_PLANS = frozenset({"title", "method", "monitoring", "guidelines", "topic"})


@rule("R18", Severity.ERROR, "มีข้อความของแบบที่ยังไม่ได้แทนที่", sources.CUSTOM)
def placeholder_is_left(context: Context) -> Iterator[Hit]:
    """A placeholder was never replaced: xxx, (ระบุ…), (ชื่อหน่วยงาน), วันที่ ..."""
    for text in context.texts:
        if text.column.key in ("url", "eit_url") or not any(words in text.text for words in _MAY_HOLD):
            continue
        for found in _PLACEHOLDERS.finditer(text.text):
            if not _is_meant(text.text, found, plan=text.column.key in _PLANS):
                typed = found.group().strip()
                message = f"“{typed}” เป็นข้อความของแบบที่ยังไม่ได้แทนที่"
                yield Hit(text.record, text.column.key, typed, message, "พิมพ์ข้อความจริงแทน หรือลบออกหากไม่ใช้")
                break


def _is_meant(text: str, found: re.Match[str], *, plan: bool) -> bool:
    """Whether the words are right: a masked name, a choice อื่น ๆ (ระบุ), what a plan demands of a form."""
    head = text[max(0, found.start() - 50) : found.start()]
    if found["crosses"]:
        return bool(_MASKED.search(head))
    if found["asked"]:
        return plan or re.search(r"อื่น\s?ๆ?\s?\Z", head) is not None
    return plan and not (found["blank"] or found["year"] or found["number"] or found["here"])


_TRIED = re.compile(
    r"[\s\-•.]*(?:(?:ข้อความ|ทดลอง)?ทดสอบ(?:ระบบ|การกรอก|การพิมพ์|ข้อมูล|ข้อความ)?|ทดลอง(?:กรอก|พิมพ์)?|test(?:ing)?|asdf\w*|qwer\w*|ฟหก[ก-๎]*|(?P<letter>[ก-ฮa-z])(?P=letter){2,})[\s0-9๐-๙]*",
    re.IGNORECASE,
)


@rule("R19", Severity.ERROR, "มีข้อความทดลองพิมพ์", sources.CUSTOM)
def trial_is_left(context: Context) -> Iterator[Hit]:
    """A line holds nothing but a trial or the heading of its cell: ทดสอบ, test, กกก, ผู้รับผิดชอบ."""
    for text in context.texts:
        for line in text.text.split("\n") if len(text.text) < _SHORT or "ทดสอบ" in text.text else ():
            if 1 < len(line) < _SHORT and (_TRIED.fullmatch(line) or line.strip() == text.column.heading):
                yield _tried(text, line.strip())
        if any(run in text.text for run in _ONE_LETTER) and not _TRIED.fullmatch(text.text):
            yield _tried(text, next(run for run in _ONE_LETTER if run in text.text))


_ONE_LETTER = tuple(4 * letter for letter in "กขงดฟหสอวนรยท")


def _tried(text: Text, typed: str) -> Hit:
    message = f"“{typed}” เป็นข้อความทดลองพิมพ์ หรือชื่อช่องของแบบ"
    return Hit(text.record, text.column.key, typed, message, "พิมพ์ข้อความจริงแทน หรือลบออก")


_SHORT = 40  # characters: longer lines tell something
_EXAMPLE = re.compile(
    r"(?:^|\n)[\s\-•]*(?P<words>ตัวอย่าง(?:การ(?:กรอก|เขียน|ตอบ|พิมพ์)[ก-๎]*)?\s?[:：]|\(ตัวอย่าง[^)\n]{0,20}\))"
)


@rule("R20", Severity.WARNING, "อาจเป็นข้อความตัวอย่างของแบบ", sources.CUSTOM)
def example_of_the_form_is_left(context: Context) -> Iterator[Hit]:
    """A text begins with ตัวอย่าง: as the form's own example does."""
    for text in context.texts:
        found = _EXAMPLE.search(text.text) if "ตัวอย่าง" in text.text else None
        if found:
            typed = found["words"]
            message = f"“{typed}” อาจเป็นข้อความตัวอย่างที่ติดมาจากแบบหรือคู่มือ"
            yield Hit(
                text.record,
                text.column.key,
                typed,
                message,
                "ตรวจว่าเป็นผลจริงของหน่วยงาน แล้วลบคำว่า “ตัวอย่าง” หรือลบทั้งข้อความ",
            )


# ---- cut off by the next number --------------------------------------------------------------------------------------

# A last item may be joined by และ, หรือ or รวมทั้ง: "1) เว็บไซต์ และ 2) โทรศัพท์" is whole.
_CUT = re.compile(
    r"(?P<words>(?:เพื่อ|โดย|ซึ่ง|สำหรับ|เนื่องจาก|ให้แก่|พร้อมทั้ง|ได้แก่|เช่น|ระหว่าง|(?<!สิ่ง)(?<!ข้าว)(?<!เจ้า)ของ|(?<!หลัง)จาก"
    r"|เกี่ยวกับ|(?<!ภาย)(?<!ข้าง)(?<!ด้าน)ใน)(?:[^\S\n]{1,2}|[^\S\n]*\n\s*)|ปีงบประมาณ(?:\s?พ\.ศ\.)?[^\S\n]{1,2}|พ\.\s?ศ\.[^\S\n]{1,2})"
    r"\(?(?P<next>[2-9]|[1-9][0-9])[.)][^\S\n]?(?=[ก-ฮเ-ไ])"
)
_COUNTED = re.compile(r"(?:[0-9]|ข้อ|ลำดับ)\s?(?:และ|หรือ|กับ|จาก|ใน|ของ|ระหว่าง)?\s?\Z")


@rule("R21", Severity.WARNING, "ข้อความขาดกลางช่อง", sources.CUSTOM)
def sentence_is_cut_in_mid_cell(context: Context) -> Iterator[Hit]:
    """A sentence is cut off by the next number of its list: “… พร้อมทั้ง 2. …”."""
    for text in context.texts:
        plain = arabic(text.text)
        for found in _CUT.finditer(plain) if "." in plain or ")" in plain else ():
            if not _COUNTED.search(plain, max(0, found.start() - 12), found.start()):
                word = found["words"].strip()
                typed = word if "\n" in found.group() else text.text[found.start() : found.end()].strip()
                message = f"ข้อความก่อนเลขข้อ {found['next']} จบที่คำว่า “{word}” ยังไม่จบประโยค"
                yield Hit(text.record, text.column.key, typed, message, "เติมข้อความให้จบประโยค หรือลบคำที่ค้าง")


_NO_NUMBER = re.compile(
    r"(?:คำสั่ง|ประกาศ|หนังสือ)[^\S\n]?ที่[^\S\n]+ลงวันที่|(?<!นับ)จำนวน[^\S\n]+(?:คน|ราย|บาท|ครั้ง|โครงการ|เรื่อง|แห่ง|ฉบับ|เล่ม)(?![ก-๎])"
    r"|ครั้งที่[^\S\n]?/[^\S\n]?[2๒][0-9๐-๙]{3}|(?:ปีงบประมาณ|ประจำปี)[^\S\n]?พ\.[^\S\n]?ศ\.[^\S\n]+(?=[ก-ฮเ-ไ])(?!ที่|ของ|นี้|นั้น|ปัจจุบัน|ก่อน|ถัด|หน้า|เดียว|ดังกล่าว|ใด|ใหม่|แล้ว|เดิม)"
)


_MAY_LACK = ("ที่ ลง", "จำนวน ", "ครั้งที่ /", "ครั้งที่/", "ศ. ")


@rule("R24", Severity.WARNING, "ขาดตัวเลขหรือปี", sources.CUSTOM)
def number_is_missing(context: Context) -> Iterator[Hit]:
    """A number is announced and none stands there: คำสั่งที่ ลงวันที่, จำนวน ราย, ปีงบประมาณ พ.ศ. เบิกจ่าย."""
    for text in context.texts:
        if any(words in text.text for words in _MAY_LACK):
            for found in _NO_NUMBER.finditer(text.text):
                typed = found.group().strip()
                message = f"“{typed}” ไม่มีตัวเลข เลขที่ หรือปีที่ควรตามมา"
                yield Hit(text.record, text.column.key, typed, message, "เติมตัวเลขให้ครบ หรือแก้ข้อความ")
