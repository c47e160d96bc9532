"""Page numbers as a reader sees them: asked of an office program, written into the fields that show them.

The one rule of the place: marks for measuring go into a copy; the paper itself gets only numbers.
"""

from __future__ import annotations

import copy
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lxml import etree

from itaxl.thai.digits import to_thai
from itaxl.word.engine.ooxml import PPR, SECTPR, TBL, TR, Element, P, w
from itaxl.word.finish.document import Document, said, section_of

FIRST_MARK = 900_000  # ids of our bookmarks, beyond those of any paper
_SECTION, _HEADING, _END = "itaxlS", "itaxlH", "itaxlE"
_SETTINGS_AFTER = tuple(
    map(
        w,
        (
            "hdrShapeDefaults",
            "footnotePr",
            "endnotePr",
            "compat",
            "docVars",
            "rsids",
            "attachedSchema",
            "themeFontLang",
            "clrSchemeMapping",
            "shapeDefaults",
            "decimalSymbol",
            "listSeparator",
        ),
    )
)


@dataclass(frozen=True, slots=True)
class Pages:
    """Where things stand: pages of bookmarks, of sections, and of headings with the end of what is before each.

    Pages count from 1 as the program counts them, blank ones of its own included.
    """

    of: Mapping[str, int]

    def of_bookmarks(self) -> dict[str, int]:
        """The pages of the paper's own bookmarks."""
        return {name: page for name, page in self.of.items() if not name.startswith("itaxl")}

    def section(self, number: int) -> int:
        """The page on which the nth section (from 0) starts."""
        return self.of.get(f"{_SECTION}{number}", 1)

    def opens(self, heading: int) -> bool:
        """Whether the nth heading stands on a later page than all that is before it."""
        ends = [page for name, page in self.of.items() if name.startswith(f"{_END}{heading}x")]
        return bool(ends) and self.of.get(f"{_HEADING}{heading}", 0) > max(ends)


def measuring_copy(document: Document) -> bytes:
    """The paper with a bookmark at each section, each heading, and the end of what stands before each heading."""
    twin = Document(document.parts, copy.deepcopy(document.root))
    marks = _Marks()
    for number, block in enumerate(_section_starts(twin)):
        marks.put(f"{_SECTION}{number}", block)
    for number, heading in enumerate(twin.headings()):
        marks.put(f"{_HEADING}{number}", heading)
        for place, paragraph in enumerate(_ends_before(heading)):
            marks.put(f"{_END}{number}x{place}", paragraph, at_end=True)
    return twin.packed()


class _Marks:
    """Puts bookmarks of no length."""

    def __init__(self) -> None:
        self._next = FIRST_MARK

    def put(self, name: str, block: Element, *, at_end: bool = False) -> None:
        paragraph = next(block.iter(P), None)
        if paragraph is None:
            return
        start = paragraph.makeelement(w("bookmarkStart"), {w("id"): str(self._next), w("name"): name})
        end = paragraph.makeelement(w("bookmarkEnd"), {w("id"): str(self._next)})
        self._next += 1
        place = len(paragraph) if at_end else int(paragraph.find(PPR) is not None)
        paragraph[place:place] = [start, end]


def _section_starts(document: Document) -> Iterator[Element]:
    """The first block of each section."""
    fresh = True
    for block in document.body:
        if block.tag == SECTPR:
            return
        if fresh:
            yield block
        fresh = section_of(block) is not None


def before(heading: Element) -> Element | None:
    """The block with words before a heading, None where a section or the text begins with it."""
    block = heading.getprevious()
    while block is not None and section_of(block) is None:
        if block.tag == TBL or said(block).strip() or block.find(f".//{w('drawing')}") is not None:
            return block
        block = block.getprevious()
    return None


def _ends_before(heading: Element) -> list[Element]:
    """The last paragraph before a heading; of a table, that of each cell of its last row."""
    block = before(heading)
    if block is None:
        return []
    if block.tag != TBL:
        return [block]
    *_, row = block.iter(TR)
    return [paragraphs[-1] for cell in row.iter(w("tc")) if (paragraphs := list(cell.iter(P)))]


# ---- numbers ---------------------------------------------------------------------------------------------------------


def fill(document: Document, pages: Pages) -> None:
    """Write the page number of each bookmark into the fields that ask for it."""
    where = _sections_of_bookmarks(document)
    for reference in document.references():
        if reference.bookmark in pages.of and reference.bookmark in where:
            section = where[reference.bookmark]
            reference.say(_label(document.sections(), section, pages.of[reference.bookmark], pages))


def _sections_of_bookmarks(document: Document) -> dict[str, int]:
    """The section (from 0) of each bookmark."""
    found, section = {}, 0
    for block in document.body:
        for start in block.iter(w("bookmarkStart")):
            found[start.get(w("name"), "")] = section
        section += section_of(block) is not None
    return found


def _label(sections: list[Element], section: int, page: int, pages: Pages) -> str:
    """A page's printed number: counted from the last section that starts its count anew."""
    first, start = 0, 1
    for number in range(section, -1, -1):
        about = sections[number].find(w("pgNumType"))
        if about is not None and about.get(w("start")) is not None:
            first, start = number, int(about.get(w("start"), "1"))
            break
    about = sections[section].find(w("pgNumType"))
    text = str(page - pages.section(first) + start)
    return to_thai(text) if about is not None and about.get(w("fmt")) == "thaiNumbers" else text


def refresh_on_opening(document: Document) -> dict[str, bytes]:
    """The settings with Word asked to bring all fields up to date when the paper is opened; {} without settings."""
    data = document.parts.get("word/settings.xml")
    if data is None:
        return {}
    settings = etree.fromstring(data)
    if settings.find(w("updateFields")) is None:
        order = settings.makeelement(w("updateFields"), {w("val"): "true"})
        later = next((n for n, each in enumerate(settings) if each.tag in _SETTINGS_AFTER), len(settings))
        settings.insert(later, order)
    return {"settings": etree.tostring(settings, xml_declaration=True, encoding="UTF-8", standalone=True)}
