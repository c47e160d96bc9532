"""Which rows make one measure: said once, and so in the case file, the findings and the paper alike."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from itaxl import pipeline
from itaxl.case.dump import dump
from itaxl.case.load import load
from itaxl.model.columns import columns
from itaxl.model.records import MeasureRow, Report
from itaxl.rules.context import Context
from tests.forms import Json, filled, reread, small
from tests.packages import parts

OWN: dict[str, Any] = {"no": 2, "instrument": "EIT", "indicator": "6", "topic": "หัวข้อ", "title": ("ชื่อ",)}
STRANGER: Json = {
    "instrument": "EIT",
    "topic": "การรับรู้ของผู้มาติดต่อ",
    "steps": [{"method": ["สอง"], "summary": ["ผลที่สอง"]}],
}


def stranger() -> Json:
    """A report whose second row names an instrument and a topic, but has neither number nor title."""
    steps = [{"method": ["ก"], "summary": ["ผลที่หนึ่ง"]}]
    return small(
        layout="matrix",
        measures=[{"no": 1, "instrument": "IIT", "title": ["หนึ่ง"], "steps": steps}, STRANGER],
    )


def test_the_cells_of_a_measure_are_those_that_are_tried_here() -> None:
    assert {column.key for column in columns(MeasureRow) if column.outer} == OWN.keys()


@pytest.mark.parametrize("key", OWN)
def test_any_cell_of_a_measure_opens_one(key: str) -> None:
    assert replace(MeasureRow(), **{key: OWN[key]}).opens_measure


@pytest.mark.parametrize("key", OWN)
def test_a_cell_of_a_measure_that_cannot_be_read_opens_one(key: str) -> None:
    assert MeasureRow(unread={key: "?"}).opens_measure


@pytest.mark.parametrize("key", [column.key for column in columns(MeasureRow) if not column.outer])
def test_a_cell_of_a_step_opens_no_measure(key: str) -> None:
    assert not MeasureRow(unread={key: "?"}).opens_measure


def test_steps_go_on_until_the_next_measure() -> None:
    rows = (MeasureRow(), MeasureRow(no=1), MeasureRow(), MeasureRow(title=("ก",)), MeasureRow(no=2))
    assert [len(steps) for steps in Report(2567, measures=rows).steps_by_measure] == [1, 2, 1, 1]


def test_a_measure_without_number_and_title_comes_back(tmp_path: Path) -> None:
    assert filled(dump(load(stranger()))) == filled(dump(reread(stranger(), tmp_path))) == filled(stranger())


def test_paths_in_the_case_are_those_of_the_form(tmp_path: Path) -> None:
    data = small(measures=[{"no": 1, "steps": [{"method": ["ก"]}]}, {"steps": [{"method": ["ข"]}]}, STRANGER])
    paths = ["measures[0].steps[0]", "measures[0].steps[1]", "measures[1].steps[0]"]
    for report in (load(data), reread(data, tmp_path)):
        assert [row.at.path for row in report.measures] == paths
        assert report.measures[2].at.field("topic", outer=True) == "measures[1].topic"


def test_rules_see_a_measure_of_its_own_and_miss_its_title() -> None:
    report = load(stranger())
    assert [len(steps) for steps in Context(report).measures] == [1, 1]
    (found,) = (each for each in pipeline.check(report).findings if each.field == "measures[1].title")
    assert (found.code, found.severity) == ("F01", "error")
    assert "ขั้นตอนของมาตรการข้างบน" in found.fix


def test_the_matrix_prints_its_result_under_its_own_instrument() -> None:
    body = parts(pipeline.paper(load(stranger())).docx)["word/document.xml"].decode()
    places = [body.index(text) for text in ("ผลที่หนึ่ง", "ตัวชี้วัดการประเมิน EIT", "การรับรู้ของผู้มาติดต่อ", "ผลที่สอง")]
    assert places == sorted(places)
