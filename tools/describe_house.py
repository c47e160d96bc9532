"""`python -m tools.describe_house`: writes the tree of docs/house.md from the first sentence of each module.

The one rule of the place: what a module is stands in the module; the page only gathers it.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "docs" / "house.md"
BEGIN, END = "<!-- tree: python -m tools.describe_house -->\n", "<!-- end of tree -->\n"


def describe(root: Path = ROOT) -> str:
    """The tree as Markdown: each folder with its sentence, below it its modules with theirs."""
    return "".join(f"{line}\n" for line in _lines(root / "itaxl", root))


def _lines(folder: Path, root: Path) -> Iterator[str]:
    yield f"\n**{folder.relative_to(root)}/** – {_sentence(folder / '__init__.py')}\n"
    for module in sorted(folder.glob("*.py")):
        if module.stem != "__init__":
            yield f"- `{module.stem}` {_sentence(module)}"
    for inner in sorted(each for each in folder.iterdir() if (each / "__init__.py").exists()):
        yield from _lines(inner, root)


def _sentence(module: Path) -> str:
    """The first paragraph of a module's docstring, on one line."""
    told = ast.get_docstring(ast.parse(module.read_text(encoding="utf-8"))) or ""
    return " ".join(told.partition("\n\n")[0].split())


def write(page: str, tree: str) -> str:
    """The page with this tree between its marks."""
    before, _, rest = page.partition(BEGIN)
    return before + BEGIN + tree + END + rest.partition(END)[2]


if __name__ == "__main__":
    PAGE.write_text(write(PAGE.read_text(encoding="utf-8"), describe()), encoding="utf-8")
