"""Y: the form is of the year that it speaks of, and follows the manual of that year."""

from __future__ import annotations

from dataclasses import replace

import pytest

from itaxl.case.load import load
from itaxl.rules.context import Context
from itaxl.rules.form_year import form_was_begun_before_its_manual_was_known
from tests.rules.small_reports import findings, hits, report

# -- Y61 ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("date", ["30 กันยายน 2567", "๓๐ กันยายน ๒๕๖๗", "1 พฤษภาคม 2569"])
def test_y61_fires_on_a_date_of_another_year(date: str) -> None:
    data = report(2568, round=12, data_date=date, report_date=date)
    assert hits("Y61", data) == [("data_date", date), ("report_date", date)]
    assert hits("Y26", data) == []


@pytest.mark.parametrize(
    "date", ["1 ตุลาคม 2567", "30 กันยายน 2568", "15 พฤศจิกายน 2568", "30 เมษายน 2569", "", "ต้นปี"]
)
def test_y61_is_silent_from_the_first_day_of_the_year_until_it_is_answered(date: str) -> None:
    assert hits("Y61", report(2568, data_date=date)) == []


# -- Y62 ----------------------------------------------------------------------------------------------


def test_y62_fires_on_a_form_begun_on_the_items_of_an_earlier_year() -> None:
    (found,) = findings("Y62", report(2569, based_on=2568))
    assert "ใช้ข้อของปี 2568 ไปก่อน" in found.message
    assert "itaxl carry" in found.fix
    assert "--year 2569" in found.fix


@pytest.mark.parametrize(("year", "based_on"), [(2569, None), (2570, 2569), (2570, None)])
def test_y62_is_silent_where_no_newer_list_is_known(year: int, based_on: int | None) -> None:
    assert hits("Y62", report(year, based_on=based_on)) == []


def test_y62_fires_too_where_only_a_newer_stand_in_is_known() -> None:
    context = Context(replace(load(report(2570)), based_on=2568))
    (found,) = form_was_begun_before_its_manual_was_known(context)
    assert "มีรายการข้อของปี 2569 แล้ว" in found.message
