"""What this computer has and lacks for itaxl, each lack with its cure: `itaxl doctor` and the button for it.

The one rule of the place: it looks and tells; it changes nothing.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from importlib import metadata, util

from itaxl import __version__
from itaxl.addin import journal
from itaxl.addin.desk import Machine
from itaxl.catalog.year_file import bad_files, year, years
from itaxl.errors import ItaxlError
from itaxl.word.finish import office
from itaxl.word.finish.faces import Sign

SLOW = ("pandas", "matplotlib")  # xlwings imports them when they are there: 80 ms become 800 at every click


def examine(machine: Machine, system: object | None = None) -> list[Sign]:
    """Everything worth knowing, good and bad."""
    from itaxl.word.finish.faces import look_at_thai_face
    from itaxl.word.finish.signing import look_at_signing

    return [
        *_python(),
        office.look_at_office(),
        look_at_thai_face(),
        look_at_signing(),
        *_addin(system if system is not None else machine),
        *_log(),
    ]


def in_words(signs: Sequence[Sign]) -> str:
    """The signs as lines for a person."""
    lines = []
    for sign in signs:
        mark = "☑" if sign.well else ("☒" if sign.needed else "☐")
        lines.append(f"{mark} {sign.thai}" + (f" – {sign.cure}" if sign.cure and not sign.well else ""))
    missing = sum(not sign.well and sign.needed for sign in signs)
    return "\n".join([*lines, "", f"ต้องแก้ไข {missing} ข้อ" if missing else "พร้อมใช้งาน"])


def _python() -> Iterator[Sign]:
    yield Sign(True, f"itaxl {__version__} Python {sys.version.split()[0]} ({sys.executable})")
    slow = [name for name in SLOW if util.find_spec(name)]
    yield Sign(
        not slow,
        "Python ของ itaxl ไม่มีชุดคำสั่งที่ทำให้ปุ่มช้า"
        if not slow
        else f"Python นี้มี {', '.join(slow)} ทำให้ทุกปุ่มช้าลงเกือบหนึ่งวินาที",
        "ติดตั้ง itaxl ใน Python ที่แยกต่างหาก หรือใช้ชุดออฟไลน์",
        needed=False,
    )
    try:
        yield Sign(True, f"xlwings {metadata.version('xlwings')}")
    except metadata.PackageNotFoundError:
        yield Sign(False, "ไม่พบ xlwings ปุ่มใน Excel ใช้ไม่ได้", "ติดตั้ง itaxl ใหม่")


def _addin(system: object) -> Iterator[Sign]:
    """The add-in, where there is a Windows to ask."""
    from itaxl.addin.install import places, status

    if not hasattr(system, "is_marked"):
        yield Sign(
            False, "เครื่องนี้ไม่ใช่ Windows ปุ่มใน Excel ใช้ไม่ได้", "ใช้คำสั่ง itaxl check และ itaxl report", needed=False
        )
        return
    try:
        state = status(places(os.environ), system)  # type: ignore[arg-type]  # it has what status asks for
        yield Sign(state.well, state.thai)
    except ItaxlError as why:
        yield Sign(False, str(why))


def _log() -> Iterator[Sign]:
    """Whether recent clicks ended in a defect."""
    log = journal.path()
    there = next((each for each in (log.parent, *log.parent.parents) if each.exists()), log.parent)
    yield Sign(os.access(there, os.W_OK), f"โฟลเดอร์บันทึก {log.parent}", "ตรวจสิทธิ์เขียนของโฟลเดอร์นี้", needed=False)
    bad = journal.defects()
    text = f"พบข้อขัดข้องของ itaxl {bad} ครั้ง" if bad else "ไม่พบข้อขัดข้องของ itaxl ในบันทึก"
    yield Sign(not bad, text, f"ส่งแฟ้ม {log} ให้ผู้ดูแล itaxl", needed=False)


def wording() -> Iterator[Sign]:
    """Too long for a button: the wording of a year that was not yet held against the official manual."""
    for fiscal_year, why in bad_files().items():
        yield Sign(False, str(why), f"แบบปีอื่นยังใช้ได้ เพิ่มปี {fiscal_year} ใหม่ด้วย itaxl year add", needed=False)
    for each in years():
        doubts = year(each).all_doubts
        kinds = " · ".join(f"{kind} {count}" for kind, count in year(each).kinds().items())
        said = "".join(f"\n    - {doubt}" for doubt in (kinds, *doubts))
        cure = f"สอบกับคู่มือ ป.ป.ช. ของปีนั้นก่อนใช้อ้างอิง:{said}"
        yield Sign(
            not doubts, f"ถ้อยคำทางการของปี {each}{' ยังไม่แน่ชัดบางแห่ง' if doubts else ''}", cure, needed=False
        )
