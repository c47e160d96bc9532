"""What the form says of its official texts: where each is known from, and what stands in."""

from __future__ import annotations

import io

import pytest
from openpyxl import load_workbook

from itaxl.catalog.form import GUIDE_SHEET, ITEMS, ITEMS_SHEET
from itaxl.catalog.year import FactKind
from itaxl.catalog.year_file import year as year_of
from itaxl.catalog.year_file import years
from itaxl.model.records import Report
from itaxl.workbook.build import build
from itaxl.workbook.origins import item_mark, origin_lines, stand_in_mark
from itaxl.workbook.tables import official_text

ALL = (*years(), 2570)


def cells(fiscal_year: int, sheet: str) -> str:
    book = load_workbook(io.BytesIO(build(year_of(fiscal_year), Report(fiscal_year))))
    return "\n".join(str(cell.value) for row in book[sheet].iter_rows() for cell in row if cell.value)


@pytest.mark.parametrize("fiscal_year", ALL)
def test_every_fact_of_a_year_is_told_with_its_kind_and_where_it_is_known_from(fiscal_year: int) -> None:
    year = year_of(fiscal_year)
    lines = list(origin_lines(year))
    told = "\n".join(" ".join(line) for line in lines)
    for source in {fact.source for fact in year.facts()}:
        assert source.text in told
        assert source.url in told
        assert source.seen in told
    for kind, count in year.kinds().items():
        assert f"{kind}  {count} เรื่อง" in told
    of_items = [line for line in lines if line[0].startswith("O")]
    assert sum(line[1].count("องค์ประกอบด้านข้อมูล: ") for line in of_items) == len(of_items)
    assert (of_items[0][0].startswith("O1"), of_items[-1][0].endswith(f"O{len(year.items)}")) == (True, True)


@pytest.mark.parametrize("fiscal_year", ALL)
def test_no_word_of_the_program_stands_in_what_officers_read(fiscal_year: int) -> None:
    told = "\n".join(" ".join(line) for line in origin_lines(year_of(fiscal_year)))
    told += "\n".join(year_of(fiscal_year).all_doubts)
    for word in ("seed", "github", "one-source", ".json", "basis", "OFFICE"):
        assert word not in told


def test_the_guide_of_the_form_holds_these_lines() -> None:
    told = cells(2569, GUIDE_SHEET)
    for line in origin_lines(year_of(2569)):
        assert all(part in told for part in line)


def test_elements_that_stand_in_are_marked_in_the_form_and_no_others_are() -> None:
    year = year_of(2568)
    marked = [
        item.code
        for item in year.items
        if "ยกมาจากปีก่อน" in official_text(ITEMS, item.no, year)[1]["~components"]
    ]
    assert marked == [f"O{no}" for no in range(4, 29)]
    assert item_mark(year, year.items[4]) == "(ยกมาจากปีก่อน: ข้อ O7 ปี 2567)"
    assert item_mark(year_of(2567), year_of(2567).items[0]) == ""


def test_what_is_inferred_is_marked_too() -> None:
    assert item_mark(year_of(2566), year_of(2566).items[9]).startswith("(อนุมาน: ")


def test_a_form_of_a_year_without_a_manual_says_so_on_its_sheets() -> None:
    mark = "ยังไม่มีคู่มือปี 2570 แบบนี้ใช้ข้อของปี 2569 ไปก่อน"
    assert stand_in_mark(year_of(2570)) == mark
    assert mark in cells(2570, "ข้อมูลหน่วยงาน")
    assert mark in cells(2570, ITEMS_SHEET)
    assert mark in cells(2570, GUIDE_SHEET)
    assert "ยังไม่มีคู่มือปี" not in cells(2569, ITEMS_SHEET)


def test_of_a_year_without_a_manual_everything_was_carried() -> None:
    kinds = year_of(2570).kinds()
    assert kinds[FactKind.CARRIED] == sum(kinds.values())
