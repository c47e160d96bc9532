"""Every paper and every layout is valid for Microsoft's Open XML SDK."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from itaxl.model.records import Report
from itaxl.word import layouts, render
from tests import tools
from tests.word.samples import case, everything, year
from tests.word.test_engine import DOT

pytestmark = pytest.mark.validator

SHIPPED = [layout.name for layout in layouts()]
OFF = {"cover": False, "item_tables": False, "qr": False, "contents": False, "catchwords": False}
ON: dict[str, Any] = {**dict.fromkeys(OFF, True), "boxes": 3}


@pytest.mark.parametrize("layout", layouts(), ids=SHIPPED)
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
    made = render(
        reports[name], year(), layout=layout, draft=bool(options["cover"]), options=options, folder=tmp_path
    )
    path = tmp_path / "paper.docx"
    path.write_bytes(made.data)
    assert tools.validate_ooxml(path) == []
