"""What a slip of the fingers costs, in tenths of a nat, on the Thai keyboard (Kedmanee, TIS 820-2538).

The one rule of the place: letters are bytes, as the model has them.
"""

from __future__ import annotations

from itertools import pairwise

_ROWS = (
    ("_ๅ/-ภถุึคตจขช", "+๑๒๓๔ู฿๕๖๗๘๙"),
    ("ๆไำพะัีรนยบลฃ", '๐"ฎฑธํ๊ณฯญฐ,ฅ'),
    ("ฟหกดเ้่าสวง", "ฤฆฏโฌ็๋ษศซ."),
    ("ผปแอิืทมใฝ", "()ฉฮฺ์?ฒฬฦ"),
)
_MARKS = frozenset(ord(mark) & 0xFF for mark in "ัิีึืฺุู็่้๊๋์ํ๎")
_TONES = frozenset(ord(mark) & 0xFF for mark in "่้๊๋")


_SIDE_BY_SIDE = [pair for row in _ROWS for keys in row for pair in pairwise(keys)]
_ON_ONE_KEY = [pair for keys in _ROWS for pair in zip(*keys, strict=False)]
_PAIRS = {each for one, two in (*_SIDE_BY_SIDE, *_ON_ONE_KEY) for each in ((one, two), (two, one))}
_NEAR = frozenset((ord(one) & 0xFF, ord(two) & 0xFF) for one, two in _PAIRS)


def neighbours(letter: str) -> list[str]:
    """The letters on the keys beside that of a letter, and on its own key with or without shift."""
    return sorted(two for one, two in _PAIRS if one == letter)


SWAPPED = 70
# A word twice, or only its end (ข้อเสนอ|เสนอ may be right); a small word left out where it is expected, and two words run
# together, which are cheap: where they may be is known.
DOUBLED, ENDED_TWICE, LEFT_OUT, MERGED = 60, 100, -8, -10


def lost(letter: int, before: int) -> int:
    """A letter that was not typed: a mark, or one of two alike, is the easiest to lose."""
    return 55 if letter in _TONES else 65 if letter in _MARKS or letter == before else 75


def extra(letter: int, before: int, after: int) -> int:
    """A letter too many: most often the one before or behind it."""
    return 60 if letter in (before, after) else 75


def wrong(typed: int, meant: int) -> int:
    """One letter for another: a neighbouring key, the same key with shift, or a tone for a tone."""
    return 75 if (typed, meant) in _NEAR or (typed in _TONES and meant in _TONES) else 90
