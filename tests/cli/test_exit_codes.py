"""The exit codes of the contract, and a sentence that a person can act on beside each."""

from __future__ import annotations

import io
import json
import tempfile
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from itaxl import pipeline
from itaxl.catalog.form import MEASURES_SHEET
from itaxl.files.disk import template_folder
from itaxl.model.records import Report
from tests.cli.conftest import Forms, Run
from tests.forms import small
from tests.packages import by_person, repacked

SECRET = "ข้อความลับในรายงาน"


# -- 0 and 1 ----------------------------------------------------------------------------------------


def test_a_form_without_error_ends_with_0(itaxl: Run, forms: Forms) -> None:
    said = itaxl("check", forms.good)
    assert said.code == 0
    assert "เสนอลงนามได้" in said.out


def test_an_error_ends_with_1_and_is_named_with_its_cell_and_cure(itaxl: Run, forms: Forms) -> None:
    said = itaxl("check", forms.bad)
    assert said.code == 1
    assert "ประมาณแปดสิบ" in said.out
    assert "แก้ไข" in said.out


def test_a_paper_with_an_error_open_is_still_made(itaxl: Run, forms: Forms, tmp_path: Path) -> None:
    said = itaxl("report", forms.bad, "-o", tmp_path / "a.docx")
    assert said.code == 0
    assert "ร่าง" in said.err
    assert (tmp_path / "a.docx").exists()


# -- 3 ----------------------------------------------------------------------------------------------


def _other_workbook() -> bytes:
    from openpyxl import Workbook

    target = io.BytesIO()
    Workbook().save(target)
    return target.getvalue()


def _half(form: bytes) -> bytes:
    return form[: len(form) // 2]


def _flipped(form: bytes) -> bytes:
    """The form with one byte changed inside a part, whose checksum then does not fit."""
    with zipfile.ZipFile(io.BytesIO(form)) as package:
        part = max(package.infolist(), key=lambda info: info.compress_size)
    at = part.header_offset + len(part.filename) + part.compress_size // 2
    return form[:at] + bytes([form[at] ^ 1]) + form[at + 1 :]


def _with_doctype(form: bytes) -> bytes:
    return repacked(form, {"xl/styles.xml": lambda part: b"<!DOCTYPE a>" + part})


def _without_sheet(form: bytes) -> bytes:
    return by_person(form, lambda book: book.remove(book[MEASURES_SHEET]))


SPOILED: dict[str, tuple[Callable[[bytes], bytes], str]] = {
    "empty": (lambda form: b"", "ว่างเปล่า"),
    "not a zip": (lambda form: b"ITA 2567", "ไม่ใช่แฟ้มของ Excel"),
    "cut in half": (_half, "เสียหายหรือไม่ครบ"),
    "a byte flipped": (_flipped, "เสียหายหรือไม่ครบ"),
    "a paper": (lambda form: (template_folder("word") / "annual.docx").read_bytes(), "เป็นแฟ้ม Word"),
    "of something else": (lambda form: _other_workbook(), "ไม่ใช่แบบรายงานของ itaxl"),
    "old or locked": (lambda form: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512), "ใส่รหัสผ่าน"),
    "with DOCTYPE": (_with_doctype, "DOCTYPE"),
    "a sheet removed": (_without_sheet, "ไม่มีแผ่นงาน “มาตรการ”"),
    "a part missing": (lambda form: repacked(form, without=["xl/workbook.xml"]), "ไม่ใช่แฟ้ม Excel"),
    "a sheet's part missing": (lambda form: repacked(form, without=["xl/worksheets/sheet2.xml"]), "เสียหาย"),
    "a part cut off": (
        lambda form: repacked(form, {"xl/worksheets/sheet2.xml": lambda part: part[:9000]}),
        "เสียหาย",
    ),
}


@pytest.mark.parametrize("name", SPOILED)
def test_a_file_that_is_no_whole_form_ends_with_3(
    name: str, itaxl: Run, forms: Forms, tmp_path: Path
) -> None:
    spoil, reason = SPOILED[name]
    path = tmp_path / "แบบ ๑.xlsx"
    path.write_bytes(spoil(forms.good.read_bytes()))
    said = itaxl("check", path)
    assert (said.code, said.out) == (3, "")
    assert reason in said.err
    assert str(path) in said.err
    assert " – " in said.err


@pytest.mark.parametrize("command", ["check", "dump", "report"])
def test_a_missing_form_and_a_folder_end_with_3(command: str, itaxl: Run, tmp_path: Path) -> None:
    said = itaxl(command, tmp_path / "ไม่มี.xlsx")
    assert (said.code, said.out) == (3, "")
    assert "ไม่พบแฟ้ม" in said.err
    folder = itaxl(command, tmp_path)
    assert folder.code == 3
    assert "เป็นโฟลเดอร์" in folder.err


def test_case_data_that_cannot_be_held_ends_with_3_and_makes_nothing(itaxl: Run, tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(json.dumps(small(colour="red")), encoding="utf-8")
    said = itaxl("load", tmp_path / "a.json", "-o", tmp_path / "a.xlsx")
    assert said.code == 3
    assert "colour" in said.err
    assert not (tmp_path / "a.xlsx").exists()


# -- 4 ----------------------------------------------------------------------------------------------


def _layout(folder: Path, edit: Callable[[bytes], bytes]) -> Path:
    """The shipped layout with its text changed."""
    path = folder / "ของหน่วยงาน.docx"
    path.write_bytes(
        repacked((template_folder("word") / "annual.docx").read_bytes(), {"word/document.xml": edit})
    )
    return path


def test_a_layout_with_an_unknown_name_ends_with_4(itaxl: Run, forms: Forms, tmp_path: Path) -> None:
    tag = b"<w:body><w:p><w:r><w:t>{{ no_such_name }}</w:t></w:r></w:p>"
    layout = _layout(tmp_path, lambda xml: xml.replace(b"<w:body>", tag))
    made = tmp_path / "a.docx"
    said = itaxl("report", forms.good, "--layout", layout, "-o", made)
    assert said.code == 4
    assert "no_such_name" in said.err
    assert not made.exists()
    assert itaxl("layouts", "check", layout).code == 4


def test_a_layout_that_is_no_paper_ends_with_4(itaxl: Run, forms: Forms, tmp_path: Path) -> None:
    layout = tmp_path / "layout.docx"
    layout.write_bytes(forms.good.read_bytes())
    said = itaxl("report", forms.good, "--layout", layout, "-o", tmp_path / "a.docx")
    assert said.code == 4
    assert "เป็นแฟ้ม Excel" in said.err


# -- 6 ----------------------------------------------------------------------------------------------


def _writers(forms: Forms, folder: Path) -> dict[str, list[object]]:
    (folder / "a.json").write_text(json.dumps(small()), encoding="utf-8")
    new = ["new", "--year", 2567, "--agency", "เทศบาลตำบลก", "--amphoe", "ข", "--province", "ค"]
    return {
        "new": new,
        "load": ["load", folder / "a.json"],
        "dump": ["dump", forms.good],
        "check": ["check", forms.good],
        "report": ["report", forms.good],
        "rules": ["rules"],
    }


@pytest.mark.parametrize("command", ["new", "load", "dump", "check", "report", "rules"])
def test_a_file_that_exists_is_left_alone_unless_forced(
    command: str, itaxl: Run, forms: Forms, tmp_path: Path
) -> None:
    words, target = _writers(forms, tmp_path)[command], tmp_path / "ผล"
    target.write_text("เดิม", encoding="utf-8")
    said = itaxl(*words, "-o", target)
    assert (said.code, said.out) == (6, "")
    assert "--force" in said.err
    assert target.read_text(encoding="utf-8") == "เดิม"
    assert itaxl(*words, "-o", target, "--force").code == 0
    assert target.read_bytes() != "เดิม".encode()


@pytest.mark.parametrize("where", ["below a file", "a folder", "too long a name"])
def test_what_cannot_be_written_ends_with_6(where: str, itaxl: Run, forms: Forms, tmp_path: Path) -> None:
    (tmp_path / "แฟ้ม").touch()
    (tmp_path / "โฟลเดอร์").mkdir()
    names = {"below a file": "แฟ้ม/a.json", "a folder": "โฟลเดอร์", "too long a name": "x" * 300}
    said = itaxl("dump", forms.good, "-o", tmp_path / names[where], "--force")
    assert (said.code, said.out) == (6, "")
    assert "โปรด" in said.err
    assert sorted(path.name for path in tmp_path.iterdir()) == ["แฟ้ม", "โฟลเดอร์"]


def test_a_form_is_never_written_over_by_what_is_made_of_it(itaxl: Run, forms: Forms) -> None:
    before = forms.good.read_bytes()
    said = itaxl("report", forms.good, "-o", forms.good, "--force")
    assert said.code == 6
    assert forms.good.read_bytes() == before


# -- 70 ---------------------------------------------------------------------------------------------


@pytest.fixture
def defect(monkeypatch: pytest.MonkeyPatch) -> None:
    """A fault of our own: reading some forms fails as no reading should."""
    real = pipeline.read_form

    def read_form(path: Path) -> Report:
        if path.stem.startswith("ยังไม่ครบ"):
            raise ZeroDivisionError(SECRET)
        return real(path)

    monkeypatch.setattr(pipeline, "read_form", read_form)


@pytest.mark.usefixtures("defect")
def test_a_defect_ends_with_70_and_names_a_log_without_the_text_of_the_report(
    itaxl: Run, forms: Forms, tmp_path: Path
) -> None:
    said = itaxl("dump", forms.bad)
    assert (said.code, said.out) == (70, "")
    (log,) = (tmp_path / "state" / "itaxl").iterdir()
    assert str(log) in said.err
    assert "ไม่เสียหาย" in said.err
    text = log.read_text(encoding="utf-8")
    assert "ZeroDivisionError" in text
    assert "commands.py" in text
    assert SECRET not in text
    assert "ZeroDivisionError" not in said.err


@pytest.mark.usefixtures("defect")
def test_a_defect_is_told_in_english_when_asked(itaxl: Run, forms: Forms) -> None:
    assert "a defect in itaxl; please send" in itaxl("--lang", "en", "dump", forms.bad).err


@pytest.mark.usefixtures("defect")
def test_a_log_goes_elsewhere_where_its_folder_cannot_be_made(
    itaxl: Run, forms: Forms, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").touch()
    (tmp_path / "temporary").mkdir()
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "file"))
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "temporary"))
    said = itaxl("dump", forms.bad)
    (log,) = (tmp_path / "temporary").iterdir()
    assert str(log) in said.err


@pytest.mark.usefixtures("defect")
def test_a_defect_without_any_place_for_a_log_is_still_told(
    itaxl: Run, forms: Forms, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "file"))
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "file"))
    said = itaxl("dump", forms.bad)
    assert said.code == 70
    assert said.err.count("\n") == 1


# -- several forms ----------------------------------------------------------------------------------


def test_of_several_forms_all_are_worked_through_and_the_highest_code_counts(
    itaxl: Run, forms: Forms, tmp_path: Path
) -> None:
    said = itaxl("check", forms.good, tmp_path / "ไม่มี.xlsx", forms.bad)
    assert said.code == 3
    assert forms.good.name in said.out
    assert forms.bad.name in said.out
    assert "ไม่มี.xlsx" in said.err


def test_of_two_readable_forms_the_one_with_an_error_counts(itaxl: Run, forms: Forms) -> None:
    assert itaxl("check", forms.bad, forms.good).code == 1
    assert itaxl("check", forms.good, forms.bad).code == 1
    assert itaxl("check", forms.good, forms.good).code == 0


@pytest.mark.usefixtures("defect")
def test_a_defect_at_one_form_spoils_only_that_one(itaxl: Run, forms: Forms) -> None:
    said = itaxl("check", forms.bad, forms.good, "--format", "json")
    assert said.code == 70
    shown: list[dict[str, Any]] = json.loads(said.out)
    assert [each["file"] for each in shown] == [str(forms.good)]
