"""R, S: one paper, project, person or item is told alike wherever the report speaks of it."""

from __future__ import annotations

import pytest

from tests.rules.texts import Json, places, report, said, step


def _two(one: str, other: str) -> Json:
    return report(measures=[step(summary=one), step(summary=other, no=2)])


def _said(code: str, one: str, other: str) -> list[str]:
    return [quote for _, quote in places(code, _two(one, other))]


# ---- papers ----------------------------------------------------------------------------------------------------------


def test_r31_fires_at_both_cells_on_a_paper_with_two_dates() -> None:
    one = "คำสั่งองค์การบริหารส่วนตำบลดงตะงาว ที่ 45/2567 เรื่อง แต่งตั้งคณะทำงาน ลงวันที่ 5 มกราคม 2567"
    other = "ตามคำสั่ง อบต.ดงตะงาว ที่ ๔๕/๒๕๖๗ ลงวันที่ ๑๕ มกราคม ๒๕๖๗"
    assert _said("R31", one, other) == ["5 มกราคม 2567", "๑๕ มกราคม ๒๕๖๗"]


def test_r31_fires_on_a_paper_and_its_evidence_and_says_where_the_other_stands() -> None:
    evidence = [{"of": "M1", "kind": "คำสั่ง", "ref": "ที่ 45/2567", "date": "6 มกราคม 2567"}]
    data = report(measures=[step(summary="คำสั่งที่ 45/2567 ลงวันที่ 5 มกราคม 2567")], evidence=evidence)
    one, other = said("R31", data)
    assert (one.field, other.field) == ("measures[0].steps[0].summary", "evidence[0].date")
    assert "6 มกราคม 2567" in one.message
    assert "มาตรการที่ 1" in other.message


def test_r31_fires_on_an_announcement_of_one_name() -> None:
    one, other = (
        "ประกาศเจตจำนงสุจริตของผู้บริหาร เมื่อวันที่ 5 มกราคม 2567",
        "ประกาศเจตจำนงสุจริตของผู้บริหาร ลงวันที่ 9 มกราคม 2567",
    )
    assert _said("R31", one, other) == ["5 มกราคม 2567", "9 มกราคม 2567"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ประกาศเจตจำนงสุจริตของผู้บริหาร เมื่อวันที่ 5 มกราคม 2567", "ประกาศเจตจำนงสุจริตของผู้บริหาร ลงวันที่ 9 มกราคม 2566"),
        ("ประกาศเจตจำนงสุจริตของผู้บริหาร เมื่อวันที่ 5 มกราคม 2567", "ประกาศเจตจำนงสุจริต ลงวันที่ 9 มกราคม 2567"),
        ("คำสั่งที่ 45/2567 ลงวันที่ 5 มกราคม 2567", "คำสั่งที่ 45/2567 ลงวันที่ ๕ ม.ค. ๖๗"),
        ("คำสั่งที่ 45/2567 ลงวันที่ 5 มกราคม 2567", "คำสั่งที่ 46/2567 ลงวันที่ 6 มกราคม 2567"),
        ("คำสั่งที่ 45/2566 ลงวันที่ 5 มกราคม 2566", "คำสั่งที่ 45/2567 ลงวันที่ 6 มกราคม 2567"),
        ("คำสั่งที่ 45/2567 ลงวันที่ 5 มกราคม 2567", "ประกาศที่ 45/2567 ลงวันที่ 6 มกราคม 2567"),
        ("คำสั่งสำนักปลัด ที่ 5/2567 ลงวันที่ 5 มกราคม 2567", "คำสั่งกองคลัง ที่ 5/2567 ลงวันที่ 6 มกราคม 2567"),
        ("คำสั่งที่ 45/2567 ลงวันที่ 5 มกราคม 2567", "คำสั่งที่ 45/2567 เมื่อวันที่ 6 มกราคม 2567"),
        ("คำสั่งที่ 45/2567 ลงวันที่ 5 มกราคม 2567", "คำสั่งที่ 45/2567 ลงวันที่ดังกล่าว"),
        ("คำสั่งอำเภอดอนพุด ที่ 5/2567 ลงวันที่ 5 มกราคม 2567", "คำสั่งที่ 5/2567 ลงวันที่ 6 มกราคม 2567"),
    ],
)
def test_r31_is_silent_where_dates_agree_or_the_papers_are_two(one: str, other: str) -> None:
    assert _said("R31", one, other) == []


# ---- projects --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("one", "other", "quotes"),
    [
        (
            "โครงการอบรมคุณธรรมจริยธรรม เมื่อวันที่ 5 มีนาคม 2567",
            "จัดโครงการอบรมคุณธรรมจริยธรรม วันที่ 6 มีนาคม 2567",
            ["5 มีนาคม 2567", "6 มีนาคม 2567"],
        ),
        (
            "โครงการอบรมคุณธรรมจริยธรรม มีผู้เข้าร่วม 50 คน",
            "โครงการอบรมคุณธรรมจริยธรรม ผู้เข้าอบรมจำนวน ๔๕ คน",
            ["50 คน", "๔๕ คน"],
        ),
    ],
)
def test_r32_fires_on_one_project_of_two_days_or_numbers(one: str, other: str, quotes: list[str]) -> None:
    assert _said("R32", one, other) == quotes


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("โครงการอบรมคุณธรรมจริยธรรม วันที่ 5 มีนาคม 2567", "โครงการอบรมคุณธรรมจริยธรรม วันที่ ๕ มี.ค. ๖๗"),
        ("โครงการอบรมคุณธรรมจริยธรรม รุ่นที่ 1 วันที่ 5 มีนาคม 2567", "โครงการอบรมคุณธรรมจริยธรรม วันที่ 6 มีนาคม 2567"),
        ("โครงการอบรมคุณธรรมจริยธรรม วันที่ 5 มีนาคม 2567", "โครงการจิตอาสาพัฒนาชุมชน วันที่ 6 มีนาคม 2567"),
        ("โครงการอบรมคุณธรรมจริยธรรม วันที่ 5 มีนาคม 2567", "โครงการอบรมคุณธรรมจริยธรรมผู้บริหาร วันที่ 6 มีนาคม 2567"),
        (
            "โครงการอบรมคุณธรรมจริยธรรม วันที่ 5 มีนาคม 2567",
            "โครงการอบรมคุณธรรมจริยธรรม วันที่ 5 และรายงานผลวันที่ 9 มีนาคม 2567 ประชุมวันที่ 5 เมษายน 2567",
        ),
        (
            "โครงการอบรมคุณธรรมจริยธรรม และโครงการจิตอาสา วันที่ 5 มีนาคม 2567",
            "โครงการอบรมคุณธรรมจริยธรรม วันที่ 6 มีนาคม 2567",
        ),
        ("โครงการอบรมคุณธรรมจริยธรรม ผู้เข้าร่วม 50 คน", "โครงการอบรมคุณธรรมจริยธรรม ใช้งบประมาณ 45 บาท"),
        ("โครงการอบรมคุณธรรมจริยธรรม จัด 2 ครั้ง วันที่ 5 มีนาคม 2567", "โครงการอบรมคุณธรรมจริยธรรม วันที่ 6 มีนาคม 2567"),
    ],
)
def test_r32_is_silent_on_projects_that_agree_are_two_or_were_held_twice(one: str, other: str) -> None:
    assert _said("R32", one, other) == []


def _step(summary: str, outcome: str) -> list[tuple[str, str]]:
    found = places("R34", report(measures=[step(summary=summary, outcome=outcome)]))
    return [(field.rpartition(".")[2], quote) for field, quote in found]


@pytest.mark.parametrize(
    ("summary", "outcome", "quotes"),
    [
        ("อบรมจริยธรรม มีผู้เข้าร่วม 56 คน", "ผู้เข้าร่วม 65 คนเข้าใจประมวลจริยธรรม", ("56 คน", "65 คน")),
        (
            "อบรมจริยธรรมเมื่อวันที่ 18 มกราคม 2567",
            "ผลจากการอบรมวันที่ 28 มกราคม 2567",
            ("18 มกราคม 2567", "28 มกราคม 2567"),
        ),
    ],
)
def test_r34_fires_on_two_days_or_numbers_of_one_step(
    summary: str, outcome: str, quotes: tuple[str, str]
) -> None:
    assert _step(summary, outcome) == [("summary", quotes[0]), ("outcome", quotes[1])]


@pytest.mark.parametrize(
    ("summary", "outcome"),
    [
        ("อบรมจริยธรรม มีผู้เข้าร่วม 56 คน", "ผู้เข้าร่วมทั้ง 56 คนเข้าใจประมวลจริยธรรม"),
        ("อบรมจริยธรรม มีผู้เข้าร่วม 56 คน", "ผู้ผ่านการทดสอบ 50 คน"),
        ("ประชุมชี้แจง มีผู้เข้าร่วม 65 คน", "ผู้เข้าร่วมประชุม 60 คน จาก 65 คน ตอบว่าเข้าใจ"),
        ("จัดกิจกรรม มีประชาชนเข้าร่วม 312 คน", "ผู้เข้าร่วมทดลองยื่นคำขอได้เอง 274 คน คิดเป็นร้อยละ 87.8"),
        ("อบรมจริยธรรม มีผู้เข้าร่วม 56 คน", "ผู้เข้าร่วม 55 คนเข้าใจประมวลจริยธรรม"),
        ("อบรม รุ่นที่ 1 ผู้เข้าร่วม 56 คน รุ่นที่ 2 ผู้เข้าร่วม 44 คน", "ผู้เข้าร่วม 100 คนเข้าใจ"),
        ("อบรม 2 ครั้ง ผู้เข้าร่วม 56 คน", "ผู้เข้าร่วม 112 คนเข้าใจ"),
        ("อบรมเมื่อวันที่ 18 มกราคม 2567", "รายงานผลเมื่อวันที่ 28 มกราคม 2567"),
        ("อบรมเมื่อวันที่ 18 มกราคม 2567", "ประชุมสรุปผลวันที่ 28 มกราคม 2567"),
        ("อบรมเมื่อวันที่ 18 มกราคม 2567 และประชุมวันที่ 20 มกราคม 2567", "ผลจากการอบรมวันที่ 18 มกราคม 2567"),
        ("อบรมเมื่อวันที่ 18 มกราคม 2567", ""),
    ],
)
def test_r34_is_silent_where_they_agree_or_speak_of_other_things(summary: str, outcome: str) -> None:
    assert _step(summary, outcome) == []


# ---- persons ---------------------------------------------------------------------------------------------------------

SIGNER = {"role": "ผู้รายงาน", "prefix": "นาย", "name": "สมชาย ใจดี", "position": "หัวหน้าสำนักปลัด"}


def test_r33_fires_on_a_signer_who_holds_another_position_in_a_text() -> None:
    text = "มอบหมายนายสมชาย ใจดี ตำแหน่ง นิติกรชำนาญการ เป็นผู้รับผิดชอบ"
    found = places("R33", report(signers=[SIGNER], measures=[step(summary=text)]))
    assert found == [
        ("signers[0].position", "หัวหน้าสำนักปลัด"),
        ("measures[0].steps[0].summary", "นิติกรชำนาญการ"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "นายสมชาย ใจดี ตำแหน่ง หัวหน้าสำนักปลัด",
        "นายสมชาย ใจดี ตำแหน่ง หัวหน้าสำนักปลัดองค์การบริหารส่วนตำบล",
        "นายสมชาย ใจดี ตำแหน่ง นิติกร รักษาราชการแทนหัวหน้าสำนักปลัด",
        "นายสมศักดิ์ ใจดี ตำแหน่ง นิติกร",
        "นายสมชาย ใจงาม ตำแหน่ง นิติกร",
        "นายสมชาย ใจดี ได้รับมอบหมาย",
        "นิติกร นายสมชาย ใจดี",
        "ตำแหน่ง นิติกร จำนวน 1 อัตรา",
    ],
)
def test_r33_is_silent_on_the_same_position_on_acting_and_on_others(text: str) -> None:
    assert places("R33", report(signers=[SIGNER], measures=[step(summary=text)])) == []


# ---- complaints ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("one", "other", "quotes"),
    [
        ("รายงานทุกเดือนว่าไม่มีเรื่องร้องเรียนการทุจริต", "มีเรื่องร้องเรียนการทุจริต จำนวน 2 เรื่อง", 2),
        ("ปี พ.ศ. 2567 ไม่พบข้อร้องเรียนการทุจริตและประพฤติมิชอบ", "ปี พ.ศ. 2567 รับเรื่องร้องเรียนการทุจริต 1 เรื่อง", 2),
    ],
)
def test_r35_fires_on_complaints_that_are_none_here_and_some_there(one: str, other: str, quotes: int) -> None:
    assert len(_said("R35", one, other)) == quotes


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ไม่มีเรื่องร้องเรียนการทุจริต", "ไม่พบการร้องเรียนการทุจริต"),
        ("ปี พ.ศ. 2566 ไม่มีเรื่องร้องเรียนการทุจริต", "ปี พ.ศ. 2567 มีเรื่องร้องเรียนการทุจริต 1 เรื่อง"),
        ("ไม่มีเรื่องร้องเรียนการทุจริต", "มีเรื่องร้องเรียนทั่วไป 12 เรื่อง"),
        ("ไม่มีเรื่องร้องเรียนการทุจริตในรอบ 6 เดือนแรก", "มีเรื่องร้องเรียนการทุจริต 1 เรื่อง"),
        ("มีเรื่องร้องเรียนการทุจริต 1 เรื่อง", "มีช่องทางร้องเรียนการทุจริต 5 ช่องทาง"),
        ("จัดทำแนวปฏิบัติการจัดการเรื่องร้องเรียนการทุจริต 1 ฉบับ", "ไม่มีเรื่องร้องเรียนการทุจริต"),
        ("เทียบปี พ.ศ. 2566 และ 2567 มีเรื่องร้องเรียนการทุจริต 1 เรื่อง", "ไม่มีเรื่องร้องเรียนการทุจริต"),
        ("มีเรื่องร้องเรียนการทุจริต 0 เรื่อง", "ไม่มีเรื่องร้องเรียนการทุจริต"),
    ],
)
def test_r35_is_silent_where_the_counts_agree_or_are_of_other_things(one: str, other: str) -> None:
    assert _said("R35", one, other) == []


# ---- boxes -----------------------------------------------------------------------------------------------------------


def _boxes(title: str, measure: str | None, no: int, item: str | None) -> list[str]:
    rows = [{"no": no, "status": item, "progress": ["ผล"]}]
    one = step(title=title, summary="ผล")
    one["steps"][0]["status"] = measure
    data = report(measures=[one], o_items=rows)
    return [field for field, _ in places("S16", data)]


@pytest.mark.parametrize("title", ["จัดทำแผนป้องกันการทุจริต ตามข้อ O32", "มาตรการ (O32)"])
def test_s16_fires_at_both_boxes_of_a_measure_and_the_item_that_it_names(title: str) -> None:
    cells = ["measures[0].steps[0].status", "o_items[31].status"]
    assert _boxes(title, "done", 32, "not_started") == cells
    assert _boxes(title, "not_started", 32, "done") == cells


def test_s16_fires_on_the_whole_title_of_an_item() -> None:
    assert _boxes("จัดทำรายงานผลการดำเนินการป้องกันการทุจริตประจำปี", "done", 33, "not_started")


@pytest.mark.parametrize(
    ("title", "measure", "no", "item"),
    [
        ("ตามข้อ O32", "done", 32, "done"),
        ("ตามข้อ O32", "done", 32, "in_progress"),
        ("ตามข้อ O32", None, 32, "not_started"),
        ("ตามข้อ O31", "done", 32, "not_started"),
        ("ตามข้อ 32", "done", 32, "not_started"),
        ("มาตรการส่งเสริมความโปร่งใส", "done", 32, "not_started"),
        ("ประชุมชี้แจงผู้เกี่ยวข้องเพื่อติดตามรายงานผลการดำเนินการป้องกันการทุจริตประจำปี", "done", 33, "not_started"),
        ("O320", "done", 32, "not_started"),
    ],
)
def test_s16_is_silent_where_the_boxes_agree_or_the_two_are_not_one(
    title: str, measure: str | None, no: int, item: str | None
) -> None:
    assert _boxes(title, measure, no, item) == []
