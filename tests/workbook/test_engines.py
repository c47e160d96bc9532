"""What ภาพรวม and the lists show: stored values are those of the report, and Gnumeric comes to the same.

The one rule of the place: LibreOffice is not asked; it forgives what Excel does not.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from itaxl import pipeline
from itaxl.case.load import load
from itaxl.catalog.form import MEASURES, MEASURES_SHEET, OVERVIEW_SHEET
from itaxl.catalog.year_file import year
from itaxl.model.cells import letters
from tests.forms import CASES, Json, case, form_bytes, small
from tests.packages import by_person, parts
from tests.workbook.counting import counted, progress_in, waiting_in
from tests.workbook.engines import PROGRAM, calculated
from tests.workbook.reading import on_disk, report_of

HALF: Json = small(
    fiscal_year=2566,
    agency={"name": "อบต.บ้านใหม่", "divisions": ["สำนักปลัด", "กอง  คลัง "]},
    options={"item_tables": True},
    measures=[
        {"no": 1, "title": ["ก"], "steps": [{"method": ["ก"]}, {"summary": ["ค"], "status": "done"}]},
        {"topic": "หัวข้อ", "steps": [{"method": ["ข"], "status": "in_progress"}]},
        {"no": 3, "steps": [{"summary": ["ง"]}, {"outcome": ["จ"]}, {"method": ["ฉ"]}]},
    ],
    o_items=[{"no": 4, "status": "not_started"}, {"no": 5, "progress": ["ช"], "responsible": ["ซ"]}],
)
FORMS: dict[str, Json] = {
    "half": HALF,
    **{f"empty-{year}": small(fiscal_year=year) for year in (2564, 2566, 2567)},
    **{name: case(name) for name in CASES},
}


@cache
def book_of(name: str, *, values: bool) -> Workbook:
    """A form as openpyxl sees it: formulas, or the values stored beside them."""
    return load_workbook(io.BytesIO(form_bytes(FORMS[name])), data_only=values)


def formulas(name: str) -> Iterator[tuple[str, str, str]]:
    """Sheet, cell and text of every formula of a form."""
    for sheet in book_of(name, values=False):
        for row in sheet.iter_rows():
            yield from (
                (sheet.title, cell.coordinate, str(cell.value)) for cell in row if cell.data_type == "f"
            )


# -- stored values ------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", FORMS)
def test_stored_figures_are_those_of_the_report(name: str) -> None:
    assert progress_in(book_of(name, values=True)[OVERVIEW_SHEET]) == counted(FORMS[name])


@pytest.mark.parametrize("name", FORMS)
def test_cells_told_as_empty_are_those_that_check_misses(name: str) -> None:
    report = load(FORMS[name])
    messages = [each.message for each in pipeline.check(report).findings if each.code == "F01"]
    several = [
        re.search(r"ยังว่าง ([0-9]+) ช่อง:", each) for each in messages
    ]  # one finding tells a whole table
    told = sum(int(found[1]) if found else 1 for found in several)
    asked = [field for field in year(report.fiscal_year).mandated if field.startswith("measures.")]
    of_the_table = (
        0 if report.measures else len(asked) - 1
    )  # check tells once that there is no measure at all
    waiting = waiting_in(book_of(name, values=True)[OVERVIEW_SHEET])
    assert sum(waiting.values()) == told + of_the_table


def test_every_formula_has_a_stored_value() -> None:
    for name, part in parts(form_bytes(HALF)).items():
        if name.startswith("xl/worksheets/sheet"):
            cells = re.findall(rb"<c [^>]*><f>[^<]*</f>(.*?)</c>", part)
            assert all(re.fullmatch(rb"<v>[^<]*</v>", each) for each in cells), name


def test_the_chart_holds_what_it_draws() -> None:
    chart = parts(form_bytes(HALF))["xl/charts/chart1.xml"].decode()
    assert chart.count("<numCache>") == 5
    assert chart.count("<strCache>") == 10
    assert "<v>ดำเนินการแล้ว</v>" in chart


# -- formulas -----------------------------------------------------------------------------------------


def test_sumproduct_is_never_given_truth_values() -> None:
    names = (each.attr_text or "" for each in book_of("half", values=False).defined_names.values())
    texts = [*(text for *_, text in formulas("half")), *names]
    bare = [text for text in texts if re.search(r"SUMPRODUCT\((?!--\()", text)]
    assert len([text for text in texts if "SUMPRODUCT" in text]) > 10
    assert bare == []


def test_no_formula_of_a_list_begins_with_a_sign() -> None:
    for part in parts(form_bytes(HALF)).values():
        assert b"<formula1>=" not in part


gnumeric = pytest.mark.skipif(PROGRAM is None, reason="gnumeric is not installed")


def differences(form: Path, expected: bytes) -> list[str]:
    """The formulas of a form to which Gnumeric gives another value than the one stored in the expected form."""
    ours = load_workbook(io.BytesIO(expected), data_only=True)
    theirs, written = calculated(form), load_workbook(form)
    cells = (cell for sheet in written for row in sheet.iter_rows() for cell in row if cell.data_type == "f")
    found = []
    for cell in cells:
        one, other = (book[cell.parent.title][cell.coordinate].value for book in (ours, theirs))
        close = isinstance(one, float | int) and isinstance(other, float | int) and abs(one - other) < 1e-9
        if not close and (one or "") != (other or ""):
            found.append(f"{cell.parent.title}!{cell.coordinate}: {one!r} {other!r}")
    return found


@gnumeric
@pytest.mark.filterwarnings("ignore:Workbook contains no default style")
@pytest.mark.parametrize("name", FORMS)
def test_gnumeric_comes_to_the_stored_values(name: str, tmp_path: Path) -> None:
    form = form_bytes(FORMS[name])
    assert differences(on_disk(form, tmp_path), form) == []


@gnumeric
@pytest.mark.filterwarnings("ignore:Workbook contains no default style")
def test_gnumeric_follows_what_a_person_types(tmp_path: Path) -> None:
    def type_in(book: Workbook) -> None:
        sheet = book[MEASURES_SHEET]
        places = {key: letters(number) for key, number in MEASURES.numbers.items()}
        for key, row, text in (
            ("summary", 6, "ผล"),
            ("title", 8, "ใหม่"),
            ("status:done", 8, "☑"),
            ("no", 9, "4"),
        ):
            sheet[f"{places[key]}{row}"] = text
        sheet[f"{places['summary']}5"] = None

    typed = by_person(form_bytes(HALF), type_in, lean=False)
    expected = pipeline.form(report_of(typed, tmp_path))
    assert differences(on_disk(typed, tmp_path), expected) == []
