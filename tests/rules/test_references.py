"""Y: items and indicators are called by the numbers of the report's own year."""

from __future__ import annotations

import pytest

from tests.rules.small_reports import findings, hits, know_the_year, measure, of_measure, report

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
    assert found.fix.startswith("ตรวจเลขข้อจากแบบของปีนี้ หากหมายถึงข้อของปีอื่นให้ระบุปีด้วย")


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
    assert found.fix.startswith("ปี 2566 ใช้ข้อ O21 หาก")


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


# -- borders ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("ตามข้อ O35", []),
        ("ตามข้อ O36", ["O36"]),
        ("ตามข้อ O0", ["O0"]),
        ("ตามข้อ O1", []),
        ("ตามข้อ o36", ["o36"]),
        ("ตามข้อ ○36", ["○36"]),
        ("ตามข้อ O-36", ["O-36"]),
        ("ตามข้อ O  36", []),
        ("ตามข้อ O100", ["O100"]),
        ("ตามข้อ O1000", []),
        ("ตามข้อ O36.5", []),
        ("ตามข้อ O36,000", []),
        ("ตามข้อ O36-40", []),
        ("ตามข้อ O36 - O40", ["O36", "O40"]),
        ("ตามข้อ O36/12", []),
        ("ตามข้อ O36A", []),
        ("ตามข้อ PO36", []),
        ("ข้อ 036", ["036"]),
        ("ข้อ036", ["036"]),
        ("ข้อ  036", ["036"]),
        ("ข้อ   036", []),
        ("ข้อ 0036", []),
        ("ข้อ 036.1", []),
        ("เลข 036", []),
    ],
)
def test_y31_fires_at_the_borders_of_what_a_reference_is(line: str, found: list[str]) -> None:
    assert [quote for _, quote in of_measure("Y31", line)] == found


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("O43 ปี 2566", 0),
        ("O44 ปี 2566", 1),
        ("O43 ของปีงบประมาณ พ.ศ. 2566", 0),
        ("O43 (ITA 2566)", 0),
        ("O43 ในปี 2566", 1),
        ("O43 ปี 2499", 1),
        ("O43 ปี 2599", 0),  # a year that nobody knows
        ("ปี 2566 ข้อ O43", 0),
        ("ปี 2566 ตามข้อ O43", 0),
        ("ปี 2566 รายงานข้อ O43", 1),
        ("พบ 2566 ข้อ O43", 1),
    ],
)
def test_y31_fires_unless_the_year_beside_the_number_has_the_item(line: str, found: int) -> None:
    assert len(of_measure("Y31", line)) == found


@pytest.mark.parametrize("key", ["note", "of"])
def test_y31_is_silent_in_cells_where_a_number_is_no_reference(key: str) -> None:
    assert hits("Y31", report(evidence=[{"kind": "คำสั่ง", key: "O36"}])) == []


def test_y31_fires_in_every_cell_of_words_and_names_the_last_item_of_the_year_meant() -> None:
    (found,) = findings("Y31", report(evidence=[{"kind": "คำสั่ง", "ref": "ตามข้อ O36"}]))
    assert (found.field, "O1 ถึง O35" in found.message, "ปี 2567" in found.message) == (
        "evidence[0].ref",
        True,
        True,
    )
    (other,) = findings("Y31", report(measures=[measure("ข้อ O44 ปี 2566")]))
    assert ("O1 ถึง O43" in other.message, "ปี 2566" in other.message) == (True, True)


def test_y31_fires_with_a_plain_fix_where_no_plan_or_report_is_meant_or_the_year_is_said() -> None:
    (bare,) = findings("Y31", report(measures=[measure("ตามข้อ O40")]))
    (dated,) = findings("Y31", report(measures=[measure("ตามข้อ O42/2567")]))
    assert bare.fix == dated.fix
    assert bare.fix.startswith("ตรวจเลขข้อจากแบบของปีนี้ หากหมายถึงข้อของปีอื่นให้ระบุปีด้วย")


TITLE = "สรุปผลการจัดซื้อจัดจ้างหรือการจัดหาพัสดุรายเดือน"  # O21 in 2566, O23 in the years before


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (TITLE[:11], 0),
        (TITLE[:12], 1),
        (f"{TITLE[:6]} {TITLE[6:12]}", 1),
        (f"ก{TITLE}", 0),
        (f"{TITLE} ปี 2564", 1),
        (f"ปี 2565 {TITLE}", 0),
        (f"ปี 2566 {TITLE}", 0),
        ("Q&A", 1),
        ("Q&", 0),
    ],
)
def test_y32_fires_where_enough_of_a_title_stands_behind_the_number(words: str, found: int) -> None:
    number = "O9" if words.startswith("Q") else "O23"
    assert len(of_measure("Y32", f"{number} {words}", year=2566)) == found


@pytest.mark.parametrize(("number", "found"), [("O21", 0), ("O22", 1), ("O43", 1), ("O44", 0)])
def test_y32_fires_only_where_the_year_has_the_number_and_means_another_item(number: str, found: int) -> None:
    assert len(of_measure("Y32", f"{number} {TITLE}", year=2566)) == found


def test_y32_fires_with_the_year_that_numbered_so_where_the_item_is_gone() -> None:
    (found,) = findings("Y32", report(2567, measures=[measure("O19 รายงานผลการใช้จ่ายงบประมาณประจำปี")]))
    assert found.message == "“O19” ไม่ใช่เลขของ “รายงานผลการใช้จ่ายงบประมาณประจำปี” ในปี 2567"


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("023 สรุปผลการจัดซื้อจัดจ้าง", 1),
        ("023สรุปผลการจัดซื้อจัดจ้าง", 1),
        ("023  สรุปผลการจัดซื้อจัดจ้าง", 0),
        ("x023 สรุปผลการจัดซื้อจัดจ้าง", 0),
        ("1023 สรุปผลการจัดซื้อจัดจ้าง", 0),
        ("ข้อ 023 สรุปผลการจัดซื้อจัดจ้าง", 1),
        ("ข้อ  023 สรุปผลการจัดซื้อจัดจ้าง", 1),
        ("๐๒๓ สรุปผลการจัดซื้อจัดจ้าง", 1),
    ],
)
def test_y32_fires_once_on_a_zero_for_the_letter(line: str, found: int) -> None:
    assert len(of_measure("Y32", line, year=2566)) == found


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("ตัวชี้วัดที่ 10", 0),
        ("ตัวชี้วัดที่ 11", 1),
        ("ตัวชี้วัดที่ 0", 1),
        ("ตัวชี้วัดที่ (11)", 1),
        ("ตัวชี้วัด 11", 1),
        ("ตัวชี้วัดที่ 111", 0),
        ("ตัวชี้วัดที่ 11,000", 0),
        ("ตัวชี้วัดที่ 11-12", 0),
        ("ตัวชี้วัดที่ 11/2567", 0),
        ("ตัวชี้วัดย่อยที่ 9.5", 0),
        ("ตัวชี้วัดย่อยที่ 9.6", 1),
        ("ตัวชี้วัดย่อยที่ 10.2", 0),
        ("ตัวชี้วัดย่อยที่ 10.3", 1),
        ("ตัวชี้วัดที่ 9.10", 1),
    ],
)
def test_y33_fires_at_the_borders_of_the_indicators(line: str, found: int) -> None:
    assert len(of_measure("Y33", line)) == found


@pytest.mark.parametrize(
    ("number", "found"), [("10", 0), ("๑๑", 1), (" 11 ", 1), ("11 ก", 0), ("9.6", 1), ("111", 0)]
)
def test_y33_fires_in_the_column_of_the_indicator_on_bare_numbers_only(number: str, found: int) -> None:
    assert len(hits("Y33", report(measures=[measure("ก", indicator=number)]))) == found


def test_y33_is_silent_on_evidence() -> None:
    assert hits("Y33", report(evidence=[{"kind": "คำสั่ง", "note": "ตัวชี้วัดที่ 12"}])) == []


# -- how sure -----------------------------------------------------------------------------------------


def test_y31_only_doubts_unless_every_number_of_the_year_is_of_its_manual(own_years: None) -> None:
    data = report(measures=[measure("ตามข้อ O44")])
    assert [found.severity for found in findings("Y31", data)] == ["warning"]
    know_the_year(2567, "ตามคู่มือ")
    assert [found.severity for found in findings("Y31", data)] == ["error"]
    for kind in ("อนุมาน", "พบที่หน่วยงาน", "ยกมาจากปีก่อน"):
        know_the_year(2567, kind)
        assert [found.severity for found in findings("Y31", data)] == ["warning"]


def test_y31_asks_the_year_beside_the_number_how_sure_it_is(own_years: None) -> None:
    know_the_year(2567, "ตามคู่มือ")
    (of_another,) = findings("Y31", report(measures=[measure("ข้อ O44 ปี 2566")]))
    assert of_another.severity == "warning"
