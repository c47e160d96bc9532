"""What stops a command, turned into a sentence and an exit code: the only place that does so.

The one rule of the place: never a traceback on the screen; a defect of ours is written to a log and named.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from itaxl import __version__
from itaxl.cli.voice import Voice
from itaxl.errors import ItaxlError
from itaxl.files.disk import log_folder

DEFECT = 70


def told(work: Callable[[], int], voice: Voice) -> int:
    """The exit code of some work, or of what stopped it, which is then told."""
    try:
        return work()
    except ItaxlError as why:
        voice.fail(str(why), why.english)
        return why.exit_code
    except BrokenPipeError:
        raise  # the reader of our result left: no failure of this work
    except Exception as why:
        _tell_defect(_log(why), voice)
        return DEFECT


def _tell_defect(log: Path | None, voice: Voice) -> None:
    """Name the log, or say that none could be written."""
    thai = f"โปรดส่งแฟ้ม {log} ให้ผู้ดูแล itaxl" if log else "โปรดแจ้งผู้ดูแล itaxl (เขียนแฟ้มบันทึกไม่ได้)"
    english = f"please send {log}" if log else "please report it (no log could be written)"
    voice.fail(f"itaxl ขัดข้องเอง ข้อมูลของท่านไม่เสียหาย – {thai}", f"a defect in itaxl; {english}")


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
