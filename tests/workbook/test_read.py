"""A form is read the same whatever a person or another program did to its looks; what was lost is named."""

from __future__ import annotations

import datetime
import io
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.formula import ArrayFormula
from openpyxl.worksheet.worksheet import Worksheet

from itaxl import pipeline
from itaxl.catalog.form import (
    AGENCY_SHEET,
    EVIDENCE_SHEET,
    FINDINGS_SHEET,
    INDICATORS_SHEET,
    ITEMS_SHEET,
    MEASURES_SHEET,
    META_SHEET,
)
from itaxl.errors import InputError
from itaxl.model.findings import Finding
from itaxl.model.records import Report
from itaxl.workbook.read import read
from itaxl.workbook.sheets import from_file
from tests.forms import Json, case
from tests.office import Office, properties
from tests.packages import by_person, form_bytes, kohchan, repacked, sheet_part

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


def on_disk(package: bytes, folder: Path) -> Path:
    path = folder / "form.xlsx"
    path.write_bytes(package)
    return path


def report_of(package: bytes, folder: Path) -> Report:
    return read(from_file(on_disk(package, folder)))


def findings(report: Report) -> list[Finding]:
    return list(pipeline.check(report).findings)


def standing(package: bytes, words: str, sheet: str) -> str:
    """The cell of a sheet in which these words stand, looked up without our reader."""
    book = load_workbook(io.BytesIO(package), read_only=True)
    cells = (cell for row in book[sheet].iter_rows() for cell in row)
    return next(cell.coordinate for cell in cells if cell.value == words)


def key_column(sheet: Worksheet, key: str) -> str:
    """The letter of the column with this machine key."""
    return next(cell.column_letter for cell in sheet[1] if cell.value == key)


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


# -- formulas ---------------------------------------------------------------------------------------


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


# -- older forms ------------------------------------------------------------------------------------


def _version(book: Workbook, version: str) -> None:
    book[META_SHEET]["B1"] = version


def _without_what_came_later(book: Workbook) -> None:
    sheet = book[MEASURES_SHEET]
    sheet.delete_cols(next(cell.column for cell in sheet[1] if cell.value == "summary"))
    labels = book[AGENCY_SHEET]
    labels.delete_rows(next(cell.row for cell in labels["A"] if cell.value == "assessment.score"))


def test_what_an_older_form_does_not_have_is_empty(tmp_path: Path) -> None:
    def age(book: Workbook) -> None:
        _version(book, "0")
        _without_what_came_later(book)

    before, after = report_of(kohchan(), tmp_path), report_of(by_person(kohchan(), age), tmp_path)
    assert before.assessment.score == 93.65
    assert after.assessment.score is None
    assert all(row.summary == () for row in after.measures)
    assert [row.outcome for row in after.measures] == [row.outcome for row in before.measures]
    assert (after.o_items, after.indicators) == (before.o_items, before.indicators)


def test_a_finding_about_a_cell_an_older_form_lacks_names_its_row(tmp_path: Path) -> None:
    def age(book: Workbook) -> None:
        _version(book, "0")
        _without_what_came_later(book)

    report = report_of(by_person(kohchan(), age), tmp_path)
    found = [each for each in findings(report) if each.field == "measures[1].steps[0].summary"]
    assert [each.cell.ref for each in found] == [report.measures[1].at.cell("no").ref]


def test_a_form_of_today_may_not_lack_what_an_older_one_may(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="เสียหาย"):
        report_of(by_person(kohchan(), _without_what_came_later), tmp_path)


# -- what was lost ----------------------------------------------------------------------------------


def _remove(title: str) -> Edit:
    return lambda book: book.remove(book[title])


def _rename(book: Workbook) -> None:
    book[MEASURES_SHEET].title = "มาตรการ ปี 67"


def _clear(title: str) -> Edit:
    return lambda book: book[title].delete_rows(1, book[title].max_row)


def _set(title: str, ref: str, value: str | None) -> Edit:
    def edit(book: Workbook) -> None:
        book[title][ref] = value

    return edit


def _without_item(no: str) -> Edit:
    def edit(book: Workbook) -> None:
        sheet = book[ITEMS_SHEET]
        sheet.delete_rows(next(cell.row for cell in sheet["A"] if cell.value == no))

    return edit


def _copied_row(book: Workbook) -> None:
    sheet = book[ITEMS_SHEET]
    sheet.insert_rows(8)
    for column in range(1, sheet.max_column + 1):
        sheet.cell(8, column).value = sheet.cell(7, column).value


def _copied_column(book: Workbook) -> None:
    sheet = book[MEASURES_SHEET]
    sheet.insert_cols(8)
    for row in range(1, sheet.max_row + 1):
        sheet.cell(row, 8).value = sheet.cell(row, 7).value


def _copied_line(book: Workbook) -> None:
    sheet = book[AGENCY_SHEET]
    sheet.cell(sheet.max_row + 1, 1, "agency.name")


LOST: dict[str, tuple[Edit, list[str]]] = {
    "a sheet removed": (_remove(MEASURES_SHEET), ["ไม่มีแผ่นงาน “มาตรการ”", "ลบหรือเปลี่ยนชื่อ"]),
    "a sheet renamed": (_rename, ["ไม่มีแผ่นงาน “มาตรการ”", "ตั้งชื่อแผ่นงานกลับ"]),
    "the sheet of findings removed": (_remove(FINDINGS_SHEET), [f"ไม่มีแผ่นงาน “{FINDINGS_SHEET}”"]),
    "the agency's sheet emptied": (_clear(AGENCY_SHEET), ["“ข้อมูลหน่วยงาน” เสียหาย", "แฟ้มสำรอง"]),
    "a table emptied": (_clear(EVIDENCE_SHEET), ["“หลักฐาน” เสียหาย", "แฟ้มสำรอง"]),
    "a column's key removed": (_set(MEASURES_SHEET, "G1", None), ["“มาตรการ” เสียหาย"]),
    "the mark of the keys removed": (_set(ITEMS_SHEET, "A1", None), ["“OIT” เสียหาย"]),
    "the mark of the headings removed": (_set(INDICATORS_SHEET, "A4", None), ["“IIT-EIT” เสียหาย"]),
    "an item removed": (_without_item("14"), ["“OIT” ไม่มีแถว O14", "แฟ้มสำรอง"]),
    "a row copied": (_copied_row, ["“OIT” มีแถว 7 และ 8 ซ้ำกัน", "ลบแถวที่เกิน"]),
    "a column copied": (_copied_column, ["“มาตรการ” มีคอลัมน์ G และ H ซ้ำกัน", "ลบคอลัมน์ที่เกิน"]),
    "a label copied": (_copied_line, ["“ข้อมูลหน่วยงาน” มีแถว", "ซ้ำกัน"]),
    "a newer form": (_set(META_SHEET, "B1", "2"), ["รุ่นใหม่กว่า", "ปรับรุ่น itaxl"]),
    "a year nobody has": (_set(META_SHEET, "B2", "2599"), ["2599", "ปรับรุ่น itaxl"]),
    "no version": (_set(META_SHEET, "B1", None), ["ไม่ใช่แบบรายงานของ itaxl"]),
    "a version of no sense": (_set(META_SHEET, "B1", "²"), ["ไม่ใช่แบบรายงานของ itaxl"]),
    "a version without end": (_set(META_SHEET, "B1", "9" * 5000), ["ไม่ใช่แบบรายงานของ itaxl"]),
    "the hidden sheet removed": (_remove(META_SHEET), ["ไม่ใช่แบบรายงานของ itaxl"]),
    "a cell filled far below": (_set(MEASURES_SHEET, "G1048576", " "), ["“มาตรการ” มีข้อมูลอยู่ไกลนอกแบบที่ G1048576"]),
    "a cell filled far to the right": (_set(ITEMS_SHEET, "XFD7", "ก"), ["“OIT”", "XFD7", "โปรดลบ"]),
}  # fmt: skip


@pytest.mark.parametrize("name", LOST)
def test_what_was_lost_is_named_with_what_to_do(name: str, tmp_path: Path) -> None:
    edit, words = LOST[name]
    path = on_disk(by_person(kohchan(), edit), tmp_path)
    with pytest.raises(InputError) as caught:
        pipeline.read_form(path)
    assert caught.value.exit_code == 3
    assert [each for each in [str(path), *words] if each not in str(caught.value)] == []
    assert " – " in str(caught.value)
    assert str(path) in caught.value.english


def test_far_cells_without_content_do_no_harm(tmp_path: Path) -> None:
    def format_far(book: Workbook) -> None:
        book[MEASURES_SHEET]["XFD1048576"].number_format = "@"

    assert report_of(by_person(kohchan(), format_far), tmp_path) == report_of(kohchan(), tmp_path)


def test_a_far_row_whose_cells_have_no_names_is_refused(tmp_path: Path) -> None:
    row = b'<row r="4294967295"><c t="inlineStr"><is><t>x</t></is></c></row></sheetData>'
    part = sheet_part(kohchan(), MEASURES_SHEET)
    package = repacked(kohchan(), {part: lambda xml: xml.replace(b"</sheetData>", row)})
    with pytest.raises(InputError, match="ไกลนอกแบบที่ 4294967295"):
        report_of(package, tmp_path)


def test_some_other_workbook_is_no_form(tmp_path: Path) -> None:
    target = io.BytesIO()
    Workbook().save(target)
    with pytest.raises(InputError, match="ไม่ใช่แบบรายงานของ itaxl"):
        report_of(target.getvalue(), tmp_path)
