"""The commands beside the forms: years, layouts, rules, fonts, the add-in, this computer, the example.

The one rule of the place: a command only joins its station to a file or a screen.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from itaxl import pipeline
from itaxl.cli import show
from itaxl.cli.console import DONE, FOUND, Arguments, Voice, print_text, write_output, write_result
from itaxl.errors import MissingToolError, UnknownNameError, UsageError

if TYPE_CHECKING:
    from itaxl.addin.install import Places, System


def layouts(args: Arguments, voice: Voice) -> int:
    """The layouts there are, everything wrong with one, or how one is written."""
    from itaxl.word import find_layout, list_layouts

    if args.action is None:
        return print_text("".join(f"{each.name}\t{each.title}\n" for each in list_layouts()))
    if args.action == "guide":
        from itaxl.word.layout_guide import write_guide

        return write_result(write_guide(), args, voice)
    if args.file is None:
        raise UsageError(
            "ยังไม่ได้ระบุแฟ้ม Word – itaxl layouts check FILE.docx", "which file? itaxl layouts check FILE.docx"
        )
    faults = find_layout(args.file).find_faults()
    for fault in faults:
        voice.say(str(fault), fault.english)
    if any(isinstance(fault, UnknownNameError) for fault in faults):
        show.tell_names(voice)
    if not faults:
        voice.say(f"ไม่พบข้อผิดพลาดในรูปแบบ “{args.file}” ใช้พิมพ์รายงานได้", f"{args.file}: nothing wrong")
    return faults[0].exit_code if faults else DONE


def rules(args: Arguments, voice: Voice) -> int:
    """Every kind of finding, from the declarations."""
    chosen = [kind for kind in pipeline.declarations() if args.code in (None, kind.code)]
    if not chosen:
        raise UsageError(
            f"ไม่มีข้อตรวจรหัส “{args.code}” – ดูทั้งหมดด้วย itaxl rules", f"no rule {args.code}; see itaxl rules"
        )
    return write_result(show.RULES[args.format](chosen, voice), args, voice)


def demo(args: Arguments, voice: Voice) -> int:
    """An invented agency from form to paper."""
    from itaxl.cli.demo import make_demo

    return make_demo(args.folder, voice)


def fonts(args: Arguments, voice: Voice) -> int:
    """The faces that papers name, each with what stands in for it."""
    from itaxl.word.finish.faces import look_at_fonts, thai_face

    if args.make_clone:
        from itaxl.word.finish.clone import make_clones, user_fonts

        made = make_clones(user_fonts())
        thai_face.cache_clear()
        voice.say(
            f"ทำฟอนต์แทน {len(made)} แฟ้มจาก Laksaman ไว้ที่ “{user_fonts()}” ใช้ได้เฉพาะเครื่องนี้ โปรดอย่าแจกจ่ายต่อ",
            f"made {len(made)} fonts in {user_fonts()}, for this computer only",
        )
    lines = []
    for sign in look_at_fonts():
        cure = f" – {sign.cure}" if sign.cure and not sign.well else ""
        lines.append(f"{'☑' if sign.well else '☐'} {voice.choose(sign.thai + cure, sign.english)}")
    return print_text("\n".join(lines) + "\n")


# -- around Excel -----------------------------------------------------------------------------------

if TYPE_CHECKING:
    from itaxl.addin.install import Places, System


def addin(args: Arguments, voice: Voice) -> int:
    """One of the add-in's own commands."""
    return _ACTIONS[args.action](args, voice)


def doctor(args: Arguments, voice: Voice) -> int:
    """What this computer has and lacks, each lack with its cure; exit 5 when something needed is missing."""
    from itaxl.addin.desk import this_machine
    from itaxl.addin.doctor import examine, in_words, wording

    signs = [*examine(this_machine()), *wording()]
    print_text(in_words(signs) + "\n")
    return DONE if all(sign.well or not sign.needed for sign in signs) else MissingToolError.exit_code


def _build(args: Arguments, voice: Voice) -> int:
    """The add-in as a file, for an administrator who hands it out or signs it."""
    from itaxl.addin.install import NAME, shipped

    return write_output(args.output or Path(NAME), shipped(), args, voice)


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

    where, system = places(os.environ), Windows()
    return replace(where, desktop=system.desktop()), system


def _selftest(args: Arguments, voice: Voice) -> int:
    """Every button in a real Excel; exit 1 when a step fails."""
    from itaxl.addin import seam
    from itaxl.addin.desk import this_machine
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


_ACTIONS: dict[str, Callable[[Arguments, Voice], int]] = {
    "build": _build,
    "install": _install,
    "status": _status,
    "remove": _remove,
    "selftest": _selftest,
}
