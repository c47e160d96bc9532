"""The add-in's log: when, which button, how long, and where in the program it failed.

The one rule of the place: no text of any form, no message, no name of a file or person is ever written.
"""

from __future__ import annotations

import datetime
import platform
import traceback
from contextlib import suppress
from pathlib import Path

from itaxl import __version__
from itaxl.errors import ItaxlError
from itaxl.files.disk import log_folder

TOLD, DEFECT = "told", "defect"  # a failure the person could act on; one of ours
LIMIT = 256 * 1024  # bytes; then the log starts anew and the old one is kept once


def path() -> Path:
    """The file of the log."""
    return log_folder() / "addin.log"


def note(button: str, seconds: float, why: BaseException | None = None) -> None:
    """Write one line, and below it the frames of a defect; a log that cannot be written stops nothing."""
    now = datetime.datetime.now().isoformat(timespec="seconds")
    kind = TOLD if isinstance(why, ItaxlError) else DEFECT
    outcome = "ok" if why is None else f"{kind} {type(why).__name__}"
    lines = [
        f"{now} itaxl {__version__} Python {platform.python_version()} {button} {seconds:.2f}s {outcome}"
    ]
    if why is not None and not isinstance(why, ItaxlError):
        lines += _frames(why)
    with suppress(OSError):
        file = path()
        file.parent.mkdir(parents=True, exist_ok=True)
        if file.exists() and file.stat().st_size > LIMIT:
            file.replace(file.with_suffix(".old.log"))
        with file.open("a", encoding="utf-8") as log:
            log.write("\n".join(lines) + "\n")


def _frames(why: BaseException) -> list[str]:
    """Module, line and function of each frame: a message could hold what somebody typed, a path somebody's name."""
    frames = traceback.extract_tb(why.__traceback__)
    number = getattr(why, "hresult", None)
    code = [f"  hresult {number}"] if isinstance(number, int) else []
    return [f"  {Path(each.filename).name}:{each.lineno} {each.name}" for each in frames] + code


def defects() -> int:
    """How many of the last hundred clicks in the log failed by a defect of ours; 0 when there is no log."""
    try:
        lines = path().read_text(encoding="utf-8").splitlines()
    except OSError:
        return 0
    clicks = [line for line in lines if not line.startswith(" ")]
    return sum(f" {DEFECT} " in line for line in clicks[-100:])
