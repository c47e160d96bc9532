"""Results go to standard output and nothing else does; files are written whole or not at all."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path
from typing import Any

import pytest

from itaxl.errors import OutputError
from itaxl.files.disk import write_file
from tests.cli.conftest import Forms, Run, bad_case
from tests.forms import filled, sample_case

THAI = re.compile("[ก-ฮ]")


def objects(text: str) -> Any:
    """A result that must be JSON through and through."""
    return json.loads(text)


# -- standard output --------------------------------------------------------------------------------


def test_a_dump_is_json_and_holds_what_was_loaded(itaxl: Run, forms: Forms) -> None:
    said = itaxl("dump", forms.bad)
    assert (said.code, said.err) == (0, "")
    assert filled(objects(said.out)) == filled(bad_case())


def test_a_dump_in_a_file_is_the_same_and_loads_into_the_same_form(
    itaxl: Run, forms: Forms, tmp_path: Path
) -> None:
    dumped, again = tmp_path / "a.json", tmp_path / "a.xlsx"
    said = itaxl("dump", forms.good, "-o", dumped)
    assert said.out == ""
    assert str(dumped) in said.err
    assert dumped.read_text(encoding="utf-8") == itaxl("dump", forms.good).out
    assert itaxl("load", dumped, "-o", again).code == 0
    assert again.read_bytes() == forms.good.read_bytes()


def test_a_check_says_its_findings_on_standard_output_only(itaxl: Run, forms: Forms) -> None:
    said = itaxl("check", forms.bad)
    assert said.err == ""
    assert "ประมาณแปดสิบ" in said.out


def test_a_check_in_a_file_leaves_standard_output_empty(itaxl: Run, forms: Forms, tmp_path: Path) -> None:
    said = itaxl("check", forms.bad, "--format", "json", "-o", tmp_path / "a.json")
    assert (said.code, said.out) == (1, "")
    assert objects((tmp_path / "a.json").read_text(encoding="utf-8"))["ready"] is False


def test_progress_is_told_beside_the_result_and_only_of_long_work(itaxl: Run, forms: Forms) -> None:
    said = itaxl("check", forms.good, forms.bad, "--format", "json")
    assert [line[:5] for line in said.err.splitlines()] == ["[1/2]", "[2/2]"]
    assert len(objects(said.out)) == 2


def test_rules_as_json_are_every_rule_as_declared(itaxl: Run) -> None:
    rules = objects(itaxl("rules", "--format", "json").out)
    assert {"F01", "F02", "F03"} <= {rule["code"] for rule in rules}
    assert objects(itaxl("rules", "F02", "--format", "json").out) == [r for r in rules if r["code"] == "F02"]


# -- the shape of the findings ----------------------------------------------------------------------

SHAPE: dict[str, type | tuple[type, ...]] = {
    "code": str,
    "severity": str,
    "sheet": str,
    "cell": str,
    "field": str,
    "quote": str,
    "message": str,
    "fix": str,
    "source": str,
    "repair": (dict, type(None)),
}


def test_the_json_of_one_form_is_what_the_contract_shows(itaxl: Run, forms: Forms) -> None:
    shown = objects(itaxl("check", forms.bad, "--format", "json").out)
    assert {"file", "year", "ready", "counts", "findings"} <= shown.keys()
    assert (shown["file"], shown["year"], shown["ready"]) == (str(forms.bad), 2567, False)
    assert shown["counts"].keys() == {"error", "warning", "hint"}
    for severity, count in shown["counts"].items():
        assert count == sum(each["severity"] == severity for each in shown["findings"])


def test_every_finding_has_every_field_of_its_kind(itaxl: Run, forms: Forms) -> None:
    findings = objects(itaxl("check", forms.bad, "--format", "json").out)["findings"]
    assert findings
    for each in findings:
        assert [key for key, kind in SHAPE.items() if not isinstance(each[key], kind)] == []
        assert re.fullmatch("[A-Z]{1,2}[0-9]+", each["cell"])
        assert re.fullmatch(r"[a-z_]+(\[\d+\])?(\.[a-z_]+(\[\d+\])?)*", each["field"])
        assert all(each[key] for key in ("message", "fix", "source", "sheet"))


def test_a_finding_tells_cell_field_and_the_words_as_typed(itaxl: Run, forms: Forms) -> None:
    findings = objects(itaxl("check", forms.bad, "--format", "json").out)["findings"]
    unread = next(each for each in findings if each["code"] == "F02")
    assert (unread["field"], unread["quote"]) == ("measures[0].steps[0].percent", "ประมาณแปดสิบ")
    empty = next(each for each in findings if each["field"] == "agency.name" and each["code"] == "F01")
    assert empty["quote"] == ""


def test_a_good_form_is_ready_and_counts_no_error(itaxl: Run, forms: Forms) -> None:
    shown = objects(itaxl("check", forms.good, "--format", "json").out)
    assert (shown["ready"], shown["counts"]["error"]) == (True, 0)


# -- language ---------------------------------------------------------------------------------------


def test_messages_are_thai_unless_english_is_asked_for(itaxl: Run, forms: Forms, tmp_path: Path) -> None:
    assert THAI.search(itaxl("report", forms.good, "-o", tmp_path / "a.docx").err)
    english = itaxl("--lang", "en", "report", forms.good, "-o", tmp_path / "b.docx").err
    assert f"made {tmp_path / 'b.docx'}" in english
    assert not THAI.search(english)


def test_findings_are_told_in_english_when_asked(itaxl: Run, forms: Forms) -> None:
    said = itaxl("--lang", "en", "check", forms.bad)
    assert said.code == 1
    assert "A cell holds something that is not of its kind" in said.out
    assert "errors " in said.out


def test_a_damaged_file_is_told_in_english_when_asked(itaxl: Run, tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").write_bytes(b"no zip")
    said = itaxl("--lang=en", "check", tmp_path / "a.xlsx")
    assert said.err == f"failed: {tmp_path / 'a.xlsx'} is not an Excel or Word file\n"


# -- writing ----------------------------------------------------------------------------------------


def test_folders_on_the_way_are_made(itaxl: Run, forms: Forms, tmp_path: Path) -> None:
    target = tmp_path / "ปี ๒๕๖๗" / "รายงาน" / "a.docx"
    assert itaxl("report", forms.good, "-o", target).code == 0
    assert target.stat().st_size > 0


def test_a_report_stands_beside_its_form_unless_named(itaxl: Run, tmp_path: Path, forms: Forms) -> None:
    form = tmp_path / "แบบ.xlsx"
    form.write_bytes(forms.good.read_bytes())
    assert itaxl("report", form).code == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == ["แบบ.docx", "แบบ.xlsx"]


def test_a_written_file_has_the_rights_of_any_other(tmp_path: Path) -> None:
    (tmp_path / "other").touch()
    write_file(tmp_path / "a", b"a")
    assert (tmp_path / "a").stat().st_mode == (tmp_path / "other").stat().st_mode


def test_a_file_replaced_is_replaced_in_one_step(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"old")
    with path.open("rb") as reader:
        write_file(path, b"new", force=True)
        assert (reader.read(), path.read_bytes()) == (b"old", b"new")


def test_nothing_but_a_file_is_ever_replaced(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for name in ("pipe", "."):
        with pytest.raises(OutputError, match="ไม่ใช่แฟ้ม"):
            write_file(tmp_path / name, b"a", force=True)


def test_the_demo_form_is_the_same_bytes_each_time(itaxl: Run, tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(json.dumps(sample_case()), encoding="utf-8")
    for name in ("a.xlsx", "b.xlsx"):
        assert itaxl("load", tmp_path / "a.json", "-o", tmp_path / name).code == 0
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()
