"""How a file is read and written: whole or not at all, by one of two, with the rights it had."""

import multiprocessing
import os
from pathlib import Path

import pytest

from itaxl.errors import InputError, OutputError
from itaxl.files import disk
from itaxl.files.disk import read_bytes, write_file


def _try(path: Path, word: str) -> bool:
    try:
        write_file(path, word.encode() * 100_000)
    except OutputError:
        return False
    return True


def test_of_several_at_once_one_writes_a_new_name_and_the_others_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    with multiprocessing.get_context("spawn").Pool(4) as pool:
        wrote = pool.starmap(_try, [(path, word) for word in "abcdefgh"])
    assert wrote.count(True) == 1
    assert path.read_bytes() == "abcdefgh"[wrote.index(True)].encode() * 100_000
    assert os.listdir(tmp_path) == ["a.docx"]


def test_a_name_taken_between_the_look_and_the_writing_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.docx"
    path.write_text("of somebody else")
    monkeypatch.setattr(disk, "_check_free", lambda path, force: None)
    with pytest.raises(OutputError, match="อยู่แล้ว"):
        write_file(path, b"ours")
    assert path.read_text() == "of somebody else"
    assert os.listdir(tmp_path) == ["a.docx"]


@pytest.mark.parametrize("taken", [False, True])
def test_a_drive_without_second_names_keeps_the_promise(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, taken: bool
) -> None:
    def link(source: str, target: Path) -> None:
        raise PermissionError(1, "not permitted")

    monkeypatch.setattr(os, "link", link)
    monkeypatch.setattr(disk, "_check_free", lambda path, force: None)
    path = tmp_path / "a.docx"
    if taken:
        path.write_text("of somebody else")
        with pytest.raises(OutputError, match="อยู่แล้ว"):
            write_file(path, b"ours")
        assert path.read_text() == "of somebody else"
    else:
        write_file(path, b"ours")
        assert path.read_bytes() == b"ours"
    assert os.listdir(tmp_path) == ["a.docx"]


def test_a_file_that_is_replaced_keeps_its_permissions(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(b"old")
    path.chmod(0o640)
    write_file(path, b"new", force=True)
    assert path.read_bytes() == b"new"
    assert path.stat().st_mode & 0o777 == 0o640


def test_a_new_file_has_the_permissions_of_any_new_file(tmp_path: Path) -> None:
    write_file(tmp_path / "a", b"")
    (tmp_path / "b").touch()
    assert (tmp_path / "a").stat().st_mode == (tmp_path / "b").stat().st_mode


def test_a_pipe_is_refused_before_it_is_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(InputError, match="ไม่ใช่แฟ้มธรรมดา"):
        read_bytes(tmp_path / "pipe")


def test_a_huge_file_is_refused_by_its_size_and_not_read(tmp_path: Path) -> None:
    with (tmp_path / "a").open("wb") as file:
        file.truncate(disk.LARGEST + 1)
    with pytest.raises(InputError, match="ใหญ่เกิน 256 MB"):
        read_bytes(tmp_path / "a")
