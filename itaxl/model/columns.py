"""A column of the form, declared on the field of the record that it fills.

The one rule of the place: heading, kind, help, choices, width, lock and the layouts that print a field are
said here and in `records`, once; the form, the reader, the case file and the rules all read them from there.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache
from typing import Any

from itaxl.model.cells import Place

"""The short lists of the form: each value of a Report beside its word in the form.

The one rule of the place: a list that two columns share stands here, and only here.
"""

STATUSES = (
    ("not_started", "ยังไม่ดำเนินการ"),
    ("in_progress", "อยู่ระหว่างดำเนินการ"),
    ("done", "ดำเนินการแล้ว"),
    ("impossible", "ไม่สามารถดำเนินการได้"),
)
INSTRUMENTS = (("IIT", "IIT"), ("EIT", "EIT"), ("OIT", "OIT"))
LAYOUTS = (
    ("annual", "แบบมาตรฐาน"),
    ("matrix", "แบบ ๑๒ ช่อง"),
    ("concise", "แบบย่อ"),
    ("book", "แบบรูปเล่ม"),
)
DIGITS = (("thai", "เลขไทย"), ("arabic", "เลขอารบิก"))
YES_NO = ((True, "ใช่"), (False, "ไม่"))
HAS_DATA = ((True, "มี"), (False, "ไม่มี"))
PUBLISHED = ((True, "เผยแพร่แล้ว"), (False, "ยังไม่เผยแพร่"))
DECISIONS = ((True, "ยอมรับ"), (False, "ไม่ยอมรับ"))


Lines = tuple[str, ...]

ALL_LAYOUTS = ("annual", "matrix", "concise", "book")

TICKED = "☑"
UNTICKED = "☐"

LINE_HELP = "ขึ้นบรรทัดใหม่ในช่องเดียวกันด้วย Alt+Enter"


class Kind(StrEnum):
    """What a cell holds, and so how its text is read."""

    TEXT = "text"  # one text, kept as typed
    LINES = "lines"  # the lines of a cell, each kept as typed
    WHOLE = "whole"  # a whole number, Thai digits too
    NUMBER = "number"  # a number, Thai digits, decimals and % too
    CHOICE = "choice"  # one word of a short list
    BOXES = "boxes"  # several cells ☐/☑, one of them ticked


@dataclass(frozen=True, slots=True)
class Column:
    """One field of a record as the form shows it; `cells` tells how many cells of the form it takes."""

    key: str
    heading: str
    kind: Kind
    help: str = ""
    choices: tuple[tuple[object, str], ...] = ()  # (value in a Report, word in the form)
    suggestions: str = ""  # the name of a list offered in the cell; other texts are accepted
    width: float = 16
    locked: bool = False
    working: bool = (
        False  # serves the filling, the checking or the choice of print: no loss where a paper lacks it
    )
    required: bool = False  # always; what a year mandates on top stands in its year file
    prints: tuple[str, ...] = ()  # the layouts that print it
    count: int = 1  # more than 1: a list with one cell per element
    outer: bool = False  # belongs to the enclosing object of the case file (a measure, not its step)
    since: int = 1  # the first version of the form that has it; `catalog.form` tells what that means
    yearly: bool = False  # says what one year brought: it never becomes the text of another year

    @property
    def cells(self) -> tuple[str, ...]:
        """The machine keys of its cells within the record: `status:done`, `indicators:3`, or just the key."""
        if self.kind is Kind.BOXES:
            return tuple(f"{self.key}:{value}" for value, _ in self.choices)
        if self.count > 1:
            return tuple(f"{self.key}:{n}" for n in range(1, self.count + 1))
        return (self.key,)

    def heading_of(self, cell_key: str) -> str:
        """The heading over one of its cells: a box has its own, and so has each score of a list."""
        _, _, part = cell_key.partition(":")
        if self.kind is Kind.BOXES:
            return dict(self.choices).get(part, self.heading)
        return f"{self.heading} {part}".rstrip()


def column(heading: str, kind: Kind = Kind.TEXT, *, default: object = None, **details: Any) -> Any:
    """Declare the column of a dataclass field; the key is the field's own name."""
    empty: dict[Kind, object] = {Kind.TEXT: "", Kind.LINES: ()}
    value = empty.get(kind) if default is None else default
    return dataclasses.field(
        default=value, metadata={"column": {"heading": heading, "kind": kind, **details}}
    )


def columns(record: type) -> tuple[Column, ...]:
    """The columns of a record type, in the order of the form."""
    return _columns(record)


@cache
def _columns(record: type) -> tuple[Column, ...]:
    return tuple(
        Column(key=field.name, **field.metadata["column"])
        for field in dataclasses.fields(record)
        if "column" in field.metadata
    )


def column_of(record: type, key: str) -> Column:
    """The column of one field; KeyError when the record has no such field."""
    return _by_key(record)[key]


@cache
def _by_key(record: type) -> dict[str, Column]:
    return {column.key: column for column in _columns(record)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """A group of fields of one place in the form; places do not count when two records are compared."""

    at: Place = field(default_factory=Place, compare=False)
    unread: Mapping[str, str] = field(default_factory=dict)
