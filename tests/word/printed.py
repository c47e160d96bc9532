"""A printed paper read back: its body, its tables by their heading row, its cells as lines."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from lxml import etree

from itaxl.catalog.settings import settings
from itaxl.catalog.year_file import year as year_of
from itaxl.model.records import Report
from itaxl.thai.digits import for_paper
from itaxl.word import Printed, find_layout, render
from tests.word.small import NS, found, part, texts

W = f"{{{NS['w']}}}"
Cells = list[list[list[str]]]


def paper(report: Report, layout: str, **options: Any) -> etree._Element:
    """The body of a printed report."""
    return part(print_report(report, layout, **options).data)


def print_report(
    report: Report, layout: str, *, draft: bool = False, folder: Path | None = None, **options: Any
) -> Printed:
    """A report printed as the pipeline does it; options are settings by name."""
    year, chosen = year_of(report.fiscal_year), find_layout(layout)
    how = settings(report, year, {**options, "layout": chosen.family})
    return render(report, year, chosen, how, draft=draft, folder=folder)


def tables(root: etree._Element, heading: str) -> list[Cells]:
    """The rows below the heading row of each table with that heading; a cell is its lines."""
    found_tables = []
    for each in root.iter(f"{W}tbl"):
        cells = [[texts(cell) for cell in row.iterfind("w:tc", NS)] for row in each.iterfind("w:tr", NS)]
        if " | ".join("".join(cell) for cell in cells[0]) == heading:
            assert found(each, "w:tr[1]/w:trPr/w:tblHeader")
            found_tables.append(cells[1:])
    return found_tables


def thai(lines: Sequence[str] | str) -> list[str]:
    """The lines of a cell as a paper in Thai digits prints them; an empty cell is one empty line."""
    typed = [lines] if isinstance(lines, str) else list(lines)
    return [for_paper(line, "thai") for line in typed] or [""]
