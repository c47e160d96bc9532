"""A stand-in for the official Thai face, made on this computer out of Debian's Laksaman.

The one rule of the place: the clone stays on the machine that made it; it is never shipped.

Laksaman is TH Sarabun New enlarged 1.5028 times. The clone shrinks it back and takes over the vertical metrics
and the whole-unit advances of the real face, so that a page breaks where it breaks in an office.
"""

from __future__ import annotations

import itertools
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

from itaxl.errors import MissingToolError
from itaxl.word.finish.faces import LAKSAMAN, OFFICIAL

FACES = {
    "Regular": "Laksaman.ttf",
    "Bold": "Laksaman-Bold.ttf",
    "Italic": "Laksaman-Italic.ttf",
    "Bold Italic": "Laksaman-BoldItalic.ttf",
}
_EM = 15028  # units per em of the clone: outlines at 10,000, shown 1.5028 times smaller


def user_fonts() -> Path:
    """The folder of this user's own fonts, where fontconfig looks."""
    data = os.environ.get("XDG_DATA_HOME")
    return (Path(data) if data else Path.home() / ".local" / "share") / "fonts" / "itaxl"


def make_clones(folder: Path) -> list[Path]:
    """Clones of TH SarabunPSK and TH Sarabun New, four styles each; MissingToolError where something is missing."""
    _check_sources()
    folder.mkdir(parents=True, exist_ok=True)
    made = []
    for family, style in itertools.product(OFFICIAL, FACES):
        made.append(folder / f"{family}-{style}.ttf".replace(" ", ""))
        _clone(family, style).save(made[-1])
    if shutil.which("fc-cache"):
        subprocess.run(["fc-cache", str(folder)], capture_output=True, check=False)
    return made


def _check_sources() -> None:
    if not all((LAKSAMAN / name).is_file() for name in FACES.values()):
        raise MissingToolError(
            "ไม่มีฟอนต์ Laksaman ในเครื่องนี้ – ติดตั้งด้วยคำสั่ง apt install fonts-tlwg-laksaman-ttf แล้วสั่งใหม่",
            "Laksaman is not installed: apt install fonts-tlwg-laksaman-ttf",
        )
    try:
        import fontTools  # type: ignore[import-untyped]  # noqa: F401  # fontTools carries no types
    except ImportError:
        raise MissingToolError(
            "เครื่องนี้ยังไม่มี fontTools – ติดตั้งด้วยคำสั่ง pip install itaxl[fonts] แล้วสั่งใหม่",
            "fontTools is not installed: pip install itaxl[fonts]",
        ) from None


def _clone(family: str, style: str) -> Any:
    from fontTools.ttLib import TTFont  # type: ignore[import-untyped]  # as above
    from fontTools.ttLib.scaleUpem import scale_upem  # type: ignore[import-untyped]  # as above

    font = TTFont(LAKSAMAN / FACES[style])
    scale_upem(font, 10_000)
    font["head"].unitsPerEm = _EM
    _take_vertical_metrics(font)
    metrics = font["hmtx"].metrics
    for glyph, (
        advance,
        bearing,
    ) in metrics.items():  # the real face has none finer than a thousandth of an em
        metrics[glyph] = (round(round(advance * 1000 / _EM) * _EM / 1000), bearing)
    full = family if style == "Regular" else f"{family} {style}"
    script = family.replace(" ", "") + ("" if style == "Regular" else f"-{style}".replace(" ", ""))
    texts = {1: family, 2: style, 3: f"{full} (clone)", 4: full, 6: script, 16: family, 17: style}
    for record in font["name"].names:
        record.string = texts.get(record.nameID, record.string)
    return font


def _take_vertical_metrics(font: Any) -> None:
    """Set the line height of the real face; without USE_TYPO_METRICS LibreOffice and Word agree on it."""
    ascent, descent, gap = (round(thousandths * _EM / 1000) for thousandths in (844, 457, 30))
    head, os2 = font["hhea"], font["OS/2"]
    head.ascent, head.descent, head.lineGap = ascent, -descent, gap
    os2.usWinAscent, os2.usWinDescent = ascent, descent
    os2.sTypoAscender, os2.sTypoDescender, os2.sTypoLineGap = (round(n * _EM / 1000) for n in (850, -250, 60))
    os2.fsSelection &= ~(1 << 7)
