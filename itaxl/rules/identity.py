"""Identity: the own name in whole, the own divisions, and the laws that an agency of this kind makes.

The one rule of the place: the agency's own cells are the measure; nothing is known of it from elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from itaxl.catalog import gazetteer
from itaxl.model.columns import Record
from itaxl.model.findings import Severity
from itaxl.model.records import Agency
from itaxl.rules import sources
from itaxl.rules.context import Context
from itaxl.rules.mechanism import Hit, rule
from itaxl.rules.results import text_of
from itaxl.thai import names

# ---- the own name ----------------------------------------------------------------------------------------------------

_TONES = re.compile("[่้๊๋]")
# "ดงตะงาวก่อตั้ง ให้ความสำคัญ": another verb follows, so the first is none.
_VERB_MORE = re.compile(r"(?:ก่อ)?ตั้ง\s(?:ให้|ได้|จัด|มี|ดำเนิน|ประกาศ|ขอ|มุ่ง|กำหนด)")
_RUN = re.compile("[ก-๎]{1,24}")


@rule("A12", Severity.WARNING, "ชื่อหน่วยงานอาจพิมพ์ผิด", sources.OWN_DATA)
def own_name_is_spoiled(context: Context) -> Iterator[Hit]:
    """The own name has another tone mark, a letter too many, or a word grown to it.

    A slip of a longer name has a rule of its own; a short one is a word away from many others.
    """
    own = names.parse_agency(context.report.agency.name)
    for text in context.texts if own else ():
        if own and not isinstance(text.record, Agency):
            for typed in _spoiled(text.text, own)[:1]:
                message = f"“{typed}” อาจเป็นชื่อหน่วยงานที่พิมพ์ผิด ชื่อที่กรอกไว้คือ “{names.full(own.kind, own.name)}”"
                yield Hit(
                    text.record, text.column.key, typed, message, f"หากหมายถึงหน่วยงาน ให้แก้เป็น “{own.name}”"
                )


def _spoiled(text: str, own: names.AgencyName) -> list[str]:
    """The words of the own kind with what stands for the name, as typed, where it is the name spoiled."""
    found: list[str] = []
    for mention in names.mentions(text) if any(word in text for word in names.KINDS[own.kind]) else ():
        start = mention.end_of_prefix
        run = _RUN.match(text, start)
        if mention.kind != own.kind or mention.generic or not run or names.variant_at(text, start, own.name):
            continue
        if _is_spoiled(text, start, run.group(), own.name):
            found.append(text[mention.start : run.end()])
    return found


def _is_spoiled(text: str, start: int, run: str, name: str) -> bool:
    """Whether a run of letters is the name with another tone mark, or with one letter behind that is no word."""
    ends = [gazetteer.longest_name(text, start, level) or 0 for level in gazetteer.LEVELS]
    if max(ends) > start + len(name) * run.startswith(name):
        return False
    if run.startswith(name):
        letter = len(run) == len(name) + 1 and "ก" <= run[-1] <= "ฮ" and run[-1] != "ณ"
        return letter or bool(_VERB_MORE.match(text, start + len(name)))
    return _TONES.sub("", run).startswith(_TONES.sub("", name)) and bool(_TONES.search(name))


# ---- ordinances ------------------------------------------------------------------------------------------------------

_MUNICIPAL, _OTHER = "เทศบัญญัติ", "ข้อบัญญัติ"
_BOTH = re.compile(rf"{_OTHER}\s?(?:[/,]|หรือ|และ)\s?{_MUNICIPAL}|{_MUNICIPAL}\s?(?:[/,]|หรือ|และ)\s?{_OTHER}")
# One ordinance of the agency itself; ข้อบัญญัติท้องถิ่น is the word of the laws for all of them.
_ITS_OWN = re.compile(
    rf"(?<!เข้าชื่อเสนอ){_OTHER}(?=\s?(?:เรื่อง|งบประมาณ|ฉบับ|ประจำปี|ของหน่วยงาน|ตำบล(?!ใกล้)|\(ฉบับ))"
    rf"|{_MUNICIPAL}(?!\s?(?:ของ)?เทศบาล)"
)


@rule("A13", Severity.WARNING, "เรียกข้อบัญญัติหรือเทศบัญญัติไม่ตรงกับประเภทของหน่วยงาน", sources.LOCAL_LAWS)
def ordinance_of_another_kind(context: Context) -> Iterator[Hit]:
    """An ordinance is called as that of another kind of agency: เทศบัญญัติ of an อบต., ข้อบัญญัติ of a เทศบาล."""
    own = names.parse_agency(context.report.agency.name)
    right = _MUNICIPAL if own and own.kind.startswith("เทศบาล") else _OTHER
    for text in context.texts if own else ():
        both = "บัญญัติ" not in text.text or _BOTH.search(text.text)
        said = () if both else (found.group() for found in _ITS_OWN.finditer(text.text))
        wrong = next((word for word in said if word != right), "")
        if own and wrong:
            message = f"“{wrong}” ไม่ใช่ของ{names.KINDS[own.kind][0]} ซึ่งตรา “{right}”"
            yield Hit(text.record, text.column.key, wrong, message, f"หากเป็นของหน่วยงาน ให้แก้เป็น “{right}”")


# ---- divisions -------------------------------------------------------------------------------------------------------

_DIVISION = re.compile(r"(?<![ก-๎])(?:สำนัก(?!งาน)|กอง(?!ทุน|ร้อย|อำนวย|กำกับ|บังคับ|ทัพ|พัน|ปราบ|บัญชา))[ก-๎]{3,30}")


@rule("A14", Severity.WARNING, "ส่วนราชการที่ไม่มีในรายการของหน่วยงาน", sources.OWN_DATA)
def division_is_not_in_the_list(context: Context) -> Iterator[Hit]:
    """A division that is responsible is not in the agency's own list; each once a report."""
    report = context.report
    own = [_plain(each) for each in report.agency.divisions if each.strip()]
    cells: list[tuple[Record, str]] = [(report.agency, "division")]
    cells += [(row, "responsible") for row in (*report.measures, *report.indicators, *report.o_items)]
    seen: set[str] = set()
    for record, key in cells if own else ():
        for typed in _DIVISION.findall(text_of(record, key)):
            name = _plain(typed)
            known = any(name.startswith(each) or each.startswith(name) for each in own)
            if name not in seen and not known and min(names.slips(name, each) for each in own) > _SLIPS:
                seen.add(name)
                message = f"“{typed}” ไม่มีในรายการส่วนราชการของหน่วยงาน ({', '.join(report.agency.divisions)})"
                fix = "ตรวจชื่อส่วนราชการ หรือเพิ่มในรายการที่หน้าข้อมูลหน่วยงาน"
                yield Hit(record, key, typed, message, fix)


_SLIPS = 6  # half edits: nearer names are misspelt, and another rule says so


def _plain(name: str) -> str:
    return re.sub(r"\s|ฯ", "", name)
