"""Catchwords: the first words of the next page at the foot of a page, as /ตัวชี้วัดที่ (๘) …

The one rule of the place: only before a page break that is forced, so that it stays true however a page fills.
"""

from __future__ import annotations

from collections.abc import Callable

from lxml import etree

from itaxl.word.engine.ooxml import BEFORE_PAGE_BREAK, PPR, SECTPR, VAL, Element, P, properties, put_after, w
from itaxl.word.finish.document import Document, said, section_of, style_of
from itaxl.word.finish.paging import before

STYLE = "Catchword"
LONGEST = 60  # letters of the heading that are repeated
_BELOW = 60  # twips between the text and the catchword


def has_style(document: Document) -> bool:
    """Whether a layout provides for catchwords: it has a style named Catchword."""
    return bool(_style_id(document))


def _style_id(document: Document) -> str:
    for style in document.styles().iter(w("style")):
        name = style.find(w("name"))
        if name is not None and name.get(VAL) == STYLE:
            return style.get(w("styleId"), "")
    return ""


def put_catchwords(document: Document, opens: Callable[[int], bool]) -> bool:
    """Announce each heading that opens a page, and make its break a forced one; whether anything was new.

    `opens` says of the nth heading whether it stands first on its page; forced breaks are seen here.
    """
    style, new = _style_id(document), False
    for number, heading in enumerate(document.headings()):
        last = before(heading)
        if last is None or style_of(last) == style or not (_is_forced(heading) or opens(number)):
            continue
        _force(heading)
        _drop_spacers(last, heading)
        last.addnext(_anchor())
        last.addnext(_frame(words_of(said(heading)), style, _section_around(heading, document)))
        new = True
    return new


def words_of(heading: str) -> str:
    """The catchword of a heading: a slash, its first words whole, three dots."""
    text = " ".join(heading.split())
    cut = text if len(text) <= LONGEST else text[: text.rfind(" ", 0, LONGEST + 1)] if " " in text else text
    return f"/{cut}..."


def _is_forced(heading: Element) -> bool:
    mark = heading.find(f"{PPR}/{w('pageBreakBefore')}")
    return mark is not None and mark.get(VAL, "1") not in ("0", "false")


def _force(heading: Element) -> None:
    if not _is_forced(heading):
        mark = heading.makeelement(w("pageBreakBefore"), {})
        put_after(properties(heading, PPR), mark, BEFORE_PAGE_BREAK)


def _drop_spacers(last: Element, heading: Element) -> None:
    """Empty lines before a forced break would only push it onto a page of its own; bookmarks stay."""
    block = last.getnext()
    while block is not None and block is not heading:
        following = block.getnext()
        parent = block.getparent()
        assert parent is not None
        marked = block.find(w("bookmarkStart")) is not None or block.find(w("bookmarkEnd")) is not None
        if block.tag == P and not marked:
            parent.remove(block)
        block = following


def _section_around(heading: Element, document: Document) -> Element:
    """The properties of the section that a block stands in."""
    block: Element | None = heading
    while block is not None:
        found = block if block.tag == SECTPR else section_of(block)
        if found is not None:
            return found
        block = block.getnext()
    return document.sections()[-1]


def _frame(text: str, style: str, section: Element) -> Element:
    """A line in a frame just below the text area, at its right."""
    size, margins = section.find(w("pgSz")), section.find(w("pgMar"))
    assert size is not None
    assert margins is not None
    height, width = int(size.get(w("h"), "0")), int(size.get(w("w"), "0"))
    left, right, bottom = (int(margins.get(w(side), "0")) for side in ("left", "right", "bottom"))
    frame = {
        "w": str(width - left - right),
        "wrap": "around",
        "vAnchor": "page",
        "hAnchor": "margin",
        "xAlign": "right",
        "y": str(height - bottom + _BELOW),
    }
    paragraph = etree.Element(P)
    about = etree.SubElement(paragraph, PPR)
    etree.SubElement(about, w("pStyle"), {VAL: style})
    etree.SubElement(about, w("framePr"), {w(name): value for name, value in frame.items()})
    line = etree.SubElement(etree.SubElement(paragraph, w("r")), w("t"))
    line.text = text
    return paragraph


def _anchor() -> Element:
    """The line of one point that holds the frame on the page before the break."""
    paragraph = etree.Element(P)
    about = etree.SubElement(paragraph, PPR)
    etree.SubElement(
        about, w("spacing"), {w("line"): "20", w("lineRule"): "exact", w("before"): "0", w("after"): "0"}
    )
    return paragraph
