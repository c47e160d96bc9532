"""What layouts are given: the promised names, values as typed, the words that officers write in two ways."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from itaxl.catalog.settings import settings
from itaxl.model.columns import Kind, column
from itaxl.model.records import Agency, Assessment, MeasureRow, Plan, Record, Report, Signer
from itaxl.word.engine.pictures import Picture
from itaxl.word.naming import Named, Names, offer_name
from itaxl.word.vocabulary import NAMES, PaperNames, find_unprinted
from tests.word.samples import case, everything, year
from tests.word.test_engine import DOT


def made(report: Report, folder: Path | None = None) -> Names:
    """The context of a report under its own settings."""
    how = settings(report, year())
    return PaperNames(report.paper, report, year(), how, folder or Path(), is_draft=False).names


def paths(value: object, path: str = "") -> Iterator[str]:
    """Every path of a context; a list and its elements share one."""
    if path:
        yield path
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from paths(inner, f"{path}.{name}".lstrip("."))
    elif isinstance(value, list):
        for inner in value:
            yield from paths(inner, path)


def part(report: Report, *keys: str | int) -> object:
    """A value deep in the context of a report."""
    value: object = made(report)
    for key in keys:
        assert isinstance(value, dict | list)
        value = value[key]  # type: ignore[index]  # a key for a dict, a number for a list
    return value


def test_the_context_holds_exactly_the_names_that_are_promised() -> None:
    assert set(paths(made(everything()))) == set(NAMES)


def test_every_name_that_was_ever_promised_is_still_there() -> None:
    promised = (Path(__file__).parent.parent / "data" / "layout_names.txt").read_text("utf-8").split()
    assert len(promised) == 196
    assert set(promised) <= set(NAMES)


def test_a_column_is_a_name_without_a_word_more() -> None:
    @dataclass(frozen=True, kw_only=True)
    class Visit(Record):
        place: str = column("สถานที่")
        people: int | None = column("จำนวนผู้เข้าร่วม", Kind.WHOLE)
        done: str | None = column("ผล", Kind.BOXES, choices=(("yes", "เสร็จ"), ("no", "ไม่เสร็จ")))

    @dataclass(frozen=True)
    class VisitNames(Named, of=Visit):
        record: Visit

        @offer_name("place", "people")
        def line(self) -> str:
            """สถานที่และจำนวนผู้เข้าร่วม"""
            return f"{self.record.place} {self.record.people} คน"

    names = dict(VisitNames.vocabulary("visit."))
    assert {path: name.what for path, name in names.items()} == {
        "visit.place": "สถานที่",
        "visit.people": "จำนวนผู้เข้าร่วม",
        "visit.done": "ผล: yes no หรือว่าง",
        "visit.yes": "จริง เมื่อเสร็จ",
        "visit.no": "จริง เมื่อไม่เสร็จ",
        "visit.line": "สถานที่และจำนวนผู้เข้าร่วม",
    }
    assert names["visit.line"].shows == {(Visit, "place"), (Visit, "people")}
    visit = Visit(place="วัด", unread={"people": "ราวสิบ"}, done="yes")
    assert VisitNames(visit).names == {
        "place": "วัด", "people": "ราวสิบ", "done": "yes", "yes": True, "no": False, "line": "วัด None คน",
    }  # fmt: skip


def test_a_filled_field_that_no_name_of_a_layout_shows_is_told_by_its_heading() -> None:
    row = MeasureRow(no=1, monitoring=("ก",), responsible=("ข",), status="done", previous=("ค",))
    agency = Agency(name="อบต.", kind="อบต.", tambon="ง", divisions=("กองช่าง",))
    report = Report(fiscal_year=2567, measures=(row,), agency=agency)
    shown = {"agency.place", "instruments.measures.no", "measures.steps.done", "agency.name"}
    assert find_unprinted(report, shown.__contains__) == ("แนวทางการกำกับติดตาม", "ผู้รับผิดชอบ (มาตรการ)")


def test_an_empty_report_has_the_same_names_as_a_full_one() -> None:
    empty = Report(fiscal_year=2567, measures=(MeasureRow(),), signers=(Signer(),))
    assert set(paths(made(empty))) == set(NAMES)


def test_a_row_without_number_and_title_is_a_step_of_the_measure_above() -> None:
    rows = (MeasureRow(), MeasureRow(no=1), MeasureRow(), MeasureRow(title=("ก",)), MeasureRow(no=2))
    measures = made(Report(fiscal_year=2567, measures=rows))["measures"]
    assert [len(measure["steps"]) for measure in measures] == [1, 2, 1, 1]  # type: ignore[attr-defined]


def test_a_number_that_could_not_be_read_starts_a_measure_and_prints_as_typed() -> None:
    row = MeasureRow(unread={"no": "หนึ่ง"})
    report = Report(fiscal_year=2567, measures=(MeasureRow(no=1), row))
    assert part(report, "measures", 1, "no") == "หนึ่ง"


def test_two_ticked_boxes_are_two_ticked_boxes() -> None:
    row = MeasureRow(no=1, unread={"status": "in_progress+done"})
    step = part(Report(fiscal_year=2567, measures=(row,)), "measures", 0, "steps", 0)
    assert isinstance(step, dict)
    assert [step[name] for name in ("not_started", "in_progress", "done", "impossible")] == [
        False,
        True,
        True,
        False,
    ]


@pytest.mark.parametrize(
    ("agency", "place"),
    [
        (Agency(tambon="เกาะจันทร์", amphoe="มายอ", province="ปัตตานี"), "ตำบลเกาะจันทร์ อำเภอมายอ จังหวัดปัตตานี"),
        (Agency(amphoe="อำเภอเมืองสิงห์บุรี", province="จังหวัดสิงห์บุรี"), "อำเภอเมืองสิงห์บุรี จังหวัดสิงห์บุรี"),
        (Agency(), ""),
    ],
)
def test_the_words_of_a_place_stand_once(agency: Agency, place: str) -> None:
    assert part(Report(fiscal_year=2567, agency=agency), "agency", "place") == place


@pytest.mark.parametrize(
    ("score", "unread", "printed"),
    [
        (93.65, {}, "93.65"),
        (85.0, {}, "85.00"),
        (90.125, {}, "90.125"),
        (None, {}, ""),
        (None, {"score": "เก้าสิบ"}, "เก้าสิบ"),
    ],
)
def test_a_score_has_two_decimals_unless_more_were_typed(
    score: float | None, unread: dict[str, str], printed: str
) -> None:
    report = Report(fiscal_year=2567, assessment=Assessment(score=score, unread=unread))
    assert part(report, "assessment", "score") == printed


@pytest.mark.parametrize("typed", ["15 มกราคม 2567", "วันที่ 15 มกราคม 2567", " ลงวันที่ 15 มกราคม 2567"])
def test_the_word_of_a_date_is_left_to_the_layout(typed: str) -> None:
    assert part(Report(fiscal_year=2567, plan=Plan(date=typed)), "plan", "date") == "15 มกราคม 2567"


@pytest.mark.parametrize(
    ("typed", "printed"), [("1/2567", "ที่ 1/2567"), ("เลขที่ 1/2567", "เลขที่ 1/2567"), ("", "")]
)
def test_the_number_of_the_plan_has_its_word_once(typed: str, printed: str) -> None:
    assert part(Report(fiscal_year=2567, plan=Plan(ref=typed)), "plan", "ref") == printed


@pytest.mark.parametrize(
    ("typed", "printed"),
    [("นายกเทศมนตรี", "รักษาราชการแทนนายกเทศมนตรี"), ("ปฏิบัติหน้าที่นายกเทศมนตรี", "ปฏิบัติหน้าที่นายกเทศมนตรี")],
)
def test_who_acts_for_another_says_so_once(typed: str, printed: str) -> None:
    report = Report(fiscal_year=2567, signers=(Signer(prefix="นาย", name="ก ข", acting=typed),))
    assert part(report, "signers", 0, "acting") == printed
    assert part(report, "signers", 0, "full_name") == "นายก ข"


def test_a_group_named_like_its_sub_indicator_is_not_named_again() -> None:
    assert part(case("kohchan-2567"), "oit", 0, "blocks", 0, "group") == ""
    assert (
        part(case("kohchan-2567"), "oit", 4, "blocks", 0, "group")
        == "การจัดการเรื่องร้องเรียนการทุจริตและประพฤติมิชอบ"
    )


def test_the_logo_is_found_beside_the_form(tmp_path: Path) -> None:
    (tmp_path / "ตรา.png").write_bytes(DOT)
    report = Report(fiscal_year=2567, agency=Agency(name="อบต.", logo="ตรา.png"))
    agency = made(report, tmp_path)["agency"]
    assert isinstance(agency, dict)
    assert agency["logo"] == Picture(DOT, 6.0, 3.0, "ตราอบต.")
    assert part(replace(report, agency=Agency(logo="ไม่มี.png")), "agency", "logo") is None
