"""The commands about years: every year has a form, and no paper names what is not known."""

from __future__ import annotations

import re
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from itaxl import pipeline
from itaxl.catalog.year_file import year as year_of
from itaxl.model.columns import LAYOUTS
from itaxl.model.records import Assessment, IndicatorRow, MeasureRow, OItemRow, Options, Report
from itaxl.thai.digits import to_arabic
from tests.cli.conftest import Run
from tests.word.small import part, texts

PLACE = ("--agency", "เทศบาลตำบลธารศิลาทอง", "--amphoe", "ศรีสำโรง", "--province", "สุโขทัย")


def filled(report: Report) -> Report:
    """The form of an agency that exists nowhere, with a result in every row."""
    year = year_of(report.fiscal_year)
    measure = MeasureRow(
        no=1,
        instrument="EIT",
        indicator="7",
        title=("เพิ่มช่องทางประชาสัมพันธ์",),
        method=("จัดทำข่าวทุกสัปดาห์",),
        responsible=("สำนักปลัด",),
        summary=("เผยแพร่ข่าวแล้ว 48 ข่าว",),
        outcome=("ผู้รับบริการทราบข้อมูลมากขึ้น",),
        period="ตลอดปีงบประมาณ",
        status="done",
    )
    told = {"responsible": ("สำนักปลัด",), "progress": ("เผยแพร่บนเว็บไซต์แล้ว",), "status": "done"}
    return replace(
        report,
        assessment=Assessment(fiscal_year=report.fiscal_year - 1, score=91.5, level="ผ่านดี"),
        options=Options(item_tables=True),
        measures=(measure,),
        indicators=tuple(IndicatorRow(no=each.no, **told) for each in year.surveyed),  # type: ignore[arg-type]
        o_items=tuple(OItemRow(no=item.no, **told) for item in year.items),  # type: ignore[arg-type]
    )


def printed_text(report: Report, layout: str) -> str:
    """All that a paper says, digits made Arabic."""
    return to_arabic("\n".join(texts(part(pipeline.paper(report, layout=layout).docx))))


@pytest.fixture
def form(itaxl: Run, tmp_path: Path, request: pytest.FixtureRequest) -> Report:
    target = tmp_path / "แบบ.xlsx"
    assert itaxl("new", "--year", request.param, *PLACE, "-o", target).code == 0
    return filled(pipeline.read_form(target))


@pytest.mark.parametrize("layout", [name for name, _ in LAYOUTS])
@pytest.mark.parametrize("form", [2569], indirect=True)
def test_a_paper_of_2569_names_no_item_and_no_round_that_is_not_known(form: Report, layout: str) -> None:
    said = printed_text(form, layout)
    known = {item.code for item in year_of(2569).items}
    assert set(re.findall(r"O[0-9]+", said)) <= known
    assert set(re.findall(r"25[0-9]{2}", said)) <= {"2569", "2568", "2561", "2558"}  # the years and two laws
    assert "ยกมาจาก" not in said
    assert "อนุมาน" not in said


@pytest.mark.parametrize("layout", [name for name, _ in LAYOUTS])
@pytest.mark.parametrize("form", [2570], indirect=True)
def test_a_paper_of_a_year_without_a_manual_names_no_number_of_an_item_at_all(
    form: Report, layout: str
) -> None:
    said = printed_text(form, layout)
    assert re.findall(r"O[0-9]+", said) == []
    assert "2571" not in said
    assert "ยังไม่มีคู่มือ" not in said
    assert "ยกมาจาก" not in said
    if layout == "matrix":
        assert "มาตรการเพื่อขับเคลื่อนฯ\n" in said


@pytest.mark.parametrize("form", [2569], indirect=True)
def test_the_matrix_of_2569_names_its_plan_item(form: Report) -> None:
    assert "มาตรการเพื่อขับเคลื่อนฯ ตามข้อ O25" in printed_text(form, "matrix")


@pytest.mark.parametrize("form", [2570], indirect=True)
def test_no_finding_on_a_year_without_a_manual_cites_an_item_of_it(form: Report) -> None:
    found = pipeline.check(replace(form, measures=())).findings
    assert found
    assert [
        each.source for each in found if re.search(r"O[0-9]+/25[0-9]{2}", each.source.replace("/2569", ""))
    ] == []


@pytest.mark.parametrize("year", [2563, 2564, 2565, 2566, 2567, 2568, 2569])
def test_every_year_makes_a_form_and_a_paper(year: int, itaxl: Run, tmp_path: Path) -> None:
    target = tmp_path / "แบบ.xlsx"
    said = itaxl("new", "--year", year, *PLACE, "-o", target)
    assert (said.code, "คู่มือ" in said.err) == (0, False)
    text = printed_text(filled(pipeline.read_form(target)), "book")
    assert set(re.findall(r"O[0-9]+", text)) == {item.code for item in year_of(year).items}


@pytest.mark.parametrize(("typed", "year", "based_on"), [("2570", 2570, 2569), ("๒๕๗๙", 2579, 2569)])
def test_a_year_without_a_manual_is_never_refused(
    typed: str, year: int, based_on: int, itaxl: Run, tmp_path: Path
) -> None:
    target = tmp_path / "แบบ.xlsx"
    said = itaxl("new", "--year", typed, *PLACE, "-o", target)
    assert said.code == 0
    assert said.err.endswith(f"ยังไม่มีคู่มือปี {year} ใช้แบบของปี {based_on} ไปก่อน แล้วปรับเมื่อคู่มือออก\n")
    again = tmp_path / "again.xlsx"
    assert itaxl("check", target).code == 1  # an empty form is not ready, and nothing worse
    assert itaxl("report", target).code == 0
    (tmp_path / "case.json").write_text(itaxl("dump", target).out, encoding="utf-8")
    assert f'"based_on": {based_on}' in (tmp_path / "case.json").read_text(encoding="utf-8")
    assert itaxl("load", tmp_path / "case.json", "-o", again).code == 0
    assert pipeline.read_form(again).based_on == based_on


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("2562", "เริ่มที่ปี 2563"),
        ("2580", "ใช้ได้ถึงปี 2579"),
        ("2026", "2026 เป็นปี ค.ศ. โปรดพิมพ์ปี พ.ศ. 2569"),
        ("69", "“69” ไม่ใช่ปี พ.ศ. สี่หลัก"),
        ("๒๕๖", "“๒๕๖” ไม่ใช่ปี พ.ศ. สี่หลัก"),
        ("ปีนี้", "“ปีนี้” ไม่ใช่ปี พ.ศ. สี่หลัก"),
    ],
)
def test_a_year_that_cannot_be_is_told_in_words(typed: str, told: str, itaxl: Run, tmp_path: Path) -> None:
    said = itaxl("new", "--year", typed, *PLACE, "-o", tmp_path / "never.xlsx")
    assert said.code == 2
    assert told in said.err
    assert not (tmp_path / "never.xlsx").exists()


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("แบบมาตรฐาน", "annual"),
        ("แบบ ๑๒ ช่อง", "matrix"),
        ("แบบ 12 ช่อง", "matrix"),
        ("รูปเล่ม", "book"),
        ("concise", "concise"),
    ],
)
def test_a_layout_is_called_as_the_form_shows_it(typed: str, name: str, itaxl: Run, tmp_path: Path) -> None:
    target = tmp_path / "แบบ.xlsx"
    assert itaxl("new", "--year", "พ.ศ. ๒๕๖๙", "--layout", typed, *PLACE, "-o", target).code == 0
    assert pipeline.read_form(target).paper.layout == name
    assert itaxl("report", target, "--layout", typed, "-o", tmp_path / "x.docx").code == 0


def test_a_layout_that_there_is_not_is_told_with_those_there_are(itaxl: Run, tmp_path: Path) -> None:
    said = itaxl("new", "--year", "2569", "--layout", "แบบงาม", *PLACE, "-o", tmp_path / "x.xlsx")
    assert said.code == 2
    assert "“แบบงาม” ใช้ไม่ได้ เลือกได้จาก annual (แบบมาตรฐาน)" in said.err


def test_build_counts_the_kinds_of_every_year(
    itaxl: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: dict[str, bytes] = {}
    monkeypatch.setattr(
        "itaxl.cli.year_commands.write_file", lambda path, data, force: made.update({path.name: data})
    )
    said = itaxl("build", "2568", "๒๕๖๙")
    assert list(made) == ["2568.xlsx", "2569.xlsx"]
    for year in (2568, 2569):
        counts = " · ".join(f"{kind} {count}" for kind, count in year_of(year).kinds().items())
        assert f"ปี {year} {counts}\n" in said.err


def test_build_refuses_a_year_without_a_file(itaxl: Run) -> None:
    said = itaxl("build", "2571")
    assert said.code == 2
    assert "ไม่มีแฟ้มปี 2571.toml" in said.err


@pytest.mark.office
@pytest.mark.parametrize("form", [2569], indirect=True)
def test_the_pdf_of_2569_names_no_item_and_no_round_that_is_not_known(
    form: Report, itaxl: Run, tmp_path: Path
) -> None:
    target = tmp_path / "กรอกแล้ว.xlsx"
    target.write_bytes(pipeline.form(form))
    said = itaxl("report", target, "--pdf", "--digits", "arabic")
    assert said.code == 0, said.err
    (pdf,) = tmp_path.glob("*.pdf")
    text = subprocess.run(
        ["pdftotext", str(pdf), "-"], capture_output=True, check=True, encoding="utf-8"
    ).stdout
    assert set(re.findall(r"O[0-9]+", text)) == {item.code for item in year_of(2569).items}
    assert set(re.findall(r"25[0-9]{2}", text)) <= {"2569", "2568", "2561", "2558"}
    assert "ยกมาจาก" not in text
