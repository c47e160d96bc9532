"""Makes the data of the proofreader from counts of words: `python tools/make_word_model.py UNIGRAMS BIGRAMS OUT`.

The one rule of the place: figures go in and figures come out; no sentence of anybody is kept.

UNIGRAMS: lines `word<TAB>count`. BIGRAMS (.gz): lines `word<TAB>next word<TAB>count`, with `^` and `$` for the
borders of a run of Thai letters. docs/proofreading.md tells where the counts come from. Words that the counts lack
come from pythainlp's dictionary (CC0) and from the official texts of the year files.
"""

from __future__ import annotations

import argparse
import gzip
import math
import re
import struct
import tomllib
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path

START, END, STRANGE, FIRST_WORD = 0, 1, 2, 3  # word numbers; `itaxl.thai.proofreading.model` reads them
SCALE = 10  # a cost is a tenth of a nat: -10 ln P
DISCOUNT = 0.75  # what every pair seen gives to those not seen (absolute discounting)
SELDOM = 0.1  # the count of a word that only the dictionary knows
TRUSTED = 10  # the count from which a word is one that no dictionary knows; below it is mostly torn
OFFICIAL = 4  # how often each official text counts as read
UNSEEN = 3  # how often, at most, a pair stood that the counts do not hold
TWICE = 0.001  # a word that follows itself more seldom than so does it by a slip: การการ
FEW, SMALL = 20, ("การ", "ความ")  # so seldom, a pair may be one that lost a small word: ผล(การ)ดำเนิน
USELESS = 3  # a pair whose cost is this near to that of its words apart says nothing
THAI = re.compile("[ก-๎]+")
WORD = re.compile("[ก-ฯเ-ๆ][ก-๎]{0,39}")  # no mark begins a word
YEARS = Path(__file__).parent.parent / "workbook_templates"

Pairs = dict[str, Counter[str]]


def read_counts(unigrams: Path, bigrams: Path) -> tuple[Counter[str], Pairs]:
    """The counts of words and of pairs, as the files have them."""
    ones: Counter[str] = Counter()
    for word, count in _rows(unigrams.read_text("utf-8").splitlines()):
        ones[word] = int(count)
    pairs: Pairs = defaultdict(Counter)
    with gzip.open(bigrams, "rt", encoding="utf-8") as lines:
        for word, following, count in _rows(lines):
            pairs[word][following] = int(count)
    return ones, pairs


def _rows(lines: Iterable[str]) -> Iterator[list[str]]:
    return (line.rstrip("\n").split("\t") for line in lines)


def drop_slips(ones: Counter[str], pairs: Pairs) -> None:
    """Forget the pairs that the counts hold by a slip: a word twice, or การ left out between two words."""
    for word, row in pairs.items():
        for other, count in list(row.items()):
            usual = max(row[small] * pairs[small][other] / ones[small] for small in SMALL)
            left_out = (
                count < FEW and usual > 5 * count and max(row[small] for small in SMALL) > ones[word] / 12
            )
            if left_out or (word == other and count < TWICE * ones[word]):
                del row[other]


def add_official(ones: Counter[str], pairs: Pairs) -> None:
    """Count the texts of the year files, cut as the others were."""
    from pythainlp.tokenize import word_tokenize

    for run in sorted({run for text in official_texts() for run in THAI.findall(text)}):
        words = word_tokenize(run, engine="newmm")
        ones.update({word: OFFICIAL * count for word, count in Counter(words).items()})
        for one, two in pairwise(("^", *words, "$")):
            pairs[one][two] += OFFICIAL


def official_texts() -> Iterator[str]:
    """Every Thai text of every year file."""

    def texts(value: object) -> Iterator[str]:
        match value:
            case str():
                yield value
            case dict():
                for each in value.values():
                    yield from texts(each)
            case list():
                for each in value:
                    yield from texts(each)

    for file in sorted(YEARS.glob("[0-9]*.toml")):
        yield from texts(tomllib.loads(file.read_text("utf-8")))


def dictionary() -> set[str]:
    """The words of pythainlp's dictionary."""
    from pythainlp.corpus import thai_words

    return {word for word in thai_words() if THAI.fullmatch(word)}


class Trie:
    """Words as a trie in breadth-first order: the children of a node stand side by side, so a search is one find."""

    def __init__(self, words: Iterable[str]) -> None:
        self.labels, self.first, self.word = bytearray(1), array("I"), array("H", [0])
        self.words: list[str] = []
        level = [("", sorted(set(words)))]
        while level:
            below: list[tuple[str, list[str]]] = []
            for prefix, group in level:
                self.first.append(len(self.labels))
                for letter, members in _by_letter(prefix, group):
                    self._add(prefix + letter, members)
                    below.append((prefix + letter, members))
            level = below
        self.first.append(len(self.labels))

    def _add(self, prefix: str, members: list[str]) -> None:
        self.labels.append(ord(prefix[-1]) & 0xFF)
        ends = members[0] == prefix
        self.word.append(FIRST_WORD + len(self.words) if ends else 0)
        if ends:
            self.words.append(members[0])


def _by_letter(prefix: str, group: list[str]) -> Iterator[tuple[str, list[str]]]:
    found: dict[str, list[str]] = defaultdict(list)
    for word in group:
        if len(word) > len(prefix):
            found[word[len(prefix)]].append(word)
    yield from found.items()


def cost(probability: float) -> int:
    """-10 ln P in one byte."""
    return max(0, min(255, round(-SCALE * math.log(probability))))


def sections(ones: Counter[str], pairs: Pairs) -> Iterator[bytes]:
    """The parts of the file, in the order in which they are read."""
    known = dictionary()
    words = {word: float(count) for word, count in ones.items() if word in known or count >= TRUSTED}
    words = dict.fromkeys(known, SELDOM) | words
    trie = Trie(word for word in words if WORD.fullmatch(word))
    names = ["^", "$", "", *trie.words]
    number = {name: n for n, name in enumerate(names)}
    words["^"] = words["$"] = float(pairs["^"].total())
    total = sum(words.values())
    alone = [cost(words.get(name, total / 1e6) / total) for name in names]
    back, floor = bytearray(), bytearray()
    starts, following, costs = array("I", [0]), array("H"), bytearray()
    for name in names:
        row = pairs.get(name, Counter())
        seen = max(words.get(name, 0), row.total(), 1)
        rest = max(1 - sum(count - DISCOUNT for count in row.values()) / seen, 0.02)
        back.append(cost(rest))
        floor.append(cost(min(1, UNSEEN / seen)))
        for other in sorted((each for each in row if each in number), key=number.__getitem__):
            chance = (row[other] - DISCOUNT) / seen + rest * words[other] / total
            if cost(chance) + USELESS <= max(back[-1] + alone[number[other]], floor[-1]):
                following.append(number[other])
                costs.append(cost(chance))
        starts.append(len(following))
    print(f"\n{len(trie.words):,} words, {len(trie.labels):,} nodes, {len(following):,} pairs")
    yield from (
        bytes(trie.labels),
        _little(trie.first),
        _little(trie.word),
        bytes(alone),
        bytes(back),
        bytes(floor),
        _little(starts),
        _little(following),
        bytes(costs),
    )


def _little(figures: array[int]) -> bytes:
    """The figures with their low byte first, on any machine."""
    return struct.pack(f"<{len(figures)}{figures.typecode}", *figures)


def main() -> None:
    """Write the file and say how large it is."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    for name in ("unigrams", "bigrams", "out"):
        parser.add_argument(name, type=Path)
    args = parser.parse_args()
    ones, pairs = read_counts(args.unigrams, args.bigrams)
    drop_slips(ones, pairs)
    add_official(ones, pairs)
    data = b"".join(struct.pack("<I", len(each)) + each for each in sections(ones, pairs))
    args.out.write_bytes(data)
    print(f"{args.out}: {len(data):,} bytes")


if __name__ == "__main__":
    main()
