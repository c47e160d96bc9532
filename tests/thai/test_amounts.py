"""Numbers and money in Thai words."""

from __future__ import annotations

from decimal import Decimal

import pytest

from itaxl.thai.amounts import baht_in_words, number_in_words


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("ศูนย์", 0),
        ("สิบ", 10),
        ("สิบเอ็ด", 11),
        ("ยี่สิบเอ็ด", 21),
        ("สองสิบ", 20),
        ("หนึ่งร้อยหนึ่ง", 101),
        ("หนึ่งร้อยเอ็ด", 101),
        ("สามร้อยหกสิบห้า", 365),
        ("หนึ่งแสนสองหมื่นสามพันสี่ร้อยห้าสิบหก", 123456),
        ("เก้าแสน เก้าหมื่น", 990000),
        ("หนึ่งล้าน", 1_000_000),
        ("ล้านสอง", 1_000_002),
        ("สิบสองล้านสามแสน", 12_300_000),
        ("หนึ่งล้านล้าน", 10**12),
    ],
)
def test_a_number_in_words_is_read(words: str, number: int) -> None:
    assert number_in_words(words) == number


@pytest.mark.parametrize("text", ["", "สิบร้อย", "พันธกิจ", "หนึ่งคน", "สองสาม", "ร้อยละ", "แสนสิริ", "ล้านนา", "10"])
def test_other_words_are_no_number(text: str) -> None:
    assert number_in_words(text) is None


@pytest.mark.parametrize(
    ("words", "baht"),
    [
        ("หนึ่งหมื่นบาทถ้วน", "10000"),
        ("สองพันห้าร้อยบาท", "2500"),
        ("หนึ่งร้อยบาทห้าสิบสตางค์", "100.50"),
        ("ห้าล้านสองแสน บาทถ้วน", "5200000"),
    ],
)
def test_money_in_words_is_read(words: str, baht: str) -> None:
    assert baht_in_words(words) == Decimal(baht)


@pytest.mark.parametrize("text", ["บาท", "บาทถ้วน", "หลายบาท", "หนึ่งร้อย", "หนึ่งร้อยบาทสตางค์", "ห้าบาทต่อคน"])
def test_other_words_are_no_money(text: str) -> None:
    assert baht_in_words(text) is None
