"""Forms of each version of the form, kept for ever: what was handed out once must stay readable.

`python -m tests.workbook.kept` adds the real reports as forms of the version of today, where they are not there yet.
The one rule of the place: a kept form is never made anew; it is what people have on their computers.
"""

from __future__ import annotations

from pathlib import Path

from itaxl import pipeline
from itaxl.case.load import load
from itaxl.catalog.form import FORM_VERSION, LISTS_SHEET
from tests.forms import CASES, DATA, case
from tests.packages import packed, parts, sheet_part

KEPT = DATA / "forms"
_EMPTY = (
    b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData/></worksheet>'
)


def kept_forms() -> list[Path]:
    """The kept forms, `<version>-<case>.xlsx`."""
    return sorted(KEPT.glob("*.xlsx"))


def version_of(path: Path) -> int:
    """The version of the form that a kept form is of."""
    return int(path.stem.partition("-")[0])


def without_lists(form: bytes) -> bytes:
    """The form without the lists behind its cells: nobody reads them, and they are most of its size."""
    return packed({**parts(form), sheet_part(form, LISTS_SHEET): _EMPTY})


def keep(version: int = FORM_VERSION) -> None:
    """Keep the real reports as forms of this version."""
    for name in CASES:
        path = KEPT / f"{version}-{name}.xlsx"
        if not path.exists():
            path.write_bytes(without_lists(pipeline.form(load(case(name)))))


if __name__ == "__main__":
    keep()
