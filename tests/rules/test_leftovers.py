"""R: placeholders, trials and examples that were left, and sentences that the next number cuts off."""

from __future__ import annotations

import pytest

from tests.rules.texts import of_steps, of_text, step


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("จัดอบรมเมื่อวันที่ xxx ณ ห้องประชุม", "xxx"),
        ("ผู้เข้าร่วม XXXX คน", "XXXX"),
        ("ผู้เข้าร่วม xx คน", "xx"),
        ("โทรศัพท์ 0-xxxx-xxxx", "0-xxxx-xxxx"),
        ("กรอกผลการดำเนินงานที่นี่", "กรอกผลการดำเนินงานที่นี่"),
        ("Lorem ipsum dolor", "Lorem ipsum"),
        ("ปีงบประมาณ พ.ศ. 256x", "256x"),
        ("แผน ๔ ปี 25XX", "25XX"),
        ("ผู้เข้าร่วมจำนวน (ระบุจำนวน) คน", "(ระบุจำนวน)"),
        ("จัด ณ (โปรดระบุสถานที่)", "(โปรดระบุสถานที่)"),
        ("โครงการ (ระบุ…)", "(ระบุ…)"),
        ("(ชื่อหน่วยงาน) ได้จัดทำคู่มือ", "(ชื่อหน่วยงาน)"),
        ("[ชื่อเทศบาล] ประกาศ", "[ชื่อเทศบาล]"),
        ("(ใส่ชื่อโครงการ)", "(ใส่ชื่อโครงการ)"),
        ("ประชุมเมื่อวันที่ ... ณ ห้องประชุม", "วันที่ ..."),
        ("ตามคำสั่งที่ .../2567", "คำสั่งที่ ..."),
        ("จำนวน … คน", "จำนวน …"),
    ],
)
def test_r18_fires_on_words_that_held_a_place(text: str, quote: str) -> None:
    assert of_text("R18", text) == [quote]


@pytest.mark.parametrize(
    "text",
    [
        "ร่างพระราชบัญญัติป้องกันการทุจริต พ.ศ. ....",
        "แบบคำร้อง ช่อง อื่น ๆ (ระบุ)",
        "หมายเลข 08x-xxx-1234 ปกปิดตามกฎหมาย",
        "เลขประจำตัว 1-2345-xxxxx-xx-x",
        "ผู้ร้องเรียน นายสมชาย xxx (ปกปิดนามสกุล)",
        "ขนาด 4 x 6 นิ้ว และ XXL",
        "รายชื่อ (ชื่อ-สกุล) ผู้เข้าร่วม",
        "มีคู่มือ (ชื่อคู่มือการปฏิบัติงาน)",
        "www.example.go.th/xxx/1",
        "ประกาศ ... เรื่อง นโยบาย",
        "การมีส่วนร่วม … และการรับฟัง",
        "ณ วันที่ 1 ตุลาคม 2567...",
        "ทะเบียน xxx-1234",
        "ภาพขนาด XX x YY",
        "ให้ผู้ร้องกรอกแบบคำร้องที่งานธุรการ",
        "แบบ สขร. 1 (ระบุเหตุผลที่คัดเลือก) เผยแพร่แล้ว",
    ],
)
def test_r18_is_silent_on_drafts_masks_forms_and_sizes(text: str) -> None:
    assert of_text("R18", text) == []


def test_r18_is_silent_on_what_a_plan_asks_to_be_written_down() -> None:
    plan = step(method="จัดทำทะเบียนยืม (ระบุชื่อผู้ยืม) และแบบ (ชื่อโครงการ)")
    assert of_steps("R18", plan) == []
    assert of_steps("R18", step(method="จัดอบรมวันที่ ... ")) == [("[0].method", "วันที่ ...")]


@pytest.mark.parametrize(
    "line", ["ทดสอบ", "ทดสอบระบบ", "- ทดสอบ 123", "test", "กกก", "ฟหกด", "asdf", "ทดลองพิมพ์"]
)
def test_r19_fires_on_a_line_that_is_a_trial(line: str) -> None:
    assert of_text("R19", f"จัดทำคู่มือแล้ว\n{line}") == [line]


def test_r19_fires_on_the_heading_of_its_own_cell_and_on_a_letter_four_times() -> None:
    assert of_text("R19", "สรุปผลการดำเนินการ") == ["สรุปผลการดำเนินการ"]
    assert of_text("R19", "นายกกกกก ได้รับมอบหมาย") == ["กกกก"]


@pytest.mark.parametrize(
    "line",
    [
        "แบบทดสอบก่อนเรียน",
        "การทดสอบระบบ e-Service",
        "ทดสอบระบบ e-Service กับผู้ใช้งาน 20 คน",
        "จัดทดสอบความรู้ผู้เข้าอบรม",
        "ผลการทดสอบ",
        "ททท.",
        "จัดทำสรุปผลการดำเนินการ",
        "กก.",
        "Pre-test",
        "ทดสอบสมรรถภาพทางกาย",
        "1",
        "-",
    ],
)
def test_r19_is_silent_on_tests_that_were_held(line: str) -> None:
    assert of_text("R19", f"จัดทำคู่มือแล้ว\n{line}") == []


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("ตัวอย่าง: จัดอบรม 1 ครั้ง", "ตัวอย่าง:"),
        ("- ตัวอย่างการกรอก : ได้จัดทำคู่มือ", "ตัวอย่างการกรอก :"),
        ("(ตัวอย่าง) จัดทำคู่มือ", "(ตัวอย่าง)"),
    ],
)
def test_r20_fires_on_a_text_that_begins_as_an_example(text: str, quote: str) -> None:
    assert of_text("R20", text) == [quote]


@pytest.mark.parametrize(
    "text",
    [
        "ตัวอย่างเช่น การรับของขวัญ",
        "กลุ่มตัวอย่าง: ประชาชน 100 คน",
        "เป็นตัวอย่างที่ดี",
        "ประกาศเป็นแบบอย่าง",
        "จัดทำตัวอย่างการกรอกแบบคำร้อง",
        "แบบฟอร์ม (ตัวอย่าง) เผยแพร่บนเว็บไซต์",
        "ตัวอย่างแบบคำร้องทั่วไป",
        "บุคคลตัวอย่าง: นายสมชาย",
        "ขนาดตัวอย่าง : 120 คน",
    ],
)
def test_r20_is_silent_on_examples_within_a_sentence(text: str) -> None:
    assert of_text("R20", text) == []


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("1. จัดทำคู่มือ พร้อมทั้ง 2. เผยแพร่ทางเว็บไซต์", "พร้อมทั้ง 2."),
        ("๑. แต่งตั้งคณะทำงาน เพื่อ ๒. รายงานผล", "เพื่อ ๒."),
        ("1. ประชุมเจ้าหน้าที่เกี่ยวกับ\n2. รายงานผล", "เกี่ยวกับ"),
        ("1. แผนการใช้จ่าย ปีงบประมาณ 2.จัดทำรายงาน", "ปีงบประมาณ 2."),
        ("(1) เผยแพร่ข้อมูลของ (2) จัดทำสื่อ", "ของ (2)"),
    ],
)
def test_r21_fires_on_a_sentence_that_the_next_number_cuts_off(text: str, quote: str) -> None:
    assert of_text("R21", text) == [quote]


@pytest.mark.parametrize(
    "text",
    [
        "ช่องทาง ได้แก่ 1) เว็บไซต์ และ 2) โทรศัพท์",
        "1. แจ้งผล และ\n2. รายงานผู้บริหาร",
        "ดำเนินการ โดย\n1. แต่งตั้งคณะทำงาน\n2. ประชุม",
        "จัดซื้อสิ่งของ 2. จัดทำทะเบียน",
        "1. แผนปีงบประมาณ พ.ศ. 2567 2. รายงานผล",
        "การกำกับ 2. ติดตาม",
        "ตามข้อ 1 กับ 2. การรายงาน",
        "งานภายใน\n2. งานภายนอก",
        "ค่าเฉลี่ยจาก 4.25 เป็น 4.50",
        "ข้อตกลงระหว่าง (1) ผู้ซื้อ กับ (2) ผู้ขาย",
        "1. เจ้าของ\n2. ผู้ยืม",
        "ระหว่าง 2.5 ถึง 3 ชั่วโมง",
        "เพื่อ 3 โครงการ",
    ],
)
def test_r21_is_silent_on_whole_sentences(text: str) -> None:
    assert of_text("R21", text) == []


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("แต่งตั้งคณะทำงานตามคำสั่งที่ ลงวันที่ 5 มกราคม 2567", "คำสั่งที่ ลงวันที่"),
        ("มีผู้เข้าร่วม จำนวน คน", "จำนวน คน"),
        ("ประชุมครั้งที่ /2567", "ครั้งที่ /2567"),
        ("แผนประจำปีงบประมาณ พ.ศ. เผยแพร่แล้ว", "ปีงบประมาณ พ.ศ."),
    ],
)
def test_r24_fires_where_a_number_is_announced_and_none_stands(text: str, quote: str) -> None:
    assert of_text("R24", text) == [quote]


@pytest.mark.parametrize(
    "text",
    [
        "คำสั่งที่ 45/2567 ลงวันที่ 5 มกราคม 2567",
        "ตามหนังสือที่อ้างถึง ลงวันที่ 5 มกราคม 2567",
        "จำนวนคนที่เข้าร่วม 45 คน",
        "จำนวน รายการ และราคา",
        "นับจำนวน ครั้งละ 5 คน",
        "ประชุมครั้งที่ 1/2567",
        "ปีงบประมาณ พ.ศ. 2567 เผยแพร่แล้ว",
        "ปีงบประมาณ พ.ศ. นี้",
        "ร่างพระราชบัญญัติ พ.ศ. ....",
        "จำนวน 5 โครงการ",
    ],
)
def test_r24_is_silent_where_the_number_stands_or_none_is_meant(text: str) -> None:
    assert of_text("R24", text) == []
