"""The ways without a ribbon: icons that take forms, commands, and the add-in inside the wheel."""

import datetime
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from itaxl import pipeline
from itaxl.catalog.progress import filled
from itaxl.catalog.year_file import year, years
from itaxl.cli import main
from itaxl.cli.dropped import main as dropped
from itaxl.thai.calendar import report_due
from tests.addin.conftest import Shown
from tests.packages import parts as parts_of
from tools import build_addin as build

ROOT = Path(__file__).parent.parent.parent


class Speaking(Shown):
    """A computer that remembers what it said."""

    def __init__(self) -> None:
        super().__init__()
        self.said: list[str] = []

    def say(self, text: str) -> bool:
        self.said.append(text)
        return True


@pytest.fixture
def computer(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Speaking:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    return Speaking()


# ---- forms dropped on an icon ----------------------------------------------------------------------------------------


def test_a_dropped_form_is_checked_into_a_page_beside_it(form: Path, computer: Speaking) -> None:
    before = form.read_bytes()
    assert dropped(["check", str(form)], computer) == 0
    assert computer.opened == [form.with_name(f"{form.stem} รายการที่ต้องแก้ไข.html")]
    text = computer.opened[0].read_text("utf-8")
    assert all(each.code in text for each in pipeline.check(pipeline.read_form(form)).findings)
    assert form.read_bytes() == before


def test_a_dropped_form_is_ticked_into_a_new_form(form: Path, computer: Speaking) -> None:
    report = pipeline.read_form(form)
    assert dropped(["fill", str(form)], computer) == 0
    assert pipeline.read_form(computer.opened[0]) == filled(report) != report
    assert computer.opened[0] != form


def test_a_dropped_form_starts_the_next_year(form: Path, computer: Speaking) -> None:
    assert dropped(["carry", str(form)], computer) == 0
    due = report_due(datetime.date.today())
    assert computer.opened == [form.with_name(f"แบบรายงาน ITA {max(2568, due)}.xlsx")]
    assert pipeline.read_form(computer.opened[0]).agency == pipeline.read_form(form).agency


def test_a_dropped_form_is_printed(form: Path, computer: Speaking) -> None:
    assert dropped(["word", str(form)], computer) == 0
    assert computer.opened == [form.with_suffix(".docx")]
    assert computer.opened[0].read_bytes()[:2] == b"PK"


@pytest.mark.office
def test_a_dropped_form_becomes_a_pdf(form: Path, computer: Speaking) -> None:
    assert dropped(["pdf", str(form)], computer) == 0
    assert computer.opened[0].read_bytes()[:4] == b"%PDF"


def test_a_bad_file_spoils_only_itself_and_is_told_in_one_window(form: Path, computer: Speaking) -> None:
    bad = form.with_name("เสีย.xlsx")
    bad.write_bytes(b"no workbook")
    assert dropped(["check", str(bad), str(form)], computer) == 1
    (said,) = computer.said
    assert "“เสีย.xlsx” ทำไม่สำเร็จ" in said
    assert "Traceback" not in said
    assert len(computer.opened) == 1


def test_an_icon_that_is_clicked_says_what_it_is_for(computer: Speaking) -> None:
    dropped(["check"], computer)
    assert computer.said == ["โปรดลากแฟ้มแบบรายงาน (.xlsx) มาวางบนไอคอนนี้"]


# ---- commands --------------------------------------------------------------------------------------------------------


def test_addin_build_writes_the_addin_and_not_over_another(tmp_path: Path, addin: Path) -> None:
    target = tmp_path / "itaxl.xlam"
    assert main(["addin", "build", "-o", str(target)]) == 0
    assert target.read_bytes() == addin.read_bytes()
    assert main(["addin", "build", "-o", str(target)]) == 6


@pytest.mark.parametrize("action", ["install", "status", "remove", "selftest"])
def test_what_needs_windows_says_so_elsewhere(
    action: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("APPDATA", raising=False)
    assert main(["addin", action]) == 5
    assert "Windows" in capsys.readouterr().err


def test_a_bundle_without_its_two_files_is_a_command_typed_wrongly() -> None:
    assert main(["addin", "bundle"]) == 2


def test_doctor_tells_which_official_wording_is_not_certain(capsys: pytest.CaptureFixture[str]) -> None:
    main(["doctor"])
    told = capsys.readouterr().out
    assert [doubt for each in years() for doubt in year(each).all_doubts if doubt not in told] == []


def test_doctor_prints_what_is_there(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["doctor"]) == 0
    assert "xlwings" in capsys.readouterr().out


# ---- the wheel -------------------------------------------------------------------------------------------------------


def test_the_wheel_carries_the_addin_that_the_source_builds(tmp_path: Path, addin: Path) -> None:
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = tmp_path.glob("*.whl")
    assert zipfile.ZipFile(wheel).read("itaxl/addin/itaxl.xlam") == addin.read_bytes()
    assert not (ROOT / "itaxl" / "addin" / "itaxl.xlam").exists()


def test_the_addin_is_made_of_this_package_alone() -> None:
    """What stands in the wheel is built by the wheel's own code: nothing of a machine is asked but xlwings' container."""
    assert set(parts_of(build.build_addin())) == set(parts_of(_container())) - {
        "customUI/customUI.xml",
        "xl/sharedStrings.xml",
    } | {build.RIBBON_PART}


def _container() -> bytes:
    import xlwings

    return Path(xlwings.__file__).with_name("quickstart_addin_ribbon.xlam").read_bytes()
