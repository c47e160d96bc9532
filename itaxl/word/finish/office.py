"""The office program that counts pages and makes PDFs: Microsoft Word on Windows, over COM, else LibreOffice.

The one rule of the place: one small interface, and who uses it does not know which program answers; it is an own,
hidden program, and one that the user has open is never touched.
"""

from __future__ import annotations

import contextlib
import importlib
import importlib.util
import shutil
import sys
import tempfile
from contextlib import AbstractContextManager
from pathlib import Path
from types import TracebackType
from typing import Any, Protocol, Self

from itaxl.errors import MissingToolError
from itaxl.word.finish.faces import Sign

WORD = "Microsoft Word"


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
    from itaxl.word.finish import libreoffice

    if sys.platform == "win32" and find_word():
        return WORD
    return libreoffice.NAME if libreoffice.soffice() else ""


def look_at_office() -> Sign:
    """Whether there is a program that makes PDFs."""
    found = program()
    return Sign(
        bool(found),
        f"ทำ PDF ด้วย {found}"
        if found
        else "ไม่มี Microsoft Word และ LibreOffice ปุ่ม PDF ใช้ไม่ได้ รายงาน Word ยังจัดทำได้",
        "ติดตั้งอย่างใดอย่างหนึ่ง หรือบันทึก PDF ในเครื่องอื่น",
        needed=False,
    )


def start() -> AbstractContextManager[Office]:
    """The program, started for one paper and ended after it; MissingToolError where there is none."""
    from itaxl.word.finish.libreoffice import NAME, LibreOffice

    found = program()
    if not found:
        raise MissingToolError(
            "เครื่องนี้ไม่มี Microsoft Word (บน Windows) หรือ LibreOffice จึงนับหน้าและทำ PDF ไม่ได้ – "
            "โปรดติดตั้ง LibreOffice แล้วสั่งใหม่ หรือเปิดแฟ้ม .docx ใน Word แล้วบันทึกเป็น PDF",
            "neither Word (on Windows) nor LibreOffice is installed; install LibreOffice, or save as PDF from Word",
        )
    return LibreOffice() if found == NAME else MicrosoftWord()


# ---- Microsoft Word --------------------------------------------------------------------------------------------------


def find_word() -> bool:
    """Whether Word and the package that speaks to it (pywin32, comes with xlwings) are there."""
    if importlib.util.find_spec("win32com") is None:
        return False
    registry = importlib.import_module("winreg")
    with contextlib.suppress(OSError):
        registry.CloseKey(registry.OpenKey(registry.HKEY_CLASSES_ROOT, r"Word.Application\CLSID"))
        return True
    return False


# Word's own numbers for its constants.
_PAGE_OF_RANGE = 3  # wdActiveEndPageNumber
_AS_PDF = 17  # wdExportFormatPDF
_FOR_PRINT = 0  # wdExportOptimizeForPrint
_WORD_BOOKMARKS = 2  # wdExportCreateWordBookmarks
_NO_ALERTS, _NO_MACROS = 0, 3  # wdAlertsNone, msoAutomationSecurityForceDisable


class MicrosoftWord:
    """A running Word; use it with `with`."""

    name = WORD

    def __enter__(self) -> Self:
        self._folder = Path(tempfile.mkdtemp(prefix="itaxl-"))
        self._files = 0
        try:
            self._word: Any = importlib.import_module("win32com.client").DispatchEx("Word.Application")
            self._word.Visible = False
            self._word.DisplayAlerts = _NO_ALERTS
            self._word.AutomationSecurity = _NO_MACROS
        except Exception as why:  # COM raises its own kinds, which exist on Windows only
            shutil.rmtree(self._folder, ignore_errors=True)
            raise MissingToolError(
                "เปิด Microsoft Word ไม่ได้ – โปรดเปิด Word เองหนึ่งครั้งเพื่อผ่านหน้าต่างเริ่มต้น แล้วสั่งใหม่", f"Word: {why}"
            ) from None
        return self

    def __exit__(
        self, kind: type[BaseException] | None, why: BaseException | None, trace: TracebackType | None
    ) -> None:
        with contextlib.suppress(Exception):  # a Word that is gone already cannot quit
            self._word.Quit(SaveChanges=False)
        shutil.rmtree(self._folder, ignore_errors=True)

    def doubt(self) -> MissingToolError | None:
        """Word has the last word on pages."""
        return None

    def pages(self, docx: bytes) -> dict[str, int]:
        """The page of each bookmark, counted from 1."""
        with self._opened(docx) as document:
            document.Repaginate()
            return {mark.Name: int(mark.Range.Information(_PAGE_OF_RANGE)) for mark in document.Bookmarks}

    def pdf(self, docx: bytes, *, thai_digits: bool) -> bytes:
        """The paper as PDF/A; Word prints its own page numbers in the digits of the section."""
        target = self._folder / f"{self._files}.pdf"
        with self._opened(docx) as document:
            document.Fields.Update()
            document.ExportAsFixedFormat(
                OutputFileName=str(target),
                ExportFormat=_AS_PDF,
                OptimizeFor=_FOR_PRINT,
                CreateBookmarks=_WORD_BOOKMARKS,
                UseISO19005_1=True,
            )
        return target.read_bytes()

    @contextlib.contextmanager
    def _opened(self, docx: bytes) -> Any:
        self._files += 1
        path = self._folder / f"{self._files}.docx"
        path.write_bytes(docx)
        document = self._word.Documents.Open(str(path), ReadOnly=True, AddToRecentFiles=False, Visible=False)
        try:
            yield document
        finally:
            document.Close(SaveChanges=False)
