"""The buttons that make a file or show something, on a real form in LibreOffice."""

import dataclasses
import datetime
from collections.abc import Callable
from pathlib import Path

import pytest

from itaxl import pipeline
from itaxl.addin import actions, seam
from itaxl.addin.desk import Desk
from itaxl.catalog.form import (
    GUIDE_SHEET,
)
from itaxl.errors import InputError, MissingToolError
from itaxl.word.finish import office as office_program
from tests.addin.conftest import Shown
from tests.addin.hands import typed

pytestmark = pytest.mark.office


# ---- papers and the rest ---------------------------------------------------------------------------------------------


def test_word_is_made_beside_the_form_and_never_over_another(desk: Desk, form: Path, machine: Shown) -> None:
    actions.word(desk)
    actions.word(desk)
    made = [form.with_suffix(".docx"), form.with_name(f"{form.stem} (2).docx")]
    assert machine.opened == made
    paper = pipeline.paper(pipeline.read_form(form), folder=form.parent)
    assert [path.read_bytes() for path in made] == [paper.docx] * 2


def test_a_column_that_the_paper_leaves_out_is_told_by_its_heading(
    desk: Desk, told: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    paper = pipeline.paper(actions.report_of(desk))
    left_out = dataclasses.replace(paper, unprinted=("ผู้รับผิดชอบ (มาตรการ)", "งบประมาณ"))
    monkeypatch.setattr(pipeline, "paper", lambda *_, **__: left_out)
    actions.word(desk)
    assert "ไม่พิมพ์: “ผู้รับผิดชอบ (มาตรการ)” “งบประมาณ”" in told[-1]


def test_word_prints_what_is_typed_and_not_yet_saved(desk: Desk, machine: Shown) -> None:
    from docx import Document

    typed(desk, actions.report_of(desk).measures[0].at.cell("summary"), "ข้อความที่ยังไม่ได้บันทึก")
    actions.word(desk)
    texts = {
        cell.text
        for table in Document(str(machine.opened[0])).tables
        for row in table.rows
        for cell in row.cells
    }
    assert any("ข้อความที่ยังไม่ได้บันทึก" in text for text in texts)


def test_pdf_is_made_with_what_is_there(desk: Desk, form: Path, machine: Shown) -> None:
    actions.pdf(desk)
    assert machine.opened == [form.with_suffix(".pdf")]
    assert machine.opened[0].read_bytes().startswith(b"%PDF")


def test_pdf_without_word_and_libreoffice_says_what_is_lacking(
    desk: Desk, form: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(office_program, "program", str)
    with pytest.raises(MissingToolError, match="ไม่มี Microsoft Word"):
        actions.pdf(desk)
    assert not form.with_suffix(".pdf").exists()


def test_a_new_form_has_the_agency_of_the_form_at_hand(desk: Desk, form: Path) -> None:
    agency = actions.report_of(desk).agency
    actions.new_form(desk)
    (made,) = form.parent.glob("แบบรายงาน ITA *.xlsx")
    report = pipeline.read_form(made)
    assert report.agency == agency
    assert report.measures == ()
    assert desk.app.books[0].name == made.name


def asked(desk: Desk, answer: str | None, questions: list[str]) -> Desk:
    """The desk of a person who gives this answer; what was asked is kept, with the usual answer."""

    def ask(text: str, usual: str) -> str | None:
        questions.append(f"{text} [{usual}]")
        return answer

    return dataclasses.replace(desk, ask=ask, today=datetime.date(2026, 11, 25))


def test_a_new_form_asks_the_year_and_says_which_is_due(desk: Desk, form: Path, told: list[str]) -> None:
    questions: list[str] = []
    actions.new_form(asked(desk, "๒๕๗๐", questions))
    assert "ปี 2569" in questions[0]
    assert questions[0].endswith("[2569]")
    assert pipeline.read_form(form.with_name("แบบรายงาน ITA 2570.xlsx")).fiscal_year == 2570
    assert "ยังไม่มีคู่มือปี 2570" in told[-1]


def test_a_form_is_carried_after_saying_what_will_change(desk: Desk, form: Path, told: list[str]) -> None:
    questions: list[str] = []
    actions.carry(asked(desk, "2568", questions))
    assert "จากแบบปี 2567 เป็นแบบปี 2569: เปลี่ยน" in questions[0]
    assert len(questions[0]) < seam.LONGEST_QUESTION
    made = pipeline.read_form(form.with_name("แบบรายงาน ITA 2568.xlsx"))
    assert made.agency == actions.report_of(desk).agency
    assert made.measures[0].summary == ()
    assert "จากแบบปี 2567 เป็นแบบปี 2568: เปลี่ยน" in told[-1]


@pytest.mark.parametrize("button", [actions.new_form, actions.carry])
def test_who_gives_up_gets_nothing_and_a_wrong_year_is_told(
    button: Callable[[Desk], None], desk: Desk, form: Path
) -> None:
    before = sorted(form.parent.iterdir())
    button(asked(desk, None, []))
    with pytest.raises(InputError, match="สี่หลัก"):
        button(asked(desk, "67", []))
    assert sorted(form.parent.iterdir()) == before


def test_help_shows_the_guide_of_the_form(desk: Desk) -> None:
    actions.show_help(desk)
    assert desk.book.sheets.active.name == GUIDE_SHEET


def test_readiness_speaks_of_what_is_there(desk: Desk, told: list[str]) -> None:
    actions.readiness(desk)
    assert "xlwings" in told[0]
    assert "LibreOffice" in told[0]
