"""Cell references as Excel writes them: column 1 is A, 27 is AA; B5 is column 2, row 5."""

from __future__ import annotations

import re
from functools import cache, reduce

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
