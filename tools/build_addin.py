"""`python -m tools.build_addin [FILE]`: itaxl.xlam out of the .xlam that the xlwings package brings.

The same bytes for the same versions, always: one file for every PC, its SHA-256 can be published.

The one rule of the place: every edit asserts what it replaces, so that a new xlwings fails the build, not the user.
A VBA project made from nothing opens but does not run; so Excel's own container is kept and its code replaced.
"""

from __future__ import annotations

import hashlib
import re
import struct
import sys
import tempfile
from itertools import groupby
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET
from xml.sax.saxutils import escape

from itaxl.addin.buttons import BUTTONS, INTERPRETER, NOTICES, REGISTRY, TAB, Button
from itaxl.files.package import open_package, pack

MODULE = "RibbonItaxl"
MAIN = "xl/workbook.xml"  # the part without which a package is no workbook
CALLBACK = f"{MODULE}.ItaxlAction"
NAMESPACE = "http://schemas.microsoft.com/office/2009/07/customui"
CONF_SHEET = "itaxl.conf"
CONF_PART = "xl/worksheets/sheet1.xml"
RIBBON_PART = "customUI/customUI14.xml"

_THEIRS = {"ThisWorkbook", "Dictionary", "RibbonMyAddin", "Sheet2", "xlwings"}
_NO_CACHE = bytes.fromhex(
    "cc61ffff000000"
)  # MS-OVBA 2.3.4.1: no compiled cache, whatever the version of Office
_RIBBON_TYPE = "http://schemas.microsoft.com/office/2007/relationships/ui/extensibility"
_FIRST = ("[Content_Types].xml", "_rels/.rels")

Parts = dict[str, bytes]


class XlwingsChanged(AssertionError):
    """The file inside the xlwings package is not the one this build was written for."""


def build_addin() -> bytes:
    """The bytes of itaxl.xlam; XlwingsChanged when the container is not the one that is known."""
    import xlwings

    container = Path(xlwings.__file__).with_name("quickstart_addin_ribbon.xlam")
    parts = dict(open_package(container, MAIN))
    parts["xl/vbaProject.bin"] = _project(container)
    _ribbon(parts)
    _workbook(parts)
    _conf(parts)
    _properties(parts)
    names = [*_FIRST, *sorted(parts.keys() - set(_FIRST))]
    return pack((name, parts[name]) for name in names)


def launcher() -> str:
    """The text of the one module, with the buttons it may start; ASCII, lines end in CR LF."""
    text = Path(__file__).with_name("vba").joinpath(f"{MODULE}.bas").read_text("ascii")
    for mark, wanted in (("{{WITH_BOOK}}", True), ("{{WITHOUT_BOOK}}", False)):
        names = "|".join(each.id for each in BUTTONS if each.needs_book is wanted)
        text = _once(text, mark, f"|{names}|")
    text = _once(text, "{{REGISTRY}}", REGISTRY)
    return "\r\n".join(text.splitlines()) + "\r\n"


def conf_sheet(xml: str, rows: list[tuple[str, str]]) -> str:
    """The sheet's XML with these keys and texts as its only cells."""
    cells = "".join(
        f'<row r="{n}">{_cell(f"A{n}", key)}{_cell(f"B{n}", text)}</row>'
        for n, (key, text) in enumerate(rows, 1)
    )
    xml = _swapped(xml, r"<sheetData>.*?</sheetData>", f"<sheetData>{cells}</sheetData>")
    return _swapped(xml, r'<dimension ref="[^"]*" ?/>', f'<dimension ref="A1:B{len(rows)}"/>')


def _cell(ref: str, text: str) -> str:
    return f'<c r="{ref}" t="inlineStr"><is><t xml:space="preserve">{escape(text)}</t></is></c>'


# -- edits that must meet what they expect ----------------------------------------------------------


def _once(text: str, old: str, new: str) -> str:
    """The text with its one occurrence of `old` replaced."""
    if text.count(old) != 1:
        raise XlwingsChanged(f"{old!r} stands {text.count(old)} times, not once")
    return text.replace(old, new)


def _swapped(text: str, pattern: str, new: str) -> str:
    """The text with the one match of a pattern replaced."""
    found = re.findall(pattern, text, re.DOTALL)
    if len(found) != 1:
        raise XlwingsChanged(f"{pattern!r} matches {len(found)} times, not once")
    return re.sub(pattern, lambda _: new, text, flags=re.DOTALL)


def _edit(parts: Parts, name: str, *swaps: tuple[str, str]) -> None:
    """Replace the one match of each pattern in a part."""
    if name not in parts:
        raise XlwingsChanged(f"the part {name} is gone")
    text = parts[name].decode("utf-8")
    for pattern, new in swaps:
        text = _swapped(text, pattern, new)
    parts[name] = text.encode("utf-8")


# -- the parts --------------------------------------------------------------------------------------


def _ribbon(parts: Parts) -> None:
    """Our tab in the place of theirs, in the form that Office 2010 and later read."""
    if parts.pop("customUI/customUI.xml", None) is None:
        raise XlwingsChanged("their ribbon is gone")
    parts[RIBBON_PART] = ribbon_xml()
    relation = f'<Relationship Id="rId4" Type="{_RIBBON_TYPE}" Target="{RIBBON_PART}"/>'
    _edit(parts, "_rels/.rels", (r'<Relationship [^>]*?ui/extensibility"[^>]*?/>', relation))


def _workbook(parts: Parts) -> None:
    """The name of the sheet, and no path of the machine it was drawn on."""
    sheet = f'<sheet name="{CONF_SHEET}" sheetId="2" r:id="rId3" />'
    _edit(
        parts,
        "xl/workbook.xml",
        (r"<mc:AlternateContent.*?</mc:AlternateContent>", ""),
        (r"<definedNames ?/>", ""),
        (r'<sheet name="_myaddin\.conf" sheetId="2" r:id="rId3" ?/>', sheet),
    )


def _conf(parts: Parts) -> None:
    """The add-in's own settings and messages; nobody uses the shared strings any more."""
    if CONF_PART not in parts or parts.pop("xl/sharedStrings.xml", None) is None:
        raise XlwingsChanged("the sheet of settings is gone")
    parts[CONF_PART] = conf_sheet(
        parts[CONF_PART].decode("utf-8"), [("INTERPRETER", INTERPRETER), *NOTICES.items()]
    ).encode("utf-8")
    _edit(parts, "xl/_rels/workbook.xml.rels", (r'<Relationship [^>]*?/sharedStrings"[^>]*?/>', ""))
    _edit(parts, "[Content_Types].xml", (r'<Override PartName="/xl/sharedStrings\.xml"[^>]*?/>', ""))


def _properties(parts: Parts) -> None:
    """Title and author: what Excel shows in its list of add-ins."""
    _edit(
        parts,
        "docProps/core.xml",
        (r"<dc:title ?/>", "<dc:title>itaxl</dc:title>"),
        (r"<dc:description ?/>", "<dc:description>รายงาน ITA</dc:description>"),
        (r"<dc:creator>[^<]*</dc:creator>", "<dc:creator>itaxl</dc:creator>"),
        (r"<cp:lastModifiedBy>[^<]*</cp:lastModifiedBy>", "<cp:lastModifiedBy>itaxl</cp:lastModifiedBy>"),
    )


# -- the VBA project --------------------------------------------------------------------------------


def _project(container: Path) -> bytes:
    """vbaProject.bin with our module alone: none of theirs, so no `Declare` and no setting of a stranger's book."""
    from pyopenvba import ExcelFile

    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "itaxl.xlam"
        copy.write_bytes(container.read_bytes())
        book = ExcelFile(copy)
        _replace_modules(book)
        book.save()
        book.close()
        if faults := ExcelFile(copy).validate():
            raise XlwingsChanged(f"the project is not sound: {faults}")
        return _named(open_package(copy, MAIN)["xl/vbaProject.bin"])


def _replace_modules(book: Any) -> None:
    project = book.vba_project()
    if set(project.module_names()) != _THEIRS:
        raise XlwingsChanged(f"its modules are {project.module_names()}")
    for name in ("xlwings", "Dictionary"):
        project.delete_module(name)
    project.rename_module("RibbonMyAddin", MODULE)
    book.set_module(MODULE, launcher())
    for module in project.modules:
        module.dirty = True  # written anew, without what a compiler left before its text


def _named(project: bytes) -> bytes:
    """The project under our name, without compiled caches."""
    from pyopenvba.cfb import CFB
    from pyopenvba.vba import compress, decompress

    file = CFB.from_bytes(project)
    directory = decompress(file.get_stream_in_storage("VBA", "dir"))
    file.write_stream_in_storage("VBA", "dir", compress(_renamed(directory)))
    text = file.get_stream("PROJECT").decode("cp1252")
    file.write_stream("PROJECT", _swapped(text, r'\r\nName="[^"]*"', '\r\nName="itaxl"').encode("cp1252"))
    file.write_stream_in_storage("VBA", "_VBA_PROJECT", _NO_CACHE)
    return bytes(file.to_bytes())


def _renamed(directory: bytes) -> bytes:
    """The directory stream with the record PROJECTNAME (MS-OVBA 2.3.4.2.1.5) replaced."""
    at = 0
    while at + 6 <= len(directory):
        kind, size = struct.unpack_from("<HI", directory, at)
        if kind == 0x0004:
            return directory[:at] + struct.pack("<HI", 4, 5) + b"itaxl" + directory[at + 6 + size :]
        at += 6 + (6 if kind == 0x0009 else size)  # PROJECTVERSION alone does not tell its true size
    raise XlwingsChanged("the project has no name")


# -- the tab as Office reads it: customUI14.xml ------------------------------------------------------


def ribbon_xml() -> bytes:
    """The part customUI/customUI14.xml."""
    ui = ET.Element("customUI", xmlns=NAMESPACE)
    tab = ET.SubElement(ET.SubElement(ET.SubElement(ui, "ribbon"), "tabs"), "tab")
    tab.attrib |= {"id": "itaxlTab", "label": TAB, "keytip": "IT"}
    for number, (title, buttons) in enumerate(groupby(BUTTONS, key=lambda each: each.group), 1):
        group = ET.SubElement(tab, "group", id=f"itaxlGroup{number}", label=title)
        for each in buttons:
            ET.SubElement(group, "button", _attributes(each))
    ET.indent(ui)
    head = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    body: bytes = ET.tostring(ui, encoding="utf-8")
    return head + body + b"\n"


def _attributes(button: Button) -> dict[str, str]:
    return {
        "id": button.id,
        "label": button.label,
        "size": "large" if button.large else "normal",
        "imageMso": button.icon,
        "onAction": CALLBACK,
        "keytip": button.key,
        "screentip": button.tip,
        "supertip": button.more,
    }


if __name__ == "__main__":
    target = Path(*sys.argv[1:2] or ["itaxl.xlam"])
    target.write_bytes(build_addin())
    sys.stdout.write(f"{hashlib.sha256(target.read_bytes()).hexdigest()}  {target}\n")
