"""`itaxl repair`: the repairs that findings offer, each listed, and not a letter more."""

from __future__ import annotations

import itertools
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from itaxl import pipeline
from itaxl.case.dump import dump
from itaxl.case.load import load
from itaxl.catalog.fields import typed_texts
from itaxl.cli import main
from itaxl.cli.quotes import change
from itaxl.model.cells import Cell
from itaxl.model.findings import Finding, Repair, Severity
from itaxl.model.records import Report
from itaxl.rules.context import Context
from itaxl.rules.repair import MAX_ROUNDS, mend
from tests.forms import CASES, case, form, small

WATER, TIDY_WATER = "โครงการนํ้าสะอาด", "โครงการน้ำสะอาด"
COUNCIL, TIDY_COUNCIL = "องค์กรบริหารส่วนตำบล", "องค์การบริหารส่วนตำบล"
BOTH = f"- {COUNCIL}ดูแล{WATER}ทุกหมู่บ้าน"


def item(*progress: str, **more: Any) -> dict[str, Any]:
    """Case data whose first item tells this."""
    return small(o_items=[{"no": 1, "progress": list(progress)}], **more)


def told(report: Report) -> list[str]:
    return list(report.o_items[0].progress)


def test_several_repairs_of_one_cell_follow_each_other() -> None:
    report, steps = pipeline.repair(load(item("- หัวข้อ", BOTH)))
    assert told(report) == ["- หัวข้อ", f"- {TIDY_COUNCIL}ดูแล{TIDY_WATER}ทุกหมู่บ้าน"]
    assert len({each.code for each in steps}) >= 2
    for before, after in itertools.pairwise(steps):
        assert before.repair is not None
        assert after.repair is not None
        assert before.repair.after == after.repair.before


def test_what_a_person_confirmed_is_spared_while_the_rest_of_its_cell_is_mended() -> None:
    report = load(item(BOTH))
    name = next(each for each in pipeline.check(report).findings if each.quote == COUNCIL)
    mended, steps = pipeline.repair(pipeline.confirm(report, [name], "ชื่อตามหนังสือต้นฉบับ"))
    assert told(mended) == [f"- {COUNCIL}ดูแล{TIDY_WATER}ทุกหมู่บ้าน"]
    assert name.code not in {each.code for each in steps}


def test_nothing_to_repair_leaves_everything(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path, new = form(item("- ทำแล้ว"), tmp_path / "f.xlsx"), tmp_path / "new.xlsx"
    assert main(["repair", str(path), "-o", str(new)]) == 0
    assert capsys.readouterr().out == "ไม่มีข้อที่โปรแกรมแก้ให้ได้ ข้อความทั้งหมดคงเดิม\n"
    assert dump(pipeline.read_form(new)) == dump(pipeline.read_form(path))


def test_each_repair_is_listed_before_and_after_with_its_cell(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path, new = form(item(f"- {WATER}"), tmp_path / "f.xlsx"), tmp_path / "new.xlsx"
    assert main(["repair", str(path), "-o", str(new)]) == 0
    told = capsys.readouterr()
    (finding,) = [each for each in pipeline.check(pipeline.read_form(path)).findings if each.repair]
    first, old, after, last = told.out.splitlines()
    assert first.startswith(f"{finding.cell}  {finding.code}")
    assert "เดิม: " in old
    assert "นํ้" in old
    assert "เป็น: " in after
    assert "น้ำ" in after
    assert last == "แก้ให้แล้ว 1 ข้อ ข้อความอื่นคงเดิม"
    assert f"สร้างแฟ้ม “{new}” แล้ว" in told.err
    assert pipeline.read_form(new).o_items[0].progress == (f"- {TIDY_WATER}",)


def test_the_old_form_stays_as_it_is(tmp_path: Path) -> None:
    path = form(item(BOTH), tmp_path / "f.xlsx")
    was = path.read_bytes()
    main(["repair", str(path), "-o", str(tmp_path / "new.xlsx")])
    assert path.read_bytes() == was


@pytest.mark.parametrize("name", CASES)
def test_in_a_real_report_only_cells_with_a_repair_change(name: str) -> None:
    report = load(case(name))
    offered = {each.field for each in pipeline.check(report).findings if each.repair}
    mended, _ = pipeline.repair(report)
    before, after = typed_texts(report), typed_texts(mended)
    tables = {"measures", "indicators", "o_items", "evidence"}
    assert {path for path in before if before[path] != after[path]} - tables == offered
    assert pipeline.repair(mended)[1] == ()


def test_repairs_of_a_form_that_was_damaged_by_hand_keep_unread_cells(tmp_path: Path) -> None:
    data = item(
        BOTH, measures=[{"title": ["ก"], "steps": [{"percent": "ประมาณแปดสิบ", "status": "done+in_progress"}]}]
    )
    path, new = form(data, tmp_path / "f.xlsx"), tmp_path / "new.xlsx"
    main(["repair", str(path), "-o", str(new)])
    (measure,) = dump(pipeline.read_form(new))["measures"]
    assert measure["steps"] == [{"percent": "ประมาณแปดสิบ", "status": "in_progress+done"}]


# ---- any text --------------------------------------------------------------------------------------------------------

_PARTS = st.sampled_from(
    [WATER, COUNCIL, "\u200b", "\ufeff", "\u00a0", "  ", " ", "ดำเนินการ", "ประชาชน", "เเละ", "การการ", "1. ", "2. ", "2. ", "4. ",
     "ก", "ํา", "้ํา", "ๆ", ".", "2567", "ต.ค. 66", "Dos & Don't", "มาตรการส่งเสริมคุณธรรมและความโปร่งใสในหน่วยงาน", "\x07", "​"]
)  # fmt: skip
_LINE = st.lists(_PARTS, min_size=1, max_size=8).map("".join)
_LINES = st.lists(_LINE, min_size=1, max_size=4)


@given(
    _LINES,
    st.lists(st.fixed_dictionaries({"no": st.none(), "title": _LINES, "steps": st.lists(st.fixed_dictionaries({"summary": _LINES}), max_size=2)}), max_size=2),
    _LINE,
)  # fmt: skip
@settings(max_examples=40)
def test_a_repair_never_touches_a_cell_that_no_finding_names(
    progress: list[str], measures: list[dict[str, Any]], name: str
) -> None:
    report = load(item(*progress, measures=measures, agency={"name": name, "kind": "อบต."}))
    mended = mend(report)
    before, after = typed_texts(report), typed_texts(mended.report)
    for table in ("measures", "indicators", "o_items", "evidence"):
        del before[table], after[table]
    chains: dict[str, str] = {}
    for finding in mended.steps:
        assert finding.repair is not None
        assert finding.repair.before == chains.get(finding.field, before[finding.field])
        chains[finding.field] = finding.repair.after
    assert after == before | chains
    assert mend(mended.report).steps == ()


# ---- rules that would never end --------------------------------------------------------------------------------------


def planted(report: Report, turn: dict[str, str]) -> list[Finding]:
    """Findings of a faulty rule: it turns one text into another, and that into the next."""
    text = typed_texts(report)["o_items[0].progress"]
    if text not in turn:
        return []
    finding = Finding(
        "X1",
        Severity.HINT,
        Cell("OIT", "K6"),
        "o_items[0].progress",
        text,
        "",
        "",
        "",
        Repair(text, turn[text]),
    )
    return [finding]


def test_repairs_that_undo_each_other_end(monkeypatch: pytest.MonkeyPatch) -> None:
    turn = {"ก": "ข", "ข": "ค", "ค": "ก"}
    monkeypatch.setattr("itaxl.rules.repair.run", lambda context: planted(_of(context), turn))
    mended = mend(load(item("ก")))
    assert (told(mended.report), len(mended.steps)) == (["ค"], 2)


def test_repairs_that_go_on_for_ever_end(monkeypatch: pytest.MonkeyPatch) -> None:
    turn = {"ก" * n: "ก" * (n + 1) for n in range(1, 2 * MAX_ROUNDS)}
    monkeypatch.setattr("itaxl.rules.repair.run", lambda context: planted(_of(context), turn))
    assert len(mend(load(item("ก"))).steps) == MAX_ROUNDS


def test_a_repair_of_another_text_than_the_cell_holds_is_not_made(monkeypatch: pytest.MonkeyPatch) -> None:
    stale = Finding(
        "X1", Severity.HINT, Cell("", ""), "o_items[0].progress", "x", "", "", "", Repair("อื่น", "ใหม่")
    )
    monkeypatch.setattr("itaxl.rules.repair.run", lambda context: [stale])
    assert mend(load(item("ก"))).steps == ()


def _of(context: Context) -> Report:
    return context.report


# ---- how a change is shown -------------------------------------------------------------------------------------------


def test_a_change_is_shown_as_the_words_in_question() -> None:
    part = change(Repair(f"ประกาศ{COUNCIL}บ้านใหม่", f"ประกาศ{TIDY_COUNCIL}บ้านใหม่"), COUNCIL)
    assert (part.before, part.old, part.new, part.after) == ("ประกาศ", COUNCIL, TIDY_COUNCIL, "บ้านใหม่")


def test_a_change_of_what_cannot_be_seen_is_shown_by_number() -> None:
    part = change(Repair("ก\u200bข", "กข"), "\u200b")
    assert (part.old, part.new) == ("‹U+200B›", "")


def test_a_change_of_blanks_shows_them() -> None:
    part = change(Repair("ก  ข", "ก ข"), "  ")
    assert (part.old, part.new) == ("␣␣", "␣")


@given(
    st.text("กขาำ้ํ \u200bab", max_size=12), st.text("กขาำ้ํ \u200bab", max_size=12), st.text("ก า", max_size=2)
)
def test_any_change_can_be_shown(old: str, new: str, quote: str) -> None:
    part = change(Repair(old, new), quote)
    assert not set("\u200b\n") & set(part.before + part.old + part.new + part.after)
    if old != new:
        assert part.old != part.new


def test_the_offer_in_json_is_the_whole_cell_before_and_after(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["check", str(form(item("- หัวข้อ", f"- {WATER}"), tmp_path / "f.xlsx")), "--format", "json"])
    repairs = [each["repair"] for each in json.loads(capsys.readouterr().out)["findings"] if each["repair"]]
    assert repairs == [{"before": f"- หัวข้อ\n- {WATER}", "after": f"- หัวข้อ\n- {TIDY_WATER}"}]
