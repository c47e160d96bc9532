"""The sheet รายการที่ต้องแก้ไข in a new form: each finding with a link to its cell, and room for a reason.

The one rule of the place: a row is a finding beside the confirmation it offers; without a reason it is none.
"""

from __future__ import annotations

from collections.abc import Sequence

from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.worksheet import Worksheet

from itaxl.catalog.form import ACCEPTED
from itaxl.model.findings import Finding, Listed, Severity
from itaxl.workbook import styles
from itaxl.workbook.fit import fitting
from itaxl.workbook.refs import letters
from itaxl.workbook.tables import FIRST_ROW
from itaxl.workbook.told import found_texts

_LOOKS = {Severity.ERROR.thai: styles.SAMPLE_ALARM, Severity.WARNING.thai: styles.SAMPLE_CAUTION}


def link_to(finding: Finding) -> str:
    """The place of a finding's cell as a link inside the workbook spells it."""
    return f"'{finding.cell.sheet}'!{finding.cell.ref}"


def fill_found(sheet: Worksheet, listed: Sequence[Listed]) -> None:
    """Write what is told of each finding beside its confirmation, which stands in the same row already."""
    widths = {each.key: each.width for each in ACCEPTED.official}
    for number, row in enumerate(listed, FIRST_ROW):
        texts = found_texts(row)
        for key, text in texts.items():
            look = _LOOKS.get(text, styles.OFFICIAL) if key == "~severity" else styles.OFFICIAL
            styles.put(sheet, number, ACCEPTED.places[key], text, look)
        if row.finding is not None:
            _link(sheet, number, row.finding)
        heights = (fitting(text, widths[key]) for key, text in texts.items() if key != "~cell")
        sheet.row_dimensions[number].height = max(34.0, *heights)


def _link(sheet: Worksheet, row: int, finding: Finding) -> None:
    """Make the place a link to the cell; openpyxl gives a link a look of its own, so ours comes last."""
    number = ACCEPTED.places["~place"]
    cell = styles.put(sheet, row, number, str(finding.cell), styles.PLACE)
    cell.hyperlink = Hyperlink(ref=f"{letters(number)}{row}", location=link_to(finding))
    styles.PLACE.on(cell)
