"""“แจ้งว่าไม่ใช่ข้อผิด”: the sentence that was alarmed wrongly goes into a file to send, without anybody's name or number."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import unquote

import pytest

from itaxl import pipeline
from itaxl.case.load import load
from itaxl.cli import main
from itaxl.cli.not_a_fault import link, tell
from itaxl.model.findings import Confirmed
from itaxl.thai.personal import hide_persons
from tests.forms import form, small

PARTNER = "- ซ้อมแผนกับเทศบาลตำบลนายาง เมื่อวันที่ 31 กุมภาพันธ์ 2567 โดยนายสมชาย ใจดี โทร. 081-234-5678 | 12,500 บาท"
PLACE = "o_items[0].progress"


@pytest.fixture
def filled(tmp_path: Path) -> Path:
    return form(small(o_items=[{"no": 1, "progress": [PARTNER], "status": "done"}]), tmp_path / "form.xlsx")


def _code(path: Path) -> str:
    found = pipeline.check(pipeline.read_form(path)).findings
    return next(each.code for each in found if each.field == PLACE and "31 กุมภาพันธ์" in each.quote)


def test_a_finding_named_is_written_with_its_sentence_and_no_person(filled: Path, tmp_path: Path) -> None:
    target = tmp_path / "แจ้ง.md"
    main(["check", str(filled), "--not-a-fault", f"{_code(filled)}@{PLACE}", "-o", str(target)])
    written = target.read_text("utf-8")
    assert "31 กุมภาพันธ์ 2567" in written
    assert "12,500 บาท" in written
    assert "สมชาย" not in written
    assert "234" not in written


def test_what_was_confirmed_with_a_reason_is_written_with_the_reason(
    filled: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    confirmed = tmp_path / "confirmed.xlsx"
    report = pipeline.read_form(filled)
    cell = str(next(each.cell for each in pipeline.check(report).findings if each.code == _code(filled)))
    answer = ["--cell", cell, "--code", _code(filled), "--reason", "ตามต้นเรื่องของนางสาวมาลี"]
    main(["confirm", str(filled), *answer, "-o", str(confirmed)])
    capsys.readouterr()
    main(["check", str(confirmed), "--not-a-fault"])
    written = capsys.readouterr().out
    assert f"| {_code(filled)} |" in written
    assert "ตามต้นเรื่องของนางสาว… |" in written


@pytest.mark.parametrize("named", [["--not-a-fault"], ["--not-a-fault", "A99@OIT!Z9"]])
def test_nothing_to_tell_of_is_said(
    filled: Path, capsys: pytest.CaptureFixture[str], named: list[str]
) -> None:
    assert main(["check", str(filled), *named]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert "โปรด" in said.err


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("โดยนายสมชาย ใจดี เป็นประธาน", "โดยนาย… เป็นประธาน"),
        ("นางสาวมาลี", "นางสาว…"),
        ("นายกิตติ ใจดี", "นาย…"),
        ("ด.ช.แดง ใจดี", "ด.ช.…"),
        ("โทร. 08 1234 5678", "โทร. …"),
        ("เลข 1-2345-67890-12-1", "เลข …"),
        ("เลข ๑๒๓๔๕๖๗๘๙๐๑๒๑", "เลข …"),
    ],
)
def test_names_and_numbers_of_persons_are_hidden(typed: str, told: str) -> None:
    assert hide_persons(typed, "เทศบาลตำบลนางแล") == told


@pytest.mark.parametrize(
    "text",
    [
        "เทศบาลตำบลนางแลจัดอบรม",
        "นายกเทศมนตรีลงนาม",
        "นายอำเภอเป็นประธาน",
        "นายช่างโยธาตรวจงาน",
        "งบประมาณ 1,250,000,000 บาท",
        "วันที่ 1 - 2 มีนาคม 2567",
    ],
)
def test_what_names_no_person_stays(text: str) -> None:
    assert hide_persons(text, "เทศบาลตำบลนางแล") == text


def test_the_link_of_the_page_holds_the_same_file() -> None:
    report = load(small(o_items=[{"no": 1, "progress": [PARTNER], "status": "done"}]))
    finding = next(each for each in pipeline.check(report).findings if each.field == PLACE)
    address = link(report, finding)
    assert unquote(address.partition(",")[2]) == tell(report, [Confirmed(finding, "")])
    assert '"' not in address


def test_a_stroke_of_a_text_ends_no_cell_of_the_table() -> None:
    report = load(small(o_items=[{"no": 1, "progress": [PARTNER], "status": "done"}]))
    finding = next(each for each in pipeline.check(report).findings if each.field == PLACE)
    row = tell(report, [Confirmed(finding, "")]).splitlines()[-1]
    assert row.replace("\\|", "").count("|") == 6
