"""A form in a spreadsheet engine that is not LibreOffice: Gnumeric, which calculates every formula anew.

The one rule of the place: it treats arrays and truth values as Excel does, so it is the judge of our formulas.
"""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

from openpyxl import Workbook, load_workbook

PROGRAM = shutil.which("ssconvert")


def calculated(form: Path) -> Workbook:
    """The form with the values that Gnumeric gives its formulas."""
    assert PROGRAM
    target = form.with_name(f"calculated-{form.name}")
    command = [PROGRAM, "--recalc", str(form), str(target)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return load_workbook(target, data_only=True)
