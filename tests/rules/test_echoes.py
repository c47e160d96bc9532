"""R: a result is neither the official text of its item nor another cell of its row."""

from __future__ import annotations

import pytest

from itaxl.catalog.year_file import year
from tests.rules.small_reports import of_item
from tests.rules.texts import of_steps, report, said, step

O1 = year(2567).items[0]
COMPONENT = O1.components[0]


@pytest.mark.parametrize("progress", [O1.title, f"- {O1.title}", COMPONENT, f"มี\n{COMPONENT}"])
def test_r22_fires_on_the_official_text_of_the_item(progress: str) -> None:
    assert len(of_item("R22", 1, *progress.split("\n"))) == 1


def test_r22_fires_and_names_the_item_as_its_source() -> None:
    data = report(o_items=[{"no": 1, "progress": [O1.title], "status": "done"}])
    (found,) = said("R22", data)
    assert found.source == "O1/2567"


@pytest.mark.parametrize(
    "progress",
    [
        f"เผยแพร่{O1.title} ฉบับปรับปรุง 5 มกราคม 2567 บนเว็บไซต์",
        f"จัดทำแผนผังแล้ว ติดประกาศ ณ สำนักงาน\n{O1.title}",
        "ดำเนินการแล้ว",
        "จัดทำแผนผังการแบ่งส่วนราชการ 5 กอง เผยแพร่เมื่อวันที่ 5 มกราคม 2567",
        "",
        "-",
        "https://www.example.go.th/o1",
        "ปรับปรุงโครงสร้างตามแผนอัตรากำลัง 3 ปี",
    ],
)
def test_r22_is_silent_on_results_in_own_words(progress: str) -> None:
    assert of_item("R22", 1, *progress.split("\n")) == []


TITLE = "จัดทำคู่มือการปฏิบัติงานของเจ้าหน้าที่ทุกตำแหน่ง"
SAME = "บุคลากรเข้าใจขั้นตอนการให้บริการและปฏิบัติเป็นแนวเดียวกัน"


@pytest.mark.parametrize(
    ("cells", "found"),
    [
        ({"title": TITLE, "summary": TITLE}, [("[0].summary", TITLE)]),
        ({"monitoring": SAME, "summary": f"1. {SAME}"}, [("[0].summary", SAME)]),
        ({"summary": SAME, "outcome": SAME}, [("[0].outcome", SAME)]),
        ({"method": SAME, "outcome": f"- {SAME}"}, [("[0].outcome", SAME)]),
        (
            {"title": TITLE, "summary": TITLE, "outcome": TITLE},
            [("[0].summary", TITLE), ("[0].outcome", TITLE)],
        ),
    ],
)
def test_r23_fires_on_a_result_that_is_another_cell_of_its_row(
    cells: dict[str, str], found: list[tuple[str, str]]
) -> None:
    assert [
        (field, quote.removeprefix("1. ").removeprefix("- "))
        for field, quote in of_steps("R23", step(**cells))
    ] == found


@pytest.mark.parametrize(
    "cells",
    [
        {"title": TITLE, "summary": f"{TITLE} จำนวน 12 เล่ม แจกทุกกองเมื่อวันที่ 5 มกราคม 2567"},
        {"summary": "จัดทำคู่มือแล้ว 12 เล่ม", "outcome": SAME},
        {"summary": SAME},
        {"method": SAME, "summary": SAME},  # the plan as result has a rule of its own
        {"summary": "-", "outcome": "-"},
        {"title": TITLE, "summary": f"แต่งตั้งคณะทำงาน 5 คน และประชุม 2 ครั้ง\n{TITLE} แล้ว"},
        {"monitoring": "รายงานผลต่อปลัดทุกเดือน", "summary": "รายงานผลต่อปลัด 12 ครั้ง"},
        {"title": TITLE, "method": TITLE, "outcome": "ลดข้อร้องเรียนจาก 5 เหลือ 1 เรื่อง"},
    ],
)
def test_r23_is_silent_where_each_cell_has_its_own_words(cells: dict[str, str]) -> None:
    assert of_steps("R23", step(**cells)) == []
