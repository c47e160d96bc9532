"""What a cell offers and explains while a person types: lists, Thai input messages, Thai alerts.

The one rule of the place: Excel repairs a file whose texts are too long, so the limits are asserted here.
"""

from __future__ import annotations

from typing import Literal

from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from itaxl.model.columns import LINE_HELP, TICKED, UNTICKED, Column, Kind

MAX_TITLE, MAX_TEXT, MAX_LIST = 32, 255, 255

_ALERT = "โปรดเลือกจากรายการในช่อง"
_KINDS = {  # help where a column declares none
    Kind.TEXT: "พิมพ์ข้อความ เว้นว่างได้",
    Kind.LINES: LINE_HELP,
    Kind.WHOLE: "พิมพ์ตัวเลข",
    Kind.NUMBER: "พิมพ์ตัวเลข",
    Kind.CHOICE: "เลือกจากรายการ",
}
# What is longer is likely to be in the wrong cell: the person is asked, and may go on.
_LONGEST = {Kind.TEXT: 500, Kind.LINES: 4000, Kind.WHOLE: 8, Kind.NUMBER: 8}
_TOO_LONG = "ข้อความยาวกว่าที่ช่องนี้ใช้ตามปกติ อาจวางผิดช่อง ถ้าถูกต้องแล้วให้ตอบ ใช่ (Yes)"
_NO_NUMBER = "ช่องนี้เป็นตัวเลข เช่น 93.65 ถ้าต้องการเก็บข้อความนี้ไว้ก่อนให้ตอบ ใช่ (Yes)"


def offer(sheet: Worksheet, area: str, column: Column, heading: str) -> None:
    """Add to an area (ranges with a space between) the list, the message and the alert of its column."""
    validation = DataValidation(allow_blank=True, showInputMessage=True)
    if words := _words(column):
        validation.type, validation.formula1 = "list", _inline(words)
        _alert(validation, "stop", "เลือกจากรายการ", f"{_ALERT}: {', '.join(words)}")
    elif column.suggestions:
        validation.type, validation.formula1 = "list", f"={list_name(column.suggestions)}"
    else:
        _limit(validation, column.kind)
    validation.promptTitle, validation.prompt = _checked(heading, guidance(column))
    for part in area.split():
        validation.add(part)
    sheet.add_data_validation(validation)


def guidance(column: Column) -> str:
    """What a person is told about a column."""
    return column.help or _KINDS[column.kind]


def list_name(suggestions: str) -> str:
    """The workbook's name for a list of suggestions."""
    return f"itaxl_{suggestions}"


def _limit(validation: DataValidation, kind: Kind) -> None:
    """Ask back when a text is longer than its cell is for."""
    validation.type, validation.operator = "textLength", "lessThanOrEqual"
    validation.formula1 = str(_LONGEST[kind])
    number = kind in (Kind.WHOLE, Kind.NUMBER)
    _alert(validation, "warning", "โปรดทบทวน", _NO_NUMBER if number else _TOO_LONG)


def _alert(validation: DataValidation, style: Literal["stop", "warning"], title: str, text: str) -> None:
    validation.showErrorMessage, validation.errorStyle = True, style
    validation.errorTitle, validation.error = _checked(title, text)


def _words(column: Column) -> tuple[str, ...]:
    """The words that alone are accepted, if there are such."""
    if column.kind is Kind.BOXES:
        return (UNTICKED, TICKED)
    return tuple(word for _, word in column.choices)


def _inline(words: tuple[str, ...]) -> str:
    text = ",".join(words)
    assert len(text) <= MAX_LIST, text
    assert not any("," in word for word in words), words
    return f'"{text}"'


def _checked(title: str, text: str) -> tuple[str, str]:
    """A title and a text within Excel's limits; a heading may be cut, a message never is."""
    assert len(text) <= MAX_TEXT, text
    return title[:MAX_TITLE], text
