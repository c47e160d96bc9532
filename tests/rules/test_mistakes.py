"""The rules against four published reports: what people found is found, and what is right is left alone.

The one rule of the place: no test here knows a rule by its code.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from functools import cache

import pytest

from itaxl import pipeline
from itaxl.catalog.year_file import year
from tests.rules import measure

# True faults that the list of mistakes does not hold: (case, field, code) and why each is one.
NEW_ERRORS: dict[tuple[str, str, str], str] = {}

MUST_FIND = [entry for entry in measure.entries() if entry.expect == "find"]
MUST_PREVENT = [entry for entry in measure.entries() if entry.expect == "prevent"]

# Where the words quoted are right, and wrong was what the paper lacked: what it must print.
MUST_STAND = {
    "S001-03": "ปีงบประมาณพ.ศ.2566",
    "S001-07": "เพื่อส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน",
    "S003-01": "ปีงบประมาณพ.ศ.2564",
    "S003-30": "ตัวชี้วัด(10)การป้องกันการทุจริต",
}
RIGHT = {"9.3การบริหารเงินงบประมาณ"}  # of two names quoted the official one


@pytest.mark.parametrize("entry", MUST_FIND, ids=lambda entry: entry.id)
def test_every_mistake_that_must_be_found_is_found_at_its_cell(entry: measure.Entry) -> None:
    near = [each for each in measure.findings(entry.case, spelling=True) if each.field in entry.fields]
    assert measure.found(entry), f"{entry.why}; said of these cells: {near}"


def test_at_least_half_of_the_bonus_mistakes_are_found(capsys: pytest.CaptureFixture[str]) -> None:
    wanted = measure.bonus_entries()
    with capsys.disabled():
        print(f"\n{measure.table()}")
    assert 2 * sum(bool(measure.found(entry)) for entry in wanted) >= len(wanted)


def test_every_error_matches_a_listed_mistake_or_is_argued_here() -> None:
    errors = [
        each
        for case in measure.CASES
        for each in measure.findings(case, spelling=True)
        if each.severity == "error"
    ]
    strange = [(case, each) for case in measure.CASES for each in measure.unmatched(case)]
    assert not [each for case, each in strange if (case, each.field, each.code) not in NEW_ERRORS]
    assert len(strange) * 20 <= len(errors)


@pytest.mark.parametrize("case", measure.CASES)
def test_nothing_that_only_looks_wrong_is_flagged(case: str) -> None:
    assert measure.false_alarms(case) == []


@pytest.mark.parametrize("case", measure.CASES)
def test_a_report_gets_no_more_than_six_findings_for_ten_filled_cells(case: str) -> None:
    assert measure.per_ten_cells(case) <= 6


@pytest.mark.parametrize("case", measure.CASES)
def test_what_is_found_without_spelling_is_found_with_it_too(case: str) -> None:
    plain, all_of_them = measure.findings(case), measure.findings(case, spelling=True)
    assert [each for each in all_of_them if each in plain] == list(plain)
    assert all(each.severity == "hint" for each in all_of_them if each not in plain)


@pytest.mark.parametrize("case", measure.CASES)
def test_every_quote_is_typed_in_its_cell(case: str) -> None:
    for each in measure.findings(case, spelling=True):
        cell = measure.texts(case).get(each.field)
        assert cell is None or measure.plain(each.quote) in cell, each


@pytest.mark.parametrize("case", measure.CASES)
def test_no_two_findings_say_the_same_words_of_a_cell(case: str) -> None:
    said = [(each.field, each.quote) for each in measure.findings(case, spelling=True) if len(each.quote) > 1]
    assert sorted(said) == sorted(set(said))


@pytest.mark.parametrize("case", measure.CASES)
def test_a_repair_begins_with_the_cell_as_it_was_typed(case: str) -> None:
    for each in measure.findings(case, spelling=True):
        if each.repair:
            assert measure.plain(each.repair.before) == measure.texts(case)[each.field]
            assert each.repair.after != each.repair.before


# ---- what cannot occur -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "entry", [each for each in MUST_PREVENT if each.id not in MUST_STAND], ids=lambda entry: entry.id
)
def test_wrong_words_that_the_program_prints_itself_cannot_occur(entry: measure.Entry) -> None:
    official = measure.plain("\n".join(_official(measure.report(entry.case).fiscal_year)))
    for words in set(entry.words) - RIGHT:
        assert words not in official
        assert words not in measure.plain(_printed(entry.case))


@pytest.mark.parametrize(
    "entry", [each for each in MUST_PREVENT if each.id in MUST_STAND], ids=lambda entry: entry.id
)
def test_what_a_paper_lacked_is_always_printed(entry: measure.Entry) -> None:
    assert MUST_STAND[entry.id] in measure.plain(_printed(entry.case))


def _official(fiscal_year: int) -> Iterator[str]:
    """Everything that the catalog prints for a year."""
    for item in year(fiscal_year).items:
        yield from (item.title, item.group, *item.components)
    yield from (each.name for each in year(fiscal_year).indicators)
    yield from (each.name for each in year(fiscal_year).sub_indicators)


@cache
def _printed(case: str) -> str:
    """The words of the paper that the case's own layout prints."""
    with zipfile.ZipFile(io.BytesIO(pipeline.paper(measure.report(case)).docx)) as package:
        document = package.read("word/document.xml").decode("utf-8")
    return " ".join(re.sub(r"<[^>]*>", "", text) for text in document.split("</w:p>"))
