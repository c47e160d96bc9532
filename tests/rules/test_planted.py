"""Faults planted in a clean report, over many seeds: found at their cell, and the other cells stay silent.

The one rule of the place: a plant knows what a careless officer does, and nothing of any rule.
"""

from __future__ import annotations

import copy
import json
import random
import re
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

import itaxl.cli
from itaxl.case.load import load
from itaxl.catalog.year_file import year
from itaxl.model.findings import Finding
from itaxl.rules.context import Context
from itaxl.rules.mechanism import run

Json = dict[str, Any]
Plant = Callable[[Json, random.Random], set[str]]  # plants one fault; gives the cells where it may be shown

CLEAN: Json = json.loads((Path(itaxl.cli.__file__).parent / "demo" / "clean.json").read_text("utf-8"))
FISCAL_YEAR: int = CLEAN["fiscal_year"]
SEEDS = 20


def _findings(case: Json) -> list[Finding]:
    return run(Context(load(case)))


@cache
def _said_already(layout: str) -> frozenset[Finding]:
    return frozenset(_findings({**CLEAN, "layout": layout}))


# ---- where a fault may be planted ------------------------------------------------------------------------------------


def _steps(case: Json) -> list[tuple[str, Json]]:
    return [
        (f"measures[{m}].steps[{n}]", step)
        for m, measure in enumerate(case["measures"])
        for n, step in enumerate(measure["steps"])
    ]


def _items(case: Json) -> list[tuple[str, Json]]:
    return [(f"o_items[{item['no'] - 1}]", item) for item in case["o_items"]]


def _cells(case: Json) -> Iterator[tuple[str, list[str]]]:
    """The cells of sentences: field and lines."""
    for path, step in _steps(case):
        yield from ((f"{path}.{key}", step[key]) for key in ("method", "summary", "outcome") if step.get(key))
    yield from ((f"indicators[{row['no'] - 1}].progress", row["progress"]) for row in case["indicators"])
    yield from ((f"{path}.progress", item["progress"]) for path, item in _items(case))


def _some_cell(case: Json, rng: random.Random, holding: str = "") -> tuple[str, list[str]]:
    return rng.choice([cell for cell in _cells(case) if re.search(holding, "\n".join(cell[1]))])


def _replaced(lines: list[str], pattern: str, new: str) -> None:
    lines[:] = re.sub(pattern, new, "\n".join(lines), count=1).split("\n")


# ---- the faults ------------------------------------------------------------------------------------------------------


def another_agency(case: Json, rng: random.Random) -> set[str]:
    field, lines = _some_cell(case, rng)
    words = rng.choice(("องค์การบริหารส่วนตำบล", "อบต.", "เทศบาลตำบล"))
    name = rng.choice(("น้ำผุด", "หนองบัวละคร", "ศรีสำราญ", "ช้างให้ตก", "เกาะจัน", "โคกสลุด"))
    lines[-1] += f" ของ{words}{name}"
    return {field}


def another_kind(case: Json, rng: random.Random) -> set[str]:
    field, lines = _some_cell(case, rng)
    lines[0] += rng.choice(("ของ อบต.", "ขององค์การบริหารส่วนตำบล", " ของ อบต. ทุกแห่ง"))
    return {field}


def year_shifted(case: Json, rng: random.Random) -> set[str]:
    bound = [row.no for row in year(FISCAL_YEAR).items if row.year_bound]
    rows = [(path, item) for path, item in _items(case) if item["no"] in bound]
    told = [(path, item) for path, item in rows if "ประจำปีงบประมาณ พ.ศ." in item["progress"][0]]
    path, item = rng.choice(told)
    wanted = re.search(r"ประจำปีงบประมาณ พ\.ศ\. (\d{4})", item["progress"][0])
    assert wanted
    shifted = int(wanted[1]) + rng.choice((-1, 1))
    _replaced(item["progress"], r"ประจำปีงบประมาณ พ\.ศ\. \d{4}", f"ประจำปีงบประมาณ พ.ศ. {shifted}")
    return {f"{path}.progress"}


def date_outside(case: Json, rng: random.Random) -> set[str]:
    dated = rf"(\d{{1,2}} [ก-๎]+) (?:{FISCAL_YEAR - 1}|{FISCAL_YEAR})"
    rows = [(path, step) for path, step in _steps(case) if re.search(dated, "\n".join(step["summary"]))]
    path, step = rng.choice(rows)
    _replaced(step["summary"], dated, rf"\g<1> {FISCAL_YEAR + rng.choice((-3, -2, 2))}")
    return {f"{path}.summary"}


def blank_cell(case: Json, rng: random.Random) -> set[str]:
    item_path, item = rng.choice(_items(case))
    field, record, empty = rng.choice(
        (
            (f"{item_path}.responsible", item, []),
            (f"{item_path}.progress", item, []),
            ("assessment.score", case["assessment"], None),
            ("agency.amphoe", case["agency"], ""),
            ("measures[0].title", case["measures"][0], []),
        )
    )
    record[field.rpartition(".")[2]] = empty
    return {field}


def columns_swapped(case: Json, rng: random.Random) -> set[str]:
    path, step = rng.choice(_steps(case))
    step["responsible"], step["summary"] = step["summary"], step["responsible"]
    return {f"{path}.responsible", f"{path}.summary"}


def result_copied(case: Json, rng: random.Random) -> set[str]:
    (one_path, one), (two_path, two) = rng.sample(_items(case), 2)
    two["progress"] = list(one["progress"])
    # What the item of the copy asks for is missing then too, which is said of the table.
    return {f"{one_path}.progress", f"{two_path}.progress", "o_items"}


def plan_as_result(case: Json, rng: random.Random) -> set[str]:
    path, step = rng.choice(_steps(case))
    step["summary"] = list(step["method"])
    return {f"{path}.method", f"{path}.summary"}


def sentence_cut(case: Json, rng: random.Random) -> set[str]:
    field, lines = _some_cell(case, rng)
    lines[-1] += rng.choice((" และ", " เพื่อ", "สำหรับ", " ซึ่ง", " โดย", " รวมทั้ง", " ได้แก่", " เกี่ยวกับ"))
    return {field}


def word_doubled(case: Json, rng: random.Random) -> set[str]:
    word = rng.choice(("แผน", "เจ้าหน้าที่", "ประชาชน", "เผยแพร่", "ประเมิน", "ครั้ง", "คู่มือ"))
    field, lines = _some_cell(case, rng, f"{word}(?!{word})")
    _replaced(lines, word, word * 2)
    return {field}


def wrong_o_number(case: Json, rng: random.Random) -> set[str]:
    field, lines = _some_cell(case, rng)
    lines[-1] += f" ตามข้อ O{rng.randint(len(year(FISCAL_YEAR).items) + 1, 60)}"
    return {field}


def percent_against_box(case: Json, rng: random.Random) -> set[str]:
    case["layout"] = "matrix"
    path, step = rng.choice([each for each in _steps(case) if each[1].get("status") == "done"])
    step["percent"] = rng.choice((0, 40, 75))
    return {f"{path}.percent", f"{path}.status", f"{path}.summary"}


def unit_misspelt(case: Json, rng: random.Random) -> set[str]:
    path, record = rng.choice(_steps(case) + _items(case))
    record["responsible"] = [
        rng.choice(("สำนักปลด", "กองคลง", "กองข่าง", "สำนักปลัดด", "กองสาธารณสุขและสิ่งแวดลอม"))
    ]
    return {f"{path}.responsible"}


def wrong_district(case: Json, rng: random.Random) -> set[str]:
    key, place = rng.choice(
        (("amphoe", "หนองแค"), ("amphoe", "มายอ"), ("province", "ปัตตานี"), ("tambon", "น้ำผุด"))
    )
    case["agency"][key] = place
    return {f"agency.{each}" for each in ("tambon", "amphoe", "province")}


def score(case: Json, rng: random.Random) -> set[str]:
    key = rng.choice(("score", "iit", "eit", "oit"))
    case["assessment"][key] = rng.choice((101, 924.1, -3, 100.5))
    return {f"assessment.{each}" for each in ("score", "iit", "eit", "oit", "level")}


def level(case: Json, rng: random.Random) -> set[str]:
    case["assessment"]["level"] = rng.choice(("ผ่านดีเยี่ยม", "ผ่าน", "ต้องปรับปรุง", "AA", "ต้องปรับปรุงโดยด่วน"))
    return {f"assessment.{each}" for each in ("score", "iit", "eit", "oit", "level")}


def period_backwards(case: Json, rng: random.Random) -> set[str]:
    path, step = rng.choice(_steps(case))
    step["period"] = rng.choice(("ก.ย. 67 - ต.ค. 66", "30 กันยายน 2567 - 1 ตุลาคม 2566", "มิ.ย. 67 – ม.ค. 67"))
    return {f"{path}.period", f"{path}.summary"}


FAULTS: tuple[Plant, ...] = (
    another_agency, another_kind, year_shifted, date_outside, blank_cell, columns_swapped, result_copied, plan_as_result,
    sentence_cut, word_doubled, wrong_o_number, percent_against_box, unit_misspelt, wrong_district, score, level,
    period_backwards,
)  # fmt: skip


@cache
def _trials(plant: Plant) -> tuple[tuple[set[str], tuple[Finding, ...]], ...]:
    """(cells of the fault, what is said beyond the clean report) of each seed."""
    trials = []
    for seed in range(SEEDS):
        case = copy.deepcopy(CLEAN)
        cells = plant(case, random.Random(f"{plant.__name__} {seed}"))
        new = [each for each in _findings(case) if each not in _said_already(case["layout"])]
        trials.append((cells, tuple(new)))
    return tuple(trials)


def _found(plant: Plant) -> int:
    return sum(any(each.field in cells for each in new) for cells, new in _trials(plant))


# ---- what must hold --------------------------------------------------------------------------------------------------


def test_a_clean_report_gets_no_error_and_at_most_three_warnings() -> None:
    said = run(Context(load(CLEAN), spelling=True))
    assert [each for each in said if each.severity == "error"] == []
    assert len([each for each in said if each.severity == "warning"]) <= 3


@pytest.mark.parametrize("plant", FAULTS, ids=lambda plant: plant.__name__)
def test_a_planted_fault_is_found_at_its_cell(plant: Plant) -> None:
    missed = [
        (seed, cells)
        for seed, (cells, new) in enumerate(_trials(plant))
        if not {e.field for e in new} & cells
    ]
    assert len(missed) <= SEEDS // 10, missed


def test_ninety_five_of_a_hundred_planted_faults_are_found() -> None:
    assert sum(map(_found, FAULTS)) >= 0.95 * SEEDS * len(FAULTS)


@pytest.mark.parametrize("plant", FAULTS, ids=lambda plant: plant.__name__)
def test_cells_without_a_fault_stay_silent(plant: Plant) -> None:
    strange = [
        each
        for cells, new in _trials(plant)
        for each in new
        if each.field not in cells and each.severity == "error"
    ]
    assert strange == []
    beside = [each for cells, new in _trials(plant) for each in new if each.field not in cells]
    assert len(beside) <= SEEDS // 10, beside
