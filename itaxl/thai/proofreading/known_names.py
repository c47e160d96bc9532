"""Where names may stand in a text: words that the model of words cannot know, and that are nobody's slip.

The one rule of the place: a name is allowed, never forced: the words behind นาย or บ้าน may still be read as words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

_KNOWN, _FREE, _ITS_LETTER = (
    45,
    20,
    15,
)  # costs of a name that is known, of one that may be any, and of its letters
_LONGEST = 24  # letters of a name that may be any

_OFFICE = ".{0,2}(?:เทศมนตรี|องค์การ|อบ[ตจ])|ก(?:เทศ|อบ|องค์|รัฐ|สมาคม|สภา|เมือง|ฯ)|อำเภอ|ช่าง|ทะเบียน|แพทย์|ทหาร|ตำรวจ|จ้าง|ทุน|หน้า|ประกัน|สถานี|ท่า|ตรวจ"
_RANK = (
    r"(?:พล|พัน|ร้อย|สิบ|จ่าสิบ|จ่า|พันจ่า|นาวา|เรือ|นาวาอากาศ|เรืออากาศ|พันตำรวจ|ร้อยตำรวจ|ดาบ)(?:เอก|โท|ตรี|ตำรวจ)"
    r"|(?:พล|พ|ร|ส|จ|ด|น|ม)\.(?:[ก-ฮ]{1,2}\.){1,2}"
)
_INTRODUCED = re.compile(
    rf"(?P<person>นาย(?!{_OFFICE})|นางสาว|นาง(?!สาว)|น\.ส\.|เด็กชาย|เด็กหญิง|[ผร]?ศ\.|ดร\.|{_RANK})[ \t]?"
    r"|(?P<address>ตำบล|แขวง|อำเภอ|เขต|จังหวัด|เทศบาล(?:นคร|เมือง|ตำบล)?|อบ[ตจ]\.|ท[ตมน]\.|[ตอจ]\.)[ \t]?"
    r"|(?<!ผู้ใหญ่)บ้าน|(?<!ชี้)(?<!แบบ)(?<!ตัว)วัด|โรงเรียน|ชุมชน|ถนน|ซอย|คลอง|ห้วย|หนอง|บึง|เขื่อน|เกาะ|แม่น้ำ|ลำน้ำ|ลุ่มน้ำ|อ่างเก็บน้ำ|สะพาน"
    r"|ศูนย์พัฒนาเด็กเล็ก|วิทยาลัย|โรงพยาบาล|บริษัท|ห้างหุ้นส่วน(?:จำกัด)?|ร้าน|รร\.|ศพด\.|รพ\.สต\.|หจก\.|บจก\.|ม\.|ถ\.|ซ\.|บ\."
)
_COMPANY = re.compile(r"(?:บริษัท|ห้างหุ้นส่วน|หจก\.|บจก\.)[^\n]{2,80}?จำกัด")
_SURNAME = re.compile("[ก-๎]+[ \t]+(?=[ก-๎])")
_LETTERS = re.compile("[ก-๎]+")

Span = tuple[int, int, int]  # begin, end, cost


@dataclass(frozen=True)
class Names:
    """Names that a text may hold: `own` anywhere, `places` behind the word for a tambon, an amphoe or a province."""

    own: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()

    @cached_property
    def _own(self) -> re.Pattern[str]:
        return re.compile("|".join(map(re.escape, sorted(self.own, key=len, reverse=True))) or r"(?!)")

    @cached_property
    def _longest(self) -> int:
        return max(map(len, self.places), default=0)

    def within(self, text: str) -> list[Span]:
        """Where names may stand in a text."""
        companies = (
            run.start() for found in _COMPANY.finditer(text) for run in _LETTERS.finditer(text, *found.span())
        )
        return [
            *((*found.span(), _KNOWN) for found in self._own.finditer(text)),
            *self._introduced(text),
            *(name for at in companies for name in _free(text, at)),
        ]

    def _introduced(self, text: str) -> Iterator[Span]:
        for found in _INTRODUCED.finditer(text):
            at = found.end()
            if found["address"]:
                ends = range(at + 2, min(self._longest + at, len(text)) + 1)
                yield from ((at, end, _KNOWN) for end in ends if text[at:end] in self.places)
            else:
                yield from _free(text, at)
            if found["person"] and (name := _SURNAME.match(text, at)):
                yield from _free(text, name.end())


def _free(text: str, at: int) -> Iterator[Span]:
    """A name of any letters from a place on."""
    run = _LETTERS.match(text, at)
    for size in range(2, min(len(run[0]), _LONGEST) + 1) if run else ():
        yield at, at + size, _FREE + _ITS_LETTER * size
