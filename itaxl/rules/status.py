"""Status: the box, the percentage and the words of a row say the same, and a box has something behind it.

The one rule of the place: a contradiction is certain only between two things that the person said outright;
words inside a sentence ("เรื่องที่ยังไม่ได้ดำเนินการ") speak of something else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from itaxl.catalog.progress import Clash, decide, says_something
from itaxl.model.columns import STATUSES, column_of
from itaxl.model.findings import Severity
from itaxl.model.records import OItemRow
from itaxl.rules import sources
from itaxl.rules.context import Context, blank
from itaxl.rules.mechanism import Hit, rule
from itaxl.rules.results import Row, heading, listed, opening, rows
from itaxl.thai.aspect import OPEN, Aspect
from itaxl.thai.digits import format_number

_WORDS = dict(STATUSES)
_PUBLISHED_ALL = 10  # rows: fewer may well all be done


def _prints(context: Context, row: Row, key: str) -> bool:
    return context.prints(row.record, column_of(type(row.record), key))


# ---- a box and nothing behind it -------------------------------------------------------------------------------------


@rule("S01", Severity.ERROR, "ติ๊กว่าดำเนินการแล้ว แต่ไม่มีผล", sources.SAME_ROW)
def done_with_nothing_behind(context: Context) -> Iterator[Hit]:
    """Ticked done with nothing behind it."""
    untold = {
        id(step) for steps in context.measures if all(blank(step.summary) for step in steps) for step in steps
    }
    for row in rows(context):
        key = row.results[0]
        if row.status != "done" or says_something(row.told) or id(row.record) in untold:
            continue  # a measure without any result is said to be empty, once for all its steps
        if _prints(context, row, key) and key not in row.record.unread:
            message = f"{row.name}: ติ๊ก “{_WORDS['done']}” แต่ช่อง “{heading(row.record, key)}” ไม่มีผลการดำเนินการ"
            fix = "กรอกผลที่ทำได้จริง หรือเปลี่ยนช่องสถานะให้ตรงกับความเป็นจริง"
            yield Hit(row.record, key, row.told.strip(), message, fix)


@rule("S02", Severity.ERROR, "มีผลแต่ไม่ได้ติ๊กสถานะ", sources.THE_PAPER, confirmable=False)
def result_without_a_tick(context: Context) -> Iterator[Hit]:
    """A result is told and no box is ticked.

    The paper prints boxes; said once for each table, at the first such row.
    """
    for table, group in groupby(rows(context), lambda row: row.table):
        unticked = [row for row in group if row.lacks_a_tick and _prints(context, row, "status")]
        if len(unticked) == 1:
            (row,) = unticked
            message = f"{row.name}: กรอกผลแล้ว แต่ยังไม่ได้ติ๊กช่องสถานะ รายงานจะพิมพ์ช่องว่างทุกช่อง"
            yield Hit(row.record, "status", "", message, _how_to_tick(unticked))
        elif unticked:
            message = f"{len(unticked)} แถวกรอกผลแล้ว แต่ยังไม่ได้ติ๊กช่องสถานะ: {listed(unticked)}"
            yield Hit(unticked[0].record, "status", "", message, _how_to_tick(unticked), path=table)


def _how_to_tick(unticked: list[Row]) -> str:
    """The button that does it, and the rows that a person must decide."""
    by_hand = [row for row in unticked if decide(row.said) is None]
    button = f"กดปุ่ม “{TICK_BUTTON}” โปรแกรมจะติ๊กให้ตามข้อความของแถว"
    if not by_hand:
        return button
    choose = "ติ๊ก ☑ หนึ่งช่องให้ตรงกับผลที่กรอก"
    return f"{button} ส่วน{listed(by_hand)} โปรด{choose}เอง" if len(by_hand) < len(unticked) else choose


TICK_BUTTON = "ติ๊กช่องผลการดำเนินการ"  # as on the ribbon


@rule("S03", Severity.ERROR, "ไม่ได้ระบุเหตุผล", sources.THE_PAPER, confirmable=False)
def reason_is_missing(context: Context) -> Iterator[Hit]:
    """A reason is missing for what is impossible, absent or unpublished."""
    for row in rows(context):
        for key, chosen in _reasons_wanted(row):
            if blank(getattr(row.record, key)) and _prints(context, row, key):
                message = f"{row.name}: เลือก “{chosen}” แต่ช่อง “{heading(row.record, key)}” ยังว่าง"
                yield Hit(row.record, key, "", message, "ระบุเหตุผลสั้น ๆ ตามความเป็นจริง")


def _reasons_wanted(row: Row) -> Iterator[tuple[str, str]]:
    """The cells for a reason that the row's choices call for, each with the choice."""
    if row.status == "impossible" and not row.said.gives_a_reason:
        yield "reason", _WORDS["impossible"]
    if isinstance(row.record, OItemRow) and row.record.has_data is False:
        yield "no_data_reason", "ไม่มีข้อมูล"
    elif isinstance(row.record, OItemRow) and row.record.published is False:
        yield "unpublished_reason", "ยังไม่เผยแพร่"


# ---- box, percentage and words against each other --------------------------------------------------------------------


@rule("S04", Severity.ERROR, "ร้อยละไม่อยู่ระหว่าง 0 ถึง 100", "ความหมายของร้อยละของงานที่ทำแล้ว")
def percent_out_of_range(context: Context) -> Iterator[Hit]:
    """A percentage outside 0 to 100."""
    for row in rows(context):
        percent = getattr(row.record, "percent", None)
        if percent is not None and not 0 <= percent <= 100:
            quote = format_number(percent)
            message = f"{row.name}: ร้อยละ {quote} เกินช่วง 0 ถึง 100"
            yield Hit(row.record, "percent", quote, message, "กรอกร้อยละ 0 ถึง 100")


@rule("S05", Severity.ERROR, "ช่องสถานะขัดกับร้อยละ", "ความหมายของช่องสถานะและร้อยละ")
def box_against_percent(context: Context) -> Iterator[Hit]:
    """The ticked box contradicts the percentage.

    Done is 100 per cent, not begun is 0, and what is in progress is not finished.
    """
    for row in rows(context):
        if any(clash.key == "percent" for clash in row.said.clashes(row.status)):
            quote = format_number(row.said.percent or 0)
            message = f"{row.name}: ติ๊ก “{_WORDS[str(row.status)]}” แต่ช่องร้อยละเป็น {quote}"
            yield Hit(row.record, "percent", quote, message, "แก้ช่องสถานะหรือร้อยละให้ตรงกัน")


@rule("S06", Severity.ERROR, "ข้อความผลขัดกับช่องสถานะหรือร้อยละ", sources.SAME_ROW)
def words_against_box(context: Context) -> Iterator[Hit]:
    """The words of the result contradict the box or the percentage.

    The row's own statement of how far the work is says another thing than the box or the percentage.
    """
    fix = "แก้ข้อความ ช่องสถานะ หรือร้อยละให้ตรงกัน"
    for row in rows(context):
        if clash := _first_in_words(row):
            yield Hit(row.record, clash.key, clash.words, f"{row.name}: {_against(row, clash)}", fix)


def _first_in_words(row: Row) -> Clash | None:
    return next((clash for clash in row.said.clashes(row.status) if clash.key != "percent"), None)


def _against(row: Row, clash: Clash) -> str:
    """What the words contradict, as a clause; what the percentage cell itself shows is said there."""
    share = row.said.share if clash.aspect is None else None
    if share is None:
        ticked = f"ติ๊ก “{_WORDS[row.status]}”" if row.status else "ช่องร้อยละเป็น 100"
        return f"{ticked} แต่ข้อความว่า “{clash.words}”"

    if share.whole and share.percent < 100:
        why = f"ขัดกันเอง งานที่เสร็จครบถ้วนต้องเป็นร้อยละ 100 ไม่ใช่ {format_number(share.percent)}"
    elif row.said.percent is not None:
        why = f"ไม่ตรงกับช่องร้อยละซึ่งเป็น {format_number(row.said.percent)}"
    else:
        why = f"ขัดกับช่องสถานะ “{_WORDS[str(row.status)]}”"
    return f"“{clash.words}” {why}"


@rule("S07", Severity.ERROR, "ไม่มีข้อมูล แต่เผยแพร่แล้ว", sources.SAME_ROW)
def published_without_data(context: Context) -> Iterator[Hit]:
    """No data, and yet published."""
    for item in context.report.o_items:
        if item.has_data is False and item.published is True:
            message = f"ข้อ O{item.no}: เลือก “ไม่มี” ข้อมูล แต่เลือก “เผยแพร่แล้ว”"
            yield Hit(
                item, "published", "เผยแพร่แล้ว", message, "แก้ช่อง “มีข้อมูล” หรือช่อง “เผยแพร่ในเว็บไซต์” ให้ตรงกัน"
            )


# ---- likely ----------------------------------------------------------------------------------------------------------


@rule("S11", Severity.WARNING, "ติ๊กว่าแล้วเสร็จ แต่ในข้อความยังไม่เสร็จ", sources.SAME_ROW)
def open_work_in_a_done_row(context: Context) -> Iterator[Hit]:
    """Ticked done, and the text speaks of work still open.

    Words for open work inside a sentence of a row that is ticked done.
    """
    fix = "ตรวจว่างานเสร็จแล้วจริงหรือไม่ แล้วแก้ข้อความหรือช่องสถานะ"
    for row in rows(context):
        found = next(row.said.statements(*OPEN), None) if row.status == "done" else None
        if found and not _first_in_words(row):
            key, each = found
            message = f"{row.name}: ติ๊ก “{_WORDS['done']}” แต่มีข้อความ “{each.words}”"
            yield Hit(row.record, key, each.words, message, fix)


@rule("S12", Severity.WARNING, "ติ๊กว่ายังไม่ดำเนินการ แต่กรอกผล", sources.SAME_ROW)
def result_of_what_is_not_begun(context: Context) -> Iterator[Hit]:
    """Ticked not begun, and a result is told.

    Not begun is ticked, and the text begins with something done, neither open nor still to come.
    """
    for row in rows(context):
        if row.status == "not_started" and row.said.tells_a_deed and not _first_in_words(row):
            message = f"{row.name}: ติ๊ก “{_WORDS['not_started']}” แต่กรอกข้อความเหมือนทำแล้ว"
            fix = "แก้ช่องสถานะ หรือกรอกเหตุผลที่ยังไม่ดำเนินการแทน"
            yield Hit(row.record, row.results[0], opening(row.told), message, fix)


@rule("S13", Severity.WARNING, "ผลที่ยังเป็นคำว่า “จะ”", sources.SAME_ROW)
def promise_in_a_finished_row(context: Context) -> Iterator[Hit]:
    """A result that is still a promise.

    A result tells what was done; "จะจัด…" tells what will be.
    """
    fix = "เขียนสิ่งที่ทำแล้ว พร้อมวันที่และผล หรือแก้ช่องสถานะ"
    for row in rows(context):
        found = next(row.said.statements(Aspect.FUTURE), None) if row.finished else None
        if found and not _first_in_words(row):
            key, each = found
            message = f"{row.name}: ผลการดำเนินการเขียนว่า “{each.words}” ซึ่งเป็นเรื่องที่ยังไม่เกิด"
            yield Hit(row.record, key, each.words, message, fix)


@rule("S14", Severity.WARNING, "ติ๊กครบทุกข้อ", sources.CUSTOM)
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


@rule("S15", Severity.WARNING, "ผลไม่กล่าวถึงองค์ประกอบที่ข้อนี้กำหนด", sources.COMPONENTS)
def part_of_an_item_not_told(context: Context) -> Iterator[Hit]:
    """Results pass over a part that their items ask for.

    Done items whose results never name a part that their elements demand; one missing part scores zero. Said once.
    """
    silent = [row for row in rows(context) if row.finished and says_something(row.told)]
    silent = [row for row in silent if not _ALL_PARTS.search(row.told)]
    found = [
        (row, name)
        for row in silent
        for name, asked, said in _PARTS
        if row.item and asked.search(row.item.demand) and not said.search(row.told)
    ]
    if found:
        first = found[0][0]
        named = ", ".join(f"{row.name} ({name})" for row, name in found)
        message = f"ผลยังไม่กล่าวถึงองค์ประกอบที่ข้อกำหนด: {named}"
        fix = "หากมีแล้ว ให้เพิ่มในผลของข้อนั้น หากไม่มี ข้อนั้นอาจไม่ได้คะแนน"
        yield Hit(first.record, "progress", opening(first.told), message, fix, path="o_items")
