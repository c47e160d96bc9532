"""Findings, rules and papers in words: for a person, or as JSON for a script.

The one rule of the place: it shows what it is given and decides nothing.
"""

from __future__ import annotations

import datetime
import json
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any

from itaxl.cli.console import PLAIN, Paint, Voice
from itaxl.cli.quotes import Passage, change, passages, visible
from itaxl.model.codes import SUBJECTS, Declaration
from itaxl.model.columns import STATUSES
from itaxl.model.findings import Finding, Severity
from itaxl.model.records import ChangeRow, Report
from itaxl.pipeline import FinishedPaper, Verdict, declarations, find_age
from itaxl.thai.personal import mask

if TYPE_CHECKING:
    from itaxl.catalog.progress import Tick

Checked = tuple[Path, Verdict]
Shown = Sequence[Checked]


def as_json(shown: Shown, *, many: bool) -> str:
    """The contract's JSON: one object, or a list of them when several files were named."""
    objects = [_object(path, verdict) for path, verdict in shown]
    return json.dumps(objects if many else objects[0], ensure_ascii=False, indent=1) + "\n"


def _object(path: Path, verdict: Verdict) -> dict[str, Any]:
    return {
        "file": str(path),
        "year": verdict.report.fiscal_year,
        "ready": verdict.ready,
        "counts": {str(severity): count for severity, count in verdict.counts.items()},
        "findings": [_finding(finding) for finding in verdict.findings],
        "confirmed": [{**_finding(each.finding), "reason": each.reason} for each in verdict.confirmed],
    }


def _finding(finding: Finding) -> dict[str, Any]:
    repair = finding.repair and {
        "before": mask(finding.repair.before),
        "after": mask(finding.repair.after),
    }
    return {
        "code": finding.code,
        "severity": str(finding.severity),
        "sheet": finding.cell.sheet,
        "cell": finding.cell.ref,
        "field": finding.field,
        "quote": finding.quote,
        "message": finding.message,
        "fix": finding.fix,
        "source": finding.source,
        "repair": repair,
        "text_hash": finding.text_hash,
        "confirmable": finding.confirmable,
    }


# -- for a person -----------------------------------------------------------------------------------

_INDENT = " " * 8


def as_text(shown: Shown, voice: Voice, paint: Paint = PLAIN) -> str:
    """Findings by sheet, the count last; of several files also how many are without errors."""
    files = [
        "\n".join(_of_file(path, verdict, voice, paint, voice.choose(verdict.sentence, verdict.english)))
        for path, verdict in shown
    ]
    return "\n\n".join(files + ([_of_all(shown, voice, paint)] if len(shown) > 1 else [])) + "\n"


def age_lines(report: Report, voice: Voice) -> list[str]:
    """A line on what is old about a form and how it is made anew, where anything is."""
    if (age := find_age(report, datetime.date.today())) is None:
        return []
    how = f"itaxl carry FORM.xlsx --year {age[1]} -o NEW.xlsx"
    return [
        voice.choose(
            f"{age[0]} – นำข้อมูลไปไว้ในแบบใหม่ได้โดยไม่ต้องกรอกซ้ำ: {how}", f"an older form; to make it anew: {how}"
        )
    ]


def _of_file(path: Path, verdict: Verdict, voice: Voice, paint: Paint, last: str) -> list[str]:
    year = f"{voice.choose('ปีงบประมาณ', 'fiscal year')} {verdict.report.fiscal_year}"
    lines = [paint.title(visible(f"{path.name} – {year}")), *age_lines(verdict.report, voice)]
    marked = passages(verdict.report, verdict.findings)
    for sheet, findings in groupby(verdict.findings, key=lambda finding: finding.cell.sheet):
        lines += ["", paint.title(f"{voice.choose('แผ่นงาน', 'sheet')} {sheet}")]
        for finding in findings:
            lines += _lines(finding, marked.get(finding), verdict.lapsed.get(finding), voice, paint)
    lines.append("")
    if repairable := sum(finding.repair is not None for finding in verdict.findings):
        thai = f"ในจำนวนนี้ โปรแกรมแก้ให้ได้ {repairable} ข้อ ด้วยคำสั่ง itaxl repair"
        lines.append(voice.choose(thai, f"itaxl repair can mend {repairable} of these"))
    return [*lines, paint.verdict(verdict.ready, last)]


def _lines(
    finding: Finding, words: Passage | None, once: str | None, voice: Voice, paint: Paint
) -> Iterator[str]:
    """Where, how grave, what; the words as they stand in the cell; what to do."""
    severity = paint.severity(finding.severity, voice.choose(finding.severity.thai, str(finding.severity)))
    message = visible(_told(finding, voice))
    yield f"  {finding.cell.ref:<6}{severity} {finding.code}  {message}"
    if words and not words.told_by(message):
        yield f"{_INDENT}{paint.quiet(words.before)}{paint.mark(words.words)}{paint.quiet(words.after)}"
    if not voice.english:
        yield f"{_INDENT}แก้ไข: {visible(finding.fix)}"
    if once:
        thai = f"เคยยืนยันว่าถูกต้อง เพราะ “{visible(once)}” แต่ข้อความเปลี่ยนไปแล้ว โปรดตรวจอีกครั้ง"
        english = f"confirmed before ({visible(once)}), but the text has changed"
        yield _INDENT + voice.choose(thai, english)


def _told(finding: Finding, voice: Voice) -> str:
    """What was found; the English of it is looked up only for one who reads it."""
    if not voice.english:
        return finding.message
    title = next((kind.english for kind in declarations() if kind.code == finding.code), "")
    return f"{title}: {finding.quote!r}" if finding.quote else title


def _of_all(shown: Shown, voice: Voice, paint: Paint) -> str:
    """The last line on several files."""
    ready = sum(verdict.ready for _, verdict in shown)
    thai = f"รวม {len(shown)} แบบ: ไม่พบข้อที่ต้องแก้ไข {ready} แบบ ยังมีข้อที่ต้องแก้ไข {len(shown) - ready} แบบ"
    english = f"{len(shown)} forms: {ready} without errors, {len(shown) - ready} with errors"
    return paint.verdict(ready == len(shown), voice.choose(thai, english))


def repairs_text(steps: Sequence[Finding], voice: Voice, paint: Paint = PLAIN) -> str:
    """Each repair that was made: where, of what, the words before and after."""
    lines = []
    for finding in steps:
        assert finding.repair is not None
        part = change(finding.repair, finding.quote)
        old, new = paint.mark(part.old), paint.mark(part.new)
        lines += [
            f"{finding.cell if finding.cell.ref else finding.field}  {finding.code}  {visible(_told(finding, voice))}",
            f"{_INDENT}{voice.choose('เดิม:', 'before:')} {paint.quiet(part.before)}{old}{paint.quiet(part.after)}",
            f"{_INDENT}{voice.choose('เป็น:', 'after: ')} {paint.quiet(part.before)}{new}{paint.quiet(part.then)}",
        ]
    thai = f"แก้ให้แล้ว {len(steps)} ข้อ ข้อความอื่นคงเดิม" if steps else "ไม่มีข้อที่โปรแกรมแก้ให้ได้ ข้อความทั้งหมดคงเดิม"
    return (
        "\n".join([*lines, voice.choose(thai, f"{len(steps)} repairs made; all other text as it was")]) + "\n"
    )


def ticks_text(ticked: Sequence[Tick], doubted: Sequence[Tick], voice: Voice) -> str:
    """Each tick, each choice that its row contradicts, the count last."""
    words, lines = dict(STATUSES), []
    for tick in ticked:
        status = voice.choose(words[tick.status], tick.status)
        lines.append(f"{tick.cell}  ☑ {status}  ({tick.rule.code}: {tick.rule.says})")
    for tick in doubted:
        thai = f"เลือกไว้ “{words[str(tick.row.status)]}” แต่แถวนี้บอกว่า “{words[tick.status]}” – โปรดทบทวน"
        english = f"ticked {tick.row.status}, but the row says {tick.status}"
        lines.append(f"{tick.cell}  {voice.choose(thai, english)}")
    thai = f"ติ๊กให้แล้ว {len(ticked)} แถว แถวที่เลือกไว้แล้วคงเดิม"
    return "\n".join([*lines, voice.choose(thai, f"{len(ticked)} rows ticked; choices made stay")]) + "\n"


def changes_text(changes: Sequence[ChangeRow], voice: Voice) -> str:
    """Each change: its topic, what was and what is, and why."""
    lines = []
    for each in changes:
        before, after = (visible(" / ".join(part)) for part in (each.before, each.after))
        why = f" ({each.note})" if each.note else ""
        lines.append(f"{each.topic}: {before or '–'} → {after}{why}")
    how = voice.choose("เติม -o แบบใหม่.xlsx เพื่อสร้างแบบ", "add -o NEW.xlsx to make the form")
    return "\n".join([*lines, how]) + "\n"


def tell_paper(paper: FinishedPaper, voice: Voice) -> None:
    """Whether the paper is a draft, and which filled fields it does not print."""
    if not paper.verdict.ready:
        thai = f"{paper.verdict.sentence} รายงานจึงมีคำว่า ร่าง – ดูรายการด้วยคำสั่ง itaxl check"
        voice.say(thai, "errors are open: the paper is marked as a draft; see itaxl check")
    for trouble in (paper.lacks, paper.doubt):
        if trouble:
            voice.say(str(trouble), trouble.english)
    if paper.unprinted:
        voice.say(
            paper.unprinted_sentence,
            f"{len(paper.unprinted)} filled columns are not printed by this layout",
        )


def tell_names(voice: Voice) -> None:
    """Every name that a layout may use, for who drew one."""
    from itaxl.word.vocabulary import NAMES

    voice.say("ชื่อที่ใช้ได้ในแม่แบบ:", "the names that a layout may use:")
    for path, name in NAMES.items():
        voice.say(f"  {path} – {name.what}", f"  {path}")


# -- links ------------------------------------------------------------------------------------------


def links_text(path: Path, verdict: Verdict, voice: Voice, paint: Paint = PLAIN) -> str:
    """What is wrong with the links by sheet, the count last."""
    asked, wrong = _links_counted(verdict)
    thai = (
        f"เปิดดูแล้ว {asked} ลิงก์ ใช้ได้ {asked - wrong} ลิงก์ ต้องแก้ไขหรือดูอีกครั้ง {wrong} ลิงก์"
        if asked
        else "ไม่มีลิงก์ในแบบนี้"
    )
    last = voice.choose(thai, f"{asked} addresses, {asked - wrong} well, {wrong} to look at")
    return "\n".join(_of_file(path, verdict, voice, paint, last)) + "\n"


def links_json(path: Path, verdict: Verdict) -> str:
    """As the JSON of a check, with the number of addresses asked."""
    asked, wrong = _links_counted(verdict)
    return (
        json.dumps(
            {**_object(path, verdict), "addresses": asked, "wrong": wrong}, ensure_ascii=False, indent=1
        )
        + "\n"
    )


def _links_counted(verdict: Verdict) -> tuple[int, int]:
    """How many addresses there are, and of how many something is said; http alone leaves a link usable."""
    from itaxl.links import addresses

    grave = {each.quote for each in verdict.findings if each.severity is not Severity.HINT}
    found = addresses(verdict.report)
    return len(found), sum(any(typed.text in grave for typed in each.typed) for each in found)


# -- rules ------------------------------------------------------------------------------------------


def _rules_text(kinds: Sequence[Declaration], voice: Voice) -> str:
    return "".join(
        f"{kind.code}  {voice.choose(kind.severity.thai, str(kind.severity))}  {voice.choose(kind.title, kind.english)}"
        f"  [{kind.source}]\n"
        for kind in kinds
    )


def _rules_json(kinds: Sequence[Declaration], voice: Voice) -> str:
    names = ("code", "severity", "title", "english", "source", "since", "until")
    rows = [
        {name: getattr(kind, name) for name in names} | {"subject": voice.choose(*kind.subject)}
        for kind in kinds
    ]
    return json.dumps(rows, ensure_ascii=False, indent=1) + "\n"


def _rules_md(kinds: Sequence[Declaration], voice: Voice) -> str:
    """A table for each subject."""
    parts = ["# ข้อตรวจทั้งหมด\n\nสร้างจากคำสั่ง `itaxl rules --format md`\n"]
    for letter, group in groupby(kinds, lambda kind: kind.code[0]):
        parts.append(
            f"\n## {letter} {SUBJECTS[letter][0]}\n\n| รหัส | ระดับ | สิ่งที่ตรวจ | ที่มา |\n|---|---|---|---|\n"
        )
        parts += (
            f"| {kind.code} | {kind.severity.thai} | {kind.title} | {kind.source} |\n" for kind in group
        )
    return "".join(parts)


RULES: dict[str, Callable[[Sequence[Declaration], Voice], str]] = {
    "text": _rules_text,
    "json": _rules_json,
    "md": _rules_md,
}
