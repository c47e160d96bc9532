"""A form for one year, empty or filled from a Report: the same bytes for the same input, always.

The one rule of the place: a form is made new and the data put in; nothing opens a person's file to change it.
"""

from __future__ import annotations

import io
from collections.abc import Sequence

from openpyxl import Workbook

from itaxl.catalog.form import (
    ACCEPTED,
    AGENCY_SHEET,
    GUIDE_SHEET,
    LISTS_SHEET,
    MEASURES,
    META_SHEET,
    OVERVIEW_SHEET,
    TABLES,
)
from itaxl.catalog.settings import settings
from itaxl.catalog.year import Year
from itaxl.model.findings import Listed
from itaxl.model.records import Report
from itaxl.workbook import styles
from itaxl.workbook.agency import fill_agency
from itaxl.workbook.finish import finish_package
from itaxl.workbook.found import fill_found
from itaxl.workbook.guide import RuleLine, fill_guide
from itaxl.workbook.lists import fill_lists, fill_meta
from itaxl.workbook.overview import fill_overview
from itaxl.workbook.protect import lock_structure
from itaxl.workbook.tables import fill_table

_OVERVIEW_POSITION = 5  # after the sheets that are filled, before the findings


def build(
    year: Year,
    report: Report | None = None,
    rules: Sequence[RuleLine] = (),
    listed: Sequence[Listed] = (),
) -> bytes:
    """The bytes of a form (.xlsx) that holds the report, with room for more; `rules` go into its guide.

    `listed` are the findings that stand beside the rows of `report.accepted`, one for each of them.
    """
    report = report or Report(year.year)
    book = Workbook()
    first = book.active
    assert first is not None
    book.remove(first)
    styles.set_normal(book)
    fill_agency(book.create_sheet(AGENCY_SHEET), report, year)
    layout = settings(report, year).layout
    for table in TABLES:
        fill_table(book.create_sheet(table.sheet), table, year, getattr(report, table.name), layout)
    fill_found(book[ACCEPTED.sheet], listed)
    measure_rows = len(report.measures) + MEASURES.empty_rows
    fill_overview(book.create_sheet(OVERVIEW_SHEET, _OVERVIEW_POSITION), year, measure_rows)
    fill_guide(book.create_sheet(GUIDE_SHEET, _OVERVIEW_POSITION + 1), year, rules)
    fill_lists(book, book.create_sheet(LISTS_SHEET), year)
    fill_meta(book.create_sheet(META_SHEET), year, layout)
    lock_structure(book)
    target = io.BytesIO()
    book.save(target)
    return finish_package(target.getvalue())
