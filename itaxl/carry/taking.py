"""What one record of the old form gives to the new one: values for its cells, and notes of the year they tell of.

The one rule of the place: every filled field ends among the values or among the notes, never in both.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from itaxl.carry.shift import shift_period, shift_text
from itaxl.catalog.fields import Field, fields_of
from itaxl.catalog.values import read_text, write_boxes, write_text
from itaxl.model.columns import TICKED, Column, Kind, Lines, Record

_TEXTS = (Kind.TEXT, Kind.LINES)


@dataclass(frozen=True, slots=True)
class Note:
    """A text of an earlier year under the heading of its field."""

    heading: str
    text: str

    @property
    def lines(self) -> Lines:
        """As the lines of a cell, those that were typed unchanged where there are several."""
        first, *rest = self.text.split("\n")
        return (f"{self.heading}:", first, *rest) if rest else (f"{self.heading}: {first}",)


@dataclass(slots=True)
class Taken:
    """The values and unread texts by field, the notes, and the texts that were moved on: field → (before, after)."""

    values: dict[str, object] = field(default_factory=dict)
    unread: dict[str, str] = field(default_factory=dict)
    notes: list[Note] = field(default_factory=list)
    moved: dict[str, tuple[str, str]] = field(default_factory=dict)


def take(record: Record, old: int, new: int, *, alone: bool = True) -> Taken:
    """What a record of the year `old` gives to one of `new`; its years move on only where it stands `alone`."""
    taken = Taken()
    for each in fields_of(record):
        if each.column.locked or not each.text:
            continue
        after = _after(each, old, new) if alone or each.column.key == "period" else each.text
        if after is None or (each.column.yearly and old != new):
            taken.notes.append(Note(each.column.heading, _said(each)))
        elif after != each.text:
            taken.values[each.column.key] = read_text(each.column, after)
            taken.moved[each.column.key] = each.text, after
        else:
            taken.values[each.column.key] = getattr(record, each.column.key)
            keys = (each.column.key, *each.column.cells)  # boxes are kept under the field's own name
            taken.unread |= {key: record.unread[key] for key in keys if key in record.unread}
    return taken


def tell(record: Record) -> list[Note]:
    """Everything that a record holds, as notes; its official number is not told."""
    return [
        Note(each.column.heading, _said(each))
        for each in fields_of(record)
        if each.text and not (each.column.locked and each.column.kind is Kind.WHOLE)
    ]


def merge(column: Column, sources: Sequence[Taken]) -> object:
    """The value of a field that several records give: their lines together; what cannot be together is noted by each."""
    given = [taken for taken in sources if column.key in taken.values]
    values = list(dict.fromkeys(taken.values[column.key] for taken in given))
    if column.kind is Kind.LINES:
        lines = [line for value in values if isinstance(value, tuple) for line in value]
        return tuple(dict.fromkeys(lines)) if len(values) > 1 else tuple(lines)
    if len(values) == 1:
        return values[0]
    for taken in given:
        taken.notes.append(Note(column.heading, write_text(column, taken.values[column.key])))
    return read_text(column, "")


def _after(each: Field, old: int, new: int) -> str | None:
    """The text of a field as the new year has it; None where it cannot be of the new year."""
    if each.column.key == "period":
        return shift_period(each.text, old, new)
    if (
        each.column.kind in _TEXTS
        and each.column.key != "url"
        and not each.record.unread.keys() & {each.column.key}
    ):
        return shift_text(each.text, old, new)
    return each.text


def _said(each: Field) -> str:
    """A field in the words of the form: ticked boxes by name."""
    column, text = each.column, each.text
    if column.kind is not Kind.BOXES:
        return text
    boxes = zip(column.choices, write_boxes(column, text), strict=True)
    return "\n".join(
        f"{TICKED} {word}" if box == TICKED else f"{word}: {box}"
        for (_, word), box in boxes
        if box not in _EMPTY_BOXES
    )


_EMPTY_BOXES = ("", "☐")
