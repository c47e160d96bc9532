"""`{% samesection if … %}`: a section that stands on the paper of the one before it."""

from pathlib import Path

import pytest

from itaxl.errors import TemplateError
from itaxl.word.engine.template import Template
from tests.word.small import W, found, layout, p, part, texts

TALL = '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1" w:right="1" w:bottom="1" w:left="1" w:header="1" w:footer="1" w:gutter="0"/><w:pgNumType w:start="1"/><w:titlePg/></w:sectPr>'
WIDE = '<w:sectPr><w:pgSz w:w="20000" w:h="10000"/></w:sectPr>'


def sections(folder: Path, condition: str) -> list[list[str]]:
    """The children of each section's properties, after a render where `yes` holds and `no` does not."""
    path = layout(
        folder,
        p("{% if yes %}"),
        p("ตั้ง", about=TALL),
        p("{% endif %}"),
        p("นอน{% samesection if " + condition + " %}", about=WIDE),
    )
    root = part(Template.load(path).render({"yes": True, "no": False}))
    assert texts(root) == ["ตั้ง", "นอน"]
    return [
        [f"{each.tag.removeprefix(f'{{{W}}}')} {each.get(f'{{{W}}}w', '')}".strip() for each in section]
        for section in found(root, "//w:sectPr")
    ]


def test_the_section_takes_all_of_the_one_before_it_when_the_condition_holds(tmp_path: Path) -> None:
    first, second, _ = sections(tmp_path, "yes")
    assert first == second == ["pgSz 11906", "pgMar", "pgNumType", "titlePg"]


def test_the_section_stays_as_drawn_when_it_does_not(tmp_path: Path) -> None:
    _, second, _ = sections(tmp_path, "no")
    assert second == ["pgSz 20000", "pgNumType"]


def test_a_paragraph_that_held_only_the_command_vanishes(tmp_path: Path) -> None:
    path = layout(tmp_path, p("ก", about=TALL), p("{% samesection %}"), p("ข"))
    assert texts(part(Template.load(path).render({}))) == ["ก", "ข"]


def test_the_first_section_has_none_before_it(tmp_path: Path) -> None:
    with pytest.raises(TemplateError, match="ไม่มีส่วน"):
        Template.load(layout(tmp_path, p("{% samesection %}ก"))).render({})
