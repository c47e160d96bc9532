"""One click: arguments in, the button's action run, every failure told once and logged.

The one rule of the place: exit code 0 means that the person has been told; anything else makes VBA tell.
"""

from __future__ import annotations

import argparse
import datetime
import os
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib import import_module
from typing import TYPE_CHECKING

from itaxl.addin import journal
from itaxl.addin.buttons import Button, button
from itaxl.addin.desk import Action, Desk, this_machine
from itaxl.errors import InputError, ItaxlError
from itaxl.files.disk import log_folder

if TYPE_CHECKING:
    from xlwings import App

TOLD, MUTE = 0, 70
BUSY = "Excel ไม่ว่าง อาจกำลังแก้ไขช่องค้างอยู่หรือมีหน้าต่างเปิดค้าง – โปรดกด Enter หรือ Esc ปิดหน้าต่างนั้น แล้วกดปุ่มอีกครั้ง"


def main(argv: Sequence[str] | None = None) -> int:
    """Run one click."""
    parser = argparse.ArgumentParser(prog="python -m itaxl.addin")
    parser.add_argument("button")
    parser.add_argument("--hwnd", type=int, required=True)
    parser.add_argument("--book", default="", metavar="HEX")
    args = parser.parse_args(argv)
    started = time.perf_counter()
    app: App | None = None
    try:
        from itaxl.addin import seam

        pressed = button(args.button)
        with watch(pressed) as watchdog:
            try:
                app = seam.excel(args.hwnd)
            except InputError:
                if pressed.needs_book:
                    raise
            _run(pressed, app, _unhexed(args.book), watchdog)
        if app is not None:
            seam.hush(app)
    except Exception as why:
        journal.note(args.button, time.perf_counter() - started, why)
        return _told(app, why)
    journal.note(args.button, time.perf_counter() - started)
    return TOLD


def _run(pressed: Button, app: App | None, name: str, watchdog: threading.Timer) -> None:
    from itaxl.addin import seam

    book = seam.book_named(app, name) if app is not None and name else None
    if book is not None:
        seam.protect_again(book)
    machine = this_machine()

    def tell(text: str) -> None:
        watchdog.cancel()  # a person may take as long as they like to read
        if app is not None:
            seam.tell(app, text)
        else:
            machine.say(text)

    def ask(text: str, usual: str) -> str | None:
        watchdog.cancel()
        return seam.ask(app, text, usual) if app is not None else usual

    action: Action = getattr(import_module("itaxl.addin.actions"), pressed.action)
    action(Desk(app, book, machine, log_folder(), datetime.date.today(), tell, ask))


@contextmanager
def watch(pressed: Button) -> Iterator[threading.Timer]:
    """End this process, and say so, when a button takes longer than it may: Excel waits for it."""
    watchdog = threading.Timer(pressed.seconds, _give_up, (pressed,))
    watchdog.daemon = True
    watchdog.start()
    try:
        yield watchdog
    finally:
        watchdog.cancel()


def _give_up(pressed: Button) -> None:
    journal.note(pressed.id, pressed.seconds, TimeoutError())
    seen = this_machine().say(
        f"“{pressed.label}” ใช้เวลาเกิน {pressed.seconds} วินาทีจึงหยุดไว้ Excel อาจมีหน้าต่างเปิดค้างหรือกำลังแก้ไขช่องอยู่ – "
        "โปรดปิดหน้าต่างนั้น กด Esc แล้วกดปุ่มอีกครั้ง"
    )
    os._exit(TOLD if seen else MUTE)


def _unhexed(text: str) -> str:
    """A name out of the hexadecimal of its UTF-16 units, as the VBA spells it."""
    return bytes.fromhex(text).decode("utf-16-be", "surrogatepass")


def _told(app: App | None, why: Exception) -> int:
    """Tell a failure, in Excel or else beside it; the exit code says whether the person has seen it."""
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
