"""A finished .docx opened once more with python-docx: its sections, headings and fields.

The one rule of the place: what is not touched is written back byte for byte.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import docx
from docx.document import Document as Docx
from docx.oxml.section import CT_SectPr
from docx.oxml.table import CT_Tbl
from docx.oxml.text.paragraph import CT_P
from docx.text.paragraph import Paragraph

from itaxl.files.package import pack, read_package
from itaxl.word.engine.faults import find_heading_styles
from itaxl.word.engine.ooxml import MAIN, Element, join_text, w

FIRST_MARK = 900_000  # ids of our bookmarks, beyond those of any paper
_INSTRUCTION = re.compile(r"\s*PAGEREF\s+(\S+)")


@dataclass(frozen=True)
class Document:
    """The parts of a .docx, and what python-docx makes of them, which callers change in place."""

    parts: Mapping[str, bytes]
    docx: Docx

    @staticmethod
    def open(data: bytes) -> Document:
        """A finished paper; InputError where it is none."""
        return Document(read_package(data, "docx", MAIN), docx.Document(io.BytesIO(data)))

    def pack(self, *changed: str) -> bytes:
        """The .docx with its body as it is now, and so the other parts named as `changed`."""
        touched = {part.partname.lstrip("/"): part for part in self.docx.part.package.iter_parts()}
        new = {name: touched[name].blob for name in (MAIN, *changed)}
        return pack({**self.parts, **new}.items())

    @property
    def root(self) -> Element:
        """The tree of the main part."""
        root: Element = self.docx.element
        return root

    @property
    def blocks(self) -> list[Element]:
        """The blocks of the text, the properties of the last section among them."""
        return list(self.docx.element.body)

    def section_around(self, block: Element) -> CT_SectPr:
        """The properties of the section that a block stands in: the next ones after it."""
        carried = (section_of(each) for each in (block, *block.itersiblings()))
        return next((section for section in carried if section is not None), self.docx.element.sectPr_lst[-1])

    def headings(self) -> list[Paragraph]:
        """The headings that are blocks of the body and say something."""
        return [
            paragraph
            for paragraph in self.docx.paragraphs
            if paragraph._p.style in self._heading_styles and paragraph.text.strip()
        ]

    @cached_property
    def _heading_styles(self) -> frozenset[str]:
        return find_heading_styles(self.docx.styles.element)

    def references(self) -> list[Reference]:
        """The PAGEREF fields, in order."""
        return list(find_references(self.root))


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

    def flatten(self) -> None:
        """Leave of the field only what it shows."""
        for run in self.marks:
            parent = run.getparent()
            assert parent is not None
            parent.remove(run)


def find_references(root: Element) -> Iterator[Reference]:
    """The PAGEREF fields below an element, run by run: begin, instruction, separate, result, end."""
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


def section_of(block: Element) -> CT_SectPr | None:
    """The section properties that a block carries: it is the last of its section."""
    section: Any = block.pPr.sectPr if isinstance(block, CT_P) and block.pPr is not None else None
    return section if isinstance(section, CT_SectPr) else None


def find_before(heading: Element) -> Element | None:
    """The block with words before a heading, None where a section or the text begins with it."""
    block = heading.getprevious()
    while block is not None and section_of(block) is None:
        if (
            isinstance(block, CT_Tbl)
            or join_text(block).strip()
            or block.find(f".//{w('drawing')}") is not None
        ):
            return block
        block = block.getprevious()
    return None
