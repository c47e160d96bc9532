"""Personal data is masked wherever a text is shown; nothing else of the text changes."""

from __future__ import annotations

import pytest

from itaxl.thai.personal import mask


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("เลข 1-1017-01234-56-2 ลงนาม", "เลข 1-1017-01234-56-2 ลงนาม"),  # its last digit proves nothing
        ("เลข 1101701234567", "เลข 1101701234567"),
        ("ติดต่อนายสมชาย โทร. 081-234-5678", "ติดต่อนายสมชาย โทร. xxx-xxx-xx78"),
        ("สำนักงาน โทร. 081-234-5678", "สำนักงาน โทร. 081-234-5678"),
        ("โทรศัพท์ 0 2345 6789", "โทรศัพท์ 0 2345 6789"),
        ("ผู้ร้องเรียนชื่อนายสมชาย ใจดี แจ้งว่า", "ผู้ร้องเรียนชื่อนายสxxxx xxxx แจ้งว่า"),
        ("มอบหมายนายสมชาย ใจดี รับเรื่อง", "มอบหมายนายสมชาย ใจดี รับเรื่อง"),
        ("พ.ศ. 2567 จำนวน 1,234,567,890 บาท", "พ.ศ. 2567 จำนวน 1,234,567,890 บาท"),
        ("", ""),
    ],
)
def test_only_personal_data_is_masked_and_the_length_stays(text: str, masked: str) -> None:
    assert mask(text) == masked
    assert len(mask(text)) == len(text)


def test_a_citizen_number_keeps_its_last_two_digits() -> None:
    digits = "110170123456"
    total = sum(weight * int(digit) for weight, digit in zip(range(13, 1, -1), digits, strict=True))
    number = digits + str((11 - total % 11) % 10)
    assert mask(f"เลข {number}.") == f"เลข xxxxxxxxxxx{number[-2:]}."


def test_masking_twice_changes_nothing_more() -> None:
    text = "ผู้ร้องเรียนชื่อนายสมชาย ใจดี โทร. 081-234-5678"
    assert mask(mask(text)) == mask(text)
