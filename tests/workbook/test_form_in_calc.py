"""The form alive in LibreOffice: what may be typed, what is offered, what is counted, linked and lit.

The one rule of the place: what is expected comes from the declarations and the report, never from the builder.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from itaxl.catalog.form import (
    ACCEPTED,
    AGENCY_SHEET,
    BLOCKS,
    FINDINGS_SHEET,
    GUIDE_SHEET,
    INDICATORS,
    ITEMS,
    LISTS,
    LISTS_SHEET,
    MEASURES,
    META_SHEET,
    OVERVIEW_SHEET,
    TABLES,
    Table,
)
from itaxl.catalog.gazetteer import amphoes, provinces, tambons
from itaxl.catalog.year_file import year as year_of
from itaxl.model.columns import LAYOUTS, TICKED, UNTICKED, Column, Kind, columns
from itaxl.model.findings import Severity
from tests.forms import case, form, small
from tests.office import Office
from tests.workbook.calc import HEAD, YEARS, FormInCalc, body, columns_of, lines_of, row_of

pytestmark = pytest.mark.office

ALARM, CAUTION, OFF, PAPER = "FBE3E1", "FFF4D6", "E9EBED", "FFFFFF"
DIVISIONS = ["สำนักปลัด", "กองคลัง", "กองการศึกษา ศาสนาและวัฒนธรรม"]


@pytest.fixture(params=YEARS)
def empty(request: pytest.FixtureRequest, office: Office, tmp_path: Path) -> tuple[int, FormInCalc]:
    """An empty form of each year, open."""
    return request.param, FormInCalc(office, form(small(fiscal_year=request.param), tmp_path / "form.xlsx"))


# -- typing -------------------------------------------------------------------------------------------


def is_entry(table: Table, column: Column) -> bool:
    return column.key == "reason" if table is ACCEPTED else not column.locked


def entry_cells(table: Table, rows: list[list[str]]) -> dict[str, list[str]]:
    """The cells of each machine key of a table that a person fills."""
    places = columns_of(rows)
    return {
        key: [f"{places[key]}{row}" for row in body(table, rows)]
        for key, column in table.keys
        if is_entry(table, column)
    }


def agency_cells(rows: list[list[str]]) -> dict[str, tuple[Column, list[str]]]:
    """The column and the cells of each line of the first sheet."""
    lines = lines_of(rows)
    cells = {}
    for block in BLOCKS:
        for column in columns(block.record):
            for key in column.cells:
                path = f"{block.name}.{key}".lstrip(".")
                cells[path] = (column, [f"{letter}{lines[path]}" for letter in "CDEF"[: block.count]])
    return cells


def test_every_entry_cell_is_open_and_every_official_cell_is_locked(empty: tuple[int, FormInCalc]) -> None:
    _, book = empty
    for table in TABLES:
        wanted = {ref for refs in entry_cells(table, book.rows(table.sheet)).values() for ref in refs}
        assert book.unlocked(table.sheet) == wanted
    lines = agency_cells(book.rows(AGENCY_SHEET))
    wanted = {ref for _, refs in lines.values() for ref in refs}
    opened = book.unlocked(AGENCY_SHEET)
    assert {book.covering(AGENCY_SHEET, ref) for ref in opened - wanted} <= wanted <= opened
    for sheet in (OVERVIEW_SHEET, GUIDE_SHEET, LISTS_SHEET, META_SHEET):
        assert book.unlocked(sheet) == set()
    assert all(sheet.isProtected() for sheet in book.document.Sheets)


def typed_for(column: Column) -> str:
    """Something a person types in a cell of this column."""
    if column.kind is Kind.BOXES:
        return TICKED
    if column.choices:
        return str(column.choices[-1][1])
    return {Kind.WHOLE: "7", Kind.NUMBER: "9.10"}.get(column.kind, "- ต.ค. 66")


def test_typing_into_every_kind_of_entry_cell_is_accepted_and_kept_as_text(
    empty: tuple[int, FormInCalc],
) -> None:
    _, book = empty
    for table in TABLES:
        for key, refs in entry_cells(table, book.rows(table.sheet)).items():
            text = typed_for(dict(table.keys)[key])
            assert book.type_in(table.sheet, refs[0], text) == text, (table.sheet, key)
            assert book.cell(table.sheet, refs[0]).Type.value == "TEXT"
    for column, refs in agency_cells(book.rows(AGENCY_SHEET)).values():
        assert book.type_in(AGENCY_SHEET, refs[-1], typed_for(column)) == typed_for(column)


@pytest.mark.parametrize("key", ["~title", "~components", "no", "previous"])
def test_typing_over_official_text_is_refused(key: str, office: Office, tmp_path: Path) -> None:
    book = FormInCalc(office, form(small(), tmp_path / "form.xlsx"))
    rows = book.rows(ITEMS.sheet)
    ref = f"{columns_of(rows)[key]}{row_of(rows, '3')}"
    before = book.text(ITEMS.sheet, ref)
    assert book.type_in(ITEMS.sheet, ref, "พิมพ์ทับ") == before != "พิมพ์ทับ"


# -- lists --------------------------------------------------------------------------------------------


def offered(book: FormInCalc, sheet: str, ref: str) -> list[str]:
    """The words that the list of a cell offers now; empty when the cell has no list."""
    validation = book.cell(sheet, ref).Validation
    if validation.Type.value != "LIST":
        return []
    source = validation.getFormula1()
    if source.startswith('"'):
        return [word for part in re.findall(r'"([^"]*)"', source) for word in part.split(",")]
    return book.values(source)


def declared(column: Column, year: int) -> list[str]:
    """The words that the declaration of a column gives, in a form whose agency sheet is filled as below."""
    if column.kind is Kind.BOXES:
        return [UNTICKED, TICKED]
    if column.choices:
        return [word for _, word in column.choices]
    the_year = year_of(year)
    named: dict[str, tuple[str, ...]] = {
        **LISTS,
        "": (),
        "levels": the_year.levels,
        "indicators": (
            *(str(each.no) for each in the_year.surveyed),
            *(each.no for each in the_year.sub_indicators),
        ),
        "divisions": tuple(DIVISIONS),
        "provinces": provinces(),
        "amphoes": amphoes("สิงห์บุรี"),
        "tambons": tambons("สิงห์บุรี", "อินทร์บุรี"),
    }
    return list(named[column.suggestions])


def test_every_list_offers_what_its_column_declares(empty: tuple[int, FormInCalc]) -> None:
    year, book = empty
    lines = agency_cells(book.rows(AGENCY_SHEET))
    filled = {"province": "สิงห์บุรี", "amphoe": "อินทร์บุรี", "divisions": "\n".join(DIVISIONS)}
    for key, text in filled.items():
        book.write(AGENCY_SHEET, lines[f"agency.{key}"][1][0], text)
    for column, refs in lines.values():
        assert all(offered(book, AGENCY_SHEET, ref) == declared(column, year) for ref in refs), column.key
    for table in TABLES:
        for key, refs in entry_cells(table, book.rows(table.sheet)).items():
            wanted = declared(dict(table.keys)[key], year)
            assert offered(book, table.sheet, refs[0]) == wanted == offered(book, table.sheet, refs[-1]), key


def test_the_amphoes_and_tambons_follow_the_province_that_is_typed(office: Office, tmp_path: Path) -> None:
    book = FormInCalc(office, form(small(), tmp_path / "form.xlsx"))
    lines = lines_of(book.rows(AGENCY_SHEET))
    for province in (provinces()[0], "ปัตตานี", provinces()[-1]):
        for amphoe in (amphoes(province)[0], amphoes(province)[-1]):
            book.type_in(AGENCY_SHEET, f"C{lines['agency.province']}", province)
            book.type_in(AGENCY_SHEET, f"C{lines['agency.amphoe']}", amphoe)
            assert book.values("itaxl_amphoes") == list(amphoes(province))
            assert book.values("itaxl_tambons") == list(tambons(province, amphoe))


def test_the_divisions_follow_the_lines_that_the_agency_typed(office: Office, tmp_path: Path) -> None:
    book = FormInCalc(office, form(small(), tmp_path / "form.xlsx"))
    ref = f"C{lines_of(book.rows(AGENCY_SHEET))['agency.divisions']}"
    assert book.values("itaxl_divisions") == []
    book.write(AGENCY_SHEET, ref, "\n".join(DIVISIONS[:2]))
    assert book.values("itaxl_divisions") == DIVISIONS[:2]
    book.write(AGENCY_SHEET, ref, "\n".join(f"กองที่ {n}" for n in range(1, 31)))
    assert book.values("itaxl_divisions") == [f"กองที่ {n}" for n in range(1, 31)]


# -- what lights up -----------------------------------------------------------------------------------


def find(book: FormInCalc, row: int, severity: Severity, cell: str) -> None:
    """Write a finding as the add-in does."""
    rows = book.rows(FINDINGS_SHEET)
    places, first = columns_of(rows), body(ACCEPTED, rows)[0]
    texts = {
        "code": "Y01",
        "~severity": severity.thai,
        "~place": cell,
        "~message": "ก",
        "~fix": "ข",
        "~cell": cell,
    }
    for key, text in texts.items():
        book.write(FINDINGS_SHEET, f"{places[key]}{first + row}", text)


def test_a_cell_that_a_finding_names_lights_up_and_no_other(empty: tuple[int, FormInCalc]) -> None:
    _, book = empty
    named = {
        (AGENCY_SHEET, "C6"): ALARM,
        (MEASURES.sheet, "F6"): ALARM,
        (MEASURES.sheet, "E6"): ALARM,  # grey by the layout: a finding goes first
        (INDICATORS.sheet, "D7"): CAUTION,
        (ITEMS.sheet, "K9"): ALARM,
        ("หลักฐาน", "E8"): CAUTION,
    }
    beside = [(AGENCY_SHEET, "C7"), (MEASURES.sheet, "F7"), ("หลักฐาน", "F8")]
    before = book.colors([*named, *beside])
    for n, ((sheet, ref), color) in enumerate(named.items()):
        find(book, n, Severity.ERROR if color == ALARM else Severity.WARNING, f"{sheet}!{ref}")
    after = book.colors([*named, *beside])
    assert {ref: after[ref] for ref in named} == named
    assert {ref: after[ref] for ref in beside} == {ref: before[ref] for ref in beside}
    assert not {ALARM, CAUTION} & set(before.values())


def test_a_hint_does_not_light_a_cell(office: Office, tmp_path: Path) -> None:
    book = FormInCalc(office, form(small(), tmp_path / "form.xlsx"))
    find(book, 0, Severity.HINT, f"{MEASURES.sheet}!F6")
    assert book.colors([(MEASURES.sheet, "F6")]) == {(MEASURES.sheet, "F6"): PAPER}


@pytest.mark.parametrize(("layout", "word"), LAYOUTS)
def test_columns_that_the_chosen_layout_does_not_print_are_grey(
    layout: str, word: str, office: Office, tmp_path: Path
) -> None:
    book = FormInCalc(office, form(small(options={"item_tables": True}), tmp_path / "form.xlsx"))
    lines = agency_cells(book.rows(AGENCY_SHEET))
    book.type_in(AGENCY_SHEET, lines["layout"][1][0], word)
    wanted = {}
    for table in (MEASURES, INDICATORS, ITEMS):
        for key, refs in entry_cells(table, book.rows(table.sheet)).items():
            wanted[table.sheet, refs[-1]] = _look(dict(table.keys)[key], layout)
    for path, (column, refs) in lines.items():
        if path not in ("layout", "options.item_tables"):  # the test's mark in these would change the layout
            wanted[AGENCY_SHEET, refs[0]] = _look(column, layout)
    assert book.colors(wanted) == wanted


def _look(column: Column, layout: str) -> str:
    return OFF if column.prints and layout not in column.prints else PAPER


def test_the_item_tables_turn_white_when_the_officer_asks_for_them(office: Office, tmp_path: Path) -> None:
    book = FormInCalc(office, form(small(), tmp_path / "form.xlsx"))
    rows = book.rows(ITEMS.sheet)
    ref = (ITEMS.sheet, f"{columns_of(rows)['progress']}{body(ITEMS, rows)[0]}")
    assert book.colors([ref]) == {ref: OFF}
    book.type_in(AGENCY_SHEET, agency_cells(book.rows(AGENCY_SHEET))["options.item_tables"][1][0], "ใช่")
    assert book.colors([ref]) == {ref: PAPER}


# -- room ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["kohchan-2567", "changhaitok-2567", "dongtangao-2566", "singburi-2564"])
def test_no_text_of_a_filled_form_is_clipped(name: str, office: Office, tmp_path: Path) -> None:
    book = FormInCalc(office, form(case(name), tmp_path / "form.xlsx"))
    for title in (AGENCY_SHEET, *(table.sheet for table in TABLES), OVERVIEW_SHEET, GUIDE_SHEET):
        # a heading with a filter is drawn whole, but Calc counts the room of the filter's button twice
        filled = [n for n, row in enumerate(book.rows(title), 1) if n > 1 and any(row) and row[0] != HEAD]
        stored = book.heights(title, filled)
        book.fit_rows(title)
        needed = book.heights(title, filled)
        assert {row: needed[row] for row in filled if needed[row] > stored[row] + 20} == {}, title
