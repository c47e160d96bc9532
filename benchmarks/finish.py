"""How long the whole finish of the 24-page book takes, and how often an office program is started for it."""

from __future__ import annotations

import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from itaxl.case.load import read_case
from itaxl.catalog.settings import settings
from itaxl.catalog.year_file import year as year_of
from itaxl.word import find_layout, render
from itaxl.word.finish import Wanted, finish, office
from itaxl.word.finish.document import Document
from itaxl.word.finish.paging import pack_for_measuring

CASE = Path(__file__).parent.parent / "tests" / "data" / "cases" / "singburi-2564.json"
ROUNDS = 3


def seconds(start: float) -> float:
    """Since then."""
    return time.perf_counter() - start


def steps(docx: bytes) -> dict[str, float]:
    """One start of the program, its parts timed: start and first count, a second count, the PDF."""
    copy = pack_for_measuring(Document.open(docx))
    start = time.perf_counter()
    with office.start() as program:
        program.pages(copy)
        first = seconds(start)
        program.pages(copy)
        second = seconds(start)
        program.pdf(docx, thai_digits=True)
        return {
            "start and first count": first,
            "second count": second - first,
            "PDF/A": seconds(start) - second,
        }


def main() -> None:
    """Print the best of a few runs."""
    report = read_case(CASE)
    year = year_of(report.fiscal_year)
    docx = render(report, year, find_layout("book"), settings(report, year, {"layout": "book"})).data
    wanted = Wanted(catchwords=True, pdf=True)
    whole = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        finish(docx, wanted)
        whole.append(seconds(start))
    print(f"the book, whole finish with one start of {office.program()}: {min(whole):.2f} s")
    for name, took in steps(docx).items():
        print(f"  {name}: {took:.2f} s")


if __name__ == "__main__":
    main()
