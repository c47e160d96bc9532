"""Every text of the old form stands in the new one or on its lists, and none twice: counted, over years and gaps."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from itaxl import pipeline
from itaxl.case.load import load
from itaxl.catalog.year_file import years
from itaxl.model.records import Report
from tests.carry.texts import counted, doubled, lost, refused
from tests.forms import CASES, case, sample_case
from tests.workbook.test_round_trip import CASE

KNOWN = (*years(), years()[-1] + 1)  # the last one without a manual
GAPS = (2564, 2567, 2569, 2570)


def rich(fiscal_year: int) -> Report:
    """A report of a year with something typed in every cell that its form has, each text its own."""
    data: dict[str, Any] = sample_case(mistakes=False)
    blank = load({"format": data["format"], "fiscal_year": fiscal_year})
    data["fiscal_year"] = fiscal_year
    data["o_items"] = [
        {
            "no": row.no,
            "responsible": [f"ส่วนราชการ {row.no}"],
            "status": "done",
            "progress": [f"- ผลของข้อที่ {row.no}", f"- อีกผลหนึ่งของข้อที่ {row.no}"],
            "reason": f"เหตุผล {row.no}",
            "no_data_reason": f"ไม่มี {row.no}",
            "unpublished_reason": f"ไม่เผยแพร่ {row.no}",
            "url": f"https://www.example.go.th/{row.no}",
            "previous": [f"เดิม {row.no}"],
        }
        for row in blank.o_items
    ]
    data["accepted"] = [
        {"code": "A01", "field": "o_items[2].progress", "text_hash": "0", "reason": "ร่วมจัดจริง"}
    ]
    return load(data)


def moved(report: Report, fiscal_year: int, folder: Path) -> Report:
    """The report carried, through a form on disk."""
    path = folder / f"{fiscal_year}.xlsx"
    path.write_bytes(pipeline.form(pipeline.carry(report, fiscal_year).report))
    return pipeline.read_form(path)


def check_hop(before: Report, after: Report) -> None:
    """A hop as it stands, and with every change taken back: what was moved on is there as it was on the list."""
    back = refused(after)
    assert lost(before, back) == []
    assert doubled(before, back) == []
    assert set(lost(before, after)) <= {line for change in after.changes for line in change.before}
    assert doubled(before, after) == []


@pytest.mark.parametrize("name", CASES)
def test_a_real_report_loses_nothing_on_any_way_forward(name: str, tmp_path: Path) -> None:
    report = load(case(name))
    for year in [each for each in KNOWN if each >= report.fiscal_year]:
        check_hop(report, pipeline.carry(report, year).report)
    check_hop(report, moved(report, KNOWN[-1], tmp_path))


@pytest.mark.parametrize("start", KNOWN)
def test_a_full_report_loses_nothing_on_any_way_forward(start: int) -> None:
    report = rich(start)
    assert len(counted(report)) > 400
    for year in [each for each in KNOWN if each > start]:
        check_hop(report, pipeline.carry(report, year).report)


@pytest.mark.parametrize("way", [KNOWN, GAPS], ids=["each year", "gaps"])
def test_a_full_report_loses_nothing_from_form_to_form(way: tuple[int, ...], tmp_path: Path) -> None:
    report = rich(way[0])
    for year in way[1:]:
        after = moved(report, year, tmp_path)
        check_hop(report, after)
        report = after


def test_a_planted_loss_and_a_planted_double_are_seen() -> None:
    before = rich(KNOWN[0])
    after = pipeline.carry(before, KNOWN[-1]).report
    assert lost(before, replace(after, past=after.past[1:])) != []
    assert doubled(before, replace(after, past=(*after.past, after.past[-1]))) != []


def test_a_form_lifted_within_its_year_keeps_every_cell() -> None:
    report = rich(2567)
    assert pipeline.carry(report, 2567).report == report


@given(CASE, st.sampled_from([each for each in KNOWN if each >= 2567]))
@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
def test_a_generated_report_loses_nothing(data: dict[str, Any], year: int) -> None:
    report = load({**data, "changes": []})
    after = pipeline.carry(report, year).report
    assert lost(report, refused(after)) == []
