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
def test_a_pdf_that_was_named_and_is_there_is_not_written_over_and_nothing_is_written(form: Path) -> None:
    named = form.with_name("mine.pdf")
    named.write_bytes(b"mine")
    words = ["report", str(form), "--layout", "concise", "--pdf", "-o"]
    assert main([*words, str(named)]) == 6
    assert main([*words, str(named.with_suffix(".docx"))]) == 6
    assert named.read_bytes() == b"mine"
    assert not named.with_suffix(".docx").exists()


@pytest.mark.office
def test_report_and_then_its_pdf_do_not_collide_and_leave_a_persons_file(form: Path) -> None:
    mine = form.with_suffix(".pdf")
    mine.write_bytes(b"mine")
    assert main(["report", str(form), "--layout", "concise"]) == 0
    assert main(["report", str(form), "--layout", "concise", "--pdf"]) == 0
    assert mine.read_bytes() == b"mine"
    assert form.with_name("form (2).pdf").read_bytes().startswith(b"%PDF-")
    assert [each.name for each in form.parent.glob("*.docx")] == ["form.docx"]


@pytest.mark.office
@pytest.mark.parametrize("words", [["--pdf"], []])
def test_a_named_pdf_is_the_only_paper_that_is_made(form: Path, words: list[str]) -> None:
    named = form.with_name("r.pdf")
    assert main(["report", str(form), "--layout", "concise", "-o", str(named), *words]) == 0
    assert named.read_bytes().startswith(b"%PDF-")
    assert not [*form.parent.glob("*.docx")]


def test_a_paper_that_a_person_has_changed_is_kept_beside_the_new_one(form: Path) -> None:
    paper = form.with_suffix(".docx")
    assert main(["report", str(form), "--layout", "concise"]) == 0
    paper.write_bytes(paper.read_bytes() + b"mine")
    changed = paper.read_bytes()
    assert main(["report", str(form), "--layout", "concise"]) == 0
    assert paper.read_bytes() == changed
    assert form.with_name("form (2).docx").exists()


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
