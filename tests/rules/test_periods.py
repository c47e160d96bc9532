"""Y: a row's period lies in the year, its results in the period, and the paper comes after both."""

from __future__ import annotations

import pytest

from tests.rules.small_reports import hits, measure, of_measure, report

# -- Y21: the row's own period ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("period", "line", "quote"),
    [
        ("ม.ค.-ก.พ. พ.ศ.2567", "รายงานความพึงพอใจภายในเดือน กันยายน 2567", "กันยายน 2567"),
        ("มีนาคม 2567", "อบรมเมื่อวันที่ 5 มกราคม 2567", "5 มกราคม 2567"),
        ("ต.ค. 66 - ธ.ค. 66", "อบรมเมื่อวันที่ 5 มกราคม 2567", "5 มกราคม 2567"),
    ],
)
def test_y21_fires_on_a_date_outside_the_rows_own_period(period: str, line: str, quote: str) -> None:
    assert of_measure("Y21", line, period=period) == [("summary", quote)]


@pytest.mark.parametrize(
    ("period", "line"),
    [
        ("ม.ค.-มี.ค. 67", "อบรมเมื่อวันที่ 31 มีนาคม 2567"),
        ("ม.ค.-มี.ค. 67", "อบรมเดือนมีนาคม 2567"),
        ("ม.ค.-มี.ค. 67", "ตามคำสั่งที่ 3/2566 ลงวันที่ 3 พฤศจิกายน 2566"),
        ("ม.ค.-มี.ค. 67", "รายงานผลเมื่อวันที่ 10 เมษายน 2567"),
        ("เป็นประจำทุกเดือน", "อบรมเดือนมีนาคม 2567"),
        ("", "อบรมเดือนมีนาคม 2567"),
        ("ม.ค.-มี.ค. 67", "อบรมเมื่อวันที่ 5 มกราคม 2565"),  # an error of the year, said there
    ],
)
def test_y21_is_silent_within_the_period_and_on_papers_of_it(period: str, line: str) -> None:
    assert of_measure("Y21", line, period=period, status="done") == []


# -- Y22, Y23, Y24: periods ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    "period", ["ก.ย. 2567 - ต.ค. 2566", "30 กันยายน 2567 – 1 ตุลาคม 2566", "๕ มี.ค. ๖๗ ถึง ๑ มี.ค. ๖๗"]
)
def test_y22_fires_on_a_period_that_runs_backwards(period: str) -> None:
    assert of_measure("Y22", "ก", period=period) == [("period", period)]


@pytest.mark.parametrize("period", ["ต.ค. 66 - ก.ย. 67", "มีนาคม 2567", "ตลอดปีงบประมาณ", "", "ทุกวันศุกร์"])
def test_y22_is_silent_on_periods_that_run_forwards(period: str) -> None:
    assert of_measure("Y22", "ก", period=period) == []


@pytest.mark.parametrize(
    "period", ["ต.ค. 65 - ก.ย. 66", "มิ.ย. 67 - ธ.ค. 67", "ปีงบประมาณ 2566", "1 กันยายน 2566 - 31 มีนาคม 2567"]
)
def test_y23_fires_on_a_period_that_leaves_the_year(period: str) -> None:
    data = report(indicators=[{"no": 2, "period": period}])
    assert hits("Y23", data) == [("indicators[1].period", period)]


@pytest.mark.parametrize(
    "period", ["ต.ค.๖๖ ถึง ก.ย.๖๗", "ตลอดปีงบประมาณ", "รอบ 6 เดือน", "ก.ย. 2567 - ต.ค. 2566", "ไตรมาส 2"]
)
def test_y23_is_silent_within_the_year_and_on_periods_backwards(period: str) -> None:
    assert of_measure("Y23", "ก", period=period) == []


@pytest.mark.parametrize(
    "period", ["ตุลาคม ๒๕๖๖ – เมษายน ๒๕๖๗", "ต.ค. 66 - ก.พ. 67", "1 ต.ค. 66 - 31 ส.ค. 67"]
)
def test_y24_fires_on_a_period_one_month_beside_a_round(period: str) -> None:
    assert of_measure("Y24", "ก", period=period) == [("period", period)]


@pytest.mark.parametrize(
    "period", ["ต.ค. 66 - มี.ค. 67", "ต.ค. 66 - ก.ย. 67", "ต.ค. 66 - ธ.ค. 66", "พ.ย. 66 - เม.ย. 67"]
)
def test_y24_is_silent_on_whole_rounds_quarters_and_other_starts(period: str) -> None:
    assert of_measure("Y24", "ก", period=period) == []


def test_y24_is_silent_on_one_step_of_several() -> None:
    steps = [
        {"summary": ["ก"], "period": "ต.ค. 66 - เม.ย. 67"},
        {"summary": ["ข"], "period": "พ.ค. 67 - ก.ย. 67"},
    ]
    assert hits("Y24", report(measures=[measure(steps=steps)])) == []


# -- Y25, Y26: the paper's date -----------------------------------------------------------------------


def test_y25_fires_on_work_done_before_its_period_is_over() -> None:
    row = measure("ก", status="done", period="ม.ค. - ส.ค. 67")
    data = report(layout="matrix", report_date="31 กรกฎาคม 2567", measures=[row])
    assert hits("Y25", data) == [("measures[0].steps[0].period", "ม.ค. - ส.ค. 67")]


def test_y25_fires_in_a_year_whose_report_is_handed_in_by_april() -> None:
    assert of_measure("Y25", "ก", year=2566, status="done", period="ม.ค.-ก.ย. 2566") == [
        ("period", "ม.ค.-ก.ย. 2566")
    ]


@pytest.mark.parametrize(
    ("year", "status", "period"),
    [
        (2566, "done", "ม.ค.-มี.ค. 2566"),
        (2566, "in_progress", "ม.ค.-ก.ย. 2566"),
        (2566, "done", "ตลอดปีงบประมาณ"),
        (2567, "done", "ม.ค.-ก.ย. 2567"),  # reported after the year
    ],
)
def test_y25_is_silent_where_the_work_can_be_over(year: int, status: str, period: str) -> None:
    assert of_measure("Y25", "ก", year=year, status=status, period=period) == []


def test_y26_fires_on_papers_dated_before_the_round_is_over() -> None:
    data = report(
        round=12, report_date="31 สิงหาคม 2567", data_date="มิถุนายน 2567", signers=[{"date": "1 ก.ย. 2567"}]
    )
    assert hits("Y26", data) == [
        ("report_date", "31 สิงหาคม 2567"),
        ("data_date", "มิถุนายน 2567"),
        ("signers[0].date", "1 ก.ย. 2567"),
    ]


@pytest.mark.parametrize(
    ("year", "round_", "date"),
    [
        (2567, 12, "30 กันยายน 2567"),
        (2567, None, "ตุลาคม 2567"),
        (2567, 6, "31 มีนาคม 2567"),
        (2566, None, "5 เมษายน 2566"),
        (2567, 12, "เมื่อเสร็จสิ้นรอบ"),
        (2567, 12, ""),
    ],
)
def test_y26_is_silent_from_the_last_day_of_the_round(year: int, round_: int | None, date: str) -> None:
    assert hits("Y26", report(year, round=round_, report_date=date)) == []
