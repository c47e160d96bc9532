"""The layout as a book, read back: its parts, its measures by indicator, its items."""

from dataclasses import replace
from typing import Any

import pytest
from lxml import etree

from itaxl.catalog.year_file import year as year_of
from itaxl.model.records import Agency, Front, MeasureRow, OItemRow, Report
from itaxl.thai.digits import for_paper
from tests.word.printed import W, paper, tables, thai
from tests.word.samples import case, everything, raw
from tests.word.small import NS, found, texts

MEASURES = "ที่ | มาตรการ | ขั้นตอนหรือวิธีการ | ผู้รับผิดชอบ | ผลการดำเนินการ"
ITEMS = (
    "ข้อ | ข้อมูล | องค์ประกอบด้านข้อมูล | ผู้รับผิดชอบ | มีข้อมูล | ไม่มีข้อมูล (ระบุเหตุผล) | ข้อมูลเผยแพร่ในเว็บไซต์แล้ว | "
    "ข้อมูลยังไม่เผยแพร่ในเว็บไซต์ (ระบุเหตุผล)"
)
SINGBURI = "singburi-2564"


def styled(root: etree._Element, *styles: str) -> list[str]:
    """The texts of the paragraphs of these styles, in order."""
    return [
        line
        for each in root.iter(f"{W}p")
        if (style := each.find("w:pPr/w:pStyle", NS)) is not None and style.get(f"{W}val") in styles
        for line in texts(each)
    ]


def test_every_step_of_singburi_stands_in_its_row_and_column() -> None:
    rows = [row for table in tables(paper(case(SINGBURI), "book"), MEASURES) for row in table]
    expected = [
        [
            thai(str(measure["no"] or "")) if first else [""],
            thai(measure["title"]) if first else [""],
            thai(step["method"]),
            thai(step["responsible"]),
            thai(step["summary"]),
        ]
        for measure in raw(SINGBURI)["measures"]
        for step in measure["steps"]
        for first in [step is measure["steps"][0]]
    ]
    assert len(rows) == 19
    assert rows == expected


def test_the_headings_of_singburi_are_those_of_its_own_report() -> None:
    root = paper(case(SINGBURI), "book")
    assert styled(root, "Heading1", "Heading2", "Heading3") == [
        "๑. หลักการและเหตุผล",
        "๒. ผลการดำเนินการ",
        "๒.๑ ผลการดำเนินการตามมาตรการฯ ของแบบวัดการรับรู้ของผู้มีส่วนได้ส่วนเสียภายใน (IIT)",
        "๒.๒ ผลการดำเนินการตามมาตรการฯ ของแบบวัดการรับรู้ของผู้มีส่วนได้ส่วนเสียภายนอก (EIT)",
        "ตัวชี้วัดที่ (๖) คุณภาพการดำเนินงาน",
        "ตัวชี้วัดที่ (๗) ประสิทธิภาพการสื่อสาร",
        "ตัวชี้วัดที่ (๘) การปรับปรุงระบบการทำงาน",
        "๒.๓ ผลการดำเนินการตามมาตรการฯ ของแบบวัดด้านการเปิดเผยข้อมูลและการป้องกันการทุจริต (OIT)",
        "ตัวชี้วัด (๙.๑) ข้อมูลพื้นฐาน",
        "ตัวชี้วัด (๙.๒) การบริหารงาน",
        "ตัวชี้วัด (๙.๓) การบริหารเงินงบประมาณ",
        "ตัวชี้วัด (๙.๔) การบริหารและพัฒนาทรัพยากรบุคคล",
        "ตัวชี้วัด (๙.๕) การส่งเสริมความโปร่งใส",
        "ตัวชี้วัด (๑๐.๑) การดำเนินการเพื่อป้องกันการทุจริต",
        "๒.๔ ผลการตรวจติดตามผลการปฏิบัติและกำหนดให้มีผู้รับผิดชอบ (การเปิดเผยข้อมูลสาธารณะ (OIT)) ปีงบประมาณ พ.ศ. ๒๕๖๔",
        "ตัวชี้วัด (๙) การเปิดเผยข้อมูล ประกอบด้วย ๕ ตัวชี้วัดย่อย (๓๓ ข้อมูล)",
    ]


def test_the_items_of_singburi_stand_under_full_width_rows_with_their_ticks() -> None:
    (rows,) = tables(paper(case(SINGBURI), "book"), ITEMS)
    year = year_of(2564)
    typed = {row["no"]: row for row in raw(SINGBURI)["o_items"]}
    expected: list[list[list[str]]] = []
    for sub in year.sub_indicators:
        if sub.no == "10.1":
            expected.append([["ตัวชี้วัด (๑๐) การป้องกันการทุจริต ประกอบด้วย ๒ ตัวชี้วัดย่อย (๑๐ ข้อมูล)"]])
        expected.append([thai(f"ตัวชี้วัดย่อยที่ {sub.no} {sub.name}")])
        for group, items in year.items_of(sub.no):
            expected += [[thai(group)]] if group not in ("", sub.name) else []
            for item in items:
                parts = [line if line.startswith("*") else f"○ {line}" for line in item.components]
                mine = typed[item.no]
                cells = [thai(item.code), thai(item.title), thai(parts), thai(mine["responsible"])]
                expected.append([*cells, ["✓"], [""], ["✓"], [""]])
    assert rows == expected
    assert sum(len(row) == 8 for row in rows) == 43


@pytest.mark.parametrize(
    ("row", "cells"),
    [
        (OItemRow(no=1), ["", "", "", ""]),
        (OItemRow(no=1, has_data=True, published=True), ["✓", "", "✓", ""]),
        (OItemRow(no=1, has_data=False, published=False), ["", "✓", "", "✓"]),
        (
            OItemRow(
                no=1,
                has_data=False,
                no_data_reason="ยังไม่จัดทำ",
                published=False,
                unpublished_reason="เว็บไซต์ขัดข้อง",
            ),
            ["", "ยังไม่จัดทำ", "", "เว็บไซต์ขัดข้อง"],
        ),
        (OItemRow(no=1, unread={"has_data": "มีบางส่วน"}), ["มีบางส่วน", "", "", ""]),
    ],
)
def test_the_four_last_cells_tell_whether_there_is_data_and_whether_it_is_published(
    row: OItemRow, cells: list[str]
) -> None:
    (rows,) = tables(paper(Report(fiscal_year=2567, o_items=(row,)), "book", digits="arabic"), ITEMS)
    first = next(each for each in rows if each[0] == ["O1"])
    assert ["".join(cell) for cell in first[4:]] == cells


def test_cells_of_a_measure_are_merged_over_its_steps() -> None:
    root = paper(case(SINGBURI), "book")
    (first, *_) = [each for each in root.iter(f"{W}tbl") if texts(each)[0] == "ที่"]
    rows = first.findall("w:tr", NS)[1:]
    merges = [[each.get(f"{W}val") for each in found(row, "w:tc/w:tcPr/w:vMerge")] for row in rows]
    assert merges == [["restart", "restart"], [None, None], [None, None]]


def test_sections_without_measures_are_left_out_and_the_others_counted() -> None:
    report = replace(case(SINGBURI), measures=tuple(m for m in case(SINGBURI).measures[3:10] if m))
    heads = styled(paper(report, "book"), "Heading2")
    assert [head.split()[0] for head in heads] == ["๒.๑", "๒.๒"]
    assert "(EIT)" in heads[0]
    assert "๒.๒ ผลการตรวจติดตาม" in heads[1]


def test_measures_of_no_instrument_stand_first_under_the_section_itself() -> None:
    report = Report(
        fiscal_year=2567, measures=(MeasureRow(no=1, title=("ก",)), MeasureRow(no=2, instrument="EIT"))
    )
    root = paper(report, "book", item_tables=False)
    assert [[row[0] for row in rows] for rows in tables(root, MEASURES)] == [[["๑"]], [["๒"]]]
    assert [head.split()[0] for head in styled(root, "Heading2")] == ["๒.๑"]


FRONT: dict[str, Any] = {
    name: (f"บรรทัดของ {name} หนึ่ง", f"บรรทัดของ {name} สอง")
    for name in Front.__dataclass_fields__
    if name not in ("at", "unread")
}


def with_front(**front: Any) -> etree._Element:
    """A small book with a measure of each instrument."""
    measures = tuple(MeasureRow(no=1, instrument=name, title=("ก",)) for name in ("IIT", "EIT", "OIT"))
    report = Report(fiscal_year=2567, agency=Agency(name="อบต.ก"), front=Front(**front), measures=measures)
    return paper(report, "book", digits="arabic")


@pytest.mark.parametrize("name", FRONT)
def test_the_official_wording_stands_where_the_form_says_nothing(name: str) -> None:
    default, typed = (set(texts(root)) for root in (with_front(), with_front(**{name: FRONT[name]})))
    assert set(FRONT[name]) <= typed
    replaced = default - typed
    assert all("อบต.ก" in line or "แบบวัด" in line or "ประเมิน" in line for line in replaced if line)
    if name != "preface_signature":
        assert len(replaced) >= 1


def test_the_cover_the_contents_and_the_items_are_options() -> None:
    report = case(SINGBURI)
    whole = paper(report, "book", cover=True, contents=True, item_tables=True)
    assert "สารบัญ" in texts(whole)
    assert "สารบัญ" not in texts(paper(report, "book", contents=False))
    assert texts(next(whole.iter(f"{W}tbl")))[0] == "รายงานผลการดำเนินการ"
    assert texts(next(paper(report, "book", cover=False, contents=False).iter(f"{W}tbl")))[0] == "ที่"
    assert tables(paper(report, "book", item_tables=False), ITEMS) == []


def test_the_contents_point_at_the_first_and_last_page_of_each_section() -> None:
    root = paper(case(SINGBURI), "book")
    asked = [
        (each.text or "").split()[1] for each in root.iter(f"{W}instrText") if "PAGEREF" in (each.text or "")
    ]
    marks = {each.get(f"{W}name") for each in root.iter(f"{W}bookmarkStart")}
    assert asked == [
        "rationale", "iitFirst", "iitLast", "eitFirst", "eitLast", "oitFirst", "oitLast", "itemsFirst", "itemsLast"
    ]  # fmt: skip
    assert set(asked) <= marks


@pytest.mark.parametrize(("items", "across"), [(True, [0, 0, 1]), (False, [0, 0])])
def test_tables_of_eight_columns_lie_across_and_all_else_stands_upright(
    items: bool, across: list[int]
) -> None:
    root = paper(everything(), "book", item_tables=items)
    sizes = [
        (int(each.get(f"{W}w", "0")), int(each.get(f"{W}h", "0")))
        for each in found(root, "//w:sectPr/w:pgSz")
    ]
    assert [int(width > height) for width, height in sizes] == across
    left = [each.get(f"{W}left") for each in found(root, "//w:sectPr/w:pgMar")]
    assert [margin == "1701" for margin in left] == [not each for each in across]


@pytest.mark.parametrize(("count", "rows"), [(1, [2]), (2, [2]), (3, [2, 2]), (4, [2, 2])])
def test_signers_of_an_upright_page_stand_two_by_two_the_last_one_last(count: int, rows: list[int]) -> None:
    report = replace(everything(), signers=everything().signers[:count])
    root = paper(report, "book", item_tables=False)
    (block,) = [each for each in root.iter(f"{W}tbl") if "(ลงชื่อ)" in "".join(texts(each))]
    lines = [row for row in block.iterfind("w:tr", NS) if "".join(texts(row))]
    assert [len(row.findall("w:tc", NS)) for row in lines] == rows
    assert [role for role in texts(block) if role.startswith("(ลงชื่อ)")] == [
        f"(ลงชื่อ){'.' * 36}" + for_paper(f"signer{n}.role", "thai") for n in range(1, count + 1)
    ]
