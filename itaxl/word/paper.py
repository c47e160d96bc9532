"""A report printed: layout chosen, context made, names checked, .docx rendered, and what stays unprinted told.

The one rule of the place: a layout may use only the names of `vocabulary`; each other name is refused before printing.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from itaxl.catalog.settings import settings
from itaxl.catalog.year import Year
from itaxl.errors import TemplateError, UsageError
from itaxl.files.disk import template_folder
from itaxl.model.choices import LAYOUTS
from itaxl.model.records import Report
from itaxl.word.unprinted import unprinted

if TYPE_CHECKING:
    from itaxl.word.engine.template import Template


@dataclass(frozen=True, slots=True)
class Printed:
    """A finished paper: the .docx, and the filled fields (`measures[].steps[].obstacles`) that it does not show."""

    data: bytes
    unprinted: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Layout:
    """A layout in the template folder: `name` on the command line, `title` for people."""

    name: str
    title: str
    path: Path


def render(
    report: Report,
    year: Year,
    *,
    layout: str | Path | None = None,
    digits: str | None = None,
    draft: bool = False,
    options: Mapping[str, bool | int | None] | None = None,
    folder: Path | None = None,
) -> Printed:
    """Print a report; `layout` is a name or a .docx, None is the form's own choice; `folder` is where the form lies.

    UsageError for a layout that does not exist, TemplateError for one that is wrong.
    """
    from itaxl.word.context import context

    named = layout if isinstance(layout, str) and not _is_file(layout) else None
    how = settings(report, year, {**(options or {}), "layout": named, "digits": digits})
    template = _template(layout if named is None and layout else how.layout)
    for fault in check_names(template):
        raise fault
    data = template.render(
        context(report, year, how, draft=draft, folder=folder), "arabic" if how.digits == "arabic" else "thai"
    )
    return Printed(data, unprinted(report, partial(template.prints, options=asdict(how))))


def layouts() -> list[Layout]:
    """Every .docx of the template folder: those of the contract first, the default before all."""
    titles, order = dict(LAYOUTS), [name for name, _ in LAYOUTS]
    files = [path for path in template_folder("word").glob("*.docx") if not path.name.startswith("~$")]
    files.sort(key=lambda path: (order.index(path.stem) if path.stem in titles else len(order), path.stem))
    return [Layout(path.stem, titles.get(path.stem, path.stem), path) for path in files]


def check_layout(path: Path) -> list[TemplateError]:
    """Everything wrong with a layout: the first fault of its commands, or all of its names."""
    from itaxl.word.engine.template import Template

    try:
        return check_names(Template.load(path))
    except TemplateError as fault:
        return [fault]


def check_names(template: Template) -> list[TemplateError]:
    """A fault for each name that layouts do not have."""
    from itaxl.word.vocabulary import NAMES

    return template.faults(NAMES)


def _is_file(layout: str) -> bool:
    return layout.lower().endswith(".docx")


def _template(layout: str | Path) -> Template:
    from itaxl.word.engine.template import Template

    if isinstance(layout, Path) or _is_file(layout):
        return Template.load(layout)
    for known in layouts():
        if known.name == layout:
            return Template.load(known.path)
    names = ", ".join(known.name for known in layouts())
    raise UsageError(
        f"ไม่มีรูปแบบรายงานชื่อ “{layout}” – ใช้ชื่อเหล่านี้: {names} หรือระบุแฟ้ม .docx",
        f"no layout {layout}; known: {names}",
    )
