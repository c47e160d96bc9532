"""The words of all rules, read as an officer reads them: sources that can be shown, messages without a programmer's word.

The one rule of the place: what is read is what the rules say of real cells, those of the corpus and of four reports.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import pytest

from itaxl import pipeline
from itaxl.model.findings import Finding
from tests.rules import measure
from tests.rules import measure_corpus as corpus

# Latin letters that officers write; all else of a source or a message is Thai, or quoted from the report.
_USED = re.compile(
    r"ITA|IIT|EIT|OIT|O\d+(?:/\d+)?|E-Service|QR(?: Code)?|Q&A|http|N[o]? Gift Policy|Microsoft|Word|Excel|PDF|AA? |AA|[A-F]\b"
)
_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"|«[^»]*»|https?://\S+|\S+\.(?:go\.th|th|com|xlsx|docx|png|jpg)\S*")
_MARKS = re.compile("^[ัิ-ฺ็-๎ะาำๅ]")


@cache
def _said() -> tuple[Finding, ...]:
    """What the rules say of the corpus and of the four published reports, one finding for each message."""
    cells = (
        *(pair.faulty for pair in corpus.pairs()),
        *corpus.alarmed((*corpus.right_cells(), *corpus.twins())),
    )
    of_cells = (each for cell in cells for each in cell.findings)
    of_reports = (each for case in measure.CASES for each in measure.findings(case, spelling=True))
    return tuple({(each.code, each.message): each for each in (*of_cells, *of_reports)}.values())


def _latin(text: str) -> list[str]:
    return re.findall(r"[A-Za-z_\[\]]{2,}", _USED.sub("", _QUOTED.sub("", text)))


def _sources() -> Iterator[tuple[str, str]]:
    yield from ((each.code, each.source) for each in pipeline.declarations())
    yield from ((each.code, each.source) for each in _said())


def test_a_source_is_something_an_officer_can_show() -> None:
    strange = {
        (code, source) for code, source in _sources() if _latin(source) or "[" in source or not source.strip()
    }
    assert strange == set()


@pytest.mark.parametrize("part", ["message", "fix"])
def test_a_message_holds_no_words_of_a_programmer(part: str) -> None:
    assert {(each.code, getattr(each, part)) for each in _said() if _latin(getattr(each, part))} == set()


def test_a_title_holds_no_words_of_a_programmer() -> None:
    assert {(each.code, each.title) for each in pipeline.declarations() if _latin(each.title)} == set()


def test_words_are_quoted_from_the_beginning_of_a_syllable() -> None:
    assert {(each.code, each.quote) for each in _said() if _MARKS.match(each.quote)} == set()


def test_each_finding_says_what_to_do() -> None:
    assert {each.code for each in _said() if not each.fix.strip()} == set()


def test_the_fix_of_a_warning_says_once_that_it_can_be_confirmed_and_that_of_no_other_says_it_in_vain() -> (
    None
):
    warnings = [each for each in _said() if each.severity == "warning"]
    assert warnings
    assert {(each.code, each.fix) for each in warnings if each.fix.count("ยืนยัน") != each.confirmable} == set()
    assert [each.code for each in _said() if "ยืนยัน" in each.fix and not each.confirmable] == []


def test_a_hint_that_doubts_does_not_command() -> None:
    doubtful = [each for each in _said() if each.code == "H03" and "อาจ" in each.message]
    assert doubtful
    assert [each.fix for each in doubtful if each.fix.startswith("แก้เป็น")] == []
