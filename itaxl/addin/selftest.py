"""`itaxl addin selftest`: every button's work in a real Excel, compared with what the file itself says.

The one rule of the place: an expectation comes from the pipeline over the saved file, never from a written-down result.
"""

from __future__ import annotations

import datetime
import platform
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING

from itaxl import __version__, pipeline
from itaxl.addin import actions, seam, sheet_of_findings
from itaxl.addin.desk import Desk, Machine
from itaxl.catalog.form import ACCEPTED, FINDINGS_SHEET, MEASURES_SHEET
from itaxl.catalog.progress import filled
from itaxl.errors import MissingToolError
from itaxl.model.cells import Cell, letters, position
from itaxl.model.records import Report

if TYPE_CHECKING:
    from xlwings import App

NAME = (
    "แผน ITA & อบต. (1) 100% 2569=ใหม่.xlsx"  # every character that has ever broken a way from Excel to Python
)
REASON = "ตรวจสอบแล้ว ข้อความถูกต้อง"


@dataclass(frozen=True, slots=True)
class Step:
    """One thing tried: `fault` is empty when it came out as it should."""

    name: str
    seconds: float
    fault: str = ""

    def __str__(self) -> str:
        return f"{'ผ่าน' if not self.fault else 'ไม่ผ่าน'}  {self.seconds:5.2f} วินาที  {self.name}  {self.fault}".rstrip()


class _Trial:
    """One form in one Excel; each method is a step, and says what is wrong or nothing."""

    def __init__(self, app: App, folder: Path, machine: Machine) -> None:
        self.path = folder / NAME
        self.path.write_bytes(pipeline.form(sample()))
        self.said: list[str] = []
        book = seam.open_workbook(app, self.path)
        self.desk = Desk(app, book, machine, folder / "state", datetime.date.today(), self.said.append)
        self.typed = pipeline.read_form(self.path)

    def report(self) -> Report:
        return actions.report_of(self.desk)

    def reads(self) -> str:
        return _differs(self.report(), self.typed)

    def checks(self) -> str:
        book = self.desk.book
        guarded = {sheet.name: seam.protection(sheet) for sheet in book.sheets}
        here = seam.cursor(book)
        actions.check(self.desk)
        wanted = [str(each.cell) for each in actions.verdict_of(self.typed).findings]
        if (shown := [line[0] for line in self._column("~cell")]) != wanted:
            return f"รายการไม่ตรง: {shown} แทน {wanted}"
        if {sheet.name: seam.protection(sheet) for sheet in book.sheets} != guarded:
            return "การป้องกันแผ่นงานเปลี่ยนไป"
        return "" if seam.cursor(book) == here else "ตำแหน่งที่เลือกเปลี่ยนไป"

    def writes_only_when_changed(self) -> str:
        verdict = actions.verdict_of(self.report())
        return "เขียนซ้ำทั้งที่ไม่มีอะไรเปลี่ยน" if sheet_of_findings.write(self.desk.book, verdict).changed else ""

    def keeps_reasons(self) -> str:
        book, first = self.desk.book, self.typed.starts[ACCEPTED.name].row or 0
        finding = next(each for each in actions.verdict_of(self.typed).findings if each.confirmable)
        row = first + [line[0] for line in self._column("~cell")].index(str(finding.cell))
        seam.write(book.sheets[FINDINGS_SHEET], row, ACCEPTED.numbers["reason"], [[REASON]])
        actions.check(self.desk)
        reasons = [each.reason for each in self.report().accepted]
        seam.write(
            book.sheets[FINDINGS_SHEET],
            first,
            ACCEPTED.numbers["reason"],
            [[""]] * len(self._column("reason")),
        )
        actions.check(self.desk)
        return "" if reasons == [REASON] else f"เหตุผลที่พิมพ์ไว้ไม่อยู่: {reasons}"

    def _column(self, key: str) -> list[tuple[str, ...]]:
        """The filled cells of a column of the findings."""
        first, number = self.typed.starts[ACCEPTED.name].row or 0, ACCEPTED.numbers[key]
        last = first + ACCEPTED.empty_rows - 1
        lines = seam.block(self.desk.book.sheets[FINDINGS_SHEET], (first, number), (last, number))
        return [line for line in lines if line[0]] if key == "~cell" else lines

    def walks(self) -> str:
        for finding in actions.verdict_of(self.report()).findings:
            seam.go_to(self.desk.book, finding.cell)
            break
        actions.next_finding(self.desk)
        here = seam.cursor(self.desk.book)
        cells = {each.cell for each in actions.verdict_of(self.report()).findings}
        return "" if here in cells else f"ไปที่ {here} ซึ่งไม่มีข้อ"

    def ticks(self) -> str:
        actions.tick(self.desk)
        return _differs(self.report(), filled(self.typed))

    def unticks(self) -> str:
        actions.undo(self.desk)
        return _differs(self.report(), self.typed)

    def adds_step(self) -> str:
        return self._adds(actions.add_step)

    def adds_measure(self) -> str:
        return self._adds(actions.add_measure)

    def _adds(self, action: Callable[[Desk], None]) -> str:
        """A row is added below the first measure, and a person can type in it."""
        cell = self.report().measures[0].at.cell("no")
        seam.go_to(self.desk.book, cell)
        action(self.desk)
        here = seam.cursor(self.desk.book)
        assert here is not None
        column, row = position(here.ref)
        sheet = self.desk.book.sheets[MEASURES_SHEET]
        seam.write(sheet, row, column, [["๙"]])
        typed = Cell(MEASURES_SHEET, f"{letters(column)}{row}")
        seam.write(sheet, row, column, [[""]])
        return _differs(self.report(), self.typed) or ("" if typed == here else "แถวใหม่ไม่อยู่ที่ตำแหน่งที่เลือก")

    def prints_word(self) -> str:
        actions.word(self.desk)
        made = self.path.with_suffix(".docx")
        return "" if made.exists() and made.read_bytes()[:2] == b"PK" else "ไม่มีแฟ้ม Word"

    def prints_pdf(self) -> str:
        try:
            actions.pdf(self.desk)
        except MissingToolError:
            return ""  # the button says so; that is its work on such a computer
        made = self.path.with_suffix(".pdf")
        return "" if made.exists() and made.read_bytes()[:4] == b"%PDF" else "ไม่มีแฟ้ม PDF"

    def saves(self) -> str:
        self.desk.book.save()
        return _differs(pipeline.read_form(self.path), self.typed)


STEPS: tuple[tuple[str, Callable[[_Trial], str]], ...] = (
    ("อ่านแบบที่เปิดอยู่ได้เหมือนอ่านจากแฟ้ม", _Trial.reads),
    ("ตรวจความถูกต้อง", _Trial.checks),
    ("ตรวจซ้ำโดยไม่เขียนเมื่อไม่มีอะไรเปลี่ยน", _Trial.writes_only_when_changed),
    ("เหตุผลที่พิมพ์ยืนยันไว้ไม่หาย", _Trial.keeps_reasons),
    ("จุดแก้ไขถัดไป", _Trial.walks),
    ("ติ๊กช่องผลการดำเนินการ", _Trial.ticks),
    ("ยกเลิกการติ๊กล่าสุด", _Trial.unticks),
    ("เพิ่มขั้นตอน", _Trial.adds_step),
    ("เพิ่มแถวมาตรการ", _Trial.adds_measure),
    ("จัดทำรายงาน (Word)", _Trial.prints_word),
    ("PDF เสนอลงนาม", _Trial.prints_pdf),
    ("บันทึกแล้วอ่านใหม่ได้เหมือนเดิม", _Trial.saves),
)


def selftest(app: App, folder: Path, machine: Machine) -> Iterator[Step]:
    """Try every step on a sample form in this Excel; a step that breaks does not stop the next."""
    trial = _Trial(app, folder, machine)
    for name, attempt in STEPS:
        started = time.perf_counter()
        try:
            fault = attempt(trial)
        except Exception as why:
            fault = f"{type(why).__name__}: {why}"
        yield Step(name, time.perf_counter() - started, fault)


def sample() -> Report:
    """An invented report with something for every button."""
    import json

    from itaxl.case.load import load

    return load(json.loads(resources.files("itaxl.addin").joinpath("sample.json").read_text("utf-8")))


def protocol(steps: list[Step], app: App) -> str:
    """The report to send back."""
    head = f"itaxl {__version__}\n{platform.platform()}\nPython {platform.python_version()}\nExcel {app.version}\n"
    failed = sum(bool(step.fault) for step in steps)
    return "\n".join([head, *map(str, steps), "", f"ไม่ผ่าน {failed} ข้อ" if failed else "ผ่านทุกข้อ", ""])


def _differs(found: Report, wanted: Report) -> str:
    """Which part of two reports differs; confirmations do not count."""
    parts = ("agency", "paper", "measures", "indicators", "o_items", "evidence")
    return next(
        (f"ข้อมูลส่วน {part} ต่างกัน" for part in parts if getattr(found, part) != getattr(wanted, part)), ""
    )
