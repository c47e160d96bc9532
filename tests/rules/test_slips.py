"""H: hints on misspelt and mistyped words, once a word in a report, and only when they are asked for."""

from __future__ import annotations

from pathlib import Path

import pytest

import itaxl.cli
from itaxl import pipeline
from itaxl.case.load import load, read_case
from itaxl.catalog import gazetteer
from itaxl.model.findings import Finding
from itaxl.rules.context import Context
from itaxl.rules.mechanism import run
from itaxl.thai.proofreading import Names, find_slips
from itaxl.thai.spelling import misspellings
from tests.rules import measure_corpus
from tests.rules.texts import AGENCY, of_text, places, repaired, report, said, step

CLEAN = Path(itaxl.cli.__file__).parent / "demo" / "clean.json"


@pytest.mark.parametrize("word", ["โปร่งไส", "เว็ปไซต์", "อนุญาติ", "สังเกตุ", "ปฎิบัติ", "บุคคลากร", "ลายเซ็นต์"])
def test_h01_fires_on_a_word_commonly_misspelt(word: str) -> None:
    assert of_text("H01", f"จัดทำ{word}แล้ว") == [word]


def test_h01_fires_once_a_report_and_counts_the_places() -> None:
    data = report(measures=[step(summary="เว็ปไซต์"), step(summary="ทางเว็ปไซต์", method="เว็ปไซต์")])
    assert places("H01", data) == [("measures[0].steps[0].summary", "เว็ปไซต์")]
    assert "3 แห่ง" in said("H01", data)[0].message
    assert "เว็บไซต์" in said("H01", data)[0].fix


def test_h01_is_silent_on_the_right_words_names_and_links() -> None:
    assert of_text("H01", "โปร่งใส เว็บไซต์ อนุญาต สังเกต ปฏิบัติ บุคลากร หน้าที่ เจ้าหน้าที่ ข้าราชการ ร้องไห้ เสาไห้") == []
    data = report(signers=[{"name": "นายโปร่งไส อนุญาติ"}], agency={**AGENCY, "name": "อบต.ปฎิบัติ"})
    assert places("H01", data) == []


def test_h01_repairs_every_place_in_the_cell() -> None:
    assert repaired("H01", "ทางเว็ปไซต์ และเว็ปไซต์") == ["ทางเว็บไซต์ และเว็บไซต์"]


@pytest.mark.parametrize(
    ("text", "quote", "meant"),
    [
        ("ด้านการประเมอนความเสี่ยง", "การประเมอน", "การประเมิน"),
        ("กำหนดให้มีปรับปรุงระบบการทำงาน", "มีปรับปรุง", "มีการปรับปรุง"),
        ("จัดทำกรป้องกันการทุจริต", "กรป้องกัน", "การป้องกัน"),
        ("แผนการป้องกันแลปราบปรามการทุจริต", "แลปราบปราม", "และปราบปราม"),
        ("หน่วยงานจะจะดำเนินการ", "จะจะ", "จะ"),
        ("มีเปิดเผยข้อมูลสาธารณะ", "มีเปิดเผย", "มีการเปิดเผย"),
        ("ประเมินผลสำรวจการ ความพึงพอใจ", "การ ความพึงพอใจ", "ความพึงพอใจ"),
    ],
)
def test_h03_fires_with_the_words_meant(text: str, quote: str, meant: str) -> None:
    [finding] = said("H03", report(measures=[step(summary=text)]))
    assert finding.quote == quote
    assert f"“{meant}”" in finding.fix


@pytest.mark.parametrize(
    "text",
    [
        "มีการปรับปรุง", "มีพัฒนาการที่ดี", "มีกำหนดการ", "ให้บริการข้อมูล", "โครงการความร่วมมือ", "องค์กรป้องกันภัย", "บุคลากรดำเนินการ",
        "ดูแลประชาชน", "คู่มือการปฏิบัติงาน", "ฯลฯ", "อำเภอลับแล จังหวัดอุตรดิตถ์", "นายณรงค์ฤทธิ์ ศรีสุขสวัสดิ์พงษ์", "หมู่บ้านหนองบัวละกอ",
        "ณ วัดดงตะงาว", "จัดทำประกาศเจตนารมณ์ต่อต้านการทุจริต", "Facebook และ Line",
    ],
)  # fmt: skip
def test_h03_is_silent_on_right_words_and_names(text: str) -> None:
    assert of_text("H03", text) == []


@pytest.mark.parametrize("text", ["ทางเว็ปไซด์", "จัดท าประกาศ", "ราคาากลาง", "แผนแผนงาน", "ส่ื่อสาร"])
def test_h03_is_silent_where_another_rule_speaks(text: str) -> None:
    assert of_text("H03", text) == []
    spoken = run(Context(load(report(measures=[step(summary=text)])), spelling=True))
    assert [each for each in spoken if each.field == "measures[0].steps[0].summary"] != []


def test_h03_is_silent_on_the_names_of_the_form() -> None:
    text = "มอบสำนักการ์เด้นท์ โดยพาสปอร์ท ใจดี"
    assert len(of_text("H03", text)) == 2
    data = report(
        measures=[step(summary=text)],
        agency={**AGENCY, "divisions": ["สำนักการ์เด้นท์"]},
        signers=[{"prefix": "นางสาว", "name": "พาสปอร์ท ใจดี"}],
    )
    assert places("H03", data) == []


def test_h03_repairs_only_what_is_sure() -> None:
    assert repaired("H03", "การใช้ทรัพย์ยสิน") == ["การใช้ทรัพย์สิน"]
    assert of_text("H03", "หน่วยงานจะจะดำเนินการ") != []
    assert repaired("H03", "หน่วยงานจะจะดำเนินการ") == []


# ---- what a person confirmed -----------------------------------------------------------------------------------------

SHOP = "ประชุมที่เกสต์เฮ้าส์ของชุมชน"


def _accepted(finding: Finding, reason: str) -> dict[str, str]:
    return {"code": "H03", "field": finding.field, "text_hash": finding.text_hash, "reason": reason}


def test_a_word_confirmed_in_one_cell_is_right_in_the_whole_form() -> None:
    data = report(measures=[step(summary=SHOP, outcome=f"จัดอบรม {SHOP}")])
    [finding] = said("H03", data)
    data["accepted"] = [_accepted(finding, "เป็นชื่อร้าน")]
    verdict = pipeline.check(load(data), spelling=True)
    assert [each for each in verdict.findings if each.code == "H03"] == []
    assert [each.finding.quote for each in verdict.confirmed] == [finding.quote]


def test_a_word_named_in_the_reason_stays_right_when_its_cell_changes() -> None:
    data = report(measures=[step(summary=SHOP)])
    [finding] = said("H03", data)
    data["accepted"] = [_accepted(finding, f"“{finding.quote}” เป็นชื่อร้าน")]
    data["measures"][0]["steps"][0]["summary"] = [f"{SHOP} เมื่อวันที่ ๑ มีนาคม ๒๕๖๗"]
    assert places("H03", data) == []


def test_a_confirmation_without_a_reason_confirms_no_word() -> None:
    data = report(measures=[step(summary=SHOP)])
    [finding] = said("H03", data)
    data["accepted"] = [_accepted(finding, "")]
    assert len(places("H03", data)) == 1


# ---- when it speaks --------------------------------------------------------------------------------------------------


def test_hints_are_given_only_when_they_are_asked_for() -> None:
    data = load(report(measures=[step(summary="โปร่งไส ประเมอน")]))
    assert [each for each in run(Context(data)) if each.severity == "hint"] == []
    assert {"H01", "H03"} <= {each.code for each in run(Context(data, spelling=True))}


def test_repair_with_spelling_mends_what_is_sure_and_lists_it() -> None:
    data = load(report(measures=[step(summary="ทางเว็ปไซต์ และทรัพย์ยสิน", outcome="ทรัพย์ยสิน")]))
    mended, steps = pipeline.repair(data, spelling=True)
    row = mended.measures[0]
    assert (row.summary, row.outcome) == (("ทางเว็บไซต์ และทรัพย์สิน",), ("ทรัพย์สิน",))
    assert [each.code for each in steps].count("H03") == 2


def test_repair_with_spelling_changes_nothing_in_a_right_report() -> None:
    _, steps = pipeline.repair(read_case(CLEAN), spelling=True)
    assert [each for each in steps if each.code.startswith("H")] == []


def test_no_right_cell_of_the_corpus_gets_a_hint_on_spelling() -> None:
    cells = [*measure_corpus.right_cells(), *measure_corpus.twins()]
    assert len(cells) > 600
    said = {
        cell.text: found
        for cell in cells
        if (found := [*misspellings(cell.text), *find_slips(cell.text, _names(cell.agency))])
    }
    assert said == {}


def _names(agency: measure_corpus.Agency) -> Names:
    own = {agency.tambon, agency.amphoe, agency.province} - {""}
    return Names(frozenset(own), gazetteer.all_names())
