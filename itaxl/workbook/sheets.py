"""The one plain shape of a workbook, whatever it came from: sheets of rows of text, and where formulas are.

The one rule of the place: positions are those of the sheet (rows[0] is row 1), and text is as it was typed.
"""

from __future__ import annotations

import datetime
import html
import io
import posixpath
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from itaxl.catalog.form import READ_SHEETS
from itaxl.catalog.values import MAX_CELL, cell_length, number_text
from itaxl.errors import InputError
from itaxl.files.disk import read_bytes
from itaxl.files.package import MAX_FILE, read_package
from itaxl.model.cells import Cell, letters, position

if TYPE_CHECKING:
    from python_calamine import CalamineWorkbook


Rows = Sequence[Sequence[str]]


@dataclass(frozen=True, slots=True)
class Sheets:
    """Sheet name → rows of cell texts; `formulas` holds the formula of each cell that has one, with its "="."""

    rows: Mapping[str, Rows]
    formulas: Mapping[Cell, str] = field(default_factory=dict)


def from_file(path: Path, wanted: Collection[str] = READ_SHEETS) -> Sheets:
    """The wanted sheets of a workbook on disk, those of a form; InputError when it is not a sound workbook."""
    data = read_bytes(path, at_most=MAX_FILE + 1)
    parts = read_package(data, str(path), "xl/workbook.xml")
    from python_calamine import CalamineError

    try:
        return _sheets(data, parts, wanted)
    except (
        CalamineError,
        ValueError,
        LookupError,
    ) as why:  # what the reading of a damaged workbook may raise
        raise InputError(
            f"อ่านแฟ้ม “{path}” ไม่ได้ โครงสร้างภายในเสียหาย – โปรดใช้แฟ้มสำรอง", f"{path}: {why}"
        ) from None


def _sheets(data: bytes, parts: Parts, wanted: Collection[str]) -> Sheets:
    """The sheets of a workbook whose package is sound."""
    from python_calamine import CalamineWorkbook

    xml = {name: part for name, part in sheet_parts(parts).items() if name in wanted}
    for name, part in xml.items():
        if place := far_place(part):  # a slip thousands of rows below: no memory holds all that lies between
            raise InputError(
                f"แผ่นงาน “{name}” มีข้อมูลอยู่ไกลนอกแบบที่ {place} – โปรดลบข้อมูลตรงนั้นแล้วบันทึกใหม่",
                f"the sheet {name} holds something far outside the form at {place}; please delete it",
            )
    percents = percent_styles(parts)
    odd = {name: tuple(odd_cells(part, percents)) for name, part in xml.items()}
    book = CalamineWorkbook.from_filelike(io.BytesIO(data))
    rows = {name: _rows(book, name, odd.get(name, ())) for name in book.sheet_names if name in wanted}
    formulas = {Cell(name, each.ref): each.text for name in odd for each in odd[name] if each.is_formula}
    return Sheets(rows, formulas)


def _rows(book: CalamineWorkbook, sheet: str, odd: Iterable[Odd]) -> Rows:
    """The texts of a sheet, as a person sees them."""
    values = book.get_sheet_by_name(sheet).to_python(skip_empty_area=False)
    rows = [[cell_text(value) for value in row] for row in values]
    for each in odd:
        if not each.is_formula:
            column, row = position(each.ref)
            rows[row - 1][column - 1] = each.text
    _refuse_long(sheet, rows)
    return rows


def _refuse_long(sheet: str, rows: Rows) -> None:
    """A text that another program let into a cell and no cell of Excel holds: no form could be made of it."""
    for row, texts in enumerate(rows, 1):
        for column, text in enumerate(texts, 1):
            if len(text) > MAX_CELL // 2 and cell_length(text) > MAX_CELL:
                place = f"{letters(column)}{row}"
                raise InputError(
                    f"แผ่นงาน “{sheet}” ช่อง {place} ยาวเกิน {MAX_CELL:,} ตัวอักษรที่ช่องของ Excel รับได้ – โปรดแบ่งข้อความแล้วบันทึกใหม่",
                    f"{sheet}!{place} is longer than the {MAX_CELL:,} characters that a cell of Excel holds",
                )


_NO_CHARACTERS = {0xFFFE: "\ufffd", 0xFFFF: "\ufffd"}  # no file may hold them: shown as what cannot be read


def cell_text(value: object) -> str:
    """A cell's value as the person sees it."""
    if isinstance(value, str):
        return value.translate(_NO_CHARACTERS) if "\ufffe" in value or "\uffff" in value else value
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, (int, float)):
        return number_text(value)
    if isinstance(value, datetime.date):
        from itaxl.thai.dates import MONTHS

        year = value.year if value.year > 2400 else value.year + 543  # Excel counts in common-era years
        return f"{value.day} {MONTHS[value.month - 1]} {year}"
    return str(value)


# each begins with a fixed text: a search for it costs a tenth of one that begins with a choice
_FORMULA = re.compile(rb"<f[ >/]")
_ERROR = re.compile(rb""" t=["']e["']""")
_PREFIXED = b":sheetData"
# a comment, raw text, a line end in a tag, a formula for several cells: there a cell is more than its own XML
_UNCOMMON = (b"<!--", b"<![CDATA[", b"<c\n", b"<c\r", b"<c\t")
_AREA = re.compile(rb"""<f[^<>]{0,300}? ref=["'][^"'<>]{0,20}:""")
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


def sheet_names(parts: Parts) -> dict[str, str]:
    """The name of each sheet's part by the name of the sheet."""
    targets = {}
    for tag in _links(parts, "xl/workbook.xml"):
        target = _attribute(tag, "Target")
        targets[_attribute(tag, "Id")] = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
    return {
        _attribute(tag, "name"): targets.get(_attribute(tag, r"\w+:id"), "")
        for tag in re.findall(r"<(?:\w+:)?sheet\b[^>]*>", _decode(parts, "xl/workbook.xml"))
    }


def sheet_parts(parts: Parts) -> dict[str, bytes]:
    """The XML of each sheet by the sheet's name."""
    return {name: parts.get(part, b"") for name, part in sheet_names(parts).items()}


def parts_beside(parts: Parts, name: str) -> Iterator[tuple[str, str]]:
    """The kind (`comments`, `drawing`) and the name of each part that a part leads to."""
    for tag in _links(parts, name):
        target = posixpath.normpath(posixpath.join(posixpath.dirname(f"/{name}"), _attribute(tag, "Target")))
        yield posixpath.basename(_attribute(tag, "Type")), target.lstrip("/")


def _links(parts: Parts, name: str) -> list[str]:
    """The start tags of a part's relationships."""
    folder, file = posixpath.split(name)
    return re.findall(r"<(?:\w+:)?Relationship\b[^>]*>", _decode(parts, f"{folder}/_rels/{file}.rels"))


def _decode(parts: Parts, name: str) -> str:
    return parts.get(name, b"").decode("utf-8", "replace")


def _attribute(tag: str, name: str) -> str:
    """The value of an attribute in a start tag, empty when it has none."""
    found = re.search(rf"""\s{name}=(?:"([^"]*)"|'([^']*)')""", tag)
    return html.unescape(found[1] or found[2] or "") if found else ""


def far_place(sheet: bytes) -> str:
    """A filled cell or row that no form has, as `XFD1` or `1048576`; empty when there is none."""
    if not _FAR.search(sheet):
        return ""
    found = _FAR_CELL.search(sheet) or (_CELL_WITHOUT_REF.search(sheet) and _FAR_ROW.search(sheet))
    return found[1].decode("ascii") if found else ""


def percent_styles(parts: Parts) -> frozenset[str]:
    """The numbers of the cell styles that show a number as a percent."""
    styles = _decode(parts, "xl/styles.xml")
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
    searches = [_FORMULA.search, _ERROR.search]
    searches += [re.compile(rf""" s=["']{each}["']""".encode()).search for each in percents]
    filled_by = _Formulas()
    for cell in _marked_cells(sheet, searches):
        ref, kind, value = cell.get("r", ""), cell.get("t", "n"), cell.findtext("{*}v")
        if formula := filled_by(ref, cell.find("{*}f")):
            yield Odd(ref, formula, is_formula=True)
        elif value and kind == "e":
            yield Odd(ref, value)
        elif value and kind == "n" and cell.get("s") in percents:
            yield Odd(ref, f"{number_text(round(float(value) * 100, 10))}%")


def _marked_cells(sheet: bytes, searches: Sequence[Callable[[bytes], object]]) -> Iterator[Any]:
    """The cells in whose XML one of these finds something; all cells where XML is written as few programs do."""
    if _PREFIXED not in sheet and not any(search(sheet) for search in searches):
        return
    if any(each in sheet for each in (_PREFIXED, *_UNCOMMON)) or _AREA.search(sheet):
        yield from _parse(sheet).iterfind(".//{*}c")
        return
    for cell in _raw_cells(sheet):
        if any(search(cell) for search in searches):
            yield _parse(cell)


def _raw_cells(sheet: bytes) -> Iterator[bytes]:
    """The XML of each cell, by plain searches that never look at a byte twice."""
    start = sheet.find(b"<c ")
    while start >= 0:
        end = sheet.find(b">", start) + 1
        if sheet[end - 2 : end] != b"/>":
            end = sheet.find(b"</c>", end) + len(b"</c>")
        if end < start:
            raise ValueError("a cell without an end")
        yield sheet[start:end]
        start = sheet.find(b"<c ", end)


def _parse(xml: bytes) -> Any:
    from xml.etree import ElementTree as ET

    try:
        return ET.fromstring(xml)
    except (ET.ParseError, LookupError) as why:
        raise ValueError(str(why)) from None


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
            return _move(*self.shared[number], ref) if number in self.shared else text
        if kind == "shared":
            self.shared[number] = text, ref
        elif area := formula.get("ref"):
            self.areas.append((area, text))
        return text


def _move(text: str, first: str, ref: str) -> str:
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
