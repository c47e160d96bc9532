"""R: a text does not stop too early, and no blank of a template is left."""

from __future__ import annotations

import pytest

from tests.rules.texts import of_steps, of_text, places, report, said, step


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("3.จัดทำคู่มือหรือมาตรฐาน การปฏิบัติงานสำหรับ", "การปฏิบัติงานสำหรับ"),
        ("จัดทำประกาศและ", "จัดทำประกาศและ"),
        ("เผยแพร่ผ่านเว็บไซต์ของ", "เผยแพร่ผ่านเว็บไซต์ของ"),
        ("เพื่อส่งเสริม การ", "เพื่อส่งเสริม การ"),
        ("แต่งตั้งคณะทำงาน ลงวันที่", "แต่งตั้งคณะทำงาน ลงวันที่"),
        ("มีผู้เข้าร่วม จำนวน", "มีผู้เข้าร่วม จำนวน"),
        ("ผลการดำเนินงาน ดังนี้ ", "ผลการดำเนินงาน ดังนี้"),
    ],
)
def test_r11_fires_on_a_last_word_that_asks_for_another(text: str, quote: str) -> None:
    assert of_text("R11", text) == [quote]


@pytest.mark.parametrize(
    "text",
    [
        "จัดให้บริการ", "ติดตาม", "กำกับ", "ปฏิบัติหน้าที่", "ลงพื้นที่", "ตามที่กำหนด", "ดำเนินการ", "ภายใน", "สิ่งของ",
        "ประชาชนให้ความเชื่อมั่น", "รายงานและ\nเผยแพร่แล้ว", "เท่าที่จำเป็น", "มีความโปร่งใส", "ทุกโครงการ", "ประสานการติดต่อ",
    ],
)  # fmt: skip
def test_r11_is_silent_on_words_that_only_end_alike(text: str) -> None:
    assert of_text("R11", text) == []


def test_r11_is_silent_on_the_words_that_lead_to_a_table() -> None:
    front = {"intro_iit": ["ทุกตัวชี้วัด ปรากฏผลการดำเนินการ ดังนี้"]}
    assert places("R11", report(2564, layout="book", front=front)) == []


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("รายงานสถิติการขอยืม ปีงบประมาณ\n๒. ออกคำสั่ง", "ปีงบประมาณ"),
        ("แผนปฏิบัติการ ประจำปีงบประมาณ พ.ศ.", "ประจำปีงบประมาณ พ.ศ."),
        ("ประกาศ ณ พ.ศ. ", "พ.ศ."),
    ],
)
def test_r12_fires_where_no_year_follows(text: str, quote: str) -> None:
    assert of_text("R12", text) == [quote]


@pytest.mark.parametrize(
    "text",
    ["ตลอดปีงบประมาณ", "ทุกปีงบประมาณ\nแล้ว", "ประจำปีงบประมาณ ๒๕๖๗", "ปีงบประมาณ พ.ศ. 2567", "เมื่อสิ้นปีงบประมาณ"],
)
def test_r12_is_silent_where_a_year_follows_or_none_is_meant(text: str) -> None:
    assert of_text("R12", text) == []


def test_r12_is_silent_on_a_period() -> None:
    assert of_steps("R12", step(period="ปีงบประมาณ")) == []


@pytest.mark.parametrize(
    ("text", "quote"), [("เป็นประจำทุกเดือน,", "เป็นประจำทุกเดือน,"), ("เว็บไซต์/ Facebook /", "Facebook /")]
)
def test_r13_fires_on_a_mark_at_the_end(text: str, quote: str) -> None:
    assert of_steps("R13", step(period=text)) == [("[0].period", quote)]
    assert of_text("R13", text) == [quote]


@pytest.mark.parametrize("text", ["กองช่าง, กองคลัง", "แล้วเสร็จ.", "เช่น Facebook, Line ฯลฯ"])
def test_r13_is_silent_on_marks_within_and_on_addresses(text: str) -> None:
    assert of_text("R13", text) == []


def test_r13_is_silent_on_a_link() -> None:
    assert places("R13", report(o_items=[{"no": 1, "url": "https://www.abt.go.th/"}])) == []


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("จัดอบรม (ผู้เข้าร่วม 45 คน", "(ผู้เข้าร่วม 45 คน"),
        ("ตามประกาศ “มาตรการป้องกัน", "“มาตรการป้องกัน"),
        ("(IIT) และ (EIT แล้ว", "(EIT แล้ว"),
    ],
)
def test_r14_fires_on_a_mark_that_nothing_closes(text: str, quote: str) -> None:
    assert of_text("R14", text) == [quote]


@pytest.mark.parametrize(
    "text", ["๑) จัดทำ ๒) เผยแพร่", "(1) จัดทำ (2) เผยแพร่", "ITA (IIT (ภายใน))", "“คู่มือ”", "ยิ้ม :)"]
)
def test_r14_is_silent_on_pairs_and_on_numbers_with_a_bracket(text: str) -> None:
    assert of_text("R14", text) == []


def test_r16_fires_on_an_official_name_without_its_last_word() -> None:
    assert of_text("R16", "ประชาสัมพันธ์/ข้อมูลพื้นฐาน/การบริหารและพัฒนาทรัพยากร") == ["การบริหารและพัฒนาทรัพยากร"]
    assert of_text("R11", "ตัวชี้วัด การใช้ทรัพย์สินของ") == []  # one finding, the more exact


@pytest.mark.parametrize(
    "text", ["การบริหารและพัฒนาทรัพยากรบุคคล", "การดำเนินการ", "จัดซื้อจัดจ้าง", "ระบบการป้องกัน", "ปรับปรุงระบบ"]
)
def test_r16_is_silent_on_whole_names_and_ordinary_words(text: str) -> None:
    assert of_text("R16", text) == []


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("ชื่อหน่วยงาน..........", ".........."),
        ("เมื่อวันที่ …………", "…………"),
        ("จำนวน ____ คน", "____"),
        ("ณ . . . . .", ". . . . ."),
    ],
)
def test_r17_fires_on_blanks_of_a_template(text: str, quote: str) -> None:
    assert of_text("R17", text) == [quote]


@pytest.mark.parametrize(
    "text", ["พ.ศ. 2567 ม.ค. - มี.ค.", "และอื่น ๆ...", "ฯลฯ…", "แผน_งาน", "- - -", "-----", "081-xxx-xxxx"]
)
def test_r17_is_silent_on_an_ellipsis_abbreviations_and_dashes(text: str) -> None:
    assert of_text("R17", text) == []


def test_r17_fires_in_the_agency_s_own_cells() -> None:
    data = report(
        signers=[{"role": "ผู้รายงาน", "name": "....................", "position": "นักวิเคราะห์นโยบายและแผน"}]
    )
    assert places("R17", data) == [("signers[0].name", "....................")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("ร่างเทศบัญญัติ เรื่อง การจัดการมูลฝอย พ.ศ. .... ต่อสภา", 0),
        ("เสนอร่างพระราชบัญญัติ พ.ศ. …. ต่อรัฐสภา", 0),
        ("เทศบัญญัติ เรื่อง การจัดการมูลฝอย พ.ศ. ....", 1),
        ("ร่างประกาศของ .......... แล้ว", 1),
        ("รอ...", 0),
        ("รอ....", 1),
        ("ชื่อ __", 0),
        ("ชื่อ ___", 1),
    ],
)
def test_r17_fires_on_blanks_but_not_on_the_unknown_year_of_a_draft(text: str, found: int) -> None:
    assert len(of_text("R17", text)) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("ตามแผนประจำปีงบประมาณ พ.ศ. เบิกจ่ายแล้ว", 1),
        ("ประจำปี พ.ศ. ดังกล่าว", 0),
        ("ปีงบประมาณ พ.ศ. 2567 เบิกจ่ายแล้ว", 0),
        ("ในปี พ.ศ. นี้", 0),
    ],
)
def test_r12_fires_within_a_line_too(text: str, found: int) -> None:
    assert len(of_text("R12", text)) == found


def test_r12_fires_with_the_year_of_the_report_as_example() -> None:
    (found,) = said("R12", report(2566, measures=[step(summary="ตามแผนประจำปีงบประมาณ พ.ศ.")]))
    assert "พ.ศ. 2566" in found.fix


# -- the unknown name, number and year of a draft law -------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "ร่างพระราชบัญญัติ... พ.ศ. ....",
        "ร่างพระราชบัญญัติ……………… พ.ศ. ....",
        "แสดงความเห็นต่อร่างพระราชบัญญัติ ..... (ฉบับที่ ....) พ.ศ. .... แล้ว",
        "ร่าง พ.ร.บ. การบริหารท้องถิ่น พ.ศ ....",
        "รับฟังความเห็นร่างข้อบัญญัติ เรื่อง ตลาด พ.ศ. ....",
    ],
)
def test_r17_is_silent_on_the_blanks_in_the_name_of_a_draft_law(text: str) -> None:
    assert of_text("R17", text) == []


@pytest.mark.parametrize(
    "text",
    [
        "เสนอร่างประกาศ ลงวันที่ ........ แล้ว",
        "จัดทำร่างแผน ........ แล้ว",
        "ตามพระราชบัญญัติ ........ พ.ศ. 2562",
        "ประกาศใช้เมื่อ พ.ศ. .... แล้ว",
    ],
)
def test_r17_fires_on_other_blanks_beside_a_draft_and_on_a_law_that_is_none(text: str) -> None:
    assert len(of_text("R17", text)) == 1
