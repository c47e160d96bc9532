"""How a report comes to the names that layouts use: its columns are names by themselves, the rest is made for the paper.

The one rule of the place: a name that is no column is declared where it is made, with what it is and what it shows.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, ClassVar

from itaxl.catalog.fields import Field
from itaxl.catalog.values import number_text
from itaxl.model.columns import Column, Kind, columns
from itaxl.model.records import Record

Names = dict[str, object]
ColumnKey = tuple[type[Record], str]  # a column: its record and its key


@dataclass(frozen=True, slots=True)
class Name:
    """A name of the vocabulary: what it is, for who draws a layout, and the columns whose text it shows."""

    what: str
    shows: frozenset[ColumnKey] = frozenset()


@dataclass(frozen=True, slots=True)
class Made:
    """A name that is no column: how it is made of its part, what it shows, and the part that it leads to."""

    make: Callable[[Any], object]
    shows: tuple[str | ColumnKey, ...]
    holds: type[Named] | None


def offer_name(
    *shows: str | ColumnKey, holds: type[Named] | None = None
) -> Callable[[Callable[[Any], object]], Made]:
    """Offer what a method makes as a name; its docstring tells what that is, to who draws a layout.

    `shows` are the columns that it prints, those of another record in full. A name that a column has too stands in
    the column's stead.
    """
    return lambda make: Made(make, shows, holds)


class Named:
    """A thing with names in a layout, as `agency` or one of `measures`; a subclass says of which record it is.

    Its names are the columns of that record (where `only` holds), and those that are made.
    """

    record: Any
    of: ClassVar[type[Record]] = Record
    columns: ClassVar[tuple[Column, ...]] = ()
    made: ClassVar[Mapping[str, Made]] = {}

    def __init_subclass__(
        cls, *, of: type[Record] = Record, only: Callable[[Column], bool] | None = None
    ) -> None:
        cls.of = of
        cls.columns = tuple(filter(only, columns(of)))
        cls.made = {key: each for key, each in vars(cls).items() if isinstance(each, Made)}

    def show(self, column: Column) -> object:
        """A column as it prints: what was read, else what was typed, else nothing; numbers as people write them."""
        if column.count > 1:
            return tuple(Field("", self.record, column).text.split("\n"))
        value = self.record.unread.get(column.key, getattr(self.record, column.key))
        if value is None:
            return ""
        return (
            number_text(value) if isinstance(value, (int, float)) and not isinstance(value, bool) else value
        )

    @cached_property
    def names(self) -> Names:
        """The names with their values, as the engine takes them."""
        found: Names = {}
        for column in self.columns:
            value = found[column.key] = self.show(column)
            if column.kind is Kind.BOXES:  # two boxes ticked in the form are two ticked on the paper
                ticked = str(value).split("+")
                found |= {str(box): box in ticked for box, _ in column.choices}
        return found | {key: _unfold(each.make(self)) for key, each in self.made.items()}

    @classmethod
    def vocabulary(cls, path: str = "") -> Iterator[tuple[str, Name]]:
        """Every name of this part and of those that it leads to, by its path; a list and its elements share one."""
        own: dict[str, Name] = {}
        for column in cls.columns:
            shows = frozenset({(cls.of, column.key)})
            own[column.key] = Name(describe(column), shows)
            if column.kind is Kind.BOXES:
                own |= {str(box): Name(f"จริง เมื่อ{word}", shows) for box, word in column.choices}
        for key, each in cls.made.items():
            shows = frozenset((cls.of, one) if isinstance(one, str) else one for one in each.shows)
            before = own[key].shows if key in own else frozenset[ColumnKey]()
            own[key] = Name(each.make.__doc__ or "", shows | before)
        for key, its in own.items():
            yield path + key, its
            if key in cls.made and (part := cls.made[key].holds):
                yield from part.vocabulary(f"{path}{key}.")


def _unfold(value: object) -> object:
    """A value with the names of the parts in it."""
    if isinstance(value, list):
        return [_unfold(each) for each in value]
    return value.names if isinstance(value, Named) else value


def describe(column: Column) -> str:
    """What a column is to who draws a layout: its heading, and the values that it takes."""
    match [value for value, _ in column.choices]:
        case []:
            listed = (
                " (รายการบรรทัด)" if column.kind is Kind.LINES else " (รายการ)" if column.count > 1 else ""
            )
            return column.heading + listed
        case [True, False]:
            yes, no = (word for _, word in column.choices)
            return f"{column.heading}: จริง คือ {yes} เท็จ คือ {no} หรือว่าง"
        case values:
            return f"{column.heading}: {' '.join(map(str, values))} หรือว่าง"
