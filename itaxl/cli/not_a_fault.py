"""“แจ้งว่าไม่ใช่ข้อผิด”: sentences that a finding was wrong about, in a file that an officer may read and send.

The one rule of the place: nothing is sent from here, and names and numbers of persons are hidden before they are told.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from urllib.parse import quote

from itaxl.catalog.fields import typed_texts
from itaxl.cli.quotes import visible
from itaxl.errors import UsageError
from itaxl.model.findings import Confirmed, Finding
from itaxl.model.records import Report
from itaxl.pipeline import Verdict
from itaxl.thai.personal import hide_persons

FILE = "แจ้งว่าไม่ใช่ข้อผิด.md"


def choose(verdict: Verdict, named: Sequence[str]) -> list[Confirmed]:
    """The findings told of: those confirmed with a reason, or those named as CODE@SHEET!CELL; UsageError for none."""
    if not named:
        if not verdict.confirmed:
            raise UsageError(
                "ยังไม่มีข้อที่ยืนยันว่าถูกต้อง – โปรดพิมพ์เหตุผลในแผ่นงาน รายการที่ต้องแก้ไข ก่อน หรือระบุข้อ เช่น --not-a-fault A01@OIT!K8",
                "nothing is confirmed as right yet; give a reason in the sheet, or name a finding",
            )
        return list(verdict.confirmed)
    told = [*verdict.confirmed, *(Confirmed(each, "") for each in verdict.findings)]
    chosen = [each for each in told if _names(each.finding) & set(named)]
    for name in named:
        if not any(name in _names(each.finding) for each in chosen):
            raise UsageError(
                f"ไม่พบข้อ “{name}” ในแบบนี้ – โปรดดูรหัสและช่องจากคำสั่ง itaxl check เช่น A01@OIT!K8",
                f"no finding {name} in this form",
            )
    return chosen


def _names(finding: Finding) -> set[str]:
    return {f"{finding.code}@{finding.cell}", f"{finding.code}@{finding.field}"}


def tell(report: Report, told: Iterable[Confirmed]) -> str:
    """The file: whose report, and a row for each finding with the text of its cell."""
    agency = report.agency
    where = f"ต.{agency.tambon} อ.{agency.amphoe} จ.{agency.province}"
    texts = typed_texts(report)
    rows = ""
    for finding, reason in ((each.finding, each.reason) for each in told):
        place = str(finding.cell) if finding.cell.ref else finding.field
        typed = (texts.get(finding.field, ""), finding.quote, reason)
        cells = (finding.code, place, *(hide_persons(text, agency.name) for text in typed))
        rows += f"| {' | '.join(map(_cell, cells))} |\n"
    return (
        "# แจ้งว่าไม่ใช่ข้อผิด\n\nชื่อและหมายเลขของบุคคลถูกปิดไว้แล้ว โปรดอ่านทวนก่อนส่งให้ผู้ดูแลโปรแกรม\n\n"
        f"## {visible(agency.name)} ({visible(agency.kind)}) {visible(where)} ปีงบประมาณ {report.fiscal_year}\n\n"
        f"| รหัส | ช่อง | ข้อความในช่อง | คำที่ถูกทัก | เหตุผล |\n|---|---|---|---|---|\n{rows}"
    )


def _cell(text: str) -> str:
    """A text as a cell of a table: one line, no stroke that would end it."""
    return "<br>".join(visible(line) for line in text.split("\n")).replace("|", "\\|")


def link(report: Report, finding: Finding) -> str:
    """An address that holds the file itself, for a page: a click saves it, and nothing is fetched or sent."""
    return f"data:text/markdown;charset=utf-8,{quote(tell(report, [Confirmed(finding, '')]))}"
