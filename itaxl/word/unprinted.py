"""What a person filled in and a layout does not show.

The one rule of the place: switches, working data and what the program filled are no loss; all else is told.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from itaxl.model.choices import STATUSES
from itaxl.model.columns import Column, Kind, columns
from itaxl.model.records import (
    Agency,
    Assessment,
    Evidence,
    Front,
    IndicatorRow,
    MeasureRow,
    OItemRow,
    Options,
    Paper,
    Plan,
    Record,
    Report,
    Signer,
)

# The lists of a layout's names that hold measures.
_MEASURES = ("measures.", "instruments.measures.", "instruments.tables.measures.")

# A record's place in the case file, and its paths in the context of a layout.
_PLACES: dict[type[Record], tuple[str, tuple[str, ...]]] = {
    Agency: ("agency.", ("agency.",)),
    Assessment: ("assessment.", ("assessment.",)),
    Paper: ("", ("",)),
    Plan: ("plan.", ("plan.",)),
    Front: ("front.", ("front.",)),
    Signer: ("signers[].", ("signers.",)),
    MeasureRow: ("measures[].steps[].", tuple(f"{each}steps." for each in _MEASURES)),
    IndicatorRow: ("indicators[].", ("iit.", "eit.")),
    OItemRow: ("o_items[].", ("oit.blocks.items.",)),
}
_OUTER = ("measures[].", _MEASURES)

_SILENT = {
    "agency.kind",
    "agency.divisions",
    "ita_round",
    "layout",
    "digits",
    "assessment.iit",
    "assessment.eit",
    "assessment.oit",
    "assessment.indicators",
}

# Fields that a layout may show under another name, or inside another one.
_ALSO = {
    "agency.tambon": ("agency.place",),
    "agency.amphoe": ("agency.place",),
    "agency.province": ("agency.place",),
    "assessment.fiscal_year": ("assessment.year",),
    "round": ("months",),
    "eit_url": ("eit_qr",),
    "measures[].instrument": ("instruments.name",),
    "measures[].indicator": (
        "instruments.tables.heading",
        *(each + name for each in _MEASURES for name in ("indicator_title", "indicator_heading")),
    ),
    "measures[].steps[].summary": tuple(f"{each}steps.results" for each in _MEASURES),
    "measures[].steps[].percent": tuple(f"{each}steps.headline" for each in _MEASURES),
    "signers[].prefix": ("signers.full_name",),
    "signers[].name": ("signers.full_name",),
}


def unprinted(report: Report, shown: Callable[[str], bool]) -> tuple[str, ...]:
    """The filled fields (`measures[].steps[].obstacles`) of which `shown` says no path of the context is printed."""
    return tuple(
        dict.fromkeys(
            field
            for record in report.records()
            if not isinstance(record, (Options, Evidence))
            for column in columns(type(record))
            if _filled(record, column)
            for field, paths in [_paths(record, column)]
            if field not in _SILENT and not any(map(shown, paths))
        )
    )


def _filled(record: Record, column: Column) -> bool:
    value = getattr(record, column.key)
    return not column.locked and (column.key in record.unread or value not in (None, "", ()))


def _paths(record: Record, column: Column) -> tuple[str, tuple[str, ...]]:
    """A field's path in the case file, and the paths of the context that show it."""
    base, bases = _OUTER if column.outer else _PLACES[type(record)]
    names = (column.key, *(name for name, _ in STATUSES)) if column.kind is Kind.BOXES else (column.key,)
    field = base + column.key
    return field, (*_also(field), *(each + name for each in bases for name in names))


def _also(field: str) -> Iterator[str]:
    yield from _ALSO.get(field, ())
