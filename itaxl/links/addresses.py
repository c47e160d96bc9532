"""The web addresses of a report, each once, with every place where it was typed.

The one rule of the place: an address is asked as typed; only what no server ever sees (the fragment) is dropped.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import quote, urlsplit, urlunsplit

from itaxl.catalog.fields import Field, fields
from itaxl.model.cells import Cell
from itaxl.model.columns import Kind
from itaxl.model.records import Report

_WEB = re.compile(r"https?://[^\s<>\"“”‘’«»]+", re.IGNORECASE)
_BARE = re.compile(r"(?:[\w-]+\.)+[A-Za-z]{2,}(?::\d+)?(?:/\S*)?")  # www.example.go.th/x, in a cell for links
_TAIL = ".,;:!?'…ฯๆ"
_PAIRS = {")": "(", "]": "[", "}": "{"}
_LINK_FIELDS = ("url", "eit_url")
_SAFE = "/:?#[]@!$&'()*+,;=%~-._"


@dataclass(frozen=True, slots=True)
class Typed:
    """Where an address was typed, and how."""

    cell: Cell
    field: str
    text: str  # the address as typed
    whole: str  # the text of its cell


@dataclass(frozen=True, slots=True)
class Address:
    """An address as it is asked, in ASCII, and everywhere it was typed."""

    url: str
    typed: tuple[Typed, ...]

    @property
    def host(self) -> str:
        """The server's name."""
        return urlsplit(self.url).hostname or ""


def addresses(report: Report) -> tuple[Address, ...]:
    """Every address of a report, in the order of the form."""
    found: dict[str, list[Typed]] = {}
    for field in fields(report):
        if field.column.kind in (Kind.TEXT, Kind.LINES):
            for text in _in_field(field):
                if url := askable(text):
                    place = field.record.at  # data that came from no form has no cells
                    cell = place.cell(field.column.cells[0]) if place.refs else Cell("", "")
                    typed = Typed(cell, field.path, text, field.text)
                    found.setdefault(url, []).append(typed)
    return tuple(Address(url, tuple(places)) for url, places in found.items())


def _in_field(field: Field) -> Iterator[str]:
    """The addresses typed in one field; a cell for links may leave the http:// out."""
    text = field.text
    found = [_trimmed(each) for each in _WEB.findall(text)]
    if not found and field.column.key in _LINK_FIELDS and _BARE.fullmatch(text.strip()):
        found = [text.strip()]
    yield from dict.fromkeys(found)


def _trimmed(text: str) -> str:
    """An address without the punctuation of the sentence around it."""
    while text:
        last = text[-1]
        closes = last in _PAIRS and text.count(last) > text.count(_PAIRS[last])
        if last not in _TAIL and not closes:
            break
        text = text[:-1]
    return text


def askable(text: str) -> str:
    """The address as a server takes it: host in lower case and ASCII, Thai letters encoded; empty when it is none."""
    try:
        parts = urlsplit(text if "://" in text else f"http://{text}")
        host = (parts.hostname or "").encode("idna").decode("ascii")
        port = f":{parts.port}" if parts.port else ""
    except (ValueError, UnicodeError):
        return ""
    if not host or parts.scheme.lower() not in ("http", "https"):
        return ""
    name = f"[{host}]" if ":" in host else host
    path, query = quote(parts.path or "/", safe=_SAFE), quote(parts.query, safe=_SAFE)
    return urlunsplit((parts.scheme.lower(), name + port, path, query, ""))
