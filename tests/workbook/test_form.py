"""The form as a package: Excel's limits, protection, guidance and print set-up, without a spreadsheet program.

The one rule of the place: the form is read back from its bytes; nothing is asked of the objects that built it.
"""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
import zipfile
from functools import cache
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.cell.cell import MergedCell
from openpyxl.utils.cell import get_column_letter, range_boundaries
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from itaxl import pipeline
from itaxl.case.load import load
from itaxl.catalog.form import (
    ACCEPTED,
    AGENCY_SHEET,
    BLOCKS,
    EVIDENCE_SHEET,
    FINDINGS_SHEET,
    FORM_VERSION,
    GUIDE_SHEET,
    INDICATORS_SHEET,
    ITEMS,
    ITEMS_SHEET,
    LISTS_SHEET,
    MEASURES_SHEET,
    META_SHEET,
    OVERVIEW_SHEET,
    TABLES,
)
from itaxl.catalog.year_file import year as year_of
from itaxl.catalog.year_file import years
from itaxl.files import disk
from itaxl.model.columns import columns
from itaxl.model.records import Report
from itaxl.thai.dates import parse_date, parse_period
from itaxl.workbook.guide import dates, periods
from itaxl.workbook.tables import DOUBTFUL, official_text
from tests.forms import CASES, case, form, small
from tests.tools import ROOT, validate_ooxml

YEARS = (2564, 2566, 2567)
SHEETS = (
    AGENCY_SHEET,
    MEASURES_SHEET,
    INDICATORS_SHEET,
    ITEMS_SHEET,
    EVIDENCE_SHEET,
    OVERVIEW_SHEET,
    GUIDE_SHEET,
    FINDINGS_SHEET,
)


@cache
def built(year: int) -> bytes:
    return pipeline.form(Report(year))


@cache
def filled(name: str) -> bytes:
    return pipeline.form(load(case(name)))


FORMS = [pytest.param((built, year), id=f"empty {year}") for year in YEARS] + [
    pytest.param((filled, name), id=name) for name in CASES
]


@pytest.fixture(params=FORMS)
def package(request: pytest.FixtureRequest) -> bytes:
    """The bytes of an empty form of each year, and of each real report."""
    make, which = request.param
    data: bytes = make(which)
    return data


@cache
def opened(package: bytes) -> Workbook:
    return load_workbook(io.BytesIO(package))


@pytest.fixture
def book(package: bytes) -> Workbook:
    """The same form, open; tests only look at it."""
    return opened(package)


def part(package: bytes, name: str) -> str:
    return zipfile.ZipFile(io.BytesIO(package)).read(name).decode("utf-8")


def validations(sheet: Worksheet) -> list[DataValidation]:
    return list(sheet.data_validations.dataValidation)


def entry_cells(sheet: Worksheet) -> list[str]:
    cells = (cell for row in sheet.iter_rows() for cell in row if not isinstance(cell, MergedCell))
    return [cell.coordinate for cell in cells if not cell.protection.locked]


# -- what Excel would repair --------------------------------------------------------------------------


def test_no_text_of_a_validation_is_longer_than_excel_allows(book: Workbook) -> None:
    every = [each for sheet in book for each in validations(sheet)]
    assert every
    assert max(len(text or "") for each in every for text in (each.promptTitle, each.errorTitle)) <= 32
    assert max(len(text or "") for each in every for text in (each.prompt, each.error)) <= 255
    assert max(len(each.formula1 or "") for each in every) <= 257  # 255 and the quotes


def test_no_cell_has_two_validations(book: Workbook) -> None:
    for sheet in book:
        cells = [cell for each in validations(sheet) for cell in _cells(str(each.sqref))]
        assert len(cells) == len(set(cells)), sheet.title


def test_names_of_sheets_and_lists_are_ones_that_excel_takes(book: Workbook) -> None:
    for name in book.sheetnames:
        assert 0 < len(name) <= 31
        assert not re.search(r"[\[\]:*?/\\]", name)
    for name in book.defined_names:
        assert re.fullmatch(r"itaxl_[a-z_]+", name)


def test_every_name_a_formula_uses_is_defined(book: Workbook) -> None:
    used = {
        str(each.formula1).lstrip("=") for sheet in book for each in validations(sheet) if each.type == "list"
    }
    named = {name for name in used if not name.startswith('"')}
    for sheet in book:
        for area in sheet.conditional_formatting:
            named |= {
                n for rule in area.rules for text in rule.formula for n in re.findall(r"itaxl_\w+", text)
            }
    assert named <= set(book.defined_names)
    assert {"itaxl_layout", "itaxl_flagged", "itaxl_divisions"} <= named


def test_every_defined_name_points_at_a_sheet_of_the_form(book: Workbook) -> None:
    for name, each in book.defined_names.items():
        assert set(re.findall(r"'([^']+)'!", each.attr_text)) <= set(book.sheetnames), name


def test_no_row_is_higher_and_no_text_longer_than_excel_allows(book: Workbook) -> None:
    for sheet in book:
        assert all((each.height or 0) <= 409 for each in sheet.row_dimensions.values())
        assert all(len(str(cell.value or "")) <= 32_767 for row in sheet.iter_rows() for cell in row)


def test_a_stored_height_may_be_fitted_again_by_excel(package: bytes) -> None:
    assert 'customHeight="1"' not in re.sub(
        "<sheetFormatPr[^>]*>", "", part(package, "xl/worksheets/sheet2.xml")
    )


@pytest.mark.validator
def test_the_form_is_valid_for_the_open_xml_sdk(package: bytes, tmp_path: Path) -> None:
    path = tmp_path / "form.xlsx"
    path.write_bytes(package)
    assert validate_ooxml(path) == []


# -- the same every time ------------------------------------------------------------------------------


def _built_elsewhere(seed: str, data: str) -> bytes:
    """A form built by another process, with strings hashed in another way."""
    code = (
        "import json, sys; from itaxl import pipeline; from itaxl.case.load import load;"
        "sys.stdout.buffer.write(pipeline.form(load(json.loads(sys.argv[1]))))"
    )
    environment = {**os.environ, "PYTHONHASHSEED": seed}
    return subprocess.run(
        [sys.executable, "-c", code, data], env=environment, check=True, capture_output=True, cwd=ROOT
    ).stdout


def test_two_processes_build_the_same_bytes() -> None:
    data = (ROOT / "tests" / "data" / "cases" / "singburi-2564.json").read_text(encoding="utf-8")
    assert _built_elsewhere("1", data) == _built_elsewhere("2", data) == filled("singburi-2564")


@pytest.mark.parametrize("year", years())
def test_the_shipped_form_is_the_one_that_the_year_file_gives(year: int) -> None:
    shipped = disk.template_folder("workbook") / f"{year}.xlsx"
    advice = f"{shipped.name} is missing or stale: run `make forms`"
    assert shipped.exists(), advice
    old, new = _parts(shipped.read_bytes()), _parts(built(year))
    assert [name for name in old.keys() | new.keys() if old.get(name) != new.get(name)] == [], advice


def _parts(package: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(package)) as opened:
        return {name: opened.read(name) for name in opened.namelist()}


# -- sheets and keys ----------------------------------------------------------------------------------


def test_the_sheets_stand_in_the_order_of_the_work(book: Workbook) -> None:
    assert tuple(sheet.title for sheet in book if sheet.sheet_state == "visible") == SHEETS
    assert {sheet.title: sheet.sheet_state for sheet in book if sheet.sheet_state != "visible"} == {
        LISTS_SHEET: "hidden",
        META_SHEET: "veryHidden",
    }
    assert book.active is book[AGENCY_SHEET]


@pytest.mark.parametrize("year", YEARS)
def test_a_hidden_sheet_tells_version_year_and_layout(year: int) -> None:
    sheet = opened(built(year))[META_SHEET]
    rows = [tuple(row) for row in sheet.iter_rows(values_only=True)]
    identities = " ".join(item.key for item in year_of(year).items)
    assert rows == [
        ("form_version", str(FORM_VERSION)),
        ("fiscal_year", str(year)),
        ("layout", "annual"),
        ("items", identities),
    ]


def test_every_machine_key_stands_once_in_a_hidden_row_or_column(book: Workbook) -> None:
    for table in TABLES:
        sheet = book[table.sheet]
        keys = [str(cell.value) for cell in sheet[1][1:] if cell.value]
        wanted = [*(key for key, _ in table.keys), *(each.key for each in table.official)]
        assert sorted(keys) == sorted(wanted)
        assert sheet.row_dimensions[1].hidden
        assert sheet.column_dimensions["A"].hidden
    lines = [str(row[0].value) for row in book[AGENCY_SHEET].iter_rows(min_row=2) if row[0].value]
    assert len(lines) == len(set(lines)) == sum(len(c.cells) for b in BLOCKS for c in columns(b.record))


# -- protection ---------------------------------------------------------------------------------------


def test_every_sheet_is_protected_without_a_password_and_leaves_what_people_need(package: bytes) -> None:
    sheets = [name for name in _parts(package) if name.startswith("xl/worksheets/sheet")]
    for name in sheets:
        flags = re.search(r"<sheetProtection ([^>]*)/>", part(package, name))
        assert flags, name
        said = dict(re.findall(r'(\w+)="(\w+)"', flags[1]))
        assert said["sheet"] == "1"
        assert "password" not in said
    for name in sheets[: len(SHEETS)]:
        flags = re.search(r"<sheetProtection ([^>]*)/>", part(package, name))
        said = dict(re.findall(r'(\w+)="(\w+)"', flags[1] if flags else ""))
        allowed = {flag for flag, forbidden in said.items() if forbidden == "0"}
        assert {"autoFilter", "formatRows", "formatColumns"} <= allowed
        assert (
            not {"sort", "insertRows", "deleteRows", "insertColumns", "deleteColumns", "formatCells"}
            & allowed
        )


def test_the_structure_is_locked(package: bytes) -> None:
    assert re.search(r'<workbookProtection [^>]*lockStructure="1"', part(package, "xl/workbook.xml"))


def test_every_table_can_be_filtered(book: Workbook) -> None:
    assert all(book[table.sheet].auto_filter.ref for table in TABLES)


def test_every_entry_cell_keeps_what_is_typed_as_text_and_wraps_it(book: Workbook) -> None:
    cells = [(sheet, ref) for sheet in book for ref in entry_cells(sheet)]
    assert len(cells) > 1000
    assert {sheet[ref].number_format for sheet, ref in cells} == {"@"}
    assert all(sheet[ref].alignment.wrap_text for sheet, ref in cells)


def test_no_entry_cell_holds_a_formula(book: Workbook) -> None:
    assert not [ref for sheet in book for ref in entry_cells(sheet) if sheet[ref].data_type == "f"]


# -- guidance -----------------------------------------------------------------------------------------


def test_every_entry_cell_tells_what_to_write_and_answers_a_slip(book: Workbook) -> None:
    for sheet in book:
        guided = {cell for each in validations(sheet) if each.prompt for cell in _cells(str(each.sqref))}
        answered = {
            cell
            for each in validations(sheet)
            if each.showErrorMessage
            or str(each.formula1).startswith("itaxl_")  # a suggestion is not an order
            for cell in _cells(str(each.sqref))
        }
        assert set(entry_cells(sheet)) == guided == answered, sheet.title


def _cells(areas: str) -> list[str]:
    return [
        f"{get_column_letter(column)}{row}"
        for area in areas.split()
        for left, top, right, bottom in [range_boundaries(area)]
        for column in range(int(left or 0), int(right or 0) + 1)
        for row in range(int(top or 0), int(bottom or 0) + 1)
    ]


def test_the_guide_names_every_column_that_is_filled() -> None:
    book = opened(built(2567))
    said = {str(row[0].value).removesuffix(" *") for row in book[GUIDE_SHEET].iter_rows() if row[0].value}
    for table in TABLES:
        wanted = {c.heading for c in columns(table.record) if not c.locked and c.key not in table.hidden}
        assert wanted <= said | {"ตัวชี้วัดที่", "ข้อ"}
    assert {c.heading for block in BLOCKS for c in columns(block.record)} <= said


@pytest.mark.parametrize("year", years())
def test_every_date_and_period_that_the_guide_shows_is_understood_and_of_the_year(year: int) -> None:
    for text in dates(year):
        date = parse_date(text)
        assert (date is not None and date.year) == year, text
    for text in periods(year):
        period = parse_period(text, year)
        assert period is not None
        assert period.end.fiscal_year == year, text


# -- screen and paper ---------------------------------------------------------------------------------


def test_headings_stay_in_sight_and_the_first_screen_leaves_room_for_the_work(book: Workbook) -> None:
    for table in TABLES:
        sheet = book[table.sheet]
        left, top, *_ = range_boundaries(str(sheet.freeze_panes))
        assert (top, sheet.sheet_view.zoomScale) == (5, 85)
        frozen = sum(sheet.column_dimensions[get_column_letter(n)].width for n in range(2, int(left or 0)))
        assert frozen < 70  # of some 195 that a screen of 1366 points shows
        assert sum(sheet.row_dimensions[n].height for n in (2, 3, 4)) <= 140  # of some 420 points


def test_every_sheet_prints_on_a4_one_page_wide_with_its_heading_on_each_page(book: Workbook) -> None:
    for title in SHEETS:
        sheet = book[title]
        assert sheet.page_setup.paperSize == 9
        assert sheet.sheet_properties.pageSetUpPr is not None
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)
        assert sheet.print_title_rows
        wide = title not in (AGENCY_SHEET, GUIDE_SHEET)
        assert sheet.page_setup.orientation == ("landscape" if wide else "portrait")


def test_a_long_text_gets_a_wider_column_and_then_smaller_type() -> None:
    widths, sizes = [], []
    for length in (50, 900, 2400):
        data = small(measures=[{"no": 1, "title": ["ก"], "steps": [{"summary": ["ยาว" * (length // 3)]}]}])
        sheet = load_workbook(io.BytesIO(pipeline.form(load(data))))[MEASURES_SHEET]
        letter = next(cell.column_letter for cell in sheet[1] if cell.value == "summary")
        widths.append(sheet.column_dimensions[letter].width)
        sizes.append(sheet[f"{letter}5"].font.size)
    assert widths[0] < widths[1] < widths[2]
    assert sizes[0] == sizes[1] == 16 > sizes[2] >= 12


def test_the_words_of_a_cell_never_become_a_formula(tmp_path: Path) -> None:
    path = form(small(agency={"name": '=HYPERLINK("http://x")'}), tmp_path / "form.xlsx")
    sheet = load_workbook(path)[AGENCY_SHEET]
    cell = next(row[2] for row in sheet.iter_rows() if row[0].value == "agency.name")
    assert (cell.data_type, cell.value) == ("s", '=HYPERLINK("http://x")')


def test_the_findings_that_the_form_counts_reach_as_far_as_its_rows() -> None:
    book = opened(built(2567))
    last = int(book.defined_names["itaxl_flagged"].attr_text.rpartition("$")[2])
    assert last == book[FINDINGS_SHEET].max_row >= ACCEPTED.empty_rows


def test_wording_that_is_not_certain_is_marked_beside_it_and_no_other_is() -> None:
    year = year_of(2567)
    marked = [
        item.no for item in year.items if DOUBTFUL in official_text(ITEMS, item.no, year)[1]["~components"]
    ]
    assert marked == [item.no for item in year.items if item.doubt] != []
