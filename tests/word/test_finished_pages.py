"""The pages of all four layouts as they come out of the whole finish, in the reports that real offices made."""

import re
from collections import Counter

import page
import pytest

from itaxl.thai.digits import to_arabic, to_thai
from tests import tools
from tests.word.finished import LONG, OWN, SIGNERS, made

pytestmark = pytest.mark.office

LAYOUTS = list(OWN)
LINE = 1.301  # ascent and descent of the official face, in its size


def plain(text: str) -> str:
    """A text as LibreOffice's PDF and ours agree on it: no blanks, one spelling of ำ."""
    return re.sub(r"\s", "", text).replace("ํา", "ำ")


def bare(text: str) -> str:
    """Letters only: poppler puts a mark above behind the next letter now and then."""
    return re.sub("[ัิ-ฺ็-๎]", "", plain(text))


def pages(layout: str, digits: str = "thai") -> list[str]:
    """The text of each page, without blanks."""
    return [plain(text) for text in tools.pdf_pages(made(layout, digits).pdf)]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_letter_is_of_the_official_face_and_every_sign_of_the_pinned_one(layout: str) -> None:
    signs = {"concise": set()}.get(layout, {"DejaVuSans"})
    fonts = tools.pdf_fonts(made(layout).pdf)
    assert set(fonts) == {"THSarabunPSK", "THSarabunPSK-Bold"} | signs
    assert all(fonts.values())


def test_a_latin_letter_and_thai_digits_stand_without_a_gap() -> None:
    codes = [word for word in tools.pdf_words(made("annual").pdf) if re.fullmatch("O[๑-๙]", word.text)]
    assert len(codes) == 9
    assert {round((code.right - code.x) / 14, 2) for code in codes} == {
        0.93
    }  # 0.49 and 0.45 of the size: O and a digit


@pytest.mark.parametrize(
    ("layout", "sizes"), [("annual", {14}), ("concise", {14}), ("matrix", {12}), ("book", {14})]
)
def test_cells_have_their_size(layout: str, sizes: set[int]) -> None:
    typed = {
        plain(line)[:12]
        for row in made(layout).report.measures
        for line in (*row.method, *row.summary)
        if line
    }
    words = [
        word
        for word in tools.pdf_words(made(layout).pdf)
        if len(word.text) > 5 and plain(word.text)[:12] in typed
    ]
    found = Counter(round((word.bottom - word.y) / LINE) for word in words)
    assert set(found) == sizes
    assert found.total() >= 3


@pytest.mark.parametrize(
    ("layout", "signs"),
    [("annual", {"☐": 43, "☑": 43}), ("matrix", {"√": 7}), ("book", {"✓": 86}), ("concise", {})],
)
def test_every_sign_is_the_sign_it_should_be(layout: str, signs: dict[str, int]) -> None:
    found = Counter("".join(pages(layout)))
    assert {sign: found[sign] for sign in "☐☑✓√" if found[sign]} == signs
    assert not found["\ufffd"]


def test_components_of_the_book_have_their_rings() -> None:
    assert "".join(pages("book")).count("○แสดง") > 30


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("digits", ["thai", "arabic"])
def test_pages_are_numbered_in_the_digits_of_the_paper_but_the_first(layout: str, digits: str) -> None:
    numbers = [re.match(r"-([0-9๐-๙]+)-", text) for text in pages(layout, digits)]
    unnumbered = {"annual": 2, "concise": 2, "matrix": 3, "book": 4}[layout]
    expected = [str(n) for n in range(2, len(numbers) - unnumbered + 2)]
    shown = [found[1] for found in numbers if found]
    assert shown == ([to_thai(n) for n in expected] if digits == "thai" else expected)
    assert not any(numbers[:unnumbered])


HEADS = {
    "annual": ("มาตรการ/กิจกรรม", "แนวทางในการยกระดับ", "องค์ประกอบด้านข้อมูล"),
    "concise": ("มาตรการ/แนวทาง",),
    "matrix": ("(4)รายงานผล", "(๔)รายงานผล"),
    "book": ("ขั้นตอนหรือวิธีการ", "องค์ประกอบด้านข้อมูล"),
}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_page_of_a_table_repeats_its_heading(layout: str) -> None:
    words = tools.pdf_words(made(layout).pdf)
    last = words[-1].page
    first = {"annual": 3, "concise": 3, "matrix": 3, "book": 6}[layout]
    for number in range(first, last):
        text = bare("".join(word.text for word in words if word.page == number))
        assert any(bare(head) in text for head in HEADS[layout]), (number, text)


LEFT = {
    "annual": (56.7,),
    "concise": (56.7,),
    "matrix": (36.85,),
    "book": (56.7, 85.05),
}  # margins, in points


@pytest.mark.parametrize("layout", ["annual", "matrix", "book"])
def test_no_heading_is_alone_at_the_foot_of_a_page(layout: str) -> None:
    words = tools.pdf_words(made(layout).pdf)
    starts = re.compile(bare("ตัวชี้วัด|ประเด็นการประเมิน|องค์ประกอบที่|[๑๒]\\."))
    headings = [
        word
        for word in words
        if starts.match(bare(word.text)) and any(abs(word.x - left) < 1 for left in LEFT[layout])
    ]
    assert headings
    for heading in headings:
        mine = [word for word in words if word.page == heading.page and word.y > heading.bottom]
        assert len([word for word in mine if not word.text.startswith("/")]) > 4, heading


@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_signing_block_stands_whole(layout: str) -> None:
    (text,) = (text for text in pages(layout) if "(ลงชื่อ)" in text)
    assert text.count("(ลงชื่อ)") == 4
    assert text.index("ลงนามใน") < text.index("(ลงชื่อ)")
    assert all(signer.role in text for signer in SIGNERS)


@pytest.mark.parametrize("layout", ["annual", "concise", "matrix"])
def test_a_row_longer_than_a_page_loses_nothing(layout: str) -> None:
    rows = sorted(int(to_arabic(n)) for n in re.findall(r"รายการที่([0-9๐-๙]+)จบ", "".join(pages(layout))))
    assert rows == list(range(1, len(LONG) + 1))


@pytest.mark.parametrize("layout", LAYOUTS)
def test_no_page_is_blank(layout: str) -> None:
    assert all(len(re.sub(r"^-[๐-๙]+-", "", text)) > 20 for text in pages(layout))


@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_pdf_is_pdf_a(layout: str) -> None:
    told = page.validate_pdf(str(made(layout).pdf), profile=page.ValidationProfile.PDF_A_2B)
    assert told.is_compliant, told.failures


@pytest.mark.validator
@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_finished_docx_is_valid(layout: str) -> None:
    assert tools.validate_ooxml(made(layout).docx) == []
