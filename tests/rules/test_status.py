"""S: box, percentage and words of a row say the same, and a box has something behind it."""

from __future__ import annotations

import pytest

from tests.rules.small_reports import findings, hits, indicator, item, measure, of_item, of_measure, report
from tests.thai.test_aspect import NONE, OPENING

# -- S01 --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("progress", [[], [""], ["-"], ["  –  "]])
def test_s01_fires_on_a_done_item_whose_result_says_nothing(progress: list[str]) -> None:
    data = report(o_items=[item(5, *progress)])
    assert [field for field, _ in hits("S01", data)] == ["o_items[4].progress"]


def test_s01_fires_on_a_done_step_of_a_measure_whose_other_step_has_a_result() -> None:
    data = report(
        2566,
        "matrix",
        measures=[measure(steps=[{"status": "done"}, {"status": "done", "summary": ["อบรม"]}])],
    )
    assert hits("S01", data) == [("measures[0].steps[0].summary", "")]


def test_s01_is_silent_where_a_result_stands_or_nothing_is_claimed() -> None:
    rows = [item(1, "- แสดงโครงสร้างแล้ว"), item(2, status="not_started"), item(3, status=None)]
    assert hits("S01", report(o_items=rows)) == []


def test_s01_is_silent_on_a_measure_of_which_no_step_tells_anything() -> None:
    steps = [{"status": "done"}, {"status": "done"}]  # said once, as an empty cell
    assert hits("S01", report(2566, "matrix", measures=[measure(steps=steps)])) == []


def test_s01_is_silent_where_the_paper_does_not_print_the_result() -> None:
    assert hits("S01", report(layout="concise", o_items=[item(1)])) == []


# -- S02 --------------------------------------------------------------------------------------------


def test_s02_fires_on_a_result_without_a_tick() -> None:
    data = report(
        indicators=[indicator(1, "- จัดทำผังขั้นตอน", status=None)], o_items=[item(4, "- แสดงแผนที่", status=None)]
    )
    assert hits("S02", data) == [("indicators[0].status", ""), ("o_items[3].status", "")]


def test_s02_fires_once_for_each_table_and_names_the_button_and_the_rows_that_a_person_decides() -> None:
    rows = [item(no, "- แสดงแผนที่", status=None) for no in range(1, 12)]
    rows.append(item(12, "โครงการอบรมยังไม่ได้ดำเนินการ", status=None))
    (found,) = findings("S02", report(o_items=rows))
    assert found.field == "o_items"
    assert "12 แถว" in found.message
    assert "ข้อ O1, ข้อ O2" in found.message
    assert "และอีก 4 แถว" in found.message
    assert "ติ๊กช่องผลการดำเนินการ" in found.fix
    assert "ข้อ O12 โปรดติ๊ก" in found.fix


def test_s02_fires_where_only_the_reason_is_told() -> None:
    assert of_measure("S02", reason="ไม่ได้รับจัดสรรงบประมาณ") == [("status", "")]


def test_s02_fires_on_a_measure_where_the_layout_prints_its_boxes() -> None:
    assert of_measure("S02", "จัดอบรม 2 ครั้ง") == [("status", "")]


def test_s02_is_silent_where_no_box_is_printed() -> None:
    assert hits("S02", report(measures=[measure("จัดอบรม 2 ครั้ง")])) == []
    assert hits("S02", report(tables=False, o_items=[item(4, "- แสดงแผนที่", status=None)])) == []


def test_s02_is_silent_where_a_box_is_ticked_or_two_are() -> None:
    assert (
        hits("S02", report(o_items=[item(1, "ก", status="done"), item(2, "ข", status="done+not_started")]))
        == []
    )


# -- S03 --------------------------------------------------------------------------------------------


def test_s03_fires_where_the_reason_for_what_is_impossible_is_missing() -> None:
    assert hits("S03", report(o_items=[item(8, status="impossible")])) == [("o_items[7].reason", "")]
    assert len(of_measure("S03", "ไม่สามารถดำเนินการได้", status="impossible")) == 1


def test_s03_is_silent_where_the_result_itself_gives_the_reason() -> None:
    assert of_measure("S03", "ไม่สามารถดำเนินการได้ เนื่องจากน้ำท่วม", status="impossible") == []


@pytest.mark.parametrize(
    ("chosen", "wanted"),
    [({"has_data": False}, "no_data_reason"), ({"has_data": True, "published": False}, "unpublished_reason")],
)
def test_s03_fires_where_the_reason_for_no_data_or_not_published_is_missing(
    chosen: dict[str, bool], wanted: str
) -> None:
    assert hits("S03", report(2564, "book", o_items=[{"no": 3, **chosen}])) == [(f"o_items[2].{wanted}", "")]


def test_s03_is_silent_where_a_reason_stands_or_none_is_called_for() -> None:
    rows = [
        {"no": 1, "has_data": False, "no_data_reason": "ไม่มีภารกิจนี้", "published": False},
        {"no": 2, "has_data": True, "published": True},
        {"no": 3, "has_data": True, "published": False, "unpublished_reason": "อยู่ระหว่างเสนอผู้บริหาร"},
    ]
    assert hits("S03", report(2564, "book", o_items=rows)) == []
    assert hits("S03", report(2564, "concise", o_items=[{"no": 1, "has_data": False}])) == []


# -- S04, S05 ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(("percent", "quote"), [(-5, "-5"), (101, "101"), (1000, "1000")])
def test_s04_fires_on_a_percentage_beyond_0_and_100(percent: float, quote: str) -> None:
    assert of_measure("S04", "ก", status="done", percent=percent) == [("percent", quote)]


@pytest.mark.parametrize("percent", [0, 0.5, 100, None])
def test_s04_is_silent_within_0_and_100(percent: float | None) -> None:
    assert of_measure("S04", "ก", status="in_progress", percent=percent) == []


@pytest.mark.parametrize(
    ("status", "percent"),
    [("done", 80), ("done", 0), ("not_started", 10), ("in_progress", 100), ("impossible", 100)],
)
def test_s05_fires_where_box_and_percentage_contradict(status: str, percent: int) -> None:
    assert of_measure("S05", "ก", status=status, percent=percent) == [("percent", str(percent))]


@pytest.mark.parametrize(
    ("status", "percent"),
    [
        ("done", 100),
        ("not_started", 0),
        ("in_progress", 80),
        ("in_progress", 0),
        ("impossible", 40),
        (None, 50),
        ("done", 120),
    ],
)
def test_s05_is_silent_where_they_agree_or_the_percentage_is_wrong_by_itself(
    status: str | None, percent: int
) -> None:
    assert of_measure("S05", "ก", status=status, percent=percent) == []


# -- S06 --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "quote"),
    [
        ("ยังไม่ได้ดำเนินการ", "ยังไม่ได้ดำเนินการ"),
        ("- อยู่ระหว่างดำเนินการ จัดทำคู่มือ", "อยู่ระหว่างดำเนินการ"),
        ("๒. อยู่ระหว่างการจัดทำคู่มือ", "อยู่ระหว่างการจัดทำคู่มือ"),
        ("ยังไม่แล้วเสร็จ", "ยังไม่แล้วเสร็จ"),
    ],
)
def test_s06_fires_on_a_done_row_that_says_it_is_not_done(line: str, quote: str) -> None:
    assert of_item("S06", 10, "- รวบรวมคู่มือ", line) == [quote]


@pytest.mark.parametrize(
    ("line", "status", "percent", "quote"),
    [
        ("ดำเนินการครบถ้วน 80%", "in_progress", 80, "ดำเนินการครบถ้วน 80%"),
        ("ดำเนินการแล้ว ๕๐%", "done", 100, "ดำเนินการแล้ว ๕๐%"),
        ("ดำเนินการแล้วร้อยละ 100", "in_progress", None, "ดำเนินการแล้วร้อยละ 100"),
        ("ดำเนินการแล้ว", "not_started", None, "ดำเนินการแล้ว"),
        ("ดำเนินการครบถ้วน", "in_progress", 90, "ดำเนินการครบถ้วน"),
        ("1. ได้จัดประชุมเมื่อวันที่ 5 มกราคม 2567", "not_started", None, "ได้จัดประชุม"),
    ],
)
def test_s06_fires_on_a_statement_against_box_or_percentage(
    line: str, status: str, percent: int | None, quote: str
) -> None:
    assert of_measure("S06", line, "1. จัดทำประกาศ", status=status, percent=percent) == [("summary", quote)]


@pytest.mark.parametrize(
    ("line", "status", "percent"),
    [
        ("ดำเนินการแล้ว 100%", "done", 100),
        ("ดำเนินการแล้ว 80%", "in_progress", 80),  # eighty per cent so far
        ("ดำเนินการแล้ว 80%", "done", 80),  # said at the percentage
        ("ดำเนินการแล้วเสร็จ 5 เรื่อง", "in_progress", 60),
        ("ดำเนินการแล้ว 2 โครงการ", "in_progress", 60),
        ("ยังไม่ได้ดำเนินการ เนื่องจากได้จัดทำแผนไว้ไตรมาสสี่", "not_started", 0),
        ("ติดตามเรื่องที่ยังไม่ได้ดำเนินการ", "done", 100),
        ("อยู่ระหว่างดำเนินการ จำนวน 2 เรื่อง", "done", 100),
        ("- อยู่ระหว่างดำเนินการ 0 เรื่อง", "done", 100),
    ],
)
def test_s06_is_silent_where_words_box_and_percentage_go_together(
    line: str, status: str, percent: int
) -> None:
    assert of_measure("S06", line, status=status, percent=percent) == []


@pytest.mark.parametrize(("line", "aspect"), [each for each in OPENING if each[1] != "done"])
def test_s06_fires_on_every_statement_of_open_work_under_a_tick_of_done(line: str, aspect: str) -> None:
    assert len(of_item("S06", 10, line)) == 1


@pytest.mark.parametrize("line", [line for line in NONE if line.strip("-")] + ["ดำเนินการครบถ้วน 100%"])
def test_s06_is_silent_on_results_that_only_sound_open(line: str) -> None:
    assert of_item("S06", 10, line) == []
    assert of_item("S11", 10, line) == []


@pytest.mark.parametrize(
    ("declared", "percent", "status", "found"),
    [
        ("ดำเนินการครบถ้วน 100%", 100, "done", 0),
        ("ดำเนินการครบถ้วน 100%", None, "done", 0),
        ("ดำเนินการครบถ้วน 99%", None, "done", 1),
        ("ดำเนินการแล้ว 100%", None, "not_started", 1),
        ("ดำเนินการแล้ว 0%", None, "not_started", 0),
        ("ดำเนินการแล้ว 1%", None, "not_started", 1),
        ("ดำเนินการแล้ว 99%", None, "in_progress", 0),
        ("ดำเนินการแล้ว 99%", 98, "in_progress", 1),
    ],
)
def test_s06_fires_at_the_borders_of_a_declared_percentage(
    declared: str, percent: float | None, status: str, found: int
) -> None:
    assert len(of_measure("S06", declared, status=status, percent=percent)) == found


def test_s06_fires_on_a_percentage_of_all_beside_open_work_even_without_a_tick() -> None:
    assert of_measure("S06", "ยังไม่แล้วเสร็จ", percent=100) == [("summary", "ยังไม่แล้วเสร็จ")]
    assert of_measure("S06", "ยังไม่แล้วเสร็จ", percent=99) == []


# -- S07 --------------------------------------------------------------------------------------------


def test_s07_fires_on_what_is_published_without_data() -> None:
    data = report(2564, "book", o_items=[{"no": 7, "has_data": False, "published": True}])
    assert hits("S07", data) == [("o_items[6].published", "เผยแพร่แล้ว")]


def test_s07_is_silent_where_data_is_published_or_neither() -> None:
    rows = [
        {"no": 1, "has_data": True, "published": True},
        {"no": 2, "has_data": False, "published": False},
        {"no": 3},
    ]
    assert hits("S07", report(2564, "book", o_items=rows)) == []


# -- S11, S12, S13 ----------------------------------------------------------------------------------


def test_s11_fires_on_open_work_told_inside_a_done_row() -> None:
    assert of_item("S11", 10, "- รวบรวมคู่มือ ขณะนี้อยู่ระหว่างจัดทำรูปเล่ม") == ["อยู่ระหว่างจัดทำรูปเล่ม"]


def test_s11_is_silent_on_cases_still_open_and_where_s06_speaks() -> None:
    assert of_item("S11", 24, "- ดำเนินการแล้วเสร็จ 2 เรื่อง อยู่ระหว่างดำเนินการ 0 เรื่อง ปี พ.ศ. 2566") == []
    assert of_item("S11", 10, "- แจ้งเรื่องที่ยังไม่ได้ดำเนินการให้ทราบ") == []
    assert of_item("S11", 10, "อยู่ระหว่างจัดทำคู่มือ") == []


@pytest.mark.parametrize("more", ["", " ไม่พบข้อร้องเรียน", " ตามแผนที่กำหนด"])
def test_s12_fires_on_a_result_in_a_row_not_begun_whatever_else_it_says(more: str) -> None:
    assert len(of_item("S12", 10, f"- มีการเผยแพร่คู่มือ{more}", status="not_started")) == 1


def test_s12_fires_on_a_result_in_a_row_not_begun() -> None:
    assert of_item("S12", 10, "- เผยแพร่คู่มือบนเว็บไซต์", status="not_started") == ["เผยแพร่คู่มือบนเว็บไซต์"]


@pytest.mark.parametrize(
    "line",
    [
        "",
        "-",
        "ยังไม่ได้ดำเนินการ",
        "จะเผยแพร่ในเดือนมีนาคม",
        "รอผลการอนุมัติ",
        "ดำเนินการแล้ว",
        "งบประมาณไม่เพียงพอ",
        "เนื่องจากไม่ได้รับจัดสรรงบประมาณ",
    ],
)
def test_s12_is_silent_on_reasons_plans_and_what_is_certain(line: str) -> None:
    assert of_item("S12", 10, line, status="not_started") == []


@pytest.mark.parametrize(
    "line", ["จะดำเนินการเผยแพร่คู่มือ", "- จะจัดอบรมในเดือนหน้า", "1. รวบรวมคู่มือ และจะเผยแพร่ต่อไป"]
)
def test_s13_fires_on_a_promise_beside_a_result_in_a_done_row(line: str) -> None:
    assert len(of_item("S13", 10, "จัดประชุมคณะทำงาน 2 ครั้ง", line)) == 1


def test_s13_is_silent_where_the_promise_is_all_that_is_told_which_is_certain() -> None:
    assert of_item("S13", 10, "จะดำเนินการเผยแพร่คู่มือ") == []
    assert of_item("S06", 10, "จะดำเนินการเผยแพร่คู่มือ") == ["จะดำเนินการเผยแพร่คู่มือ"]


@pytest.mark.parametrize(
    "line",
    [
        "- แจ้งเบาะแสก่อนที่ จะดำเนินการ",
        "- ประกาศว่า จะจัดซื้อด้วยความโปร่งใส",
        "- ประกาศแผนที่จะดำเนินการ",
        "- ชี้แจงวิธีที่ประชาชนจะส่งเรื่อง",
    ],
)
def test_s13_is_silent_where_the_word_belongs_to_what_was_said(line: str) -> None:
    assert of_item("S13", 10, line) == []


def test_s13_is_silent_in_a_row_that_is_not_finished() -> None:
    assert of_item("S13", 10, "จะดำเนินการเผยแพร่", status="in_progress") == []


# -- S14, S15 ---------------------------------------------------------------------------------------


def test_s14_fires_once_where_every_item_is_done() -> None:
    data = report(o_items=[item(no, "- แสดงแล้ว") for no in range(1, 36)])
    assert hits("S14", data) == [("o_items", "☑")]


def test_s14_fires_once_where_every_item_is_published() -> None:
    data = report(
        2564, "book", o_items=[{"no": no, "has_data": True, "published": True} for no in range(1, 44)]
    )
    assert hits("S14", data) == [("o_items", "เผยแพร่แล้ว")]


def test_s14_is_silent_where_one_is_not_or_every_one_has_its_link() -> None:
    one_left = [item(no, "- แสดงแล้ว", status="done" if no > 1 else "in_progress") for no in range(1, 36)]
    linked = [item(no, "- แสดงแล้ว", url=f"https://www.example.go.th/o{no}") for no in range(1, 36)]
    assert hits("S14", report(o_items=one_left)) == hits("S14", report(o_items=linked)) == []


def test_s15_fires_on_a_result_that_passes_over_a_part() -> None:
    rows = [item(5, "- เผยแพร่ข่าวกิจกรรม 20 ข่าว"), item(8, "- จัดทำแผนการดำเนินงาน")]
    (found,) = findings("S15", report(o_items=rows))  # once a report
    assert (found.field, found.quote) == ("o_items", "เผยแพร่ข่าวกิจกรรม 20 ข่าว")
    assert found.message.endswith("ข้อ O5 (QR Code), ข้อ O8 (ความก้าวหน้า)")


def test_s15_is_silent_where_the_part_is_named_or_all_parts_are_claimed() -> None:
    assert of_item("S15", 5, "- เผยแพร่ข่าว และวาง QR Code แบบวัด EIT") == []
    assert of_item("S15", 5, "- เผยแพร่ข่าว ครบตามองค์ประกอบ") == []
    assert of_item("S15", 1, "- แสดงโครงสร้าง") == []
