"""The style of the house, measured: how long functions and files are, and what must not be in the project.

The one rule of the place: every figure here comes from the files of this checkout, committed or about to be.
"""

import ast
import re
import statistics
import subprocess
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest

import itaxl
from tools.describe_house import PAGE, describe, write

ROOT = Path(__file__).parent.parent
PYPROJECT = ROOT / "pyproject.toml"
CALLED_ONCE = 0.2  # share of functions

# What a file of the project must not hold. Written so that no pattern finds itself.
LEAKS = {
    "a path of somebody's machine": re.compile(r"(?<![\w.:/-])/(?:work|home|root|Users)/\w"),
    "a file that a user does not have": re.compile(r"\.\./shared"),
    "the host of a package registry": re.compile(
        r"pypi\.org|pythonhosted\.org|npmjs\.(?:org|com)|deb\.debian\.org|archive\.ubuntu\.com"
    ),
}


def project_files() -> list[Path]:
    """List what git holds or would take in: what is ignored is not the project."""
    listed = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    names = subprocess.run(listed, cwd=ROOT, capture_output=True, encoding="utf-8", check=True).stdout.split(
        "\0"
    )
    return [path for name in names if name and (path := ROOT / name).is_file()]


def texts() -> Iterator[tuple[Path, str]]:
    """Give the text files with their text."""
    for path in project_files():
        if b"\0" not in (raw := path.read_bytes())[:8192]:
            yield path.relative_to(ROOT), raw.decode("utf-8", errors="replace")


def source() -> list[Path]:
    """List the modules of the program."""
    return [path for path in project_files() if path.suffix == ".py" and path.is_relative_to(ROOT / "itaxl")]


def functions(text: str) -> Iterator[tuple[int, str]]:
    """Give each function's length in lines, without its docstring, and its name."""
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            docstring = ast.get_docstring(node, clean=False)
            told = docstring.count("\n") + 1 if docstring else 0
            yield (node.end_lineno or node.lineno) - node.lineno + 1 - told, node.name


def helpers_called_once(text: str) -> list[str]:
    """Name the private functions of a module whose only mention is one call: a reader jumps there for nothing else."""
    tree = ast.parse(text)
    called = Counter(_name_of(node.func) for node in ast.walk(tree) if isinstance(node, ast.Call))
    named = Counter(_name_of(node) for node in ast.walk(tree) if isinstance(node, ast.Name | ast.Attribute))
    return [
        name
        for _, name in functions(text)
        if name.startswith("_") and not name.startswith("__") and called[name] == named[name] == 1
    ]


def _name_of(node: ast.AST) -> str | None:
    return node.id if isinstance(node, ast.Name) else node.attr if isinstance(node, ast.Attribute) else None


def leaks(text: str) -> list[str]:
    """Name what must not be in a text, each with its line."""
    return [
        f"{number}: {what}: {line.strip()[:100]}"
        for number, line in enumerate(text.splitlines(), 1)
        for what, pattern in LEAKS.items()
        if pattern.search(line)
    ]


def unexplained(pyproject: str) -> list[str]:
    """Name each dependency and each ignored lint without a reason behind it on its line."""
    declared = tomllib.loads(pyproject)
    project, lint = declared["project"], declared.get("tool", {}).get("ruff", {}).get("lint", {})
    groups = [
        *project.get("optional-dependencies", {}).values(),
        *declared.get("dependency-groups", {}).values(),
    ]
    names = [
        name for group in (project.get("dependencies", []), *groups, lint.get("ignore", [])) for name in group
    ]
    return [name for name in names if not re.search(rf'"{re.escape(name)}".*# \S', pyproject)]


# ---- figures ---------------------------------------------------------------------------------------------------------


def test_functions_are_short() -> None:
    lengths = sorted(
        (n, f"{name} in {p.name}") for p in source() for n, name in functions(p.read_text("utf-8"))
    )
    lines = [length for length, _ in lengths]
    assert statistics.median(lines) <= 6
    assert lines[int(0.9 * (len(lines) - 1))] <= 15
    assert [function for function in lengths if function[0] > 40] == []


def test_most_helpers_serve_more_than_one_caller() -> None:
    """A function is short because an object carries its behaviour, not because it was cut in three."""
    modules = [path.read_text("utf-8") for path in source()]
    once = sum(len(helpers_called_once(text)) for text in modules)
    assert once / sum(1 for text in modules for _ in functions(text)) <= CALLED_ONCE


def test_no_two_modules_and_no_two_classes_have_one_name() -> None:
    names: dict[str, list[str]] = defaultdict(list)
    for path in source():
        if path.stem not in ("__init__", "__main__", "main"):
            names[path.stem].append(str(path.relative_to(ROOT)))
        for node in ast.parse(path.read_text("utf-8")).body:
            if isinstance(node, ast.ClassDef):
                names[node.name].append(str(path.relative_to(ROOT)))
    assert {name: places for name, places in names.items() if len(places) > 1} == {}


def test_the_page_of_the_house_shows_the_tree_as_it_is() -> None:
    page = PAGE.read_text("utf-8")
    assert write(page, describe()) == page, "python -m tools.describe_house"


def test_no_file_of_code_is_longer_than_400_lines() -> None:
    counted = {str(path): text.count("\n") for path, text in texts() if path.suffix == ".py"}
    assert {path: lines for path, lines in counted.items() if lines > 400} == {}


def test_every_module_opens_with_what_it_is() -> None:
    silent = [
        str(path) for path, text in texts() if path.suffix == ".py" and not ast.get_docstring(ast.parse(text))
    ]
    assert silent == []


def test_every_dependency_and_every_ignored_lint_has_its_reason_on_the_line() -> None:
    assert unexplained(PYPROJECT.read_text("utf-8")) == []


def test_nothing_of_one_machine_is_in_the_project() -> None:
    assert {str(path): found for path, text in texts() if (found := leaks(text))} == {}


def test_the_changelog_speaks_of_this_version() -> None:
    assert itaxl.__version__ in (ROOT / "CHANGELOG.md").read_text("utf-8")


def test_the_version_has_one_number() -> None:
    assert tomllib.loads(PYPROJECT.read_text("utf-8"))["project"]["version"] == itaxl.__version__


# ---- the measuring itself --------------------------------------------------------------------------------------------


def test_a_helper_of_one_call_is_seen_and_one_in_a_table_is_not() -> None:
    text = "def _a(): ...\ndef _b(): ...\ndef _c(): ...\n_a()\n_b()\n_b()\nTABLE = [_c]\n"
    assert helpers_called_once(text) == ["_a"]


def test_a_docstring_does_not_count_as_length() -> None:
    text = 'class A:\n    def told(self):\n        """One.\n\n        Two.\n        """\n        return 1\n'
    assert list(functions(text)) == [(2, "told")]


@pytest.mark.parametrize(
    "planted",
    [
        "see /ro" + "ot/itaxl/x.py",
        'open("/ho' + 'me/somebody/a")',
        ".." + "/shared/design.md",
        "https://py" + "pi.org/simple",
    ],
)
def test_a_planted_leak_is_found_with_its_line(planted: str) -> None:
    (found,) = leaks(f"first line\n{planted}\n")
    assert found.startswith("2: ")


def test_the_address_of_an_agency_is_no_path_of_a_machine() -> None:
    assert leaks("https://www.example.go.th/home/index/12 และ www.example.go.th/work/1") == []


def test_a_dependency_without_a_reason_is_named() -> None:
    planted = '[project]\ndependencies = [\n  "good>=1",  # it is needed\n  "bad>=2",\n]\n'
    assert unexplained(planted) == ["bad>=2"]
