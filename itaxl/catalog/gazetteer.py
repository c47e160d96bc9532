"""The places of Thailand, and the names of other agencies that a copied report still carries.

The one rule of the place: a name is certain only when it can be nothing else. Thai runs on without spaces, and
hundreds of tambons are called by an ordinary word: those count where the text says that a place is meant.

`gazetteer.tsv` holds one amphoe a line: province, amphoe, its tambons with a space between, without จังหวัด, อำเภอ
or ตำบล (the amphoe of a province's chief town is called in full: เมืองสิงห์บุรี), in the order of a Thai dictionary.
It was made from the list named in `gazetteer.LICENSE`, which also tells what was mended.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Literal

from itaxl.thai import names

Level = Literal["tambon", "amphoe", "province"]
LEVELS: tuple[Level, ...] = ("tambon", "amphoe", "province")

_CAPITAL = "กรุงเทพมหานคร"  # its เขต and แขวง are no seats of the agencies in question


@cache
def _tree() -> dict[str, dict[str, tuple[str, ...]]]:
    tree: dict[str, dict[str, tuple[str, ...]]] = {}
    for line in Path(__file__).with_name("gazetteer.tsv").read_text("utf-8").splitlines():
        province, amphoe, tambon_names = line.split("\t")
        tree.setdefault(province, {})[amphoe] = tuple(tambon_names.split())
    return tree


def provinces() -> tuple[str, ...]:
    """The 77 provinces, in the order of a Thai dictionary, as all lists here."""
    return tuple(_tree())


def amphoes(province: str) -> tuple[str, ...]:
    """The amphoes of a province; none when there is no such province."""
    return tuple(_tree().get(province, ()))


def tambons(province: str, amphoe: str) -> tuple[str, ...]:
    """The tambons of an amphoe; none when there is no such amphoe."""
    return _tree().get(province, {}).get(amphoe, ())


def where_is(tambon: str) -> list[tuple[str, str]]:
    """(amphoe, province) of every tambon of this name."""
    wanted = _bare(tambon, _TAMBON_WORD)
    return [(amphoe, province) for province, amphoe, within in _lines() if wanted in within]


def homes_of_amphoe(amphoe: str) -> list[str]:
    """The provinces with an amphoe of this name; เมือง alone is in nearly all of them."""
    wanted = _bare(amphoe, _AMPHOE_WORD)
    return [province for province, within in _tree().items() if _in_full(wanted, province) in within]


def fits(tambon: str, amphoe: str, province: str) -> bool:
    """Whether the three belong together; empty parts are skipped, and ตำบล, อำเภอ, จังหวัด before them too."""
    tambon, amphoe, province = (
        _bare(name, word)
        for name, word in ((tambon, _TAMBON_WORD), (amphoe, _AMPHOE_WORD), (province, _PROVINCE_WORD))
    )
    return any(
        province in ("", home) and _in_full(amphoe, home) in ("", seat) and (not tambon or tambon in within)
        for home, seat, within in _lines()
    )


def nearest(name: str, among: Iterable[str]) -> str | None:
    """The name one edit away, for "did you mean"; None when there is none, or when the name itself is there."""
    apart = {known: names.slips(name, known) for known in among if abs(len(known) - len(name)) < 5}
    best = min(apart, key=lambda known: apart[known], default=None)
    return best if best is not None and 0 < apart[best] <= 2 else None


_TAMBON_WORD = re.compile(r"^(?:ตำบล|ต\.|แขวง)\s?")
_AMPHOE_WORD = re.compile(r"^(?:อำเภอ|อ\.|เขต)\s?")
_PROVINCE_WORD = re.compile(r"^(?:จังหวัด|จ\.)\s?")


def _lines() -> Iterator[tuple[str, str, tuple[str, ...]]]:
    for province, within in _tree().items():
        for amphoe, tambon_names in within.items():
            yield province, amphoe, tambon_names


def _bare(name: str, word: re.Pattern[str]) -> str:
    return word.sub("", name.strip()).replace(" ", "")


def _in_full(amphoe: str, province: str) -> str:
    """อำเภอเมือง is short for the amphoe of the provincial capital."""
    return amphoe + province if amphoe == "เมือง" else amphoe


# Names in running text


@cache
def _names(level: Level) -> frozenset[str]:
    if level == "province":
        return frozenset(provinces())
    inland = [line for line in _lines() if line[0] != _CAPITAL]
    if level == "amphoe":
        return frozenset(amphoe for _, amphoe, _ in inland)
    return frozenset(name for _, _, within in inland for name in within)


@cache
def all_names() -> frozenset[str]:
    """The names of every province, amphoe and tambon."""
    return frozenset(name for province, amphoe, within in _lines() for name in (province, amphoe, *within))


@cache
def _longest(level: Level) -> int:
    return max(map(len, _names(level)))


def longest_name(text: str, start: int, level: Level) -> int | None:
    """The end of the longest name of the level that begins at `start`, stray single spaces in it allowed."""
    found = names.letters(text, start, _longest(level))
    typed = "".join(letter for letter, _ in found)
    for length in range(len(typed), 0, -1):
        if typed[:length] in _names(level) and names.ends_word(text, found[length - 1][1]):
            return found[length - 1][1]
    return None


# Other agencies

# Names that are also a verb, a number or a joining word: อบต.และ…, อบต.ควร….
_PREDICATE = re.compile(
    "และ|เลย|สอง|ใหม่|คง|ควร|แก|สิ|ลอง|เปลี่ยน|ตรวจ|ประกอบ|ขยาย|เหมาะ|กลาย|ตั้งใจ|กระจาย|สะท้อน|"
    "ครึ่ง|ละลาย|จำลอง|ฉลอง|เฉลิม|ย่อ|ทุ่ม|ยอด|ริม|กลาง|เหนือ|แพร่|ชื่นชม|แสวงหา|มีชัย|คึกคัก|"
    "เรียง|ประสงค์|เสี้ยว|สวด|ตาก|ลือ|โดด"
)
# Names that are, or begin, an ordinary noun or adjective that may follow the words for an agency.
_NOUN = re.compile(
    "สังคม|เมือง|อำนาจ|สมัย|สัมพันธ์|วัด|ตลาด|ถนน|อากาศ|สถาน|สมเด็จ|โรง|ช่อง|ดอกไม้|ชนบท|สะอาด|"
    "แม่น้ำ|ไร่|สว่าง|วัง|ภูมิ|ตำนาน|เหล่า|ยาง|กำแพง|ธาตุ|มหาดไทย|ทุ่ง|เป้า|ถาวร|สามัคคี|"
    "บ้านเรือ|บ้านเรือน|คลัง|ด่าน|แสงสว่าง|เมืองหลวง|เวียง|บริบูรณ์|ประณีต|มิตรภาพ|นิคม|สำราญ|"
    "น้ำตก|ไพบูลย์|ผาสุก|ร่มเย็น|อุโมงค์|ลำคลอง|พระพุทธ|พระบาท|ศิลา|ธงชัย|ประจัน|เสนา|เอกราช|"
    "น้ำตาล|สี่เหลี่ยม|พล|สมอ|เรือง|เหมือง|พิบูล|เกษม|ไพศาล|ศาลา|พระเจ้า|สมุด|สัมฤทธิ์|ใจดี"
)
_ADDRESS = re.compile(r"\s?(?:อำเภอ|อ\.|จังหวัด|จ\.)")
_THAI = re.compile("[ก-๎]")
_LEVELS: dict[str, tuple[Level, ...]] = {"อบจ.": ("province",), "อบต.": ("tambon",), "เมืองพัทยา": ()}


@dataclass(frozen=True, slots=True)
class Foreign:
    """Another agency's name in `text[start:end]`, the words of its kind included; `name` without stray spaces.

    `certain`: it can be nothing else. The own name behind another kind's words is foreign too (`name` is own).
    """

    start: int
    end: int
    kind: str
    name: str
    certain: bool


def foreign_agencies(text: str, own_kind: str, own_name: str, own_province: str = "") -> list[Foreign]:
    """The other agencies named in a text of the agency `own_kind` `own_name`; partners and visits are left out.

    A misspelling of the own name is not foreign, save a real place's name that is more than half an edit away.
    The organisation of the own province (of any, when none is given) is rightly named now and then: not certain.
    """
    return [
        Foreign(
            found.mention.start,
            found.end,
            found.kind,
            found.name,
            found.certain and not found.may_be_above(own_kind, own_province),
        )
        for found in _readings(text, own_kind, own_name)
        if found.name and not found.own and not names.partner_before(text, found.mention.start)
    ]


def foreign_kinds(text: str, own_kind: str, own_name: str = "") -> list[tuple[int, int, str]]:
    """(start, end, kind) where another kind is said without a name: ของเทศบาล in the report of an อบต."""
    return [
        (found.mention.start, found.end, found.kind)
        for found in _readings(text, own_kind, own_name)
        if not (found.name or _same_kind(found.kind, own_kind))
        and not names.partner_before(text, found.mention.start)
    ]


def own_variants(text: str, own_kind: str, own_name: str) -> list[tuple[int, int, int]]:
    """(start, end, edits) of every misspelling of the own name behind the words of the own kind."""
    return [
        (variant[0] - len(text[found.start : variant[0]].lstrip()), *variant)
        for found in _readings(text, own_kind, own_name)
        if found.own and (variant := names.variant_at(text, found.start, own_name))
    ]


@dataclass(frozen=True, slots=True)
class _Reading:
    """A mention with the name read behind it: its place, the name ("": none), whose it is, how sure."""

    mention: names.Mention
    kind: str
    start: int
    end: int
    name: str = ""
    own: bool = False
    certain: bool = True

    def may_be_above(self, own_kind: str, own_province: str) -> bool:
        """Whether it may be the organisation of the own province, and the own agency is another."""
        return self.kind == "อบจ." != own_kind and own_province in ("", self.name)


@lru_cache(maxsize=64)  # the questions above are asked of the same text one after the other
def _readings(text: str, own_kind: str, own_name: str) -> tuple[_Reading, ...]:
    return tuple(
        _own_reading(text, mention, own_kind, own_name)
        or _other_reading(text, mention)
        or _Reading(mention, mention.kind, mention.end_of_prefix, mention.end_of_prefix)  # without a name
        for mention in names.mentions(text)
        if not mention.generic
    )


def _starts(mention: names.Mention) -> list[tuple[str, int]]:
    """(kind, start of the name): the word behind เทศบาล may belong to the name, as in เทศบาลนครสวรรค์."""
    starts = [(mention.kind, mention.end_of_prefix)]
    if mention.kind != "เทศบาล" and mention.prefix.startswith("เทศบาล"):
        starts.append(("เทศบาล", mention.start + len("เทศบาล")))
    return starts


def _own_reading(text: str, mention: names.Mention, own_kind: str, own_name: str) -> _Reading | None:
    """The own name, or a slip of it, behind the mention; behind another kind's words it is not the own agency."""
    for kind, start in _starts(mention):
        if end := _own_end(text, start, kind, own_name):
            return _Reading(mention, kind, start, end, own_name, own=_same_kind(kind, own_kind))
    return None


def _own_end(text: str, start: int, kind: str, own_name: str) -> int | None:
    """Where the own name or a slip of it ends; None where a real place's name goes on, or is no slip."""
    place = _place_end(text, start, kind)
    if end := names.own_name_at(text, start, own_name):
        return None if place > end and not text[end].isspace() else end
    variant = names.variant_at(text, start, own_name)
    if variant is None or (place >= variant[0] and names.slips(own_name, _typed(text, start, place)) > 1):
        return None
    return variant[0]


def _other_reading(text: str, mention: names.Mention) -> _Reading | None:
    """The name of a place behind the mention, if it is more than an ordinary word."""
    for kind, start in _starts(mention):
        end = _place_end(text, start, kind)
        if end > mention.end_of_prefix and (trust := _trust(text, start, end, kind)) is not None:
            return _Reading(mention, kind, start, end, _typed(text, start, end), certain=trust)
    return None


def _same_kind(kind: str, own_kind: str) -> bool:
    return kind == own_kind or (kind == "เทศบาล" and own_kind.startswith(kind))


def _place_end(text: str, start: int, kind: str) -> int:
    """The end of the longest name of a place that an agency of the kind can bear; `start` when there is none."""
    levels = _LEVELS.get(kind, ("tambon", "amphoe", "province"))
    return max((longest_name(text, start, level) or start for level in levels), default=start)


def _typed(text: str, start: int, end: int) -> str:
    """The name in `text[start:end]` without its stray spaces."""
    return "".join(letter for letter, at in names.letters(text, start, end - start) if at <= end)


def _trust(text: str, start: int, end: int, kind: str) -> bool | None:
    """True: a name and nothing else; False: most likely a name; None: rather an ordinary word."""
    name, alone = _typed(text, start, end), not _THAI.match(text, end)
    if _ADDRESS.match(text, end):
        return True
    if (predicate := bool(_PREDICATE.fullmatch(name))) or len(name) < 4 or _NOUN.fullmatch(name):
        stands = alone and not text[start].isspace() and (kind == "อบจ." or not predicate)
        return not (predicate or _NOUN.fullmatch(name)) if stands else None
    return alone or kind != "เทศบาล"
