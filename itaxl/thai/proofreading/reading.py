"""The cheapest way to read a run of Thai letters as words.

The one rule of the place: it knows figures and letters, nothing of the trade. A function is long where a call for
each letter would cost more than all the rest.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from itaxl.thai.proofreading.model import END, START, STRANGE, Model

Names = Mapping[int, Sequence[tuple[int, int]]]  # where a name begins: its ends, each with a cost

STRANGER, ITS_LETTER = 90, 45  # the cost of a word that nobody knows, and of each of its letters
FAR = 1 << 30


@dataclass(frozen=True, slots=True)
class Reading:
    """A run of letters read: for each place the cost so far, the word that ends there, and where it begins.

    `ends` are the borders of the words of the cheapest reading, from 0 to the length of the run.
    """

    run: bytes
    names: Names
    costs: Sequence[int]
    words: Sequence[int]
    begins: Sequence[int]
    ends: Sequence[int]

    def steps(self, model: Model) -> list[int]:
        """What each word of the reading costs after the one before, and the border at last."""
        spent = [self.costs[end] for end in self.ends]
        return [after - before for before, after in pairwise(spent)] + [model.cost(self.words[-1], END)]


def read(model: Model, run: bytes, names: Names) -> Reading:
    """Read a run of letters (Viterbi, the best reading of each beginning kept)."""
    first, word_at, find = model.first, model.word, model.labels.find
    alone, back, floor, rows, following, pairs = (
        model.alone,
        model.back,
        model.floor,
        model.rows,
        model.following,
        model.pairs,
    )
    size = len(run)
    costs, words, came = [0] + [FAR] * size, [START] + [STRANGE] * size, [0] * (size + 1)
    strange, strange_from = FAR, 0
    for i in range(size):
        here, before = costs[i], words[i]
        low, high, apart, unseen = rows[before], rows[before + 1], here + back[before], here + floor[before]
        node = 0
        for j in range(i, size):
            node = find(run[j], first[node], first[node + 1])
            if node < 0:
                break
            if word := word_at[node]:
                at = bisect_left(following, word, low, high)
                if at < high and following[at] == word:
                    cost = here + pairs[at]
                else:
                    cost = apart + alone[word]
                    if cost < unseen:
                        cost = unseen
                if cost < costs[j + 1]:
                    costs[j + 1], words[j + 1], came[j + 1] = cost, word, i
        if here + STRANGER < strange:
            strange, strange_from = here + STRANGER, i
        strange += ITS_LETTER
        for end, cost in (*names.get(i, ()), (i + 1, strange - here)):
            if here + cost < costs[end]:
                costs[end], words[end] = here + cost, STRANGE
                came[end] = strange_from if end == i + 1 and here + cost == strange else i
    return Reading(run, names, costs, words, came, _borders(came))


def _borders(came: Sequence[int]) -> list[int]:
    ends = [len(came) - 1]
    while ends[-1]:
        ends.append(came[ends[-1]])
    return ends[::-1]
