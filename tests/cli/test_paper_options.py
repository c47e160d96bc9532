"""Options of `report` for one paper: they reach the paper, and the form keeps its own."""

from pathlib import Path

import pytest

from itaxl.cli import main
from tests.word.small import found, part, texts
from tests.word.test_engine import DOT

CASES = Path(__file__).parent.parent / "data" / "cases"
TOLD = {
    "--report-date": "31 ตุลาคม 2567",
    "--data-date": "30 กันยายน 2567",
    "--division": "สำนักปลัด",
    "--plan-title": "ประกาศมาตรการ",
    "--plan-ref": "12/2567",
    "--plan-date": "15 มกราคม 2567",
}


@pytest.fixture
def form(tmp_path: Path) -> Path:
    """A form."""
    path = tmp_path / "form.xlsx"
    assert main(["load", str(CASES / "changhaitok-2567.json"), "-o", str(path)]) == 0
    return path


def printed(form: Path, *words: str) -> str:
    """The text of a paper."""
    target = form.with_name("paper.docx")
    assert main(["report", str(form), "--digits", "arabic", "-o", str(target), "--force", *words]) == 0
    return "\n".join(texts(part(target.read_bytes())))


def test_what_is_told_on_the_command_line_is_on_the_paper_and_not_in_the_form(form: Path) -> None:
    before = form.read_bytes()
    text = printed(form, *(word for pair in TOLD.items() for word in pair))
    assert [value for value in TOLD.values() if value not in text] == []
    assert form.read_bytes() == before
    assert TOLD["--plan-title"] not in printed(form)


def test_signers_are_told_one_by_one(form: Path) -> None:
    one = (
        "role=ผู้รายงาน;prefix=นาย;name=สมชาย ใจดี;position=นักวิเคราะห์;opinion=เห็นชอบ;acting=ปลัด;date=1 พ.ย. 2567"
    )
    text = printed(form, "--signer", one, "--signer", "role=ผู้รับรอง")
    assert "ผู้รายงาน\n(นายสมชาย ใจดี)\nตำแหน่ง นักวิเคราะห์\nรักษาราชการแทนปลัด\nวันที่ 1 พ.ย. 2567" in text
    assert text.count("(ลงชื่อ)") == 2
    assert "(ลงชื่อ)" not in printed(form, "--no-signers")


@pytest.mark.parametrize("wrong", ["rôle=ก", "ผู้รายงาน", "role=ก;nam=ข"])
def test_a_signer_that_cannot_be_read_is_told(
    form: Path, wrong: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["report", str(form), "--signer", wrong]) == 2
    assert "ใช้ชื่อเหล่านี้: role, prefix, name" in capsys.readouterr().err


def test_no_more_than_four_sign(form: Path) -> None:
    assert main(["report", str(form), *["--signer", "role=ก"] * 5]) == 2


def test_an_emblem_from_anywhere_is_on_the_cover(form: Path, tmp_path: Path) -> None:
    folder = tmp_path / "pictures"
    folder.mkdir()
    (folder / "logo.png").write_bytes(DOT)
    printed(form, "--logo", str(folder / "logo.png"))
    assert found(part(form.with_name("paper.docx").read_bytes()), "//w:drawing")
