"""Y: what is reported as done was done within the year, on a day that there is, before the report was made."""

from __future__ import annotations

import pytest

from tests.rules.small_reports import hits, item, measure, of_item, of_measure, report

# -- Y11, Y12: days that cannot be --------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "quote"),
    [
        ("จัดอบรมเมื่อวันที่ 29 มกราคม 2566", "29 มกราคม 2566"),
        ("จัดอบรมเมื่อวันที่ ๒๙ ม.ค. ๖๙", "๒๙ ม.ค. ๖๙"),
        ("จัดอบรมเมื่อวันที่ 30 กันยายน 2566", "30 กันยายน 2566"),
        ("จัดอบรมเมื่อวันที่ 1 ตุลาคม 2567", "1 ตุลาคม 2567"),
        ("รายงานผู้บริหารเมื่อวันที่ 2 กุมภาพันธ์ 2568", "2 กุมภาพันธ์ 2568"),  # long after the year
    ],
)
def test_y11_fires_on_a_day_outside_the_year(line: str, quote: str) -> None:
    assert of_measure("Y11", line) == [("summary", quote)]


@pytest.mark.parametrize(
    "line",
    [
        "จัดอบรมเมื่อวันที่ 1 ตุลาคม 2566",
        "จัดอบรมเมื่อวันที่ 30/9/2567",
        "แต่งตั้งคณะทำงานตามคำสั่งที่ 45/2566 ลงวันที่ 3 สิงหาคม 2566",  # an older paper
        "ใช้บังคับตั้งแต่วันที่ 1 มกราคม 2564",
        "รายงานผลต่อผู้บริหารเมื่อวันที่ 15 ตุลาคม 2567",  # the report on the finished year
        "จัดอบรมเดือนสิงหาคม 2566",  # no full date: for the row's own period to say
        "พระราชบัญญัติข้อมูลข่าวสาร พ.ศ. 2540",
    ],
)
def test_y11_is_silent_within_the_year_and_on_the_dates_of_papers(line: str) -> None:
    assert of_measure("Y11", line) == []


def test_y11_is_silent_in_the_year_that_an_item_is_about() -> None:
    assert of_item("Y11", 33, "- อบรมเมื่อวันที่ 29 มกราคม 2566") == []
    assert of_item("Y11", 27, "- อบรมเมื่อวันที่ 29 มกราคม 2566") == ["29 มกราคม 2566"]


@pytest.mark.parametrize("status", [None, "not_started", "in_progress", "done", "impossible"])
def test_y11_fires_whatever_box_is_ticked(status: str | None) -> None:
    assert of_measure("Y11", "จัดอบรมวันที่ 5 ธันวาคม 2567", status=status) == [("summary", "5 ธันวาคม 2567")]


@pytest.mark.parametrize("status", ["not_started", "in_progress", "done"])
@pytest.mark.parametrize(
    "line",
    [
        "กำหนดจัดอบรมวันที่ 5 ธันวาคม 2567",
        "จะจัดอบรมวันที่ 5 ธันวาคม 2567",
        "อยู่ระหว่างจัดหาวิทยากร เพื่ออบรมวันที่ 5 ธันวาคม 2567",
        "ลงนามสัญญาแล้ว สิ้นสุดสัญญาวันที่ 5 ธันวาคม 2567",
    ],
)
def test_y11_is_silent_on_a_day_that_is_told_as_still_to_come(line: str, status: str) -> None:
    assert of_measure("Y11", line, status=status) == []


@pytest.mark.parametrize(
    "line",
    [
        "เทศบาลยกฐานะจากสุขาภิบาลเมื่อวันที่ 25 พฤษภาคม 2542",
        "จัดกิจกรรมวันท้องถิ่นไทย ซึ่งตรงกับวันที่ 18 มีนาคม 2448",
        "รำลึกถึงวันที่ 13 ตุลาคม 2559",
    ],
)
def test_y11_is_silent_on_history(line: str) -> None:
    assert of_measure("Y11", line) == []


@pytest.mark.parametrize(("day", "found"), [("30 กันยายน 2561", 1), ("20 กันยายน 2561", 0)])
def test_y11_fires_only_on_days_that_a_copied_report_could_hold(day: str, found: int) -> None:
    assert len(of_measure("Y11", f"จัดอบรมเมื่อวันที่ {day}")) == found
    assert len(of_measure("Y13", f"จัดอบรมเมื่อวันที่ {day}")) == 1 - found


def test_y11_fires_on_an_activity_of_the_evidence_sheet() -> None:
    rows = [
        {"of": "M1", "kind": "กิจกรรม", "date": "29 มกราคม 2566"},
        {"of": "M1", "kind": "คำสั่ง", "date": "29 มกราคม 2566"},
        {"of": "O33", "kind": "กิจกรรม", "date": "29 มกราคม 2566"},
    ]
    assert hits("Y11", report(evidence=rows)) == [("evidence[0].date", "29 มกราคม 2566")]


def test_y11_fires_on_a_day_after_the_report_was_made() -> None:
    data = report(
        2566, "matrix", report_date="31 มีนาคม 2566", measures=[measure("เสนอผู้บริหารวันที่ 5 เม.ย. 2566")]
    )
    assert hits("Y11", data) == [("measures[0].steps[0].summary", "5 เม.ย. 2566")]


@pytest.mark.parametrize("date", ["31 กุมภาพันธ์ 2567", "๓๑ เม.ย. ๖๗", "30/02/2567", "29 กุมภาพันธ์ 2566"])
def test_y12_fires_on_a_day_that_no_calendar_has(date: str) -> None:
    assert of_measure("Y12", f"จัดอบรมวันที่ {date}") == [("summary", date)]


@pytest.mark.parametrize("text", ["29 กุมภาพันธ์ 2567", "กุมภาพันธ์ 2567", "ข้อ 31 กุมภาพันธ์"])
def test_y12_is_silent_on_days_that_are_there(text: str) -> None:
    assert of_measure("Y12", text) == []


# -- Y13: days in doubt -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "quote"),
    [
        ("ออกประกาศ เรื่อง แนวปฏิบัติ ลงวันที่ 10 พฤศจิกายน 2565", "10 พฤศจิกายน 2565"),
        ("นายกลงนามประกาศเมื่อวันที่ 4 มกราคม 2566", "4 มกราคม 2566"),
        ("งดเรียกสำเนาบัตรตั้งแต่วันที่ 1 กรกฎาคม 2566", "1 กรกฎาคม 2566"),
    ],
)
def test_y13_fires_on_a_paper_older_than_the_year(line: str, quote: str) -> None:
    assert of_measure("Y13", line) == [("summary", quote)]


def test_y13_fires_on_an_item_shown_after_the_year_or_before_its_own_was_over() -> None:
    assert of_item("Y13", 18, "- แผนปี 2567 เผยแพร่เมื่อวันที่ 18 ตุลาคม 2567") == ["18 ตุลาคม 2567"]
    assert of_item("Y13", 9, "- รายงานผลปี 2566 เผยแพร่เมื่อวันที่ 20 ธันวาคม 2565") == ["20 ธันวาคม 2565"]


@pytest.mark.parametrize(
    "line",
    [
        "ตามคำสั่งที่ 45/2566 ลงวันที่ 3 สิงหาคม 2566",
        "ตามหนังสือกระทรวงมหาดไทย ลงวันที่ 3 สิงหาคม 2561",
        "ประกาศใช้บังคับตั้งแต่วันที่ 1 มกราคม 2564",
        "รายงานผลต่อผู้บริหารเมื่อวันที่ 15 ตุลาคม 2567",
        "จัดอบรมเมื่อวันที่ 29 มกราคม 2566",  # certain: said there
        "ออกประกาศ ลงวันที่ 10 พฤศจิกายน 2566",
    ],
)
def test_y13_is_silent_on_lasting_papers_and_on_what_is_certain(line: str) -> None:
    assert of_measure("Y13", line) == []


def test_y13_is_silent_on_the_work_of_the_year_that_an_item_is_about() -> None:
    assert of_item("Y13", 33, "- อบรมเมื่อวันที่ 29 มกราคม 2566 เผยแพร่เมื่อวันที่ 5 ธันวาคม 2566") == []


# -- Y27: orders --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "quote"),
    [
        ("ตามคำสั่งที่ 12/2566 ลงวันที่ 5 มกราคม 2567", "12/2566"),
        ("คำสั่ง อบต. ที่ ๔๕/๒๕๖๗ เรื่อง แต่งตั้งคณะทำงาน ลงวันที่ ๓ ธ.ค. ๖๖", "๔๕/๒๕๖๗"),
    ],
)
def test_y27_fires_on_an_order_dated_in_another_year(line: str, quote: str) -> None:
    assert of_measure("Y27", line) == [("summary", quote)]


def test_y27_fires_on_a_piece_of_evidence() -> None:
    rows = [
        {"of": "M1", "ref": "ที่ 12/2566", "date": "5 มกราคม 2567"},
        {"of": "M1", "ref": "13/2567", "date": "6 ม.ค. 67"},
    ]
    assert hits("Y27", report(evidence=rows)) == [("evidence[0].ref", "ที่ 12/2566")]


@pytest.mark.parametrize(
    "line",
    [
        "ตามคำสั่งที่ 12/2567 ลงวันที่ 5 มกราคม 2567",
        "ตามคำสั่งที่ 512/2566 ลงวันที่ 16 ตุลาคม 2566",
        "คำสั่งที่ 12/2566 และคำสั่งที่ 3/2567 ลงวันที่ 5 มกราคม 2567",
        "ประชุมครั้งที่ 1/2566 เมื่อวันที่ 5 มกราคม 2567",
        "คำสั่งที่ 12/2566 ลงวันที่เดียวกัน",
    ],
)
def test_y27_is_silent_where_number_and_date_agree_or_are_not_one_paper(line: str) -> None:
    assert of_measure("Y27", line) == []


def test_dates_of_an_item_not_begun_are_left_alone() -> None:
    assert hits("Y11", report(o_items=[item(27, "- กำหนดวันที่ 5 ธันวาคม 2567", status="not_started")])) == []


# -- a state as of the last day before the year -------------------------------------------------------


@pytest.mark.parametrize(
    "line",
    [
        "ณ วันที่ 30 กันยายน 2566 มีพนักงาน จำนวน 45 คน",
        "- ณ วันที่ ๓๐ กันยายน ๒๕๖๖ องค์การบริหารส่วนตำบลดงตะงาว มีพนักงานจ้าง 12 คน",
        "ทบทวนแผนอัตรากำลังโดยใช้ข้อมูล ณ วันที่ 30 กันยายน 2566 แล้ว",
        "นำเงินคงเหลือ ณ วันที่ 30 กันยายน 2566 มาตั้งจ่ายแล้ว",
    ],
)
def test_y11_is_silent_on_a_state_as_of_the_last_day_before_the_year(line: str) -> None:
    assert of_measure("Y11", line) == []


@pytest.mark.parametrize(
    "line",
    [
        "จัดอบรม ณ วันที่ 30 กันยายน 2566 มีพนักงานเข้าร่วม 45 คน",
        "ณ วันที่ 30 กันยายน 2566 จัดอบรมพนักงานแล้ว มีพนักงาน 45 คน",
        "ณ วันที่ 30 กันยายน 2566 มีผู้เข้าอบรม 45 คน",
        "ณ วันที่ 29 กันยายน 2566 มีพนักงาน 45 คน",
        "ณ วันที่ 30 กันยายน 2565 มีพนักงาน 45 คน",
    ],
)
def test_y11_fires_on_work_done_that_day_and_on_a_state_as_of_other_days(line: str) -> None:
    assert len(of_measure("Y11", line)) == 1
