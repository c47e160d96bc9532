"""How much room a Thai text needs in a cell: Excel stops at 409 points, and Calc fits no row by itself.

The one rule of the place: these are first guesses; Excel fits a row again as soon as somebody types in it.
A width is counted in digits of the form's face at 11 points; the workbook, whose normal type has 16, counts larger ones.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from math import ceil

from openpyxl.worksheet.worksheet import Worksheet

from itaxl.model.cells import letters

MAX_HEIGHT = 409.0  # points, Excel's limit
MAX_WIDTH = 110.0  # beyond it a text gets smaller type instead, so that the row still fits the screen
SIZES = (16, 14, 12)  # points; a cell takes the first in which its text fits the tallest row

_LINE = {16: 24.0, 14: 21.0, 12: 18.5}  # points from line to line
_AIR = 5.0  # points above and below the text
_DIGIT = 3.98  # points, the unit of width
_NORMAL = 11 / 16  # digits of the workbook's normal type in one unit
_EDGE = 5.0  # points of a cell's width that hold no text
_LOST = 1560  # thousandths of the type size, four letters: Thai breaks at words, so a line may end that early

# advances of TH SarabunPSK in thousandths of an em; what is not listed is 390
_ADVANCES = (
    (
        0,
        "\u200b\u200c\u200d\u2060\ufeff\u0e31\u0e34\u0e35\u0e36\u0e37\u0e38\u0e39\u0e3a\u0e47\u0e48\u0e49\u0e4a\u0e4b\u0e4c\u0e4d\u0e4e",
    ),
    (150, "!'ijI|.,:;"),
    (200, '()[]เๅlf`"{}'),
    (225, " -\u00a0–rtโใไ"),
    (300, "\\/?*Jsgcxzkงาำร"),
    (355, "0123456789aeyvEFSLYธวฐะจฮย_$K"),
    (450, "๐๑๒๓๔๕๖๗๘๙DHNG&Uพฟฬษทบปหฎฏภฦ—"),
    (530, "wmMW%@OQฌญฒณฑ“”…"),
)


@cache
def _advance(letter: str) -> int:
    return next((width for width, letters in _ADVANCES if letter in letters), 390)


def set_width(sheet: Worksheet, column: int, width: float) -> None:
    """Give a column its width."""
    sheet.column_dimensions[letters(column)].width = width * _NORMAL


def width_of(sheet: Worksheet, column: int) -> float:
    """The width of a column."""
    return sheet.column_dimensions[letters(column)].width / _NORMAL


def fit_height(text: str, width: float, size: int = 16) -> float:
    """The height in points that shows a wrapped text, at most what Excel allows."""
    return min(MAX_HEIGHT, _lines(text, width, size) * _LINE[size] + _AIR)


def size_for(text: str, width: float) -> int:
    """The largest type in which a text can be shown whole in a cell of this width; else the smallest."""
    return next((size for size in SIZES if _fits(text, width, size)), SIZES[-1])


def wide_enough(texts: Iterable[str], width: float) -> float:
    """A column width at which each of these texts can be shown whole, at least `width`, at most what a screen takes."""
    long = [text for text in texts if not _fits(text, width, SIZES[0])]
    while width < MAX_WIDTH and any(not _fits(text, width, SIZES[0]) for text in long):
        width += 6
    return width


def _fits(text: str, width: float, size: int) -> bool:
    return _lines(text, width, size) * _LINE[size] + _AIR <= MAX_HEIGHT


def _lines(text: str, width: float, size: int) -> int:
    """Lines after wrapping."""
    room = (width * _DIGIT - _EDGE) * 1000 / size
    per_line = max(500.0, room - min(_LOST, room / 5))
    whole = room * 0.94  # the table of advances is rough: a line this near the edge may wrap
    return sum(
        1 if (wide := sum(map(_advance, line))) <= whole else ceil(wide / per_line)
        for line in text.split("\n")
    )
