"""The one visual language of the form: what is typed in is white, what is official is tinted and protected.

The one rule of the place: every look has a name here, and no sheet invents its own. Protection helps and has no
password: filter, row height and column width are allowed, sorting is not.
"""

from __future__ import annotations

from copy import copy
from typing import Any
from weakref import WeakKeyDictionary

from openpyxl.cell.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.styles.cell_style import StyleArray
from openpyxl.utils.cell import coordinate_to_tuple
from openpyxl.utils.indexed_list import IndexedList
from openpyxl.workbook.protection import WorkbookProtection
from openpyxl.workbook.workbook import Workbook
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from itaxl.workbook.computed import Formula, escape_text

FACE = "TH SarabunPSK"

INK, QUIET, BRAND, TINT, LINE, PAPER = "1F2933", "55616E", "1F5673", "EEF3F6", "C5CFD6", "FFFFFF"
OFF, OFF_INK = "E9EBED", "6E7780"  # a field that the chosen layout does not print
ALARM, CAUTION = "FBE3E1", "FFF4D6"
REVIEW, REVIEW_TAB = "DCEFE0", "2F7D4F"  # what was carried from an earlier form and waits for a decision
URGENT = "A8322A"  # the ink of what is still to be filled

_SIDE = Side(style="thin", color=LINE)
_GRID = Border(left=_SIDE, right=_SIDE, top=_SIDE, bottom=_SIDE)
_RULED = Border(bottom=_SIDE)


def _font(
    size: float = 16, *, bold: bool = False, color: str = INK, italic: bool = False, underline: bool = False
) -> Font:
    return Font(
        name=FACE,
        size=size,
        bold=bold,
        color=color,
        italic=italic,
        u="single" if underline else None,
        charset=222,
    )


def _fill(color: str) -> PatternFill:
    return PatternFill("solid", fgColor=color)


_STYLED: WeakKeyDictionary[Workbook, dict[Look, StyleArray]] = WeakKeyDictionary()


class Look:
    """How a cell looks and whether it may be typed in; text cells keep what is typed as text."""

    def __init__(
        self,
        font: Font,
        fill: PatternFill | None = None,
        *,
        entry: bool = False,
        border: Border | None = None,
        across: str = "left",
        down: str = "top",
        wrap: bool = True,
        indent: int = 0,
    ) -> None:
        self.font, self.fill, self.entry, self.border = font, fill, entry, border
        self.alignment = Alignment(horizontal=across, vertical=down, wrap_text=wrap, indent=indent)
        self.protection = Protection(locked=not entry)

    def on(self, cell: Cell) -> None:
        """Give the look to a cell: the first of a workbook is styled, the others take its style over (10 × faster)."""
        styled: Any = cell  # the stubs do not know `_style`, which openpyxl documents for copying
        known = _STYLED.setdefault(styled.parent.parent, {})
        if self not in known:
            self._style(cell)
            known[self] = styled._style
        styled._style = copy(known[self])

    def _style(self, cell: Cell) -> None:
        cell.font, cell.alignment, cell.protection = self.font, self.alignment, self.protection
        if self.fill is not None:
            cell.fill = self.fill
        if self.border is not None:
            cell.border = self.border
        if self.entry:
            cell.number_format = "@"


TITLE = Look(_font(20, bold=True, color=BRAND), wrap=False, down="center")
NOTE = Look(_font(color=QUIET), wrap=False, down="center")
SECTION = Look(_font(18, bold=True, color=BRAND), wrap=False, down="center")
SECTION_CENTER = Look(_font(bold=True, color=BRAND), across="center", down="center")
HEADING = Look(_font(bold=True, color=PAPER), _fill(BRAND), border=_GRID, across="center", down="center")
OFFICIAL = Look(_font(), _fill(TINT), border=_GRID)
OFFICIAL_SMALL = Look(_font(14), _fill(TINT), border=_GRID)
OFFICIAL_CENTER = Look(_font(), _fill(TINT), border=_GRID, across="center")
OFFICIAL_CODE = Look(_font(bold=True), _fill(TINT), border=_GRID, across="center")
BAND = Look(_font(bold=True, color=BRAND), _fill("D8E4EA"), wrap=False, down="center")
LABEL = Look(_font(), _fill(TINT), border=_GRID, down="center", indent=1)
LABEL_CENTER = Look(_font(bold=True), _fill(TINT), border=_GRID, across="center", down="center")
ENTRY = Look(_font(), _fill(PAPER), entry=True, border=_GRID)
# a text too long for the tallest row: Excel stops at 409 points
ENTRY_SMALL = Look(_font(14), _fill(PAPER), entry=True, border=_GRID)
ENTRY_SMALLEST = Look(_font(12), _fill(PAPER), entry=True, border=_GRID)
ENTRY_BOX = Look(
    Font(name="Segoe UI Symbol", size=14, color=INK),
    _fill(PAPER),
    entry=True,
    border=_GRID,
    across="center",
)
ENTRY_LINES = Look(_font(), _fill(PAPER), entry=True, border=_GRID, indent=1)
ENTRY_LINE = Look(_font(), _fill(PAPER), entry=True, border=_GRID, down="center", indent=1)
ENTRY_CENTER = Look(_font(), _fill(PAPER), entry=True, border=_GRID, across="center")
HINT = Look(_font(14, color=QUIET), wrap=False, down="center", indent=1)
KEY = Look(_font(), wrap=False)  # a machine key in a hidden row or column: it must not make rows higher
GUIDE = Look(_font(), border=_RULED, down="center", indent=1)
GUIDE_FIRST = Look(_font(bold=True), border=_RULED, down="center", indent=1)
SAMPLE_ENTRY = Look(_font(), _fill(PAPER), border=_GRID, down="center")
SAMPLE_OFF = Look(_font(color=OFF_INK), _fill(OFF), border=_GRID, down="center")
SAMPLE_ALARM = Look(_font(), _fill(ALARM), border=_GRID, down="center")
SAMPLE_CAUTION = Look(_font(), _fill(CAUTION), border=_GRID, down="center")
GO = Look(_font(color=BRAND, underline=True), wrap=False, down="center", indent=1)
PLACE = Look(_font(color=BRAND, underline=True), _fill(TINT), border=_GRID)  # a link inside a table
FIGURE = Look(_font(), border=_GRID, across="center", down="center")
FIGURE_STRONG = Look(_font(bold=True), border=_GRID, across="center", down="center")
SUM_LABEL = Look(_font(bold=True), _fill("D8E4EA"), border=_GRID, down="center", indent=1)
SUM_FIGURE = Look(_font(bold=True), _fill("D8E4EA"), border=_GRID, across="center", down="center")


def set_normal(book: Workbook) -> None:
    """Make the form's face the workbook's normal one: it is the unit of column widths, in every program alike."""
    inner: Any = book  # the stubs do not know these two
    inner._fonts = IndexedList([_font()])
    inner._named_styles["Normal"].font = _font()


def put(sheet: Worksheet, row: int, column: int, value: str | float | Formula | None, look: Look) -> Cell:
    """Write a value, text always as text (a leading "=" is no formula), with its look."""
    cell: Cell = sheet.cell(row, column)  # type: ignore[assignment]  # never a merged cell here
    look.on(cell)
    if isinstance(value, Formula):
        value.put(cell)
    elif isinstance(value, str):
        if value:
            cell.value = escape_text(value)
            cell.data_type = "s"
    elif value is not None:
        cell.value = value
    return cell


def finish_sheet(
    sheet: Worksheet,
    *,
    freeze: str,
    heads: str,
    start: str,
    tab: str,
    keys: bool = True,
    portrait: bool = False,
) -> None:
    """Hide the machine keys, freeze and repeat the headings, set the page, protect.

    `start` is the cell that waits for typing when the sheet is first opened, `tab` the colour of its tab.
    """
    if keys:
        sheet.row_dimensions[1].hidden = True
        sheet.column_dimensions["A"].hidden = True
    sheet.sheet_format.defaultRowHeight, sheet.sheet_format.customHeight = 26, True
    sheet.sheet_properties.tabColor = tab
    _view(sheet, freeze, start)
    _page(sheet, heads, portrait)
    forbidden = sheet.protection
    forbidden.sheet = forbidden.sort = True
    forbidden.formatRows = forbidden.formatColumns = forbidden.autoFilter = False


def _view(sheet: Worksheet, freeze: str, start: str) -> None:
    """What a person sees first: headings that stay, no grid lines, the cursor where the work begins."""
    sheet.freeze_panes = freeze
    view = sheet.sheet_view
    view.showGridLines = False
    view.zoomScale = view.zoomScaleNormal = 85
    assert view.pane is not None
    if coordinate_to_tuple(start)[1] < coordinate_to_tuple(freeze)[1]:  # in the columns that stay in sight
        view.pane.activePane = "bottomLeft"
    selection = next(each for each in view.selection if each.pane == view.pane.activePane)
    selection.activeCell = selection.sqref = start


def _page(sheet: Worksheet, heads: str, portrait: bool) -> None:
    """A4, one page wide, headings on each page, page numbers at the foot."""
    sheet.page_setup.orientation = "portrait" if portrait else "landscape"
    sheet.page_setup.paperSize = 9
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.page_margins.left = sheet.page_margins.right = 0.4
    sheet.page_margins.top = sheet.page_margins.bottom = 0.55
    sheet.print_options.horizontalCentered = True
    sheet.oddFooter.center.text = "&A – หน้า &P จาก &N"  # type: ignore[union-attr]  # the stub allows None; openpyxl never does
    sheet.print_title_rows = heads


def lock_structure(book: Workbook) -> None:
    """Sheets cannot be added, removed, renamed or moved."""
    book.security = WorkbookProtection(lockStructure=True)
