"""What a click costs as a fresh process, by what it imports: Excel starts a new Python each time.

The one rule of the place: a figure is the best of several, in a process like the one VBA starts; a limit is of issue 7.
"""

import json
import subprocess
import sys
import tempfile
import time
from importlib import util
from pathlib import Path

from itaxl import pipeline
from itaxl.case.load import load

CASE = Path(__file__).parent.parent / "tests" / "data" / "cases" / "kohchan-2567.json"
SWITCHES = ["-I", "-X", "utf8", "-c"]
TIMES = 7

# The work of a click but for Excel itself, for which a file on disk stands in.
BEGIN = "import xlwings; from itaxl.addin import actions, seam, click, desk; from pathlib import Path; "
READ = "from itaxl import pipeline; report = pipeline.read_form(Path({form!r})); "
CHECK = "from itaxl.addin import sheet_of_findings as s; [s.line(row) for row in s.rows_for(pipeline.check(report))]"
CLICKS = {
    "python alone": ("", 0.1),
    "+ xlwings": ("import xlwings", 0.25),
    "+ the add-in": (BEGIN, 0.3),
    "check": (BEGIN + READ + CHECK, 0.5),
    "tick": (BEGIN + READ + "from itaxl.catalog.progress import ticks; ticks(report)", 0.5),
    "Word": (BEGIN + READ + "pipeline.paper(report)", 1.0),
}


def seconds(code: str) -> float:
    """The best time of a process that runs this code."""
    best = float("inf")
    for _ in range(TIMES):
        started = time.perf_counter()
        subprocess.run([sys.executable, *SWITCHES, code], check=True)
        best = min(best, time.perf_counter() - started)
    return best


def main() -> int:
    """Measure each click; 1 when one is over its limit."""
    slow = [name for name in ("pandas", "matplotlib") if util.find_spec(name)]
    print(f"lean environment: {'no, it has ' + ', '.join(slow) if slow else 'yes'}")
    over = 0
    with tempfile.TemporaryDirectory() as folder:
        form = Path(folder) / "form.xlsx"
        form.write_bytes(pipeline.form(load(json.loads(CASE.read_text("utf-8")))))
        for name, (code, limit) in CLICKS.items():
            took = seconds(code.replace("{form!r}", repr(str(form))))
            over += took > limit
            print(
                f"{name:14} {took * 1000:6.0f} ms   limit {limit * 1000:5.0f} ms{'   OVER' if took > limit else ''}"
            )
    return 1 if over else 0


if __name__ == "__main__":
    sys.exit(main())
