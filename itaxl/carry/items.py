"""Which item of the new year an item of the old one has become.

The one rule of the place: an item is known by its identities, never by its number or its words.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from itaxl.catalog.fields import fields_of
from itaxl.catalog.year import Indicator, OItem, Year
from itaxl.model.columns import columns
from itaxl.model.records import CeasedRow, OItemRow, Report


@dataclass(frozen=True, slots=True)
class Origin:
    """A filled row of an item, in the year in which it was filled; `returned` from the list of ceased items."""

    year: int
    label: str
    title: str
    keys: tuple[str, ...]
    row: OItemRow
    item: OItem | None = None

    @property
    def returned(self) -> bool:
        """Whether it stood on the list of ceased items."""
        return self.item is None


def origins(report: Report, year: Year) -> Iterator[Origin]:
    """Every filled item of a report, then those that had ceased before."""
    for row in report.o_items:
        item = year.item(row.no)
        if item is not None and any(each.text for each in fields_of(row) if each.column.key != "no"):
            yield Origin(report.fiscal_year, label(item, year), item.title, item.keys, row, item)
    for row in report.ceased:
        values = {column.key: getattr(row, column.key) for column in columns(OItemRow)}
        plain = OItemRow(at=row.at, unread=row.unread, **values)
        yield Origin(row.fiscal_year or 0, row.title, row.title, row.keys, plain)


def label(now: OItem | Indicator, year: Year) -> str:
    """The name of an item or indicator for a person; an item has no number yet in a year without a manual."""
    if isinstance(now, Indicator):
        return f"ตัวชี้วัดที่ {now.no} {now.name}"
    return f"{now.code} {now.title}" if year.known else now.title


def heirs(keys: Iterable[str], year: Year) -> list[OItem]:
    """The items of a year that hold one of these identities, that of the first identity first."""
    holders = {key: item for item in year.items for key in item.keys}
    return list({holders[key].no: holders[key] for key in keys if key in holders}.values())


def ceased(origin: Origin) -> CeasedRow:
    """The row on the list of items that the new year does not have."""
    values = {column.key: getattr(origin.row, column.key) for column in columns(OItemRow)}
    return CeasedRow(
        unread=origin.row.unread, **values, fiscal_year=origin.year, title=origin.title, keys=origin.keys
    )


def doubts(item: OItem, sources: Sequence[Origin], passed: Sequence[Year]) -> Iterator[str]:
    """Why a person should look again at what was carried into an item, in words; nothing where it is the same item.

    `passed` are the years after the old one up to the new one: each may have changed the meaning of the item.
    """
    named = " กับ ".join(f"“{each.label}” ของปี {each.year}" for each in sources)
    if len(sources) > 1:
        yield f"รวมข้อ {named}"
    for each in sources:
        if each.returned:
            yield f"แบบเดิมไม่มีข้อนี้ ยกมาจากข้อ “{each.label}” ของปี {each.year}"
        elif len(sources) == 1 and set(each.keys) != set(item.keys):
            yield f"ขอบเขตของข้อนี้ไม่เท่ากับข้อ {named}"
    known = [each.item for each in sources if each.item is not None]
    if any(each.year_offset != item.year_offset for each in known):
        yield "ปีของข้อมูลที่ข้อนี้ถามเปลี่ยนไป"
    keys = sorted({key for each in known for key in each.keys if key in item.keys})
    held = [each.item_of(key) for each in passed for key in keys]
    yield from dict.fromkeys(each.changed for each in held if each is not None and each.changed)
