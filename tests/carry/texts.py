"""Every text that a report holds, counted: what a person typed, in whatever cell or list it stands.

The one rule of the place: a text is a line of a cell; the heading that a list writes before it does not count.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from itaxl.catalog.changes import settle
from itaxl.catalog.fields import fields, fields_of
from itaxl.catalog.form import TABLES
from itaxl.model.columns import HAS_DATA, PUBLISHED, STATUSES, Record, columns
from itaxl.model.records import (
    Agency,
    Assessment,
    CeasedRow,
    Front,
    OItemRow,
    Options,
    Paper,
    Plan,
    Report,
    Signer,
)

_RECORDS = (Agency, Assessment, Paper, Options, Plan, Signer, Front, *(table.record for table in TABLES))
_HEADINGS = sorted({column.heading for kind in _RECORDS for column in columns(kind)}, key=len, reverse=True)
_HEADING = re.compile(rf"(?:{'|'.join(map(re.escape, _HEADINGS))}):(?: |\Z)")
_WORDS = {f"☑ {word}": value for value, word in STATUSES} | {
    word: word for _, word in (*HAS_DATA, *PUBLISHED)
}


def counted(report: Report) -> Counter[str]:
    """Each text of a report with how often it stands there, official numbers left out."""
    return Counter(text for line in _lines(report) if (text := _plain(line)))


def refused(report: Report) -> Report:
    """The report with every change refused."""
    return settle(replace(report, changes=tuple(replace(each, decision=False) for each in report.changes)))


def _plain(line: str) -> str:
    line = _HEADING.sub("", line, count=1) if _HEADING.match(line) else line
    return str(_WORDS.get(line, line))


def _lines(report: Report) -> Iterator[str]:
    for field in fields(report):
        if field.column.key != "no" or not field.column.locked:
            yield from field.text.split("\n")
    for row in report.accepted:
        yield row.reason
    for past in report.past:
        yield from (past.of if past.part == "หลักฐาน" else "", *past.text)
    for ceased in report.ceased:
        yield from _of_ceased(ceased)


def _of_ceased(row: CeasedRow) -> Iterator[str]:
    official = {"no", *(column.key for column in columns(CeasedRow))} - {c.key for c in columns(OItemRow)} | {
        "no"
    }
    for field in fields_of(row):
        if field.column.key not in official:
            yield from field.text.split("\n")


def lost(before: Report, after: Report) -> list[str]:
    """The texts of the one report that the other holds nowhere."""
    held = counted(after)
    return [text for text in counted(before) if not held[text]]


def doubled(before: Report, after: Report) -> list[str]:
    """The texts that stand more often in the other report than in the one."""
    typed, held = counted(before), counted(after)
    return [text for text in typed if held[text] > typed[text]]


__all__ = ["Record", "counted", "doubled", "lost", "refused"]
