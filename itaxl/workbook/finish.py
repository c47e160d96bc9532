"""The last touch on a form's package: what openpyxl cannot write, and nothing that changes from run to run.

The one rule of the place: each edit is of one element that openpyxl wrote, and fails loudly when it is not there.
"""

from __future__ import annotations

import re

from itaxl.files.package import pack, read_package

_STAMP = re.compile(rb"(<dcterms:(created|modified)[^>]*>)[^<]*(</dcterms:\2>)")
_FONT = re.compile(rb"(<font>)(.*?)(</font>)", re.DOTALL)
_CHILD = re.compile(rb"<[^>]*/>")
_TAG = re.compile(rb"<(\w+)")
_FONT_ORDER = (
    b"b",
    b"i",
    b"strike",
    b"outline",
    b"shadow",
    b"u",
    b"vertAlign",
    b"sz",
    b"color",
    b"name",
    b"family",
    b"charset",
    b"scheme",
)
_FIXED_HEIGHT = re.compile(rb'(<row [^>]*?) customHeight="1"')
_AFTER_IGNORED = re.compile(
    rb"<(?:smartTags|drawing|legacyDrawing|controls|webPublishItems|tableParts|extLst)\b|</worksheet>"
)
# text that looks like a number is meant: the officer must not see a green corner in every such cell
_IGNORED = b'<ignoredErrors><ignoredError sqref="A1:AZ2000" numberStoredAsText="1"/></ignoredErrors>'


def finish_package(data: bytes) -> bytes:
    """The package with fixed dates, heights that Excel may fit, and no false "number stored as text"."""
    parts = read_package(data, "xlsx", "xl/workbook.xml")
    return pack((name, _finish_part(name, part)) for name, part in parts.items())


def _finish_part(name: str, data: bytes) -> bytes:
    if name == "docProps/core.xml":
        return _fix_dates(data)
    if name == "xl/styles.xml":
        return _FONT.sub(_order_font, data)
    if name.startswith("xl/worksheets/sheet"):
        return _finish_sheet(data)
    return data


def _order_font(font: re.Match[bytes]) -> bytes:
    """A font with its children in the standard's order, which openpyxl does not keep."""
    children = sorted(_CHILD.findall(font[2]), key=lambda child: _FONT_ORDER.index(_TAG.match(child)[1]))  # type: ignore[index]
    return font[1] + b"".join(children) + font[3]


def _fix_dates(data: bytes) -> bytes:
    """Fixed times of making and saving."""
    data, count = _STAMP.subn(rb"\g<1>2026-01-01T00:00:00Z\g<3>", data)
    assert count == 2, "core.xml without its two dates"
    return data


def _finish_sheet(data: bytes) -> bytes:
    """A stored height is a first guess: without customHeight Excel fits the row again as people type."""
    data = _FIXED_HEIGHT.sub(rb"\1", data)
    spot = _AFTER_IGNORED.search(data)
    assert spot is not None, "a sheet without an end"
    return data[: spot.start()] + _IGNORED + data[spot.start() :]
