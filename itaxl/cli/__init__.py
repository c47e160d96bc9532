"""The command line: `itaxl …`.

The one rule of the place: it is thin; a command reads its arguments, calls the pipeline and says what came of it.
"""

from itaxl.cli.main import main

__all__ = ["main"]
