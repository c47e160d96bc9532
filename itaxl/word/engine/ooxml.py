"""The vocabulary of WordprocessingML: names in full, and the order the standard wants them in.

The one rule of the place: an element is put where the standard has it; Word refuses a file that is merely close.
"""

from __future__ import annotations

from lxml import etree

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"

Element = etree._Element


def w(name: str) -> str:
    """A name of the main vocabulary: w("p") is a paragraph."""
    return f"{{{W}}}{name}"


def w14(name: str) -> str:
    """A name of Word 2010's vocabulary: w14("checkbox") is a checkbox."""
    return f"{{{W14}}}{name}"


def wp(name: str) -> str:
    """A name of the vocabulary of drawings in text."""
    return f"{{{WP}}}{name}"


P, T, TBL, TR, TC = w("p"), w("t"), w("tbl"), w("tr"), w("tc")
PPR, TRPR, TCPR, SECTPR, SDT, SDTPR = w("pPr"), w("trPr"), w("tcPr"), w("sectPr"), w("sdt"), w("sdtPr")
VAL = w("val")

# What may stand before the element that is put in, first to last.
BEFORE_PAGE_BREAK = tuple(map(w, ("pStyle", "keepNext", "keepLines")))
BEFORE_MERGE = tuple(map(w, ("cnfStyle", "tcW", "gridSpan", "hMerge")))
BEFORE_PAGE_NUMBERS = tuple(
    map(
        w,
        (
            "headerReference",
            "footerReference",
            "footnotePr",
            "endnotePr",
            "type",
            "pgSz",
            "pgMar",
            "paperSrc",
            "pgBorders",
            "lnNumType",
        ),
    )
)


def put_after(parent: Element, new: Element, before: tuple[str, ...]) -> None:
    """Put `new` into `parent` behind the last child whose name is in `before`."""
    at = 0
    for index, child in enumerate(parent, 1):
        if child.tag in before:
            at = index
    parent.insert(at, new)


def properties(element: Element, name: str) -> Element:
    """The properties of a paragraph, row or cell (`name` is PPR, TRPR or TCPR), made when there are none."""
    found = element.find(name)
    if found is None:
        found = etree.Element(name)
        element.insert(0, found)
    return found


def text_elements(paragraph: Element) -> list[Element]:
    """The w:t of a paragraph in order, without those of text boxes inside it."""
    return [t for t in paragraph.iter(T) if next(t.iterancestors(P)) is paragraph]


def text_of(element: Element) -> str:
    """All text below an element."""
    return "".join(t.text or "" for t in element.iter(T))
