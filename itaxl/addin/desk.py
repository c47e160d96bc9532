"""What an action works with: the Excel and the workbook of the click, and what the desktop does for it.

The one rule of the place: what only Windows can do comes in as a function, so that every action runs in a test.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from itaxl.errors import InputError
from itaxl.files.disk import log_folder

if TYPE_CHECKING:
    from xlwings import App, Book

    from itaxl.addin.machine import Machine


@dataclass(frozen=True)
class Desk:
    """One click: `workbook` is None when no workbook is open."""

    app: App
    workbook: Book | None
    machine: Machine
    state: Path
    today: datetime.date
    tell: Callable[[str], None]  # shows a text and waits until it has been read

    @property
    def book(self) -> Book:
        """The workbook of the click; InputError when there is none."""
        if self.workbook is None:
            raise InputError("ยังไม่ได้เปิดแบบรายงาน – โปรดเปิดแฟ้มก่อนกดปุ่มนี้", "no workbook is open")
        return self.workbook


def desk(app: App, book: Book | None, machine: Machine) -> Desk:
    """The desk of a click as it happens."""
    from itaxl.addin import seam

    return Desk(app, book, machine, log_folder(), datetime.date.today(), partial(seam.tell, app))


def fresh(path: Path) -> Path:
    """The path, or the first free one with a number behind its name: nothing is written over."""
    numbered = (path.with_name(f"{path.stem} ({n}){path.suffix}") for n in range(2, 10_000))
    return path if not path.exists() else next(each for each in numbered if not each.exists())


Action = Callable[[Desk], None]
