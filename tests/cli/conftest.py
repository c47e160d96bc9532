"""What the tests of the command line share: forms on disk, a command run in this process, and one run as its own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from itaxl.cli import main
from tests.forms import Json, form_bytes, sample_case


@dataclass(frozen=True)
class Said:
    """What a command gave: its exit code, its result, its messages."""

    code: int
    out: str
    err: str


Run = Callable[..., Said]


@dataclass(frozen=True)
class Forms:
    """Two forms on disk: nothing must be mended in the one, something in the other."""

    good: Path
    bad: Path


def bad_case() -> Json:
    """A report without the name of its agency, and with a percent that is none."""
    data = sample_case(mistakes=False)
    data["agency"]["name"] = ""
    data["measures"][0]["steps"][0]["percent"] = "ประมาณแปดสิบ"
    return data


@pytest.fixture(scope="session")
def forms(tmp_path_factory: pytest.TempPathFactory) -> Forms:
    folder = tmp_path_factory.mktemp("forms")
    made = Forms(folder / "ครบถ้วน.xlsx", folder / "ยังไม่ครบ.xlsx")
    made.good.write_bytes(form_bytes(sample_case(mistakes=False)))
    made.bad.write_bytes(form_bytes(bad_case()))
    return made


@pytest.fixture(autouse=True)
def _logs_stay_in_the_test(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.delenv("LOCALAPPDATA", raising=False)


@pytest.fixture
def itaxl(capsys: pytest.CaptureFixture[str]) -> Run:
    """A command run in this process."""

    def run(*words: object) -> Said:
        code = main([str(word) for word in words])
        said = capsys.readouterr()
        assert "Traceback" not in said.err
        return Said(code, said.out, said.err)

    return run


@pytest.fixture
def process() -> Run:
    """A command run as a process of its own; `options` are those of subprocess.run."""

    def run(*words: object, env: dict[str, str] | None = None, **options: Any) -> Said:
        command = [sys.executable, "-m", "itaxl", *(str(word) for word in words)]
        done = subprocess.run(
            command,
            capture_output=True,
            timeout=60,
            check=False,
            env={**os.environ, **(env or {})},
            **options,
        )
        return Said(done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8"))

    return run
