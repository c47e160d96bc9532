"""LibreOffice, started once for a whole paper: a macro of ours in it takes jobs from a folder.

The one rule of the place: profile and folder are new, private, and gone afterwards; two papers never meet.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from types import TracebackType
from typing import Self
from xml.sax.saxutils import escape

from itaxl.errors import MissingToolError

NAME = "LibreOffice"
START_SECONDS, JOB_SECONDS = 90.0, 120.0

_PLACES = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    r"C:\Program Files\LibreOffice\program\soffice.exe",
    r"C:\Program Files (x86)\LibreOffice\program\soffice.exe",
)
_FLAGS = ("--headless", "--invisible", "--norestore", "--nologo", "--nodefault", "--nolockcheck")
_X = '<?xml version="1.0" encoding="UTF-8"?>\n'
_LIBRARY = '<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard"'
_REGISTRY = (  # the profile counts as set up: else the first start would copy its own macros over ours
    '<oor:items xmlns:oor="http://openoffice.org/2001/registry"><item oor:path="/org.openoffice.Setup/Office">'
    '<prop oor:name="ooSetupInstCompleted" oor:op="fuse"><value>true</value></prop></item></oor:items>'
)


def soffice() -> str:
    """The program's path, "" where it is not installed."""
    return shutil.which("soffice") or next((place for place in _PLACES if Path(place).is_file()), "")


class LibreOffice:
    """A running LibreOffice; use it with `with`."""

    name = NAME

    def __enter__(self) -> Self:
        self._folder = Path(tempfile.mkdtemp(prefix="itaxl-"))
        self._jobs = 0
        try:
            self._process = self._start()
        except BaseException:
            shutil.rmtree(self._folder, ignore_errors=True)
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, why: BaseException | None, trace: TracebackType | None
    ) -> None:
        with contextlib.suppress(OSError, subprocess.TimeoutExpired):
            self._give("quit")
            self._process.wait(5)
        self._kill()
        shutil.rmtree(self._folder, ignore_errors=True)

    def doubt(self) -> MissingToolError | None:
        """Without the official face every page breaks elsewhere."""
        from itaxl.word.finish.faces import look_at_thai_face

        sign = look_at_thai_face()
        return None if sign.well else MissingToolError(f"{sign.thai} – {sign.cure}", sign.english)

    def pages(self, docx: bytes) -> dict[str, int]:
        """The page of each bookmark, counted from 1."""
        source = self._file("pages.docx", docx)
        rows = (line.split("\t") for line in self._ask("pages", source.as_uri()).splitlines() if "\t" in line)
        return {name: int(page) for name, page in rows}

    def pdf(self, docx: bytes, *, thai_digits: bool) -> bytes:
        """The paper as PDF/A-2b; its bookmarks are destinations of the PDF."""
        source, target = self._file("paper.docx", docx), self._folder / "paper.pdf"
        self._ask("pdf", source.as_uri(), target.as_uri(), "native" if thai_digits else "")
        return target.read_bytes()

    # ---- jobs --------------------------------------------------------------------------------------------------------

    def _file(self, name: str, docx: bytes) -> Path:
        """The paper in the folder, as the program shall print it."""

        from itaxl.word.finish.pdf_copy import make_pdf_copy  # late: who asks for the program needs no lxml

        path = self._folder / f"{self._jobs}-{name}"
        path.write_bytes(make_pdf_copy(docx))
        return path

    def _ask(self, *words: str) -> str:
        """Give a job and wait for its answer."""
        self._give(*words)
        answer = self._folder / f"done{self._jobs}"
        end = time.monotonic() + JOB_SECONDS + (START_SECONDS if self._jobs == 1 else 0)
        while not answer.exists():
            if time.monotonic() > end or self._process.poll() is not None:
                raise _failed("ไม่ตอบภายในเวลาที่กำหนดหรือปิดตัวไป", "did not answer")
            time.sleep(0.01)
        state, _, said = answer.read_text("utf-8", errors="replace").partition("\n")
        if state.strip() != "ok":
            raise _failed(f"แจ้งว่า {said.strip()}", said.strip())
        return said

    def _give(self, *words: str) -> None:
        """Put a job into the folder, whole or not at all."""
        self._jobs += 1
        written = self._folder / "job.part"
        written.write_text("\t".join(words) + "\n", encoding="utf-8")
        written.rename(self._folder / f"job{self._jobs}")

    # ---- the process -------------------------------------------------------------------------------------------------

    def _start(self) -> subprocess.Popen[bytes]:
        profile = self._folder / "profile"
        _furnish(profile / "user")
        command = [
            soffice(),
            *_FLAGS,
            f"-env:UserInstallation={profile.as_uri()}",
            f"macro:///Standard.Itaxl.Serve({self._folder.as_uri()})",
        ]
        own = dict.fromkeys(
            ("TMPDIR", "TMP", "TEMP"), str(self._folder)
        )  # what a killed program leaves goes too
        return subprocess.Popen(
            command,
            env={**os.environ, **own},
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            start_new_session=True,
        )  # fmt: skip

    def _kill(self) -> None:
        """End the program and what it started: soffice is a script that starts another."""
        if sys.platform == "win32":
            subprocess.run(
                ["taskkill", "/F", "/T", "/PID", str(self._process.pid)], capture_output=True, check=False
            )
        else:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()


def _furnish(user: Path) -> None:
    """A profile with our macro in it."""
    library = user / "basic" / "Standard"
    library.mkdir(parents=True)
    source = (Path(__file__).parent / "libreoffice.bas").read_text("utf-8")
    module = f'<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Itaxl" script:language="StarBasic">{escape(source)}</script:module>'
    listed = f'{_LIBRARY} library:readonly="false"><library:element library:name="Itaxl"/></library:library>'
    files = {
        library / "Itaxl.xba": module,
        library / "script.xlb": listed,
        library / "dialog.xlb": f'{_LIBRARY} library:readonly="false"/>',
        user / "basic" / "script.xlc": _libraries("script"),
        user / "basic" / "dialog.xlc": _libraries("dialog"),
        user / "registrymodifications.xcu": _REGISTRY,
    }
    for path, text in files.items():
        path.write_text(_X + text, encoding="utf-8")


def _libraries(kind: str) -> str:
    return (
        '<library:libraries xmlns:library="http://openoffice.org/2000/library" xmlns:xlink="http://www.w3.org/1999/xlink">'
        f'<library:library library:name="Standard" xlink:href="$(USER)/basic/Standard/{kind}.xlb/" xlink:type="simple" '
        'library:link="false"/></library:libraries>'
    )


def _failed(thai: str, english: str) -> MissingToolError:
    return MissingToolError(
        f"LibreOffice {thai} – โปรดปิดโปรแกรม LibreOffice ที่ค้างอยู่แล้วสั่งใหม่ หรือติดตั้ง LibreOffice รุ่นใหม่",
        f"LibreOffice: {english}",
    )
