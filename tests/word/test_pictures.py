"""Pictures: their size from the file, their way through text, their place in the package."""

import struct
from pathlib import Path

import pytest

from itaxl.word.engine.pictures import Picture, add_pictures, declare_type, picture_of
from tests.word.test_engine import DOT

TYPES = "[Content_Types].xml"


def png(width: int, height: int) -> bytes:
    """The head of a PNG, to the byte that its size ends at."""
    return b"\x89PNG\r\n\x1a\n" + struct.pack(">I4sII", 13, b"IHDR", width, height)


def jpeg(width: int, height: int, frame: int = 0xC0, before: bytes = b"") -> bytes:
    """The head of a JPEG, its frame behind other segments."""
    size = struct.pack(">BBHBHH", 0xFF, frame, 17, 8, height, width)
    return b"\xff\xd8\xff"[:2] + before + size + bytes(10)


def segment(kind: int, size: int) -> bytes:
    """A segment of a JPEG that says nothing of its size."""
    return struct.pack(">BBH", 0xFF, kind, size) + bytes(size - 2)


@pytest.mark.parametrize(
    ("data", "width"),
    [
        (DOT, 6.0),
        (png(10, 30), 1.0),
        (jpeg(10, 30), 1.0),
        (jpeg(10, 30, 0xC2), 1.0),  # progressive
        (jpeg(10, 30, 0xCF), 1.0),
        (jpeg(10, 30, before=segment(0xE0, 16) + segment(0xC4, 20) + segment(0xDB, 3)), 1.0),
    ],
)
def test_a_picture_is_as_wide_as_its_file_says(tmp_path: Path, data: bytes, width: float) -> None:
    (tmp_path / "a").write_bytes(data)
    assert picture_of(tmp_path / "a", 3.0, "ตรา") == Picture(data, width, 3.0, "ตรา")


@pytest.mark.parametrize(
    "data",
    [b"", b"GIF89a", png(1, 1)[:-1], png(0, 5), png(5, 0), jpeg(0, 5), jpeg(5, 5, 0xC4), jpeg(5, 5, 0xC8), jpeg(5, 5)[:9], b"\xff\xd8\xff"],
)  # fmt: skip
def test_what_is_no_picture_or_has_no_size_is_none(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "a").write_bytes(data)
    assert picture_of(tmp_path / "a", 3.0) is None


def test_a_picture_comes_out_of_text_as_it_went_in() -> None:
    picture = Picture(DOT, 1.5, 2.25, 'ตรา | "อบต."')
    assert Picture.unwrap(picture.wrap()) == picture
    assert not set("<>&\n") & set(picture.wrap())


def test_an_element_shows_its_size_in_emu_and_says_what_it_shows() -> None:
    drawn = Picture(DOT, 1.0, 0.5, '<"ก&ข">').draw(2, 7)
    assert drawn.count('cx="360000" cy="180000"') == 2
    assert drawn.count('id="7" name="Picture 7" descr="&lt;&#34;ก&amp;ข&#34;&gt;"') == 2
    assert 'r:embed="rIdPicture2"' in drawn


def test_neither_png_nor_jpeg_has_no_kind() -> None:
    assert [Picture(data, 1, 1).kind for data in (DOT, jpeg(1, 1)[:2] + b"\xff")] == ["png", "jpeg"]
    with pytest.raises(ValueError, match="PNG"):
        _ = Picture(b"GIF89a", 1, 1).kind


@pytest.mark.parametrize(
    "before", [None, b"<Relationships/>", b'<Relationships><Relationship Id="rId1"/></Relationships>']
)
def test_pictures_of_a_part_are_added_behind_its_own(before: bytes | None) -> None:
    parts = {TYPES: b"<?xml?><Types></Types>"} | ({"word/_rels/a.xml.rels": before} if before else {})
    done = add_pictures(parts, {"word/a.xml": [Picture(DOT, 1, 1), Picture(DOT, 2, 2)]})
    assert done["word/media/itaxl-a-1.png"] == done["word/media/itaxl-a-2.png"] == DOT
    relations = done["word/_rels/a.xml.rels"].decode()
    assert (
        relations.index("rIdPicture1") < relations.index("rIdPicture2") < relations.index("</Relationships>")
    )
    assert relations.count("<Relationships") == relations.count("</Relationships>") == 1
    assert (before is not None and b"rId1" in before) == ('Id="rId1"' in relations)
    assert done[TYPES] == b'<?xml?><Types><Default Extension="png" ContentType="image/png"/></Types>'


def test_a_type_is_declared_once() -> None:
    once = declare_type(b"<Types></Types>", "png", "image/png")
    assert declare_type(once, "png", "image/png") == once
