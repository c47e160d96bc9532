"""Confirmations: a finding that a person declared right, as long as the text of its cell stays the same.

The one rule of the place: code, field and text must all agree, and a reason must be given.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from itaxl.model.findings import Confirmed, Finding, Listed
from itaxl.model.records import Acceptance

Key = tuple[str, str, str]  # code, field, fingerprint of the text


def key_of(finding: Finding) -> Key:
    """What a confirmation of this finding names."""
    return finding.code, finding.field, finding.text_hash


def sort_out(
    findings: Iterable[Finding], accepted: Sequence[Acceptance]
) -> tuple[tuple[Finding, ...], tuple[Confirmed, ...]]:
    """Findings that are open, and those that were confirmed as right."""
    reasons = _reasons(accepted)
    still, confirmed = [], []
    for finding in findings:
        reason = reasons.get(key_of(finding)) if finding.confirmable else None
        if reason is None:
            still.append(finding)
        else:
            confirmed.append(Confirmed(finding, reason))
    return tuple(still), tuple(confirmed)


def lapsed(findings: Iterable[Finding], accepted: Sequence[Acceptance]) -> dict[Finding, str]:
    """Open findings that were confirmed for an earlier text of the cell, with the reason given then."""
    earlier = {(code, field): reason for (code, field, _), reason in _reasons(accepted).items()}
    return {each: earlier[each.code, each.field] for each in findings if (each.code, each.field) in earlier}


def acceptance(finding: Finding, reason: str) -> Acceptance:
    """The confirmation of a finding; without a reason it is only offered, and does not count."""
    return Acceptance(
        code=finding.code, field=finding.field, text_hash=finding.text_hash, reason=reason.strip()
    )


def listed(
    findings: Iterable[Finding],
    confirmed: Iterable[Confirmed],
    accepted: Iterable[Acceptance],
    once: Mapping[Finding, str],
) -> Iterator[Listed]:
    """The rows of the sheet of findings: what is open, what is confirmed, and confirmations that hold no more."""
    for finding in findings:
        yield Listed(acceptance(finding, ""), finding, once.get(finding, ""))
    held = set()
    for each in confirmed:
        held.add(key_of(each.finding))
        yield Listed(acceptance(each.finding, each.reason), each.finding)
    for answer in accepted:
        if _key(answer) not in held:
            yield Listed(answer)


def without(accepted: Iterable[Acceptance], new: Iterable[Acceptance]) -> Iterator[Acceptance]:
    """The confirmations that new ones do not replace."""
    replaced = {_key(each) for each in new}
    return (each for each in accepted if _key(each) not in replaced)


def _key(answer: Acceptance) -> Key:
    return answer.code.strip(), answer.field.strip(), answer.text_hash.strip().lower()


def _reasons(accepted: Iterable[Acceptance]) -> dict[Key, str]:
    """The reason of each confirmation that has one."""
    return {_key(each): each.reason.strip() for each in accepted if each.reason.strip()}
