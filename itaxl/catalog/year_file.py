"""Year files, read, checked, and made into a `Year`: those that itaxl brings, and those in the user's own folder.

The one rule of the place: a fault in a file is named with its place and its cure (exit 4), never guessed over.
"""

from __future__ import annotations

import dataclasses
import json
import tomllib
import types
import typing
from collections.abc import Iterator
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any

from itaxl.catalog.year import OItem, Year
from itaxl.catalog.year_gaps import fill_gaps
from itaxl.catalog.year_texts import BadText, expand
from itaxl.errors import InputError, OutputError, TemplateError
from itaxl.files.disk import data_folder, read_bytes, template_folder, write_file

LATER = 10  # years beyond the newest file for which that file may stand in


def own_folder() -> Path:
    """Where the years are kept that a user added."""
    return data_folder() / "years"


@cache
def shipped_files() -> dict[int, Path]:
    """The file of each year that comes with itaxl, oldest first."""
    return {int(file.stem): file for file in sorted(template_folder("workbook").glob("[0-9]*.toml"))}


@cache
def _own_files() -> tuple[dict[int, Path], dict[int, TemplateError]]:
    """The user's own years that can be used, and what is wrong with each of the others."""
    good: dict[int, Path] = {}
    bad: dict[int, TemplateError] = {}
    for path in sorted(own_folder().glob("[0-9][0-9][0-9][0-9].json")):
        try:
            if read_year(path).year != int(path.stem):
                raise _Faults(path)("year", f"ต้องเป็น {path.stem} ตามชื่อแฟ้ม – โปรดเพิ่มใหม่ด้วย itaxl year add")
            good[int(path.stem)] = path
        except TemplateError as why:
            bad[int(path.stem)] = why
    return good, bad


def bad_files() -> dict[int, TemplateError]:
    """What is wrong with the years in the user's folder that cannot be used; the others are not spoiled by them."""
    return _own_files()[1]


@cache
def _files() -> dict[int, Path]:
    """The file of each year; the user's own goes before ours."""
    return shipped_files() | _own_files()[0]


def keep_year(data: dict[str, Any], *, force: bool) -> Path:
    """Keep a year in the user's folder, once it is found right; TemplateError and OutputError as for any file.

    A year that comes with itaxl can be worded anew, but its items stay those that forms were made with.
    """
    path = own_folder() / f"{data['year']}.json"
    fault = _Faults(path)
    new = typing.cast(Year, _build(Year, data, "", fault))
    _check(new, fault)
    shipped = shipped_files().get(new.year)
    if shipped and [item.keys for item in _raw(shipped).items] != [item.keys for item in new.items]:
        raise fault("items", f"itaxl มีแบบของปี {new.year} อยู่แล้ว และรายการข้อไม่ตรงกัน – แก้ได้เฉพาะถ้อยคำของข้อเดิม")
    _expand(
        fill_gaps(dataclasses.replace(new, based_on=new.year), lambda: _others(new.year)), new.year, fault
    )
    if path.exists() and not force:
        raise OutputError(
            f"เคยเพิ่มแบบของปี {new.year} ไว้แล้ว – เติม --force เพื่อแทนที่",
            f"{path} exists; use --force to replace it",
        )
    write_file(path, json.dumps(data, ensure_ascii=False, indent=1).encode("utf-8"), force=force)
    forget()
    return path


def forget() -> None:
    """Look at the files anew: a year was added."""
    for known in (shipped_files, _own_files, _files, _raw, year):
        known.cache_clear()


def years() -> tuple[int, ...]:
    """The fiscal years that have a file, oldest first."""
    return tuple(sorted(_files()))


def based_on(fiscal_year: int) -> int:
    """The year whose file makes the forms of a year: its own, or the newest before it; InputError where none can."""
    if why := bad_files().get(fiscal_year):
        raise why
    known = years()
    if fiscal_year in known:
        return fiscal_year
    if not known[0] <= fiscal_year <= known[-1] + LATER:
        raise InputError(
            f"ไม่มีแบบของปี {fiscal_year} แบบของ itaxl เริ่มที่ปี {known[0]} และใช้ได้ถึงปี {known[-1] + LATER} "
            "– โปรดตรวจปีงบประมาณ (พ.ศ.)",
            f"no form for {fiscal_year}; the years are {known[0]} to {known[-1] + LATER}",
        )
    return max(each for each in known if each <= fiscal_year)


@cache
def year(fiscal_year: int, based: int | None = None) -> Year:
    """The year of that number, made from the file of the year `based`, or from its own or the newest before it.

    InputError where no file can stand in, TemplateError where a file is faulty.
    """
    path = _files().get(based or based_on(fiscal_year))
    if path is None:
        raise InputError(
            f"แบบนี้ใช้ข้อของปี {based} ซึ่งเครื่องนี้ไม่มีแฟ้มปี – โปรดเพิ่มแฟ้มปีนั้นด้วย itaxl year add แล้วลองใหม่",
            f"the form is based on {based}, and there is no such year file",
        )
    return read_year(path, fiscal_year)


def answered_item(round: int) -> str:
    """The item in which a round asks for the report, O28/2568; empty where no year file knows the round."""
    path = _files().get(round)
    return f"O{_raw(path).report_item}/{round}" if path else ""


def read_year(path: Path, fiscal_year: int | None = None) -> Year:
    """Read one year file, for its own or another fiscal year; TemplateError names file, place and what to do."""
    raw = _raw(path)
    return _expand(fill_gaps(raw, lambda: _others(raw.year)), fiscal_year or raw.year, _Faults(path))


def _others(fiscal_year: int) -> Iterator[Year]:
    """The other years that come with itaxl as they stand in their files, nearest first, of two the older."""
    shipped = shipped_files()
    for other in sorted(shipped, key=lambda each: (abs(each - fiscal_year), each)):
        if other != fiscal_year:
            yield _raw(shipped[other])


@cache
def _raw(path: Path) -> Year:
    """A year as it stands in its file: with tags in its texts, and without what it leaves out."""
    fault = _Faults(path)
    try:
        text = read_bytes(path).decode("utf-8")
        data = json.loads(text) if path.suffix == ".json" else tomllib.loads(text)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, json.JSONDecodeError, RecursionError) as why:
        raise fault("แฟ้ม", f"อ่านไม่ได้ ({why}) – โปรดตรวจเครื่องหมายคำพูดและวงเล็บ") from None
    year = typing.cast(Year, _build(Year, data, "", fault))
    _check(year, fault)
    return dataclasses.replace(year, based_on=year.year)


class _Faults:
    """Makes the one kind of failure of this place: file, place, what to do."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def __call__(self, where: str, what: str) -> TemplateError:
        return TemplateError(
            f"แฟ้มปี {self.path.name} ที่ {where}: {what}", f"{self.path.name} at {where}: {what}"
        )


# ---- types -----------------------------------------------------------------------------------------------------------

_NEVER_TYPED = {"based_on", "known"}


@cache
def _shape(kind: type) -> tuple[dict[str, Any], dict[str, bool]]:
    """The types of a dataclass's fields, and whether each may be left out."""
    fields = [field for field in dataclasses.fields(kind) if field.name not in _NEVER_TYPED]
    hints = typing.get_type_hints(kind)
    return (
        {field.name: hints[field.name] for field in fields},
        {field.name: field.default is not dataclasses.MISSING for field in fields},
    )


def _build(kind: type, data: object, where: str, fault: _Faults) -> object:
    """A dataclass from a table of the file, key by key."""
    if not isinstance(data, dict):
        raise fault(where or "ชั้นบนสุด", "ต้องเป็นตารางของ TOML")
    hints, optional = _shape(kind)
    if unknown := sorted(data.keys() - hints.keys()):
        raise fault(where or "ชั้นบนสุด", f"ไม่รู้จักชื่อ “{unknown[0]}” – ชื่อที่ใช้ได้: {', '.join(hints)}")
    if missing := [name for name in hints if name not in data and not optional[name]]:
        raise fault(where or "ชั้นบนสุด", f"ไม่มี “{missing[0]}” – โปรดเพิ่ม")
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
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        if value not in list(hint):
            raise fault(where, f"“{value}” ใช้ไม่ได้ – เลือกจาก {', '.join(hint)}")
        return hint(str(value))
    if isinstance(hint, types.UnionType) or type(value) is not hint:
        raise fault(where, f"ค่า “{value}” ไม่ใช่ชนิดที่กำหนด ({hint.__name__})")
    return value


# ---- what the types cannot say ---------------------------------------------------------------------------------------


def _check(year: Year, fault: _Faults) -> None:
    """Numbering without gaps, and names that exist."""
    if [item.no for item in year.items] != list(range(1, len(year.items) + 1)) or not year.items:
        raise fault("items", "เลขข้อต้องเรียง 1, 2, 3, … ไม่ข้ามและไม่ซ้ำ")
    keys = [key for item in year.items for key in item.keys]
    if nameless := [item.code for item in year.items if not item.keys]:
        raise fault("items", f"{nameless[0]} ไม่มี keys – โปรดใส่รหัสของข้อ")
    if repeated := {key for key in keys if keys.count(key) > 1}:
        raise fault("items", f"รหัสข้อ “{min(repeated)}” ซ้ำกัน – แต่ละข้อต้องมี keys ของตนเอง")
    for name, no in (("plan_item", year.plan_item), ("report_item", year.report_item)):
        if year.item(no) is None:
            raise fault(name, f"ไม่มีข้อ O{no} ในปีนี้")
    _check_sources(year, fault)


def _check_sources(year: Year, fault: _Faults) -> None:
    """Every fact that is given has a source that the file names; what is given without one, or the reverse, is told."""
    known = {source.id for source in year.sources}
    bases: list[tuple[str, Any]] = [
        ("basis", year.basis),
        *((f"items[{item.no - 1}].basis", item.basis) for item in year.items),
    ]
    for where, basis in bases:
        for field in dataclasses.fields(basis):
            if (id := getattr(basis, field.name)) and id not in known:
                raise fault(f"{where}.{field.name}", f"ไม่มีแหล่งที่มา “{id}” – โปรดเพิ่มใน [[sources]]")
    for item in year.items:
        if bool(item.components) != bool(item.basis.components):
            raise fault(f"items[{item.no - 1}]", f"{item.code}: components กับ basis.components ต้องมีคู่กัน")


def _expand(year: Year, fiscal_year: int, fault: _Faults) -> Year:
    """The texts of a whole year for a fiscal year; where that is another year all of it stands in."""
    codes = {key: item.code for item in year.items for key in item.keys}

    def told(text: str, where: str) -> str:
        try:
            return expand(text, fiscal_year, codes)
        except BadText as why:
            raise fault(where, str(why)) from None

    def named(part: Any, where: str) -> Any:
        fields = {
            name: told(getattr(part, name), f"{where}.{name}")
            for name in ("name", "text")
            if hasattr(part, name)
        }
        return dataclasses.replace(part, **fields)

    known_parts = {sub.no for sub in year.sub_indicators}
    for item in year.items:
        if item.sub_indicator not in known_parts:
            raise fault(
                f"items[{item.no - 1}]", f"{item.code} อยู่ใต้ตัวชี้วัดย่อย “{item.sub_indicator}” ซึ่งไม่มีในแฟ้ม"
            )
    parts: dict[str, Any] = {
        name: tuple(named(part, f"{name}[{n}]") for n, part in enumerate(getattr(year, name)))
        for name in ("elements", "indicators", "sub_indicators")
    }
    carried = tuple(each.carried_from(year.year) for each in year.sources)
    return dataclasses.replace(
        year,
        **parts,
        year=fiscal_year,
        topics=tuple(told(text, f"topics[{n}]") for n, text in enumerate(year.topics)),
        items=tuple(
            _expand_item(dataclasses.replace(item, known=fiscal_year == year.year), told)
            for item in year.items
        ),
        sources=year.sources if fiscal_year == year.year else carried,
    )


def _expand_item(item: OItem, told: Any) -> OItem:
    where = f"items[{item.no - 1}]"
    return dataclasses.replace(
        item,
        title=told(item.title, f"{where}.title"),
        group=told(item.group, f"{where}.group"),
        aliases=tuple(told(text, f"{where}.aliases[{n}]") for n, text in enumerate(item.aliases)),
        components=tuple(told(text, f"{where}.components[{n}]") for n, text in enumerate(item.components)),
    )
