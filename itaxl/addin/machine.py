"""What an action or `doctor` may ask of the computer, as functions: real on Windows, given by a test elsewhere.

The one rule of the place: here stands what is needed and why; only `windows` does it.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Protocol


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
