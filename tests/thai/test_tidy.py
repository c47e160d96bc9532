"""Pasted text: what may be mended unasked, what is only named, and how two texts compare."""

import subprocess
import sys
import time
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from itaxl.thai.tidy import (
    Mend,
    comparable,
    invisible,
    overlap,
    repairs,
    shingles,
    similarity,
    suspects,
    tidy,
)

PASTED = st.text(
    alphabet="กนทฐปเแาำะโํัิีุู็่้๊์ๆ \n\t\r\x0b\x1e\x00-1.๑aO\u00a0\u200b\u200e\u00ad\u2028\ufeff\uf70a\uf70f\uf0b7\u2011",
    max_size=40,
)


def applied(text: str, mends: list[Mend]) -> str:
    for mend in reversed(mends):
        text = text[: mend.start] + mend.replacement + text[mend.end :]
    return text


# ---- tidy ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("pasted", "tidied"),
    [
        ("นํ้า", "น้ำ"),
        ("น้ํา", "น้ำ"),
        ("นำ้", "น้ำ"),
        ("จัดทําแผน", "จัดทำแผน"),
        ("เเละเเผน", "และแผน"),
        ("ท่ีประชุม", "ที่ประชุม"),
        ("สิทธ์ิ", "สิทธิ์"),
        ("ที่่ผู้้", "ที่ผู้"),
        ("ซึ่ึ่ง", "ซึ่ง"),
        ("นํ\u200b้า", "น้ำ"),
        ("ป\uf710\ufeffน", "ปัน"),
        ("ปที\uf70a", "ปที่"),
        ("\uf0b7 ข้อ", "• ข้อ"),
    ],
)
def test_thai_marks_come_into_order(pasted: str, tidied: str) -> None:
    assert tidy(pasted) == tidied


@pytest.mark.parametrize(
    ("pasted", "tidied"),
    [
        ("ก\u200b\u200c\u200d\ufeff\u2060\u00adข", "กข"),
        ("\u202aก\u202c\u200eข\u2067", "กข"),
        ("ก\x00\x07\x1f\ufffeข", "กข"),
        ("ก\u00a0ข\u2003ค\u3000ง\tจ", "ก ข ค ง จ"),
        ("ก\x0bข\r\nค\rง\u2028จ\x85ฉ", "ก\nข\nค\nง\nจ\nฉ"),
        ("on\u2011site on\x1esite", "on-site on-site"),
        ("ก  \nข \t", "ก\nข"),
        ("ก   ข", "ก ข"),
        ("- ก\n    - ข", "- ก\n    - ข"),
        ("  ก", "  ก"),
        ("ก\n\nข\n", "ก\n\nข\n"),
        ("   ", ""),
    ],
)
def test_what_nobody_sees_goes(pasted: str, tidied: str) -> None:
    assert tidy(pasted) == tidied


@pytest.mark.parametrize(
    "text",
    [
        "",
        "น้ำ ที่ ผู้ เก็บ ทั้ง สิทธิ์ พันธุ์ ฤๅษี กัมมัฏฐาน พุทฺธํ",
        "จัดท า",
        "ราคาากลาง",
        "โโ ะะ",
        "ต่าง ๆ ต่างๆ",
        "“อ้าง” – ‘ก’ … ☑ ✓ √ ○ •",
        "+1 =2 - จัดทำ\n2. ข้อ O35 ๒๕๖๗ café",
    ],
)
def test_what_shows_on_paper_is_not_touched(text: str) -> None:
    assert tidy(text) == text
    assert repairs(text) == []


@given(PASTED)
def test_tidying_twice_changes_nothing_more(text: str) -> None:
    assert tidy(tidy(text)) == tidy(text)
    assert repairs(tidy(text)) == []


@given(PASTED)
@example("\u2011  ก")
def test_doing_every_repair_is_tidying(text: str) -> None:
    assert applied(text, repairs(text)) == tidy(text)


@given(PASTED)
def test_repairs_are_apart_and_each_changes_something(text: str) -> None:
    ends = [0]
    for mend in repairs(text):
        assert mend.start >= ends[-1]
        assert mend.replacement != text[mend.start : mend.end]
        assert mend.reason
        ends.append(mend.end)


@given(PASTED)
def test_a_tidy_text_holds_nothing_that_word_refuses(text: str) -> None:
    kinds = {unicodedata.category(char) for char in tidy(text)} - {"Cc"}
    assert not kinds & {"Cf", "Cn", "Cs", "Zl", "Zp"}
    assert all(char == "\n" for char in tidy(text) if unicodedata.category(char) == "Cc")


@given(PASTED)
def test_tidying_keeps_every_letter_and_digit(text: str) -> None:
    letters = "กนทป1๑aOโๆ"
    assert [char for char in tidy(text) if char in letters] == [char for char in text if char in letters]


def test_a_repair_is_named_narrowly_with_its_reason() -> None:
    assert repairs("การนํ้ากิน  ใช้น\u200b") == [
        (4, 7, "้ำ", "สระหรือวรรณยุกต์ซ้ำหรือสลับลำดับ"),
        (11, 12, "", "เว้นวรรคเกิน"),
        (16, 17, "", "อักขระแฝงจากการคัดลอก"),
    ]


def test_several_reasons_at_one_place_are_joined() -> None:
    (mend,) = repairs("ก\u00a0\u00a0ข")
    assert mend == (1, 3, " ", "อักขระแฝงจากการคัดลอก และเว้นวรรคเกิน")


# ---- for findings ----------------------------------------------------------------------------------------------------


def test_invisible_and_foreign_characters_are_named_at_their_place() -> None:
    assert invisible("ก\u200bข\u00a0ค\uf70aง О \ufffd\tจ\n") == [
        (1, "ช่องว่างที่มองไม่เห็น (U+200B)"),
        (3, "ช่องว่างชนิดไม่ตัดบรรทัด (U+00A0)"),
        (5, "อักขระเฉพาะแบบอักษร (U+F70A)"),
        (8, "อักษรต่างภาษา (U+041E)"),
        (10, "อักขระที่อ่านไม่ออก (U+FFFD)"),
    ]


def test_an_ordinary_text_holds_nothing_invisible() -> None:
    assert invisible("1. จัดทำคู่มือ “O35” – ๒๕๖๗ ☑ ✓ √ ○ café\n") == []


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("น้ำ ผุดท าแบบการประเมิน", "น้ำ ผุดทำแบบการประเมิน"),
        ("จัดท า", "จัดทำ"),
        ("จัดท า แบบ", "จัดทำ แบบ"),
        ("การก ากับ", "การกำกับ"),
        ("ค ้า", "ค้า"),
        ("ราคาากลาง", "ราคากลาง"),
        ("ทำาแผน", "ทำแผน"),
        ("ใใช้", "ใช้"),
        ("ปร ะ ก า ศ", "ประ กา ศ"),
    ],
)
def test_words_that_fell_apart_are_suspected_with_a_guess(text: str, mended: str) -> None:
    assert applied(text, suspects(text)) == mended


@pytest.mark.parametrize("text", ["", "การ ทำ งาน ต่าง ๆ ณ ที่", "ก. และ ข. า", "คะ ๆ นานา มากมาย ค่ะ แต่ ฤๅษี"])
def test_sound_words_are_not_suspected(text: str) -> None:
    assert suspects(text) == []


@given(PASTED)
def test_a_suspects_place_lies_in_the_text(text: str) -> None:
    for mend in suspects(text):
        assert 0 <= mend.start < mend.end <= len(text)
        assert len(mend.replacement) < mend.end - mend.start


# ---- comparing -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "๑. จัดทำคู่มือ ต่าง ๆ O๓๕ ๒. เผยแพร่",
        "1.จัดทําคู่มือต่างๆ o35\n2.เผยแพร่",
        "- จัดทำคู่มือ\u200bต่างๆ O35\n- เผยแพร่",
        "(๑) จัดทำ คู่มือต่างๆ O35 (2) เผยแพร่",
        "• จัดทำคู่มือต่างๆ O35\n\n○ 1) เผยแพร่",
        "9.1 จัดทำคู่มือต่างๆ O35\n9.2 เผยแพร่",
        "o จัดทำคู่มือต่างๆ O35 – เผยแพร่",
    ],
)
def test_the_same_words_compare_equal_however_they_are_listed(text: str) -> None:
    assert comparable(text) == "จัดทำคู่มือต่างๆo35เผยแพร่"
    assert similarity(text, "จัดทำคู่มือต่างๆO35เผยแพร่") == 1


@pytest.mark.parametrize("text", ["คะแนน93.65", "12คน", "on-site", "2566-2567", "ข้อ9.1ข้อมูล"])
def test_numbers_inside_a_text_count(text: str) -> None:
    assert comparable(text) == text


@given(PASTED, PASTED)
def test_similarity_is_a_share_and_works_both_ways(one: str, other: str) -> None:
    assert 0 <= similarity(one, other) == similarity(other, one) <= 1
    assert similarity(one, tidy(one)) == 1


def test_a_copied_plan_is_told_from_another_text() -> None:
    plan = "จัดทำคู่มือการปฏิบัติงานของเจ้าหน้าที่และเผยแพร่บนเว็บไซต์ของหน่วยงาน"
    assert similarity(plan, "มีการ" + plan) > 0.9
    assert similarity(plan, "ประชุมชี้แจงแผนการใช้จ่ายงบประมาณให้บุคลากรทุกคนทราบ") < 0.2


def test_texts_without_a_word_are_alike_and_unlike_all_others() -> None:
    assert similarity("", " - ") == 1
    assert similarity("", "ก") == 0
    assert similarity("กข", "กข") == 1
    assert overlap(shingles("กข"), shingles("กค")) == 0


# ---- cost ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "piece", [" ", "ก", "นํ้า ", "\u200b", "เ", "่ิ", "ก ", "1. ", "- ", "ำ่", "ํ่", "\r", "าา ", "1."]
)
def test_a_full_cell_of_anything_is_tidied_at_once(piece: str) -> None:
    text = (piece * 32_767)[:32_767]
    start = time.process_time()
    repairs(text)
    tidy(text)
    suspects(text)
    similarity(text, text[::-1])
    assert time.process_time() - start < 10  # some 0.1 s; a quadratic pattern takes a minute


def test_nothing_but_the_standard_library_is_imported() -> None:
    code = """
import sys
import itaxl.thai.dates, itaxl.thai.digits, itaxl.thai.tidy
tops = {name.split(".")[0] for name in sys.modules}
print(*sorted(top for top in tops - set(sys.stdlib_module_names) if not top.startswith(("_", "sitecustomize"))))
"""
    done = subprocess.run([sys.executable, "-S", "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["itaxl"]
