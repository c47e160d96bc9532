"""`itaxl fill`: boxes ticked from the rows, in a new form, every tick told."""

from __future__ import annotations

from pathlib import Path

import pytest

from itaxl import pipeline
from itaxl.cli import main
from tests.forms import form, small

ITEMS = [
    {"no": 1, "progress": ["จัดทำแผนผังและเผยแพร่เมื่อวันที่ 15 มกราคม 2567"]},
    {"no": 2, "progress": ["อยู่ระหว่างดำเนินการปรับปรุงข้อมูล"]},
    {"no": 3, "progress": ["ยังไม่ได้ดำเนินการ"], "status": "done"},
    {"no": 4},
]


def test_rows_are_ticked_as_they_say_and_a_choice_stays(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source = form(small(o_items=ITEMS), tmp_path / "form.xlsx")
    before = source.read_bytes()
    assert main(["fill", str(source), "-o", str(tmp_path / "new.xlsx")]) == 0
    items = pipeline.read_form(tmp_path / "new.xlsx").o_items
    assert [item.status for item in items[:4]] == ["done", "in_progress", "done", None]
    told = capsys.readouterr().out
    assert told.splitlines()[-1] == "ติ๊กให้แล้ว 2 แถว แถวที่เลือกไว้แล้วคงเดิม"
    assert "โปรดทบทวน" in told
    assert source.read_bytes() == before
