"""The shipped layouts, read back cell by cell: what was in the report stands in its table, row and column."""

import zipfile
from dataclasses import replace
from io import BytesIO
from typing import Any

import pytest
from lxml import etree

from itaxl.model.columns import Kind, columns
from itaxl.model.records import (
    Agency,
    Assessment,
    Front,
    IndicatorRow,
    MeasureRow,
    OItemRow,
    Paper,
    Plan,
    Record,
    Report,
    Signer,
)
from itaxl.thai.digits import for_paper, to_thai
from itaxl.word import find_layout, list_layouts
from itaxl.word.vocabulary import find_unprinted, head_column
from tests.word.printed import W, paper, print_report, tables, thai
from tests.word.samples import case, everything, raw, with_item, year
from tests.word.small import NS, found, texts

MEASURES = (
    "ลำดับ | มาตรการ/กิจกรรม | วิธีดำเนินการ | ระยะเวลาในการดำเนินการ | ผู้รับผิดชอบ | สรุปผลการดำเนินการตามมาตรการหรือกิจกรรม | "
    "ผลลัพธ์หรือความสำเร็จในการดำเนินการ"
)
INDICATORS = "ตัวชี้วัด | แนวทางในการยกระดับการประเมิน | ผู้รับผิดชอบ | ระยะเวลา | ความก้าวหน้าผลการดำเนินการ"
ITEMS = "ข้อ | ข้อมูล | องค์ประกอบด้านข้อมูล | ผู้รับผิดชอบ | ความก้าวหน้าผลการดำเนินการ"
CONCISE = "มาตรการ/แนวทาง | ขั้นตอน/วิธีการปฏิบัติ | หน่วยงานผู้รับผิดชอบ | ระยะเวลาดำเนินการ | สรุปผลการดำเนินการ | ผลลัพธ์/ความสำเร็จ"
ALL: dict[str, Any] = {"item_tables": True, "qr": True, "contents": True, "catchwords": True, "cover": True}


# ---- annual ----------------------------------------------------------------------------------------------------------


def test_every_measure_of_kohchan_stands_in_its_row_and_column() -> None:
    (rows,) = tables(paper(case("kohchan-2567"), "annual"), MEASURES)
    measures = raw("kohchan-2567")["measures"]
    assert len(measures) == 3
    assert rows == [
        [
            thai(str(measure["no"])),
            thai(measure["title"]),
            thai(step["method"]),
            thai(step["period"]),
            thai(step["responsible"]),
            thai(step["summary"]),
            thai(step["outcome"]),
        ]
        for measure in measures
        for step in measure["steps"]
    ]


def test_every_indicator_of_kohchan_stands_in_its_row_and_column() -> None:
    iit, eit = tables(paper(case("kohchan-2567"), "annual", item_tables=True), INDICATORS)
    official = {indicator.no: indicator.name for indicator in year().indicators}
    typed = raw("kohchan-2567")["indicators"]
    assert [len(iit), len(eit)] == [5, 3]
    assert [*iit, *eit] == [
        [
            thai(f"ตัวชี้วัดที่ {row['no']} {official[row['no']]}"),
            thai(row["guidelines"]),
            thai(row["responsible"]),
            thai(row["period"]),
            ["☐ ยังไม่ได้ดำเนินการ", "☑ ดำเนินการ", *(for_paper(line, "thai") for line in row["progress"])],
        ]
        for row in typed
    ]


def test_every_item_of_kohchan_stands_in_its_row_and_column() -> None:
    rows = [
        row for each in tables(paper(case("kohchan-2567"), "annual", item_tables=True), ITEMS) for row in each
    ]
    typed = {row["no"]: row for row in raw("kohchan-2567")["o_items"]}
    assert len(rows) == len(typed) == 35
    for row, official in zip(rows, year().items, strict=True):
        mine = typed[official.no]
        parts = [line if line.startswith("*") else f"- {line}" for line in official.components]
        assert mine["status"] == "done"
        boxes = ["☐ ยังไม่ได้ดำเนินการ", "☑ ดำเนินการ"]
        assert row == [
            thai(f"O{official.no}"),
            thai(official.title),
            thai(parts),
            thai(mine["responsible"]),
            [*boxes, *(for_paper(line, "thai") for line in mine["progress"])],
        ]


def test_headings_and_group_lines_stand_over_their_tables() -> None:
    root = paper(case("kohchan-2567"), "annual", item_tables=True)
    styled = [
        ("".join(texts(each)), style.get(f"{W}val"))
        for each in root.iter(f"{W}p")
        for style in found(
            each, "w:pPr/w:pStyle[@w:val='Heading1' or @w:val='Heading2' or @w:val='GroupLine']"
        )
    ]
    expected = [(f"ประเด็นการประเมิน {name}", "Heading1") for name in ("IIT", "EIT", "OIT")]
    for sub in year().sub_indicators:
        expected.append((to_thai(f"ตัวชี้วัดย่อยที่ {sub.no} {sub.name}"), "Heading2"))
        groups = [group for group, _ in year().items_of(sub.no)]
        expected += [(to_thai(group), "GroupLine") for group in groups if group not in ("", sub.name)]
    assert styled == expected
    assert ("ตัวชี้วัดย่อยที่ ๙.๑ ข้อมูลพื้นฐาน", "Heading2") in styled


def test_item_tables_are_an_option() -> None:
    root = paper(case("kohchan-2567"), "annual", item_tables=False)
    assert tables(root, ITEMS) == tables(root, INDICATORS) == []
    assert "ประเด็นการประเมิน IIT" not in texts(root)


def status_cell(report: Report, **options: Any) -> list[str]:
    """The last cell of O1."""
    return tables(paper(report, "annual", item_tables=True, **options), ITEMS)[0][0][4]


@pytest.mark.parametrize(
    ("status", "reason", "boxes", "expected"),
    [
        (None, "", 2, ["☐ ยังไม่ได้ดำเนินการ", "☐ ดำเนินการ"]),
        ("not_started", "", 2, ["☑ ยังไม่ได้ดำเนินการ", "☐ ดำเนินการ"]),
        ("in_progress", "", 2, ["☐ ยังไม่ได้ดำเนินการ", "☑ อยู่ระหว่างดำเนินการ", "☐ ดำเนินการ"]),
        ("done", "", 3, ["☐ ยังไม่ได้ดำเนินการ", "☐ อยู่ระหว่างดำเนินการ", "☑ ดำเนินการ"]),
        (
            "impossible",
            "ไม่มีงบประมาณ",
            2,
            ["☐ ยังไม่ได้ดำเนินการ", "☐ ดำเนินการ", "☑ ไม่สามารถดำเนินการได้", "ไม่มีงบประมาณ"],
        ),
    ],
)
def test_the_boxes_say_the_status(status: str | None, reason: str, boxes: int, expected: list[str]) -> None:
    report = with_item(case("kohchan-2567"), 1, status=status, reason=reason, progress=("- ผล",))
    assert status_cell(report, boxes=boxes) == [*expected, "- ผล"]


def test_the_boxes_are_real_content_controls_in_the_same_state() -> None:
    report = with_item(case("kohchan-2567"), 1, status="not_started")
    root = paper(report, "annual", item_tables=True)
    controls = found(root, "//w:sdt[w:sdtPr/w14:checkbox]")
    assert len(controls) == 2 * (8 + 35)
    for control in controls:
        (state,) = found(control, "w:sdtPr/w14:checkbox/w14:checked")
        assert {"☑": "1", "☐": "0"}["".join(texts_of_runs(control))] == state.get(f"{{{NS['w14']}}}val")
        (fonts,) = found(control, "w:sdtContent/w:r/w:rPr/w:rFonts")
        assert set(fonts.attrib.values()) == {"Segoe UI Symbol"}


def texts_of_runs(control: etree._Element) -> list[str]:
    """The text of each w:t below an element."""
    return [each.text or "" for each in control.iter(f"{W}t")]


# ---- concise ---------------------------------------------------------------------------------------------------------


def test_every_measure_of_changhaitok_stands_in_its_row_and_column() -> None:
    (rows,) = tables(paper(case("changhaitok-2567"), "concise"), CONCISE)
    measures = raw("changhaitok-2567")["measures"]
    assert len(measures) == 6
    for row, measure in zip(rows, measures, strict=True):
        (step,) = measure["steps"]
        first, *rest = measure["title"]
        assert row == [
            thai([f"{measure['no']}. {first}", *rest]),
            thai(step["method"]),
            thai(step["responsible"]),
            thai(step["period"]),
            thai(step["summary"]),
            thai(step["outcome"]),
        ]


def test_the_cover_of_concise_names_the_round() -> None:
    cover = next(paper(case("changhaitok-2567"), "concise").iter(f"{W}tbl"))
    assert texts(cover) == [
        "รายงานผลการดำเนินการ",
        "เพื่อส่งเสริมคุณธรรมและความโปร่งใส",
        "ภายในหน่วยงานประจำปีงบประมาณ ๒๕๖๗",
        "รอบ ๑๒ เดือน",
        "องค์การบริหารส่วนตำบลช้างให้ตก",
        "อำเภอโคกโพธิ์ จังหวัดปัตตานี",
    ]


# ---- what all of them share ------------------------------------------------------------------------------------------

SHIPPED = [layout.name for layout in list_layouts()]
MEASURED = {"annual": (MEASURES, 1), "concise": (CONCISE, 0)}


@pytest.mark.parametrize("layout", MEASURED)
def test_a_measure_spans_its_steps_with_merged_cells(layout: str) -> None:
    heading, title = MEASURED[layout]
    root = paper(everything(), layout, digits="arabic")
    (rows,) = tables(root, heading)
    titles = ["".join(row[title]) for row in rows]
    assert ["m1.title" in titles[0], titles[1], "m2.title" in titles[2]] == [True, "", True]
    merges = [
        [each.get(f"{W}val") for each in found(row, "w:tc/w:tcPr/w:vMerge")] for row in found(root, "//w:tr")
    ]
    merged = 2 if layout == "annual" else 1
    assert [each for each in merges if each] == [["restart"] * merged, [None] * merged, ["restart"] * merged]


@pytest.mark.parametrize("layout", SHIPPED)
def test_the_check_of_layouts_finds_nothing_in_a_shipped_one(layout: str) -> None:
    assert find_layout(layout).find_faults() == []


RECORDS: tuple[type[Record], ...] = (
    Agency, Assessment, Paper, Plan, Front, Signer, MeasureRow, IndicatorRow, OItemRow
)  # fmt: skip


def headings_not_declared_for(layout: str) -> set[str]:
    """The headings of the columns that do not say that this layout prints them."""
    return {
        head_column(record, column)
        for record in RECORDS
        for column in columns(record)
        if layout not in column.prints
    }


@pytest.mark.parametrize("layout", SHIPPED)
def test_a_layout_prints_the_fields_that_their_columns_say_it_prints(layout: str) -> None:
    every_field = find_unprinted(everything(), lambda _: False)
    left = print_report(everything(), layout, **ALL).unprinted
    assert set(left) == set(every_field) & headings_not_declared_for(layout)


@pytest.mark.parametrize("layout", SHIPPED)
def test_every_field_that_a_layout_prints_is_on_its_paper(layout: str) -> None:
    root = paper(everything(), layout, digits="arabic", **ALL)
    text = "\n".join(texts(root))
    for record, name in ((Agency, "agency"), (Plan, "plan"), (Signer, "signer4"), (MeasureRow, "m1")):
        for column in columns(record):
            typed = isinstance(getattr(everything_of(name), column.key), str | tuple) and column.key != "kind"
            if (
                typed
                and column.kind in (Kind.TEXT, Kind.LINES)
                and layout in column.prints
                and getattr(everything_of(name), column.key)
            ):
                assert f"{name}.{column.key}" in text, f"{name}.{column.key}"


def everything_of(name: str) -> Record:
    """A record of the full report."""
    report = everything()
    records: dict[str, Record] = {
        "agency": report.agency, "plan": report.plan, "signer4": report.signers[3], "m1": report.measures[0]
    }  # fmt: skip
    return records[name]


@pytest.mark.parametrize("layout", SHIPPED)
def test_digits_follow_the_switch_everywhere(layout: str) -> None:
    arabic = "\n".join(texts(paper(case("kohchan-2567"), layout, digits="arabic", **ALL)))
    assert not set("๐๑๒๓๔๕๖๗๘๙") & set(arabic)
    thai_text = "\n".join(texts(paper(case("kohchan-2567"), layout, digits="thai", **ALL)))
    assert not set("0123456789") & set(thai_text)


@pytest.mark.parametrize("layout", SHIPPED)
@pytest.mark.parametrize("draft", [True, False])
def test_the_draft_mark_stands_in_every_header_of_a_draft_only(layout: str, draft: bool) -> None:
    data = print_report(case("kohchan-2567"), layout, draft=draft).data
    with zipfile.ZipFile(BytesIO(data)) as package:
        headers = [name for name in package.namelist() if "header" in name]
        marks = ["ร่าง" in "".join(texts(etree.fromstring(package.read(name)))) for name in headers]
    assert headers
    assert marks == [draft] * len(headers)


@pytest.mark.parametrize("layout", SHIPPED)
@pytest.mark.parametrize("count", range(5))
def test_signers_sign_in_one_row_that_never_splits(layout: str, count: int) -> None:
    report = replace(everything(), signers=everything().signers[:count])
    root = paper(report, layout)
    blocks = [each for each in root.iter(f"{W}tbl") if "(ลงชื่อ)" in "".join(texts(each))]
    assert len(blocks) == (1 if count else 0)
    for block in blocks:
        assert len(found(block, "w:tr")) == len(found(block, "w:tr/w:trPr/w:cantSplit"))
        assert "".join(texts(block)).count("(ลงชื่อ)") == count
        assert len(found(block, "w:tblGrid/w:gridCol")) == max(
            map(len, (row.findall("w:tc", NS) for row in found(block, "w:tr")))
        )


def test_a_signer_without_name_and_date_gets_dots_to_write_on() -> None:
    root = paper(replace(everything(), signers=(Signer(role="ผู้รายงาน"),)), "annual")
    block = next(each for each in root.iter(f"{W}tbl") if "(ลงชื่อ)" in "".join(texts(each)))
    lines = [line for line in texts(block) if line]
    assert [line.strip(".() ") for line in lines] == ["ลงชื่อ)" + "." * 36 + "ผู้รายงาน", "", "วันที่"]


@pytest.mark.parametrize(
    ("assessment", "said"),
    [
        (
            Assessment(fiscal_year=2567, score=93.65, level="ผ่าน"),
            "จากการประเมินคุณธรรมและความโปร่งใสในการดำเนินงานของอบต. ประจำปีงบประมาณ พ.ศ. ๒๕๖๗ โดยภาพรวมได้คะแนน ๙๓.๖๕ คะแนน อยู่ในระดับ ผ่าน อบต. ได้รายงาน",
        ),
        (
            Assessment(score=93.65),
            "จากการประเมินคุณธรรมและความโปร่งใสในการดำเนินงานของอบต. โดยภาพรวมได้คะแนน ๙๓.๖๕ คะแนน อบต. ได้รายงาน",
        ),
        (
            Assessment(level="ผ่าน"),
            "จากการประเมินคุณธรรมและความโปร่งใสในการดำเนินงานของอบต. โดยภาพรวมอยู่ในระดับ ผ่าน อบต. ได้รายงาน",
        ),
        (Assessment(fiscal_year=2567), "อบต. ได้รายงาน"),
    ],
)
@pytest.mark.parametrize("layout", ["annual", "concise"])
def test_the_introduction_never_breaks_off(layout: str, assessment: Assessment, said: str) -> None:
    report = Report(fiscal_year=2567, agency=Agency(name="อบต."), assessment=assessment)
    (intro,) = (line for line in texts(paper(report, layout)) if "ได้รายงานผล" in line)
    assert intro == (
        f"{said}ผลการดำเนินงานตามมาตรการเพื่อส่งเสริมคุณธรรมและความโปร่งใสในหน่วยงานภาครัฐ ประจำปีงบประมาณ พ.ศ. ๒๕๖๗ "
        "และได้แสดงมาตรการกิจกรรมที่ดำเนินการ การสรุปผลการดำเนินการ และผลลัพธ์ของการดำเนินการ "
        "กำหนดผู้รับผิดชอบหรือผู้ที่เกี่ยวข้อง ดังนี้"
    )


@pytest.mark.parametrize("layout", SHIPPED)
def test_a_report_that_holds_nothing_still_prints(layout: str) -> None:
    text = "\n".join(texts(paper(Report(fiscal_year=2567), layout, **ALL)))
    assert "None" not in text
    assert "{" not in text


def test_the_cover_is_an_option() -> None:
    on, off = (paper(case("kohchan-2567"), "annual", cover=cover) for cover in (True, False))
    assert [len(found(root, "//w:sectPr")) for root in (on, off)] == [2, 1]
    assert (
        texts(next(on.iter(f"{W}tbl")))[0] == "รายงานผลการดำเนินการเพื่อส่งเสริมคุณธรรม/และความโปร่งใสภายในหน่วยงาน"
    )


def test_item_tables_that_are_off_are_told_as_unprinted() -> None:
    off = print_report(case("kohchan-2567"), "annual", item_tables=False).unprinted
    on = print_report(case("kohchan-2567"), "annual", item_tables=True).unprinted
    assert {
        f"{heading} ({sheet})"
        for heading in ("ความก้าวหน้าผลการดำเนินการ", "สถานะ")
        for sheet in ("IIT-EIT", "OIT")
    } <= set(off)
    assert on == ()
