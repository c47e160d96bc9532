"""A person at the form: types into its cells as Excel would, and answers findings on their sheet.

The one rule of the place: only cells that are unlocked in the form can be typed in.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import openpyxl

from itaxl import pipeline
from itaxl.catalog.fields import fields
from itaxl.catalog.form import ACCEPTED
from itaxl.catalog.values import write_boxes, write_text
from itaxl.model.columns import Kind


def type_in(path: Path, wanted: Mapping[str, object]) -> None:
    """Type these values, by field, into the form."""
    book = openpyxl.load_workbook(path)
    left = dict(wanted)
    for field in fields(pipeline.read_form(path)):
        if field.path not in left:
            continue
        value = left.pop(field.path)
        value = tuple(value) if isinstance(value, list) else value
        boxes = field.column.kind is Kind.BOXES
        texts = write_boxes(field.column, str(value)) if boxes else (write_text(field.column, value),)
        for key, text in zip(field.column.cells, texts, strict=True):
            place = field.record.at.cell(key)
            cell = book[place.sheet][place.ref]
            assert not cell.protection.locked, f"{place} is locked"
            cell.value = text or None
    assert not left, left
    book.save(path)


def answer(path: Path, place: str, reason: str) -> None:
    """Type a reason beside the findings of one cell."""
    book = openpyxl.load_workbook(path)
    sheet = book[ACCEPTED.sheet]
    where, last = ACCEPTED.numbers["~place"], ACCEPTED.numbers["reason"]
    rows = [row for row in range(1, sheet.max_row + 1) if sheet.cell(row, where).value == place]
    assert rows, f"{place} is not listed"
    for row in rows:
        assert not sheet.cell(row, last).protection.locked
        sheet.cell(row, last).value = reason
    book.save(path)
