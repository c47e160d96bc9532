"""Layouts as files: the shipped ones, and those of an office's own."""

import shutil
from pathlib import Path
from typing import Any

import pytest

from itaxl import pipeline
from itaxl.model.records import Agency, Paper, Report
from itaxl.word import find_layout, list_layouts
from tests.word.printed import W, print_report
from tests.word.samples import case
from tests.word.small import WP, found, p, part, texts
from tests.word.small import layout as small_layout
from tests.word.test_engine import DOT

SHIPPED = [layout.name for layout in list_layouts()]
ALL: dict[str, Any] = dict.fromkeys(("item_tables", "qr", "contents", "catchwords", "cover"), True)


@pytest.mark.parametrize("layout", SHIPPED)
def test_the_margins_of_cells_are_in_the_styles_that_tables_use(layout: str) -> None:
    """WPS and Google know those of a table's own style only, not those of Normal Table."""
    data = find_layout(layout).path.read_bytes()
    used = {style.get(f"{W}val") for style in found(part(data), "//w:tblPr/w:tblStyle")}
    assert used == {"PlainTable", "ReportTable"}
    for style in used:
        sides = found(
            part(data, "word/styles.xml"), f"//w:style[@w:styleId='{style}']/w:tblPr/w:tblCellMar/*"
        )
        assert [side.get(f"{W}w") for side in sides] == ["0", "85", "0", "85"]


@pytest.mark.parametrize("layout", SHIPPED)
def test_what_no_xml_may_hold_spoils_no_paper_where_it_stands_in_an_attribute(
    tmp_path: Path, layout: str
) -> None:
    """The name of the agency describes its logo, the address of the survey its QR code."""
    (tmp_path / "logo.png").write_bytes(DOT)
    odd = "".join(map(chr, (0, 0x0B, 0x1B, 0xD800, 0xFDD1, 0xFFFE)))
    report = Report(
        fiscal_year=2567,
        agency=Agency(name=f'อบต."{odd}<บ้าน>', logo="logo.png"),
        paper=Paper(eit_url=f"https://itas.nacc.go.th/{odd}a&b"),
    )
    root = part(print_report(report, layout, folder=tmp_path, **ALL).data)
    told = {each.get("descr") for each in root.iter(f"{{{WP}}}docPr")}
    qr = {"QR Code https://itas.nacc.go.th/a&b"} if layout == "matrix" else set()
    assert told == {'ตราอบต."<บ้าน>'} | qr


def test_the_shipped_layouts_are_loaded_once() -> None:
    assert find_layout("annual").template is find_layout("annual").template


# ---- a layout of the office's own ------------------------------------------------------------------------------------


@pytest.mark.usefixtures("no_office")
@pytest.mark.parametrize("layout", SHIPPED)
def test_a_copy_under_another_name_prints_what_the_layout_prints(tmp_path: Path, layout: str) -> None:
    copied = tmp_path / "ของเรา.docx"
    shutil.copy(find_layout(layout).path, copied)
    report = case("kohchan-2567")  # its form says: annual
    assert find_layout(copied).family == layout
    assert pipeline.paper(report, layout=copied).docx == pipeline.paper(report, layout=layout).docx


def test_a_layout_that_does_not_say_where_it_comes_from_has_the_habits_of_the_form(tmp_path: Path) -> None:
    own = small_layout(
        tmp_path, p("{% if options.contents %}สารบัญ{% endif %}{% if options.cover %}ปก{% endif %}")
    )
    assert find_layout(own).family is None
    report = case("singburi-2564")  # its form says: book
    assert texts(part(pipeline.paper(report, layout=own).docx)) == ["สารบัญปก"]


def test_a_layout_that_comes_from_none_there_is_is_refused_with_the_likely_one(tmp_path: Path) -> None:
    (fault,) = find_layout(small_layout(tmp_path, p("{% layout anual %}"), p("ก"))).find_faults()
    assert "ย่อหน้าที่ 1 ที่ “{% layout anual %}”: ไม่รู้จักรูปแบบรายงาน “anual” – หมายถึง annual ใช่หรือไม่" in str(fault)
