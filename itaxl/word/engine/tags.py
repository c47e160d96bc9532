"""The tags in a paragraph's text: `{{ a value }}`, `{% a command %}`, `{# a note #}`.

The one rule of the place: what Word did to a tag (split it over runs, curled its quotes) is undone here.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

OPENS = re.compile(r"\{[{%#]")
_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
_COMMAND = re.compile(r"\{%[-+]?\s*(\w*)\s*(.*?)\s*[-+]?%\}", re.DOTALL)
_STRAIGHT = str.maketrans(
    {"‘": "'", "’": "'", "“": '"', "”": '"', "\u00a0": " ", "\n": " ", "\r": " ", "\t": " "}
)


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag at `start`..`end` of a paragraph's text; `word` and `rest` are those of a command."""

    start: int
    end: int
    typed: str
    code: str
    word: str = ""
    rest: str = ""

    @property
    def is_command(self) -> bool:
        """Whether it steers rather than prints."""
        return self.code.startswith("{%")

    @property
    def is_note(self) -> bool:
        """Whether it is a remark on the layout: to who reads it, or which layout it comes from."""
        return self.code.startswith("{#") or self.word == "layout"


def find_tags(text: str) -> list[Tag]:
    """The tags of a text, in order."""
    tags = []
    for found in _TAG.finditer(text):
        code, word, rest = found[0].translate(_STRAIGHT), "", ""
        if command := _COMMAND.fullmatch(code):
            word, rest = command[1], command[2]
            code = f"{{% {word} {rest} %}}".replace("  ", " ")
        tags.append(Tag(found.start(), found.end(), found[0], code, word, rest))
    return tags


def find_unclosed(text: str, tags: Sequence[Tag]) -> str:
    """The text from a tag that is never closed, or nothing."""
    rest = text
    for tag in reversed(tags):
        rest = rest[: tag.start] + " " * (tag.end - tag.start) + rest[tag.end :]
    found = OPENS.search(rest)
    return rest[found.start() :] if found else ""


def cut_runs(texts: Sequence[str], tags: Sequence[Tag]) -> list[list[str | Tag]]:
    """The texts of runs, each cut into words and tags; a tag belongs to the run in which it starts."""
    full = "".join(texts)
    cut: list[list[str | Tag]] = []
    start = 0
    for text in texts:
        cut.append(_cut(full, start, start + len(text), tags))
        start += len(text)
    return cut


def _cut(full: str, start: int, end: int, tags: Sequence[Tag]) -> list[str | Tag]:
    out: list[str | Tag] = []
    at = start
    for tag in tags:
        if tag.end <= at or tag.start >= end:
            continue
        if tag.start >= start:
            out += [full[at : tag.start], tag]
        at = min(tag.end, end)
    return [piece for piece in [*out, full[at:end]] if piece]
