"""Every field of a report by its path in the case file: its text, and the fingerprint of that text.

The one rule of the place: a text is what its cell shows; what a confirmation or a repair names is this text.
"""

from __future__ import annotations

import dataclasses
import hashlib
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from itaxl.catalog.form import TABLES
from itaxl.catalog.values import read_text, write_text
from itaxl.model.columns import Column, Kind, Record, columns
from itaxl.model.records import Report

_TABLES = tuple(table.name for table in TABLES if table.name != "accepted")


@dataclass(frozen=True, slots=True)
class Field:
    """One field of one record; `path` as in the case file (`measures[1].steps[0].summary`)."""

    path: str
    record: Record
    column: Column

    @property
    def text(self) -> str:
        """What its cells show, one line each where there are several; ticked boxes by name (`done`)."""
        column, record = self.column, self.record
        value = getattr(record, column.key)
        if column.kind is Kind.BOXES:
            return record.unread.get(column.key, value or "")
        if column.count > 1:
            shown = dict(zip(column.cells, (write_text(column, each) for each in value), strict=False))
            unread = {key: text for key, text in record.unread.items() if key in column.cells}
            return "\n".join({**shown, **unread}.values())
        return record.unread.get(column.key) or write_text(column, value)


def fields(report: Report) -> Iterator[Field]:
    """Every field that a person fills, in the order of the form; a measure's own fields once for each step."""
    for record in report.records():
        yield from fields_of(record)


def fields_of(record: Record) -> Iterator[Field]:
    """The fields of one record."""
    for column in columns(type(record)):
        yield Field(record.at.field(column.key, outer=column.outer), record, column)


def rewrite(record: Record, texts: Mapping[str, str]) -> Record:
    """The record with the texts of these paths in its fields for text; what could not be read there is gone."""
    values: dict[str, Any] = {
        field.column.key: read_text(field.column, texts[field.path])
        for field in fields_of(record)
        if field.path in texts and field.column.kind in (Kind.TEXT, Kind.LINES)
    }
    unread = {key: text for key, text in record.unread.items() if key not in values}
    return dataclasses.replace(record, unread=unread, **values) if values else record


def typed_texts(report: Report) -> dict[str, str]:
    """The text of each field by path, and of each whole table by its name (`measures`)."""
    texts: dict[str, str] = {}
    for field in fields(report):
        texts.setdefault(field.path, field.text)  # a measure's own fields stand in its first step
    for name in _TABLES:
        texts[name] = "\n".join(text for path, text in texts.items() if text and path.startswith(f"{name}["))
    return texts


def fingerprint(text: str) -> str:
    """The first 16 hex digits of the SHA-256 of a text in UTF-8 and NFC, as `accepted[].text_hash` holds it."""
    return hashlib.sha256(unicodedata.normalize("NFC", text).encode("utf-8", "surrogatepass")).hexdigest()[
        :16
    ]
