"""W: instruments, indicators and divisions are called by their official names."""

from __future__ import annotations

import pytest

from tests.rules.texts import AGENCY, of_text, places, repaired, report, step

# ---- standing titles -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("ทำแบบการประเมินความรู้ผู้มีส่วนได้เสียภายนอกทุกครั้ง", "แบบการประเมินความรู้ผู้มีส่วนได้เสียภายนอก"),
        ("องค์ประกอบของแบบวัดความรับรู้ทั้ง ๓ ด้าน", "แบบวัดความรับรู้"),
        ("คุณธรรมและความโปร่งใสในการดำเนินการของหน่วยงานภาครัฐ (ITA)", "คุณธรรมและความโปร่งใสในการดำเนินการของ"),
        ("แบบวัดการเปิดเผยข้อมูลสาธารณะ (OIT)", "แบบวัดการเปิดเผยข้อมูลสาธารณะ"),
        ("จากการประเมินผลคุณธรรมและความโปร่งใสในการดำเนินงาน", "ประเมินผลคุณธรรมและความโปร่งใส"),
        ("มาตรการส่งเสริมคุณธรรมและความโปร่งใสในหน่วยงาน แล้ว", "ส่งเสริมคุณธรรมและความโปร่งใสในหน่วยงาน"),
        ("แนวทางการจัดการการทุจริตและประพฤติมิชอบ", "จัดการการทุจริตและประพฤติมิชอบ"),
        ("แนวปฏิบัติ Dos & Don't", "Dos & Don't"),
        ("กระดานสนทนา Web Broad", "Web Broad"),
    ],
)
def test_w11_fires_on_an_official_name_worded_otherwise(text: str, quote: str) -> None:
    assert of_text("W11", text) == [quote]


def test_w11_mends_the_name_in_all_places_of_the_cell() -> None:
    text = "แบบวัดความรับรู้ (IIT)\nแบบวัดความรับรู้ (EIT)"
    assert repaired("W11", text) == ["แบบวัดการรับรู้ (IIT)\nแบบวัดการรับรู้ (EIT)"]
    assert repaired("W11", "การจัดการการทุจริตและประพฤติมิชอบ") == []


@pytest.mark.parametrize(
    "text",
    [
        "แบบวัดการรับรู้ของผู้มีส่วนได้ส่วนเสียภายนอก (EIT)",
        "แบบวัดการรับรู้ผู้มีส่วนได้เสียภายใน (IIT)",
        "แบบตรวจการเปิดเผยข้อมูลสาธารณะ (OIT)",
        "การประเมินคุณธรรมและความโปร่งใสในการดำเนินงานของหน่วยงานภาครัฐ",
        "แบบประเมินความรู้ความเข้าใจหลังการอบรม",
        "แบบสอบถามความพึงพอใจผู้มารับบริการ",
        "มาตรการส่งเสริมคุณธรรมและความโปร่งใสในหน่วยงานภาครัฐ",
        "ด้านคุณธรรมและโปร่งใส",
        "Do’s & Don’ts และ Dos & Don'ts",
        "การจัดการเรื่องร้องเรียนการทุจริตและประพฤติมิชอบ",
        "สถานการณ์การระบาด",
    ],
)
def test_w11_is_silent_on_official_names_and_other_papers(text: str) -> None:
    assert of_text("W11", text) == []


# ---- indicators ------------------------------------------------------------------------------------------------------


def test_w12_fires_on_a_number_with_the_name_of_another() -> None:
    assert of_text("W12", "ตัวชี้วัดที่ ๔ การใช้งบประมาณ ประเด็น") == ["ตัวชี้วัดที่ ๔ การใช้งบประมาณ"]
    assert of_text("W12", "ตัวชี้วัดย่อยที่ 9.3 การบริหารและพัฒนาทรัพยากรบุคคล") != []


@pytest.mark.parametrize(
    "text",
    [
        "ตัวชี้วัดที่ ๘ การปรับปรุงการทำงาน",
        "ตัวชี้วัดที่ 8 การปรับปรุงระบบการทำงาน",
        "ตัวชี้วัดที่ ๔ การใช้ทรัพย์สินของทางราชการ",
        "ตัวชี้วัดที่ ๙.๔ การบริหารและพัฒนาทรัพยากรบุคคล",
        "ตัวชี้วัดที่ 6 ได้คะแนนน้อย",
        "ตัวชี้วัด 10 ตัว",
    ],
)
def test_w12_is_silent_on_right_names_aliases_and_other_words(text: str) -> None:
    assert of_text("W12", text) == []


def test_w13_fires_on_an_indicator_that_the_year_does_not_have() -> None:
    data = report(2566, layout="matrix", measures=[step(no=1, indicator="การใช้รถราชการ")])
    assert places("W13", data) == [("measures[0].indicator", "การใช้รถราชการ")]


@pytest.mark.parametrize(
    "indicator", ["6", "๙.๑", "การแก้ไข ปัญหาการ ทุจริต", "ตัวชี้วัดที่ 10", "ประสิทธิ ภาพการ สื่อสาร", ""]
)
def test_w13_is_silent_on_numbers_and_torn_names(indicator: str) -> None:
    data = report(2566, layout="matrix", measures=[step(no=1, indicator=indicator)])
    assert places("W13", data) == []


def test_w14_fires_once_a_report_on_a_sub_indicator_called_indicator() -> None:
    steps = [step(summary="ตัวชี้วัดที่ ๙.๔ การบริหาร"), step(summary="ตัวชี้วัดที่ 9.1")]
    assert [quote for _, quote in places("W14", report(measures=steps))] == ["ตัวชี้วัดที่ ๙.๔"]


def test_w14_is_silent_on_the_right_word_and_whole_numbers() -> None:
    assert of_text("W14", "ตัวชี้วัดย่อยที่ 9.4 และตัวชี้วัดที่ 9") == []


# ---- one word for one thing ------------------------------------------------------------------------------------------

SHORT, LONG = "ผู้มีส่วนได้เสีย", "ผู้มีส่วนได้ส่วนเสีย"


def test_w15_fires_once_at_the_rarer_form() -> None:
    steps = [step(summary=SHORT), step(summary=SHORT), step(summary=LONG)]
    assert places("W15", report(measures=steps)) == [("measures[2].steps[0].summary", LONG)]


def test_w15_fires_on_the_short_form_in_an_instrument_s_name() -> None:
    assert of_text("W15", f"แบบวัดการรับรู้ของ{SHORT}ภายใน (IIT)") == [SHORT]


@pytest.mark.parametrize("text", [LONG, SHORT, f"แบบวัดการรับรู้ของ{LONG}ภายใน"])
def test_w15_is_silent_on_one_form(text: str) -> None:
    assert of_text("W15", text) == []


def test_w16_fires_on_a_second_way_to_write_e_service() -> None:
    assert of_text("W16", "(e-Service)\n(eService)") == ["eService"]


def test_w16_is_silent_on_one_way() -> None:
    assert of_text("W16", "E-Service และ E-Service, One Stop Service") == []


# ---- divisions -------------------------------------------------------------------------------------------------------


def _responsible(*names: str) -> list[list[str]]:
    steps = [step(responsible=name) for name in names]
    return [[quote for _, quote in places(code, report(measures=steps))] for code in ("W17", "W18")]


@pytest.mark.parametrize("typed", ["สำนักปลด", "กองคลง", "กองข่าง", "กองสวัสดิการสังคมม"])
def test_w17_fires_on_a_division_a_letter_from_an_official_one(typed: str) -> None:
    assert _responsible(f"{typed}/กองการศึกษา") == [[typed], []]


def test_w17_fires_on_the_division_in_charge() -> None:
    assert places("W17", report(agency={**AGENCY, "division": "สำนักปลดั"})) == [("agency.division", "สำนักปลดั")]


@pytest.mark.parametrize(
    "typed",
    [
        "สำนักปลัด",
        "สำนักปลัดฯ/ ทุกส่วนราชการ",
        "สำนักปลัด/ กองคลัง/กอง ช่าง",
        "กองแผนฯ",
        "ปลัด อบต.",
        "หัวหน้าสำนักปลัด",
        "นักทรัพยากร บุคคล",
    ],
)
def test_w17_is_silent_on_official_names_and_persons(typed: str) -> None:
    assert _responsible(typed) == [[], []]


def test_w17_is_silent_on_the_agency_s_own_divisions() -> None:
    data = report(
        agency={**AGENCY, "divisions": ["กองคลัง 2", "กองข่าง"]}, measures=[step(responsible="กองข่าง")]
    )
    assert places("W17", data) == []


def test_w18_fires_on_what_a_scanner_made_of_a_division_and_on_two_names_for_one() -> None:
    assert _responsible("สีกนกปลัด") == [[], ["สีกนกปลัด"]]
    assert _responsible("สำนักงานปลัด", "สำนักปลัด") == [[], ["สำนักงานปลัด"]]


def test_w18_is_silent_on_the_older_name_used_throughout() -> None:
    assert _responsible("สำนักงานปลัด", "สำนักงานปลัด") == [[], []]
