"""Values as people type them on the command line: years in either digits, words that the form shows.

The one rule of the place: a converter says in English what it cannot read; the parser turns that into Thai.
"""

from __future__ import annotations

import re
from argparse import ArgumentTypeError
from collections.abc import Callable, Iterable

from itaxl.thai.digits import to_arabic

ERA = 543


def buddhist_year(text: str) -> int:
    """A fiscal year of the Buddhist era: 2569, ๒๕๖๙, พ.ศ. 2569; ArgumentTypeError for any other."""
    plain = re.sub(r"\s|ปีงบประมาณ|ปี|พ\.?ศ\.?", "", to_arabic(text))
    if not re.fullmatch(r"[0-9]{4}", plain):
        raise ArgumentTypeError(f"{text!r} is no year of four digits")
    year = int(plain)
    if 1900 <= year < 2200:
        raise ArgumentTypeError(f"{year} is a year AD, type {year + ERA}")
    return year


def word_of(words: Iterable[tuple[str, str]], *, others: bool = False) -> Callable[[str], str]:
    """A converter to the name of one of these words, typed as name or word; with `others` the rest goes as typed."""
    pairs = tuple(words)
    names = {_plain(typed): name for name, word in pairs for typed in (name, word)}
    offered = ", ".join(f"{name} ({word})" for name, word in pairs)

    def convert(text: str) -> str:
        if (name := names.get(_plain(text))) or others:
            return name or text
        raise ArgumentTypeError(f"{text!r} is not one of {offered}")

    return convert


def _plain(text: str) -> str:
    """As it is compared: without spaces, the word แบบ before it, Thai digits, capitals."""
    return re.sub(r"\s", "", to_arabic(text)).casefold().removeprefix("แบบ")
