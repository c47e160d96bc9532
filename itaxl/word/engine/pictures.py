"""Pictures: a logo or a QR code as a value, the element that shows it, its file in the finished package.

The one rule of the place: its size on paper comes with a picture, the layout says only where it stands; a layout's own
pictures and relationships stay as they are, ours are added behind them.
"""

from __future__ import annotations

import base64
import io
import posixpath
import struct
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from markupsafe import escape

from itaxl.word.engine.ooxml import CONTENT_TYPES, WP, R, clean

QR_SIZE_CM = 8.0

_EMU_PER_CM = 360_000
_KINDS = {b"\x89PNG": "png", b"\xff\xd8\xff": "jpeg"}
_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_PIC = "http://schemas.openxmlformats.org/drawingml/2006/picture"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_NO_RELATIONS = (
    f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="{_RELATIONS}"></Relationships>'
).encode()


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

    def wrap(self) -> str:
        """The picture as text without markup."""
        alt, data = (base64.b64encode(each).decode() for each in (clean(self.alt).encode(), self.data))
        return f"{self.width_cm}|{self.height_cm}|{alt}|{data}"

    @staticmethod
    def unwrap(text: str) -> Picture:
        """The inverse of `wrap`."""
        width, height, alt, data = text.split("|")
        return Picture(base64.b64decode(data), float(width), float(height), base64.b64decode(alt).decode())

    def draw(self, number: int, uid: int) -> str:
        """The element that shows a part's nth picture in a line of text; `uid` is unique in the document."""
        size = f'cx="{round(self.width_cm * _EMU_PER_CM)}" cy="{round(self.height_cm * _EMU_PER_CM)}"'
        name = f'id="{uid}" name="Picture {uid}" descr="{escape(self.alt)}"'
        return (
            f'<w:drawing><wp:inline xmlns:wp="{WP}" distT="0" distB="0" distL="0" distR="0"><wp:extent {size}/>'
            f'<wp:docPr {name}/><a:graphic xmlns:a="{_A}"><a:graphicData uri="{_PIC}"><pic:pic xmlns:pic="{_PIC}">'
            f"<pic:nvPicPr><pic:cNvPr {name}/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>"
            f'<a:blip xmlns:r="{R}" r:embed="{_relation_id(number)}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
            f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/>'
            f"</a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>"
        )


def _relation_id(number: int) -> str:
    return f"rIdPicture{number}"


# ---- where they come from --------------------------------------------------------------------------------------------


def qr_code(link: str, size_cm: float = QR_SIZE_CM) -> Picture | None:
    """A link as a black-on-white PNG with its quiet zone, error correction M: a photocopy of it still reads.

    None where the link is too long for any QR code.
    """
    import segno

    image, link = io.BytesIO(), clean(link)
    try:
        segno.make(link, error="m", micro=False).save(image, kind="png", scale=12, border=4)
    except segno.DataOverflowError:
        return None
    return Picture(image.getvalue(), size_cm, size_cm, f"QR Code {link}")


def picture_of(file: Path, height_cm: float, alt: str = "") -> Picture | None:
    """A picture file at a height, its width as it comes; None where it is neither PNG nor JPEG."""
    data = file.read_bytes()
    width, height = _read_size(data)
    return Picture(data, height_cm * width / height, height_cm, alt) if width and height else None


def _read_size(data: bytes) -> tuple[int, int]:
    """Width and height in pixels, from the first chunk of a PNG or the frame header of a JPEG; zeros in neither."""
    if data.startswith(b"\x89PNG") and len(data) >= 24:
        return struct.unpack(">II", data[16:24])
    at = 2
    while data.startswith(b"\xff\xd8\xff") and at + 9 < len(data) and data[at] == 0xFF:
        kind, length = data[at + 1], struct.unpack(">H", data[at + 2 : at + 4])[0]
        if kind in range(0xC0, 0xD0) and kind not in (0xC4, 0xC8, 0xCC):
            height, width = struct.unpack(">HH", data[at + 5 : at + 9])
            return width, height
        at += 2 + length
    return 0, 0


# ---- into the package ------------------------------------------------------------------------------------------------


def add_pictures(parts: dict[str, bytes], media: Mapping[str, Sequence[Picture]]) -> dict[str, bytes]:
    """The parts of a package with the pictures that each part shows, numbered from 1."""
    for part, pictures in media.items():
        folder, name = posixpath.split(part)
        relations = f"{folder}/_rels/{name}.rels"
        if b"</Relationships>" not in parts.setdefault(
            relations, _NO_RELATIONS
        ):  # written as one closed element
            parts[relations] = parts[relations].replace(b"/>", b"></Relationships>")
        for number, picture in enumerate(pictures, 1):
            target = f"media/itaxl-{name.removesuffix('.xml')}-{number}.{picture.kind}"
            parts[f"{folder}/{target}"] = picture.data
            entry = f'<Relationship Id="{_relation_id(number)}" Type="{R}/image" Target="{target}"/>'
            parts[relations] = parts[relations].replace(
                b"</Relationships>", f"{entry}</Relationships>".encode()
            )
            parts[CONTENT_TYPES] = declare_type(parts[CONTENT_TYPES], picture.kind, f"image/{picture.kind}")
    return parts


def declare_type(types: bytes, extension: str, content: str) -> bytes:
    """The content types of a package with that of an extension."""
    if f'Extension="{extension}"'.encode() in types:
        return types
    start = types.index(b">", types.index(b"<Types")) + 1
    return (
        types[:start] + f'<Default Extension="{extension}" ContentType="{content}"/>'.encode() + types[start:]
    )
