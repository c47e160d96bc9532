"""The command as a process of its own: what a shell, a pipe, a full disk and an old console make of it."""

from __future__ import annotations

import json
import resource
import subprocess
import sys
from pathlib import Path

from tests.cli.conftest import Forms, Run


def test_the_exit_code_reaches_the_shell(process: Run, forms: Forms, tmp_path: Path) -> None:
    codes = [process(*words).code for words in (["check", forms.good], ["check", forms.bad], ["check"])]
    assert codes == [0, 1, 2]
    assert process("check", tmp_path / "ไม่มี.xlsx").code == 3


def test_json_on_a_pipe_is_utf8_whatever_the_console_speaks(process: Run, forms: Forms) -> None:
    said = process("check", forms.bad, "--format", "json", env={"LC_ALL": "C", "PYTHONIOENCODING": "ascii"})
    assert said.code == 1
    assert json.loads(said.out)["file"] == str(forms.bad)


def test_thai_messages_are_whole_whatever_the_console_speaks(process: Run, tmp_path: Path) -> None:
    said = process("check", tmp_path / "ไม่มี.xlsx", env={"LC_ALL": "C", "PYTHONIOENCODING": "ascii"})
    assert f"ไม่พบแฟ้ม “{tmp_path / 'ไม่มี.xlsx'}”" in said.err


def test_a_reader_that_leaves_early_is_no_failure(forms: Forms) -> None:
    command = [sys.executable, "-m", "itaxl", "dump", str(forms.good)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.close()
        assert running.stderr.read() == b""
        assert running.wait(timeout=60) == 0


def test_a_result_that_cannot_be_delivered_ends_with_6(forms: Forms) -> None:
    with open("/dev/full", "wb") as full:
        command = [sys.executable, "-m", "itaxl", "dump", str(forms.good)]
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, timeout=60, check=False)
    assert done.returncode == 6
    assert "ดิสก์" in done.stderr.decode()
    assert "Traceback" not in done.stderr.decode()


def test_a_write_that_fails_leaves_the_old_file_whole_and_nothing_beside_it(
    process: Run, forms: Forms, tmp_path: Path
) -> None:
    target = tmp_path / "รายงาน.docx"
    target.write_bytes(b"old")

    def small_disk() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))

    said = process("report", forms.good, "-o", target, "--force", preexec_fn=small_disk)
    assert said.code == 6
    assert "บันทึกแฟ้ม" in said.err
    assert [path.name for path in tmp_path.iterdir()] == [target.name]
    assert target.read_bytes() == b"old"
