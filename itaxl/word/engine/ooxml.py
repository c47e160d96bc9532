"""The vocabulary of WordprocessingML: names in full, and the order the standard wants them in.

The one rule of the place: an element is put where the standard has it; Word refuses a file that is merely close.
"""

from __future__ import annotations

import copy
import re

from lxml import etree

CONTENT_TYPES, MAIN, STYLES, SETTINGS = (
    "[Content_Types].xml", "word/document.xml", "word/styles.xml", "word/settings.xml"
)  # fmt: skip

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

_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufdd0-\ufdd3\ufffe\uffff]")
_NOISE = re.compile(r"\}(rsid\w*|paraId|textId)$")
_NOISY = tuple(map(w, ("proofErr", "lastRenderedPageBreak")))
_SOLID = tuple(map(w, ("drawing", "pict", "object", "sdt", "fldChar", "fldSimple", "br", "sym")))

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


def join_text(element: Element) -> str:
    """All text below an element."""
    return "".join(t.text or "" for t in element.iter(T))


def clean(text: str) -> str:
    """A text without what XML forbids and without our own marks: the one door for what a person typed."""
    return _ILLEGAL.sub("", text)


def drop_noise(root: Element) -> None:
    """Take out Word's editing marks: in a repeated row their ids would stand twice."""
    for element in root.iter():
        for name in [name for name in element.attrib if _NOISE.search(str(name))]:
            del element.attrib[name]
    for element in list(root.iter(*_NOISY)):
        parent = element.getparent()
        assert parent is not None
        parent.remove(element)


def is_solid(element: Element) -> bool:
    """Whether more than words is below an element: a picture, a field, a control."""
    return next(element.iter(*_SOLID), None) is not None


def unit_of(paragraph: Element) -> Element:
    """The largest of paragraph, cell and row in which this paragraph's text stands alone."""
    cell = paragraph.getparent()
    if cell is None or cell.tag != TC:
        return paragraph
    row = cell.getparent()
    assert row is not None
    if join_text(row).strip() == join_text(paragraph).strip() and not is_solid(row):
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
