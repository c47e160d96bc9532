"""How Windows cuts a command line into arguments: the rules of Microsoft's C runtime, by which Python is started.

The one rule of the place: https://learn.microsoft.com/cpp/c-language/parsing-c-command-line-arguments, to the letter.
"""

from __future__ import annotations

import re

_PIECE = re.compile(
    r'(?P<slashes>\\+)(?P<quote>"?)|(?P<plain>"")|(?P<mark>")|(?P<blank>[ \t]+)|(?P<text>[^\\" \t]+)'
)


def arguments(line: str) -> list[str]:
    """The program and its arguments."""
    program, rest = _program(line)
    found: list[str] = []
    current: str | None = None
    quoted = False
    for piece in _PIECE.finditer(rest):
        if piece["blank"] and not quoted:
            found += [] if current is None else [current]
            current = None
            continue
        text, quoted = _meaning(piece, quoted)
        current = (current or "") + text
    return [program, *found, *([] if current is None else [current])]


def _program(line: str) -> tuple[str, str]:
    """The program's own name, in which a backslash means nothing, and the rest."""
    if line.startswith('"'):
        name, _, rest = line[1:].partition('"')
        return name, rest.lstrip()
    name, _, rest = line.partition(" ")
    return name, rest.lstrip()


def _meaning(piece: re.Match[str], quoted: bool) -> tuple[str, bool]:
    """What a piece adds to the argument, and whether quotes are open behind it."""
    if piece["slashes"]:
        count = len(piece["slashes"])
        if not piece["quote"]:
            return piece["slashes"], quoted
        return "\\" * (count // 2) + ('"' if count % 2 else ""), quoted if count % 2 else not quoted
    if piece["plain"]:
        return ('"', quoted) if quoted else ("", quoted)
    if piece["mark"]:
        return "", not quoted
    return piece[0], quoted
