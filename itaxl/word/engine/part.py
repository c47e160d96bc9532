"""One part of a layout (body, header, footer) turned into the source of a Jinja template.

The one rule of the place: a command takes with it all that it stands alone in: its paragraph, its cell when alone
in the cell, its row when alone in the row; anywhere else it works inside the line.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Callable, Mapping, Sequence, Set
from dataclasses import dataclass

from lxml import etree

from itaxl.thai.digits import Digits, for_paper
from itaxl.word.engine import settle
from itaxl.word.engine.faults import Faults, Position, Spot, find_positions
from itaxl.word.engine.language import COMMANDS, Pairs
from itaxl.word.engine.ooxml import (
    BEFORE_MERGE,
    BEFORE_PAGE_BREAK,
    BEFORE_PAGE_NUMBERS,
    PPR,
    SDT,
    SDTPR,
    SECTPR,
    TBL,
    TC,
    TCPR,
    TR,
    TRPR,
    VAL,
    XML_SPACE,
    Element,
    P,
    drop_noise,
    is_solid,
    properties,
    put_after,
    spare_paragraph,
    text_elements,
    unit_of,
    w,
    w14,
)
from itaxl.word.engine.tags import OPENS, Tag, cut_runs, find_tags, find_unclosed

_MARK = "\ufdd0"  # a noncharacter: no text of a person holds it
_MARKS = re.compile(f"<!--itaxl:(\\d+)-->|{_MARK}(\\d+){_MARK}")
_CONTAINERS = tuple(map(w, ("tc", "hdr", "ftr", "txbxContent", "footnote", "endnote")))
_COUNTS = {"thai": "thaiNumbers", "arabic": "decimal"}


@dataclass(frozen=True, slots=True)
class PartSource:
    """Jinja source of a part, and the tag that each of its lines holds."""

    text: str
    spots: Mapping[int, Spot]
    family: tuple[str, Spot] | None = None  # what `{% layout … %}` says


def compile_part(root: Element, fault: Faults, styles: Set[str], digits: Digits) -> PartSource:
    """The source of a part; `styles` are the ids of its heading styles; TemplateError names what is wrong."""
    return _Compiler(root, fault, styles, digits).source()


class _Compiler:
    """Rewrites the tree of one part, and remembers where each tag stood."""

    def __init__(self, root: Element, fault: Faults, styles: Set[str], digits: Digits) -> None:
        self.root = root
        self.fault = fault
        self.count = _COUNTS[digits]
        self.to_digits: Callable[[str], str] = lambda text: for_paper(text, digits)
        self.pairs = Pairs(fault)
        self.places = find_positions(root, styles)
        self.codes: list[tuple[str, Spot]] = []
        self.family: tuple[str, Spot] | None = None

    def source(self) -> PartSource:
        drop_noise(self.root)
        self._count_pages()
        spare = {box: spare_paragraph(box) for box in self.root.iter(*_CONTAINERS)}
        for paragraph in list(self.places):
            texts = text_elements(paragraph)
            full = "".join(t.text or "" for t in texts)
            tags = self._find_tags(paragraph, full) if OPENS.search(full) else []
            if _is_alone(paragraph, full, tags):
                self._take_away(paragraph, tags)
            else:
                self._fill_line(paragraph, texts, tags)
        self.pairs.finish()
        for control in self.root.iter(SDT):
            tag = control.find(f"{SDTPR}/{w('tag')}")
            if tag is not None and tag.get(VAL, "").startswith("check:"):
                self._bind_checkbox(control, tag.get(VAL, "").removeprefix("check:").strip())
        for box, paragraph in spare.items():
            if any(isinstance(child, etree._Comment) for child in box):  # its paragraphs may all vanish
                nowhere = self._spot(paragraph, "")
                box.extend(
                    (self._comment(settle.SPARE, nowhere), paragraph, self._comment(settle.SPARE, nowhere))
                )
        settle.mark_ids(self.root)
        return self._write()

    # ---- paragraphs --------------------------------------------------------------------------------------------------

    def _find_tags(self, paragraph: Element, full: str) -> list[Tag]:
        """The tags of a paragraph, each a known command or a value."""
        tags = find_tags(full)
        if rest := find_unclosed(full, tags):
            closing = {"{": "}}", "%": "%}", "#": "#}"}[rest[1]]
            raise self.fault(
                self._spot(paragraph, rest),
                f"เปิดวงเล็บปีกกาแล้วไม่ปิด – โปรดปิดด้วย {closing} ในย่อหน้าเดียวกัน",
                f"tag is not closed with {closing}",
            )
        for tag in tags:
            if tag.is_command and tag.word not in COMMANDS:
                spot = self._spot(paragraph, tag.typed)
                raise self.fault.unknown_word(spot, "คำสั่ง", tag.word or tag.typed, COMMANDS)
            if tag.word == "layout":
                self.family = tag.rest, self._spot(paragraph, tag.typed)
        return tags

    def _take_away(self, paragraph: Element, tags: list[Tag]) -> None:
        """Commands alone in a paragraph, cell or row: they stand in its stead."""
        unit = unit_of(paragraph)
        level = unit.getparent()
        assert level is not None
        if unit.tag == TC:
            settle.mark_columns(next(level.iterancestors(TBL)), self._comment)
        for tag in tags:
            if not tag.is_note:
                spot = self._spot(paragraph, tag.typed)
                self.pairs.see(tag.word, level, spot)
                unit.addprevious(self._comment(tag.code, spot))
        level.remove(unit)

    def _fill_line(self, paragraph: Element, texts: list[Element], tags: list[Tag]) -> None:
        """Words and tags within the line; every other text gets the digits of the paper."""
        for t, cut in zip(texts, cut_runs([t.text or "" for t in texts], tags), strict=True):
            t.text = "".join(
                self.to_digits(piece) if isinstance(piece, str) else self._replace(paragraph, t, piece)
                for piece in cut
            )
            t.set(XML_SPACE, "preserve")
        about_others = any(tag.word in ("merge", "whole", "samesection") for tag in tags)
        if about_others and not any(t.text for t in texts):
            parent = paragraph.getparent()
            assert parent is not None
            parent.remove(paragraph)

    def _replace(self, paragraph: Element, t: Element, tag: Tag) -> str:
        """What stands in the line for a tag; a command of a place works there and leaves nothing."""
        spot = self._spot(paragraph, tag.typed, prints=not tag.is_command)
        if tag.is_command and COMMANDS[tag.word].of_place:
            getattr(self, f"do_{tag.word}")(paragraph, tag, spot)
            return ""
        if tag.is_note:
            return ""
        run = t.getparent()
        assert run is not None
        level = run.getparent()
        assert level is not None
        self.pairs.see(tag.word, level, spot)
        return self._mark(tag.code, spot)

    # ---- commands of our own -----------------------------------------------------------------------------------------

    def do_merge(self, paragraph: Element, tag: Tag, spot: Spot) -> None:
        """`{% merge if … %}`: the cell continues the one above, and says nothing of its own."""
        cell = self._in_table(paragraph, TC, tag, spot)
        condition = _condition(tag)
        down = f'{{% if {condition} %}}<w:vMerge/>{{% else %}}<w:vMerge w:val="restart"/>{{% endif %}}'
        about = properties(cell, TCPR)
        put_after(about, self._comment(down, spot), BEFORE_MERGE)
        about.addnext(self._comment(f"{{% if not ({condition}) %}}", spot))
        cell.append(self._comment("{% endif %}", spot))

    def do_whole(self, paragraph: Element, tag: Tag, spot: Spot) -> None:
        """`{% whole if … %}`: the row moves to the next page rather than being split."""
        about = properties(self._in_table(paragraph, TR, tag, spot), TRPR)
        about.append(self._comment(f"{{% if {_condition(tag)} %}}<w:cantSplit/>{{% endif %}}", spot))

    def _in_table(self, paragraph: Element, name: str, tag: Tag, spot: Spot) -> Element:
        """The cell or row that a paragraph stands in."""
        around = next(paragraph.iterancestors(name), None)
        if around is None:
            raise self.fault(
                spot,
                f"คำสั่ง {tag.word} ใช้ได้ในเซลล์ของตารางเท่านั้น – โปรดย้ายเข้าในเซลล์",
                f"{tag.word} outside a table",
            )
        return around

    def do_pagebreak(self, paragraph: Element, tag: Tag, spot: Spot) -> None:
        """`{% pagebreak if … %}`: the paragraph starts a page."""
        code = f"{{% if {_condition(tag)} %}}<w:pageBreakBefore/>{{% endif %}}"
        put_after(properties(paragraph, PPR), self._comment(code, spot), BEFORE_PAGE_BREAK)

    def do_samesection(self, paragraph: Element, tag: Tag, spot: Spot) -> None:
        """`{% samesection if … %}`: paper, headers and numbers of this section are those of the section before it."""
        sections = list(self.root.iter(SECTPR))
        following = list(self.root.iter(P, SECTPR))
        own = next((each for each in following[following.index(paragraph) :] if each.tag == SECTPR), None)
        if own is None or own is sections[0]:
            raise self.fault(
                spot,
                "ไม่มีส่วน (section) ก่อนหน้าให้ใช้หน้ากระดาษตาม – โปรดย้ายคำสั่งไปไว้ในส่วนถัดไป หรือลบออก",
                "samesection without a section before",
            )
        before = copy.deepcopy(list(sections[sections.index(own) - 1]))
        own.insert(0, self._comment(f"{{% if not ({_condition(tag)}) %}}", spot))
        own.extend([self._comment("{% else %}", spot), *before, self._comment("{% endif %}", spot)])

    def _bind_checkbox(self, control: Element, condition: str) -> None:
        """Make a checkbox show a condition: its state and its sign."""
        around = next(control.iterancestors(P), None)
        paragraph = around if around is not None else next(control.iter(P), self.root)
        spot = self._spot(paragraph, f"check: {condition}", prints=True)
        box = control.find(f"{SDTPR}/{w14('checkbox')}")
        sign = next(control.iter(w("t")), None)
        if box is None or sign is None or (state := box.find(w14("checked"))) is None:
            raise self.fault(
                spot,
                "ตัวควบคุมนี้ไม่ใช่กล่องกาเครื่องหมายของ Word – โปรดแทรกใหม่จาก นักพัฒนา > กล่องกาเครื่องหมาย",
                "content control is not a checkbox",
            )
        state.set(w14("val"), self._choice(condition, "1", "0", spot))
        sign.text = self._choice(condition, _sign(box, "checkedState"), _sign(box, "uncheckedState"), spot)

    def _choice(self, condition: str, yes: str, no: str, spot: Spot) -> str:
        return self._mark(f"{{% if {condition} %}}{yes}{{% else %}}{no}{{% endif %}}", spot)

    # ---- what a finished document needs ------------------------------------------------------------------------------

    def _count_pages(self) -> None:
        """Count pages in the digits of the paper; letters (ก ข ค) stay as drawn."""
        for section in self.root.iter(SECTPR):
            about = section.find(w("pgNumType"))
            if about is None:
                about = etree.Element(w("pgNumType"))
                put_after(section, about, BEFORE_PAGE_NUMBERS)
            if about.get(w("fmt"), "decimal") in _COUNTS.values():
                about.set(w("fmt"), self.count)

    # ---- writing -----------------------------------------------------------------------------------------------------

    def _spot(self, paragraph: Element, quote: str, *, prints: bool = False) -> Spot:
        return Spot(self.places.get(paragraph, Position()), quote, prints)

    def _mark(self, code: str, spot: Spot) -> str:
        """A stand-in, within text, for code."""
        self.codes.append((code, spot))
        return f"{_MARK}{len(self.codes) - 1}{_MARK}"

    def _comment(self, code: str, spot: Spot) -> Element:
        """A stand-in, between elements, for code."""
        self.codes.append((code, spot))
        return etree.Comment(f"itaxl:{len(self.codes) - 1}")

    def _write(self) -> PartSource:
        """Code on lines of its own (the break hides in a Jinja comment), so that a line leads back to its tag."""
        xml = etree.tostring(self.root, encoding="unicode")
        out = ['<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n']
        line, at, spots = 2, 0, {}
        for mark in _MARKS.finditer(xml):
            code, spot = self.codes[int(mark[1] or mark[2])]
            literal = xml[at : mark.start()]
            out += [_literal(literal), "{#\n#}", code]
            line += literal.count("\n") + 1
            spots[line] = spot
            at = mark.end()
        return PartSource("".join([*out, _literal(xml[at:])]), spots, self.family)


def _is_alone(paragraph: Element, full: str, tags: Sequence[Tag]) -> bool:
    """Whether a paragraph holds commands and notes and nothing else at all: it vanishes with them."""
    if not tags or any(
        not (tag.is_note or (tag.is_command and not COMMANDS[tag.word].of_place)) for tag in tags
    ):
        return False
    if "".join(full.split()) != "".join("".join(tag.typed.split()) for tag in tags):
        return False
    return paragraph.find(f"{PPR}/{SECTPR}") is None and not is_solid(paragraph)


def _literal(xml: str) -> str:
    return f"{{% raw %}}{xml}{{% endraw %}}" if OPENS.search(xml) else xml


def _condition(tag: Tag) -> str:
    """The condition of `merge if …` and `pagebreak if …`; without one it always holds."""
    return tag.rest.removeprefix("if ").strip() or "true"


def _sign(box: Element, state: str) -> str:
    found = box.find(w14(state))
    code = found.get(w14("val")) if found is not None else None
    return chr(int(code, 16)) if code else {"checkedState": "☑", "uncheckedState": "☐"}[state]
