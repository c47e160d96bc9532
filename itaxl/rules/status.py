"""Status: the box, the percentage and the words of a row say the same, and a box has something behind it.

The one rule of the place: a contradiction is certain only between two things that the person said outright;
words inside a sentence ("เรื่องที่ยังไม่ได้ดำเนินการ") speak of something else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from itaxl.model.choices import STATUSES
from itaxl.model.columns import column_of
from itaxl.model.findings import Severity
from itaxl.model.records import MeasureRow, OItemRow
from itaxl.rules.context import Context, blank
from itaxl.rules.mechanism import Hit, rule
from itaxl.rules.rows import Row, heading, opening, rows
from itaxl.thai.digits import format_number, to_arabic

_WORDS = dict(STATUSES)
_SAYS_SOMETHING = re.compile(r"[ก-ฮA-Za-z0-9๐-๙]")
_START = r"^[\s\-•○●▪–*]*(?:\(?[0-9]{1,2}(?:\.[0-9]{1,2})*[.)]?[ \t]*)?"
_OPEN = (
    r"(?:ยังไม่(?:ได้|มีการ)?(?:เริ่ม)?(?:ดำเนินการ|ดำเนินงาน|จัดทำ)|ยังมิได้(?:ดำเนินการ|จัดทำ)|ยังไม่(?:แล้ว)?เสร็จ"
    r"|อยู่(?:ใน)?ระหว่าง(?:การ)?(?:ดำเนิน|จัดทำ|ปรับปรุง|พิจารณา|รวบรวม|เสนอ))"
)
# A table of cases counts them: "อยู่ระหว่างดำเนินการ 2 เรื่อง" speaks of the cases, not of the row.
_COUNTED = r"(?:การ|งาน)*\s*(?:จำนวน|[:=(0-9]|ไม่มี|[-–]\s*(?:เรื่อง|ราย))"
_SAYS_OPEN = re.compile(rf"{_START}(?P<words>{_OPEN})(?!{_COUNTED})", re.MULTILINE)
_MENTIONS_OPEN = re.compile(
    rf"(?<!ที่)(?<!ซึ่ง)(?<!เรื่อง)(?<!ผู้)(?<!กรณี)(?<!หาก)(?<!ราย)(?P<words>{_OPEN})(?!{_COUNTED})"
)
_SAYS_DONE = re.compile(
    rf"{_START}(?P<words>(?:ได้)?ดำเนินการ(?:แล้วเสร็จ|เสร็จ(?:สิ้น|เรียบร้อย)?|เรียบร้อย|ครบถ้วน|แล้ว)"
    r"|ได้(?:จัดทำ|จัดประชุม|จัดกิจกรรม|จัดโครงการ|จัดอบรม|เผยแพร่|ประกาศ|แต่งตั้ง|ประชุม|รายงาน))",
    re.MULTILINE,
)
_EXCUSES = re.compile("จะ|เนื่องจาก|เพราะ|รอ|แผน|กำหนด|คาดว่า|ไม่|มิได้|ระหว่าง")
_DECLARED = re.compile(
    r"\s*(?P<words>(?:ได้)?ดำเนินการ(?P<whole>แล้วเสร็จ|เสร็จ(?:สิ้น|เรียบร้อย)?|เรียบร้อย|ครบถ้วน)?(?:แล้ว)?\s*(?:คิดเป็น)?\s*"
    r"(?:ร้อยละ\s*(?P<after>[0-9]{1,3}(?:\.[0-9]+)?)|(?P<before>[0-9]{1,3}(?:\.[0-9]+)?)\s*(?:%|เปอร์เซ็นต์)))"
)
_DECLARED_DONE = re.compile(
    r"\s*(?P<words>ดำเนินการ(?:แล้วเสร็จ|แล้ว|ครบถ้วน(?:แล้ว)?|เสร็จสิ้น(?:แล้ว)?|เสร็จเรียบร้อย(?:แล้ว)?|เรียบร้อย(?:แล้ว)?))\s*(?:\n|\Z)"
)
_PUBLISHED_ALL = 10  # rows: fewer may well all be done


def _percent(row: Row) -> float | None:
    return row.record.percent if isinstance(row.record, MeasureRow) else None


def _prints(context: Context, row: Row, key: str) -> bool:
    return context.prints(row.record, column_of(type(row.record), key))


# ---- a box and nothing behind it -------------------------------------------------------------------------------------


@rule("S01", Severity.ERROR, "ติ๊กว่าดำเนินการแล้ว แต่ไม่มีผล", "domain.md 2 [seed 000], 5 [web]")
def done_with_nothing_behind(context: Context) -> Iterator[Hit]:
    """Ticked done with nothing behind it."""
    untold = {
        id(step) for steps in context.measures if all(blank(step.summary) for step in steps) for step in steps
    }
    for row in rows(context):
        key = row.results[0]
        if row.status != "done" or _SAYS_SOMETHING.search(row.told) or id(row.record) in untold:
            continue  # a measure without any result is said to be empty, once for all its steps
        if _prints(context, row, key) and key not in row.record.unread:
            message = f"{row.name}: ติ๊ก “{_WORDS['done']}” แต่ช่อง “{heading(row.record, key)}” ไม่มีผลการดำเนินการ"
            fix = "กรอกผลที่ทำได้จริง หรือเปลี่ยนช่องสถานะให้ตรงกับความเป็นจริง"
            yield Hit(row.record, key, row.told.strip(), message, fix)


@rule("S02", Severity.ERROR, "มีผลแต่ไม่ได้ติ๊กสถานะ", "domain.md 8 [seed 000]")
def result_without_a_tick(context: Context) -> Iterator[Hit]:
    """A result is told and no box is ticked."""
    for row in rows(context):
        unticked = row.status is None and "status" not in row.record.unread
        if unticked and _prints(context, row, "status") and _SAYS_SOMETHING.search(row.told):
            message = f"{row.name}: กรอกผลแล้ว แต่ยังไม่ได้ติ๊กช่องสถานะ รายงานจะพิมพ์ช่องว่างทุกช่อง"
            yield Hit(row.record, "status", "", message, "ติ๊ก ☑ หนึ่งช่องให้ตรงกับผลที่กรอก")


@rule("S03", Severity.ERROR, "ไม่ได้ระบุเหตุผล", "domain.md 8 [seed 003]")
def reason_is_missing(context: Context) -> Iterator[Hit]:
    """A reason is missing for what is impossible, absent or unpublished."""
    for row in rows(context):
        for key, chosen in _reasons_wanted(row):
            if blank(getattr(row.record, key)) and _prints(context, row, key):
                message = f"{row.name}: เลือก “{chosen}” แต่ช่อง “{heading(row.record, key)}” ยังว่าง"
                yield Hit(row.record, key, "", message, "ระบุเหตุผลสั้น ๆ ตามความเป็นจริง")


def _reasons_wanted(row: Row) -> Iterator[tuple[str, str]]:
    """The cells for a reason that the row's choices call for, each with the choice."""
    if row.status == "impossible":
        yield "reason", _WORDS["impossible"]
    if isinstance(row.record, OItemRow) and row.record.has_data is False:
        yield "no_data_reason", "ไม่มีข้อมูล"
    elif isinstance(row.record, OItemRow) and row.record.published is False:
        yield "unpublished_reason", "ยังไม่เผยแพร่"


# ---- box, percentage and words against each other --------------------------------------------------------------------


@rule("S04", Severity.ERROR, "ร้อยละไม่อยู่ระหว่าง 0 ถึง 100", "domain.md 8 [seed 001]")
def percent_out_of_range(context: Context) -> Iterator[Hit]:
    """A percentage outside 0 to 100.

    No work is done to less than nothing or more than all.
    """
    for row in rows(context):
        percent = _percent(row)
        if percent is not None and not 0 <= percent <= 100:
            quote = format_number(percent)
            yield Hit(
                row.record,
                "percent",
                quote,
                f"{row.name}: ร้อยละ {quote} เกินช่วง 0 ถึง 100",
                "กรอกร้อยละ 0 ถึง 100",
            )


@rule("S05", Severity.ERROR, "ช่องสถานะขัดกับร้อยละ", "domain.md 8 [seed 001]")
def box_against_percent(context: Context) -> Iterator[Hit]:
    """The ticked box contradicts the percentage."""
    for row in rows(context):
        percent = _percent(row)
        if percent is not None and 0 <= percent <= 100 and _contradicts(row.status, percent):
            quote = format_number(percent)
            message = f"{row.name}: ติ๊ก “{_WORDS[str(row.status)]}” แต่ช่องร้อยละเป็น {quote}"
            yield Hit(row.record, "percent", quote, message, "แก้ช่องสถานะหรือร้อยละให้ตรงกัน")


def _contradicts(status: str | None, percent: float) -> bool:
    if status == "done":
        return percent < 100
    if status == "not_started":
        return percent > 0
    return status in ("in_progress", "impossible") and percent == 100


@rule("S06", Severity.ERROR, "ข้อความผลขัดกับช่องสถานะหรือร้อยละ", "domain.md 8 [seed 001]")
def words_against_box(context: Context) -> Iterator[Hit]:
    """The words of the result contradict the box or the percentage."""
    for row in rows(context):
        found = _declared(row) or _open_though_done(row) or _told_though_not_begun(row)
        if found:
            quote, message = found
            yield Hit(
                row.record,
                row.results[0],
                quote,
                f"{row.name}: {message}",
                "แก้ข้อความ ช่องสถานะ หรือร้อยละให้ตรงกัน",
            )


Contradiction = tuple[str, str]  # the words as typed, the message


def _declared(row: Row) -> Contradiction | None:
    """A first line that declares how much is done: "ดำเนินการครบถ้วน 80%", "ดำเนินการแล้ว"."""
    plain = to_arabic(row.told)
    if found := _DECLARED.match(plain):
        quote = row.told[found.start("words") : found.end("words")].strip()
        why = _against_percent(row, float(found["after"] or found["before"]), bool(found["whole"]))
        return (quote, f"“{quote}” {why}") if why else None
    found = _DECLARED_DONE.match(plain)
    if found and row.status in ("in_progress", "not_started"):
        return found["words"], f"ข้อความว่า “{found['words']}” แต่ติ๊ก “{_WORDS[row.status]}”"
    return None


def _against_percent(row: Row, declared: float, whole: bool) -> str:
    """What a declared percentage contradicts; what the percentage cell itself shows is said there."""
    cell = _percent(row)
    if whole and declared < 100:
        return f"ขัดกันเอง งานที่เสร็จครบถ้วนต้องเป็นร้อยละ 100 ไม่ใช่ {format_number(declared)}"
    if cell is not None:
        return f"ไม่ตรงกับช่องร้อยละซึ่งเป็น {format_number(cell)}" if declared != cell else ""
    return f"ขัดกับช่องสถานะ “{_WORDS[str(row.status)]}”" if _contradicts(row.status, declared) else ""


def _open_though_done(row: Row) -> Contradiction | None:
    found = _SAYS_OPEN.search(to_arabic(row.told)) if row.status == "done" else None
    return (found["words"], f"ติ๊ก “{_WORDS['done']}” แต่ข้อความว่า “{found['words']}”") if found else None


def _told_though_not_begun(row: Row) -> Contradiction | None:
    if row.status != "not_started" or _MENTIONS_OPEN.search(row.told):
        return None
    found = _SAYS_DONE.search(to_arabic(row.told))
    return (found["words"], f"ติ๊ก “{_WORDS['not_started']}” แต่ข้อความว่า “{found['words']}”") if found else None


@rule("S07", Severity.ERROR, "ไม่มีข้อมูล แต่เผยแพร่แล้ว", "domain.md 8 [seed 003]")
def published_without_data(context: Context) -> Iterator[Hit]:
    """No data, and yet published."""
    for item in context.report.o_items:
        if item.has_data is False and item.published is True:
            message = f"ข้อ O{item.no}: เลือก “ไม่มี” ข้อมูล แต่เลือก “เผยแพร่แล้ว”"
            yield Hit(
                item, "published", "เผยแพร่แล้ว", message, "แก้ช่อง “มีข้อมูล” หรือช่อง “เผยแพร่ในเว็บไซต์” ให้ตรงกัน"
            )


# ---- likely ----------------------------------------------------------------------------------------------------------


@rule("S11", Severity.WARNING, "ติ๊กว่าแล้วเสร็จ แต่ในข้อความยังไม่เสร็จ", "domain.md 8 [seed 001]")
def open_work_in_a_done_row(context: Context) -> Iterator[Hit]:
    """Ticked done, and the text speaks of work still open.

    Words for open work inside a sentence of a row that is ticked done.
    """
    for row in rows(context):
        found = _MENTIONS_OPEN.search(to_arabic(row.told)) if row.status == "done" else None
        if found and not _open_though_done(row):
            message = f"{row.name}: ติ๊ก “{_WORDS['done']}” แต่มีข้อความ “{found['words']}”"
            yield Hit(
                row.record,
                row.results[0],
                found["words"],
                message,
                "ตรวจว่างานเสร็จแล้วจริง แล้วแก้ข้อความหรือช่องสถานะ",
            )


@rule("S12", Severity.WARNING, "ติ๊กว่ายังไม่ดำเนินการ แต่กรอกผล", "domain.md 8 [seed 000]")
def result_of_what_is_not_begun(context: Context) -> Iterator[Hit]:
    """Ticked not begun, and a result is told.

    Not begun is ticked, and the text neither says so nor gives a reason or a plan.
    """
    for row in rows(context):
        told = row.status == "not_started" and _SAYS_SOMETHING.search(row.told)
        if told and not _EXCUSES.search(row.told) and not _told_though_not_begun(row) and not _declared(row):
            quote = next(line for line in row.told.split("\n") if line.strip()).strip()[:60]
            message = f"{row.name}: ติ๊ก “{_WORDS['not_started']}” แต่กรอกข้อความเหมือนทำแล้ว"
            yield Hit(row.record, row.results[0], quote, message, "แก้ช่องสถานะ หรือกรอกเหตุผลที่ยังไม่ดำเนินการแทน")


_PROMISE = re.compile(
    rf"(?:{_START}|[ \t](?:และ|โดย|ซึ่ง)?)(?P<words>จะ(?:ได้)?(?:มีการ)?(?:ดำเนินการ|จัด|เผยแพร่|รายงาน|แจ้ง|ปรับปรุง|แต่งตั้ง|ประชุม"
    r"|อบรม|ฝึกอบรม|ประกาศ|เสนอ|ส่ง|เชิญ|ติดตั้ง|เริ่ม|นำ|พัฒนา|ประชาสัมพันธ์))",
    re.MULTILINE,
)
_HABIT = re.compile(r"(?:ที่|เพื่อ|ว่า|ก่อน|พร้อม|เมื่อ|หาก|ถ้า|กรณี|ทุกครั้ง)\s?$")


@rule("S13", Severity.WARNING, "ผลที่ยังเป็นคำว่า “จะ”", "domain.md 5 [seed 001]")
def promise_in_a_finished_row(context: Context) -> Iterator[Hit]:
    """A result that is still a promise.

    A result tells what was done; "จะจัด…" tells what will be.
    """
    for row in rows(context):
        found = _promise(row.told) if row.finished and "จะ" in row.told else None
        if found:
            message = f"{row.name}: ผลการดำเนินการเขียนว่า “{found}” ซึ่งเป็นเรื่องที่ยังไม่เกิด"
            yield Hit(row.record, row.results[0], found, message, "เขียนสิ่งที่ทำแล้ว พร้อมวันที่และผล หรือแก้ช่องสถานะ")


def _promise(text: str) -> str | None:
    for found in _PROMISE.finditer(to_arabic(text)):
        if not _HABIT.search(text[max(0, found.start("words") - 10) : found.start("words")]):
            return found["words"]
    return None


@rule("S14", Severity.WARNING, "ติ๊กครบทุกข้อ", "domain.md 5 [seed 003]")
def every_box_ticked(context: Context) -> Iterator[Hit]:
    """Every box of the table is ticked.

    Every item done, or every item published, without a link behind each: seldom true, and said once.
    """
    items = context.report.o_items
    shown = all(item.url.strip() for item in items)
    if not shown and len(items) >= _PUBLISHED_ALL and context.prints(items[0], column_of(OItemRow, "no")):
        if all(item.status == "done" for item in items):
            yield _all_ticked(items, "status:done", "☑", _WORDS["done"])
        elif all(item.published for item in items):
            yield _all_ticked(items, "published", "เผยแพร่แล้ว", "เผยแพร่แล้ว")


def _all_ticked(items: tuple[OItemRow, ...], key: str, quote: str, word: str) -> Hit:
    message = f"ข้อ O1 ถึง O{len(items)} เลือก “{word}” ทุกข้อ รวมทั้งข้อของรายงานฉบับนี้เอง"
    return Hit(items[0], key, quote, message, "เปิดดูบนเว็บไซต์ทีละข้อ แล้วเลือกตามที่มีจริง", path="o_items")


# The parts of an item that a result must name: what the item asks for, and how a result says it.
_PARTS = (
    ("QR Code", re.compile("QR", re.IGNORECASE), re.compile("QR|คิวอาร์", re.IGNORECASE)),
    ("ความก้าวหน้า", re.compile("และความก้าวหน้า"), re.compile("ก้าวหน้า|รายงาน|ผลการดำเนินงาน|ผลการใช้")),
    ("ฉบับภาษาอังกฤษ", re.compile("ภาษาอังกฤษ"), re.compile("อังกฤษ|English", re.IGNORECASE)),
    ("การนำผลไปปรับปรุงงาน", re.compile("นำผลจากการมีส่วนร่วมไปปรับปรุง"), re.compile("ปรับ|พัฒนา|นำผล|ต่อยอด")),
)
_ALL_PARTS = re.compile("ครบ(?:ถ้วน)?ตาม(?:ทุก)?องค์ประกอบ|ครบทุกองค์ประกอบ")


@rule("S15", Severity.WARNING, "ผลไม่กล่าวถึงองค์ประกอบที่ข้อนี้กำหนด", "domain.md 5 [web]")
def part_of_an_item_not_told(context: Context) -> Iterator[Hit]:
    """A result passes over a part that the item asks for.

    A done item whose result never names a part that its elements demand; one missing part scores zero.
    """
    for row in rows(context):
        if row.item and row.finished and _SAYS_SOMETHING.search(row.told) and not _ALL_PARTS.search(row.told):
            asked = "\n".join((row.item.title, *row.item.components))
            for name, demanded, said in _PARTS:
                if demanded.search(asked) and not said.search(row.told):
                    message = f"{row.name}: ข้อนี้กำหนดให้มี “{name}” แต่ผลยังไม่กล่าวถึง"
                    fix = f"เพิ่มผลเรื่อง “{name}” หากมีแล้ว"
                    yield Hit(
                        row.record,
                        "progress",
                        opening(row.told),
                        message,
                        fix,
                        f"O{row.item.no}/{context.year.year}",
                    )
