"""How fast a layout prints, as ratios within one run: against docxtpl on the same layout, against deflating the same bytes.

Aims: docxtpl takes at least 8 times as long; ours at most 2 times the floor, which is writing the finished parts to a zip;
ten and a hundred times the rows take ten and a hundred times as long, or less.
"""

from __future__ import annotations

import io
import re
import sys
import time
import zipfile
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from docxtpl import DocxTemplate  # type: ignore[import-untyped]  # docxtpl carries no types

sys.path.insert(0, str(Path(__file__).parent.parent))

from itaxl.case.load import read_case
from itaxl.catalog.settings import settings
from itaxl.catalog.year_file import year as year_of
from itaxl.files.package import pack
from itaxl.word import list_layouts
from itaxl.word.engine.sandbox import sandbox
from itaxl.word.engine.template import Template
from itaxl.word.vocabulary import PaperNames

CASES = Path(__file__).parent.parent / "tests" / "data" / "cases"
OWN = {
    "annual": "kohchan-2567",
    "concise": "changhaitok-2567",
    "matrix": "dongtangao-2566",
    "book": "singburi-2564",
}
ROUNDS = 5
_TAG = re.compile(r"\{%.*?%\}|\{\{.*?\}\}", re.DOTALL)


def names(layout: str, times: int = 1) -> dict[str, Any]:
    """The context of the layout's real report, its rows repeated."""
    report = read_case(CASES / f"{OWN[layout]}.json")
    year = year_of(report.fiscal_year)
    how = settings(report, year, {"layout": layout, "item_tables": True, "qr": False})
    found: dict[str, Any] = PaperNames(report.paper, report, year, how, CASES, is_draft=False).names
    for each in ("measures", "iit", "eit", "oit"):
        found[each] = found[each] * times
    for part in found["instruments"]:
        part["measures"], part["tables"] = part["measures"] * times, part["tables"] * times
    return found


def best(work: Callable[[], object], rounds: int = ROUNDS) -> float:
    """The shortest of a few runs in milliseconds of this process: what else the computer does is left out."""
    times = []
    for _ in range(rounds):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return 1000 * min(times)


def for_docxtpl(path: Path) -> bytes:
    """The layout as docxtpl takes it: the same package, with the tags where its own marks would have put them."""
    sources = {name: part.source.text for name, part in Template(path)._compile("thai").items()}
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    written = _TAG.sub(
        lambda tag: tag[0].replace("<", "&lt;"), sources["word/document.xml"]
    )  # as Word writes it
    return pack({**parts, "word/document.xml": written.encode()}.items())


def by_docxtpl(layout: bytes, found: dict[str, Any]) -> None:
    """One paper as docxtpl makes it: it reads and compiles its layout for each."""
    template = DocxTemplate(io.BytesIO(layout))
    template.render(found, jinja_env=sandbox("thai"))
    template.save(io.BytesIO())


def measure(path: Path) -> list[str]:
    """A row of the table for one layout."""
    template, found = Template.load(path), names(path.stem)
    with zipfile.ZipFile(io.BytesIO(template.render(found))) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    theirs = for_docxtpl(path)
    mine = best(lambda: template.render(found))
    floor = best(lambda: pack(parts.items()))
    docxtpl = best(lambda: by_docxtpl(theirs, found), 3)
    ten, hundred = (best(partial(template.render, names(path.stem, times)), 2) for times in (10, 100))
    return [
        path.stem, f"{mine:.1f} ms", f"{docxtpl / mine:.1f}", f"{mine / floor:.2f}", f"{ten / mine:.1f}",
        f"{hundred / mine:.0f}",
    ]  # fmt: skip


def main() -> None:
    """Print the table."""
    rows = [["layout", "warm", "docxtpl / ours", "ours / floor", "×10 rows", "×100 rows"]]
    rows += [measure(layout.path) for layout in list_layouts() if layout.name in OWN]
    for row in rows:
        print("".join(cell.ljust(16) for cell in row))


if __name__ == "__main__":
    main()
