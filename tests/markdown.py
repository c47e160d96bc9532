"""A filled form as tables in a test: Markdown in, the plain sheets of a workbook out.

The one rule of the place: a table only fills what the empty form has; keys, rows of the year and labels are the form's.
"""

from __future__ import annotations

from collections.abc import Iterator

from itaxl.catalog.form import AGENCY_SHEET, TABLES, Table
from itaxl.catalog.year_file import year as year_of
from itaxl.model.records import Report
from itaxl.workbook.agency import FIRST_COLUMN, line_rows
from itaxl.workbook.build import plain_form
from itaxl.workbook.sheets import Sheets
from itaxl.workbook.tables import FIRST_ROW

Grid = list[list[str]]


def from_markdown(text: str, fiscal_year: int = 2567) -> Sheets:
    """The sheets of a form filled from tables, each under `## sheet`.

    The first line of a table names the cells by their keys (`no`, `status:done`), each further one is a row as it stands
    in the form, blank rows too; `<br>` is a new line in a cell, `␣` a space that counts. In IIT-EIT and OIT the row is
    found by `no`; in ข้อมูลหน่วยงาน the first column holds the keys, each further one a record.
    """
    form = plain_form(year_of(fiscal_year), Report(fiscal_year))
    sheets: dict[str, Grid] = {name: [list(row) for row in rows] for name, rows in form.rows.items()}
    tables = {table.sheet: table for table in TABLES}
    for name, (head, *body) in _tables(text):
        if name == AGENCY_SHEET:
            _fill_lines(sheets[name], [head, *body])
        else:
            _fill_rows(sheets[name], tables[name], head, body)
    return Sheets(sheets)


def _tables(text: str) -> Iterator[tuple[str, Grid]]:
    """Each sheet's name with the lines of its table."""
    for part in text.split("## ")[1:]:
        name, *lines = part.strip().splitlines()
        cells = [
            [_cell(cell) for cell in line.strip().strip("|").split("|")] for line in lines if "|" in line
        ]
        yield name.strip(), [row for row in cells if not all(set(cell) == {"-"} for cell in row)]


def _cell(text: str) -> str:
    return text.strip().replace("<br>", "\n").replace("␣", " ")


def _fill_lines(sheet: Grid, lines: Grid) -> None:
    """The sheet of labelled lines."""
    for key, *values in lines:
        for n, value in enumerate(values):
            _put(sheet, line_rows()[key], FIRST_COLUMN + n, value)
            _put(sheet, 1, FIRST_COLUMN + n, str(n))


def _fill_rows(sheet: Grid, table: Table, head: list[str], body: Grid) -> None:
    """A sheet of rows."""
    rows = {row[0]: n for n, row in enumerate(sheet, 1) if row[0]}
    for n, values in enumerate(body):
        row = rows[values[head.index("no")]] if table.fixed else FIRST_ROW + n
        for key, value in zip(head, values, strict=True):
            _put(sheet, row, table.numbers[key], value)


def _put(sheet: Grid, row: int, column: int, text: str) -> None:
    """Write a cell, making room for it."""
    while len(sheet) < row:
        sheet.append([])
    line = sheet[row - 1]
    line += [""] * (column - len(line))
    line[column - 1] = text
