"""What a reader of values does not show of a sheet: formulas, percents, errors, and cells far outside the form.

The one rule of the place: it looks into the XML itself, and at a sheet without such cells only for a moment.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from itaxl.catalog.values import number_text
from itaxl.workbook.refs import position

# each begins with a fixed text: a search for it costs a tenth of one that begins with a choice
_FORMULA = re.compile(rb"<f[ >/]")
_ERROR = re.compile(rb""" t=["']e["']""")
_PREFIXED = re.compile(rb":sheetData[ >/]")
_FAR = re.compile(rb""" r=["'](?:[A-Za-z]{3}|[A-Za-z]{0,2}[0-9]{5})""")
# a form ends long before row 10,000 and column AAA; a reader would lay out every cell up to there
_FAR_CELL = re.compile(
    rb"""<(?:\w+:)?c\s[^>]*?\br=["']([A-Za-z]{3,}[0-9]+|[A-Za-z]+[0-9]{5,})["'][^>]*(?<!/)>(?!</)"""
)
_FAR_ROW = re.compile(rb"""<(?:\w+:)?row\s[^>]*?\br=["']([0-9]{5,})["'][^>]*(?<!/)>(?!</)""")
_LITERAL = re.compile(r'"[^"]*"|\\.')  # what a number format shows as it stands
_CELL_WITHOUT_REF = re.compile(rb"<(?:\w+:)?c(?=[\s/>])(?![^>]*\sr=)")

Parts = Mapping[str, bytes]


@dataclass(frozen=True, slots=True)
class Odd:
    """A cell whose value alone is not what a person sees: its text, and whether that is a formula with its "="."""

    ref: str
    text: str
    is_formula: bool = False


def sheet_parts(parts: Parts) -> dict[str, bytes]:
    """The XML of each sheet by the sheet's name."""
    targets = {
        _attribute(tag, "Id"): _attribute(tag, "Target")
        for tag in re.findall(
            r"<(?:\w+:)?Relationship\b[^>]*>", _decoded(parts, "xl/_rels/workbook.xml.rels")
        )
    }
    return {
        _attribute(tag, "name"): parts.get(_part_name(targets.get(_attribute(tag, r"\w+:id"), "")), b"")
        for tag in re.findall(r"<(?:\w+:)?sheet\b[^>]*>", _decoded(parts, "xl/workbook.xml"))
    }


def _decoded(parts: Parts, name: str) -> str:
    return parts.get(name, b"").decode("utf-8", "replace")


def _attribute(tag: str, name: str) -> str:
    """The value of an attribute in a start tag, empty when it has none."""
    found = re.search(rf"""\s{name}=(?:"([^"]*)"|'([^']*)')""", tag)
    return html.unescape(found[1] or found[2] or "") if found else ""


def _part_name(target: str) -> str:
    """A relationship's target as a part name."""
    return target.lstrip("/") if target.startswith("/") else f"xl/{target}"


def far_place(sheet: bytes) -> str:
    """A filled cell or row that no form has, as `XFD1` or `1048576`; empty when there is none."""
    if not _FAR.search(sheet):
        return ""
    found = _FAR_CELL.search(sheet) or (_CELL_WITHOUT_REF.search(sheet) and _FAR_ROW.search(sheet))
    return found[1].decode("ascii") if found else ""


def percent_styles(parts: Parts) -> frozenset[str]:
    """The numbers of the cell styles that show a number as a percent."""
    styles = _decoded(parts, "xl/styles.xml")
    formats = {"9", "10"} | {
        _attribute(tag, "numFmtId")
        for tag in re.findall(r"<(?:\w+:)?numFmt\b[^>]*>", styles)
        if "%" in _LITERAL.sub("", _attribute(tag, "formatCode"))
    }
    cells = re.search(r"<(?:\w+:)?cellXfs\b.*?</(?:\w+:)?cellXfs>", styles, re.DOTALL)
    looks = re.findall(r"<(?:\w+:)?xf\b[^>]*>", cells[0]) if cells else []
    return frozenset(str(n) for n, look in enumerate(looks) if _attribute(look, "numFmtId") in formats)


def odd_cells(sheet: bytes, percents: frozenset[str]) -> Iterator[Odd]:
    """The odd cells of a sheet's XML; ValueError where it is no XML."""
    searches = [_FORMULA.search, _ERROR.search, _PREFIXED.search]
    searches += [re.compile(rf""" s=["']{each}["']""".encode()).search for each in percents]
    if not any(search(sheet) for search in searches):
        return
    filled_by = _Formulas()
    for cell in _cells(sheet):
        ref = cell.get("r", "")
        if formula := filled_by(ref, cell.find("{*}f")):
            yield Odd(ref, formula, is_formula=True)
        elif text := _shown(cell, percents):
            yield Odd(ref, text)


def _cells(sheet: bytes) -> Iterator[Any]:
    from xml.etree import ElementTree as ET

    try:
        yield from ET.fromstring(sheet).iterfind(".//{*}c")
    except (ET.ParseError, LookupError) as why:
        raise ValueError(str(why)) from None


def _shown(cell: Any, percents: frozenset[str]) -> str:
    """The text of a percent or an error value; empty where the value itself is what a person sees."""
    kind, value = cell.get("t", "n"), cell.findtext("{*}v") or ""
    if kind == "e":
        return value
    if kind == "n" and value and cell.get("s") in percents:
        return f"{number_text(round(float(value) * 100, 10))}%"
    return ""


class _Formulas:
    """Tells the formula that fills a cell; it remembers those that fill several."""

    def __init__(self) -> None:
        self.shared: dict[
            str, tuple[str, str]
        ] = {}  # the number of a shared formula → its text, its first cell
        self.areas: list[tuple[str, str]] = []  # of an array formula: its range, its text

    def __call__(self, ref: str, formula: Any) -> str:
        """The formula with its "=", empty where the cell holds none."""
        if formula is None:
            return next((text for area, text in self.areas if _holds(area, ref)), "")
        text, kind, number = f"={formula.text or ''}", formula.get("t"), formula.get("si", "")
        if kind == "shared" and formula.text is None:
            return _moved(*self.shared[number], ref) if number in self.shared else text
        if kind == "shared":
            self.shared[number] = text, ref
        elif area := formula.get("ref"):
            self.areas.append((area, text))
        return text


def _moved(text: str, first: str, ref: str) -> str:
    """A shared formula as it stands in another of its cells."""
    from openpyxl.formula.tokenizer import TokenizerError
    from openpyxl.formula.translate import Translator, TranslatorError

    try:
        return str(Translator(text, origin=first).translate_formula(ref))
    except (TokenizerError, TranslatorError, ValueError, IndexError):
        return text


def _holds(area: str, ref: str) -> bool:
    """Whether a range holds a cell; ValueError where one of them is none."""
    first, _, last = area.partition(":")
    (left, top), (right, bottom), (column, row) = position(first), position(last or first), position(ref)
    return left <= column <= right and top <= row <= bottom
