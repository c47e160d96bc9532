"""Which Thai face this computer will print with.

The one rule of the place: the official face is TH SarabunPSK or TH Sarabun New; any other moves the page breaks.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from itaxl.errors import InputError
from itaxl.word.finish.sfnt import read_font

OFFICIAL = ("TH SarabunPSK", "TH Sarabun New")
SYMBOLS = "Segoe UI Symbol"  # of ☐ ☑ ✓ √ ○ in the layouts


@dataclass(frozen=True, slots=True)
class Face:
    """The face that will be used where `wanted` is named; `file` is None where nobody can tell."""

    wanted: str
    used: str
    file: Path | None

    @property
    def official(self) -> bool:
        """Whether pages break as in an office."""
        return self.used in OFFICIAL


@cache
def thai_face() -> Face:
    """The face for Thai text: an official one where there is any, else what stands in for it."""
    faces = [face_for(family) for family in OFFICIAL]
    return next((face for face in faces if face.used == face.wanted), faces[0])


def face_for(family: str) -> Face:
    """The face that is used where a paper names this family."""
    if shutil.which("fc-match"):
        return _ask_fontconfig(family)
    file = next((path for path, name in _installed() if name == family), None)
    return Face(family, family if file else "", file)


def _ask_fontconfig(family: str) -> Face:
    """What fontconfig, and so LibreOffice on Linux, takes for a family."""
    answer = subprocess.run(
        ["fc-match", "-f", "%{family}\n%{file}", family], capture_output=True, encoding="utf-8", check=False
    ).stdout
    names, _, file = answer.partition("\n")
    used = names.split(",")
    return Face(family, family if family in used else used[0], Path(file) if file else None)


def _installed() -> Iterator[tuple[Path, str]]:
    """The Thai fonts in the folders of Windows and of the Mac, with their families."""
    for folder in _folders():
        for path in (*folder.glob("*.ttf"), *folder.glob("*.TTF")):
            if "sarabun" in path.name.lower():
                try:
                    yield path, read_font(path).family
                except InputError:
                    continue


def _folders() -> list[Path]:
    if sys.platform == "win32":
        local = os.environ.get("LOCALAPPDATA", "")
        return [
            Path(os.environ.get("WINDIR", r"C:\Windows")) / "Fonts",
            Path(local) / "Microsoft/Windows/Fonts",
        ]
    return [Path.home() / "Library/Fonts", Path("/Library/Fonts"), Path("/System/Library/Fonts")]
