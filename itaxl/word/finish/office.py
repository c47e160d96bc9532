"""The office program that counts pages and makes PDFs: Word on Windows, else LibreOffice.

The one rule of the place: one small interface; who uses it does not know which program answers.
"""

from __future__ import annotations

import sys
from contextlib import AbstractContextManager
from typing import Protocol

from itaxl.errors import MissingToolError


class Office(Protocol):
    """A running office program."""

    name: str

    def doubt(self) -> MissingToolError | None:
        """Why its pages may break elsewhere than in the office, None where they do not."""
        ...

    def pages(self, docx: bytes) -> dict[str, int]:
        """The page of each bookmark, counted from the first page of the paper, which is 1."""
        ...

    def pdf(self, docx: bytes, *, thai_digits: bool) -> bytes:
        """The paper as PDF/A with its fonts embedded."""
        ...


def program() -> str:
    """The name of the program that would answer, "" where there is none."""
    from itaxl.word.finish import libreoffice, msword

    if sys.platform == "win32" and msword.installed():
        return msword.NAME
    return libreoffice.NAME if libreoffice.soffice() else ""


def start() -> AbstractContextManager[Office]:
    """The program, started for one paper and ended after it; MissingToolError where there is none."""
    from itaxl.word.finish.libreoffice import NAME, LibreOffice
    from itaxl.word.finish.msword import MicrosoftWord

    found = program()
    if not found:
        raise MissingToolError(
            "เครื่องนี้ไม่มี Microsoft Word (บน Windows) หรือ LibreOffice จึงนับหน้าและทำ PDF ไม่ได้ – "
            "โปรดติดตั้ง LibreOffice แล้วสั่งใหม่ หรือเปิดแฟ้ม .docx ใน Word แล้วบันทึกเป็น PDF",
            "neither Word (on Windows) nor LibreOffice is installed; install LibreOffice, or save as PDF from Word",
        )
    return LibreOffice() if found == NAME else MicrosoftWord()
