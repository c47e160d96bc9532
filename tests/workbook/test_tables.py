"""What the reader makes of the rows of a form, at the edges: each case is a table as a person sees it."""

from __future__ import annotations

import pytest

from itaxl.case.dump import dump
from itaxl.errors import InputError
from itaxl.model.records import Report
from itaxl.workbook.read import read
from tests.markdown import from_markdown


def report(text: str, fiscal_year: int = 2567) -> Report:
    """The report of a form filled from Markdown."""
    return read(from_markdown(text, fiscal_year))


def test_an_empty_form_holds_nothing() -> None:
    assert dump(report("")) == {"format": "itaxl-report/1", "fiscal_year": 2567}


def test_a_blank_row_does_not_shift_the_cells_below_it() -> None:
    found = report(
        """
        ## มาตรการ
        | no | title | method |
        | -- | ----- | ------ |
        | 1  | ก     | ทำ     |
        |    |       |        |
        | 2  | ข     | ทำอีก  |
        """
    )
    assert [(row.no, row.at.cell("method").ref) for row in found.measures] == [(1, "G5"), (2, "G7")]


def test_rows_without_a_measure_go_on_across_a_blank_one() -> None:
    found = report(
        """
        ## มาตรการ
        | no | topic | title | method |
        | 1  |       | ก     | หนึ่ง   |
        |    |       |       | สอง    |
        |    |       |       |        |
        |    |       |       | สาม    |
        |    | ใหม่   |       | สี่     |
        """
    )
    assert [len(steps) for steps in found.steps_by_measure] == [3, 1]
    assert found.measures[2].at.path == "measures[0].steps[2]"
    assert found.measures[3].at.outer_path == "measures[1]"


@pytest.mark.parametrize("blank", ["", "␣", "␣␣", "☐"])
def test_a_row_that_only_looks_empty_is_none(blank: str) -> None:
    assert report(f"## หลักฐาน\n| of | note |\n| {blank} | {blank} |\n| M1 | ก |").evidence[0].of == "M1"


@pytest.mark.parametrize(
    ("done", "impossible", "status", "unread"),
    [
        ("☑", "☐", "done", {}),
        ("✓", "", "done", {}),
        ("/", "□", "done", {}),
        ("", "", None, {}),
        ("☑", "☑", None, {"status": "done+impossible"}),
        ("เสร็จ", "", None, {"status": "done=เสร็จ"}),
        ("☑", "100%+", None, {"status": "done+impossible=100%25%2B"}),
    ],
)
def test_boxes_are_one_clear_tick_or_kept_as_typed(
    done: str, impossible: str, status: str | None, unread: dict[str, str]
) -> None:
    row = report(f"## OIT\n| no | status:done | status:impossible |\n| 3 | {done} | {impossible} |").o_items[
        2
    ]
    assert (row.status, row.unread) == (status, unread)


@pytest.mark.parametrize(
    ("typed", "percent"),
    [
        ("80", 80),
        ("๘๐", 80),
        ("80.5", 80.5),
        ("80%", 80),
        ("␣80␣", 80),
        ("0", 0),
        ("100", 100),
        ("-1", -1),
        ("250", 250),
    ],
)
def test_a_number_in_the_ways_people_write_it(typed: str, percent: float) -> None:
    row = report(f"## มาตรการ\n| no | percent |\n| 1 | {typed} |").measures[0]
    assert (row.percent, row.unread) == (percent, {})


@pytest.mark.parametrize("typed", ["ประมาณแปดสิบ", "80-90", "80 90", "1e2", "8O"])
def test_a_number_that_is_none_is_kept_as_typed(typed: str) -> None:
    row = report(f"## มาตรการ\n| no | percent |\n| 1 | {typed} |").measures[0]
    assert (row.percent, row.unread) == (None, {"percent": typed})


def test_lines_of_a_cell_are_kept_with_their_blank_ones() -> None:
    row = report("## OIT\n| no | progress |\n| 1 | หนึ่ง<br><br>␣สอง |").o_items[0]
    assert row.progress == ("หนึ่ง", "", " สอง")


def test_the_last_row_of_a_fixed_table_is_read() -> None:
    assert report("## OIT\n| no | url |\n| 35 | https://a.go.th |").o_items[-1].url == "https://a.go.th"


def test_signers_stand_side_by_side_and_an_empty_one_between_is_none() -> None:
    found = report("## ข้อมูลหน่วยงาน\n| signers.name | ก | | ข |\n| signers.role | ผู้รายงาน | | ผู้รับรอง |")
    assert [(each.name, each.at.path) for each in found.signers] == [("ก", "signers[0]"), ("ข", "signers[1]")]
    assert found.signers[1].at.cell("name").ref.startswith("E")


def test_scores_end_with_the_last_that_is_filled() -> None:
    found = report("## ข้อมูลหน่วยงาน\n| assessment.indicators:2 | 90 |\n| assessment.indicators:4 | ดี |")
    assert list(found.assessment.indicators) == [None, 90, None, None]
    assert found.assessment.unread == {"indicators:4": "ดี"}


def test_a_measure_may_be_numbered_in_thai_and_in_any_order() -> None:
    found = report("## มาตรการ\n| no | title |\n| ๒ | ก |\n| 1 | ข |")
    assert [row.no for row in found.measures] == [2, 1]


def test_a_sheet_that_is_gone_is_named() -> None:
    sheets = from_markdown("")
    rows = {name: each for name, each in sheets.rows.items() if name != "OIT"}
    with pytest.raises(InputError, match="ไม่มีแผ่นงาน “OIT”"):
        read(type(sheets)(rows))
