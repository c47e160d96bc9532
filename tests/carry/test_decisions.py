"""ยอมรับ / ไม่ยอมรับ on the sheet โปรดทบทวน: what a decision does, in a real form, for every door."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import load_workbook

from itaxl import pipeline
from itaxl.case.load import load
from itaxl.catalog.form import CEASED_SHEET, CHANGES, CHANGES_SHEET, PAST_SHEET
from itaxl.model.records import Report
from itaxl.workbook.tables import FIRST_ROW

CASE = {
    "format": "itaxl-report/1",
    "fiscal_year": 2566,
    "measures": [
        {"no": 1, "title": ["แผนประจำปี 2566"], "steps": [{"method": ["อบรม"], "period": "ต.ค. 65 - ก.ย. 66"}]}
    ],
    "o_items": [
        {"no": 5, "responsible": ["สำนักปลัด"], "url": "https://www.a.go.th/5", "progress": ["ผลเดิม"]},
        {"no": 6, "responsible": ["กองคลัง"]},
    ],
    "front": {"preface": ["คำนำของปีก่อน"]},
}
TITLE, PERIOD, PREFACE, ITEM = (
    "measures[0].title",
    "measures[0].steps[0].period",
    "front.preface",
    "o_items[3]",
)


@pytest.fixture
def form(tmp_path: Path) -> Path:
    path = tmp_path / "form.xlsx"
    path.write_bytes(pipeline.form(pipeline.carry(load(CASE), 2567).report))
    return path


def decide(form: Path, word: str, *fields: str) -> Report:
    """The form after a person has chosen a word for these changes, read again."""
    book = load_workbook(form)
    sheet = book[CHANGES_SHEET]
    for row in range(FIRST_ROW, sheet.max_row + 1):
        if sheet.cell(row, CHANGES.numbers["field"]).value in fields:
            sheet.cell(row, CHANGES.numbers["decision"]).value = word
    book.save(form)
    return pipeline.read_form(form)


def test_undecided_and_accepted_changes_stand(form: Path) -> None:
    for read in (pipeline.read_form(form), decide(form, "ยอมรับ", TITLE, PERIOD, PREFACE, ITEM)):
        assert read.measures[0].title == ("แผนประจำปี 2567",)
        assert read.measures[0].period == "ต.ค. 66 - ก.ย. 67"
        assert read.front.preface == ("คำนำของปีก่อน",)
        assert read.o_items[3].responsible == ("สำนักปลัด",)


def test_a_refused_year_is_the_old_text_again(form: Path) -> None:
    read = decide(form, "ไม่ยอมรับ", TITLE, PERIOD)
    assert read.measures[0].title == ("แผนประจำปี 2566",)
    assert read.measures[0].period == "ต.ค. 65 - ก.ย. 66"


def test_a_refused_row_is_empty_and_its_texts_are_on_the_list(form: Path) -> None:
    read = decide(form, "ไม่ยอมรับ", ITEM, PREFACE)
    assert (read.o_items[3].responsible, read.o_items[3].url, read.front.preface) == ((), "", ())
    assert read.o_items[3].previous[-1].endswith("ผลเดิม")
    assert [(past.of, past.text) for past in read.past] == [
        ("", ("คำนำของปีก่อน",)),
        ("O5 ข้อมูลการติดต่อ", ("สำนักปลัด",)),
        ("O5 ข้อมูลการติดต่อ", ("https://www.a.go.th/5",)),
    ]


def test_what_a_person_typed_since_is_theirs_whatever_was_refused(form: Path) -> None:
    cell = pipeline.read_form(form).measures[0].at.cell("title")
    book = load_workbook(form)
    book[cell.sheet][cell.ref].value = "แผนใหม่ที่พิมพ์เอง"
    book.save(form)
    assert decide(form, "ไม่ยอมรับ", TITLE).measures[0].title == ("แผนใหม่ที่พิมพ์เอง",)


def test_a_form_made_again_shows_the_decision_carried_out(form: Path, tmp_path: Path) -> None:
    read = decide(form, "ไม่ยอมรับ", TITLE, ITEM)
    again = tmp_path / "again.xlsx"
    again.write_bytes(pipeline.form(read))
    sheet = load_workbook(again)[read.measures[0].at.sheet]
    assert sheet[read.measures[0].at.cell("title").ref].value == "แผนประจำปี 2566"
    once = pipeline.read_form(again)
    assert once == read
    assert once.past == read.past


def test_each_change_leads_to_its_cell_and_only_what_can_be_taken_back_is_decided(form: Path) -> None:
    book = load_workbook(form)
    sheet = book[CHANGES_SHEET]
    rows = range(FIRST_ROW, sheet.max_row + 1)
    named = {sheet.cell(row, CHANGES.numbers["field"]).value: row for row in rows}
    assert set(named) == {TITLE, PERIOD, PREFACE, ITEM, "ceased[0]", "o_items[15]", "o_items[28]"}
    links = {
        str(field): str(getattr(sheet.cell(row, CHANGES.numbers["~place"]).hyperlink, "location", ""))
        for field, row in named.items()
    }
    assert all(link.startswith("'") for link in links.values())
    assert CEASED_SHEET in links["ceased[0]"]
    unlocked = {
        f for f, row in named.items() if not sheet.cell(row, CHANGES.numbers["decision"]).protection.locked
    }
    assert unlocked == {TITLE, PERIOD, PREFACE, ITEM}


def test_a_waiting_cell_is_lit_and_a_refused_one_struck_out(form: Path) -> None:
    read = pipeline.read_form(form)
    book = load_workbook(form)
    place = read.measures[0].at.cell("title")
    found = [
        rule
        for area in book[place.sheet].conditional_formatting
        if str(area.sqref) == place.ref
        for rule in area.rules
    ]
    assert [rule.formula[0].rpartition("=")[2] for rule in found] == ['""', '"ไม่ยอมรับ"']
    assert found[1].dxf.font.strike


def test_the_sheets_of_before_are_there_only_when_needed_and_locked(form: Path, tmp_path: Path) -> None:
    book = load_workbook(form)
    assert {CHANGES_SHEET, CEASED_SHEET} <= set(book.sheetnames)
    assert PAST_SHEET not in book.sheetnames
    assert book[CEASED_SHEET].protection.sheet
    empty = tmp_path / "empty.xlsx"
    empty.write_bytes(pipeline.form(Report(2567)))
    assert not {CHANGES_SHEET, PAST_SHEET, CEASED_SHEET} & set(load_workbook(empty).sheetnames)


def test_a_form_made_anew_by_another_command_keeps_every_list(form: Path, tmp_path: Path) -> None:
    read = pipeline.read_form(form)
    for made in (pipeline.form(read), pipeline.listed_form(read), pipeline.form(pipeline.repair(read)[0])):
        path = tmp_path / "again.xlsx"
        path.write_bytes(made)
        again = pipeline.read_form(path)
        assert (again.changes, again.past, again.ceased) == (read.changes, read.past, read.ceased)
