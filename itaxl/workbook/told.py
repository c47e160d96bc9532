"""The words of a row on the sheet รายการที่ต้องแก้ไข: the same in a new form and in one that is open in Excel.

The one rule of the place: texts only, nothing heavy is imported; a click pays for every import anew.
"""

from __future__ import annotations

from itaxl.model.findings import Listed

CONFIRMED = "ยืนยันแล้ว"


def found_texts(row: Listed) -> dict[str, str]:
    """The texts of the columns that the program fills, by key."""
    finding = row.finding
    if finding is None:
        told = "เคยยืนยันไว้ แต่ข้อความเปลี่ยนไปแล้วหรือตรวจไม่พบแล้ว"
        return {"~severity": "", "~place": "", "~message": told, "~fix": "ไม่ต้องแก้ไข ลบเหตุผลได้", "~cell": ""}
    note = f" (เคยยืนยันไว้ว่า “{row.lapsed}” แต่ข้อความเปลี่ยนไปแล้ว)" if row.lapsed else ""
    return {
        "~severity": CONFIRMED if row.confirmation.reason else finding.severity.thai,
        "~place": str(finding.cell),
        "~message": finding.message + note,
        "~fix": finding.fix,
        "~cell": str(finding.cell),
    }
