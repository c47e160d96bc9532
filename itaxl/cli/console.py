"""What a command is given and how it answers: its arguments, its voice, its colours, its results, its failures.

The one rule of the place: standard output belongs to results, standard error to words; never a traceback on the
screen, and no file written over that was read.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TextIO

from itaxl import __version__
from itaxl.errors import ItaxlError, OutputError
from itaxl.files.disk import log_folder, write_file
from itaxl.model.findings import Severity


class Voice:
    """Speaks one language; each sentence is given in both."""

    def __init__(self, language: str = "th") -> None:
        self.english = language == "en"

    def choose(self, thai: str, english: str) -> str:
        """The sentence in the language wanted."""
        return english if self.english else thai

    def say(self, thai: str, english: str) -> None:
        """One line."""
        sys.stderr.write(self.choose(thai, english) + "\n")

    def fail(self, thai: str, english: str) -> None:
        """What stopped the command."""
        self.say(f"ทำไม่สำเร็จ: {thai}", f"failed: {english}")

    def progress(self, done: int, of: int, what: str) -> None:
        """Where long work stands; a single step is not worth a word."""
        if of > 1:
            self.say(f"[{done}/{of}] {what}", f"[{done}/{of}] {what}")


class Arguments(argparse.Namespace):
    """The parsed arguments; `run` is the command's function."""

    run: Command

    def inputs(self) -> set[Path]:
        """The files that the command reads."""
        given = (vars(self).get(name) or () for name in ("form", "forms", "case"))
        return {path.resolve() for each in given for path in ([each] if isinstance(each, Path) else each)}

    def __getattr__(self, name: str) -> Any:
        raise AttributeError(name)


Command = Callable[[Arguments, Voice], int]

# -- results ----------------------------------------------------------------------------------------

DONE, FOUND = 0, 1


def write_output(target: Path, data: bytes, args: Arguments, voice: Voice) -> int:
    """Write a file and say so; the exit code. OutputError when it is one that the command read, --force or not."""
    if target.resolve() in args.inputs():
        raise OutputError(
            f"“{target}” เป็นแฟ้มที่ใช้เป็นต้นฉบับ itaxl ไม่เขียนทับ – โปรดตั้งชื่ออื่นให้แฟ้มใหม่",
            f"{target} is an input; itaxl never writes over it",
        )
    write_file(target, data, force=args.force)
    voice.say(f"สร้างแฟ้ม “{target}” แล้ว", f"made {target}")
    return DONE


def write_result(text: str, args: Arguments, voice: Voice) -> int:
    """Give a result on standard output, or in the file that was named; the exit code."""
    if args.output is None:
        return print_text(text)
    return write_output(args.output, text.encode("utf-8", "replace"), args, voice)


def print_text(text: str) -> int:
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


# -- failures ---------------------------------------------------------------------------------------

DEFECT = 70


def run_guarded(work: Callable[[], int], voice: Voice) -> int:
    """The exit code of some work, or of what stopped it, which is then told."""
    try:
        return work()
    except ItaxlError as why:
        voice.fail(str(why), why.english)
        return why.exit_code
    except BrokenPipeError:
        raise  # the reader of our result left: no failure of this work
    except Exception as why:
        log = _log(why)
        thai = f"โปรดส่งแฟ้ม {log} ให้ผู้ดูแล itaxl" if log else "โปรดแจ้งผู้ดูแล itaxl (เขียนแฟ้มบันทึกไม่ได้)"
        english = f"please send {log}" if log else "please report it (no log could be written)"
        voice.fail(f"itaxl ขัดข้องเอง ข้อมูลของท่านไม่เสียหาย – {thai}", f"a defect in itaxl; {english}")
        return DEFECT


def _log(why: Exception) -> Path | None:
    """Write what happened, without the text of any report; the path of the log, None where none can be written."""
    import datetime  # late: they cost 10 ms of every start and almost never run
    import platform
    import tempfile
    import traceback

    frames = "".join(traceback.format_list(traceback.extract_tb(why.__traceback__)))
    system = f"itaxl {__version__}, Python {platform.python_version()}, {platform.platform()}"
    name = f"itaxl-{datetime.datetime.now():%Y%m%d-%H%M%S-%f}.log"
    for folder in (log_folder, lambda: Path(tempfile.gettempdir())):
        try:
            log = folder() / name
            log.parent.mkdir(parents=True, exist_ok=True)
            log.write_text(f"{system}\n{type(why).__name__}\n{frames}", encoding="utf-8")
        except (OSError, RuntimeError):  # a home that cannot be written, or none at all
            continue
        return log
    return None


# -- colours ----------------------------------------------------------------------------------------

_RED, _YELLOW, _CYAN, _GREEN = "1;31", "33", "36", "1;32"
_SEVERITIES = {Severity.ERROR: _RED, Severity.WARNING: _YELLOW, Severity.HINT: _CYAN}


@dataclass(frozen=True, slots=True)
class Paint:
    """Gives text its colours, or leaves it as it is when `on` is false."""

    on: bool = False

    def _paint(self, text: str, code: str) -> str:
        return f"\x1b[{code}m{text}\x1b[0m" if self.on and text else text

    def severity(self, severity: Severity, text: str) -> str:
        """A word of this gravity."""
        return self._paint(text, _SEVERITIES[severity])

    def verdict(self, ready: bool, text: str) -> str:
        """The last line."""
        return self._paint(text, _GREEN if ready else _RED)

    def title(self, text: str) -> str:
        """A file or a sheet."""
        return self._paint(text, "1")

    def quiet(self, text: str) -> str:
        """What stands around the words in question."""
        return self._paint(text, "2")

    def mark(self, text: str) -> str:
        """The words in question: between angles, so that they are seen without colours too."""
        return self._paint(f"»{text}«", "1;4")


PLAIN = Paint()


def paint_for(stream: TextIO) -> Paint:
    """Colours where a person reads along: a terminal that understands them, and NO_COLOR is not set."""
    wanted = not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    return Paint(wanted and stream.isatty() and _understands_colours())


def _understands_colours() -> bool:
    """Whether the terminal takes escape sequences; a Windows console is asked to, and old ones cannot."""
    if sys.platform == "win32":
        import ctypes

        kernel, mode = ctypes.windll.kernel32, ctypes.c_uint32()
        console = kernel.GetStdHandle(-11)  # the standard output
        sequences = 0x0004  # ENABLE_VIRTUAL_TERMINAL_PROCESSING
        return bool(
            kernel.GetConsoleMode(console, ctypes.byref(mode))
            and kernel.SetConsoleMode(console, mode.value | sequences)
        )
    return True
