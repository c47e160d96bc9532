"""The arrows between modules, read from the source: which module imports which, inside functions too.

The one rule of the place: an import runs down the list of LAYERS, never up and never sideways.
"""

import ast
import graphlib
import importlib.util
from collections.abc import Iterator, Set
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent

# From the ground up; what stands on one line does not know each other. A new module gets its place here.
LAYERS = (
    ("itaxl",),  # the package's own __init__: the version, nothing else
    ("errors",),
    ("files", "thai", "model"),
    ("catalog",),
    ("workbook", "rules", "word", "links", "case", "carry"),  # the stations
    ("pipeline",),
    ("addin", "batch"),
    ("cli",),  # may start the other doors
    ("__main__",),
)
RANKS = {unit: rank for rank, layer in enumerate(LAYERS) for unit in layer}
ORDER = " < ".join("/".join(layer) for layer in LAYERS)


@dataclass(frozen=True)
class Arrow:
    """One import: dotted names of the importing and the imported module, and the place `file:line`."""

    importer: str
    imported: str
    place: str


# ---- reading the source ----------------------------------------------------------------------------------------------


def modules(root: Path) -> dict[str, Path]:
    """Find the modules of itaxl below `root`, by dotted name."""
    return {_name(path.relative_to(root)): path for path in sorted((root / "itaxl").rglob("*.py"))}


def _name(path: Path) -> str:
    return ".".join(path.parent.parts if path.name == "__init__.py" else path.with_suffix("").parts)


def arrows(root: Path) -> list[Arrow]:
    """Read every import: of our own modules and of others, by statement and by name in a call."""
    known = modules(root)
    return [
        Arrow(name, imported, f"{path.relative_to(root)}:{line}")
        for name, path in known.items()
        for line, imported in _imports(path, _package(name, path), known.keys())
    ]


def _package(name: str, path: Path) -> str:
    return name if path.name == "__init__.py" else name.rpartition(".")[0]


def _imports(path: Path, package: str, known: Set[str]) -> Iterator[tuple[int, str]]:
    for node in ast.walk(_tree(path)):
        match node:
            case ast.Import(names=names):
                yield from ((node.lineno, alias.name) for alias in names)
            case ast.ImportFrom(module=module, names=names, level=level):
                base = importlib.util.resolve_name("." * level + (module or ""), package)
                members = (f"{base}.{alias.name}" for alias in names)
                yield from {(node.lineno, member if member in known else base) for member in members}
            case ast.Call(func=function, args=[ast.Constant(value=str(name)), *_]) if _imports_by_name(
                function
            ):
                yield node.lineno, importlib.util.resolve_name(name, package)


def _tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def _imports_by_name(function: ast.expr) -> bool:
    return ast.unparse(function).rpartition(".")[2] in {"import_module", "__import__"}


def unit(module: str) -> str:
    """Give the part of the house a module belongs to: "rules" for "itaxl.rules.dates"."""
    return module.split(".")[1] if "." in module else module


# ---- judging it ------------------------------------------------------------------------------------------------------


def wrong_arrows(root: Path) -> list[str]:
    """Name each import that does not run down; of modules on no layer `homeless` speaks."""
    return [
        f"{arrow.place}: {arrow.importer} must not import {arrow.imported}; imports run down: {ORDER}"
        for arrow in _own(arrows(root))
        if not _runs_down(unit(arrow.importer), unit(arrow.imported))
    ]


def _own(found: list[Arrow]) -> list[Arrow]:
    return [arrow for arrow in found if arrow.imported.split(".")[0] == "itaxl"]


def _runs_down(importer: str, imported: str) -> bool:
    unplaced = not {importer, imported} <= RANKS.keys()
    return unplaced or importer == imported or RANKS[importer] > RANKS[imported]


def homeless(root: Path) -> list[str]:
    """Name each module that stands on no layer."""
    return [
        f"{path.relative_to(root)}: {unit(name)} is on no layer; give it its place in LAYERS of tests/test_layers.py"
        for name, path in modules(root).items()
        if unit(name) not in RANKS
    ]


def circle(root: Path) -> list[str]:
    """Give the modules of one circle of imports, in order; empty: there is none."""
    graph: dict[str, set[str]] = {name: set() for name in modules(root)}
    for arrow in _own(arrows(root)):
        graph[arrow.importer].add(arrow.imported)
    try:
        graphlib.TopologicalSorter(graph).prepare()
    except graphlib.CycleError as error:
        return list(reversed(error.args[1]))
    return []


def importers(root: Path, library: str) -> set[str]:
    """Give the parts of the house that import this library."""
    return {unit(arrow.importer) for arrow in arrows(root) if arrow.imported.split(".")[0] == library}


def touching(root: Path, attribute: str) -> set[str]:
    """Give the modules in which `something.attribute` stands."""
    return {
        name
        for name, path in modules(root).items()
        if any(isinstance(node, ast.Attribute) and node.attr == attribute for node in ast.walk(_tree(path)))
    }


# ---- the house -------------------------------------------------------------------------------------------------------


def test_imports_run_down_only() -> None:
    assert not (faults := wrong_arrows(ROOT)), "\n".join(faults)


def test_every_module_has_its_layer() -> None:
    assert not (faults := homeless(ROOT)), "\n".join(faults)


def test_imports_make_no_circle() -> None:
    assert not (found := circle(ROOT)), " -> ".join(found)


def test_only_thai_imports_pythainlp() -> None:
    assert importers(ROOT, "pythainlp") <= {"thai"}


def test_python_docx_stays_out_of_the_engine() -> None:
    """It knows the order of Word's elements, but takes 70 ms to load: only what stands beside an office program may."""
    using = {arrow.importer for arrow in arrows(ROOT) if arrow.imported.split(".")[0] == "docx"}
    assert using
    assert all(name.startswith("itaxl.word.finish.") for name in using), using


def test_at_most_one_module_reaches_through_xlwings_into_excel() -> None:
    """xlwings' `.api` is Excel itself: no other engine, and no test without Excel, answers to it."""
    assert len(touching(ROOT, "api")) <= 1


# ---- the checker, on planted faults ----------------------------------------------------------------------------------


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """A small sound house, to be spoilt by a test."""
    _write(tmp_path, "itaxl/__init__.py", '__version__ = "1"')
    _write(tmp_path, "itaxl/errors.py", "import itaxl")
    _write(tmp_path, "itaxl/thai/__init__.py", "from itaxl import errors\nfrom .digits import thai_digits")
    _write(tmp_path, "itaxl/thai/digits.py", "def thai_digits(): ...")
    _write(tmp_path, "itaxl/rules/__init__.py", "from ..thai import thai_digits")
    _write(tmp_path, "itaxl/word/engine.py", "import itaxl.thai.digits as digits")
    _write(tmp_path, "itaxl/batch.py", "from itaxl import rules\nfrom itaxl.word import engine")
    _write(tmp_path, "itaxl/cli.py", "def main():\n    from itaxl import batch")
    return tmp_path


def _write(root: Path, path: str, text: str) -> None:
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).write_text(text, encoding="utf-8")


def test_a_sound_house_is_let_pass(house: Path) -> None:
    assert wrong_arrows(house) + homeless(house) + circle(house) == []


@pytest.mark.parametrize(
    ("importer", "line", "imported"),
    [
        ("rules/dates.py", "from itaxl.word import engine", "itaxl.word.engine"),
        ("rules/dates.py", "from ..word.engine import render", "itaxl.word.engine"),
        ("rules/dates.py", "def late():\n    import itaxl.word.engine", "itaxl.word.engine"),
        ("rules/dates.py", "import importlib\nimportlib.import_module('itaxl.cli')", "itaxl.cli"),
        ("errors.py", "from . import thai", "itaxl.thai"),
        ("errors.py", "if TYPE_CHECKING:\n    from itaxl.thai import thai_digits", "itaxl.thai"),
        ("thai/names.py", "import itaxl.model", "itaxl.model"),
        ("__init__.py", "from itaxl.errors import ItaxlError", "itaxl.errors"),
        ("batch.py", "from itaxl import cli", "itaxl.cli"),
    ],
)
def test_a_planted_arrow_is_named(house: Path, importer: str, line: str, imported: str) -> None:
    _write(house, f"itaxl/{importer}", line)
    (fault,) = wrong_arrows(house)
    assert fault.startswith(f"itaxl/{importer}:{1 + line.count(chr(10))}: ")
    assert f"must not import {imported};" in fault


def test_a_module_nobody_placed_is_named_with_what_to_do(house: Path) -> None:
    _write(house, "itaxl/utils.py", "")
    (fault,) = homeless(house)
    assert fault.startswith("itaxl/utils.py: utils is on no layer; give it its place in LAYERS")


def test_a_planted_circle_inside_one_package_is_named(house: Path) -> None:
    _write(house, "itaxl/thai/digits.py", "def thai_digits():\n    from itaxl.thai import months")
    assert circle(house) == ["itaxl.thai", "itaxl.thai.digits", "itaxl.thai"]


def test_a_planted_library_and_a_planted_attribute_are_seen(house: Path) -> None:
    _write(
        house,
        "itaxl/rules/spelling.py",
        "def late():\n    from pythainlp.spell import correct\n    book.api.Save()",
    )
    assert importers(house, "pythainlp") == {"rules"}
    assert touching(house, "api") == {"itaxl.rules.spelling"}
