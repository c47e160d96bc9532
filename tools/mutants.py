"""`python -m tools.mutants [--sample N] [MODULE …]`: changes planted in the code, and how many of them the tests find.

mutmut plants them, one at a time, inside of functions; each module of the rooms below is tried by the test file of its
own name, so what is measured is whether a module's own tests bite. The one rule of the place: the checkout is never
touched; all happens in a copy that is thrown away.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

ROOT = Path(__file__).parent.parent
ROOMS = ("rules", "thai", "word/engine")
COPIED = ("itaxl", "tests", "tools", "workbook_templates", "word_templates", "README.md", "CHANGELOG.md")
KILLED = {1, 3}  # exit codes of a test run that noticed the change: a test failed, or the run broke down
SURVIVED, TIMED_OUT = {0}, {-24, 24, 36, 152, 255}
# A test that starts another Python, or reads sources, sees mutmut's copies and not the program.
LEFT_OUT = "not subprocess and not process and not imported and not source"


def pairs(wanted: Sequence[str]) -> Iterator[tuple[str, list[str]]]:
    """Each module with the test files that answer for it: those of its name, else all of its room."""
    for room in ROOMS:
        tests = ROOT / "tests" / room.split("/")[0]
        for module in sorted((ROOT / "itaxl" / room).glob("*.py")):
            name = str(module.relative_to(ROOT))
            if module.stem != "__init__" and (not wanted or any(each in name for each in wanted)):
                own = sorted(tests.glob(f"test_{module.stem}*.py")) or [tests]
                yield name, [str(each.relative_to(ROOT)) for each in own]


def try_module(module: str, tests: list[str], sample: int, folder: Path) -> Counter[str]:
    """Plant up to `sample` changes in a module, chosen alike each time; how many were killed, and which survived."""
    copy = folder / module.replace("/", ".")
    copy.mkdir()
    for name in COPIED:
        source = ROOT / name
        (shutil.copytree if source.is_dir() else shutil.copy)(source, copy / name)
    settings = {
        "source_paths": ["itaxl"],
        "only_mutate": [module],
        "also_copy": [name for name in COPIED if name != "itaxl"],
        "pytest_add_cli_args_test_selection": tests,
        "pytest_add_cli_args": ["-x", "-q", "-p", "no:cacheprovider", "-k", LEFT_OUT],
        "use_git_change_detection": False,
    }
    lines = [f"{key} = {json.dumps(value)}" for key, value in settings.items()]
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    (copy / "pyproject.toml").write_text("\n".join([project, "[tool.mutmut]", *lines]), encoding="utf-8")
    run(copy, "nothing.at.all")  # writes the changed copies
    planted = re.findall(
        r"^def (x\w*__mutmut_\d+)\(", (copy / "mutants" / module).read_text("utf-8"), re.MULTILINE
    )
    dotted = module.removesuffix(".py").replace("/", ".")
    chosen = random.Random(module).sample(sorted(planted), min(sample, len(planted)))
    if chosen:
        run(copy, *(f"{dotted}.{name}" for name in chosen))
    codes = json.loads((copy / "mutants" / f"{module}.meta").read_text("utf-8"))["exit_code_by_key"]
    found = Counter[str]()
    for name in chosen:
        code = codes.get(f"{dotted}.{name}")
        verdict = (
            "killed" if code in KILLED or code in TIMED_OUT else "survived" if code in SURVIVED else "unclear"
        )
        found[verdict] += 1
        if verdict != "killed":
            print(f"  {verdict} ({code}): {dotted}.{name}")
    shutil.rmtree(copy)
    return found


def run(copy: Path, *names: str) -> None:
    """Let mutmut try these changes; what it says about them stands in its own record."""
    command = [sys.executable, "-m", "mutmut", "run", "--max-children", "2", *names]
    subprocess.run(command, cwd=copy, capture_output=True, check=False)


def main() -> None:
    """Try all modules, or those whose path holds one of the words given."""
    parser = argparse.ArgumentParser()
    parser.add_argument("modules", nargs="*")
    parser.add_argument("--sample", type=int, default=10, help="changes a module")
    args = parser.parse_args()
    total = Counter[str]()
    with tempfile.TemporaryDirectory(prefix="itaxl-mutants-") as folder:
        for module, tests in pairs(args.modules):
            found = try_module(module, tests, args.sample, Path(folder))
            total += found
            print(f"{module}: {found['killed']} of {found.total()} killed", flush=True)
    print(f"all: {total['killed']} of {total.total()} killed, {total['unclear']} unclear")


if __name__ == "__main__":
    main()
