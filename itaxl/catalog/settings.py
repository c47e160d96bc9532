"""How a report will be printed: what the form says, what the command adds, what the layout takes for granted.

The one rule of the place: everybody who asks "is this field printed?" asks here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields

from itaxl.catalog.year import Year
from itaxl.model.columns import Column
from itaxl.model.records import IndicatorRow, OItemRow, Record, Report

DEFAULT_LAYOUT = "annual"


@dataclass(frozen=True, slots=True)
class Settings:
    """The decisions for one paper; `layout` names a shipped layout, also for checking when a file is used."""

    layout: str = DEFAULT_LAYOUT
    digits: str = "thai"
    cover: bool = True
    item_tables: bool = False
    qr: bool = False
    contents: bool = False
    catchwords: bool = False
    boxes: int = 2


_BY_LAYOUT: dict[str, dict[str, object]] = {
    "annual": {},
    "concise": {},
    "matrix": {"cover": False, "qr": True},
    "book": {"contents": True, "catchwords": True, "item_tables": True},
}


def settings(report: Report, year: Year, overrides: Mapping[str, object] | None = None) -> Settings:
    """Settings for a report: overrides first (None is no override), then the form, then the layout's habit."""
    chosen = {name: value for name, value in (overrides or {}).items() if value is not None}
    layout = str(chosen.get("layout") or report.paper.layout or DEFAULT_LAYOUT)
    habit: dict[str, object] = {"item_tables": year.item_tables, **_BY_LAYOUT.get(layout, {})}
    filled = {
        name: value
        for source in (report.options, report.paper)
        for name in _NAMES
        if (value := getattr(source, name, None)) is not None
    }
    return Settings(**{**habit, **filled, **chosen, "layout": layout})


_NAMES = tuple(field.name for field in fields(Settings))


def is_printed(column: Column, record: type[Record], how: Settings) -> bool:
    """Whether this layout, with these options, prints the field."""
    if issubclass(record, (IndicatorRow, OItemRow)) and not how.item_tables:
        return False
    return how.layout in column.prints
