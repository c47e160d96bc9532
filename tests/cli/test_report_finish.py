"""`report --pdf`, `fonts`, `layouts check`: what comes out, and what is said when this computer lacks something."""

from pathlib import Path

import pytest

from itaxl.cli import main
from itaxl.word.vocabulary import NAMES
from tests.word.small import layout, p

CASES = Path(__file__).parent.parent / "data" / "cases"


@pytest.fixture
def form(tmp_path: Path) -> Path:
    """The form of Singburi: a book."""
    path = tmp_path / "form.xlsx"
    assert main(["load", str(CASES / "singburi-2564.json"), "-o", str(path)]) == 0
    return path


@pytest.mark.usefixtures("no_office")
def test_a_pdf_that_cannot_be_made_leaves_the_docx_and_exit_5(
    form: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["report", str(form), "--pdf"]) == 5
    assert form.with_suffix(".docx").exists()
    assert not form.with_suffix(".pdf").exists()
    assert "LibreOffice" in capsys.readouterr().err


@pytest.mark.usefixtures("no_office")
def test_a_book_without_page_numbers_is_no_failure_but_told(
    form: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["report", str(form)]) == 0
    assert "นับหน้า" in capsys.readouterr().err


@pytest.mark.office
def test_a_pdf_stands_beside_the_docx(form: Path) -> None:
    docx = form.with_name("รายงาน.docx")
    assert main(["report", str(form), "--layout", "concise", "--pdf", "-o", str(docx)]) == 0
    assert docx.with_suffix(".pdf").read_bytes().startswith(b"%PDF-")


@pytest.mark.office
def test_a_pdf_that_is_there_is_not_written_over_and_nothing_is_written(form: Path) -> None:
    form.with_suffix(".pdf").write_bytes(b"mine")
    assert main(["report", str(form), "--layout", "concise", "--pdf"]) == 6
    assert form.with_suffix(".pdf").read_bytes() == b"mine"
    assert not form.with_suffix(".docx").exists()


def test_fonts_tells_the_faces(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["fonts"]) == 0
    told = capsys.readouterr().out
    assert "TH SarabunPSK" in told
    assert "Segoe UI Symbol" in told


def test_doctor_tells_the_thai_face(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["doctor"]) in (0, 5)
    assert "TH SarabunPSK" in capsys.readouterr().out


def test_the_names_that_a_layout_may_use_are_listed_when_one_is_wrong(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    wrong = layout(tmp_path, p("{{ agency.nam }}"))
    assert main(["layouts", "check", str(wrong)]) == 4
    told = capsys.readouterr().err
    assert "หมายถึง agency.name" in told
    assert all(f"  {name} – " in told for name in NAMES)


def test_another_fault_of_a_layout_lists_no_names(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    wrong = layout(tmp_path, p("{% for x in measures %}"))
    assert main(["layouts", "check", str(wrong)]) == 4
    assert "ชื่อที่ใช้ได้" not in capsys.readouterr().err
