"""Where a command's result goes: a file that it names, or standard output.

The one rule of the place: a result is written whole or not at all, and never over a file that was read for it.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from itaxl.cli.arguments import Arguments
from itaxl.cli.voice import Voice
from itaxl.errors import OutputError
from itaxl.files.disk import write_file

DONE, FOUND = 0, 1


def made(target: Path, data: bytes, args: Arguments, voice: Voice) -> int:
    """Write a file and say so; the exit code. OutputError when it is one that the command read, --force or not."""
    if target.resolve() in _read_by(args):
        raise OutputError(
            f"“{target}” เป็นแฟ้มที่ใช้เป็นต้นฉบับ itaxl ไม่เขียนทับ – โปรดตั้งชื่ออื่นให้แฟ้มใหม่",
            f"{target} is an input; itaxl never writes over it",
        )
    write_file(target, data, force=args.force)
    voice.say(f"สร้างแฟ้ม “{target}” แล้ว", f"made {target}")
    return DONE


def _read_by(args: Arguments) -> Iterator[Path]:
    """The files that a command reads."""
    for name in ("form", "forms", "case"):
        given = vars(args).get(name, ())
        yield from (path.resolve() for path in ([given] if isinstance(given, Path) else given))


def result(text: str, args: Arguments, voice: Voice) -> int:
    """Give a result on standard output, or in the file that was named; the exit code."""
    if args.output is None:
        return printed(text)
    return made(args.output, text.encode("utf-8", "replace"), args, voice)


def printed(text: str) -> int:
    """Write to standard output and know that it arrived; OutputError where it cannot be written."""
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as why:
        raise OutputError(
            "เขียนผลออกไม่ได้ ดิสก์ปลายทางอาจเต็ม – โปรดตรวจที่ปลายทาง",
            f"cannot write to standard output: {why.strerror}",
        ) from None
    return DONE
