"""`python -m itaxl.cli.dropped ACTION FORM…`: forms dropped on an icon or sent to it, where macros are forbidden.

The one rule of the place: a result is a new file beside the form; the form itself is never written.
"""

from __future__ import annotations

import datetime
import sys
from collections.abc import Sequence
from pathlib import Path

from itaxl import pipeline
from itaxl.addin import journal
from itaxl.addin.desk import Machine, this_machine
from itaxl.errors import ItaxlError
from itaxl.files.disk import fresh, write_file

DONE, FAILED = 0, 1


def main(argv: Sequence[str] | None = None, machine: Machine | None = None) -> int:
    """Do one action for each form; what came of it is shown in one window."""
    action, *forms = sys.argv[1:] if argv is None else argv
    machine = machine or this_machine()
    lines, code = [], DONE
    for form in map(Path, forms):
        try:
            made = _ACTIONS[action](form, machine)
            lines.append(f"สร้าง “{made.name}” แล้ว")
            machine.open_file(made)
        except Exception as why:
            journal.note(f"dropped {action}", 0, why)
            known = isinstance(why, ItaxlError)
            lines.append(f"“{form.name}” ทำไม่สำเร็จ: {why if known else f'ดูแฟ้ม {journal.path()}'}")
            code = FAILED
    machine.say("\n".join(lines) or "โปรดลากแฟ้มแบบรายงาน (.xlsx) มาวางบนไอคอนนี้")
    return code


def check(form: Path, machine: Machine) -> Path:
    """The findings as a page to read and click."""
    from itaxl.cli.page import as_html

    verdict = pipeline.check(pipeline.read_form(form))
    target = fresh(form.with_name(f"{form.stem} รายการที่ต้องแก้ไข.html"))
    write_file(target, as_html([(form, verdict)], target).encode("utf-8"))
    return target


def fill(form: Path, machine: Machine) -> Path:
    """A new form with the boxes ticked that the rows decide."""
    from itaxl.catalog.progress import filled

    target = fresh(form.with_name(f"{form.stem} ติ๊กแล้ว.xlsx"))
    write_file(target, pipeline.form(filled(pipeline.read_form(form))))
    return target


def carry(form: Path, machine: Machine) -> Path:
    """The form of the next year, or of that whose report is due."""
    from itaxl.addin.actions import next_year

    report = pipeline.read_form(form)
    made = pipeline.carry(report, next_year(report, datetime.date.today())).report
    target = fresh(form.with_name(f"แบบรายงาน ITA {made.fiscal_year}.xlsx"))
    write_file(target, pipeline.form(made))
    return target


def word(form: Path, machine: Machine) -> Path:
    """The Word report."""
    target = fresh(form.with_suffix(".docx"))
    write_file(target, pipeline.paper(pipeline.read_form(form), folder=form.parent).docx)
    return target


def pdf(form: Path, machine: Machine) -> Path:
    """The report as PDF."""
    from itaxl.addin.actions import pdf_of

    target = fresh(form.with_suffix(".pdf"))
    finishing = pipeline.Finishing(pdf=True)
    paper = pipeline.paper(pipeline.read_form(form), folder=form.parent, finishing=finishing)
    write_file(target, pdf_of(paper))
    return target


_ACTIONS = {"check": check, "fill": fill, "carry": carry, "word": word, "pdf": pdf}

if __name__ == "__main__":
    sys.exit(main())
