"""Periods: every way a period cell is filled in, and free text left alone."""

import datetime
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itaxl.thai.dates import MONTHS, MONTHS_SHORT, Period, ThaiDate, format_date, parse_period
from itaxl.thai.digits import to_thai
from tests.thai.samples import DATES, STYLES, WORDS, Style, real_texts


def days_of(text: str, fiscal_year: int = 2567) -> str:
    period = parse_period(text, fiscal_year)
    assert period is not None
    return f"{period.first_day} {period.last_day}"


@pytest.mark.parametrize(
    ("text", "days"),
    [  # as printed in published reports, those of 2566 with their own fiscal year
        ("ต.ค.๖๖ ถึง ก.ย.๖๗", "2023-10-01 2024-09-30"),
        ("ตุลาคม ๒๕๖๖ – เมษายน ๒๕๖๗", "2023-10-01 2024-04-30"),
        ("๑ มกราคม - ๓๐ มิถุนายน ๒๕๖๗", "2024-01-01 2024-06-30"),
        ("๑ ตุลาคม ๒๕๖๖ – ๓๐ กันยายน ๒๕๖๗", "2023-10-01 2024-09-30"),
        ("ตลอดปีงบประมาณ", "2023-10-01 2024-09-30"),
        ("ม.ค.-ก.ย. พ.ศ.2566", "2023-01-01 2023-09-30"),
        ("มกราคม พ.ศ.2566", "2023-01-01 2023-01-31"),
        ("ม.ค.-ก.พ. พ.ศ.2566", "2023-01-01 2023-02-28"),
        ("ม.ค.- มี.ค พ.ศ.2566", "2023-01-01 2023-03-31"),
        ("1 ต.ค 65 - 31 มี.ค. 66", "2022-10-01 2023-03-31"),
    ],
)
def test_the_periods_of_real_reports_are_read(text: str, days: str) -> None:
    assert days_of(text) == days


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("ปีงบประมาณ พ.ศ. 2567", "2023-10-01 2024-09-30"),
        ("ตลอดปีงบประมาณ พ.ศ. ๒๕๖๖", "2022-10-01 2023-09-30"),
        ("ภายในปีงบประมาณ 66", "2022-10-01 2023-09-30"),
        ("ปี 2566", "2022-10-01 2023-09-30"),
        ("ตลอดทั้งปี", "2023-10-01 2024-09-30"),
        ("พ.ศ. 2566 - 2570", "2022-10-01 2027-09-30"),
        ("ปีงบประมาณ 2566 ถึงปีงบประมาณ 2567", "2022-10-01 2024-09-30"),
        ("ไตรมาสที่ 2", "2024-01-01 2024-03-31"),
        ("ไตรมาส 1-2", "2023-10-01 2024-03-31"),
        ("ไตรมาสที่ ๑ ถึงไตรมาสที่ ๔", "2023-10-01 2024-09-30"),
        ("ไตรมาสที่ 3 ปีงบประมาณ พ.ศ. 2566", "2023-04-01 2023-06-30"),
        ("ไตรมาส 4/2566", "2023-07-01 2023-09-30"),
        ("รอบ 6 เดือน", "2023-10-01 2024-03-31"),
        ("6 เดือนแรกของปีงบประมาณ 2566", "2022-10-01 2023-03-31"),
        ("6 เดือนหลัง", "2024-04-01 2024-09-30"),
        ("รอบ ๑๒ เดือน", "2023-10-01 2024-09-30"),
    ],
)
def test_parts_of_a_fiscal_year_are_read(text: str, days: str) -> None:
    assert days_of(text) == days


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("ภายในเดือนมีนาคม 2567", "2024-03-01 2024-03-31"),
        ("ภายในวันที่ 30 กันยายน 2567", "2024-09-30 2024-09-30"),
        ("๒๙ ก.พ. ๖๗", "2024-02-29 2024-02-29"),
        ("29/1/2567", "2024-01-29 2024-01-29"),
        ("1/10/2566 - 30/9/2567", "2023-10-01 2024-09-30"),
        ("1-10-66 ถึง 30-09-67", "2023-10-01 2024-09-30"),
        ("ตั้งแต่วันที่ 1 ต.ค. 2566 ถึงวันที่ 30 ก.ย. 2567 (ตลอดปี)", "2023-10-01 2024-09-30"),
        ("1-15 กันยายน 2567", "2024-09-01 2024-09-15"),
        ("15 ต.ค. 66 - มี.ค. 67", "2023-10-15 2024-03-31"),
        ("มกราคม\n2567", "2024-01-01 2024-01-31"),
        ("ม.ค. – ธ.ค. 2024", "2024-01-01 2024-12-31"),
    ],
)
def test_days_and_months_are_read(text: str, days: str) -> None:
    assert days_of(text) == days


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("ต.ค. - ก.ย. 2567", "2023-10-01 2024-09-30"),
        ("30 ธ.ค. - 5 ม.ค. 67", "2023-12-30 2024-01-05"),
        ("ต.ค. 66 - ก.ย.", "2023-10-01 2024-09-30"),
        ("ม.ค. 67 - ก.ย.", "2024-01-01 2024-09-30"),
        ("ต.ค. - ก.ย.", "2023-10-01 2024-09-30"),
        ("12 - 14 พฤศจิกายน", "2023-11-12 2023-11-14"),
        ("ต.ค. - ธ.ค. ปีงบประมาณ 2566", "2022-10-01 2022-12-31"),
    ],
)
def test_a_missing_year_comes_from_the_other_end_or_the_fiscal_year(text: str, days: str) -> None:
    assert days_of(text) == days


def test_a_period_may_run_backwards_for_a_rule_to_say_so() -> None:
    assert days_of("เม.ย. 2567 - ม.ค. 2566") == "2024-04-01 2023-01-31"
    assert days_of("20 - 10 มีนาคม 2567") == "2024-03-20 2024-03-10"


def test_a_day_that_no_calendar_has_gives_no_day() -> None:
    assert days_of("1 - 31 กุมภาพันธ์ 2567") == "2024-02-01 None"


@pytest.mark.parametrize(
    "text",
    [
        "", "-", "ตลอดเวลา", "เป็นประจำทุกเดือน,", "ทุกไตรมาส", "ปีละ 1 ครั้ง", "30 วัน", "6 เดือน", "67", "5 -",
        "มกราคม 3000", "ต.ค. 66 2567", "มีนาคม 67 เป็นต้นไป", "มีนาคม และ กันยายน 2567", "ไตรมาสที่ 5", "ทุกวันที่ 5",
    ],
)  # fmt: skip
def test_free_text_is_not_a_period(text: str) -> None:
    assert parse_period(text, 2567) is None


@given(DATES, DATES, STYLES, st.sampled_from([" - ", "-", " ถึง ", " – ", "ถึงวันที่ "]))
def test_two_written_dates_are_read_back_as_a_period(
    first: datetime.date, last: datetime.date, style: Style, between: str
) -> None:
    period = parse_period(f"{format_date(first, style)}{between}{to_thai(format_date(last, style))}", 2567)
    assert period is not None
    assert (period.first_day, period.last_day) == (first, last)


@given(st.integers(1, 12), st.integers(1, 12), st.integers(2560, 2575))
def test_a_start_without_its_year_never_comes_after_the_end(first: int, last: int, year: int) -> None:
    period = parse_period(f"{MONTHS_SHORT[first - 1]} - {MONTHS[last - 1]} {year}", 2567)
    assert period is not None
    assert period.first_day is not None
    assert period.last_day is not None
    assert datetime.timedelta(0) < period.last_day - period.first_day < datetime.timedelta(366)


@given(WORDS)
def test_no_period_cell_stops_the_reader(text: str) -> None:
    period = parse_period(text, 2567)
    assert period is None or (period.start.month and period.end.year)


def test_in_real_reports_only_free_text_is_left_unread_as_a_period() -> None:
    periods = {text for field, text in real_texts() if field == "period" and text}
    assert {text for text in periods if not parse_period(text, 2567)} == {"เป็นประจำทุกเดือน,"}


@pytest.mark.parametrize("month", range(1, 13))
def test_each_month_alone_lies_in_the_fiscal_year(month: int) -> None:
    for name in (MONTHS[month - 1], MONTHS_SHORT[month - 1], MONTHS_SHORT[month - 1].replace(".", "")):
        only = ThaiDate(2566 if month >= 10 else 2567, month)
        assert parse_period(f"เดือน{name}", 2567) == Period(only, only)


@pytest.mark.parametrize(
    "piece", ["1", "2567 ", "1/1/", "ม.ค.", " ", "-", "ถึง", "(", "ปี", "ไตรมาส", "ใน", "พ.ศ."]
)
def test_a_full_cell_of_anything_is_read_at_once(piece: str) -> None:
    text = (piece * 32_767)[:32_767]
    start = time.process_time()
    parse_period(text, 2567)
    assert time.process_time() - start < 10  # some 0.02 s; a quadratic pattern takes a minute
