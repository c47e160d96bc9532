"""Catchwords: the first words of the next page at the foot of a page, as /ตัวชี้วัดที่ (๘) …

The one rule of the place: only before a page break that is forced, so that it stays true however a page fills.
"""

from __future__ import annotations

from collections.abc import Callable

from docx.enum.text import WD_LINE_SPACING
from docx.oxml.parser import OxmlElement
from docx.oxml.section import CT_SectPr
from docx.oxml.text.paragraph import CT_P
from docx.shared import Length, Pt
from docx.text.paragraph import Paragraph

from itaxl.word.engine.ooxml import Element, P, w
from itaxl.word.finish.document import Document, find_before

STYLE = "Catchword"
LONGEST = 60  # letters of the heading that are repeated
_BELOW = 60  # twips between the text and the catchword


def has_style(document: Document) -> bool:
    """Whether a layout provides for catchwords: it has a style named Catchword."""
    return STYLE in document.docx.styles


def put_catchwords(document: Document, opens: Callable[[int], bool]) -> bool:
    """Announce each heading that opens a page, and make its break a forced one; whether anything was new.

    `opens` says of the nth heading whether it stands first on its page; forced breaks are seen here.
    """
    style, new = document.docx.styles[STYLE], False
    for number, heading in enumerate(document.headings()):
        last = find_before(heading._p)
        forced = heading.paragraph_format.page_break_before
        if last is None or getattr(last, "style", "") == style.style_id or not (forced or opens(number)):
            continue
        heading.paragraph_format.page_break_before = True
        _drop_spacers(last, heading._p)
        behind = Paragraph(
            next(block for block in last.itersiblings() if isinstance(block, CT_P)), heading._parent
        )
        line = behind.insert_paragraph_before(choose_words(heading.text), style)
        _frame(line, behind.insert_paragraph_before(), document.section_around(heading._p))
        new = True
    return new


def choose_words(heading: str) -> str:
    """The catchword of a heading: a slash, its first words whole, three dots."""
    text = " ".join(heading.split())
    end = text.rfind(" ", 0, LONGEST + 1) if len(text) > LONGEST else -1
    return f"/{text if end < 0 else text[:end]}..."


def _drop_spacers(last: Element, heading: Element) -> None:
    """Empty lines before a forced break would only push it onto a page of its own; bookmarks stay."""
    for block in list(last.itersiblings()):
        if block is heading:
            return
        marked = block.find(w("bookmarkStart")) is not None or block.find(w("bookmarkEnd")) is not None
        parent = block.getparent()
        if block.tag == P and not marked and parent is not None:
            parent.remove(block)


def _frame(line: Paragraph, anchor: Paragraph, section: CT_SectPr) -> None:
    """Put a line into a frame just below the text area, at its right; an anchor of one point holds it on its page."""
    across = _twips(section.page_width) - _twips(section.left_margin) - _twips(section.right_margin)
    down = _twips(section.page_height) - _twips(section.bottom_margin) + _BELOW
    frame = {
        "w": str(across), "wrap": "around", "vAnchor": "page", "hAnchor": "margin", "xAlign": "right", "y": str(down)
    }  # fmt: skip
    about = line._p.get_or_add_pPr()
    about.append(OxmlElement("w:framePr", {w(name): value for name, value in frame.items()}))
    held = anchor.paragraph_format
    held.line_spacing_rule, held.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(1)
    held.space_before = held.space_after = Pt(0)


def _twips(length: Length | None) -> int:
    return length.twips if length is not None else 0
