"""The commands, one function each: arguments in, exit code out.

The one rule of the place: a command only joins the pipeline to a file or a screen.
"""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path

from itaxl import pipeline
from itaxl.cli import paper_options, show
from itaxl.cli.arguments import Arguments
from itaxl.cli.excel import addin, doctor
from itaxl.cli.failures import told
from itaxl.cli.fonts import fonts
from itaxl.cli.output import DONE, FOUND, made, printed, result
from itaxl.cli.paint import PLAIN, paint_for
from itaxl.cli.voice import Voice
from itaxl.cli.working import confirm, links, repair
from itaxl.errors import UnknownNameError, UsageError
from itaxl.files.disk import template_folder, write_file
from itaxl.model.choices import LAYOUTS

# confirm, links and repair stand together in a file of their own
__all__ = [
    "addin",
    "build",
    "check",
    "confirm",
    "demo",
    "doctor",
    "dump",
    "fonts",
    "layouts",
    "links",
    "load",
    "new",
    "repair",
    "report",
    "rules",
]


def new(args: Arguments, voice: Voice) -> int:
    """An empty form for one agency and year."""
    from itaxl.catalog.year_file import years
    from itaxl.model.records import Agency, Options, Paper, Report
    from itaxl.thai.names import parse_agency

    if args.year not in years():
        known = ", ".join(map(str, years()))
        raise UsageError(
            f"--year: ไม่มีแบบของปี {args.year} ปีที่มีคือ {known}", f"--year: {args.year} is not one of {known}"
        )
    known_agency = parse_agency(args.agency)
    agency = Agency(
        name=args.agency,
        kind=known_agency.kind if known_agency else "",
        tambon=args.tambon,
        amphoe=args.amphoe,
        province=args.province,
    )
    report = Report(
        args.year, agency=agency, paper=Paper(layout=args.layout, digits="thai"), options=Options()
    )
    return made(args.output, pipeline.form(report), args, voice)


def load(args: Arguments, voice: Voice) -> int:
    """A form filled from report data."""
    from itaxl.case.load import read_case

    return made(args.output, pipeline.form(read_case(args.case)), args, voice)


def dump(args: Arguments, voice: Voice) -> int:
    """The data of a form."""
    from itaxl.case.dump import dump as to_case
    from itaxl.case.dump import to_json

    return result(to_json(to_case(pipeline.read_form(args.form))), args, voice)


def check(args: Arguments, voice: Voice) -> int:
    """Every finding on each form; a form that cannot be read spoils only itself."""
    code, shown = DONE, list[show.Checked]()
    for n, path in enumerate(args.forms, 1):
        voice.progress(n, len(args.forms), str(path))
        code = max(code, told(partial(_check, path, shown, args), voice))
    if shown:
        code = max(code, told(lambda: result(_shown(shown, args, voice), args, voice), voice))
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
    if args.format == "json":
        return show.as_json(shown, many=len(args.forms) > 1)
    if args.format == "html":
        from itaxl.cli.page import as_html

        return as_html(shown, args.output)
    return show.as_text(shown, voice, paint_for(sys.stdout) if args.output is None else PLAIN)


def fill(args: Arguments, voice: Voice) -> int:
    """The progress boxes, from what the rows say."""
    from itaxl.cli.ticking import fill as fill_boxes

    return fill_boxes(args, voice)


def report(args: Arguments, voice: Voice) -> int:
    """The Word report."""
    names = ("cover", "item_tables", "qr", "contents", "catchwords", "boxes")
    options = {name: getattr(args, name) for name in names}
    target = args.output or args.form.with_suffix(".docx")
    data = paper_options.applied(pipeline.read_form(args.form), args)
    finishing = pipeline.Finishing(
        pdf=args.pdf or args.signature_fields,
        signature_fields=args.signature_fields,
        fonts=tuple(args.embed_font or ()),
    )
    paper = pipeline.paper(
        data,
        layout=_layout(args.layout),
        digits=args.digits,
        options=options,
        folder=args.form.parent,
        finishing=finishing,
    )
    if paper.pdf:  # first: a PDF that must not be written over keeps all as it was
        made(target.with_suffix(".pdf"), paper.pdf, args, voice)
    code = made(target, paper.docx, args, voice)
    show.tell_paper(paper, voice)
    return paper.lacks.exit_code if paper.lacks and finishing.pdf else code


def _layout(text: str | None) -> str | Path | None:
    """A layout of the contract by name; the file of an office, or another one of the template folder, by path."""
    if text is None or text in dict(LAYOUTS):
        return text
    added = template_folder("word") / f"{text}.docx"
    return added if added.exists() else Path(text) if text.lower().endswith(".docx") else text


def layouts(args: Arguments, voice: Voice) -> int:
    """The layouts there are, or everything wrong with one."""
    from itaxl.word import check_layout
    from itaxl.word import layouts as known

    if args.action is None:
        return printed("".join(f"{each.name}\t{each.title}\n" for each in known()))
    if args.file is None:
        raise UsageError(
            "ยังไม่ได้ระบุแฟ้ม Word – itaxl layouts check FILE.docx", "which file? itaxl layouts check FILE.docx"
        )
    faults = check_layout(args.file)
    for fault in faults:
        voice.say(str(fault), fault.english)
    if any(isinstance(fault, UnknownNameError) for fault in faults):
        show.tell_names(voice)
    if not faults:
        voice.say(f"ไม่พบข้อผิดพลาดในรูปแบบ “{args.file}” ใช้พิมพ์รายงานได้", f"{args.file}: nothing wrong")
    return faults[0].exit_code if faults else DONE


def rules(args: Arguments, voice: Voice) -> int:
    """Every kind of finding, from the declarations."""
    chosen = [kind for kind in pipeline.declarations() if args.code in (None, kind.code)]
    if not chosen:
        raise UsageError(
            f"ไม่มีข้อตรวจรหัส “{args.code}” – ดูทั้งหมดด้วย itaxl rules", f"no rule {args.code}; see itaxl rules"
        )
    return result(show.RULES[args.format](chosen, voice), args, voice)


def build(args: Arguments, voice: Voice) -> int:
    """The empty forms beside the year files; it may write over what it made itself."""
    from itaxl.catalog.year_file import year, years
    from itaxl.model.records import Report

    for n, each in enumerate(args.years or years(), 1):
        target = template_folder("workbook") / f"{each}.xlsx"
        write_file(target, pipeline.form(Report(each)), force=True)
        voice.progress(n, len(args.years or years()), str(target))
        for doubt in year(each).all_doubts:
            voice.say(f"ปี {each} ถ้อยคำที่ยังไม่แน่ชัด: {doubt}", f"{each}, not certain: {doubt}")
    return DONE


def demo(args: Arguments, voice: Voice) -> int:
    """An invented agency from form to paper."""
    from itaxl.cli.demo import make_demo

    return make_demo(args.folder, voice)
