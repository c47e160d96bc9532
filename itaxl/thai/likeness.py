"""Lines of cells held against each other: which repeat which, all but word for word.

The one rule of the place: texts are compared without spaces, digits' style and numbering (`tidy.comparable`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from itaxl.thai.tidy import comparable, shingles


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a cell: as typed without the spaces around it, and as it is compared."""

    typed: str
    plain: str


_NUMBER_WITHIN = re.compile(r"(?<=\S)\s+(?=[0-9๐-๙]{1,2}(?:[.)]\s?[ก-ฮเ-ไ]|มี))")


@lru_cache(maxsize=1024)  # several rules look at the same cells
def lines_of(cell: tuple[str, ...]) -> tuple[Line, ...]:
    """The lines of a cell that say something; a number inside a line begins another."""
    parts = (part.strip() for line in cell for part in _NUMBER_WITHIN.split(line))
    return tuple(Line(part, plain) for part in parts if (plain := comparable(part)))


def size(lines: Iterable[Line]) -> int:
    """How many letters the lines have together, as they are compared."""
    return sum(len(line.plain) for line in lines)


def all_shingles(lines: Iterable[Line]) -> frozenset[str]:
    """The letters of all lines, in fours."""
    return frozenset[str]().union(*(shingles(line.typed) for line in lines))


def copied(lines: Sequence[Line], source: Sequence[Line], share: float) -> list[Line]:
    """The lines that the source holds, all but word for word: so much of their letters, in fours, is there."""
    known, found = all_shingles(source), []
    for line in lines:
        own = shingles(line.typed)
        if len(own & known) >= share * len(own):
            found.append(line)
    return found


_TELLING = 15  # letters: a shorter line may rightly stand in plan and result


def repetition(result: tuple[str, ...], plan: tuple[str, ...]) -> Line | None:
    """The longest line of a result that repeats the plan word for word, where such lines are all of it, or its main part."""
    told, planned = lines_of(result), lines_of(plan)
    whole = "\n".join(line.plain for line in planned)
    same = [line for line in told if len(line.plain) >= _TELLING and line.plain in whole]
    if told and {line.plain for line in told} <= {line.plain for line in planned}:
        return max(told, key=lambda line: len(line.plain))
    near = copied(told, planned, 0.95) if same else []
    return max(same, key=lambda line: len(line.plain)) if 2 * size(near) > size(told) else None
