"""What the rules find of the mistakes that people found in four published reports: `python -m tests.rules.measure`.

The one rule of the place: a finding counts for a mistake when case, field and offending words agree; white space,
bullets of tables and the two sets of digits do not matter.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache, cached_property
from pathlib import Path

from itaxl.case.load import read_case
from itaxl.model.columns import columns
from itaxl.model.findings import Finding, Severity
from itaxl.model.records import Report
from itaxl.rules.context import Context, blank
from itaxl.rules.mechanism import run
from itaxl.thai.digits import to_arabic

DATA = Path(__file__).parents[1] / "data"
CASES = ("kohchan-2567", "dongtangao-2566", "changhaitok-2567", "singburi-2564")

# Faults of a pair of cells: the words quoted may be those of either cell.
PAIR_KINDS = {
    "dup_result", "copy_as_result", "copy_as_followup", "percent_status", "date_window", "mismatch", "column_swap",
    "contradiction",
}  # fmt: skip

# What looks wrong and is right (`not_errors` of mistakes.json, in words that can be sought).
RIGHT = (
    "หน้าที่ที่", "ที่ดำเนินการ การสรุปผล", "รายการการจัดซื้อ", "บริการการติดต่อ", "บริการการเปิดเผย", "มาตรการการส่งเสริม",
    "เรื่อง เรื่อง", "พ.ศ. ๒๕๖๓ - ๒๕๖๕", "หลังฝนแล้ง", "คุณธรรมและโปร่งใส", "มหาวิทยาลัยราชภัฏเทพสตรี", "ก.จ.สิงห์บุรี",
)  # fmt: skip


@dataclass(frozen=True)
class Entry:
    """One mistake of mistakes.json."""

    id: str
    case: str
    kind: str
    origin: str
    expect: str
    fields: tuple[str, ...]
    quotes: tuple[str, ...]
    listed: bool
    why: str

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The quotes as they are compared, without the marks of the paper's tables."""
        return tuple(filter(None, (plain(re.sub(r"<[^>]*>|\|", "", quote)) for quote in self.quotes)))


@cache
def entries() -> tuple[Entry, ...]:
    """Every mistake of the list."""
    return tuple(
        Entry(
            each["id"],
            each["case"],
            each["kind"],
            each["origin"],
            each["expect"],
            tuple(each["fields"]),
            tuple(each["quotes"]),
            each.get("listed", True),
            each["why"],
        )
        for each in json.loads((DATA / "mistakes.json").read_text("utf-8"))["entries"]
    )


@cache
def report(case: str) -> Report:
    """One of the four reports, from its data: its findings have fields but no cells."""
    read = read_case(DATA / "cases" / f"{case}.json")
    if case != "dongtangao-2566":
        return read
    # its page for the QR code bore the picture, which the text of the report could not hold
    return replace(read, paper=replace(read.paper, eit_url="https://itas.nacc.go.th/"))


@cache
def findings(case: str, *, spelling: bool = False) -> tuple[Finding, ...]:
    """Every finding on one of the four reports."""
    return tuple(run(Context(report(case), spelling=spelling)))


@cache
def texts(case: str) -> dict[str, str]:
    """The typed text of every field, as it is compared."""
    return {
        each.record.at.field(each.column.key, outer=each.column.outer): plain(each.text)
        for each in Context(report(case)).texts
    }


def plain(text: str) -> str:
    """A text without white space, its digits Arabic."""
    return re.sub(r"\s+", "", to_arabic(text))


def matches(entry: Entry, finding: Finding) -> bool:
    """Whether a finding on the entry's case speaks of the entry's mistake."""
    if finding.field not in entry.fields:
        return False
    quote, cell = plain(finding.quote), texts(entry.case).get(finding.field, "")
    if not (quote and cell and entry.words):
        return True  # an empty cell, a box or a number: there are no words to compare
    return any(
        word in quote or quote in word or _meet(word, quote, cell) for word in _parts(entry, finding)
    ) or (entry.kind in PAIR_KINDS and len(quote) > 12)


def _parts(entry: Entry, finding: Finding) -> Iterator[str]:
    """The entry's words, whole, and where the cell holds them only in part, as much as it holds."""
    cell = texts(entry.case).get(finding.field, "")
    for word in entry.words:
        yield word
        if word not in cell:
            yield from (part for part in _common(word, cell) if len(part) >= 8)


def _common(word: str, cell: str) -> Iterator[str]:
    """The longest beginning and the longest end of the word that the cell holds."""
    yield next((word[:end] for end in range(len(word), 0, -1) if word[:end] in cell), "")
    yield next((word[start:] for start in range(len(word)) if word[start:] in cell), "")


def _meet(word: str, quote: str, cell: str) -> bool:
    """Whether the two stand on common ground somewhere in the cell."""
    return any(a < d and c < b for a, b in _spans(word, cell) for c, d in _spans(quote, cell))


def _spans(words: str, cell: str) -> list[tuple[int, int]]:
    """Where the words stand in the cell, overlapping places too."""
    starts = (match.start() for match in re.finditer(f"(?={re.escape(words)})", cell))
    return [(start, start + len(words)) for start in starts]


def found(entry: Entry, *, spelling: bool = True) -> list[Finding]:
    """The findings that speak of a mistake."""
    return [each for each in findings(entry.case, spelling=spelling) if matches(entry, each)]


def unmatched(case: str, severity: Severity = Severity.ERROR) -> list[Finding]:
    """The findings of a severity that no listed mistake of their cell excuses."""
    listed = [entry for entry in entries() if entry.case == case and entry.listed]
    return [
        each
        for each in findings(case, spelling=True)
        if each.severity is severity and not any(matches(entry, each) for entry in listed)
    ]


def false_alarms(case: str) -> list[tuple[str, Finding]]:
    """The findings on what looks wrong and is right: (the right words, the finding)."""
    return [
        (right, each)
        for each in findings(case, spelling=True)
        for right in RIGHT
        if _flags(plain(right), plain(each.quote), texts(case).get(each.field, ""))
    ]


def _flags(right: str, quote: str, cell: str) -> bool:
    """Whether a short quote stands on the right words wherever it stands in the cell."""
    here, there = _spans(quote, cell) if quote else [], _spans(right, cell)
    short = len(quote) <= len(right) + 12
    return bool(here and there and short) and all(any(a < d and c < b for c, d in there) for a, b in here)


def filled_cells(case: str) -> int:
    """How many cells of a report a person filled."""
    return sum(
        not (column.locked or blank(getattr(record, column.key)))
        for record in report(case).records()
        for column in columns(type(record))
    )


def per_ten_cells(case: str) -> float:
    """Findings of all kinds, spelling included, for ten filled cells."""
    return 10 * len(findings(case, spelling=True)) / filled_cells(case)


def bonus_entries() -> tuple[Entry, ...]:
    """The author's mistakes that are worth finding and stand in a field."""
    return tuple(
        each for each in entries() if each.expect == "bonus" and each.origin == "author" and each.fields
    )


def _share(group: Iterable[Entry]) -> str:
    wanted = list(group)
    return f"{sum(bool(found(entry)) for entry in wanted)}/{len(wanted)}"


def table() -> str:
    """The measure of all four reports, in lines."""
    lines = [
        f"{'case':18} {'find':>6} {'bonus':>6} {'other':>6} {'errors':>6} {'unmatched':>9} {'alarms':>6} {'per 10':>7}"
    ]
    for case in CASES:
        mine = [entry for entry in entries() if entry.case == case]
        errors = sum(each.severity is Severity.ERROR for each in findings(case, spelling=True))
        others = (e for e in mine if e.expect == "bonus" and e.fields and e.origin != "author")
        lines.append(
            f"{case:18} {_share(e for e in mine if e.expect == 'find'):>6}"
            f" {_share(e for e in bonus_entries() if e.case == case):>6} {_share(others):>6}"
            f" {errors:>6} {len(unmatched(case)):>9} {len(false_alarms(case)):>6} {per_ten_cells(case):>7.1f}"
        )
    total = _share(e for e in entries() if e.expect == "find"), _share(bonus_entries())
    return "\n".join([*lines, f"{'all':18} {total[0]:>6} {total[1]:>6}"])


def _line(finding: Finding) -> str:
    return f"  {finding.code} {finding.severity:7} {finding.field}: “{finding.quote[:70]}” – {finding.message[:150]}"


def details() -> str:
    """What is missed, and what is said needlessly."""
    lines = ["", "missed (find first):"]
    for entry in sorted(entries(), key=lambda entry: entry.expect, reverse=True):
        if entry.fields and entry.expect != "prevent" and not found(entry):
            lines.append(
                f"  {entry.expect} {entry.id} {entry.origin} {entry.kind} {entry.quotes[:2]} {entry.fields[:3]}"
            )
    for case in CASES:
        counts = Counter(each.code for each in findings(case, spelling=True))
        lines += ["", f"{case}: {dict(sorted(counts.items()))}"]
        lines += ["unmatched errors:", *map(_line, unmatched(case))]
        lines += ["alarms:", *(f"  {right}: {_line(each)}" for right, each in false_alarms(case))]
    return "\n".join(lines)


if __name__ == "__main__":
    print(table())
    if "-v" in sys.argv:
        print(details())
    if "-a" in sys.argv:
        for each_case in CASES:
            print(each_case, *map(_line, findings(each_case, spelling=True)), sep="\n")
