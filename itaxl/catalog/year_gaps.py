"""What a year file leaves out stands in from the nearest year: the same item by its identity, its years shifted.

The one rule of the place: what stands in says from where, as its source; nobody takes it for the year's own manual.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from typing import Any

from itaxl.catalog.year import FactKind, ItemBasis, OItem, Source, Year, YearBasis
from itaxl.catalog.year_texts import unbind

_OF_THE_YEAR = ("levels", "topics", "elements", "indicators", "sub_indicators")

Donor = tuple[Year, OItem]


def fill_gaps(year: Year, others: Callable[[], Iterator[Year]]) -> Year:
    """The year with what it leaves out; `others` gives the other years, nearest first, and is asked only if needed."""
    filler = _Filler(year, others)
    items = tuple(map(filler.item, year.items))
    values = filler.of_the_year()
    return dataclasses.replace(year, items=items, **values, sources=(*year.sources, *filler.sources.values()))


class _Filler:
    """Fills one year; it remembers the sources that it had to name."""

    def __init__(self, year: Year, others: Callable[[], Iterator[Year]]) -> None:
        self.year, self.others = year, others
        self.keys = {key for item in year.items for key in item.keys}
        self.sources: dict[str, Source] = {}

    def of_the_year(self) -> dict[str, Any]:
        """Lists of the year itself, each whole from the nearest year that has it."""
        values: dict[str, Any] = {}
        given: dict[str, str] = {}
        for name in _OF_THE_YEAR:
            if not getattr(self.year.basis, name):
                donor = next(other for other in self.others() if getattr(other.basis, name))
                values[name] = getattr(donor, name)
                given[name] = self._named(f"{name}/{donor.year}", f"แบบของปี {donor.year}", [donor])
        if "elements" in values and not self.year.required:
            donor = next(other for other in self.others() if other.required)
            values["required"] = donor.required
        basis: YearBasis = dataclasses.replace(self.year.basis, **given)
        return {**values, "basis": basis}

    def item(self, item: OItem) -> OItem:
        """The item with components, group and year of the same item of the nearest years."""
        values: dict[str, Any] = {}
        given: dict[str, str] = {}
        if not item.basis.components:
            donors = self._donors(item, "components")
            lines = (line for year, one in donors for line in self._lines(year, one))
            values["components"] = tuple(dict.fromkeys(lines))
            given["components"] = self._from(donors)
        if not item.basis.group:
            donors = self._donors(item, "group")[:1]
            values["group"], given["group"] = donors[0][1].group, self._from(donors)
        if not item.basis.year:
            donors = self._donors(item, "year")
            spoken = {(one.year_offset, one.year_bound, one.period) for _, one in donors}
            offset, bound, period = spoken.pop() if len(spoken) == 1 else (0, False, "")
            values |= {"year_offset": offset, "year_bound": bound, "period": period}
            given["year"] = self._from(donors)
        basis: ItemBasis = dataclasses.replace(item.basis, **given)
        return dataclasses.replace(item, **values, basis=basis)

    def _lines(self, year: Year, item: OItem) -> Iterator[str]:
        """The components of another year's item; items that are gone since are named in words."""
        gone = {
            key: f"“{one.title}” ของปี {{={year.year}}}"
            for one in year.items
            for key in one.keys
            if key not in self.keys
        }
        return (unbind(line, gone) for line in item.components)

    def _donors(self, item: OItem, fact: str) -> list[Donor]:
        """For each identity of the item the item of the nearest year that knows this fact; each item once."""
        donors = list[Donor]()
        for key in item.keys:
            same = ((other, each) for other in self.others() if (each := other.item_of(key)))
            donor = next(((other, each) for other, each in same if getattr(each.basis, fact)), None)
            if donor and donor not in donors:
                donors.append(donor)
        return donors

    def _from(self, donors: Sequence[Donor]) -> str:
        """The id of a source that names these items."""
        runs = groupby(donors, key=lambda donor: donor[0].year)
        words = [f"{' '.join(item.code for _, item in run)} ปี {year}" for year, run in runs]
        return self._named("+".join(words), f"ข้อ {' และ '.join(words)}", [year for year, _ in donors])

    def _named(self, id: str, text: str, years: Sequence[Year]) -> str:
        """Only what is older was carried; from a later year one can but infer."""
        older = all(year.year < self.year.year for year in years)
        self.sources[id] = Source(id, FactKind.CARRIED if older else FactKind.INFERRED, text)
        return id
