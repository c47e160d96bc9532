"""W: lists are numbered in order, no word stands twice, letters are whole."""

from __future__ import annotations

import pytest

from tests.rules.texts import of_text, places, repaired, report, said, step

# ---- numbering -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("1.แต่งตั้ง\n2.ประกาศ\n3.จัดทำ\n3.รายงานผู้บริหาร", "3.รายงานผู้บริหาร"),
        ("๑. แต่งตั้ง\n๒. ประกาศ\n๔. รายงาน", "๔. รายงาน"),
        ("1) ก่อน\n2) หลัง\n2) อีก", "2) อีก"),
    ],
)
def test_w01_fires_on_a_number_that_stands_twice_or_is_skipped(text: str, quote: str) -> None:
    assert of_text("W01", text) == [quote]


def test_w01_mends_what_stands_twice_and_leaves_a_gap_to_the_officer() -> None:
    assert repaired("W01", "๑. ก่อน\n๒. หลัง\n๒. อีก\n๓. ท้าย") == ["๑. ก่อน\n๒. หลัง\n๓. อีก\n๔. ท้าย"]
    assert repaired("W01", "1. ก่อน\n3. หลัง") == []


@pytest.mark.parametrize(
    "text",
    [
        "1 จัดตั้งคณะทำงาน 2 ประชุมคณะทำงาน\n3.รายงานผล",
        "1. ก่อน\n2. หลัง\n1. รายการใหม่\n2. ต่อไป",
        "1. ผู้เข้าร่วม\n30 คน\n2. ผล",
        "1. คู่มือ\n- ขอยืม\n2. คำสั่ง",
        "1. ตัวชี้วัดที่ 9.1 ข้อมูล\n2. ตัวชี้วัดที่ 10.2 ข้อมูล",
        "15 มกราคม 2567 ประชุม\n20 มีนาคม 2567 ประชุม",
        "3. ขั้นตอนที่ต่อจากแถวก่อน\n4. ถัดไป",
    ],
)
def test_w01_is_silent_on_lists_in_order_and_on_counted_things(text: str) -> None:
    assert of_text("W01", text) == []


def test_w02_fires_once_a_report_on_a_lone_number_and_on_a_lone_sub_number() -> None:
    steps = [step(summary="๑.ประชุมบุคลากร"), step(summary="๑. อบรม"), step(summary="๓.๑ระบบยื่นคำร้อง")]
    found = places("W02", report(measures=steps))
    assert [(field[9], quote[:4]) for field, quote in found] == [("2", "๓.๑ร"), ("0", "๑.ปร")]


@pytest.mark.parametrize("text", ["๑. ก่อน\n๒. หลัง", "๓.๑ ก่อน\n๓.๒ หลัง", "จัดอบรม 1 ครั้ง", "1 ครั้ง"])
def test_w02_is_silent_on_lists_and_counts(text: str) -> None:
    assert of_text("W02", text) == []


@pytest.mark.parametrize("text", ["1 จัดตั้ง 2 ประชุม\n3.รายงานผล", "ครบถ้วน 1มีคู่มือ 2มีการแสดง"])
def test_w03_fires_on_numbers_with_and_without_a_stop(text: str) -> None:
    assert len(of_text("W03", text)) == 1


@pytest.mark.parametrize("text", ["1. จัดตั้ง\n2. ประชุม", "1 จัดตั้ง\n2 ประชุม", "1.จัดตั้ง 30 คน\n2.ประชุม"])
def test_w03_is_silent_on_one_style(text: str) -> None:
    assert of_text("W03", text) == []


# ---- words twice -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("จัดทำแผนแผนงาน", "แผนแผน"),
        ("คืบหน้าของการการดำเนินการ", "การการ"),
        ("มีประกาศประกาศใช้แผน", "ประกาศประกาศ"),
        ("คู่มือการดำเนินการการร้องเรียน", "การการ"),
        ("เผยแพร่ผ่านเว็บไซต์เว็บไซต์", "เว็บไซต์เว็บไซต์"),
        ("จัดทำ จัดทำคู่มือ", "จัดทำ จัดทำ"),
        ("หน่วยงานหน่วยงานอื่น", "หน่วยงานหน่วยงาน"),
    ],
)
def test_w04_fires_on_a_word_that_stands_twice(text: str, quote: str) -> None:
    assert of_text("W04", text) == [quote]


def test_w04_repairs_all_of_a_cell_but_not_where_a_word_may_be_lost() -> None:
    assert set(repaired("W04", "ของการการดำเนิน\nแผนแผนงาน")) == {"ของการดำเนิน\nแผนงาน"}
    assert repaired("W04", "คู่มือการดำเนินการการร้องเรียน") == []


@pytest.mark.parametrize(
    "text",
    [
        "ในหน้าที่ที่รับผิดชอบ", "รายการการจัดซื้อจัดจ้าง", "ที่ดำเนินการ การสรุปผล", "มาตรการการส่งเสริม", "การให้บริการการเปิดเผยข้อมูล",
        "จำนวนเรื่อง เรื่องที่ดำเนินการ", "การจัดการการเงิน", "ต่าง ๆ นานา", "ส่วนได้ส่วนเสีย", "พนักงานงานทะเบียน", "รายได้ได้ตามเป้า",
        "หมู่บ้านบ้านดง", "คณะกรรมการการเลือกตั้ง", "ช่องทางทางโทรศัพท์", "มีส่วนร่วมร่วมคิด", "เทศบาลเมืองเมืองปัก", "ผลผลิตทางการเกษตร",
        "สถานที่ที่กำหนด", "มากมาก", "ข้าราชการการเมือง",
    ],
)  # fmt: skip
def test_w04_is_silent_on_the_seam_of_two_words(text: str) -> None:
    assert of_text("W04", text) == []


# ---- letters ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("Line , ปร ะ ก า ศ ประชาสัมพันธ์", "ปร ะ ก า ศ"),
        ("ได้จัดท าแผน", "ได้จัดท าแผน"),
        ("ประกาศราคาากลาง", "กาศราคาากลาง"),
    ],
)
def test_w05_fires_on_letters_apart_lost_and_doubled(text: str, quote: str) -> None:
    assert of_text("W05", text) == [quote]


@pytest.mark.parametrize("text", ["พ. ศ. 2567", "ดำเนินการ ก ข ค", "ประสิทธิ ภาพ การ", "มาตรา ๙", "ต่าง ๆ"])
def test_w05_is_silent_on_stray_spaces_between_syllables(text: str) -> None:
    assert of_text("W05", text) == []


def test_w06_fires_and_mends_marks_and_invisible_characters() -> None:
    assert of_text("W06", "นํ้าประปา เเละ") == ["นํ้าประปา"]
    assert repaired("W06", "นํ้าประปา เเละไฟฟ้า") == ["น้ำประปา และไฟฟ้า"]
    assert repaired("W06", "จัดทำ\u200eแผน") == ["จัดทำแผน"]


def test_w06_fires_on_what_prints_a_box_though_nothing_can_mend_it() -> None:
    assert len(of_text("W06", "จัดทำแผน\ufffdงาน")) == 1


@pytest.mark.parametrize("text", ["จัดทำ\u00a0แผน", "จัดทำ  แผน ", "จัดทำ\tแผน", "จัดทำ\u200bแผน", "น้ำประปา และ"])
def test_w06_is_silent_on_spaces_of_any_kind(text: str) -> None:
    assert of_text("W06", text) == []


def test_w07_fires_once_a_report_on_a_month_without_its_second_stop() -> None:
    steps = [step(period="ม.ค.- มี.ค พ.ศ.2566"), step(period="ม.ค- มี.ค 66")]
    assert places("W07", report(measures=steps)) == [("measures[0].steps[0].period", "มี.ค")]


@pytest.mark.parametrize("text", ["ม.ค. - มี.ค. 2567", "มีนาคม 2567", "อ.เมือง จ.สระบุรี", "ก.คลัง"])
def test_w07_is_silent_on_whole_abbreviations(text: str) -> None:
    assert of_text("W07", text) == []


def test_the_words_of_a_finding_are_typed_in_the_cell() -> None:
    text = "๑. ก่อน\n๑. แผนแผนงาน ปร ะ ก า ศ\nราคาากลาง นํ้า"
    for code in ("W01", "W04", "W05", "W06"):
        assert all(each.quote in text for each in said(code, report(measures=[step(summary=text)])))
