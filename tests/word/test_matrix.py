"""The layout in 12 columns, read back cell by cell."""

from dataclasses import replace
from typing import Any

import pytest

from itaxl.model.records import MeasureRow, Paper, Report
from tests.word.printed import W, paper, print_report, tables, thai
from tests.word.samples import case, raw, year
from tests.word.small import NS, WP, found, part, texts

HEADING = (
    "ลำดับที่ | ตัวชี้วัดการประเมิน {} | หัวข้อย่อยการประเมิน | การกำหนดแนวทางฯ หรือมาตรการเพื่อขับเคลื่อนฯ ตามข้อ {} | "
    "(1) ผู้รับผิดชอบหรือผู้ที่เกี่ยวข้อง | ระยะเวลาดำเนินการแล้วเสร็จ | (2) การกำหนดขั้นตอนหรือวิธีการปฏิบัติ | "
    "(3) แนวทางการกำกับติดตามให้นำไปสู่การปฏิบัติ | ยังไม่ดำเนินการ | อยู่ระหว่างดำเนินการ | ดำเนินการแล้ว | (4) รายงานผลการดำเนินการ"
)
MARKS = {
    "not_started": ["√", "-", "-"],
    "in_progress": ["-", "√", "-"],
    "done": ["-", "-", "√"],
    "impossible": ["-", "-", "-"],
}


def lines(typed: Any) -> list[str]:
    """The lines of a cell as typed; an empty cell is one empty line."""
    return ([typed] if isinstance(typed, str) else list(typed)) or [""]


@pytest.mark.parametrize(("instrument", "count"), [("IIT", 2), ("EIT", 3), ("OIT", 2)])
def test_every_measure_of_dongtangao_stands_in_the_table_of_its_instrument(
    instrument: str, count: int
) -> None:
    (rows,) = tables(paper(case("dongtangao-2566"), "matrix"), HEADING.format(instrument, "O42"))
    mine = [each for each in raw("dongtangao-2566")["measures"] if each["instrument"] == instrument]
    assert [row[0] for row in rows] == [[str(n)] for n in range(1, count + 1)]
    for row, measure in zip(rows, mine, strict=True):
        (step,) = measure["steps"]
        assert row == [
            [str(measure["no"])],
            lines(measure["indicator"]),
            lines(measure["topic"]),
            lines(measure["title"]),
            lines(step["responsible"]),
            lines(step["period"]),
            lines(step["method"]),
            lines(step["monitoring"]),
            *([mark] for mark in MARKS[step["status"]]),
            lines(step["summary"]),
        ]


def result(step: MeasureRow) -> list[tuple[str, str]]:
    """The lines of column (4), each with what of it is underlined, as Arabic digits have them."""
    report = Report(fiscal_year=2567, measures=(replace(step, no=1, instrument="IIT", title=("ก",)),))
    root = part(print_report(report, "matrix", digits="arabic").data)
    cell = found(root, "//w:tbl/w:tr[2]/w:tc[12]")[0]
    return [
        (
            text,
            "".join(
                run.findtext("w:t", "", NS) for run in found(each, "w:r[w:rPr/w:rStyle[@w:val='Headline']]")
            ),
        )
        for each, text in zip(cell.iter(f"{W}p"), texts(cell), strict=True)
    ]


@pytest.mark.parametrize(
    ("step", "expected"),
    [
        (
            MeasureRow(status="done", percent=100.0, summary=("ดำเนินการครบถ้วน 80%", "1. ผล")),
            [("ดำเนินการครบถ้วน 80%", "ดำเนินการครบถ้วน 80%"), ("1. ผล", "")],
        ),
        (
            MeasureRow(status="done", percent=80.0, summary=("จัดประชุม", "ครบ 100%")),
            [("ดำเนินการแล้ว 80%", "ดำเนินการแล้ว 80%"), ("จัดประชุม", ""), ("ครบ 100%", "")],
        ),
        (MeasureRow(summary=("ดำเนินการร้อยละ ๕๐",)), [("ดำเนินการร้อยละ 50", "ดำเนินการร้อยละ 50")]),
        (MeasureRow(summary=("ครบ 100% 1. ผล",)), [("ครบ 100% 1. ผล", "ครบ 100%")]),
        (
            MeasureRow(status="in_progress", percent=62.5),
            [("อยู่ระหว่างดำเนินการ 62.5%", "อยู่ระหว่างดำเนินการ 62.5%")],
        ),
        (MeasureRow(unread={"percent": "ประมาณแปดสิบ"}), [("ร้อยละ ประมาณแปดสิบ", "ร้อยละ ประมาณแปดสิบ")]),
        (MeasureRow(status="done", summary=("1. ผล",)), [("1. ผล", "")]),
        (
            MeasureRow(status="impossible", reason="ไม่มีงบประมาณ", summary=("จัดทำแล้ว 20%",)),
            [("ไม่มีงบประมาณ", ""), ("จัดทำแล้ว 20%", "จัดทำแล้ว 20%")],
        ),
    ],
)
def test_a_first_line_with_a_percentage_is_underlined_else_the_percentage_is_printed_so(
    step: MeasureRow, expected: list[tuple[str, str]]
) -> None:
    assert result(step) == expected


def test_the_style_of_that_line_underlines() -> None:
    data = print_report(case("dongtangao-2566"), "matrix").data
    styles = part(data, "word/styles.xml")
    assert found(styles, "//w:style[@w:styleId='Headline']/w:rPr/w:u[@w:val='single']")


@pytest.mark.parametrize("status", MARKS)
def test_the_three_columns_of_status_hold_one_tick_at_most(status: str) -> None:
    report = Report(fiscal_year=2567, measures=(MeasureRow(no=1, title=("ก",), status=status),))
    ((row,),) = tables(paper(report, "matrix"), HEADING.replace(" {}", "", 1).format("O34").translate(THAI))
    assert row[8:11] == [[mark] for mark in MARKS[status]]


THAI = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")


def test_a_tick_is_of_the_pinned_face() -> None:
    root = paper(case("dongtangao-2566"), "matrix")
    runs = [run for run in root.iter(f"{W}r") if "".join(t.text or "" for t in run.iter(f"{W}t")) == "√"]
    assert len(runs) == 7
    for run in runs:
        (fonts,) = found(run, "w:rPr/w:rFonts")
        assert set(fonts.attrib.values()) == {"Segoe UI Symbol"}


def test_the_measures_of_other_years_name_their_own_plan_item() -> None:
    report = replace(
        case("kohchan-2567"),
        measures=tuple(replace(each, instrument="EIT") for each in case("kohchan-2567").measures),
    )
    (rows,) = tables(paper(report, "matrix"), HEADING.format("EIT", "O34").translate(THAI))
    assert len(rows) == 3


def test_a_bare_number_of_an_indicator_gets_its_name() -> None:
    root = paper(case("singburi-2564"), "matrix")
    (rows,) = tables(root, HEADING.format("EIT", "O42").translate(THAI))
    assert [row[1] for row in rows if row[1] != [""]] == [
        thai("(6) คุณภาพการดำเนินงาน"),
        thai("(7) ประสิทธิภาพการสื่อสาร"),
        thai("(8) การปรับปรุงระบบการทำงาน"),
    ]


@pytest.mark.parametrize(("link", "pictures"), [("https://itas.nacc.go.th/go/eit/abc", 1), ("", 0)])
def test_the_qr_page_holds_the_code_of_the_link_or_a_place_for_it(link: str, pictures: int) -> None:
    report = replace(case("dongtangao-2566"), paper=replace(case("dongtangao-2566").paper, eit_url=link))
    root = paper(report, "matrix", qr=True)
    assert len(found(root, "//w:drawing")) == pictures
    assert [line for line in texts(root) if line.startswith("http")] == [link] * pictures
    assert "QR-CODE แบบวัด EIT ขององค์การบริหารส่วนตำบลดงตะงาว" in texts(root)
    off = paper(report, "matrix", qr=False)
    assert not [line for line in texts(off) if "QR" in line]
    assert len(found(off, "//w:sectPr")) == len(found(root, "//w:sectPr")) - 1


def test_the_qr_code_says_the_link() -> None:
    import segno

    link = "https://itas.nacc.go.th/go/eit/abc"
    report = Report(fiscal_year=2566, paper=Paper(eit_url=link))
    import io
    import zipfile

    made = zipfile.ZipFile(io.BytesIO(print_report(report, "matrix").data))
    (name,) = [name for name in made.namelist() if name.endswith(".png")]
    expected = io.BytesIO()
    segno.make(link, error="m", micro=False).save(expected, kind="png", scale=12, border=4)
    assert made.read(name) == expected.getvalue()


@pytest.mark.parametrize(("letters", "pictures"), [(2331, 1), (2332, 0)])  # what the largest QR code holds
def test_a_link_too_long_for_a_qr_code_leaves_its_place_empty(letters: int, pictures: int) -> None:
    report = Report(fiscal_year=2566, paper=Paper(eit_url="a" * letters))
    assert len(list(paper(report, "matrix").iter(f"{{{WP}}}docPr"))) == pictures


def test_a_measure_spans_its_steps_in_its_four_first_cells() -> None:
    steps = (
        MeasureRow(no=1, instrument="IIT", title=("ก",), topic="I1", indicator="1"),
        MeasureRow(method=("ข",)),
    )
    root = paper(Report(fiscal_year=2567, measures=steps), "matrix", qr=False)
    rows = [each for each in root.iter(f"{W}tr") if found(each, "w:tc/w:tcPr/w:vMerge")]
    merges = [
        [
            [merge.get(f"{W}val") for merge in found(cell, "w:tcPr/w:vMerge")]
            for cell in row.iterfind("w:tc", NS)
        ]
        for row in rows
    ]
    assert merges == [[["restart"]] * 4 + [[]] * 8, [[None]] * 4 + [[]] * 8]


def test_a_row_with_an_instrument_and_a_topic_but_no_number_stands_under_its_own_instrument() -> None:
    rows = (
        MeasureRow(no=1, instrument="IIT", topic="ก", title=("ข",), summary=("ผลหนึ่ง",)),
        MeasureRow(method=("ขั้นสอง",), summary=("ผลสอง",)),
        MeasureRow(instrument="EIT", indicator="6", topic="ค", summary=("ผลสาม",)),
    )
    root = paper(Report(fiscal_year=2567, measures=rows), "matrix", digits="arabic")
    (iit,), (eit,) = (tables(root, HEADING.format(name, year().plan_code)) for name in ("IIT", "EIT"))
    assert [row[-1] for row in iit] == [["ผลหนึ่ง"], ["ผลสอง"]]
    (only,) = eit
    assert only[1:3] == [["(6) คุณภาพการดำเนินงาน"], ["ค"]]
    assert only[-1] == ["ผลสาม"]
