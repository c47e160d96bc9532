"""A fiscal year of the ITA: its items, indicators, required elements and numbering.

The one rule of the place: it says what the year file says; nothing about a year is written in code.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby


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
class OItem:
    """One item that an agency must publish; `key` is its identity across years.

    `year_offset` says which year it speaks of, counted from the fiscal year (-1: the year before); it binds
    only where `year_bound`. `doubt` tells what is not certain about its wording, empty where nothing is.
    """

    no: int
    key: str
    title: str
    sub_indicator: str
    components: tuple[str, ...]
    group: str = ""
    aliases: tuple[str, ...] = ()
    keys: tuple[str, ...] = ()
    year_offset: int = 0
    year_bound: bool = False
    period: str = ""
    confidence: str = "seed"
    doubt: str = ""

    @property
    def code(self) -> str:
        """Its printed code, with the letter O: O1."""
        return f"O{self.no}"


@dataclass(frozen=True, slots=True)
class Element:
    """A part of the report that the year mandates, and the fields that hold it."""

    text: str
    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Year:
    """A year file, read and found consistent; `year` is the Buddhist-era fiscal year."""

    year: int
    plan_item: int
    report_item: int
    item_tables: bool
    round_offset: int
    levels: tuple[str, ...]
    elements: tuple[Element, ...]
    required: tuple[str, ...]
    topics: tuple[str, ...]
    doubts: tuple[str, ...]
    indicators: tuple[Indicator, ...]
    sub_indicators: tuple[SubIndicator, ...]
    items: tuple[OItem, ...]

    @property
    def mandated(self) -> tuple[str, ...]:
        """The fields that must be filled where they are printed: `measures.title`, `assessment.score`."""
        return (*(field for element in self.elements for field in element.fields), *self.required)

    @property
    def all_doubts(self) -> tuple[str, ...]:
        """Everything about this year that is not certain, in words."""
        return (*self.doubts, *(f"{item.code}: {item.doubt}" for item in self.items if item.doubt))

    @property
    def surveyed(self) -> tuple[Indicator, ...]:
        """The indicators of the surveys IIT and EIT: the rows of the form's second table."""
        return tuple(indicator for indicator in self.indicators if indicator.instrument != "OIT")

    def item(self, no: int) -> OItem | None:
        """The item of a number, None where the year has none."""
        return self.items[no - 1] if 1 <= no <= len(self.items) else None

    def items_of(self, sub_indicator: str) -> Iterator[tuple[str, tuple[OItem, ...]]]:
        """The runs of items under one group, in order; the group is empty where the year prints none."""
        mine = (item for item in self.items if item.sub_indicator == sub_indicator)
        for group, run in groupby(mine, key=lambda item: item.group):
            yield group, tuple(run)
