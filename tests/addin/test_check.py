"""Reading, checking and walking through a real form in LibreOffice, with Excel's refusals."""

from pathlib import Path

import pytest

from itaxl import pipeline
from itaxl.addin import actions, seam, sheet_of_findings
from itaxl.addin.desk import Desk
from itaxl.catalog.form import (
    ACCEPTED,
    AGENCY_SHEET,
    FINDINGS_SHEET,
    ITEMS_SHEET,
    MEASURES,
    MEASURES_SHEET,
)
from itaxl.errors import InputError, OutputError
from itaxl.model.cells import Cell, letters
from itaxl.model.findings import Severity
from itaxl.workbook.read import read
from itaxl.workbook.sheets import from_file
from tests import forms
from tests.addin.conftest import form_of
from tests.addin.hands import FIRST, filter_out, listed, look, typed, uno

pytestmark = pytest.mark.office


# ---- reading ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("case", forms.CASES)
def test_an_open_form_reads_as_the_file_does(desk: Desk, tmp_path: Path, case: str) -> None:
    path = tmp_path / "other.xlsx"
    path.write_bytes(form_of(case))
    book = seam.open_workbook(desk.app, path)
    opened, saved = seam.from_book(book), from_file(path)
    assert read(opened) == read(saved)
    assert opened.formulas == saved.formulas
    book.close()


def test_numbers_dates_percents_and_formulas_that_were_pasted_read_as_they_look(desk: Desk) -> None:
    sheet = uno(desk, MEASURES_SHEET)
    place = MEASURES.numbers["percent"] - 1
    cell = sheet.getCellByPosition(place, FIRST - 1)
    formats, locale = desk.book.impl.doc.NumberFormats, desk.book.impl.doc.CharLocale
    cell.NumberFormat = formats.queryKey("0%", locale, False)
    cell.setValue(0.8)
    other = sheet.getCellByPosition(place, FIRST)
    other.NumberFormat = formats.queryKey("General", locale, False)
    other.setFormula("=40+2")
    found = seam.from_book(desk.book)
    ref = Cell(MEASURES_SHEET, f"{letters(place + 1)}{FIRST + 1}")
    assert found.rows[MEASURES_SHEET][FIRST - 1][place] == "80%"
    assert found.formulas[ref] == "=40+2"


def test_a_workbook_that_is_no_form_is_refused_in_thai(desk: Desk) -> None:
    desk.book.impl.doc.Sheets.getByName("_itaxl").setName("x")
    with pytest.raises(InputError, match="ไม่ใช่แบบรายงานของ itaxl"):
        actions.check(desk)


# ---- check -----------------------------------------------------------------------------------------------------------


def test_check_lists_what_the_file_has(desk: Desk, form: Path, told: list[str]) -> None:
    verdict = actions.verdict_of(pipeline.read_form(form))
    actions.check(desk)
    assert listed(desk, "~cell") == [str(each.cell) for each in verdict.findings]
    assert listed(desk, "code") == [each.code for each in verdict.findings]
    assert listed(desk, "~message") == [each.message for each in verdict.findings]
    assert f"ยังมีข้อที่ต้องแก้ไข {verdict.counts[Severity.ERROR]} ข้อ" in told[0]


def test_each_place_is_a_link_to_its_cell(desk: Desk) -> None:
    actions.check(desk)
    column = ACCEPTED.numbers["~place"] - 1
    cells = [uno(desk, FINDINGS_SHEET).getCellByPosition(column, FIRST - 1 + n) for n in range(3)]
    for cell, target in zip(cells, listed(desk, "~cell"), strict=False):
        sheet, _, ref = target.partition("!")
        assert cell.Formula.replace(";", ",") == f"""=HYPERLINK("#'{sheet}'!{ref}","{target}")"""
        assert cell.String == target


def test_check_leaves_protection_selection_and_settings_as_they_were(desk: Desk) -> None:
    seam.go_to(desk.book, Cell(ITEMS_SHEET, "C7"))
    before = look(desk), seam.cursor(desk.book), dict(desk.app.impl.settings)
    actions.check(desk)
    assert (look(desk), seam.cursor(desk.book), dict(desk.app.impl.settings)) == before
    assert all(before[0][sheet] for sheet in (AGENCY_SHEET, MEASURES_SHEET, FINDINGS_SHEET))
    assert ("screen_updating", False) in desk.app.impl.made


def test_protection_comes_back_when_the_writing_breaks(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError

    before = look(desk), dict(desk.app.impl.settings)
    monkeypatch.setattr(seam, "write_links", broken)
    with pytest.raises(RuntimeError):
        actions.check(desk)
    assert (look(desk), dict(desk.app.impl.settings)) == before


def test_a_sheet_with_a_password_is_told_and_left_alone(desk: Desk) -> None:
    sheet = uno(desk, FINDINGS_SHEET)
    sheet.unprotect("")
    sheet.protect("secret")
    with pytest.raises(OutputError, match="ใส่รหัสผ่านไว้"):
        actions.check(desk)
    assert sheet.isProtected()


def test_a_second_check_writes_nothing(desk: Desk) -> None:
    """Any write empties Excel's own list of what can be undone."""
    actions.check(desk)
    desk.app.impl.made.clear()
    actions.check(desk)
    assert desk.app.impl.made == []


def test_a_mended_cell_leaves_the_list_and_no_old_row_remains(desk: Desk) -> None:
    actions.check(desk)
    before = listed(desk, "~cell")
    typed(desk, Cell(*before[-1].split("!")), "")
    for row in range(FIRST, FIRST + 40):  # every result gone: what they were blamed for goes along
        for key in ("summary", "outcome"):
            uno(desk, MEASURES_SHEET).getCellByPosition(MEASURES.numbers[key] - 1, row - 1).setString("")
    actions.check(desk)
    wanted = [str(each.cell) for each in actions.verdict_of(actions.report_of(desk)).findings]
    assert listed(desk, "~cell") == wanted != before
    assert len(listed(desk, "~severity")) == len(listed(desk, "~place")) == len(wanted)


def test_a_typed_reason_stays_with_its_finding_while_it_stands(desk: Desk) -> None:
    actions.check(desk)
    finding = next(each for each in actions.verdict_of(actions.report_of(desk)).findings if each.confirmable)
    row = FIRST + [*zip(listed(desk, "~cell"), listed(desk, "code"), strict=True)].index(
        (str(finding.cell), finding.code)
    )
    reason = Cell(FINDINGS_SHEET, f"{letters(ACCEPTED.numbers['reason'])}{row}")
    typed(desk, reason, "ถูกต้องแล้ว ตามคำสั่งที่ 12/2567")
    actions.check(desk)
    assert listed(desk, "reason") == ["ถูกต้องแล้ว ตามคำสั่งที่ 12/2567"]
    (kept,) = [each for each in actions.report_of(desk).accepted if each.reason]
    assert (kept.code, kept.field, kept.text_hash) == (finding.code, finding.field, finding.text_hash)
    assert finding not in actions.verdict_of(actions.report_of(desk)).findings
    actions.check(desk)
    assert listed(desk, "reason") == ["ถูกต้องแล้ว ตามคำสั่งที่ 12/2567"]


def test_a_message_that_looks_like_a_formula_or_a_number_stays_text(desk: Desk) -> None:
    sheet = desk.book.sheets[FINDINGS_SHEET]
    with seam.unlocked(sheet):
        seam.write_text(
            sheet, FIRST, ACCEPTED.numbers["~message"], [["=1+1"], ["-5"], ["1234567890123456"], ["1/2"]]
        )
    assert listed(desk, "~message") == ["=1+1", "-5", "1234567890123456", "1/2"]


def test_a_filtered_list_is_written_whole(desk: Desk) -> None:
    actions.check(desk)
    filter_out(desk, FINDINGS_SHEET, 0, listed(desk, "code")[0])
    assert seam.is_filtered(desk.book.sheets[FINDINGS_SHEET])
    typed(desk, Cell(MEASURES_SHEET, f"{letters(MEASURES.numbers['period'])}{FIRST}"), "31 กุมภาพันธ์ 2590")
    actions.check(desk)
    assert not seam.is_filtered(desk.book.sheets[FINDINGS_SHEET])
    assert listed(desk, "~cell") == [
        str(each.cell) for each in actions.verdict_of(actions.report_of(desk)).findings
    ]


def test_more_findings_than_rows_show_the_gravest_and_say_so(
    desk: Desk, told: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    findings = actions.verdict_of(actions.report_of(desk)).findings
    monkeypatch.setattr(sheet_of_findings, "ROOM", 7)
    actions.check(desk)
    shown = sorted(findings, key=lambda each: list(Severity).index(each.severity))[:7]
    assert listed(desk, "~cell") == [str(each.cell) for each in findings if each in shown]
    assert f"อีก {len(findings) - 7} ข้อ" in told[0]


# ---- next ------------------------------------------------------------------------------------------------------------


def test_next_walks_through_every_serious_finding_and_begins_again(desk: Desk) -> None:
    findings = [
        each for each in actions.verdict_of(actions.report_of(desk)).findings if each.severity != "hint"
    ]
    wanted = list(dict.fromkeys(each.cell for each in findings))
    seam.go_to(desk.book, Cell(AGENCY_SHEET, "B2"))
    seen = []
    for _ in range(len(wanted) + 1):
        actions.next_finding(desk)
        seen.append(seam.cursor(desk.book))
    assert seen == [*wanted, wanted[0]]
    assert str(wanted[0]) in str(desk.app.status_bar)


def test_next_shows_a_cell_that_a_filter_hides(desk: Desk) -> None:
    finding = next(
        each
        for each in actions.verdict_of(actions.report_of(desk)).findings
        if each.cell.sheet == MEASURES_SHEET
    )
    filter_out(desk, MEASURES_SHEET, MEASURES.numbers["no"] - 2, "999")
    assert not uno(desk, MEASURES_SHEET).Rows.getByIndex(FIRST - 1).IsVisible
    seam.go_to(desk.book, Cell(AGENCY_SHEET, "B2"))
    seen = set()
    while (here := seam.cursor(desk.book)) != finding.cell and here not in seen:
        seen.add(here)
        actions.next_finding(desk)
    assert seam.cursor(desk.book) == finding.cell
    assert uno(desk, MEASURES_SHEET).getCellRangeByName(finding.cell.ref).Rows.IsVisible
    assert look(desk)[MEASURES_SHEET]
