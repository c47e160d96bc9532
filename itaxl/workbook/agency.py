"""The sheet ข้อมูลหน่วยงาน: labelled lines, one under the other; signers stand side by side.

The one rule of the place: the hidden first column holds each line's key, the hidden first row each record's number.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from openpyxl.worksheet.worksheet import Worksheet

from itaxl.catalog.form import AGENCY_SHEET, BLOCKS, SIGNERS, Block
from itaxl.catalog.year import Year
from itaxl.model.cells import letters
from itaxl.model.columns import Column, Kind, Record, columns
from itaxl.model.records import Report
from itaxl.workbook import styles
from itaxl.workbook.fit import fit_height, set_width
from itaxl.workbook.live import area_of, grey, light, mark_empty, offer
from itaxl.workbook.origins import stand_in_mark
from itaxl.workbook.read import KEY
from itaxl.workbook.styles import finish_sheet
from itaxl.workbook.tables import REQUIRED_MARK, cell_texts

LABEL_COLUMN, FIRST_COLUMN = 2, 3
FIRST_ROW = 4

_NOTE = "กรอกเฉพาะช่องสีขาว หัวข้อที่มี * ต้องกรอก และเป็นสีแดงจนกว่าจะกรอก ช่องสีเทาคือช่องที่รูปแบบรายงานที่เลือกไม่พิมพ์"
_LABEL_WIDTH, _WIDTH = 48.0, 54.0
_SIDE_WIDTH = 46.0  # of each further signer
_LINE, _LINES = 28.0, 84.0  # points of a line, and of a cell for several lines
_PAGE = 104.0  # points of a cell for running text


def line_rows() -> dict[str, int]:
    """The row of each key: `agency.name`, `layout`, `assessment.indicators:3`, `signers.role`."""
    rows, row = {}, FIRST_ROW
    for block in BLOCKS:
        row += 2  # its title, with air above
        for _, key in _keys(block):
            rows[key] = row
            row += 1
    return rows


def _keys(block: Block) -> list[tuple[Column, str]]:
    prefix = f"{block.name}." if block.name else ""
    return [(column, prefix + cell) for column in columns(block.record) for cell in column.cells]


def fill_agency(sheet: Worksheet, report: Report, year: Year) -> None:
    """Lay out the sheet with a report's values."""
    rows = line_rows()
    side_by_side = max(max(block.count for block in BLOCKS), len(report.signers))
    _heads(sheet, year, side_by_side)
    for block in BLOCKS:
        value = getattr(report, block.name or "paper")
        records = value if block.count > 1 else (value,)
        _block(sheet, block, rows, (*records, *[block.record()] * (block.count - len(records))))
    for column, key in required_lines(year):
        label = f"{letters(LABEL_COLUMN)}{rows[key]}"
        styles.put(sheet, rows[key], LABEL_COLUMN, f"{sheet[label].value}{REQUIRED_MARK}", styles.LABEL)
        mark_empty(sheet, label, f"${letters(FIRST_COLUMN)}{rows[key]}", column)
    last = letters(FIRST_COLUMN + side_by_side - 1)
    light(sheet, area_of(letters(FIRST_COLUMN), last, [(FIRST_ROW, max(rows.values()))]), FIRST_ROW)
    finish_sheet(
        sheet,
        freeze=f"C{FIRST_ROW}",
        heads="2:2",
        start=f"C{min(rows.values())}",
        tab=styles.BRAND,
        portrait=True,
    )


def agency_cells(report: Report) -> Iterator[tuple[int, int, str]]:
    """Row, column and text of each cell of the sheet that is read."""
    rows = line_rows()
    yield 1, 1, KEY
    yield from ((row, 1, key) for key, row in rows.items())
    for block in BLOCKS:
        value = getattr(report, block.name or "paper")
        for n, record in enumerate(value if block.count > 1 else (value,)):
            yield 1, FIRST_COLUMN + n, str(n)
            texts = cell_texts(record)
            yield from (
                (rows[key], FIRST_COLUMN + n, texts[key.rpartition(".")[2]]) for _, key in _keys(block)
            )


def _heads(sheet: Worksheet, year: Year, side_by_side: int) -> None:
    """Machine keys, title, widths."""
    styles.put(sheet, 1, 1, KEY, styles.KEY)
    for n in range(side_by_side):
        styles.put(sheet, 1, FIRST_COLUMN + n, str(n), styles.KEY)
        set_width(sheet, FIRST_COLUMN + n, _SIDE_WIDTH if n else _WIDTH)
    title = f"แบบรายงานผลการดำเนินการเพื่อส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน ปีงบประมาณ พ.ศ. {year.year}"
    styles.put(sheet, 2, LABEL_COLUMN, title, styles.TITLE)
    styles.put(sheet, 3, LABEL_COLUMN, " – ".join(filter(None, (stand_in_mark(year), _NOTE))), styles.NOTE)
    set_width(sheet, LABEL_COLUMN, _LABEL_WIDTH)
    sheet.row_dimensions[2].height = 34


def _block(sheet: Worksheet, block: Block, rows: Mapping[str, int], records: tuple[Record, ...]) -> None:
    """The title of a block, then a line for each of its cells."""
    keys = _keys(block)
    top = rows[keys[0][1]] - 1
    several = block.count > 1
    sheet.row_dimensions[top - 1].height, sheet.row_dimensions[top].height = (38 if several else 12), 30
    styles.put(sheet, top - 1 if several else top, LABEL_COLUMN, block.title, styles.SECTION)
    for n in range(len(records) if several else 0):
        styles.put(sheet, top, FIRST_COLUMN + n, f"คนที่ {n + 1}", styles.SECTION_CENTER)
    for column, key in keys:
        _line(sheet, rows[key], key, column, records)
    if all(column.kind is Kind.LINES for column, _ in keys):
        for row in (
            rows[key] for _, key in keys
        ):  # the whole width: it is long, and Excel stops at 409 points
            sheet.cell(row, FIRST_COLUMN + 1).value = None  # its hint: the input message says the same
            text = str(sheet.cell(row, FIRST_COLUMN).value or "")
            height = fit_height(text, _WIDTH + _SIDE_WIDTH * (SIGNERS - 1))
            sheet.row_dimensions[row].height = max(_PAGE, height)
            last = FIRST_COLUMN + SIGNERS - 1
            sheet.merge_cells(start_row=row, end_row=row, start_column=FIRST_COLUMN, end_column=last)


def _line(sheet: Worksheet, row: int, key: str, column: Column, records: tuple[Record, ...]) -> None:
    """Key, label, the entry cells, and a hint where there is room for one."""
    cell_key = key.rpartition(".")[2]
    heading = column.heading_of(cell_key)
    styles.put(sheet, row, 1, key, styles.KEY)
    styles.put(sheet, row, LABEL_COLUMN, heading, styles.LABEL)
    several = column.kind is Kind.LINES
    heights = [_LINES if several else _LINE, fit_height(heading, _LABEL_WIDTH)]
    for n, record in enumerate(records):
        text = cell_texts(record)[cell_key]
        styles.put(sheet, row, FIRST_COLUMN + n, text, styles.ENTRY_LINES if several else styles.ENTRY_LINE)
        heights.append(fit_height(text, _SIDE_WIDTH if n else _WIDTH))
    sheet.row_dimensions[row].height = max(heights)
    area = area_of(letters(FIRST_COLUMN), letters(FIRST_COLUMN + len(records) - 1), [(row, row)])
    offer(sheet, area, column, heading)
    grey(sheet, area, column)
    if len(records) == 1:
        styles.put(sheet, row, FIRST_COLUMN + 1, column.help, styles.HINT)


def required_lines(year: Year) -> Iterator[tuple[Column, str]]:
    """The lines that must be filled, each with its key."""
    for block in BLOCKS:
        for column, key in _keys(block):
            if column.required or key in year.mandated:
                yield column, key


def cell_of(key: str) -> str:
    """The absolute reference of a line's first entry cell, for formulas elsewhere."""
    return f"'{AGENCY_SHEET}'!${letters(FIRST_COLUMN)}${line_rows()[key]}"
