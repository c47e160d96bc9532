"""An interpreter for a click: Python as Windows would start it, with LibreOffice in the place of Excel.

The one rule of the place: the add-in's own code runs unchanged, started by the command line that VBA made; the
workbook it opens and the file it saves come by environment, for they stand for the Excel that is open on the desk.
"""

from __future__ import annotations

import json
import os
import runpy
import sys
from pathlib import Path

SWITCHES = ["-I", "-X", "utf8", "-m"]


def main() -> None:
    """Open the workbook, run the module that the command line names, save, and write down what was shown."""
    from tests.addin.lo_engine import Engine, engine, excel
    from tests.addin.vba import WINDOW
    from tests.office import Office

    assert sys.argv[1:5] == SWITCHES, sys.argv
    module, sys.argv = sys.argv[5], ["python", *sys.argv[6:]]
    assert isinstance(engine, Engine)
    with Office() as office:
        app = excel(office)
        app.impl.hwnd = WINDOW
        book = app.books.open(os.environ["ITAXL_TEST_BOOK"])
        code = _ended(module)
        book.save(os.environ["ITAXL_TEST_SAVED"])
        told = {"code": code, "alerts": app.impl.alerts}
        Path(os.environ["ITAXL_TEST_TOLD"]).write_text(json.dumps(told), encoding="utf-8")
    sys.exit(code)


def _ended(module: str) -> int:
    """Run a module as `python -m` does; what it exits with."""
    try:
        runpy.run_module(module, run_name="__main__", alter_sys=False)
    except SystemExit as end:
        return int(end.code or 0)
    return 0


if __name__ == "__main__":
    main()
