"""Amounts in running text: numbers in figures, and numbers and money in Thai words (หนึ่งหมื่นสองพันบาทถ้วน is 12000).

The one rule of the place: only what is a number from its first letter to its last is read.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

NUMBER = (
    r"(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.[0-9]+)?"  # a pattern of a well-formed number in Arabic digits
)


def to_decimal(typed: str) -> Decimal:
    """The value of a number as `NUMBER` finds it."""
    return Decimal(typed.replace(",", ""))


_DIGITS = {
    "ศูนย์": 0, "หนึ่ง": 1, "เอ็ด": 1, "สอง": 2, "ยี่": 2, "สาม": 3, "สี่": 4,
    "ห้า": 5, "หก": 6, "เจ็ด": 7, "แปด": 8, "เก้า": 9,
}  # fmt: skip
_PLACES = {"แสน": 100_000, "หมื่น": 10_000, "พัน": 1_000, "ร้อย": 100, "สิบ": 10}
_MONEY = re.compile(r"(?P<baht>[ก-๎]*?)บาท(?:ถ้วน|(?P<satang>[ก-๎]+)สตางค์)?")


@cache
def _below_a_million() -> re.Pattern[str]:
    digit = "|".join(_DIGITS)
    places = "".join(f"(?P<p{value}>(?:{digit})?{name})?" for name, value in _PLACES.items())
    return re.compile(f"{places}(?P<p1>{digit})?")


def number_in_words(text: str) -> int | None:
    """Read a whole number in words ("สามร้อยหกสิบห้า", "สองล้านหนึ่งแสน"); None for any other text."""
    head, million, tail = re.sub(r"\s", "", text).rpartition("ล้าน")
    if million:
        millions, rest = number_in_words(head) if head else 1, number_in_words(tail) if tail else 0
        return None if millions is None or rest is None else millions * 1_000_000 + rest
    found = _below_a_million().fullmatch(tail) if tail else None
    return sum(_worth(group, words) for group, words in found.groupdict().items() if words) if found else None


def _worth(group: str, words: str) -> int:
    """The worth of a digit with its place: สามร้อย is 300, สิบ alone 10."""
    place = int(group[1:])
    digit = words.removesuffix(next((name for name, value in _PLACES.items() if value == place), ""))
    return place * (_DIGITS[digit] if digit else 1)


def baht_in_words(text: str) -> Decimal | None:
    """Read a sum of money in words ("หนึ่งร้อยบาทห้าสิบสตางค์"), in baht; None for any other text."""
    found = _MONEY.fullmatch(re.sub(r"\s", "", text))
    baht = number_in_words(found["baht"]) if found else None
    satang = number_in_words(found["satang"]) if found and found["satang"] else 0
    return None if baht is None or satang is None else baht + Decimal(satang) / 100
