"""A formula in an entry cell is found wherever it hides in the XML, and its value is never read."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.worksheet.formula import ArrayFormula

from itaxl.catalog.form import (
    MEASURES_SHEET,
)
from tests.packages import by_person, kohchan, repacked, sheet_part
from tests.workbook.reading import findings, key_column, report_of


def _cell(part: bytes, ref: str) -> tuple[int, int]:
    """Where the XML of a cell begins and ends."""
    found = re.search(rf'<(\w+:)?c r="{ref}".*?</(\w+:)?c>'.encode(), part, re.DOTALL)
    assert found, f"{ref} is not in the form"
    return found.span()


def with_cells(package: bytes, sheet: str, cells: dict[str, str]) -> bytes:
    """The package with the XML of some cells replaced."""

    def edit(part: bytes) -> bytes:
        for ref, xml in cells.items():
            at, end = _cell(part, ref)
            part = part[:at] + xml.encode() + part[end:]
        return part

    return repacked(package, {sheet_part(package, sheet): edit})


FORMULAS: dict[str, tuple[dict[str, str], dict[str, str]]] = {
    "plain": ({"G5": '<c r="G5"><f>A1&amp;"ก"</f><v>42</v></c>'}, {"G5": '=A1&"ก"'}),
    "with attributes": ({"G5": '<c r="G5" s="3" t="str"><f ca="1">NOW()</f><v>x</v></c>'}, {"G5": "=NOW()"}),
    "without a value": ({"G5": '<c r="G5"><f>1+1</f></c>'}, {"G5": "=1+1"}),
    "shared": (
        {
            "G5": '<c r="G5"><f t="shared" ref="G5:G7" si="0">B5+$C$1</f><v>1</v></c>',
            "G6": '<c r="G6"><f t="shared" si="0"/><v>2</v></c>',
            "G7": '<c r="G7"><f t="shared" si="0"></f><v>3</v></c>',
        },
        {"G5": "=B5+$C$1", "G6": "=B6+$C$1", "G7": "=B7+$C$1"},
    ),
    "shared, its first cell lost": ({"G6": '<c r="G6"><f t="shared" si="4"/><v>2</v></c>'}, {"G6": "="}),
    "array": (
        {
            "G5": '<c r="G5"><f t="array" ref="G5:G6">B1:B2</f><v>1</v></c>',
            "G6": '<c r="G6"><v>2</v></c>',
        },
        {"G5": "=B1:B2", "G6": "=B1:B2"},
    ),
}


@pytest.mark.parametrize("name", FORMULAS)
def test_a_formula_in_an_entry_cell_is_found_and_its_value_never_read(name: str, tmp_path: Path) -> None:
    cells, formulas = FORMULAS[name]
    report = report_of(with_cells(kohchan(), MEASURES_SHEET, cells), tmp_path)
    found = {each.cell.ref: each for each in findings(report) if each.code == "F03"}
    assert {ref: each.quote for ref, each in found.items()} == formulas
    assert all(each.fix for each in found.values())
    rows = {row.at.cell("method").ref: row for row in report.measures}
    assert [rows[ref].method for ref in formulas] == [()] * len(formulas)


def test_a_formula_in_the_xml_of_another_writer_is_found(tmp_path: Path) -> None:
    def prefixed(part: bytes) -> bytes:
        text = re.sub(rb"<(/?)(?=\w)", rb"<\1x:", part).replace(b"xmlns=", b"xmlns:x=")
        at, end = _cell(text, "G5")
        return text[:at] + b"<x:c r='G5'><x:f>1+1</x:f><x:v>2</x:v></x:c>" + text[end:]

    package = repacked(kohchan(), {sheet_part(kohchan(), MEASURES_SHEET): prefixed})
    assert [cell.ref for cell in report_of(package, tmp_path).formulas] == ["G5"]


def test_a_formula_in_a_box_is_no_tick(tmp_path: Path) -> None:
    def fill(book: Workbook) -> None:
        sheet = book[MEASURES_SHEET]
        for key in ("not_started", "in_progress", "done", "impossible"):
            sheet[f"{key_column(sheet, f'status:{key}')}5"] = '="☑"' if key == "done" else "☐"

    report = report_of(by_person(kohchan(), fill), tmp_path)
    assert report.measures[0].status is None
    assert [each.cell for each in findings(report) if each.code == "F03"] == list(report.formulas)


def test_an_array_formula_of_openpyxl_fills_all_its_cells(tmp_path: Path) -> None:
    def fill(book: Workbook) -> None:
        book[MEASURES_SHEET]["G8"] = ArrayFormula("G8:G9", "=B1:B2")

    assert [cell.ref for cell in report_of(by_person(kohchan(), fill), tmp_path).formulas] == ["G8", "G9"]
