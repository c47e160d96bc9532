"""The names that a layout uses, as paths of the context, and under which options each is printed."""

import pytest

from itaxl.word.engine.sandbox import sandbox
from itaxl.word.engine.uses import Use, find_uses


def uses(source: str, *printing: int) -> list[Use]:
    """The uses of names in a source; an `if` on one of the `printing` lines prints what it asks."""
    return find_uses(sandbox("thai").parse(source), frozenset(printing))


@pytest.mark.parametrize(
    ("source", "paths"),
    [
        ("{{ a }}", {"a": True}),
        ("{{ a.b.c }}", {"a.b.c": True}),
        ("{{ a['b'] }}{{ a[0].c }}", {"a": True, "a.b": True, "a.c": True}),
        ("{% if a.b %}{{ c }}{% else %}{{ d }}{% endif %}", {"a.b": False, "c": True, "d": True}),
        ("{% for x in a.b %}{{ x.c }}{{ loop.index }}{% else %}{{ d }}{% endfor %}", {"a.b": False, "a.b.c": True, "d": True}),
        ("{% for x in a if x.b == c %}{% endfor %}", {"a": False, "a.b": False, "c": False}),
        ("{% for x in a|batch(2) %}{% for y in x %}{{ y.b }}{% endfor %}{% endfor %}", {"a": False, "a.b": True}),
        ("{% for x in a|length %}{{ x }}{% endfor %}", {"a": False}),
        ("{% for x, y in a %}{{ x }}{{ b }}{% endfor %}", {"a": False, "b": True}),
        ("{% set x = a.b %}{{ x.c }}", {"a.b": False, "a.b.c": True}),
        ("{{ a.strip() }}{{ b or c }}", {"a": True, "b": True, "c": True}),
        ("{{ x }}{% for x in a %}{{ x }}{% endfor %}{{ x }}", {"x": True, "a": True}),
    ],
)  # fmt: skip
def test_a_name_is_a_path_and_is_printed_or_not(source: str, paths: dict[str, bool]) -> None:
    found: dict[str, bool] = {}
    for use in uses(source):
        found[use.path] = found.get(use.path, False) or use.prints
    assert found == paths


def test_the_condition_of_a_checkbox_is_printed() -> None:
    source = "\n{% if a %}1{% endif %}\n{% if b %}1{% endif %}"
    assert {use.path: use.prints for use in uses(source, 2)} == {"a": True, "b": False}
    assert {use.path: use.line for use in uses(source)} == {"a": 2, "b": 3}


ON = "{% if options.cover %}{{ a }}{% else %}{{ b }}{% endif %}"
OFF = "{% if not options.cover %}{{ a }}{% else %}{{ b }}{% endif %}"
BOTH = "{% if options.cover and not options.qr %}{{ a }}{% else %}{{ b }}{% endif %}"
INSIDE = "{% if options.cover %}{% for x in c %}{% if options.qr %}{{ a }}{% endif %}{% endfor %}{% endif %}"
OTHER = "{% if options.cover or options.qr %}{{ a }}{% endif %}"


@pytest.mark.parametrize(
    ("source", "options", "printed"),
    [
        (ON, {"cover": True}, "a"),
        (ON, {"cover": False}, "b"),
        (ON, {}, "b"),
        (OFF, {"cover": True}, "b"),
        (OFF, {"cover": False}, "a"),
        (BOTH, {"cover": True, "qr": False}, "a"),
        (BOTH, {"cover": True, "qr": True}, ""),  # what stands in its else may be printed for either reason
        (INSIDE, {"cover": True, "qr": True}, "a"),
        (INSIDE, {"cover": True, "qr": False}, ""),
        (INSIDE, {"cover": False, "qr": True}, ""),
        (OTHER, {"cover": False, "qr": False}, "a"),  # it cannot be told: better taken for printed
    ],
)
def test_an_option_governs_what_stands_under_it(source: str, options: dict[str, bool], printed: str) -> None:
    told = [use.path for use in uses(source) if use.prints and use.prints_under(options)]
    assert "".join(path for path in told if not path.startswith("options")) == printed
