"""The last ticking of each workbook, kept beside the log so that it can be undone: cells and boxes, no texts.

The one rule of the place: a cell goes back only where it still holds what the ticking wrote.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from itaxl.model.places import Cell

Boxes = tuple[str, ...]  # the texts of the boxes of one row, from left to right


@dataclass(frozen=True, slots=True)
class Change:
    """The boxes of a row, which begin at a cell: before the ticking and after it."""

    before: Boxes
    after: Boxes


Changes = Mapping[Cell, Change]


def remember(folder: Path, book: str, changes: Changes) -> None:
    """Keep the changes of one ticking, in place of the one before; a full disk only costs the undoing."""
    data = [[cell.sheet, cell.ref, change.before, change.after] for cell, change in changes.items()]
    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
        _file(folder, book).write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")


def recall(folder: Path, book: str) -> Changes:
    """The changes of the last ticking; empty when there was none, or its record cannot be read."""
    with suppress(OSError, ValueError, TypeError):
        data = json.loads(_file(folder, book).read_text(encoding="utf-8"))
        return {Cell(sheet, ref): Change(tuple(old), tuple(new)) for sheet, ref, old, new in data}
    return {}


def forget(folder: Path, book: str) -> None:
    """Undone once: nothing is left to undo."""
    with suppress(OSError):
        _file(folder, book).unlink()


def _file(folder: Path, book: str) -> Path:
    """A name that tells nothing of the workbook's own."""
    return folder / f"tick-{hashlib.sha256(book.casefold().encode()).hexdigest()[:16]}.json"
