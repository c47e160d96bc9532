"""The commands about years: an empty form of a year, and the forms beside the year files.

The one rule of the place: a year without a manual is never refused; what stands in for it is said.
"""

from __future__ import annotations

from itaxl import pipeline
from itaxl.catalog.year_file import based_on, keep_year, shipped_files, year
from itaxl.cli.console import DONE, Arguments, Voice, write_output
from itaxl.errors import InputError, TemplateError, UsageError
from itaxl.files.disk import template_folder, write_file
from itaxl.model.records import Agency, Options, Paper, Report


def new(args: Arguments, voice: Voice) -> int:
    """An empty form for one agency and year."""
    from itaxl.thai.names import parse_agency

    stands_in = _based_on(args.year)
    known = parse_agency(args.agency)
    agency = Agency(
        name=args.agency,
        kind=known.kind if known else "",
        tambon=args.tambon,
        amphoe=args.amphoe,
        province=args.province,
    )
    report = Report(
        args.year, agency=agency, paper=Paper(layout=args.layout, digits="thai"), options=Options()
    )
    code = write_output(args.output, pipeline.form(report), args, voice)
    if stands_in != args.year:
        voice.say(
            year(args.year).notice,
            f"there is no manual for {args.year} yet: the form is that of {stands_in}; adapt it when the manual is out",
        )
    return code


def _based_on(fiscal_year: int) -> int:
    """The year whose file makes the form; a year that was typed and cannot be is a fault of typing."""
    try:
        return based_on(fiscal_year)
    except InputError as why:
        raise UsageError(f"--year: {why}", f"--year: {why.english}") from None


def year_command(args: Arguments, voice: Voice) -> int:
    """A new year in Excel: its workbook made, or an answered one added to the user's own years."""
    return {"new": _year_new, "add": _year_add}[args.action](args, voice)


def _year_new(args: Arguments, voice: Voice) -> int:
    from itaxl.workbook.year_book import build_year_book

    based = _based_on(args.based_on or args.year)
    code = write_output(args.output, build_year_book(year(args.year, based)), args, voice)
    voice.say(
        f"ตอบคำถาม 6 ข้อและตรวจรายการข้อในแฟ้มนี้ แล้วสั่ง itaxl year add {args.output}",
        f"answer the six questions, look over the items, then: itaxl year add {args.output}",
    )
    return code


def _year_add(args: Arguments, voice: Voice) -> int:
    """Keep an answered year; every wrong entry is told at its cell, and then nothing is kept."""
    from itaxl.workbook.year_answers import read_year_book

    answers = read_year_book(args.file)
    for fault in answers.faults:
        voice.fail(str(fault), fault.english)
    if answers.faults:
        voice.say(
            f"ยังไม่ได้เพิ่มปี {answers.year} – โปรดแก้ {len(answers.faults)} ช่องข้างต้นแล้วสั่งอีกครั้ง",
            f"{answers.year} was not added: {len(answers.faults)} cells to mend",
        )
        return TemplateError.exit_code
    path = keep_year(answers.data, force=args.force)
    added = year(answers.year)
    voice.say(
        f"เพิ่มแบบของปี {answers.year} แล้ว ({len(added.items)} ข้อ) ส่งแฟ้ม “{args.file}” ให้ผู้อื่นเพิ่มแบบเดียวกันได้",
        f"{answers.year} was added as {path}; share {args.file}",
    )
    voice.say(_kinds(answers.year), _kinds(answers.year, english=True))
    if answers.year in shipped_files():
        return DONE  # its items are those of the forms already begun
    voice.say(
        f"แบบปี {answers.year} ที่เริ่มกรอกไว้แล้ว ยกข้อมูลมาได้ด้วย itaxl carry แบบเดิม.xlsx --year {answers.year} -o แบบใหม่.xlsx",
        f"forms of {answers.year} that were begun: itaxl carry OLD.xlsx --year {answers.year} -o NEW.xlsx",
    )
    return DONE


def _kinds(fiscal_year: int, *, english: bool = False) -> str:
    """How many facts of a year there are of each kind."""
    kinds = year(fiscal_year).kinds().items()
    if english:
        return f"{fiscal_year} " + ", ".join(f"{kind.name.lower()} {count}" for kind, count in kinds)
    return f"ปี {fiscal_year} " + " · ".join(f"{kind} {count}" for kind, count in kinds)


def build(args: Arguments, voice: Voice) -> int:
    """The empty forms beside the year files, and how well each year is known; it may write over what it made itself."""
    shipped = tuple(shipped_files())
    if strange := [each for each in args.years if each not in shipped]:
        raise UsageError(
            f"ไม่มีแฟ้มปี {strange[0]}.toml ในโฟลเดอร์ {template_folder('workbook')} – ปีที่มีคือ {', '.join(map(str, shipped))}",
            f"there is no year file {strange[0]}.toml",
        )
    wanted = args.years or shipped
    for n, each in enumerate(wanted, 1):
        target = template_folder("workbook") / f"{each}.xlsx"
        write_file(target, pipeline.form(Report(each)), force=True)
        voice.progress(n, len(wanted), str(target))
        voice.say(_kinds(each), _kinds(each, english=True))
        for doubt in year(each).all_doubts:
            voice.say(f"ปี {each} ถ้อยคำที่ยังไม่แน่ชัด: {doubt}", f"{each}, not certain: {doubt}")
    return DONE
