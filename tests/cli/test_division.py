"""`itaxl check --division`: only what one division must see to."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from itaxl.cli import main
from tests.forms import form, sample_case


@pytest.fixture
def filled(tmp_path: Path) -> str:
    return str(form(sample_case(), tmp_path / "form.xlsx"))


def findings(capsys: pytest.CaptureFixture[str], *arguments: str) -> set[tuple[str, str]]:
    main(["check", *arguments, "--format", "json"])
    return {(each["field"], each["code"]) for each in json.loads(capsys.readouterr().out)["findings"]}


def test_only_rows_that_name_the_division_are_shown(filled: str, capsys: pytest.CaptureFixture[str]) -> None:
    whole = findings(capsys, filled)
    part = findings(capsys, filled, "--division", "สำนักปลัด")
    assert set() < part < whole
    assert "assessment.score" in {field for field, _ in whole - part}


def test_a_division_that_no_row_names_is_told(filled: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", filled, "--division", "กองบิน"]) == 2
    assert "กองบิน" in capsys.readouterr().err
