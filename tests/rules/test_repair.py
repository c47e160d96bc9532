"""Repairs are right by construction: a text that is right stays as it was typed, whatever stands beside it."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from itaxl.case.dump import dump
from itaxl.case.load import load
from itaxl.rules.repair import mend
from tests.rules.texts import report, step

RIGHT = (
    "นายกเทศมนตรีเมืองเมืองปัก ลงนามเมื่อวันที่ 5 มกราคม 2567",
    "เจ้าหน้าที่ตำรวจตรวจตราความเรียบร้อย",
    "อบรมการผลิตผลิตภัณฑ์ชุมชน 30 คน",
    "สรุปข้อเสนอเสนอนายก 2 เรื่อง",
    "มีประกาศประกาศใช้แผนแล้ว",
    "ในหน้าที่ที่รับผิดชอบ",
    "รายการการจัดซื้อจัดจ้าง",
    "1. อบรม รุ่นที่ 2 แก่พนักงาน 45 คน",
    "2. สรุปผล ครั้งที่ 3",
    "1) ข้อย่อย",
    "(1) ข้อย่อย",
    "- 1. ข้อย่อย",
    "๑. จัดประชุมเมื่อ ๑๕ มีนาคม ๒๕๖๗",
    "3. รายงานผู้บริหาร",
    "โทรศัพท์ 0 5345 9999 อีเมล saraban@maesao.go.th",
    "เสนอร่างข้อบัญญัติ พ.ศ. .... ต่อสภา",
    "นำน้ำดื่ม 12 ขวด ราคา 1,250.50 บาท",
    "เทศบาลตำบลนางแลจัดกิจกรรมวันสงกรานต์",
    "ต่าง ๆ และอื่น ๆ อีก 5 รายการ",
    "https://www.example.go.th/ita/o12",
)


@given(st.lists(st.sampled_from(RIGHT), min_size=1, max_size=5))
@settings(max_examples=60, deadline=None)
def test_no_repair_touches_right_sentences_in_any_order(lines: list[str]) -> None:
    data = load(report(measures=[step(summary="\n".join(lines), method="\n".join(reversed(lines)))]))
    mended = mend(data)
    assert [(each.code, each.quote) for each in mended.steps] == []
    assert dump(mended.report) == dump(data)


@given(st.sampled_from(RIGHT), st.sampled_from(("เเ", "ํา", "่่", "\u200b")))
@settings(max_examples=40, deadline=None)
def test_a_repair_of_letters_changes_nothing_but_the_broken_ones(line: str, broken: str) -> None:
    """A text broken in one place comes back as what it looks like, the lines beside it untouched."""
    typed = f"{line}\nจัดท{broken}า\n{line}"
    (mended,) = mend(load(report(measures=[step(summary=typed)]))).report.measures
    assert (mended.summary[0], mended.summary[2]) == (line, line)
