"""The commands on a form, one function each: arguments in, exit code out.

The one rule of the place: a command only joins the pipeline to a file or a screen; the form that a person filled is
read and never written.
"""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path

from itaxl import pipeline
from itaxl.cli import paper_options, show
from itaxl.cli.console import (
    DONE,
    FOUND,
    PLAIN,
    Arguments,
    Voice,
    paint_for,
    print_text,
    run_guarded,
    write_output,
    write_result,
)
from itaxl.errors import UsageError
from itaxl.files.disk import fresh, holds
from itaxl.model.columns import columns
from itaxl.model.findings import Finding
from itaxl.model.records import Options, Report

_TOLD = 20  # additions named one by one


def load(args: Arguments, voice: Voice) -> int:
    """A form filled from report data."""
    from itaxl.case.load import read_case

    return write_output(args.output, pipeline.form(read_case(args.case)), args, voice)


def dump(args: Arguments, voice: Voice) -> int:
    """The data of a form."""
    from itaxl.case.dump import dump as to_case
    from itaxl.case.dump import to_json

    return write_result(to_json(to_case(pipeline.read_form(args.form))), args, voice)


def check(args: Arguments, voice: Voice) -> int:
    """Every finding on each form; a form that cannot be read spoils only itself."""
    code, shown = DONE, list[show.Checked]()
    for n, path in enumerate(args.forms, 1):
        voice.progress(n, len(args.forms), str(path))
        code = max(code, run_guarded(partial(_check, path, shown, args), voice))
    if shown:
        code = max(code, run_guarded(lambda: write_result(_shown(shown, args, voice), args, voice), voice))
    return code


def _check(path: Path, shown: list[show.Checked], args: Arguments) -> int:
    """Check one form, and keep what came of it."""
    verdict = pipeline.check(pipeline.read_form(path), spelling=args.spelling)
    if args.division:
        verdict = pipeline.of_division(verdict, args.division)
    shown.append((path, verdict))
    return DONE if verdict.ready else FOUND


def _shown(shown: show.Shown, args: Arguments, voice: Voice) -> str:
    """The findings as text, JSON or a page; colours only for a person at a terminal."""
    if args.not_a_fault is not None:
        from itaxl.cli.not_a_fault import choose, tell

        named = list(filter(None, args.not_a_fault))
        return "\n".join(tell(verdict.report, choose(verdict, named)) for _, verdict in shown)
    if args.format == "json":
        return show.as_json(shown, many=len(args.forms) > 1)
    if args.format == "html":
        from itaxl.cli.page import as_html

        return as_html(shown, args.output)
    return show.as_text(shown, voice, paint_for(sys.stdout) if args.output is None else PLAIN)


def carry(args: Arguments, voice: Voice) -> int:
    """A form of another year that starts from this one; without `-o` only what would change, on standard output."""
    report = _read_for_a_new_form(args, voice) if args.output else pipeline.read_form(args.form)
    carried = pipeline.carry(report, args.year or report.fiscal_year + 1)
    voice.say(carried.sentence, carried.english)
    if args.output is None:
        return print_text(show.changes_text(carried.changes, voice))
    for line in () if voice.english else carried.lines:
        voice.say(f"  {line}", "")
    return write_output(args.output, pipeline.form(carried.report), args, voice)


def _read_for_a_new_form(args: Arguments, voice: Voice) -> Report:
    """The report of a form; what a person added to it, and the new form will not have, is told first."""
    report = pipeline.read_form(args.form)
    if added := pipeline.additions(args.form):
        voice.say(
            f"สิ่งที่เพิ่มเองต่อไปนี้จะไม่ตามไปในแฟ้มใหม่ แต่ยังอยู่ใน “{args.form}” ครบถ้วน – โปรดคัดลอกไปเองหากยังต้องใช้",
            f"what was added to {args.form} will not be in the new file; it stays in the old one",
        )
        for each in added[:_TOLD]:
            voice.say(f"  {each}", f"  {each.english}")
        if len(added) > _TOLD:
            voice.say(f"  และอีก {len(added) - _TOLD} แห่ง", f"  and {len(added) - _TOLD} more")
    return report


def fill(args: Arguments, voice: Voice) -> int:
    """A new form with the boxes ticked; each tick and its rule are listed on standard output."""
    from itaxl.catalog.progress import doubts, filled, ticks

    report = _read_for_a_new_form(args, voice)
    code = write_output(args.output, pipeline.form(filled(report)), args, voice)
    print_text(show.ticks_text(ticks(report), doubts(report), voice))
    return code


def confirm(args: Arguments, voice: Voice) -> int:
    """A new form that lists the findings; with `--cell --code --reason` one of them confirmed as right."""
    report = _read_for_a_new_form(args, voice)
    given = [bool((each or "").strip()) for each in (args.cell, args.code, args.reason)]
    if any(given) and not all(given):
        raise UsageError(
            "ต้องระบุ --cell --code และ --reason พร้อมกัน – เช่น --cell OIT!K8 --code A01 --reason “ร่วมจัดกับหน่วยงานนั้นจริง”",
            "--cell, --code and --reason belong together",
        )
    if all(given):
        report = pipeline.confirm(report, _confirmable(report, args), args.reason)
    code = write_output(args.output, pipeline.listed_form(report, spelling=args.spelling), args, voice)
    verdict = pipeline.check(report, spelling=args.spelling)
    voice.say(verdict.sentence, verdict.english)
    return code


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
    mended, steps = pipeline.repair(_read_for_a_new_form(args, voice), spelling=args.spelling)
    code = write_output(args.output, pipeline.listed_form(mended, spelling=args.spelling), args, voice)
    print_text(show.repairs_text(steps, voice, paint_for(sys.stdout)))
    return code


def links(args: Arguments, voice: Voice) -> int:
    """What the web answers for every address of a form."""
    from itaxl.links import Limits

    report = pipeline.read_form(args.form)
    verdict = pipeline.ask_links(report, Limits(total=args.seconds, private=args.private), voice.progress)
    if args.format == "json":
        return write_result(show.links_json(args.form, verdict), args, voice)
    paint = paint_for(sys.stdout) if args.output is None else PLAIN
    return write_result(show.links_text(args.form, verdict, voice, paint), args, voice)


def report(args: Arguments, voice: Voice) -> int:
    """The Word report."""
    options = {column.key: getattr(args, column.key) for column in columns(Options)}
    only_pdf = args.output is not None and args.output.suffix.lower() == ".pdf"
    read = pipeline.read_form(args.form)
    for line in show.age_lines(read, voice):
        voice.say(line, line)
    data = paper_options.apply_options(read, args)
    finishing = pipeline.Finishing(
        pdf=args.pdf or args.signature_fields or only_pdf,
        signature_fields=args.signature_fields,
        fonts=tuple(args.embed_font or ()),
    )
    paper = pipeline.paper(
        data,
        layout=args.layout,
        digits=args.digits,
        options=options,
        folder=args.form.parent,
        finishing=finishing,
    )
    if paper.pdf:  # first: a PDF that must not be written over keeps all as it was
        _write_paper(".pdf", paper.pdf, args, voice)
    if not only_pdf:
        _write_paper(".docx", paper.docx, args, voice)
    show.tell_paper(paper, voice)
    return paper.lacks.exit_code if paper.lacks and finishing.pdf else DONE


def _write_paper(ending: str, data: bytes, args: Arguments, voice: Voice) -> None:
    """Write a paper where it was wanted, or beside the form under a name that nothing has yet but this very paper."""
    target = args.output or args.form.with_suffix(ending)
    if ending == ".pdf":
        target = target.with_suffix(ending)
    if args.output is None and not args.force and not holds(target, data):
        target = fresh(target)
    if holds(target, data):
        voice.say(f"มีแฟ้ม “{target}” อยู่แล้วและไม่มีสิ่งใดเปลี่ยน", f"{target} is there already, unchanged")
    else:
        write_output(target, data, args, voice)
