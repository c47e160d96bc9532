"""The commands around Excel: the add-in built, installed, tried, bundled; and `doctor`.

The one rule of the place: a command only joins `itaxl.addin` to a file or a screen.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from itaxl.cli.arguments import Arguments
from itaxl.cli.output import DONE, FOUND, made, printed
from itaxl.cli.voice import Voice
from itaxl.errors import MissingToolError, UsageError

if TYPE_CHECKING:
    from itaxl.addin.install import Places, System

NAME = "itaxl.xlam"


def addin(args: Arguments, voice: Voice) -> int:
    """One of the add-in's own commands."""
    return _ACTIONS[args.action](args, voice)


def doctor(args: Arguments, voice: Voice) -> int:
    """What this computer has and lacks, each lack with its cure; exit 5 when something needed is missing."""
    from itaxl.addin.doctor import examine, in_words, wording
    from itaxl.addin.machine import this_machine

    signs = [*examine(this_machine()), *wording()]
    printed(in_words(signs) + "\n")
    return DONE if all(sign.well or not sign.needed for sign in signs) else MissingToolError.exit_code


def _build(args: Arguments, voice: Voice) -> int:
    try:
        from itaxl.addin.build import build_addin

        data = build_addin()
    except ImportError as why:
        raise MissingToolError(
            f"เครื่องนี้ไม่มีชุดคำสั่ง {why.name} ที่ใช้สร้างส่วนเสริม – ติดตั้งด้วย pip install --group dev หรือใช้แฟ้มที่มากับ .whl",
            f"{why.name} is missing; it is needed to build the add-in",
        ) from None
    return made(args.output or Path(NAME), data, args, voice)


def _install(args: Arguments, voice: Voice) -> int:
    from itaxl.addin.install import install

    where, system = _windows()
    path = install(where, system)
    voice.say(
        f"ติดตั้งแล้วที่ “{path}” เปิด Excel แล้วดูแท็บ รายงาน ITA ไอคอนสำหรับลากแฟ้มมาวางอยู่บนเดสก์ท็อปและในเมนู “ส่งไปยัง”",
        f"installed {path}; shortcuts are on the desktop and under Send to",
    )
    return DONE


def _status(args: Arguments, voice: Voice) -> int:
    from itaxl.addin.install import status

    state = status(*_windows())
    voice.say(state.thai, state.english)
    return DONE if state.well else FOUND


def _remove(args: Arguments, voice: Voice) -> int:
    from itaxl.addin.install import remove

    if remove(*_windows()):
        voice.say("ถอนส่วนเสริมและไอคอนแล้ว แบบรายงานของท่านไม่ถูกแตะต้อง", "removed")
    else:
        voice.say("ไม่พบส่วนเสริมที่ติดตั้งไว้ ไม่มีสิ่งที่ต้องถอน", "nothing was installed")
    return DONE


def _windows() -> tuple[Places, System]:
    """The folders and the last calls; MissingToolError anywhere but on Windows."""
    from itaxl.addin.install import places
    from itaxl.addin.windows import Windows

    return places(os.environ), Windows()


def _selftest(args: Arguments, voice: Voice) -> int:
    """Every button in a real Excel; exit 1 when a step fails."""
    from itaxl.addin import seam
    from itaxl.addin.machine import this_machine
    from itaxl.addin.selftest import protocol, selftest

    _windows()  # refuses politely elsewhere
    folder = args.output or Path.cwd() / "itaxl-selftest"
    folder.mkdir(parents=True, exist_ok=True)
    voice.say(f"ทดสอบกับ Excel จริง โปรดอย่าแตะแป้นพิมพ์ ผลอยู่ที่ {folder}", f"trying every button; see {folder}")
    app, steps = seam.new_excel(), []
    for step in selftest(app, folder, this_machine()):
        steps.append(step)
        voice.say(str(step), str(step))
    report = folder / "report.txt"
    report.write_text(protocol(steps, app), encoding="utf-8")
    voice.say(f"โปรดส่งแฟ้ม “{report}” ให้ผู้ดูแล itaxl", f"please send {report}")
    return FOUND if any(step.fault for step in steps) else DONE


def _bundle(args: Arguments, voice: Voice) -> int:
    """The offline bundle, with its size."""
    from itaxl.addin.bundle import make

    if args.wheel is None or args.python is None:
        raise UsageError(
            "bundle ต้องระบุ --wheel แฟ้มติดตั้ง itaxl และ --python ชุด Windows embeddable package ของ python.org",
            "bundle needs --wheel and --python",
        )
    data = make(args.wheel, args.python, args.version)
    voice.say(f"ขนาด {len(data) / 1e6:.1f} MB", f"{len(data) / 1e6:.1f} MB")
    return made(args.output or Path("itaxl-windows.zip"), data, args, voice)


_ACTIONS: dict[str, Callable[[Arguments, Voice], int]] = {
    "build": _build,
    "install": _install,
    "status": _status,
    "remove": _remove,
    "selftest": _selftest,
    "bundle": _bundle,
}
