"""The check on cells that no rule was made from: right ones stay unalarmed, faults are found as well as before.

The one rule of the place: no test here knows a rule by its code, and no cell is changed to please one.
"""

from __future__ import annotations

import datetime
import re
from itertools import chain

import pytest

from itaxl.catalog.gazetteer import fits
from itaxl.catalog.year_file import years
from itaxl.model.findings import Severity
from tests.rules import measure_corpus as corpus

RIGHT = corpus.right_cells()
PAIRS = corpus.pairs()
_DAYS = ("จันทร์", "อังคาร", "พุธ", "พฤหัสบดี", "ศุกร์", "เสาร์", "อาทิตย์")
_MONTHS = ("มกราคม", "กุมภาพันธ์", "มีนาคม", "เมษายน", "พฤษภาคม", "มิถุนายน", "กรกฎาคม", "สิงหาคม", "กันยายน", "ตุลาคม", "พฤศจิกายน", "ธันวาคม")  # fmt: skip
_WEEKDAY = re.compile(rf"วัน({'|'.join(_DAYS)})\s?ที่ (\d+) ({'|'.join(_MONTHS)}) (\d{{4}})")


def test_the_corpus_is_as_large_as_it_must_be() -> None:
    assert len(RIGHT) >= 420
    assert len(PAIRS) >= 220


def test_few_right_cells_are_alarmed_and_no_more_than_before() -> None:
    reached = corpus.reached()
    assert len(corpus.alarmed(RIGHT, Severity.ERROR)) <= reached["right cells alarmed as error"]
    assert len(corpus.alarmed(RIGHT)) <= reached["right cells alarmed"]


def test_no_repair_is_offered_on_a_right_cell() -> None:
    offered = [each for cell in corpus.alarmed(RIGHT) for each in cell.findings if each.repair]
    assert offered == []


def test_near_misses_are_alarmed_no_more_than_before() -> None:
    assert len(corpus.alarmed(corpus.twins())) <= corpus.reached()["near misses alarmed"]


def test_each_kind_of_fault_is_found_as_well_as_before() -> None:
    now = {kind: caught for kind, (caught, _) in corpus.by_kind().items()}
    worse = {
        kind: (now[kind], before)
        for kind, before in corpus.reached()["faults found"].items()
        if now[kind] < before
    }
    assert worse == {}


@pytest.mark.parametrize("year", years())
def test_the_sentences_that_fill_a_report_are_silent(year: int) -> None:
    assert {str(cell): cell.findings for cell in corpus.everyday_cells(year) if cell.findings} == {}


def test_each_agency_stands_in_a_place_there_is() -> None:
    agencies = {cell.agency for cell in chain(RIGHT, corpus.twins())}
    assert [each for each in agencies if not fits(each.tambon, each.amphoe, each.province)] == []


def test_the_weekdays_of_right_cells_are_those_of_the_calendar() -> None:
    told = [found for cell in chain(RIGHT, corpus.twins()) for found in _WEEKDAY.findall(cell.text)]
    assert len(told) >= 20
    for day, date, month, year in told:
        when = datetime.date(int(year) - 543, _MONTHS.index(month) + 1, int(date))
        assert _DAYS[when.weekday()] == day, (day, date, month, year)


def test_a_fault_is_marked_in_its_words_and_its_twin_differs() -> None:
    unmarked = [pair.faulty for pair in PAIRS if not pair.faulty.words and pair.faulty.text != "(ว่าง)"]
    assert unmarked == []
    assert all(pair.faulty.text != pair.right.text for pair in PAIRS)


def test_no_cell_is_there_twice() -> None:
    seen = [(cell.agency, cell.place, cell.text) for cell in RIGHT]
    assert len(seen) == len(set(seen))
