"""Office packages changed on purpose: by a person's program, by an accident, by malice.

The one rule of the place: what is changed is one thing; all the rest stays as the form had it.
"""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Callable, Container, Mapping
from functools import cache
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from itaxl.catalog.form import LISTS_SHEET
from tests.forms import case, form_bytes

if TYPE_CHECKING:
    from openpyxl import Workbook

_REL = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_ENTRY, _SIZE = b"PK\x01\x02", 24  # an entry of the directory at a package's end, and where it holds the size


@cache
def kohchan() -> bytes:
    """A filled form: that of the real report kohchan-2567."""
    return form_bytes(case("kohchan-2567"))


def parts(package: bytes) -> dict[str, bytes]:
    """The parts of a package by name."""
    with zipfile.ZipFile(io.BytesIO(package)) as source:
        return {name: source.read(name) for name in source.namelist()}


def packed(content: Mapping[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A package of these parts."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", method) as result:
        for name, part in content.items():
            result.writestr(name, part)
    return target.getvalue()


def repacked(
    package: bytes, edits: Mapping[str, Callable[[bytes], bytes]] | None = None, without: Container[str] = ()
) -> bytes:
    """The package with some parts edited, and some left out."""
    kept = {name: part for name, part in parts(package).items() if name not in without}
    changed = {name: edit(kept[name]) for name, edit in (edits or {}).items()}
    for name, part in changed.items():
        assert part != kept[name], f"the edit of {name} changed nothing"
    return packed({**kept, **changed})


def sheet_part(package: bytes, title: str) -> str:
    """The name of the part that holds a sheet."""
    content = parts(package)
    sheets = ET.fromstring(content["xl/workbook.xml"]).iterfind(".//{*}sheet")
    ids = {sheet.get("name"): sheet.get(_REL) for sheet in sheets}
    links = ET.fromstring(content["xl/_rels/workbook.xml.rels"])
    target = next(link.get("Target", "") for link in links if link.get("Id") == ids[title])
    return target.lstrip("/") if target.startswith("/") else f"xl/{target}"


def announcing(package: bytes, size: int) -> bytes:
    """The package whose first part is said to have this many bytes, whatever it has."""
    at = package.index(_ENTRY) + _SIZE
    return package[:at] + struct.pack("<I", size) + package[at + 4 :]


def by_person(package: bytes, edit: Callable[[Workbook], object], *, lean: bool = True) -> bytes:
    """The workbook as another program leaves it: opened, edited, saved; `lean` without the lists of its cells."""
    from openpyxl import load_workbook

    book = load_workbook(io.BytesIO(_lean(package) if lean else package))
    edit(book)
    return _saved(book)


@cache
def _lean(package: bytes) -> bytes:
    """The form without the lists behind its cells: nobody reads them, and half of the time would go there."""
    from openpyxl import load_workbook

    book = load_workbook(io.BytesIO(package))
    book.remove(book[LISTS_SHEET])
    return _saved(book)


def _saved(book: Workbook) -> bytes:
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()
