"""How a report will be printed: the command first, then the form, then the layout's habit."""

from __future__ import annotations

from itaxl.case.load import load
from itaxl.catalog.settings import is_printed, settings
from itaxl.catalog.year_file import year
from itaxl.model.columns import column_of
from itaxl.model.records import MeasureRow, OItemRow
from tests.forms import small


def test_the_default_is_the_standard_layout_in_thai_digits_without_item_tables_from_2567_on() -> None:
    how = settings(load(small()), year(2567))
    assert (how.layout, how.digits, how.cover, how.item_tables, how.boxes) == (
        "annual",
        "thai",
        True,
        False,
        2,
    )
    assert settings(load(small(fiscal_year=2566)), year(2566)).item_tables


def test_the_form_goes_over_the_habit_and_the_command_over_the_form() -> None:
    report = load(small(layout="matrix", digits="arabic", options={"qr": False, "cover": True}))
    how = settings(report, year(2567), {"digits": "thai", "cover": None})
    assert (how.layout, how.digits, how.qr, how.cover) == ("matrix", "thai", False, True)


def test_item_tables_are_printed_only_when_they_are_on() -> None:
    column = column_of(OItemRow, "progress")
    for tables in (True, False):
        how = settings(load(small(options={"item_tables": tables})), year(2567))
        assert is_printed(column, OItemRow, how) is tables


def test_a_column_that_the_layout_does_not_have_is_not_printed() -> None:
    outcome = column_of(MeasureRow, "outcome")
    assert is_printed(outcome, MeasureRow, settings(load(small()), year(2567)))
    assert not is_printed(outcome, MeasureRow, settings(load(small(layout="matrix")), year(2567)))
