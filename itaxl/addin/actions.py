"""What each button does, one function each: the desk of the click in, the work done and told.

The one rule of the place: a form goes the same way as a file, `Sheets` → `read` → `pipeline`; failures are raised.
"""

from __future__ import annotations

import datetime
import re
from collections import Counter
from dataclasses import replace
from pathlib import Path

from itaxl import pipeline
from itaxl.addin import added_rows, seam, sheet_of_findings, ticking
from itaxl.addin.desk import Desk
from itaxl.catalog.form import FINDINGS_SHEET, GUIDE_SHEET, META_SHEET
from itaxl.catalog.year_file import year as year_of
from itaxl.errors import InputError, MissingToolError
from itaxl.files.disk import fresh, write_file
from itaxl.model.columns import STATUSES
from itaxl.model.records import Report
from itaxl.thai.calendar import report_due
from itaxl.thai.digits import to_arabic
from itaxl.workbook.read import read

_STATUS = dict(STATUSES)


def report_of(desk: Desk) -> Report:
    """The report that the open workbook holds, saved or not; InputError when it is no form of ours."""
    return read(seam.from_book(desk.book))


def verdict_of(report: Report) -> pipeline.Verdict:
    """The findings that a click shows: those on spelling too, for the ribbon has no switch for them."""
    return pipeline.check(report, spelling=True)


def check(desk: Desk) -> None:
    """Write every finding into the sheet of findings, and tell the verdict."""
    report = report_of(desk)
    verdict = verdict_of(report)
    written = sheet_of_findings.write(desk.book, verdict)
    lines = [verdict.sentence]
    if written.left_out:
        lines.append(f"แผ่นงานแสดงได้ {written.shown} ข้อ อีก {written.left_out} ข้อจะแสดงเมื่อแก้ไขข้อก่อนหน้าแล้ว")
    if verdict.findings:
        lines.append(f"ดูรายการที่แผ่นงาน “{FINDINGS_SHEET}” หรือกด “จุดแก้ไขถัดไป”")
    if age := pipeline.find_age(report, desk.today):
        lines.append(f"{age[0]} – ใช้ปุ่ม “นำข้อมูลไปตั้งต้นปีถัดไป” แล้วระบุปี {age[1]}")
    desk.tell("\n".join(lines))


def next_finding(desk: Desk) -> None:
    """Go to the next open finding after the cursor, in the order of the form, round and round."""
    verdict = verdict_of(report_of(desk))
    finding = sheet_of_findings.after(verdict.findings, seam.cursor(desk.book))
    if finding is None:
        desk.tell(verdict.sentence)
        return
    seam.go_to(desk.book, finding.cell)
    seam.murmur(desk.app, f"{finding.severity.thai} {finding.cell}: {finding.message} – {finding.fix}")


# -- boxes ------------------------------------------------------------------------------------------


def tick(desk: Desk) -> None:
    """Tick the boxes that the rows' own words decide; a choice that was made is left alone."""
    from itaxl.catalog.progress import doubts, ticks

    report = report_of(desk)
    said = ticks(report)
    changes = ticking.box_changes(said)
    if changes:
        ticking.write_boxes(desk.book, {cell: change.after for cell, change in changes.items()})
        ticking.remember(desk.state, seam.identity(desk.book), changes)
    lines = [f"ติ๊กให้ {len(said)} แถว" if said else "ไม่มีแถวที่ต้องติ๊กเพิ่ม แถวที่เลือกไว้แล้วไม่ถูกเปลี่ยน"]
    lines += [f"• {_STATUS[status]} {count} แถว" for status, count in Counter(t.status for t in said).items()]
    if doubted := doubts(report):
        named = ", ".join(str(each.row.at.cell("status:done")) for each in doubted[:5])
        lines.append(
            f"สถานะที่เลือกไว้ไม่ตรงกับข้อความในแถว {len(doubted)} แถว เช่น {named} – โปรดทบทวน โปรแกรมไม่ได้เปลี่ยนให้"
        )
    if said:
        lines.append("ถ้าไม่ต้องการ กด “ยกเลิกการติ๊กล่าสุด”")
    desk.tell("\n".join(lines))


def undo(desk: Desk) -> None:
    """Take the last ticking back, but for rows that a person has changed since."""
    changes = ticking.recall(desk.state, seam.identity(desk.book))
    if not changes:
        raise InputError("ไม่มีการติ๊กให้ยกเลิกในแฟ้มนี้ – ใช้ได้หลังกด “ติ๊กช่องผลการดำเนินการ”", "nothing to undo")
    now = ticking.boxes_at(seam.from_book(desk.book), changes)
    back = {cell: change.before for cell, change in changes.items() if now.get(cell) == change.after}
    ticking.write_boxes(desk.book, back)
    ticking.forget(desk.state, seam.identity(desk.book))
    kept = len(changes) - len(back)
    more = f" อีก {kept} แถวถูกแก้ไขหลังจากนั้นจึงไม่แตะต้อง" if kept else ""
    desk.tell(f"ยกเลิกการติ๊ก {len(back)} แถว{more}")


# -- rows -------------------------------------------------------------------------------------------


def add_measure(desk: Desk) -> None:
    """Add an empty row for a new measure below the one at the cursor."""
    report = report_of(desk)
    _added(desk, report, added_rows.measure_below(report, seam.cursor(desk.book)))


def add_step(desk: Desk) -> None:
    """Add an empty row for one more step of the measure at the cursor."""
    report = report_of(desk)
    _added(desk, report, added_rows.step_below(report, seam.cursor(desk.book)))


def _added(desk: Desk, report: Report, place: added_rows.NewRow) -> None:
    """Insert the row and go there; findings that were listed move along with their cells."""
    listed = sheet_of_findings.is_filled(desk.book, report)
    added_rows.insert(desk.book, place)
    if listed:
        sheet_of_findings.write(desk.book, verdict_of(report_of(desk)))
    seam.go_to(desk.book, place.cell)
    if place.warning:
        desk.tell(place.warning)


# -- papers -----------------------------------------------------------------------------------------


def word(desk: Desk) -> None:
    """Make the Word report beside the form and open it."""
    paper = _paper(desk)
    target = fresh(_beside(desk, ".docx"))
    write_file(target, paper.docx)
    _made(desk, target, paper)


def pdf(desk: Desk) -> None:
    """Make the PDF for signing beside the form and open it; what is lacking is raised."""
    paper = _paper(desk, pdf=True)
    target = fresh(_beside(desk, ".pdf"))
    write_file(target, pdf_of(paper))
    _made(desk, target, paper)


def pdf_of(paper: pipeline.FinishedPaper) -> bytes:
    """The PDF of a paper; MissingToolError says what this computer lacks for it."""
    if paper.pdf is None:
        raise paper.lacks or MissingToolError(
            "ทำ PDF ไม่สำเร็จ – โปรดปิด Word หรือ LibreOffice แล้วลองใหม่", "no PDF"
        )
    return paper.pdf


def _paper(desk: Desk, *, pdf: bool = False) -> pipeline.FinishedPaper:
    finishing = pipeline.Finishing(pdf=pdf)
    return pipeline.paper(report_of(desk), folder=seam.folder_of(desk.book), finishing=finishing)


def _beside(desk: Desk, ending: str) -> Path:
    """A name beside the form, or among the person's documents when the form lies on the web or nowhere yet."""
    folder = seam.folder_of(desk.book) or desk.machine.documents()
    return folder / f"{seam.name_of(desk.book)}{ending}"


def _made(desk: Desk, target: Path, paper: pipeline.FinishedPaper) -> None:
    lines = [f"สร้างแฟ้ม “{target.name}” แล้ว ที่โฟลเดอร์ {target.parent}"]
    if not paper.verdict.ready:
        lines.append(f"{paper.verdict.sentence} รายงานจึงมีคำว่า ร่าง")
    if paper.unprinted:
        lines.append(paper.unprinted_sentence)
    lines += [str(each) for each in (paper.lacks, paper.doubt) if each]
    desk.tell("\n".join(lines))
    desk.machine.open_file(target)


# -- the rest ---------------------------------------------------------------------------------------


def new_form(desk: Desk) -> None:
    """Make an empty form of the year that the person names and open it; the agency is that of the form at hand."""
    due = report_due(desk.today)
    year = _year(desk, f"สร้างแบบรายงานของปีงบประมาณใด (พ.ศ.)\nขณะนี้ที่ถึงกำหนดรายงานคือปี {due}", due)
    if year is None:
        return
    report = Report(year)
    if _is_form(desk):
        at_hand = report_of(desk)
        report = replace(report, agency=at_hand.agency, options=at_hand.options)
    _new(desk, report, f"{year_of(year).notice}\nโปรดกรอกแผ่นงาน “ข้อมูลหน่วยงาน” ก่อน".lstrip())


def carry(desk: Desk) -> None:
    """Make the form of a later year out of the one at hand; what will change is said before the year is asked."""
    report = report_of(desk)
    year = next_year(report, desk.today)
    carried = pipeline.carry(report, year)
    wanted = _year(desk, f"{carried.sentence}\nสร้างแบบของปีงบประมาณใด (พ.ศ.) กดยกเลิกถ้ายังไม่ต้องการ", year)
    if wanted is None:
        return
    carried = carried if wanted == year else pipeline.carry(report, wanted)
    _new(desk, carried.report, "\n".join((carried.sentence, *carried.lines)))


def next_year(report: Report, today: datetime.date) -> int:
    """The year that a form is usually carried into: the next one, or that whose report is due by now."""
    return max(report.fiscal_year + 1, report_due(today))


def _year(desk: Desk, question: str, usual: int) -> int | None:
    """The year that the person names; None when they give up, InputError when it is no year."""
    answer = desk.ask(question, str(usual))
    if answer is None:
        return None
    digits = to_arabic(answer.strip())
    if not re.fullmatch("2[45][0-9]{2}", digits):
        raise InputError(
            f"“{answer}” ไม่ใช่ปี พ.ศ. สี่หลัก – โปรดกดปุ่มอีกครั้งแล้วพิมพ์เช่น {usual}", f"{answer} is no year"
        )
    return int(digits)


def _new(desk: Desk, report: Report, then: str) -> None:
    """Make a form beside the one at hand, or among the person's documents, and open it."""
    folder = seam.folder_of(desk.workbook) if desk.workbook else None
    target = fresh((folder or desk.machine.documents()) / f"แบบรายงาน ITA {report.fiscal_year}.xlsx")
    write_file(target, pipeline.form(report))
    desk.open_form(target)
    desk.tell(f"สร้าง “{target.name}” แล้ว ที่โฟลเดอร์ {target.parent}\n{then}")


def _is_form(desk: Desk) -> bool:
    return desk.workbook is not None and META_SHEET in {sheet.name for sheet in desk.workbook.sheets}


def show_help(desk: Desk) -> None:
    """Show the guide inside the form; without a form say how to get one."""
    if _is_form(desk):
        seam.show_sheet(desk.book, GUIDE_SHEET)
        return
    desk.tell(
        "1. กด “แบบรายงานใหม่” หรือเปิดแบบรายงานที่มีอยู่\n2. กรอก แล้วกด “ตรวจความถูกต้อง”\n"
        "3. แก้ตามรายการ แล้วกด “จัดทำรายงาน (Word)”\nวิธีกรอกอยู่ในแผ่นงาน “วิธีกรอก” ของแบบรายงาน",
    )


def readiness(desk: Desk) -> None:
    """Tell what this computer has and lacks."""
    from itaxl.addin.doctor import examine, in_words

    desk.tell(in_words(examine(desk.machine)))
