"""Case data as a Report.

The one rule of the place: what no cell can hold, or names an unknown key, is refused; all else is kept.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NoReturn

from itaxl.case import FORMAT
from itaxl.catalog.form import BLOCKS, EVIDENCE, ITEMS, KEPT_TABLES, Block
from itaxl.catalog.values import (
    MAX_CELL,
    Unreadable,
    cell_length,
    number_text,
    read_boxes,
    read_text,
    write_boxes,
    write_text,
)
from itaxl.catalog.year_file import year as year_of
from itaxl.errors import InputError
from itaxl.files.disk import read_bytes
from itaxl.model.cells import Place
from itaxl.model.columns import Column, Kind, Record, columns
from itaxl.model.records import Acceptance, IndicatorRow, MeasureRow, Report
from itaxl.model.rows import place_measures

_NO_CHARACTER = re.compile("[\ud800-\udfff\ufffe\uffff]")  # no file can hold them
_MAX_DIGITS = 300  # of a number; a float ends at 308

_OFFICIAL = {"indicators": ("no", "name"), "o_items": ("no", "title", "components")}

Json = dict[str, Any]


def read_case(path: Path) -> Report:
    """The report of a case file; InputError names the place of what cannot be accepted."""
    try:
        text = read_bytes(path).decode("utf-8-sig")
        data = json.loads(
            text,
            parse_constant=_refuse_number,
            parse_float=_float,
            parse_int=_int,
            object_pairs_hook=_refuse_repeated,
        )
    except UnicodeDecodeError:
        raise _no_json(path, "ไม่ได้บันทึกเป็น UTF-8", "it is not UTF-8") from None
    except json.JSONDecodeError as why:
        where = f"บรรทัด {why.lineno} ตัวอักษรที่ {why.colno}"
        raise _no_json(path, f"ผิดที่{where}", str(why)) from None
    except RecursionError:
        raise _no_json(path, "ซ้อนกันลึกเกินไป", "it is nested too deep") from None
    return load(data)


def _no_json(path: Path, thai: str, english: str) -> InputError:
    return InputError(
        f"แฟ้ม “{path}” ไม่ใช่ JSON ที่ถูกต้อง ({thai}) – โปรดตรวจแฟ้ม", f"{path} is no JSON: {english}"
    )


def _int(digits: str) -> int:
    """A whole number of the file; one of thousands of digits would not even convert."""
    return int(digits) if len(digits) <= _MAX_DIGITS else _refuse_number(f"{digits[:9]}…")


def _float(number: str) -> float:
    """A decimal number of the file, not one too large for a computer."""
    value = float(number)
    return value if math.isfinite(value) else _refuse_number(number)


def _refuse_number(number: str) -> NoReturn:
    raise InputError(
        f"แฟ้มมีค่า {number} ซึ่งไม่ใช่ตัวเลขที่ใช้ได้ – โปรดแก้เป็นตัวเลขหรือ null",
        f"{number} is no number that can be used",
    )


def _refuse_repeated(pairs: list[tuple[str, object]]) -> Json:
    """A table whose names are all different: of two alike, one would be lost."""
    table = dict(pairs)
    if len(table) < len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise InputError(
            f"แฟ้มมีชื่อ “{twice}” ซ้ำกันในกลุ่มเดียวกัน – โปรดเหลือไว้เพียงชื่อเดียว",
            f"the name {twice} is there twice in one object",
        )
    return table


def load(data: object) -> Report:
    """The report of case data; InputError where it is no case, names an unknown key or cannot be held."""
    case = _table(data, "")
    if case.get("format") != FORMAT:
        raise InputError(f"แฟ้มนี้ไม่ใช่ข้อมูลรายงานของ itaxl (format ต้องเป็น “{FORMAT}”)", f"format is not {FORMAT}")
    fiscal_year = case.get("fiscal_year")
    if type(fiscal_year) is not int:
        raise _refusal("fiscal_year", "ต้องเป็นปี พ.ศ. เช่น 2567", "a Buddhist-era year is needed, as 2567")
    based_on = case.get("based_on")
    if based_on is not None and type(based_on) is not int:
        raise _refusal("based_on", "ต้องเป็นปี พ.ศ. เช่น 2567", "a Buddhist-era year is needed, as 2567")
    year = year_of(fiscal_year, based_on)
    kept: dict[str, Any] = {table.name: tuple(_rows(case, table.name, table.record)) for table in KEPT_TABLES}
    tables = ("measures", "indicators", "o_items", "evidence", "accepted", *kept)
    paper = [column.key for block in BLOCKS if not block.name for column in columns(block.record)]
    _refuse_unknown(
        case,
        "",
        (
            "format",
            "fiscal_year",
            "based_on",
            *paper,
            *tables,
            *(block.name for block in BLOCKS if block.name),
        ),
    )
    return Report(
        fiscal_year,
        **{block.name or "paper": _block(block, case) for block in BLOCKS},
        measures=place_measures(_measures(case)),
        indicators=_rows_by_number(case, "indicators", IndicatorRow, [each.no for each in year.surveyed]),
        o_items=_rows_by_number(case, "o_items", ITEMS.record, [each.no for each in year.items]),
        evidence=tuple(_rows(case, "evidence", EVIDENCE.record)),
        accepted=tuple(_rows(case, "accepted", Acceptance)),
        based_on=based_on,
        **kept,
    )


def _block(block: Block, case: Json) -> Any:
    """The record of a block, or the records of several side by side."""
    if block.count > 1:
        _at_most(block.count, _list(case.get(block.name), block.name), block.name)
        return tuple(_rows(case, block.name, block.record))
    if not block.name:
        return _record(block.record, {key: case[key] for key in _keys(block.record) if key in case}, "")
    table = case.get(block.name)
    return _record(block.record, {} if table is None else _table(table, block.name), block.name)


def _rows(case: Json, name: str, kind: type[Record]) -> Iterator[Any]:
    """The records of a list."""
    for n, row in enumerate(_list(case.get(name), name)):
        yield _record(kind, _table(row, f"{name}[{n}]"), f"{name}[{n}]")


def _measures(case: Json) -> Iterator[MeasureRow]:
    """One row for each step; a measure's own fields stand in its first row."""
    outer = [column.key for column in columns(MeasureRow) if column.outer]
    for n, measure in enumerate(_list(case.get("measures"), "measures")):
        path = f"measures[{n}]"
        table = dict(_table(measure, path))
        steps = _list(table.pop("steps", None), f"{path}.steps") or [{}]
        _refuse_unknown(table, path, outer)
        for m, step in enumerate(steps):
            where = f"{path}.steps[{m}]"
            inner = _table(step, where)
            _refuse_unknown(inner, where, [key for key in _keys(MeasureRow) if key not in outer])
            yield _record(MeasureRow, {**inner, **(table if m == 0 else {})}, where, path)


def _rows_by_number(case: Json, name: str, kind: type[Record], numbers: Iterable[int]) -> Any:
    """A row for each number of the year, empty where the case says nothing of it."""
    official, given = _OFFICIAL[name], {}
    allowed = list(numbers)
    for n, row in enumerate(_list(case.get(name), name)):
        table, path = dict(_table(row, f"{name}[{n}]")), f"{name}[{n}]"
        no = table.get("no")
        if type(no) is not int or no not in allowed or no in given:
            bounds = allowed[0], allowed[-1]
            thai = "ต้องเป็นเลข {} ถึง {} ที่ไม่ซ้ำกัน".format(*bounds)
            english = "must be a number from {} to {}, each once".format(*bounds)
            raise _refusal(f"{path}.no", f"{thai} แต่พบ {no}", f"{english}, not {no}")
        given[no] = {key: value for key, value in table.items() if key not in official}
    return tuple(_record(kind, given.get(no, {}), f"{name}[{n}]", no=no) for n, no in enumerate(allowed))


def _record(kind: type[Record], table: Json, path: str, outer: str | None = None, **official: object) -> Any:
    """A record from a table of the case."""
    place = Place(path=path, outer_path=outer)
    values: dict[str, object] = dict(official)
    unread: dict[str, str] = {}
    wanted = [column for column in columns(kind) if column.key not in official]
    _refuse_unknown(table, path, [column.key for column in wanted])
    for column in wanted:
        where = place.field(column.key, outer=column.outer)
        values[column.key] = _value(column, table.get(column.key), where, unread)
    return kind(at=place, unread=unread, **values)


def _value(column: Column, raw: object, where: str, unread: dict[str, str]) -> object:
    """A value of a field, by way of the text that its cells will hold."""
    if column.kind is Kind.BOXES:
        return _boxes(column, raw, where, unread)
    if column.count > 1:
        scores = _list(raw, where)
        _at_most(column.count, scores, where)
        return tuple(
            _one(column, each, key, where, unread) for key, each in zip(column.cells, scores, strict=False)
        )
    return _one(column, raw, column.key, where, unread)


def _one(column: Column, raw: object, key: str, where: str, unread: dict[str, str]) -> object:
    """The value of one cell; text that is no value of its kind is kept as unread."""
    text = _cell_text(column, raw, where)
    _check_cell(text, where)
    try:
        return read_text(column, text)
    except Unreadable:
        unread[key] = text
        return None


def _check_cell(text: str, where: str) -> None:
    """Refuse a text that no cell of a workbook can hold."""
    if _NO_CHARACTER.search(text):
        thai = "มีอักขระที่ไม่สมบูรณ์ซึ่งบันทึกลงแฟ้มไม่ได้ – โปรดพิมพ์ข้อความใหม่"
        raise _refusal(where, thai, "a broken character that no file can hold")
    if cell_length(text) > MAX_CELL:
        thai = f"ยาวเกิน {MAX_CELL:,} ตัวอักษรที่ช่องของ Excel รับได้ – โปรดแบ่งข้อความ"
        raise _refusal(where, thai, f"longer than the {MAX_CELL:,} characters that a cell can hold")


def _cell_text(column: Column, raw: object, where: str) -> str:
    """What the cell will hold for a JSON value; a value that no cell can hold is refused."""
    if raw is None:
        return ""
    if column.kind is Kind.LINES:
        return "\n".join(_line(line, where) for line in _list(raw, where))
    if column.kind is Kind.CHOICE and any(
        type(raw) is type(value) and raw == value for value, _ in column.choices
    ):
        return write_text(column, raw)
    if isinstance(raw, str):
        return raw
    if column.kind in (Kind.WHOLE, Kind.NUMBER) and type(raw) in (int, float):
        return number_text(raw)
    raise _wrong_kind(where, raw)


def _wrong_kind(where: str, raw: object) -> InputError:
    shown = json.dumps(raw, ensure_ascii=False)[:60]
    return _refusal(where, f"ชนิดข้อมูลไม่ถูกต้อง ({shown})", f"a value of the wrong kind ({shown})")


def _line(line: object, where: str) -> str:
    """One line of a cell."""
    if not isinstance(line, str):
        raise _wrong_kind(where, line)
    if "\n" in line or "\r" in line:
        thai = "มีการขึ้นบรรทัดใหม่กลางข้อความ – โปรดแยกเป็นคนละรายการ"
        raise _refusal(where, thai, "a line break within a line; make two lines of it")
    return line


def _boxes(column: Column, raw: object, where: str, unread: dict[str, str]) -> str | None:
    """A status, or the boxes as typed."""
    if raw is not None and not isinstance(raw, str):
        raise _wrong_kind(where, raw)
    try:
        texts = write_boxes(column, raw)
    except ValueError as why:
        raise _refusal(where, f"ไม่รู้จักสถานะ “{why}”", f"no such status: {why}") from None
    for text in texts:
        _check_cell(text, where)
    try:
        return read_boxes(column, texts)
    except Unreadable as why:
        unread[column.key] = str(why)
        return None


def _keys(kind: type[Record]) -> list[str]:
    return [column.key for column in columns(kind)]


def _table(value: object, where: str) -> Json:
    if not isinstance(value, dict):
        raise _refusal(where, "ต้องเป็นกลุ่มข้อมูล { … }", "an object { … } is needed")
    return value


def _list(value: object, where: str) -> list[Any]:
    if value is None:
        return []
    if not isinstance(value, list):
        raise _refusal(where, "ต้องเป็นรายการ [ … ]", "a list [ … ] is needed")
    return value


def _at_most(count: int, values: list[Any], where: str) -> None:
    """Refuse more values than the form has cells for."""
    if len(values) > count:
        raise _refusal(where, f"มีได้ไม่เกิน {count} รายการ", f"no more than {count} are possible")


def _refuse_unknown(table: Json, where: str, names: Iterable[str]) -> None:
    """Refuse the first unknown key by name."""
    if unknown := sorted(table.keys() - set(names)):
        path = f"{where}.{unknown[0]}".lstrip(".")
        raise _refusal(path, "ไม่รู้จักชื่อนี้ – โปรดตรวจตัวสะกดหรือลบออก", "no such name; check its spelling")


def _refusal(where: str, thai: str, english: str) -> InputError:
    return InputError(
        f"ข้อมูลรายงานที่ {where or 'ชั้นบนสุด'}: {thai}", f"the case file at {where or 'the top'}: {english}"
    )
