"""Which years in a carried text move on with the report, and which never do."""

import pytest

from itaxl.carry.shift import shift_period, shift_text

MOVED = {
    "จัดทำแผนป้องกันการทุจริต ประจำปีงบประมาณ พ.ศ. 2567": "จัดทำแผนป้องกันการทุจริต ประจำปีงบประมาณ พ.ศ. 2569",
    "ประชุมคณะทำงานปีงบประมาณ ๒๕๖๗ ทุกไตรมาส": "ประชุมคณะทำงานปีงบประมาณ ๒๕๖๙ ทุกไตรมาส",
    "มาตรการประจำปี 2567": "มาตรการประจำปี 2569",
    "เทศบัญญัติงบประมาณรายจ่ายประจำปีงบประมาณ พ.ศ.2567": "เทศบัญญัติงบประมาณรายจ่ายประจำปีงบประมาณ พ.ศ.2569",
    "แผนประจำปี 2567 และรายงานประจำปี 2567": "แผนประจำปี 2569 และรายงานประจำปี 2569",
}


@pytest.mark.parametrize(("text", "moved"), MOVED.items(), ids=range(len(MOVED)))
def test_the_fiscal_year_named_alone_moves_on(text: str, moved: str) -> None:
    assert shift_text(text, 2567, 2569) == moved


STAYS = [
    "พระราชบัญญัติข้อมูลข่าวสารของราชการ พ.ศ. 2567",
    "ระเบียบสำนักนายกรัฐมนตรีว่าด้วยงานสารบรรณ พ.ศ. 2567",
    "แผนพัฒนาท้องถิ่น (พ.ศ. 2567 - 2570)",
    "ตามคำสั่งที่ 12/2567",
    "เมื่อวันที่ 14 มิถุนายน 2567 จัดอบรมตามแผนประจำปีงบประมาณ พ.ศ. 2567",
    "ผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. 2567",
    "เพิ่มขึ้นจากปีงบประมาณ พ.ศ. 2566 เป็นของปีงบประมาณ พ.ศ. 2567",
    "คะแนนของปีงบประมาณ พ.ศ. 2567 เท่ากับ 92.41",
    "ปี 2567",
    "ปีงบประมาณ พ.ศ. 2566",
    "ประชากร 2567 คน",
    "https://www.example.go.th/ita/2567",
]


@pytest.mark.parametrize("text", STAYS)
def test_a_year_that_may_mean_anything_else_stays(text: str) -> None:
    assert shift_text(text, 2567, 2569) == text


def test_each_line_is_judged_by_itself() -> None:
    text = "ตาม พ.ร.บ. พ.ศ. 2540\nแผนประจำปีงบประมาณ พ.ศ. 2567"
    assert shift_text(text, 2567, 2568) == "ตาม พ.ร.บ. พ.ศ. 2540\nแผนประจำปีงบประมาณ พ.ศ. 2568"


PERIODS = {
    "ต.ค.๖๖ ถึง ก.ย.๖๗": "ต.ค.๖๘ ถึง ก.ย.๖๙",
    "ตุลาคม ๒๕๖๖ – เมษายน ๒๕๖๗": "ตุลาคม ๒๕๖๘ – เมษายน ๒๕๖๙",
    "๑ มกราคม - ๓๐ มิถุนายน ๒๕๖๗": "๑ มกราคม - ๓๐ มิถุนายน ๒๕๖๙",
    "1/10/2566 - 30/9/2567": "1/10/2568 - 30/9/2569",
    "ปีงบประมาณ 67": "ปีงบประมาณ 69",
    "ตลอดปีงบประมาณ": "ตลอดปีงบประมาณ",
    "ไตรมาสที่ 2": "ไตรมาสที่ 2",
    "เป็นประจำทุกเดือน": "เป็นประจำทุกเดือน",
    "ม.ค.-มี.ค": "ม.ค.-มี.ค",
}


@pytest.mark.parametrize(("text", "moved"), PERIODS.items())
def test_a_period_of_the_old_year_becomes_the_same_of_the_new_one(text: str, moved: str) -> None:
    assert shift_period(text, 2567, 2569) == moved


@pytest.mark.parametrize(
    "text",
    [
        "ต.ค. 65 - ก.ย. 66",  # another year
        "ต.ค. 66 - ธ.ค. 67",  # beyond the old year
        "2566-2570",
        "ภายใน 29 กุมภาพันธ์ 2567",  # no such day in the new year
        "ประชุมวันที่ 3 มกราคม 2567 และ 5 มีนาคม 2567 ณ สำนักงาน",
    ],
)
def test_a_period_that_is_not_surely_of_the_old_year_is_not_of_the_new_one(text: str) -> None:
    assert shift_period(text, 2567, 2569) is None


def test_a_leap_day_moves_on_to_a_leap_year() -> None:
    assert shift_period("29 กุมภาพันธ์ 2567", 2567, 2571) == "29 กุมภาพันธ์ 2571"


def test_in_the_same_year_nothing_moves() -> None:
    assert shift_text("แผนประจำปี 2567", 2567, 2567) == "แผนประจำปี 2567"
    assert shift_period("ต.ค. 60 - ก.ย. 99", 2567, 2567) == "ต.ค. 60 - ก.ย. 99"
