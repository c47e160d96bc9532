"""The finish without an office program, and its parts on small papers: numbers, catchwords, the copy for the PDF."""

import io
import subprocess
import sys
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from itaxl.errors import MissingToolError
from itaxl.word.finish import Wanted, finish, office
from itaxl.word.finish.catchwords import choose_words, has_style, put_catchwords
from itaxl.word.finish.document import Document
from itaxl.word.finish.libreoffice import LibreOffice
from itaxl.word.finish.paging import Pages, fill_numbers, pack_for_measuring
from itaxl.word.finish.pdf_copy import make_pdf_copy
from tests import office as office_of_tests
from tests import tools
from tests.word.printed import W, print_report
from tests.word.samples import CASES, case
from tests.word.small import found, part, texts


def book(**options: Any) -> bytes:
    """The book of Singburi as it is rendered, before any finish."""
    return print_report(case("singburi-2564"), "book", **options).data


@pytest.mark.usefixtures("no_office")
def test_without_an_office_program_the_paper_is_whole_and_tells_what_it_lacks() -> None:
    done = finish(book(), Wanted(catchwords=True, pdf=True))
    assert done.pdf is None
    assert isinstance(done.lacks, MissingToolError)
    assert "LibreOffice" in str(done.lacks)
    assert texts(part(done.docx))[:4] == texts(part(book()))[:4]
    assert found(part(done.docx, "word/settings.xml"), "//w:updateFields[@w:val='true']")


@pytest.mark.usefixtures("no_office")
def test_without_an_office_program_only_breaks_that_are_forced_are_announced() -> None:
    done = finish(book(), Wanted(catchwords=True))
    words = [line for line in texts(part(done.docx)) if line.startswith("/")]
    assert words == ["/๒. ผลการดำเนินการ...", "/๒.๓ ผลการดำเนินการตามมาตรการฯ..."]


@pytest.mark.usefixtures("no_office")
@pytest.mark.validator
@pytest.mark.parametrize("catchwords", [True, False])
def test_such_a_paper_is_valid(tmp_path: Path, catchwords: bool) -> None:
    path = tmp_path / "paper.docx"
    path.write_bytes(finish(book(), Wanted(catchwords=catchwords)).docx)
    assert tools.validate_ooxml(path) == []


@pytest.mark.usefixtures("no_office")
def test_a_paper_without_contents_needs_no_office_program() -> None:
    data = print_report(case("kohchan-2567"), "annual").data
    done = finish(data, Wanted(catchwords=True))
    assert done.docx is data
    assert done.lacks is None


@pytest.mark.usefixtures("no_office")
def test_the_program_that_is_missing_has_no_name() -> None:
    assert office.program() == ""
    with pytest.raises(MissingToolError):
        office.start()


# ---- page numbers ----------------------------------------------------------------------------------------------------


def test_marks_for_measuring_change_no_word_of_the_paper() -> None:
    document = Document.open(book())
    copied = part(pack_for_measuring(document))
    assert texts(copied) == texts(document.root)
    names = [each.get(f"{W}name", "") for each in found(copied, "//w:bookmarkStart")]
    assert len(names) == len(set(names))
    assert sum(name.startswith("itaxlS") for name in names) == 3
    assert sum(name.startswith("itaxlH") for name in names) == len(document.headings()) == 16


@pytest.mark.parametrize(
    ("digits", "shown"), [("thai", ["๑", "๒", "๓", "๓", "๕", "๖", "๙", "๑๐", "๒๑"]), ("arabic", ["1", "2", "3", "3", "5", "6", "9", "10", "21"])]
)  # fmt: skip
def test_pages_are_counted_from_the_section_that_starts_anew(digits: str, shown: list[str]) -> None:
    data = print_report(case("singburi-2564"), "book", digits=digits).data
    document = Document.open(data)
    places = {
        "rationale": 5,
        "iitFirst": 6,
        "iitLast": 7,
        "eitFirst": 7,
        "eitLast": 9,
        "oitFirst": 10,
        "oitLast": 13,
    }
    fill_numbers(
        document,
        Pages({"itaxlS0": 1, "itaxlS1": 5, "itaxlS2": 14, **places, "itemsFirst": 14, "itemsLast": 25}),
    )
    assert ["".join(t.text or "" for t in each.shown) for each in document.references()] == shown


def test_a_heading_opens_a_page_when_all_before_it_is_on_an_earlier_one() -> None:
    pages = Pages({"itaxlH0": 3, "itaxlE0x0": 2, "itaxlE0x1": 2, "itaxlH1": 3, "itaxlE1x0": 3, "itaxlH2": 1})
    assert [pages.opens(n) for n in range(3)] == [True, False, False]


# ---- catchwords ------------------------------------------------------------------------------------------------------


def test_a_page_end_that_is_announced_becomes_a_forced_one_once() -> None:
    document = Document.open(book())
    opens = {5}.__contains__  # ตัวชี้วัดที่ (๗)
    assert put_catchwords(document, opens)
    assert not put_catchwords(document, opens)
    lines = texts(document.root)
    assert lines.count("/ตัวชี้วัดที่ (๗) ประสิทธิภาพการสื่อสาร...") == 1
    heading = document.headings()[5]
    assert heading.text == "ตัวชี้วัดที่ (๗) ประสิทธิภาพการสื่อสาร"
    assert heading.paragraph_format.page_break_before


@pytest.mark.parametrize(
    ("heading", "words"),
    [
        ("ก" * 60, "ก" * 60),
        ("ก" * 61, "ก" * 61),  # one word: it is never cut
        ("ก" * 30 + " " + "ข" * 29, "ก" * 30 + " " + "ข" * 29),
        ("ก" * 30 + " " + "ข" * 30, "ก" * 30),
        ("ก" * 60 + " ข", "ก" * 60),
        ("ก" * 61 + " ข", "ก" * 61 + " ข"),  # its first blank comes late: no letter is lost
        ("  ก \n ข  ", "ก ข"),
    ],
)
def test_a_catchword_keeps_its_words_whole(heading: str, words: str) -> None:
    assert choose_words(heading) == f"/{words}..."


def test_a_layout_without_the_style_has_no_catchwords() -> None:
    assert has_style(Document.open(book()))
    assert not has_style(Document.open(print_report(case("kohchan-2567"), "annual").data))


# ---- the copy for LibreOffice ----------------------------------------------------------------------------------------


def test_work_arounds_stay_in_the_copy() -> None:
    data = book()
    copied = make_pdf_copy(data)
    body = zipfile.ZipFile(io.BytesIO(data)).read("word/styles.xml")
    assert b"thaiDistribute" in body
    assert b"thaiDistribute" not in zipfile.ZipFile(io.BytesIO(copied)).read("word/styles.xml")
    assert "\u00a0(กา" in "".join(texts(part(copied)))
    assert "\u00a0(กา" not in "".join(texts(part(data)))
    assert not found(part(copied), "//w:fldChar")
    assert [line.replace("\u00a0", " ") for line in texts(part(copied))] == [
        line.replace("\u00a0", " ") for line in texts(part(data))
    ]


def test_page_numbers_of_the_copy_are_marked_as_thai() -> None:
    header = part(make_pdf_copy(book()), "word/header2.xml")
    languages = found(header, "//w:r[w:instrText]/w:rPr/w:lang[@w:val='th-TH'][@w:bidi='th-TH']")
    assert len(languages) == 1


@pytest.mark.validator
def test_the_copy_is_valid_too(tmp_path: Path) -> None:
    path = tmp_path / "copy.docx"
    path.write_bytes(make_pdf_copy(book()))
    assert tools.validate_ooxml(path) == []


# ---- LibreOffice -----------------------------------------------------------------------------------------------------


@pytest.mark.office
def test_a_paper_that_libreoffice_cannot_read_is_told_and_the_program_ends(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for name, value in office_of_tests.environment().items():
        monkeypatch.setenv(name, value)
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    with LibreOffice() as program:
        folder = program._folder
        with pytest.raises(MissingToolError, match="LibreOffice"):
            program._ask("pages", (folder / "nothing.docx").as_uri())
        assert program.pages(pack_for_measuring(Document.open(book(contents=False))))["rationale"] == 3
    assert program._process.poll() is not None
    assert not folder.exists()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.office
def test_a_book_starts_one_office_program(monkeypatch: pytest.MonkeyPatch) -> None:
    started = []
    start = LibreOffice._start

    def counted(self: LibreOffice) -> Any:
        started.append(self)
        return start(self)

    monkeypatch.setattr(LibreOffice, "_start", counted)
    report = replace(case("singburi-2564"), o_items=())
    data = print_report(report, "book", item_tables=False).data
    assert finish(data, Wanted(catchwords=True, pdf=True)).pdf
    assert len(started) == 1


def test_a_paper_that_speaks_of_no_pages_is_finished_without_python_docx() -> None:
    code = (
        "import sys; from pathlib import Path; from itaxl import pipeline; from itaxl.case.load import read_case; "
        f"report = read_case(Path({str(CASES)!r}) / 'kohchan-2567.json'); "
        "assert pipeline.paper(report, layout='annual').docx; assert 'docx' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
