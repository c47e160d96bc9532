"""docs/layouts.md: it tells every command, filter and name there is, and each example in it does what it says."""

from pathlib import Path

import pytest

from itaxl.cli import main
from itaxl.word.engine.language import COMMANDS, FILTERS
from itaxl.word.engine.sandbox import sandbox
from itaxl.word.engine.template import Template
from itaxl.word.layout_guide import write_guide
from itaxl.word.vocabulary import NAMES
from tests.word.small import cell, layout, p, part, table, texts

PAGE = Path(__file__).parent.parent.parent / "docs" / "layouts.md"
DATA = {
    "agency": {"division": "กองคลัง", "place": ""},
    "options": {"cover": True, "item_tables": True},
    "signers": [{"opinion": "เห็นชอบ"}, {"opinion": ""}, {"opinion": ""}],
    "measures": [{"title": ("ก", "ข"), "steps": [{"summary": ("ค" * 27,), "responsible": ("ง", "จ")}]}],
}
PRINTED = {
    "lines": "2", "length": "3", "first": "ก", "last": "ข", "join": "ง, จ", "batch": "21", "selectattr": "1", "list": "1"
}  # fmt: skip


def test_the_page_is_as_the_command_writes_it() -> None:
    assert PAGE.read_text("utf-8") == write_guide(), "stale: make forms"


def test_the_command_gives_the_page(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["layouts", "guide"]) == 0
    assert capsys.readouterr().out == write_guide()


def test_every_command_filter_and_name_is_told() -> None:
    page = write_guide().replace("\\|", "|")
    for written in [each.written for each in COMMANDS.values()] + [
        example for example, _ in FILTERS.values()
    ]:
        assert f"`{written}`" in page
    for path in NAMES:
        assert f"`{path.rpartition('.')[2]}`" in page


@pytest.mark.parametrize("name", FILTERS)
def test_a_filter_does_what_its_example_shows(tmp_path: Path, name: str) -> None:
    example = FILTERS[name][0]
    assert name in sandbox("thai").filters
    inside = example if example.startswith("{{") else example + "{{ pair|length }}{% endfor %}"
    body = (
        "{% for measure in measures %}{% for step in measure.steps %}" + inside + "{% endfor %}{% endfor %}"
    )
    assert texts(part(Template.load(layout(tmp_path, p(body))).render(DATA, "arabic"))) == [PRINTED[name]]


@pytest.mark.parametrize("word", [word for word, each in COMMANDS.items() if each.of_place or word == "set"])
def test_a_command_stands_as_its_example_shows(tmp_path: Path, word: str) -> None:
    loops = "{% for measure in measures %}", "{% for step in measure.steps %}"
    rows = [(loop, "") for loop in loops]
    body = table(*rows, (cell(COMMANDS[word].written + "ก"), "ข"), ("{% endfor %}", ""), ("{% endfor %}", ""))
    before = p("ต้น", about='<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr>')
    printed = texts(part(Template.load(layout(tmp_path, before, body)).render(DATA)))
    assert printed == ["ต้น", "ก", "ข"]
