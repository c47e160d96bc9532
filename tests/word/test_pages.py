"""The printed page, through LibreOffice with the face of an office: what no look into the XML can tell."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from itaxl.model.records import MeasureRow, Report, Signer
from tests import tools
from tests.word.printed import print_report
from tests.word.samples import case, with_item, year

pytestmark = pytest.mark.office

LONG = tuple(f"- รายการที่ {n} จบ" for n in range(1, 71))
SIGNERS = tuple(
    Signer(
        role=role, prefix="นาย", name="สมชาย ใจดี", position="นักวิเคราะห์นโยบายและแผนชำนาญการ", opinion=opinion
    )
    for role, opinion in (("ผู้รายงาน", ""), ("ผู้ตรวจสอบ", ""), ("ผู้เห็นชอบ", "เห็นชอบ"), ("ผู้รับรอง", "อนุมัติ"))
)


def plain(text: str) -> str:
    """A text as LibreOffice's PDF and ours agree on it: no blanks, one spelling of ำ."""
    return re.sub(r"\s", "", text).replace("ํา", "ำ")


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Kohchan's report in the annual layout, with item tables, one result longer than a page, four signers, a draft."""
    report: Report = with_item(replace(case("kohchan-2567"), signers=SIGNERS), 4, progress=LONG)
    folder = tmp_path_factory.mktemp("pages")
    docx = folder / "annual.docx"
    docx.write_bytes(print_report(report, "annual", draft=True, item_tables=True, cover=True).data)
    return tools.to_pdf(docx, folder)


def test_every_letter_is_of_the_official_face_and_every_box_of_the_pinned_one(printed: Path) -> None:
    assert tools.pdf_fonts(printed) == {"THSarabunPSK": True, "THSarabunPSK-Bold": True, "DejaVuSans": True}


def test_thai_has_its_size_in_body_and_tables(printed: Path) -> None:
    words = tools.pdf_words(printed)
    (body,) = (word for word in words if plain(word.text).startswith("จากการประเมินคุณธรรม"))
    cells = [word for word in words if plain(word.text).startswith("ตลอด")]
    line = 1.301  # ascent and descent of the face, in its size
    assert body.bottom - body.y == pytest.approx(16 * line, abs=0.5)
    assert cells
    assert {round((word.bottom - word.y) / line) for word in cells} == {14}


def test_the_cover_and_the_first_page_have_no_number_and_all_others_have(printed: Path) -> None:
    pages = tools.pdf_pages(printed)
    numbers = [re.findall(r"-(\d+)-", plain(page.lstrip().splitlines()[0])) for page in pages]
    assert numbers == [[], [], *([str(n)] for n in range(2, len(pages)))]


def test_every_page_of_a_draft_says_so(printed: Path) -> None:
    assert all("ร่าง" in page for page in tools.pdf_pages(printed))


def test_every_page_of_a_table_repeats_its_heading(printed: Path) -> None:
    pages = [plain(page) for page in tools.pdf_pages(printed)]
    iit = next(n for n, page in enumerate(pages) if "ประเด็นการประเมินIIT" in page)
    assert iit > 2
    assert all("วิธีดำเนินการ" in page and "ลำดับ" in page for page in pages[1:iit])
    assert all("ความก้าวหน้าผลการดำเนินการ" in page and "ผู้รับผิดชอบ" in page for page in pages[iit:-1])


def test_no_heading_is_alone_at_the_foot_of_a_page(printed: Path) -> None:
    words = tools.pdf_words(printed)
    headings = [word for word in words if re.search(r"ัดย่อยที่$|^ประเด็นการประเมิน$", word.text)]
    assert len(headings) == 3 + len(year().sub_indicators)
    for heading in headings:
        below = [plain(word.text) for word in words if word.page == heading.page and word.y > heading.bottom]
        assert any("ยังไม่ได้ดำเนินการ" in text for text in below), heading


def test_a_row_longer_than_a_page_loses_nothing(printed: Path) -> None:
    found = re.findall(r"รายการที่([๐-๙]+)จบ", plain("".join(tools.pdf_pages(printed))))
    assert [int(n) for n in found] == list(range(1, len(LONG) + 1))


@pytest.mark.parametrize("layout", ["annual", "concise"])
def test_rows_about_as_tall_as_a_page_lose_nothing_either(tmp_path: Path, layout: str) -> None:
    tall = [tuple(f"แถว {n} ที่ {line} จบ" for line in range(n)) for n in range(12, 36)]
    measures = tuple(MeasureRow(no=n, title=("ก",), summary=lines) for n, lines in enumerate(tall, 1))
    docx = tmp_path / "tall.docx"
    docx.write_bytes(print_report(Report(fiscal_year=2567, measures=measures), layout).data)
    words = tools.pdf_words(tools.to_pdf(docx, tmp_path))
    assert len([word for word in words if word.text == "จบ"]) == sum(map(len, tall))
    bottom = 595.3 - 2 / 2.54 * 72  # of A4 across, above the margin of 2 cm
    assert max(word.bottom for word in words) < bottom + 3


def test_the_signing_block_stands_whole_with_the_name_of_the_paper_above_it(printed: Path) -> None:
    (page,) = (plain(page) for page in tools.pdf_pages(printed) if "(ลงชื่อ)" in page)
    assert page.count("(ลงชื่อ)") == 4
    assert page.index("ลงนามในรายงานผลการดำเนินการ") < page.index("(ลงชื่อ)")
    assert all(signer.role in page for signer in SIGNERS)
