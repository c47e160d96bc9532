"""Where a value was typed: the cell for a person, the field for a script; and cells as Excel names them.

A column is a number from 1 and its letters (27 is AA); B5 is column 2, row 5.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache, reduce


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


_REF = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})")


@cache
def letters(column: int) -> str:
    """The letters of a 1-based column number."""
    text = ""
    while column:
        column, rest = divmod(column - 1, 26)
        text = chr(65 + rest) + text
    return text


def position(ref: str) -> tuple[int, int]:
    """Column and row of a reference, both from 1; ValueError where it is none."""
    found = _REF.fullmatch(ref)
    if not found:
        raise ValueError(f"{ref!r} is no cell")
    return reduce(lambda number, letter: number * 26 + ord(letter) - 64, found[1], 0), int(found[2])
