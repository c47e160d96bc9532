"""The tags in the texts of a year file: {year}, {year-1}, {item:KEY}; and a year that is written out by mistake.

The one rule of the place: a text that speaks of the year, or of another item, says so by a tag, so that a copied
file never keeps last year's numbers. The year of a law stands as it is; {=2563} is a year that is meant as it is.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

NEAR = 5  # years: so far from the fiscal year a bare year may be one that was left over

_WRITTEN = re.compile(r"[2๒][5๕][0-9๐-๙]{2}")
_TAG = re.compile(r"\{([^{}]*)\}")
_YEAR = re.compile(r"year(?:([+-][1-9]))?")
_ITEM = re.compile(r"item:([a-z0-9_]+)")
_AS_IT_IS = re.compile(r"=(25[0-9]{2})")


class BadText(Exception):
    """What is wrong with a text of a year file, and the cure, in Thai."""


def expand(text: str, year: int, codes: Mapping[str, str]) -> str:
    """The text for a fiscal year; `codes` are the printed codes of items by identity. BadText when it cannot be."""
    check_bare_years(text, year)

    def value(tag: re.Match[str]) -> str:
        if found := _YEAR.fullmatch(tag[1]):
            return str(year + int(found[1] or 0))
        if (found := _ITEM.fullmatch(tag[1])) and found[1] in codes:
            return codes[found[1]]
        if found := _AS_IT_IS.fullmatch(tag[1]):
            return found[1]
        raise BadText(f"ไม่รู้จัก {tag[0]} – ใช้ได้คือ {{year}}, {{year-1}}, {{year+1}} และ {{item:รหัสข้อของปีนี้}}")

    return _TAG.sub(value, text)


def check_bare_years(text: str, year: int) -> None:
    """BadText where a year near the fiscal year is written out, and no law's title leads up to it."""
    plain = _TAG.sub(lambda tag: "-" * len(tag[0]), text)
    written = (int(found) for found in _WRITTEN.findall(plain))
    if not any(abs(each - year) <= NEAR for each in written):
        return
    from itaxl.thai.dates import find_years  # late: most texts name no year but by a tag

    for found in find_years(plain):
        if not found.of_law and abs(found.year - year) <= NEAR:
            offset = found.year - year
            tag = f"{{year{offset:+d}}}" if offset else "{year}"
            raise BadText(
                f"มีปี {found.text} เขียนไว้ตรง ๆ ซึ่งจะค้างเมื่อคัดลอกแฟ้ม – โปรดเขียนเป็น {tag} "
                f"หรือ {{={found.year}}} ถ้าหมายถึงปีนั้นเสมอ"
            )


def rewrite(text: str, year: int, keys: Mapping[int, str]) -> str:
    """A text as people write it, with tags: years near the fiscal year, and codes of items (O16) by their `keys`."""
    from itaxl.thai.dates import find_years

    parts, at = [], 0
    for found in find_years(text):
        if not found.of_law and abs(found.year - year) <= NEAR:
            offset = found.year - year
            parts += [text[at : found.start], f"{{year{offset:+d}}}" if offset else "{year}"]
            at = found.end
    text = "".join((*parts, text[at:]))

    def tag(code: re.Match[str]) -> str:
        key = keys.get(int(code[1]))
        return f"{{item:{key}}}" if key else code[0]

    return re.sub(r"(?<![A-Za-z0-9])O([0-9]{1,2})(?![0-9])", tag, text)


def unbind(text: str, titles: Mapping[str, str]) -> str:
    """A text taken over from another year: an item that is not there any more is named by its title, not a number."""

    def name(tag: re.Match[str]) -> str:
        found = _ITEM.fullmatch(tag[1])
        return titles.get(found[1], tag[0]) if found else tag[0]

    return _TAG.sub(name, text)
