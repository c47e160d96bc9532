"""What a form lost is named with what to do; what an older form never had is simply empty."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from openpyxl import Workbook

from itaxl import pipeline
from itaxl.case.dump import dump
from itaxl.catalog.form import (
    AGENCY_SHEET,
    EVIDENCE_SHEET,
    FINDINGS_SHEET,
    FORM_VERSION,
    INDICATORS_SHEET,
    ITEMS_SHEET,
    MEASURES_SHEET,
    META_SHEET,
)
from itaxl.errors import InputError
from itaxl.model.columns import column_of, columns
from itaxl.model.records import Assessment, Evidence, MeasureRow
from tests.forms import case, filled
from tests.packages import by_person, kohchan, repacked, sheet_part
from tests.workbook.kept import kept_forms, version_of
from tests.workbook.reading import findings, on_disk, report_of

Edit = Callable[[Workbook], object]

# -- forms of earlier versions ---------------------------------------------------------------------


@pytest.mark.parametrize("path", kept_forms(), ids=lambda path: path.stem)
def test_a_form_that_was_handed_out_stays_readable(path: Path) -> None:
    name = path.stem.partition("-")[2]
    assert filled(dump(pipeline.read_form(path))) == filled(case(name))


def test_forms_of_every_version_are_kept() -> None:
    assert {version_of(path) for path in kept_forms()} == set(range(1, FORM_VERSION + 1))


@pytest.fixture
def later() -> Iterator[None]:
    """Two columns and a table that came with the next version of the form."""
    new = (
        column_of(MeasureRow, "summary"),
        column_of(Assessment, "score"),
        *columns(Evidence),
    )
    for column in new:
        object.__setattr__(column, "since", FORM_VERSION + 1)
    yield
    for column in new:
        object.__setattr__(column, "since", 1)


def _without_what_came_later(book: Workbook) -> None:
    sheet = book[MEASURES_SHEET]
    sheet.delete_cols(next(cell.column for cell in sheet[1] if cell.value == "summary"))
    labels = book[AGENCY_SHEET]
    labels.delete_rows(next(cell.row for cell in labels["A"] if cell.value == "assessment.score"))
    book.remove(book[EVIDENCE_SHEET])


@pytest.mark.usefixtures("later")
def test_what_an_earlier_form_does_not_have_is_empty(tmp_path: Path) -> None:
    before = report_of(kohchan(), tmp_path)
    after = report_of(by_person(kohchan(), _without_what_came_later), tmp_path)
    assert before.assessment.score == 93.65
    assert after.assessment.score is None
    assert after.evidence == ()
    assert all(row.summary == () for row in after.measures)
    assert [row.outcome for row in after.measures] == [row.outcome for row in before.measures]
    assert (after.o_items, after.indicators) == (before.o_items, before.indicators)


@pytest.mark.usefixtures("later")
def test_a_finding_about_a_cell_an_earlier_form_lacks_names_its_row(tmp_path: Path) -> None:
    report = report_of(by_person(kohchan(), _without_what_came_later), tmp_path)
    (found,) = (each for each in findings(report) if (each.code, each.field) == ("F01", "measures"))
    first, last = (report.measures[n].at.cell("no").ref for n in (0, -1))
    assert found.cell.ref == first
    assert f"“สรุปผลการดำเนินการ” ({first}–{last})" in found.message


@pytest.mark.usefixtures("later")
@pytest.mark.parametrize("key", ["method", "@key"])
def test_an_earlier_form_may_not_lack_what_it_was_made_with(key: str, tmp_path: Path) -> None:
    def lose(book: Workbook) -> None:
        _without_what_came_later(book)
        next(cell for cell in book[MEASURES_SHEET][1] if cell.value == key).value = None

    with pytest.raises(InputError, match=f"“{MEASURES_SHEET}” เสียหาย"):
        report_of(by_person(kohchan(), lose), tmp_path)


@pytest.mark.usefixtures("later")
def test_a_form_of_the_version_that_brought_a_column_may_not_lack_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("itaxl.workbook.read.FORM_VERSION", FORM_VERSION + 1)

    def age(book: Workbook) -> None:
        _without_what_came_later(book)
        book[META_SHEET]["B1"] = str(FORM_VERSION + 1)

    with pytest.raises(InputError, match="เสียหาย"):
        report_of(by_person(kohchan(), age), tmp_path)


def test_a_form_may_not_lack_what_it_was_made_with(tmp_path: Path) -> None:
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
    "a year nobody has": (_set(META_SHEET, "B2", "2599"), ["2599"]),
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
