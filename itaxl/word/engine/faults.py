"""Where something is wrong with a layout, and what, said so that the person who drew it finds the place and the cure.

The one rule of the place: file, place, the tag as typed, what is wrong, what to do; a likely name where there is one.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Collection, Iterable, Set
from dataclasses import dataclass

from jinja2 import TemplateSyntaxError
from jinja2.exceptions import SecurityError

from itaxl.errors import TemplateError, UnknownNameError
from itaxl.word.engine.ooxml import PPR, TBL, TC, TR, VAL, Element, P, join_text, w

MAX_QUOTE = 60
_PART_NAMES = {"hdr": "หัวกระดาษ", "ftr": "ท้ายกระดาษ", "footnotes": "เชิงอรรถ", "endnotes": "อ้างอิงท้ายเรื่อง"}

_FORBIDDEN = "ใช้คำสั่งนี้ในแม่แบบไม่ได้ – แม่แบบใช้ได้เฉพาะชื่อข้อมูล เงื่อนไข และการวนซ้ำ โปรดลบออก"
_UNDEFINED = re.compile(r"^'(\w+)' is undefined|has no attribute '(\w+)'")
_NO_FILTER = re.compile(r"No (filter|test) named '(\w+)'")


@dataclass(frozen=True, slots=True)
class Position:
    """A paragraph's place: `table`, `row`, `column` are 0 outside tables, `paragraph` is 0 inside."""

    part: str = ""
    paragraph: int = 0
    table: int = 0
    row: int = 0
    column: int = 0
    heading: str = ""

    def __str__(self) -> str:
        if self.table:
            where = f"ตารางที่ {self.table} แถวที่ {self.row} คอลัมน์ที่ {self.column}"
        else:
            where = f"ย่อหน้าที่ {self.paragraph}"
        under = f" ใต้หัวข้อ “{self.heading}”" if self.heading else ""
        return f"{self.part} {where}{under}".lstrip()


def find_positions(root: Element, styles: Set[str]) -> dict[Element, Position]:
    """The place of every paragraph of a part, while it still stands as Word shows it."""
    part = _PART_NAMES.get(root.tag.rpartition("}")[2], "")
    tables = {table: number for number, table in enumerate(root.iter(TBL), 1)}
    found: dict[Element, Position] = {}
    heading, outside = "", 0
    for paragraph in root.iter(P):
        style = paragraph.find(f"{PPR}/{w('pStyle')}")
        is_heading = style is not None and style.get(VAL) in styles
        if is_heading and (text := join_text(paragraph).strip()):
            heading = shorten(text)
        cell = next(paragraph.iterancestors(TC), None)
        outside += cell is None
        if cell is None:
            found[paragraph] = Position(part, paragraph=outside, heading=heading)
        else:
            found[paragraph] = Position(part, 0, *_in_table(cell, tables), heading=heading)
    return found


def _in_table(cell: Element, tables: dict[Element, int]) -> tuple[int, int, int]:
    """Table, row and column of a cell; a cell of a table inside a table counts in its own."""
    row = next(cell.iterancestors(TR))
    table = next(row.iterancestors(TBL))
    rows = [each for each in table.iter(TR) if next(each.iterancestors(TBL)) is table]
    cells = [each for each in row.iter(TC) if next(each.iterancestors(TR)) is row]
    return tables[table], rows.index(row) + 1, cells.index(cell) + 1


def find_heading_styles(styles: Element) -> frozenset[str]:
    """The ids of the styles with an outline level: in a Thai Word their ids are not called Heading."""
    return frozenset(
        style.get(w("styleId"), "")
        for style in styles.iter(w("style"))
        if style.find(f"{PPR}/{w('outlineLvl')}") is not None
    )


def shorten(text: str, longest: int = MAX_QUOTE) -> str:
    """A quotation that fits into a message."""
    return text if len(text) <= longest else text[: longest - 1] + "…"


# ---- what is wrong there ---------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Spot:
    """A tag in a layout: its place, the tag as typed, and whether it prints what it names."""

    place: Position
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

    def unknown_word(self, spot: Spot, what: str, word: str, known: Collection[str]) -> TemplateError:
        """A word that is not among the few there are: a command, a layout."""
        cure = did_you_mean(word, known) or f"คำที่ใช้ได้: {', '.join(known)}"
        return self(spot, f"ไม่รู้จัก{what} “{word}” – {cure}", f"unknown word {word}")


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """A question with the likeliest names, or nothing."""
    likely = difflib.get_close_matches(name, sorted(set(known)), 3, 0.6)
    return f"หมายถึง {' หรือ '.join(likely)} ใช่หรือไม่" if likely else ""
