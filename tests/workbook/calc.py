"""A form open in LibreOffice, as a test asks about it: what may be typed, what is offered, what it looks like.

The one rule of the place: positions come from the machine keys in the form, never from how it was built.
"""

from __future__ import annotations

import importlib
import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from itaxl.catalog.form import INDICATORS, ITEMS, Table
from itaxl.model.cells import letters
from tests.office import Office, properties

HEAD, KEY = "@head", "@key"
YEARS = (2564, 2566, 2567)
_SCRATCH = "ทดลอง"

Ref = tuple[str, str]  # sheet and cell


class FormInCalc:
    """One open form; writing goes past the protection as the add-in does, `type_in` does not."""

    def __init__(self, office: Office, path: Path) -> None:
        self.document: Any = office.open(path)
        self._folder = path.parent

    # -- cells ----------------------------------------------------------------------------------

    def sheet(self, name: str) -> Any:
        return self.document.Sheets.getByName(name)

    def cell(self, sheet: str, ref: str) -> Any:
        return self.sheet(sheet).getCellRangeByName(ref)

    def text(self, sheet: str, ref: str) -> str:
        return str(self.cell(sheet, ref).String)

    def rows(self, sheet: str) -> list[list[str]]:
        """Every row of the used area, as texts."""
        cursor = self.sheet(sheet).createCursor()
        cursor.gotoEndOfUsedArea(False)
        end = cursor.RangeAddress
        data = self.sheet(sheet).getCellRangeByPosition(0, 0, end.EndColumn, end.EndRow).DataArray
        return [[_shown(value) for value in row] for row in data]

    def write(self, sheet: str, ref: str, text: str) -> None:
        self.cell(sheet, ref).String = text

    def type_in(self, sheet: str, ref: str, text: str) -> str:
        """Type into a cell as a person does; give what stands there afterwards."""
        controller = self.document.CurrentController
        controller.setActiveSheet(self.sheet(sheet))
        controller.select(self.cell(sheet, ref))
        url = _command("EnterString")
        controller.Frame.queryDispatch(url, "_self", 0).dispatch(url, properties(StringName=text))
        return self.text(sheet, ref)

    def unlocked(self, sheet: str) -> set[str]:
        """The cells that may be typed in."""
        formats = self.sheet(sheet).UniqueCellFormatRanges
        ranges = (formats.getByIndex(n) for n in range(formats.Count))
        return {
            ref for each in ranges if not each.CellProtection.IsLocked for ref in _refs(each.RangeAddresses)
        }

    def covering(self, sheet: str, ref: str) -> str:
        """The cell that shows at this place: of merged cells the first."""
        cursor = self.sheet(sheet).createCursorByRange(self.cell(sheet, ref))
        cursor.collapseToMergedArea()
        address = cursor.RangeAddress
        return f"{letters(address.StartColumn + 1)}{address.StartRow + 1}"

    # -- formulas -------------------------------------------------------------------------------

    def values(self, expression: str, rows: int = 1200) -> list[str]:
        """What a formula gives, as one column of texts without the empty ones at its end."""
        area = self._scratch().getCellRangeByPosition(0, 0, 0, rows - 1)
        area.setArrayFormula(f"={expression}")
        texts = [_shown(row[0]) for row in area.DataArray]
        area.setArrayFormula("")
        return _until_last(texts)

    def evaluate(self, expression: str, sheet: str) -> str:
        """The text that a formula gives on a sheet."""
        cell = self.cell(sheet, "ZZ1")
        cell.Formula = f"={expression}"
        text = str(cell.String)
        cell.String = ""
        return text

    def _scratch(self) -> Any:
        sheets = self.document.Sheets
        if not sheets.hasByName(_SCRATCH):
            sheets.insertNewByName(_SCRATCH, sheets.Count)
        return sheets.getByName(_SCRATCH)

    # -- looks ----------------------------------------------------------------------------------

    def colors(self, refs: Iterable[Ref]) -> dict[Ref, str]:
        """The fill of each cell as it is shown now, conditional formatting and all: `FFFFFF`."""
        marks = {f"ที่{n}ที่": ref for n, ref in enumerate(refs)}
        before = {ref: self.text(*ref) for ref in marks.values()}
        self._write_all({ref: f"{before[ref]}{mark}" for mark, ref in marks.items()})
        page = self._as_html()
        self._write_all(before)
        return {ref: _fill(page, mark) for mark, ref in marks.items()}

    def _write_all(self, texts: Mapping[Ref, str]) -> None:
        self.document.addActionLock()  # one calculation for all
        for ref, text in texts.items():
            self.write(*ref, text)
        self.document.removeActionLock()

    def heights(self, sheet: str, rows: Sequence[int]) -> dict[int, int]:
        """The heights of some rows, in hundredths of a millimetre."""
        every = self.sheet(sheet).Rows
        return {row: every.getByIndex(row - 1).Height for row in rows}

    def fit_rows(self, sheet: str) -> None:
        """Let Calc give each row the height that its texts need."""
        self.sheet(sheet).unprotect("")
        last = len(self.rows(sheet))
        self.sheet(sheet).getCellRangeByPosition(0, 1, 0, last - 1).Rows.OptimalHeight = True

    def _as_html(self) -> str:
        path = self._folder / "looks.html"
        self.document.storeToURL(path.as_uri(), properties(FilterName="HTML (StarCalc)"))
        return path.read_text(encoding="utf-8")


def _command(name: str) -> Any:
    """The address of one of LibreOffice's own commands."""
    url: Any = importlib.import_module("uno").createUnoStruct(
        "com.sun.star.util.URL"
    )  # there once Office runs
    url.Complete = url.Main = f".uno:{name}"
    url.Protocol, url.Path = ".uno:", name
    return url


def _fill(page: str, mark: str) -> str:
    """The background of the cell in which a mark stands."""
    before = page[: page.index(mark)]
    found = re.search(r'bgcolor="#(\w+)"', before[before.rindex("<td") :])
    return found[1] if found else "none"


def _shown(value: object) -> str:
    if value is None:  # an error
        return ""
    return f"{value:g}" if isinstance(value, float) else str(value)


def _until_last(texts: Sequence[str]) -> list[str]:
    filled = [n for n, text in enumerate(texts, 1) if text]
    return list(texts[: max(filled, default=0)])


def _refs(addresses: Iterable[Any]) -> Iterable[str]:
    for each in addresses:
        for column in range(each.StartColumn, each.EndColumn + 1):
            for row in range(each.StartRow, each.EndRow + 1):
                yield f"{letters(column + 1)}{row + 1}"


# -- where things are ---------------------------------------------------------------------------------


def columns_of(rows: Sequence[Sequence[str]]) -> dict[str, str]:
    """The letters of each machine key of a table."""
    return {key: letters(number) for number, key in enumerate(rows[0], 1) if key}


def body(table: Table, rows: Sequence[Sequence[str]]) -> list[int]:
    """The numbers of the rows of an empty form that wait for records."""
    head = next(number for number, row in enumerate(rows, 1) if row[0] == HEAD)
    if table in (INDICATORS, ITEMS):
        return [number for number, row in enumerate(rows, 1) if number > head and row[0]]
    return list(range(head + 1, head + table.empty_rows + 1))


def lines_of(rows: Sequence[Sequence[str]]) -> dict[str, int]:
    """The row of each machine key of the sheet of labelled lines."""
    return {row[0]: number for number, row in enumerate(rows, 1) if row[0] and row[0] != KEY}


def row_of(rows: Sequence[Sequence[str]], key: str) -> int:
    """The row of a number of a fixed table."""
    return next(number for number, row in enumerate(rows, 1) if row[0] == key)
