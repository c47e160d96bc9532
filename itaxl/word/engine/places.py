"""Where a paragraph stands, said as a person would look for it in Word.

The one rule of the place: numbers count from 1, in the order of the file as Word shows it.
"""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass

from itaxl.word.engine.ooxml import PPR, TBL, TC, TR, VAL, Element, P, text_of, w

MAX_QUOTE = 60
_PART_NAMES = {"hdr": "หัวกระดาษ", "ftr": "ท้ายกระดาษ", "footnotes": "เชิงอรรถ", "endnotes": "อ้างอิงท้ายเรื่อง"}


@dataclass(frozen=True, slots=True)
class Place:
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


def places(root: Element, heading_styles: Set[str]) -> dict[Element, Place]:
    """The place of every paragraph of a part, while it still stands as Word shows it."""
    part = _PART_NAMES.get(root.tag.rpartition("}")[2], "")
    tables = {table: number for number, table in enumerate(root.iter(TBL), 1)}
    found: dict[Element, Place] = {}
    heading, outside = "", 0
    for paragraph in root.iter(P):
        if _is_heading(paragraph, heading_styles) and (text := text_of(paragraph).strip()):
            heading = shorten(text)
        cell = next(paragraph.iterancestors(TC), None)
        outside += cell is None
        if cell is None:
            found[paragraph] = Place(part, paragraph=outside, heading=heading)
        else:
            found[paragraph] = Place(part, 0, *_in_table(cell, tables), heading=heading)
    return found


def _in_table(cell: Element, tables: dict[Element, int]) -> tuple[int, int, int]:
    """Table, row and column of a cell; a cell of a table inside a table counts in its own."""
    row = next(cell.iterancestors(TR))
    table = next(row.iterancestors(TBL))
    rows = [each for each in table.iter(TR) if next(each.iterancestors(TBL)) is table]
    cells = [each for each in row.iter(TC) if next(each.iterancestors(TR)) is row]
    return tables[table], rows.index(row) + 1, cells.index(cell) + 1


def _is_heading(paragraph: Element, styles: Set[str]) -> bool:
    style = paragraph.find(f"{PPR}/{w('pStyle')}")
    return style is not None and style.get(VAL) in styles


def heading_styles(styles: Element) -> frozenset[str]:
    """The ids of the styles with an outline level: in a Thai Word their ids are not called Heading."""
    return frozenset(
        style.get(w("styleId"), "")
        for style in styles.iter(w("style"))
        if style.find(f"{PPR}/{w('outlineLvl')}") is not None
    )


def shorten(text: str, longest: int = MAX_QUOTE) -> str:
    """A quotation that fits into a message."""
    return text if len(text) <= longest else text[: longest - 1] + "…"
