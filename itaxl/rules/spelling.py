"""Spelling: hints on office Thai, given only when they are asked for.

The one rule of the place: one finding for a wrong word in a report, at its first cell, with what to write instead.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache

from itaxl.catalog import gazetteer
from itaxl.catalog.year_file import year as year_of
from itaxl.model.findings import Severity
from itaxl.model.records import Agency, Signer
from itaxl.rules.context import Context, Text
from itaxl.rules.mechanism import Hit, rule
from itaxl.thai import spelling
from itaxl.thai.tidy import Mend

_SOURCE = "domain.md 6 [habit]"


def _texts(context: Context) -> Iterator[Text]:
    """The texts with sentences: names of agencies and persons, and addresses, are nobody's spelling."""
    for text in context.texts:
        if not isinstance(text.record, (Agency, Signer)) and text.column.key not in (
            "url",
            "eit_url",
            "ref",
            "place",
        ):
            yield text


def _grouped(context: Context, find: Callable[[str], Iterable[Mend]]) -> Iterator[tuple[Text, Mend, int]]:
    """(text, place, how often) of each wrong word, at its first place."""
    found: dict[str, list[tuple[Text, Mend]]] = {}
    for text in _texts(context):
        for mend in find(text.text):
            found.setdefault(text.text[mend.start : mend.end], []).append((text, mend))
    for group in found.values():
        yield (*group[0], len(group))


def _hit(text: Text, mend: Mend, times: int, quote: str) -> Hit:
    often = f" (พบ {times} แห่งในรายงาน)" if times > 1 else ""
    right = f"แก้เป็น “{mend.replacement}”" if mend.replacement else "ลบคำที่เกิน"
    return Hit(text.record, text.column.key, quote, f"“{quote}” {mend.reason}{often}", f"{right} ทุกแห่งที่พบ")


@rule("H01", Severity.HINT, "คำที่มักสะกดผิด", _SOURCE, only_with_spelling=True)
def word_is_commonly_misspelt(context: Context) -> Iterator[Hit]:
    """A word commonly misspelt.

    โปร่งไส, เว็ปไซต์, อนุญาติ: from the list of office words.
    """
    for text, mend, times in _grouped(context, spelling.misspellings):
        yield _hit(text, mend, times, text.text[mend.start : mend.end])


@rule("H02", Severity.HINT, "คำว่า การ และ หรือคำสั้นตกหล่น", _SOURCE, only_with_spelling=True)
def small_word_is_wrong(context: Context) -> Iterator[Hit]:
    """การ, และ or a like word is lost, doubled or mistyped.

    มีปรับปรุง, เป็นการโอกาส, ป้องกันแลปราบปราม: once for the same words around it.
    """
    seen: set[str] = set()
    for text in _texts(context):
        for mend in spelling.small_words(text.text):
            quote = spelling.words_around(text.text, mend.start, mend.end)
            plain = re.sub(r"\s", "", quote)
            if plain not in seen:
                seen.add(plain)
                yield _hit(text, mend, 1, quote)


@rule("H03", Severity.HINT, "คำที่ไม่มีในพจนานุกรม", _SOURCE, only_with_spelling=True)
def word_is_in_no_dictionary(context: Context) -> Iterator[Hit]:
    """A word in no dictionary, near a word of the office.

    A strange word that is a slip away from one that the year's own texts use.
    """
    report = context.report
    office = _office_words(context.year.year)
    known = frozenset(
        filter(None, (report.agency.name, *_home(report.agency.province), *report.agency.divisions))
    )

    def find(text: str) -> list[Mend]:
        listed = [mend.start for mend in spelling.misspellings(text)]
        return [
            mend
            for mend in spelling.unknown_words(text, office, known)
            if not any(mend.start <= start < mend.end for start in listed)
        ]

    for text, mend, times in _grouped(context, find):
        yield _hit(text, mend, times, text.text[mend.start : mend.end])


@lru_cache(maxsize=8)
def _home(province: str) -> tuple[str, ...]:
    """The names of the places of a province."""
    amphoes = gazetteer.amphoes(province)
    return (
        province,
        *amphoes,
        *(tambon for amphoe in amphoes for tambon in gazetteer.tambons(province, amphoe)),
    )


@lru_cache(maxsize=8)
def _office_words(fiscal_year: int) -> frozenset[str]:
    """The longer words that reports share: of the year's official texts, and of the list of misspellings."""
    year = year_of(fiscal_year)
    names = [each.name for each in year.indicators] + [each.name for each in year.sub_indicators]
    parts = (part for item in year.items for part in (item.title, *item.components))
    official = "\n".join((*names, *parts, *year.topics))
    found = {*spelling.words(official), *spelling.listed_words()}
    found |= {word.removeprefix(prefix) for word in found for prefix in ("การ", "ความ", "ข้อมูล")}
    return frozenset(word for word in found if len(word) >= 5 and re.fullmatch("[ก-๎]+", word))
