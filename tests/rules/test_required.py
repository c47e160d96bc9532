"""F: what must be filled is filled, and what is filled can be read."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from itaxl import pipeline
from itaxl.case.load import load
from itaxl.catalog.form import LISTS
from itaxl.cli.demo import put
from itaxl.model.cells import Place
from itaxl.model.columns import column_of
from itaxl.model.findings import Finding
from itaxl.model.records import OItemRow
from itaxl.rules.required import _runs
from tests.forms import form, sample_case, small
from tests.rules.small_reports import measure
from tests.rules.small_reports import report as small_report


def found(code: str, data: dict[str, Any]) -> list[Finding]:
    return [finding for finding in pipeline.check(load(data)).findings if finding.code == code]


def fields(code: str, data: dict[str, Any]) -> list[str]:
    return [finding.field for finding in found(code, data)]


def clean(**changes: object) -> dict[str, Any]:
    return {**sample_case(mistakes=False), **changes}


# -- F01 --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("key", ["name", "kind", "amphoe", "province"])
def test_f01_fires_on_an_empty_line_of_the_agency(key: str) -> None:
    data = clean()
    del data["agency"][key]
    assert fields("F01", data) == [f"agency.{key}"]


def test_f01_fires_on_a_cell_of_only_spaces() -> None:
    data = clean()
    data["o_items"][4]["responsible"] = ["  ", ""]
    assert fields("F01", data) == ["o_items[4].responsible"]


def test_f01_fires_once_for_a_measure_of_which_no_step_has_a_result() -> None:
    data = clean()
    for step in data["measures"][1]["steps"]:
        step.pop("summary")
    assert fields("F01", data) == ["measures[1].steps[0].summary"]


def test_f01_fires_on_a_report_without_measures_and_names_the_table() -> None:
    assert fields("F01", clean(measures=[])) == ["measures"]


def test_f01_fires_on_a_missing_score_where_the_introduction_quotes_it() -> None:
    data = clean()
    del data["assessment"]["score"]
    assert fields("F01", data) == ["assessment.score"]
    assert fields("F01", {**data, "layout": "book"}) == []


def test_f01_is_silent_on_a_complete_report() -> None:
    assert fields("F01", clean()) == []


def test_f01_is_silent_on_tables_that_are_not_printed() -> None:
    data = clean(o_items=[], indicators=[], options={"item_tables": False})
    assert fields("F01", data) == []
    assert fields("F01", {**data, "options": {"item_tables": True}}) == ["indicators", "o_items"]


def test_f01_fires_once_for_each_table_with_the_list_of_its_cells() -> None:
    data = clean()
    for no in (1, 2, 3, 6):
        data["o_items"][no - 1]["responsible"] = []
    (finding,) = found("F01", data)
    assert (finding.field, "4 ช่อง" in finding.message) == ("o_items", True)
    assert "“ผู้รับผิดชอบ” (ข้อ O1, ข้อ O2, ข้อ O3, ข้อ O6)" in finding.message


def test_f01_fires_with_the_cells_of_the_form_runs_of_them_as_one() -> None:
    place = Place("OIT", {"responsible": "E"})
    rows = [OItemRow(no=no, at=replace(place, row=row)) for no, row in ((1, 5), (2, 6), (3, 7), (4, 9))]
    column = column_of(OItemRow, "responsible")
    assert list(_runs(rows, column)) == ["E5–E7", "E9"]


# -- F05 to F08 -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("layout", "found_in"), [("annual", []), ("concise", []), ("matrix", ["layout"]), ("book", ["layout"])]
)
def test_f05_fires_where_the_layout_cannot_print_a_required_part(layout: str, found_in: list[str]) -> None:
    assert fields("F05", clean(layout=layout)) == found_in


def test_f05_is_silent_in_a_year_that_does_not_ask_for_the_part_and_only_doubts_without_a_manual() -> None:
    assert fields("F05", small_report(2566, "matrix", measures=[measure("ก")])) == []
    (finding,) = found("F05", clean(layout="book"))
    assert (finding.severity, "แบบรูปเล่ม" in finding.message) == ("warning", True)


def test_f06_fires_on_an_empty_frame_for_the_qr_code() -> None:
    assert fields("F06", small_report(2566, "matrix", measures=[measure("ก")])) == ["eit_url"]


@pytest.mark.parametrize(
    "more", [{"eit_url": "https://itas.nacc.go.th/x"}, {"options": {"qr": False}}, {"layout": "annual"}]
)
def test_f06_is_silent_where_an_address_stands_or_no_frame_is_printed(more: dict[str, Any]) -> None:
    assert fields("F06", {**small_report(2566, "matrix", measures=[measure("ก")]), **more}) == []


FULL = {"method": ["ก"], "period": "ตลอดปี", "responsible": ["กองคลัง"], "summary": ["ข"]}


def test_f07_fires_once_on_columns_that_nobody_filled() -> None:
    data = small_report(2566, "matrix", measures=[measure(steps=[FULL, FULL])])
    (finding,) = found("F07", data)
    assert (finding.field, "“แนวทางการกำกับติดตาม”" in finding.message) == ("measures", True)


def test_f07_is_silent_where_one_cell_is_filled_or_the_column_is_not_printed() -> None:
    steps = [{**FULL, "monitoring": ["ค"]}, FULL]
    assert fields("F07", small_report(2566, "matrix", measures=[measure(steps=steps)])) == []
    assert fields("F07", small_report(2566, "annual", tables=False, measures=[measure(steps=[FULL])])) == [
        "measures"
    ]
    outcome = [{**FULL, "outcome": ["ง"]}]
    assert fields("F07", small_report(2566, "annual", tables=False, measures=[measure(steps=outcome)])) == []


def test_f08_fires_on_items_that_nobody_answered_in_the_book() -> None:
    rows = [{"no": no, "has_data": True, "published": True} for no in range(1, 44) if no not in (3, 5)]
    (finding,) = found("F08", small_report(2564, "book", o_items=rows))
    assert (finding.field, "ข้อ O3, ข้อ O5" in finding.message) == ("o_items", True)


def test_f08_fires_on_a_step_not_begun_that_prints_as_an_empty_row() -> None:
    steps = [FULL, {"method": ["ก"], "status": "not_started"}]
    data = small_report(2567, "annual", tables=False, measures=[measure(steps=steps)])
    assert fields("F08", data) == ["measures[0].steps[1].summary"]


def test_f08_is_silent_where_boxes_or_words_or_one_answer_show_it() -> None:
    steps = [FULL, {"method": ["ก"], "status": "not_started"}]
    assert fields("F08", small_report(2567, "matrix", measures=[measure(steps=steps)])) == []
    told = [FULL, {"method": ["ก"], "status": "not_started", "summary": ["ยังไม่ดำเนินการ"]}]
    assert fields("F08", small_report(2567, "annual", tables=False, measures=[measure(steps=told)])) == []
    rows = [{"no": no, "published": False} for no in range(1, 44)]
    assert fields("F08", small_report(2564, "book", o_items=rows)) == []


def test_f01_is_silent_on_the_result_of_what_is_not_begun() -> None:
    data = clean()
    data["o_items"][0] = {"no": 1, "responsible": ["กองคลัง"], "status": "not_started"}
    assert fields("F01", data) == []


def test_f01_is_silent_on_one_empty_step_among_filled_ones() -> None:
    data = clean()
    data["measures"][0]["steps"].append({"method": ["ก"]})
    assert fields("F01", data) == []


# -- F02 --------------------------------------------------------------------------------------------


def test_f02_fires_on_words_where_a_number_belongs_and_quotes_them() -> None:
    data = clean()
    data["measures"][0]["steps"][0]["percent"] = "ประมาณแปดสิบ"
    (finding,) = found("F02", data)
    assert (finding.field, finding.quote) == ("measures[0].steps[0].percent", "ประมาณแปดสิบ")


def test_f02_fires_on_two_ticks_and_on_words_in_a_box() -> None:
    data = clean()
    data["o_items"][0]["status"] = "in_progress+done"
    data["o_items"][1]["status"] = "done=เสร็จ"
    assert [(f.field, f.quote) for f in found("F02", data)] == [
        ("o_items[0].status", "☑"),
        ("o_items[1].status", "เสร็จ"),
    ]


def test_f02_fires_on_a_word_outside_the_list() -> None:
    data = clean(layout="แบบของเรา")
    assert fields("F02", data) == ["layout"]


def test_f02_is_silent_on_numbers_as_people_write_them() -> None:
    data = clean()
    for n, text in enumerate(["๑๐๐", "100%", " 80 ", "ร้อยละ 95"]):
        data["measures"][n]["steps"][0]["percent"] = text
    assert fields("F02", data) == []


def test_no_other_rule_speaks_of_a_cell_that_cannot_be_read() -> None:
    data = clean()
    data["assessment"]["score"] = "เก้าสิบ"
    assert [
        (f.code, f.field) for f in pipeline.check(load(data)).findings if f.field == "assessment.score"
    ] == [("F02", "assessment.score")]


# -- F04 --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("path", "value"),
    [("agency.kind", "องค์การมหาชน"), ("round", 9), ("options.boxes", 4), ("evidence[0].kind", "ใบเสร็จ")],
)
def test_f04_fires_on_a_value_pasted_over_a_list(path: str, value: object) -> None:
    data = clean()
    put(data, path, value)
    assert [(f.field, f.quote) for f in found("F04", data)] == [(path, str(value))]


def test_f04_is_silent_on_every_word_of_the_lists_and_on_empty_cells() -> None:
    for kind in LISTS["kinds"]:
        assert fields("F04", clean(agency={**clean()["agency"], "kind": kind})) == []
    assert fields("F04", clean(round=6, options={})) == []


# -- F03 --------------------------------------------------------------------------------------------


def with_formula(tmp_path: Path, formula: str) -> list[Finding]:
    path = form(small(), tmp_path / "form.xlsx")
    book = openpyxl.load_workbook(path)
    book["ข้อมูลหน่วยงาน"]["C6"] = formula
    book.save(path)
    return [
        finding for finding in pipeline.check(pipeline.read_form(path)).findings if finding.cell.ref == "C6"
    ]


def test_f03_fires_on_a_formula_in_an_entry_cell_and_shows_it(tmp_path: Path) -> None:
    (finding,) = with_formula(tmp_path, '="เทศบาล"&"ตำบล"')
    assert (finding.code, finding.field, finding.quote) == ("F03", "agency.name", '="เทศบาล"&"ตำบล"')


def test_f03_is_silent_on_text_that_begins_with_an_equals_sign(tmp_path: Path) -> None:
    path = form(small(agency={"name": "=1+1"}), tmp_path / "form.xlsx")
    assert "F03" not in {finding.code for finding in pipeline.check(pipeline.read_form(path)).findings}
