"""Measures as the layouts by instrument want them: under IIT, EIT, OIT, and under their indicators.

The one rule of the place: what was typed is never dropped; a measure of no known instrument stands in a nameless part.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import groupby

from itaxl.catalog.year import Indicator, SubIndicator, Year
from itaxl.model.choices import INSTRUMENTS
from itaxl.thai.digits import to_arabic

Names = dict[str, object]

_NUMBERED = re.compile(r"(?:ตัวชี้วัด(?:ย่อย)?(?:ที่)?)?\s*\(?\s*(\d{1,2}(?:\.\d{1,2})?)\s*\)?\.?\s*(.*)", re.DOTALL)
_KNOWN = tuple(str(name) for name, _ in INSTRUMENTS)


def instruments(measures: Sequence[Names], year: Year) -> list[Names]:
    """The measures under each instrument that has any: `no` counts the named ones, `tables` divides by indicator.

    Those of no instrument come first, without a name; a text that is no instrument is a name of its own, last.
    """
    named: dict[str, list[Names]] = {"": [], **{name: [] for name in _KNOWN}}
    for measure in measures:
        named.setdefault(_instrument(measure, year), []).append(measure)
    filled = [(name, mine) for name, mine in named.items() if mine]
    nameless = sum(not name for name, _ in filled)
    return [
        {"no": place - nameless, "name": name, "measures": mine, "tables": _tables(mine)}
        for place, (name, mine) in enumerate(filled, 1)
    ]


def _instrument(measure: Mapping[str, object], year: Year) -> str:
    """The instrument that was typed, else that of the indicator."""
    typed = str(measure["instrument"])
    indicator = find_indicator(str(measure["indicator"]), year)
    if typed or indicator is None:
        return typed
    no = indicator.no if isinstance(indicator, Indicator) else indicator.indicator
    return next(each.instrument for each in year.indicators if each.no == no)


def _tables(measures: Sequence[Names]) -> list[Names]:
    """Runs of measures under one heading."""
    runs = groupby(measures, key=lambda measure: measure["indicator_heading"])
    return [{"heading": heading, "measures": list(run)} for heading, run in runs]


# ---- indicators ------------------------------------------------------------------------------------------------------


def find_indicator(typed: str, year: Year) -> Indicator | SubIndicator | None:
    """The indicator of a number ("6", "9.1") or a name, blanks aside; None where the year has none such."""
    known: tuple[Indicator | SubIndicator, ...] = (*year.indicators, *year.sub_indicators)
    numbered = _NUMBERED.fullmatch(to_arabic(typed).strip())
    for each in known:
        names = (each.name, *(each.aliases if isinstance(each, Indicator) else ()))
        if numbered[1] == str(each.no) if numbered else _bare(typed) in map(_bare, names):
            return each
    return None


def indicator_heading(typed: str, year: Year) -> str:
    """The heading over its measures: ตัวชี้วัดที่ (6) …, ตัวชี้วัด (9.1) …; what is not known, as typed."""
    found = find_indicator(typed, year)
    if isinstance(found, Indicator):
        return f"ตัวชี้วัดที่ ({found.no}) {found.name}"
    if found:
        return f"ตัวชี้วัด ({found.no}) {found.name}"
    return typed if not typed or typed.startswith("ตัวชี้วัด") else f"ตัวชี้วัด {typed}"


def indicator_title(typed: str, year: Year) -> str:
    """An indicator in a cell: a bare number gets its name, a name stays as typed."""
    numbered = _NUMBERED.fullmatch(to_arabic(typed).strip())
    found = find_indicator(typed, year)
    return f"({found.no}) {found.name}" if numbered and not numbered[2] and found else typed


def indicator_opening(sub: SubIndicator, year: Year) -> str:
    """The heading of a whole indicator, before the first of its parts; nothing before the others."""
    parts = [each for each in year.sub_indicators if each.indicator == sub.indicator]
    if parts[0] is not sub:
        return ""
    name = next((each.name for each in year.indicators if each.no == sub.indicator), "")
    items = sum(item.sub_indicator in {part.no for part in parts} for item in year.items)
    return f"ตัวชี้วัด ({sub.indicator}) {name} ประกอบด้วย {len(parts)} ตัวชี้วัดย่อย ({items} ข้อมูล)"


def _bare(name: str) -> str:
    return "".join(name.split())


# ---- results ---------------------------------------------------------------------------------------------------------

_PERCENT = re.compile(r"[0-9๐-๙]\s*(?:[%％]|เปอร์เซ็นต์)|ร้อยละ\s*[0-9๐-๙]+(?:\.[0-9๐-๙]+)?")
_WORDS = {
    "not_started": "ยังไม่ดำเนินการ",
    "in_progress": "อยู่ระหว่างดำเนินการ",
    "done": "ดำเนินการแล้ว",
}


def headline(step: Mapping[str, object]) -> Names:
    """The result of a step: the words that state the percentage, the rest of their line, the lines after it."""
    lines = step["summary"]
    typed = tuple(lines) if isinstance(lines, (list, tuple)) else (str(lines),)
    found = _PERCENT.search(typed[0]) if typed else None
    if found:
        return {"headline": typed[0][: found.end()], "rest": typed[0][found.end() :], "results": typed[1:]}
    return {"headline": _stated(str(step["percent"]), str(step["status"])), "rest": "", "results": typed}


def _stated(percent: str, status: str) -> str:
    """A percentage that the result does not say itself."""
    if not percent:
        return ""
    measured = f"{percent}%" if percent.replace(".", "").isdecimal() else percent
    return f"{_WORDS[status]} {measured}" if status in _WORDS else f"ร้อยละ {percent}"
