"""What a cell does by itself while a person types: lists, Thai messages and alerts, colours.

The one rule of the place: it lives without the add-in and nothing needs unlocking; Excel repairs a file whose texts
are too long, so their limits are asserted here.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal

from openpyxl.formatting.rule import FormulaRule
from openpyxl.styles import Border, Font, PatternFill, Side
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from itaxl.catalog.form import ACCEPTED, MEASURES, Table
from itaxl.model.cells import letters
from itaxl.model.columns import LAYOUTS, LINE_HELP, TICKED, UNTICKED, Column, Kind
from itaxl.model.findings import Severity
from itaxl.workbook import styles

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
    words = (UNTICKED, TICKED) if column.kind is Kind.BOXES else tuple(word for _, word in column.choices)
    if words:
        inline = ",".join(words)
        assert len(inline) <= MAX_LIST, inline
        assert inline.count(",") == len(words) - 1, words
        validation.type, validation.formula1 = "list", f'"{inline}"'
        _alert(validation, "stop", "เลือกจากรายการ", f"{_ALERT}: {', '.join(words)}")
    elif column.suggestions:
        validation.type, validation.formula1 = "list", list_name(column.suggestions)
    else:
        validation.type, validation.operator = "textLength", "lessThanOrEqual"
        validation.formula1 = str(_LONGEST[column.kind])
        number = column.kind in (Kind.WHOLE, Kind.NUMBER)
        _alert(validation, "warning", "โปรดทบทวน", _NO_NUMBER if number else _TOO_LONG)
    validation.promptTitle, validation.prompt = _within_limits(heading, guidance(column))
    for part in area.split():
        validation.add(part)
    sheet.add_data_validation(validation)


def guidance(column: Column) -> str:
    """What a person is told about a column."""
    return column.help or _KINDS[column.kind]


def list_name(suggestions: str) -> str:
    """The workbook's name for a list of suggestions."""
    return f"itaxl_{suggestions}"


def _alert(validation: DataValidation, style: Literal["stop", "warning"], title: str, text: str) -> None:
    validation.showErrorMessage, validation.errorStyle = True, style
    validation.errorTitle, validation.error = _within_limits(title, text)


def _within_limits(title: str, text: str) -> tuple[str, str]:
    """A title and a text within Excel's limits; a heading may be cut, a message never is."""
    assert len(text) <= MAX_TEXT, text
    return title[:MAX_TITLE], text


LAYOUT_NAME = "itaxl_layout"  # the word of the chosen layout
ITEMS_NAME = "itaxl_item_tables"  # whether the item tables are printed
FLAGGED_NAME = "itaxl_flagged"  # the cells that findings name, as sheet!ref
SEVERITY_NAME = "itaxl_severity"  # the severity beside each of them

Runs = Sequence[tuple[int, int]]  # first and last row of rows without a break

_LIGHTS = ((Severity.ERROR, styles.ALARM), (Severity.WARNING, styles.CAUTION))


def shade(sheet: Worksheet, table: Table, runs: Runs) -> None:
    """Shade the rows of a table."""
    if table is ACCEPTED:
        letter = letters(table.numbers["~severity"])
        for severity, color in _LIGHTS:
            cell, area = f"${letter}{runs[0][0]}", area_of(letter, letter, runs)
            _when(sheet, area, f'{cell}="{severity.thai}"', fill=PatternFill(bgColor=color))
    if table is ACCEPTED or table.optional:
        return
    light(sheet, area_of("B", letters(max(table.numbers.values())), runs), runs[0][0])
    for key, column in table.keys:
        letter = letters(table.numbers[key])
        grey(sheet, area_of(letter, letter, runs), column, fixed=table.fixed)
    if table is MEASURES:
        _group_steps(sheet, runs)


def area_of(first: str, last: str, runs: Runs) -> str:
    """The cells of some columns in these rows: `C6:D8 C10:D12`."""
    return " ".join(f"{first}{top}:{last}{bottom}" for top, bottom in runs)


def light(sheet: Worksheet, area: str, first: int) -> None:
    """Light the cells of an area that a finding names; `first` is its first row."""
    start = area.partition(":")[0].rstrip("0123456789")
    here = f'"{sheet.title}!"&ADDRESS(ROW({start}{first}),COLUMN({start}{first}),4)'
    for severity, color in _LIGHTS:
        formula = f'COUNTIFS({FLAGGED_NAME},{here},{SEVERITY_NAME},"{severity.thai}")>0'
        _when(sheet, area, formula, fill=PatternFill(bgColor=color), stop=True)


def grey(sheet: Worksheet, area: str, column: Column, *, fixed: bool = False) -> None:
    """Grey an area while the chosen layout does not print its column."""
    condition = unprinted_when(column, fixed=fixed)
    if condition:
        _when(sheet, area, condition, fill=PatternFill(bgColor=styles.OFF), font=Font(color=styles.OFF_INK))


def mark_empty(sheet: Worksheet, label: str, cell: str, column: Column) -> None:
    """Write a label in another ink as long as the cell it stands for must be filled and is empty."""
    condition = unprinted_when(column)
    printed = f"NOT({condition})" if condition else "TRUE"
    _when(sheet, label, f'AND({cell}="",{printed})', font=Font(bold=True, color=styles.URGENT))


def unprinted_when(column: Column, *, fixed: bool = False) -> str:
    """The formula that is true while the chosen layout does not print a column; empty when it always does.

    A column that no layout prints is used for checking: grey would say "leave it out", so it never is.
    """
    if not column.prints:
        return ""
    conditions = [f'{LAYOUT_NAME}="{word}"' for value, word in LAYOUTS if value not in column.prints]
    if fixed:
        conditions.append(f"NOT({ITEMS_NAME})")
    return f"OR({','.join(conditions)})" if conditions else ""


def _group_steps(sheet: Worksheet, runs: Runs) -> None:
    """Show which rows make one measure: a line over its first step, and no line between a step and the one above.

    Calc takes one format for a cell, the first that fits: these come last, and say all four sides.
    """
    row = runs[0][0]
    place = {key: f"${letters(number)}{row}" for key, number in MEASURES.numbers.items()}
    outer = [key for key, column in MEASURES.keys if column.outer]
    starts = "&".join(place[key] for key in outer) + '<>""'
    goes_on = f'AND({"&".join(place[key] for key in outer)}="",{place["method"]}&{place["summary"]}<>"")'
    last = letters(max(MEASURES.numbers.values()))
    apart = f"{area_of('B', 'B', runs)} {area_of('C', last, runs)}"  # ranges of their own, so that grey goes first
    named = area_of("B", letters(MEASURES.numbers["title"]), runs)
    _when(sheet, named, goes_on, fill=PatternFill(bgColor=styles.TINT), border=_topped(styles.TINT))
    _when(sheet, apart, starts, border=_topped(styles.BRAND))


def _topped(color: str) -> Border:
    """The grid of a cell with an upper line of its own colour."""
    line, top = Side(style="thin", color=styles.LINE), Side(style="thin", color=color)
    return Border(left=line, right=line, bottom=line, top=top)


def _when(sheet: Worksheet, area: str, condition: str, *, stop: bool = False, **look: Any) -> None:
    """Give an area a look while a formula is true."""
    sheet.conditional_formatting.add(area, FormulaRule(formula=[condition], stopIfTrue=stop, **look))
