"""The calls to Word, made against a stand-in that only writes them down: a real Word is on Windows alone."""

import sys
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest

from itaxl.errors import MissingToolError
from itaxl.word.finish.office import MicrosoftWord


class Word:
    """What COM would hand out."""

    def __init__(self) -> None:
        self.said: list[str] = []
        self.Documents = self

    def Open(self, path: str, **how: Any) -> "Word":
        self.said.append(f"open {Path(path).read_bytes()!r} {how['ReadOnly']}")
        return self

    @property
    def Bookmarks(self) -> list[SimpleNamespace]:
        return [SimpleNamespace(Name="a", Range=SimpleNamespace(Information=lambda kind: {3: 7}[kind]))]

    @property
    def Fields(self) -> SimpleNamespace:
        return SimpleNamespace(Update=lambda: self.said.append("update"))

    def Repaginate(self) -> None:
        self.said.append("repaginate")

    def ExportAsFixedFormat(self, OutputFileName: str, **how: Any) -> None:
        self.said.append(f"export {how['ExportFormat']} {how['UseISO19005_1']}")
        Path(OutputFileName).write_bytes(b"%PDF")

    def Close(self, SaveChanges: bool) -> None:
        self.said.append(f"close {SaveChanges}")

    def Quit(self, SaveChanges: bool) -> None:
        self.said.append(f"quit {SaveChanges}")


@pytest.fixture
def word(monkeypatch: pytest.MonkeyPatch) -> Word:
    """A stand-in where pywin32 would be."""
    client, stand_in = ModuleType("win32com.client"), Word()
    client.DispatchEx = lambda name: stand_in  # type: ignore[attr-defined]  # a module made here
    monkeypatch.setitem(sys.modules, "win32com", ModuleType("win32com"))
    monkeypatch.setitem(sys.modules, "win32com.client", client)
    return stand_in


def test_word_is_hidden_asked_and_ended(word: Word) -> None:
    with MicrosoftWord() as program:
        assert program.pages(b"one") == {"a": 7}
        assert program.pdf(b"two", thai_digits=True) == b"%PDF"
    assert word.said == [
        "open b'one' True", "repaginate", "close False",
        "open b'two' True", "update", "export 17 True", "close False",
        "quit False",
    ]  # fmt: skip
    assert vars(word)["Visible"] is False


def test_a_word_that_does_not_start_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "win32com.client", ModuleType("win32com.client"))
    with pytest.raises(MissingToolError, match="เปิด Microsoft Word ไม่ได้"), MicrosoftWord():
        pass
