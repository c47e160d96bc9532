"""The rules that tick a box: each on a row it speaks of, and beside it on one it must not speak of."""

import datetime
import itertools
from pathlib import Path
from typing import Any

import pytest

from itaxl.case.dump import dump
from itaxl.case.load import load
from itaxl.catalog.form import GUIDE_SHEET
from itaxl.catalog.progress import PROMISE, RULES, as_of, chosen, decide, doubts, filled, judgements, ticks
from itaxl.model.records import Report
from tests import forms

DAY = datetime.date(2024, 9, 30)


def step(**fields: Any) -> Report:
    return load(forms.small(measures=[{"no": 1, "title": ["ก"], "steps": [fields]}]))


def item(**fields: Any) -> Report:
    return load(forms.small(o_items=[{"no": 7, **fields}]))


def said(report: Report) -> tuple[str, str] | None:
    """The rule that spoke, and the status it gave."""
    tick = next(iter(ticks(report)), None)
    return (tick.rule.code, tick.status) if tick else None


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"reason": "ไม่ได้รับงบประมาณ", "summary": ["จัดอบรม"]}, ("T1", "impossible")),
        ({"percent": 100, "summary": ["จัดอบรม"]}, ("T3", "done")),
        ({"percent": 80, "summary": ["จัดอบรมแล้ว"]}, ("T3", "in_progress")),
        ({"percent": 0.5, "outcome": ["จัดอบรม"]}, ("T3", "in_progress")),
        ({"percent": 0, "summary": ["เตรียมเอกสาร"]}, ("T3", "not_started")),
        ({"summary": ["ดำเนินการแล้ว 80%"]}, ("T3", "in_progress")),
        ({"summary": ["ดำเนินการครบถ้วน 100%"]}, ("T3", "done")),
        ({"summary": ["ยังไม่ได้ดำเนินการ"]}, ("T2", "not_started")),
        ({"summary": ["ยังมิได้จัดทำแผน"]}, ("T2", "not_started")),
        ({"summary": ["- ยังไม่มีการดำเนินการ เนื่องจากรอคำสั่ง"]}, ("T2", "not_started")),
        ({"summary": ["ยังไม่แล้วเสร็จ"]}, ("T2", "in_progress")),
        ({"summary": ["ยังไม่เสร็จ อยู่ในขั้นตอนตรวจรับ"]}, ("T2", "in_progress")),
        ({"summary": ["ดำเนินการบางส่วน"]}, ("T2", "in_progress")),
        ({"summary": ["1. อยู่ระหว่างจัดหาวิทยากร"]}, ("T2", "in_progress")),
        ({"summary": ["กำลังจัดทำคู่มือ"]}, ("T2", "in_progress")),
        ({"summary": ["การจัดทำคู่มือยังไม่แล้วเสร็จ"]}, ("T2", "in_progress")),
        ({"summary": ["ได้จัดทำคู่มือ", "ยังไม่ได้จัดอบรม"]}, ("T2", "in_progress")),
        ({"summary": ["ไม่สามารถดำเนินการได้เนื่องจากน้ำท่วม"]}, ("T2", "impossible")),
        ({"summary": ["จะจัดอบรมในเดือนหน้า"]}, ("T4", "not_started")),
        ({"summary": ["คาดว่าจะแล้วเสร็จในเดือนสิงหาคม"]}, ("T4", "in_progress")),
        ({"summary": ["อบรมเมื่อวันที่ 29 มกราคม 2567"]}, ("T5", "done")),
        ({"summary": ["อบรมเมื่อ 29 ม.ค. 67 และนัดติดตาม 15 ม.ค. 68"]}, ("T5", "done")),
        ({"outcome": ["มีผู้เข้าอบรม 40 คน"]}, ("T6", "done")),
        ({"summary": ["ไม่พบข้อร้องเรียน"]}, ("T6", "done")),
        ({"summary": ["ไม่มีการร้องเรียน"]}, ("T6", "done")),
    ],
)
def test_a_step_is_decided_by_the_first_rule_that_speaks(
    fields: dict[str, Any], expected: tuple[str, str]
) -> None:
    assert said(step(**fields)) == expected


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"progress": ["เผยแพร่แล้ว"]}, ("T6", "done")),
        ({"reason": "ไม่มีภารกิจ", "url": "https://www.example.go.th"}, ("T1", "impossible")),
    ],
)
def test_an_item_is_decided_by_the_first_rule_that_speaks(
    fields: dict[str, Any], expected: tuple[str, str]
) -> None:
    assert said(item(**fields)) == expected


@pytest.mark.parametrize(
    "report",
    [
        step(method=["จัดอบรม"], period="ต.ค. 66 - ก.ย. 67"),
        step(method=["จัดอบรม"], summary=["จัดอบรม"]),
        step(summary=["-"], outcome=["–"]),
        step(percent=120),
        step(percent=100),
        item(url="https://www.example.go.th"),
        item(published=True),
        item(responsible=["สำนักปลัด"]),
        item(published=False),
        item(has_data=False),
    ],
)
def test_a_row_that_tells_nothing_of_its_result_stays_unticked(report: Report) -> None:
    assert ticks(report) == []


def test_a_date_still_to_come_decides_only_within_the_year() -> None:
    paper = {"round": 6}
    steps = [{"summary": ["อบรมวันที่ 15 มิถุนายน 2567"]}, {"summary": ["อบรมวันที่ 15 มิถุนายน 2568"]}]
    report = load(forms.small(measures=[{"no": 1, "title": ["ก"], "steps": steps}], **paper))
    assert [(tick.rule.code, tick.status) for tick in ticks(report)] == [("T5", "in_progress")]


@pytest.mark.parametrize(
    "fields",
    [
        {"percent": 0, "summary": ["ได้จัดอบรมแล้ว"]},
        {"percent": 100, "summary": ["ยังไม่แล้วเสร็จ"]},
        {"percent": 60, "summary": ["ดำเนินการแล้วเสร็จ"]},
        {"summary": ["ดำเนินการครบถ้วน 80%"]},
        {"summary": ["ไม่สามารถดำเนินการได้"]},
        {"summary": ["โครงการอบรมยังไม่ได้ดำเนินการ"]},
        {"summary": ["อบรมวันที่ 5 มกราคม 2567 ส่วนโครงการที่สองไม่สามารถดำเนินการได้"]},
        {"method": ["จัดทำคู่มือการปฏิบัติงานของทุกกอง"], "summary": ["1. จัดทำคู่มือ การปฏิบัติงานของทุกกอง"]},
    ],
)
def test_a_row_that_contradicts_itself_or_only_hints_is_left_to_a_person(fields: dict[str, Any]) -> None:
    assert ticks(step(**fields)) == []


@pytest.mark.parametrize("words", ["จัดประชุมชี้แจงผู้ที่อยู่ระหว่างทดลองงาน", "ติดตามเรื่องที่ยังไม่ได้ดำเนินการจนครบ"])
def test_words_inside_a_sentence_do_not_decide(words: str) -> None:
    assert said(step(summary=[words])) == ("T6", "done")


@pytest.mark.parametrize("status", ["not_started", "in_progress", "done", "impossible"])
def test_a_choice_that_was_made_is_never_changed(status: str) -> None:
    report = step(status=status, percent=100, summary=["อยู่ระหว่างจัดซื้อ"], reason="รอ")
    assert ticks(report) == []
    assert filled(report) == report


def test_boxes_that_cannot_be_read_are_a_choice_too() -> None:
    report = step(status="in_progress+done", percent=100)
    assert chosen(report.measures[0])
    assert filled(report) == report


def test_a_choice_that_its_row_contradicts_is_doubted_by_firm_rules_only() -> None:
    assert [each.rule.code for each in doubts(step(status="done", percent=50, summary=["ก"]))] == ["T3"]
    assert doubts(step(status="in_progress", summary=["อบรมแล้ว"])) == []
    assert doubts(step(status="done", percent=100)) == []


def test_every_rule_speaks_in_some_row_above_and_tells_people_what_it_does() -> None:
    marks = [
        mark
        for test in (
            test_a_step_is_decided_by_the_first_rule_that_speaks,
            test_an_item_is_decided_by_the_first_rule_that_speaks,
        )
        for mark in test.pytestmark
    ]
    spoken = {expected[0] for _, expected in itertools.chain.from_iterable(mark.args[1] for mark in marks)}
    assert spoken == {rule.code for rule in RULES}
    assert all("→" in rule.says for rule in RULES)


# ---- the day ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("fields", "day"),
    [
        ({"data_date": "31 มีนาคม 2567", "report_date": "5 เมษายน 2567"}, datetime.date(2024, 3, 31)),
        ({"report_date": "๕ เมษายน ๒๕๖๗"}, datetime.date(2024, 4, 5)),
        ({"data_date": "สิ้นปี"}, datetime.date(2024, 9, 30)),
        ({"round": 6}, datetime.date(2024, 3, 31)),
        ({}, datetime.date(2024, 9, 30)),
    ],
)
def test_the_day_is_that_of_the_data(fields: dict[str, Any], day: datetime.date) -> None:
    assert as_of(load(forms.small(**fields))) == day


# ---- real reports ----------------------------------------------------------------------------------------------------


def test_the_rules_tick_as_the_officers_of_real_reports_did() -> None:
    """Each row that an officer ticked, asked again without the tick."""
    said = [each for case in forms.CASES for each in judgements(load(forms.case(case)))]
    answers = [
        (each.row.status, tick.status)
        for each in said
        if each.row.status is not None and (tick := decide(each))
    ]
    assert len(answers) >= 49  # a row that contradicts itself is left to a person
    assert [pair for pair in answers if pair[0] != pair[1]] == []


@pytest.mark.parametrize("case", forms.CASES)
def test_filling_changes_nothing_but_boxes(case: str) -> None:
    report = load(forms.case(case))
    before, after = dump(report), dump(filled(report))
    for part in ("measures", "indicators", "o_items"):
        for row in before.get(part, []) + after.get(part, []):
            for each in row.get("steps", [row]):
                each.pop("status", None)
    assert before == after


def test_the_rules_stand_on_the_form_for_people(tmp_path: Path) -> None:
    from openpyxl import load_workbook

    path = forms.form(forms.small(), tmp_path / "form.xlsx")
    texts = {str(cell.value) for row in load_workbook(path)[GUIDE_SHEET].iter_rows() for cell in row}
    assert {rule.says for rule in RULES} | {PROMISE} <= texts
