"""The rows of a paper as layouts want them: measures under instruments and indicators, indicators, items in blocks.

The one rule of the place: what was typed is never dropped; a measure of no known instrument stands in a nameless part.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from itaxl.catalog.year import Indicator, OItem, SubIndicator, Year
from itaxl.model.columns import INSTRUMENTS, STATUSES, column_of
from itaxl.model.records import IndicatorRow, MeasureRow, OItemRow
from itaxl.thai.digits import to_arabic
from itaxl.word.naming import Named, offer_name

_PERCENT = re.compile(r"[0-9๐-๙]\s*(?:[%％]|เปอร์เซ็นต์)|ร้อยละ\s*[0-9๐-๙]+(?:\.[0-9๐-๙]+)?")
_MEASURED = {value: word for value, word in STATUSES if value != "impossible"}
_NUMBERED = re.compile(r"(?:ตัวชี้วัด(?:ย่อย)?(?:ที่)?)?\s*\(?\s*(\d{1,2}(?:\.\d{1,2})?)\s*\)?\.?\s*(.*)", re.DOTALL)


@dataclass(frozen=True)
class StepNames(Named, of=MeasureRow, only=lambda column: not column.outer):
    """A step of a measure; its result is divided behind the words of its first line that state a percentage."""

    record: MeasureRow

    @offer_name("percent")
    def headline(self) -> str:
        """ต้นบรรทัดแรกของผล ถึงร้อยละที่ระบุ หรือว่าง"""
        return self._result[0]

    @offer_name()
    def rest(self) -> str:
        """ข้อความในบรรทัดแรกนั้น ต่อจาก headline"""
        return self._result[1]

    @offer_name("summary")
    def results(self) -> tuple[str, ...]:
        """บรรทัดของผลต่อจากบรรทัดแรกนั้น (รายการบรรทัด)"""
        return self._result[2]

    @cached_property
    def _result(self) -> tuple[str, str, tuple[str, ...]]:
        """The three of them; a percentage that the result does not state is stated as its head."""
        typed, percent, status = (
            self.show(column_of(MeasureRow, key)) for key in ("summary", "percent", "status")
        )
        lines = typed if isinstance(typed, tuple) else (str(typed),)
        if lines and (found := _PERCENT.search(lines[0])):
            return lines[0][: found.end()], lines[0][found.end() :], lines[1:]
        if percent == "" or status not in _MEASURED:
            return f"ร้อยละ {percent}" if percent else "", "", lines
        sign = "%" if str(percent).replace(".", "").isdecimal() else ""
        return f"{_MEASURED[str(status)]} {percent}{sign}", "", lines


@dataclass(frozen=True)
class MeasureNames(Named, of=MeasureRow, only=lambda column: column.outer):
    """A measure with its steps; the first of its `rows` says which measure it is."""

    record: MeasureRow
    rows: Sequence[MeasureRow]
    year: Year

    @offer_name("indicator")
    def indicator_title(self) -> str:
        """ตัวชี้วัด เลขเปล่ามีชื่อต่อท้าย"""
        numbered = _NUMBERED.fullmatch(to_arabic(self.indicator).strip())
        found = find_indicator(self.indicator, self.year)
        return f"({found.no}) {found.name}" if numbered and not numbered[2] and found else self.indicator

    @offer_name("indicator")
    def indicator_heading(self) -> str:
        """หัวข้อตัวชี้วัด เช่น ตัวชี้วัดที่ (6) คุณภาพการดำเนินงาน"""
        return self.heading

    @offer_name(holds=StepNames)
    def steps(self) -> list[StepNames]:
        """ขั้นตอนของมาตรการ (รายการ)"""
        return [StepNames(row) for row in self.rows]

    @property
    def indicator(self) -> str:
        """The indicator as typed."""
        return self.record.indicator

    @property
    def heading(self) -> str:
        """The heading over its table: ตัวชี้วัดที่ (6) …, ตัวชี้วัด (9.1) …; what the year does not know, as typed."""
        found = find_indicator(self.indicator, self.year)
        if found is None:
            typed = self.indicator
            return typed if not typed or typed.startswith("ตัวชี้วัด") else f"ตัวชี้วัด {typed}"
        word = "ตัวชี้วัดที่" if isinstance(found, Indicator) else "ตัวชี้วัด"
        return f"{word} ({found.no}) {found.name}"

    @property
    def instrument(self) -> str:
        """The instrument that was typed, else that of the indicator."""
        typed = str(self.show(column_of(MeasureRow, "instrument")))
        found = find_indicator(self.indicator, self.year)
        if typed or found is None:
            return typed
        no = found.no if isinstance(found, Indicator) else found.indicator
        return next(each.instrument for each in self.year.indicators if each.no == no)


def find_indicator(typed: str, year: Year) -> Indicator | SubIndicator | None:
    """The indicator of a number ("6", "9.1") or a name, blanks aside; None where the year has none such."""
    numbered = _NUMBERED.fullmatch(to_arabic(typed).strip())
    bare = "".join(typed.split())
    known: tuple[Indicator | SubIndicator, ...] = (*year.indicators, *year.sub_indicators)
    for each in known:
        names = (each.name, *(each.aliases if isinstance(each, Indicator) else ()))
        if numbered[1] == str(each.no) if numbered else bare in ("".join(name.split()) for name in names):
            return each
    return None


# ---- under their instruments -----------------------------------------------------------------------------------------


@dataclass(frozen=True)
class TableNames(Named):
    """Measures in a row under one heading."""

    title: str
    mine: list[MeasureNames]

    @offer_name((MeasureRow, "indicator"))
    def heading(self) -> str:
        """หัวข้อตัวชี้วัด หรือว่าง"""
        return self.title

    @offer_name(holds=MeasureNames)
    def measures(self) -> list[MeasureNames]:
        """มาตรการ (รายการ)"""
        return self.mine


@dataclass(frozen=True)
class InstrumentNames(Named):
    """The measures of one instrument; only those with a name have a number that counts."""

    number: int
    title: str
    mine: list[MeasureNames]

    @offer_name()
    def no(self) -> int:
        """ลำดับของแบบวัดที่มีมาตรการ"""
        return self.number

    @offer_name((MeasureRow, "instrument"))
    def name(self) -> str:
        """IIT EIT OIT หรือว่างเมื่อไม่ระบุแบบวัด"""
        return self.title

    @offer_name(holds=MeasureNames)
    def measures(self) -> list[MeasureNames]:
        """มาตรการ (รายการ)"""
        return self.mine

    @offer_name(holds=TableNames)
    def tables(self) -> list[TableNames]:
        """มาตรการของแบบวัดนี้ แยกตามตัวชี้วัด (รายการ)"""
        runs = groupby(self.mine, key=lambda measure: measure.heading)
        return [TableNames(heading, list(run)) for heading, run in runs]


def divide_by_instrument(measures: Sequence[MeasureNames]) -> list[InstrumentNames]:
    """The instruments that have measures: those of none first, without a name; a text that is no instrument last."""
    named: dict[str, list[MeasureNames]] = {"": [], **{str(name): [] for name, _ in INSTRUMENTS}}
    for measure in measures:
        named.setdefault(measure.instrument, []).append(measure)
    filled = [(name, mine) for name, mine in named.items() if mine]
    nameless = sum(not name for name, _ in filled)
    return [InstrumentNames(place - nameless, name, mine) for place, (name, mine) in enumerate(filled, 1)]


# ---- indicators and items of the year --------------------------------------------------------------------------------


@dataclass(frozen=True)
class IndicatorNames(Named, of=IndicatorRow):
    """An indicator of the surveys."""

    record: IndicatorRow
    official: Indicator

    @offer_name()
    def name(self) -> str:
        """ชื่อตัวชี้วัด"""
        return self.official.name

    @offer_name()
    def heading(self) -> str:
        """ตัวชี้วัดที่ … พร้อมชื่อ"""
        return f"ตัวชี้วัดที่ {self.official.no} {self.official.name}"


@dataclass(frozen=True)
class ItemNames(Named, of=OItemRow):
    """An O-item."""

    record: OItemRow
    official: OItem

    @offer_name()
    def code(self) -> str:
        """รหัสข้อ เช่น O1 หรือเพียงลำดับ เมื่อปีนั้นยังไม่มีคู่มือ"""
        return self.official.code if self.official.known else str(self.official.no)

    @offer_name()
    def title(self) -> str:
        """ข้อมูล (ชื่อข้อ)"""
        return self.official.title

    @offer_name()
    def components(self) -> tuple[str, ...]:
        """องค์ประกอบด้านข้อมูล (รายการบรรทัด)"""
        return self.official.components


@dataclass(frozen=True)
class BlockNames(Named):
    """The items under one group."""

    title: str
    rows: list[ItemNames]

    @offer_name()
    def group(self) -> str:
        """ชื่อกลุ่ม ว่างเมื่อไม่มีหรือซ้ำกับชื่อตัวชี้วัดย่อย"""
        return self.title

    @offer_name(holds=ItemNames)
    def items(self) -> list[ItemNames]:
        """ข้อ O ใต้กลุ่มนี้ (รายการ)"""
        return self.rows


@dataclass(frozen=True)
class SubIndicatorNames(Named):
    """A sub-indicator of the OIT with its items."""

    official: SubIndicator
    of_year: Year
    filled: Mapping[int, OItemRow]

    @offer_name()
    def no(self) -> str:
        """เลขตัวชี้วัดย่อย เช่น 9.1"""
        return self.official.no

    @offer_name()
    def name(self) -> str:
        """ชื่อตัวชี้วัดย่อย"""
        return self.official.name

    @offer_name()
    def indicator(self) -> str:
        """หัวข้อของตัวชี้วัดหลัก ก่อนตัวชี้วัดย่อยตัวแรกของมัน หรือว่าง"""
        year, whole = self.of_year, self.official.indicator
        parts = [each for each in year.sub_indicators if each.indicator == whole]
        if parts[0] is not self.official:
            return ""
        title = next((each.name for each in year.indicators if each.no == whole), "")
        items = sum(item.sub_indicator in {part.no for part in parts} for item in year.items)
        return f"ตัวชี้วัด ({whole}) {title} ประกอบด้วย {len(parts)} ตัวชี้วัดย่อย ({items} ข้อมูล)"

    @offer_name(holds=BlockNames)
    def blocks(self) -> list[BlockNames]:
        """กลุ่มของข้อ (รายการ)"""
        return [
            BlockNames(
                "" if group == self.official.name else group,
                [ItemNames(self.filled.get(item.no, OItemRow(no=item.no)), item) for item in items],
            )
            for group, items in self.of_year.items_of(self.official.no)
        ]
