"""What a TrueType or OpenType font says of itself: family, style, and whether it may be embedded.

The one rule of the place: only the few tables that are needed are read, with the bounds of the file.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from pathlib import Path

from itaxl.errors import InputError
from itaxl.files.disk import read_bytes

_KINDS = (b"\x00\x01\x00\x00", b"OTTO", b"true")
_FAMILY = 1
_WINDOWS, _ENGLISH = 3, 0x409
_RESTRICTED = 0x0002  # OS/2 fsType: "must not be modified, embedded or exchanged"


@dataclass(frozen=True, slots=True)
class Font:
    """A font file: its family name as Word lists it, its style, and its licence bit for embedding."""

    family: str
    bold: bool
    italic: bool
    embeddable: bool
    data: bytes


def read_font(path: Path) -> Font:
    """A font file; InputError where it is not one."""
    data = read_bytes(path)
    try:
        if not data.startswith(_KINDS):
            raise ValueError("no font")
        tables = _tables(data)
        style = struct.unpack_from(">H", tables[b"head"], 44)[0]
        rights = struct.unpack_from(">H", tables[b"OS/2"], 8)[0]
        family = _family(tables[b"name"])
    except (ValueError, KeyError, struct.error):
        raise InputError(
            f"แฟ้ม “{path}” ไม่ใช่ฟอนต์ .ttf หรือ .otf ที่อ่านได้ – โปรดเลือกแฟ้มฟอนต์", f"{path} is not a TrueType font"
        ) from None
    return Font(family, bool(style & 1), bool(style & 2), not rights & _RESTRICTED, data)


def _tables(data: bytes) -> dict[bytes, bytes]:
    """The tables by their tag."""
    (count,) = struct.unpack_from(">H", data, 4)
    entries = (struct.unpack_from(">4sIII", data, 12 + 16 * n) for n in range(count))
    return {tag: data[start : start + length] for tag, _, start, length in entries}


def _family(names: bytes) -> str:
    """The English family name for Windows."""
    _, count, strings = struct.unpack_from(">HHH", names)
    for n in range(count):
        platform, _, language, kind, length, at = struct.unpack_from(">HHHHHH", names, 6 + 12 * n)
        if (platform, language, kind) == (_WINDOWS, _ENGLISH, _FAMILY):
            return names[strings + at : strings + at + length].decode("utf-16-be")
    raise ValueError("no family name")
