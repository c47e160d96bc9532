"""Y: an item speaks of the year that is asked for, and no other year is left in the text."""

from __future__ import annotations

import pytest

from tests.rules.small_reports import (
    findings,
    hits,
    item,
    know_the_year,
    measure,
    of_item,
    of_measure,
    report,
)

# -- Y01: an item of another year, certain ------------------------------------------------------------


@pytest.mark.parametrize(
    ("no", "line", "quote"),
    [
        (32, "- จัดทำแผนป้องกันการทุจริตประจำปี พ.ศ. ๒๕๖๖ และเผยแพร่", "ประจำปี พ.ศ. ๒๕๖๖"),
        (18, "- แผนประจำปีงบประมาณ 2566 ประกาศใช้เมื่อวันที่ 24 ตุลาคม 2566", "ประจำปีงบประมาณ 2566"),
        (33, "- รายงานผลประจำปีงบประมาณ พ.ศ. 2567 แล้ว", "ประจำปีงบประมาณ พ.ศ. 2567"),
        (9, "- รายงานของปีงบประมาณ 2565", "ปีงบประมาณ 2565"),
    ],
)
def test_y01_fires_on_the_result_of_another_year(no: int, line: str, quote: str) -> None:
    assert of_item("Y01", no, line) == [quote]


def test_y01_fires_with_the_year_that_the_catalog_asks_for() -> None:
    (found,) = findings("Y01", report(o_items=[item(33, "- รายงานผลประจำปีงบประมาณ พ.ศ. 2565")]))
    assert (found.source, "ปี พ.ศ. 2566" in found.message) == ("O33/2567", True)


@pytest.mark.parametrize(
    ("no", "line"),
    [
        (32, "- แผนประจำปี พ.ศ. 2567"),
        (32, "- ทบทวนแผนประจำปี 2566 แล้วจัดทำแผนประจำปี 2567"),
        (32, "- แผนปฏิบัติการป้องกันการทุจริต (พ.ศ. 2566 - 2570)"),
        (33, "- รายงานผลประจำปีงบประมาณ พ.ศ. ๒๕๖๖"),  # an item of the year before
        (34, "- วิเคราะห์ผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. 2565"),  # the year of a result
        (35, "- รายงานผลตามมาตรการประจำปีงบประมาณ พ.ศ. 2567"),  # the report speaks of itself
        (15, "- ประกาศตามพระราชบัญญัติการจัดซื้อจัดจ้าง พ.ศ. 2560"),
        (1, "- โครงสร้างประจำปีงบประมาณ พ.ศ. 2565"),  # no year is asked for
        (21, "- อบรมตามแผนประจำปี 2566 เมื่อวันที่ 10 มกราคม 2567"),  # the day is of the year
        (21, "- คำสั่งที่ 12/2566"),
        (32, "- จัดทำแผนแล้ว"),
    ],
)
def test_y01_is_silent_on_the_right_year_and_on_years_of_other_things(no: int, line: str) -> None:
    assert of_item("Y01", no, line) == []


@pytest.mark.parametrize("status", [None, "not_started", "in_progress", "done"])
def test_y01_fires_whatever_box_is_ticked(status: str | None) -> None:
    assert of_item("Y01", 32, "- แผนประจำปี พ.ศ. 2566", status=status) == ["ประจำปี พ.ศ. 2566"]


@pytest.mark.parametrize("line", ["อยู่ระหว่างจัดทำแผนประจำปี พ.ศ. 2568", "จะจัดทำแผนประจำปี พ.ศ. 2568"])
def test_y01_is_silent_where_the_row_only_tells_of_work_to_come(line: str) -> None:
    assert of_item("Y01", 32, line, status="in_progress") == []


# -- Y02: in doubt ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("no", "line", "quote"),
    [
        (27, "- จัดวันต่อต้านคอร์รัปชัน ปี 2566", "ปี 2566"),  # the calendar year may begin the fiscal one
        (21, "- อบรมตามแผนประจำปี 2566 เมื่อวันที่ 10 มกราคม 2567", "ประจำปี 2566"),
        (32, "- แผนแม่บท (พ.ศ. 2561 - 2565)", "พ.ศ. 2561"),
        (7, "- แผน (พ.ศ. 2566 - 2570) ซึ่งครอบคลุมปี พ.ศ. 2568", "ปี พ.ศ. 2568"),
    ],
)
def test_y02_fires_on_a_year_that_may_be_wrong(no: int, line: str, quote: str) -> None:
    assert of_item("Y02", no, line) == [quote]


def test_y02_is_silent_where_the_year_is_right_or_certainly_wrong() -> None:
    assert of_item("Y02", 27, "- จัดวันต่อต้านคอร์รัปชัน ปี 2567") == []
    assert of_item("Y02", 32, "- แผนประจำปี พ.ศ. 2566") == []


# -- Y03, Y04 -----------------------------------------------------------------------------------------


def test_y03_fires_on_an_item_of_the_previous_year_that_names_none() -> None:
    assert of_item("Y03", 28, "- จัดทำรายงานผลตาม นโยบาย No Gift Policy พร้อมแสดงผล") == [
        "จัดทำรายงานผลตาม นโยบาย No"
    ]


@pytest.mark.parametrize(
    ("no", "line"),
    [
        (28, "- รายงานผลปี 2566"),
        (28, "- รายงานผลปีงบประมาณ ๖๖"),
        (28, "- รายงานผลของปีที่ผ่านมา"),
        (28, "- รายงานผล ณ วันที่ 30 ก.ย. 66"),
        (27, "- จัดกิจกรรม"),  # of this year
        (35, "- รายงานผลตามมาตรการ"),  # names its own year in its title
    ],
)
def test_y03_is_silent_where_a_year_is_named_or_none_is_needed(no: int, line: str) -> None:
    assert of_item("Y03", no, line) == []


@pytest.mark.parametrize(
    ("no", "line", "quote"),
    [
        (24, "- แสดงสถิติประจำเดือนบนเว็บไซต์ ปี 2566", "ประจำเดือน"),
        (7, "- จัดทำแผนพัฒนาหน่วยงาน ประจำปีงบประมาณ ๒๕๖๗", "ประจำปีงบประมาณ ๒๕๖๗"),
    ],
)
def test_y04_fires_on_a_shorter_span_than_the_item_asks_for(no: int, line: str, quote: str) -> None:
    assert of_item("Y04", no, line) == [quote]


@pytest.mark.parametrize(
    ("no", "line"),
    [(7, "- แผนพัฒนาท้องถิ่น (พ.ศ. 2566 - 2570)"), (24, "- สถิติทั้งปี 2566"), (5, "- ข่าวประจำเดือน ปี 2567")],
)
def test_y04_is_silent_on_the_span_that_is_asked_for(no: int, line: str) -> None:
    assert of_item("Y04", no, line) == []


def test_y04_is_silent_where_months_are_asked_for() -> None:
    assert of_item("Y04", 23, "- สรุปผลรายเดือน", year=2564) == []


# -- Y05 ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "quote"),
    [
        ("จัดโครงการอบรมคุณธรรม ประจำปีงบประมาณ พ.ศ. 2565", "ประจำปีงบประมาณ พ.ศ. 2565"),
        ("จัดโครงการอบรมคุณธรรม ประจำปี ๒๕๖๖", "ประจำปี ๒๕๖๖"),
        ("จัดประชุมประจำปี 2570", "ประจำปี 2570"),
    ],
)
def test_y05_fires_on_a_text_of_another_year(line: str, quote: str) -> None:
    assert of_measure("Y05", line) == [("summary", quote)]


def test_y05_fires_on_the_plan_too() -> None:
    assert of_measure("Y05", "จัดแล้ว", method=["จัดโครงการ ประจำปี 2566"]) == [("method", "ประจำปี 2566")]


@pytest.mark.parametrize(
    "line",
    [
        "จัดโครงการ ประจำปี 2567",
        "เทียบกับโครงการประจำปี 2566 ปี 2567 มีผู้เข้าร่วมมากขึ้น",
        "เผยแพร่รายงานผลการดำเนินงานประจำปีงบประมาณ พ.ศ. 2566",
        "จากผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. 2565",
        "จัดทำแผนการใช้จ่ายงบประมาณ ประจำปีงบประมาณ 2568",
        "ใช้แผนพัฒนาท้องถิ่น (พ.ศ. 2566 - 2570)",
        "เริ่มใช้ตั้งแต่ปี 2561",
    ],
)
def test_y05_is_silent_on_years_that_have_a_reason(line: str) -> None:
    assert of_measure("Y05", line) == []


# -- Y06 ----------------------------------------------------------------------------------------------


def test_y06_fires_on_a_result_or_a_round_of_a_strange_year() -> None:
    data = report(assessment={"fiscal_year": 2564}, ita_round=2567)
    assert hits("Y06", data) == [("assessment.fiscal_year", "2564"), ("ita_round", "2567")]


@pytest.mark.parametrize(
    ("year", "quoted", "round_"), [(2567, 2567, 2568), (2567, 2566, None), (2566, 2565, 2566)]
)
def test_y06_is_silent_on_the_three_years_that_belong_together(
    year: int, quoted: int, round_: int | None
) -> None:
    assert hits("Y06", report(year, assessment={"fiscal_year": quoted}, ita_round=round_)) == []


# -- Y07 ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "quote"),
    [
        ("จากผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. 2564 จึงเพิ่มบริการ", "ประจำปีงบประมาณ พ.ศ. 2564"),
        ("จากผลการประเมินคุณธรรมและความโปร่งใส ปี ๒๕๖๕", "ปี ๒๕๖๕"),
    ],
)
def test_y07_fires_on_a_result_of_neither_year(words: str, quote: str) -> None:
    assert of_measure("Y07", "ก", method=[words]) == [("method", quote)]


@pytest.mark.parametrize(
    "words",
    [
        "จากผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. 2566",
        "จากผลการประเมิน ITA ปี 2567",
        "แผนตามผลการประเมินความเสี่ยง ของโครงการในปี 2564",
        "เปรียบเทียบกับปี 2564",
    ],
)
def test_y07_is_silent_on_the_result_that_is_answered(words: str) -> None:
    assert of_measure("Y07", "ก", method=[words]) == []


def test_a_measure_of_the_year_is_not_taken_for_an_item() -> None:
    assert hits("Y01", report(measures=[measure("แผนประจำปี พ.ศ. 2566")])) == []


# -- how sure -----------------------------------------------------------------------------------------


def test_y01_only_doubts_unless_the_year_of_the_item_is_of_the_manual(own_years: None) -> None:
    data = report(o_items=[item(32, "- แผนประจำปี พ.ศ. 2566")])
    assert [found.severity for found in findings("Y01", data)] == ["warning"]
    know_the_year(2567, "ตามคู่มือ")
    assert [found.severity for found in findings("Y01", data)] == ["error"]
    for kind in ("อนุมาน", "พบที่หน่วยงาน", "ยกมาจากปีก่อน"):
        know_the_year(2567, kind)
        assert [found.severity for found in findings("Y01", data)] == ["warning"]


# -- figures of the year before -----------------------------------------------------------------------


@pytest.mark.parametrize(
    "line",
    [
        "ปีงบประมาณ พ.ศ. 2566 จัดเก็บภาษีได้ 2,000,000 บาท",
        "ในปีงบประมาณ พ.ศ. 2566 มีรายได้ 31,000,000 บาท",
        "รางวัลพระปกเกล้า ประจำปี 2566",
        "ได้รับรางวัลพระปกเกล้าทองคำ ประจำปี 2566",
    ],
)
def test_y05_is_silent_on_figures_and_awards_of_the_year_before(line: str) -> None:
    assert of_measure("Y05", line) == []


@pytest.mark.parametrize(
    "line",
    [
        "ปีงบประมาณ พ.ศ. 2566 จัดอบรมพนักงานแล้ว",
        "ปีงบประมาณ พ.ศ. 2566 จัดกิจกรรมให้ความรู้เรื่องภาษี",
        "ปีงบประมาณ พ.ศ. 2565 จัดเก็บภาษีได้ 2,000,000 บาท",
        "จัดพิธีไหว้ครู ประจำปี 2566",
    ],
)
def test_y05_fires_on_work_of_the_year_before_and_on_figures_of_older_years(line: str) -> None:
    assert len(of_measure("Y05", line)) == 1
