"""The command `itaxl fonts`: which Thai face will be used, and a stand-in for it made on this computer.

The one rule of the place: nothing is installed unless it was asked for.
"""

from __future__ import annotations

from itaxl.cli.arguments import Arguments
from itaxl.cli.output import printed
from itaxl.cli.voice import Voice


def fonts(args: Arguments, voice: Voice) -> int:
    """The faces that papers name, each with what stands in for it."""
    from itaxl.word.finish import computer

    if args.make_clone:
        _make_clone(voice)
    lines = []
    for sign in computer.fonts():
        cure = f" – {sign.cure}" if sign.cure and not sign.well else ""
        lines.append(f"{'☑' if sign.well else '☐'} {voice.choose(sign.thai + cure, sign.english)}")
    return printed("\n".join(lines) + "\n")


def _make_clone(voice: Voice) -> None:
    from itaxl.word.finish.clone import make_clones, user_fonts
    from itaxl.word.finish.fonts import thai_face

    made = make_clones(user_fonts())
    thai_face.cache_clear()
    voice.say(
        f"ทำฟอนต์แทน {len(made)} แฟ้มจาก Laksaman ไว้ที่ “{user_fonts()}” ใช้ได้เฉพาะเครื่องนี้ โปรดอย่าแจกจ่ายต่อ",
        f"made {len(made)} fonts in {user_fonts()}, for this computer only",
    )
