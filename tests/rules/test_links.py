"""L: what is said to be published can be opened, what is said to be done can be shown."""

from __future__ import annotations

import pytest

from tests.rules.small_reports import Json, findings, hits, indicator, item, measure, of_measure, report


def of_url(code: str, url: str) -> list[str]:
    return [quote for _, quote in hits(code, report(o_items=[item(5, "ก 1 ข่าว", url=url)]))]


# -- L01, L02, L03 ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("url", "quote"),
    [
        ("www.example.go.th/o5", "www.example.go.th/o5"),
        ("เว็บไซต์ อบต.", "เว็บไซต์"),
        ("https://example", "https://example"),
        ("http:/example.go.th", "http:/example.go.th"),
        (r"C:\ITA\o5.pdf", r"C:\ITA\o5.pdf"),
        ("https://example.go.th/แผน ปี 2567.pdf", "ปี"),
        ("https://192.168.1.5/ita", "https://192.168.1.5/ita"),
    ],
)
def test_l01_fires_on_a_link_that_cannot_be_opened(url: str, quote: str) -> None:
    assert of_url("L01", url) == [quote]


def test_l01_fires_on_the_links_of_evidence_and_of_the_survey() -> None:
    data = report(eit_url="itas.nacc.go.th", evidence=[{"of": "M1", "url": "ดูในแฟ้ม"}])
    assert hits("L01", data) == [("eit_url", "itas.nacc.go.th"), ("evidence[0].url", "ดูในแฟ้ม")]


@pytest.mark.parametrize(
    "url",
    [
        "",
        "-",
        "https://www.example.go.th/ita/2567/o5",
        "http://example.go.th:8080/?page=5#top",
        "https://www.example.go.th/แผน๒๕๖๗.pdf",
        "https://a.go.th/1\nhttps://a.go.th/2, https://a.go.th/3",
    ],
)
def test_l01_is_silent_on_links_that_can_be_opened_and_on_empty_cells(url: str) -> None:
    assert of_url("L01", url) == []


@pytest.mark.parametrize("url", ["https://www.example.go.th", "http://example.go.th/"])
def test_l02_fires_on_the_home_page(url: str) -> None:
    assert of_url("L02", url) == [url]


@pytest.mark.parametrize(
    "url", ["https://www.example.go.th/o5", "https://example.go.th/?id=5", "example.go.th", ""]
)
def test_l02_is_silent_on_a_page_within_the_site(url: str) -> None:
    assert of_url("L02", url) == []


def test_l03_fires_once_for_all_links_that_are_missing() -> None:
    data = report(2564, "book", o_items=[{"no": no, "has_data": True, "published": True} for no in (2, 3, 4)])
    (found,) = findings("L03", data)
    assert (found.field, found.message) == ("o_items", "มี 3 ข้อที่เผยแพร่หรือดำเนินการแล้ว แต่ยังไม่มีลิงก์ เริ่มจากข้อ O2")


def test_l03_is_silent_where_links_stand_or_nothing_is_published_or_printed() -> None:
    rows = [
        item(1, "ก", url="https://a.go.th/1"),
        item(2, "ข", status="not_started"),
        {"no": 3, "published": False},
    ]
    assert hits("L03", report(o_items=rows)) == []
    assert hits("L03", report(tables=False, o_items=[item(1, "ก")])) == []


# -- L11 ----------------------------------------------------------------------------------------------

TWO_STEPS = measure(steps=[{"summary": ["ก"]}, {"summary": ["ข"]}])


@pytest.mark.parametrize("of", ["M2", "M1.3", "I9", "I0", "O36", "ข้อ 5", "X1", "O5.1"])
def test_l11_fires_on_evidence_of_a_row_that_is_not_there(of: str) -> None:
    assert hits("L11", report(measures=[TWO_STEPS], evidence=[{"of": of}])) == [("evidence[0].of", of)]


@pytest.mark.parametrize("of", ["M1", "m1", "M1.2", "M๑", "I8", "O35", "O 5", ""])
def test_l11_is_silent_on_rows_of_the_form(of: str) -> None:
    assert hits("L11", report(measures=[TWO_STEPS], evidence=[{"of": of}])) == []


# -- L12, L13, L14 ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "quote"),
    [
        ("- จัดกิจกรรม วันต่อต้านการทุจริต", "จัดกิจกรรม"),
        ("๑. มีการจัดอบรมบุคลากร", "มีการจัดอบรม"),
        ("มีการประชุมคณะทำงาน ปี 2567", "มีการประชุมคณะ"),
    ],
)
def test_l12_fires_on_an_activity_that_nothing_shows(line: str, quote: str) -> None:
    assert of_measure("L12", line, status="done") == [("summary", quote)]


@pytest.mark.parametrize(
    ("line", "fields"),
    [
        ("จัดกิจกรรมเมื่อวันที่ 9 ธันวาคม 2566", {}),
        ("จัดอบรม มีผู้เข้าร่วม ๓๐ คน", {}),
        ("จัดประชุม ตามหนังสือที่ 12/2567", {}),
        ("จัดกิจกรรม", {"outcome": ["จัดเมื่อเดือนมกราคม 2567"]}),
        ("มีการประชุมคณะทำงานเป็นประจำทุกเดือน", {}),
        ("เผยแพร่ข่าวการจัดกิจกรรม", {}),
        ("จัดกิจกรรม ดู www.example.go.th", {}),
        ("จัดกิจกรรม", {"status": "in_progress"}),
    ],
)
def test_l12_is_silent_where_a_day_number_or_link_stands(line: str, fields: Json) -> None:
    assert of_measure("L12", line, **{"status": "done", **fields}) == []


def test_l12_is_silent_where_the_evidence_sheet_or_a_link_shows_it() -> None:
    data = report(
        measures=[measure("จัดกิจกรรม")],
        o_items=[item(27, "จัดกิจกรรม"), item(21, "จัดอบรม", url="https://a.go.th/21")],
        evidence=[{"of": "M1.1", "kind": "ภาพ"}, {"of": "o27"}],
    )
    assert hits("L12", data) == []


def test_l13_fires_once_for_a_table_that_shows_nothing() -> None:
    data = report(indicators=[indicator(no, "- เผยแพร่ขั้นตอน") for no in (1, 2, 3)])
    (found,) = findings("L13", data)
    assert (found.field, found.message[:20]) == ("indicators", "ผล 3 จาก 3 แถวไม่มีว")


def test_l13_is_silent_where_half_show_something_or_single_rows_are_named() -> None:
    half = [
        indicator(1, "- ก"),
        indicator(2, "- ข"),
        indicator(3, "- ค 5 คน"),
        indicator(4, "- ง เมื่อเดือน ม.ค. 67"),
    ]
    named = [indicator(1, "- ก"), indicator(2, "- จัดกิจกรรม"), indicator(3, "- ค")]
    few = [indicator(1, "- ก"), indicator(2, "- ข")]
    assert [hits("L13", report(indicators=rows)) for rows in (half, named, few)] == [[], [], []]


# -- L15, L16, L17 ------------------------------------------------------------------------------------


def test_l15_fires_on_a_full_number_that_is_not_given() -> None:
    assert of_measure("L15", "ก", outcome=["๒. มีการตอบแบบวัด ครบตามจำนวน ภายในเวลา"]) == [
        ("outcome", "ครบตามจำนวน")
    ]


@pytest.mark.parametrize(
    "line", ["ตอบแบบวัดครบตามจำนวน 42 คน", "ครบตามองค์ประกอบ", "เป้าหมาย ๓๐ คน ตอบครบตามเป้าหมาย"]
)
def test_l15_is_silent_where_the_number_stands(line: str) -> None:
    assert of_measure("L15", line) == []


@pytest.mark.parametrize(
    ("plan", "line", "quote"),
    [
        ("เผยแพร่ทุกเดือน", "เผยแพร่บนเว็บไซต์ เป็นปัจจุบัน", "เผยแพร่บนเว็บไซต์ เป็นปัจจุบัน"),
        ("มีสถิติ ๖ เดือนแรก", "ปรับข้อมูลให้เป็นปัจจุบัน", "เป็นปัจจุบัน"),
    ],
)
def test_l16_fires_on_up_to_date_where_months_are_planned(plan: str, line: str, quote: str) -> None:
    assert of_measure("L16", line, title=[plan]) == [("summary", quote)]


@pytest.mark.parametrize(
    ("plan", "line"),
    [
        ("ปรับปรุงเว็บไซต์", "ข้อมูลเป็นปัจจุบัน"),
        ("เผยแพร่ทุกเดือน", "เผยแพร่ครบ 12 เดือน เป็นปัจจุบัน"),
        ("เผยแพร่ทุกเดือน", "เป็นปัจจุบัน ณ วันที่ 31 มีนาคม 2567"),
        ("เผยแพร่ทุกเดือน", "เผยแพร่แล้ว"),
    ],
)
def test_l16_is_silent_where_no_month_is_planned_or_one_is_told(plan: str, line: str) -> None:
    assert of_measure("L16", line, title=[plan]) == []


def test_l17_fires_on_promised_pictures_that_are_not_shown() -> None:
    assert of_measure("L17", "มีมาตรการแล้ว", title=["แสดงภาพ กิจกรรม"]) == [("title", "ภาพ กิจกรรม")]


def test_l17_is_silent_on_pictures_that_are_only_taken() -> None:
    assert of_measure("L17", "ทำแล้ว", title=["สรุปผลพร้อมภาพถ่าย"]) == []


def test_l17_is_silent_where_pictures_are_told_or_among_the_evidence() -> None:
    assert of_measure("L17", "เผยแพร่ภาพ 12 ภาพ", title=["แสดงภาพกิจกรรม"]) == []
    assert of_measure("L17", "ทำแล้ว", title=["พัฒนาคุณภาพกิจกรรม"]) == []
    shown = report(
        measures=[measure("ทำแล้ว", title=["แสดงภาพกิจกรรม"])], evidence=[{"of": "M1", "photo": "a.jpg"}]
    )
    assert hits("L17", shown) == []
