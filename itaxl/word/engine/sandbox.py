"""The Jinja in which layouts run: no code but names, conditions and loops; every value becomes safe text.

The one rule of the place: what a person typed reaches the paper whole, save control characters, with the digits
of the paper, a line break for each line and a tab for each tab.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any

import jinja2
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup, escape

from itaxl.thai.digits import Digits, for_paper
from itaxl.word.engine.ooxml import clean
from itaxl.word.engine.pictures import Picture
from itaxl.word.engine.settle import picture_mark

_ABOVE = re.compile("[ัิ-ฺ็-๎]")  # vowels and marks that take no width of their own
_ODD = re.compile("[\x00-\x1f\u2028\u2029\ud800-\udfff\ufffe\uffff\ufdd0-\ufdd3]")
_BREAKS = re.compile("\r\n|[\r\x0b\u2028\u2029]")
_OUT, _IN = "</w:t>", '<w:t xml:space="preserve">'


class Sandbox(ImmutableSandboxedEnvironment):
    """Jinja's sandbox, where a name after a dot is a key of the report and never a method of its container."""

    def getattr(self, obj: Any, attribute: str) -> Any:
        """The value of a key; what is missing is undefined, and printing that is an error."""
        if isinstance(obj, dict):
            return obj[attribute] if attribute in obj else self.undefined(obj=obj, name=attribute)
        return super().getattr(obj, attribute)


def sandbox(digits: Digits) -> Sandbox:
    """An environment whose values print in `digits` (thai, arabic)."""
    environment = Sandbox(
        undefined=jinja2.StrictUndefined,
        autoescape=True,
        finalize=_make_printer(digits),
        keep_trailing_newline=True,
    )
    environment.globals.clear()
    environment.filters["lines"] = count_lines
    return environment


def count_lines(value: str | Sequence[str], width: int) -> int:
    """About how many lines a text or a list of lines takes where `width` letters stand on a line."""
    typed = [value] if isinstance(value, str) else value
    return sum(max(1, -(-len(_ABOVE.sub("", line)) // width)) for line in typed)


def _make_printer(digits: Digits) -> Callable[[object], object]:
    """How a value prints: None as nothing, a list as lines, a picture as a picture, all else as text."""

    def text(value: object) -> object:
        if type(value) is not str:
            match value:
                case None:
                    return ""
                case jinja2.Undefined() | Markup():
                    return value
                case Picture():
                    return Markup(f"{_OUT}{picture_mark(value)}{_IN}")
                case list() | tuple():
                    return text("\n".join(map(str, value)))
            value = str(value)
        value = for_paper(value, digits)
        if not _ODD.search(value):
            return value
        xml = str(escape(clean(_BREAKS.sub("\n", value))))  # lines and tabs become Word's own
        return Markup(xml.replace("\n", f"{_OUT}<w:br/>{_IN}").replace("\t", f"{_OUT}<w:tab/>{_IN}"))

    return text
