"""What the Jinja of layouts lets through: values as safe text, keys before methods, no code."""

import pytest
from jinja2.exceptions import SecurityError, UndefinedError

from itaxl.word.engine.sandbox import count_lines, sandbox

BREAK, TAB = '</w:t><w:br/><w:t xml:space="preserve">', '</w:t><w:tab/><w:t xml:space="preserve">'


@pytest.mark.parametrize(
    ("value", "width", "lines"),
    [
        ("ก" * 10, 10, 1),
        ("ก" * 11, 10, 2),
        ("ก" * 20, 10, 2),
        ("ก" * 21, 10, 3),
        ("กิ้" * 10, 10, 1),  # marks above and below take no width
        ("", 10, 1),
        ((), 10, 0),
        (("", "ก" * 11), 10, 3),
    ],
)
def test_lines_are_counted_by_the_letters_that_take_width(
    value: str | tuple[str, ...], width: int, lines: int
) -> None:
    assert count_lines(value, width) == lines


@pytest.mark.parametrize(
    ("value", "printed"),
    [
        ("ก<&>", "ก&lt;&amp;&gt;"),
        ("ก\nข", f"ก{BREAK}ข"),
        ("ก\r\nข\rค\x0bง\u2028จ\u2029ฉ", BREAK.join("กขคงจฉ")),
        ("ก\tข", f"ก{TAB}ข"),
        ("<\n>", f"&lt;{BREAK}&gt;"),
        ("ก\x00\x08\x0c\x0e\x1f\ud800\ufffe\uffff\ufdd0\ufdd3ข", "กข"),
        (("ก", "ข"), f"ก{BREAK}ข"),
        (None, ""),
        (12, "๑๒"),
        ("12", "๑๒"),
    ],
)
def test_a_value_is_safe_text_in_the_digits_of_the_paper(value: object, printed: str) -> None:
    assert sandbox("thai").from_string("{{ x }}").render(x=value) == printed


def test_a_missing_name_is_an_error_and_a_private_one_is_forbidden() -> None:
    with pytest.raises(UndefinedError):
        sandbox("thai").from_string("{{ x.y }}").render(x={})
    with pytest.raises(SecurityError):
        sandbox("thai").from_string("{{ x.__class__.__mro__ }}").render(x="")
