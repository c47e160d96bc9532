"""Links and evidence: what is said to be published can be opened, what is said to be done can be shown.

The one rule of the place: nothing is fetched; whether a page is there, only a person with a browser can tell.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from itaxl.model.columns import Record, column_of
from itaxl.model.findings import Severity
from itaxl.model.records import OItemRow
from itaxl.rules import sources
from itaxl.rules.context import Context
from itaxl.rules.mechanism import Hit, rule
from itaxl.rules.results import Row, dates_in, opening, rows, text_of
from itaxl.thai.digits import BULLETS, LIST_NUMBER, to_arabic

# ---- links -----------------------------------------------------------------------------------------------------------

_LINK = re.compile(
    r"https?://(?:[^\s/@?#]+@)?(?P<host>(?:[^\s./:?#]+\.)+[^\s./:?#0-9]{2,})(?::[0-9]+)?(?P<path>[/?#]\S*)?",
    re.IGNORECASE,
)
_NOTHING = re.compile(r"[\s\-–.]*")


def _links(context: Context) -> Iterator[tuple[Record, str, str]]:
    """The cells for links: (record, key, text); a dash is an empty cell."""
    cells: list[tuple[Record, str]] = [(context.report.paper, "eit_url")]
    cells += [(item, "url") for item in context.report.o_items]
    cells += [(evidence, "url") for evidence in context.report.evidence]
    for record, key in cells:
        text = text_of(record, key)
        if not _NOTHING.fullmatch(text):
            yield record, key, text


@rule("L01", Severity.WARNING, "ลิงก์ไม่สมบูรณ์", sources.WEB_ADDRESS)
def link_is_malformed(context: Context) -> Iterator[Hit]:
    """A link that cannot be opened.

    A link begins with http:// or https:// and names a website; several may stand in one cell.
    """
    for record, key, text in _links(context):
        broken = next((word for word in re.split(r"[\s,]+", text.strip()) if not _LINK.fullmatch(word)), None)
        if broken:
            message = f"“{broken}” ไม่ใช่ลิงก์ที่เปิดได้"
            yield Hit(
                record, key, broken, message, "คัดลอกลิงก์ทั้งบรรทัดจากเบราว์เซอร์ ขึ้นต้นด้วย https:// และไม่มีช่องว่าง"
            )


@rule("L02", Severity.WARNING, "ลิงก์ไปเพียงหน้าแรกของเว็บไซต์", sources.CUSTOM)
def link_to_the_home_page(context: Context) -> Iterator[Hit]:
    """A link to the home page only.

    Who assesses an item must see it at once, not look for it from the home page.
    """
    for record, key, text in _links(context):
        found = _LINK.fullmatch(text.strip())
        if found and isinstance(record, OItemRow) and (found["path"] or "/") == "/":
            message = f"ข้อ O{record.no}: ลิงก์ “{text.strip()}” ไปเพียงหน้าแรกของเว็บไซต์"
            yield Hit(record, key, text.strip(), message, "ใช้ลิงก์ที่เปิดถึงข้อมูลของข้อนี้โดยตรง")


@rule("L03", Severity.WARNING, "ยังไม่มีลิงก์ของข้อที่เผยแพร่แล้ว", sources.CUSTOM)
def links_are_missing(context: Context) -> Iterator[Hit]:
    """Items said to be published, and no link.

    Items of the printed table are published or done, and the cell for the link is empty. Said once.
    """
    if not context.how.item_tables or not context.prints(OItemRow(), column_of(OItemRow, "no")):
        return
    out = [
        item
        for item in context.report.o_items
        if item.published or (item.published is None and item.status == "done")
    ]
    without = [item for item in out if _NOTHING.fullmatch(item.url)]
    if without:
        first = without[0]
        message = f"มี {len(without)} ข้อที่เผยแพร่หรือดำเนินการแล้ว แต่ยังไม่มีลิงก์ เริ่มจากข้อ O{first.no}"
        fix = "คัดลอกลิงก์ของแต่ละข้อไว้ในช่องลิงก์ เพื่อใช้ตอบในระบบ ITAS"
        yield Hit(first, "url", "", message, fix, path="o_items")


# ---- evidence --------------------------------------------------------------------------------------------------------

_NAMED_ROW = re.compile(r"(?P<table>[MIO])\s?(?P<no>[0-9]{1,3})(?:\.(?P<step>[0-9]{1,3}))?", re.IGNORECASE)


@rule("L11", Severity.ERROR, "หลักฐานของแถวที่ไม่มี", sources.ELSEWHERE)
def evidence_of_no_row(context: Context) -> Iterator[Hit]:
    """Evidence of a row that is not there."""
    for evidence in context.report.evidence:
        typed = evidence.of.strip()
        found = _NAMED_ROW.fullmatch(to_arabic(typed))
        if typed and not (found and _is_row(context, found)):
            message = f"“{typed}” ไม่ใช่แถวใดในแบบนี้"
            fix = "กรอกเช่น M1 (มาตรการที่ 1) M1.2 (ขั้นตอนที่ 2) I3 (ตัวชี้วัดที่ 3) หรือ O14 (ข้อ O14)"
            yield Hit(evidence, "of", typed, message, fix)


def _is_row(context: Context, found: re.Match[str]) -> bool:
    """Whether the form has the row that a reference names."""
    no, step = int(found["no"]), int(found["step"] or 1)
    match found["table"].upper():
        case "M":
            return 1 <= no <= len(context.measures) and 1 <= step <= len(context.measures[no - 1])
        case "I":
            return not found["step"] and no in {indicator.no for indicator in context.year.surveyed}
        case _:
            return not found["step"] and context.year.item(no) is not None


_NUMBER_BEFORE = re.compile(rf"^[\s{BULLETS}*]*{LIST_NUMBER}", re.MULTILINE)
_PERCENT = re.compile(r"[0-9]{1,3}(?:\.[0-9]+)?\s*(?:%|เปอร์เซ็นต์)|ร้อยละ\s*[0-9]{1,3}(?:\.[0-9]+)?")
_YEAR = re.compile(r"25[0-9]{2}")
_SHOWN = re.compile(r"https?://|www\.")


def _figures(text: str) -> bool:
    """Whether a text has a figure of its own: no list number, percentage or year."""
    plain = _PERCENT.sub("", _NUMBER_BEFORE.sub("", to_arabic(text)))
    return bool(re.search("[0-9]", _YEAR.sub("", plain)))


def _codes(context: Context) -> dict[int, str]:
    """How the sheet of evidence calls each row, by the identity of its record."""
    codes = {id(step): f"M{n}" for n, steps in enumerate(context.measures, 1) for step in steps}
    codes |= {id(indicator): f"I{indicator.no}" for indicator in context.report.indicators}
    return codes | {id(item): f"O{item.no}" for item in context.report.o_items}


def _unshown(context: Context) -> Iterator[Row]:
    """The finished rows with nothing to show: no date, figure, link or evidence."""
    named = (to_arabic(each.of).strip().upper().replace(" ", "") for each in context.report.evidence)
    evidenced, codes = {of.partition(".")[0] for of in named}, _codes(context)  # a step's as its measure's
    for row in rows(context):
        texts = [text_of(row.record, key) for key in row.results] if row.finished else []
        shown = any(dates_in(text) or _figures(text) or _SHOWN.search(text) for text in texts)
        linked = isinstance(row.record, OItemRow) and row.record.url.strip()
        if any(texts) and not shown and not linked and codes[id(row.record)] not in evidenced:
            yield row


# "การจัดกิจกรรม" inside a list of news is a name, "มีการจัดกิจกรรม" and "จัดกิจกรรม" tell what was done.
_ACTIVITY = re.compile(
    "(?:มีการ|(?<!การ))(?:จัด(?:กิจกรรม|โครงการ|ประชุม|อบรม|ฝึกอบรม|งาน(?!ของ)|เวที)|ประชุม(?:คณะ|ชี้แจง|บุคลากร|ระหว่าง)|ศึกษาดูงาน|ฝึกอบรม)"
)
_REGULAR = re.compile("เป็นประจำ|ทุก(?:เดือน|วัน|สัปดาห์|ครั้ง|ไตรมาส)|ราย(?:เดือน|สัปดาห์)")


@rule("L12", Severity.WARNING, "กิจกรรมที่ไม่มีวันที่หรือหลักฐาน", sources.CUSTOM)
def activity_without_evidence(context: Context) -> Iterator[Hit]:
    """An activity without date, number or evidence.

    A finished row tells of a meeting, training or project, and nothing shows when or with how many.
    """
    for row in _unshown(context):
        if activity := _activity(row):
            key, words = activity
            message = f"{row.name}: กล่าวถึงการ “{words}” แต่ไม่มีวันที่ จำนวน หรือหลักฐาน"
            fix = "เพิ่มวันที่ สถานที่ จำนวนผู้เข้าร่วม หรือกรอกในแผ่นงานหลักฐาน"
            yield Hit(row.record, key, words, message, fix)


def _activity(row: Row) -> tuple[str, str] | None:
    """The cell and the words that tell of an activity of its own day, not of one that goes on all the year."""
    for key in row.results:
        text = text_of(row.record, key)
        found = _ACTIVITY.search(text)
        if found and not _REGULAR.search(text):
            return key, found.group()
    return None


_MOST = 0.5  # of the finished rows of a table


@rule("L13", Severity.WARNING, "ผลส่วนใหญ่ไม่มีวันที่ จำนวน หรือลิงก์", sources.CUSTOM)
def most_results_without_evidence(context: Context) -> Iterator[Hit]:
    """Most results of a table have no date, number or link.

    More than half of a table's finished rows show nothing. Said once, where no single row is named for it.
    """
    unshown = {id(row.record) for row in _unshown(context)}
    tables: dict[str, list[Row]] = {}
    for row in rows(context):
        if row.finished:
            tables.setdefault(row.table, []).append(row)
    for table, finished in tables.items():
        bare = [row for row in finished if id(row.record) in unshown]
        if len(finished) >= _FEW and len(bare) > _MOST * len(finished) and not any(map(_activity, bare)):
            first = bare[0]
            message = f"ผล {len(bare)} จาก {len(finished)} แถวไม่มีวันที่ จำนวน เลขที่ หรือลิงก์ เริ่มจาก{first.name}"
            fix = "เพิ่มวันที่ เลขที่คำสั่ง จำนวน หรือลิงก์ที่แสดงว่าได้ทำจริง"
            yield Hit(first.record, first.results[0], opening(first.told), message, fix, path=table)


_FEW = 3  # rows: of fewer, "most" says nothing


_FULL_NUMBER = re.compile("ครบ(?:ถ้วน)?ตาม(?:จำนวน|เป้าหมาย)")


@rule("L15", Severity.WARNING, "บอกว่าครบตามจำนวน แต่ไม่บอกจำนวน", sources.CUSTOM)
def full_number_without_number(context: Context) -> Iterator[Hit]:
    """The full number is claimed and no number given.

    "ครบตามจำนวน" in a text without a single figure.
    """
    for row in rows(context):
        for key in row.results:
            text = text_of(row.record, key)
            found = _FULL_NUMBER.search(text)
            if found and not _figures(text):
                message = f"{row.name}: เขียนว่า “{found.group()}” แต่ไม่บอกจำนวน"
                yield Hit(row.record, key, found.group(), message, "ระบุจำนวนที่กำหนดและจำนวนที่ทำได้")


_MONTHS_ASKED = re.compile(r"(?:ทุก|ราย|ประจำ)เดือน|[0-9]{1,2}\s*เดือน(?:แรก|หลัง)?")
_UP_TO_DATE = re.compile(r"เผยแพร่[^\n]{0,60}?เป็นปัจจุบัน|เป็นปัจจุบัน")


@rule("L16", Severity.WARNING, "แผนกำหนดเป็นรายเดือน แต่ผลบอกเพียงว่าเป็นปัจจุบัน", sources.CUSTOM)
def up_to_date_without_months(context: Context) -> Iterator[Hit]:
    """The plan asks for months, the result says only up to date.

    The plan asks for every month or for six months; the result names none.
    """
    for row in rows(context):
        found = _UP_TO_DATE.search(row.told) if "เป็นปัจจุบัน" in row.told else None
        asked = (
            _MONTHS_ASKED.search(to_arabic("\n".join(text_of(row.record, key) for key in row.plans)))
            if found
            else None
        )
        if found and asked and "เดือน" not in row.told and not dates_in(row.told):
            message = f"{row.name}: แผนกำหนด “{asked.group()}” แต่ผลเขียนเพียงว่า “เป็นปัจจุบัน”"
            yield Hit(row.record, row.results[0], found.group(), message, "ระบุเดือนที่ได้ทำหรือเผยแพร่แล้ว")


_PICTURES = re.compile(
    r"(?:รูป)?(?<!คุณ)(?<!ส)(?<!สิทธิ)ภาพ\s?กิจกรรม|(?:แสดง|แนบ|เผยแพร่|มี)\S{0,12}ภาพ\s?(?:ถ่าย|ประกอบ)"
)


@rule("L17", Severity.WARNING, "มาตรการกำหนดให้แสดงภาพ แต่ผลไม่กล่าวถึง", sources.ELSEWHERE)
def promised_pictures_not_shown(context: Context) -> Iterator[Hit]:
    """The plan promises pictures, the result shows none.

    The plan promises pictures of activities; neither the result nor the evidence has any.
    """
    pictured = {
        each.of.strip().upper()
        for each in context.report.evidence
        if each.photo.strip() or each.kind == "ภาพ"
    }
    codes = _codes(context) if pictured else {}
    for row in rows(context):
        told = "\n".join(text_of(row.record, key) for key in row.results)
        shown = (
            "ภาพ" in told.replace("คุณภาพ", "").replace("ประสิทธิภาพ", "")
            or codes.get(id(row.record)) in pictured
        )
        for key in row.plans if row.finished and not shown else ():
            found = _PICTURES.search(text_of(row.record, key))
            if found:
                message = f"{row.name}: แผนกำหนดให้แสดง “{found.group()}” แต่ผลยังไม่กล่าวถึง"
                yield Hit(
                    row.record, key, found.group(), message, "บอกว่าแสดงภาพไว้ที่ใด หรือกรอกแฟ้มภาพในแผ่นงานหลักฐาน"
                )
                break
