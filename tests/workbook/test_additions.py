"""What a person added to a form is named, cell by cell, before a form without it is written."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.comments import Comment

from itaxl.catalog.form import AGENCY_SHEET, ITEMS_SHEET, MEASURES_SHEET
from itaxl.cli import main
from itaxl.pipeline import additions
from tests.forms import CASES, case, form, form_bytes
from tests.workbook.kept import kept_forms

NOTE, SIDE, BELOW = ("หมายเหตุของช่อง OIT!F7", "ข้อความนอกตาราง มาตรการ!AA6", "ข้อความนอกตาราง ข้อมูลหน่วยงาน!C90")


def note(book: Workbook) -> None:
    book[ITEMS_SHEET]["F7"].comment = Comment("ถามกองคลัง", "สมชาย")


def sheet(book: Workbook) -> None:
    book.create_sheet("ร่างของฉัน")["A1"] = "ข้อความ"


def side(book: Workbook) -> None:
    book[MEASURES_SHEET]["AA6"] = "รอเอกสาร"


def below(book: Workbook) -> None:
    book[AGENCY_SHEET]["C90"] = "โทร 0 2123 4567"


def link(book: Workbook) -> None:
    book[MEASURES_SHEET]["G6"].hyperlink = "https://www.example.go.th/a"


ADDED: dict[str, tuple[Callable[[Workbook], None], str]] = {
    "a note": (note, NOTE),
    "a sheet": (sheet, "แผ่นงานที่เพิ่มเอง ร่างของฉัน"),
    "text beside a table": (side, SIDE),
    "text below the lines": (below, BELOW),
    "a link": (link, "ลิงก์ของช่อง มาตรการ!G6"),
}


def with_added(*edits: Callable[[Workbook], None], folder: Path) -> Path:
    """A form that a person added to."""
    book = load_workbook(io.BytesIO(form_bytes(case("kohchan-2567"))))
    for edit in edits:
        edit(book)
    book.save(path := folder / "form.xlsx")
    return path


@pytest.mark.parametrize("name", ADDED)
def test_what_was_added_is_named_by_its_place(name: str, tmp_path: Path) -> None:
    edit, told = ADDED[name]
    assert [str(each) for each in additions(with_added(edit, folder=tmp_path))] == [told]


@pytest.mark.parametrize("name", CASES)
def test_nothing_is_said_of_a_form_as_it_was_made(name: str, tmp_path: Path) -> None:
    assert additions(form(case(name), tmp_path / "form.xlsx")) == ()


def test_nothing_is_said_of_forms_of_earlier_versions() -> None:
    assert [additions(path) for path in kept_forms()] == [()] * len(kept_forms())


def test_it_is_told_before_a_new_form_is_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    old = with_added(note, side, folder=tmp_path)
    assert main(["fill", str(old), "-o", str(tmp_path / "new.xlsx")]) == 0
    told = capsys.readouterr().err
    assert told.index(NOTE) < told.index("สร้างแฟ้ม")
    assert SIDE in told
    assert "ยังอยู่ใน" in told
