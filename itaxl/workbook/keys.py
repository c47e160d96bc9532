"""The machine keys of a form: in the hidden first row of its tables, and in the hidden first column.

The one rule of the place: a key that is gone or stands twice is refused, with its place; a form may lack only
what came with a later version of the form.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from itaxl.catalog.form import FORM_VERSION, META_SHEET
from itaxl.errors import InputError
from itaxl.workbook.refs import letters
from itaxl.workbook.sheets import Rows, Sheets

KEY, HEAD = "@key", "@head"

_NUMBER = re.compile(r"[0-9]{1,6}")


@dataclass(frozen=True, slots=True)
class Form:
    """What a form says it is: its fiscal year, and the version of the form it was made by."""

    fiscal_year: int
    version: int
    based_on: int | None = None  # the year whose items stand in


def form_of(sheets: Sheets) -> Form:
    """Year and version of a form, from its hidden sheet; InputError where it is no form of ours, or newer than us."""
    meta = {row[0]: row[1] for row in sheets.rows.get(META_SHEET, ()) if len(row) > 1}
    version, fiscal_year = meta.get("form_version", ""), meta.get("fiscal_year", "")
    if not (_NUMBER.fullmatch(version) and _NUMBER.fullmatch(fiscal_year)):
        raise InputError(
            "แฟ้มนี้ไม่ใช่แบบรายงานของ itaxl – โปรดเลือกแฟ้มที่สร้างจากปุ่ม “แบบรายงานใหม่” หรือคำสั่ง itaxl new",
            "not an itaxl form",
        )
    if int(version) > FORM_VERSION:
        raise InputError(
            "แบบรายงานนี้ทำด้วย itaxl รุ่นใหม่กว่าเครื่องนี้ – โปรดปรับรุ่น itaxl แล้วลองใหม่", "the form is newer than itaxl"
        )
    based_on = meta.get("based_on", "")
    stands_in = int(based_on) if _NUMBER.fullmatch(based_on) else None
    return Form(int(fiscal_year), int(version), stands_in)


def column_keys(sheet: str, rows: Rows) -> dict[str, int]:
    """The column of each key in the first row of a sheet."""
    return _positions(sheet, rows[0] if rows else (), "คอลัมน์", "columns", letters)


def row_keys(sheet: str, rows: Rows) -> dict[str, int]:
    """The row of each key in the first column of a sheet."""
    return _positions(sheet, (row[0] if row else "" for row in rows), "แถว", "rows", str)


def _positions(
    sheet: str, keys: Iterable[str], thai: str, english: str, name: Callable[[int], str]
) -> dict[str, int]:
    """The place of each key, from 1; a copied row or column would hide what was typed in the other."""
    places: dict[str, int] = {}
    for number, key in enumerate(keys, 1):
        if not key:
            continue
        if key in places:
            first, second = name(places[key]), name(number)
            raise InputError(
                f"แผ่นงาน “{sheet}” มี{thai} {first} และ {second} ซ้ำกัน เพราะถูกคัดลอกมาทั้ง{thai} – โปรดลบ{thai}ที่เกิน",
                f"the sheet {sheet} has {english} {first} and {second} twice over; delete the copy",
            )
        places[key] = number
    return places


def damaged(sheet: str) -> InputError:
    """The failure of a sheet whose hidden keys are not all there."""
    return InputError(
        f"แผ่นงาน “{sheet}” เสียหาย แถวหรือคอลัมน์ที่ซ่อนไว้ถูกลบ – โปรดใช้แฟ้มสำรอง แล้วกรอกต่อจากแฟ้มนั้น",
        f"the sheet {sheet} lost its hidden keys",
    )
