"""A layout: a .docx with tags in its text, compiled once, printed as often as needed.

The one rule of the place: a layout that is wrong is refused with its place and the cure (`faults`), never half printed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from types import TracebackType
from typing import Any

import jinja2
from lxml import etree

from itaxl.errors import TemplateError
from itaxl.files.package import Deflated, pack
from itaxl.thai.digits import Digits
from itaxl.word.engine.faults import Faults, Spot
from itaxl.word.engine.media import with_pictures
from itaxl.word.engine.names import Use, uses
from itaxl.word.engine.ooxml import W
from itaxl.word.engine.package import parse, read_parts
from itaxl.word.engine.part import Source, compile_part
from itaxl.word.engine.places import heading_styles
from itaxl.word.engine.sandbox import Sandbox, sandbox
from itaxl.word.engine.settle import Settler

_ROOTS = {f"{{{W}}}{name}" for name in ("document", "hdr", "ftr", "footnotes", "endnotes")}
_TEXT_PART = re.compile(r"word/[^/]+\.xml")


@dataclass(frozen=True, slots=True)
class _Compiled:
    """A part that holds text: its Jinja template and its source."""

    template: jinja2.Template
    source: Source


class Template:
    """A layout read from a file; make it with `Template.load`."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._parts = read_parts(path)
        self._fault = Faults(path.name)
        self._compiled = cache(self._compile)
        self._deflated: dict[str, Deflated] = {}

    @staticmethod
    def load(path: str | Path) -> Template:
        """The layout of a file, read once as long as the file stays the same; InputError or TemplateError."""
        path = Path(path)
        changed = path.stat().st_mtime_ns if path.exists() else 0
        return _load(path, changed)

    def render(self, context: Mapping[str, object], digits: Digits = "thai") -> bytes:
        """The finished .docx; TemplateError when the layout asks for what the context does not hold."""
        settler = Settler()
        compiled = self._compiled(digits)
        done: dict[str, bytes] = {}
        media: dict[str, list[Any]] = {}
        for name, part in compiled.items():
            done[name] = settler.settle(self._run(part, context)).encode()
            if settler.pictures:
                media[name] = settler.pictures
        parts = with_pictures({**self._parts, **done}, media)
        return pack((name, self._kept(name, data)) for name, data in parts.items())

    def _kept(self, name: str, data: bytes) -> bytes | Deflated:
        """A part as it is, or as it lay in the last paper when it is the layout's own."""
        if data is not self._parts.get(name):
            return data
        if name not in self._deflated:
            self._deflated[name] = Deflated.of(data)
        return self._deflated[name]

    def names(self) -> set[str]:
        """The paths of the context that the layout uses: `measures.steps.summary`."""
        return {use.path for use in self.uses}

    def prints(self, path: str, options: Mapping[str, object]) -> bool:
        """Whether the layout prints a path of the context under these options."""
        return any(
            use.path == path
            and use.prints
            and all(options.get(name) for name in use.given)
            and not any(options.get(name) for name in use.unless)
            for use in self.uses
        )

    def faults(self, known: Iterable[str]) -> list[TemplateError]:
        """A failure for each name that is not among the `known` paths, in the order of the layout."""
        known = set(known)
        wrong = dict.fromkeys((use.path, spot) for use, spot in self._spotted if use.path not in known)
        return [self._fault.unknown_name(spot, path, _near(path, known)) for path, spot in wrong]

    @cached_property
    def uses(self) -> list[Use]:
        """Every use of a name."""
        return [use for use, _ in self._spotted]

    @cached_property
    def _spotted(self) -> list[tuple[Use, Spot]]:
        environment = sandbox("thai")
        found = []
        for part in self._compiled("thai").values():
            spots = part.source.spots
            printing = frozenset(line for line, spot in spots.items() if spot.prints)
            for use in uses(environment.parse(part.source.text), printing):
                found.append((use, _at(spots, use.line)))
        return found

    # ---- compiling and running ---------------------------------------------------------------------------------------

    def _compile(self, digits: Digits) -> dict[str, _Compiled]:
        environment = sandbox(digits)
        roots = dict(self._text_parts())
        if not any(root.tag.endswith("}document") for root in roots.values()):
            raise TemplateError(
                f"แม่แบบ {self.path.name}: เป็นเอกสารแบบ Strict Open XML – โปรดบันทึกเป็น เอกสาร Word (.docx) ธรรมดา",
                f"{self.path.name}: no w:document (Strict Open XML?)",
            )
        styles = self._heading_styles()
        return {
            name: self._compile_part(environment, compile_part(root, self._fault, styles, digits))
            for name, root in roots.items()
        }

    def _text_parts(self) -> Iterator[tuple[str, etree._Element]]:
        for name, data in self._parts.items():
            if _TEXT_PART.fullmatch(name):
                root = parse(self.path, name, data)
                if root.tag in _ROOTS:
                    yield name, root

    def _heading_styles(self) -> frozenset[str]:
        data = self._parts.get("word/styles.xml")
        return heading_styles(parse(self.path, "word/styles.xml", data)) if data else frozenset()

    def _compile_part(self, environment: Sandbox, source: Source) -> _Compiled:
        try:
            return _Compiled(environment.from_string(source.text), source)
        except jinja2.TemplateSyntaxError as why:
            filters = [*environment.filters, *environment.tests]
            raise self._fault.syntax(_at(source.spots, why.lineno), why, filters) from None

    def _run(self, part: _Compiled, context: Mapping[str, object]) -> str:
        try:
            return part.template.render(context)
        except Exception as why:  # whatever a layout's own expression raises is a fault of the layout
            line = _template_line(why.__traceback__)
            if line is None:
                raise
            known = _all_names(context)
            raise self._fault.running(_at(part.source.spots, line), why, known) from None


@cache
def _load(path: Path, _changed: int) -> Template:
    return Template(path)


def _at(spots: Mapping[int, Spot], line: int) -> Spot:
    """The tag on a line of the source, or the last before it."""
    return spots.get(line) or spots[max((each for each in spots if each <= line), default=min(spots))]


def _template_line(trace: TracebackType | None) -> int | None:
    """The line of the layout's source at which something was raised, None when it was not in the layout."""
    line = None
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == "<template>":
            line = trace.tb_lineno
        trace = trace.tb_next
    return line


def _all_names(value: object, deepest: int = 6) -> set[str]:
    """Every name in a context, for a guess at what was meant."""
    if isinstance(value, Mapping) and deepest:
        return set(value).union(*(_all_names(inner, deepest - 1) for inner in value.values()))
    if isinstance(value, (list, tuple)) and value:
        return _all_names(value[0], deepest)
    return set()


def _near(path: str, known: set[str]) -> list[str]:
    """The known paths beside a misspelt one; all of them when its own parent is unknown."""
    parent, _, _ = path.rpartition(".")
    beside = [each for each in known if each.rpartition(".")[0] == parent]
    return beside if parent in known else sorted(known)
