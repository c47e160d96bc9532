"""What the command line was parsed into.

The one rule of the place: it is data; who made it and who uses it do not know each other.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable
from typing import Any

from itaxl.cli.voice import Voice

Command = Callable[["Arguments", Voice], int]


class Arguments(argparse.Namespace):
    """The parsed arguments; `run` is the command's function."""

    run: Command

    def __getattr__(self, name: str) -> Any:
        raise AttributeError(name)
