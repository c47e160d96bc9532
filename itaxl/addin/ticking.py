"""Boxes of an open form: which to write, how they are written, and the last ticking, kept so that it can be undone.

The one rule of the place: a cell goes back only where it still holds what the ticking wrote; the record beside the log
holds cells and boxes, no texts.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from itaxl.addin import seam
from itaxl.catalog.values import write_boxes as box_texts
from itaxl.model.cells import Cell, position
from itaxl.model.columns import column_of
from itaxl.workbook.sheets import Sheets

if TYPE_CHECKING:
    from xlwings import Book

    from itaxl.catalog.progress import Tick

Boxes = tuple[str, ...]  # the texts of the boxes of one row, from left to right


@dataclass(frozen=True, slots=True)
class BoxChange:
    """The boxes of a row, which begin at a cell: before the ticking and after it."""

    before: Boxes
    after: Boxes


Changes = Mapping[Cell, BoxChange]


def box_changes(ticks: Iterable[Tick]) -> Changes:
    """The boxes of each row to tick, from the cell of its first box on."""
    changes = {}
    for tick in ticks:
        column = column_of(type(tick.row), "status")
        empty, ticked = (box_texts(column, status) for status in (None, tick.status))
        changes[tick.row.at.cell(column.cells[0])] = BoxChange(empty, ticked)
    return changes


def boxes_at(sheets: Sheets, cells: Mapping[Cell, BoxChange]) -> dict[Cell, Boxes]:
    """What stands in the boxes that begin at these cells now."""
    found = {}
    for cell, change in cells.items():
        column, row = position(cell.ref)
        line = (*sheets.rows.get(cell.sheet, ()),)[row - 1 : row]
        found[cell] = tuple(line[0][column - 1 : column - 1 + len(change.after)]) if line else ()
    return found


def write_boxes(book: Book, boxes: Mapping[Cell, Boxes]) -> None:
    """Write boxes, neighbouring rows in one block, but one by one under a filter: Excel skips hidden rows of a block."""
    if not boxes:
        return
    with seam.calm(book):
        for name in dict.fromkeys(cell.sheet for cell in boxes):
            sheet = book.sheets[name]
            rows = {position(cell.ref): texts for cell, texts in boxes.items() if cell.sheet == name}
            for (column, row), block in _blocks(rows, single=seam.is_filtered(sheet)):
                seam.write(sheet, row, column, block)


def _blocks(
    rows: Mapping[tuple[int, int], Boxes], *, single: bool
) -> list[tuple[tuple[int, int], list[Boxes]]]:
    """Rows that stand below each other, joined; each alone when `single`."""
    blocks: list[tuple[tuple[int, int], list[Boxes]]] = []
    for (column, row), texts in sorted(rows.items()):
        if blocks and not single:
            (left, top), block = blocks[-1]
            if (left, top + len(block)) == (column, row):
                block.append(texts)
                continue
        blocks.append(((column, row), [texts]))
    return blocks


# -- the last ticking -------------------------------------------------------------------------------


def remember(folder: Path, book: str, changes: Changes) -> None:
    """Keep the changes of one ticking, in place of the one before; a full disk only costs the undoing."""
    data = [[cell.sheet, cell.ref, change.before, change.after] for cell, change in changes.items()]
    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
        _record(folder, book).write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")


def recall(folder: Path, book: str) -> Changes:
    """The changes of the last ticking; empty when there was none, or its record cannot be read."""
    with suppress(OSError, ValueError, TypeError):
        data = json.loads(_record(folder, book).read_text(encoding="utf-8"))
        return {Cell(sheet, ref): BoxChange(tuple(old), tuple(new)) for sheet, ref, old, new in data}
    return {}


def forget(folder: Path, book: str) -> None:
    """Undone once: nothing is left to undo."""
    with suppress(OSError):
        _record(folder, book).unlink()


def _record(folder: Path, book: str) -> Path:
    """A name that tells nothing of the workbook's own."""
    return folder / f"tick-{hashlib.sha256(book.casefold().encode()).hexdigest()[:16]}.json"
