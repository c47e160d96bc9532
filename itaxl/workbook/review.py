"""The sheet โปรดทบทวน in a new form: each change with a link to its cell, which shows by its look what waits for a decision.

The one rule of the place: formulas only, so that a decision shows at once and nothing needs unlocking.
"""

from __future__ import annotations

from openpyxl.formatting.rule import FormulaRule
from openpyxl.styles import Font, PatternFill
from openpyxl.workbook.workbook import Workbook

from itaxl.catalog.changes import standing
from itaxl.catalog.form import CHANGES, CHANGES_SHEET
from itaxl.model.cells import letters
from itaxl.model.columns import DECISIONS, columns
from itaxl.model.records import Report
from itaxl.workbook import styles
from itaxl.workbook.tables import FIRST_ROW, put_link

_REFUSED = dict(DECISIONS)[False]


def mark_changes(book: Workbook, report: Report) -> None:
    """Link each change to its cell, and give that cell a look until somebody decides; lock decisions on nothing.

    `report` is what will be read from this form: only there each field knows its cell.
    """
    sheet, decision = book[CHANGES_SHEET], CHANGES.numbers["decision"]
    rows = {record.at.path: record for record in (*report.records(), *report.ceased)}
    for row, (change, brought) in enumerate(standing(report), FIRST_ROW):
        cells = [each.record.at.cell(each.column.key) for each in brought]
        if not cells and change.field in rows:
            record = rows[change.field]
            cells = [record.at.cell(columns(type(record))[0].key)]
        if cells:
            put_link(sheet, row, CHANGES.numbers["~place"], cells[0])
        if not change.text_hash:
            styles.put(sheet, row, decision, None, styles.OFFICIAL)
        for cell in cells if brought else ():
            decided = f"'{CHANGES_SHEET}'!${letters(decision)}${row}"
            waits = FormulaRule(formula=[f'{decided}=""'], fill=PatternFill(bgColor=styles.REVIEW))
            struck = Font(strike=True, color=styles.OFF_INK)  # when refused: the old text is used then
            refused = FormulaRule(formula=[f'{decided}="{_REFUSED}"'], font=struck)
            for rule in (waits, refused):
                book[cell.sheet].conditional_formatting.add(cell.ref, rule)
