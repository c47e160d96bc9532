"""Where the official texts of the form are known from: lines of the sheet วิธีกรอก, and the mark beside an item.

The one rule of the place: it says what the year file says of each fact; nothing of it goes on the paper.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from itaxl.catalog.year import Fact, FactKind, OItem, Year

Line = tuple[str, str, str]  # what, how far it can be relied on, where it is known from

_MEANINGS = {
    FactKind.MANUAL: "ตรงกับคู่มือการประเมินของ ป.ป.ช. ของปีนั้น",
    FactKind.OFFICE: "พบในรายงานหรือเว็บไซต์ของหน่วยงานของรัฐ ยังไม่ได้สอบกับคู่มือ",
    FactKind.INFERRED: "ยังไม่พบหลักฐานโดยตรง เทียบจากข้อหรือปีอื่น",
    FactKind.CARRIED: "ใช้ของปีก่อนไปก่อนและปรับปีให้แล้ว โปรดสอบกับคู่มือเมื่อได้รับ",
}


def stand_in_mark(year: Year) -> str:
    """What a form of a year without a manual says of itself; empty for other years."""
    if year.known:
        return ""
    return f"ยังไม่มีคู่มือปี {year.year} แบบนี้ใช้ข้อของปี {year.based_on} ไปก่อน"


def item_mark(year: Year, item: OItem) -> str:
    """The mark under the required elements of an item that are not those of the year itself; empty for others."""
    source = year.source(item.basis.components)
    if source.kind in (FactKind.MANUAL, FactKind.OFFICE):
        return ""
    return f"({source.kind}: {source.text})"


def origin_lines(year: Year) -> Iterator[Line]:
    """The kinds with their numbers, the sources, the facts of the year, the items with those of each."""
    for kind, count in year.kinds().items():
        yield f"{kind}  {count} เรื่อง", _MEANINGS[kind], ""
    named = {source.id: f"[{n}]" for n, source in enumerate(year.sources, 1) if source.url or source.seen}
    for source in year.sources:
        if source.id in named:
            found = filter(None, (source.url, f"ดูเมื่อ {source.seen}" if source.seen else ""))
            yield f"{named[source.id]} {source.kind}", source.text, "\n".join(found)

    def told(fact: Fact) -> str:
        where = named.get(fact.source.id) or f"({fact.source.text})"
        return f"{fact.source.kind} {where}"

    facts = list(year.facts())
    for fact in facts:
        if not fact.of:
            yield fact.what, told(fact), ""
    of_items = groupby((fact for fact in facts if fact.of), key=lambda fact: fact.of)
    lines = [(code, "\n".join(f"{fact.what}: {told(fact)}" for fact in mine)) for code, mine in of_items]
    for text, run in groupby(lines, key=lambda line: line[1]):
        codes = [code for code, _ in run]
        yield (codes[0] if len(codes) == 1 else f"{codes[0]} ถึง {codes[-1]}"), text, ""
