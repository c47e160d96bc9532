"""A person's hands in a test: typing, filtering and looking in the open form, past the add-in.

The one rule of the place: what is read here is read from LibreOffice itself, never through the code under test.
"""

from typing import Any

from itaxl.addin import seam
from itaxl.addin.desk import Desk
from itaxl.catalog.form import (
    ACCEPTED,
    FINDINGS_SHEET,
)
from itaxl.model.cells import Cell

FIRST = 5  # the first row below the headings of every table


def uno(desk: Desk, sheet: str) -> Any:
    """A sheet as LibreOffice itself has it: a test types here as a person would, past the add-in."""
    return desk.book.impl.doc.Sheets.getByName(sheet)


def typed(desk: Desk, cell: Cell, text: str) -> None:
    uno(desk, cell.sheet).getCellRangeByName(cell.ref).setString(text)


def text_at(desk: Desk, sheet: str, key: str, row: int, table: Any = ACCEPTED) -> str:
    return str(uno(desk, sheet).getCellByPosition(table.numbers[key] - 1, row - 1).String)


def listed(desk: Desk, key: str) -> list[str]:
    """The filled cells of a column of the findings."""
    texts = [text_at(desk, FINDINGS_SHEET, key, row) for row in range(FIRST, FIRST + ACCEPTED.empty_rows)]
    return [text for text in texts if text]


def look(desk: Desk) -> dict[str, Any]:
    return {sheet.name: seam.protection(sheet) for sheet in desk.book.sheets}


def filter_out(desk: Desk, sheet: str, column: int, keep: str) -> None:
    """Filter a table by one column, as a person does with its arrow."""
    area = uno(desk, sheet).getCellRangeByPosition(1, FIRST - 2, 20, FIRST + 80)
    descriptor = area.createFilterDescriptor(True)
    import uno as bridge

    field = bridge.createUnoStruct("com.sun.star.sheet.TableFilterField")
    field.Field, field.IsNumeric, field.StringValue = column, False, keep
    field.Operator = bridge.Enum("com.sun.star.sheet.FilterOperator", "EQUAL")
    descriptor.FilterFields, descriptor.ContainsHeader = (field,), True
    area.filter(descriptor)
