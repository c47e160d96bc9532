"""Protection that helps: official text cannot be typed over, everything a person needs stays allowed.

The one rule of the place: no password; filter, row height and column width are allowed, sorting is not.
"""

from __future__ import annotations

from openpyxl.utils.cell import coordinate_to_tuple
from openpyxl.workbook.protection import WorkbookProtection
from openpyxl.workbook.workbook import Workbook
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet


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
    _protect(sheet)


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


def _protect(sheet: Worksheet) -> None:
    """Lock what is locked; openpyxl's flags say what is forbidden."""
    protection = sheet.protection
    protection.sheet = True
    protection.formatRows = protection.formatColumns = protection.autoFilter = False
    protection.sort = True


def lock_structure(book: Workbook) -> None:
    """Sheets cannot be added, removed, renamed or moved."""
    book.security = WorkbookProtection(lockStructure=True)
