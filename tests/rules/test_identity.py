"""A: the own name in whole, the own divisions, and ordinances by the kind of agency."""

from __future__ import annotations

import pytest

from tests.rules.texts import AGENCY, of_text, places, report, said, step

KO = {"name": "เทศบาลตำบลก้อ", "kind": "เทศบาลตำบล", "tambon": "ก้อ", "amphoe": "ลี้", "province": "ลำพูน"}


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("เทศบาลตำบลก่อตั้ง ได้จัดทำคู่มือ", "เทศบาลตำบลก่อตั้ง"),
        ("ประกาศเทศบาลตำบลก๊อ เรื่อง นโยบาย", "เทศบาลตำบลก๊อ"),
        ("เทศบาลตำบลก้อก จัดประชุม", "เทศบาลตำบลก้อก"),
        ("เว็บไซต์ ทต.กอ", "ทต.กอ"),
        ("เทศบาลตำบลก้อก่อตั้ง ได้ให้ความสำคัญ", "เทศบาลตำบลก้อก่อตั้ง"),
    ],
)
def test_a12_fires_on_the_own_name_spoiled(text: str, quote: str) -> None:
    assert of_text("A12", text, **KO) == [quote]


@pytest.mark.parametrize(
    "text",
    [
        "เทศบาลตำบลก้อ ได้จัดทำคู่มือ",
        "เทศบาลตำบลก้อก่อตั้งเมื่อปี 2542",
        "เทศบาลตำบลก้อได้รับรางวัล",
        "เทศบาลตำบลก้อตั้งอยู่ หมู่ที่ 2",
        "เทศบาลตำบลก้อ ณ ห้องประชุม",
        "เทศบาลตำบลกู่กาสิงห์ ศึกษาดูงาน",
        "เทศบาลตำบลได้จัดทำ",
        "กองช่างเทศบาลตำบลก้อ",
        "เทศบาลตำบลกำหนดแนวทาง",
        "พระราชบัญญัติเทศบาล พ.ศ. 2496",
        "ชาวก้อทุ่งก่อไฟ",
    ],
)
def test_a12_is_silent_on_the_own_name_and_on_other_words(text: str) -> None:
    assert of_text("A12", text, **KO) == []


@pytest.mark.parametrize(
    "text", ["องค์การบริหารส่วนตำบลดงตะงาว ประกาศ", "องค์การบริหารส่วนตำบลดำเนินการ", "อบต.ดงตะงาวร่วมจัดงาน"]
)
def test_a12_is_silent_in_a_report_of_a_longer_name(text: str) -> None:
    assert of_text("A12", text) == []


def test_a13_fires_on_an_ordinance_of_another_kind() -> None:
    assert of_text("A13", "เทศบัญญัติงบประมาณรายจ่าย ประจำปี 2567") == ["เทศบัญญัติ"]
    assert of_text("A13", "ประกาศใช้ข้อบัญญัติงบประมาณรายจ่าย", **KO) == ["ข้อบัญญัติ"]
    assert of_text("A13", "ปฏิบัติตามเทศบัญญัติ และระเบียบ") == ["เทศบัญญัติ"]
    assert of_text("A04", "เทศบัญญัติงบประมาณรายจ่าย") == []
    assert of_text("A13", "ตราข้อบัญญัติ เรื่อง การจัดการขยะ", **KO) == ["ข้อบัญญัติ"]


@pytest.mark.parametrize(
    "text",
    [
        "เทศบัญญัติงบประมาณรายจ่าย ประจำปี 2567",
        "เผยแพร่ข้อบัญญัติ/เทศบัญญัติงบประมาณรายจ่าย",
        "เทศบัญญัติหรือข้อบัญญัติงบประมาณ",
        "การเข้าชื่อเสนอข้อบัญญัติท้องถิ่น พ.ศ. 2565",
        "กฎหมาย ระเบียบ และข้อบัญญัติที่เกี่ยวข้อง",
        "ข้อบัญญัติท้องถิ่นตามกฎหมายว่าด้วยการสาธารณสุข",
        "ข้อบัญญัติขององค์การบริหารส่วนจังหวัด",
        "บทบัญญัติเรื่องการมีส่วนร่วม",
        "ข้อบัญญัติกรุงเทพมหานคร เรื่อง ควบคุมอาคาร",
    ],
)
def test_a13_is_silent_on_the_own_ordinance_on_both_words_and_on_all_in_general(text: str) -> None:
    assert of_text("A13", text, **KO) == []


def test_a13_is_silent_in_a_city_of_its_own_law() -> None:
    pattaya = {"name": "เมืองพัทยา", "kind": "เมืองพัทยา", "tambon": "", "amphoe": "บางละมุง", "province": "ชลบุรี"}
    assert of_text("A13", "ข้อบัญญัติงบประมาณรายจ่าย", **pattaya) == []


LIST = {**AGENCY, "divisions": ["สำนักปลัด", "กองคลัง", "กองช่าง"]}


def test_a14_fires_once_on_a_division_that_the_list_does_not_have() -> None:
    rows = [step(responsible="กองการศึกษา"), step(responsible="1. สำนักปลัด\n2. กองการศึกษา")]
    assert places("A14", report(agency=LIST, measures=rows)) == [
        ("measures[0].steps[0].responsible", "กองการศึกษา")
    ]


def test_a14_fires_on_the_division_in_charge_and_shows_the_list() -> None:
    (found,) = said("A14", report(agency={**LIST, "division": "กองสวัสดิการสังคม"}))
    assert found.field == "agency.division"
    assert "กองช่าง" in found.message


@pytest.mark.parametrize(
    "responsible",
    [
        "สำนักปลัด กองคลัง",
        "สำนักปลัดองค์การบริหารส่วนตำบล",
        "สำนักปลัดฯ",
        "ทุกส่วนราชการ",
        "ทุกกอง",
        "กองทุนหลักประกันสุขภาพ",
        "สำนักงานท้องถิ่นจังหวัด",
        "หน่วยตรวจสอบภายใน",
        "ผู้อำนวยการกองช่าง",
        "งานพัสดุ กองคลัง",
        "กองช่าง/กองคลัง",
        "กองคลงั",  # a slip: another rule speaks
    ],
)
def test_a14_is_silent_on_the_own_divisions_in_any_form_and_on_other_offices(responsible: str) -> None:
    assert places("A14", report(agency=LIST, measures=[step(responsible=responsible)])) == []


def test_a14_is_silent_where_the_agency_gives_no_list() -> None:
    assert places("A14", report(measures=[step(responsible="กองการศึกษา")])) == []
