"""A font put into a .docx, so that the paper looks right where that font is not installed.

The one rule of the place: only a file that the user names, and only where its licence bit allows it.
"""

from __future__ import annotations

import posixpath
import uuid
from collections.abc import Sequence
from pathlib import Path

from lxml import etree

from itaxl.errors import InputError
from itaxl.files.package import pack, read_package
from itaxl.word.engine.ooxml import CONTENT_TYPES, MAIN, SETTINGS, VAL, Element, R, put_after, w
from itaxl.word.engine.pictures import declare_type
from itaxl.word.finish.faces import OFFICIAL, Font, read_font

_TABLE, _RELATIONS = "word/fontTable.xml", "word/_rels/fontTable.xml.rels"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_CONTENT = "application/vnd.openxmlformats-officedocument.obfuscatedFont"
_STYLES = {
    (False, False): "Regular",
    (True, False): "Bold",
    (False, True): "Italic",
    (True, True): "BoldItalic",
}
_ORDER = ("Regular", "Bold", "Italic", "BoldItalic")
_BEFORE_EMBEDDING = tuple(
    map(w, ("writeProtection", "view", "zoom", "removePersonalInformation", "removeDateAndTime",
            "doNotDisplayPageBoundaries", "displayBackgroundShape", "printPostScriptOverText",
            "printFractionalCharacterWidth", "printFormsData"))
)  # fmt: skip


def embed_fonts(docx: bytes, files: Sequence[Path]) -> bytes:
    """The paper with these font files in it; InputError where one is no font, not allowed, or not used by the paper."""
    fonts = sorted(map(read_font, files), key=lambda font: _ORDER.index(_style(font)))
    for font in fonts:
        if not font.embeddable:
            raise InputError(
                f"ฟอนต์ {font.family} ไม่อนุญาตให้ฝังในเอกสาร – โปรดใช้ฟอนต์อื่น",
                f"{font.family} must not be embedded",
            )
    parts = dict(read_package(docx, "docx", MAIN))
    for family in {font.family for font in fonts}:
        parts = _name_face(parts, family)
    table = etree.fromstring(parts[_TABLE])
    entries = {entry.get(w("name")): entry for entry in table}
    relations = []
    for number, font in enumerate(fonts, 1):
        key = "{" + str(uuid.uuid5(uuid.NAMESPACE_OID, f"{font.family} {_style(font)}")).upper() + "}"
        name = f"fonts/font{number}.odttf"
        parts[posixpath.join("word", name)] = _obfuscate(font.data, key)
        relations.append(f'<Relationship Id="rId{number}" Type="{R}/font" Target="{name}"/>')
        about = {f"{{{R}}}id": f"rId{number}", w("fontKey"): key}
        etree.SubElement(entries[font.family], w(f"embed{_style(font)}"), about)
    parts[_TABLE] = _xml(table)
    parts[_RELATIONS] = f'<Relationships xmlns="{_PACKAGE}">{"".join(relations)}</Relationships>'.encode()
    parts[CONTENT_TYPES] = declare_type(parts[CONTENT_TYPES], "odttf", _CONTENT)
    settings = etree.fromstring(parts[SETTINGS])
    if settings.find(w("embedTrueTypeFonts")) is None:  # without it Word drops the fonts when it saves
        put_after(settings, etree.Element(w("embedTrueTypeFonts"), {VAL: "true"}), _BEFORE_EMBEDDING)
    parts[SETTINGS] = _xml(settings)
    return pack(parts.items())


def _style(font: Font) -> str:
    return _STYLES[font.bold, font.italic]


def _name_face(parts: dict[str, bytes], family: str) -> dict[str, bytes]:
    """The parts with the paper's Thai face named as this family: the two official ones stand for each other."""
    names = [each.get(w("name"), "") for each in etree.fromstring(parts[_TABLE])]
    if family in names:
        return parts
    named = next((name for name in names if name in OFFICIAL), None)
    if named is None or family not in OFFICIAL:
        raise InputError(
            f"รายงานนี้ไม่ได้ใช้ฟอนต์ {family} แต่ใช้ {', '.join(names)} – โปรดเลือกแฟ้มของฟอนต์เหล่านั้น",
            f"the paper does not use {family}, but {', '.join(names)}",
        )
    return {
        name: rename_family(data, named, family) if name.endswith(".xml") else data
        for name, data in parts.items()
    }


def rename_family(data: bytes, family: str, other: str) -> bytes:
    """The XML of a part with one family named instead of another, wherever a name stands as an attribute."""
    return data.replace(f'"{family}"'.encode(), f'"{other}"'.encode())


def _obfuscate(data: bytes, key: str) -> bytes:
    """ECMA-376 part 4, 14.2.1: the first 32 bytes XORed with the GUID of the font, backwards."""
    mask = bytes.fromhex(key.strip("{}").replace("-", ""))[::-1] * 2
    return bytes(a ^ b for a, b in zip(data[:32], mask, strict=True)) + data[32:]


def _xml(root: Element) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
