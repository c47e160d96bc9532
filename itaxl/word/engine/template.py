"""A layout: a .docx with tags in its text, compiled once, printed as often as needed.

The one rule of the place: a layout that is wrong is refused with its place and the cure (`faults`), never half printed.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from types import TracebackType

import jinja2
from lxml import etree

from itaxl.errors import TemplateError
from itaxl.files.package import Deflated, open_package, pack
from itaxl.thai.digits import Digits
from itaxl.word.engine.faults import Faults, Spot, find_heading_styles
from itaxl.word.engine.ooxml import CONTENT_TYPES, MAIN, STYLES, Element, W, join_text
from itaxl.word.engine.part import PartSource, compile_part
from itaxl.word.engine.pictures import Picture, add_pictures
from itaxl.word.engine.sandbox import Sandbox, sandbox
from itaxl.word.engine.settle import Settler
from itaxl.word.engine.uses import Use, find_uses

_ROOTS = {f"{{{W}}}{name}" for name in ("document", "hdr", "ftr", "footnotes", "endnotes")}
_TEXT_PART = re.compile(r"word/[^/]+\.xml")
_FAMILY = re.compile(r"\{%[-+]?\s*layout\s+(\w+)")
_MAIN = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_SAVE_AGAIN = "โปรดเปิดใน Word แล้วบันทึกเป็น เอกสาร Word (.docx)"


@dataclass(frozen=True, slots=True)
class _Compiled:
    """A part that holds text: its Jinja template, its source, and how its faults are told."""

    template: jinja2.Template
    source: PartSource
    fault: Faults

    @staticmethod
    def of(source: PartSource, environment: Sandbox, fault: Faults) -> _Compiled:
        try:
            return _Compiled(environment.from_string(source.text), source, fault)
        except jinja2.TemplateSyntaxError as why:
            filters = [*environment.filters, *environment.tests]
            raise fault.syntax(_at(source.spots, why.lineno), why, filters) from None

    def run(self, context: Mapping[str, object]) -> str:
        try:
            return self.template.render(context)
        except Exception as why:  # whatever a layout's own expression raises is a fault of the layout
            line = _template_line(why.__traceback__)
            if line is None:
                raise
            raise self.fault.running(_at(self.source.spots, line), why, _all_names(context)) from None


class Template:
    """A layout read from a file; make it with `Template.load`."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._parts = dict(open_package(path, MAIN, TemplateError))
        if _MAIN not in self._parts[CONTENT_TYPES]:
            raise TemplateError(
                f"แม่แบบ {path.name}: ไม่ใช่เอกสาร Word (.docx) ธรรมดา – {_SAVE_AGAIN}",
                f"{path.name}: main part is not a plain .docx document",
            )
        self._fault = Faults(path.name)
        self._compiled = cache(self._compile)
        self._deflated: dict[str, Deflated] = {}

    @staticmethod
    def load(path: str | Path) -> Template:
        """The layout of a file, read once as long as the file stays the same; InputError or TemplateError."""
        path = Path(path)
        changed = path.stat().st_mtime_ns if path.exists() else 0
        return _load(path, changed)

    @cached_property
    def family(self) -> str:
        """The layout that this one says it comes from, by `{% layout annual %}`; "" where it does not say."""
        found = _FAMILY.search(join_text(self._parse(MAIN)))
        return found[1] if found else ""

    def render(self, context: Mapping[str, object], digits: Digits = "thai") -> bytes:
        """The finished .docx; TemplateError when the layout asks for what the context does not hold."""
        settler = Settler()
        compiled = self._compiled(digits)
        done: dict[str, bytes] = {}
        media: dict[str, list[Picture]] = {}
        for name, part in compiled.items():
            done[name] = settler.settle(part.run(context)).encode()
            if settler.pictures:
                media[name] = settler.pictures
        parts = add_pictures({**self._parts, **done}, media)
        return pack((name, self._keep(name, data)) for name, data in parts.items())

    def _keep(self, name: str, data: bytes) -> bytes | Deflated:
        """A part as it is, or as it lay in the last paper when it is the layout's own."""
        if data is not self._parts.get(name):
            return data
        if name not in self._deflated:
            self._deflated[name] = Deflated.of(data)
        return self._deflated[name]

    @cached_property
    def uses(self) -> Mapping[str, Sequence[Use]]:
        """Every use of each name, by its path in the context: `measures.steps.summary`."""
        found: dict[str, list[Use]] = {}
        for use, _ in self._spotted:
            found.setdefault(use.path, []).append(use)
        return found

    def prints(self, path: str, options: Mapping[str, object]) -> bool:
        """Whether the layout prints a path of the context under these options."""
        return any(use.prints_under(options) for use in self.uses.get(path, ()))

    def find_faults(self, known: Collection[str], families: Collection[str]) -> list[TemplateError]:
        """A failure for each name that is not among the `known` paths, and for a layout that is no known one."""
        wrong = dict.fromkeys((use.path, spot) for use, spot in self._spotted if use.path not in known)
        faults = []
        for path, spot in wrong:
            parent = path.rpartition(".")[0]
            beside = [each for each in known if each.rpartition(".")[0] == parent]
            likely = beside if parent in known else known  # its own parent may be misspelt as well
            faults.append(self._fault.unknown_name(spot, path, likely))
        declared = (part.source.family for part in self._compiled("thai").values())
        return [
            self._fault.unknown_word(spot, "รูปแบบรายงาน", family, families)
            for family, spot in filter(None, declared)
            if family not in families
        ] + faults

    @cached_property
    def _spotted(self) -> list[tuple[Use, Spot]]:
        environment = sandbox("thai")
        found = []
        for part in self._compiled("thai").values():
            spots = part.source.spots
            printing = frozenset(line for line, spot in spots.items() if spot.prints)
            for use in find_uses(environment.parse(part.source.text), printing):
                found.append((use, _at(spots, use.line)))
        return found

    # ---- compiling and running ---------------------------------------------------------------------------------------

    def _compile(self, digits: Digits) -> dict[str, _Compiled]:
        environment = sandbox(digits)
        parsed = {name: self._parse(name) for name in filter(_TEXT_PART.fullmatch, self._parts)}
        roots = {name: root for name, root in parsed.items() if root.tag in _ROOTS}
        if not any(root.tag.endswith("}document") for root in roots.values()):
            raise TemplateError(
                f"แม่แบบ {self.path.name}: เป็นเอกสารแบบ Strict Open XML – โปรดบันทึกเป็น เอกสาร Word (.docx) ธรรมดา",
                f"{self.path.name}: no w:document (Strict Open XML?)",
            )
        known = STYLES in self._parts
        styles = find_heading_styles(self._parse(STYLES)) if known else frozenset[str]()
        return {
            name: _Compiled.of(compile_part(root, self._fault, styles, digits), environment, self._fault)
            for name, root in roots.items()
        }

    def _parse(self, name: str) -> Element:
        """The XML of a part; TemplateError names the part when it is broken."""
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True
        )
        try:
            return etree.fromstring(self._parts[name], parser)
        except etree.XMLSyntaxError as why:
            raise TemplateError(
                f"แม่แบบ {self.path.name}: ส่วน {name} เสียหาย – {_SAVE_AGAIN} ใหม่",
                f"{self.path.name}: {name}: {why}",
            ) from None


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
