"""What a command says to a person: on standard error, in Thai, or in English when asked.

The one rule of the place: standard output belongs to results; not a word of this goes there.
"""

from __future__ import annotations

import sys


class Voice:
    """Speaks one language; each sentence is given in both."""

    def __init__(self, language: str = "th") -> None:
        self.english = language == "en"

    def choose(self, thai: str, english: str) -> str:
        """The sentence in the language wanted."""
        return english if self.english else thai

    def say(self, thai: str, english: str) -> None:
        """One line."""
        sys.stderr.write(self.choose(thai, english) + "\n")

    def fail(self, thai: str, english: str) -> None:
        """What stopped the command."""
        self.say(f"ทำไม่สำเร็จ: {thai}", f"failed: {english}")

    def progress(self, done: int, of: int, what: str) -> None:
        """Where long work stands; a single step is not worth a word."""
        if of > 1:
            self.say(f"[{done}/{of}] {what}", f"[{done}/{of}] {what}")
