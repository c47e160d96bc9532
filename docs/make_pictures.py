"""Draw docs/pictures/sheet-*.png: the first screen of each sheet of the form, filled with the demo's report.

The one rule of the place: what is shown is a form that was built, opened and drawn by a spreadsheet program.
Run it by hand from the project's folder: .venv/bin/python docs/make_pictures.py
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from PIL import Image

sys.path.insert(0, str(Path(__file__).parent.parent))

from itaxl import pipeline
from itaxl.case.load import load
from itaxl.catalog.form import (
    AGENCY_SHEET,
    EVIDENCE_SHEET,
    FINDINGS_SHEET,
    GUIDE_SHEET,
    INDICATORS_SHEET,
    ITEMS_SHEET,
    MEASURES_SHEET,
    OVERVIEW_SHEET,
)
from itaxl.cli.demo import demo_case
from tests import tools

PICTURES = Path(__file__).parent / "pictures"
NAMES = {
    AGENCY_SHEET: "agency",
    MEASURES_SHEET: "measures",
    INDICATORS_SHEET: "indicators",
    ITEMS_SHEET: "items",
    EVIDENCE_SHEET: "evidence",
    OVERVIEW_SHEET: "overview",
    GUIDE_SHEET: "guide",
    FINDINGS_SHEET: "findings",
}
DPI = 82  # 96 dots an inch at the form's zoom of 85 %
SCREEN = (1316, 560)  # what a screen of 1366 × 768 shows of a sheet, a little more in height
WIDTH, MARGIN, COLOURS = 1200, 8, 64


def draw(form: Path, folder: Path) -> list[Path]:
    """A picture of each sheet."""
    return [
        _first_screen(png, NAMES[title]) for title, png in tools.sheet_pictures(form, folder, DPI).items()
    ]


def _first_screen(png: Path, name: str) -> Path:
    """The upper left part of a sheet, as large as a screen, on paper of one width."""
    seen = Image.open(png).convert("RGB").crop((0, 0, *SCREEN))
    drawn = Image.open(png).size
    seen.paste("white", (min(drawn[0], SCREEN[0]), 0, *SCREEN))  # beyond the sheet a crop is black
    seen.paste("white", (0, min(drawn[1], SCREEN[1]), *SCREEN))
    page = Image.new("RGB", (SCREEN[0] + 2 * MARGIN, SCREEN[1] + 2 * MARGIN), "white")
    page.paste(seen, (MARGIN, MARGIN))
    small = page.resize((WIDTH, round(page.height * WIDTH / page.width)), Image.Resampling.LANCZOS)
    target = PICTURES / f"sheet-{name}.png"
    small.quantize(COLOURS).save(target, optimize=True)
    return target


if __name__ == "__main__":
    PICTURES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as made:
        path = Path(made) / "form.xlsx"
        path.write_bytes(pipeline.listed_form(load(demo_case())))
        draw(path, Path(made))
