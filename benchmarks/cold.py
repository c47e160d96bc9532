"""What a person waits for: `check` and `report` as fresh processes, beside an interpreter that does nothing."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path

from _bench import case, medians, ms, table

from itaxl import pipeline
from itaxl.case.load import load

RUNS = 7
AIMS = {"itaxl check": "500 ms", "itaxl report": "1,000 ms"}


def commands(form: Path) -> dict[str, list[str]]:
    """The words of each process."""
    paper = form.with_suffix(".docx")
    return {
        "python -c pass": ["-c", "pass"],
        "itaxl check": ["-m", "itaxl", "check", str(form)],
        "itaxl report": ["-m", "itaxl", "report", str(form), "-o", str(paper), "--force"],
    }


def start(words: list[str]) -> None:
    """One process from start to end; exit 1 of `check` is a finding, not a failure."""
    done = subprocess.run([sys.executable, *words], capture_output=True, check=False)
    assert done.returncode in (0, 1), done.stderr.decode()


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        form = Path(folder) / "form.xlsx"
        form.write_bytes(pipeline.form(load(case("kohchan-2567"))))
        works: dict[str, Callable[[], object]] = {
            name: partial(start, words) for name, words in commands(form).items()
        }
        for work in works.values():  # byte code and disk cache are warm for all
            work()
        times = medians(works, RUNS)
    floor = times["python -c pass"]
    rows = [[name, ms(each), AIMS.get(name, "–"), f"{each / floor:.1f}"] for name, each in times.items()]
    table(
        f"Fresh process, kohchan-2567, median of {RUNS}",
        ["command", "time", "aim", "× bare interpreter"],
        rows,
    )


if __name__ == "__main__":
    main()
