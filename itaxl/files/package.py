"""A file that is a package of parts: an Office file checked whole before it is believed, and the one zip writer.

The one rule of the place: what is read has kept the limits, every checksum, the parts that must be there, and no
DOCTYPE; what is written depends on its parts alone, so that the same parts give the same bytes.
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from itaxl.errors import InputError, ItaxlError
from itaxl.files.disk import read_bytes

MAX_FILE = 64 * 1024 * 1024
MAX_UNPACKED = 512 * 1024 * 1024
MAX_PARTS = 5_000

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_KINDS = {
    "xl/workbook.xml": ("แฟ้ม Excel (.xlsx)", "an Excel file (.xlsx)"),
    "word/document.xml": ("แฟ้ม Word (.docx)", "a Word file (.docx)"),
}
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)  # all that Office files use
_DOCTYPES = tuple("<!DOCTYPE".encode(encoding) for encoding in ("utf-8", "utf-16-le", "utf-16-be"))
_BEFORE_XML = b"\xef\xbb\xbf\xff\xfe\x00 \t\r\n"  # marks of an encoding, and space
_VERSION, _UTF8 = 20, 0x800  # of the zip format: deflate; a name that is not ASCII
_TIME, _DATE = 0, (1 << 5) + 1  # 1 January 1980, the oldest a zip can state
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, NotImplementedError, OSError, ValueError)


class _Unsound(Exception):
    """What is wrong with a package, in Thai and in English."""

    def __init__(self, thai: str, english: str) -> None:
        super().__init__(thai)
        self.english = english


def open_package(path: Path, main_part: str, failure: type[ItaxlError] = InputError) -> Mapping[str, bytes]:
    """The parts of an Office file by name; `failure` in Thai where the file is not whole and harmless.

    `main_part` must be there: xl/workbook.xml for a workbook, word/document.xml for a paper.
    """
    return read_package(read_bytes(path, at_most=MAX_FILE + 1), str(path), main_part, failure)


def read_package(
    data: bytes, name: str, main_part: str, failure: type[ItaxlError] = InputError
) -> Mapping[str, bytes]:
    """As `open_package`, for bytes at hand; `name` is only for the message."""
    try:
        _check_file(data)
        parts = _unpack(data)
        _check_parts(parts, main_part)
    except _Unsound as why:
        raise failure(f"แฟ้ม “{name}” {why}", f"{name} {why.english}") from None
    return parts


def _check_file(data: bytes) -> None:
    """The file as a whole, before it is opened."""
    if not data:
        raise _Unsound("ว่างเปล่า (0 ไบต์) – โปรดคัดลอกแฟ้มใหม่", "is empty (0 bytes)")
    if len(data) > MAX_FILE:
        raise _Unsound(
            f"ใหญ่เกิน {MAX_FILE >> 20} MB – โปรดตรวจว่าเป็นแฟ้มที่ถูกต้อง", f"is larger than {MAX_FILE >> 20} MB"
        )
    if data.startswith(_OLE):
        raise _Unsound(
            "เป็นแฟ้มรุ่นเก่า (.xls/.doc) หรือใส่รหัสผ่านไว้ – โปรดเปิดแล้วบันทึกเป็น .xlsx/.docx โดยไม่ใส่รหัสผ่าน",
            "is of an old kind (.xls/.doc) or has a password; save it as .xlsx/.docx without one",
        )
    if not data.startswith(b"PK"):
        raise _Unsound("ไม่ใช่แฟ้มของ Excel หรือ Word – โปรดเลือกแฟ้มที่ถูกต้อง", "is not an Excel or Word file")


def _unpack(data: bytes) -> dict[str, bytes]:
    """Every part whole: a checksum that does not fit, or more bytes than announced, is a fault."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            infos = package.infolist()
            _check_sizes(infos)
            parts = dict[str, bytes]()
            for info in infos:
                if info.compress_type not in _METHODS:
                    raise zipfile.BadZipFile("a method no Office program uses")
                with package.open(info) as part:  # one byte more, or a lying size could fill the memory
                    parts[info.filename] = part.read(info.file_size + 1)
            return parts
    except _BROKEN:
        raise _Unsound(
            "เสียหายหรือไม่ครบ – โปรดคัดลอกหรือดาวน์โหลดใหม่ หรือใช้แฟ้มสำรอง", "is damaged or cut off; use a copy"
        ) from None


def _check_sizes(infos: Sequence[zipfile.ZipInfo]) -> None:
    """What the package announces: how much, and each part once."""
    if len(infos) > MAX_PARTS or sum(info.file_size for info in infos) > MAX_UNPACKED:
        raise _Unsound(
            "มีข้อมูลภายในมากผิดปกติ – ไม่เปิดอ่านเพื่อความปลอดภัย", "holds far too much data; not opened, for safety"
        )
    if len({info.filename for info in infos}) < len(infos):
        raise zipfile.BadZipFile("a part is there twice")


def _check_parts(parts: Mapping[str, bytes], main_part: str) -> None:
    """The parts that must be there, and nothing that could do harm."""
    xml = [part for part in parts.values() if part.lstrip(_BEFORE_XML).startswith(b"<")]  # whatever its name
    if any(doctype in part for part in xml for doctype in _DOCTYPES):
        raise _Unsound(
            "มีคำสั่ง DOCTYPE ซึ่งแฟ้มของ Excel และ Word ไม่ใช้ – ไม่เปิดอ่านเพื่อความปลอดภัย",
            "declares a DOCTYPE, which no Office program writes; not opened, for safety",
        )
    if not {"[Content_Types].xml", main_part} <= parts.keys():
        thai, english = _KINDS[main_part]
        other = next((kind for part, kind in _KINDS.items() if part in parts), None)
        if other:
            raise _Unsound(f"เป็น{other[0]} ไม่ใช่{thai} – โปรดเลือกแฟ้มที่ถูกต้อง", f"is {other[1]}, not {english}")
        raise _Unsound(f"ไม่ใช่{thai} – โปรดเลือกแฟ้มที่ถูกต้อง", f"is not {english}")


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
