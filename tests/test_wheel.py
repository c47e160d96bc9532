"""The wheel: what a user installs carries both template folders and works far from the source."""

from __future__ import annotations

import os
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", str(folder), str(ROOT))
    (made,) = folder.glob("*.whl")
    return made


def run(*command: str, cwd: Path | None = None) -> str:
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"}
    done = subprocess.run(
        command, cwd=cwd, env=environment, capture_output=True, text=True, encoding="utf-8", timeout=300
    )
    assert done.returncode == 0, done.stderr
    return done.stdout + done.stderr


def test_the_wheel_carries_the_templates_and_the_licences(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    assert "itaxl/_templates/workbook/2567.toml" in names
    assert "itaxl/_templates/workbook/2567.xlsx" in names
    assert "itaxl/_templates/word/annual.docx" in names
    assert "itaxl/catalog/gazetteer.tsv" in names
    assert "itaxl/thai/proofreading/words.bin" in names
    assert any(name.endswith("licenses/LICENSE") for name in names)
    assert [name for name in names if name.startswith(("tests/", "docs/"))] == []


def test_an_installed_wheel_makes_the_demo_in_an_empty_folder(wheel: Path, tmp_path: Path) -> None:
    venv.create(tmp_path / "venv", with_pip=True)
    python = str(tmp_path / "venv" / "bin" / "python")
    run(python, "-m", "pip", "install", "--quiet", str(wheel))
    place = tmp_path / "elsewhere"
    place.mkdir()
    said = run(python, "-m", "itaxl", "demo", cwd=place)
    assert "รายงาน.docx" in said
    assert (place / "demo" / "รายงาน.docx").stat().st_size > 10_000
