"""Weekdays beside dates: found as people write them, and held against the calendar."""

from __future__ import annotations

import datetime

import pytest

from itaxl.thai.dates import find_dates
from itaxl.thai.weekdays import Weekday, find_weekdays


def _found(text: str) -> list[Weekday]:
    return find_weekdays(text, find_dates(text))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("ประชุมวันจันทร์ที่ 6 มกราคม 2568 ณ หอประชุม", ["วันจันทร์ที่ 6 มกราคม 2568"]),
        ("วันพฤหัสบดีที่ ๙ เดือนมกราคม พ.ศ. ๒๕๖๘", ["วันพฤหัสบดีที่ ๙ เดือนมกราคม พ.ศ. ๒๕๖๘"]),
        ("วันพฤหัสฯ ที่ 9 ม.ค. 68", ["วันพฤหัสฯ ที่ 9 ม.ค. 68"]),
        ("จ. 6 ม.ค. 68", ["จ. 6 ม.ค. 68"]),
        ("วันที่ (พุธ) 8 ม.ค. 68", ["(พุธ) 8 ม.ค. 68"]),
        ("8 มกราคม 2568 (วันพุธ)", ["8 มกราคม 2568 (วันพุธ)"]),
        ("วันที่ 8 มกราคม 2568 ซึ่งตรงกับวันพุธ", ["8 มกราคม 2568 ซึ่งตรงกับวันพุธ"]),
        ("วันพุธที่ 8/1/2568", ["วันพุธที่ 8/1/2568"]),
        ("วันจันทร์ที่ 6, 13 และ 20 มกราคม 2568", ["วันจันทร์ที่ 6, 13 และ 20 มกราคม 2568"]),
    ],
)
def test_a_weekday_is_found_with_its_date_and_agrees(text: str, said: list[str]) -> None:
    found = _found(text)
    assert [each.text for each in found] == said
    assert [each.true_weekday for each in found] == [None] * len(said)


@pytest.mark.parametrize(
    "text",
    [
        "วันจันทร์ที่ 6 – วันศุกร์ที่ 10 มกราคม 2568",
        "วันจันทร์ - ศุกร์ ที่ 6 - 10 มกราคม 2568",
        "วันจันทร์ที่ 6 และวันศุกร์ที่ 10 มกราคม 2568",
    ],
)
def test_both_ends_of_a_range_count(text: str) -> None:
    days = [(each.weekday, each.date.date, each.true_weekday) for each in _found(text)]
    assert days == [(0, datetime.date(2025, 1, 6), None), (4, datetime.date(2025, 1, 10), None)]


def test_a_range_over_the_new_year_begins_in_the_year_before() -> None:
    one, two = _found("วันจันทร์ที่ 30 ธันวาคม ถึงวันศุกร์ที่ 3 มกราคม 2568")
    assert (one.date.date, two.date.date) == (datetime.date(2024, 12, 30), datetime.date(2025, 1, 3))
    assert one.true_weekday is two.true_weekday is None


@pytest.mark.parametrize(
    "text",
    [
        "ทุกวันพุธ ตั้งแต่วันที่ 6 มกราคม 2568",
        "วันจันทร์ถึงวันศุกร์ เวลา 08.30 - 16.30 น. ตั้งแต่ 8 มกราคม 2568",
        "อาทิตย์ที่ 3 มกราคม 2568",  # the third week
        "อ.เมือง จ.ลำพูน 6 มกราคม 2568",
        "วันจันทร์ที่ 1 ของเดือน เริ่ม 8 มกราคม 2568",
        "วันพุธที่ 8 มกราคม",
        "คลองศุกร์ 9 มกราคม 2568",
        "วันจันทร์ วันอังคาร และวันพุธที่ 6 มกราคม 2568",  # which of them is not said
    ],
)
def test_other_weekdays_belong_to_no_date(text: str) -> None:
    assert _found(text) == []


def test_a_wrong_year_shows_with_the_years_and_the_day_that_fit() -> None:
    (said,) = _found("วันพุธที่ 6 มกราคม 2568")
    assert said.true_weekday == 0
    assert said.fitting_years() == [2570, 2564]
    assert said.nearest_day() == datetime.date(2025, 1, 8)


def test_before_the_new_year_moved_january_was_in_the_next_common_year() -> None:
    (said,) = _found("วันอาทิตย์ที่ 18 มีนาคม 2448")
    assert said.true_weekday is None
    (said,) = _found("วันจันทร์ที่ 18 มีนาคม 2448")
    assert said.true_weekday == 5


def test_a_day_that_no_calendar_has_agrees_with_every_weekday() -> None:
    (said,) = _found("วันพุธที่ 31 เมษายน 2568")
    assert (said.true_weekday, said.nearest_day()) == (None, None)
