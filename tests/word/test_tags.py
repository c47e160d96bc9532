"""Tags in the text of a paragraph: where each begins and ends, and which run it belongs to."""

import pytest

from itaxl.word.engine.tags import Tag, cut_runs, find_tags, find_unclosed


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("ก {{ a }} ข", [("{{ a }}", 2, 9, "", "")]),
        ("{{ a }}{{ b }}", [("{{ a }}", 0, 7, "", ""), ("{{ b }}", 7, 14, "", "")]),
        ("{% if a.b %}", [("{% if a.b %}", 0, 12, "if", "a.b")]),
        ("{%if a%}", [("{% if a %}", 0, 8, "if", "a")]),
        ("{%- endif -%}", [("{% endif %}", 0, 13, "endif", "")]),
        ("{# ก #}", [("{# ก #}", 0, 7, "", "")]),
        ("{{ ‘a’ or “b” }}", [("{{ 'a' or \"b\" }}", 0, 16, "", "")]),
        ("{%\u00a0set\ta\u00a0=\u00a01 %}", [("{% set a = 1 %}", 0, 15, "set", "a = 1")]),
        ("{ a } {{ b } }", []),
        ("", []),
    ],
)
def test_a_tag_is_found_with_its_place_and_its_command(
    text: str, found: list[tuple[str, int, int, str, str]]
) -> None:
    assert [(t.code, t.start, t.end, t.word, t.rest) for t in find_tags(text)] == found
    assert [t.typed for t in find_tags(text)] == [text[start:end] for _, start, end, _, _ in found]


@pytest.mark.parametrize(
    ("text", "command", "note"),
    [("{{ a }}", False, False), ("{% if a %}", True, False), ("{# a #}", False, True), ("{% layout book %}", True, True)],
)  # fmt: skip
def test_a_tag_prints_steers_or_remarks(text: str, command: bool, note: bool) -> None:
    (tag,) = find_tags(text)
    assert (tag.is_command, tag.is_note) == (command, note)


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("ก {{ a", "{{ a"),
        ("{{ a }} {% b", "{% b"),
        ("{# a {{ b }}", "{# a " + " " * 7),  # of what is closed only the place is kept
        ("{{ a }}{{ b }}", ""),
        ("{ a", ""),
        ("", ""),
    ],
)
def test_what_is_opened_and_never_closed_is_found(text: str, rest: str) -> None:
    assert find_unclosed(text, find_tags(text)) == rest


@pytest.mark.parametrize(
    ("runs", "cut"),
    [
        (["ก {{ a }} ข"], [["ก ", "{{ a }}", " ข"]]),
        (["ก {", "{ a", " }} ข"], [["ก ", "{{ a }}"], [], [" ข"]]),
        (["{{ a }}", "ข"], [["{{ a }}"], ["ข"]]),
        (["ก", "{{ a }}"], [["ก"], ["{{ a }}"]]),
        (["{{ a", " }}{{ b }}ค"], [["{{ a }}"], ["{{ b }}", "ค"]]),
        (["", "ก", ""], [[], ["ก"], []]),
    ],
)
def test_a_tag_belongs_to_the_run_in_which_it_starts(runs: list[str], cut: list[list[str]]) -> None:
    pieces = cut_runs(runs, find_tags("".join(runs)))
    assert [[piece.code if isinstance(piece, Tag) else piece for piece in run] for run in pieces] == cut
