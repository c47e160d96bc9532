"""Cell texts as values and back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itaxl.catalog.values import Unreadable, boxes_text, read_boxes, read_text, write_boxes, write_text
from itaxl.model.columns import column_of
from itaxl.model.records import MeasureRow, OItemRow, Paper

PERCENT = column_of(MeasureRow, "percent")
STATUS = column_of(MeasureRow, "status")
NUMBER = column_of(MeasureRow, "no")
HAS_DATA = column_of(OItemRow, "has_data")
LAYOUT = column_of(Paper, "layout")


@pytest.mark.parametrize("text", ["80", "๘๐", "80%", " 80 ", "ร้อยละ 80", "80.0"])
def test_a_percentage_is_read_as_people_write_it(text: str) -> None:
    assert read_text(PERCENT, text) == 80


@pytest.mark.parametrize("text", ["ประมาณ 80", "80-90", "แปดสิบ", "8 0"])
def test_what_is_not_exactly_a_number_is_unreadable(text: str) -> None:
    with pytest.raises(Unreadable):
        read_text(PERCENT, text)


@pytest.mark.parametrize("text", ["1", "๑", "1.", "๑."])
def test_an_ordinal_may_carry_a_full_stop(text: str) -> None:
    assert read_text(NUMBER, text) == 1


@given(st.one_of(st.integers(-(10**12), 10**12), st.decimals(-(10**12), 10**12, places=6).map(float)))
def test_a_number_written_is_the_number_read(number: float) -> None:
    assert read_text(PERCENT, write_text(PERCENT, number)) == number


@pytest.mark.parametrize("text", ["80\u200b", "\ufeff80", "\u00a080\u00a0", "\t80\n"])
def test_a_pasted_number_is_read_through_its_invisible_characters(text: str) -> None:
    assert read_text(PERCENT, text) == 80
    assert read_text(HAS_DATA, text.replace("80", "มี")) is True


def test_a_choice_is_read_by_its_word_or_its_name_and_kept_otherwise() -> None:
    assert read_text(HAS_DATA, " มี ") is True
    assert write_text(LAYOUT, "book") == "แบบรูปเล่ม"
    assert read_text(LAYOUT, "แบบรูปเล่ม") == read_text(LAYOUT, "book") == "book"
    with pytest.raises(Unreadable):
        read_text(LAYOUT, "books")


@pytest.mark.parametrize("mark", ["☑", "✓", "/", "√", " ☑ "])
def test_what_people_type_for_a_tick_is_a_tick(mark: str) -> None:
    assert read_boxes(STATUS, ("☐", "", mark, "☐")) == "done"


@pytest.mark.parametrize("cells", [("☑", "☐", "☑", "☐"), ("☐", "☐", "เสร็จ", "☐")])
def test_boxes_that_are_not_one_clear_tick_come_back_as_typed(cells: tuple[str, ...]) -> None:
    with pytest.raises(Unreadable) as why:
        read_boxes(STATUS, cells)
    assert write_boxes(STATUS, str(why.value)) == cells


@given(st.lists(st.text(max_size=8), min_size=4, max_size=4))
def test_any_boxes_survive_as_one_text(cells: list[str]) -> None:
    typed = tuple(cells)
    back = write_boxes(STATUS, boxes_text(STATUS, typed))
    assert boxes_text(STATUS, back) == boxes_text(STATUS, typed)
