"""H: hints on office Thai, once a word in a report, and only when they are asked for."""

from __future__ import annotations

import pytest

from itaxl.case.load import load
from itaxl.rules.context import Context
from itaxl.rules.mechanism import run
from tests.rules.texts import AGENCY, of_text, places, report, said, step


@pytest.mark.parametrize(
    "word", ["โปร่งไส", "เว็ปไซต์", "อนุญาติ", "สังเกตุ", "ปฎิบัติ", "บุคคลากร", "กิจกรรรม", "ลายเซ็นต์"]
)
def test_h01_fires_on_a_word_commonly_misspelt(word: str) -> None:
    assert of_text("H01", f"จัดทำ{word}แล้ว") == [word]


def test_h01_fires_once_a_report_and_counts_the_places() -> None:
    data = report(measures=[step(summary="เว็ปไซต์"), step(summary="ทางเว็ปไซต์", method="เว็ปไซต์")])
    assert places("H01", data) == [("measures[0].steps[0].summary", "เว็ปไซต์")]
    assert "3 แห่ง" in said("H01", data)[0].message
    assert "เว็บไซต์" in said("H01", data)[0].fix


def test_h01_is_silent_on_the_right_words_names_and_links() -> None:
    assert of_text("H01", "โปร่งใส เว็บไซต์ อนุญาต สังเกต ปฏิบัติ บุคลากร หน้าที่ เจ้าหน้าที่ ข้าราชการ ร้องไห้ เสาไห้") == []
    data = report(signers=[{"name": "นายโปร่งไส อนุญาติ"}], agency={**AGENCY, "name": "อบต.ปฎิบัติ"})
    assert places("H01", data) == []


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("กำหนดให้มีปรับปรุงระบบการทำงาน", "กำหนดให้มีปรับปรุง"),
        ("โดยมีการกระดานสนทนา", "มีการกระดาน"),
        ("ประเมินผลสำรวจการ ความพึงพอใจ", "ผลสำรวจการ ความพึงพอใจ"),
        ("ที่มีลักษณะเป็นการโอกาสให้ผู้มีส่วนได้เสีย", "เป็นการโอกาส"),
        ("จัดทำกรป้องกันการทุจริต", "จัดทำกรป้องกัน"),
        ("แผนการป้องกันแล ปราบปรามการทุจริต", "การป้องกันแล ปราบปราม"),
        ("ประชาสัมพันธ์มือการรับบริการ", "ประชาสัมพันธ์มือการ"),
        ("ความคิดเห็นฯฯ", "ความคิดเห็นฯฯ"),
        ("เปิดโอกาสให้ผู้ให้บริการเสนอแนะ", "ให้ผู้ให้บริการเสนอแนะ"),
    ],
)
def test_h02_fires_with_the_words_around_a_small_word(text: str, quote: str) -> None:
    assert of_text("H02", text) == [quote]


@pytest.mark.parametrize(
    "text",
    [
        "มีการปรับปรุง", "มีพัฒนาการที่ดี", "มีกำหนดการ", "ให้บริการข้อมูล", "การจัดการความรู้", "โครงการความร่วมมือ", "องค์กรป้องกันภัย",
        "บุคลากรดำเนินการ", "ดูแลประชาชน", "แลกเปลี่ยน และแล้ว", "คู่มือการปฏิบัติงาน", "ความร่วมมือการให้บริการ", "ฯลฯ", "ผู้ให้บริการ",
        "อำเภอลับแล จังหวัดอุตรดิตถ์",
    ],
)  # fmt: skip
def test_h02_is_silent_on_words_that_only_look_so(text: str) -> None:
    assert of_text("H02", text) == []


def test_h02_fires_once_for_the_same_words() -> None:
    data = report(measures=[step(summary="ป้องกันแล ปราบปราม", method="ป้องกันแลปราบปราม")])
    assert len(said("H02", data)) == 1


@pytest.mark.parametrize(
    ("text", "word"), [("จัดทำข้อมูลพื้นธานของหน่วยงาน", "พื้นฐาน"), ("ด้านการประเมอนความเสี่ยง", "ประเมิน")]
)
def test_h03_fires_on_a_word_that_nobody_knows_with_the_word_meant(text: str, word: str) -> None:
    [finding] = said("H03", report(measures=[step(summary=text)]))
    assert word in finding.fix


@pytest.mark.parametrize(
    "text",
    [
        "นายณรงค์ฤทธิ์ ศรีสุขสวัสดิ์พงษ์",
        "หมู่บ้านหนองบัวละกอ",
        "ณ วัดดงตะงาว",
        "จัดทำประกาศเจตนารมณ์ต่อต้านการทุจริต",
        "Facebook และ Line",
    ],
)
def test_h03_is_silent_on_names_and_on_words_of_the_dictionary(text: str) -> None:
    assert of_text("H03", text) == []


def test_h03_is_silent_on_a_word_that_the_list_knows() -> None:
    assert of_text("H03", "ด้วยความโปร่งไส") == []
    assert of_text("H01", "ด้วยความโปร่งไส") == ["โปร่งไส"]


def test_hints_are_given_only_when_they_are_asked_for() -> None:
    data = load(report(measures=[step(summary="โปร่งไส มีปรับปรุง")]))
    assert [each for each in run(Context(data)) if each.severity == "hint"] == []
    assert {"H01", "H02"} <= {each.code for each in run(Context(data, spelling=True))}
