"""From the words of a command line to an exit code.

The one rule of the place: the language is known first, so that even a fault in the words is told in it.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from itaxl.cli.console import Voice, run_guarded
from itaxl.cli.parser import parse

STOPPED = 130


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; the exit code is that of the contract."""
    for stream in (sys.stdout, sys.stderr):  # a Windows console may stand on another code page
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    voice = Voice(_language(argv if argv is not None else sys.argv[1:]))
    try:
        return run_guarded(lambda: (parsed := parse(argv, voice)).run(parsed, voice), voice)
    except KeyboardInterrupt:
        voice.fail("หยุดตามคำสั่ง ไม่มีแฟ้มใดเขียนค้าง", "stopped; nothing is half-written")
        return STOPPED
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # the reader left; nothing more to say
        return 0


def _language(argv: Sequence[str]) -> str:
    """The language wanted, known before the arguments are: their own faults are told in it too."""
    for n, word in enumerate(argv):
        if word == "--lang=en" or (word == "--lang" and list(argv[n + 1 : n + 2]) == ["en"]):
            return "en"
    return "th"
