"""The whole package is checked before anything in it is believed."""

from __future__ import annotations

import io
import tracemalloc
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from itaxl.errors import InputError, TemplateError
from itaxl.files.disk import template_folder
from itaxl.files.package import MAX_FILE, MAX_PARTS, MAX_UNPACKED, open_package, read_package
from tests.packages import announcing, kohchan, packed, parts, repacked

WORKBOOK, PAPER = "xl/workbook.xml", "word/document.xml"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
DOCTYPE = '<!DOCTYPE a [<!ENTITY b "c">]><worksheet/>'


def paper() -> bytes:
    return (template_folder("word") / "annual.docx").read_bytes()


def refusal(data: bytes, main_part: str = WORKBOOK) -> InputError:
    """The failure of reading these bytes."""
    with pytest.raises(InputError) as caught:
        read_package(data, "แบบ.xlsx", main_part)
    return caught.value


def one_byte_flipped(data: bytes) -> bytes:
    """The package with a fault inside its largest part, as a bad disk leaves it."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        largest = max(package.infolist(), key=lambda info: info.compress_size)
    at = largest.header_offset + len(largest.filename) + largest.compress_size // 2
    return data[:at] + bytes([data[at] ^ 0xFF]) + data[at + 1 :]


def test_a_sound_package_gives_every_part() -> None:
    assert read_package(kohchan(), "x", WORKBOOK) == parts(kohchan())


def test_a_paper_is_read_like_a_workbook() -> None:
    assert read_package(paper(), "x", PAPER) == parts(paper())


FAULTS: dict[str, tuple[Callable[[], bytes], str, str]] = {
    "empty": (lambda: b"", "ว่างเปล่า", "empty"),
    "text": (lambda: b"name,score\n", "ไม่ใช่แฟ้มของ Excel หรือ Word", "not an Excel or Word file"),
    "old or locked": (lambda: OLE + bytes(4096), "ใส่รหัสผ่าน", "password"),
    "cut in half": (lambda: kohchan()[: len(kohchan()) // 2], "เสียหายหรือไม่ครบ", "damaged"),
    "cut at the end": (lambda: kohchan()[:-30], "เสียหายหรือไม่ครบ", "damaged"),
    "only a beginning": (lambda: b"PK\x03\x04", "เสียหายหรือไม่ครบ", "damaged"),
    "a byte flipped": (lambda: one_byte_flipped(kohchan()), "เสียหายหรือไม่ครบ", "damaged"),
    "a paper": (paper, "เป็นแฟ้ม Word (.docx) ไม่ใช่แฟ้ม Excel (.xlsx)", "is a Word file"),
    "some other zip": (lambda: packed({"a.txt": b"a"}), "ไม่ใช่แฟ้ม Excel (.xlsx)", "not an Excel file"),
    "no types": (
        lambda: repacked(kohchan(), without=["[Content_Types].xml"]),
        "ไม่ใช่แฟ้ม Excel",
        "not an Excel",
    ),
    "no workbook": (lambda: repacked(kohchan(), without=[WORKBOOK]), "ไม่ใช่แฟ้ม Excel", "not an Excel"),
    "many parts": (
        lambda: packed({f"{n}": b"" for n in range(MAX_PARTS + 1)}),
        "มากผิดปกติ",
        "far too much",
    ),
    "huge": (lambda: announcing(kohchan(), MAX_UNPACKED + 1), "มากผิดปกติ", "far too much"),
    "a strange method": (lambda: packed(parts(kohchan()), zipfile.ZIP_LZMA), "เสียหาย", "damaged"),
    "DOCTYPE": (lambda: packed({**parts(kohchan()), "xl/a.xml": DOCTYPE.encode()}), "DOCTYPE", "DOCTYPE"),
    "DOCTYPE in UTF-16": (
        lambda: packed({**parts(kohchan()), "xl/a.xml": DOCTYPE.encode("utf-16")}),
        "DOCTYPE",
        "DOCTYPE",
    ),
    "DOCTYPE in big-endian UTF-16": (
        lambda: packed({**parts(kohchan()), "xl/a.xml": DOCTYPE.encode("utf-16-be")}),
        "DOCTYPE",
        "DOCTYPE",
    ),
    "DOCTYPE in a part of another name": (
        lambda: packed({**parts(kohchan()), "xl/sheet.dat": b"\xef\xbb\xbf\n " + DOCTYPE.encode()}),
        "DOCTYPE",
        "DOCTYPE",
    ),
}


@pytest.mark.parametrize("name", FAULTS)
def test_a_package_that_is_not_whole_or_not_harmless_is_refused_in_two_languages(name: str) -> None:
    make, thai, english = FAULTS[name]
    why = refusal(make())
    assert why.exit_code == 3
    assert str(why).startswith("แฟ้ม “แบบ.xlsx” ")
    assert thai in str(why)
    assert english in why.english


@pytest.mark.parametrize("name", [name for name in FAULTS if name != "a paper"])
def test_the_refusal_says_what_to_do(name: str) -> None:
    assert " – " in str(refusal(FAULTS[name][0]()))


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_part_that_is_there_twice_is_refused() -> None:
    target = io.BytesIO(kohchan())
    with zipfile.ZipFile(target, "a") as package:
        package.writestr(WORKBOOK, b"<workbook/>")
    assert "เสียหาย" in str(refusal(target.getvalue()))


def test_a_part_with_a_password_is_refused() -> None:
    data = kohchan()
    for sign, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.index(sign) + flags
        data = data[:at] + bytes([data[at] | 1]) + data[at + 1 :]
    assert "เสียหาย" in str(refusal(data))


def test_a_part_larger_than_it_says_does_not_fill_the_memory() -> None:
    bomb = announcing(packed({"xl/zeros.bin": bytes(100_000_000), **parts(kohchan())}), 1000)
    tracemalloc.start()
    try:
        why = refusal(bomb)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert "เสียหาย" in str(why)
    assert peak < 10_000_000


def test_a_file_beyond_the_limit_is_refused_before_all_of_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "form.xlsx"
    with path.open("wb") as file:
        file.write(b"PK\x03\x04")
        file.truncate(100 * MAX_FILE)  # a hole: it takes no room on the disk
    with pytest.raises(InputError, match="ใหญ่เกิน 64 MB"):
        open_package(path, WORKBOOK)


def test_the_caller_chooses_the_kind_of_failure(tmp_path: Path) -> None:
    path = tmp_path / "layout.docx"
    path.write_bytes(kohchan())
    with pytest.raises(TemplateError, match="เป็นแฟ้ม Excel") as caught:
        open_package(path, PAPER, TemplateError)
    assert caught.value.exit_code == 4
    assert str(path) in str(caught.value)


def test_a_missing_file_and_a_folder_are_told_apart(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="ไม่พบแฟ้ม"):
        open_package(tmp_path / "no.xlsx", WORKBOOK)
    with pytest.raises(InputError, match="เป็นโฟลเดอร์"):
        open_package(tmp_path, WORKBOOK)
