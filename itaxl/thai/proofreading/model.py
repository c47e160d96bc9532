"""The words of official Thai: a trie of words, what each costs alone, and what each costs after another.

The one rule of the place: costs are whole tenths of a nat (-10 ln P), and the file is read as it lies: nothing is
computed when it is loaded. `tools/make_word_model.py` makes it.
"""

from __future__ import annotations

import sys
from array import array
from bisect import bisect_left, bisect_right
from functools import cache
from pathlib import Path

START, END, STRANGE = 0, 1, 2  # words that are none: the borders of a run of letters, and what nobody knows

_SIZE = 4  # bytes of the length before each part of the file


class Model:
    """`labels` holds the letter of each node in breadth-first order: the children of `n` are `first[n]:first[n+1]`.

    `word` is the number of the word that ends at a node, 0 for none; `alone` and `back` are its cost by itself and
    for being followed by what it is not known to be followed by; `following[rows[w]:rows[w+1]]` are the words known
    to follow `w`, in order, and `pairs` their costs.
    """

    def __init__(self, data: bytes) -> None:
        parts, at = [], 0
        while at < len(data):
            size = int.from_bytes(data[at : at + _SIZE], "little")
            parts.append(data[at + _SIZE : at + _SIZE + size])
            at += _SIZE + size
        labels, first, word, alone, back, floor, rows, following, pairs = parts
        self.labels, self.alone, self.back, self.floor, self.pairs = labels, alone, back, floor, pairs
        self.first, self.word = _figures("I", first), _figures("H", word)
        self.rows, self.following = _figures("I", rows), _figures("H", following)

    def cost(self, before: int, word: int) -> int:
        """What a word costs after another."""
        high = self.rows[before + 1]
        at = bisect_left(self.following, word, self.rows[before], high)
        if at < high and self.following[at] == word:
            return self.pairs[at]
        return max(self.back[before] + self.alone[word], self.floor[before])

    def node(self, letters: bytes) -> int:
        """Where a word or the beginning of one stands, 0 when there is none."""
        node = 0
        for letter in letters:
            node = self.labels.find(letter, self.first[node], self.first[node + 1])
            if node < 0:
                return 0
        return node

    def spell(self, node: int) -> bytes:
        """The letters that lead to a node."""
        letters = bytearray()
        while node:
            letters.append(self.labels[node])
            node = bisect_right(self.first, node) - 1
        return bytes(reversed(letters))


def _figures(code: str, data: bytes) -> array[int]:
    figures = array(code, data)
    if sys.byteorder == "big":
        figures.byteswap()
    return figures


@cache
def model() -> Model:
    """The model of the file, read once."""
    return Model(Path(__file__).with_name("words.bin").read_bytes())


def letters(text: str) -> bytes:
    """Thai letters as the model has them, a byte each."""
    return text.encode("utf-16-le")[::2]


def text(letters: bytes) -> str:
    """The text of such letters."""
    return bytes(byte for letter in letters for byte in (letter, 0x0E)).decode("utf-16-le")
