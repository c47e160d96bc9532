"""Every paper and every layout is valid for Microsoft's Open XML SDK."""

import itertools
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from itaxl.model.records import Report
from itaxl.thai.digits import Digits, for_paper
from itaxl.word import list_layouts
from tests import tools
from tests.word.printed import print_report
from tests.word.samples import case, everything
from tests.word.small import part, texts
from tests.word.test_engine import DOT

pytestmark = pytest.mark.validator

CASES = ("kohchan-2567", "changhaitok-2567", "dongtangao-2566", "singburi-2564")
SHIPPED = [layout.name for layout in list_layouts()]
OFF = {"cover": False, "item_tables": False, "qr": False, "contents": False, "catchwords": False}
ON: dict[str, Any] = {**dict.fromkeys(OFF, True), "boxes": 3}


@pytest.mark.parametrize("layout", list_layouts(), ids=SHIPPED)
def test_a_layout_is_a_valid_document_with_its_tags_in_it(layout: Any) -> None:
    assert tools.validate_ooxml(layout.path) == []


@pytest.mark.parametrize("layout", SHIPPED)
@pytest.mark.parametrize("options", [OFF, ON], ids=["off", "on"])
@pytest.mark.parametrize("name", ["kohchan", "everything", "nothing"])
def test_a_paper_is_valid(tmp_path: Path, layout: str, options: dict[str, Any], name: str) -> None:
    (tmp_path / "logo.png").write_bytes(DOT)
    full = everything()
    reports = {
        "kohchan": case("kohchan-2567"),
        "everything": replace(full, agency=replace(full.agency, logo="logo.png")),
        "nothing": Report(fiscal_year=2567),
    }
    made = print_report(reports[name], layout, draft=bool(options["cover"]), folder=tmp_path, **options)
    path = tmp_path / "paper.docx"
    path.write_bytes(made.data)
    assert tools.validate_ooxml(path) == []


@pytest.mark.slow
@pytest.mark.parametrize("layout", SHIPPED)
@pytest.mark.parametrize("signers", [0, 1, 3])
@pytest.mark.parametrize("name", CASES)
def test_every_case_in_every_layout_is_valid_in_every_combination_of_options(
    tmp_path: Path, layout: str, name: str, signers: int
) -> None:
    path = tmp_path / "paper.docx"
    report = replace(case(name), signers=everything().signers[:signers])
    seen = set()
    for switches in itertools.product((False, True), repeat=4):
        options: dict[str, Any] = dict(zip(("cover", "item_tables", "qr", "contents"), switches, strict=True))
        data = print_report(report, layout, **options).data
        if data not in seen:
            seen.add(data)
            path.write_bytes(data)
            assert tools.validate_ooxml(path) == [], options


@pytest.mark.parametrize("layout", SHIPPED)
@pytest.mark.parametrize("name", CASES)
@pytest.mark.parametrize("digits", ["thai", "arabic"])
def test_every_case_prints_in_every_layout(layout: str, name: str, digits: Digits) -> None:
    report = case(name)
    made = print_report(report, layout, digits=digits)
    text = "".join(texts(part(made.data)))
    assert for_paper("".join(report.measures[0].title), digits) in text.replace("/", "")
    assert "None" not in text
    assert "มาตรการ/กิจกรรม" not in made.unprinted
