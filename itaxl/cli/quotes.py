"""The words in question as they stand in their cell: with some text around them, and what is invisible made visible.

The one rule of the place: what a person typed is shown, never obeyed: no control character leaves here.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from itaxl.catalog.fields import typed_texts
from itaxl.model.findings import Finding, Repair
from itaxl.model.records import Report
from itaxl.thai.names import LEANING
from itaxl.thai.personal import mask

REACH = 36  # letters shown on either side
LONGEST = 160  # letters of the words themselves

_SHOWN = {"\n": " ⏎ ", "\t": " ⇥ "}
_HIDDEN = frozenset({"Cc", "Cf", "Zl", "Zp", "Co", "Cn", "Cs"})


@dataclass(frozen=True, slots=True)
class Passage:
    """Words with what stands before and after them, all fit to be shown; an ellipsis where it was cut."""

    before: str
    words: str
    after: str

    def told_by(self, message: str) -> bool:
        """Whether a message says as much: the same words, and nothing stands around them."""
        return not (self.before or self.after) and self.words in message


@dataclass(frozen=True, slots=True)
class Rewording:
    """A repair with the text around it: `old`, with `after` behind it, becomes `new` with `then` behind it."""

    before: str
    old: str
    new: str
    after: str
    then: str


def visible(text: str, *, blanks: bool = False) -> str:
    """Text fit to be shown: line breaks as signs, invisible characters by number; `blanks` shows spaces too."""
    hidden = {each for each in text if each == "\u00a0" or unicodedata.category(each) in _HIDDEN}
    signs = {ord(each): _SHOWN.get(each, f"‹U+{ord(each):04X}›") for each in hidden}
    shown = text.translate(signs)
    return shown.replace(" ", "␣") if blanks else shown


def passages(report: Report, findings: tuple[Finding, ...]) -> dict[Finding, Passage]:
    """The passage of each finding that quotes words."""
    typed = typed_texts(report) if findings else {}
    return {each: passage(typed.get(each.field, ""), each.quote) for each in findings if each.quote}


def passage(text: str, quote: str) -> Passage:
    """The first place of the words in a text; the words alone where the text does not hold them."""
    text = mask(text)
    start = text.find(quote)
    if start < 0:
        return Passage("", _shortened(quote), "")
    end = start + len(quote)
    return Passage(_before(text, start), _shortened(quote), _after(text, end))


def _shortened(words: str) -> str:
    """Words fit to be shown; of very many the beginning and the end."""
    if len(words) <= LONGEST:
        return visible(words)
    start, end = LONGEST * 2 // 3, len(words) - LONGEST // 4
    while _leans(words, start):
        start += 1
    while _leans(words, end):
        end -= 1
    return f"{visible(words[:start])} … {visible(words[end:])}"


def _before(text: str, end: int) -> str:
    """What stands in front, on the same line and within reach."""
    line = text.rfind("\n", 0, end) + 1
    start = max(line, end - REACH)
    while start > line and _leans(text, start):
        start -= 1
    return ("…" if start > line else "") + visible(text[start:end])


def _after(text: str, start: int) -> str:
    """What stands behind, on the same line and within reach."""
    line = text.find("\n", start)
    line = len(text) if line < 0 else line
    end = min(line, start + REACH)
    while end < line and _leans(text, end):
        end += 1
    return visible(text[start:end]) + ("…" if end < line else "")


def _leans(text: str, at: int) -> bool:
    """Whether the letter there needs the one before it."""
    return at < len(text) and text[at] in LEANING


def change(repair: Repair, quote: str) -> Rewording:
    """What a repair changes: the words in question as a whole, or the letters that differ."""
    old, new = mask(repair.before), mask(repair.after)
    return _reworded(old, new, quote) or _differing(old, new)


def _reworded(old: str, new: str, quote: str) -> Rewording | None:
    """The change of the words in question, everywhere or at their first place; None where it is another."""
    start, times = old.find(quote), old.count(quote)
    if not quote or start < 0:
        return None
    for count in {1, times}:
        words = new[start : start + len(quote) + (len(new) - len(old)) // count]
        if old.replace(quote, words, count) == new:
            after, then = _after(old, start + len(quote)), _after(new, start + len(words))
            return Rewording(_before(old, start), _shown(quote), _shown(words), after, then)
    return None


def _differing(old: str, new: str) -> Rewording:
    """The letters from the first that differs to the last; never cut between a letter and its mark."""
    start = _common(old, new)
    while start and (_leans(old, start) or _leans(new, start)):
        start -= 1
    tail = min(_common(old[::-1], new[::-1]), len(old) - start, len(new) - start)
    while tail and _leans(old, len(old) - tail):
        tail -= 1
    end = len(old) - tail
    words = new[start : len(new) - tail]
    after = _after(old, end)
    return Rewording(_before(old, start), _shown(old[start:end]), _shown(words), after, after)


def _common(one: str, other: str) -> int:
    """How many letters both begin with."""
    length = min(len(one), len(other))
    return next((n for n in range(length) if one[n] != other[n]), length)


def _shown(part: str) -> str:
    """A changed part; where it is nothing but spaces, they are shown."""
    return visible(part, blanks=not part.strip())
