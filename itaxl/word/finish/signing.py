"""Empty signature fields on the dotted lines of a PDF, for signing with a digital certificate.

The one rule of the place: fields are added behind the finished PDF, which stays as it is to the byte.
"""

from __future__ import annotations

import importlib.util
import io
from collections.abc import Iterator
from typing import Any

from itaxl.errors import MissingToolError
from itaxl.word.finish.faces import Sign
from itaxl.word.finish.pdf_copy import END_OF, SIGNATURE

_ABOVE, _BELOW = 6.0, 24.0  # points over and under the top of the dotted line's letters
_SHORTEST = 60.0  # points; a line that was broken has its end left of its start


def add_signature_fields(pdf: bytes) -> bytes:
    """The PDF with an empty field for each signer; MissingToolError where pyHanko is not installed."""
    try:
        from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
        from pyhanko.sign.fields import SigFieldSpec, append_signature_field
    except ImportError:
        raise MissingToolError(
            "เครื่องนี้ยังไม่มี pyHanko จึงใส่ช่องลายมือชื่อดิจิทัลไม่ได้ – ติดตั้งด้วยคำสั่ง pip install itaxl[sign] แล้วสั่งใหม่",
            "pyHanko is not installed: pip install itaxl[sign]",
        ) from None
    writer: Any = IncrementalPdfFileWriter(io.BytesIO(pdf))  # its methods carry no types
    for number, (page, box) in enumerate(_places(writer), 1):
        field = SigFieldSpec(
            sig_field_name=f"Signer{number}",
            on_page=page,
            box=box,
            readable_field_name=f"ลายมือชื่อผู้ลงนามลำดับที่ {number}",
        )
        append_signature_field(writer, field)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def _places(writer: Any) -> Iterator[tuple[int, tuple[int, int, int, int]]]:
    """The page (from 0) and the box (left, bottom, right, top, in points) of each line to sign on, in order."""
    found = dict(_destinations(writer))
    names = sorted(filter(SIGNATURE.fullmatch, found), key=lambda name: int(name[3:] or 1))
    for name in names:
        page, left, top = found[name]
        right = found.get(END_OF + name, (page, left, top))[1]
        right = max(right, left + _SHORTEST)
        yield page, (round(left), round(top - _BELOW), round(right), round(top + _ABOVE))


def _destinations(writer: Any) -> Iterator[tuple[str, tuple[int, float, float]]]:
    """The named places of a PDF: page from 0, x and y in points from its lower left corner."""
    count = int(writer.root["/Pages"]["/Count"])
    pages = {writer.find_page_for_modification(number)[0].idnum: number for number in range(count)}
    try:
        places = writer.root["/Dests"]
    except KeyError:  # a PDF of another program; `get` would not follow the reference
        return
    for name in places:
        page = places[name].raw_get(0)
        yield name[1:], (pages[page.idnum], float(places[name][2]), float(places[name][3]))


def look_at_signing() -> Sign:
    """Whether a PDF can get fields for digital signatures on this computer."""
    there = importlib.util.find_spec("pyhanko") is not None
    return Sign(
        there,
        "ใส่ช่องลายมือชื่อดิจิทัลใน PDF ได้ (pyHanko)" if there else "ใส่ช่องลายมือชื่อดิจิทัลใน PDF ไม่ได้ ไม่มี pyHanko",
        "ติดตั้งด้วย pip install itaxl[sign] ถ้าต้องการลงลายมือชื่อดิจิทัล",
        needed=False,
        english=f"signature fields: {'yes' if there else 'no'} (pyHanko)",
    )
