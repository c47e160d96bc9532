"""A report printed: a layout found and checked, the .docx rendered, and what stays unprinted told.

The one rule of the place: a layout may use only the names of `vocabulary`; each other name is refused before printing.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from itaxl.catalog.settings import Settings
from itaxl.catalog.year import Year
from itaxl.errors import TemplateError, UsageError
from itaxl.files.disk import template_folder
from itaxl.model.columns import LAYOUTS
from itaxl.model.records import Report

if TYPE_CHECKING:
    from itaxl.word.engine.template import Template

_TITLES = dict(LAYOUTS)


@dataclass(frozen=True, slots=True)
class Printed:
    """A printed paper: the .docx, and the headings of the filled fields that it does not show."""

    data: bytes
    unprinted: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Layout:
    """A Word file that reports are printed with: `name` on the command line, `title` for people."""

    name: str
    title: str
    path: Path

    @property
    def template(self) -> Template:
        """The layout compiled; InputError where the file is missing, TemplateError where it is wrong."""
        from itaxl.word.engine.template import Template

        return Template.load(self.path)

    @property
    def family(self) -> str | None:
        """The layout of the contract whose habits it has: what it says itself, else its own name; None for none."""
        return self.template.family or (self.name if self.name in _TITLES else None)

    def find_faults(self) -> list[TemplateError]:
        """Everything wrong with it: the first fault of its commands, or all of its names."""
        from itaxl.word.vocabulary import NAMES

        try:
            return self.template.find_faults(NAMES, _TITLES)
        except TemplateError as fault:
            return [fault]


def list_layouts() -> list[Layout]:
    """Every .docx of the template folder: those of the contract first, the default before all."""
    order = [*_TITLES]
    files = [path for path in template_folder("word").glob("*.docx") if not path.name.startswith("~$")]
    files.sort(key=lambda path: (order.index(path.stem) if path.stem in order else len(order), path.stem))
    return [Layout(path.stem, _TITLES.get(path.stem, path.stem), path) for path in files]


def find_layout(wanted: str | Path) -> Layout:
    """The layout of a name, or of a .docx of the office's own; UsageError where there is no such name."""
    known = {layout.name: layout for layout in list_layouts()}
    if isinstance(wanted, str) and wanted in known:
        return known[wanted]
    if isinstance(wanted, Path) or wanted.lower().endswith(".docx"):
        path = Path(wanted)
        return Layout(path.stem, path.stem, path)
    names = ", ".join(known)
    raise UsageError(
        f"ไม่มีรูปแบบรายงานชื่อ “{wanted}” – ใช้ชื่อเหล่านี้: {names} หรือระบุแฟ้ม .docx",
        f"no layout {wanted}; known: {names}",
    )


def render(
    report: Report,
    year: Year,
    layout: Layout,
    how: Settings,
    *,
    draft: bool = False,
    folder: Path | None = None,
) -> Printed:
    """Print a report with a layout as `how` says; `folder` is where the form lies; TemplateError for a wrong layout."""
    from itaxl.word.vocabulary import PaperNames, find_unprinted

    for fault in layout.find_faults():
        raise fault
    names = PaperNames(report.paper, report, year, how, folder or Path(), draft).names
    template = layout.template
    data = template.render(names, "arabic" if how.digits == "arabic" else "thai")
    return Printed(data, find_unprinted(report, partial(template.prints, options=asdict(how))))
