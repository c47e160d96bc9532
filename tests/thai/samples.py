"""What the tests of Thai text share: generated dates and words, and the texts of the real reports."""

import datetime
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

from hypothesis import strategies as st

from itaxl.thai.dates import MONTHS, MONTHS_SHORT

DATES = st.dates(datetime.date(1998, 1, 1), datetime.date(2042, 12, 31))
Style = Literal["full", "short"]
STYLES: st.SearchStrategy[Style] = st.sampled_from(["full", "short"])
WORDS = st.lists(
    st.sampled_from(
        [
            *MONTHS, *MONTHS_SHORT, "มค", "พ.ศ.", "ปีงบประมาณ", "วันที่", "ที่", "โทร", "ไตรมาส", "ตลอด", "ถึง", "ข้อ", "คน",
            "ว่าด้วย", "ระเบียบ", "1", "๓๐", "67", "๒๕๖๗", "2566", "12", "0", "1/1/67", *"./-–, \n()ก",
        ]
    ),
    max_size=25,
).map("".join)  # fmt: skip


def real_texts() -> Iterator[tuple[str, str]]:
    """Every text of the four reports with the name of its field; a cell's lines stand on lines of their own."""
    files = sorted((Path(__file__).parent.parent / "data" / "cases").glob("*.json"))
    assert len(files) >= 4
    for file in files:
        yield from cells("", json.loads(file.read_text(encoding="utf-8")))


def cells(field: str, value: object) -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        yield field, value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from cells(key, inner)
    elif isinstance(value, list) and all(isinstance(line, str) for line in value):
        yield field, "\n".join(value)
    elif isinstance(value, list):
        for inner in value:
            yield from cells(field, inner)
