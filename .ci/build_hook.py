"""Hatchling's build hook: the Excel add-in is made when the wheel is, and travels inside it.

The one rule of the place: nothing is left in the source tree.
"""

import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class AddinHook(BuildHookInterface[Any]):
    """Builds itaxl.xlam into a folder of its own and puts it into the wheel; an editable install goes without."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Make the add-in, unless this is an editable install."""
        if version == "editable":
            return
        sys.path.insert(0, self.root)
        try:
            from tools.build_addin import build_addin
        finally:
            sys.path.remove(self.root)
        self._folder = tempfile.TemporaryDirectory(prefix="itaxl-")
        made = Path(self._folder.name) / "itaxl.xlam"
        made.write_bytes(build_addin())
        build_data["force_include"][str(made)] = "itaxl/addin/itaxl.xlam"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Leave nothing behind."""
        if version != "editable":
            self._folder.cleanup()
