"""Where a value was typed: the cell for a person, the field for a script."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, order=True)
class Cell:
    """A cell of the form, as `OIT!F14`."""

    sheet: str
    ref: str

    def __str__(self) -> str:
        return f"{self.sheet}!{self.ref}"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a record stands: its sheet, the cell of each machine key, and its path in the case file.

    In a table `row` completes the column letters of `refs`; elsewhere `refs` holds whole references.
    """

    sheet: str = ""
    refs: Mapping[str, str] = field(default_factory=dict)
    row: int | None = None
    path: str = ""
    outer_path: str | None = None  # of the enclosing object, for the fields that belong to it

    def cell(self, key: str) -> Cell:
        """The cell of a machine key (`progress`, `status:done`); KeyError when the form has no such cell."""
        ref = self.refs[key]
        return Cell(self.sheet, ref if self.row is None else f"{ref}{self.row}")

    def field(self, key: str, *, outer: bool = False) -> str:
        """The path of a field in the case file: `o_items[12].progress`, `layout`."""
        path = self.outer_path if outer and self.outer_path is not None else self.path
        return f"{path}.{key}" if path else key
