"""Case data that no form can hold is refused with its place; all else is taken as it is."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from itaxl.case.dump import dump
from itaxl.case.load import load, read_case
from itaxl.catalog.values import MAX_CELL
from itaxl.errors import InputError
from tests.forms import Json, small

EMOJI = "\N{GRINNING FACE}"  # one character, two of Excel's units


def step(**fields: object) -> Json:
    """A report of one measure with one step."""
    return small(measures=[{"title": ["ก"], "steps": [fields]}])


def item(**fields: object) -> Json:
    """A report with one row of the OIT."""
    return small(o_items=[fields])


def refusal(data: object) -> InputError:
    """The failure of loading this."""
    with pytest.raises(InputError) as caught:
        load(data)
    return caught.value


REFUSED: dict[str, tuple[object, str, str]] = {
    "a list": ([], "ชั้นบนสุด", "กลุ่มข้อมูล"),
    "another format": ({"format": "itaxl-report/2", "fiscal_year": 2567}, "itaxl-report/1", "ไม่ใช่ข้อมูลรายงาน"),
    "no format": ({"fiscal_year": 2567}, "itaxl-report/1", "ไม่ใช่ข้อมูลรายงาน"),
    "no year": ({"format": "itaxl-report/1"}, "fiscal_year", "ปี พ.ศ."),
    "a year as text": (small(fiscal_year="2567"), "fiscal_year", "ปี พ.ศ."),
    "a year as truth": (small(fiscal_year=True), "fiscal_year", "ปี พ.ศ."),
    "a year nobody has": (small(fiscal_year=2500), "2500", "ไม่มีแบบของปี"),
    "an unknown key": (small(colour="red"), "colour", "ไม่รู้จักชื่อนี้"),
    "an unknown key of the agency": (small(agency={"nmae": "ก"}), "agency.nmae", "ไม่รู้จักชื่อนี้"),
    "an unknown key of a measure": (small(measures=[{"titel": []}]), "measures[0].titel", "ไม่รู้จักชื่อนี้"),
    "an unknown key of a step": (step(sumary=[]), "measures[0].steps[0].sumary", "ไม่รู้จักชื่อนี้"),
    "a measure's key in a step": (step(no=1), "measures[0].steps[0].no", "ไม่รู้จักชื่อนี้"),
    "an unknown key of an item": (item(no=1, kind=""), "o_items[0].kind", "ไม่รู้จักชื่อนี้"),
    "an item twice": (small(o_items=[{"no": 7}, {"no": 7}]), "o_items[1].no", "ไม่ซ้ำกัน แต่พบ 7"),
    "an item the year lacks": (item(no=36), "o_items[0].no", "1 ถึง 35"),
    "an item without number": (item(progress=["ก"]), "o_items[0].no", "1 ถึง 35"),
    "an item numbered by text": (item(no="7"), "o_items[0].no", "1 ถึง 35"),
    "an item numbered by truth": (item(no=True), "o_items[0].no", "1 ถึง 35"),
    "an indicator the year lacks": (small(indicators=[{"no": 9}]), "indicators[0].no", "ไม่ซ้ำกัน แต่พบ 9"),
    "a line break in a line": (step(summary=["ก\nข"]), "steps[0].summary", "ขึ้นบรรทัดใหม่กลางข้อความ"),
    "a carriage return in a line": (step(summary=["ก\rข"]), "steps[0].summary", "ขึ้นบรรทัดใหม่กลางข้อความ"),
    "text for lines": (step(summary="ก"), "steps[0].summary", "รายการ [ … ]"),
    "lines for text": (step(period=["ก"]), "steps[0].period", "ชนิดข้อมูลไม่ถูกต้อง"),
    "a number for text": (step(period=5), "steps[0].period", "ชนิดข้อมูลไม่ถูกต้อง"),
    "a number for a line": (step(summary=[5]), "steps[0].summary", "ชนิดข้อมูลไม่ถูกต้อง"),
    "truth for a number": (step(percent=True), "steps[0].percent", "ชนิดข้อมูลไม่ถูกต้อง"),
    "a number for truth": (item(no=1, has_data=1), "o_items[0].has_data", "ชนิดข้อมูลไม่ถูกต้อง (1)"),
    "a number for a status": (step(status=1), "steps[0].status", "ชนิดข้อมูลไม่ถูกต้อง"),
    "a status there is not": (step(status="finished"), "steps[0].status", "ไม่รู้จักสถานะ “finished”"),
    "an object for a list": (small(measures={}), "measures", "รายการ [ … ]"),
    "a list for an object": (small(agency=[]), "agency", "กลุ่มข้อมูล { … }"),
    "a text for a row": (small(evidence=["ก"]), "evidence[0]", "กลุ่มข้อมูล { … }"),
    "eleven scores": (small(assessment={"indicators": [1] * 11}), "assessment.indicators", "ไม่เกิน 10"),
    "five signers": (small(signers=[{"name": "ก"}] * 5), "signers", "ไม่เกิน 4"),
    "too long a text": (small(agency={"name": "ก" * (MAX_CELL + 1)}), "agency.name", "32,767"),
    "too long with emoji": (small(agency={"name": EMOJI * (MAX_CELL // 2 + 1)}), "agency.name", "32,767"),
    "lines too long together": (step(summary=["ก" * 20_000] * 2), "steps[0].summary", "32,767"),
    "too long a text in a box": (step(status="done=" + "ก" * (MAX_CELL + 1)), "steps[0].status", "32,767"),
    "half a character": (small(agency={"name": "\ud800"}), "agency.name", "อักขระที่ไม่สมบูรณ์"),
    "half a character in a box": (step(status="done=\udfff"), "steps[0].status", "อักขระที่ไม่สมบูรณ์"),
}  # fmt: skip


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_held_is_refused_by_its_place_and_reason(name: str) -> None:
    data, place, reason = REFUSED[name]
    why = refusal(data)
    assert why.exit_code == 3
    assert place in str(why)
    assert reason in str(why)
    assert place in why.english.replace("the top", "ชั้นบนสุด")


TAKEN: dict[str, Json] = {
    "null for every part": small(agency=None, assessment=None, measures=None, o_items=None, signers=None),
    "a percent beyond 100": step(percent=250),
    "a percent in words": step(percent="ประมาณแปดสิบ"),
    "two boxes": step(status="in_progress+done"),
    "a layout there is not": small(layout="รายงานสั้น"),
    "a word that is not in the list": item(no=1, has_data="อาจจะ"),
    "months that are no round": small(round=7),
    "the longest text": small(agency={"name": "ก" * MAX_CELL}),
    "the longest with emoji": small(agency={"name": EMOJI * (MAX_CELL // 2) + "ก"}),
    "a number of many digits": step(percent=10**200),
    "official text, which is the year's": item(no=1, title="ก", components=["ข"], url="https://a.go.th"),
}


@pytest.mark.parametrize("name", TAKEN)
def test_what_is_only_wrong_is_taken_for_a_rule_to_find(name: str) -> None:
    load(TAKEN[name])


@pytest.mark.parametrize("digits", ["9" * 400, "9" * 5000, "9" * 400 + ".5", "-" + "1" * 30_000])
def test_digits_beyond_any_number_are_kept_as_typed(digits: str) -> None:
    assert dump(load(step(percent=digits)))["measures"][0]["steps"][0]["percent"] == digits


# -- the file ---------------------------------------------------------------------------------------


def in_file(content: str | bytes, folder: Path) -> Any:
    """What the case file of this content holds."""
    path = folder / "case.json"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return read_case(path)


HEAD = '{"format": "itaxl-report/1", "fiscal_year": 2567'
BROKEN: dict[str, tuple[str | bytes, str]] = {
    "empty": ("", "บรรทัด 1 ตัวอักษรที่ 1"),
    "cut off": (HEAD + ',\n"agency": {', "บรรทัด 2"),
    "not UTF-8": ((HEAD + ', "layout": "แ"}').encode("cp874"), "UTF-8"),
    "nested without end": ("[" * 100_000, "ซ้อนกันลึกเกินไป"),
    "NaN": (HEAD + ', "round": NaN}', "NaN"),
    "infinity": (HEAD + ', "round": -Infinity}', "-Infinity"),
    "too large a number": (HEAD + ', "round": 1e400}', "1e400"),
    "too many digits": (HEAD + ', "round": ' + "9" * 5000 + "}", "999999999…"),
    "a name twice": (HEAD + ', "fiscal_year": 2566}', "“fiscal_year” ซ้ำกัน"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_file_that_is_no_case_is_refused_with_the_reason(name: str, tmp_path: Path) -> None:
    content, reason = BROKEN[name]
    with pytest.raises(InputError) as caught:
        in_file(content, tmp_path)
    assert reason in str(caught.value)


def test_a_byte_order_mark_is_no_fault(tmp_path: Path) -> None:
    assert in_file(b"\xef\xbb\xbf" + HEAD.encode() + b"}", tmp_path).fiscal_year == 2567
