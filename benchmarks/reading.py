"""Reading a form of 200 measures with every cell full, beside what others need only to walk over its cells."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path

from _bench import full_case, medians, ms, table

from itaxl import pipeline
from itaxl.case.load import load
from itaxl.catalog.form import NEEDED_SHEETS
from itaxl.workbook.read import read
from itaxl.workbook.sheets import from_file

MEASURES, RUNS = 200, 5


def with_openpyxl(form: Path, *, read_only: bool) -> int:
    """The cells of the sheets that we read, by openpyxl."""
    from openpyxl import load_workbook

    book = load_workbook(form, read_only=read_only)
    cells = sum(len(row) for name in NEEDED_SHEETS for row in book[name].iter_rows(values_only=True))
    book.close()
    return cells


def with_calamine(form: Path) -> int:
    """The cells of the sheets that we read, by python-calamine."""
    from python_calamine import CalamineWorkbook

    book = CalamineWorkbook.from_path(str(form))
    return sum(len(row) for name in NEEDED_SHEETS for row in book.get_sheet_by_name(name).to_python())


def main() -> None:
    data = load(full_case(MEASURES))
    with tempfile.TemporaryDirectory() as folder:
        form = Path(folder) / "form.xlsx"
        form.write_bytes(pipeline.form(data))
        works: dict[str, Callable[[], object]] = {
            "itaxl: package checked, cells and formulas": partial(from_file, form),
            "itaxl: the same, and a Report of it": lambda: read(from_file(form)),
            "python-calamine: cells": partial(with_calamine, form),
            "openpyxl read_only: cells": partial(with_openpyxl, form, read_only=True),
            "openpyxl: cells": partial(with_openpyxl, form, read_only=False),
        }
        assert pipeline.read_form(form).measures == data.measures
        times = medians(works, RUNS)
        size = f"{form.stat().st_size / 1024:,.0f} KB"
    ours = times["itaxl: the same, and a Report of it"]
    rows = [[name, ms(each), f"{each / ours:.2f}"] for name, each in times.items()]
    title = f"Reading a form of {MEASURES} full measures ({size}), median of {RUNS}"
    table(title, ["way", "time", "× a Report by itaxl"], rows)


if __name__ == "__main__":
    main()
