"""Which addresses a report holds, and what `itaxl links` says of them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from itaxl.case.load import load
from itaxl.cli import main
from itaxl.links.addresses import addresses, askable
from tests.forms import form, small
from tests.links.server import PDF, Page, serving


def urls(**fields: Any) -> list[str]:
    return [each.url for each in addresses(load(small(**fields)))]


def test_an_address_is_asked_once_and_told_at_every_place() -> None:
    items = [{"no": 1, "url": "https://x.go.th/a"}, {"no": 2, "url": "https://X.go.th/a#part"}]
    (found,) = addresses(load(small(o_items=items)))
    assert [typed.field for typed in found.typed] == ["o_items[0].url", "o_items[1].url"]
    assert [typed.text for typed in found.typed] == ["https://x.go.th/a", "https://X.go.th/a#part"]


def test_addresses_are_found_within_sentences_too() -> None:
    lines = ["- เผยแพร่ที่ https://x.go.th/a, และ (http://y.go.th/b?id=1).", "ดู “https://z.go.th/ข่าว” แล้ว"]
    assert urls(measures=[{"title": ["ก"], "steps": [{"summary": lines}]}]) == [
        "https://x.go.th/a",
        "http://y.go.th/b?id=1",
        "https://z.go.th/%E0%B8%82%E0%B9%88%E0%B8%B2%E0%B8%A7",
    ]


def test_a_closing_bracket_that_was_opened_in_the_address_belongs_to_it() -> None:
    assert urls(eit_url="https://x.go.th/a_(1)") == ["https://x.go.th/a_(1)"]


@pytest.mark.parametrize("typed", ["www.x.go.th/a", "x.go.th/a"])
def test_a_cell_for_links_may_leave_http_out(typed: str) -> None:
    assert urls(eit_url=typed) == [f"http://{typed}"]


def test_words_are_no_addresses() -> None:
    assert urls(eit_url="อยู่ระหว่างจัดทำ", agency={"name": "www.x.go.th"}, plan={"ref": "http://"}) == []


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        ("HTTPS://X.GO.TH", "https://x.go.th/"),
        ("https://x.go.th/a b", "https://x.go.th/a%20b"),
        ("https://x.go.th/a%20b?q=ก#ข", "https://x.go.th/a%20b?q=%E0%B8%81"),
        ("https://ไทย.ไทย/x", "https://xn--o3cw4h.xn--o3cw4h/x"),
        ("http://[::1]:80/", "http://[::1]:80/"),
        ("ftp://x.go.th/", ""), ("file:///etc/passwd", ""), ("javascript:alert(1)", ""), ("http://", ""),
        ("http://[::1", ""), ("http://x.go.th:port/", ""), (f"http://{'a' * 80}.go.th/", ""),
    ],
)  # fmt: skip
def test_an_address_is_brought_into_the_shape_that_servers_take(typed: str, asked: str) -> None:
    assert askable(typed) == asked


def test_links_tells_what_is_wrong_by_sheet_and_counts_last(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with serving({"/a.pdf": Page(kind=PDF)}) as site:
        items = [{"no": 1, "url": f"{site.url}/a.pdf"}, {"no": 2, "url": f"{site.url}/gone"}]
        path = form(small(o_items=items), tmp_path / "f.xlsx")
        assert main(["links", str(path), "--private"]) == 0
    told = capsys.readouterr()
    assert "แผ่นงาน OIT" in told.out
    assert f"ลิงก์ “{site.url}/gone” เปิดไม่ได้" in told.out
    assert told.out.splitlines()[-1] == "เปิดดูแล้ว 2 ลิงก์ ใช้ได้ 1 ลิงก์ ต้องแก้ไขหรือดูอีกครั้ง 1 ลิงก์"
    assert "[2/2]" in told.err


def test_links_as_json_has_the_findings_of_a_check(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = form(small(o_items=[{"no": 1, "url": "http://127.0.0.1:9/a"}]), tmp_path / "f.xlsx")
    assert main(["links", str(path), "--format", "json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["addresses"], told["wrong"], told["counts"]["error"]) == (1, 1, 1)
    (finding,) = told["findings"]
    assert (finding["code"], finding["field"], finding["quote"]) == (
        "N07",
        "o_items[0].url",
        "http://127.0.0.1:9/a",
    )
    assert finding["sheet"] == "OIT"


def test_a_link_that_was_confirmed_is_not_told_again(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = small(o_items=[{"no": 1, "url": "http://127.0.0.1:9/a"}])
    main(["links", str(form(data, tmp_path / "f.xlsx")), "--format", "json"])
    (finding,) = json.loads(capsys.readouterr().out)["findings"]
    names = ("code", "field", "text_hash")
    data["accepted"] = [{**{name: finding[name] for name in names}, "reason": "ระบบภายในที่ประกาศไว้"}]
    main(["links", str(form(data, tmp_path / "f.xlsx")), "--format", "json"])
    told = json.loads(capsys.readouterr().out)
    assert (told["findings"], [each["code"] for each in told["confirmed"]]) == ([], ["N07"])


def test_check_and_report_ask_nobody(tmp_path: Path) -> None:
    with serving({}) as site:
        path = form(small(o_items=[{"no": 1, "url": f"{site.url}/a"}]), tmp_path / "f.xlsx")
        main(["check", str(path)])
        main(["report", str(path), "-o", str(tmp_path / "f.docx")])
        assert site.asked == []
