"""What this computer has and lacks for papers, each lack with its cure, for `itaxl doctor` and `itaxl fonts`.

The one rule of the place: it looks and tells; it changes nothing.
"""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Iterator
from dataclasses import dataclass

from itaxl.word.finish.clone import LAKSAMAN
from itaxl.word.finish.fonts import OFFICIAL, SYMBOLS, face_for, thai_face


@dataclass(frozen=True, slots=True)
class Sign:
    """One thing looked at; `cure` says what to do when it is not well."""

    well: bool
    thai: str
    english: str
    cure: str = ""


def fonts() -> Iterator[Sign]:
    """The faces that papers name, and what is used for each."""
    yield thai_sign()
    for family in OFFICIAL:
        face = face_for(family)
        used = face.used or "ฟอนต์อื่นตามที่โปรแกรมเลือก"
        where = f" ({face.file})" if face.file else ""
        yield Sign(face.used == family, f"{family} ใช้ {used}{where}", f"{family}: {face.used}{where}")
    marks = face_for(SYMBOLS)
    used = marks.used or ("ฟอนต์ของ Windows" if sys.platform == "win32" else "ฟอนต์อื่นตามที่โปรแกรมเลือก")
    yield Sign(True, f"เครื่องหมาย ☐ ☑ ✓ √ ○ ({SYMBOLS}) ใช้ {used}", f"{SYMBOLS}: {marks.used}")


def thai_sign() -> Sign:
    """Whether the official Thai face is here; without it the pages of a PDF break elsewhere."""
    face = thai_face()
    if face.official:
        made_here = " (ฟอนต์แทนที่ทำในเครื่องนี้)" if face.file and "itaxl" in face.file.parts else ""
        return Sign(True, f"ฟอนต์ไทยที่ใช้พิมพ์คือ {face.used}{made_here}", f"Thai face: {face.used}")
    used = face.used or "ฟอนต์อื่นตามที่โปรแกรมเลือก"
    return Sign(
        False,
        f"ไม่มีฟอนต์ TH SarabunPSK และ TH Sarabun New เครื่องนี้จะใช้ {used} แทน หน้าใน PDF และเลขหน้าจะไม่ตรงกับของสำนักงาน",
        f"no TH SarabunPSK, no TH Sarabun New; {face.used} stands in",
        _cure(),
    )


def _cure() -> str:
    """How to come to the face on this system."""
    if sys.platform != "linux":
        return "ติดตั้งฟอนต์ TH SarabunPSK ซึ่งแจกจ่ายโดยกรมทรัพย์สินทางปัญญา แล้วเปิดโปรแกรมใหม่"
    first = "" if LAKSAMAN.is_dir() else "apt install fonts-tlwg-laksaman-ttf แล้ว "
    return f"ติดตั้งฟอนต์ของสำนักงาน หรือทำฟอนต์แทนด้วยคำสั่ง {first}itaxl fonts --make-clone"


def signing() -> Sign:
    """Whether a PDF can get fields for digital signatures."""
    there = importlib.util.find_spec("pyhanko") is not None
    return Sign(
        there,
        "ใส่ช่องลายมือชื่อดิจิทัลใน PDF ได้ (pyHanko)" if there else "ใส่ช่องลายมือชื่อดิจิทัลใน PDF ไม่ได้ ไม่มี pyHanko",
        f"signature fields: {'yes' if there else 'no'} (pyHanko)",
        "ติดตั้งด้วย pip install itaxl[sign] ถ้าต้องการลงลายมือชื่อดิจิทัล",
    )
