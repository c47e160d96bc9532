"""Numbers in Thai text: the two sets of digits, and what a typed number means.

The one rule of the place: one character becomes one character, so an offset found in `to_arabic(text)` is an
offset into `text`; and a web address, a mail address or an @name is never touched by the paper's switch.
"""

import re
from functools import cache
from typing import Literal

Digits = Literal["thai", "arabic"]

# What stands before the words of a line, for patterns: signs, and a number of either set as 2., (2), 2.1
BULLETS = r"\-•○●▪–"
LIST_NUMBER = r"\(?[0-9๐-๙]{1,2}(?:\.[0-9๐-๙]{1,2})*[.)]?"
LIST_MARK = rf"[\s{BULLETS}*]*(?:{LIST_NUMBER}[ \t]*)?"

_PAIRS = tuple(zip("0123456789", "๐๑๒๓๔๕๖๗๘๙", strict=True))


def to_thai(text: str) -> str:
    """Write every digit as a Thai digit."""
    for arabic, thai in _PAIRS:  # ten searches in C: sixteen times faster than str.translate on Thai text
        text = text.replace(arabic, thai)
    return text


def to_arabic(text: str) -> str:
    """Write every digit as an Arabic digit."""
    for arabic, thai in _PAIRS:
        text = text.replace(thai, arabic)
    return text


# ---- on the paper ----------------------------------------------------------------------------------------------------

# Cheap, and true of every address: most texts ("1. …", "พ.ศ. 2567") never reach the pattern below.
_MAY_HOLD_ADDRESS = re.compile(r"\.[A-Za-z]|@[A-Za-z0-9]|//")

_LABEL = r"[A-Za-z0-9-]{1,63}"
_TOP = (
    r"(?:th|com|net|org|info|gov|edu|asia|biz|app|page|site|link|online|me|io|ly|gl|gle|be|ee|at|to|cc|co|tv)"
)
# Thai letters end an address ("abt.go.th/a1หน้า ๒") unless they begin a part of its path ("…/ประกาศ2567").
_PATH = r"(?:[/?#](?:[!-~๐-๙]|(?<=[/=_&#-])[ก-๎]\S*)*)?"
# Every repetition is bounded or cannot start again inside itself: a cell of 32,767 letters stays linear.
_ADDRESS = rf"""(?:
    https?://[!-.0-~]*                                                    # the host, whatever it is
  | (?<![A-Za-z0-9._%+-])[A-Za-z0-9._%+-]+@{_LABEL}(?:\.{_LABEL}){{1,8}}
  | @[A-Za-z0-9._-]+                                                      # a name in LINE, Facebook and the like
  | www\.{_LABEL}(?:\.{_LABEL}){{1,8}}(?::[0-9]+)?
  | (?<![A-Za-z0-9-])(?:[0-9]{{3,}}(?=\.)|(?=[0-9-]*[A-Za-z]){_LABEL})    # the 1 of "1.abt.go.th" is a list number
    (?:\.{_LABEL}){{0,8}}\.{_TOP}(?![A-Za-z0-9-])(?::[0-9]+)?
){_PATH}"""


@cache
def _address() -> re.Pattern[str]:
    """Compile at the first address only: it costs as much as all else here, and a check needs none."""
    return re.compile(_ADDRESS, re.VERBOSE | re.IGNORECASE)


def for_paper(text: str, digits: Digits) -> str:
    """Write the digits of a printed text as the paper's switch says; addresses stay as typed."""
    convert = to_thai if digits == "thai" else to_arabic
    parts: list[str] = []
    end = 0
    for address in _address().finditer(text) if _MAY_HOLD_ADDRESS.search(text) else ():
        parts += (convert(text[end : address.start()]), address.group())
        end = address.end()
    return "".join(parts) + convert(text[end:])


# ---- what a typed number means ---------------------------------------------------------------------------------------

# Fifteen digits are what Excel keeps of a number; a longer row of digits is something else.
_WHOLE = r"(?:[0-9]{1,3}(?:,[0-9]{3}){1,4}|[0-9]{1,15})"
_NUMBER = re.compile(rf"\s*(?:ร้อยละ)?\s*(?P<number>-?{_WHOLE}(?:\.[0-9]{{1,15}})?)\s*(?:[%％]|เปอร์เซ็นต์)?\s*")
_ORDINAL = re.compile(rf"\s*(?P<number>{_WHOLE})\.?\s*")


def parse_number(text: str) -> float | None:
    """Read a text that is exactly one number ("๙๓.๖๕", "ร้อยละ 80", "1,234.50 %"); None otherwise."""
    found = _NUMBER.fullmatch(to_arabic(text))
    return float(found["number"].replace(",", "")) if found else None


def parse_whole(text: str) -> int | None:
    """Read a text that is exactly one whole number, as an ordinal is typed ("๑", "1", "๑."); None otherwise."""
    found = _ORDINAL.fullmatch(to_arabic(text))
    return int(found["number"].replace(",", "")) if found else None


def format_number(value: float) -> str:
    """Write a number as short as it goes: 100.0 is "100", 93.65 is "93.65"."""
    short = f"{value + 0:.15g}"  # + 0: no "-0"; fifteen digits: no "0.30000000000000004"
    return f"{value:.15f}".rstrip("0").rstrip(".") if "e" in short else short
