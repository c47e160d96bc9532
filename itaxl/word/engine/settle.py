"""What only a finished document can tell: unique ids, cells left empty, columns that share a width, pictures.

The one rule of the place: marks are noncharacters of Unicode, put in before Jinja runs and gone when this is done.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field

from itaxl.word.engine.faults import Position, Spot
from itaxl.word.engine.ooxml import SDTPR, VAL, Element, w, wp
from itaxl.word.engine.pictures import Picture

SPARE = "\ufdd2"
_ID = "\ufdd1"
_GRID = "\ufdd3"
FIRST_ID = 1000

_GRIDS = re.compile(f"{_GRID}(\\d+){_GRID}(.*?)</w:tbl>", re.DOTALL)
_ROW = re.compile(r"<w:tr[ >].*?</w:tr>", re.DOTALL)
_WIDTH = re.compile(r"<w:tcW [^>]*/>")


def mark_ids(root: Element) -> None:
    """Mark the ids that must stay unique when rows repeat: content controls, drawings, bookmarks."""
    for about in root.iter(SDTPR):
        for own in about.iter(w("id")):
            own.set(VAL, f"{_ID}i{_ID}")
    for shape in root.iter(wp("docPr")):
        shape.set("id", f"{_ID}i{_ID}")
    for start in root.iter(w("bookmarkStart")):
        start.set(w("name"), f"{_ID}n{start.get(w('name'))}{_ID}")
        start.set(w("id"), f"{_ID}b{start.get(w('id'))}{_ID}")
    for end in root.iter(w("bookmarkEnd")):
        end.set(w("id"), f"{_ID}e{end.get(w('id'))}{_ID}")


def mark_columns(table: Element, comment: Callable[[str, Spot], Element]) -> None:
    """Mark a table whose cells repeat: its columns will share its width alike."""
    grid = table.find(w("tblGrid"))
    if grid is None or grid.find(w("gridCol")) is None:
        return
    total = sum(int(column.get(w("w"), "0")) for column in grid)
    for column in list(grid):
        grid.remove(column)
    grid.append(comment(f"{_GRID}{total}{_GRID}", Spot(Position(), "")))


@dataclass(slots=True)
class Settler:
    """Settles the parts of one document; ids run on through all of them."""

    _next: itertools.count[int] = field(default_factory=lambda: itertools.count(FIRST_ID))
    _names: Counter[str] = field(default_factory=Counter)
    _bookmarks: dict[str, int] = field(default_factory=dict)
    pictures: list[Picture] = field(default_factory=list)

    def settle(self, xml: str) -> str:
        """The part as it will be written; `pictures` then holds the part's own, numbered from 1."""
        self.pictures = []
        spares = xml.split(SPARE)
        for at in range(
            1, len(spares), 2
        ):  # a spare paragraph stays only where no other ends its cell or header
            if spares[at - 1].endswith("</w:p>"):
                spares[at] = ""
        xml = "".join(spares)
        if _GRID in xml:
            xml = _GRIDS.sub(_share, xml)
        pieces = xml.split(_ID)  # a split costs a fiftieth of a search by pattern
        pieces[1::2] = [self._id(mark[0], mark[1:]) for mark in pieces[1::2]]
        return "".join(pieces)

    def _id(self, kind: str, key: str) -> str:
        match kind:
            case "n":
                self._names[key] += 1
                return key if self._names[key] == 1 else f"{key}{self._names[key]}"
            case "e":
                return str(self._bookmarks.get(key, 0))
            case "p":
                self.pictures.append(Picture.unwrap(key))
                return self.pictures[-1].draw(len(self.pictures), next(self._next))
        self._bookmarks[key] = next(self._next)
        return str(self._bookmarks[key])


def _share(found: re.Match[str]) -> str:
    """Divide a table's width among the cells that its longest row came to have."""
    total, rows = int(found[1]), found[2]
    most = max((len(_WIDTH.findall(row)) for row in _ROW.findall(rows)), default=0) or 1
    width = total // most
    grid = f'<w:gridCol w:w="{width}"/>' * most
    return grid + _WIDTH.sub(f'<w:tcW w:w="{width}" w:type="dxa"/>', rows) + "</w:tbl>"


def picture_mark(picture: Picture) -> str:
    """A picture on its way through text."""
    return f"{_ID}p{picture.wrap()}{_ID}"
