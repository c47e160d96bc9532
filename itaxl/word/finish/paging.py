"""Page numbers as a reader sees them: asked of an office program, written into the fields that show them.

The one rule of the place: marks for measuring are taken out again; the paper itself gets only numbers.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from docx.oxml.parser import OxmlElement
from docx.oxml.section import CT_SectPr
from docx.oxml.table import CT_Tbl

from itaxl.thai.digits import to_thai
from itaxl.word.engine.ooxml import PPR, SETTINGS, VAL, Element, P, w
from itaxl.word.finish.catchwords import has_style, put_catchwords
from itaxl.word.finish.document import FIRST_MARK, Document, find_before, section_of
from itaxl.word.finish.office import Office

ROUNDS = 4  # of counting pages; the second already confirms the first
_SECTION, _HEADING, _END = "itaxlS", "itaxlH", "itaxlE"
_BEHIND_UPDATE = (
    "w:hdrShapeDefaults", "w:footnotePr", "w:endnotePr", "w:compat", "w:docVars", "w:rsids", "m:mathPr",
    "w:attachedSchema", "w:themeFontLang", "w:clrSchemeMapping", "w:shapeDefaults", "w:decimalSymbol", "w:listSeparator",
)  # fmt: skip


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

    def label(self, bookmark: str, sections: Sequence[CT_SectPr]) -> str:
        """A bookmark's printed number; `sections` are those up to its own: the last that starts anew is counted from."""
        counts = [about.find(w("pgNumType")) for about in sections]
        starts = [
            (n, about.get(w("start")))
            for n, about in enumerate(counts)
            if about is not None and about.get(w("start"))
        ]
        first, start = starts[-1] if starts else (0, "1")
        text = str(self.of[bookmark] - self.section(first) + int(start or 1))
        own = counts[-1]
        return to_thai(text) if own is not None and own.get(w("fmt")) == "thaiNumbers" else text


def pack_for_measuring(document: Document) -> bytes:
    """The paper with a bookmark at each section, each heading, and the end of what stands before each heading."""
    marks = _Marks([])
    for number, block in enumerate(_section_starts(document)):
        marks.put(f"{_SECTION}{number}", block)
    for number, heading in enumerate(document.headings()):
        marks.put(f"{_HEADING}{number}", heading._p)
        for place, paragraph in enumerate(_ends_before(heading._p)):
            marks.put(f"{_END}{number}x{place}", paragraph, at_end=True)
    data = document.pack()
    marks.remove()
    return data


@dataclass(frozen=True, slots=True)
class _Marks:
    """Puts bookmarks of no length, and takes them away."""

    done: list[Element]

    def put(self, name: str, block: Element, *, at_end: bool = False) -> None:
        paragraph = next(block.iter(P), None)
        if paragraph is None:
            return
        number = str(FIRST_MARK + len(self.done))
        start = paragraph.makeelement(w("bookmarkStart"), {w("id"): number, w("name"): name})
        end = paragraph.makeelement(w("bookmarkEnd"), {w("id"): number})
        place = len(paragraph) if at_end else int(paragraph.find(PPR) is not None)
        paragraph[place:place] = [start, end]
        self.done.extend((start, end))

    def remove(self) -> None:
        for mark in self.done:
            parent = mark.getparent()
            assert parent is not None
            parent.remove(mark)


def _section_starts(document: Document) -> Iterator[Element]:
    """The first block of each section."""
    fresh = True
    for block in document.blocks:
        if isinstance(block, CT_SectPr):
            return
        if fresh:
            yield block
        fresh = section_of(block) is not None


def _ends_before(heading: Element) -> list[Element]:
    """The last paragraph before a heading; of a table, that of each cell of its last row."""
    block = find_before(heading)
    if isinstance(block, CT_Tbl):
        return [paragraphs[-1] for cell in block.tr_lst[-1].tc_lst if (paragraphs := list(cell.iter(P)))]
    return [] if block is None else [block]


# ---- numbers ---------------------------------------------------------------------------------------------------------


def fill_numbers(document: Document, pages: Pages) -> None:
    """Write the page number of each bookmark into the fields that ask for it."""
    sections = document.docx.element.sectPr_lst
    where: dict[str, int] = {}
    section = 0
    for block in document.blocks:
        where |= {start.get(w("name"), ""): section for start in block.iter(w("bookmarkStart"))}
        section += section_of(block) is not None
    for reference in document.references():
        if reference.bookmark in pages.of and reference.bookmark in where:
            reference.say(pages.label(reference.bookmark, sections[: where[reference.bookmark] + 1]))


# ---- the whole count -------------------------------------------------------------------------------------------------


def count_pages(docx: bytes, program: Office, *, catchwords: bool) -> bytes:
    """The paper with its page numbers, and catchwords when wanted, counted until a count changes nothing.

    Where the pages are in doubt no break is forced at their ends, and Word is asked to count again.
    """
    document = Document.open(docx)
    catchwords = catchwords and has_style(document)
    last: dict[str, int] = {}
    sure = program.doubt() is None
    for _ in range(ROUNDS):
        pages = Pages(program.pages(pack_for_measuring(document)))
        new = catchwords and put_catchwords(document, pages.opens if sure else _never)
        fill_numbers(document, pages)
        if not catchwords or (not new and pages.of_bookmarks() == last):
            break  # numbers in place of dashes move nothing
        last = pages.of_bookmarks()
    return document.pack() if sure else _pack_to_refresh(document)


def leave_pages(docx: bytes, *, catchwords: bool) -> bytes:
    """The paper with the catchwords that are certain, its numbers left for Word to fill in on opening."""
    document = Document.open(docx)
    if catchwords and has_style(document):
        put_catchwords(document, _never)
    return _pack_to_refresh(document) if document.references() else document.pack()


def _never(_heading: int) -> bool:
    """No heading is known to open a page, save those behind a forced break."""
    return False


def _pack_to_refresh(document: Document) -> bytes:
    """The paper with Word asked to bring all its fields up to date when it is opened."""
    settings = document.docx.settings.element
    if SETTINGS not in document.parts or settings.find(w("updateFields")) is not None:
        return document.pack()
    settings.insert_element_before(OxmlElement("w:updateFields", {VAL: "true"}), *_BEHIND_UPDATE)
    return document.pack(SETTINGS)
