"""The proofreader: every kind of slip is seen, right words, names and figures are left alone, and nothing stops it."""

from __future__ import annotations

import subprocess
import sys
import time
from importlib.resources import files

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from itaxl.catalog import gazetteer
from itaxl.catalog.year_file import year, years
from itaxl.thai.proofreading import Names, find_slips, shorten, widen

PLACES = Names(places=gazetteer.all_names())


def meant(text: str, names: Names = PLACES) -> list[str]:
    """The text with each slip mended alone."""
    return [text[: each.start] + each.meant + text[each.end :] for each in find_slips(text, names)]


@pytest.mark.parametrize(
    ("typed", "right"),
    [
        pytest.param("เจ้าหน้าที่ปฏิบัติงานด้วยควาโปร่งใส", "เจ้าหน้าที่ปฏิบัติงานด้วยความโปร่งใส", id="a letter lost"),
        pytest.param("จัดทำแผนปฏิบัติการป้องกันการทุจรติ", "จัดทำแผนปฏิบัติการป้องกันการทุจริต", id="two letters swapped"),
        pytest.param("การใช้ทรัพย์ยสินของทางราชการ", "การใช้ทรัพย์สินของทางราชการ", id="a letter too many"),
        pytest.param("การใช้ทรัพย์์สินของทางราชการ", "การใช้ทรัพย์สินของทางราชการ", id="a mark typed twice"),
        pytest.param("ทุจริตและประพฤตินิชอบ", "ทุจริตและประพฤติมิชอบ", id="a wrong letter"),
        pytest.param("เปิดเผยข้อมูลต่อสาธาระณชน", "เปิดเผยข้อมูลต่อสาธารณชน", id="a neighbouring key"),
        pytest.param("ดำเนินการตามหลักเกณฑืที่กำหนด", "ดำเนินการตามหลักเกณฑ์ที่กำหนด", id="the key without shift"),
        pytest.param("ลดคาใช้จ่ายของประชาชน", "ลดค่าใช้จ่ายของประชาชน", id="a tone lost, and still a word"),
        pytest.param("แจ้งให้ผู้ทีเกี่ยวข้องทราบ", "แจ้งให้ผู้ที่เกี่ยวข้องทราบ", id="a tone lost of a small word"),
        pytest.param("ส่งเสริมให้ท่ี่ประชุมรับทราบ", "ส่งเสริมให้ที่ประชุมรับทราบ", id="a mark misplaced"),
        pytest.param("หน่วยงานจะจะดำเนินการต่อไป", "หน่วยงานจะดำเนินการต่อไป", id="a word twice"),
        pytest.param("รายงานผลการการดำเนินงาน", "รายงานผลการดำเนินงาน", id="การ twice"),
        pytest.param("แจ้งประชาชนชนทั่วไป", "แจ้งประชาชนทั่วไป", id="the end of a word twice"),
        pytest.param(
            "เพื่อเพื่อให้ประชาชนทราบ", "เพื่อให้ประชาชนทราบ", id="a word twice, the second in a longer one"
        ),
        pytest.param("การเปิดเผยแพร่ข้อมูลข่าวสาร", "การเปิดเผยและเผยแพร่ข้อมูลข่าวสาร", id="two words run together"),
        pytest.param("จากตรวจสอบพบว่าถูกต้อง", "จากการตรวจสอบพบว่าถูกต้อง", id="การ left out behind จาก"),
        pytest.param("กำหนดให้มีปรับปรุงระบบ", "กำหนดให้มีการปรับปรุงระบบ", id="การ left out"),
        pytest.param("ผลดำเนินโครงการ", "ผลการดำเนินโครงการ", id="การ left out of a heading"),
    ],
)
def test_a_slip_comes_with_the_words_meant(typed: str, right: str) -> None:
    assert right in meant(typed)


@pytest.mark.parametrize(
    "text",
    [
        "เจ้าหน้าที่ปฏิบัติงานด้วยความโปร่งใส", "หน้าที่ที่ได้รับมอบหมาย", "รายการการจัดซื้อจัดจ้าง", "บริการการติดต่อราชการ",
        "มีพัฒนาการที่ดี", "มีกำหนดการ", "ลดค่าใช้จ่าย", "คาดว่าจะแล้วเสร็จ", "ผลคะแนนประเมิน", "มาตรการการส่งเสริม", "ความร่วมมือการให้บริการ",
        "บุคลากรดำเนินการ", "ดูแลประชาชน", "แลกเปลี่ยนเรียนรู้", "เป็นต้น", "สรุปข้อเสนอเสนอนายกเทศมนตรี", "โครงการได้รับอุดหนุน",
        "ทุกรายการแข่งขัน", "พนักงานงานแผน", "เผยแพร่ประชาสัมพันธ์", "คู่มือการปฏิบัติงาน",
    ],
)  # fmt: skip
def test_what_only_looks_like_a_slip_is_left_alone(text: str) -> None:
    assert meant(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "นายณรงค์ฤทธิ์ ศรีสุขสวัสดิ์พงษ์", "นางสาวกัญญ์ณพัชญ์ ธีรโชติวัฒนกูล กล่าวรายงาน", "ว่าที่ร้อยตรีปุณณวิชญ์ เศรษฐ์สมบูรณ์",
        "ร.ต.อ.ธัญวิทย์ กิตติอุดมเดชน์", "หมู่บ้านหนองบัวละกอ", "วัดดงตะงาวราษฎร์บูรณะ", "โรงเรียนบ้านโนนสะอาดวิทยาเสริม", "ต.ดงตะงาว อ.ดอนพุด จ.สระบุรี",
        "บริษัท เค การ์เด้นท์ แอนด์ เฟนซ์ จำกัด", "ประสานงานกับ อปท. และ สถ.จ.", "พ.ร.บ. ๒๕๔๐ มาตรา ๙ (๘)", "ทาง Facebook, LINE OA และ QR Code", "ก.ย. ๖๖ – ต.ค. ๖๗", "ข้อ ก และ ข", "O12 ๑๒.๕๐ %",
    ],
)  # fmt: skip
def test_names_figures_and_abbreviations_are_left_alone(text: str) -> None:
    assert meant(text) == []


@pytest.mark.parametrize("fiscal_year", years())
def test_the_official_texts_of_every_year_are_left_alone(fiscal_year: int) -> None:
    assert [slip for text in year(fiscal_year).official_texts for slip in find_slips(text)] == []


def test_every_place_of_thailand_may_be_the_own_name() -> None:
    def said(name: str) -> list[str]:
        text = f"องค์การบริหารส่วนตำบล{name}จัดทำประกาศ{name} และเผยแพร่ข้อมูลของ{name}แล้ว"
        return meant(text, Names(own=frozenset({name})))

    assert [name for name in gazetteer.all_names() if said(name)] == []


def test_a_place_behind_the_word_for_it_is_left_alone_and_elsewhere_a_word_known_to_nobody() -> None:
    names = [name for name in sorted(gazetteer.all_names()) if meant(f"ในเขตตำบล{name}")]
    assert names == []


def test_the_place_of_a_slip_is_that_of_the_text_as_typed() -> None:
    text = "น้ำดื่ม เเละ นํ้าใช้ ของทุจรติ"  # แ and ำ in pieces, which is another matter
    [slip] = find_slips(text)
    assert (text[slip.start : slip.end], slip.typed, slip.meant) == ("ทุจรติ", "ทุจรติ", "ทุจริต")


def test_a_short_word_is_shown_with_the_next() -> None:
    [slip] = find_slips("ประชาชนมีคาใช้จ่ายลดลง")
    assert (slip.typed, slip.meant) == ("คาใช้จ่าย", "ค่าใช้จ่าย")


def test_only_what_is_far_more_likely_is_sure() -> None:
    [torn], [word] = find_slips("ประพฤตินิชอบ"), find_slips("หน่วยงานจะจะดำเนินการ")
    assert torn.sure
    assert not word.sure
    assert torn.odds > word.odds >= 2


@settings(max_examples=150, deadline=None)
@given(
    st.text(
        st.characters(min_codepoint=0x0E00, max_codepoint=0x0E7F) | st.sampled_from(" .\n1aะาำเแ่้์"),
        max_size=60,
    )
)
def test_any_text_is_read(text: str) -> None:
    for slip in find_slips(text, PLACES):
        assert text[slip.start : slip.end] == slip.typed != slip.meant


@given(st.text(max_size=80))
def test_any_text_of_any_script_is_read(text: str) -> None:
    find_slips(text, PLACES)


@pytest.mark.parametrize("letters", ["ก", "า", "จะ", "การ", "ๆ"])
def test_a_cell_full_of_one_letter_is_read_in_a_moment(letters: str) -> None:
    start = time.perf_counter()
    find_slips(letters * (32_767 // len(letters)))
    assert time.perf_counter() - start < 10


def test_it_needs_no_library_and_little_room() -> None:
    code = (
        "import sys, itaxl.thai.proofreading as p; p.find_slips('ทุจรติ');"
        " sys.exit(bool({'numpy', 'pythainlp', 'openpyxl', 'lxml'} & sys.modules.keys()))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
    data = files("itaxl.thai.proofreading").joinpath("words.bin").read_bytes()
    assert len(data) < 4_000_000


# -- borders of words ---------------------------------------------------------------------------------

SENTENCE = "จัดกิจกรรมส่งเสริมคุณธรรมและความโปร่งใส ในการดำเนินงาน"


@pytest.mark.parametrize(
    ("most", "words"),
    [
        (9, "จัดกิจกรรม"),  # its first word, which is longer
        (10, "จัดกิจกรรม"),
        (17, "จัดกิจกรรม"),
        (18, "จัดกิจกรรมส่งเสริม"),
        (24, "จัดกิจกรรมส่งเสริม"),
        (29, "จัดกิจกรรมส่งเสริมคุณธรรมและ"),
        (41, SENTENCE[:39]),
        (len(SENTENCE), SENTENCE),
    ],
)
def test_a_text_is_shortened_to_its_first_whole_words(most: int, words: str) -> None:
    assert shorten(SENTENCE, most) == words


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [(12, 14, "ส่งเสริม"), (10, 18, "ส่งเสริม"), (9, 19, "จัดกิจกรรมส่งเสริมคุณธรรม"), (36, 43, "โปร่งใส ในการ")],
)
def test_a_place_is_widened_to_the_words_that_it_begins_and_ends_in(start: int, end: int, words: str) -> None:
    assert SENTENCE[slice(*widen(SENTENCE, start, end))] == words


@pytest.mark.parametrize("text", ["กกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกก", "ก่ี่ี่ี่ี่ี่ี่ี่ี่ี่ี่ี่ี่ี่ี่ี่ี่ี่ี่", "abc def", ""])
def test_what_is_no_word_is_cut_somewhere_and_never_grows_much(text: str) -> None:
    for at in range(len(text)):
        assert len(shorten(text, at)) <= at + 20
        left, right = widen(text, at, at)
        assert at - 20 <= left <= at <= right <= at + 20
