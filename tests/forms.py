"""Forms for tests: case data → a form on disk, read back the way every form is read."""

from __future__ import annotations

import json
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from itaxl import pipeline
from itaxl.case.load import load
from itaxl.catalog.year_file import year as year_of
from itaxl.cli.demo import put
from itaxl.model.records import Report
from itaxl.workbook.build import plain_form
from itaxl.workbook.read import read
from itaxl.workbook.sheets import from_file

DATA = Path(__file__).parent / "data"
CASES = ("kohchan-2567", "changhaitok-2567", "dongtangao-2566", "singburi-2564")

Json = dict[str, Any]


@cache
def _case_text(name: str) -> str:
    return (DATA / "cases" / f"{name}.json").read_text(encoding="utf-8")


def case(name: str) -> Json:
    """A real report's data, fresh for each caller."""
    data: Json = json.loads(_case_text(name))
    return data


def sample_case(*, mistakes: bool = True) -> Json:
    """A whole report of 2567 of an invented agency, with a few faults planted in it or without; fresh for each caller."""
    folder = DATA / "sample"
    data: Json = json.loads((folder / "clean.json").read_text(encoding="utf-8"))
    planted = json.loads((folder / "mistakes.json").read_text(encoding="utf-8")) if mistakes else []
    for mistake in planted:
        put(data, mistake["field"], mistake["value"])
    return data


def small(**fields: object) -> Json:
    """The least case data, with these fields."""
    return {"format": "itaxl-report/1", "fiscal_year": 2567, **fields}


def form_bytes(data: Json) -> bytes:
    """The form of some case data; each is made once by a worker."""
    return _form_bytes(json.dumps(data, ensure_ascii=False))


@lru_cache(maxsize=128)
def _form_bytes(data: str) -> bytes:
    return pipeline.form(load(json.loads(data)))


def form(data: Json, path: Path) -> Path:
    """The form of some case data, on disk."""
    path.write_bytes(form_bytes(data))
    return path


def replained(data: Json) -> Report:
    """Case data through the cells of a form and back; a hundred times faster than by way of a file."""
    report = load(data)
    return read(plain_form(year_of(report.fiscal_year, report.based_on), report))


def reread(data: Json, folder: Path) -> Report:
    """Case data through a form on disk and back."""
    return read(from_file(form(data, folder / "form.xlsx")))


def filled(value: object) -> object:
    """Case data without what the contract calls an empty cell, and without official text."""
    if isinstance(value, dict):
        kept = {key: filled(each) for key, each in value.items() if key not in ("title_", "components")}
        if "no" in kept and "steps" not in value:  # items and indicators: title and name belong to the year
            kept = {key: each for key, each in kept.items() if key not in ("title", "name")}
        return {key: each for key, each in kept.items() if each not in (None, "", [], {})}
    if isinstance(value, list):
        return [filled(each) for each in value]
    return value
