"""What a person sees of a check: grouped by sheet, the words marked, the count last, colours only on a terminal."""

from __future__ import annotations

import contextlib
import os
import pty
import re
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itaxl import pipeline
from itaxl.case.load import load
from itaxl.cli import main, show
from itaxl.cli.console import PLAIN, Paint, Voice
from itaxl.cli.quotes import REACH, passage, visible
from itaxl.pipeline import Verdict
from tests.forms import form, sample_case, small

COLOUR = re.compile("\x1b\\[[0-9;]+m")


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return form(sample_case(), tmp_path_factory.mktemp("demo") / "แบบ.xlsx")


@pytest.fixture(scope="module")
def verdict(path: Path) -> Verdict:
    return pipeline.check(pipeline.read_form(path))


def test_findings_stand_under_their_sheets_in_the_order_of_the_form(path: Path, verdict: Verdict) -> None:
    lines = show.as_text([(path, verdict)], Voice()).splitlines()
    sheets = [line.removeprefix("แผ่นงาน ") for line in lines if line.startswith("แผ่นงาน ")]
    assert sheets == list(dict.fromkeys(each.cell.sheet for each in verdict.findings))
    cells = [line.split()[0] for line in lines if re.match(r"  [A-Z]+\d+ ", line)]
    assert cells == [each.cell.ref for each in verdict.findings]


def test_the_count_comes_last(path: Path, verdict: Verdict) -> None:
    assert show.as_text([(path, verdict)], Voice()).splitlines()[-1] == verdict.sentence


def test_the_words_in_question_are_marked_without_colours_too(path: Path, verdict: Verdict) -> None:
    assert "»องค์การบริหารส่วนตำบลหนองบัว«" in show.as_text([(path, verdict)], Voice(), PLAIN)


def test_colours_add_nothing_but_colours(path: Path, verdict: Verdict) -> None:
    painted = show.as_text([(path, verdict)], Voice(), Paint(on=True))
    assert COLOUR.search(painted)
    assert COLOUR.sub("", painted) == show.as_text([(path, verdict)], Voice(), PLAIN)


def test_what_can_be_repaired_is_said_before_the_count() -> None:
    report = load(small(o_items=[{"no": 1, "progress": ["โครงการนํ้าสะอาด"]}]))
    lines = show.as_text([(Path("a.xlsx"), pipeline.check(report))], Voice()).splitlines()
    assert lines[-2] == "ในจำนวนนี้ โปรแกรมแก้ให้ได้ 1 ข้อ ด้วยคำสั่ง itaxl repair"


def test_of_several_forms_the_last_line_counts_those_without_errors(
    path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    clean = form(sample_case(mistakes=False), tmp_path / "clean.xlsx")
    assert main(["check", str(path), str(clean), str(tmp_path / "none.xlsx")]) == 3
    told = capsys.readouterr()
    assert told.out.splitlines()[-1] == "รวม 2 แบบ: ไม่พบข้อที่ต้องแก้ไข 1 แบบ ยังมีข้อที่ต้องแก้ไข 1 แบบ"
    assert [line for line in told.err.splitlines() if line.startswith("[")] == [
        f"[1/3] {path}", f"[2/3] {clean}", f"[3/3] {tmp_path / 'none.xlsx'}",
    ]  # fmt: skip
    assert "none.xlsx" in told.err


def on_terminal(*words: str, **environment: str) -> str:
    """What the command writes to a terminal."""
    ours, theirs = pty.openpty()
    inherited = {name: text for name, text in os.environ.items() if name not in ("NO_COLOR", "TERM")}
    command = [sys.executable, "-m", "itaxl", *words]
    with subprocess.Popen(
        command, stdout=theirs, stderr=subprocess.DEVNULL, env={**inherited, **environment}
    ):
        os.close(theirs)
        read = b""
        with contextlib.suppress(OSError):  # how a terminal says that nobody writes any more
            while part := os.read(ours, 65536):
                read += part
    os.close(ours)
    return read.decode("utf-8", "replace")


def test_a_terminal_gets_colours(path: Path) -> None:
    assert COLOUR.search(on_terminal("check", str(path), TERM="xterm"))


@pytest.mark.parametrize("environment", [{"NO_COLOR": "1", "TERM": "xterm"}, {"TERM": "dumb"}])
def test_a_terminal_that_wants_none_gets_none(path: Path, environment: dict[str, str]) -> None:
    told = on_terminal("check", str(path), **environment)
    assert "ยังมีข้อที่ต้องแก้ไข" in told
    assert "\x1b" not in told


def test_a_pipe_and_a_file_get_no_colours(path: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "itaxl", "check", str(path)]
    piped = subprocess.run(command, capture_output=True, check=False, env={**os.environ, "TERM": "xterm"})
    assert b"\x1b" not in piped.stdout
    on_terminal("check", str(path), "-o", str(tmp_path / "told.txt"), TERM="xterm")
    assert "\x1b" not in (tmp_path / "told.txt").read_text("utf-8")


def test_what_a_person_typed_cannot_command_the_terminal(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    evil = "องค์การบริหารส่วนตำบลหนองบัว\x1b]0;ran\x07\x1b[2J\u202e"
    main(["check", str(form(small(o_items=[{"no": 1, "progress": [evil]}]), tmp_path / "f.xlsx"))])
    assert not {each for each in capsys.readouterr().out if unicodedata.category(each) in ("Cc", "Cf")} - {
        "\n"
    }


@given(st.text(max_size=200), st.text(max_size=5), st.text(max_size=200))
def test_any_words_can_be_shown_where_they_stand(before: str, words: str, after: str) -> None:
    shown = passage(before + words + after, words)
    assert visible(words) in (shown.words, words)
    assert not {
        each
        for each in shown.before + shown.words + shown.after
        if unicodedata.category(each) in ("Cc", "Cf")
    }


def test_a_passage_is_cut_between_letters_and_not_before_a_mark() -> None:
    shown = passage("ที่" * 40 + "X" + "ที่" * 40, "X")
    assert shown.before.startswith("…ท")
    assert shown.after.endswith("ที่…")
    assert REACH <= len(shown.before) <= REACH + 4


def test_a_passage_stays_on_its_line() -> None:
    assert passage("หนึ่ง\nสอง X สาม\nสี่", "X") == passage("สอง X สาม", "X")
