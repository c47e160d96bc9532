"""What `.api` is on Windows, as far as the seam may use it: the members named here and no others.

The one rule of the place: a member that is not here raises; so a new use of COM is seen, written down, and checked
against Excel's own reference before it is added.
"""

from __future__ import annotations

import re
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tests.addin.lo_engine import Sheet
    from tests.addin.lo_range import Range

# The argument of Worksheet.Protect beside the attribute of <sheetProtection>, in which 0 allows and 1 (the default) forbids.
ALLOWANCES = {
    "AllowFormattingCells": "formatCells",
    "AllowFormattingColumns": "formatColumns",
    "AllowFormattingRows": "formatRows",
    "AllowInsertingColumns": "insertColumns",
    "AllowInsertingRows": "insertRows",
    "AllowInsertingHyperlinks": "insertHyperlinks",
    "AllowDeletingColumns": "deleteColumns",
    "AllowDeletingRows": "deleteRows",
    "AllowSorting": "sort",
    "AllowFiltering": "autoFilter",
    "AllowUsingPivotTables": "pivotTables",
}
OBJECTS = {"DrawingObjects": "objects", "Scenarios": "scenarios"}  # here 1 protects, and 0 is the default

Allowed = dict[str, bool]


class Refused(Exception):
    """What pywintypes.com_error is on Windows."""


def protections(path: Path) -> dict[str, Allowed]:
    """What each protected sheet of a file allows: Calc keeps it and does not tell."""
    with zipfile.ZipFile(path) as package:
        book = package.read("xl/workbook.xml").decode()
        relations = package.read("xl/_rels/workbook.xml.rels").decode()
        found = {}
        for tag in re.findall(r"<sheet [^>]*>", book):
            target = next(
                each
                for each in re.findall(r"<Relationship [^>]*>", relations)
                if f'"{_of(tag, "r:id")}"' in each
            )
            xml = package.read("xl/" + _of(target, "Target").removeprefix("/xl/")).decode()
            if protection := re.search(r"<sheetProtection [^>]*>", xml):
                found[_of(tag, "name")] = _parsed(protection[0])
    return found


def _of(tag: str, name: str) -> str:
    found = re.search(rf'\b{name}="([^"]*)"', tag)
    return found[1] if found else ""


def _parsed(tag: str) -> Allowed:
    allowed = {name: _of(tag, attribute) in ("0", "false") for name, attribute in ALLOWANCES.items()}
    protected = {name: _of(tag, attribute) in ("1", "true") for name, attribute in OBJECTS.items()}
    return allowed | protected


class _Strict:
    """Refuses each member that is not declared."""

    def __getattr__(self, name: str) -> Any:
        raise AttributeError(f"{type(self).__name__}.{name} is not among the members the add-in may use")


class ProtectionApi(_Strict):
    """Worksheet.Protection."""

    def __init__(self, allowed: Allowed) -> None:
        for name in ALLOWANCES:
            self.__dict__[name] = allowed[name]


class SheetApi(_Strict):
    """Worksheet."""

    def __init__(self, sheet: Sheet) -> None:
        self._sheet = sheet

    @property
    def ProtectContents(self) -> bool:
        return bool(self._sheet.uno.isProtected())

    @property
    def ProtectDrawingObjects(self) -> bool:
        return self.ProtectContents and self._kept["DrawingObjects"]

    @property
    def ProtectScenarios(self) -> bool:
        return self.ProtectContents and self._kept["Scenarios"]

    @property
    def Protection(self) -> ProtectionApi:
        return ProtectionApi(self._kept)

    @property
    def _kept(self) -> Allowed:
        kept: Allowed = self._sheet.book.protections[self._sheet.name]
        return kept

    def Unprotect(self, Password: str) -> None:
        self._sheet.uno.unprotect(Password)
        if self._sheet.uno.isProtected():
            raise Refused("the password is wrong (0x800A03EC)")

    def Protect(self, Password: str, Contents: bool, **kept: bool) -> None:
        assert Contents
        assert kept.keys() == {*ALLOWANCES, *OBJECTS}, kept
        self._sheet.book.protections[self._sheet.name] = kept
        self._sheet.uno.protect(Password)

    @property
    def FilterMode(self) -> bool:
        return any(_filters(area) for area in self._areas())

    def ShowAllData(self) -> None:
        if self.ProtectContents:
            raise Refused("ShowAllData on a protected sheet (0x800A03EC)")
        for area in self._areas():
            area.filter(area.createFilterDescriptor(True))

    def _areas(self) -> list[Any]:
        """The areas of this sheet that can be filtered: with a name, and the one without."""
        doc, index = self._sheet.book.doc, self._sheet.index - 1
        named = [doc.DatabaseRanges.getByName(name) for name in doc.DatabaseRanges.ElementNames]
        plain = doc.getPropertyValue("UnnamedDatabaseRanges")
        unnamed = [plain.getByTable(index)] if plain.hasByTable(index) else []
        areas = [area.DataArea for area in named + unnamed if area.DataArea.Sheet == index]
        return [
            self._sheet.uno.getCellRangeByPosition(a.StartColumn, a.StartRow, a.EndColumn, a.EndRow)
            for a in areas
        ]


def _filters(area: Any) -> bool:
    """Whether rows of an area are hidden by its filter; Calc keeps its conditions to itself."""
    rows = area.Rows
    first = area.getCellRangeByPosition(0, 0, 0, rows.Count - 1)
    if first.queryVisibleCells().RangeAddressesAsString == first.AbsoluteName.replace("$", ""):
        return False  # one call instead of one for each row
    return any(rows.getByIndex(n).IsFiltered for n in range(1, rows.Count))


class RangeApi(_Strict):
    """Range."""

    def __init__(self, area: Range) -> None:
        self._area = area

    def ClearHyperlinks(self) -> None:
        if self._area.sheet.api.ProtectContents:
            raise Refused("ClearHyperlinks on a protected sheet (0x800A03EC)")
        for row in range(self._area.h):
            for column in range(self._area.w):
                cell = self._area.uno.getCellByPosition(column, row)
                if cell.TextFields.hasElements():
                    cell.setString(cell.String)  # in Calc a link is a field inside the text
