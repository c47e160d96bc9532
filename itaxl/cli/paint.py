"""Colours for a person at a terminal, and nothing but text for everyone else.

The one rule of the place: no meaning is in a colour alone; NO_COLOR, a pipe and a file get plain text.
"""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from typing import TextIO

from itaxl.model.findings import Severity

_RED, _YELLOW, _CYAN, _GREEN = "1;31", "33", "36", "1;32"
_SEVERITIES = {Severity.ERROR: _RED, Severity.WARNING: _YELLOW, Severity.HINT: _CYAN}


@dataclass(frozen=True, slots=True)
class Paint:
    """Gives text its colours, or leaves it as it is when `on` is false."""

    on: bool = False

    def _paint(self, text: str, code: str) -> str:
        return f"\x1b[{code}m{text}\x1b[0m" if self.on and text else text

    def severity(self, severity: Severity, text: str) -> str:
        """A word of this gravity."""
        return self._paint(text, _SEVERITIES[severity])

    def verdict(self, ready: bool, text: str) -> str:
        """The last line."""
        return self._paint(text, _GREEN if ready else _RED)

    def title(self, text: str) -> str:
        """A file or a sheet."""
        return self._paint(text, "1")

    def quiet(self, text: str) -> str:
        """What stands around the words in question."""
        return self._paint(text, "2")

    def mark(self, text: str) -> str:
        """The words in question: between angles, so that they are seen without colours too."""
        return self._paint(f"»{text}«", "1;4")


PLAIN = Paint()


def paint_for(stream: TextIO) -> Paint:
    """Colours where a person reads along: a terminal that understands them, and NO_COLOR is not set."""
    wanted = not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    return Paint(wanted and stream.isatty() and _understands_colours())


def _understands_colours() -> bool:
    """Whether the terminal takes escape sequences; a Windows console is asked to, and old ones cannot."""
    if sys.platform == "win32":
        import ctypes

        kernel, mode = ctypes.windll.kernel32, ctypes.c_uint32()
        console = kernel.GetStdHandle(-11)  # the standard output
        sequences = 0x0004  # ENABLE_VIRTUAL_TERMINAL_PROCESSING
        return bool(
            kernel.GetConsoleMode(console, ctypes.byref(mode))
            and kernel.SetConsoleMode(console, mode.value | sequences)
        )
    return True
