"""Titles: instruments, indicators and divisions are called by their official names.

The one rule of the place: official words come from the year file or stand in the tables below; nothing is guessed
from a single report.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from itaxl.catalog.year import Year
from itaxl.model.columns import Record
from itaxl.model.findings import Repair, Severity
from itaxl.model.records import Agency
from itaxl.rules import sources
from itaxl.rules.context import Context
from itaxl.rules.mechanism import Hit, rule
from itaxl.thai import names
from itaxl.thai.digits import to_arabic

# ---- instruments and standing titles ---------------------------------------------------------------------------------

_INSIDE = "แบบวัดการรับรู้ของผู้มีส่วนได้ส่วนเสียภายใน"
_OUTSIDE = "แบบวัดการรับรู้ของผู้มีส่วนได้ส่วนเสียภายนอก"
_LOST_COMPLAINT = "จัดการการทุจริตและประพฤติมิชอบ"  # may be meant so: no repair is offered
# What is wrong, and how it is called; groups of the pattern may be named in the right words.
_TITLES = tuple(
    (re.compile(wrong), right)
    for wrong, right in (
        (r"แบบ(?!วัดการรับรู้)[^\s(),]{0,30}?(?:รับ)?รู้[^\s(),]{0,10}ผู้มีส่วนได้(?:ส่วน)?เสียภายใน", _INSIDE),
        (r"แบบ(?!วัดการรับรู้)[^\s(),]{0,30}?(?:รับ)?รู้[^\s(),]{0,10}ผู้มีส่วนได้(?:ส่วน)?เสียภายนอก", _OUTSIDE),
        (r"แบบ(?:วัด|ประเมิน|สำรวจ)ความ(?:รับ)?รู้(?!ความ)", "แบบวัดการรับรู้"),
        (
            r"แบบ(?:วัด|ประเมิน|สำรวจ)(?:ด้าน)?(?:การ)?เปิดเผยข้อมูล[^\s(),]{0,40}(?=\s?\(OIT\))",
            "แบบตรวจการเปิดเผยข้อมูลสาธารณะ",
        ),
        (r"แบบตรวจ(?:สอบ)?(?:ด้าน)?การเปิดเผยข้อมูล(?!สาธารณะ)(?=\s?\(OIT\))", "แบบตรวจการเปิดเผยข้อมูลสาธารณะ"),
        (r"คุณธรรมและความโปร่งใสในการดำเนินการของ(?=หน่วยงานภาครัฐ)", "คุณธรรมและความโปร่งใสในการดำเนินงานของ"),
        (r"ประเมินผลคุณธรรมและความโปร่งใส", "ประเมินคุณธรรมและความโปร่งใส"),
        (r"คุณธรรมและโปร่งใส(?=ในการดำเนินงานของ|ภายในหน่วยงาน)", "คุณธรรมและความโปร่งใส"),
        (r"ส่งเสริมคุณธรรมและความโปร่งใสในหน่วยงาน(?!ภาครัฐ|ของรัฐ)", "ส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน"),
        (_LOST_COMPLAINT, "จัดการเรื่องร้องเรียนการทุจริตและประพฤติมิชอบ"),
        (r"การจัดการเรื่องเรียน(?=การทุจริต)", "การจัดการเรื่องร้องเรียน"),
        (r"ประพฤติ(?:นิชอบ|มิชอบชอบ|ไม่ชอบ)|ประพฤติ[^\S\n]มิชอบ", "ประพฤติมิชอบ"),
        (r"ให้ทุนให้โทษ", "ให้คุณให้โทษ"),
        (r"[Ww]eb\s?[Bb]road", "Web Board"),
        (r"Do'?s\s?(?:&|and)\s?Don['’]?t(?!['’]?s)", "Dos & Don’ts"),
        (r"No\s?Gif(?:f|)\s?Policy|No[-\s]?Gifts\s?Policy", "No Gift Policy"),
        (r"แผนการบริการและพัฒนา(?=ทรัพยากรบุคคล)", "แผนการบริหารและพัฒนา"),
        (r"สถานการณ์(?=(?:การ)?จัดซื้อจัดจ้าง)", "สถานะการ"),
    )
)
_MAY_BE_TITLE = re.compile(r"แบบ|คุณธรรม|จัดการ(?:การ|เรื่องเรียน)|ประพฤติ|ให้ทุน|[Ww]eb|Do|No|แผนการบริการ|สถานการณ์")


@rule("W11", Severity.WARNING, "ชื่อทางการไม่ถูกต้อง", sources.ITEMS)
def official_name_is_worded_otherwise(context: Context) -> Iterator[Hit]:
    """An official name is not worded as it is.

    The names of instruments, of the assessment and of standing papers; once a name in a cell.
    """
    for text in context.texts:
        for pattern, right in _TITLES if _MAY_BE_TITLE.search(text.text) else ():
            if found := pattern.search(text.text):
                typed = found.group()
                message = f"“{typed}” ไม่ตรงกับชื่อทางการ “{right}”"
                sure = typed != _LOST_COMPLAINT
                repair = Repair(text.text, pattern.sub(right, text.text)) if sure else None
                yield Hit(text.record, text.column.key, typed, message, f"แก้เป็น “{right}”", repair=repair)


# ---- indicators ------------------------------------------------------------------------------------------------------

_NUMBERED = re.compile(
    r"ตัวชี้วัด(?P<sub>ย่อย)?(?:ที่)?\s?(?P<whole>\(?(?P<no>[0-9]{1,2}(?:\.[0-9])?)\)?)[\s:]?\s?(?P<name>[ก-๎]+)?"
)


@rule("W12", Severity.WARNING, "ชื่อตัวชี้วัดไม่ตรงกับเลข", sources.INDICATORS)
def indicator_has_another_name(context: Context) -> Iterator[Hit]:
    """An indicator's number stands with another name.

    ตัวชี้วัดที่ 4 with the name of the second; a name that begins otherwise than any is left alone.
    """
    official = _indicator_names(context.year)
    for text in context.texts:
        for found in _NUMBERED.finditer(to_arabic(text.text)) if "ตัวชี้วัด" in text.text else ():
            mine, name = official.get(found["no"], ()), found["name"] or ""
            other = next(
                (no for no, each in official.items() if no != found["no"] and name.startswith(each)), ""
            )
            if other and mine and not name.startswith(mine):
                typed = text.text[found.start() : found.end()]
                message = f"“{typed}” ไม่ตรงกัน ตัวชี้วัดที่ {found['no']} คือ “{mine[0]}” ส่วนชื่อนี้เป็นของตัวชี้วัดที่ {other}"
                yield Hit(text.record, text.column.key, typed, message, "แก้เลขหรือชื่อตัวชี้วัดให้ตรงกัน")


def _indicator_names(year: Year) -> dict[str, tuple[str, ...]]:
    """The names of each number, the official one first; the longer ones win by order."""
    names_of = {str(each.no): (each.name, *each.aliases) for each in year.indicators}
    return names_of | {each.no: (each.name,) for each in year.sub_indicators}


@rule("W13", Severity.WARNING, "ไม่มีตัวชี้วัดชื่อนี้ในปีของรายงาน", sources.INDICATORS)
def indicator_is_unknown(context: Context) -> Iterator[Hit]:
    """A measure names an indicator that the year does not have.

    The cell ตัวชี้วัด of a measure holds neither a number nor a name of the year.
    """
    known = _indicator_names(context.year)
    plain = frozenset(re.sub(r"\s", "", name) for each in known.values() for name in each)
    for row in context.report.measures:
        typed = row.indicator.strip()
        number = re.search(r"[0-9]{1,2}(?:\.[0-9])?", to_arabic(typed))
        words = re.sub(r"\s|ตัวชี้วัด(?:ที่)?", "", typed)
        named = (number and number.group() in known) or any(name in words for name in plain)
        if typed and not named:
            near = _likely_meant(re.sub(r"\s", "", typed), plain)
            message = f"ปี {context.year.year} ไม่มีตัวชี้วัดชื่อ “{typed}”"
            yield Hit(row, "indicator", row.indicator, message, f"เลือกจากรายการของช่อง เช่น “{near}”")


@lru_cache(maxsize=64)  # one wrong name is often copied down the whole column
def _likely_meant(typed: str, plain: frozenset[str]) -> str:
    return min(sorted(plain), key=lambda name: names.slips(typed, name))


@rule("W14", Severity.HINT, "ตัวชี้วัดย่อยเขียนเป็นตัวชี้วัด", sources.INDICATORS, only_with_spelling=True)
def sub_indicator_is_called_indicator(context: Context) -> Iterator[Hit]:
    """A sub-indicator is called an indicator.

    ตัวชี้วัดที่ 9.4 is ตัวชี้วัดย่อยที่ 9.4; once a report.
    """
    for text in context.texts:
        for found in _NUMBERED.finditer(to_arabic(text.text)) if "ตัวชี้วัด" in text.text else ():
            if "." in found["no"] and not found["sub"]:
                typed = text.text[found.start() : found.end("whole")]
                message = f"“{typed}” เป็นตัวชี้วัดย่อย"
                yield Hit(text.record, text.column.key, typed, message, "เขียนว่า “ตัวชี้วัดย่อยที่”")
                return


# ---- one word for one thing ------------------------------------------------------------------------------------------

_LONG, _SHORT = "ผู้มีส่วนได้ส่วนเสีย", "ผู้มีส่วนได้เสีย"


@rule("W15", Severity.HINT, "ใช้คำว่า ผู้มีส่วนได้เสีย ต่างกัน", sources.CUSTOM, only_with_spelling=True)
def stakeholders_are_called_in_two_ways(context: Context) -> Iterator[Hit]:
    """Stakeholders are called in two ways.

    Both forms in one report, or the short one in the name of an instrument; once a report.
    """
    long_ones = [text for text in context.texts if _LONG in text.text]
    short_ones = [text for text in context.texts if _SHORT in text.text]
    named = [text for text in short_ones if re.search(rf"{_SHORT}ภาย(?:ใน|นอก)", text.text)]
    rarer = min(long_ones, short_ones, key=len) if long_ones and short_ones else named
    for text in rarer[:1]:
        typed = _LONG if text in long_ones and rarer is long_ones else _SHORT
        message = f"รายงานใช้ทั้ง “{_LONG}” และ “{_SHORT}”" if long_ones else f"“{_SHORT}” ชื่อแบบวัดใช้ว่า “{_LONG}”"
        yield Hit(text.record, text.column.key, typed, message, f"ใช้ “{_LONG}” ให้เหมือนกันทั้งรายงาน")


_E_SERVICE = re.compile(r"\b[Ee][-\s]?[Ss]ervices?\b")


@rule("W16", Severity.HINT, "เขียนคำว่า E-Service ต่างกัน", sources.CUSTOM, only_with_spelling=True)
def e_service_is_written_in_several_ways(context: Context) -> Iterator[Hit]:
    """E-Service is written in several ways.

    (e-Service) and (eService) in one report; shown at the first that is not E-Service.
    """
    found = [(text, match) for text in context.texts for match in _E_SERVICE.finditer(text.text)]
    forms = {match.group() for _, match in found}
    odd = [(text, match) for text, match in found if "-" not in match.group()] if len(forms) > 1 else []
    for text, match in odd[:1]:
        message = f"“{match.group()}” เขียนต่างจากที่อื่นในรายงาน"
        yield Hit(text.record, text.column.key, match.group(), message, "เขียนว่า “E-Service” ให้เหมือนกัน")


# ---- divisions -------------------------------------------------------------------------------------------------------

_DIVISIONS = (
    "สำนักปลัด", "สำนักปลัดเทศบาล", "สำนักปลัดองค์การบริหารส่วนจังหวัด", "สำนักปลัดองค์การบริหารส่วนตำบล", "กองคลัง", "กองช่าง",
    "กองการศึกษา", "กองการศึกษาศาสนาและวัฒนธรรม", "กองสาธารณสุขและสิ่งแวดล้อม", "กองสาธารณสุข", "กองสวัสดิการสังคม",
    "กองยุทธศาสตร์และงบประมาณ", "กองวิชาการและแผนงาน", "กองแผนและงบประมาณ", "กองการเจ้าหน้าที่", "กองส่งเสริมการเกษตร",
    "กองการประปา", "กองพัสดุและทรัพย์สิน", "กองกิจการสภา", "กองการท่องเที่ยวและกีฬา", "กองทรัพยากรธรรมชาติและสิ่งแวดล้อม",
    "หน่วยตรวจสอบภายใน", "สำนักคลัง", "สำนักการคลัง", "สำนักช่าง", "สำนักการช่าง", "สำนักการศึกษา", "ทุกส่วนราชการ", "ทุกกอง", "ทุกส่วนงาน",
)  # fmt: skip
_TOKEN = re.compile(r"[^\s,/()0-9๐-๙.\-–+]+(?: [^\s,/()0-9๐-๙.\-–+]+)*")
_NEAR, _FAR = 2, 6  # half edits, as `names.slips` counts


def _division_slips(context: Context) -> Iterator[tuple[Record, str, str, str, int]]:
    """(record, key, typed, division, half edits) of every name that is near a division's and not one."""
    known = {_plain(each): each for each in (*_DIVISIONS, *context.report.agency.divisions) if each.strip()}
    named = [*_named_divisions(context)]
    if not any(_plain(typed) == "สำนักปลัด" for _, _, typed in named):
        known["สำนักงานปลัด"] = "สำนักงานปลัด"  # its older name: a slip only beside the newer one
    for record, key, typed in named:
        name = _plain(typed)
        if name not in known and len(name) >= 6:
            near, edits = _nearest(name, tuple(known))
            if 0 < edits <= (_FAR if len(near) > 7 else _NEAR):
                yield record, key, typed, known[near], edits


def _named_divisions(context: Context) -> Iterator[tuple[Record, str, str]]:
    """The names in the cells that hold divisions; several in a cell are apart by / or a comma."""
    report = context.report
    rows: tuple[Record, ...] = (report.agency, *report.measures, *report.indicators, *report.o_items)
    for record in rows:
        key = "division" if isinstance(record, Agency) else "responsible"
        value = getattr(record, key)
        for line in (value,) if isinstance(value, str) else value:
            yield from ((record, key, found.group()) for found in _TOKEN.finditer(line))


@lru_cache(maxsize=512)
def _nearest(name: str, known: tuple[str, ...]) -> tuple[str, int]:
    """The nearest of the known names and how far it is; far away when all are of another length."""
    apart = {each: names.slips(name, each) for each in known if abs(len(each) - len(name)) <= 3}
    best = min(apart, key=lambda each: apart[each], default="")
    return best, apart.get(best, 99)


def _plain(name: str) -> str:
    return re.sub(r"\s|ฯ", "", name)


def _division_hit(slip: tuple[Record, str, str, str, int]) -> Hit:
    record, key, typed, division, _ = slip
    message = f"“{typed}” ไม่ตรงกับชื่อส่วนราชการ “{division}”"
    return Hit(record, key, typed, message, f"ตรวจตัวสะกด หากหมายถึง “{division}” ให้แก้ให้ตรงกัน")


@rule("W17", Severity.WARNING, "ชื่อส่วนราชการสะกดผิด", sources.CUSTOM)
def division_is_misspelt(context: Context) -> Iterator[Hit]:
    """A division's name is a letter from an official one.

    สำนักปลด for สำนักปลัด.
    """
    yield from (_division_hit(slip) for slip in _division_slips(context) if slip[-1] <= _NEAR)


@rule("W18", Severity.HINT, "ชื่อส่วนราชการอาจสะกดผิด", sources.CUSTOM, only_with_spelling=True)
def division_may_be_misspelt(context: Context) -> Iterator[Hit]:
    """A division's name resembles an official one.

    สำนักงานปลัด beside สำนักปลัด, or what a scanner made of it; once a name in a report.
    """
    far = [slip for slip in _division_slips(context) if slip[-1] > _NEAR]
    yield from (_division_hit(slip) for slip in {_plain(slip[2]): slip for slip in reversed(far)}.values())
