"""The commands about years: an empty form of a year, and the forms beside the year files.

The one rule of the place: a year without a manual is never refused; what stands in for it is said.
"""

from __future__ import annotations

from itaxl import pipeline
from itaxl.catalog.year_file import based_on, shipped_files, year
from itaxl.cli.console import DONE, Arguments, Voice, write_output
from itaxl.errors import InputError, UsageError
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
            f"ยังไม่มีคู่มือปี {args.year} ใช้แบบของปี {stands_in} ไปก่อน แล้วปรับเมื่อคู่มือออก",
            f"there is no manual for {args.year} yet: the form is that of {stands_in}; adapt it when the manual is out",
        )
    return code


def _based_on(fiscal_year: int) -> int:
    """The year whose file makes the form; a year that was typed and cannot be is a fault of typing."""
    try:
        return based_on(fiscal_year)
    except InputError as why:
        raise UsageError(f"--year: {why}", f"--year: {why.english}") from None


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
        kinds = year(each).kinds()
        voice.say(
            f"ปี {each} " + " · ".join(f"{kind} {count}" for kind, count in kinds.items()),
            f"{each} " + ", ".join(f"{kind.name.lower()} {count}" for kind, count in kinds.items()),
        )
        for doubt in year(each).all_doubts:
            voice.say(f"ปี {each} ถ้อยคำที่ยังไม่แน่ชัด: {doubt}", f"{each}, not certain: {doubt}")
    return DONE
