"""What is wrong with a layout, said so that the person who drew it finds the place and the cure.

The one rule of the place: file, place, the tag as typed, what is wrong, what to do; a likely name where there is one.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable
from dataclasses import dataclass

from jinja2 import TemplateSyntaxError
from jinja2.exceptions import SecurityError

from itaxl.errors import TemplateError, UnknownNameError
from itaxl.word.engine.places import Place, shorten

CONTROL_WORDS = (
    "for",
    "endfor",
    "if",
    "elif",
    "else",
    "endif",
    "set",
    "merge",
    "whole",
    "pagebreak",
    "samesection",
)

_FORBIDDEN = "ใช้คำสั่งนี้ในแม่แบบไม่ได้ – แม่แบบใช้ได้เฉพาะชื่อข้อมูล เงื่อนไข และการวนซ้ำ โปรดลบออก"
_UNDEFINED = re.compile(r"^'(\w+)' is undefined|has no attribute '(\w+)'")
_NO_FILTER = re.compile(r"No (filter|test) named '(\w+)'")


@dataclass(frozen=True, slots=True)
class Spot:
    """A tag in a layout: its place, the tag as typed, and whether it prints what it names."""

    place: Place
    quote: str
    prints: bool = False


@dataclass(frozen=True, slots=True)
class Faults:
    """Makes the failures of one layout; `file` is its name."""

    file: str

    def __call__(self, spot: Spot, thai: str, english: str) -> TemplateError:
        """A failure at a tag, in both languages."""
        where = f"{spot.place} ที่ “{shorten(spot.quote)}”"
        return TemplateError(
            f"แม่แบบ {self.file}: {where}: {thai}", f"{self.file}: at “{shorten(spot.quote)}”: {english}"
        )

    def unknown_name(self, spot: Spot, name: str, known: Iterable[str]) -> TemplateError:
        """A name that the report does not have, or one that reaches behind it."""
        if name.startswith("_") or "._" in name:
            return self(spot, _FORBIDDEN, f"forbidden: {name}")
        likely = did_you_mean(name, known)
        cure = likely or "ดูชื่อที่ใช้ได้ด้วยคำสั่ง itaxl layouts check"
        fault = self(spot, f"ไม่รู้จักชื่อ “{name}” – {cure}", f"unknown name {name}")
        return UnknownNameError(str(fault), fault.english)

    def syntax(self, spot: Spot, why: TemplateSyntaxError, filters: Iterable[str]) -> TemplateError:
        """A tag that cannot be read."""
        if found := _NO_FILTER.search(why.message or ""):
            cure = did_you_mean(found[2], filters) or "โปรดลบเครื่องหมาย | และคำนั้นออก"
            return self(spot, f"ไม่รู้จักคำ “{found[2]}” หลังเครื่องหมาย | – {cure}", str(why.message))
        return self(
            spot,
            "อ่านคำสั่งในวงเล็บปีกกาไม่ออก – โปรดตรวจจุด วงเล็บ และเครื่องหมายคำพูด",
            str(why.message),
        )

    def running(self, spot: Spot, why: Exception, known: Iterable[str]) -> TemplateError:
        """A tag that failed while a paper was printed."""
        if isinstance(why, SecurityError):
            return self(spot, _FORBIDDEN, f"forbidden: {why}")
        if found := _UNDEFINED.search(str(why)):
            return self.unknown_name(spot, found[1] or found[2], known)
        return self(spot, f"คำนวณไม่ได้ ({why}) – โปรดตรวจคำสั่งในวงเล็บปีกกา", str(why))

    def unknown_word(self, spot: Spot, word: str) -> TemplateError:
        """A control word that layouts do not have."""
        cure = did_you_mean(word, CONTROL_WORDS) or f"คำที่ใช้ได้: {', '.join(CONTROL_WORDS)}"
        return self(spot, f"ไม่รู้จักคำสั่ง “{word}” – {cure}", f"unknown statement {word}")


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """A question with the likeliest names, or nothing."""
    likely = difflib.get_close_matches(name, sorted(set(known)), 3, 0.6)
    return f"หมายถึง {' หรือ '.join(likely)} ใช่หรือไม่" if likely else ""
