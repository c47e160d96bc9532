"""A form is read the same whatever a person or another program did to its looks, and as a person sees it."""

from __future__ import annotations

import datetime
import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from itaxl import pipeline
from itaxl.catalog.form import (
    AGENCY_SHEET,
    EVIDENCE_SHEET,
    INDICATORS_SHEET,
    ITEMS_SHEET,
    MEASURES_SHEET,
)
from tests.forms import Json, case, form_bytes
from tests.office import Office, properties
from tests.packages import by_person, kohchan
from tests.workbook.reading import findings, key_column, on_disk, report_of

Edit = Callable[[Workbook], object]

# Words that no cell of their kind can be: each is a finding at its cell, wherever that cell has gone.
PLANTED = {
    "ประมาณแปดสิบ": MEASURES_SHEET,
    "ราวเก้าสิบ": AGENCY_SHEET,
    "มีบ้าง": ITEMS_SHEET,
    "เสร็จไปมาก": INDICATORS_SHEET,
}


def spoiled() -> Json:
    """A real report with one unreadable cell on each sheet."""
    data = case("kohchan-2567")
    number, score, word, box = PLANTED
    data["measures"][2]["steps"][0]["percent"] = number
    data["assessment"]["iit"] = score
    data["o_items"][13]["has_data"] = word
    data["indicators"][4]["status"] = f"done={box}"
    return data


@pytest.fixture(scope="module")
def package() -> bytes:
    return form_bytes(spoiled())


def standing(package: bytes, words: str, sheet: str) -> str:
    """The cell of a sheet in which these words stand, looked up without our reader."""
    book = load_workbook(io.BytesIO(package), read_only=True)
    cells = (cell for row in book[sheet].iter_rows() for cell in row)
    return next(cell.coordinate for cell in cells if cell.value == words)


# -- what a person does to the looks ----------------------------------------------------------------


def _in_tables(edit: Callable[[Worksheet], object]) -> Edit:
    def each(book: Workbook) -> None:
        for title in (MEASURES_SHEET, INDICATORS_SHEET, ITEMS_SHEET, EVIDENCE_SHEET):
            edit(book[title])

    return each


def _everywhere(edit: Callable[[Worksheet], object]) -> Edit:
    def each(book: Workbook) -> None:
        _in_tables(edit)(book)
        edit(book[AGENCY_SHEET])

    return each


def _reword(sheet: Worksheet) -> None:
    for column in range(2, sheet.max_column + 1):
        sheet.cell(4, column, f"หัวข้อใหม่ {column}")


def _filter(sheet: Worksheet) -> None:
    for row in (5, 6, 7, 18, 20):
        sheet.row_dimensions[row].hidden = True
    for column in "CDF":
        sheet.column_dimensions[column].hidden = True


def _note_beside(sheet: Worksheet) -> None:
    sheet.cell(7, sheet.max_column + 2, "อย่าลืมถามกองคลัง")


def _note_below(sheet: Worksheet) -> None:
    sheet.cell(7, sheet.max_column + 1, "จดไว้ก่อน")
    sheet.insert_rows(sheet.max_row + 1)


def _unhide(sheet: Worksheet) -> None:
    sheet.row_dimensions[1].hidden = False
    sheet.column_dimensions["A"].hidden = False


EDITS: dict[str, Edit] = {
    "headings reworded": _in_tables(_reword),
    "a blank row between": _everywhere(lambda sheet: sheet.insert_rows(6)),
    "many blank rows between": _in_tables(lambda sheet: sheet.insert_rows(7, 40)),
    "rows above the headings": _everywhere(lambda sheet: sheet.insert_rows(2, 3)),
    "a visible column inserted": _everywhere(lambda sheet: sheet.insert_cols(3)),
    "columns inserted in the middle": _in_tables(lambda sheet: sheet.insert_cols(7, 2)),
    "rows and columns hidden": _in_tables(_filter),
    "a note beside the table": _in_tables(_note_beside),
    "a note in the next column": _in_tables(_note_below),
    "the keys made visible": _everywhere(_unhide),
    "sheets in another order": lambda book: book.move_sheet(MEASURES_SHEET, 4),
    "a sheet of one's own": lambda book: book.create_sheet("บันทึกของฉัน", 0).append(["=1+1"]),
    "the guide removed": lambda book: book.remove(book["วิธีกรอก"]),
}


@pytest.fixture(scope="module", params=EDITS)
def edited(request: pytest.FixtureRequest, package: bytes) -> bytes:
    return by_person(package, EDITS[request.param])


def test_nothing_done_to_the_looks_changes_what_is_read(
    edited: bytes, package: bytes, tmp_path: Path
) -> None:
    assert report_of(edited, tmp_path) == report_of(package, tmp_path)


def test_a_finding_names_the_cell_where_the_words_now_stand(edited: bytes, tmp_path: Path) -> None:
    found = {finding.quote: finding.cell for finding in findings(report_of(edited, tmp_path))}
    for words, sheet in PLANTED.items():
        assert (found[words].sheet, found[words].ref) == (sheet, standing(edited, words, sheet))


def test_rows_moved_down_are_read_in_their_new_order(package: bytes, tmp_path: Path) -> None:
    edited = by_person(package, lambda book: book[MEASURES_SHEET].move_range("A5:Z5", rows=60))
    before, after = report_of(package, tmp_path), report_of(edited, tmp_path)
    assert after.measures == (*before.measures[1:], before.measures[0])
    assert after.measures[-1].at.cell("no").ref == "B65"


# -- other programs ---------------------------------------------------------------------------------


def saved_by(office: Office, path: Path, edit: Callable[[Any], object] = lambda document: None) -> Path:
    """The form as a person with LibreOffice leaves it."""
    target = path.with_name("saved.xlsx")
    document = office.open(path)
    edit(document)
    document.storeToURL(target.as_uri(), properties(FilterName="Calc MS Excel 2007 XML"))
    return target


@pytest.mark.office
def test_a_form_saved_by_libreoffice_reads_the_same(office: Office, package: bytes, tmp_path: Path) -> None:
    path = on_disk(package, tmp_path)
    before, after = pipeline.read_form(path), pipeline.read_form(saved_by(office, path))
    assert after == before
    assert findings(after) == findings(before)


@pytest.mark.office
def test_what_is_typed_in_libreoffice_is_read_as_it_is_seen(office: Office, tmp_path: Path) -> None:
    sheet = load_workbook(io.BytesIO(kohchan()))[MEASURES_SHEET]
    percent, summary, method = (key_column(sheet, key) for key in ("percent", "summary", "method"))

    def type_in(document: Any) -> None:
        sheet = document.Sheets.getByName(MEASURES_SHEET)
        sheet.unprotect("")
        sheet.getCellRangeByName("B40:T40").NumberFormat = 0  # as cells pasted from elsewhere are: not text
        for column, typed in ((percent, "80%"), (summary, "=1+1"), (method, "- จัดทำ")):
            sheet.getCellRangeByName(f"{column}40").FormulaLocal = typed

    row = pipeline.read_form(saved_by(office, on_disk(kohchan(), tmp_path), type_in)).measures[-1]
    assert (row.percent, row.method, row.summary) == (80.0, ("- จัดทำ",), ())
    assert row.unread == {"summary": "=1+1"}


# -- what is typed as something else than text ------------------------------------------------------

TYPED: list[tuple[Any, str, str]] = [
    (25_000, "General", "25000"),
    (93.65, "0.00", "93.65"),
    (-5, "General", "-5"),
    (0.1, "General", "0.1"),
    (1e21, "General", "1000000000000000000000"),
    (0.8, "0%", "80%"),
    (0.07, "0.00%", "7%"),
    (0.8, '0.0"%"', "0.8"),
    (0.285, "0.0%", "28.5%"),
    (True, "General", "TRUE"),
    (datetime.date(2024, 1, 29), "d mmmm yyyy", "29 มกราคม 2567"),
    (datetime.date(2567, 1, 29), "d/m/yyyy", "29 มกราคม 2567"),
    (datetime.datetime(2023, 10, 1, 9, 30), "d mmm yy h:mm", "1 ตุลาคม 2566"),
    ("#N/A", "General", "#N/A"),
]


@pytest.mark.parametrize(
    ("value", "shown_as", "text"), TYPED, ids=[f"{text} {look}" for _, look, text in TYPED]
)
def test_a_cell_that_is_no_text_is_read_as_it_is_seen(
    value: Any, shown_as: str, text: str, tmp_path: Path
) -> None:
    def type_in(book: Workbook) -> None:
        sheet = book[EVIDENCE_SHEET]
        cell = sheet[f"{key_column(sheet, 'note')}7"]
        cell.value, cell.number_format = value, shown_as
        if text == "#N/A":
            cell.data_type = "e"

    assert [row.note for row in report_of(by_person(kohchan(), type_in), tmp_path).evidence] == [text]


def test_a_percent_cell_is_a_percent_and_not_a_hundredth_of_it(tmp_path: Path) -> None:
    def type_in(book: Workbook) -> None:
        sheet = book[MEASURES_SHEET]
        cell = sheet[f"{key_column(sheet, 'percent')}5"]
        cell.value, cell.number_format = 0.8, "0%"

    assert report_of(by_person(kohchan(), type_in), tmp_path).measures[0].percent == 80
