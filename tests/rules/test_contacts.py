"""L: web addresses of the own site, typed so that they open, and telephones with all their digits."""

from __future__ import annotations

import pytest

from tests.rules.texts import Json, of_text, places, report, said, step


def _linked(*urls: str, text: str = "เผยแพร่แล้ว") -> Json:
    items = [{"no": n, "url": url} for n, url in enumerate(urls, 1)]
    return report(o_items=items, measures=[step(summary=text)])


OWN = tuple(f"https://www.kotambon.go.th/{n}" for n in range(1, 5))


def test_l21_fires_once_on_the_site_of_another_agency() -> None:
    data = _linked(*OWN, "https://www.bantambon.go.th/1", "http://bantambon.go.th/2")
    assert places("L21", data) == [("o_items[4].url", "www.bantambon.go.th")]
    assert "kotambon.go.th" in said("L21", data)[0].message


def test_l21_fires_on_a_site_in_a_text() -> None:
    assert places("L21", _linked(*OWN, text="ดูที่ www.bantambon.go.th")) == [
        ("measures[0].steps[0].summary", "www.bantambon.go.th")
    ]


@pytest.mark.parametrize(
    "other",
    [
        "https://itas.nacc.go.th/go/eit/abc",
        "https://www.dla.go.th/x",
        "https://process3.gprocurement.go.th/1",
        "https://www.oic.go.th/",
        "https://ratchakitcha.soc.go.th/x.pdf",
        "https://info.go.th/",
        "https://www.facebook.com/x",
        "https://drive.google.com/x",
        "https://forms.gle/x",
        "https://www.nhso.go.th",
        "https://e-service.kotambon.go.th/",
        "https://www.thairath.co.th/x",
        "https://www.kpru.ac.th/x",
    ],
)
def test_l21_is_silent_on_central_sites_social_media_and_the_own(other: str) -> None:
    assert places("L21", _linked(*OWN, other)) == []


def test_l21_is_silent_where_no_site_stands_for_most_links() -> None:
    assert places("L21", _linked(*OWN[:2], "https://www.bantambon.go.th/1")) == []
    mixed = [f"https://www.{name}.go.th/" for name in ("aa", "aa", "aa", "bb1", "cc", "dd", "ee")]
    assert places("L21", _linked(*mixed)) == []


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("เผยแพร่ที่ https:/www.abt.go.th/1", "https:/www.abt.go.th/1"),
        ("ดู http//www.abt.go.th แล้ว", "http//www.abt.go.th"),
        ("htps://abt.go.th", "htps://abt.go.th"),
        ("ที่ www,abt.go.th", "www,abt.go.th"),
        ("ที่ wwww.abt.go.th", "wwww.abt.go.th"),
        (r"https:\\abt.go.th", r"https:\\abt.go.th"),
        ("อีเมล saraban@abt และโทรศัพท์", "saraban@abt"),
    ],
)
def test_l22_fires_on_an_address_that_cannot_open(text: str, quote: str) -> None:
    assert of_text("L22", text) == [quote]


@pytest.mark.parametrize(
    "text",
    [
        "https://www.abt.go.th/1",
        "http://abt.go.th",
        "www.abt.go.th",
        "www.abt.go.th,www.nacc.go.th",
        "อักษร www ย่อจาก World Wide Web",
        "ระบบ http และ https",
        "abt@abt.go.th",
        "เว็บไซต์ https://abt.go.th/https://x",
        "เว็บไซต์ abt.go.th",
        "LINE @abt และ LINE ID: @abt.go",
        "saraban.05@abt-tambon.go.th",
    ],
)
def test_l22_is_silent_on_addresses_that_open(text: str) -> None:
    assert of_text("L22", text) == []


def test_l22_is_silent_in_the_cells_for_links() -> None:
    assert places("L22", _linked("https:/www.abt.go.th")) == []


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("โทร. 0-3654-123", "0-3654-123"),
        ("โทรศัพท์ 036-54123", "036-54123"),
        ("โทร ๐๓๖๕๔๑๒๓๔๕๖๗", "๐๓๖๕๔๑๒๓๔๕๖๗"[:10]),
        ("เบอร์โทร 081-234-567", "081-234-567"),
        ("โทรสาร : 02-123-45678", "02-123-45678"),
        ("โทรศัพท์มือถือสำนักงาน 08 1234 567", "08 1234 567"),
    ],
)
def test_l23_fires_on_a_telephone_of_another_length(text: str, quote: str) -> None:
    assert of_text("L23", text) == [quote]


@pytest.mark.parametrize(
    "text",
    [
        "โทร. 0-3654-1234",
        "โทร. 036-541234 ต่อ 101",
        "โทร. 0 3654 1234-5",
        "โทร. 0-3654-1234, 0-3654-5678",
        "โทรศัพท์ 02-123-4567 ถึง 9",
        "โทร. 08-1234-5678",
        "สายด่วน 1669 โทร. 191",
        "โทร. 1800-123-456",
        "โทรทัศน์ 01 เครื่อง",
        "โทรศัพท์ 05 เครื่อง",
        "เบอร์ 0 1 2",
        "โทร. 036541234 2567",
        "โทร. 036 541 234",
        "โทรศัพท์มือถือ 089-123-4567",
    ],
)
def test_l23_is_silent_on_whole_numbers_extensions_and_hotlines(text: str) -> None:
    assert of_text("L23", text) == []
