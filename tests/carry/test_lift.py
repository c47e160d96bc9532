"""A form that was begun before its year was known, and forms of older years: told in one line, lifted in one step."""

from __future__ import annotations

import datetime
import json
import os
import subprocess
import sys
import tomllib
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from itaxl import pipeline
from itaxl.case.load import load
from itaxl.catalog.form import FORM_VERSION
from itaxl.catalog.year_file import shipped_files
from tests.forms import small

TODAY = datetime.date(2026, 11, 25)  # the report due is that of 2569


def itaxl(folder: Path, *words: str, code: int = 0) -> str:
    environment = {**os.environ, "ITAXL_DATA": str(folder / "data")}
    command = [sys.executable, "-m", "itaxl", *words]
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, encoding="utf-8")
    assert done.returncode == code, done.stderr
    return done.stdout + done.stderr


def add_year(folder: Path) -> None:
    """A file of 2570 in the person's own folder: the items of 2569 in another order, the last one gone."""
    data: dict[str, Any] = tomllib.loads(shipped_files()[2569].read_text(encoding="utf-8"))
    contact, *others = data["items"][2:25]
    items = [*data["items"][:2], *others, contact]
    data |= {"year": 2570, "items": [{**item, "no": n} for n, item in enumerate(items, 1)]}
    data |= {"plan_item": 24, "report_item": 24}
    path = folder / "data" / "years" / "2570.json"
    path.parent.mkdir(parents=True)
    path.write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")


CASE = {
    "format": "itaxl-report/1",
    "fiscal_year": 2570,
    "based_on": 2569,
    "assessment": {"score": 91.5},
    "report_date": "31 ตุลาคม 2570",
    "measures": [{"no": 1, "title": ["แผนประจำปี 2570"], "steps": [{"summary": ["ทำแล้ว"], "status": "done"}]}],
    "o_items": [
        {"no": 3, "responsible": ["สำนักปลัด"], "progress": ["ผลของข้อติดต่อ"], "status": "done"},
        {"no": 26, "progress": ["ผลของข้อสุดท้าย"]},
    ],
    "evidence": [{"of": "O3", "ref": "12/2570"}, {"of": "M1", "ref": "13/2570"}],
    "accepted": [{"code": "A01", "field": "o_items[2].progress", "text_hash": "x", "reason": "ถูกแล้ว"}],
}


def test_a_form_begun_before_its_year_was_known_is_told_and_lifted_with_nothing_retyped(
    tmp_path: Path,
) -> None:
    (tmp_path / "case.json").write_text(json.dumps(CASE, ensure_ascii=False), encoding="utf-8")
    itaxl(tmp_path, "load", "case.json", "-o", "old.xlsx")
    assert "เริ่มทำก่อนมีแบบของปี" not in itaxl(tmp_path, "check", "old.xlsx", code=1)
    add_year(tmp_path)
    assert "เริ่มทำก่อนมีแบบของปี 2570" in itaxl(tmp_path, "check", "old.xlsx", code=1)
    said = itaxl(tmp_path, "carry", "old.xlsx", "--year", "2570", "-o", "new.xlsx")
    assert "จากแบบปี 2570 เป็นแบบปี 2570: เปลี่ยน" in said
    assert "เริ่มทำก่อนมีแบบของปี" not in itaxl(tmp_path, "check", "new.xlsx", code=1)
    made = json.loads(itaxl(tmp_path, "dump", "new.xlsx"))
    assert "based_on" not in made
    assert (made["assessment"], made["report_date"]) == (CASE["assessment"], CASE["report_date"])
    assert made["measures"] == CASE["measures"]
    (item,) = made["o_items"]
    assert (item["no"], item["progress"], item["status"]) == (25, ["ผลของข้อติดต่อ"], "done")
    assert [each["of"] for each in made["evidence"]] == ["O25", "M1"]
    assert made["accepted"][0]["field"] == "o_items[24].progress"
    assert [row["progress"] for row in made["ceased"]] == [["ผลของข้อสุดท้าย"]]


@pytest.mark.parametrize(("year", "said"), [(2569, None), (2570, None), (2568, 2569), (2564, 2569)])
def test_a_form_of_an_older_year_says_which_report_is_due(year: int, said: int | None) -> None:
    age = pipeline.find_age(load({**small(), "fiscal_year": year}), TODAY)
    assert (age and age[1]) == said


def test_a_form_of_an_older_itaxl_is_lifted_within_its_year() -> None:
    old = replace(load({**small(), "fiscal_year": 2569}), form_version=FORM_VERSION - 1)
    assert pipeline.find_age(old, TODAY) == ("แบบนี้ทำด้วย itaxl รุ่นก่อน", 2569)
    assert pipeline.find_age(replace(old, form_version=FORM_VERSION), TODAY) is None
