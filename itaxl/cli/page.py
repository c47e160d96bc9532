"""Findings as one HTML file to read, print and send: no scripts, no pictures, nothing fetched.

The one rule of the place: the template only lays out what stands here, and escapes all of it.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from importlib.resources import files
from itertools import groupby
from pathlib import Path
from urllib.parse import quote

from itaxl import __version__
from itaxl.cli.not_a_fault import FILE
from itaxl.cli.not_a_fault import link as link_to_file
from itaxl.cli.quotes import Passage, Rewording, change, passages, visible
from itaxl.cli.show import Shown
from itaxl.model.findings import Finding, Severity
from itaxl.pipeline import Verdict


@dataclass(frozen=True, slots=True)
class _Found:
    """A finding fit to be shown; `place` is what Excel's "go to" takes."""

    id: str
    place: str
    href: str
    severity: str
    word: str
    code: str
    message: str
    fix: str
    source: str
    passage: Passage | None
    change: Rewording | None
    once: str
    told: str  # an address that holds the file “แจ้งว่าไม่ใช่ข้อผิด”; empty where nothing could be right


@dataclass(frozen=True, slots=True)
class _Sheet:
    """The findings of one sheet."""

    id: str
    name: str
    findings: tuple[_Found, ...]


@dataclass(frozen=True, slots=True)
class _Count:
    """A number and what it counts."""

    number: int
    word: str


@dataclass(frozen=True, slots=True)
class _Answer:
    """A finding that was confirmed as right."""

    found: _Found
    reason: str


@dataclass(frozen=True, slots=True)
class _Form:
    """One form with its verdict."""

    id: str
    name: str
    agency: str
    year: int
    ready: bool
    verdict: str
    counts: tuple[_Count, ...]
    repairable: int
    sheets: tuple[_Sheet, ...]
    confirmed: tuple[_Answer, ...]


@dataclass(frozen=True, slots=True)
class _Link:
    """A link to the findings of one sheet."""

    id: str
    name: str
    count: int


def as_html(shown: Shown, output: Path | None) -> str:
    """The page; links lead from where it will lie (`output`, else the current folder) to the forms."""
    from jinja2 import Environment, StrictUndefined

    forms = [
        _form(n, path, verdict, (output or Path("-")).parent) for n, (path, verdict) in enumerate(shown, 1)
    ]
    places = [found.place for form in forms for sheet in form.sheets for found in sheet.findings]
    layout = (files("itaxl.cli") / "findings.html").read_text(encoding="utf-8")
    links = [_Link(sheet.id, sheet.name, len(sheet.findings)) for form in forms for sheet in form.sheets]
    if len(forms) > 1:  # of several forms one to each form
        links = [_Link(form.id, form.name, sum(len(each.findings) for each in form.sheets)) for form in forms]
    template = Environment(autoescape=True, undefined=StrictUndefined).from_string(layout)
    return template.render(
        title=f"รายการที่ต้องแก้ไข – {forms[0].name}"
        if len(forms) == 1
        else f"รายการที่ต้องแก้ไข – {len(forms)} แบบ",
        version=__version__,
        forms=forms,
        links=links,
        example=next(iter(places), "'OIT'!H5"),
        told_file=FILE,
    )


def _form(n: int, path: Path, verdict: Verdict, folder: Path) -> _Form:
    marked = passages(verdict.report, verdict.findings)
    link = _link_to(path, folder)
    shown = [
        _found(
            f"f{n}-{m}",
            each,
            link,
            marked.get(each),
            verdict.lapsed.get(each, ""),
            link_to_file(verdict.report, each) if each.confirmable else "",
        )
        for m, each in enumerate(verdict.findings, 1)
    ]
    sheets = groupby(zip(verdict.findings, shown, strict=True), key=lambda pair: pair[0].cell.sheet)
    counts = [
        _Count(number, severity.thai)
        for severity, number in verdict.counts.items()
        if number
        or severity is not Severity.HINT  # not all hints are looked for unless asked: no 0 is claimed
    ]
    return _Form(
        id=f"f{n}",
        name=visible(path.name),
        agency=visible(verdict.report.agency.name),
        year=verdict.report.fiscal_year,
        ready=verdict.ready,
        verdict=verdict.sentence,
        counts=(*counts, _Count(len(verdict.confirmed), "ยืนยันว่าถูกต้องแล้ว")),
        repairable=sum(each.repair is not None for each in verdict.findings),
        sheets=tuple(
            _Sheet(f"f{n}-s{m}", visible(name), tuple(found for _, found in pairs))
            for m, (name, pairs) in enumerate(sheets, 1)
        ),
        confirmed=tuple(
            _Answer(_found("", each.finding, link, None, ""), visible(each.reason))
            for each in verdict.confirmed
        ),
    )


def _found(id_: str, finding: Finding, link: str, words: Passage | None, once: str, told: str = "") -> _Found:
    place = f"'{finding.cell.sheet}'!{finding.cell.ref}"
    return _Found(
        id=id_,
        place=visible(place),
        href=f"{link}#{quote(place)}",
        severity=str(finding.severity),
        word=finding.severity.thai,
        code=finding.code,
        message=visible(finding.message),
        fix=visible(finding.fix),
        source=visible(finding.source),
        passage=words,
        change=change(finding.repair, finding.quote) if finding.repair else None,
        once=visible(once),
        told=told,
    )


def _link_to(form: Path, folder: Path) -> str:
    """The form as seen from the folder of the page: it stays right when both are moved or sent together."""
    try:
        return quote(Path(os.path.relpath(form, folder)).as_posix())
    except ValueError:  # on another drive of Windows
        return form.resolve().as_uri()
