"""The changes that carrying made in a form, and what a person's decision on each of them does.

The one rule of the place: a change is taken back only where the text it brought in still stands as it was brought;
what a person has typed there since is theirs.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator

from itaxl.catalog.fields import Field, fields_of, fingerprint, rewrite
from itaxl.catalog.form import BLOCKS, TABLES
from itaxl.model.columns import Record
from itaxl.model.records import ChangeRow, PastRow, Report


def lasting_fields(record: Record) -> tuple[Field, ...]:
    """The filled fields of a record that outlive their year: those that are carried, and not its results."""
    return tuple(
        each for each in fields_of(record) if each.text and not (each.column.locked or each.column.yearly)
    )


def text_hash(brought: tuple[Field, ...]) -> str:
    """The fingerprint of what a change brought in; empty where it brought nothing."""
    return fingerprint("\n".join(each.text for each in brought)) if brought else ""


def standing(report: Report) -> Iterator[tuple[ChangeRow, tuple[Field, ...]]]:
    """Each change with the fields in which its text still stands; without any, there is nothing to take back."""
    known: dict[str, tuple[Field, ...]] = {}
    for record in report.records():
        known.setdefault(record.at.path, lasting_fields(record))
        for field in fields_of(record):
            known.setdefault(field.path, (field,))
    for change in report.changes:
        brought = known.get(change.field, ())
        yield change, brought if change.text_hash and text_hash(brought) == change.text_hash else ()


def settle(report: Report) -> Report:
    """The report with every refused change taken back: the old text in its field, or the whole row on ผลปีก่อน."""
    if all(change.decision is not False for change in report.changes):
        return report
    refused = [
        (change, brought) for change, brought in standing(report) if change.decision is False and brought
    ]
    texts, past = dict[str, str](), list(report.past)
    for change, brought in refused:
        if change.before and brought[0].path == change.field:
            texts[change.field] = "\n".join(change.before)
        else:
            texts |= dict.fromkeys((each.path for each in brought), "")
            past += (_past(change, each) for each in brought)
    back = report.map_records(lambda record: rewrite(record, texts))
    return dataclasses.replace(back, past=tuple(past))


def _past(change: ChangeRow, field: Field) -> PastRow:
    """A refused text on the list: it stands nowhere else."""
    record = type(field.record)
    part = next((table.sheet for table in TABLES if table.record is record), "") or next(
        block.title for block in BLOCKS if block.record is record
    )
    text = tuple(field.text.split("\n"))
    return PastRow(
        fiscal_year=change.fiscal_year,
        part=part,
        of="".join(change.before),
        heading=field.column.heading,
        text=text,
    )
