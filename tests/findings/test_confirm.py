"""ยืนยันว่าถูกต้อง: a finding that a person declared right stays so as long as its text does, and no longer."""

from __future__ import annotations

import copy
import hashlib
import json
import unicodedata
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from itaxl import pipeline
from itaxl.case.dump import dump
from itaxl.case.load import load
from itaxl.catalog.form import ACCEPTED
from itaxl.cli import main
from itaxl.cli.demo import put
from itaxl.model.findings import Finding, Severity
from itaxl.rules.mechanism import all_rules
from tests.findings.person import answer
from tests.forms import form, sample_case, small

REASON = "ร่วมจัดกับหน่วยงานนั้นจริง ตามหนังสือ ที่ นบ 1/2567"
OTHERS_NAME = "o_items[2].progress"  # the demo's left-over name of another agency: an error that only a person can judge


def hashed(*lines: str) -> str:
    """The contract's own words: SHA-256 of the lines joined by newline, UTF-8, NFC, 16 hex digits."""
    return hashlib.sha256(unicodedata.normalize("NFC", "\n".join(lines)).encode()).hexdigest()[:16]


def accepted(
    case: dict[str, Any], *, code: str = "A01", field: str = OTHERS_NAME, **changed: str
) -> dict[str, Any]:
    """The demo's case with one finding confirmed the way a script would."""
    case = copy.deepcopy(case)
    lines = case["o_items"][2]["progress"]
    case["accepted"] = [
        {"code": code, "field": field, "text_hash": hashed(*lines), "reason": REASON, **changed}
    ]
    return case


def codes_at(case: dict[str, Any], field: str = OTHERS_NAME) -> list[str]:
    return [each.code for each in pipeline.check(load(case)).findings if each.field == field]


def test_the_demo_has_an_error_that_a_person_may_know_better() -> None:
    assert codes_at(sample_case()) == ["A01"]


def test_a_confirmed_finding_is_kept_apart_with_its_reason_errors_too() -> None:
    before, after = pipeline.check(load(sample_case())), pipeline.check(load(accepted(sample_case())))
    assert codes_at(accepted(sample_case())) == []
    assert [(each.finding.code, each.reason) for each in after.confirmed] == [("A01", REASON)]
    assert after.counts[Severity.ERROR] == before.counts[Severity.ERROR] - 1


def test_it_comes_back_when_the_text_changes_and_says_that_it_was_confirmed() -> None:
    case = accepted(sample_case())
    case["o_items"][2]["progress"][0] += " "
    verdict = pipeline.check(load(case))
    assert codes_at(case) == ["A01"]
    assert [reason for each, reason in verdict.lapsed.items() if each.field == OTHERS_NAME] == [REASON]


def test_it_stays_when_another_cell_changes() -> None:
    case = accepted(sample_case())
    put(case, "o_items[3].progress", ["- ข้อความใหม่"])
    assert codes_at(case) == []


@pytest.mark.parametrize("changed", [{"reason": ""}, {"reason": "  "}, {"code": "A02"}, {"field": "o_items[3].progress"}, {"text_hash": "0" * 16}])  # fmt: skip
def test_code_field_text_and_reason_must_all_be_there(changed: dict[str, str]) -> None:
    assert codes_at(accepted(sample_case(), **changed)) == ["A01"]


def test_the_same_letters_in_another_composition_are_the_same_text() -> None:
    composed, apart = "ประกาศ é", "ประกาศ e\u0301"
    assert hashed(composed) == hashed(apart)
    case = accepted(sample_case(), text_hash=hashed(apart + "x"))
    case["o_items"][2]["progress"] = ["องค์การบริหารส่วนตำบลหนองบัว é"]
    case["accepted"][0]["text_hash"] = hashed("องค์การบริหารส่วนตำบลหนองบัว e\u0301")
    assert codes_at(case) == []


def test_empty_and_unread_cells_cannot_be_confirmed() -> None:
    verdict = pipeline.check(load(sample_case()))
    unsaid = [each for each in verdict.findings if each.code in ("F01", "F02")]
    assert len(unsaid) >= 3
    assert not any(each.confirmable for each in unsaid)
    confirmed = pipeline.confirm(verdict.report, unsaid, REASON)
    assert pipeline.check(confirmed).findings == verdict.findings


def test_the_rules_of_empty_and_unread_cells_declare_it() -> None:
    assert {rule.code for rule in all_rules() if not rule.confirmable} >= {"F01", "F02", "F03"}


def test_with_all_errors_confirmed_the_paper_is_not_marked_as_a_draft() -> None:
    clean = sample_case(mistakes=False)
    put(clean, "o_items[2].progress", sample_case()["o_items"][2]["progress"])
    assert not pipeline.paper(load(clean)).verdict.ready
    assert b"\xe0\xb8\xa3\xe0\xb9\x88\xe0\xb8\xb2\xe0\xb8\x87" in headers(pipeline.paper(load(clean)).docx)
    confirmed = accepted(clean)
    assert pipeline.paper(load(confirmed)).verdict.ready
    assert b"\xe0\xb8\xa3\xe0\xb9\x88\xe0\xb8\xb2\xe0\xb8\x87" not in headers(
        pipeline.paper(load(confirmed)).docx
    )


def headers(docx: bytes) -> bytes:
    """The XML of a paper's page headers."""
    import io
    import zipfile

    with zipfile.ZipFile(io.BytesIO(docx)) as package:
        return b"".join(package.read(name) for name in package.namelist() if "header" in name)


def test_json_keeps_confirmed_findings_apart_with_all_that_a_script_needs(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = form(accepted(sample_case()), tmp_path / "f.xlsx")
    main(["check", str(path), "--format", "json"])
    told = json.loads(capsys.readouterr().out)
    (confirmed,) = told["confirmed"]
    assert (confirmed["code"], confirmed["field"], confirmed["reason"]) == ("A01", OTHERS_NAME, REASON)
    assert confirmed not in told["findings"]
    assert told["counts"]["error"] == sum(each["severity"] == "error" for each in told["findings"])
    assert {each["confirmable"] for each in told["findings"] if each["code"] == "F01"} == {False}
    assert confirmed["text_hash"] == hashed(*sample_case()["o_items"][2]["progress"])


def test_the_screen_says_how_many_are_confirmed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["check", str(form(accepted(sample_case()), tmp_path / "f.xlsx"))])
    assert capsys.readouterr().out.splitlines()[-1].endswith("ยืนยันว่าถูกต้องแล้ว 1 ข้อ")


def test_a_confirmation_in_the_form_comes_back_from_it(tmp_path: Path) -> None:
    path = form(accepted(sample_case()), tmp_path / "f.xlsx")
    assert dump(pipeline.read_form(path))["accepted"] == accepted(sample_case())["accepted"]


# ---- in the form -----------------------------------------------------------------------------------------------------


def listed(case: dict[str, Any], path: Path) -> Path:
    """A form with its findings listed."""
    path.write_bytes(pipeline.listed_form(load(case)))
    return path


def test_a_listed_form_names_every_finding_with_a_link_to_its_cell(tmp_path: Path) -> None:
    path = listed(sample_case(), tmp_path / "f.xlsx")
    findings = pipeline.check(pipeline.read_form(path)).findings
    sheet = openpyxl.load_workbook(path)[ACCEPTED.sheet]
    rows = [row for row in range(5, sheet.max_row + 1) if sheet.cell(row, ACCEPTED.numbers["~message"]).value]
    places = ACCEPTED.numbers
    assert [sheet.cell(row, places["~place"]).value for row in rows] == [str(each.cell) for each in findings]
    assert [sheet.cell(row, places["~message"]).value for row in rows] == [each.message for each in findings]
    links = [sheet.cell(row, places["~place"]).hyperlink for row in rows]
    assert [link and link.location for link in links] == [f"'{f.cell.sheet}'!{f.cell.ref}" for f in findings]


def test_listing_findings_is_no_confirmation_and_changes_no_data(tmp_path: Path) -> None:
    report = pipeline.read_form(listed(sample_case(), tmp_path / "f.xlsx"))
    assert dump(report) == dump(load(sample_case()))


def test_a_reason_typed_beside_a_finding_confirms_it(tmp_path: Path) -> None:
    path = listed(sample_case(), tmp_path / "f.xlsx")
    before = pipeline.check(pipeline.read_form(path))
    place = next(str(each.cell) for each in before.findings if each.field == OTHERS_NAME)
    answer(path, place, REASON)
    verdict = pipeline.check(pipeline.read_form(path))
    assert [(each.finding.field, each.reason) for each in verdict.confirmed] == [(OTHERS_NAME, REASON)]
    assert len(verdict.findings) == len(before.findings) - 1


def test_a_reason_typed_beside_an_empty_cell_confirms_nothing(tmp_path: Path) -> None:
    path = listed(sample_case(), tmp_path / "f.xlsx")
    before = pipeline.check(pipeline.read_form(path))
    place = next(str(each.cell) for each in before.findings if each.code == "F01")
    answer(path, place, REASON)
    verdict = pipeline.check(pipeline.read_form(path))
    assert (verdict.findings, verdict.confirmed) == (before.findings, ())


def test_a_confirmation_whose_text_has_changed_is_listed_and_not_lost(tmp_path: Path) -> None:
    case = accepted(sample_case())
    case["o_items"][2]["progress"][0] += " เพิ่มเติม"
    path = listed(case, tmp_path / "f.xlsx")
    assert [each.reason for each in pipeline.read_form(path).accepted] == [REASON]
    sheet = openpyxl.load_workbook(path)[ACCEPTED.sheet]
    messages = [
        str(sheet.cell(row, ACCEPTED.numbers["~message"]).value) for row in range(5, sheet.max_row + 1)
    ]
    assert sum(f"เคยยืนยันไว้ว่า “{REASON}”" in each for each in messages) == 1


def test_the_places_listed_are_those_of_the_new_form_when_rows_were_left_blank(tmp_path: Path) -> None:
    measures = [
        {
            "no": 1,
            "title": ["มาตรการหนึ่ง"],
            "steps": [{"method": ["ทำ"], "summary": ["องค์กรบริหารส่วนตำบลทำแล้ว"]}],
        }
    ]
    path = form(small(measures=measures), tmp_path / "f.xlsx")
    book = openpyxl.load_workbook(path)
    sheet = book["มาตรการ"]
    for column in range(2, sheet.max_column + 1):  # as if the person had begun three rows further down
        sheet.cell(8, column).value, sheet.cell(5, column).value = sheet.cell(5, column).value, None
    book.save(path)
    old = [
        str(each.cell)
        for each in pipeline.check(pipeline.read_form(path)).findings
        if "measures" in each.field
    ]
    assert main(["confirm", str(path), "-o", str(tmp_path / "new.xlsx")]) == 0
    rows = openpyxl.load_workbook(tmp_path / "new.xlsx")[ACCEPTED.sheet]
    told = {str(rows.cell(row, ACCEPTED.numbers["~place"]).value) for row in range(5, rows.max_row + 1)}
    new = {str(each.cell) for each in pipeline.check(pipeline.read_form(tmp_path / "new.xlsx")).findings}
    assert told - {"None"} == new
    assert any(place.endswith("8") for place in old)
    assert not any(place.startswith("มาตรการ") and place.endswith("8") for place in told)


# ---- the command -----------------------------------------------------------------------------------------------------


def run(path: Path, new: Path, **given: str) -> int:
    return main(
        [
            "confirm",
            str(path),
            "-o",
            str(new),
            *(word for name, text in given.items() for word in (f"--{name}", text)),
        ]
    )


def place_of(path: Path, wanted: str) -> Finding:
    return next(each for each in pipeline.check(pipeline.read_form(path)).findings if each.field == wanted)


def test_the_command_confirms_one_finding_in_a_new_form(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path, new = form(sample_case(), tmp_path / "f.xlsx"), tmp_path / "new.xlsx"
    was = path.read_bytes()
    assert run(path, new, cell=str(place_of(path, OTHERS_NAME).cell), code="A01", reason=REASON) == 0
    assert path.read_bytes() == was
    assert [each.reason for each in pipeline.check(pipeline.read_form(new)).confirmed] == [REASON]
    assert "ยืนยันว่าถูกต้องแล้ว 1 ข้อ" in capsys.readouterr().err


def test_a_second_confirmation_keeps_the_first(tmp_path: Path) -> None:
    path = form(sample_case(), tmp_path / "f.xlsx")
    verdict = pipeline.check(pipeline.read_form(path))
    first, second = [each for each in verdict.findings if each.confirmable][:2]
    run(path, tmp_path / "1.xlsx", cell=first.field, code=first.code, reason="หนึ่ง")
    run(tmp_path / "1.xlsx", tmp_path / "2.xlsx", cell=second.field, code=second.code, reason="สอง")
    confirmed = pipeline.check(pipeline.read_form(tmp_path / "2.xlsx")).confirmed
    assert sorted(each.reason for each in confirmed) == ["สอง", "หนึ่ง"]


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"cell": "OIT!A1", "code": "A01", "reason": "x"}, "ไม่พบข้อ A01 ที่ช่อง OIT!A1"),
        ({"cell": OTHERS_NAME, "code": "Y01", "reason": "x"}, "ข้อที่พบในช่องนี้: A01"),
        ({"cell": "assessment.score", "code": "F01", "reason": "x"}, "ช่องว่างหรืออ่านไม่ได้"),
        ({"cell": OTHERS_NAME, "code": "A01"}, "พร้อมกัน"),
        ({"cell": OTHERS_NAME, "code": "A01", "reason": "  "}, "พร้อมกัน"),
    ],
)
def test_what_cannot_be_confirmed_is_told_and_nothing_is_made(
    given: dict[str, str], told: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path, new = form(sample_case(), tmp_path / "f.xlsx"), tmp_path / "new.xlsx"
    assert run(path, new, **given) == 2
    assert told in capsys.readouterr().err
    assert not new.exists()


def test_the_form_that_is_read_is_never_written_even_by_force(tmp_path: Path) -> None:
    path = form(sample_case(), tmp_path / "f.xlsx")
    was = path.read_bytes()
    assert main(["confirm", str(path), "-o", str(path), "--force"]) == 6
    assert main(["repair", str(path), "-o", str(path), "--force"]) == 6
    assert path.read_bytes() == was


# ---- any text --------------------------------------------------------------------------------------------------------


@given(
    st.lists(
        st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\n\r\ufffe\uffff")), max_size=4
    )
)
def test_the_fingerprint_is_that_of_the_contract_for_any_lines(lines: list[str]) -> None:
    from itaxl.catalog.fields import fingerprint, typed_texts

    report = load(small(o_items=[{"no": 1, "progress": lines}]))
    assert fingerprint(typed_texts(report)["o_items[0].progress"]) == hashed(*lines)
