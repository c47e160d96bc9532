"""A rendered paper finished to the last page: page numbers, catchwords, PDF, places to sign.

The one rule of the place: without an office program the .docx is complete and valid, and says what it lacks.
"""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass, replace

from itaxl.errors import MissingToolError
from itaxl.thai.digits import Digits
from itaxl.word.finish import office
from itaxl.word.finish.catchwords import has_style, put_catchwords
from itaxl.word.finish.document import MAIN, Document
from itaxl.word.finish.office import Office
from itaxl.word.finish.paging import Pages, fill, measuring_copy, refresh_on_opening

ROUNDS = 4  # of counting pages; the second already confirms the first


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a finished paper shall have beside its text."""

    digits: Digits = "thai"
    catchwords: bool = False
    pdf: bool = False
    signature_fields: bool = False


@dataclass(frozen=True, slots=True)
class Finished:
    """The paper, its PDF when that was wanted and possible, and what this computer lacked for the rest.

    `doubt` tells why the pages of this computer may not be those of the office.
    """

    docx: bytes
    pdf: bytes | None = None
    lacks: MissingToolError | None = None
    doubt: MissingToolError | None = None


def finish(docx: bytes, wanted: Wanted) -> Finished:
    """Finish a paper, with as few starts of an office program as can be: none, or one."""
    if not (wanted.pdf or wanted.catchwords or _refers_to_pages(docx)):
        return Finished(docx)
    document = Document.open(docx)
    catchwords = wanted.catchwords and has_style(document)
    counts = catchwords or bool(document.references())
    if not counts and not wanted.pdf:
        return Finished(docx)
    counted = None if counts else docx
    try:
        with office.start() as program:
            counted = counted or _counted(document, program, catchwords=catchwords)
            pdf = program.pdf(counted, thai_digits=wanted.digits == "thai") if wanted.pdf else None
            done = Finished(counted, pdf, doubt=program.doubt())
    except MissingToolError as why:
        return Finished(counted or _uncounted(docx, catchwords=catchwords), None, why)
    return _with_fields(done) if wanted.signature_fields else done


def _refers_to_pages(docx: bytes) -> bool:
    """Whether a paper prints page numbers of its own places; most do not, and are not even parsed."""
    with zipfile.ZipFile(io.BytesIO(docx)) as package:
        return b"PAGEREF" in package.read(MAIN)


def _counted(document: Document, program: Office, *, catchwords: bool) -> bytes:
    """The paper with its page numbers, counted until a count changes nothing.

    Where the pages are in doubt no break is forced at their ends, and Word is asked to count again.
    """
    last: dict[str, int] = {}
    sure = program.doubt() is None
    for _ in range(ROUNDS):
        pages = Pages(program.pages(measuring_copy(document)))
        new = catchwords and put_catchwords(document, pages.opens if sure else _never)
        fill(document, pages)
        if not new and pages.of_bookmarks() == last:
            break
        last = pages.of_bookmarks()
        if not catchwords:
            break  # numbers in place of dashes move nothing
    return document.packed(**({} if sure else refresh_on_opening(document)))


def _uncounted(docx: bytes, *, catchwords: bool) -> bytes:
    """The paper with the catchwords that are certain, its numbers left for Word to fill in on opening."""
    document = Document.open(docx)
    if catchwords:
        put_catchwords(document, _never)
    return document.packed(**(refresh_on_opening(document) if document.references() else {}))


def _never(_heading: int) -> bool:
    """No heading is known to open a page, save those behind a forced break."""
    return False


def _with_fields(finished: Finished) -> Finished:
    """The same with places to sign in its PDF."""
    from itaxl.word.finish.signing import with_signature_fields

    try:
        return replace(finished, pdf=with_signature_fields(finished.pdf)) if finished.pdf else finished
    except MissingToolError as why:
        return replace(finished, lacks=why)
