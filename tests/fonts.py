"""The official Thai face for tests: clones of TH SarabunPSK and TH Sarabun New, made here from Debian's Laksaman.

The one rule of the place: the clones stay in `.tools/` of the machine that made them; they are never shipped.
"""

import contextlib
import functools
import hashlib
import os
import shutil
import tempfile
from pathlib import Path

from itaxl.word.finish import clone
from itaxl.word.finish.clone import FACES
from itaxl.word.finish.faces import LAKSAMAN
from itaxl.word.finish.faces import OFFICIAL as FAMILIES

__all__ = ["FACES", "FAMILIES", "LAKSAMAN", "fontconfig"]

_HOME = Path(__file__).parent.parent / ".tools" / "fonts"

# Only these folders: a page must look alike on every machine, whatever else is installed there.
_FONTCONFIG = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
  <dir>{folder}</dir>
  <dir>/usr/share/fonts/truetype/dejavu</dir>
  <alias binding="same"><family>Segoe UI Symbol</family><prefer><family>DejaVu Sans</family></prefer></alias>
  <cachedir>{folder}/cache</cachedir>
</fontconfig>
"""


@functools.cache
def fontconfig() -> Path:
    """Give the FONTCONFIG_FILE under which LibreOffice finds the clones; they are made on the first call."""
    folder = _HOME / _recipe()
    if not folder.exists():
        _make_whole(folder)
    return folder / "fonts.conf"


def _recipe() -> str:
    """Name the folder by this file and its sources, so that a change of either makes new clones."""
    parts = [Path(__file__), Path(clone.__file__), *(LAKSAMAN / name for name in FACES.values())]
    return hashlib.sha256(b"".join(part.read_bytes() for part in parts)).hexdigest()[:12]


def _make_whole(folder: Path) -> None:
    """Make the folder beside its place and move it in: two workers may do this at once."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    made = Path(tempfile.mkdtemp(dir=folder.parent))
    try:
        clone.make_clones(made)
        (made / "fonts.conf").write_text(_FONTCONFIG.format(folder=folder), encoding="utf-8")
        with contextlib.suppress(OSError):  # the other worker was first
            os.rename(made, folder)
    finally:
        shutil.rmtree(made, ignore_errors=True)
