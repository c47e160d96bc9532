"""What an action works with: the Excel and the workbook of the click, and what the desktop does for it.

The one rule of the place: what only Windows can do comes in as a function, so that every action runs in a test.
"""

from __future__ import annotations

import datetime
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from itaxl.errors import InputError

if TYPE_CHECKING:
    from xlwings import App, Book


class Machine(Protocol):
    """A computer: what the add-in needs of it."""

    def open_file(self, path: Path) -> None:
        """Show a file in the program it belongs to."""

    def documents(self) -> Path:
        """The person's folder of documents."""

    def say(self, text: str) -> bool:
        """Say something when Excel cannot; whether it was seen."""


class Plain:
    """A computer without Windows."""

    def open_file(self, path: Path) -> None:
        """Nothing is opened: there is no Excel here from which a person could have clicked."""

    def documents(self) -> Path:
        """The home folder's documents."""
        return Path.home() / "Documents"

    def say(self, text: str) -> bool:
        """Nobody sits before a window here."""
        return False


def this_machine() -> Machine:
    """The computer this runs on."""
    if sys.platform == "win32":
        from itaxl.addin.windows import Windows

        return Windows()
    return Plain()


def _the_usual(text: str, usual: str) -> str:
    """The answer where nobody can be asked."""
    return usual


@dataclass(frozen=True)
class Desk:
    """One click: `workbook` is None when no workbook is open, `excel` when no Excel answers and none is needed."""

    excel: App | None
    workbook: Book | None
    machine: Machine
    state: Path
    today: datetime.date
    tell: Callable[[str], None]  # shows a text and waits until it has been read
    ask: Callable[[str, str], str | None] = (
        _the_usual  # a text and the usual answer; None: the person gives up
    )

    @property
    def app(self) -> App:
        """The Excel of the click; InputError when there is none."""
        if self.excel is None:
            raise InputError("ติดต่อ Excel ไม่ได้ – โปรดเปิดแฟ้มก่อนกดปุ่มนี้", "no Excel answers")
        return self.excel

    @property
    def book(self) -> Book:
        """The workbook of the click; InputError when there is none."""
        if self.workbook is None:
            raise InputError("ยังไม่ได้เปิดแบบรายงาน – โปรดเปิดแฟ้มก่อนกดปุ่มนี้", "no workbook is open")
        return self.workbook

    def open_form(self, path: Path) -> None:
        """Open a form in the Excel of the click, else in whatever opens it."""
        from itaxl.addin import seam

        if self.excel is None:
            self.machine.open_file(path)
        else:
            seam.open_workbook(self.excel, path)


Action = Callable[[Desk], None]
