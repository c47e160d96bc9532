"""A finished .docx opened once more: its body as a tree, its sections, headings and fields.

The one rule of the place: what is not touched is written back byte for byte.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lxml import etree

from itaxl.files.package import pack, read_package
from itaxl.word.engine.faults import find_heading_styles
from itaxl.word.engine.ooxml import PPR, SECTPR, VAL, Element, P, w

MAIN = "word/document.xml"
_INSTRUCTION = re.compile(r"\s*PAGEREF\s+(\S+)")


@dataclass(frozen=True, slots=True)
class Document:
    """The parts of a .docx, and the tree of its body, which callers change in place."""

    parts: Mapping[str, bytes]
    root: Element

    @staticmethod
    def open(docx: bytes) -> Document:
        """A finished paper; InputError where it is none."""
        parts = read_package(docx, "docx", MAIN)
        return Document(parts, etree.fromstring(parts[MAIN]))

    def packed(self, **changed: bytes) -> bytes:
        """The .docx with the body as it is now; `changed` names other parts by their base (settings)."""
        body = etree.tostring(self.root, xml_declaration=True, encoding="UTF-8", standalone=True)
        new = {f"word/{name}.xml": data for name, data in changed.items()}
        return pack({**self.parts, **new, MAIN: body}.items())

    @property
    def body(self) -> Element:
        """The element whose children are the blocks of the text."""
        return next(self.root.iter(w("body")))

    def sections(self) -> list[Element]:
        """The properties of each section, in order."""
        return list(self.root.iter(SECTPR))

    def styles(self) -> Element:
        """The tree of the styles; read only."""
        data = self.parts.get("word/styles.xml")
        return etree.fromstring(data) if data else etree.Element(w("styles"))

    def headings(self) -> list[Element]:
        """The headings that are blocks of the body and say something."""
        styles = find_heading_styles(self.styles())
        return [
            block
            for block in self.body
            if block.tag == P and style_of(block) in styles and said(block).strip()
        ]

    def references(self) -> list[Reference]:
        """The PAGEREF fields, in order."""
        return list(_references(self.root))


@dataclass(frozen=True, slots=True)
class Reference:
    """A field that prints the page of a bookmark; `shown` are the texts of its result, `marks` its machinery."""

    bookmark: str
    shown: tuple[Element, ...]
    marks: tuple[Element, ...]

    def say(self, text: str) -> None:
        """Set the printed result."""
        for number, each in enumerate(self.shown):
            each.text = "" if number else text


def _references(root: Element) -> Iterator[Reference]:
    """Complex fields run by run: begin, instruction, separate, result, end."""
    shown: list[Element] = []
    marks: list[Element] = []
    instruction, inside = "", ""
    for run in root.iter(w("r")):
        mark = run.find(w("fldChar"))
        kind = "" if mark is None else mark.get(w("fldCharType"), "")
        if kind == "begin":
            instruction, shown, marks = "", [], []
        if kind or inside == "begin":
            marks.append(run)
            instruction += "".join(each.text or "" for each in run.iter(w("instrText")))
        elif inside == "separate":
            shown += run.iter(w("t"))
        inside = kind or inside
        if kind == "end" and (found := _INSTRUCTION.match(instruction)):
            yield Reference(found[1], tuple(shown), tuple(marks))


def said(block: Element) -> str:
    """The words of a paragraph or table."""
    return "".join(each.text or "" for each in block.iter(w("t")))


def style_of(paragraph: Element) -> str:
    """The id of a paragraph's style."""
    style = paragraph.find(f"{PPR}/{w('pStyle')}")
    return "" if style is None else style.get(VAL, "")


def section_of(block: Element) -> Element | None:
    """The section properties that a block carries: it is the last of its section."""
    return block.find(f"{PPR}/{SECTPR}") if block.tag == P else None
