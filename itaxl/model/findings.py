"""A finding: the only thing that leaves a rule; and what a person answers to it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from itaxl.model.cells import Cell
from itaxl.model.rows import Acceptance


class Severity(StrEnum):
    """How sure and how grave: certain faults are errors, likely ones warnings, style is a hint."""

    ERROR = "error"
    WARNING = "warning"
    HINT = "hint"

    @property
    def thai(self) -> str:
        """The word of the form and the screen."""
        return {"error": "ต้องแก้ไข", "warning": "ควรทบทวน", "hint": "ข้อแนะนำ"}[self]


@dataclass(frozen=True, slots=True)
class Repair:
    """A plain repair of one cell: `before` (as typed) becomes `after`, nothing else changes."""

    before: str
    after: str

    @classmethod
    def of(cls, text: str, mends: Sequence[tuple[int, int, str]]) -> Repair:
        """The repair of a text by mends in its order, which do not overlap: (start, end, what is meant there)."""
        after = text
        for start, end, meant in reversed(mends):
            after = after[:start] + meant + after[end:]
        return cls(text, after)


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault at one cell: what, why, what to do, and who says so.

    `quote` holds the offending words as typed, empty only where the cell is empty; `field` is a path in the
    case file; `source` is a catalog item (O32/2567) or a section of the domain notes with its evidence mark.
    `text_hash` is the fingerprint of the cell's text, which a confirmation names; `confirmable` is whether a
    person may answer "it is right as it stands".
    """

    code: str
    severity: Severity
    cell: Cell
    field: str
    quote: str
    message: str
    fix: str
    source: str
    repair: Repair | None = None
    text_hash: str = ""
    confirmable: bool = True


@dataclass(frozen=True, slots=True)
class Confirmed:
    """A finding that a person confirmed as right, with the reason given."""

    finding: Finding
    reason: str


@dataclass(frozen=True, slots=True)
class Listed:
    """A row of the sheet of findings: a finding beside the confirmation it offers.

    Without a reason in its confirmation the finding is open; without a finding the confirmation holds no more.
    `lapsed` is the reason once given for an earlier text of the cell.
    """

    confirmation: Acceptance
    finding: Finding | None = None
    lapsed: str = ""

    def texts(self) -> dict[str, str]:
        """What the program writes into the row beside the confirmation, by the key of the column."""
        finding = self.finding
        if finding is None:
            message = "เคยยืนยันไว้ แต่ข้อความเปลี่ยนไปแล้วหรือตรวจไม่พบแล้ว"
            return {
                "~severity": "",
                "~place": "",
                "~message": message,
                "~fix": "ไม่ต้องแก้ไข ลบเหตุผลได้",
                "~cell": "",
            }
        note = f" (เคยยืนยันไว้ว่า “{self.lapsed}” แต่ข้อความเปลี่ยนไปแล้ว)" if self.lapsed else ""
        return {
            "~severity": "ยืนยันแล้ว" if self.confirmation.reason else finding.severity.thai,
            "~place": str(finding.cell),
            "~message": finding.message + note,
            "~fix": finding.fix,
            "~cell": str(finding.cell),
        }
