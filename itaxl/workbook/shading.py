"""What changes its look in the form by itself: fields the layout does not print, cells that a finding names.

The one rule of the place: formulas only, so that it lives without the add-in and nothing needs unlocking.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from openpyxl.formatting.rule import FormulaRule
from openpyxl.styles import Border, Font, PatternFill, Side
from openpyxl.worksheet.worksheet import Worksheet

from itaxl.catalog.form import ACCEPTED, MEASURES, Table
from itaxl.model.choices import LAYOUTS
from itaxl.model.columns import Column
from itaxl.model.findings import Severity
from itaxl.workbook import styles
from itaxl.workbook.refs import letters

LAYOUT_NAME = "itaxl_layout"  # the word of the chosen layout
ITEMS_NAME = "itaxl_item_tables"  # whether the item tables are printed
FLAGGED_NAME = "itaxl_flagged"  # the cells that findings name, as sheet!ref
SEVERITY_NAME = "itaxl_severity"  # the severity beside each of them

Runs = Sequence[tuple[int, int]]  # first and last row of rows without a break

_LIGHTS = ((Severity.ERROR, styles.ALARM), (Severity.WARNING, styles.CAUTION))


def shade(sheet: Worksheet, table: Table, runs: Runs) -> None:
    """Shade the rows of a table."""
    if table is ACCEPTED:
        _grade(sheet, table, runs)
        return
    light(sheet, area_of("B", letters(max(table.places.values())), runs), runs[0][0])
    for key, column in table.keys:
        letter = letters(table.places[key])
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
    condition = unprinted(column, fixed=fixed)
    if condition:
        _when(sheet, area, condition, fill=PatternFill(bgColor=styles.OFF), font=Font(color=styles.OFF_INK))


def mark_empty(sheet: Worksheet, label: str, cell: str, column: Column) -> None:
    """Write a label in another ink as long as the cell it stands for must be filled and is empty."""
    condition = unprinted(column)
    printed = f"NOT({condition})" if condition else "TRUE"
    _when(sheet, label, f'AND({cell}="",{printed})', font=Font(bold=True, color=styles.URGENT))


def unprinted(column: Column, *, fixed: bool = False) -> str:
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
    place = {key: f"${letters(number)}{row}" for key, number in MEASURES.places.items()}
    outer = [key for key, column in MEASURES.keys if column.outer]
    starts = "&".join(place[key] for key in outer) + '<>""'
    goes_on = f'AND({"&".join(place[key] for key in outer)}="",{place["method"]}&{place["summary"]}<>"")'
    last = letters(max(MEASURES.places.values()))
    apart = f"{area_of('B', 'B', runs)} {area_of('C', last, runs)}"  # ranges of their own, so that grey goes first
    named = area_of("B", letters(MEASURES.places["title"]), runs)
    _when(sheet, named, goes_on, fill=PatternFill(bgColor=styles.TINT), border=_topped(styles.TINT))
    _when(sheet, apart, starts, border=_topped(styles.BRAND))


def _topped(color: str) -> Border:
    """The grid of a cell with an upper line of its own colour."""
    line, top = Side(style="thin", color=styles.LINE), Side(style="thin", color=color)
    return Border(left=line, right=line, bottom=line, top=top)


def _grade(sheet: Worksheet, table: Table, runs: Runs) -> None:
    """Colour the word that says how grave a finding is, as its cell in the form is coloured."""
    letter = letters(table.places["~severity"])
    for severity, color in _LIGHTS:
        area = area_of(letter, letter, runs)
        _when(sheet, area, f'${letter}{runs[0][0]}="{severity.thai}"', fill=PatternFill(bgColor=color))


def _when(sheet: Worksheet, area: str, condition: str, *, stop: bool = False, **look: Any) -> None:
    """Give an area a look while a formula is true."""
    sheet.conditional_formatting.add(area, FormulaRule(formula=[condition], stopIfTrue=stop, **look))
