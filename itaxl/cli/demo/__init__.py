"""`itaxl demo`: an invented agency in a real place, from the form to the paper, with a few real mistakes in it.

The one rule of the place: it writes only into a folder that it made itself, and goes the way every form goes.
"""

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
import sys
from importlib.resources import files
from pathlib import Path
from typing import Any

from itaxl import pipeline
from itaxl.case.load import load
from itaxl.cli import show
from itaxl.cli.console import Voice
from itaxl.errors import OutputError
from itaxl.files.disk import write_file

FORM, FINDINGS, PAPER = "แบบรายงาน.xlsx", "รายการที่ต้องแก้ไข.txt", "รายงาน.docx"
_MARK = ".itaxl-demo"
_STEP = re.compile(r"(\w+)(?:\[(\d+)\])?")


def make_demo(folder: Path, voice: Voice) -> int:
    """Make form, findings and paper, and say what to open."""
    _claim(folder)
    _write(folder / FORM, pipeline.form(load(demo_case())))
    report = pipeline.read_form(folder / FORM)
    paper = pipeline.paper(report, folder=folder)
    findings = show.as_text([(folder / FORM, paper.verdict)], voice)
    _write(folder / FINDINGS, findings.encode("utf-8"))
    _write(folder / PAPER, paper.docx)
    _tell(folder, paper, voice)
    return 0


def demo_case(*, mistakes: bool = True) -> dict[str, Any]:
    """The demo's report data, with its mistakes or without."""
    here = files("itaxl.cli.demo")
    case: dict[str, Any] = json.loads((here / "clean.json").read_text(encoding="utf-8"))
    planted = json.loads((here / "mistakes.json").read_text(encoding="utf-8")) if mistakes else []
    for mistake in planted:
        put(case, mistake["field"], mistake["value"])
    return case


def put(case: dict[str, Any], path: str, value: object) -> None:
    """Set one field of case data by its path (`measures[1].steps[0].summary`)."""
    *way, last = _STEP.findall(path)
    here: Any = case
    for name, index in way:
        here = here[name][int(index)] if index else here[name]
    here[last[0]] = value


def _claim(folder: Path) -> None:
    """Make the folder ours; one that a person filled is left alone."""
    if folder.exists() and (not folder.is_dir() or (any(folder.iterdir()) and not (folder / _MARK).exists())):
        raise OutputError(
            f"“{folder}” มีข้อมูลอื่นอยู่แล้ว – โปรดระบุโฟลเดอร์ใหม่ เช่น itaxl demo ตัวอย่าง",
            f"{folder} is not empty; name a new folder",
        )
    _write(folder / _MARK, b"")


def _write(path: Path, data: bytes) -> None:
    write_file(path, data, force=True)


def this_command() -> str:
    """How itaxl was started, so that it starts again when pasted into the same window."""
    started = Path(sys.argv[0])
    if started.name == "__main__.py":
        return f"{quoted(Path(sys.executable))} -m itaxl"
    found = shutil.which("itaxl")
    if found and started.exists() and Path(found).samefile(started):
        return "itaxl"
    return quoted(started)


def quoted(path: Path) -> str:
    """A path as a shell takes it: relative where it lies below the folder at hand, in quotes where it must be."""
    here = Path.cwd()
    text = str(path.relative_to(here) if path.is_absolute() and path.is_relative_to(here) else path)
    if os.name == "nt":
        return (
            f'& "{text}"' if path.suffix == ".exe" and " " in text else f'"{text}"' if " " in text else text
        )
    return shlex.quote(text)


def _tell(folder: Path, paper: pipeline.FinishedPaper, voice: Voice) -> None:
    """What was made, in the order in which a person would look."""
    lines = (
        ("1. แบบรายงานที่เจ้าหน้าที่กรอก", "1. the form as filled", FORM),
        ("2. สิ่งที่ตรวจพบในแบบนี้", "2. what was found in it", FINDINGS),
        ("3. รายงานพร้อมพิมพ์", "3. the paper", PAPER),
    )
    voice.say("ตัวอย่างพร้อมแล้ว เปิดดูตามลำดับ:", "the demo is ready; open in this order:")
    for thai, english, name in lines:
        voice.say(f"  {thai}: {folder / name}", f"  {english}: {folder / name}")
    voice.say(paper.verdict.sentence, paper.verdict.english)
    voice.say("คำสั่งถัดไป ตรวจแบบนี้ด้วยตนเอง:", "the next command, to check the form yourself:")
    command = f"{this_command()} check {quoted(folder / FORM)}"
    voice.say(f"  {command}", f"  {command}")
