"""A command typed wrongly is told in Thai, or in English when asked, and ends with 2."""

from __future__ import annotations

import re

import pytest

from itaxl import __version__
from itaxl.cli import main
from tests.cli.conftest import Run

TYPED: dict[str, tuple[str, str, str]] = {
    "nothing": ("", "ยังไม่ได้ระบุ คำสั่ง", "required: COMMAND"),
    "no such command": ("chek a.xlsx", "คำสั่ง: 'chek' ใช้ไม่ได้ เลือกได้จาก 'new'", "invalid choice: 'chek'"),
    "no form": ("check", "ยังไม่ได้ระบุ FORM.xlsx", "required: FORM.xlsx"),
    "no output": ("load a.json", "ยังไม่ได้ระบุ -o/--output", "required: -o/--output"),
    "an output without a name": ("dump a.xlsx -o", "-o/--output: ต้องระบุค่าต่อท้าย", "expected one argument"),
    "no such option": ("check a.xlsx --fast", "ไม่รู้จักคำสั่งส่วน --fast", "unrecognized arguments: --fast"),
    "an option cut short": ("check a.xlsx --form json", "ไม่รู้จักคำสั่งส่วน --form json", "unrecognized"),
    "one form too many": ("dump a.xlsx b.xlsx", "ไม่รู้จักคำสั่งส่วน b.xlsx", "unrecognized arguments: b.xlsx"),
    "no such format": ("check a.xlsx --format xml", "--format: 'xml' ใช้ไม่ได้ เลือกได้จาก 'text'", "'xml'"),
    "boxes there are not": ("report a.xlsx --boxes 4", "--boxes: 4 ใช้ไม่ได้ เลือกได้จาก 2, 3", "choice: 4"),
    "a year in words": ("build ปีนี้", "YEAR: “ปีนี้” ไม่ใช่ปี พ.ศ. สี่หลัก", "is no year of four digits"),
    "a value for a switch": ("report a.xlsx --cover=yes", "--cover/--no-cover: ไม่รับค่า 'yes'", "'yes'"),
    "no such language": ("--lang fr check a.xlsx", "--lang: 'fr' ใช้ไม่ได้", "choice: 'fr'"),
    "no such rule": ("rules X99", "ไม่มีข้อตรวจรหัส “X99”", "no rule X99"),
    "no layout to check": ("layouts check", "ยังไม่ได้ระบุแฟ้ม Word", "which file?"),
    "a year there is not": (
        "new --year 2599 --agency ก --amphoe ข --province ค -o never.xlsx",
        "--year: ไม่มีแบบของปี 2599 แบบของ itaxl เริ่มที่ปี 2563",
        "no form for 2599",
    ),
}


@pytest.mark.parametrize("name", TYPED)
def test_a_fault_of_typing_is_told_in_thai_with_where_to_look(name: str, itaxl: Run) -> None:
    words, thai, _ = TYPED[name]
    said = itaxl(*words.split())
    assert (said.code, said.out) == (2, "")
    assert said.err.startswith("ทำไม่สำเร็จ: ")
    assert thai in said.err
    assert " – " in said.err or "ปีที่มีคือ" in said.err
    assert said.err.count("\n") == 1


@pytest.mark.parametrize("name", [name for name in TYPED if name not in ("nothing", "no such language")])
@pytest.mark.parametrize("language", ["--lang en", "--lang=en"])
def test_the_same_fault_is_told_in_english_when_asked(name: str, language: str, itaxl: Run) -> None:
    words, _, english = TYPED[name]
    said = itaxl(*language.split(), *words.split())
    assert said.code == 2
    assert said.err.startswith("failed: ")
    assert english in said.err
    assert not re.search("[ก-ฮ]", said.err.replace("ปีนี้", ""))


def test_the_language_may_stand_after_the_command(itaxl: Run) -> None:
    assert itaxl("check", "--lang", "en").err.startswith("failed: ")


def test_a_language_alone_is_no_command(itaxl: Run) -> None:
    assert "required: COMMAND" in itaxl("--lang", "en").err


@pytest.mark.parametrize("words", [["--help"], ["check", "--help"], ["--version"]])
def test_help_and_version_are_results_and_no_failure(
    words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as left:
        main(words)
    said = capsys.readouterr()
    assert left.value.code == 0
    assert said.err == ""
    assert (__version__ if words == ["--version"] else "itaxl") in said.out


def test_every_command_of_the_help_can_be_asked_for_its_own(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--help"])
    commands = re.findall(r"^    (\w+) ", capsys.readouterr().out, re.MULTILINE)
    assert {"new", "load", "dump", "check", "report", "build", "rules", "layouts", "demo"} <= set(commands)
    for command in commands:
        with pytest.raises(SystemExit):
            main([command, "--help"])
        assert f"itaxl {command}" in capsys.readouterr().out
