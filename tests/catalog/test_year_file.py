"""Year files: what the shipped ones say, and that a fault in one is named with its place."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from itaxl.catalog.year import FactKind, Year
from itaxl.catalog.year_file import based_on, read_year, year, years
from itaxl.errors import InputError, TemplateError
from itaxl.files.disk import template_folder
from itaxl.thai.dates import find_years

ITEMS = {
    2563: (43, 42, 43),
    2564: (43, 42, 43),
    2565: (43, 42, 43),
    2566: (43, 42, 43),
    2567: (35, 34, 35),
    2568: (28, 27, 28),
    2569: (26, 25, 26),
}
IDENTITIES = json.loads((Path(__file__).parent.parent / "data" / "items-by-identity.json").read_text("utf-8"))


@pytest.fixture(params=sorted(ITEMS))
def known(request: pytest.FixtureRequest) -> Year:
    return year(request.param)


def test_the_years_are_those_of_the_files() -> None:
    assert set(ITEMS) == set(years())


def test_a_year_has_its_items_its_plan_item_and_its_report_item(known: Year) -> None:
    assert (len(known.items), known.plan_item, known.report_item) == ITEMS[known.year]
    plan, report = known.item(known.plan_item), known.item(known.report_item)
    assert plan is not None
    assert plan.key == "integrity_measures"
    assert report is not None
    assert report.key == "integrity_measures_report"


def test_every_item_has_a_title_and_stands_under_a_sub_indicator(known: Year) -> None:
    assert all(item.title and item.key for item in known.items)
    runs = [item for sub in known.sub_indicators for _, run in known.items_of(sub.no) for item in run]
    assert runs == list(known.items)


def test_no_column_of_the_item_table_is_empty_in_any_year(known: Year) -> None:
    assert [item.code for item in known.items if not item.components] == []
    assert known.elements
    assert known.levels
    assert [item.code for item in known.items if not item.group] == [] or known.year == 2567


def test_a_mandated_field_is_a_field_of_the_form(known: Year) -> None:
    from itaxl.catalog.form import BLOCKS, TABLES
    from itaxl.model.columns import columns

    parts = {part.name: part.record for part in (*BLOCKS, *TABLES)}
    for field in known.mandated:
        name, _, key = field.rpartition(".")
        assert key in {column.key for column in columns(parts[name])}, field


# ---- identity across years -------------------------------------------------------------------------------------------


def test_an_identity_has_the_same_number_in_every_year_as_the_table_says() -> None:
    numbers = {
        key: {str(each): item.no for each in ITEMS if (item := year(each).item_of(key))} for key in IDENTITIES
    }
    numbers["service_statistics"].pop("2569")  # it has no item of its own there: it was merged
    assert numbers == IDENTITIES


def test_no_year_has_an_identity_that_the_table_does_not_know(known: Year) -> None:
    assert {key for item in known.items for key in item.keys} <= IDENTITIES.keys()


def test_an_item_whose_meaning_changed_says_how() -> None:
    assert {item.code for item in year(2567).items if item.changed} == {"O14", "O31", "O35"}
    assert {item.code for item in year(2569).items if item.changed} == {"O10", "O20", "O25"}


# ---- years in the texts ----------------------------------------------------------------------------------------------


def texts(of: Year) -> list[tuple[str, str]]:
    return [(item.code, text) for item in of.items for text in (item.title, item.group, *item.components)]


def test_a_text_speaks_of_the_year_the_year_before_or_a_law(known: Year) -> None:
    for code, text in texts(known):
        spoken = {found.year for found in find_years(text) if not found.of_law}
        assert spoken <= {known.year, known.year - 1}, code


def test_an_item_bound_to_a_year_names_that_year_or_none(known: Year) -> None:
    for item in known.items:
        named = {found.year for line in item.components for found in find_years(line) if not found.of_law}
        if item.year_bound and named and "first" not in item.period:
            assert known.year + item.year_offset in named, item.code


def test_no_tag_is_left_in_a_text(known: Year) -> None:
    assert [code for code, text in texts(known) if "{" in text or "}" in text] == []


def test_a_text_that_names_another_item_names_the_number_of_its_own_year() -> None:
    assert "ตามข้อ O34" in "".join(year(2566).items[34].components)
    assert "ตามข้อ O36" in "".join(year(2564).items[36].components)


def test_a_copied_file_speaks_of_its_own_year(tmp_path: Path) -> None:
    copied = tmp_path / "2571.toml"
    copied.write_text(SOURCE.replace("year = 2567", "year = 2571", 1), encoding="utf-8")
    spoken = {
        found.year for _, text in texts(read_year(copied)) for found in find_years(text) if not found.of_law
    }
    assert spoken == {2571, 2570}


# ---- what stands in --------------------------------------------------------------------------------------------------


def test_what_a_year_leaves_out_is_that_of_the_nearest_year_with_its_years_shifted() -> None:
    plan = year(2569).item_of("strategic_plan")
    assert plan is not None
    assert plan.components[-1] == "เป็นแผนที่มีระยะเวลาบังคับใช้ครอบคลุมปี พ.ศ. 2569"
    source = year(2569).source(plan.basis.components)
    assert (source.kind, source.text) == (FactKind.CARRIED, "ข้อ O7 ปี 2567")


def test_a_merged_item_has_the_elements_of_each_of_its_parts_once() -> None:
    merged = year(2569).item_of("no_gift_report")
    assert merged is not None
    assert year(2569).source(merged.basis.components).text == "ข้อ O26 O27 O28 O29 ปี 2567"
    assert len(merged.components) == len(set(merged.components)) == 9


def test_what_comes_from_a_later_year_is_inferred_and_not_called_carried() -> None:
    assert year(2563).kinds()[FactKind.CARRIED] == 0
    assert year(2565).source(year(2565).items[0].basis.components).kind is FactKind.CARRIED


def test_an_item_that_is_gone_is_named_by_its_title_where_a_text_stands_in(tmp_path: Path) -> None:
    gone = tmp_path / "2568.toml"
    text = (template_folder("workbook") / "2568.toml").read_text(encoding="utf-8")
    gone.write_text(text.replace('"procurement_plan", "procurement_progress"', '"procurement_plan"'), "utf-8")
    lines = "".join(read_year(gone).items[12].components)
    assert "ตามข้อ “ความก้าวหน้าการจัดซื้อจัดจ้างหรือการจัดหาพัสดุ” ของปี 2567" in lines
    assert "O16" not in lines


def test_every_fact_has_a_kind_and_an_address(known: Year) -> None:
    facts = list(known.facts())
    assert len(facts) == 8 + 4 * len(known.items) == sum(known.kinds().values())
    assert all(fact.source.address and "seed" not in fact.source.address for fact in facts)


@pytest.mark.parametrize("unknown", [2570, 2571, 2579])
def test_a_year_without_a_file_is_that_of_the_newest_with_its_years_shifted(unknown: int) -> None:
    stand_in = year(unknown)
    assert (stand_in.year, stand_in.based_on, stand_in.known, stand_in.plan_code) == (
        unknown,
        2569,
        False,
        "",
    )
    assert stand_in.kinds()[FactKind.CARRIED] == sum(stand_in.kinds().values())
    spoken = {found.year for _, text in texts(stand_in) for found in find_years(text) if not found.of_law}
    assert spoken == {unknown, unknown - 1}


@pytest.mark.parametrize("wrong", [2562, 2580, 2026, 0, 25699])
def test_a_year_that_no_file_can_stand_in_for_is_refused_with_the_years_there_are(wrong: int) -> None:
    with pytest.raises(InputError, match=r"2563.*2579"):
        based_on(wrong)


# ---- faults ----------------------------------------------------------------------------------------------------------

SOURCE = (template_folder("workbook") / "2567.toml").read_text(encoding="utf-8")

FAULTS = {
    "อ่านไม่ได้": ("year = 2567", 'year = "2567'),
    "ไม่รู้จักชื่อ “yeer”": ("year = 2567", "yeer = 2567"),
    "ไม่มี “plan_item”": ("plan_item = 34", "# plan_item"),
    "ไม่ใช่ชนิดที่กำหนด": ("plan_item = 34", 'plan_item = "34"'),
    "ต้องเรียง 1, 2, 3": ("no = 2\nkeys", "no = 3\nkeys"),
    "ไม่มีในแฟ้ม": ('sub_indicator = "9.4"', 'sub_indicator = "9.9"'),
    "ซ้ำกัน": ('keys = ["executives"]', 'keys = ["contact"]'),
    "ไม่มี keys": ('keys = ["executives"]', "keys = []"),
    "ไม่มีข้อ O99": ("report_item = 35", "report_item = 99"),
    "ต้องเป็นรายการ": ('"อำนาจหน้าที่"\nsub', '"อำนาจหน้าที่"\naliases = "x"\nsub'),
    r"items\[6\].components\[1\]: มีปี 2567 .*{year}": ("ครอบคลุมปี พ.ศ. {year}", "ครอบคลุมปี พ.ศ. 2567"),
    r"มีปี ๒๕๖๖ .*{year-1}": ("เป็นรายงานผลของปี พ.ศ. {year-1}", "เป็นรายงานผลของปี พ.ศ. ๒๕๖๖"),
    "ไม่รู้จัก {yeer}": ("ครอบคลุมปี พ.ศ. {year}", "ครอบคลุมปี พ.ศ. {yeer}"),
    "ไม่รู้จัก {item:nothing}": ("{item:procurement_progress}", "{item:nothing}"),
    "ไม่มีแหล่งที่มา “nobody”": ('components = "kohchan"', 'components = "nobody"'),
    "เลือกจาก ตามคู่มือ": ('kind = "พบที่หน่วยงาน"', 'kind = "one-source"'),
    "ต้องมีคู่กัน": ('title = "kohchan", components = "kohchan"', 'title = "kohchan"'),
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


@pytest.mark.parametrize(
    "right",
    [
        "ตามพระราชบัญญัติการจัดซื้อจัดจ้างและการบริหารพัสดุภาครัฐ พ.ศ. 2566",  # the year of a law, however near
        "แผนพัฒนา พ.ศ. {=2566} ถึง {year+1}",
        "ยุทธศาสตร์ชาติ พ.ศ. 2561-2580",  # far from the year: nobody leaves such a year over
        "โทร. 02-567-2567",
    ],
)
def test_a_year_that_is_meant_as_it_stands_is_no_fault(right: str, tmp_path: Path) -> None:
    path = tmp_path / "2570.toml"
    fiscal = SOURCE.replace("year = 2567", "year = 2570", 1)
    path.write_text(fiscal.replace("เป็นแผนที่มีระยะเวลาบังคับใช้ครอบคลุมปี พ.ศ. {year}", right, 1), "utf-8")
    assert read_year(path).items[6].components[1] == right.replace("{=2566}", "2566").replace(
        "{year+1}", "2571"
    )


@pytest.mark.parametrize(("gap", "told"), [(5, True), (6, False)])
def test_a_bare_year_is_doubted_five_years_around_the_year(gap: int, told: bool) -> None:
    from itaxl.catalog.year_texts import BadText, check_bare_years

    for bare in (2570 - gap, 2570 + gap):
        if told:
            with pytest.raises(BadText):
                check_bare_years(f"เป็นข้อมูลของปี พ.ศ. {bare}", 2570)
        else:
            check_bare_years(f"เป็นข้อมูลของปี พ.ศ. {bare}", 2570)


def test_a_year_file_that_is_not_text_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "2570.toml"
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(TemplateError):
        read_year(path)
