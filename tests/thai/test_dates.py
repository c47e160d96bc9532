"""Dates and Buddhist years: found as people write them, and nothing else."""

import datetime
import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itaxl.thai.calendar import fiscal_year_of, report_due
from itaxl.thai.dates import (
    MONTHS,
    MONTHS_SHORT,
    ThaiDate,
    find_dates,
    find_years,
    fiscal_year_span,
    format_date,
    months_of_round,
    parse_date,
)
from itaxl.thai.digits import to_thai
from tests.thai.samples import DATES, STYLES, WORDS, Style, real_texts


def dates_of(text: str) -> list[tuple[str, ThaiDate]]:
    return [(found.text, found.date) for found in find_dates(text)]


# ---- a date as a value -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("date", "fiscal_year"),
    [
        (ThaiDate(2566, 9, 30), 2566),
        (ThaiDate(2566, 10, 1), 2567),
        (ThaiDate(2567, 9), 2567),
        (ThaiDate(2567), None),
        (ThaiDate(None, 5), None),
    ],
)
def test_the_fiscal_year_begins_in_october(date: ThaiDate, fiscal_year: int | None) -> None:
    assert date.fiscal_year == fiscal_year


def test_only_a_real_and_full_date_is_a_day() -> None:
    assert ThaiDate(2567, 2, 29).date == datetime.date(2024, 2, 29)
    assert ThaiDate(2566, 2, 29).date is None
    assert ThaiDate(2567, 2).date is None
    assert ThaiDate(3, 2, 1).date is None


def test_rounds_cover_six_or_twelve_months_from_october() -> None:
    first, last = fiscal_year_span(2567)
    assert (first, last) == (datetime.date(2023, 10, 1), datetime.date(2024, 9, 30))
    assert months_of_round(2567, 12) == (first, last)
    assert months_of_round(2567, 6) == (first, datetime.date(2024, 3, 31))


def test_dates_are_written_in_full_and_short() -> None:
    assert format_date(datetime.date(2024, 1, 29)) == "29 มกราคม 2567"
    assert format_date(datetime.date(2024, 1, 29), "short") == "29 ม.ค. 67"


# ---- dates in text ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("เมื่อวันที่ ๒๙ มกราคม ๒๕๖๗ ณ ห้องประชุม", "๒๙ มกราคม ๒๕๖๗"),
        ("ลงวันที่ 29 ม.ค. 67", "29 ม.ค. 67"),
        ("ลว.29ม.ค.67", "29ม.ค.67"),
        ("29 ม. ค. 67", "29 ม. ค. 67"),
        ("29 มค 2567", "29 มค 2567"),
        ("29 มกรา 67", "29 มกรา 67"),
        ("วันที่ 29 เดือน มกราคม พ.ศ. 2567", "29 เดือน มกราคม พ.ศ. 2567"),
        ("29 มกราคม พ.ศ.2567.", "29 มกราคม พ.ศ.2567"),
        ("29 มกราคม พุทธศักราช 2567", "29 มกราคม พุทธศักราช 2567"),
        ("29 มกราคม ค.ศ. 2024", "29 มกราคม ค.ศ. 2024"),
        ("29/1/2567", "29/1/2567"),
        ("(29-01-67)", "29-01-67"),
        ("29.01.2567", "29.01.2567"),
        ("2024-01-29", "2024-01-29"),
        ("2567/01/29", "2567/01/29"),
        ("27-29 ม.ค. 67", "29 ม.ค. 67"),
        ("29 มกราคม 2567 เรื่อง", "29 มกราคม 2567"),
        ("29 ม.ค. 67 เรื่อง", "29 ม.ค. 67"),
        ("29 ม.ค. 67 ครั้งที่ 2", "29 ม.ค. 67"),
    ],
)
def test_a_full_date_is_found_as_people_write_it(text: str, quote: str) -> None:
    assert dates_of(text) == [(quote, ThaiDate(2567, 1, 29))]


@pytest.mark.parametrize(
    ("text", "quote", "date"),
    [
        ("สิงห์บุรี\nมีนาคม ๒๕๖๔", "มีนาคม ๒๕๖๔", ThaiDate(2564, 3)),
        ("ต.ค.๖๖", "ต.ค.๖๖", ThaiDate(2566, 10)),
        ("เดือนต.ค 65", "ต.ค 65", ThaiDate(2565, 10)),
        ("ภายในเดือน กันยายน 2566", "กันยายน 2566", ThaiDate(2566, 9)),
        ("ม.ค.- มี.ค พ.ศ.2566", "มี.ค พ.ศ.2566", ThaiDate(2566, 3)),
        ("กรกฏาคม ปี 2567", "กรกฏาคม ปี 2567", ThaiDate(2567, 7)),
        ("พฤษจิกายน 2566", "พฤษจิกายน 2566", ThaiDate(2566, 11)),
        ("ส.ค. 67 รายงานผล", "ส.ค. 67", ThaiDate(2567, 8)),
    ],
)
def test_a_month_with_its_year_is_found(text: str, quote: str, date: ThaiDate) -> None:
    assert dates_of(text) == [(quote, date)]


@pytest.mark.parametrize("text", ["31 กุมภาพันธ์ 2567", "31/4/2567", "31-02-67", "29/13/2567", "45 มีนาคม 2567"])
def test_a_date_that_no_calendar_has_is_found_and_is_no_day(text: str) -> None:
    (found,) = find_dates(text)
    assert found.text == text
    assert found.date.day is not None
    assert found.date.date is None


@pytest.mark.parametrize(
    "text",
    [
        "พ.ศ. ๒๕๖๐",
        "พระราชบัญญัติการอำนวยความสะดวก พ.ศ. ๒๕๕๘",
        "ประจำปีงบประมาณ พ.ศ. 2567",
        "โทร. 0-3854-1234 หรือ 081-234-5678 หรือ 02-12-3456",
        "คำสั่งที่ 12/2567",
        "ที่ มค 72001/123",
        "เลขบัตร 1-2345-67890-12-3",
        "ข้อ 1.1 ข้อ 9.1.67 และ 1/2",
        "คะแนน 93.65 จาก 100",
        "เดือนมีนาคม 50 คน",
        "มีนาคม 80 ครั้ง",
        "มกราคม 12 แห่ง",
        "ก.พ.ร. 2567",
        "ศาลตุลาการ 2567",
        "สังคม ค.ศ. 2024",
        "29 มกราคม 25667",
        "29 มกราคม",
        "5 มีนาคม 1250 บาท",
        "มีนาคม 1,250 บาท",
        "1\nมกราคม",
    ],
)
def test_what_is_not_surely_a_date_is_not_found(text: str) -> None:
    assert dates_of(text) == []


def test_a_piece_of_one_date_is_not_the_start_of_another() -> None:
    assert [found.text for found in find_dates("29-01-67 มกราคม 2567")] == ["29-01-67"]


def test_several_dates_come_in_the_order_of_the_text() -> None:
    text = "29/1/2567 ถึง ๓๐ มกราคม ๒๕๖๗ และ ก.พ. 67"
    assert [found.text for found in find_dates(text)] == ["29/1/2567", "๓๐ มกราคม ๒๕๖๗", "ก.พ. 67"]


@pytest.mark.parametrize("month", range(1, 13))
def test_each_month_is_known_by_its_full_and_its_short_name(month: int) -> None:
    for name in (MONTHS[month - 1], MONTHS_SHORT[month - 1], MONTHS_SHORT[month - 1].replace(".", "")):
        assert dates_of(f"1 {name} 2567") == [(f"1 {name} 2567", ThaiDate(2567, month, 1))]


@given(DATES, STYLES, st.booleans(), WORDS)
def test_a_written_date_is_found_again(date: datetime.date, style: Style, thai: bool, before: str) -> None:
    written = format_date(date, style)
    text = f"{before}\nลงวันที่ {to_thai(written) if thai else written} ดังนี้"
    assert find_dates(text)[-1].date.date == date


@given(WORDS)
def test_every_place_is_an_exact_offset(text: str) -> None:
    assert all(text[found.start : found.end] == found.text for found in find_dates(text))
    assert all(text[found.start : found.end] == found.text for found in find_years(text))


@given(WORDS)
def test_dates_do_not_overlap_and_have_a_year(text: str) -> None:
    found = find_dates(text)
    assert all(one.end <= two.start for one, two in pairwise(found))
    assert all(one.date.year for one in found)


@pytest.mark.parametrize("text", ["29 มกราคม 2567", " วันที่ ๒๙ มกราคม ๒๕๖๗ ", "29/1/67"])
def test_a_cell_that_is_one_date_is_read(text: str) -> None:
    assert parse_date(text) == ThaiDate(2567, 1, 29)


@pytest.mark.parametrize("text", ["", "29 มกราคม", "29 มกราคม 2567 ครับ", "1 ม.ค. 67 - 2 ม.ค. 67", "2567"])
def test_a_cell_that_is_more_or_less_than_a_date_is_not_read(text: str) -> None:
    assert parse_date(text) is None


# ---- real reports ----------------------------------------------------------------------------------------------------


def test_in_real_reports_every_date_is_found_and_nothing_else() -> None:
    quotes = {found.text for field, text in real_texts() if field != "period" for found in find_dates(text)}
    assert quotes == {"๒๙ มกราคม ๒๕๖๗", "๓๑ มีนาคม ๒๕๖๗", "มีนาคม ๒๕๖๔", "กันยายน 2566"}


def test_in_real_reports_only_the_years_of_laws_lie_before_those_of_the_work() -> None:
    years = [found for _, text in real_texts() for found in find_years(text)]
    assert {found.year for found in years if found.of_law} == {2558, 2560, 2561}
    assert {found.year for found in years if not found.of_law} == {2563, 2564, 2565, 2566, 2567}
    assert {found.year for found in years if found.in_range} == {2563, 2565}


# ---- years -----------------------------------------------------------------------------------------------------------


def years_of(text: str) -> list[int]:
    return [found.year for found in find_years(text)]


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("ประจำปีงบประมาณ พ.ศ.๒๕๖๗", [2567]),
        ("ปี 2566 2567 และ29 มกราคม 2567", [2566, 2567, 2567]),
        ("คำสั่งที่ 12/2567", [2567]),
        ("2567 คน", []),
        ("2,567 และ 2567.50 และ 12567 และ 25671", []),
        ("โทร 0 2567 1234 หรือ 02-567-2567 หรือ 034-2567-123", [2567]),
        ("ปี 67 และ 2467", []),
    ],
)
def test_only_a_year_that_stands_alone_is_found(text: str, years: list[int]) -> None:
    assert years_of(text) == years


@pytest.mark.parametrize(
    "text",
    [
        "พระราชบัญญัติการจัดซื้อจัดจ้าง\nและการบริหารพัสดุภาครัฐ พ.ศ. ๒๕๖๐",
        "พ.ร.บ.ข้อมูลข่าวสาร 2540",
        "พรบ.อำนวยความสะดวก พ.ศ. 2558",
        "พระราชกฤษฎีกาว่าด้วยหลักเกณฑ์ พ.ศ. 2546",
        "รัฐธรรมนูญแห่งราชอาณาจักรไทย พุทธศักราช 2560",
        "ระเบียบกระทรวงมหาดไทยว่าด้วยการรับเงิน การเบิกจ่ายเงิน การฝากเงิน การเก็บรักษาเงิน "
        "และการตรวจเงินขององค์กรปกครองส่วนท้องถิ่น พ.ศ. 2566",
        "ระเบียบพัสดุ พ.ศ. 2560",
        "กฎกระทรวงกำหนดวงเงิน พ.ศ. 2560",
        "ประกาศคณะกรรมการกลางพนักงานส่วนตำบล เรื่อง มาตรฐานทั่วไป พ.ศ. 2558",
        "ประมวลจริยธรรมพนักงานส่วนท้องถิ่น พ.ศ. 2564",
        "พระราชบัญญัติเทศบาล พ.ศ. 2496 และที่แก้ไขเพิ่มเติม (ฉบับที่ 14) พ.ศ. 2562",
        "พระราชบัญญัติเทศบาล พ.ศ. 2540 แก้ไขเพิ่มเติม (ฉบับที่ 14) พ.ศ. 2562",
    ],
)
def test_the_year_of_a_law_is_known(text: str) -> None:
    assert find_years(text)[-1].of_law


@pytest.mark.parametrize(
    "text",
    [
        "ปี พ.ศ. 2567",
        "ตามพระราชบัญญัติการจัดซื้อจัดจ้าง ประจำปีงบประมาณ พ.ศ. 2567",
        "ข้อบัญญัติงบประมาณรายจ่าย ประจำปี 2567",
        "ตามพระราชบัญญัติ พ.ศ. 2560 และแผน พ.ศ. 2567",
        "- ตาม พ.ร.บ.อำนวยความสะดวก\n- แผนปฏิบัติการ พ.ศ. 2567",
        "ตามระเบียบ ลงวันที่ 5 มีนาคม พ.ศ. 2567",
        "ประกาศองค์การบริหารส่วนตำบล เรื่อง นโยบายไม่รับของขวัญ พ.ศ. 2567",
        "ตาม พ.ร.บ. จัดซื้อจัดจ้าง ดำเนินการใน 2567",
        "ให้เจ้าหน้าที่ทราบถึงระเบียบและวิธีปฏิบัติ จัดอบรมคุณธรรมจริยธรรมบุคลากรทุกคนในหน่วยงาน พ.ศ. 2567",
    ],
)
def test_the_year_of_the_work_is_not_one_of_a_law(text: str) -> None:
    assert not find_years(text)[-1].of_law


@pytest.mark.parametrize(
    "text", ["พ.ศ. ๒๕๖๖ – ๒๕๗๐", "2566-2570", "พ.ศ. 2566 ถึง พ.ศ. 2570", "ปี 2566 ถึงปี 2570"]
)
def test_both_ends_of_a_span_of_years_are_marked(text: str) -> None:
    assert [(found.year, found.in_range) for found in find_years(text)] == [(2566, True), (2570, True)]


@pytest.mark.parametrize("text", ["2566 และ 2570", "ตุลาคม 2566 – 30 กันยายน 2567", "1 ต.ค. 2566 - ก.ย. 2567"])
def test_two_years_that_are_no_span_are_not_marked(text: str) -> None:
    assert [found.in_range for found in find_years(text)] == [False, False]


# ---- cost ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "piece", ["1", "25", "2567 ", "1/1/", "ม.ค.", " ", "ระเบียบ พ.ศ. 2567 ", "0 2567 ", "มกราคม 2"]
)
def test_a_full_cell_of_anything_is_read_at_once(piece: str) -> None:
    text = (piece * 32_767)[:32_767]
    start = time.process_time()
    find_dates(text)
    find_years(text)
    assert time.process_time() - start < 10  # some 0.1 s; a quadratic pattern takes a minute


@pytest.mark.parametrize(
    ("day", "year"),
    [
        (datetime.date(2026, 9, 30), 2569),
        (datetime.date(2026, 10, 1), 2570),
        (datetime.date(2026, 1, 1), 2569),
    ],
)
def test_the_report_that_is_due_is_that_of_the_fiscal_year_before_this_one(
    day: datetime.date, year: int
) -> None:
    assert fiscal_year_of(day) == year
    assert report_due(day) == year - 1
