"""What `fill` ticks and what `check` says are one judgement: no tick is contradicted, and no tick hides an error."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from itaxl.case.load import load
from itaxl.catalog.progress import filled
from itaxl.model.findings import Finding, Severity
from itaxl.rules.context import Context
from itaxl.rules.mechanism import run
from tests import forms
from tests.rules.small_reports import indicator, item, measure, report
from tests.thai.test_aspect import NONE, OPENING, WITHIN

LINES = [
    *(line for line, _ in OPENING),
    *(line for line, _ in WITHIN),
    *NONE,
    "ดำเนินการแล้ว 80%",
    "ดำเนินการครบถ้วน 100%",
    "จัดอบรมเมื่อวันที่ 16 กุมภาพันธ์ 2567",
    "จัดอบรมเมื่อวันที่ 16 กุมภาพันธ์ 2568",
    "กำหนดจัดอบรมวันที่ 5 มกราคม 2568",
    "แผนปฏิบัติการ ประจำปี พ.ศ. 2565",
    "จัดทำคู่มือการปฏิบัติงานของทุกส่วนราชการในสังกัด",
]
MISSING = {"S02"}  # what a tick is there to mend
OF_THE_TICK = {"S01", "S05", "S06"}


def _errors(data: Any) -> set[tuple[str, str, str]]:
    return {
        (each.code, each.field, each.quote)
        for each in run(Context(data))
        if each.severity is Severity.ERROR and each.code not in MISSING
    }


def _of_the_tick(data: Any) -> list[Finding]:
    return [each for each in run(Context(data)) if each.code in OF_THE_TICK]


texts = st.lists(st.sampled_from(LINES), max_size=3)


@st.composite
def reports(draw: st.DrawFn) -> Any:
    """A report of one measure, one indicator and two items whose rows nobody ticked."""
    step = {
        "method": draw(texts),
        "summary": draw(texts),
        "outcome": draw(texts),
        "percent": draw(st.sampled_from([None, 0, 40, 100])),
        "reason": draw(st.sampled_from(["", "ไม่ได้รับจัดสรรงบประมาณ"])),
    }
    items = [item(no, *draw(texts), status=None, published=draw(st.booleans())) for no in (8, 32)]
    return load(
        report(
            2567,
            draw(st.sampled_from(["annual", "matrix", "book"])),
            measures=[measure(steps=[step])],
            indicators=[indicator(1, *draw(texts), status=None)],
            o_items=items,
        )
    )


@given(reports())
@settings(max_examples=60, deadline=None)
def test_no_tick_that_fill_makes_is_reported_and_none_hides_an_error(data: Any) -> None:
    ticked = filled(data)
    before = {(each.code, each.field) for each in _of_the_tick(data)}
    assert [each for each in _of_the_tick(ticked) if (each.code, each.field) not in before] == []
    assert _errors(ticked) >= _errors(data)


@pytest.mark.parametrize("case", forms.CASES)
def test_filling_a_real_report_hides_no_error(case: str) -> None:
    data = load(forms.case(case))
    assert _errors(filled(data)) >= _errors(data)
