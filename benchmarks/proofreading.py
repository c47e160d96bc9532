"""The proofreader: how many slips it finds, what it says of right text, how fast and how large it is.

`python benchmarks/proofreading.py [LINES.jsonl] [--alarms]` measures on the texts of four published reports and on the
right sentences of the rules' tests; and, when they are given, on lines of JSON with `clean`, `typed` (one slip), `at`.
`--alarms` lists everything said of right text, to be read by a person. docs/proofreading.md keeps the figures.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from _bench import CASES, ms, table

from itaxl.catalog import gazetteer
from itaxl.thai.proofreading import Names, Slip, find_slips
from itaxl.thai.proofreading.keyboard import neighbours

NAMES = Names(places=gazetteer.all_names())
LETTERS, TONES = re.compile("[ก-์]"), re.compile("[่-๋]")
REPORT = 30_000  # letters
FRESH = """
import resource, sys, time
started = time.process_time()
from itaxl.thai.proofreading import find_slips
imported = time.process_time()
from itaxl.thai.proofreading.model import model
model()
loaded = time.process_time()
find_slips(sys.stdin.read())
read = time.process_time()
print(started, imported - started, loaded - imported, read - loaded, read, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""


@dataclass(frozen=True)
class Planted:
    """A right line, the same with one slip, the place and the kind of the slip."""

    clean: str
    typed: str
    at: int
    kind: str

    def found(self) -> list[Slip]:
        """What is said of the place of the slip."""
        return [s for s in find_slips(self.typed, NAMES) if s.start - 1 <= self.at <= s.end + 1]


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("lines", nargs="?", type=Path)
    parser.add_argument("--alarms", action="store_true")
    args = parser.parse_args()
    sets = {"published reports": plant(report_lines()), "right sentences": plant(right_sentences())}
    if args.lines:
        rows = [json.loads(line) for line in args.lines.read_text("utf-8").splitlines()]
        given = [Planted(row["clean"], row["typed"], row["at"], row["kind"]) for row in rows]
        half = len(given) // 2
        sets |= {"given, first half": given[:half], "given, second half": given[half:]}
    recall(sets)
    alarms(sets, show=args.alarms)
    speed(sets)


# ---- material --------------------------------------------------------------------------------------------------------


def report_lines() -> list[str]:
    """The sentences of four published reports, as printed, mistakes included."""
    texts = (
        text for file in sorted(CASES.glob("*.json")) for text in _texts(json.loads(file.read_text("utf-8")))
    )
    return list(
        dict.fromkeys(line for text in texts for line in text.split("\n") if len(LETTERS.findall(line)) > 20)
    )


def right_sentences() -> list[str]:
    """The sentences that no rule may speak of."""
    file = CASES.parent.parent / "rules" / "corpus" / "right.md"
    if not file.exists():
        return []
    cells = [
        line.split("|")[2].strip() for line in file.read_text("utf-8").splitlines() if line.startswith("| ")
    ]
    return [line for cell in cells for line in cell.split("<br>") if len(LETTERS.findall(line)) > 20]


def _texts(value: object) -> Iterator[str]:
    match value:
        case str():
            yield value
        case dict() | list():
            for each in value.values() if isinstance(value, dict) else value:
                yield from _texts(each)


def plant(lines: Iterable[str]) -> list[Planted]:
    """One slip in each line, of each kind in turn, at a place that chance chooses (always the same)."""
    chance = random.Random(2569)
    kinds = ("lost", "doubled", "swapped", "key", "tone")
    made = (_planted(line, kinds[n % len(kinds)], chance) for n, line in enumerate(lines))
    return [each for each in made if each]


def _planted(line: str, kind: str, chance: random.Random) -> Planted | None:
    pattern = TONES if kind == "tone" else LETTERS
    places = [found.start() for found in pattern.finditer(line)]
    chance.shuffle(places)
    for at in places[:20]:
        typed = line[:at] + _slip(line, at, kind, chance) + line[at + (2 if kind == "swapped" else 1) :]
        if typed != line:
            return Planted(line, typed, at, kind)
    return None


def _slip(line: str, at: int, kind: str, chance: random.Random) -> str:
    """What the fingers make of the letter at a place, or of it and the next."""
    letter = line[at]
    match kind:
        case "doubled":
            return letter * 2
        case "swapped":
            return line[at + 1 : at + 2] + letter if LETTERS.match(line, at + 1) else line[at : at + 2]
        case "key":
            return chance.choice([*neighbours(letter), letter])
    return ""


# ---- figures ---------------------------------------------------------------------------------------------------------


def recall(sets: dict[str, list[Planted]]) -> None:
    """Slips found, and those whose mending gives the line back."""
    rows = []
    for name, planted in sets.items():
        said = [(each, each.found()) for each in planted]
        hit = sum(bool(found) for _, found in said)
        mended = sum(
            any(each.typed[: s.start] + s.meant + each.typed[s.end :] == each.clean for s in found)
            for each, found in said
        )
        kinds = Counter(each.kind for each, found in said if not found)
        missed = ", ".join(f"{kind} {count}" for kind, count in kinds.most_common())
        total = max(1, len(planted))
        rows.append(
            [
                name,
                str(len(planted)),
                f"{100 * hit / total:.1f}",
                f"{100 * mended / total:.1f}",
                missed or "–",
            ]
        )
    table(
        "Slips planted, one a line", ["lines", "slips", "found, %", "with the words meant, %", "missed"], rows
    )


def alarms(sets: dict[str, list[Planted]], *, show: bool) -> None:
    """What is said of the lines as they are; a person must say what of it is true."""
    rows, told = [], []
    for name, planted in sets.items():
        letters = sum(len(each.clean) for each in planted)
        said = [(each.clean, slip) for each in planted for slip in find_slips(each.clean, NAMES)]
        rows.append([name, f"{letters:,}", str(len(said)), str(sum(slip.sure for _, slip in said))])
        told += [f"{name}: {_shown(text, slip)}" for text, slip in said]
    table("Said of the lines without a slip", ["lines", "letters", "said", "of it sure"], rows)
    if show:
        print("", *told, sep="\n")


def _shown(text: str, slip: Slip) -> str:
    return f"{slip.odds:4.1f} {text[max(0, slip.start - 20) : slip.start]}»{slip.typed}«{text[slip.end :][:20]} → {slip.meant}"


def speed(sets: dict[str, list[Planted]]) -> None:
    """A report of 30,000 letters in a fresh process: its sentences are all different."""
    text = "\n".join(each.clean for planted in reversed(sets.values()) for each in planted)
    data = Path(sys.modules["itaxl.thai.proofreading"].__file__ or "").with_name("words.bin").stat().st_size
    rows = [_fresh(text[:REPORT]) for _ in range(3)]
    title = f"{min(REPORT, len(text)):,} letters in a fresh process; data {data / 1e6:.2f} MB"
    head = ["by the clock", "of it the processor's", "Python", "imports", "loading", "reading", "memory"]
    table(title, head, rows)


def _fresh(text: str) -> list[str]:
    """Times of one process: by the clock, which depends on what else the machine does, and the processor's."""
    start = time.perf_counter()
    command = [sys.executable, "-c", FRESH]
    done = subprocess.run(command, input=text, capture_output=True, text=True, encoding="utf-8", check=True)
    clock = time.perf_counter() - start
    python, imports, loading, reading, total, memory = map(float, done.stdout.split())
    return [
        f"{clock:.2f} s",
        f"{total:.2f} s",
        ms(python),
        ms(imports),
        ms(loading),
        f"{reading:.2f} s",
        f"{memory / 1024:.0f} MB",
    ]


if __name__ == "__main__":
    main()
