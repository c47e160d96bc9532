"""The text of a cell as a value of its column, and back.

The one rule of the place: what cannot be read is never lost; the caller keeps the text as typed.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal

from itaxl.model.columns import TICKED, UNTICKED, Column, Kind
from itaxl.thai.digits import parse_number, parse_whole
from itaxl.thai.tidy import tidy

TICKS = frozenset({TICKED, "✓", "✔", "√", "/", "☒"})  # what people type or paste for a tick
BLANKS = frozenset({UNTICKED, "", "□"})


_LINE_END = re.compile(r"\r\n?|\n")
_PLAIN = re.compile(r"-?[0-9]{1,300}(?:\.[0-9]{1,300})?")  # more digits are no number that a computer holds


MAX_CELL = 32_767  # what a cell of Excel holds, in UTF-16 units


def cell_length(text: str) -> int:
    """The length of a text as Excel counts it against `MAX_CELL`."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def split_lines(text: str) -> tuple[str, ...]:
    """The lines of a cell, however their ends are stored: Excel, others and pasted text write them in three ways."""
    if "\r" not in text:
        return tuple(text.split("\n")) if text else ()
    return tuple(_LINE_END.split(text))


class Unreadable(ValueError):
    """The text is not a value of its column."""


def read_text(column: Column, text: str) -> object:
    """The value of one cell's text; None, "" or () where it is empty; Unreadable where it is not a value."""
    if column.kind is Kind.TEXT:
        return text
    if column.kind is Kind.LINES:
        return split_lines(text)
    typed = text.strip()
    if not typed:
        return None
    chosen = {
        name: value for value, word in column.choices for name in (word, value) if isinstance(name, str)
    }
    readers: dict[Kind, Callable[[str], object]] = {Kind.WHOLE: _whole, Kind.NUMBER: _number}
    read = readers.get(column.kind, chosen.get)
    value = read(typed)
    if value is None and (value := read(tidy(typed).strip())) is None:  # pasted with characters nobody sees
        raise Unreadable(typed)
    return value


def _whole(text: str) -> int | None:
    """An ordinal as typed, or any whole number: out of range is for a rule to say."""
    return int(text) if _PLAIN.fullmatch(text) and "." not in text else parse_whole(text)


def _number(text: str) -> float | None:
    return float(text) if _PLAIN.fullmatch(text) else parse_number(text)


def write_text(column: Column, value: object) -> str:
    """The text of the cell that shows a value; the inverse of `read_text`."""
    match column.kind:
        case Kind.TEXT:
            return str(value or "")
        case Kind.LINES:
            assert isinstance(value, tuple)
            return "\n".join(value)
        case Kind.CHOICE:
            return next((word for each, word in column.choices if each == value), "")
        case _:
            return number_text(value)


def number_text(value: object) -> str:
    """A number without exponent and without a needless .0; empty for None."""
    if value is None:
        return ""
    text = format(Decimal(repr(value)), "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def read_boxes(column: Column, texts: tuple[str, ...]) -> str | None:
    """The ticked box among the cells of a row; Unreadable, with `boxes_text`, when it is not one clear tick."""
    ticked = [value for (value, _), text in zip(column.choices, texts, strict=True) if text.strip() in TICKS]
    strange = [text for text in texts if text.strip() not in TICKS | BLANKS]
    if strange or len(ticked) > 1:
        raise Unreadable(boxes_text(column, texts))
    return str(ticked[0]) if ticked else None


def boxes_text(column: Column, texts: tuple[str, ...]) -> str:
    """Boxes as one text of the case file: `done`, `in_progress+done`, `done=typed words`."""
    parts = []
    for (value, _), text in zip(column.choices, texts, strict=True):
        if text.strip() in TICKS:
            parts.append(str(value))
        elif text.strip() not in BLANKS:
            parts.append(f"{value}={text.replace('%', '%25').replace('+', '%2B')}")
    return "+".join(parts)


def write_boxes(column: Column, text: str | None) -> tuple[str, ...]:
    """The cells of a row of boxes from `boxes_text`; ValueError when the text names no such box."""
    names = [str(value) for value, _ in column.choices]
    cells = dict.fromkeys(names, UNTICKED)
    for part in text.split("+") if text else ():
        name, equals, typed = part.partition("=")
        if name not in cells:
            raise ValueError(part)
        cells[name] = typed.replace("%2B", "+").replace("%25", "%") if equals else TICKED
    return tuple(cells.values())
