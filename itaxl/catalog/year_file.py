"""A year file `workbook_templates/<year>.toml`, read and checked into a `Year`.

The one rule of the place: a fault in the file is named with its place and its cure (exit 4), never guessed over.
"""

from __future__ import annotations

import dataclasses
import tomllib
import types
import typing
from functools import cache
from pathlib import Path
from typing import Any

from itaxl.catalog.year import Year
from itaxl.errors import InputError, TemplateError
from itaxl.files.disk import read_bytes, template_folder


def years() -> tuple[int, ...]:
    """The fiscal years this itaxl knows, oldest first."""
    return tuple(sorted(int(file.stem) for file in template_folder("workbook").glob("[0-9]*.toml")))


@cache
def year(fiscal_year: int) -> Year:
    """The year of that number; InputError when this itaxl has no file for it, TemplateError when it is faulty."""
    if fiscal_year not in years():
        known = ", ".join(map(str, years()))
        raise InputError(
            f"itaxl รุ่นนี้ยังไม่มีแบบของปี {fiscal_year} (มีปี {known}) – โปรดตรวจปีงบประมาณ หรือปรับรุ่น itaxl",
            f"no year file for {fiscal_year}; known: {known}",
        )
    return read_year(template_folder("workbook") / f"{fiscal_year}.toml")


def read_year(path: Path) -> Year:
    """Read one year file; TemplateError names the file, the place and what to do."""
    fault = _Faults(path)
    try:
        data = tomllib.loads(read_bytes(path).decode("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as why:
        raise fault("แฟ้ม", f"อ่านไม่ได้ ({why}) – โปรดตรวจเครื่องหมายคำพูดและวงเล็บ") from None
    year = typing.cast(Year, _build(Year, data, "", fault))
    _check(year, fault)
    return year


class _Faults:
    """Makes the one kind of failure of this place: file, place, what to do."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def __call__(self, where: str, what: str) -> TemplateError:
        return TemplateError(
            f"แฟ้มปี {self.path.name} ที่ {where}: {what}", f"{self.path.name} at {where}: {what}"
        )


def _build(kind: type, data: object, where: str, fault: _Faults) -> object:
    """A dataclass from a table of the file, key by key."""
    if not isinstance(data, dict):
        raise fault(where, "ต้องเป็นตารางของ TOML")
    hints = typing.get_type_hints(kind)
    fields = {field.name: field for field in dataclasses.fields(kind)}
    if unknown := sorted(data.keys() - fields.keys()):
        raise fault(where or "ชั้นบนสุด", f"ไม่รู้จักชื่อ “{unknown[0]}” – ชื่อที่ใช้ได้: {', '.join(fields)}")
    for name, field in fields.items():
        if name not in data and field.default is dataclasses.MISSING:
            raise fault(where or "ชั้นบนสุด", f"ไม่มี “{name}” – โปรดเพิ่ม")
    return kind(
        **{
            name: _value(hints[name], value, f"{where}.{name}".lstrip("."), fault)
            for name, value in data.items()
        }
    )


def _value(hint: Any, value: object, where: str, fault: _Faults) -> object:
    """A value of the file as the type its field declares."""
    if typing.get_origin(hint) is tuple:
        inner = typing.get_args(hint)[0]
        if not isinstance(value, list):
            raise fault(where, "ต้องเป็นรายการ [ … ]")
        return tuple(_value(inner, each, f"{where}[{n}]", fault) for n, each in enumerate(value))
    if dataclasses.is_dataclass(hint):
        return _build(typing.cast(type, hint), value, where, fault)
    if isinstance(hint, types.UnionType) or type(value) is not hint:
        raise fault(where, f"ค่า “{value}” ไม่ใช่ชนิดที่กำหนด ({hint.__name__})")
    return value


def _check(year: Year, fault: _Faults) -> None:
    """What the types cannot say: numbering without gaps, and names that exist."""
    if [item.no for item in year.items] != list(range(1, len(year.items) + 1)):
        raise fault("items", "เลขข้อต้องเรียง 1, 2, 3, … ไม่ข้ามและไม่ซ้ำ")
    known = {sub.no for sub in year.sub_indicators}
    for item in year.items:
        if item.sub_indicator not in known:
            raise fault(
                f"items[{item.no - 1}]", f"{item.code} อยู่ใต้ตัวชี้วัดย่อย “{item.sub_indicator}” ซึ่งไม่มีในแฟ้ม"
            )
    keys = [key for item in year.items for key in (item.keys or (item.key,))]
    if repeated := {key for key in keys if keys.count(key) > 1}:
        raise fault("items", f"รหัสข้อ “{min(repeated)}” ซ้ำกัน – แต่ละข้อต้องมี key ของตนเอง")
    for name, no in (("plan_item", year.plan_item), ("report_item", year.report_item)):
        if year.item(no) is None:
            raise fault(name, f"ไม่มีข้อ O{no} ในปีนี้")
