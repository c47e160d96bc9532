"""A fiscal year of the ITA: its items, indicators, required elements and numbering, and where each is known from.

The one rule of the place: it says what the year file says; nothing about a year is written in code.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby


class FactKind(StrEnum):
    """How far a fact of a year can be relied on, surest first."""

    MANUAL = "ตามคู่มือ"
    OFFICE = "พบที่หน่วยงาน"
    INFERRED = "อนุมาน"
    CARRIED = "ยกมาจากปีก่อน"


@dataclass(frozen=True, slots=True)
class Source:
    """Where facts are known from: `text` in words for officers, `url` where there is one, `seen` the day it was read."""

    id: str
    kind: FactKind
    text: str
    url: str = ""
    seen: str = ""

    def carried_from(self, year: int) -> Source:
        """The same source where that year stands in for one without a file, of which nothing is known."""
        return Source(self.id, FactKind.CARRIED, f"แบบของปี {year}")

    @property
    def address(self) -> str:
        """Everything that helps to find it again, in one line."""
        return " ".join(part for part in (self.text, self.url, self.seen and f"(ดูเมื่อ {self.seen})") if part)


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that a year says: `of` is the item's code, empty for the year itself; `what` names the thing."""

    of: str
    what: str
    source: Source


@dataclass(frozen=True, slots=True)
class Indicator:
    """One of the ten indicators; `instrument` is IIT, EIT or OIT."""

    no: int
    name: str
    instrument: str
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SubIndicator:
    """A part of indicator 9 or 10, numbered 9.1 and so on."""

    no: str
    name: str
    indicator: int


@dataclass(frozen=True, slots=True)
class ItemBasis:
    """The id of the source of each fact of an item; an empty one: not known, the nearest year's stands in."""

    title: str  # with the number
    components: str = ""
    group: str = ""  # with the sub-indicator
    year: str = ""


@dataclass(frozen=True, slots=True)
class OItem:
    """One item that an agency must publish; `keys` are its identities across years, several where items were merged.

    `year_offset` says which year it speaks of, counted from the fiscal year (-1: the year before); it binds
    only where `year_bound`. `doubt` tells what is not certain about its wording, `changed` in what its meaning
    differs from that of the same item in the years before; both empty where there is nothing to tell.
    """

    no: int
    keys: tuple[str, ...]
    title: str
    sub_indicator: str
    basis: ItemBasis
    components: tuple[str, ...] = ()
    group: str = ""
    aliases: tuple[str, ...] = ()
    year_offset: int = 0
    year_bound: bool = False
    period: str = ""
    doubt: str = ""
    changed: str = ""
    known: bool = True  # whether the year itself has this number, and no other year stands in

    @property
    def code(self) -> str:
        """Its printed code, with the letter O: O1."""
        return f"O{self.no}"

    @property
    def key(self) -> str:
        """Its first identity."""
        return self.keys[0]

    @property
    def demand(self) -> str:
        """All that it asks for, in words: its title and its components, one a line."""
        return "\n".join((self.title, *self.components))


@dataclass(frozen=True, slots=True)
class Element:
    """A part of the report that the year mandates, and the fields that hold it."""

    text: str
    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class YearBasis:
    """The id of the source of each fact of the year itself; an empty one: not known, the nearest year's stands in."""

    plan_item: str
    report_item: str
    round: str
    levels: str = ""
    topics: str = ""
    elements: str = ""
    indicators: str = ""
    sub_indicators: str = ""


_FACTS = {
    "plan_item": "ข้อของมาตรการ",
    "report_item": "ข้อของรายงานผล",
    "round": "รอบการประเมินที่รายงานตอบ",
    "levels": "ระดับผลการประเมิน",
    "topics": "ประเด็นที่มาตรการควรครอบคลุม",
    "elements": "สิ่งที่รายงานต้องมี",
    "indicators": "ชื่อตัวชี้วัด",
    "sub_indicators": "ชื่อตัวชี้วัดย่อย",
}
_ITEM_FACTS = {
    "title": "เลขและชื่อข้อ",
    "components": "องค์ประกอบด้านข้อมูล",
    "group": "กลุ่มของข้อ",
    "year": "ปีของข้อมูล",
}


@dataclass(frozen=True, slots=True)
class Year:
    """A year file, read and found consistent; `year` is the Buddhist-era fiscal year.

    Where a year has no file yet, that of the year `based_on` stands in: then no number of an item is known.
    """

    year: int
    plan_item: int
    report_item: int
    item_tables: bool
    round_offset: int
    basis: YearBasis
    sources: tuple[Source, ...]
    items: tuple[OItem, ...]
    levels: tuple[str, ...] = ()
    elements: tuple[Element, ...] = ()
    required: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()
    calendar: str = ""  # when the round is answered, in words
    indicators: tuple[Indicator, ...] = ()
    sub_indicators: tuple[SubIndicator, ...] = ()
    based_on: int = 0

    @property
    def known(self) -> bool:
        """Whether the year has a file of its own."""
        return self.based_on == self.year

    @property
    def notice(self) -> str:
        """What to say of a form of a year without a manual; empty for other years."""
        if self.known:
            return ""
        return f"ยังไม่มีคู่มือปี {self.year} ใช้แบบของปี {self.based_on} ไปก่อน แล้วปรับเมื่อคู่มือออก"

    @property
    def plan_code(self) -> str:
        """The code of the item of the measures, O25; empty where the year's numbers are not known."""
        return f"O{self.plan_item}" if self.known else ""

    @property
    def answers(self) -> int:
        """The round of the assessment that a report of this year answers, where the form names no other."""
        return self.year + self.round_offset

    def cite(self, item: OItem) -> str:
        """An item as a source that can be shown: O32/2567, of the year that stands in where there is no manual yet."""
        return f"{item.code}/{self.based_on}"

    @property
    def topics_source(self) -> str:
        """Where the topics are known from: the item of the measures, or what they were carried from."""
        source = self.source(self.basis.topics)
        carried = f"{source.text} ({source.kind})"
        return carried if source.kind is FactKind.CARRIED else f"O{self.plan_item}/{self.year}"

    @property
    def mandated(self) -> tuple[str, ...]:
        """The fields that must be filled where they are printed: `measures.title`, `assessment.score`."""
        return (*(field for element in self.elements for field in element.fields), *self.required)

    @property
    def all_doubts(self) -> tuple[str, ...]:
        """Everything about this year that is not certain, in words."""
        return (*self.doubts, *(f"{item.code}: {item.doubt}" for item in self.items if item.doubt))

    @property
    def official_texts(self) -> Iterator[str]:
        """Every name, title and component of the year, as a person may quote it."""
        yield from self.topics
        yield from (each.name for each in self.indicators)
        yield from (each.name for each in self.sub_indicators)
        for item in self.items:
            yield from (item.title, item.group, *item.components, *item.aliases)

    @property
    def surveyed(self) -> tuple[Indicator, ...]:
        """The indicators of the surveys IIT and EIT: the rows of the form's second table."""
        return tuple(indicator for indicator in self.indicators if indicator.instrument != "OIT")

    def item(self, no: int) -> OItem | None:
        """The item of a number, None where the year has none."""
        return self.items[no - 1] if 1 <= no <= len(self.items) else None

    def item_of(self, key: str) -> OItem | None:
        """The item that holds an identity, None where the year has none."""
        return next((item for item in self.items if key in item.keys), None)

    def same_item(self, item: OItem) -> OItem | None:
        """The item of this year with the identity of another year's, None where the year has none."""
        return next((now for key in item.keys if (now := self.item_of(key))), None)

    def items_of(self, sub_indicator: str) -> Iterator[tuple[str, tuple[OItem, ...]]]:
        """The runs of items under one group, in order; the group is empty where the year prints none."""
        mine = (item for item in self.items if item.sub_indicator == sub_indicator)
        for group, run in groupby(mine, key=lambda item: item.group):
            yield group, tuple(run)

    def source(self, id: str) -> Source:
        """The source of an id that stands beside a fact."""
        return next(source for source in self.sources if source.id == id)

    def is_of_the_manual(self, id: str) -> bool:
        """Whether a fact with the source of an id is known from the manual of the year; an empty id: not known."""
        return bool(id) and self.source(id).kind is FactKind.MANUAL

    def facts(self) -> Iterator[Fact]:
        """Every fact of the year with its source, the year's own first."""
        for name, what in _FACTS.items():
            yield Fact("", what, self.source(getattr(self.basis, name)))
        for item in self.items:
            for name, what in _ITEM_FACTS.items():
                yield Fact(item.code, what, self.source(getattr(item.basis, name)))

    def kinds(self) -> dict[FactKind, int]:
        """How many facts there are of each kind."""
        kinds = [fact.source.kind for fact in self.facts()]
        return {kind: kinds.count(kind) for kind in FactKind}
