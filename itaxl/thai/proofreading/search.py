"""The one slip that explains best why some words of a reading are so unlikely.

The one rule of the place: a slip is worth what it saves: the cost of the words as typed, less that of the words as
meant and of the slip itself. All costs are tenths of a nat.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from itaxl.thai.proofreading.keyboard import (
    DOUBLED,
    ENDED_TWICE,
    LEFT_OUT,
    MERGED,
    SWAPPED,
    extra,
    lost,
    wrong,
)
from itaxl.thai.proofreading.model import END, STRANGE, Model, letters
from itaxl.thai.proofreading.reading import FAR, ITS_LETTER, STRANGER, Reading

_LONGEST = 25  # letters of a word that is sought
_AROUND, _BEFORE = 2, 20  # words on both sides, and letters before, that are read again
_UNUSUAL = 165  # a word that costs more by itself is never what was meant: only the dictionary knows it
_AND = letters("และ")  # what stands between two words that ran together: เปิดเผย(และเผย)แพร่
_STRANGE_WORD = 5  # letters of a stranger behind a slip
# What is left out between two words, and nothing else is sure enough; it must be expected, and its absence odd.
_SMALL = tuple(map(letters, ("การ", "ความ")))
_NEEDING = tuple(map(letters, ("มี", "ผล", "ใน", "จาก", "ต่อ", "ด้าน", "ของ", "ด้วย", "เกิด")))
_COMMON, _EXPECTED, _ODD = 80, 22, 95


@dataclass(frozen=True, slots=True)
class Edit:
    """`run[start:end]` as typed, `meant` instead, and what it saves."""

    start: int
    end: int
    meant: bytes
    gain: int


class Search:
    """Reads the surroundings of the words `first` to `last` again, each way with one slip mended.

    `costs`, `words` and `came` hold the best reading with a slip behind it, for each place of the run.
    """

    def __init__(self, model: Model, reading: Reading, first: int, last: int, least: int) -> None:
        self.model, self.reading = model, reading
        ends, words = reading.ends, reading.words
        low, high = max(0, first - _AROUND), min(len(ends) - 1, last + 2 + _AROUND)
        while low and ends[first] - ends[low] < _BEFORE:
            low -= 1
        core = min(len(ends) - 1, last + 3)  # the slip may be seen only three words later: รัฐ|มน|ตี
        self.low, self.high, self.core = ends[low], ends[high], range(ends[first] - 1, ends[core] + 1)
        self.run = reading.run[: self.high] + b"\0\0"
        self.borders = {ends[at]: at for at in range(low, high + 1)}
        self.after = words[ends[high + 1]] if high + 1 < len(ends) else END
        self.spent = reading.costs[self.high] + model.cost(words[self.high], self.after)
        self.most = self.spent - least
        # Behind the slip the words are the same, but for the first of them, which may fit better.
        self.limit = self.most - max(0, self.spent - reading.costs[ends[min(core + 1, len(ends) - 1)]])
        self.costs = dict.fromkeys(range(self.low, self.high + 1), FAR)
        self.words = dict.fromkeys(self.costs, STRANGE)
        self.came: dict[int, tuple[int, Edit | None]] = {}

    def best(self) -> Edit | None:
        """The slip that saves most, None when none saves enough."""
        for i in range(self.low, self.high):
            if self.reading.costs[i] + DOUBLED < self.limit:
                self._mend_from(i)
            if self.costs[i] < self.most:
                self._go_on(i)
        total = self.costs[self.high] + self.model.cost(self.words[self.high], self.after)
        if total >= self.most:
            return None
        at, made = self.came[self.high]
        while made is None:
            at, made = self.came[at]
        return Edit(made.start, made.end, made.meant, self.spent - total)

    def _mend_from(self, i: int) -> None:
        """Every slip in the words that begin at a place."""
        if i in self.core and i in self.borders:
            self._double(i)
            self._leave_out(i)
        elif i in self.core and self.reading.words[i] != STRANGE:
            self._merge(i)
        if i in self.borders or self.reading.words[i] != STRANGE:
            self._misspell(i)

    def _reach(self, end: int, cost: int, word: int, came: int, made: Edit | None) -> None:
        if cost < self.costs[end]:
            self.costs[end], self.words[end], self.came[end] = cost, word, (came, made)

    def _go_on(self, i: int) -> None:
        """Read one word further, the slip being behind."""
        here, before = self.costs[i], self.words[i]
        run, first, find, node, end = self.run, self.model.first, self.model.labels.find, 0, i
        while (node := find(run[end], first[node], first[node + 1])) > 0:
            end += 1
            if word := self.model.word[node]:
                self._reach(end, here + self.model.cost(before, word), word, i, None)
        for end in range(i + 1, min(i + _STRANGE_WORD, self.high) + 1):
            self._reach(end, here + STRANGER + ITS_LETTER * (end - i), STRANGE, i, None)
        for end, cost in self.reading.names.get(i, ()):
            if end <= self.high:
                self._reach(end, here + cost, STRANGE, i, None)

    # ---- words -------------------------------------------------------------------------------------------------------

    def _double(self, i: int) -> None:
        """The next word stands twice: it is what the one behind it begins with, or what the one before ends with."""
        at = self.borders[i] + 1
        end = self.reading.ends[at] if at < len(self.reading.ends) else i
        word = self.run[i:end]
        before, behind = self.run.endswith(word, 0, i), self.run.startswith(word, end)
        if len(word) > 1 and (before or behind):
            cost = self.reading.costs[i] + (
                DOUBLED if behind or word == self.run[self.reading.begins[i] : i] else ENDED_TWICE
            )
            self._reach(end, cost, self.reading.words[i], i, Edit(i, end, b"", 0))

    def _leave_out(self, i: int) -> None:
        """A small word was left out, apart from the next one or joined with it."""
        model, here, before = self.model, self.reading.costs[i], self.reading.words[i]
        if not any(self.run[:i].endswith(each) for each in _NEEDING):
            return
        following = self.borders[i] + 1
        if model.floor[before] < _COMMON or following >= len(self.reading.ends):
            return
        if self.reading.costs[self.reading.ends[following]] < here + _ODD:
            return
        for small in _SMALL:
            node = model.node(small)
            cost = model.cost(before, model.word[node])
            if cost <= _EXPECTED and not self.run[:i].endswith(small):  # รายการ(การ)แข่งขัน
                self._reach(i, here + LEFT_OUT + cost, model.word[node], i, Edit(i, i, small, 0))
                self._follow(i, i, node, LEFT_OUT)

    def _merge(self, i: int) -> None:
        """A word that ends within the next one: two words ran together by the letters that both have."""
        ends, costs = self.reading.ends, self.reading.costs
        at = bisect_right(ends, i)
        start, end = ends[at - 1], ends[at]
        shared = self.run[start:i]
        if len(shared) > 1 and shared not in _SMALL and self.reading.begins[i] < start and end <= self.high:
            word = self.reading.words[end]
            cost = costs[i] + MERGED + self.model.cost(self.model.word[self.model.node(_AND)], word)
            self._reach(end, cost, word, i, Edit(i, end, _AND + self.run[start:end], 0))

    # ---- letters -----------------------------------------------------------------------------------------------------

    def _misspell(self, i: int) -> None:
        """The words from a place on with one letter lost, too many, wrong or swapped."""
        first, find, node = self.model.first, self.model.labels.find, 0
        for p in range(i, min(self.high, i + _LONGEST) + 1):
            if p in self.core and (p > i or i in self.borders):  # before a first letter the words are right
                self._slip_at(i, p, node)
            node = find(self.run[p], first[node], first[node + 1])
            if node < 0:
                break

    def _slip_at(self, i: int, p: int, node: int) -> None:
        """One slip at `p` in the words that begin at `i` with the letters of a node."""
        labels, first = self.model.labels, self.model.first
        low, high = first[node], first[node + 1]
        before, typed, then = (
            self.run[p - 1] if p else 0,
            self.run[p],
            self.run[p + 1] if p < self.high else 0,
        )
        if p > i:
            self._end_at(i, p, low, high)
        if not typed:
            return
        self._follow(i, p + 1, node, extra(typed, before, then))
        for child, at in self._below(typed, low, high):
            self._follow(i, p + 1, at, lost(labels[child], before))
        for child, at in self._below(then, low, high):
            if labels[child] != typed:
                self._follow(i, p + 2, at, wrong(typed, labels[child]))
        at = labels.find(then, low, high) if then != typed else -1
        if at > 0 and (at := labels.find(typed, first[at], first[at + 1])) > 0:
            self._follow(i, p + 2, at, SWAPPED)

    def _below(self, letter: int, low: int, high: int) -> Iterator[tuple[int, int]]:
        """The children among the nodes `low:high` that a letter goes on from, and the nodes it leads to."""
        first, find = self.model.first, self.model.labels.find
        at, end = first[low], first[high]
        while (at := find(letter, at, end)) > 0:
            yield bisect_right(first, at, low, high) - 1, at
            at += 1

    def _end_at(self, i: int, p: int, low: int, high: int) -> None:
        """The words that end with one of the letters `low:high`, which is lost at `p` or another one there."""
        labels, word = self.model.labels, self.model.word
        before, typed = self.run[p - 1], self.run[p]
        for child in range(low, high):
            if word[child]:
                self._end(i, p, child, lost(labels[child], before))
                if typed and labels[child] != typed:
                    self._end(i, p + 1, child, wrong(typed, labels[child]))

    def _follow(self, i: int, j: int, node: int, slip: int) -> None:
        """The words that begin at `i`, with a slip already paid, and go on from a node as typed from `j`."""
        run, first, find = self.run, self.model.first, self.model.labels.find
        word, best = self.model.word, self.costs
        cost = self.reading.costs[i] + slip
        if cost >= self.limit:
            return
        if j > i and word[node]:
            self._end(i, j, node, slip)
        while (node := find(run[j], first[node], first[node + 1])) > 0:
            j += 1
            if word[node] and cost < best[j]:
                self._end(i, j, node, slip)

    def _end(self, i: int, j: int, node: int, slip: int) -> None:
        """A word with a slip from `i` to `j`."""
        cost, word = self.reading.costs[i] + slip, self.model.word[node]
        if self.model.alone[word] <= _UNUSUAL and cost < self.costs[j]:
            cost += self.model.cost(self.reading.words[i], word)
            if cost < self.limit and cost < self.costs[j]:
                self._reach(j, cost, word, i, Edit(i, j, self.model.spell(node), 0))
