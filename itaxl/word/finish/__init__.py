"""A rendered paper finished to the last page: page numbers, catchwords, PDF, places to sign.

The one rule of the place: without an office program the .docx is complete and valid, and says what it lacks.
"""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass, replace

from itaxl.errors import MissingToolError
from itaxl.thai.digits import Digits
from itaxl.word.engine.ooxml import MAIN, STYLES
from itaxl.word.finish import office


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
    counted = None if _speaks_of_pages(docx, catchwords=wanted.catchwords) else docx
    if counted and not wanted.pdf:
        return Finished(docx)
    from itaxl.word.finish.paging import (  # late: python-docx, beside an office program
        count_pages,
        leave_pages,
    )

    try:
        with office.start() as program:
            counted = counted or count_pages(docx, program, catchwords=wanted.catchwords)
            pdf = program.pdf(counted, thai_digits=wanted.digits == "thai") if wanted.pdf else None
            done = Finished(counted, pdf, doubt=program.doubt())
    except MissingToolError as why:
        return Finished(counted or leave_pages(docx, catchwords=wanted.catchwords), None, why)
    if not (wanted.signature_fields and done.pdf):
        return done
    from itaxl.word.finish.signing import add_signature_fields

    try:
        return replace(done, pdf=add_signature_fields(done.pdf))
    except MissingToolError as why:
        return replace(done, lacks=why)


def _speaks_of_pages(docx: bytes, *, catchwords: bool) -> bool:
    """Whether a paper prints page numbers of its own places, or shall have catchwords and has a style for them.

    Most do not, and are not even parsed.
    """
    with zipfile.ZipFile(io.BytesIO(docx)) as package:
        styles = package.read(STYLES) if STYLES in package.namelist() else b""
        return b"PAGEREF" in package.read(MAIN) or (catchwords and b'"Catchword"' in styles)
