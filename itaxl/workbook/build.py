"""A form for one year, empty or filled from a Report: the same bytes for the same input, always.

The one rule of the place: a form is made new and the data put in; nothing opens a person's file to change it.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Mapping, Sequence

from openpyxl import Workbook

from itaxl.catalog.form import (
    ACCEPTED,
    AGENCY_SHEET,
    GUIDE_SHEET,
    KEPT_TABLES,
    LISTS_SHEET,
    META_SHEET,
    OVERVIEW_SHEET,
    TABLES,
    Table,
)
from itaxl.catalog.settings import settings
from itaxl.catalog.year import Year
from itaxl.files.package import pack, read_package
from itaxl.model.findings import Listed
from itaxl.model.records import Report
from itaxl.workbook import styles
from itaxl.workbook.agency import agency_cells, fill_agency
from itaxl.workbook.computed import Value, values_of, with_values
from itaxl.workbook.guide import RuleLine, fill_guide
from itaxl.workbook.lists import fill_lists, fill_meta, meta_rows
from itaxl.workbook.overview import fill_overview
from itaxl.workbook.read import read
from itaxl.workbook.review import mark_changes
from itaxl.workbook.sheets import Rows, Sheets
from itaxl.workbook.styles import lock_structure
from itaxl.workbook.tables import fill_findings, fill_table, table_cells

_OVERVIEW_POSITION = 5  # after the sheets that are filled, before the findings


def plain_form(year: Year, report: Report) -> Sheets:
    """The cells of a form that are read, as `build` writes them: where all will stand, without making the form."""
    tables = {
        table.sheet: _grid(table_cells(table, year, getattr(report, table.name))) for table in _tables(report)
    }
    head = {
        META_SHEET: meta_rows(year, settings(report, year).layout),
        AGENCY_SHEET: _grid(agency_cells(report)),
    }
    return Sheets({**head, **tables})


def _tables(report: Report) -> tuple[Table, ...]:
    """The tables of a report's form; those of what was kept only where there is something."""
    return (*TABLES, *(table for table in KEPT_TABLES if getattr(report, table.name)))


def _grid(cells: Iterable[tuple[int, int, str]]) -> Rows:
    """Rows of texts out of (row, column, text), both from 1."""
    texts = {(row, column): text for row, column, text in cells}
    height, width = (max(place) for place in zip(*texts, strict=True))
    return [[texts.get((row, column), "") for column in range(1, width + 1)] for row in range(1, height + 1)]


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
    how = settings(report, year)
    for table in _tables(report):
        fill_table(book.create_sheet(table.sheet), table, year, getattr(report, table.name), how.layout)
    fill_findings(book[ACCEPTED.sheet], listed)
    overview = book.create_sheet(OVERVIEW_SHEET, _OVERVIEW_POSITION)
    fill_guide(book.create_sheet(GUIDE_SHEET, _OVERVIEW_POSITION + 1), year, rules)
    lists, plain = book.create_sheet(LISTS_SHEET), plain_form(year, report)
    fill_lists(book, lists, year, report, how)
    fill_overview(overview, lists, year, plain, how, listed)
    fill_meta(book.create_sheet(META_SHEET), year, how.layout)
    if report.changes:
        mark_changes(book, read(plain))
    lock_structure(book)
    target = io.BytesIO()
    book.save(target)
    return finish_package(target.getvalue(), values_of(book))


_STAMP = re.compile(rb"(<dcterms:(created|modified)[^>]*>)[^<]*(</dcterms:\2>)")
_FONT = re.compile(rb"(<font>)(.*?)(</font>)", re.DOTALL)
_CHILD = re.compile(rb"<[^>]*/>")
_TAG = re.compile(rb"<(\w+)")
_FONT_ORDER = (
    b"b",
    b"i",
    b"strike",
    b"outline",
    b"shadow",
    b"u",
    b"vertAlign",
    b"sz",
    b"color",
    b"name",
    b"family",
    b"charset",
    b"scheme",
)
_FIXED_HEIGHT = re.compile(rb'(<row [^>]*?) customHeight="1"')
_AFTER_IGNORED = re.compile(
    rb"<(?:smartTags|drawing|legacyDrawing|controls|webPublishItems|tableParts|extLst)\b|</worksheet>"
)
# text that looks like a number is meant: the officer must not see a green corner in every such cell
_IGNORED = b'<ignoredErrors><ignoredError sqref="A1:AZ2000" numberStoredAsText="1"/></ignoredErrors>'


def finish_package(data: bytes, values: Mapping[str, Mapping[str, Value]]) -> bytes:
    """The package with the value of each formula, fixed dates, heights that Excel may fit, no false warning."""
    parts = read_package(data, "xlsx", "xl/workbook.xml")
    return pack(
        (name, _finish_part(name, with_values(part, values[name]) if name in values else part))
        for name, part in parts.items()
    )


def _finish_part(name: str, data: bytes) -> bytes:
    if name == "docProps/core.xml":
        data, count = _STAMP.subn(rb"\g<1>2026-01-01T00:00:00Z\g<3>", data)
        assert count == 2, "core.xml without its two dates"
        return data
    if name == "xl/styles.xml":
        return _FONT.sub(_order_font, data)
    if name.startswith("xl/worksheets/sheet"):
        data = _FIXED_HEIGHT.sub(rb"\1", data)  # a first guess: Excel fits the row again as people type
        spot = _AFTER_IGNORED.search(data)
        assert spot is not None, "a sheet without an end"
        return data[: spot.start()] + _IGNORED + data[spot.start() :]
    return data


def _order_font(font: re.Match[bytes]) -> bytes:
    """A font with its children in the standard's order, which openpyxl does not keep."""
    children = sorted(_CHILD.findall(font[2]), key=lambda child: _FONT_ORDER.index(_TAG.match(child)[1]))  # type: ignore[index]
    return font[1] + b"".join(children) + font[3]
