"""From forty findings to none, the way the guide tells it: repair, type, confirm, and a paper that is no draft."""

from __future__ import annotations

import io
import json
import re
import zipfile
from pathlib import Path
from typing import Any

import pytest

from itaxl import pipeline
from itaxl.case.dump import dump
from itaxl.cli import main
from tests.findings.forty import PLANTS, answered, careless, fields, value_of
from tests.findings.person import answer, type_in
from tests.forms import filled, form

ROOT = Path(__file__).parent.parent.parent
GUIDE = ROOT / "docs" / "guide-findings.md"


def told(path: Path, capsys: pytest.CaptureFixture[str]) -> dict[str, Any]:
    """What a check says, for a script."""
    capsys.readouterr()
    main(["check", str(path), "--format", "json"])
    result: dict[str, Any] = json.loads(capsys.readouterr().out)
    return result


def is_draft(path: Path) -> bool:
    """Whether the page header of the form's paper says ร่าง."""
    assert main(["report", str(path), "-o", str(path.with_suffix(".docx")), "--force"]) == 0
    with zipfile.ZipFile(io.BytesIO(path.with_suffix(".docx").read_bytes())) as package:
        return any("ร่าง".encode() in package.read(name) for name in package.namelist() if "header" in name)


def test_from_forty_findings_to_none(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    first = form(careless(), tmp_path / "1.xlsx")
    found = told(first, capsys)
    assert len(found["findings"]) >= 40
    assert is_draft(first)

    assert main(["repair", str(first), "-o", str(tmp_path / "2.xlsx")]) == 0
    second = tmp_path / "2.xlsx"
    mended = dump(pipeline.read_form(second))
    typed = {field: value_of(mended, field) for field in fields("repair")}
    assert json.loads(json.dumps(typed).replace(r"\u2019", "'")) == fields(
        "repair"
    )  # Don’ts is the official spelling
    after_repair = told(second, capsys)
    assert len(after_repair["findings"]) == len(found["findings"]) - len(fields("repair"))
    assert not any(each["repair"] for each in after_repair["findings"])

    type_in(second, fields("mend"))
    after_typing = told(second, capsys)
    assert {each["field"] for each in after_typing["findings"]} == set(fields("confirm"))
    assert is_draft(second)

    assert main(["confirm", str(second), "-o", str(tmp_path / "3.xlsx")]) == 0
    third = tmp_path / "3.xlsx"
    for each in after_typing["findings"]:
        answer(third, f"{each['sheet']}!{each['cell']}", "ตรวจกับหนังสือเชิญและรายชื่อผู้เข้าร่วมแล้ว")
    last = told(third, capsys)
    assert (last["findings"], last["ready"], len(last["confirmed"])) == (
        [],
        True,
        len(after_typing["findings"]),
    )
    assert not is_draft(third)
    assert main(["check", str(third)]) == 0
    way = [len(each["findings"]) for each in (found, after_repair, after_typing, last)]
    told_in_guide = re.findall(r"^\| \d \| .* \| (\d+) ข้อ \|$", GUIDE.read_text("utf-8"), re.MULTILINE)
    assert [int(each) for each in told_in_guide] == way, (
        "the guide tells another way: mend it and draw its pictures anew"
    )


def test_nothing_that_was_right_was_changed_on_the_way(tmp_path: Path) -> None:
    path = form(careless(), tmp_path / "1.xlsx")
    main(["repair", str(path), "-o", str(tmp_path / "2.xlsx")])
    type_in(tmp_path / "2.xlsx", fields("mend"))
    case = json.dumps(filled(dump(pipeline.read_form(tmp_path / "2.xlsx")))).replace(r"\u2019", "'")
    assert json.loads(case) == filled(answered(frozenset({"repair", "mend"})))


def test_every_plant_is_found_or_shows_up_beside_its_cell() -> None:
    """A plant that nothing finds would make the way shorter than it looks."""
    from itaxl.case.load import load

    named = {re.sub(r"\.\w+$", "", each.field) for each in pipeline.check(load(careless())).findings}
    assert {re.sub(r"\.\w+$", "", plant.field) for plant in PLANTS} <= named


# ---- the guide -------------------------------------------------------------------------------------------------------


def test_the_commands_of_the_guide_are_those_of_the_program(capsys: pytest.CaptureFixture[str]) -> None:
    named = set(re.findall(r"itaxl (\w+)", GUIDE.read_text("utf-8")))
    assert {"check", "repair", "confirm", "links", "report"} <= named
    for command in named:
        with pytest.raises(SystemExit) as left:
            main([command, "--help"])
        assert left.value.code == 0
        assert re.search("[ก-๙]{5}", capsys.readouterr().out)


def test_the_pictures_of_the_guide_are_there() -> None:
    pictures = re.findall(r"!\[[^\]]{10,}\]\(([^)]+\.png)\)", GUIDE.read_text("utf-8"))
    assert len(pictures) >= 4
    assert [name for name in pictures if not (GUIDE.parent / name).read_bytes().startswith(b"\x89PNG")] == []


def test_the_table_of_links_in_the_guide_is_that_of_the_program() -> None:
    kinds = [kind for kind in pipeline.declarations() if kind.code.startswith("N")]
    rows = re.findall(r"^\| (N\d\d) \| (\S+) \|", GUIDE.read_text("utf-8"), re.MULTILINE)
    assert rows == [(kind.code, kind.severity.thai) for kind in kinds]
