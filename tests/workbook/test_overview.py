"""The sheet ภาพรวม alive in LibreOffice: what it counts, before and after a change, and where its links lead.

The one rule of the place: what is expected is counted from the report, never from the formulas.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from itaxl.case.load import load
from itaxl.catalog.form import AGENCY_SHEET, FINDINGS_SHEET, ITEMS, MEASURES, OVERVIEW_SHEET
from itaxl.catalog.year_file import year as year_of
from itaxl.model.cells import letters
from itaxl.model.columns import TICKED, UNTICKED
from tests.forms import case, form, small
from tests.office import Office
from tests.workbook import counting
from tests.workbook.calc import YEARS, FormInCalc, body, columns_of, row_of
from tests.workbook.counting import counted

pytestmark = pytest.mark.office


def progress(book: FormInCalc) -> counting.Counts:
    """What the sheet counts now."""
    return counting.progress(book.rows(OVERVIEW_SHEET))


def waiting(book: FormInCalc) -> dict[tuple[str, str], int]:
    """How many cells of each required column are empty now."""
    return counting.waiting(book.rows(OVERVIEW_SHEET))


@pytest.mark.parametrize("name", ["kohchan-2567", "dongtangao-2566", "singburi-2564"])
def test_the_overview_counts_as_the_report_does(name: str, office: Office, tmp_path: Path) -> None:
    data = case(name)
    assert progress(FormInCalc(office, form(data, tmp_path / "form.xlsx"))) == counted(data)


def test_the_overview_follows_a_box_that_changes(office: Office, tmp_path: Path) -> None:
    data = case("kohchan-2567")
    book = FormInCalc(office, form(data, tmp_path / "form.xlsx"))
    rows = book.rows(ITEMS.sheet)
    places, row = columns_of(rows), row_of(rows, "27")
    book.type_in(ITEMS.sheet, f"{places['status:done']}{row}", UNTICKED)
    book.type_in(ITEMS.sheet, f"{places['status:in_progress']}{row}", TICKED)
    data["o_items"][26]["status"] = "in_progress"
    assert data["o_items"][26]["no"] == 27
    assert progress(book) == counted(data) != counted(case("kohchan-2567"))


@pytest.mark.parametrize("year", YEARS)
def test_an_empty_form_lacks_what_the_year_asks_for(year: int, office: Office, tmp_path: Path) -> None:
    book = FormInCalc(office, form(small(fiscal_year=year), tmp_path / "form.xlsx"))
    lacking = waiting(book)
    assert lacking[AGENCY_SHEET, "ชื่อหน่วยงาน (เต็ม)"] == 1
    assert lacking[MEASURES.sheet, "มาตรการ/กิจกรรม"] == 1
    printed = len(year_of(year).items) if year_of(year).item_tables else 0
    assert lacking.get((ITEMS.sheet, "ความก้าวหน้าผลการดำเนินการ"), 0) == printed


def test_required_cells_are_counted_where_rows_are_begun(office: Office, tmp_path: Path) -> None:
    data = case("kohchan-2567")
    book = FormInCalc(office, form(data, tmp_path / "form.xlsx"))
    before = waiting(book)
    rows = book.rows(MEASURES.sheet)
    places, head = columns_of(rows), body(MEASURES, rows)[0]
    book.write(MEASURES.sheet, f"{places['no']}{head + 5}", "9")
    after = waiting(book)
    asked = {"มาตรการ/กิจกรรม", "สรุปผลการดำเนินการ", "ผลลัพธ์หรือความสำเร็จ"}
    assert {key for key in after if after[key] != before[key]} == {(MEASURES.sheet, each) for each in asked}
    assert all(after[MEASURES.sheet, each] == before[MEASURES.sheet, each] + 1 for each in asked)


def test_a_step_that_fills_what_the_first_one_leaves_empty_is_enough(office: Office, tmp_path: Path) -> None:
    steps = [{"method": ["ก"]}, {"method": ["ข"], "summary": ["ค"], "outcome": ["ง"]}]
    data = small(measures=[{"no": 1, "title": ["ก"], "steps": steps}])
    lacking = waiting(FormInCalc(office, form(data, tmp_path / "form.xlsx")))
    assert {key: n for key, n in lacking.items() if key[0] == MEASURES.sheet and n} == {}


def test_an_item_that_is_not_begun_need_not_have_a_result(office: Office, tmp_path: Path) -> None:
    data = small(options={"item_tables": True}, o_items=[{"no": 4, "status": "not_started"}])
    lacking = waiting(FormInCalc(office, form(data, tmp_path / "form.xlsx")))
    assert lacking[ITEMS.sheet, "ความก้าวหน้าผลการดำเนินการ"] == 34
    assert lacking[ITEMS.sheet, "ผู้รับผิดชอบ"] == 35


def links(book: FormInCalc, sheet: str) -> dict[str, tuple[str, str]]:
    """The target (sheet, cell) of each link of a sheet that is shown now."""
    found = {}
    for n, row in enumerate(book.rows(sheet), 1):
        for m, shown in enumerate(row, 1):
            ref = f"{letters(m)}{n}"
            _, is_link, inside = (
                book.cell(sheet, ref).Formula.partition("HYPERLINK(") if shown else ("", "", "")
            )
            if is_link:
                target = re.fullmatch(r"#'(.+)'!([A-Z]+\d+)", book.evaluate(_first_argument(inside), sheet))
                assert target, ref
                found[ref] = (target[1], target[2])
    return found


def _first_argument(text: str) -> str:
    """A formula's text up to the first separator outside brackets and quotes."""
    depth, quoted = 0, False
    for n, letter in enumerate(text):
        quoted ^= letter == '"'
        depth += (letter in "({") - (letter in ")}") if not quoted else 0
        if letter == ";" and not depth and not quoted:
            return text[:n]
    return text


@pytest.mark.parametrize("year", YEARS)
def test_every_link_of_the_overview_leads_to_a_cell_that_waits(
    year: int, office: Office, tmp_path: Path
) -> None:
    book = FormInCalc(office, form(small(fiscal_year=year), tmp_path / "form.xlsx"))
    targets = links(book, OVERVIEW_SHEET)
    lacking = [key for key, n in waiting(book).items() if n]
    assert len(targets) == len(lacking) + 3  # the first of all, the next free row, the findings
    for sheet, ref in targets.values():
        assert book.text(sheet, ref) == "", (sheet, ref)
        assert sheet == FINDINGS_SHEET or ref in book.unlocked(sheet), (sheet, ref)


def test_the_link_to_a_required_cell_moves_on_when_it_is_filled(office: Office, tmp_path: Path) -> None:
    book = FormInCalc(office, form(small(options={"item_tables": True}), tmp_path / "form.xlsx"))
    rows = book.rows(ITEMS.sheet)
    letter = columns_of(rows)["progress"]
    first, second = (f"{letter}{row}" for row in body(ITEMS, rows)[:2])
    assert (ITEMS.sheet, first) in links(book, OVERVIEW_SHEET).values()
    book.type_in(ITEMS.sheet, first, "เผยแพร่แล้ว")
    assert (ITEMS.sheet, second) in links(book, OVERVIEW_SHEET).values()
    assert (ITEMS.sheet, first) not in links(book, OVERVIEW_SHEET).values()


def test_the_link_to_the_next_step_leads_below_the_last_one(office: Office, tmp_path: Path) -> None:
    book = FormInCalc(office, form(case("singburi-2564"), tmp_path / "form.xlsx"))
    rows = book.rows(MEASURES.sheet)
    free = body(MEASURES, rows)[0] + len(load(case("singburi-2564")).measures)
    assert (MEASURES.sheet, f"{columns_of(rows)['method']}{free}") in links(book, OVERVIEW_SHEET).values()
