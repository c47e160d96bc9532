"""A Report as case data.

The one rule of the place: what nobody filled is left out, and unread text is dumped as it was typed.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from itaxl.case import FORMAT
from itaxl.catalog.form import BLOCKS, KEPT_TABLES, Block
from itaxl.catalog.values import split_lines
from itaxl.catalog.year import Year
from itaxl.catalog.year_file import year as year_of
from itaxl.model.columns import Column, Kind, Record, columns
from itaxl.model.records import MeasureRow, Report

Json = dict[str, Any]


def dump(report: Report) -> Json:
    """The case data of a report; what nobody filled is left out, official text comes from the year."""
    year = year_of(report.fiscal_year, report.based_on)
    case: Json = {"format": FORMAT, "fiscal_year": report.fiscal_year}
    if report.based_on:
        case["based_on"] = report.based_on
    for block in BLOCKS:
        value = getattr(report, block.name or "paper")
        case |= {block.name: _dump_many(value)} if block.count > 1 else _dump_block(block, value)
    case["measures"] = [_dump_measure(*steps) for steps in report.steps_by_measure]
    case["indicators"] = _dump_numbered(report.indicators, _official_indicators(year))
    case["o_items"] = _dump_numbered(report.o_items, _official_items(year))
    case["evidence"] = _dump_many(report.evidence)
    case["accepted"] = _dump_many(report.accepted)
    case |= {table.name: _dump_many(getattr(report, table.name)) for table in KEPT_TABLES}
    return {key: value for key, value in case.items() if value not in ({}, [])}


def to_json(case: Json) -> str:
    """Case data as the text of a case file."""
    return json.dumps(case, ensure_ascii=False, indent=1) + "\n"


def _dump_block(block: Block, record: Record) -> Json:
    return {block.name: _dump_record(record)} if block.name else _dump_record(record)


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
        return _dump_scores(column, record)
    text = record.unread.get(column.key)
    if text is not None:
        return list(split_lines(text)) if column.kind is Kind.LINES else text
    value = getattr(record, column.key)
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return list(value) if isinstance(value, tuple) else value


def _dump_scores(column: Column, record: Record) -> list[object]:
    """A list of numbers, each as text where it could not be read."""
    values = getattr(record, column.key)
    return [record.unread.get(key, value) for key, value in zip(column.cells, values, strict=False)]


def _dump_measure(first: MeasureRow, *further: MeasureRow) -> Json:
    """A measure with its steps; one that has only a title has none."""
    steps = [_dump_record(step, outer=False) for step in (first, *further)]
    return {**_dump_record(first, outer=True), "steps": [] if steps == [{}] else steps}


def _dump_numbered(rows: Iterable[Any], official: Mapping[int, Json]) -> list[Json]:
    """The rows that somebody touched, with their official text."""
    filled = ((row.no, {k: v for k, v in _dump_record(row).items() if k != "no"}) for row in rows)
    return [{**official[no], **fields} for no, fields in filled if fields]


def _official_indicators(year: Year) -> dict[int, Json]:
    return {each.no: {"no": each.no, "name": each.name} for each in year.surveyed}


def _official_items(year: Year) -> dict[int, Json]:
    return {
        each.no: {"no": each.no, "title": each.title, "components": list(each.components)}
        for each in year.items
    }
