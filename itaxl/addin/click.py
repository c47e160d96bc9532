"""One click: arguments in, the button's action run, every failure told once and logged.

The one rule of the place: exit code 0 means that the person has been told; anything else makes VBA tell.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Sequence
from importlib import import_module
from typing import TYPE_CHECKING

from itaxl.addin import journal
from itaxl.addin.buttons import Button, button
from itaxl.errors import ItaxlError

if TYPE_CHECKING:
    from xlwings import App

    from itaxl.addin.desk import Action

TOLD, MUTE = 0, 70
BUSY = "Excel ไม่ว่าง อาจกำลังแก้ไขช่องค้างอยู่หรือมีหน้าต่างเปิดค้าง – โปรดกด Enter หรือ Esc ปิดหน้าต่างนั้น แล้วกดปุ่มอีกครั้ง"


def main(argv: Sequence[str] | None = None) -> int:
    """Run one click."""
    args = _arguments(argv)
    started = time.perf_counter()
    app: App | None = None
    try:
        from itaxl.addin import seam

        app = seam.excel(args.hwnd)
        _run(button(args.button), app, _unhexed(args.book))
        seam.hush(app)
    except Exception as why:
        journal.note(args.button, time.perf_counter() - started, why)
        return _told(app, why)
    journal.note(args.button, time.perf_counter() - started)
    return TOLD


def _run(pressed: Button, app: App, name: str) -> None:
    from itaxl.addin import seam
    from itaxl.addin.desk import desk
    from itaxl.addin.machine import this_machine

    book = seam.book_named(app, name) if name else None
    action: Action = getattr(import_module("itaxl.addin.actions"), pressed.action)
    action(desk(app, book, this_machine()))


def _arguments(argv: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m itaxl.addin")
    parser.add_argument("button")
    parser.add_argument("--hwnd", type=int, required=True)
    parser.add_argument("--book", default="", metavar="HEX")
    return parser.parse_args(argv)


def _unhexed(text: str) -> str:
    """A name out of the hexadecimal of its UTF-16 units, as the VBA spells it."""
    return bytes.fromhex(text).decode("utf-16-be", "surrogatepass")


def _told(app: App | None, why: Exception) -> int:
    """Tell a failure, in Excel or else beside it; the exit code says whether the person has seen it."""
    from itaxl.addin.machine import this_machine

    sentence = _sentence(why)
    try:
        from itaxl.addin import seam

        if app is not None:
            seam.tell(app, sentence, mode="critical")
            return TOLD
    except Exception as worse:
        journal.note("tell", 0, worse)
    return TOLD if this_machine().say(sentence) else MUTE


def _sentence(why: Exception) -> str:
    """What a person reads of a failure."""
    from itaxl.addin.seam import is_busy

    if isinstance(why, ItaxlError):
        return f"ทำไม่สำเร็จ: {why}"
    if is_busy(why):
        return f"ทำไม่สำเร็จ: {BUSY}"
    return f"itaxl ขัดข้องเอง ข้อมูลในแบบของท่านยังอยู่ครบ – โปรดบันทึกแฟ้ม แล้วส่งแฟ้ม {journal.path()} ให้ผู้ดูแล itaxl"
