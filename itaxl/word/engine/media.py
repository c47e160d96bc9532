"""Pictures put into a finished package: the file, its relationship, its content type.

The one rule of the place: a layout's own pictures and relationships stay as they are; ours are added behind them.
"""

from __future__ import annotations

import posixpath
from collections.abc import Mapping, Sequence

from itaxl.word.engine.package import CONTENT_TYPES
from itaxl.word.engine.pictures import Picture, relation_id

_IMAGE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_NO_RELATIONS = (
    f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="{_RELATIONS}"></Relationships>'
).encode()


def with_pictures(parts: dict[str, bytes], media: Mapping[str, Sequence[Picture]]) -> dict[str, bytes]:
    """The parts of a package, with the pictures that each part shows (numbered from 1, `relation_id`)."""
    for part, pictures in media.items():
        folder, name = posixpath.split(part)
        relations = f"{folder}/_rels/{name}.rels"
        parts.setdefault(relations, _NO_RELATIONS)
        for number, picture in enumerate(pictures, 1):
            target = f"media/itaxl-{name.removesuffix('.xml')}-{number}.{picture.kind}"
            parts[f"{folder}/{target}"] = picture.data
            entry = f'<Relationship Id="{relation_id(number)}" Type="{_IMAGE}" Target="{target}"/>'
            parts[relations] = _add(parts[relations], entry)
            parts[CONTENT_TYPES] = _with_type(parts[CONTENT_TYPES], picture.kind)
    return parts


def _with_type(types: bytes, kind: str) -> bytes:
    """The content types with that of a kind of picture."""
    if f'Extension="{kind}"'.encode() in types:
        return types
    start = types.index(b">", types.index(b"<Types")) + 1
    entry = f'<Default Extension="{kind}" ContentType="image/{kind}"/>'.encode()
    return types[:start] + entry + types[start:]


def _add(relations: bytes, entry: str) -> bytes:
    """A relationship as the last of its file; an empty file may be written as one closed element."""
    closed = (
        relations.replace(b"/>", b"></Relationships>") if b"</Relationships>" not in relations else relations
    )
    return closed.replace(b"</Relationships>", entry.encode() + b"</Relationships>")
