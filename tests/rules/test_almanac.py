"""Y: weekdays, months, days, hours and years that no calendar or clock has."""

from __future__ import annotations

import pytest

from tests.rules.texts import of_text, repaired, report, said, step

# ---- weekdays --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("ประชุมเมื่อวันพุธที่ 6 มกราคม 2568 ณ ห้องประชุม", "วันพุธที่ 6 มกราคม 2568"),
        ("อบรมวันศุกร์ที่ ๑๕ มีนาคม ๒๕๖๖", "วันศุกร์ที่ ๑๕ มีนาคม ๒๕๖๖"),
        ("จ. 7 ม.ค. 68", "จ. 7 ม.ค. 68"),
        ("8 มกราคม 2568 (วันจันทร์)", "8 มกราคม 2568 (วันจันทร์)"),
        ("วันจันทร์ที่ 6 – วันเสาร์ที่ 10 มกราคม 2568", "วันเสาร์ที่ 10 มกราคม 2568"),
    ],
)
def test_y41_fires_on_a_weekday_that_the_date_does_not_have(text: str, quote: str) -> None:
    assert of_text("Y41", text) == [quote]


def test_y41_fires_and_says_which_weekday_it_was_and_which_years_would_fit() -> None:
    (found,) = said("Y41", report(measures=[step(summary="ประชุมวันพุธที่ 6 มกราคม 2568")]))
    assert "ตรงกับวันจันทร์" in found.message
    assert "8 มกราคม 2568" in found.fix
    assert "พ.ศ. 2570 และ 2564" in found.fix


@pytest.mark.parametrize(
    "text",
    [
        "ประชุมเมื่อวันจันทร์ที่ 6 มกราคม 2568 เวลา 09.30 น.",
        "เปิดให้บริการวันจันทร์ - ศุกร์ เวลา 08.30 - 16.30 น. ตั้งแต่วันที่ 7 มกราคม 2568",
        "ทุกวันพุธที่ 1 และ 3 ของเดือน เริ่มวันที่ 6 มกราคม 2568",
        "วันเสาร์ที่ 11 - วันอาทิตย์ที่ 12 มกราคม 2568",
        "ทุกวันพระและวันอาทิตย์ จัดตลาดนัด ณ วันที่ 6 มกราคม 2568",
        "วันจันทร์ที่ 30 ธันวาคม 2567 ถึงวันศุกร์ที่ 3 มกราคม 2568",
        "วันศุกร์สุดท้ายของเดือน ตามคำสั่งลงวันที่ 6 มกราคม 2568",
        "วันพุธที่ 8 มกราคม",
        "ยกฐานะเมื่อวันอาทิตย์ที่ 18 มีนาคม 2448",
    ],
)
def test_y41_is_silent_where_the_calendar_agrees_or_no_date_is_meant(text: str) -> None:
    assert of_text("Y41", text) == []


# ---- months ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("ประชุมวันที่ 6 มกรคม 2568", "มกรคม"),
        ("ประจำเดือนกุมพาพันธ์ 2568", "กุมพาพันธ์"),
        ("วันที่ ๕ เมษยน ๒๕๖๘", "เมษยน"),
        ("เมื่อวันที่ 6 สิงหคม ที่ผ่านมา", "สิงหคม"),
        ("วันที่ 12 พฤษจิกายน 2567", "พฤษจิกายน"),
        ("เดือนกรกฏาคม 2568", "กรกฏาคม"),
        ("กุมภาพันธุ์ 2568", "กุมภาพันธุ์"),
        ("1 กุมภาพันธ 2568", "กุมภาพันธ"),
        ("ระหว่าง 1 มิ.ค. 68 - 31 มี.ค. 68", "มิ.ค."),
        ("6 ส.ย. 2568", "ส.ย."),
    ],
)
def test_y42_fires_on_a_month_that_there_is_not(text: str, quote: str) -> None:
    assert of_text("Y42", text) == [quote]


@pytest.mark.parametrize(
    "text",
    [
        "วันที่ 6 มกราคม 2568 และ 7 กุมภาพันธ์ พ.ศ. 2568",
        "ม.ค. ก.พ. มี.ค. เม.ย. พ.ค. มิ.ย. ก.ค. ส.ค. ก.ย. ต.ค. พ.ย. ธ.ค. 2568",
        "กุมภาพันธ์ - กรกฎาคม 2568",
        "สมาคม 2568 แห่ง นิคมอุตสาหกรรม 2 แห่ง ปี 2568",
        "จำนวน 12 เดือน 2568",
        "5 โครงการ ประจำปี 2568",
        "แผนพัฒนา 5 ปี พ.ศ. 2566 - 2570",
        "มาตรา 9 วรรคสอง 2540",
        "วันที่ 5 ของเดือน",
        "วันที่ 6 ตุลา 2568",
        "รุ่นที่ 2 กันยายน 2568",
        "ก.ย.จ. ก.ค.ศ. ม.ย. พ.พ.",
    ],
)
def test_y42_is_silent_on_months_and_on_other_words_before_a_year(text: str) -> None:
    assert of_text("Y42", text) == []


# ---- days and hours --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("ระหว่างวันที่ 22–20 มีนาคม 2568", "22–20 มีนาคม"),
        ("เมื่อ 22 ถึง 20 มี.ค. 68", "22 ถึง 20 มี.ค."),
        ("ตั้งแต่ 22 มีนาคม 2568 ถึง 20 มกราคม 2568", "22 มีนาคม 2568 ถึง 20 มกราคม 2568"),
    ],
)
def test_y43_fires_on_a_span_that_runs_backwards(text: str, quote: str) -> None:
    assert of_text("Y43", text) == [quote]


@pytest.mark.parametrize(
    "text",
    [
        "ระหว่างวันที่ 20–22 มีนาคม 2568",
        "วันที่ 22 - 22 มีนาคม 2568",
        "ประชุมครั้งที่ 3 - 1 มีนาคม 2568",
        "วันที่ 30 ธันวาคม 2567 - 2 มกราคม 2568",
        "วันที่ 30 ธันวาคม - 2 มกราคม 2568",
        "หมู่ที่ 5 - 1 มีนาคม 2568",
        "โทร. 0-3654-1234 ต่อ 12 - 11 มีนาคม 2568",
        "วันที่ 22 มีนาคม 2568 และ 20 มีนาคม 2568",
        "เวลา 09.30 - 12 มีนาคม 2568",
    ],
)
def test_y43_is_silent_on_spans_that_run_forwards_and_on_other_numbers(text: str) -> None:
    assert of_text("Y43", text) == []


@pytest.mark.parametrize(
    ("text", "quote"),
    [("วันที่ 31 เมษายน", "31 เมษายน"), ("วันที่ 29 - 30 ก.พ.", "30 ก.พ."), ("วันที่ ๓๒ มกราคม นี้", "๓๒ มกราคม")],
)
def test_y44_fires_on_a_day_that_its_month_does_not_have(text: str, quote: str) -> None:
    assert of_text("Y44", text) == [quote]


@pytest.mark.parametrize(
    "text",
    [
        "วันที่ 30 เมษายน",
        "วันที่ 29 กุมภาพันธ์",
        "วันที่ 31 เมษายน 2568",  # with its year another rule says so
        "จำนวน 45 มกราคม",
        "ข้อ 31 เมษายน",
        "รวม 60 เมษายน",
        "หน้า 31 - 35 มีนาคม 2568",
        "วันที่ 31 พ.ค.",
        "เดือนที่ 31 กันยายน",
    ],
)
def test_y44_is_silent_on_days_that_there_are_and_on_counts(text: str) -> None:
    assert of_text("Y44", text) == []


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("เริ่มเวลา 25.30 น.", "25.30"),
        ("เวลา 09.60 – 12.00 น.", "09.60"),
        ("ตั้งแต่ ๐๘.๓๐ - ๑๖.๗๕ น.", "๑๖.๗๕"),
        ("24.30 นาฬิกา", "24.30"),
        ("เวลา 13.30 - 09.30 น.", "13.30 - 09.30"),
        ("พักเวลา 12.00 ถึง 11.00 น.", "12.00 ถึง 11.00"),
    ],
)
def test_y45_fires_on_an_hour_that_no_clock_has(text: str, quote: str) -> None:
    assert of_text("Y45", text) == [quote]


@pytest.mark.parametrize(
    "text",
    [
        "เวลา 08.30 - 16.30 น.",
        "อยู่เวร 20.00 - 06.00 น.",
        "อยู่เวร 16.30 - 08.30 น.",
        "ตลอด 24 ชั่วโมง 00.00 - 24.00 น.",
        "ร้อยละ 93.65 น่าพอใจ",
        "เงิน 25.75 บาท",
        "ใช้เวลา 1.75 ชั่วโมง",
        "พื้นที่ 25.80 นาปี",
        "ผู้แทน 25.60 น.ส. สมหญิง",
        "ข้อ 9.75 - 10 น.",
        "28.95 % นับถึงสิ้นปี",
    ],
)
def test_y45_is_silent_on_hours_that_there_are_and_on_other_figures(text: str) -> None:
    assert of_text("Y45", text) == []


# ---- eras ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("ปีงบประมาณ พ.ศ. 2024", "พ.ศ. 2024"),
        ("พ.ศ. 25667", "พ.ศ. 25667"),
        ("แผน พ.ศ. ๒๖๕๗", "พ.ศ. ๒๖๕๗"),
        ("พ.ศ. 256", "พ.ศ. 256"),
        ("ค.ศ. 2567", "ค.ศ. 2567"),
        ("ลงวันที่ 5 มกราคม 25667", "มกราคม 25667"),
        ("5 ม.ค. 25671", "ม.ค. 25671"),
    ],
)
def test_y46_fires_on_a_year_that_is_none_of_its_era(text: str, quote: str) -> None:
    assert of_text("Y46", text) == [quote]


@pytest.mark.parametrize(
    "text",
    [
        "ปีงบประมาณ พ.ศ. 2567",
        "ยุทธศาสตร์ชาติ พ.ศ. 2561 - 2580",
        "ค.ศ. 2024",
        "พ.ศ. 67",
        "สถาปนากรุงศรีอยุธยา พ.ศ. 1893",
        "วัดสร้างเมื่อ พ.ศ. 2024 ตามตำนาน",
        "ร่างพระราชบัญญัติ พ.ศ. ....",
        "พระธาตุสร้างราว พ.ศ. 500",
        "พุทธศักราช 2475",
        "พ.ศ. 2540.",
        "รหัส 25671 และ 5 มกราคม 2567",
        "เดือนมกราคม 25,000 บาท",
    ],
)
def test_y46_is_silent_on_years_of_their_era_and_on_history(text: str) -> None:
    assert of_text("Y46", text) == []


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("แผนประจำปี 2024", "ประจำปี 2024"),
        ("ปีงบประมาณ 2024", "ปีงบประมาณ 2024"),
        ("6 มกราคม 2025", "มกราคม 2025"),
        ("ประจำปี ค.ศ. 2024", "ประจำปี ค.ศ. 2024"),
        ("ลงนามเมื่อวันที่ 5 Jan 2024 โดยนายก", "5 Jan 2024"),
    ],
)
def test_y47_fires_on_a_common_year_where_the_buddhist_one_is_used(text: str, quote: str) -> None:
    assert of_text("Y47", text) == [quote]


@pytest.mark.parametrize(
    "text",
    [
        "แผนประจำปี 2567",
        "เป้าหมายการพัฒนาที่ยั่งยืน ปี 2030 (SDGs 2030)",
        "ค.ศ. 2024",
        "6 January 2025 announced",
        "6 มกราคม 2568 (6 January 2025)",
        "No Gift Policy, 6 January 2025",
        "ISO 9001:2015",
        "ITA 2024",
        "โทร. 2024-1234",
        "งบประมาณ 2024 บาท",
        "เลขที่ 2024/2567",
    ],
)
def test_y47_is_silent_on_buddhist_years_and_on_other_numbers(text: str) -> None:
    assert of_text("Y47", text) == []


def test_y48_fires_once_a_cell_and_mends_every_one() -> None:
    text = "พ.ศ 2567 และ พศ. 2568 และ พ.ศ. 2569"
    assert of_text("Y48", text) == ["พ.ศ"]
    assert repaired("Y48", text) == ["พ.ศ. 2567 และ พ.ศ. 2568 และ พ.ศ. 2569"]


@pytest.mark.parametrize("text", ["พ.ศ. 2567", "พ.ศ.2567", "พ. ศ. 2567", "พศิน 2567", "ผู้พิพากษา พ.ศ.ท. 2"])
def test_y48_is_silent_on_the_abbreviation_in_full(text: str) -> None:
    assert of_text("Y48", text) == []
