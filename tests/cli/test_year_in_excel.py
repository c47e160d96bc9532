"""A year made only through Excel: six questions answered, items looked over, added, and a paper printed from it."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.workbook.workbook import Workbook

from itaxl import pipeline
from itaxl.catalog.year import FactKind
from itaxl.catalog.year_file import forget, own_folder, year, years
from itaxl.workbook.year_book import ITEMS, QUESTIONS, build_year_book, item_columns, question_rows
from tests.cli.conftest import Run
from tests.cli.test_years import PLACE, filled, printed_text

ROWS = question_rows(2570, 2569)
BOOK = build_year_book(year(2570, 2569))
COLUMNS = {column.key: n for n, column in enumerate(item_columns(2569), 2)}


@pytest.fixture(autouse=True)
def own(own_years: None) -> Path:
    """The user's own folder, empty, and forgotten afterwards."""
    return own_folder()


def answer(book: Workbook, key: str, value: str, column: str = "C") -> None:
    book[QUESTIONS][f"{column}{ROWS[key]}"] = value


def put(book: Workbook, no: int, key: str, value: str | None) -> None:
    """Type into the row of an item as it was prefilled."""
    book[ITEMS].cell(4 + no, COLUMNS[key]).value = value


def answered(folder: Path, *edits: Callable[[Workbook], None], data: bytes = BOOK) -> Path:
    book = load_workbook(io.BytesIO(data))
    for edit in edits:
        edit(book)
    book.save(folder / "ปี 2570.xlsx")
    return folder / "ปี 2570.xlsx"


def of_the_manual(book: Workbook) -> None:
    """The year as an invented manual has it: O12 is gone, O10 is split, O26 is worded anew."""
    answer(book, "kind", "ตามคู่มือ")
    answer(book, "source", "คู่มือการประเมิน ITA ปี 2570 (สมมุติ)")
    answer(book, "seen", "1 ธันวาคม 2569")
    answer(book, "open", "๑ มีนาคม ๒๕๗๑")
    answer(book, "close", "30 เมษายน 2571")
    for key in COLUMNS:
        put(book, 12, key, None)
    put(book, 11, "same", None)
    put(book, 11, "title", "สถิติการใช้บริการออนไลน์")
    put(book, 11, "components", "แสดงสถิติของปี พ.ศ. 2569 ตามข้อ O10")
    put(book, 11, "year", "2569")
    put(book, 11, "sub", "9.2")
    for no in range(13, 27):
        put(book, no, "no", f"O{no - 1}")
    put(book, 26, "changed", "ปี 2570 ให้แนบหลักฐานด้วย")
    answer(book, "count", "๒๕")
    answer(book, "plan", "O24")
    answer(book, "report", "25")


def test_a_year_made_only_through_excel_goes_from_nothing_to_a_paper(itaxl: Run, tmp_path: Path) -> None:
    book = tmp_path / "ปี.xlsx"
    assert itaxl("year", "new", "๒๕๗๐", "--from", "2569", "-o", book).code == 0
    said = itaxl("year", "add", answered(tmp_path, of_the_manual, data=book.read_bytes()))
    assert said.code == 0, said.err
    assert "ปี 2570 ตามคู่มือ 104 " in said.err
    assert years()[-1] == 2570

    target = tmp_path / "แบบ.xlsx"
    assert "ยังไม่มีคู่มือ" not in itaxl("new", "--year", "2570", *PLACE, "-o", target).err
    report = filled(pipeline.read_form(target))
    said_by_paper = printed_text(report, "book")
    assert set(re.findall(r"O[0-9]+", said_by_paper)) == {f"O{no}" for no in range(1, 26)}
    assert "สถิติการใช้บริการออนไลน์" in said_by_paper
    assert "แสดงสถิติของปี พ.ศ. 2569 ตามข้อ O10" in said_by_paper
    assert "ตามข้อ O24" in printed_text(report, "matrix")
    cited = (each.source for each in pipeline.check(report).findings)
    assert {source for source in cited if re.match(r"O[0-9]", source)} <= {
        f"O{no}/2570" for no in range(1, 26)
    }
    target.write_bytes(pipeline.form(report))
    assert itaxl("check", target).code in (0, 1)
    assert itaxl("report", target).code == 0


def test_identities_and_years_of_the_answers_are_those_of_a_year_file(itaxl: Run, tmp_path: Path) -> None:
    itaxl("year", "add", answered(tmp_path, of_the_manual))
    made = year(2570)
    assert (made.plan_code, made.report_item, made.answers) == ("O24", 25, 2571)
    assert made.items[9].keys == ("e_service", "service_statistics")
    assert made.items[10].keys == ("new_2570_11",)
    assert made.item_of("procurement_annual_report") is None
    assert (made.items[10].year_bound, made.items[10].year_offset) == (True, -1)
    assert made.items[24].changed == "ปี 2570 ให้แนบหลักฐานด้วย"
    assert made.calendar == "๑ มีนาคม ๒๕๗๑ ถึง 30 เมษายน 2571"
    assert made.kinds()[FactKind.MANUAL] == 4 + 4 * 25


def test_a_report_of_the_year_before_now_answers_a_known_item(itaxl: Run, tmp_path: Path) -> None:
    from itaxl.case.load import load
    from itaxl.rules.context import Context

    case = {"format": "itaxl-report/1", "fiscal_year": 2569}
    assert Context(load(case)).answers == ""
    itaxl("year", "add", answered(tmp_path, of_the_manual))
    assert Context(load(case)).answers == "O25/2570"


def test_a_form_begun_before_is_read_as_it_was_and_told_how_it_goes_on(itaxl: Run, tmp_path: Path) -> None:
    begun = tmp_path / "เริ่มไว้.xlsx"
    itaxl("new", "--year", "2570", *PLACE, "-o", begun)
    begun.write_bytes(pipeline.form(filled(pipeline.read_form(begun))))
    itaxl("year", "add", answered(tmp_path, of_the_manual))
    report = pipeline.read_form(begun)
    assert (report.based_on, len(report.o_items)) == (2569, 26)
    found = [each for each in pipeline.check(report).findings if each.code == "Y62"]
    assert "itaxl carry" in found[0].fix
    assert itaxl("report", begun).code == 0


def test_a_form_begun_before_is_lifted_by_the_identity_of_its_items(itaxl: Run, tmp_path: Path) -> None:
    begun, lifted = tmp_path / "เริ่มไว้.xlsx", tmp_path / "แบบใหม่.xlsx"
    itaxl("new", "--year", "2570", *PLACE, "-o", begun)
    report = filled(pipeline.read_form(begun))
    told = tuple(replace(row, progress=(f"ผลของข้อ {row.no}",)) for row in report.o_items)
    begun.write_bytes(pipeline.form(replace(report, o_items=told)))
    itaxl("year", "add", answered(tmp_path, of_the_manual))
    assert itaxl("carry", begun, "--year", "2570", "-o", lifted).code == 0
    after = pipeline.read_form(lifted)
    assert after.based_on is None
    moved = {row.no: row.progress for row in after.o_items if row.progress}
    assert moved == {no: (f"ผลของข้อ {no if no < 11 else no + 1}",) for no in range(1, 26) if no != 11}
    assert "Y62" not in {each.code for each in pipeline.check(after).findings}


def test_a_form_of_a_year_that_this_computer_does_not_have_is_not_read_wrongly(
    itaxl: Run, tmp_path: Path, own: Path
) -> None:
    itaxl("year", "add", answered(tmp_path, of_the_manual))
    target = tmp_path / "แบบ.xlsx"
    itaxl("new", "--year", "2570", *PLACE, "-o", target)
    (own / "2570.json").unlink()  # as on another computer
    forget()
    said = itaxl("check", target)
    assert (said.code, "itaxl year add" in said.err) == (3, True)
    assert itaxl("year", "add", tmp_path / "ปี 2570.xlsx").code == 0
    assert itaxl("check", target).code == 1


# ---- wrong entries ---------------------------------------------------------------------------------------------------


def a(key: str, value: str, column: str = "C") -> Callable[[Workbook], None]:
    return lambda book: answer(book, key, value, column)


def p(no: int, key: str, value: str | None) -> Callable[[Workbook], None]:
    return lambda book: put(book, no, key, value)


WRONG = {
    "count is no number": (a("count", "ยี่สิบ"), QUESTIONS, "C5", "“ยี่สิบ” ไม่ใช่จำนวนข้อ"),
    "count is not that of the items": (a("count", "27"), QUESTIONS, "C5", "ตอบว่ามี 27 ข้อ แต่แผ่นงาน “ข้อของปี” มี 26 ข้อ"),
    "plan is no item": (a("plan", "O27"), QUESTIONS, "C6", "ไม่มีข้อ O27"),
    "plan is empty": (a("plan", ""), QUESTIONS, "C6", "ยังว่าง"),
    "report is the plan": (a("report", "O25"), QUESTIONS, "C7", "ตอบไว้แล้วว่าเป็นมาตรการ"),
    "a part's column is unknown": (a("part:1", "สรุป", "D"), QUESTIONS, "D8", "ไม่มีคอลัมน์ “สรุป”"),
    "a column without its part": (a("part:3", ""), QUESTIONS, "C10", "ยังว่าง แต่ระบุคอลัมน์ไว้"),
    "a year too far": (a("years", "2570, 2565"), QUESTIONS, "C16", "“2565” ไม่ใช่ปีที่ข้อของปี 2570 พูดถึงได้"),
    "a round that cannot be": (a("round", "2575"), QUESTIONS, "C17", "“2575” ไม่ใช่รอบ"),
    "a day that is none": (a("open", "ต้นมีนาคม"), QUESTIONS, "C18", "“ต้นมีนาคม” ไม่ใช่วันที่"),
    "a kind there is not": (a("kind", "แน่นอน"), QUESTIONS, "C20", "“แน่นอน” ไม่ใช่ชนิดที่มี"),
    "no source": (a("source", ""), QUESTIONS, "C21", "ยังว่าง"),
    "a gap in the numbers": (p(3, "no", "O4"), ITEMS, "B7", "เป็น “O4” แต่ข้อนี้เป็นข้อที่ 3"),
    "an item of the year before that is none": (p(3, "same", "O30"), ITEMS, "C7", "ปี 2569 ไม่มีข้อ “O30”"),
    "an item of the year before used twice": (p(3, "same", "O2"), ITEMS, "C7", "ข้อ O2 ของปี 2569 ใช้ไปแล้วที่ข้อ O2"),
    "no title": (p(3, "title", None), ITEMS, "D7", "ยังว่าง ข้อ O3 ต้องมีชื่อข้อ"),
    "no such sub-indicator": (p(3, "sub", "9.7"), ITEMS, "E7", "“9.7” ไม่ใช่ตัวชี้วัดย่อย"),
    "sub-indicators out of order": (p(8, "sub", "9.1"), ITEMS, "E12", "9.1 อยู่หลัง 9.2"),
    "no elements": (p(3, "components", None), ITEMS, "G7", "ต้องมีองค์ประกอบด้านข้อมูล"),
    "a year left over": (p(4, "components", "เป็นข้อมูลของปี พ.ศ. 2567"), ITEMS, "G8", "กล่าวถึงปี 2567 ซึ่งอาจค้างจากปีก่อน"),
    "a year in the text that is not the item's": (
        p(4, "components", "เป็นข้อมูลของปี พ.ศ. ๒๕๖๙"), ITEMS, "G8", "กล่าวถึงปี ๒๕๖๙ แต่ปีของข้อมูลเป็น 2570"),
    "an item that is not there": (p(3, "components", "ตามข้อ O44"), ITEMS, "G7", "อ้างถึงข้อ O44 ซึ่งไม่มีในปีนี้"),
    "a year that was not answered": (p(7, "year", "2571"), ITEMS, "H11", "“2571” ไม่ใช่ปีที่ตอบไว้ในคำถามข้อ 5"),
    "a formula": (p(3, "title", '="ก"&"ข"'), ITEMS, "D7", "เป็นสูตร"),
}  # fmt: skip


@pytest.mark.parametrize("name", WRONG)
def test_a_wrong_entry_is_told_at_its_cell_and_nothing_is_kept(
    name: str, itaxl: Run, tmp_path: Path, own: Path
) -> None:
    edit, sheet, cell, what = WRONG[name]
    said = itaxl("year", "add", answered(tmp_path, edit))
    assert said.code == 4
    assert re.search(rf"แผ่นงาน “{sheet}” ช่อง {cell} .*{re.escape(what)}.* – ", said.err)
    assert "ยังไม่ได้เพิ่มปี 2570" in said.err
    assert not own.exists()


def test_every_wrong_entry_is_told_at_once(itaxl: Run, tmp_path: Path) -> None:
    said = itaxl("year", "add", answered(tmp_path, a("count", "27"), p(3, "sub", "9.7"), p(4, "title", None)))
    assert "C5" in said.err
    assert "E7" in said.err
    assert "D8" in said.err
    assert "โปรดแก้ 3 ช่อง" in said.err


@pytest.mark.parametrize(
    "right",
    [
        p(4, "components", "ตามพระราชบัญญัติข้อมูลข่าวสารของราชการ พ.ศ. 2567\nเป็นข้อมูลของปี พ.ศ. 2570"),
        p(4, "components", "- แสดงข้อมูลข่าวสาร\n\n- ในปี พ.ศ. ๒๕๗๐"),
        a("years", "๒๕๗๐ และ 2569"),
        a("round", "2570"),
        p(1, "sub", "๙.๑"),
    ],
)
def test_what_is_right_is_not_told(right: Callable[[Workbook], None], itaxl: Run, tmp_path: Path) -> None:
    said = itaxl("year", "add", answered(tmp_path, right))
    assert said.code == 0, said.err


def test_a_file_that_is_no_year_is_refused(itaxl: Run, tmp_path: Path) -> None:
    itaxl("new", "--year", "2569", *PLACE, "-o", tmp_path / "แบบ.xlsx")
    said = itaxl("year", "add", tmp_path / "แบบ.xlsx")
    assert (said.code, "ไม่ใช่แฟ้มปีของ itaxl" in said.err) == (3, True)
    assert itaxl("year", "add", tmp_path / "ไม่มี.xlsx").code == 3


# ---- the folder ------------------------------------------------------------------------------------------------------


def test_a_year_is_replaced_only_when_asked(itaxl: Run, tmp_path: Path) -> None:
    book = answered(tmp_path, of_the_manual)
    assert itaxl("year", "add", book).code == 0
    said = itaxl("year", "add", book)
    assert (said.code, "เคยเพิ่มแบบของปี 2570 ไว้แล้ว – เติม --force เพื่อแทนที่" in said.err) == (6, True)
    assert itaxl("year", "add", book, "--force").code == 0


def test_a_year_that_comes_with_itaxl_can_be_worded_anew_but_keeps_its_items(
    itaxl: Run, tmp_path: Path
) -> None:
    itaxl("year", "new", "2569", "-o", tmp_path / "69.xlsx")
    data = (tmp_path / "69.xlsx").read_bytes()
    assert itaxl("year", "add", answered(tmp_path, p(1, "title", "โครงสร้างหน่วยงาน"), data=data)).code == 0
    assert year(2569).items[0].title == "โครงสร้างหน่วยงาน"
    said = itaxl(
        "year", "add", answered(tmp_path, p(1, "same", "O1"), p(2, "same", None), data=data), "--force"
    )
    assert (said.code, "รายการข้อไม่ตรงกัน" in said.err) == (4, True)


@pytest.mark.parametrize("spoilt", ["{", "[]", '{"year": 2571}', json.dumps({"year": 2571, "items": []})])
def test_a_bad_year_in_the_folder_spoils_only_itself(
    spoilt: str, itaxl: Run, tmp_path: Path, own: Path
) -> None:
    own.mkdir(parents=True)
    (own / "2571.json").write_text(spoilt, encoding="utf-8")
    forget()
    assert years()[-1] == 2569
    target = tmp_path / "แบบ.xlsx"
    assert itaxl("new", "--year", "2569", *PLACE, "-o", target).code == 0
    assert itaxl("check", target).code == 1
    assert itaxl("new", "--year", "2570", *PLACE, "-o", tmp_path / "70.xlsx").code == 0
    said = itaxl("new", "--year", "2571", *PLACE, "-o", tmp_path / "71.xlsx")
    assert (said.code, "แฟ้มปี 2571.json" in said.err) == (4, True)
    assert "2571.json" in itaxl("doctor").out
