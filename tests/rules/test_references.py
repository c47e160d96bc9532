"""Y: items and indicators are called by the numbers of the report's own year."""

from __future__ import annotations

import pytest

from tests.rules.small_reports import findings, hits, measure, of_measure, report

# -- Y31 ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "quote"),
    [
        ("ตามมาตรการในข้อ O44", "O44"),
        ("ตามข้อ O๔๓", "O๔๓"),
        ("รายงานตาม O 36 แล้ว", "O 36"),
        ("ตามข้อ 042 ของแบบ OIT", "042"),
        ("ตามข้อ O42/2567", "O42"),
    ],
)
def test_y31_fires_on_a_number_that_the_year_does_not_have(line: str, quote: str) -> None:
    assert of_measure("Y31", line) == [("summary", quote)]


def test_y31_fires_with_the_number_of_this_year_where_the_plan_or_the_report_is_meant() -> None:
    fixes = [found.fix for found in findings("Y31", report(measures=[measure("ตามข้อ O42 และรายงานข้อ O43")]))]
    assert ["O34/2567" in fixes[0], "O28/2568" in fixes[1]] == [True, True]


def test_y31_names_no_item_of_a_round_that_is_not_known() -> None:
    (found,) = findings("Y31", report(2569, measures=[measure("รายงานข้อ O43")]))
    assert found.fix == "ตรวจเลขข้อจากแบบของปีนี้ หากหมายถึงข้อของปีอื่นให้ระบุปีด้วย"


@pytest.mark.parametrize("code", ["Y31", "Y32"])
def test_numbers_of_a_year_without_a_manual_are_not_judged(code: str) -> None:
    words = "ตามข้อ O43 และ O5 การบริหารและพัฒนาทรัพยากรบุคคล O12 ข้อมูลการติดต่อ"
    assert hits(code, report(2570, measures=[measure(words)])) == []


def test_y32_is_silent_on_the_number_of_the_round_that_the_report_answers() -> None:
    title = "รายงานผลการดำเนินการเพื่อส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน"
    assert of_measure("Y32", f"ตามข้อ O28 {title}") == []
    assert of_measure("Y32", f"ตามข้อ O27 {title}") == [("summary", "O27")]


@pytest.mark.parametrize(
    "line",
    [
        "ตามข้อ O35",
        "ตามข้อ O1 และ O๓๔",
        "ตามข้อ O42 ปี 2566",  # of a year that has it
        "ตามข้อ O42/2564 เดิม",
        "ปี พ.ศ. 2566 ข้อ O43",
        "ลดก๊าซ CO2 99 ตัน",
        "ข้อ 42 ของระเบียบ",
        "โทร. 038-451044",
        "https://www.example.go.th/O99",
        "e-mail o44@example.go.th",
    ],
)
def test_y31_is_silent_on_numbers_that_exist_and_on_what_is_no_item(line: str) -> None:
    assert of_measure("Y31", line) == []


def test_y31_is_silent_in_a_year_that_has_the_item() -> None:
    assert of_measure("Y31", "ตามข้อ O43", year=2566) == []


# -- Y32 ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("topic", "quote"),
    [
        ("038การ เสริมสร้าง วัฒนธรรม องค์กรตาม มาตรฐาน", "038"),
        ("O11 รายงานการกำกับติดตามการดำเนินงานประจำปี รอบ 6 เดือน", "O11"),
        ("ข้อ O๒๓ สรุปผลการจัดซื้อจัดจ้างหรือการจัดหาพัสดุรายเดือน", "O๒๓"),
    ],
)
def test_y32_fires_on_the_number_of_another_year(topic: str, quote: str) -> None:
    assert of_measure("Y32", "ก", year=2566, topic=topic) == [("topic", quote)]


def test_y32_fires_with_the_number_of_this_year() -> None:
    (found,) = findings("Y32", report(2566, measures=[measure("O23 สรุปผลการจัดซื้อจัดจ้างหรือการจัดหาพัสดุรายเดือน")]))
    assert found.fix == "ปี 2566 ใช้ข้อ O21"


@pytest.mark.parametrize(
    "line",
    [
        "O21 สรุปผลการจัดซื้อจัดจ้างหรือการจัดหาพัสดุรายเดือน",
        "O11",
        "O11 เผยแพร่แล้ว",
        "O11 รายงานการกำกับติดตามการดำเนินงานประจำปี รอบ 6 เดือน".replace("O11", "O11 ปี 2564"),
        "038 ครัวเรือน",
        "โทร. 038 451044",
        "O8 Q&A",
    ],
)
def test_y32_is_silent_on_the_right_number_and_on_words_that_are_no_title(line: str) -> None:
    assert of_measure("Y32", line, year=2566) == []


# -- Y33 ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "quote"), [("ตัวชี้วัดที่ 12 การให้บริการ", "ตัวชี้วัดที่ 12"), ("ตัวชี้วัดย่อยที่ ๙.๗", "ตัวชี้วัดย่อยที่ ๙.๗")]
)
def test_y33_fires_on_an_indicator_that_is_not_there(line: str, quote: str) -> None:
    assert of_measure("Y33", line) == [("summary", quote)]


def test_y33_fires_on_a_bare_number_in_the_column_of_the_indicator() -> None:
    assert hits("Y33", report(measures=[measure("ก", indicator="11"), measure("ข", indicator="9.1")])) == [
        ("measures[0].indicator", "11")
    ]


@pytest.mark.parametrize("line", ["ตัวชี้วัดที่ 10", "ตัวชี้วัดย่อยที่ 9.1", "ตัวชี้วัดที่ (๖)", "ตัวชี้วัด 5 ด้าน", "ตัวชี้วัด"])
def test_y33_is_silent_on_the_indicators_of_the_year(line: str) -> None:
    assert of_measure("Y33", line) == []
