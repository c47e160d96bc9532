"""What every test shares: a missing tool fails a test instead of hiding it, and one LibreOffice per worker."""

import os
import re
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from tests import tools
from tests.office import Office

# Two workers on two cores: how long one example takes says nothing.
settings.register_profile("itaxl", deadline=None)
settings.load_profile("itaxl")


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Fail a test whose tools are missing: a skipped test looks like a passed one."""
    for marker in ("office", "validator", "browser"):
        if item.get_closest_marker(marker) and (problem := tools.lacking(marker)):
            pytest.fail(problem, pytrace=False)


@pytest.fixture(autouse=True, scope="session")
def _no_years_of_the_user(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep the years that a person added on this computer out of the tests."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("ITAXL_DATA", str(tmp_path_factory.mktemp("data")))
        yield


@pytest.fixture(scope="session", autouse=True)
def _own_temporary_folder() -> Iterator[None]:
    """A temporary folder of our own, gone at the end; what the program itself made in it must be gone before."""
    ours = Path(tempfile.mkdtemp(prefix="itaxl-tests-"))
    before = os.environ.get("TMPDIR"), tempfile.tempdir
    os.environ["TMPDIR"] = tempfile.tempdir = str(ours)
    yield
    left = [path.name for path in ours.iterdir() if re.fullmatch(r"\.?itaxl-\w{8}(\.tmp)?", path.name)]
    tempfile.tempdir = before[1]
    os.environ.pop("TMPDIR") if before[0] is None else os.environ.update(TMPDIR=before[0])
    shutil.rmtree(ours, ignore_errors=True)
    assert left == [], "the program left these in the temporary folder"


@pytest.fixture
def own_years(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Let a test add years of its own, and forget them afterwards."""
    from itaxl.catalog.year_file import forget

    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("ITAXL_DATA", str(tmp_path_factory.mktemp("own")))
        forget()
        yield
    forget()


class _Keeper:
    """Keeps one LibreOffice for all tests of this process, and starts another when a test has killed it."""

    def __init__(self) -> None:
        self._office: Office | None = None

    def get(self) -> Office:
        if not (self._office and self._office.alive):
            self._office = Office()
        return self._office

    def close(self) -> None:
        if self._office:
            self._office.kill()


@pytest.fixture(scope="session")
def _keeper() -> Iterator[_Keeper]:
    keeper = _Keeper()
    yield keeper
    keeper.close()


@pytest.fixture
def office(_keeper: _Keeper) -> Iterator[Office]:
    """A running LibreOffice over UNO; the test has two minutes, and what it leaves open is closed unsaved."""
    running = _keeper.get()
    with running.deadline(120):
        yield running
        if running.alive:
            running.close_documents()


@pytest.fixture
def no_office(monkeypatch: pytest.MonkeyPatch) -> None:
    """A computer without Word and LibreOffice."""
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr("itaxl.word.finish.libreoffice._PLACES", ())
