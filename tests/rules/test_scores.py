"""M: the result of the assessment is possible, and what scored low or was planned has a measure."""

from __future__ import annotations

import pytest

from itaxl.catalog.year_file import year
from tests.rules.small_reports import Json, findings, hits, indicator, measure, report


def result(code: str, fiscal_year: int = 2567, **fields: object) -> list[tuple[str, str]]:
    data = report(fiscal_year, assessment={"fiscal_year": fiscal_year, **fields})
    return [(field.removeprefix("assessment."), quote) for field, quote in hits(code, data)]


def parts(iit: float | None, eit: float | None, oit: float | None) -> Json:
    return {"iit": iit, "eit": eit, "oit": oit}


# -- M01 ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("score", "level", "known"),
    [
        (93.65, "ผ่านดีเยี่ยม", {}),
        (96, "ผ่านดีเยี่ยม", {"iit": 94.99}),
        (84.99, "ผ่านดี", {}),
        (90, "ผ่านดี", {"oit": 80}),
        (97, "ผ่านดี", parts(95, 96, 99)),
        (84, "ผ่าน", {}),
        (93.65, "ผ่าน", parts(85, 90, 99)),
        (85, "ต้องปรับปรุง", {}),
        (69.99, "ต้องปรับปรุง", {}),
        (70, "ต้องปรับปรุงโดยด่วน", {}),
        (85, "ไม่ผ่าน", {}),
    ],
)
def test_m01_fires_on_a_level_that_the_scores_do_not_allow(score: float, level: str, known: Json) -> None:
    assert result("M01", score=score, level=level, **known) == [("level", level)]


@pytest.mark.parametrize(
    ("score", "level"), [(94.99, "AA"), (95, "A"), (84.99, "ระดับ A"), (50, "F"), (75, "C"), (84, "ผ่าน")]
)
def test_m01_fires_on_a_letter_of_other_scores(score: float, level: str) -> None:
    assert result("M01", 2564, score=score, level=level) == [("level", level)]


@pytest.mark.parametrize(
    ("score", "level", "known"),
    [
        (93.65, "ผ่าน", {}),  # a part may have been below 85
        (93.65, "ผ่าน", {"iit": 90, "oit": 99}),
        (93.65, "ผ่านดี", {}),
        (96, "ผ่านดี", {"iit": 96, "eit": 96}),  # the third may have been below 95
        (95, "ผ่านดีเยี่ยม", parts(95, 95, 95)),
        (93.65, "ผ่าน", parts(84, 95, 99)),
        (85, "ผ่าน", {}),
        (84.99, "ต้องปรับปรุง", {}),
        (70, "ต้องปรับปรุง", {}),
        (0, "ต้องปรับปรุงโดยด่วน", {}),
        (None, "ผ่านดีเยี่ยม", {}),
        (12, "", {}),
        (12, "ดีพอใช้", {}),
        (120, "ผ่าน", {}),  # said at the score
    ],
)
def test_m01_is_silent_on_levels_that_may_be(score: float | None, level: str, known: Json) -> None:
    assert result("M01", score=score, level=level, **known) == []


@pytest.mark.parametrize(
    ("score", "level"),
    [(95, "AA"), (100, "AA"), (85, "A"), (49.99, "F"), (0, "F"), (90, "ผ่าน"), (60, "ไม่ผ่าน")],
)
def test_m01_is_silent_on_the_letters_of_the_scores(score: float, level: str) -> None:
    assert result("M01", 2564, score=score, level=level) == []


# -- M02, M03, M11 ------------------------------------------------------------------------------------


def test_m02_fires_on_every_score_beyond_0_and_100() -> None:
    found = result("M02", score=936.5, iit=-1, eit=100.5, indicators=[90, 101])
    assert found == [("score", "936.5"), ("iit", "-1"), ("eit", "100.5"), ("indicators", "101")]


def test_m02_is_silent_within_0_and_100_and_on_empty_cells() -> None:
    assert result("M02", score=0, iit=100, eit=None, indicators=[None, 0, 100]) == []


@pytest.mark.parametrize("score", [80, 99.5])
def test_m03_fires_on_a_total_outside_its_parts(score: float) -> None:
    assert [field for field, _ in result("M03", score=score, **parts(85, 90, 99))] == ["score"]


def test_m03_is_silent_within_them_and_where_one_is_not_known() -> None:
    assert result("M03", score=92.1, **parts(85, 90, 99)) == []
    assert result("M03", score=80, **parts(85, 90, None)) == []
    assert result("M03", score=85, **parts(85, 85, 85)) == []


def test_m11_fires_on_a_total_that_the_weights_do_not_give() -> None:
    assert result("M11", score=89, **parts(85, 90, 99)) == [("score", "89")]


def test_m11_is_silent_on_the_weighted_mean_and_on_what_is_an_error() -> None:
    assert result("M11", score=92.1, **parts(85, 90, 99)) == []
    assert result("M11", score=70, **parts(85, 90, 99)) == []


# -- M12, M13, M14 ------------------------------------------------------------------------------------


def test_m12_fires_on_a_letter_of_2566_or_later_and_on_a_word_before() -> None:
    assert result("M12", 2566, score=96.04, level="AA") == [("level", "AA")]
    assert result("M12", 2564, score=90, level="ผ่านดี") == [("level", "ผ่านดี")]


def test_m12_fires_on_a_letter_in_the_text() -> None:
    data = report(measures=[measure("ผลการประเมิน ITA ได้คะแนน 96.04 ระดับ AA")])
    assert hits("M12", data) == [("measures[0].steps[0].summary", "ระดับ AA")]


def test_m12_is_silent_on_the_scale_of_the_year_that_is_quoted() -> None:
    assert (
        result("M12", 2567, level="ผ่านดี")
        == result("M12", 2564, level="AA")
        == result("M12", 2564, level="ผ่าน")
        == []
    )
    assert hits("M12", report(2566, assessment={"fiscal_year": 2565, "level": "A"})) == []
    words = ["ผลการประเมิน ITA ปี 2565 ได้ระดับ A", "ปรับระดับ A4", "ความเสี่ยงระดับ B"]
    assert hits("M12", report(measures=[measure(*words)])) == []


def test_m13_fires_on_a_verdict_without_a_score() -> None:
    words = "จากผลการประเมินคุณธรรม ปี 2563 ซึ่งไม่ผ่านเกณฑ์การประเมิน จึงจัดทำมาตรการ"
    assert hits("M13", report(2564, "book", front={"rationale": [words]})) == [
        ("front.rationale", "ไม่ผ่านเกณฑ์การประเมิน")
    ]


@pytest.mark.parametrize(
    ("words", "score"),
    [
        ("จากผลการประเมิน ITA ได้คะแนน 78.20 ซึ่งไม่ผ่านเกณฑ์การประเมิน", None),
        ("จากผลการประเมิน ITA ซึ่งไม่ผ่านเกณฑ์การประเมิน", 78.2),
        ("กำหนดให้ร้อยละ ๖๕ ผ่านเกณฑ์การประเมิน", None),
    ],
)
def test_m13_is_silent_where_a_score_stands_or_no_result_is_told(words: str, score: float | None) -> None:
    assert hits("M13", report(2564, "book", front={"rationale": [words]}, assessment={"score": score})) == []


def test_m14_fires_on_a_level_without_its_score() -> None:
    assert hits("M14", report(2564, "book", assessment={"level": "ไม่ผ่าน"})) == [("assessment.score", "")]


def test_m14_is_silent_where_the_score_stands_or_the_paper_prints_the_empty_cell() -> None:
    assert hits("M14", report(2564, "book", assessment={"level": "A", "score": 90})) == []
    assert hits("M14", report(2567, "annual", assessment={"level": "ผ่าน"})) == []
    assert hits("M14", report(2564, "book", assessment={"level": " "})) == []


# -- M21 ----------------------------------------------------------------------------------------------

LOW = {"indicators": [90, 90, 90, 82.35, 90, 90, 90, 83.6, 90, 84.99]}


def test_m21_fires_on_each_low_indicator_without_a_measure() -> None:
    data = report(layout="matrix", assessment=LOW, measures=[measure("ก", indicator="1")])
    assert [quote for _, quote in hits("M21", data)] == ["82.35", "83.6", "84.99"]
    assert findings("M21", data)[0].message.startswith("ตัวชี้วัดที่ 4 ")


def test_m21_is_silent_where_a_measure_or_a_guideline_names_it() -> None:
    measures = [
        measure("ก", indicator="๔"),
        measure("ข", indicator="การปรับปรุงระบบ การทำงาน"),
        measure("ค", indicator="10.1"),
    ]
    assert hits("M21", report(layout="matrix", assessment=LOW, measures=measures)) == []
    named = [measure("ก", method=["ตัวชี้วัดที่ ๔ และตัวชี้วัดที่ 8", "ตัวชี้วัดย่อยที่ 10.2"])]
    assert hits("M21", report(assessment=LOW, measures=named)) == []
    rows = [indicator(4, guidelines=["ทำใบยืม"]), indicator(8, guidelines=["เพิ่มบริการ"])]
    low_in_surveys = {"indicators": LOW["indicators"][:9]}
    assert hits("M21", report(assessment=low_in_surveys, indicators=rows, measures=[measure("ก")])) == []


def test_m21_is_silent_at_85() -> None:
    assert hits("M21", report(assessment={"indicators": [85] * 10}, measures=[measure("ก")])) == []


# -- M22 ----------------------------------------------------------------------------------------------


def test_m22_fires_once_with_the_topics_that_have_no_measure() -> None:
    data = report(
        measures=[measure("ก", title=["มาตรการกำกับดูแลการใช้ทรัพย์สินของราชการ"]), measure("ข", indicator="5")]
    )
    (found,) = findings("M22", data)
    assert (found.field, found.source, "5 จาก 7" in found.message) == ("measures", "O34/2567", True)
    assert "ทรัพย์สิน" not in found.message


def test_m22_is_silent_where_every_topic_is_named_or_meant() -> None:
    named = [measure("ก", topic=topic) for topic in year(2567).topics]
    meant = [measure("ก", indicator=str(no)) for no in (1, 8, 7, 4, 2, 3, 10)]
    assert hits("M22", report(measures=named)) == hits("M22", report(measures=meant)) == []


def test_m22_is_silent_before_2567_and_without_measures() -> None:
    assert hits("M22", report(2566, measures=[measure("ก")])) == hits("M22", report(measures=[])) == []
