"""The commands that work through findings: confirm what is right, repair what is plain, ask the links.

The one rule of the place: the form a person filled is read and never written; what comes of it is a new form.
"""

from __future__ import annotations

import sys

from itaxl import pipeline
from itaxl.cli import show
from itaxl.cli.arguments import Arguments
from itaxl.cli.output import made, printed, result
from itaxl.cli.paint import PLAIN, paint_for
from itaxl.cli.voice import Voice
from itaxl.errors import UsageError
from itaxl.model.findings import Finding
from itaxl.model.records import Report


def confirm(args: Arguments, voice: Voice) -> int:
    """A new form that lists the findings; with `--cell --code --reason` one of them confirmed as right."""
    report = pipeline.read_form(args.form)
    if _answered(args):
        report = pipeline.confirm(report, _confirmable(report, args), args.reason)
    code = made(args.output, pipeline.listed_form(report, spelling=args.spelling), args, voice)
    verdict = pipeline.check(report, spelling=args.spelling)
    voice.say(show.verdict_line(verdict, Voice()), show.verdict_line(verdict, Voice("en")))
    return code


def _answered(args: Arguments) -> bool:
    """Whether a finding is to be confirmed; cell, code and reason come together or not at all."""
    given = [bool((each or "").strip()) for each in (args.cell, args.code, args.reason)]
    if any(given) and not all(given):
        raise UsageError(
            "ต้องระบุ --cell --code และ --reason พร้อมกัน – เช่น --cell OIT!K8 --code A01 --reason “ร่วมจัดกับหน่วยงานนั้นจริง”",
            "--cell, --code and --reason belong together",
        )
    return all(given)


def _confirmable(report: Report, args: Arguments) -> list[Finding]:
    """The findings of that code in that cell; UsageError where there is none, or nothing that could be right."""
    verdict = pipeline.check(report, spelling=args.spelling)
    here = [each for each in verdict.findings if args.cell in (str(each.cell), each.field)]
    found = [each for each in here if each.code == args.code]
    if not found:
        others = ", ".join(sorted({each.code for each in here})) or "ไม่มี"
        raise UsageError(
            f"ไม่พบข้อ {args.code} ที่ช่อง {args.cell} (ข้อที่พบในช่องนี้: {others}) – โปรดดูรหัสและช่องจากคำสั่ง itaxl check",
            f"no finding {args.code} at {args.cell}; found there: {others}",
        )
    if not all(each.confirmable for each in found):
        raise UsageError(
            f"ยืนยันข้อ {args.code} ที่ช่อง {args.cell} ไม่ได้ เพราะช่องว่างหรืออ่านไม่ได้ – โปรดกรอกช่องนี้",
            f"{args.code} at {args.cell} cannot be confirmed: the cell is empty or unreadable",
        )
    return found


def repair(args: Arguments, voice: Voice) -> int:
    """A new form with the plain repairs; each is listed on standard output."""
    mended, steps = pipeline.repair(pipeline.read_form(args.form), spelling=args.spelling)
    code = made(args.output, pipeline.listed_form(mended, spelling=args.spelling), args, voice)
    printed(show.repairs_text(steps, voice, paint_for(sys.stdout)))
    return code


def links(args: Arguments, voice: Voice) -> int:
    """What the web answers for every address of a form."""
    from itaxl.links import Limits

    report = pipeline.read_form(args.form)
    verdict = pipeline.ask_links(report, Limits(total=args.seconds, private=args.private), voice.progress)
    if args.format == "json":
        return result(show.links_json(args.form, verdict), args, voice)
    paint = paint_for(sys.stdout) if args.output is None else PLAIN
    return result(show.links_text(args.form, verdict, voice, paint), args, voice)
