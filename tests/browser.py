"""Chromium without a window: a page as it is drawn, as it stands after loading, and as it measures.

The one rule of the place: each call is a browser of its own with a profile of its own; nothing is fetched.
"""

from __future__ import annotations

import html
import json
import re
import tempfile
from pathlib import Path
from typing import Any

from tests import tools

_FLAGS = (
    "--headless",
    "--no-sandbox",  # a container's root has no other way; the pages are our own
    "--disable-gpu",
    "--hide-scrollbars",
    "--no-first-run",
    "--disable-background-networking",
    "--host-resolver-rules=MAP * ~NOTFOUND",
)
_CSP = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>')


def _run(page: Path, *options: str) -> str:
    with tempfile.TemporaryDirectory(prefix="itaxl-browser-", ignore_cleanup_errors=True) as profile:
        flags = (*_FLAGS, f"--user-data-dir={profile}", *options)
        return tools.run("chromium", *flags, page.as_uri(), seconds=90)


def dom(page: Path) -> str:
    """The page as it stands after loading, with all that a script in it would have done."""
    return _run(page, "--dump-dom", "--virtual-time-budget=3000")


def picture(page: Path, target: Path, width: int, height: int) -> Path:
    """Draw the upper part of a page as a .png."""
    whole = "--run-all-compositor-stages-before-draw"  # else a busy machine leaves parts of the page undrawn
    _run(page, whole, f"--window-size={width},{height}", f"--screenshot={target}")
    return target


def printed(page: Path, target: Path) -> Path:
    """Print a page as a PDF."""
    _run(page, "--no-pdf-header-footer", f"--print-to-pdf={target}")
    return target


def unguarded(text: str) -> str:
    """A page without its own ban of scripts: what is left is the escaping."""
    bare, count = _CSP.subn("", text)
    assert count == 1, "the page has no Content-Security-Policy"
    return bare


def measure(text: str, width: int, script: str, folder: Path) -> Any:
    """What a script, given the page's document as `page`, returns of a page laid out `width` pixels wide."""
    frame = f'<iframe style="width:{width}px;height:900px;border:0" srcdoc="{html.escape(text)}"></iframe>'
    code = (
        "addEventListener('load', () => { const page = document.querySelector('iframe').contentDocument;"
        f"const told = (function () {{ {script} }})();"
        "document.getElementById('told').textContent = JSON.stringify(told); });"
    )
    (wrapper := folder / "frame.html").write_text(
        f'<!doctype html><meta charset="utf-8"><body>{frame}<pre id="told"></pre><script>{code}</script>',
        encoding="utf-8",
    )
    found = re.search(r'<pre id="told">(.+?)</pre>', dom(wrapper), re.DOTALL)
    assert found, "the script told nothing"
    return json.loads(html.unescape(found[1]))
