"""Spelling: hints on slips and misspelt words, given only when they are asked for.

The one rule of the place: one finding for a wrong word in a report, at its first cell, with what to write instead;
what a person confirmed once is right in the whole form.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from itaxl.catalog import gazetteer
from itaxl.catalog.fields import fingerprint
from itaxl.model.findings import Repair, Severity
from itaxl.model.records import Agency, Signer
from itaxl.rules.context import Context, Text
from itaxl.rules.mechanism import Hit, rule
from itaxl.rules.wording import doubled
from itaxl.thai.names import parse_agency
from itaxl.thai.proofreading import Names, Slip, find_slips
from itaxl.thai.spelling import misspellings
from itaxl.thai.tidy import repairs, suspects

_ADDRESSES = frozenset({"url", "eit_url", "ref", "place"})


def _texts(context: Context) -> Iterator[Text]:
    """The texts with sentences: names of agencies and persons, and addresses, are nobody's spelling."""
    for text in context.texts:
        if not isinstance(text.record, (Agency, Signer)) and text.column.key not in _ADDRESSES:
            yield text


@dataclass(frozen=True, slots=True)
class _Wrong:
    """Words of a text that are wrong: `text.text[start:end]`, the words meant, why, and whether that is sure."""

    text: Text
    start: int
    end: int
    meant: str
    reason: str
    sure: bool

    @property
    def typed(self) -> str:
        return self.text.text[self.start : self.end]


def _hits(found: Iterable[_Wrong]) -> Iterator[Hit]:
    """One finding for each wrong word, at its first cell."""
    groups: dict[tuple[str, str], list[_Wrong]] = {}
    for each in found:
        groups.setdefault((each.typed, each.meant), []).append(each)
    return (_hit(group) for group in groups.values())


def _hit(group: list[_Wrong]) -> Hit:
    one = group[0]
    often = f" (พบ {len(group)} แห่งในรายงาน)" if len(group) > 1 else ""
    what = f"แก้เป็น “{one.meant}” ทุกแห่งที่พบ" if one.sure else f"อ่านดูว่าหมายถึง “{one.meant}” หรือไม่ ถ้าใช่จึงแก้"
    mends = [(each.start, each.end, each.meant) for each in group if each.text is one.text]
    return Hit(
        one.text.record,
        one.text.column.key,
        one.typed,
        f"“{one.typed}” {one.reason}{often}",
        f"{what} หากถูกต้องแล้วให้ยืนยันว่าถูกต้อง",
        repair=Repair.of(one.text.text, mends) if one.sure else None,
    )


@rule(
    "H01",
    Severity.HINT,
    "คำที่มักสะกดผิด",
    "พจนานุกรม ฉบับราชบัณฑิตยสถาน พ.ศ. 2554",
    only_with_spelling=True,
)
def word_is_commonly_misspelt(context: Context) -> Iterator[Hit]:
    """A word commonly misspelt.

    เว็ปไซต์, อนุญาติ, กฏหมาย: from the list of words that print is full of.
    """
    return _hits(
        _Wrong(text, mend.start, mend.end, mend.replacement, mend.reason, sure=True)
        for text in _texts(context)
        for mend in misspellings(text.text)
    )


_CODE = "H03"


@rule(_CODE, Severity.HINT, "คำที่อาจพิมพ์ผิด", "ธรรมเนียมการเขียนรายงาน", only_with_spelling=True)
def words_are_mistyped(context: Context) -> Iterator[Hit]:
    """Words are probably mistyped.

    ประพฤตินิชอบ, มีปรับปรุง, จะจะ: what the words of official Thai make unlikely, with what was probably meant; only
    the surest are repaired.
    """
    names = _names(context)
    confirmed = _confirmed(context)
    right = {slip.typed for text in confirmed.values() for slip in find_slips(text.text, names)}
    reasons = "\n".join(each.reason for each in context.report.accepted if each.code == _CODE)

    return _hits(
        _Wrong(text, slip.start, slip.end, slip.meant, "พิมพ์ผิด" if slip.sure else "อาจพิมพ์ผิด", slip.sure)
        for text in _texts(context)
        for slip in _unspoken(text.text, names)
        if id(text) in confirmed or not (slip.typed in right or slip.typed in reasons)
    )


def _confirmed(context: Context) -> dict[int, Text]:
    """The cells whose mistyped words a person confirmed as right, by identity."""
    answers = {
        (each.field, each.text_hash) for each in context.report.accepted if each.code == _CODE and each.reason
    }
    if not answers:
        return {}
    paths = {
        id(text): text.record.at.field(text.column.key, outer=text.column.outer) for text in context.texts
    }
    return {
        id(text): text
        for text in _texts(context)
        if (path := paths[id(text)]) and (path, fingerprint(context.typed.get(path, ""))) in answers
    }


def _unspoken(text: str, names: Names) -> Iterator[Slip]:
    """The slips that no other rule speaks of: torn letters, characters that nobody sees, words twice or on the list."""
    spoken = [*suspects(text), *repairs(text), *misspellings(text)]
    taken = [(each.start, each.end) for each in spoken] + [each.span() for each in doubled(text)]
    for slip in find_slips(text, names):
        if not any(start < slip.end and slip.start < end for start, end in taken):
            yield slip


# ---- names -----------------------------------------------------------------------------------------------------------


def _names(context: Context) -> Names:
    """The agency's own names, its people and divisions; every place there is; odd words of the year's own texts."""
    agency = context.report.agency
    named = parse_agency(agency.name)
    own = (
        named.name if named else agency.name,
        *(agency.tambon, agency.amphoe, agency.province, agency.division),
        *agency.divisions,
        *(word for signer in context.report.signers for word in signer.name.split()),
        *(slip.typed for text in context.year.official_texts for slip in find_slips(text)),
    )
    return Names(frozenset(word for each in own if (word := each.strip())), gazetteer.all_names())
