"""Fonts: which face is used, the stand-in, and a font put into a paper."""

import io
import struct
import zipfile
from pathlib import Path

import pytest

from itaxl.errors import InputError
from itaxl.word.finish import clone
from itaxl.word.finish.embed import embed_fonts
from itaxl.word.finish.faces import Face, face_for, look_at_thai_face, read_font, thai_face
from tests import fonts, tools
from tests.word.printed import W, print_report
from tests.word.samples import case
from tests.word.small import found, part

pytestmark = pytest.mark.office  # Laksaman is there

ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
DEJAVU = Path("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf")


def cloned(family: str, style: str = "Regular") -> Path:
    """A clone of the official face."""
    return fonts.fontconfig().parent / f"{family}-{style}.ttf".replace(" ", "")


def paper() -> bytes:
    """A small paper."""
    return print_report(case("changhaitok-2567"), "concise").data


@pytest.mark.parametrize(
    ("style", "bold", "italic"), [("Regular", 0, 0), ("Bold", 1, 0), ("BoldItalic", 1, 1)]
)
def test_a_font_tells_its_family_and_style(style: str, bold: bool, italic: bool) -> None:
    font = read_font(cloned("TH Sarabun New", style))
    assert (font.family, font.bold, font.italic, font.embeddable) == (
        "TH Sarabun New",
        bool(bold),
        bool(italic),
        True,
    )


@pytest.mark.parametrize("data", [b"", b"hello", b"\x00\x01\x00\x00\x00\x09", b"OTTO" + b"\xff" * 40])
def test_a_file_that_is_no_font_is_told(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "a.ttf"
    path.write_bytes(data)
    with pytest.raises(InputError, match="ไม่ใช่ฟอนต์"):
        read_font(path)


def test_the_official_face_is_used_where_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FONTCONFIG_FILE", str(fonts.fontconfig()))
    thai_face.cache_clear()
    assert thai_face() == Face("TH SarabunPSK", "TH SarabunPSK", cloned("TH SarabunPSK"))
    assert look_at_thai_face().well
    assert face_for("Segoe UI Symbol").used == "DejaVu Sans"
    thai_face.cache_clear()


def test_without_it_the_cure_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    bare = tmp_path / "fonts.conf"
    bare.write_text(f"<fontconfig><dir>{DEJAVU.parent}</dir><cachedir>{tmp_path}</cachedir></fontconfig>")
    monkeypatch.setenv("FONTCONFIG_FILE", str(bare))
    thai_face.cache_clear()
    sign = look_at_thai_face()
    thai_face.cache_clear()
    assert not sign.well
    assert "DejaVu" in sign.thai
    assert "itaxl fonts --make-clone" in sign.cure


@pytest.mark.slow
def test_the_stand_in_is_made_where_fontconfig_looks(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    made = clone.make_clones(clone.user_fonts())
    assert len(made) == 8
    assert clone.user_fonts() == tmp_path / "fonts" / "itaxl"
    assert {read_font(path).family for path in made} == {"TH SarabunPSK", "TH Sarabun New"}


# ---- a font in the paper ---------------------------------------------------------------------------------------------


def fonts_in(docx: bytes) -> dict[str, bytes]:
    """The fonts inside a paper, readable again: name in the font table and style -> file."""
    package = zipfile.ZipFile(io.BytesIO(docx))
    targets = {each.get("Id"): each.get("Target") for each in part(docx, "word/_rels/fontTable.xml.rels")}
    clear = {}
    for each in found(part(docx, "word/fontTable.xml"), "//*[@w:fontKey]"):
        entry = each.getparent()
        assert entry is not None
        mask = bytes.fromhex((each.get(f"{W}fontKey") or "").strip("{}").replace("-", ""))[::-1]
        data = package.read(f"word/{targets[each.get(ID)]}")
        kind = each.tag.removeprefix(f"{W}embed")
        first = bytes(byte ^ mask[n % 16] for n, byte in enumerate(data[:32]))
        clear[f"{entry.get(f'{W}name')} {kind}"] = first + data[32:]
    return clear


@pytest.mark.validator
def test_a_font_of_the_user_is_inside_the_paper(tmp_path: Path) -> None:
    files = [cloned("TH SarabunPSK", style) for style in ("Bold", "Regular")]
    data = embed_fonts(paper(), files)
    assert fonts_in(data) == {
        "TH SarabunPSK Bold": files[0].read_bytes(), "TH SarabunPSK Regular": files[1].read_bytes()
    }  # fmt: skip
    assert found(part(data, "word/settings.xml"), "//w:embedTrueTypeFonts")
    path = tmp_path / "embedded.docx"
    path.write_bytes(data)
    assert tools.validate_ooxml(path) == []


def test_the_other_official_face_takes_the_place_of_the_one_named() -> None:
    data = embed_fonts(paper(), [cloned("TH Sarabun New")])
    styles = zipfile.ZipFile(io.BytesIO(data)).read("word/styles.xml")
    assert b"TH Sarabun New" in styles
    assert b"TH SarabunPSK" not in styles
    assert list(fonts_in(data)) == ["TH Sarabun New Regular"]


def test_a_font_that_the_paper_does_not_use_is_refused() -> None:
    with pytest.raises(InputError, match="ไม่ได้ใช้ฟอนต์ DejaVu Sans"):
        embed_fonts(paper(), [DEJAVU])


def test_a_font_that_forbids_it_is_refused(tmp_path: Path) -> None:
    data = bytearray(cloned("TH SarabunPSK").read_bytes())
    (count,) = struct.unpack_from(">H", data, 4)
    (start,) = (
        start
        for tag, _, start, _ in (struct.unpack_from(">4sIII", data, 12 + 16 * n) for n in range(count))
        if tag == b"OS/2"
    )
    struct.pack_into(">H", data, start + 8, 0x0002)
    path = tmp_path / "locked.ttf"
    path.write_bytes(data)
    with pytest.raises(InputError, match="ไม่อนุญาตให้ฝัง"):
        embed_fonts(paper(), [path])
