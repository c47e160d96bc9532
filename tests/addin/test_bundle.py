"""The offline bundle: Python unpacked, wheels beside it, one file to click."""

import io
import re
import subprocess
import sys
import zipfile
from importlib import metadata
from pathlib import Path

import pytest

from itaxl.errors import InputError
from tools import build_bundle
from tools.build_bundle import bundle, embeddable_python, requirements, windows_wheels


def archive(**files: str) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as result:
        for name, text in files.items():
            result.writestr(name, text)
    return target.getvalue()


@pytest.fixture
def python() -> bytes:
    """As python.org packs it."""
    path_file = "python312.zip\r\n.\r\n\r\n# Uncomment to run site.main() automatically\r\n#import site\r\n"
    return archive(**{"python.exe": "MZ", "python312._pth": path_file, "python312.zip": "PK"})


@pytest.fixture
def wheel(tmp_path: Path) -> Path:
    path = tmp_path / "itaxl-0-py3-none-any.whl"
    files = {
        "itaxl/__init__.py": "",
        "x-1.data/platlib/win32.pyd": "MZ",
        "x-1.data/scripts/run.py": "print()",
    }
    path.write_bytes(archive(**files))
    return path


def test_the_bundle_has_python_the_packages_and_one_file_to_click(python: bytes, wheel: Path) -> None:
    package = zipfile.ZipFile(io.BytesIO(bundle(python, [wheel])))
    assert package.namelist() == [
        "install.cmd",
        "python/Lib/site-packages/itaxl/__init__.py",
        "python/Lib/site-packages/win32.pyd",
        "python/python.exe",
        "python/python312._pth",
        "python/python312.zip",
    ]


def test_its_python_finds_the_packages_and_reads_their_path_files(python: bytes, wheel: Path) -> None:
    package = zipfile.ZipFile(io.BytesIO(bundle(python, [wheel])))
    lines = package.read("python/python312._pth").decode().split("\r\n")
    assert lines[-3:-1] == [r"Lib\site-packages", "import site"]
    assert lines.count("import site") == 1


def test_its_installer_is_ascii_with_the_line_ends_of_windows(python: bytes, wheel: Path) -> None:
    script = zipfile.ZipFile(io.BytesIO(bundle(python, [wheel]))).read("install.cmd")
    assert script.isascii()
    assert script.count(b"\n") == script.count(b"\r\n") > 5
    assert b"-m itaxl addin install" in script


def test_the_same_input_gives_the_same_bytes(python: bytes, wheel: Path) -> None:
    assert bundle(python, [wheel]) == bundle(python, [wheel])


@pytest.mark.parametrize("other", [b"", b"no zip", archive(**{"python.exe": "MZ"})])
def test_another_python_is_refused_with_what_to_bring(other: bytes, wheel: Path) -> None:
    with pytest.raises(InputError, match="embeddable"):
        bundle(other, [wheel])


def metadata_wheel(folder: Path, name: str, *needs: str) -> Path:
    path = folder / f"{name}-1-py3-none-any.whl"
    lines = [
        "Metadata-Version: 2.1",
        f"Name: {name}",
        "Version: 1",
        *(f"Requires-Dist: {each}" for each in needs),
    ]
    path.write_bytes(archive(**{f"{name}-1.dist-info/METADATA": "\n".join(lines)}))
    return path


def test_conditions_of_requirements_are_judged_for_windows(tmp_path: Path) -> None:
    needs = (
        "always",
        'tzdata; sys_platform == "win32"',
        'posix-only; sys_platform != "win32"',
        'old; python_version < "3.12"',
        'an-extra; extra == "full"',
    )
    found = requirements(metadata_wheel(tmp_path, "a", *needs), "3.12")
    assert [each.name for each in found] == ["always", "tzdata"]


def test_what_a_downloaded_wheel_needs_is_downloaded_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shelf, folder = tmp_path / "shelf", tmp_path / "wheels"
    shelf.mkdir()
    folder.mkdir()
    need = {"b": ("c>=1", "A"), "c": ('d; sys_platform == "win32"', 'e; sys_platform == "linux"'), "d": ()}

    def download(target: Path, *wanted: str, platform: object) -> list[Path]:
        return [metadata_wheel(target, wanted[0].partition(">")[0], *need[wanted[0].partition(">")[0]])]

    monkeypatch.setattr(build_bundle, "download", download)
    own = metadata_wheel(shelf, "itaxl", "b")
    need["A"] = ()
    names = [path.name.partition("-")[0] for path in build_bundle.windows_wheels(own, folder, "3.12")]
    assert names == ["A", "b", "c", "d", "itaxl"]


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("xlwings/__init__.py", True),
        ("xlwings/_xlwindows.py", True),
        ("xlwings/pro/__init__.py", False),
        ("xlwings/addin/xlwings.xlam", False),
        ("xlwings/quickstart_addin_ribbon.xlam", False),
        ("itaxl/addin/itaxl.xlam", True),
        ("pywin32-306.data/platlib/pythonwin/Pythonwin.exe", False),
        ("pywin32-306.data/platlib/win32/win32api.pyd", True),
        ("win32com/demos/excelAddin.py", False),
        ("itaxl/_templates/workbook/2567.xlsx", True),
    ],
)
def test_what_nobody_uses_and_scanners_dislike_is_left_out(
    name: str, kept: bool, python: bytes, tmp_path: Path
) -> None:
    wheel = tmp_path / "x-1-py3-none-any.whl"
    wheel.write_bytes(archive(**{name: "x"}))
    names = zipfile.ZipFile(io.BytesIO(bundle(python, [wheel]))).namelist()
    assert any("site-packages" in each for each in names) is kept


@pytest.mark.slow
def test_every_package_has_a_wheel_for_64_bit_windows(tmp_path: Path) -> None:
    """Needs the package index; 15 MB."""
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)]
    subprocess.run(command, cwd=Path(__file__).parent.parent.parent, check=True, capture_output=True)
    (wheel,) = tmp_path.glob("*.whl")
    (tmp_path / "wheels").mkdir()
    names = [path.name for path in windows_wheels(wheel, tmp_path / "wheels", "3.12")]
    assert [name for name in names if not name.endswith(("-none-any.whl", "-win_amd64.whl"))] == []
    asked = [line for line in metadata.requires("itaxl") or [] if "extra ==" not in line]
    needed = {re.split(r"[<>=;\[ ]", line)[0] for line in asked}
    assert {*needed, "itaxl", "pywin32"} <= {name.split("-")[0].replace("_", "-") for name in names}
    data = bundle(embeddable_python(tmp_path), sorted((tmp_path / "wheels").glob("*.whl")))
    held = zipfile.ZipFile(io.BytesIO(data)).namelist()
    assert {"python/python.exe", "python/python312._pth", "install.cmd"} <= set(held)
    assert not [each for each in held if each.endswith((".xlam", ".xla")) and not each.endswith("itaxl.xlam")]
