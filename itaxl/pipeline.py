"""The one path from a form to its findings and its paper; every door goes this way.

The one rule of the place: it calls the stations in order and keeps no rules, layouts or formats of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from itaxl.catalog.form import CHANGES_SHEET, FORM_VERSION, PAST_SHEET
from itaxl.catalog.settings import DEFAULT_LAYOUT, Settings, settings
from itaxl.catalog.year import Year
from itaxl.catalog.year_file import based_on, years
from itaxl.catalog.year_file import year as year_of
from itaxl.errors import InputError, MissingToolError, UsageError
from itaxl.model.findings import Confirmed, Finding, Listed, Severity
from itaxl.model.records import ChangeRow, Report
from itaxl.thai.calendar import report_due

if TYPE_CHECKING:
    import datetime

    from itaxl.links import Limits
    from itaxl.links.asking import Progress
    from itaxl.model.codes import Declaration
    from itaxl.workbook.additions import Addition

Options = Mapping[str, bool | int | None]


@dataclass(frozen=True, slots=True)
class Verdict:
    """The findings on one report, without those that a person confirmed as right; these are kept apart.

    `lapsed` holds the reasons once given for findings that are open again, because the text has changed.
    """

    report: Report
    findings: tuple[Finding, ...]
    confirmed: tuple[Confirmed, ...] = ()
    lapsed: Mapping[Finding, str] = field(default_factory=dict)

    @property
    def ready(self) -> bool:
        """Whether nothing must be mended before the paper is signed."""
        return not self.counts[Severity.ERROR]

    @property
    def counts(self) -> dict[Severity, int]:
        """How many findings of each severity."""
        return {severity: sum(f.severity is severity for f in self.findings) for severity in Severity}

    @property
    def sentence(self) -> str:
        """The verdict in one Thai sentence; a severity that nothing was found of is not counted aloud."""
        errors, warnings, hints = (self.counts[severity] for severity in Severity)
        first = f"ยังมีข้อที่ต้องแก้ไข {errors} ข้อ" if errors else "ไม่พบข้อที่ต้องแก้ไข เสนอลงนามได้"
        rest = (("ควรทบทวน", warnings), ("ข้อแนะนำ", hints), ("ยืนยันว่าถูกต้องแล้ว", len(self.confirmed)))
        return " ".join([first, *(f"{word} {count} ข้อ" for word, count in rest if count)])

    @property
    def english(self) -> str:
        """The same for `--lang en`."""
        errors, warnings, hints = (self.counts[severity] for severity in Severity)
        return f"errors {errors}, warnings {warnings}, hints {hints}, confirmed {len(self.confirmed)}"


@dataclass(frozen=True, slots=True)
class FinishedPaper:
    """A finished Word report; `unprinted` are the headings of the filled fields that its layout does not show.

    `pdf` is there when it was wanted and could be made; `lacks` tells what this computer misses for the rest,
    `doubt` why its pages may not be those of the office.
    """

    docx: bytes
    verdict: Verdict
    unprinted: tuple[str, ...]
    pdf: bytes | None = None
    lacks: MissingToolError | None = None
    doubt: MissingToolError | None = None

    @property
    def unprinted_sentence(self) -> str:
        """What the layout does not show, by its headings in the form; for a paper that leaves something out."""
        return f"ช่องที่กรอกไว้แต่รูปแบบนี้ไม่พิมพ์: {' '.join(f'“{heading}”' for heading in self.unprinted)}"


@dataclass(frozen=True, slots=True)
class Finishing:
    """What shall become of a printed paper: a PDF, fields to sign in it, fonts of the user's own in the .docx."""

    pdf: bool = False
    signature_fields: bool = False
    fonts: tuple[Path, ...] = ()


def read_form(path: Path) -> Report:
    """The report of a form on disk."""
    from itaxl.workbook.read import read
    from itaxl.workbook.sheets import from_file

    try:
        return read(from_file(path))
    except InputError as why:
        if path.name in str(why):
            raise
        raise InputError(f"แฟ้ม “{path}”: {why}", f"{path}: {why.english}") from None


def additions(path: Path) -> tuple[Addition, ...]:
    """What a person added to a form beside its cells: a new form made from its report will not have it."""
    from itaxl.workbook.additions import additions as find

    return find(path)


def check(report: Report, how: Settings | None = None, *, spelling: bool = False) -> Verdict:
    """Every finding on a report at once; with `spelling` the hints on spelling too."""
    from itaxl.rules.confirm import lapsed, sort_out
    from itaxl.rules.context import Context
    from itaxl.rules.mechanism import run

    findings, confirmed = sort_out(run(Context(report, how, spelling=spelling)), report.accepted)
    return Verdict(report, findings, confirmed, lapsed(findings, report.accepted))


def declarations() -> tuple[Declaration, ...]:
    """Every kind of finding that itaxl can report, by code: those of the rules and those of the links."""
    import itaxl.links  # declares its own  # noqa: F401
    from itaxl.model.codes import declared
    from itaxl.rules.mechanism import all_rules

    all_rules()
    return declared()


def of_division(verdict: Verdict, division: str) -> Verdict:
    """Only what stands in the rows that name a division as responsible; UsageError when no row names it."""
    from itaxl.thai.tidy import comparable

    wanted, named = comparable(division), set[str]()
    for record in verdict.report.records():
        if wanted and any(wanted in comparable(line) for line in getattr(record, "responsible", ())):
            named |= {record.at.path, record.at.outer_path or record.at.path}
    if not named:
        raise UsageError(
            f"ไม่มีแถวใดระบุผู้รับผิดชอบ “{division}” – โปรดพิมพ์ชื่อส่วนราชการตามที่กรอกในช่องผู้รับผิดชอบ",
            f"no row names {division} as responsible",
        )
    findings = tuple(each for each in verdict.findings if each.field.rpartition(".")[0] in named)
    return replace(verdict, findings=findings)


def repair(report: Report, *, spelling: bool = False) -> tuple[Report, tuple[Finding, ...]]:
    """The report with every plain repair that its findings offer, and the findings whose repair was made."""
    from itaxl.rules.repair import mend

    mended = mend(report, spelling=spelling)
    return mended.report, mended.steps


def ask_links(report: Report, limits: Limits, progress: Progress | None = None) -> Verdict:
    """What is wrong with the links of a report; it goes to the web, so only when a person says so."""
    from itaxl.links import addresses, ask_all, findings
    from itaxl.rules.confirm import lapsed, sort_out
    from itaxl.rules.context import Context

    found = findings(ask_all(addresses(report), limits, progress))
    still, confirmed = sort_out(sorted(found, key=Context(report).order), report.accepted)
    return Verdict(report, still, confirmed, lapsed(still, report.accepted))


def confirm(report: Report, findings: Iterable[Finding], reason: str) -> Report:
    """The report with these findings confirmed as right, as long as the text of their cells stays the same."""
    from itaxl.rules.confirm import acceptance, key_of, without

    new = tuple({key_of(each): acceptance(each, reason) for each in findings}.values())
    return replace(report, accepted=(*without(report.accepted, new), *new))


def form(report: Report, listed: Sequence[Listed] = ()) -> bytes:
    """A new form that holds the report, with the rules that apply to its year."""
    from itaxl.rules.mechanism import all_rules
    from itaxl.workbook.build import build

    rules = [
        (rule.code, rule.severity.thai, rule.title)
        for rule in all_rules()
        if rule.applies(report.fiscal_year)
    ]
    return build(year_of(report.fiscal_year, report.based_on), report, rules, listed)


def listed_form(report: Report, *, spelling: bool = False) -> bytes:
    """A new form that holds the report, with its findings listed: each leads to its cell and takes a reason."""
    from itaxl.rules.confirm import listed

    verdict = check(_in_new_form(report), spelling=spelling)  # a finding names the cell of the new form
    rows = tuple(listed(verdict.findings, verdict.confirmed, report.accepted, verdict.lapsed))
    return form(replace(report, accepted=tuple(row.confirmation for row in rows)), rows)


@dataclass(frozen=True, slots=True)
class Carried:
    """A report that was carried into another form, from that of the fiscal year `source`, and what changed by it."""

    report: Report
    source: int
    changes: tuple[ChangeRow, ...]

    @property
    def topics(self) -> dict[str, int]:
        """How many changes there are of each topic, in the order in which they are listed."""
        topics = [change.topic for change in self.changes]
        return {topic: topics.count(topic) for topic in dict.fromkeys(topics)}

    @property
    def sentence(self) -> str:
        """How much has changed."""
        changed = f"เปลี่ยน {len(self.changes)} ข้อ ใน {len(self.topics)} หัวข้อ" if self.topics else "ไม่มีข้อที่เปลี่ยน"
        return f"จากแบบปี {self.source} เป็นแบบปี {self.report.fiscal_year}: {changed}"

    @property
    def english(self) -> str:
        """The same in English."""
        changed = f"{len(self.changes)} changes under {len(self.topics)} headings"
        return f"from {self.source} to {self.report.fiscal_year}: {changed}"

    @property
    def lines(self) -> tuple[str, ...]:
        """The changes by topic, and where to look for the rest."""
        counts = [f"• {topic} {count} ข้อ" for topic, count in self.topics.items()]
        decide = f"เลือก ยอมรับ หรือ ไม่ยอมรับ ทีละข้อได้ที่แผ่นงาน “{CHANGES_SHEET}”"
        beside = f"ผลของปี {self.source} อยู่ที่ช่อง ผลปีก่อน ของแต่ละแถว และแผ่นงาน “{PAST_SHEET}” ไม่นับเป็นผลของปีนี้"
        other_year = self.source != self.report.fiscal_year
        notice = year_of(self.report.fiscal_year, self.report.based_on).notice
        return (
            *([notice] if notice else ()),
            *counts,
            *([decide] if counts else ()),
            *([beside] if other_year else ()),
        )


def carry(report: Report, fiscal_year: int) -> Carried:
    """The report as the start of that of another fiscal year, by the identity of its items; UsageError backwards.

    The same year lifts a form into what this itaxl knows of the year now: nothing leaves its cell.
    """
    from itaxl.carry.forward import carry

    if fiscal_year < report.fiscal_year:
        raise UsageError(
            f"แบบนี้เป็นของปี {report.fiscal_year} นำไปตั้งต้นปี {fiscal_year} ซึ่งมาก่อนไม่ได้ – โปรดระบุปี {report.fiscal_year} หรือปีถัดไป",
            f"the form is of {report.fiscal_year}; {fiscal_year} comes before it",
        )
    passed = [year_of(each) for each in years() if report.fiscal_year < each <= fiscal_year]
    new = carry(report, year_of(report.fiscal_year, report.based_on), year_of(fiscal_year), passed)
    waiting = len(report.changes) if fiscal_year == report.fiscal_year else 0
    return Carried(new, report.fiscal_year, new.changes[waiting:])


def find_age(report: Report, today: datetime.date) -> tuple[str, int] | None:
    """What is old about a form, and the year to carry it to; None where nothing is."""
    due = report_due(today)
    if report.based_on is not None and report.based_on != based_on(report.fiscal_year):
        return (
            f"แบบนี้ใช้ข้อของปี {report.based_on} เพราะเริ่มทำก่อนมีแบบของปี {report.fiscal_year}",
            report.fiscal_year,
        )
    if report.form_version is not None and report.form_version < FORM_VERSION:
        return "แบบนี้ทำด้วย itaxl รุ่นก่อน", report.fiscal_year
    if report.fiscal_year < due:
        return f"แบบนี้เป็นของปี {report.fiscal_year} ขณะนี้ที่ถึงกำหนดรายงานคือปี {due}", due
    return None


def _in_new_form(report: Report) -> Report:
    """The report as it will stand in a new form: rows that were left blank between others are gone there."""
    from itaxl.workbook.build import plain_form
    from itaxl.workbook.read import read

    return read(plain_form(year_of(report.fiscal_year, report.based_on), report))


def paper(
    report: Report,
    *,
    layout: str | Path | None = None,
    digits: str | None = None,
    options: Options | None = None,
    folder: Path | None = None,
    finishing: Finishing = Finishing(),
) -> FinishedPaper:
    """The Word report, its page numbers counted where it has contents; with an error open it is marked ร่าง.

    `layout` is the name of a shipped layout or the path of an office's own; `options` are settings by name;
    `folder` is where the form lies, for the pictures it names.
    """
    from itaxl.word import find_layout, render
    from itaxl.word.finish import Wanted, finish
    from itaxl.word.finish.embed import embed_fonts

    year: Year = year_of(report.fiscal_year, report.based_on)
    chosen = find_layout(layout or report.paper.layout or DEFAULT_LAYOUT)
    how = settings(report, year, {**(options or {}), "layout": chosen.family, "digits": digits})
    verdict = check(report, how)
    printed = render(report, year, chosen, how, draft=not verdict.ready, folder=folder)
    docx = embed_fonts(printed.data, finishing.fonts) if finishing.fonts else printed.data
    arabic = how.digits == "arabic"
    done = finish(
        docx,
        Wanted("arabic" if arabic else "thai", how.catchwords, finishing.pdf, finishing.signature_fields),
    )
    return FinishedPaper(done.docx, verdict, printed.unprinted, done.pdf, done.lacks, done.doubt)
