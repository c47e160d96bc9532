"""What goes where when a report is carried: by identity of the items, results never into a cell of another year."""

from __future__ import annotations

from typing import Any

import pytest

from itaxl import pipeline
from itaxl.case.load import load
from itaxl.errors import UsageError
from itaxl.model.records import ChangeRow, Report

BOTH = (
    "รวมข้อ “O11 แผนดำเนินงานและการใช้งบประมาณประจำปี” ของปี 2566 กับ "
    "“O12 รายงานการกำกับติดตามการดำเนินงานและการใช้งบประมาณประจำปี รอบ 6 เดือน” ของปี 2566"
)


def report(fiscal_year: int = 2566, **fields: Any) -> Report:
    return load({"format": "itaxl-report/1", "fiscal_year": fiscal_year, **fields})


def carried(year: int = 2567, **fields: Any) -> Report:
    return pipeline.carry(report(**fields), year).report


def changes(made: Report, topic: str) -> list[ChangeRow]:
    return [change for change in made.changes if change.topic == topic]


def test_an_item_keeps_its_text_under_its_new_number() -> None:
    made = carried(o_items=[{"no": 5, "responsible": ["สำนักปลัด"], "url": "https://www.a.go.th/5"}])
    assert made.o_items[3].responsible == ("สำนักปลัด",)
    assert made.o_items[3].url == "https://www.a.go.th/5"
    (change,) = changes(made, "เลขข้อเปลี่ยน")
    assert (change.before, change.after) == (("O5 ข้อมูลการติดต่อ",), ("O4 ข้อมูลการติดต่อ",))


def test_results_boxes_and_reasons_stand_beside_the_new_cells() -> None:
    row = {"no": 1, "status": "done", "progress": ["เผยแพร่แล้ว"], "has_data": True, "reason": "ล่าช้า"}
    made = carried(o_items=[row]).o_items[0]
    assert (made.status, made.progress, made.has_data, made.reason) == (None, (), None, "")
    assert made.previous == (
        "ปี 2566 O1 โครงสร้าง",
        "สถานะ: ☑ ดำเนินการแล้ว",
        "ความก้าวหน้าผลการดำเนินการ: เผยแพร่แล้ว",
        "เหตุผลที่ไม่สามารถดำเนินการได้: ล่าช้า",
        "มีข้อมูล: มี",
    )


def test_merged_items_are_a_hint_to_be_looked_at_again() -> None:
    rows = [
        {"no": 11, "responsible": ["สำนักปลัด"], "progress": ["แผนมีแล้ว"]},
        {"no": 12, "responsible": ["กองคลัง", "สำนักปลัด"], "progress": ["รายงานแล้ว"]},
    ]
    made = carried(o_items=rows)
    row = made.o_items[7]
    assert row.responsible == ("สำนักปลัด", "กองคลัง")
    assert row.previous[0] == f"โปรดทบทวน: {BOTH}"
    assert [change.note for change in changes(made, "ข้อที่ต้องทบทวน")] == [BOTH]


def test_two_links_for_one_cell_are_both_kept_beside_it() -> None:
    rows = [{"no": no, "url": f"https://www.a.go.th/{no}"} for no in (11, 12)]
    row = carried(o_items=rows).o_items[7]
    assert row.url == ""
    assert [line for line in row.previous if line.startswith("ลิงก์")] == [
        "ลิงก์ที่เผยแพร่: https://www.a.go.th/11",
        "ลิงก์ที่เผยแพร่: https://www.a.go.th/12",
    ]


def test_an_item_that_asks_for_another_year_now_is_to_be_looked_at_again() -> None:
    made = carried(o_items=[{"no": 35, "responsible": ["สำนักปลัด"]}])
    assert [change.after for change in changes(made, "ข้อที่ต้องทบทวน")] == [
        ("O31 รายงานผลการดำเนินการเพื่อจัดการความเสี่ยงการทุจริตและประพฤติมิชอบ ประจำปี",)
    ]


def test_a_ceased_item_stands_on_its_list_with_everything_typed() -> None:
    row = {
        "no": 6,
        "responsible": ["สำนักปลัด"],
        "status": "in_progress",
        "progress": ["ก", "ข"],
        "url": "https://www.a.go.th/6",
    }
    (ceased,) = carried(o_items=[row]).ceased
    assert (ceased.no, ceased.title, ceased.fiscal_year) == (6, "กฎหมายที่เกี่ยวข้อง", 2566)
    assert (ceased.responsible, ceased.status, ceased.progress) == (("สำนักปลัด",), "in_progress", ("ก", "ข"))


def test_a_ceased_item_that_comes_back_is_a_hint_and_no_longer_on_the_list() -> None:
    was = report(2567, ceased=[{"fiscal_year": 2566, "no": 1, "keys": ["org_structure"], "title": "โครงสร้าง", "responsible": ["กองช่าง"], "progress": ["ผังเดิม"]}])  # fmt: skip
    made = pipeline.carry(was, 2567).report
    assert made.ceased == ()
    assert made.o_items[0].responsible == ("กองช่าง",)
    assert made.o_items[0].previous[0].startswith("โปรดทบทวน: แบบเดิมไม่มีข้อนี้")
    assert "ความก้าวหน้าผลการดำเนินการ: ผังเดิม" in made.o_items[0].previous


def test_a_measure_is_carried_with_its_plan_and_without_its_result() -> None:
    step = {
        "method": ["อบรม"],
        "responsible": ["สำนักปลัด"],
        "period": "ต.ค. 65 - ก.ย. 66",
        "status": "done",
        "percent": "ประมาณแปดสิบ",
        "summary": ["อบรม 40 คน"],
        "outcome": ["พึงพอใจ"],
    }
    made = carried(measures=[{"no": 1, "title": ["แผนประจำปีงบประมาณ พ.ศ. 2566"], "steps": [step]}])
    (row,) = made.measures
    assert (row.no, row.title, row.method) == (1, ("แผนประจำปีงบประมาณ พ.ศ. 2567",), ("อบรม",))
    assert row.period == "ต.ค. 66 - ก.ย. 67"
    assert (row.status, row.percent, row.summary, row.outcome, row.unread) == (None, None, (), (), {})
    assert "ร้อยละ: ประมาณแปดสิบ" in row.previous
    assert [change.field for change in made.changes] == ["measures[0].title", "measures[0].steps[0].period"]


def test_a_period_of_another_year_stands_beside_the_empty_cell() -> None:
    step = {"method": ["อบรม"], "period": "ต.ค. 60 - ก.ย. 61"}
    (row,) = carried(measures=[{"no": 1, "title": ["ก"], "steps": [step]}]).measures
    assert row.period == ""
    assert "ระยะเวลาในการดำเนินการ: ต.ค. 60 - ก.ย. 61" in row.previous


def test_the_head_keeps_who_and_where_and_lists_what_was_of_the_old_year() -> None:
    made = carried(
        agency={"name": "เทศบาลตำบลท่าเรือ", "divisions": ["สำนักปลัด"]},
        assessment={"score": 91.5},
        report_date="31 ตุลาคม 2566",
        layout="matrix",
        signers=[{"name": "สมชาย ใจดี", "date": "1 พ.ย. 66"}],
    )
    assert (made.agency.name, made.agency.divisions) == ("เทศบาลตำบลท่าเรือ", ("สำนักปลัด",))
    assert made.paper.layout == "matrix"
    assert made.signers[0].name == "สมชาย ใจดี"
    assert (made.assessment.score, made.paper.report_date, made.signers[0].date) == (None, "", "")
    assert [(past.heading, past.text) for past in made.past] == [
        ("คะแนนรวม", ("91.5",)),
        ("วันที่ของรายงาน", ("31 ตุลาคม 2566",)),
        ("วันที่ลงนาม", ("1 พ.ย. 66",)),
    ]


def test_evidence_and_confirmations_of_the_old_year_are_on_the_list() -> None:
    made = carried(
        evidence=[{"of": "O1", "kind": "คำสั่ง", "ref": "12/2566"}],
        accepted=[{"code": "A01", "field": "agency.name", "text_hash": "x", "reason": "ร่วมจัดจริง"}],
    )
    assert (made.evidence, made.accepted) == ((), ())
    assert [(past.of, past.text) for past in made.past] == [
        ("O1", ("ชนิดหลักฐาน: คำสั่ง", "ที่/เลขที่: 12/2566")),
        ("A01 agency.name", ("ร่วมจัดจริง",)),
    ]


def test_what_has_no_room_in_one_cell_goes_onto_the_list() -> None:
    made = carried(o_items=[{"no": 1, "progress": ["ก" * 30_000], "reason": "ข" * 30_000}])
    assert made.o_items[0].previous[1].endswith("ก" * 30_000)
    assert [past.text for past in made.past] == [("ข" * 30_000,)]


def test_a_new_item_is_named_where_the_form_is_about_items() -> None:
    assert changes(carried(), "ข้อที่เพิ่มในปีนี้") == []
    made = carried(o_items=[{"no": 1, "responsible": ["ก"]}])
    assert [change.after[0].split()[0] for change in changes(made, "ข้อที่เพิ่มในปีนี้")] == ["O16", "O29"]


def test_a_year_that_came_before_is_refused() -> None:
    with pytest.raises(UsageError, match="มาก่อนไม่ได้"):
        pipeline.carry(report(2567), 2566)


def test_the_sentence_counts_changes_and_headings() -> None:
    rows = [{"no": no, "responsible": ["ก"]} for no in (5, 6, 7)]
    made = pipeline.carry(report(o_items=rows), 2567)
    assert made.sentence == "จากแบบปี 2566 เป็นแบบปี 2567: เปลี่ยน 5 ข้อ ใน 3 หัวข้อ"
    assert pipeline.carry(report(), 2567).sentence.endswith("ไม่มีข้อที่เปลี่ยน")
