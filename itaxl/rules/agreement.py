"""Agreement: one paper, project or person is told alike wherever the report speaks of it.

The one rule of the place: two things are one only by number or by their whole name; a project held twice, or in
several groups, is left alone.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import product

from itaxl.catalog.year import Year
from itaxl.catalog.year_file import year as year_of
from itaxl.model.columns import Record
from itaxl.model.findings import Severity
from itaxl.model.records import MeasureRow, OItemRow, Signer
from itaxl.rules import sources
from itaxl.rules.context import Context, Text
from itaxl.rules.mechanism import Hit, rule
from itaxl.rules.results import arabic, dates_in, heading, rows, text_of, years_in
from itaxl.thai import names
from itaxl.thai.calendar import ThaiDate
from itaxl.thai.dates import Found, parse_date
from itaxl.thai.tidy import comparable

_SETTLE = "ตรวจจากเอกสารจริง แล้วแก้ให้ตรงกันทุกแห่ง"


@dataclass(frozen=True, slots=True)
class Claim:
    """What a cell says of one thing: `identity` tells the things apart, `value` is compared, `typed` is quoted."""

    record: Record
    key: str
    identity: tuple[str, ...]
    called: str
    value: ThaiDate | int | str
    typed: str

    def contradicts(self, other: Claim) -> bool:
        """Whether another cell says otherwise; of two names one may be short for the other."""
        if isinstance(self.value, str) and isinstance(other.value, str):
            return self.value not in other.value and other.value not in self.value
        return self.record is not other.record and self.value != other.value


Claims = Callable[[Context], Iterator[Claim]]


def told_alike(code: str, title: str) -> Callable[[Claims], Claims]:
    """Declare a rule by the facts it compares: a finding at each cell that says otherwise than another of the thing."""

    def declare(facts: Claims) -> Claims:
        def disagreements(context: Context) -> Iterator[Hit]:
            things: dict[tuple[str, ...], list[Claim]] = defaultdict(list)
            for fact in facts(context):
                things[fact.identity].append(fact)
            for fact in (fact for said in things.values() if len(said) > 1 for fact in said):
                other = next(filter(fact.contradicts, things[fact.identity]), None)
                if other:
                    row = next((f"{row.name} " for row in rows(context) if row.record is other.record), "")
                    where = f"{row}ช่อง “{heading(other.record, other.key)}”"
                    message = f"{fact.called}: ที่นี่ “{fact.typed}” แต่{where} เป็น “{other.typed}”"
                    yield Hit(fact.record, fact.key, fact.typed, message, _SETTLE)

        disagreements.__doc__ = facts.__doc__
        rule(code, Severity.WARNING, title, sources.ELSEWHERE)(disagreements)
        return facts

    return declare


# ---- papers ----------------------------------------------------------------------------------------------------------

_PAPER = re.compile(
    r"(?P<kind>คำสั่ง|ประกาศ|หนังสือ)(?P<issuer>[^\n0-9/]{0,60}?)ที่\s?(?P<no>[0-9]{1,5}\s?/\s?25[0-9]{2})(?![0-9])[^\n/]{0,160}?ลงวันที่\s*(?=[0-9])"
)
_ANNOUNCED = re.compile(r"ประกาศ(?P<name>[^0-9\n/]{10,60}?)\s?(?:เมื่อ|ลง)วันที่\s*(?=[0-9])")
_REF = re.compile(r"(?P<no>[0-9]{1,5}\s?/\s?25[0-9]{2})\Z")


@told_alike("R31", "เอกสารฉบับเดียวกันลงวันที่ต่างกัน")
def dates_of_papers(context: Context) -> Iterator[Claim]:
    """One paper, by kind, issuer and number or by its whole name, is dated on two days."""
    own = names.parse_agency(context.report.agency.name)
    mine = {names.full(own.kind, own.name), names.short(own.kind, own.name)} if own else set()
    for text in context.texts:
        plain = arabic(text.text) if "วันที่" in text.text else ""
        starts = {found.start: found for found in dates_in(text.text)} if plain else {}
        for paper in _PAPER.finditer(plain):
            found, issuer = starts.get(paper.end()), re.sub(r"\s", "", paper["issuer"])
            if found and found.date.day:
                issuer = "" if issuer in mine else issuer
                yield _paper(text.record, text.column.key, (paper["kind"], issuer), paper["no"], found)
        for named in _ANNOUNCED.finditer(plain) if "ประกาศ" in plain else ():
            found = starts.get(named.end())
            if found and found.date.day:
                identity = ("ประกาศ", comparable(named["name"]), str(found.date.fiscal_year))
                called = f"ประกาศ{named['name'].strip()}"
                yield Claim(text.record, text.column.key, identity, called, found.date, found.text)
    for row in context.report.evidence:
        ref, date = _REF.search(arabic(row.ref.strip())), parse_date(row.date)
        if ref and date and date.day and row.kind in ("คำสั่ง", "ประกาศ", "หนังสือ"):
            yield _paper(row, "date", (row.kind, ""), ref["no"], Found(date, 0, 0, row.date.strip()))


def _paper(record: Record, key: str, of: tuple[str, str], no: str, found: Found) -> Claim:
    number = re.sub(r"\s", "", no)
    return Claim(record, key, (*of, number), f"{of[0]}ที่ {number}", found.date, found.text)


# ---- projects --------------------------------------------------------------------------------------------------------

_PROJECT = re.compile(
    r"โครงการ(?P<name>[ก-๎]{8,80}?)(?=\s|\Z|[,()“”\"]|เมื่อ|ประจำปี|วันที่|ในวัน|ระหว่าง|จำนวน|ให้แก่|โดยมี)"
)
_SEVERAL = re.compile(r"รุ่น|ครั้งที่|[0-9๐-๙]\s?ครั้ง|ทุกเดือน|กลุ่มที่|ระยะที่|ชุมชนที่")
_HEADS = re.compile(
    r"(?:ผู้เข้า(?:ร่วม|อบรม|รับ)|ผู้ร่วม|เข้าร่วม)[^\n0-9]{0,30}?(?P<count>[0-9][0-9,]{0,6})\s?(?:คน|ราย)"
)
_DAY_LEAD = re.compile(r"วันที่\s?\Z")


@told_alike("R32", "โครงการเดียวกันระบุวันที่หรือจำนวนต่างกัน")
def days_and_heads_of_projects(context: Context) -> Iterator[Claim]:
    """One project has two days or two numbers of participants.

    A project counts where it is the only one of its cell.
    """
    for text in context.texts:
        named = _PROJECT.findall(text.text) if "โครงการ" in text.text else []
        if len(named) == 1 and text.text.count("โครงการ") == 1 and not _SEVERAL.search(text.text):
            yield from _told_of(text, named[0])


def _told_of(text: Text, name: str) -> Iterator[Claim]:
    plain, called = arabic(text.text), f"โครงการ{name}"
    days = [
        found for found in dates_in(text.text) if found.date.day and _DAY_LEAD.search(plain, 0, found.start)
    ]
    heads = [*_HEADS.finditer(plain)]
    if len(days) == 1:
        yield Claim(
            text.record, text.column.key, (comparable(name), "day"), called, days[0].date, days[0].text
        )
    if len(heads) == 1:
        typed = text.text[heads[0].start("count") : heads[0].end()]
        yield Claim(
            text.record,
            text.column.key,
            (comparable(name), "heads"),
            called,
            int(heads[0]["count"].replace(",", "")),
            typed,
        )


# ---- one step --------------------------------------------------------------------------------------------------------

_HELD = re.compile(r"(?P<what>อบรม|ประชุม|ศึกษาดูงาน|กิจกรรม)[^\n0-9]{0,40}?วันที่\s?(?=[0-9])")


@rule("R34", Severity.WARNING, "สรุปผลกับผลลัพธ์ระบุวันที่หรือจำนวนต่างกัน", sources.ELSEWHERE)
def step_told_in_two_ways(context: Context) -> Iterator[Hit]:
    """Summary and outcome of one step tell two days of its only activity, or more participants in the outcome.

    Fewer in the outcome may be those of them who learnt it.
    """
    for row in context.report.measures:
        pairs = [[*_of_step(row, key)] for key in ("summary", "outcome")] if row.outcome else []
        for fact, other in product(*pairs) if pairs else ():
            fewer = isinstance(fact.value, int) and isinstance(other.value, int) and other.value < fact.value
            if fact.identity == other.identity and fact.value != other.value and not fewer:
                for one, two in ((fact, other), (other, fact)):
                    where = heading(row, two.key)
                    message = f"{one.called}: ช่อง “{heading(row, one.key)}” เป็น “{one.typed}” แต่ช่อง “{where}” เป็น “{two.typed}”"
                    yield Hit(row, one.key, one.typed, message, _SETTLE)


def _of_step(row: MeasureRow, key: str) -> Iterator[Claim]:
    """The only day of each kind of activity, and the only number of participants, of a cell."""
    text = text_of(row, key)
    plain, starts = arabic(text), {found.start: found for found in dates_in(text) if found.date.day}
    heads, held = [*_HEADS.finditer(plain)], [*_HELD.finditer(plain)]
    if len(heads) == 1 and not _SEVERAL.search(text):
        count = int(heads[0]["count"].replace(",", ""))
        yield Claim(
            row, key, ("heads",), "จำนวนผู้เข้าร่วม", count, text[heads[0].start("count") : heads[0].end()]
        )
    if len(held) == 1 and len(starts) == 1 and held[0].end() in starts:
        found = starts[held[0].end()]
        yield Claim(row, key, ("day", held[0]["what"]), f"วันที่{held[0]['what']}", found.date, found.text)


# ---- persons ---------------------------------------------------------------------------------------------------------

_PERSON = re.compile(
    r"(?:นาย|นางสาว|นาง|น\.ส\.)\s?(?P<first>[ก-๎]{2,25})\s+(?P<last>[ก-๎]{2,30})\s+ตำแหน่ง\s?(?P<position>[ก-๎]{4,60})"
)
_ACTING = re.compile("รักษา(?:ราชการ|การ)|ปฏิบัติหน้าที่|ปฏิบัติราชการแทน")


@told_alike("R33", "บุคคลเดียวกันมีตำแหน่งต่างกัน")
def positions_of_persons(context: Context) -> Iterator[Claim]:
    """One person has two positions; who acts for another rightly has.

    The signers are held against the persons that a text names with their positions.
    """
    for signer in context.report.signers:
        parts = signer.name.split()
        if len(parts) == 2 and signer.position.strip() and not signer.acting.strip():
            yield _position(signer, "position", parts[0], parts[1], signer.position)
    for text in context.texts:
        for found in _PERSON.finditer(text.text) if "ตำแหน่ง" in text.text else ():
            if not _ACTING.search(text.text):
                yield _position(
                    text.record, text.column.key, found["first"], found["last"], found["position"]
                )


def _position(record: Record, key: str, first: str, last: str, position: str) -> Claim:
    first = re.sub(r"^(?:นาย|นางสาว|นาง)", "", first) if isinstance(record, Signer) else first
    return Claim(
        record, key, (first, last), f"{first} {last[:1]}…", re.sub(r"\s", "", position), position.strip()
    )


# ---- complaints ------------------------------------------------------------------------------------------------------

_OF_CORRUPTION = r"(?:เรื่อง|ข้อ|การ)*ร้องเรียน(?:เรื่อง)?(?:การ)?ทุจริต(?:และ(?:การ)?ประพฤติมิชอบ)?"
_NONE = re.compile(rf"ไม่(?:มี|พบ){_OF_CORRUPTION}")
_SOME = re.compile(rf"(?<!ไม่)(?:มี|รับ|พบ){_OF_CORRUPTION}[^0-9\n]{{0,25}}(?P<count>[0-9]{{1,3}})\s?เรื่อง")
_PART_OF_A_YEAR = re.compile("(?<!ทุก)(?<!ประจำ)เดือน(?!ละ)|ไตรมาส|รอบ|ครึ่ง")


@told_alike("R35", "จำนวนเรื่องร้องเรียนการทุจริตต่างกัน")
def complaints_of_corruption(context: Context) -> Iterator[Claim]:
    """Complaints of corruption in one year are none here and some there, or two numbers."""
    for text in context.texts:
        if "ร้องเรียน" in text.text and "ทุจริต" in text.text and not _PART_OF_A_YEAR.search(text.text):
            years = {str(found.year) for found in years_in(text.text) if not found.of_law}
            some = _SOME.search(arabic(text.text))
            found = some or _NONE.search(text.text)
            if found and len(years) < 2:
                identity = ("complaints", *years)
                value = int(some["count"]) if some else 0
                typed = text.text[found.start() : found.end()]
                yield Claim(text.record, text.column.key, identity, "เรื่องร้องเรียนการทุจริต", value, typed)


# ---- boxes -----------------------------------------------------------------------------------------------------------


@rule("S16", Severity.WARNING, "มาตรการกับข้อ O ติ๊กสถานะขัดกัน", sources.ELSEWHERE)
def box_against_the_box_of_the_item(context: Context) -> Iterator[Hit]:
    """A measure is ticked done, and the O-item that it names is ticked not begun, or the other way round."""
    told = [row for row in rows(context) if row.status in ("done", "not_started")]
    items = {row.record.no: row for row in told if isinstance(row.record, OItemRow)}
    for row in told if items else ():
        named = (
            []
            if isinstance(row.record, OItemRow)
            else _items_named(context.year, text_of(row.record, row.plans[0]))
        )
        for no in named:
            item = items.get(no)
            if item and item.status != row.status:
                message = (
                    f"{row.name} กับ{item.name} เป็นเรื่องเดียวกัน แต่แห่งหนึ่งติ๊กว่าดำเนินการแล้ว อีกแห่งติ๊กว่ายังไม่ดำเนินการ"
                )
                for each in (row, item):
                    yield Hit(
                        each.record,
                        f"status:{each.status}",
                        "☑",
                        message,
                        "ตรวจสถานะจริง แล้วติ๊กให้ตรงกันทั้งสองแห่ง",
                    )


_ITEM = re.compile(r"(?:ข้อ\s?|\()[Oo]\s?(?P<no>[0-9]{1,2})(?![0-9])")
_OPENERS = re.compile(r"^[0-9๐-๙.\s]*(?:มาตรการ|กิจกรรม|การจัดทำ|จัดทำ|การเผยแพร่|เผยแพร่|ประกาศ|เรื่อง)*")
_TITLE = 14  # letters: a shorter title may begin another phrase


def _items_named(year: Year, text: str) -> list[int]:
    """The items that a title names by number, or begins with by their whole official title."""
    plain = _OPENERS.sub("", re.sub(r"\s", "", text))
    numbers = [int(found["no"]) for found in _ITEM.finditer(arabic(text))]
    return numbers or [no for no, title in _titles(year.year).items() if plain.startswith(title)]


@cache
def _titles(fiscal_year: int) -> dict[int, str]:
    """The official titles by item, without spaces, of those long enough to be told by."""
    plain = {item.no: re.sub(r"\s", "", item.title) for item in year_of(fiscal_year).items}
    return {no: title for no, title in plain.items() if len(title) >= _TITLE}
