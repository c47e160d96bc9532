"""A form of some bytes, read the way every form is read."""

from __future__ import annotations

from pathlib import Path

from openpyxl.worksheet.worksheet import Worksheet

from itaxl import pipeline
from itaxl.model.findings import Finding
from itaxl.model.records import Report
from itaxl.workbook.read import read
from itaxl.workbook.sheets import from_file


def on_disk(package: bytes, folder: Path) -> Path:
    path = folder / "form.xlsx"
    path.write_bytes(package)
    return path


def report_of(package: bytes, folder: Path) -> Report:
    return read(from_file(on_disk(package, folder)))


def findings(report: Report) -> list[Finding]:
    return list(pipeline.check(report).findings)


def key_column(sheet: Worksheet, key: str) -> str:
    """The letter of the column with this machine key."""
    return next(cell.column_letter for cell in sheet[1] if cell.value == key)
