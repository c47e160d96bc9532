"""The throw-away copy that LibreOffice prints: what it does otherwise than Word is evened out there.

The one rule of the place: nothing of this reaches the .docx that the office keeps.
"""

from __future__ import annotations

import re

from lxml import etree

from itaxl.files.package import pack, read_package
from itaxl.word.engine.ooxml import MAIN, Element, w
from itaxl.word.finish.document import FIRST_MARK, find_references
from itaxl.word.finish.embed import rename_family
from itaxl.word.finish.faces import OFFICIAL, thai_face

SIGNATURE = re.compile(r"sig\d*")  # the bookmark on the dots that a signer writes on
END_OF = "itaxlEndOf"
_TEXT_PART = re.compile(r"word/(?:document|footnotes|header\d*|footer\d*|styles)\.xml")
_BRACKET = re.compile(r" \((?=[\u0e00-\u0e7f])")  # LibreOffice breaks a syllable before it


def make_pdf_copy(docx: bytes) -> bytes:
    """A .docx that LibreOffice prints as Word would."""
    face, parts = thai_face(), dict(read_package(docx, "docx", MAIN))
    for name in filter(re.compile(r".*\.xml").fullmatch, list(parts)):
        for family in (
            OFFICIAL if face.official else ()
        ):  # the two are one face: name the one that is installed
            parts[name] = rename_family(parts[name], family, face.used)
        if _TEXT_PART.fullmatch(name):
            root = etree.fromstring(parts[name])
            even_out(root)
            if name == MAIN:
                for reference in find_references(root):
                    reference.flatten()  # LibreOffice would count in its own digits
                _mark_ends(root)
            parts[name] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return pack(parts.items())


def even_out(root: Element) -> None:
    """Justified lines justified, no break before a bracket, page numbers marked as Thai."""
    for justified in root.iter(w("jc")):
        if justified.get(w("val")) == "thaiDistribute":
            justified.set(w("val"), "both")
    for text in root.iter(w("t")):
        text.text = _BRACKET.sub("\u00a0(", text.text or "")
    for instruction in root.iter(w("instrText")):
        if (instruction.text or "").split()[:1] == ["PAGE"]:
            _speak_thai(instruction)


def _speak_thai(instruction: Element) -> None:
    """Mark the runs of a field as Thai: LibreOffice chooses native digits by the language of the run."""
    paragraph = next(instruction.iterancestors(w("p")))
    for run in paragraph.iter(w("r")):
        about = run.find(w("rPr"))
        if about is None:
            about = etree.Element(w("rPr"))
            run.insert(0, about)
        for old in about.findall(w("lang")):
            about.remove(old)
        etree.SubElement(about, w("lang"), {w("val"): "th-TH", w("bidi"): "th-TH"})


def _mark_ends(root: Element) -> None:
    """A bookmark behind each line to sign on: with the one before it, it tells how long the line is."""
    names = {start.get(w("id")): start.get(w("name"), "") for start in root.iter(w("bookmarkStart"))}
    for number, end in enumerate(list(root.iter(w("bookmarkEnd"))), FIRST_MARK):
        name = names.get(end.get(w("id")), "")
        if SIGNATURE.fullmatch(name):
            about = {w("id"): str(number), w("name"): END_OF + name}
            end.addnext(end.makeelement(w("bookmarkEnd"), {w("id"): str(number)}))
            end.addnext(end.makeelement(w("bookmarkStart"), about))
