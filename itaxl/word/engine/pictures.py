"""A picture as a value: a logo, a QR code.

The one rule of the place: its size on paper comes with it; the layout says only where it stands.
"""

from __future__ import annotations

import base64
import struct
from dataclasses import dataclass
from pathlib import Path

_EMU_PER_CM = 360_000
_KINDS = {b"\x89PNG": "png", b"\xff\xd8\xff": "jpeg"}
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_PIC = "http://schemas.openxmlformats.org/drawingml/2006/picture"


@dataclass(frozen=True, slots=True)
class Picture:
    """A PNG or JPEG to print at a size in centimetres; `alt` is read to those who cannot see it."""

    data: bytes
    width_cm: float
    height_cm: float
    alt: str = ""

    @property
    def kind(self) -> str:
        """png or jpeg; ValueError for anything else."""
        for start, kind in _KINDS.items():
            if self.data.startswith(start):
                return kind
        raise ValueError("neither PNG nor JPEG")


def wrap(picture: Picture) -> str:
    """A picture as text without markup."""
    data = base64.b64encode(picture.data).decode()
    alt = base64.b64encode(picture.alt.encode()).decode()
    return f"{picture.width_cm}|{picture.height_cm}|{alt}|{data}"


def unwrap(text: str) -> Picture:
    """The inverse of `wrap`."""
    width, height, alt, data = text.split("|")
    return Picture(base64.b64decode(data), float(width), float(height), base64.b64decode(alt).decode())


def relation_id(number: int) -> str:
    """The relationship of a part's nth picture."""
    return f"rIdPicture{number}"


def drawing(picture: Picture, number: int, uid: int) -> str:
    """The element that shows a part's nth picture in a line of text."""
    from markupsafe import escape

    size = f'cx="{round(picture.width_cm * _EMU_PER_CM)}" cy="{round(picture.height_cm * _EMU_PER_CM)}"'
    name = f'id="{uid}" name="Picture {uid}" descr="{escape(picture.alt)}"'
    return (
        f'<w:drawing><wp:inline xmlns:wp="{_WP}" distT="0" distB="0" distL="0" distR="0"><wp:extent {size}/>'
        f'<wp:docPr {name}/><a:graphic xmlns:a="{_A}"><a:graphicData uri="{_PIC}"><pic:pic xmlns:pic="{_PIC}">'
        f"<pic:nvPicPr><pic:cNvPr {name}/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>"
        f'<a:blip xmlns:r="{_R}" r:embed="{relation_id(number)}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/>'
        f"</a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>"
    )


def picture_of(file: Path, height_cm: float, alt: str = "") -> Picture | None:
    """A picture file at a height, its width as it comes; None where it is neither PNG nor JPEG."""
    data = file.read_bytes()
    size = _png_size(data) or _jpeg_size(data)
    return Picture(data, height_cm * size[0] / size[1], height_cm, alt) if size else None


def _png_size(data: bytes) -> tuple[int, int] | None:
    """Width and height in pixels, from the first chunk."""
    if not data.startswith(b"\x89PNG") or len(data) < 24:
        return None
    return _sensible(*struct.unpack(">II", data[16:24]))


def _jpeg_size(data: bytes) -> tuple[int, int] | None:
    """Width and height in pixels, from the frame header."""
    at = 2
    while data.startswith(b"\xff\xd8\xff") and at + 9 < len(data) and data[at] == 0xFF:
        kind, length = data[at + 1], struct.unpack(">H", data[at + 2 : at + 4])[0]
        if kind in range(0xC0, 0xD0) and kind not in (0xC4, 0xC8, 0xCC):
            height, width = struct.unpack(">HH", data[at + 5 : at + 9])
            return _sensible(width, height)
        at += 2 + length
    return None


def _sensible(width: int, height: int) -> tuple[int, int] | None:
    return (width, height) if width and height else None
