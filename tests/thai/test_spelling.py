"""The list of misspellings that print is full of: each comes with the right word, and right words are left alone."""

from __future__ import annotations

import pytest

from itaxl.catalog import gazetteer
from itaxl.catalog.year_file import year, years
from itaxl.thai import spelling
from itaxl.thai.proofreading import find_slips


def _mended(text: str) -> str:
    for mend in reversed(spelling.misspellings(text)):
        text = text[: mend.start] + mend.replacement + text[mend.end :]
    return text


@pytest.mark.parametrize(
    ("typed", "right"),
    [
        ("ความโปร่งไสของหน่วยงาน", "ความโปร่งใสของหน่วยงาน"),
        ("ผ่านเว็ปไซด์และเวปไซต์", "ผ่านเว็บไซต์และเว็บไซต์"),
        ("กรกฏาคม ปรากฎ กฏหมาย", "กรกฎาคม ปรากฏ กฎหมาย"),
        ("รับเรื่องร้องทุก ๑ เรื่อง", "รับเรื่องร้องทุกข์ ๑ เรื่อง"),
    ],
)
def test_a_misspelling_comes_with_the_right_word(typed: str, right: str) -> None:
    assert _mended(typed) == right


def test_the_right_words_are_left_alone_by_the_list_and_by_the_proofreader() -> None:
    _, rights = spelling._listed()
    for right in set(rights.values()):
        assert spelling.misspellings(right) == [], right
        assert find_slips(right) == [], right


def test_no_place_of_thailand_is_a_misspelling() -> None:
    assert [name for name in gazetteer.all_names() if spelling.misspellings(f"ตำบล{name} ")] == []


@pytest.mark.parametrize("fiscal_year", years())
def test_official_texts_hold_no_misspelling(fiscal_year: int) -> None:
    for item in year(fiscal_year).items:
        for text in (item.title, *item.components):
            assert spelling.misspellings(text) == []


def test_a_cell_full_of_one_letter_is_searched_in_no_time() -> None:
    assert spelling.misspellings("ก" * 32_767) == []
