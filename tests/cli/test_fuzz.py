"""Whatever is in a file, `itaxl check` ends with a code of the contract, and never with a defect of ours."""

from __future__ import annotations

import contextlib
import io
import tempfile
from functools import cache
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from itaxl.catalog.form import LISTS_SHEET, NEEDED_SHEETS
from itaxl.cli import main
from tests.forms import form_bytes, small
from tests.packages import packed, parts, sheet_part

DONE, FOUND, UNREADABLE = 0, 1, 3

# Bits of XML that change what the rest means.
TOKENS = [b"", b"<", b"/>", b"</c>", b'"', b"&", b"&#0;", b"\xff", b"<f>1+1</f>", b"<v>1e999</v>", b"<v>-1</v>", b't="e"', b't="s"',
          b't="d"', b't="b"', b' r="A0"', b' r="ZZZ1"', b' r="B99999"', b's="4000000000"', b"<!--", b"<![CDATA[", b"<?xml", b"@key",
          b"@head", b"=", "๙".encode(), b"9" * 400, b"\x00"]  # fmt: skip


@cache
def content() -> dict[str, bytes]:
    """The parts of a filled form, but for the lists behind its cells, which are not read and slow."""
    steps = [{"method": ["ก"], "percent": 80, "status": "done", "summary": ["ข", "ค"]}]
    data = small(
        agency={"name": "เทศบาลตำบลก", "divisions": ["กองคลัง"]},
        assessment={"indicators": [90, 91.5]},
        measures=[{"no": 1, "title": ["ก"], "steps": steps}],
        o_items=[{"no": 1, "progress": ["ก"], "has_data": True}],
        evidence=[{"of": "M1", "date": "๑ ต.ค. ๒๕๖๖"}],
    )
    form = form_bytes(data)
    return {**parts(form), sheet_part(form, LISTS_SHEET): b"<worksheet/>"}


@cache
def form() -> bytes:
    return packed(content())


@cache
def read_parts() -> tuple[str, ...]:
    """The parts whose content decides what is read."""
    sheets = [sheet_part(form(), sheet) for sheet in NEEDED_SHEETS]
    return (*sheets, "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml", "[Content_Types].xml")


def spliced(data: bytes, cuts: list[tuple[float, int, bytes]]) -> bytes:
    """The data with some of it taken out and something else put in; places as shares of its length."""
    for place, length, new in cuts:
        at = int(place * len(data))
        data = data[:at] + new + data[at + length :]
    return data


def code_of(data: bytes) -> int:
    """How checking a file of these bytes ends."""
    with tempfile.TemporaryDirectory() as folder, contextlib.redirect_stdout(io.StringIO()) as said:
        path = Path(folder) / "form.xlsx"
        path.write_bytes(data)
        with contextlib.redirect_stderr(said):
            return main(["check", str(path)])


def cuts(new: st.SearchStrategy[bytes], longest: int) -> st.SearchStrategy[list[tuple[float, int, bytes]]]:
    place = st.floats(0, 1, allow_nan=False)
    return st.lists(st.tuples(place, st.integers(0, longest), new), min_size=1, max_size=4)


FUZZ = settings(max_examples=150, derandomize=True, suppress_health_check=[HealthCheck.too_slow])


def test_the_form_that_is_spoiled_here_can_be_read() -> None:
    assert code_of(form()) in (DONE, FOUND)


@given(st.binary(max_size=200), st.sampled_from([b"", b"PK\x03\x04", b"PK\x05\x06" + bytes(18)]))
@FUZZ
def test_a_file_of_any_bytes_is_told_to_be_no_form(data: bytes, start: bytes) -> None:
    assert code_of(start + data) == UNREADABLE


@given(cuts(st.binary(max_size=3), 3))
@FUZZ
def test_a_package_spoiled_anywhere_is_read_or_told(changes: list[tuple[float, int, bytes]]) -> None:
    assert code_of(spliced(form(), changes)) in (DONE, FOUND, UNREADABLE)


@given(st.data())
@FUZZ
def test_a_part_spoiled_anywhere_is_read_or_told(data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(read_parts()))
    changes = data.draw(cuts(st.sampled_from(TOKENS), 40))
    assert code_of(packed({**content(), name: spliced(content()[name], changes)})) in (
        DONE,
        FOUND,
        UNREADABLE,
    )
