"""Codes: every kind of finding there is, declared once, where it is found; the letter tells the subject.

The one rule of the place: lists of codes are made from these declarations, never written by hand.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeVar

from itaxl.model.findings import Severity

# Letter of a code: its subject for an officer, and in English.
SUBJECTS: Mapping[str, tuple[str, str]] = {
    "A": ("ชื่อหน่วยงานและที่ตั้ง", "names and places of agencies"),
    "C": ("จำนวนและการคำนวณ", "counts and sums"),
    "F": ("ช่องที่ต้องกรอก", "cells to be filled"),
    "H": ("การสะกดคำ", "spelling"),
    "L": ("ลิงก์และหลักฐาน", "links and evidence"),
    "M": ("คะแนนและระดับผลการประเมิน", "scores and levels"),
    "N": ("การเปิดลิงก์", "what the web answers"),
    "P": ("ข้อมูลส่วนบุคคล", "personal data"),
    "R": ("ข้อความของแผนและผล", "texts of plans and results"),
    "S": ("ช่องสถานะ", "the boxes of a row"),
    "W": ("ถ้อยคำและรูปแบบการเขียน", "wording"),
    "Y": ("ปี วันที่ ระยะเวลา และเลขข้อ", "years, dates, periods and item numbers"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Declaration:
    """One kind of finding: `title` for an officer, `english` for a developer, `source` that can be shown.

    `since` and `until` are the fiscal years of the reports it holds for, both included, 0 where there is no bound.
    """

    code: str
    severity: Severity
    title: str
    english: str
    source: str
    since: int = 0
    until: int = 0

    @property
    def subject(self) -> tuple[str, str]:
        """What the letter of the code stands for, in Thai and in English."""
        return SUBJECTS[self.code[0]]

    def applies(self, fiscal_year: int) -> bool:
        """Whether the kind is looked for in reports of that year."""
        return self.since <= fiscal_year and (not self.until or fiscal_year <= self.until)


D = TypeVar("D", bound=Declaration)
_DECLARED: dict[str, Declaration] = {}


def declare(kind: D) -> D:
    """Put a kind of finding into the registry; a code is taken once, its letter is that of a subject."""
    assert kind.code[0] in SUBJECTS, f"{kind.code}: no subject has this letter"
    assert all((kind.title, kind.english)), (
        f"{kind.code} has no title; a rule's English one opens its docstring"
    )
    assert _DECLARED.setdefault(kind.code, kind).title == kind.title, f"{kind.code} is taken"
    return kind


def declared() -> tuple[Declaration, ...]:
    """What has been declared by the modules loaded so far, by code."""
    return tuple(_DECLARED[code] for code in sorted(_DECLARED))
