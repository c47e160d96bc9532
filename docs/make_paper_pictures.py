"""Draw docs/pictures/paper-*.png: two pages of each layout, from the reports of four real offices.

The one rule of the place: what is shown went the whole way, through render and finish, with the face of an office.
Run it by hand from the project's folder: .venv/bin/python -m docs.make_paper_pictures
"""

from __future__ import annotations

import sys
from pathlib import Path

from PIL import Image

sys.path.insert(0, str(Path(__file__).parent.parent))

from tests import tools
from tests.word.finished import OWN, made

PICTURES = Path(__file__).parent / "pictures"
SHOWN = {"annual": (2, 12), "concise": (1, 2), "matrix": (2, 4), "book": (3, 14)}  # pages, from 1
GAP, GREY = 14, 0x99
DPI, COLOURS = 84, 16


def draw(layout: str) -> Path:
    """Two pages of a layout side by side, each with a frame of grey."""
    pages = [Image.open(path).convert("L") for path in tools.pictures(made(layout).pdf, DPI)]
    chosen = [pages[number - 1] for number in SHOWN[layout]]
    width = sum(page.width for page in chosen) + GAP * (len(chosen) + 1)
    sheet = Image.new("L", (width, max(page.height for page in chosen) + 2 * GAP), GREY)
    left = GAP
    for page in chosen:
        sheet.paste(page, (left, GAP))
        left += page.width + GAP
    target = PICTURES / f"paper-{layout}.png"
    sheet.quantize(COLOURS).save(target, optimize=True)
    return target


if __name__ == "__main__":
    PICTURES.mkdir(parents=True, exist_ok=True)
    for name in OWN:
        draw(name)
