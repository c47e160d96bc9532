"""Agencies: the report speaks of its own agency, by its right name and kind, in its right place.

The one rule of the place: a name found in running text is an error only when it can be nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from itaxl.catalog import gazetteer
from itaxl.model.findings import Repair, Severity
from itaxl.model.records import Agency, Evidence
from itaxl.rules import sources
from itaxl.rules.context import Context, Text
from itaxl.rules.mechanism import Hit, rule
from itaxl.rules.results import line_at
from itaxl.thai import names
from itaxl.thai.tidy import tidy


def _own(context: Context) -> names.AgencyName | None:
    """The agency of the report; None when its name does not say its kind."""
    return names.parse_agency(context.report.agency.name)


def _texts(context: Context) -> Iterator[tuple[Text, names.AgencyName]]:
    """The texts that may name an agency, each with the own one; the agency's own cells have rules of their own."""
    own = _own(context)
    for text in context.texts if own else ():
        if own and not isinstance(text.record, Agency):
            yield text, own


def _foreign(context: Context) -> Iterator[tuple[Text, names.AgencyName, gazetteer.Foreign]]:
    """Other agencies named, each name once a cell."""
    province = context.report.agency.province
    for text, own in _texts(context):
        for each in _others(text.text, own.kind, own.name, province):
            yield text, own, each


@lru_cache(maxsize=2048)  # three rules ask
def _others(text: str, kind: str, name: str, province: str) -> tuple[gazetteer.Foreign, ...]:
    found = gazetteer.foreign_agencies(text, kind, name, province)
    return tuple({(other.kind, other.name): other for other in reversed(found)}.values())


@rule("A01", Severity.ERROR, "มีชื่อหน่วยงานอื่นในรายงาน", sources.OWN_DATA)
def another_agency_is_named(context: Context) -> Iterator[Hit]:
    """Another agency's full name stands in the report.

    The name of another agency, left from a copied report; partners and study visits are right.
    """
    for text, own, other in _foreign(context):
        if _is_left_over(text, own, other):
            typed = text.text[other.start : other.end]
            message = f"“{typed}” เป็นชื่อหน่วยงานอื่น รายงานนี้เป็นของ{names.full(own.kind, own.name)}"
            yield Hit(text.record, text.column.key, typed, message, f"{_rename(own, typed)} {_CONFIRM}")


def _is_left_over(text: Text, own: names.AgencyName, other: gazetteer.Foreign) -> bool:
    """Whether the other agency stands where only the own one can: it acts, announces or owns what is reported."""
    # the place of an activity may rightly be another agency's house
    elsewhere = isinstance(text.record, Evidence) and text.column.key in ("place", "note")
    certain = other.certain and other.name != own.name and not elsewhere
    return certain and names.in_the_own_place(text.text, other.start, other.end)


def _rename(own: names.AgencyName, typed: str) -> str:
    """What to write instead: in full where the other name is."""
    right = names.short(own.kind, own.name) if "." in typed else names.full(own.kind, own.name)
    return f"หากติดมาจากรายงานต้นแบบ ให้เปลี่ยนเป็น “{right}”"


_CONFIRM = "หากหมายถึงหน่วยงานนั้นจริง ให้ยืนยันว่าถูกต้อง"


@rule("A02", Severity.ERROR, "ประเภทของหน่วยงานไม่ถูกต้อง", sources.LOCAL_LAWS)
def own_name_has_another_kind(context: Context) -> Iterator[Hit]:
    """The own name behind the words of another kind."""
    for text, own, other in _foreign(context):
        if other.name == own.name:
            typed = text.text[other.start : other.end]
            right = names.full(own.kind, own.name)
            yield Hit(
                text.record,
                text.column.key,
                typed,
                f"“{typed}” ไม่ตรงกับประเภทของหน่วยงาน ชื่อเต็มคือ {right}",
                f"เปลี่ยนเป็น “{right}”",
            )


@rule("A03", Severity.WARNING, "อาจมีชื่อหน่วยงานอื่น", sources.OWN_DATA)
def another_agency_may_be_named(context: Context) -> Iterator[Hit]:
    """What may be another agency's name.

    A name that is also a word, the organisation of the own province, or the place of an activity; not who invited
    the own people or came to see their work.
    """
    for text, own, other in _foreign(context):
        host_or_guest = names.is_host_or_guest(text.text, other.end)
        if other.name != own.name and not host_or_guest and not _is_left_over(text, own, other):
            typed = text.text[other.start : other.end]
            message = f"“{typed}” อาจเป็นชื่อหน่วยงานอื่นที่ติดมาจากรายงานต้นแบบ"
            yield Hit(text.record, text.column.key, typed, message, f"{_rename(own, typed)} {_CONFIRM}")


@rule("A04", Severity.WARNING, "กล่าวถึงหน่วยงานผิดประเภท", sources.OWN_DATA)
def another_kind_is_said(context: Context) -> Iterator[Hit]:
    """Another kind of local government is said without a name.

    ของเทศบาล in the report of an อบต.; once a cell.
    """
    for text, own in _texts(context):
        said = gazetteer.foreign_kinds(text.text, own.kind, own.name)
        for start, end, _ in [
            each
            for each in said
            if not (text.text.startswith("เทศบัญญัติ", each[0]) or _RAISED.search(line_at(text.text, each[0])))
        ][:1]:
            of = text.text.rfind("ของ", max(0, start - 4), start)  # shows that the own agency is meant
            typed = text.text[of if of >= 0 else start : end]
            message = f"“{typed}” ไม่ตรงกับประเภทของหน่วยงาน ซึ่งเป็น{names.KINDS[own.kind][0]}"
            fix = f"หากหมายถึงหน่วยงานนี้ ให้ใช้คำของ{names.KINDS[own.kind][0]} หากหมายถึงหน่วยงานอื่น ให้ระบุชื่อ"
            yield Hit(text.record, text.column.key, typed, message, fix)


_RAISED = re.compile("ยกฐานะ|เปลี่ยนแปลงฐานะ|แต่เดิม|เดิมเป็น|ประวัติ")  # what the agency once was


@rule("A05", Severity.WARNING, "สะกดชื่อหน่วยงานไม่เหมือนกัน", sources.OWN_DATA)
def own_name_is_spelt_otherwise(context: Context) -> Iterator[Hit]:
    """The own name in another spelling.

    A spelling near the own name; once a cell.
    """
    for text, own in _texts(context):
        for start, end, _ in gazetteer.own_variants(text.text, own.kind, own.name)[:1]:
            typed = text.text[start:end].strip()
            if tidy(typed) == tidy(own.name):
                continue  # only its marks are out of order, which is another rule's (W06)
            message = f"“{typed}” สะกดไม่ตรงกับชื่อหน่วยงาน “{own.name}” ที่กรอกไว้ในหน้าข้อมูลหน่วยงาน"
            yield Hit(text.record, text.column.key, typed, message, f"แก้เป็น “{own.name}” ให้ตรงกันทั้งรายงาน")


@rule("A06", Severity.WARNING, "เขียนคำว่า องค์การบริหารส่วน… ไม่ถูกต้อง", sources.LOCAL_LAWS)
def words_of_the_kind_are_misspelt(context: Context) -> Iterator[Hit]:
    """The words of the kind are misspelt.

    องค์กรบริหารส่วนตำบล and its like; once a cell, the repair mends all of them.
    """
    for text in context.texts:
        wrong = [each for each in names.mentions(text.text) if each.misspelt]
        if wrong:
            right = wrong[0].official
            message = f"“{wrong[0].prefix}” เขียนไม่ถูกต้อง คำที่ถูกคือ “{right}”"
            repair = Repair.of(text.text, [(each.start, each.end_of_prefix, each.official) for each in wrong])
            yield Hit(
                text.record, text.column.key, wrong[0].prefix, message, f"แก้เป็น “{right}”", repair=repair
            )


# ---- the agency's own cells ------------------------------------------------------------------------------------------


@rule("A07", Severity.ERROR, "ชื่อกับประเภทของหน่วยงานไม่ตรงกัน", sources.LOCAL_LAWS)
def name_and_kind_disagree(context: Context) -> Iterator[Hit]:
    """The agency's name and kind do not agree."""
    agency = context.report.agency
    named, kind = _own(context), agency.kind.strip()
    if kind and kind not in _CHOICES:
        yield Hit(
            agency,
            "kind",
            agency.kind,
            f"“{kind}” ไม่ใช่ประเภทหน่วยงานในรายการ",
            f"เลือกจากรายการ: {', '.join(_CHOICES)}",
        )
    elif agency.name.strip() and named is None:
        message = f"“{agency.name}” ยังไม่ใช่ชื่อเต็มของหน่วยงาน"
        yield Hit(agency, "name", agency.name, message, "พิมพ์ชื่อเต็ม เช่น องค์การบริหารส่วนตำบล… เทศบาลตำบล…")
    elif named and kind and named.kind != kind:
        message = f"ชื่อ “{agency.name}” เป็น{names.KINDS[named.kind][0]} แต่ช่องประเภทหน่วยงานเป็น “{kind}”"
        for key, typed in (("name", agency.name), ("kind", agency.kind)):
            yield Hit(agency, key, typed, message, "แก้ชื่อหรือประเภทของหน่วยงานให้ตรงกัน")


_CHOICES = tuple(kind for kind in names.KINDS if kind != "เทศบาล")


@rule("A08", Severity.ERROR, "ตำบล อำเภอ จังหวัดไม่สัมพันธ์กัน", sources.PLACES)
def own_places_do_not_belong_together(context: Context) -> Iterator[Hit]:
    """Tambon, amphoe and province of the agency do not belong together.

    Each is held against the next larger; an unknown province or amphoe is a fault by itself.
    """
    agency = context.report.agency
    province, amphoe, tambon = (
        _bare(word, typed)
        for word, typed in (("จังหวัด", agency.province), ("อำเภอ", agency.amphoe), ("ตำบล", agency.tambon))
    )
    if province and province not in gazetteer.provinces():
        yield _unknown(
            agency, "province", f"ไม่มีจังหวัด “{province}”", gazetteer.nearest(province, gazetteer.provinces())
        )
    elif not gazetteer.fits("", amphoe, province):
        near = gazetteer.nearest(amphoe, gazetteer.amphoes(province))
        message = f"ไม่มีอำเภอ “{amphoe}” ในจังหวัด{province}"
        yield _unknown(agency, "amphoe", message, near)
        if province and gazetteer.homes_of_amphoe(amphoe):
            yield _unknown(agency, "province", message, None)
    elif not gazetteer.fits(tambon, amphoe, province):
        message = f"ไม่มีตำบล “{tambon}” ในอำเภอ{amphoe or '…'} จังหวัด{province or '…'}"
        yield _unknown(
            agency, "tambon", message, gazetteer.nearest(tambon, gazetteer.tambons(province, amphoe))
        )


def _bare(word: str, typed: str) -> str:
    return re.sub(r"\s", "", typed).removeprefix(word)


def _unknown(agency: Agency, key: str, message: str, near: str | None) -> Hit:
    fix = f"ตรวจว่าหมายถึง “{near}” หรือไม่" if near else "ตรวจชื่อตำบล อำเภอ และจังหวัดให้ตรงกับที่ตั้งของหน่วยงาน"
    return Hit(agency, key, getattr(agency, key), message, fix)


@rule("A09", Severity.ERROR, "ชื่อองค์การบริหารส่วนจังหวัดไม่ตรงกับจังหวัด", sources.LOCAL_LAWS)
def provincial_organisation_has_another_name(context: Context) -> Iterator[Hit]:
    """A provincial organisation is not named after its province.

    An อบจ. bears the name of its province.
    """
    agency, own = context.report.agency, _own(context)
    province = _bare("จังหวัด", agency.province)
    if own and own.kind == "อบจ." and province in gazetteer.provinces() and own.name != province:
        message = f"ชื่อ “{agency.name}” ไม่ตรงกับจังหวัด “{province}”"
        for key, typed in (("name", agency.name), ("province", agency.province)):
            yield Hit(agency, key, typed, message, "แก้ชื่อหน่วยงานหรือจังหวัดให้ตรงกัน")


@rule("A10", Severity.WARNING, "ไม่พบตำบลตามชื่อหน่วยงานในอำเภอ", sources.PLACES)
def no_tambon_of_the_own_name(context: Context) -> Iterator[Hit]:
    """The amphoe has no tambon of the agency's name.

    An อบต. bears the name of a tambon of its amphoe, with few exceptions.
    """
    agency, own = context.report.agency, _own(context)
    province, amphoe = _bare("จังหวัด", agency.province), _bare("อำเภอ", agency.amphoe)
    known = gazetteer.tambons(province, f"เมือง{province}" if amphoe == "เมือง" else amphoe)
    if own and own.kind == "อบต." and known and own.name not in known:
        near = gazetteer.nearest(own.name, known)
        message = f"ไม่พบตำบล “{own.name}” ในอำเภอ{amphoe} จังหวัด{province}"
        yield Hit(
            agency, "name", own.name, message, f"ตรวจตัวสะกดของชื่อหน่วยงาน{f' อาจเป็น “{near}”' if near else ''}"
        )


# ---- addresses in running text ---------------------------------------------------------------------------------------

_PART = re.compile(
    r"\s{0,2}(?:(?P<tambon>(?<!ส่วน)(?<!ส่วน )(?<!เทศบาล)ตำบล|(?<!ท)(?<!บ)(?<!บ\.)ต\.)|(?P<amphoe>อำเภอ|อ\.)|(?P<province>จังหวัด|จ\.))\s?"
)
_CAPITAL = re.compile(r"เมือง(?=\s|\Z)")  # short for the amphoe of the provincial capital
_MAY_HOLD = re.compile(r"อำเภอ|อ\.|จังหวัด|จ\.")


@rule("A11", Severity.ERROR, "ที่อยู่ในข้อความไม่สัมพันธ์กัน", sources.PLACES)
def address_in_text_does_not_hold(context: Context) -> Iterator[Hit]:
    """Tambon, amphoe and province named in a text do not belong together.

    ตำบล อำเภอ จังหวัด named in one breath that no map has, or not the own ones behind the own name.
    """
    agency = context.report.agency
    for text, own in _texts(context):
        for start, end, parts in _addresses(text.text):
            typed = text.text[start:end].strip()
            wrong = not gazetteer.fits(*(parts.get(level, "") for level in gazetteer.LEVELS))
            mine = _behind_own_name(text.text, start, own, alone=len(parts) == 1)
            if wrong or (mine and _is_not_home(parts, agency)):
                why = "ไม่สัมพันธ์กัน" if wrong else f"ไม่ใช่ที่ตั้งของ{names.full(own.kind, own.name)}"
                message = f"“{typed}” {why}"
                yield Hit(text.record, text.column.key, typed, message, "ตรวจชื่อตำบล อำเภอ และจังหวัดให้ถูกต้อง")


def _addresses(text: str) -> Iterator[tuple[int, int, dict[str, str]]]:
    """(start, end, names by level) of each run of one to three places, the smaller first."""
    if not _MAY_HOLD.search(text):
        return
    at = 0
    while word := _PART.search(text, at):
        parts, end = _run_of_places(text, word)
        if parts:
            yield word.start(), end, parts
        at = max(end, word.end())


def _run_of_places(text: str, word: re.Match[str] | None) -> tuple[dict[str, str], int]:
    """The places named one behind the other from a word on, and where the last one ends."""
    parts: dict[str, str] = {}
    end = word.end() if word else 0
    while word:
        level = next(level for level in gazetteer.LEVELS if word[level])
        if level in parts or _rank(level) < max(map(_rank, parts), default=0):
            break
        capital = _CAPITAL.match(text, word.end()) if level == "amphoe" else None
        stop = gazetteer.longest_name(text, word.end(), level) or (capital.end() if capital else None)
        if stop is None:
            break
        parts[level], end = re.sub(r"\s", "", text[word.end() : stop]), stop
        word = _PART.match(text, stop)
    return parts, end


def _rank(level: str) -> int:
    return [str(each) for each in gazetteer.LEVELS].index(level)


def _behind_own_name(text: str, start: int, own: names.AgencyName, *, alone: bool) -> bool:
    """Whether the own name leads up to a place; to one that stands `alone` the whole name, not of a partner."""
    head = re.sub(r"\s", "", text[:start][-60:])
    if not alone:
        return head.endswith(own.name)
    whole = next(
        (
            name
            for name in (names.full(own.kind, own.name), names.short(own.kind, own.name))
            if head.endswith(name)
        ),
        "",
    )
    begins = text.rfind(whole[:3], 0, start)
    return bool(whole) and not (names.partner_before(text, begins) or _LISTED.search(text[:begins][-20:]))


_LISTED = re.compile(r"(?:ได้แก่|ประกอบด้วย|ระหว่าง|และ|กับ|,)\s?\Z")


def _is_not_home(parts: dict[str, str], agency: Agency) -> bool:
    """Whether the amphoe or the province is not the agency's own."""
    home = {"amphoe": _bare("อำเภอ", agency.amphoe), "province": _bare("จังหวัด", agency.province)}
    return any(
        typed
        and parts.get(level, typed) not in (typed, f"{typed}{home['province']}", f"เมือง{home['province']}")
        for level, typed in home.items()
    )
