"""Digits: two sets, addresses spared on paper, numbers read and written."""

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itaxl.thai.digits import for_paper, format_number, parse_number, parse_whole, to_arabic, to_thai

THAI_TEXT = st.text(alphabet="0123456789๐๑๒๓๔๕๖๗๘๙กขคงำ่้. ,%/@-:abcOwth\n", max_size=60)


@given(THAI_TEXT)
def test_there_and_back_only_the_kind_of_digit_changes(text: str) -> None:
    assert to_arabic(to_thai(text)) == to_arabic(text)
    assert not re.search("[0-9]", to_thai(text))
    assert not re.search("[๐-๙]", to_arabic(text))


@given(THAI_TEXT)
def test_an_offset_stays_an_offset(text: str) -> None:
    assert len(to_thai(text)) == len(to_arabic(text)) == len(text)


def test_digits_of_other_scripts_are_left_alone() -> None:
    assert to_thai("٣ 3 ３") == "٣ ๓ ３"


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("ข้อ O35 ปี พ.ศ. 2567 ร้อยละ 93.65", "ข้อ O๓๕ ปี พ.ศ. ๒๕๖๗ ร้อยละ ๙๓.๖๕"),
        ("ดูที่ https://abt.go.th/page12?id=3#a4 ข้อ 5", "ดูที่ https://abt.go.th/page12?id=3#a4 ข้อ ๕"),
        ("ดูที่www.abt12.go.th/page12หน้า12", "ดูที่www.abt12.go.th/page12หน้า๑๒"),
        ("ดูที่ abt12.go.th/page12 และ bit.ly/3xY9 ข้อ 2", "ดูที่ abt12.go.th/page12 และ bit.ly/3xY9 ข้อ ๒"),
        ("https://abt.go.th/ประกาศ2567/12 ข้อ 3", "https://abt.go.th/ประกาศ2567/12 ข้อ ๓"),
        ("http://192.168.1.10:8080/x2 ข้อ 9", "http://192.168.1.10:8080/x2 ข้อ ๙"),
        ("www.abt.go.th:8080 (หน้า 2)", "www.abt.go.th:8080 (หน้า ๒)"),
        ("1.abt.go.th 2.www.1111.go.th", "๑.abt.go.th ๒.www.1111.go.th"),
        ("สายด่วน 1111 เว็บไซต์ 1111.go.th", "สายด่วน ๑๑๑๑ เว็บไซต์ 1111.go.th"),
        ("อีเมลsaraban_06@dla.go.th, 12 ฉบับ", "อีเมลsaraban_06@dla.go.th, ๑๒ ฉบับ"),
        ("LINE @abt12และ@012abc จำนวน 30 คน", "LINE @abt12และ@012abc จำนวน ๓๐ คน"),
        ("แฟ้ม report12.xlsx ฉบับที่ 1.2", "แฟ้ม report๑๒.xlsx ฉบับที่ ๑.๒"),
        ("1. จัดทำ\n2. เผยแพร่", "๑. จัดทำ\n๒. เผยแพร่"),
    ],
)
def test_the_papers_digits_spare_addresses(typed: str, printed: str) -> None:
    assert for_paper(typed, "thai") == printed
    assert for_paper(printed, "arabic") == typed


def test_an_address_typed_with_thai_digits_is_not_touched_either() -> None:
    assert for_paper("www.abt.go.th/page๑๒ ข้อ ๓", "arabic") == "www.abt.go.th/page๑๒ ข้อ 3"


@given(THAI_TEXT)
def test_the_paper_changes_nothing_but_digits(text: str) -> None:
    assert to_arabic(for_paper(text, "thai")) == to_arabic(text)
    assert for_paper(for_paper(text, "thai"), "thai") == for_paper(text, "thai")


@pytest.mark.parametrize(
    "piece", ["a", "1", "a.", "1.", "a1-", "www.", "/", "http://", "1a@", "a.@", "x.th/ก"]
)
def test_a_full_cell_of_anything_is_printed_at_once(piece: str) -> None:
    text = (piece * 32_767)[:32_760] + " .a"
    start = time.process_time()
    for_paper(text, "thai")
    assert time.process_time() - start < 10  # some 0.05 s; a quadratic pattern takes a minute


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("93.65", 93.65),
        ("๙๓.๖๕", 93.65),
        (" ร้อยละ ๘๐ ", 80),
        ("ร้อยละ80.5", 80.5),
        ("100%", 100),
        ("100 %", 100),
        ("80 เปอร์เซ็นต์", 80),
        ("1,234,567.50", 1234567.5),
        ("-5", -5),
        ("0", 0),
    ],
)
def test_a_number_is_read_however_it_is_typed(typed: str, value: float) -> None:
    assert parse_number(typed) == value


@pytest.mark.parametrize(
    "typed",
    [
        "",
        " ",
        "ประมาณแปดสิบ",
        "80-90",
        "80 คน",
        "1,23",
        "12,3456",
        "93.",
        ".5",
        "8 0",
        "%",
        "1" * 400,
        "nan",
        "1e5",
        "٣",
    ],
)
def test_what_is_not_exactly_a_number_is_not_read(typed: str) -> None:
    assert parse_number(typed) is None


@pytest.mark.parametrize(
    ("typed", "value"), [("๑", 1), ("1", 1), ("1.", 1), (" ๑๒. ", 12), ("1,000", 1000), ("0", 0)]
)
def test_an_ordinal_may_carry_a_full_stop(typed: str, value: int) -> None:
    assert parse_whole(typed) == value


@pytest.mark.parametrize("typed", ["", ".", "1.1", "1..", "1)", "-1", "หนึ่ง", "1 2", "9" * 5000])
def test_what_is_not_exactly_a_whole_number_is_not_read(typed: str) -> None:
    assert parse_whole(typed) is None


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (100.0, "100"),
        (93.65, "93.65"),
        (0.1 + 0.2, "0.3"),
        (7, "7"),
        (-0.0, "0"),
        (1234567.0, "1234567"),
        (1e20, "100000000000000000000"),
        (0.00001, "0.00001"),
    ],
)
def test_a_number_is_written_short_and_plain(value: float, text: str) -> None:
    assert format_number(value) == text


@given(st.decimals(min_value=0, max_value=10**9, places=2))
def test_a_written_number_is_read_back(value: object) -> None:
    number = float(str(value))
    assert parse_number(format_number(number)) == number
    assert parse_number(to_thai(format_number(number))) == number
