"""The helpers of the tests, tried on papers made on the spot: a helper that sees nothing would pass everything."""

import subprocess
import sys
import time
import zipfile
from pathlib import Path

import docx
import openpyxl
import pytest
from docx.oxml.ns import qn
from docx.shared import Pt
from docx.text.run import Run

from tests import fonts, tools
from tests.office import Office

SENTENCE = "รายงานผลการดำเนินการเพื่อส่งเสริมคุณธรรมและความโปร่งใส"
WORDS_XML = "word/document.xml"


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    """A paper of two pages in the official face, under a Thai file name."""
    document = docx.Document()
    for size in (16, 24):
        paragraph = document.add_paragraph()
        paragraph.paragraph_format.page_break_before = size == 24
        _in_the_official_face(paragraph.add_run(SENTENCE), size)
    document.save(str(path := tmp_path / "รายงาน (1).docx"))
    return path


def _in_the_official_face(run: Run, size: int) -> None:
    """Set face and size; python-docx sets them for Latin letters only."""
    run.font.name, run.font.size = "TH SarabunPSK", Pt(size)
    style = run._element.get_or_add_rPr()
    style.get_or_add_rFonts().set(qn("w:cs"), "TH SarabunPSK")
    style.append(style.makeelement(qn("w:szCs"), {qn("w:val"): str(size * 2)}))


@pytest.fixture
def form(tmp_path: Path) -> Path:
    """A workbook of three sheets, one of them hidden."""
    book = openpyxl.Workbook()
    for title in ("มาตรการ", "ซ่อน", "OIT"):
        book.create_sheet(title)["B2"] = f"แผ่น {title}"
    book["ซ่อน"].sheet_state = "hidden"
    del book["Sheet"]
    book.save(path := tmp_path / "แบบฟอร์ม.xlsx")
    return path


@pytest.mark.office
def test_a_paper_is_printed_page_by_page_in_the_official_face(paper: Path, tmp_path: Path) -> None:
    pdf = tools.to_pdf(paper, tmp_path)
    assert [SENTENCE[:13] in page for page in tools.pdf_pages(pdf)] == [True, True]
    assert tools.pdf_fonts(pdf) == {"THSarabunPSK": True}


@pytest.mark.office
def test_a_word_is_found_at_its_place(paper: Path, tmp_path: Path) -> None:
    first, second = (w for w in tools.pdf_words(tools.to_pdf(paper, tmp_path)) if w.text.startswith("รายงาน"))
    assert (first.page, second.page) == (1, 2)
    assert first.x == pytest.approx(90, abs=1), "python-docx leaves a margin of 1.25 inches"
    assert second.right - second.x == pytest.approx(1.5 * (first.right - first.x), rel=0.01)


@pytest.mark.office
def test_a_page_becomes_a_picture_of_its_size(paper: Path, tmp_path: Path) -> None:
    drawn = tools.pictures(tools.to_pdf(paper, tmp_path), dpi=72)
    assert [png.read_bytes()[16:24] for png in drawn] == [bytes.fromhex("00000264 00000318")] * 2  # 612 x 792


@pytest.mark.office
def test_each_visible_sheet_becomes_one_picture(form: Path, tmp_path: Path) -> None:
    drawn = tools.sheet_pictures(form, tmp_path)
    assert list(drawn) == ["มาตรการ", "OIT"]
    assert all(png.read_bytes().startswith(b"\x89PNG") for png in drawn.values())


@pytest.mark.office
def test_a_file_that_libreoffice_cannot_read_is_named(tmp_path: Path) -> None:
    (broken := tmp_path / "broken.docx").write_bytes(b"PK\x03\x04 and no more")
    with pytest.raises(AssertionError, match=r"broken\.docx"):
        tools.to_pdf(broken, tmp_path)


@pytest.mark.office
@pytest.mark.parametrize("family", fonts.FAMILIES)
def test_each_name_of_the_official_face_is_answered_by_its_clone(family: str) -> None:
    answer = tools.run("fc-match", f"{family}:bold", env={"FONTCONFIG_FILE": str(fonts.fontconfig())})
    assert f'"{family}" "Bold"' in answer


@pytest.mark.office
def test_a_form_is_read_and_closed_over_uno(office: Office, form: Path) -> None:
    sheets = office.open(form).Sheets
    assert sheets.ElementNames == ("มาตรการ", "ซ่อน", "OIT")
    assert sheets.getByName("OIT").getCellRangeByName("B2").String == "แผ่น OIT"
    office.close_documents()
    assert not office.desktop.Components.createEnumeration().hasMoreElements()


@pytest.mark.office
def test_a_block_that_outlives_its_deadline_ends_the_program() -> None:
    with Office() as running, running.deadline(0.2):
        time.sleep(1)
        assert not running.alive


@pytest.mark.validator
def test_a_valid_paper_has_no_fault(paper: Path) -> None:
    assert tools.validate_ooxml(paper) == []


@pytest.mark.validator
def test_a_planted_fault_is_reported_with_its_part_and_place(paper: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(paper) as whole, zipfile.ZipFile(tmp_path / "bad.docx", "w") as bad:
        for name in whole.namelist():
            planted = whole.read(name)
            bad.writestr(
                name, planted.replace(b"<w:body>", b"<w:body><w:tr/>") if name == WORDS_XML else planted
            )
    (fault,) = tools.validate_ooxml(tmp_path / "bad.docx")
    assert fault.startswith("/word/document.xml /w:document[1]/w:body[1] ")


@pytest.mark.validator
def test_what_is_no_package_is_reported_too(tmp_path: Path) -> None:
    (broken := tmp_path / "broken.docx").write_bytes(b"no zip")
    assert tools.validate_ooxml(broken)


def test_a_program_that_hangs_is_stopped_and_named() -> None:
    with pytest.raises(AssertionError, match=r"sleep.*took more than 0\.2 s"):
        tools.run("sleep", "30", seconds=0.2)


def test_a_program_that_fails_shows_what_it_said() -> None:
    with pytest.raises(AssertionError, match="No such file"):
        tools.run("ls", "/no/such/place", env={"LC_ALL": "C"})


def test_a_missing_tool_fails_the_tests_that_need_it(tmp_path: Path) -> None:
    """With nothing on the PATH, a test marked `office` ends as an error that says what to do."""
    chosen = [f"{__file__}::{test_a_page_becomes_a_picture_of_its_size.__name__}", "-p", "no:cacheprovider"]
    bare = subprocess.run(
        [sys.executable, "-m", "pytest", *chosen], cwd=tools.ROOT, env={"PATH": str(tmp_path)},
        capture_output=True, encoding="utf-8", timeout=60, check=False,
    )  # fmt: skip
    assert bare.returncode == 1
    assert 'pytest -m "not office"' in bare.stdout
