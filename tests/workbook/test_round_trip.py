"""dump(load(x)) is x: through a real form on disk, for the real reports and for generated ones."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from itaxl import pipeline
from itaxl.case.dump import dump
from itaxl.case.load import load
from itaxl.catalog.form import AGENCY_SHEET
from itaxl.catalog.year_file import year
from itaxl.errors import InputError
from itaxl.model.columns import Column, Kind, columns
from itaxl.model.records import (
    Acceptance,
    Agency,
    Assessment,
    CeasedRow,
    ChangeRow,
    Evidence,
    Front,
    IndicatorRow,
    MeasureRow,
    OItemRow,
    Options,
    Paper,
    PastRow,
    Plan,
    Signer,
)
from itaxl.workbook.build import plain_form
from itaxl.workbook.read import read
from itaxl.workbook.sheets import Sheets
from tests.forms import CASES, case, filled, form_bytes, replained, reread, small
from tests.packages import repacked, sheet_part


@pytest.mark.parametrize("name", CASES)
def test_a_real_report_comes_back_as_it_went_in(name: str, tmp_path: Path) -> None:
    assert filled(dump(reread(case(name), tmp_path))) == filled(case(name))


@pytest.mark.parametrize("name", CASES)
def test_a_form_that_is_not_made_holds_each_cell_where_the_made_one_does(name: str, tmp_path: Path) -> None:
    report = load(case(name))
    report = replace(report, measures=(*report.measures[:1], MeasureRow(), *report.measures[1:]))
    plain = read(plain_form(year(report.fiscal_year), report))
    path = tmp_path / "form.xlsx"
    path.write_bytes(pipeline.form(report))
    made = pipeline.read_form(path)
    assert plain == made
    assert [each.at for each in plain.records()] == [each.at for each in made.records()]
    assert plain.starts == made.starts


EXACT = ["- จัดทำ", "=SUM(A1)", "+1", "@x", "๑๒๓", " หน้า", "หลัง ", "a\tb", "'quote", "_x0041_", "\x0bsoft", "#N/A", "9.10", "TRUE",
         "1E5", "ต.ค. 66", "นํ้า", "x\u200by", "\u00a0", "<b>&amp;</b>", "ก" * 32_767, "a\x00b", "_x005F_x0041_", "😀", "_xFFFF_"]  # fmt: skip


@pytest.mark.parametrize("text", EXACT, ids=range(len(EXACT)))
def test_text_is_kept_exactly_as_typed(text: str, tmp_path: Path) -> None:
    data = small(o_items=[{"no": 3, "progress": [text], "url": text}], agency={"name": text})
    assert filled(dump(reread(data, tmp_path))) == filled(data)


def test_a_carriage_return_in_a_text_is_kept(tmp_path: Path) -> None:
    data = small(agency={"name": "a\r\nb"})
    assert filled(dump(reread(data, tmp_path))) == data


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("percent", "ประมาณแปดสิบ"),
        ("status", "in_progress+done"),
        ("status", "done=เสร็จ+แล้ว 100%"),
        ("percent", 250),
        ("percent", -1),
    ],
)
def test_what_cannot_be_read_comes_back_as_it_was_typed(field: str, value: object, tmp_path: Path) -> None:
    data = small(measures=[{"title": ["ก"], "steps": [{field: value}]}])
    encoded = "done=เสร็จ%2Bแล้ว 100%25" if value == "done=เสร็จ+แล้ว 100%" else value
    data["measures"][0]["steps"][0][field] = encoded
    assert filled(dump(reread(data, tmp_path))) == filled(data)


def test_empty_cells_are_left_out_of_the_dump(tmp_path: Path) -> None:
    data = small(agency={"name": "", "divisions": []}, measures=[], o_items=[{"no": 1, "progress": []}])
    assert filled(dump(reread(data, tmp_path))) == small()


def test_a_step_without_a_measure_of_its_own_continues_the_one_above(tmp_path: Path) -> None:
    steps = [{"method": ["หนึ่ง"]}, {"method": ["สอง"]}]
    data = small(measures=[{"no": 1, "title": ["ก"], "steps": steps[:1]}, {"steps": steps[1:]}])
    assert dump(reread(data, tmp_path))["measures"] == [{"no": 1, "title": ["ก"], "steps": steps}]


# -- generated reports ------------------------------------------------------------------------------

_LETTERS = st.characters(blacklist_categories=["Cs"], blacklist_characters="\n\r\ufffe\uffff")
_LINE = st.text(_LETTERS, min_size=1, max_size=12).filter(lambda line: line.strip(" ☐"))
_NUMBER = st.one_of(st.integers(-5, 200), st.decimals(0, 100, places=2).map(float))


def _value(column: Column) -> st.SearchStrategy[Any]:
    if column.count > 1:
        return st.lists(_NUMBER, max_size=column.count)
    if column.choices and column.kind is not Kind.WHOLE:
        return st.sampled_from([value for value, _ in column.choices])
    kinds: dict[Kind, st.SearchStrategy[Any]] = {
        Kind.TEXT: _LINE,
        Kind.LINES: st.lists(_LINE, max_size=3),
        Kind.WHOLE: st.integers(0, 3000),
        Kind.NUMBER: _NUMBER,
    }
    return kinds[column.kind]


def _record(kind: type, *without: str) -> st.SearchStrategy[dict[str, Any]]:
    wanted = {column.key: _value(column) for column in columns(kind) if column.key not in without}
    return st.fixed_dictionaries({}, optional=wanted)


def _table(kind: type) -> st.SearchStrategy[list[dict[str, Any]]]:
    return st.lists(_record(kind).filter(lambda record: filled(record) != {}), max_size=3)


_OUTER = [column.key for column in columns(MeasureRow) if column.outer]
_STEP = _record(MeasureRow, *_OUTER).filter(lambda record: filled(record) != {})
_MEASURE = st.builds(
    lambda title, own, steps: {**own, "title": [title], "steps": steps},
    _LINE,
    _record(MeasureRow, "title", *[c.key for c in columns(MeasureRow) if not c.outer]),
    st.lists(_STEP, max_size=3),
)


def _numbered(kind: type, last: int) -> st.SearchStrategy[list[dict[str, Any]]]:
    return st.dictionaries(st.integers(1, last), _record(kind, "no"), max_size=3).map(
        lambda rows: [{"no": no, **rows[no]} for no in sorted(rows) if filled(rows[no]) != {}]
    )


CASE = st.builds(
    lambda paper, **rest: small(**paper, **rest),
    _record(Paper),
    agency=_record(Agency),
    assessment=_record(Assessment),
    options=_record(Options),
    plan=_record(Plan),
    front=_record(Front),
    signers=_table(Signer),
    measures=st.lists(_MEASURE, max_size=3),
    indicators=_numbered(IndicatorRow, 8),
    o_items=_numbered(OItemRow, 35),
    evidence=_table(Evidence),
    accepted=_table(Acceptance),
    changes=_table(ChangeRow),
    past=_table(PastRow),
    ceased=_table(CeasedRow),
)


@given(CASE)
@settings(max_examples=5, suppress_health_check=[HealthCheck.too_slow])
def test_a_generated_report_comes_back_as_it_went_in(data: dict[str, Any]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        assert filled(dump(reread(data, Path(folder)))) == filled(data)


@given(CASE)
@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
def test_a_generated_report_comes_back_through_the_cells_of_a_form(data: dict[str, Any]) -> None:
    assert filled(dump(replained(data))) == filled(data)


@given(CASE)
@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow])
def test_case_data_comes_back_without_a_form(data: dict[str, Any]) -> None:
    assert filled(dump(load(data))) == filled(data)


# -- whatever a cell can hold -------------------------------------------------------------------------

_ANY = st.characters(blacklist_categories=["Cs"], blacklist_characters="\ufffe\uffff")
_CELL = st.text(_ANY, max_size=8) | st.sampled_from(
    [
        "annual",
        "IIT",
        "☑",
        "☐",
        "done",
        "=1+1",
        "1e5",
        "5%",
        "๙.๕",
        "a\r\nb",
        "\r",
        "_x000D_",
        "ใช่",
        "TRUE",
    ]
)


@given(st.data())
@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
def test_what_a_form_gives_is_taken_again(data: st.DataObject) -> None:
    plain = plain_form(year(2567), load(small(measures=[{"no": 1}, {"no": 2}], evidence=[{"of": "M1"}])))
    rows = {name: [list(row) for row in each] for name, each in plain.rows.items() if len(each) > 4}
    for _ in range(10):
        sheet = rows[data.draw(st.sampled_from(sorted(rows)))]
        row = data.draw(st.integers(4, len(sheet) - 1))
        sheet[row][data.draw(st.integers(2, len(sheet[row]) - 1))] = data.draw(_CELL)
    report = read(Sheets({**plain.rows, **rows}))
    case_data = dump(report)
    assert dump(load(case_data)) == case_data
    assert [each.unread for each in load(case_data).records()] == [each.unread for each in report.records()]


def altered(folder: Path, old: str, new: str) -> Path:
    """A form whose agency's name is written otherwise in the XML."""
    form = form_bytes(small(agency={"name": old}))
    edit = {
        sheet_part(form, AGENCY_SHEET): lambda part: part.replace(f">{old}<".encode(), f">{new}<".encode())
    }
    path = folder / "form.xlsx"
    path.write_bytes(repacked(form, edit))
    return path


def test_a_cell_that_excel_could_not_hold_is_refused_by_its_place(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"“ข้อมูลหน่วยงาน” ช่อง C\d+ ยาวเกิน 32,767"):
        pipeline.read_form(altered(tmp_path, "mark", "ก" * 32_768))


def test_what_is_no_character_is_read_as_one_that_cannot_be_read(tmp_path: Path) -> None:
    report = pipeline.read_form(altered(tmp_path, "mark", "ก\uffffค"))
    assert report.agency.name == "ก\ufffdค"
    assert load(dump(report)).agency == report.agency
