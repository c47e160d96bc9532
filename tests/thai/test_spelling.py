"""Spelling of office Thai: every slip comes with the right word, and right words are left alone."""

from __future__ import annotations

import subprocess
import sys

import pytest

from itaxl.catalog import gazetteer
from itaxl.catalog.year_file import year, years
from itaxl.thai import spelling


def _mended(text: str) -> str:
    for mend in reversed(spelling.misspellings(text)):
        text = text[: mend.start] + mend.replacement + text[mend.end :]
    return text


@pytest.mark.parametrize(
    ("typed", "right"),
    [
        ("ความโปร่งไสของหน่วยงาน", "ความโปร่งใสของหน่วยงาน"),
        ("ผ่านเว็ปไซด์และเวปไซต์", "ผ่านเว็บไซต์และเว็บไซต์"),
        ("ประชาสัมพันธ ทาง", "ประชาสัมพันธ์ ทาง"),
        ("กรกฏาคม ปรากฎ กฏหมาย", "กรกฎาคม ปรากฏ กฎหมาย"),
        ("เจ้าหน้าที เผยแพร", "เจ้าหน้าที่ เผยแพร่"),
    ],
)
def test_a_misspelling_comes_with_the_right_word(typed: str, right: str) -> None:
    assert _mended(typed) == right


def test_mending_twice_changes_nothing_more() -> None:
    _, rights = spelling._listed()
    for right in set(rights.values()):
        assert spelling.misspellings(right) == [], right


def test_no_place_of_thailand_is_a_misspelling() -> None:
    names = {
        name
        for province in gazetteer.provinces()
        for amphoe in gazetteer.amphoes(province)
        for name in (province, amphoe, *gazetteer.tambons(province, amphoe))
    }
    assert [name for name in names if spelling.misspellings(f"ตำบล{name} ")] == []


@pytest.mark.parametrize("fiscal_year", years())
def test_official_texts_hold_no_misspelling_and_no_lost_word(fiscal_year: int) -> None:
    for item in year(fiscal_year).items:
        for text in (item.title, *item.components):
            assert spelling.misspellings(text) == []
            assert spelling.small_words(text) == []


def test_small_words_come_in_the_order_of_the_text() -> None:
    found = spelling.small_words("มีเปิดเผยข้อมูล ป้องกันแลปราบปราม ฯฯ")
    assert [mend.replacement for mend in found] == ["มีการ", "และ", "ฯลฯ"]


def test_unknown_words_are_found_only_where_a_word_of_the_office_is_near() -> None:
    office = frozenset({"พื้นฐาน", "หน่วยงาน"})
    text = "ข้อมูลพื้นธานของหน่วยงานกับฮฟฬศณ"
    [mend] = spelling.unknown_words(text, office)
    assert (text[mend.start : mend.end], mend.replacement) == ("พื้นธาน", "พื้นฐาน")
    assert spelling.unknown_words(text, office, frozenset({"พื้นธาน"})) == []


def test_words_join_to_the_text() -> None:
    text = "จัดทำข้อมูล 2 ครั้ง, ทาง Facebook"
    assert "".join(spelling.words(text)) == text


def test_words_around_keep_to_the_line() -> None:
    text = "บรรทัดก่อน\nกำหนดให้มีปรับปรุงระบบ\nบรรทัดหลัง"
    start = text.index("มีปรับ")
    assert spelling.words_around(text, start, start + 2) == "กำหนดให้มีปรับปรุง"


def test_pythainlp_is_loaded_only_when_a_text_is_cut_into_words() -> None:
    code = (
        "import sys, itaxl.thai.spelling as s; s.misspellings('โปร่งไส'); s.small_words('มีปรับปรุง');"
        " sys.exit('pythainlp' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_a_cell_full_of_one_letter_is_searched_in_no_time() -> None:
    assert spelling.misspellings("ก" * 32_767) == []
    assert spelling.small_words("ก" * 32_767) == []
