"""A Report as case data.

The one rule of the place: what nobody filled is left out, and unread text is dumped as it was typed.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from itaxl.case import FORMAT
from itaxl.catalog.form import BLOCKS, KEPT_TABLES
from itaxl.catalog.values import split_lines
from itaxl.catalog.year_file import year as year_of
from itaxl.model.columns import Column, Kind, Record, columns
from itaxl.model.records import Report

Json = dict[str, Any]


def dump(report: Report) -> Json:
    """The case data of a report; what nobody filled is left out, official text comes from the year."""
    year = year_of(report.fiscal_year, report.based_on)
    case: Json = {"format": FORMAT, "fiscal_year": report.fiscal_year}
    if report.based_on:
        case["based_on"] = report.based_on
    for block in BLOCKS:
        value = getattr(report, block.name or "paper")
        if block.count > 1:
            case[block.name] = _dump_many(value)
        else:
            case |= {block.name: _dump_record(value)} if block.name else _dump_record(value)
    measures = []
    for rows in report.steps_by_measure:
        steps = [_dump_record(row, outer=False) for row in rows]
        has_steps = steps != [{}]  # else the row is that of a measure with nothing but a title
        measures.append({**_dump_record(rows[0], outer=True), "steps": steps if has_steps else []})
    case["measures"] = measures
    indicators = {each.no: {"no": each.no, "name": each.name} for each in year.surveyed}
    items = {
        each.no: {"no": each.no, "title": each.title, "components": list(each.components)}
        for each in year.items
    }
    case["indicators"] = _dump_numbered(report.indicators, indicators)
    case["o_items"] = _dump_numbered(report.o_items, items)
    case["evidence"] = _dump_many(report.evidence)
    case["accepted"] = _dump_many(report.accepted)
    case |= {table.name: _dump_many(getattr(report, table.name)) for table in KEPT_TABLES}
    return {key: value for key, value in case.items() if value not in ({}, [])}


def to_json(case: Json) -> str:
    """Case data as the text of a case file."""
    return json.dumps(case, ensure_ascii=False, indent=1) + "\n"


def _dump_many(records: Iterable[Record]) -> list[Json]:
    return [_dump_record(record) for record in records]


def _dump_record(record: Record, outer: bool | None = None) -> Json:
    """The filled fields of a record; with `outer`, only those of the enclosing object, or only the others."""
    fields = (column for column in columns(type(record)) if outer is None or column.outer is outer)
    values = {column.key: _dump_value(column, record) for column in fields}
    return {key: value for key, value in values.items() if value not in (None, "", [])}


def _dump_value(column: Column, record: Record) -> object:
    """A field as JSON; unread text as it was typed."""
    if column.count > 1:
        values = getattr(record, column.key)
        return [record.unread.get(key, each) for key, each in zip(column.cells, values, strict=False)]
    text = record.unread.get(column.key)
    if text is not None:
        return list(split_lines(text)) if column.kind is Kind.LINES else text
    value = getattr(record, column.key)
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return list(value) if isinstance(value, tuple) else value


def _dump_numbered(rows: Iterable[Any], official: Mapping[int, Json]) -> list[Json]:
    """The rows that somebody touched, with their official text."""
    filled = ((row.no, {k: v for k, v in _dump_record(row).items() if k != "no"}) for row in rows)
    return [{**official[no], **fields} for no, fields in filled if fields]
