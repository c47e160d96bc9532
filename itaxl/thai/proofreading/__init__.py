"""A proofreader of official Thai: text in, slips of the fingers out, each with the words as typed and as meant.

The one rule of the place: it says only what its figures make likely (docs/proofreading.md tells where they come
from); what is right and in no figures is allowed for by `Names`.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from itaxl.thai.names import LEANING
from itaxl.thai.proofreading.known_names import Names, Span
from itaxl.thai.proofreading.model import letters, model
from itaxl.thai.proofreading.model import text as text_of
from itaxl.thai.proofreading.reading import Reading, read
from itaxl.thai.proofreading.search import Edit, Search

NO_NAMES = Names()

__all__ = ["Names", "Slip", "find_slips", "shorten", "widen"]

_LEANING = tuple(LEANING)
_RUN = re.compile("[ก-๎]+")
_TORN = re.compile("เเ|ํ(?P<tone>[่-๋]?)า")
_PIECE = re.compile(f"{_TORN.pattern}|.", re.DOTALL)
_DANGLING = re.compile("(?P<word>การ)[ \t]+(?P<next>ความ[ก-๎]+)")
_LOOK_BACK, _DANGLING_ODDS = 40, 5.0
_NO_WORD = re.compile(r"[ก-ฮฯๆ]{1,6}|.")  # อปท, ข้อ ก
_ODD = 116  # what two words may cost together before a slip is sought,
_LETTER = 8  # and what each letter of the first excuses
_STRETCH = 6  # words that are searched for one slip
_MOST = 30  # such places in one run: what has more is no language
_LEAST = 20  # what a slip must save to be said, in tenths of a nat
_SURE = 8.0  # the odds from which it may be mended unasked
_LONG_WORD = 20  # letters: what has no border so far is no word
_SHORT = 4  # letters: a shorter quote is shown with the next word


@dataclass(frozen=True, slots=True)
class Slip:
    """`text[start:end]` is `typed` where `meant` was meant; `odds` say how sure, in nats: 2 at least.

    The words shown are as few as show the fault: a short one comes with the next.
    """

    start: int
    end: int
    typed: str
    meant: str
    odds: float

    @property
    def sure(self) -> bool:
        """Whether it may be mended unasked."""
        return self.odds >= _SURE


def find_slips(text: str, names: Names = NO_NAMES) -> list[Slip]:
    """The slips of the fingers in a text, in order; `names` are what it may hold besides words."""
    plain, places = _plain(text)
    spans = sorted(names.within(plain))
    found = [*_dangling(text)]
    for run in _RUN.finditer(plain):
        short = len(run[0]) <= _SHORT and plain.startswith(".", run.end())
        if not short and not _NO_WORD.fullmatch(run[0]):
            at = run.start()
            inside = spans[bisect_left(spans, (at,)) : bisect_left(spans, (run.end(),))] if spans else ()
            allowed = tuple((start - at, end - at, cost) for start, end, cost in inside if end <= run.end())
            for slip in _slips_of(run.group(), allowed):
                start, end = places[at + slip.start], places[at + slip.end]
                found.append(Slip(start, end, text[start:end], slip.meant, slip.odds))
    return sorted(found, key=lambda slip: slip.start)


def widen(text: str, start: int, end: int) -> tuple[int, int]:
    """A place of a text made wide to the borders of the words that it begins and ends in."""
    left = max((each for each in _borders(text, start) if each <= start), default=start)
    right = min((each for each in _borders(text, end) if each >= end), default=end)
    return left, right


def shorten(text: str, most: int) -> str:
    """The first words of a text, of so many characters at most; a longer first word is whole."""
    if len(text) <= most:
        return text
    borders = [each for each in _borders(text, most) if each]
    end = max((each for each in borders if each <= most), default=min(borders, default=most))
    return text[:end].rstrip()


def _borders(text: str, at: int) -> list[int]:
    """Where words begin or end near a place, itself where no letters run over it."""
    run = next((run for run in _RUN.finditer(text) if run.start() < at < run.end()), None)
    if run is None:
        return [at]
    borders = (run.start() + end for end in read(model(), letters(run.group()), {}).ends)
    return [each for each in borders if abs(each - at) <= _LONG_WORD and not text.startswith(_LEANING, each)]


def _dangling(text: str) -> Iterator[Slip]:
    """การ with nothing to it before a word of ความ, a space between: the one pair that no run holds."""
    for pair in _DANGLING.finditer(text):
        behind = text[max(0, pair.start() - _LOOK_BACK) : pair.end("word")]
        before = letters(_RUN.findall(behind)[-1])
        if before[read(model(), before, {}).ends[-2] :] == letters(pair["word"]):
            start, end = pair.start(), pair.start("next") + read(model(), letters(pair["next"]), {}).ends[1]
            yield Slip(start, end, text[start:end], text[pair.start("next") : end], _DANGLING_ODDS)


def _plain(text: str) -> tuple[str, Sequence[int]]:
    """The text with ำ and แ in one piece, and for each place in it, the end included, the place in the text."""
    if not _TORN.search(text):
        return text, range(len(text) + 1)
    pieces = [(each.start(), _TORN.sub(_join, each.group())) for each in _PIECE.finditer(text)]
    places = [start for start, piece in pieces for _ in piece]
    return "".join(piece for _, piece in pieces), [*places, len(text)]


def _join(torn: re.Match[str]) -> str:
    return "แ" if torn.group() == "เเ" else f"{torn['tone']}ำ"


@lru_cache(maxsize=4096)  # reports say the same again and again
def _slips_of(run: str, allowed: tuple[Span, ...]) -> tuple[Slip, ...]:
    """The slips in a run of Thai letters."""
    figures = letters(run)
    by_start: dict[int, list[tuple[int, int]]] = {}
    for start, end, cost in allowed:
        by_start.setdefault(start, []).append((end, cost))
    reading = read(model(), figures, by_start)
    return tuple(_slip(run, reading, edit) for edit in _edits(reading))


def _slip(run: str, reading: Reading, edit: Edit) -> Slip:
    """A slip with its words, and those beside them where they are too few to show it."""
    start, end = edit.start, edit.end
    again = not edit.meant and run.startswith(run[start:end], end)
    if len(edit.meant) > end - start + 1 or not (
        edit.meant or again
    ):  # what is lost shows beside the word before
        start = reading.begins[start]
    if end - start < _SHORT or edit.start == end or again:
        end = reading.ends[min(len(reading.ends) - 1, bisect_right(reading.ends, end))]
    meant = run[start : edit.start] + text_of(edit.meant) + run[edit.end : end]
    return Slip(start, end, run[start:end], meant, edit.gain / 10)


def _edits(reading: Reading) -> Iterator[Edit]:
    behind = 0
    for first, last in _odd_places(reading)[:_MOST]:
        found = Search(model(), reading, first, last, _LEAST).best()
        if found and found.start >= behind:
            yield found
            behind = found.end + 1


def _odd_places(reading: Reading) -> list[tuple[int, int]]:
    """First and last word of each stretch of words that are unlikely, or stand twice."""
    run, steps, ends = reading.run, reading.steps(model()), reading.ends
    places: list[tuple[int, int]] = []
    for word, (start, end) in enumerate(pairwise(ends)):
        odd = steps[word] + steps[word + 1] - _LETTER * (end - start) >= _ODD
        if odd or (end - start > 1 and run.startswith(run[start:end], end)):
            near = bool(places) and word - places[-1][1] <= 1 and word - places[-1][0] < _STRETCH
            places[-1:] = [(places[-1][0], word)] if near else [*places[-1:], (word, word)]
    return places
