"""Year files: what the shipped ones say, and that a fault in one is named with its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from itaxl.catalog.year import Year
from itaxl.catalog.year_file import read_year, year, years
from itaxl.errors import InputError, TemplateError
from itaxl.files.disk import template_folder

ITEMS = {2564: (43, 42, 43), 2566: (43, 42, 43), 2567: (35, 34, 35)}


@pytest.fixture(params=sorted(ITEMS))
def known(request: pytest.FixtureRequest) -> Year:
    return year(request.param)


def test_the_years_are_those_of_the_files() -> None:
    assert set(ITEMS) <= set(years())


def test_a_year_has_its_items_its_plan_item_and_its_report_item(known: Year) -> None:
    assert (len(known.items), known.plan_item, known.report_item) == ITEMS[known.year]
    plan, report = known.item(known.plan_item), known.item(known.report_item)
    assert plan is not None
    assert "มาตรการ" in plan.title
    assert report is not None
    assert "ดำเนินการ" in report.title


def test_every_item_has_a_title_and_stands_under_a_sub_indicator(known: Year) -> None:
    assert all(item.title and item.key for item in known.items)
    runs = [item for sub in known.sub_indicators for _, run in known.items_of(sub.no) for item in run]
    assert runs == list(known.items)


def test_a_mandated_field_is_a_field_of_the_form(known: Year) -> None:
    from itaxl.catalog.form import BLOCKS, TABLES
    from itaxl.model.columns import columns

    parts = {part.name: part.record for part in (*BLOCKS, *TABLES)}
    for field in known.mandated:
        name, _, key = field.rpartition(".")
        assert key in {column.key for column in columns(parts[name])}, field


def test_items_of_the_year_before_are_those_whose_text_says_so() -> None:
    for item in year(2567).items:
        text = " ".join(item.components)
        if item.year_bound and item.year_offset == -1:
            assert "2566" in text, item.code


def test_an_unknown_year_is_refused_with_the_years_there_are() -> None:
    with pytest.raises(InputError, match=r"2599.*2567"):
        year(2599)


SOURCE = (template_folder("workbook") / "2567.toml").read_text(encoding="utf-8")

FAULTS = {
    "อ่านไม่ได้": ("year = 2567", 'year = "2567'),
    "ไม่รู้จักชื่อ “yeer”": ("year = 2567", "yeer = 2567"),
    "ไม่มี “plan_item”": ("plan_item = 34", "# plan_item"),
    "ไม่ใช่ชนิดที่กำหนด": ("plan_item = 34", 'plan_item = "34"'),
    "ต้องเรียง 1, 2, 3": ("no = 2\nkey", "no = 3\nkey"),
    "ไม่มีในแฟ้ม": ('sub_indicator = "9.4"', 'sub_indicator = "9.9"'),
    "ซ้ำกัน": ('key = "executives"', 'key = "contact"'),
    "ไม่มีข้อ O99": ("report_item = 35", "report_item = 99"),
    "ต้องเป็นรายการ": ('"อำนาจหน้าที่"\nsub', '"อำนาจหน้าที่"\naliases = "x"\nsub'),
}


@pytest.mark.parametrize("message", FAULTS)
def test_a_fault_in_a_year_file_is_named_with_its_place(message: str, tmp_path: Path) -> None:
    before, after = FAULTS[message]
    assert before in SOURCE
    path = tmp_path / "2570.toml"
    path.write_text(SOURCE.replace(before, after, 1), encoding="utf-8")
    with pytest.raises(TemplateError, match=message) as fault:
        read_year(path)
    assert "2570.toml" in str(fault.value)


def test_a_year_file_that_is_not_text_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "2570.toml"
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(TemplateError):
        read_year(path)
