"""A layout as a package of parts, read with care.

The one rule of the place: a failure names the layout and says to save it again in Word.
"""

from __future__ import annotations

from pathlib import Path

from lxml import etree

from itaxl.errors import TemplateError
from itaxl.files.package import open_package

CONTENT_TYPES = "[Content_Types].xml"

_MAIN = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_SAVE_AGAIN = "โปรดเปิดใน Word แล้วบันทึกเป็น เอกสาร Word (.docx)"


def read_parts(path: Path) -> dict[str, bytes]:
    """The parts of a .docx by name; TemplateError when it is not one, is broken, too large or holds macros."""
    parts = dict(open_package(path, "word/document.xml", TemplateError))
    if _MAIN not in parts[CONTENT_TYPES]:
        raise TemplateError(
            f"แม่แบบ {path.name}: ไม่ใช่เอกสาร Word (.docx) ธรรมดา – {_SAVE_AGAIN}",
            f"{path.name}: main part is not a plain .docx document",
        )
    return parts


def parse(path: Path, name: str, data: bytes) -> etree._Element:
    """The XML of a part; TemplateError names the part when it is broken."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True)
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError as why:
        raise TemplateError(
            f"แม่แบบ {path.name}: ส่วน {name} เสียหาย – {_SAVE_AGAIN} ใหม่", f"{path.name}: {name}: {why}"
        ) from None
