"""The pictures of docs/guide-findings.md, drawn from the real screens: `python -m tests.findings.pictures`.

The one rule of the place: every picture is made by the commands that the guide names, on the careless report.
"""

from __future__ import annotations

import html
import re
import tempfile
from pathlib import Path

from itaxl import pipeline
from itaxl.catalog.form import FINDINGS_SHEET
from itaxl.cli import main, show
from itaxl.cli.console import Paint, Voice
from itaxl.cli.page import as_html
from tests import browser, tools
from tests.findings.forty import careless, fields
from tests.findings.person import answer, type_in
from tests.forms import form

TARGET = tools.ROOT / "docs" / "pictures"
_COLOURS = {"1": "font-weight:700", "2": "color:#9aa5b1", "1;4": "font-weight:700;text-decoration:underline",
            "1;31": "color:#ff8a80;font-weight:700", "33": "color:#ffd479", "36": "color:#8be0ff",
            "1;32": "color:#9be9a8;font-weight:700"}  # fmt: skip


def draw() -> None:
    """Draw all of them."""
    TARGET.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        first = form(careless(), folder / "แบบรายงาน.xlsx")
        second, third = folder / "แบบรายงาน-2.xlsx", folder / "แบบรายงาน-3.xlsx"
        _draw_check(first, folder)
        steps = pipeline.repair(pipeline.read_form(first))[1]
        _terminal("itaxl repair แบบรายงาน.xlsx -o แบบรายงาน-2.xlsx", _head(show.repairs_text(steps[:5], Voice(), Paint(on=True))), "findings-repair.png", 430, folder)  # fmt: skip
        main(["repair", str(first), "-o", str(second)])
        type_in(second, fields("mend"))
        main(["confirm", str(second), "-o", str(third)])
        for each in pipeline.check(pipeline.read_form(third)).findings:
            answer(third, str(each.cell), "ตรวจกับหนังสือเชิญและรายชื่อผู้เข้าร่วมแล้ว")
        _sheet(third, folder)
        _draw_end(third, folder)


def _draw_check(path: Path, folder: Path) -> None:
    """The page of the first check, on a desk and on a phone, and the same in a terminal."""
    verdict = pipeline.check(pipeline.read_form(path))
    (page := folder / "page.html").write_text(as_html([(path, verdict)], None), "utf-8")
    browser.picture(page, TARGET / "findings-page.png", 900, 900)
    (phone := folder / "phone.html").write_text(
        '<body style="margin:0"><iframe src="page.html" style="width:390px;height:800px;border:0">', "utf-8"
    )
    browser.picture(phone, TARGET / "findings-phone.png", 390, 800)
    lines = show.as_text([(path, verdict)], Voice(), Paint(on=True)).splitlines()
    told = [*lines[:12], "  …", *lines[-3:]]
    _terminal("itaxl check แบบรายงาน.xlsx", "\n".join(told), "findings-terminal.png", 480, folder)


def _draw_end(path: Path, folder: Path) -> None:
    """The page of the last check."""
    verdict = pipeline.check(pipeline.read_form(path))
    assert not verdict.findings
    text = as_html([(path.with_name("แบบรายงาน-3.xlsx"), verdict)], None).replace(
        "<details>", "<details open>"
    )
    (page := folder / "end.html").write_text(text, "utf-8")
    browser.picture(page, TARGET / "findings-none.png", 900, 560)


def _head(text: str) -> str:
    return "\n".join(text.splitlines()[:15])


def _terminal(command: str, text: str, name: str, height: int, folder: Path) -> None:
    """What a terminal shows, with its colours."""
    shown = re.sub(
        "\x1b\\[([0-9;]+)m", lambda code: f'<span style="{_COLOURS[code[1]]}">' if code[1] != "0" else "</span>",
        html.escape(text),
    )  # fmt: skip
    style = "margin:0;padding:16px 20px;background:#16202a;color:#e8edf2;font:15px/1.6 monospace;font-size-adjust:.52"
    (page := folder / "terminal.html").write_text(
        f'<meta charset="utf-8"><body style="margin:0;background:#16202a"><pre style="{style}">$ {command}\n{shown}</pre>', "utf-8"
    )  # fmt: skip
    browser.picture(page, TARGET / name, 1100, height)


def _sheet(path: Path, folder: Path) -> None:
    """The sheet of findings in the form, its upper part."""
    pages = tools.sheet_pictures(path, folder, dpi=90)
    number = re.findall(r"\d+", pages[FINDINGS_SHEET].stem)[-1]
    pdf = folder / f"{path.stem}.pdf"
    tools.run("pdftoppm", "-png", "-r", "90", "-f", number, "-l", number, "-x", "0", "-y", "0", "-W", "1000", "-H", "330",
              "-singlefile", pdf, TARGET / "findings-sheet")  # fmt: skip


if __name__ == "__main__":
    draw()
