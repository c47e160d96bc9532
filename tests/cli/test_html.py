"""The page of findings: what it says, that it is fit for a phone, a printer and a screen reader, and that nothing runs."""

from __future__ import annotations

import dataclasses
import itertools
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote

import pytest

from itaxl import pipeline
from itaxl.case.load import load
from itaxl.cli.page import as_html
from itaxl.model.cells import Cell
from itaxl.model.findings import Confirmed, Finding, Repair, Severity
from itaxl.pipeline import Verdict
from tests import browser, tools
from tests.forms import form, sample_case
from tests.office import Office, properties

EVIL = (
    "<script>document.title='ran'</script><img src=x onerror=\"document.title='ran'\">"
    "'\"><svg/onload=document.title='ran'>{{7*7}}{% for x in y %}${7*7}&lt;b&gt;</style></title></article>"
    "<a href=\"javascript:document.title='ran'\">x</a><!-- ]]> \u202e\u200b\x00\x1b[31m"
)
VOID = {"meta", "br", "link", "input", "hr", "img"}


class Tree(HTMLParser):
    """The elements of a page in order, with their attributes, and its text without the style."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.open: list[str] = []
        self.texts: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag, f"</{tag}> closes nothing"

    def handle_data(self, data: str) -> None:
        if "style" not in self.open:
            self.texts.append(data)

    def all(self, tag: str) -> list[dict[str, str]]:
        return [attrs for name, attrs in self.elements if name == tag]

    @property
    def text(self) -> str:
        return "".join(self.texts)


@pytest.fixture(scope="module")
def checked(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Verdict]:
    """The demo's form, checked, one finding of it confirmed."""
    path = form(sample_case(), tmp_path_factory.mktemp("form") / "แบบ รายงาน.xlsx")
    report = pipeline.read_form(path)
    first = next(each for each in pipeline.check(report).findings if each.confirmable)
    return path, pipeline.check(pipeline.confirm(report, [first], "ตรวจกับต้นเรื่องแล้ว"))


@pytest.fixture(scope="module")
def hostile() -> tuple[Path, Verdict]:
    """A verdict with hostile text in every field."""
    report = load({"format": "itaxl-report/1", "fiscal_year": 2567, "agency": {"name": EVIL}})
    bad = Finding("X1", Severity.ERROR, Cell(f"แผ่น{EVIL}", "A1"), "agency.name", "<script>", EVIL, EVIL, EVIL)
    mended = dataclasses.replace(
        bad, severity=Severity.HINT, quote=EVIL, repair=Repair(EVIL, f"{EVIL} {EVIL}")
    )
    verdict = Verdict(report, (bad, mended), (Confirmed(bad, EVIL),), {bad: EVIL})
    return Path(f"ชื่อ {EVIL.replace('/', '')}.xlsx"), verdict


def test_every_finding_is_told_with_place_message_cure_and_source(checked: tuple[Path, Verdict]) -> None:
    text = Tree(as_html([checked], None)).text
    for finding in checked[1].findings:
        place = f"'{finding.cell.sheet}'!{finding.cell.ref}"
        assert all(
            each in text for each in (place, finding.code, finding.message, finding.fix, finding.source)
        )


def test_verdict_and_counts_stand_over_the_findings(checked: tuple[Path, Verdict]) -> None:
    text = Tree(as_html([checked], None)).text
    errors = checked[1].counts[Severity.ERROR]
    assert f"ยังมีข้อที่ต้องแก้ไข {errors} ข้อ" in text
    assert "ยืนยันว่าถูกต้องแล้ว 1 ข้อ" in text
    assert "ตรวจกับต้นเรื่องแล้ว" in text


def test_the_words_in_question_are_marked_where_they_stand(checked: tuple[Path, Verdict]) -> None:
    page = as_html([checked], None)
    assert "หน้าที่และอำนาจของ<mark>องค์การบริหารส่วนตำบลหนองบัว</mark> เป็น 8 ด้าน" in page


def test_a_link_names_the_form_as_seen_from_the_page_and_the_cell(
    checked: tuple[Path, Verdict], tmp_path: Path
) -> None:
    path, verdict = checked
    page = Tree(as_html([checked], path.parent / "ผล" / "หน้า.html"))
    places = [unquote(each["href"]) for each in page.all("a") if each.get("class") == "place"]
    assert places == [f"../{path.name}#'{f.cell.sheet}'!{f.cell.ref}" for f in verdict.findings]


def test_a_report_without_findings_says_so(tmp_path: Path) -> None:
    verdict = Verdict(load(sample_case()), ())
    text = Tree(as_html([(Path("a.xlsx"), verdict)], None)).text
    assert "ไม่พบข้อที่ต้องแก้ไข เสนอลงนามได้" in text


def test_several_forms_share_a_page_and_no_name_is_used_twice(checked: tuple[Path, Verdict]) -> None:
    page = Tree(as_html([checked, checked], None))
    ids = [attrs["id"] for _, attrs in page.elements if "id" in attrs]
    assert len(ids) == len(set(ids))
    assert len(page.all("article")) == 2 * len(checked[1].findings)


def test_the_page_fetches_nothing_and_has_no_script(checked: tuple[Path, Verdict]) -> None:
    page = Tree(as_html([checked], None))
    assert {tag for tag, _ in page.elements} & {
        "script",
        "img",
        "link",
        "iframe",
        "object",
        "embed",
        "form",
    } == set()
    assert [
        name for _, attrs in page.elements for name in attrs if name.startswith("on") or name == "src"
    ] == []


def test_a_screen_reader_finds_language_landmarks_and_headings_in_steps(
    checked: tuple[Path, Verdict],
) -> None:
    page = Tree(as_html([checked], None))
    assert page.all("html")[0]["lang"] == "th"
    assert [len(page.all(tag)) for tag in ("header", "nav", "main", "footer", "h1")] == [1, 1, 1, 1, 1]
    levels = [int(tag[1]) for tag, _ in page.elements if tag in ("h1", "h2", "h3", "h4", "h5", "h6")]
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))
    ids = {attrs["id"] for _, attrs in page.elements if "id" in attrs}
    named = {attrs["aria-labelledby"] for _, attrs in page.elements if "aria-labelledby" in attrs}
    jumps = {each["href"][1:] for each in page.all("a") if each["href"].startswith("#")}
    assert named | jumps <= ids


def test_hostile_text_adds_no_element(hostile: tuple[Path, Verdict]) -> None:
    page = Tree(as_html([hostile], None))
    assert page.open == []
    assert {tag for tag, _ in page.elements} & {"script", "img", "svg"} == set()
    assert all(not each["href"].lower().startswith("javascript") for each in page.all("a"))
    assert "{{7*7}}" in page.text
    assert "49" not in page.text


def test_invisible_and_control_characters_are_shown_by_number(hostile: tuple[Path, Verdict]) -> None:
    page = as_html([hostile], None)
    assert "‹U+202E›‹U+200B›‹U+0000›‹U+001B›[31m" in page
    assert not set("\u202e\u200b\x00\x1b") & set(page)


# ---- in a real browser ---------------------------------------------------------------------------------------------

_WIDE = "return page.documentElement.scrollWidth"
_CONTRAST = """
const light = (text) => { const [r, g, b] = text.match(/[\\d.]+/g).slice(0, 3).map((each) => {
  const part = each / 255; return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4; });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b; };
const behind = (element) => { for (let each = element; each; each = each.parentElement) {
  const found = page.defaultView.getComputedStyle(each).backgroundColor;
  if (!/, 0\\)$/.test(found)) return found; } return 'rgb(255, 255, 255)'; };
const worst = [];
for (const element of page.body.querySelectorAll('*')) {
  if (![...element.childNodes].some((each) => each.nodeType === 3 && each.textContent.trim())) continue;
  const [one, other] = [page.defaultView.getComputedStyle(element).color, behind(element)].map(light).sort((a, b) => b - a);
  worst.push([(one + 0.05) / (other + 0.05), element.className || element.tagName]);
}
return worst.sort((a, b) => a[0] - b[0])[0];
"""


@pytest.mark.browser
def test_nothing_runs_in_a_browser_even_without_the_ban_of_scripts(
    hostile: tuple[Path, Verdict], tmp_path: Path
) -> None:
    text = browser.unguarded(as_html([hostile], None))
    (page := tmp_path / "page.html").write_text(text, encoding="utf-8")
    after = browser.dom(page)
    assert "<title>ran</title>" not in after
    assert sorted(tag for tag, _ in Tree(after).elements) == sorted(tag for tag, _ in Tree(text).elements)


@pytest.mark.browser
def test_a_planted_script_would_be_seen(tmp_path: Path) -> None:
    (page := tmp_path / "page.html").write_text(
        "<title>x</title><script>document.title='ran'</script>", "utf-8"
    )
    assert "<title>ran</title>" in browser.dom(page)


@pytest.mark.browser
@pytest.mark.parametrize("width", [320, 390, 1000])
def test_the_page_is_no_wider_than_the_screen(
    checked: tuple[Path, Verdict], hostile: tuple[Path, Verdict], width: int, tmp_path: Path
) -> None:
    assert browser.measure(as_html([checked, hostile], None), width, _WIDE, tmp_path) == width


@pytest.mark.browser
def test_all_text_stands_out_from_its_background(checked: tuple[Path, Verdict], tmp_path: Path) -> None:
    ratio, where = browser.measure(as_html([checked], None), 390, _CONTRAST, tmp_path)
    assert ratio >= 4.5, where


@pytest.mark.browser
@pytest.mark.office
def test_the_page_prints_with_every_finding_and_without_what_is_for_the_screen(
    checked: tuple[Path, Verdict], tmp_path: Path
) -> None:
    (page := tmp_path / "page.html").write_text(as_html([checked], None), "utf-8")
    pages = tools.pdf_pages(browser.printed(page, tmp_path / "page.pdf"))
    text = "".join(pages)
    assert all(text.count(code) >= 1 for code in {finding.code for finding in checked[1].findings})
    assert "แก้ไขต่ออย่างไร" not in text
    assert len(pages) < len(checked[1].findings)


@pytest.mark.office
def test_a_program_that_is_given_the_link_opens_the_cell(
    checked: tuple[Path, Verdict], office: Office
) -> None:
    """LibreOffice goes there; a browser keeps the cell to itself, which the page says."""
    path, verdict = checked
    finding = verdict.findings[-1]
    links = Tree(as_html([checked], path.parent / "page.html")).all("a")
    href = [each["href"] for each in links if each.get("class") == "place"][-1]
    address = f"{path.parent.as_uri()}/{href}"
    opened = office.desktop.loadComponentFromURL(address, "_blank", 0, properties(Hidden=True))
    there = opened.CurrentController.getSelection().AbsoluteName.replace("$", "")
    assert there == f"{finding.cell.sheet}.{finding.cell.ref}"
