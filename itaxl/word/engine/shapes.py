"""What a paragraph stands alone in, and what of Word's own marks is left out.

The one rule of the place: a paragraph that carries more than words (a picture, a section) never vanishes with its tag.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Sequence

from lxml import etree

from itaxl.word.engine.ooxml import PPR, SECTPR, TC, TCPR, TR, Element, P, text_of, w
from itaxl.word.engine.tags import Tag

_NOISE = re.compile(r"\}(rsid\w*|paraId|textId)$")
_NOISY = tuple(map(w, ("proofErr", "lastRenderedPageBreak")))
_SOLID = tuple(map(w, ("drawing", "pict", "object", "sdt", "fldChar", "fldSimple", "br", "sym")))
_IN_PLACE = ("merge", "whole", "pagebreak", "samesection")  # commands that change what they stand in


def drop_noise(root: Element) -> None:
    """Take out Word's editing marks: in a repeated row their ids would stand twice."""
    for element in root.iter():
        for name in [name for name in element.attrib if _NOISE.search(str(name))]:
            del element.attrib[name]
    for element in list(root.iter(*_NOISY)):
        parent = element.getparent()
        assert parent is not None
        parent.remove(element)


def is_alone(paragraph: Element, full: str, tags: Sequence[Tag]) -> bool:
    """Whether a paragraph holds commands and notes and nothing else at all."""
    if not tags or any(not (tag.is_command or tag.is_note) or tag.word in _IN_PLACE for tag in tags):
        return False
    if "".join(full.split()) != "".join("".join(tag.typed.split()) for tag in tags):
        return False
    return paragraph.find(f"{PPR}/{SECTPR}") is None and next(paragraph.iter(*_SOLID), None) is None


def unit_of(paragraph: Element) -> Element:
    """The largest of paragraph, cell and row in which this paragraph's text stands alone."""
    cell = paragraph.getparent()
    if cell is None or cell.tag != TC:
        return paragraph
    row = cell.getparent()
    assert row is not None
    if text_of(row).strip() == text_of(paragraph).strip() and next(row.iter(*_SOLID), None) is None:
        return row if row.tag == TR else cell
    others = [child for child in cell if child is not paragraph and child.tag != TCPR]
    return paragraph if others else cell


def spare_paragraph(box: Element) -> Element:
    """An empty paragraph that looks like the first one of a cell or header."""
    spare = etree.Element(P)
    first = box.find(f"{P}/{PPR}")
    if first is not None:
        spare.append(copy.deepcopy(first))
    return spare
