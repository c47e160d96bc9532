"""What Thai words say of how far a work is; beside each statement the near miss that is none."""

from __future__ import annotations

import pytest

from itaxl.thai.aspect import Aspect, declared_share, statements, tells_deed

OPENING = [
    ("ยังไม่แล้วเสร็จ อยู่ในขั้นตอนตรวจรับ", "partly"),
    ("ยังไม่เสร็จ", "partly"),
    ("- ยังไม่ครบถ้วน", "partly"),
    ("ยังไม่เป็นปัจจุบัน", "partly"),
    ("ดำเนินการบางส่วน คงเหลือ 2 กิจกรรม", "partly"),
    ("๒. เบิกจ่ายได้บางส่วน", "partly"),
    ("ยังมิได้จัดทำแผน", "not yet"),
    ("ยังไม่ได้ดำเนินการ", "not yet"),
    ("ยังไม่มีการประชุมคณะทำงาน", "not yet"),
    ("ยังไม่ได้รับการอนุมัติ", "not yet"),
    ("ยังไม่เริ่มดำเนินการ", "not yet"),
    ("ยังไม่ถึงกำหนดรายงาน", "not yet"),
    ("ไม่มีการดำเนินการ", "not yet"),
    ("- ยังไม่มีทะเบียนคุมทรัพย์สิน", "not yet"),
    ("ไม่ได้จัดทำแผนบริหารความเสี่ยง", "not yet"),
    ("เตรียมเปิดช่องทางถามตอบ", "future"),
    ("คาดว่าจะจัดอบรมในเดือนหน้า", "future"),
    ("มีแผนจะจัดทำคู่มือ", "future"),
    ("ไม่ได้ดำเนินการตามมาตรการ", "not yet"),
    ("เลื่อนการจัดอบรมออกไปเป็นปีหน้า", "not yet"),
    ("ยังไม่ได้จัดทำคู่มือการร้องเรียน", "not yet"),
    ("กำลังจัดทำคู่มือ", "underway"),
    ("ปัจจุบันอยู่ระหว่างเสนอผู้บริหาร", "underway"),
    ("อยู่ระหว่างจัดทำคู่มือ จำนวน 2 เล่ม", "underway"),
    ("(1) อยู่ในขั้นตอนการพิจารณา", "underway"),
    ("รอการอนุมัติงบประมาณ", "underway"),
    ("ไม่สามารถดำเนินการได้เนื่องจากน้ำท่วม", "impossible"),
    ("ไม่อาจจัดอบรมได้ตามกำหนด", "impossible"),
    ("จะจัดอบรมในเดือนหน้า", "future"),
    ("คาดว่าจะดำเนินการแล้วเสร็จในเดือนสิงหาคม", "future"),
    ("มีแผนที่จะอบรมในไตรมาสที่ 4", "future"),
    ("ดำเนินการแล้ว", "done"),
    ("ดำเนินการครบถ้วนแล้ว", "done"),
    ("ได้จัดประชุมเมื่อวันที่ 5 มกราคม 2567", "done"),
    ("จัดทำคู่มือเสร็จเรียบร้อยแล้ว", "done"),
]

WITHIN = [
    ("การจัดทำคู่มือยังไม่แล้วเสร็จ", "partly"),
    ("โครงการอบรมยังไม่ได้ดำเนินการ", "not yet"),
    ("จัดทำร่างประกาศ ขณะนี้อยู่ระหว่างเสนอผู้บริหาร", "underway"),
    ("สำนักปลัดกำลังรวบรวมข้อมูล", "underway"),
    ("โครงการนี้ไม่สามารถดำเนินการได้", "impossible"),
    ("รวบรวมคู่มือ และจะเผยแพร่ต่อไป", "future"),
]

NONE = [
    "ไม่พบข้อร้องเรียน",
    "ยังไม่มีผู้ยื่นคำขอ",
    "ยังไม่มีเรื่องร้องเรียน",
    "เตรียมความพร้อมบุคลากร 20 คน",
    "ไม่มีการร้องเรียน",
    "ไม่มีเรื่องร้องเรียนการทุจริต",
    "ยังไม่พบการทุจริต",
    "ยังไม่มีการร้องเรียนเรื่องทุจริต",
    "ยังไม่มีการแจ้งเบาะแสการทุจริต",
    "ยังไม่ได้รับเรื่องร้องเรียน",
    "ไม่มีการดำเนินการทางวินัย",
    "ไม่มีการดำเนินคดี",
    "ไม่ได้ดำเนินการจัดซื้อจัดจ้างโดยวิธีเฉพาะเจาะจง",
    "เจ้าหน้าที่ไม่สามารถรับของขวัญได้",
    "ติดตามเรื่องที่ยังไม่ได้ดำเนินการ",
    "แจ้งผู้ซึ่งยังไม่ได้อบรมให้เข้าอบรม",
    "หากดำเนินการไม่แล้วเสร็จให้รายงานผู้บริหาร",
    "เดิมยังไม่มีการจัดทำคู่มือ จึงได้จัดทำคู่มือขึ้น",
    "สำรวจแล้วพบว่าข้อมูลยังไม่ครบถ้วน",
    "อยู่ระหว่างดำเนินการ จำนวน 2 เรื่อง",
    "- อยู่ระหว่างดำเนินการ 0 เรื่อง",
    "แผนอัตรากำลังจัดทำทุก 3 ปี",
    "ออกกำลังกายทุกวันพุธ",
    "เสริมสร้างขวัญกำลังใจ",
    "ประชุมระหว่างวันที่ 5-6 มีนาคม 2567",
    "ข้อตกลงระหว่างผู้บริหารกับหัวหน้าส่วนราชการ",
    "รอบ 6 เดือน",
    "รองนายกเป็นประธาน",
    "เลื่อนขั้นเงินเดือนพนักงาน",
    "แจ้งเบาะแสก่อนที่ จะดำเนินการ",
    "ประกาศว่า จะจัดซื้อด้วยความโปร่งใส",
    "ประกาศแผนที่จะดำเนินการ",
    "หากพบการทุจริต จะดำเนินการทางวินัย",
    "ชี้แจงวิธีที่ประชาชนจะส่งเรื่อง",
    "ประโยชน์ที่คาดว่าจะได้รับ",
    "",
    "-",
]


@pytest.mark.parametrize(("line", "aspect"), OPENING)
def test_a_statement_that_opens_its_line_is_certain(line: str, aspect: str) -> None:
    first = statements(line)[0]
    assert (first.aspect, first.certain) == (Aspect(aspect), True)
    assert first.words in line
    assert first.words == first.words.strip()


@pytest.mark.parametrize(("line", "aspect"), WITHIN)
def test_a_statement_within_a_line_is_found_and_not_certain(line: str, aspect: str) -> None:
    assert (Aspect(aspect), False) in [(each.aspect, each.certain) for each in statements(line)]


@pytest.mark.parametrize("line", NONE)
def test_what_speaks_of_something_else_is_no_statement(line: str) -> None:
    assert [each for each in statements(line) if each.aspect is not Aspect.DONE] == []


@pytest.mark.parametrize(("line", "aspect"), [*OPENING, *WITHIN])
def test_a_statement_speaks_for_its_own_line_only(line: str, aspect: str) -> None:
    found = statements(f"จัดประชุม 2 ครั้ง\n{line}")
    assert Aspect(aspect) in {each.aspect for each in found}
    assert all(each.start > len("จัดประชุม 2 ครั้ง") for each in found)


def test_only_a_statement_that_fills_its_line_is_whole() -> None:
    assert [each.whole for each in statements("ดำเนินการแล้ว\nดำเนินการแล้ว 2 โครงการ")] == [True, False]


def test_quoted_words_are_whole_and_not_too_many() -> None:
    assert statements("อยู่ระหว่างดำเนินการจัดทำคู่มือ ของกองช่าง")[0].words == "อยู่ระหว่างดำเนินการจัดทำคู่มือ"
    long = "อยู่ระหว่างจัดทำคู่มือการปฏิบัติงานเพื่อป้องกันการทุจริตและประพฤติมิชอบของเจ้าหน้าที่"
    assert statements(long)[0].words == "อยู่ระหว่างจัด"


@pytest.mark.parametrize(
    ("text", "share"),
    [
        ("ดำเนินการแล้ว 80%", (80, False)),
        ("ดำเนินการครบถ้วน ๘๐ เปอร์เซ็นต์", (80, True)),
        ("ได้ดำเนินการแล้วเสร็จคิดเป็นร้อยละ 99.5", (99.5, True)),
    ],
)
def test_a_declared_percentage_is_read(text: str, share: tuple[float, bool]) -> None:
    found = declared_share(text)
    assert found is not None
    assert (found.percent, found.whole) == share


@pytest.mark.parametrize("text", ["ร้อยละ 80", "ผู้เข้าอบรมพึงพอใจร้อยละ 80", "ดำเนินการแล้ว 2 โครงการ", ""])
def test_a_percentage_of_something_else_is_none(text: str) -> None:
    assert declared_share(text) is None


@pytest.mark.parametrize("text", ["เผยแพร่คู่มือ", "- มีการประชุม", "งบประมาณไม่พอ\n๑. ได้จัดอบรม"])
def test_a_line_that_begins_with_a_verb_of_work_tells_a_deed(text: str) -> None:
    assert tells_deed(text)


@pytest.mark.parametrize("text", ["งบประมาณไม่เพียงพอ", "การจัดอบรม", "จัดการความเสี่ยง", "ทำเนียบผู้บริหาร", ""])
def test_nouns_and_reasons_tell_no_deed(text: str) -> None:
    assert not tells_deed(text)
