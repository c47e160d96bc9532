"""The demonstration's report read as a strict reviewer would: complete, in its year, about one agency only.

The one rule of the place: a fault is looked for in the case file as it lies there, and planted faults must be real.
"""

import copy
import datetime
import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import itaxl.cli.demo
from itaxl.case.dump import dump
from itaxl.case.load import load
from itaxl.catalog import gazetteer
from itaxl.catalog.year_file import year as year_of
from itaxl.thai import names
from itaxl.thai.dates import find_dates, find_years, parse_period

HERE = Path(itaxl.cli.demo.__file__).parent
CLEAN: dict[str, Any] = json.loads((HERE / "clean.json").read_text("utf-8"))
MISTAKES: list[dict[str, Any]] = json.loads((HERE / "mistakes.json").read_text("utf-8"))
YEAR = year_of(CLEAN["fiscal_year"])
STEPS = [step for measure in CLEAN["measures"] for step in measure["steps"]]
ROWS = [*STEPS, *CLEAN["indicators"], *CLEAN["o_items"]]


def without_official(case: dict[str, Any]) -> dict[str, Any]:
    """Leave out the official text, which a dump adds from the year."""
    official = {"indicators": {"name"}, "o_items": {"title", "components"}}
    rows = {
        table: [{k: v for k, v in row.items() if k not in keys} for row in case[table]]
        for table, keys in official.items()
    }
    return {**case, **rows}


def without_empty(value: Any) -> Any:
    """Leave out what is an empty cell: null and an empty list."""
    if isinstance(value, dict):
        return {k: without_empty(v) for k, v in value.items() if v not in (None, [])}
    return [without_empty(each) for each in value] if isinstance(value, list) else value


def texts(value: Any) -> Iterator[str]:
    """Give every text of a case."""
    if isinstance(value, dict | list):
        for each in value.values() if isinstance(value, dict) else value:
            yield from texts(each)
    elif isinstance(value, str):
        yield value


def results() -> Iterator[str]:
    """Give what each row says was done or reached, one text a cell."""
    for row in ROWS:
        for key in ("summary", "outcome", "progress"):
            if row.get(key):
                yield " ".join(row[key])


def steps_to(field: str) -> list[str | int]:
    """Split a path of the contract: measures[1].steps[0].summary."""
    return [int(part) if part.isdigit() else part for part in re.findall(r"\w+", field)]


def at(case: Any, field: str) -> Any:
    """Give the value at a path; KeyError or IndexError where there is none."""
    for part in steps_to(field):
        case = case[part]
    return case


def planted(mistake: dict[str, Any]) -> dict[str, Any]:
    """Give the clean case with one mistake in it."""
    case = copy.deepcopy(CLEAN)
    *way, last = steps_to(mistake["field"])
    place: Any = case
    for part in way:
        place = place[part]
    place[last] = mistake["value"]
    return case


def foreign_words(case: Any) -> list[str]:
    """Name what in a text speaks of another agency, another kind, or misspells the own name."""
    own = names.parse_agency(CLEAN["agency"]["name"])
    assert own
    found = []
    for text in texts(case):
        found += [each.name for each in gazetteer.foreign_agencies(text, own.kind, own.name)]
        found += [kind for _, _, kind in gazetteer.foreign_kinds(text, own.kind, own.name)]
        found += [text[start:end] for start, end, _ in gazetteer.own_variants(text, own.kind, own.name)]
    return found


def unnamed_years(o_items: list[dict[str, Any]]) -> list[str]:
    """Name the year-bound items whose result does not name their year."""
    return [
        item.code
        for item, row in zip(YEAR.items, o_items, strict=True)
        if item.year_bound
        and YEAR.year + item.year_offset
        not in {found.year for found in find_years(" ".join(row["progress"]))}
    ]


# ---- the clean report ------------------------------------------------------------------------------------------------


def test_the_report_comes_back_as_it_was_written() -> None:
    assert without_official(dump(load(CLEAN))) == without_empty(CLEAN)


def test_every_row_of_the_year_is_there() -> None:
    assert [row["no"] for row in CLEAN["o_items"]] == [item.no for item in YEAR.items] == list(range(1, 27))
    assert [row["no"] for row in CLEAN["indicators"]] == [each.no for each in YEAR.surveyed]


def test_nothing_that_a_row_needs_is_empty() -> None:
    needed = {
        "steps": ("method", "monitoring", "period", "responsible", "summary", "outcome"),
        "indicators": ("guidelines", "responsible", "period", "progress"),
        "o_items": ("responsible", "progress", "url"),
    }
    tables = {"steps": STEPS, **{table: CLEAN[table] for table in ("indicators", "o_items")}}
    empty = [(name, n, key) for name, keys in needed.items() for n, row in enumerate(tables[name]) for key in keys if not row.get(key)]  # fmt: skip
    assert empty == []
    assert {row["status"] for row in ROWS} == {"done"}


def test_no_result_is_told_twice() -> None:
    assert [text for text, times in Counter(results()).items() if times > 1] == []


def test_a_result_is_neither_a_word_nor_a_page() -> None:
    assert [text for text in results() if not 50 <= len(text) <= 240] == []


def test_a_result_is_not_its_plan() -> None:
    assert [
        step["period"] for step in STEPS if set(step["method"]) & {*step["summary"], *step["outcome"]}
    ] == []


def test_every_date_lies_in_the_fiscal_year() -> None:
    dated = [CLEAN[key] for key in ("measures", "indicators", "o_items", "evidence", "plan", "data_date")]
    found = [date for text in texts(dated) for date in find_dates(text)]
    assert [date.text for date in found if date.date.fiscal_year != YEAR.year] == []
    assert sum(date.date.date is not None for date in found) > 70


def test_what_was_done_was_done_in_the_period_of_its_row() -> None:
    outside = []
    for row in (*STEPS, *CLEAN["indicators"]):
        period = parse_period(row["period"], YEAR.year)
        assert period, row["period"]
        assert period.first_day
        assert period.last_day
        dates = [found.date.date for found in find_dates(" ".join(row.get("summary") or row["progress"]))]
        outside += [day for day in dates if day and not period.first_day <= day <= period.last_day]
    assert outside == []


def test_every_year_bound_item_names_its_year() -> None:
    assert unnamed_years(CLEAN["o_items"]) == []


def test_orders_are_numbered_in_the_order_of_their_dates() -> None:
    order = re.compile(r"ที่ (\d+)/(\d{4}) ลงวันที่ (\d+ [ก-๎]+ \d{4})")
    found = sorted(
        (date.date.date, int(no), int(of_year))
        for text in results()
        for no, of_year, written in order.findall(text)
        for date in find_dates(written)
        if date.date.date
    )
    assert len(found) > 5
    assert [day for day, _, of_year in found if day.year + 543 != of_year] == []
    assert [(of_year, no) for _, no, of_year in found] == sorted((of_year, no) for _, no, of_year in found)


def test_the_paper_is_dated_after_its_period() -> None:
    (found,) = find_dates(CLEAN["report_date"])
    assert found.date.date
    assert found.date.date > datetime.date(YEAR.year - 543, 9, 30)


def test_the_measures_cover_the_topics_of_the_plan_one_by_one() -> None:
    assert [measure["topic"] for measure in CLEAN["measures"]] == list(YEAR.topics)


def test_every_weak_indicator_has_its_measure() -> None:
    weak = [str(no) for no, score in enumerate(CLEAN["assessment"]["indicators"], 1) if score < 85]
    assert len(weak) == 2
    assert set(weak) <= {measure["indicator"] for measure in CLEAN["measures"]}


def test_the_score_is_the_weighted_sum_of_its_parts_and_fits_the_level() -> None:
    said = CLEAN["assessment"]
    parts = {key: said[key] for key in ("iit", "eit", "oit")}
    assert round(0.3 * parts["iit"] + 0.3 * parts["eit"] + 0.4 * parts["oit"], 2) == said["score"]
    means = [
        sum(of) / len(of) for of in (said["indicators"][:5], said["indicators"][5:8], said["indicators"][8:])
    ]
    assert [round(mean, 2) for mean in means] == list(parts.values())
    assert said["level"] == "ผ่านดี"
    assert 85 <= min(parts.values()) < 95
    assert said["level"] in YEAR.levels


def test_the_agency_is_invented_and_its_place_is_real() -> None:
    agency = CLEAN["agency"]
    own = names.parse_agency(agency["name"])
    assert own
    assert own.kind == agency["kind"]
    assert not gazetteer.where_is(own.name)
    assert not gazetteer.homes_of_amphoe(own.name)
    assert gazetteer.fits(agency["tambon"], agency["amphoe"], agency["province"])


def test_no_other_agency_is_spoken_of() -> None:
    assert foreign_words(CLEAN) == []


def test_who_answers_for_a_row_is_a_division_of_the_agency() -> None:
    known = {*CLEAN["agency"]["divisions"], "ทุกส่วนราชการ"}
    assert {name for row in ROWS for name in row["responsible"]} == known


def test_the_typing_is_clean() -> None:
    slip = re.compile(r"[๐-๙]|\s{2}|^\s|\s$|[^ ]ๆ|ๆ[^ ]|เเ|ํา|ได้เสีย|จะ")
    assert [text for text in texts(CLEAN) if slip.search(text)] == []


def test_addresses_are_well_formed_and_no_two_items_share_one() -> None:
    address = re.compile(r"https://www\.[a-z]+\.go\.th/[a-z0-9/.-]+")
    urls = [row["url"] for row in CLEAN["o_items"]]
    assert [url for url in urls if not address.fullmatch(url)] == []
    assert len(set(urls)) == len(urls)


# ---- what is planted -------------------------------------------------------------------------------------------------


def test_a_few_mistakes_are_planted_each_in_its_own_cell() -> None:
    assert 6 <= len({mistake["field"] for mistake in MISTAKES}) == len(MISTAKES) <= 8


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda mistake: str(mistake["field"]))
def test_a_mistake_changes_a_filled_cell_and_survives_the_form(mistake: dict[str, Any]) -> None:
    assert mistake["shows"]
    assert at(CLEAN, mistake["field"]) not in (None, [], mistake["value"])
    case = planted(mistake)
    assert without_official(dump(load(case))) == without_empty(case)


def test_the_leftovers_are_another_agency_and_another_kind() -> None:
    found = [word for mistake in MISTAKES for word in foreign_words(mistake["value"])]
    assert sorted(found) == ["หนองบัว", "อบต."]


def test_one_item_speaks_of_the_wrong_year() -> None:
    wrong = [unnamed_years(planted(mistake)["o_items"]) for mistake in MISTAKES]
    assert [codes for codes in wrong if codes] == [["O13"]]


def test_one_result_is_its_plan() -> None:
    case = [planted(mistake) for mistake in MISTAKES]
    copied = [
        (m, s)
        for each in case
        for m, measure in enumerate(each["measures"])
        for s, step in enumerate(measure["steps"])
        if step["summary"] == step["method"]
    ]
    assert copied == [(0, 1)]
