"""Unfinished: a text that stops too early, and blanks of a template that nobody filled.

The one rule of the place: Thai runs words together, so a last word counts only where it cannot be the end of a
longer one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from itaxl.catalog.year_file import year as year_of
from itaxl.model.findings import Severity
from itaxl.rules import sources
from itaxl.rules.context import Context, Text
from itaxl.rules.mechanism import Hit, rule
from itaxl.thai.names import LEANING
from itaxl.thai.proofreading import shorten, widen

_TAIL = 24  # characters before the end that a quote shows


def _written(context: Context) -> Iterator[Text]:
    """The texts that hold sentences: cells of one word or name are not among them."""
    for text in context.texts:
        if text.column.key in _SENTENCES or text.column.key in ("period", "url"):
            yield text


_SENTENCES = {
    "topic", "title", "method", "monitoring", "responsible", "summary", "outcome", "obstacles", "guidelines",
    "progress", "reason", "no_data_reason", "unpublished_reason", "preface", "rationale", "intro_iit", "intro_eit",
    "intro_oit", "note",
}  # fmt: skip


def _tail(text: str, start: int) -> str:
    """The words that end a text, from a space a little before an offset, never cut between a letter and its mark."""
    at = max(text.rfind("\n", 0, start) + 1, text.rfind(" ", 0, max(0, start - 4)) + 1, start - _TAIL)
    while at < start and text[at] in LEANING:
        at += 1
    return text[at:].strip()


# ---- sentences -------------------------------------------------------------------------------------------------------

# Each with what it may not follow, for then it is the end of another word: พื้นที่, ติดตาม, บริการ.
_HANGING = re.compile(
    r"(?:และ|หรือ|เพื่อ|สำหรับ|ซึ่ง|เช่น|ได้แก่|อาทิ|เนื่องจาก|เกี่ยวกับ|รวมทั้ง|รวมถึง|ตลอดจน|ดังนี้|ดังต่อไปนี้|กล่าวคือ|โดยที่|เพราะ"
    r"|(?<!ข้าว)(?<!สิ่ง)ของ|(?<!ภาย)(?<!ข้าง)ใน|(?<!จำ)เป็น|(?<!กำ)(?<!พร้อม)กับ|(?<!หลัง)จาก|โดย|ระหว่าง|(?<!ขึ้น)ต่อการ"
    r"|(?:(?<=\s)|(?<=และ)|(?<=หรือ)|(?<=ของ)|(?<=เพื่อ))(?:การ|ความ|ที่|ให้|แก่|ต่อ|ตาม|ณ|คือ|จะ|ไม่|ทั้ง|ผู้|แห่ง|ด้าน|ด้วยการ)"
    r"|เมื่อวันที่|ตั้งแต่วันที่|ลงวันที่|(?<=\s)จำนวน|คำสั่งที่|เลขที่)"
    r"[\s:]*\Z"
)


@rule("R11", Severity.WARNING, "ข้อความขาดตอนท้าย", sources.CUSTOM)
def text_ends_in_a_hanging_word(context: Context) -> Iterator[Hit]:
    """A text ends in the middle of a sentence."""
    for text in _written(context):
        leads_in = text.column.key.startswith("intro_")  # "ปรากฏผล ดังนี้": the table follows
        found = _HANGING.search(text.text, max(0, len(text.text) - 40))
        if found and text.column.key in _SENTENCES and not (leads_in or _cut_name(text, context.year.year)):
            word = found.group().strip(" :\n")
            message = f"ข้อความจบที่คำว่า “{word}” ยังไม่จบประโยค"
            yield Hit(
                text.record, text.column.key, _tail(text.text, found.start()), message, "เติมข้อความให้จบประโยค"
            )


_NO_YEAR = re.compile(
    r"(?<!ตลอด)(?<!ทั้ง)(?<!ทุก)(?<!แต่ละ)(?<!รอบ)(?<!สิ้น)(?<!ต้น)(?<!กลาง)(?<!ปลาย)(?<!ห้วง)(?<!ช่วง)(?<!ของ)(?<!ใน)(?<!ระหว่าง)"
    r"(?<!ข้าม)(?<!ครึ่ง)(?:ประจำ)?ปีงบประมาณ[^\S\n]*(?:พ\.?[^\S\n]?ศ\.?)?[^\S\n]*$|พ\.[^\S\n]?ศ\.[^\S\n]*$"
    r"|(?:ปีงบประมาณ|ประจำปี)[^\S\n]?พ\.[^\S\n]?ศ\.[^\S\n](?=[ก-ฮเ-ไ])(?!นี้|ใด|ที่|ดังกล่าว|ปัจจุบัน|ถัด|ก่อน|เดียว)",
    re.MULTILINE,
)


@rule("R12", Severity.WARNING, "ไม่ได้ระบุปี", sources.CUSTOM)
def year_is_missing(context: Context) -> Iterator[Hit]:
    """The year is missing behind the words that announce it.

    A line ends with the words that announce a year; once a cell.
    """
    for text in _written(context):
        may_hold = text.column.key != "period" and ("ปีงบ" in text.text or "ศ." in text.text)
        if found := _NO_YEAR.search(text.text) if may_hold else None:
            typed = found.group().strip()
            message = f"ท้าย “{typed}” ไม่ได้ระบุปี"
            yield Hit(text.record, text.column.key, typed, message, f"เติมปี พ.ศ. เช่น พ.ศ. {context.year.year}")


_OPEN_END = re.compile(r"[^\s,/(+&]*\s?[,/(+&;]\s*\Z")


@rule("R13", Severity.WARNING, "ข้อความจบด้วยเครื่องหมาย", sources.CUSTOM)
def text_ends_with_a_mark(context: Context) -> Iterator[Hit]:
    """A text ends with a comma, a slash or an open bracket."""
    for text in _written(context):
        ends_open = text.text.rstrip().endswith((",", "/", "(", "+", "&", ";")) and text.column.key != "url"
        if ends_open and (found := _OPEN_END.search(text.text, max(0, len(text.text) - 80))):
            typed = found.group().strip()
            message = f"ข้อความจบด้วยเครื่องหมาย “{typed[-1]}” อาจมีข้อความตกหล่น"
            quote = typed[widen(typed, max(0, len(typed) - 40), len(typed))[0] :]
            yield Hit(text.record, text.column.key, quote, message, "เติมข้อความที่ตกหล่น หรือลบเครื่องหมายท้ายข้อความ")


@rule("R14", Severity.WARNING, "วงเล็บหรือเครื่องหมายคำพูดไม่ครบคู่", sources.CUSTOM)
def pair_of_marks_is_not_whole(context: Context) -> Iterator[Hit]:
    """A bracket or a quotation mark is not closed."""
    for text in _written(context):
        for opening, closing in (("(", ")"), ("“", "”"), ("[", "]"), ("«", "»")):
            at = _unclosed(text.text, opening, closing) if opening in text.text else -1
            if 0 <= at < len(text.text.rstrip()) - 1:
                typed = shorten(text.text[at:].partition("\n")[0], 20)
                message = f"“{typed}” เปิดด้วย “{opening}” แต่ไม่มี “{closing}” ปิด"
                yield Hit(text.record, text.column.key, typed, message, f"เติม “{closing}” หรือข้อความที่ตกหล่น")


def _unclosed(text: str, opening: str, closing: str) -> int:
    """Where the first mark stands that nothing closes; -1 when there is none."""
    waiting: list[int] = []
    for at, char in enumerate(text):
        if char == opening:
            waiting.append(at)
        elif char == closing and waiting:
            waiting.pop()
    return waiting[0] if waiting else -1


@rule("R16", Severity.WARNING, "ชื่อทางการขาดท้าย", sources.ITEMS)
def official_name_is_cut_off(context: Context) -> Iterator[Hit]:
    """An official name at the end of a text lacks its last word.

    The cell ends with the beginning of an official name, one word short.
    """
    for text in _written(context):
        if text.column.key in _SENTENCES and (cut := _cut_name(text, context.year.year)):
            typed = _last(text.text, len(cut))
            message = f"“{typed}” ขาดคำท้าย ชื่อเต็มคือ “{_cut_names(context.year.year)[cut]}”"
            yield Hit(text.record, text.column.key, typed, message, "เติมชื่อให้ครบ")


def _cut_name(text: Text, fiscal_year: int) -> str:
    """The beginning of an official name that ends the text, without spaces; empty when there is none."""
    end = re.sub(r"\s", "", text.text[-80:])
    return next((end[-size:] for size in _sizes(fiscal_year) if end[-size:] in _cut_names(fiscal_year)), "")


def _last(text: str, size: int) -> str:
    """So many letters from the end, the spaces between them not counted."""
    at = len(text)
    while size and at:
        at -= 1
        size -= not text[at].isspace()
    return text[at:].strip()


@cache
def _cut_names(fiscal_year: int) -> dict[str, str]:
    """The official names without their last letters, as far as no other word is seen in what is left."""
    year = year_of(fiscal_year)
    cuts: dict[str, str] = {}
    names = [each.name for each in year.sub_indicators] + [each.name for each in year.indicators]
    for name in names:
        plain = re.sub(r"\s", "", name)
        for size in range(max(16, len(plain) - 10), len(plain)):
            if plain[size] not in LEANING and plain[size - 1] not in "เแโใไ":
                cuts[plain[:size]] = name
    names += [alias for each in year.indicators for alias in each.aliases]
    names += [item.title for item in year.items]
    whole = {re.sub(r"\s", "", name) for name in (*names, *_ENDS)}
    return {cut: name for cut, name in cuts.items() if not any(known.endswith(cut) for known in whole)}


_ENDS = ("การป้องกัน", "การดำเนินการ", "การดำเนินงาน", "การปรับปรุง", "ราชการ", "การทุจริต")


@cache
def _sizes(fiscal_year: int) -> tuple[int, ...]:
    return tuple(sorted({len(cut) for cut in _cut_names(fiscal_year)}, reverse=True))


# ---- blanks of a template --------------------------------------------------------------------------------------------

_BLANK = re.compile(r"(?<!พ\.ศ)(?:\.\s?){4,}|…(?:\s?[….])+|_{3,}")
# ร่างพระราชบัญญัติ.... (ฉบับที่ ....) พ.ศ. ....: its name, number and year are not known yet.
_OF_A_DRAFT = re.compile(r"ร่าง.*(?:พ\.?\s?ศ\.?|ฉบับที่|พระราชบัญญัติ|พระราชกฤษฎีกา|พ\.ร\.บ\.|พรบ\.?|กฎกระทรวง)\s?\Z")


@rule("R17", Severity.ERROR, "มีเส้นไข่ปลาค้างจากแบบ", sources.CUSTOM)
def blanks_of_a_template_are_left(context: Context) -> Iterator[Hit]:
    """Dotted blanks of a template are left.

    …… or ____ that somebody was to fill; once a cell.
    """
    for text in context.texts:
        blanks = _BLANK.finditer(text.text) if _MAY_BE_BLANK.search(text.text) else ()
        lines = ((each, text.text[: each.start()].rpartition("\n")[2]) for each in blanks)
        found = next((each for each, line in lines if not _OF_A_DRAFT.search(line)), None)
        if found and text.column.key not in ("url", "eit_url"):
            typed = found.group().strip()
            message = f"ยังมีเส้นไข่ปลา “{typed[:12]}” ที่ไม่ได้กรอกข้อความ"
            yield Hit(text.record, text.column.key, typed, message, "กรอกข้อความแทนเส้นไข่ปลา หรือลบออก")


_MAY_BE_BLANK = re.compile(r"\.\s?\.|…|__")
