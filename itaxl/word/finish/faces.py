"""Typefaces: which Thai face this computer prints with, what a font file says of itself, and both told to a person.

The one rule of the place: the official face is TH SarabunPSK or TH Sarabun New; any other moves the page breaks.
"""

from __future__ import annotations

import os
import shutil
import struct
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from itaxl.errors import InputError
from itaxl.files.disk import read_bytes

OFFICIAL = ("TH SarabunPSK", "TH Sarabun New")
SYMBOLS = "Segoe UI Symbol"  # of ☐ ☑ ✓ √ ○ in the layouts
LAKSAMAN = Path("/usr/share/fonts/truetype/tlwg")  # Debian's, out of which a stand-in is made

_KINDS = (b"\x00\x01\x00\x00", b"OTTO", b"true")
_FAMILY = 1
_WINDOWS, _ENGLISH = 3, 0x409
_RESTRICTED = 0x0002  # OS/2 fsType: "must not be modified, embedded or exchanged"


@dataclass(frozen=True, slots=True)
class Face:
    """The face that will be used where `wanted` is named; `file` is None where nobody can tell."""

    wanted: str
    used: str
    file: Path | None

    @property
    def official(self) -> bool:
        """Whether pages break as in an office."""
        return self.used in OFFICIAL


@cache
def thai_face() -> Face:
    """The face for Thai text: an official one where there is any, else what stands in for it."""
    faces = [face_for(family) for family in OFFICIAL]
    return next((face for face in faces if face.used == face.wanted), faces[0])


def face_for(family: str) -> Face:
    """The face that is used where a paper names this family: what fontconfig, and so LibreOffice on Linux, takes."""
    if not shutil.which("fc-match"):
        path = next((path for path, name in _list_installed() if name == family), None)
        return Face(family, family if path else "", path)
    asked = ["fc-match", "-f", "%{family}\n%{file}", family]
    answer = subprocess.run(asked, capture_output=True, encoding="utf-8", check=False).stdout
    names, _, file = answer.partition("\n")
    used = names.split(",")
    return Face(family, family if family in used else used[0], Path(file) if file else None)


def _list_installed() -> Iterator[tuple[Path, str]]:
    """The Thai fonts in the folders of Windows and of the Mac, with their families."""
    folders = [Path.home() / "Library/Fonts", Path("/Library/Fonts"), Path("/System/Library/Fonts")]
    if sys.platform == "win32":
        local = Path(os.environ.get("LOCALAPPDATA", ""))
        folders = [
            Path(os.environ.get("WINDIR", r"C:\Windows")) / "Fonts",
            local / "Microsoft/Windows/Fonts",
        ]
    for folder in folders:
        for path in (*folder.glob("*.ttf"), *folder.glob("*.TTF")):
            if "sarabun" in path.name.lower():
                try:
                    yield path, read_font(path).family
                except InputError:
                    continue


# ---- a font file -----------------------------------------------------------------------------------------------------


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
        (count,) = struct.unpack_from(">H", data, 4)
        entries = (struct.unpack_from(">4sIII", data, 12 + 16 * n) for n in range(count))
        tables = {tag: data[start : start + length] for tag, _, start, length in entries}
        style = struct.unpack_from(">H", tables[b"head"], 44)[0]
        rights = struct.unpack_from(">H", tables[b"OS/2"], 8)[0]
        family = _family(tables[b"name"])
    except (ValueError, KeyError, struct.error):
        raise InputError(
            f"แฟ้ม “{path}” ไม่ใช่ฟอนต์ .ttf หรือ .otf ที่อ่านได้ – โปรดเลือกแฟ้มฟอนต์", f"{path} is not a TrueType font"
        ) from None
    return Font(family, bool(style & 1), bool(style & 2), not rights & _RESTRICTED, data)


def _family(names: bytes) -> str:
    """The English family name for Windows."""
    _, count, strings = struct.unpack_from(">HHH", names)
    for n in range(count):
        platform, _, language, kind, length, at = struct.unpack_from(">HHHHHH", names, 6 + 12 * n)
        if (platform, language, kind) == (_WINDOWS, _ENGLISH, _FAMILY):
            return names[strings + at : strings + at + length].decode("utf-16-be")
    raise ValueError("no family name")


# ---- told to a person ------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Sign:
    """One thing looked at; `cure` says what to do when it is not well."""

    well: bool
    thai: str
    cure: str = ""
    needed: bool = True  # False: worth knowing, but everything works without it
    english: str = ""


def look_at_fonts() -> Iterator[Sign]:
    """The faces that papers name, and what is used for each."""
    yield look_at_thai_face()
    for family in OFFICIAL:
        face = face_for(family)
        used = face.used or "ฟอนต์อื่นตามที่โปรแกรมเลือก"
        where = f" ({face.file})" if face.file else ""
        yield Sign(face.used == family, f"{family} ใช้ {used}{where}", english=f"{family}: {face.used}{where}")
    marks = face_for(SYMBOLS)
    used = marks.used or ("ฟอนต์ของ Windows" if sys.platform == "win32" else "ฟอนต์อื่นตามที่โปรแกรมเลือก")
    yield Sign(True, f"เครื่องหมาย ☐ ☑ ✓ √ ○ ({SYMBOLS}) ใช้ {used}", english=f"{SYMBOLS}: {marks.used}")


def look_at_thai_face() -> Sign:
    """Whether the official Thai face is here; without it the pages of a PDF break elsewhere."""
    face = thai_face()
    if face.official:
        made_here = " (ฟอนต์แทนที่ทำในเครื่องนี้)" if face.file and "itaxl" in face.file.parts else ""
        return Sign(True, f"ฟอนต์ไทยที่ใช้พิมพ์คือ {face.used}{made_here}", english=f"Thai face: {face.used}")
    used = face.used or "ฟอนต์อื่นตามที่โปรแกรมเลือก"
    cure = "ติดตั้งฟอนต์ TH SarabunPSK ซึ่งแจกจ่ายโดยกรมทรัพย์สินทางปัญญา แล้วเปิดโปรแกรมใหม่"
    if sys.platform == "linux":
        first = "" if LAKSAMAN.is_dir() else "apt install fonts-tlwg-laksaman-ttf แล้ว "
        cure = f"ติดตั้งฟอนต์ของสำนักงาน หรือทำฟอนต์แทนด้วยคำสั่ง {first}itaxl fonts --make-clone"
    return Sign(
        False,
        f"ไม่มีฟอนต์ TH SarabunPSK และ TH Sarabun New เครื่องนี้จะใช้ {used} แทน หน้าใน PDF และเลขหน้าจะไม่ตรงกับของสำนักงาน",
        cure,
        needed=False,
        english=f"no TH SarabunPSK, no TH Sarabun New; {face.used} stands in",
    )
