"""What the tests of the add-in share: the built add-in, a form with a hard name, and the desk of a click."""

import datetime
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from itaxl import pipeline
from itaxl.addin import seam
from itaxl.addin.desk import Desk, Plain
from itaxl.case.load import load
from tests import forms
from tests.addin.lo_engine import excel
from tests.office import Office
from tools.build_addin import build_addin

NAME = "แผน ITA & อบต. (1) 100% 2569=ใหม่.xlsx"


class Shown(Plain):
    """A computer that remembers which files it was asked to show."""

    def __init__(self) -> None:
        self.opened: list[Path] = []

    def open_file(self, path: Path) -> None:
        self.opened.append(path)


@pytest.fixture(scope="session")
def addin(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built itaxl.xlam."""
    path = tmp_path_factory.mktemp("addin") / "itaxl.xlam"
    path.write_bytes(build_addin())
    return path


@cache
def form_of(case: str) -> bytes:
    """The form of a real report."""
    return pipeline.form(load(forms.case(case)))


@pytest.fixture
def form(tmp_path: Path) -> Path:
    """A real report's form under a name that has every character that ever broke a way into Python."""
    path = tmp_path / NAME
    path.write_bytes(form_of("kohchan-2567"))
    return path


@pytest.fixture
def told() -> list[str]:
    """What the person has been told."""
    return []


@pytest.fixture
def machine() -> Shown:
    """The computer of the click."""
    return Shown()


@pytest.fixture
def desk(office: Office, form: Path, tmp_path: Path, told: list[str], machine: Shown) -> Iterator[Desk]:
    """The form open in LibreOffice, and a click about to happen."""
    app = excel(office)
    book = seam.open_workbook(app, form)
    yield Desk(app, book, machine, tmp_path / "state", datetime.date(2024, 10, 31), told.append)
    book.close()
