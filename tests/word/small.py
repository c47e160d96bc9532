"""Small layouts for tests: a body of paragraphs and tables as a .docx, and what came out of one.

The one rule of the place: only what a test says is in the file; no styles, no fonts.
"""

import io
import zipfile
from pathlib import Path
from xml.sax.saxutils import escape

from lxml import etree

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
NS = {"w": W, "w14": W14, "wp": WP}
_X = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_SPACES = f'xmlns:w="{W}" xmlns:w14="{W14}"'
_TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"


def p(*runs: str, about: str = "") -> str:
    """A paragraph; each text is a run of its own."""
    written = "".join(f'<w:r><w:t xml:space="preserve">{escape(run)}</w:t></w:r>' for run in runs)
    return f"<w:p>{f'<w:pPr>{about}</w:pPr>' if about else ''}{written}</w:p>"


def heading(text: str) -> str:
    """A heading of the first level."""
    return p(text, about='<w:pStyle w:val="a1"/>')


def cell(*inside: str, about: str = '<w:tcW w:w="1000" w:type="dxa"/>') -> str:
    """A cell of paragraphs; a text without markup is a paragraph."""
    return f"<w:tc><w:tcPr>{about}</w:tcPr>{''.join(x if x.startswith('<') else p(x) for x in inside)}</w:tc>"


def table(*rows: tuple[str, ...], columns: int = 2) -> str:
    """A table of cells; a text without markup is a cell."""
    grid = '<w:gridCol w:w="1000"/>' * columns
    lines = "".join(
        f"<w:tr>{''.join(x if x.startswith('<w:tc>') else cell(x) for x in row)}</w:tr>" for row in rows
    )
    return f'<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{lines}</w:tbl>'


def checkbox(tag: str) -> str:
    """A paragraph with a real checkbox."""
    return (
        f'<w:p><w:sdt><w:sdtPr><w:tag w:val="{escape(tag)}"/><w:id w:val="7"/><w14:checkbox><w14:checked w14:val="0"/>'
        '<w14:checkedState w14:val="2611"/><w14:uncheckedState w14:val="2610"/></w14:checkbox></w:sdtPr>'
        "<w:sdtContent><w:r><w:t>☐</w:t></w:r></w:sdtContent></w:sdt></w:p>"
    )


def layout(folder: Path, *body: str, header: str = "", name: str = "layout.docx") -> Path:
    """A layout of a body and a header, on one section."""
    reference = (
        f'<w:headerReference w:type="default" r:id="rId2" xmlns:r="{_OFFICE[:-1]}"/>' if header else ""
    )
    section = f'<w:sectPr>{reference}<w:pgSz w:w="11906" w:h="16838"/><w:cols w:space="720"/></w:sectPr>'
    parts = {
        "[Content_Types].xml": f'{_X}<Types xmlns="{_PACKAGE}content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{_TYPES}document.main+xml"/>'
        f'<Override PartName="/word/styles.xml" ContentType="{_TYPES}styles+xml"/>'
        + (f'<Override PartName="/word/header1.xml" ContentType="{_TYPES}header+xml"/>' if header else "")
        + "</Types>",
        "_rels/.rels": f'{_X}<Relationships xmlns="{_PACKAGE}relationships">'
        f'<Relationship Id="rId1" Type="{_OFFICE}officeDocument" Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f'{_X}<Relationships xmlns="{_PACKAGE}relationships">'
        f'<Relationship Id="rId1" Type="{_OFFICE}styles" Target="styles.xml"/>'
        + (f'<Relationship Id="rId2" Type="{_OFFICE}header" Target="header1.xml"/>' if header else "")
        + "</Relationships>",
        "word/styles.xml": f'{_X}<w:styles {_SPACES}><w:style w:type="paragraph" w:styleId="a1"><w:name w:val="heading 1"/>'
        '<w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style></w:styles>',
        "word/document.xml": f"{_X}<w:document {_SPACES}><w:body>{''.join(body)}{section}</w:body></w:document>",
    }
    if header:
        parts["word/header1.xml"] = f"{_X}<w:hdr {_SPACES}>{header}</w:hdr>"
    return package(folder / name, parts)


def package(path: Path, parts: dict[str, str]) -> Path:
    """A zip of texts."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        for part, text in parts.items():
            file.writestr(part, text)
    return path


def part(data: bytes, name: str = "word/document.xml") -> etree._Element:
    """The XML of a part of a finished paper."""
    return etree.fromstring(zipfile.ZipFile(io.BytesIO(data)).read(name))


def texts(element: etree._Element) -> list[str]:
    """The text of each paragraph below an element, a line break as a slash."""
    return [line(each) for each in element.iter(f"{{{W}}}p")]


def line(paragraph: etree._Element) -> str:
    """The text of a paragraph, a line break as a slash, a tab as an arrow."""
    signs = {f"{{{W}}}br": "/", f"{{{W}}}tab": "→"}
    return "".join(signs.get(str(each.tag), each.text or "") for each in paragraph.iter(f"{{{W}}}t", *signs))


def rows(element: etree._Element) -> list[list[str]]:
    """Each row of the first table: the text of its cells, paragraphs divided by a bar."""
    (first, *_) = element.iter(f"{{{W}}}tbl")
    return [
        ["|".join(texts(each)) for each in row.iterfind("w:tc", NS)] for row in first.iterfind("w:tr", NS)
    ]


def found(element: etree._Element, path: str) -> list[etree._Element]:
    """The elements at an XPath in the names w, w14, wp."""
    result = element.xpath(path, namespaces=NS)
    assert isinstance(result, list)
    return [each for each in result if isinstance(each, etree._Element)]
