"""A layout as a package of parts: read with care, written alike each time.

The one rule of the place: the same parts give the same bytes; nothing depends on the clock.
"""

from __future__ import annotations

import struct
import zipfile
import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from itaxl.errors import TemplateError
from itaxl.package import open_package

CONTENT_TYPES = "[Content_Types].xml"

_MAIN = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_VERSION, _UTF8 = 20, 0x800  # of the zip format: deflate; a name that is not ASCII
_TIME, _DATE = 0, (1 << 5) + 1  # 1 January 1980, the oldest a zip can state
_SAVE_AGAIN = "โปรดเปิดใน Word แล้วบันทึกเป็น เอกสาร Word (.docx)"


def read_parts(path: Path) -> dict[str, bytes]:
    """The parts of a .docx by name; TemplateError when it is not one, is broken, too large or holds macros."""
    parts = dict(open_package(path, "word/document.xml", TemplateError))
    if _MAIN not in parts[CONTENT_TYPES]:
        raise TemplateError(
            f"แม่แบบ {path.name}: ไม่ใช่เอกสาร Word (.docx) ธรรมดา – {_SAVE_AGAIN}",
            f"{path.name}: main part is not a plain .docx document",
        )
    return parts


def parse(path: Path, name: str, data: bytes) -> etree._Element:
    """The XML of a part; TemplateError names the part when it is broken."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True)
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError as why:
        raise TemplateError(
            f"แม่แบบ {path.name}: ส่วน {name} เสียหาย – {_SAVE_AGAIN} ใหม่", f"{path.name}: {name}: {why}"
        ) from None


@dataclass(frozen=True, slots=True)
class Deflated:
    """A part as it will lie in the package: what a layout never changes is deflated once."""

    checksum: int
    size: int
    data: bytes

    @staticmethod
    def of(data: bytes) -> Deflated:
        """A part, deflated."""
        worker = zlib.compressobj(zlib.Z_DEFAULT_COMPRESSION, zlib.DEFLATED, -zlib.MAX_WBITS)
        return Deflated(zlib.crc32(data), len(data), worker.compress(data) + worker.flush())


def pack(parts: Iterable[tuple[str, bytes | Deflated]]) -> bytes:
    """The bytes of a package; parts that are deflated already are copied, which `zipfile` cannot do."""
    listed = list(parts)
    files, directory = bytearray(), bytearray()
    for name, data in listed:
        part = data if isinstance(data, Deflated) else Deflated.of(data)
        path = name.encode()
        flags = 0 if name.isascii() else _UTF8
        about = struct.pack(
            "<HHHHHIIIHH", _VERSION, flags, zipfile.ZIP_DEFLATED, _TIME, _DATE,
            part.checksum, len(part.data), part.size, len(path), 0,
        )  # fmt: skip
        directory += b"PK\1\2" + struct.pack("<H", _VERSION) + about
        directory += struct.pack("<HHHII", 0, 0, 0, 0, len(files)) + path
        files += b"PK\3\4" + about + path + part.data
    end = struct.pack("<HHHHIIH", 0, 0, len(listed), len(listed), len(directory), len(files), 0)
    return bytes(files + directory + b"PK\5\6" + end)
