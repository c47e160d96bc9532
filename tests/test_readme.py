"""What the README promises: its commands exist, and each "I want to add …" is tried on a copy of the project."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from itaxl.cli.main import main
from itaxl.pipeline import declarations
from tests.rules.rules_document import title_line

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    for name in ("itaxl", "workbook_templates", "word_templates"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__", "*.xlam"))
    return tmp_path


def itaxl(copy: Path, *arguments: str, code: int = 0) -> str:
    environment = {**os.environ, "PYTHONPATH": str(copy), "PYTHONDONTWRITEBYTECODE": "1"}
    command = [sys.executable, "-m", "itaxl", *arguments]
    done = subprocess.run(
        command, cwd=copy, env=environment, capture_output=True, text=True, encoding="utf-8", timeout=120
    )
    assert done.returncode == code, done.stderr
    return done.stdout + done.stderr


def test_every_command_of_the_readme_exists(capsys: pytest.CaptureFixture[str]) -> None:
    named = set(re.findall(r"itaxl ([a-z]\w*)", "\n".join(re.findall(r"`[^`]*`", README))))
    with pytest.raises(SystemExit):
        main(["--help"])
    known = set(re.findall(r"^    (\w+)", capsys.readouterr().out, re.MULTILINE))
    assert named
    assert named <= known


def rows() -> list[str]:
    """The commands of the table, in order: what stands in backticks and begins with the program's name."""
    table = README[README.index("## ฉันต้องการ") : README.index("## For developers")]
    return [command for command in re.findall(r"`(itaxl [^`]*)`", table) if len(command.split()) > 1]


ENDS = {"check": (0, 1), "doctor": (0, 5), "addin": (0, 5)}  # an empty form, a bare computer, no Windows


@pytest.mark.office
@pytest.mark.usefixtures("own_years")
def test_the_rows_work_when_they_are_typed_one_after_the_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    shutil.copy(ROOT / "word_templates" / "concise.docx", "ของเรา.docx")  # as its row says
    assert len(rows()) > 15
    for command in rows():
        words = shlex.split(command)[1:]
        assert main(words) in ENDS.get(words[0], (0,)), (command, capsys.readouterr().err)
    made = {path.name for path in tmp_path.iterdir()}
    assert {"แบบ.xlsx", "แบบ.docx", "แบบ.pdf", "ปีถัดไป.xlsx", "รุ่นใหม่.xlsx", "จากข้อมูล.xlsx"} <= made


@pytest.mark.parametrize(
    "program", [[sys.executable, "-m", "itaxl"], [str(Path(sys.executable).with_name("itaxl"))]]
)
def test_the_demo_ends_with_a_command_that_runs_when_pasted(program: list[str], tmp_path: Path) -> None:
    done = subprocess.run([*program, "demo", "my demo"], cwd=tmp_path, capture_output=True, encoding="utf-8")
    command = done.stderr.splitlines()[-1]
    pasted = subprocess.run(command, cwd=tmp_path, shell=True, capture_output=True, encoding="utf-8")
    assert pasted.returncode == 1, (command, pasted.stderr)
    assert "ยังมีข้อที่ต้องแก้ไข" in pasted.stdout


def test_every_file_that_the_readme_names_is_there() -> None:
    links = re.findall(r"\]\(([^)#]+)\)", README)
    assert links
    assert [link for link in links if not (ROOT / link).exists()] == []


def test_the_document_of_rules_has_a_section_for_each_declaration() -> None:
    text = (ROOT / "docs" / "rules.md").read_text(encoding="utf-8")
    titles = [line for line in text.splitlines() if line.startswith("### ")]
    assert titles == [title_line(kind) for kind in declarations()], "run make forms"
    assert all(f"- ที่มา: {kind.source}\n" in text for kind in declarations()), "run make forms"


def test_a_year_is_a_year_file_copied_and_edited(copy: Path) -> None:
    source = (copy / "workbook_templates" / "2567.toml").read_text(encoding="utf-8")
    edited = source.replace("year = 2567", "year = 2570", 1).replace(
        'title = "โครงสร้าง"', 'title = "โครงสร้างหน่วยงาน"', 1
    )
    (copy / "workbook_templates" / "2570.toml").write_text(edited, encoding="utf-8")
    itaxl(copy, "build", "2570")
    assert (copy / "workbook_templates" / "2570.xlsx").exists()
    place = ("--amphoe", "ศรีสำโรง", "--province", "สุโขทัย")
    itaxl(copy, "new", "--year", "2570", "--agency", "เทศบาลตำบลธารศิลาทอง", *place, "-o", "form.xlsx")
    assert '"fiscal_year": 2570' in itaxl(copy, "dump", "form.xlsx")


def test_a_rule_is_one_function(copy: Path) -> None:
    rule = '''"""A: a trial."""

from collections.abc import Iterator

from itaxl.model.findings import Severity
from itaxl.rules.context import Context
from itaxl.rules.mechanism import Hit, rule


@rule("A99", Severity.HINT, "ข้อตรวจทดลอง", "O1/2567")
def trial(context: Context) -> Iterator[Hit]:
    """A trial."""
    yield Hit(context.report.agency, "name", context.report.agency.name, "ทดลอง", "ไม่ต้องแก้ไข")
'''
    (copy / "itaxl" / "rules" / "trial.py").write_text(rule, encoding="utf-8")
    assert "A99" in itaxl(copy, "rules")
    itaxl(copy, "demo", "demo")
    assert "A99" in itaxl(copy, "check", "demo/แบบรายงาน.xlsx", code=1)


def test_a_layout_is_a_docx_saved(copy: Path) -> None:
    shutil.copy(copy / "word_templates" / "concise.docx", copy / "word_templates" / "short.docx")
    assert "short" in itaxl(copy, "layouts")
    itaxl(copy, "demo", "demo")
    itaxl(copy, "report", "demo/แบบรายงาน.xlsx", "--layout", "short", "-o", "short.docx")
    assert (copy / "short.docx").exists()


def test_a_column_is_one_field(copy: Path) -> None:
    rows = copy / "itaxl" / "model" / "rows.py"
    text = rows.read_text(encoding="utf-8")
    field = '    lesson: Lines = column("บทเรียน", Kind.LINES, width=28, help="สิ่งที่ได้เรียนรู้")\n'
    rows.write_text(
        text.replace("    reason: str = column(", field + "    reason: str = column(", 1), encoding="utf-8"
    )
    case = '{"format": "itaxl-report/1", "fiscal_year": 2567, "measures": [{"title": ["ก"], "steps": [{"lesson": ["ข"]}]}]}'
    (copy / "case.json").write_text(case, encoding="utf-8")
    itaxl(copy, "load", "case.json", "-o", "form.xlsx")
    assert '"lesson": [' in itaxl(copy, "dump", "form.xlsx")
