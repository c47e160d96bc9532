"""Boxes ticked and rows added in a real form in LibreOffice: protected, filtered, long."""

from pathlib import Path

import pytest

from itaxl import pipeline
from itaxl.addin import actions, seam, ticking
from itaxl.addin.desk import Desk
from itaxl.catalog.form import (
    AGENCY_SHEET,
    ITEMS_SHEET,
    MEASURES,
    MEASURES_SHEET,
)
from itaxl.catalog.progress import filled, ticks
from itaxl.errors import InputError
from itaxl.model.cells import Cell
from tests import forms
from tests.addin.hands import FIRST, filter_out, listed, typed, uno
from tests.office import properties

pytestmark = pytest.mark.office


# ---- boxes -----------------------------------------------------------------------------------------------------------


def unticked(desk: Desk) -> int:
    """Untick every measure and the first items, as a person would; how many rows the rules will tick."""
    for sheet, row in ((ITEMS_SHEET, 6), (ITEMS_SHEET, 7), (ITEMS_SHEET, 8)):
        report = actions.report_of(desk)
        place = next(each.at for each in report.o_items if each.at.row == row)
        typed(desk, place.cell("status:done"), "☐")
        assert place.sheet == sheet
    return len(ticks(actions.report_of(desk)))


def test_tick_writes_what_the_rules_say_and_undo_takes_it_back(desk: Desk, told: list[str]) -> None:
    count = unticked(desk)
    before = actions.report_of(desk)
    assert count > 3
    actions.tick(desk)
    assert actions.report_of(desk) == filled(before) != before
    assert told[-1].startswith(f"ติ๊กให้ {count} แถว")
    actions.undo(desk)
    assert actions.report_of(desk) == before
    assert told[-1] == f"ยกเลิกการติ๊ก {count} แถว"


def test_tick_works_on_filtered_rows_too(desk: Desk) -> None:
    unticked(desk)
    before = actions.report_of(desk)
    filter_out(desk, MEASURES_SHEET, MEASURES.numbers["no"] - 2, "1")
    actions.tick(desk)
    assert actions.report_of(desk) == filled(before)
    assert seam.is_filtered(desk.book.sheets[MEASURES_SHEET])


def test_undo_leaves_a_row_that_was_changed_since(desk: Desk, told: list[str]) -> None:
    count = unticked(desk)
    place = ticks(actions.report_of(desk))[0].row.at
    actions.tick(desk)
    typed(desk, place.cell("status:done"), "☐")
    typed(desk, place.cell("status:in_progress"), "☑")
    actions.undo(desk)
    assert told[-1] == f"ยกเลิกการติ๊ก {count - 1} แถว อีก 1 แถวถูกแก้ไขหลังจากนั้นจึงไม่แตะต้อง"
    row = next(each for each in actions.report_of(desk).measures if each.at.row == place.row)
    assert row.status == "in_progress"


def test_undo_without_a_ticking_says_why(desk: Desk) -> None:
    with pytest.raises(InputError, match="ไม่มีการติ๊กให้ยกเลิก"):
        actions.undo(desk)


def test_the_record_of_a_ticking_holds_no_text_of_the_form(desk: Desk) -> None:
    unticked(desk)
    actions.tick(desk)
    (file,) = desk.state.iterdir()
    assert set(file.read_text("utf-8")) <= set('[]", ☐☑!ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789') | set(
        MEASURES_SHEET + "OIT"
    )
    assert ticking.recall(desk.state, seam.identity(desk.book))


# ---- rows ------------------------------------------------------------------------------------------------------------


def test_an_added_step_belongs_to_the_measure_at_the_cursor(desk: Desk) -> None:
    before = actions.report_of(desk)
    first, second = before.measures[0].at.path, before.measures[1].at.path
    assert first.split(".")[0] != second.split(".")[0]
    seam.go_to(desk.book, before.measures[0].at.cell("summary"))
    actions.add_step(desk)
    here = seam.cursor(desk.book)
    assert here is not None
    typed(desk, here, "ขั้นตอนใหม่")
    after = actions.report_of(desk)
    assert after.measures[1].method == ("ขั้นตอนใหม่",)
    assert after.measures[1].at.path == "measures[0].steps[1]"
    assert after.measures[2:] == before.measures[1:]


def test_an_added_measure_stands_below_all_steps_of_its_neighbour(desk: Desk) -> None:
    before = actions.report_of(desk)
    seam.go_to(desk.book, before.measures[0].at.cell("summary"))
    actions.add_step(desk)
    typed(desk, seam.cursor(desk.book) or Cell("", ""), "ขั้นตอนที่สอง")
    seam.go_to(desk.book, before.measures[0].at.cell("summary"))
    actions.add_measure(desk)
    typed(desk, seam.cursor(desk.book) or Cell("", ""), "9")
    assert [row.no for row in actions.report_of(desk).measures] == [1, None, 9, 2, 3]


@pytest.mark.parametrize("n", [0, 1, 2])
def test_the_measure_meant_is_the_one_the_cursor_is_in_not_the_one_above(desk: Desk, n: int) -> None:
    seam.go_to(desk.book, actions.report_of(desk).measures[n].at.cell("title"))
    actions.add_measure(desk)
    typed(desk, seam.cursor(desk.book) or Cell("", ""), "9")
    assert [row.no for row in actions.report_of(desk).measures].index(9) == n + 1


def test_an_added_row_is_offered_the_lists_and_lights_of_its_neighbours(desk: Desk) -> None:
    seam.go_to(desk.book, actions.report_of(desk).measures[0].at.cell("summary"))
    actions.add_step(desk)
    sheet = uno(desk, MEASURES_SHEET)
    for key in ("status:done", "responsible", "instrument"):
        column = MEASURES.numbers[key] - 1
        new, old = (sheet.getCellByPosition(column, row - 1) for row in (FIRST + 1, FIRST))
        assert new.Validation.Type == old.Validation.Type
        assert new.Validation.Type.value != "ANY"
        assert new.CellProtection.IsLocked is False
        assert new.ConditionalFormat.Count == old.ConditionalFormat.Count > 0


def test_a_full_table_grows_from_within(desk: Desk) -> None:
    sheet, column = uno(desk, MEASURES_SHEET), MEASURES.numbers["no"] - 1
    last = seam.last_row(desk.book.sheets[MEASURES_SHEET])
    for row in range(FIRST, last + 1):
        sheet.getCellByPosition(column, row - 1).setString(str(row))
    before = actions.report_of(desk)
    seam.go_to(desk.book, before.measures[-1].at.cell("no"))
    actions.add_measure(desk)
    assert actions.report_of(desk).measures == before.measures
    new = sheet.getCellByPosition(column, last)
    assert (new.String, new.CellProtection.IsLocked, new.NumberFormat) == (
        "",
        False,
        sheet.getCellByPosition(column, last - 1).NumberFormat,
    )


def test_findings_move_along_with_an_added_row(desk: Desk) -> None:
    actions.check(desk)
    seam.go_to(desk.book, actions.report_of(desk).measures[0].at.cell("no"))
    actions.add_measure(desk)
    assert listed(desk, "~cell") == [
        str(each.cell) for each in actions.verdict_of(actions.report_of(desk)).findings
    ]


def test_evidence_that_names_a_later_measure_is_pointed_out(desk: Desk, told: list[str]) -> None:
    report = actions.report_of(desk)
    typed(desk, report.starts["evidence"].cell("of"), "M3.1")
    seam.go_to(desk.book, report.measures[0].at.cell("no"))
    actions.add_measure(desk)
    assert "M3.1" in told[-1]


def test_a_step_without_a_measure_at_the_cursor_says_what_to_do(desk: Desk) -> None:
    seam.go_to(desk.book, Cell(AGENCY_SHEET, "C6"))
    with pytest.raises(InputError, match="โปรดคลิกแถวของมาตรการ"):
        actions.add_step(desk)


# ---- long ------------------------------------------------------------------------------------------------------------


def test_two_hundred_rows_are_checked_ticked_and_undone(desk: Desk, tmp_path: Path) -> None:
    steps = [
        {"method": [f"วิธีที่ {n}"], "period": "ต.ค. 66 - ก.ย. 67", "summary": [f"ทำแล้ว {n} ครั้ง"]}
        for n in range(200)
    ]
    path = forms.form(
        forms.small(measures=[{"no": 1, "title": ["มาตรการ"], "steps": steps}]), tmp_path / "ยาว.xlsx"
    )
    book = seam.open_workbook(desk.app, path)
    long = Desk(desk.app, book, desk.machine, desk.state, desk.today, desk.tell)
    before = actions.report_of(long)
    actions.check(long)
    actions.tick(long)
    assert [row.status for row in actions.report_of(long).measures] == ["done"] * 200
    actions.undo(long)
    assert actions.report_of(long) == before
    book.close()


def test_the_saved_workbook_reads_as_what_was_on_the_screen(desk: Desk, tmp_path: Path) -> None:
    actions.check(desk)
    actions.tick(desk)
    target = tmp_path / "saved.xlsx"
    wanted = properties(FilterName="Calc MS Excel 2007 XML", Overwrite=True)
    desk.book.impl.doc.storeToURL(target.as_uri(), wanted)
    assert pipeline.read_form(target) == actions.report_of(desk)
