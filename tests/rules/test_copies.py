"""R: a result tells what was done, and tells it once, in its own cell."""

from __future__ import annotations

import pytest

from tests.rules.texts import of_steps, of_text, places, report, said, step

PLAN = "๑. จัดทำคู่มือการปฏิบัติงานของเจ้าหน้าที่ทุกตำแหน่ง\n๒. จัดอบรมคุณธรรมจริยธรรมแก่บุคลากรในสังกัด"
DONE = "จัดอบรมเมื่อวันที่ 29 มกราคม 2567 มีผู้เข้าร่วม 45 คน ผู้เข้าอบรมเข้าใจร้อยละ 92"

# ---- R01, R02, R03 ---------------------------------------------------------------------------------------------------


def test_r01_fires_at_the_result_when_it_is_the_plan() -> None:
    first = PLAN.split("\n")[0]
    assert of_steps("R01", step(method=PLAN, summary=PLAN)) == [("[0].summary", first)]


def test_r01_fires_on_a_short_result_only_when_all_of_it_is_the_plan() -> None:
    assert of_steps("R01", step(method="จัดอบรม", summary="- จัดอบรม")) == [("[0].summary", "- จัดอบรม")]
    assert of_steps("R01", step(method="จัดอบรม", summary="จัดอบรม 2 ครั้ง")) == []


def test_r01_fires_when_the_main_part_is_the_plan_in_other_digits_and_spaces() -> None:
    result = PLAN.replace("๑", "1").replace("๒", "2").replace("ของ", " ของ") + "\nแล้วเสร็จ"
    assert [field for field, _ in of_steps("R01", step(method=PLAN, summary=result))] == ["[0].summary"]


def test_r01_fires_on_an_indicator_too() -> None:
    plan = ["เปิดช่องทางรับฟังความคิดเห็นผ่านเว็บไซต์ของหน่วยงาน"]
    data = report(indicators=[{"no": 7, "guidelines": plan, "progress": plan, "status": "done"}])
    assert [field for field, _ in places("R01", data)] == ["indicators[6].progress"]


@pytest.mark.parametrize(
    "result",
    [
        DONE,
        "๑. จัดทำคู่มือการปฏิบัติงานของเจ้าหน้าที่ทุกตำแหน่ง จำนวน 12 เล่ม แจกเมื่อวันที่ 5 มีนาคม 2567 และทบทวนทุกหกเดือนโดยคณะทำงาน",
        "๑. มีการจัดทำคู่มือการปฏิบัติงานของเจ้าหน้าที่ทุกตำแหน่ง",
        "แล้ว",
    ],
)
def test_r01_is_silent_on_a_result_that_tells_more_or_says_have(result: str) -> None:
    assert of_steps("R01", step(method=PLAN, summary=result)) == []


def test_r02_fires_once_a_report_at_the_clearest_row() -> None:
    weak = step(method=PLAN, summary=f"มีการจัดทำคู่มือการปฏิบัติงานของเจ้าหน้าที่ทุกตำแหน่ง\n{DONE[:30]}")
    clear = step(method="เผยแพร่ข้อมูลข่าวสารทางเว็บไซต์ทุกเดือน", summary="มีการเผยแพร่ข้อมูลข่าวสารทางเว็บไซต์ทุกเดือน")
    found = of_steps("R02", weak, clear)
    assert found == [("[1].summary", "มีการเผยแพร่ข้อมูลข่าวสารทางเว็บไซต์ทุกเดือน")]


def test_r02_fires_on_the_title_with_have() -> None:
    measure = step(
        title=["แสดงคู่มือหรือมาตรฐานการให้บริการประชาชน"],
        method="แต่งตั้งคณะทำงาน",
        summary="1มีคู่มือหรือมาตรฐานการให้บริการประชาชน",
    )
    assert [field for field, _ in of_steps("R02", measure)] == ["[0].summary"]


def test_r02_is_silent_on_a_verbatim_copy_which_is_an_error_and_on_a_true_result() -> None:
    assert of_steps("R02", step(method=PLAN, summary=PLAN)) == []
    assert of_steps("R02", step(method=PLAN, summary=f"มีการ{DONE}")) == []


def test_r03_fires_at_the_follow_up_when_it_is_the_steps() -> None:
    found = of_steps("R03", step(method=PLAN, monitoring=PLAN))
    assert [field for field, _ in found] == ["[0].monitoring"]


def test_r03_is_silent_on_a_follow_up_of_its_own() -> None:
    assert (
        of_steps("R03", step(method=PLAN, monitoring="หัวหน้าสำนักปลัดรายงานนายกทุกเดือนในที่ประชุมประจำเดือน")) == []
    )
    assert of_steps("R03", step(monitoring=PLAN)) == []


# ---- R04, R05, R06 ---------------------------------------------------------------------------------------------------


def _items(*results: str) -> dict[str, object]:
    return report(
        o_items=[{"no": n, "progress": [text], "status": "done"} for n, text in enumerate(results, 1)]
    )


def test_r04_fires_at_every_item_with_the_same_result() -> None:
    text = "- จัดทำคู่มือการให้บริการประชาชน ซึ่งเผยแพร่ผ่านเว็บไซต์ของหน่วยงาน"
    found = places("R04", _items(text, "- แสดงผังโครงสร้าง", text))
    assert found == [("o_items[0].progress", text), ("o_items[2].progress", text)]
    assert "ข้อ O3" in said("R04", _items(text, "", text))[0].message


def test_r04_fires_on_a_long_line_that_stands_in_two_measures() -> None:
    line = "- มีการประชุมระหว่างผู้บริหารกับหัวหน้าส่วนราชการและระหว่างหัวหน้าส่วนราชการกับพนักงานเป็นประจำทุกเดือน"
    found = of_steps("R04", step(summary=f"จัดทำประกาศ 7 ฉบับ\n{line}"), step(summary=line))
    assert sorted(found) == [("[0].summary", line), ("[1].summary", line)]


@pytest.mark.parametrize(
    "text", ["- เผยแพร่บนเว็บไซต์ของหน่วยงานแล้ว ครบถ้วนตามองค์ประกอบ", "- เปิดเผยข้อมูลบนเว็บไซต์หลักของหน่วยงาน", "-", ""]
)
def test_r04_is_silent_on_what_is_said_of_every_item(text: str) -> None:
    assert places("R04", _items(text, text, text)) == []


def test_r04_is_silent_on_results_that_differ() -> None:
    assert places("R04", _items("- จัดทำคู่มือการให้บริการประชาชน", "- จัดทำคู่มือการปฏิบัติงานของเจ้าหน้าที่")) == []


LONG = (
    "โดยกำหนดให้หน่วยงานที่เข้าร่วมการประเมินคุณธรรมและความโปร่งใสในการดำเนินงานของหน่วยงานภาครัฐ "
    "จำนวนไม่น้อยกว่าร้อยละ ๖๕ จะต้องได้คะแนน ๘๕ คะแนนขึ้นไป และต้องรายงานผลต่อผู้บริหารทุกไตรมาสของปี"
)


def test_r05_fires_on_a_long_passage_that_stands_twice() -> None:
    [quote] = of_text("R05", f"ตามแผนบูรณาการ {LONG} ประกอบกับแผนปฏิบัติการ {LONG} จึงจัดทำรายงาน")
    assert LONG in quote


def test_r05_quotes_and_names_the_passage_in_whole_words() -> None:
    (found,) = said("R05", report(measures=[step(summary=f"คณะผู้บริหาร{LONG}ดังนั้นสำนักปลัด{LONG}ต่อไป")]))
    assert LONG in found.quote
    assert "ข้อความ “โดยกำหนดให้หน่วยงานที่เข้าร่วมการประเมิน…” อยู่สองครั้ง" in found.message


def test_r05_is_silent_on_short_phrases_and_on_one_passage() -> None:
    assert (
        of_text("R05", f"{LONG} และเผยแพร่ผ่านเว็บไซต์ของหน่วยงาน อีกทั้งเผยแพร่ผ่านเว็บไซต์ของหน่วยงาน ทุกเดือนตลอดทั้งปี")
        == []
    )


def test_r06_fires_at_both_titles_that_differ_by_a_word() -> None:
    title = "สร้างความรู้ความเข้าใจกับบุคลากรเกี่ยวกับแบบวัดการรับรู้ของผู้มีส่วนได้ส่วนเสีย"
    found = of_steps("R06", step(title=[f"{title}ภายใน (IIT)"]), step(title=[f"{title}ภายนอก (EIT)"]))
    assert [field for field, _ in found] == ["[0].title", "[1].title"]


def test_r06_is_silent_on_titles_of_their_own() -> None:
    one, two = (
        "มาตรการกำกับดูแลและตรวจสอบการใช้ทรัพย์สินของราชการ",
        "มาตรการกำกับดูแลและตรวจสอบการจัดซื้อจัดจ้างของกองคลังให้โปร่งใสตามระเบียบ",
    )
    assert of_steps("R06", step(title=[one]), step(title=[two])) == []
    assert of_steps("R06", step(title=["มาตรการหนึ่ง"]), step(title=["มาตรการหนึ่ง"])) == []


# ---- R07 -------------------------------------------------------------------------------------------------------------


def test_r07_fires_at_both_cells_when_persons_and_actions_are_swapped() -> None:
    measure = step(
        responsible="๑. แต่งตั้งเจ้าหน้าที่ประชาสัมพันธ์\n๒. จัดทำสื่อ", summary="๑. เจ้าหน้าที่ธุรการ\n๒. สำนักปลัด กองคลัง"
    )
    assert of_steps("R07", measure) == [
        ("[0].responsible", "๑. แต่งตั้งเจ้าหน้าที่ประชาสัมพันธ์"),
        ("[0].summary", "๑. เจ้าหน้าที่ธุรการ"),
    ]


def test_r07_fires_on_a_time_under_responsible_and_a_division_under_period() -> None:
    found = of_steps("R07", step(responsible="ต.ค. 66 - ก.ย. 67", period="สำนักปลัด"))
    assert [field for field, _ in found] == ["[0].responsible", "[0].period"]


@pytest.mark.parametrize(
    "responsible",
    [
        "สำนักปลัด",
        "คณะกรรมการทบทวน ปรับปรุงการจัดทำคู่มือ",
        "เจ้าหน้าที่ทุกคน(ผู้เป็นเจ้าของงาน)",
        "สำนักปลัด/กองคลัง",
        "งานประชาสัมพันธ์",
    ],
)
def test_r07_is_silent_on_persons_of_any_kind_in_their_cell(responsible: str) -> None:
    assert of_steps("R07", step(responsible=responsible, method=PLAN, summary=DONE)) == []


def test_r07_is_silent_on_a_result_that_begins_with_a_division() -> None:
    assert of_text("R07", "สำนักปลัดดำเนินการจัดทำประกาศ\nกองคลัง รายงานผลการจัดซื้อจัดจ้าง") == []


# ---- borders ---------------------------------------------------------------------------------------------------------

LETTERS = "กขคงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮ"


def letters(count: int, start: int = 0) -> str:
    """So many letters in an order that no other part of them has."""
    return "".join(LETTERS[(start + n * (1 + n // len(LETTERS))) % len(LETTERS)] for n in range(count))


@pytest.mark.parametrize(("size", "found"), [(14, 0), (15, 1), (40, 1)])
def test_r01_fires_from_a_line_of_fifteen_letters_on(size: int, found: int) -> None:
    line = letters(size)
    assert len(of_steps("R01", step(method=f"{line}\nแผนอื่น", summary=f"{line}\nครบ"))) == found


@pytest.mark.parametrize(("other", "found"), [(19, 1), (20, 0), (21, 0)])
def test_r01_fires_only_where_the_copy_is_more_than_half_of_the_result(other: int, found: int) -> None:
    line, own = letters(20), letters(other, start=7)
    assert len(of_steps("R01", step(method=f"{line}\nแผนอื่น", summary=f"{line}\n{own}"))) == found


def test_r01_is_silent_where_the_result_holds_the_plan_among_more_words() -> None:
    line = letters(30)
    assert of_steps("R01", step(method=line, summary=f"{line}{letters(4, start=9)} 12 เล่ม")) == []


@pytest.mark.parametrize(("size", "found"), [(14, 0), (15, 1)])
def test_r02_fires_from_fifteen_letters_of_the_plan_on(size: int, found: int) -> None:
    line = letters(size)
    assert len(of_steps("R02", step(title=["ก"], method=f"{line}ๆ", summary=f"มีการ{line}"))) == found


@pytest.mark.parametrize("have", ["มี", "มีการ", "ได้", "ได้มีการ", "มีดำเนินการ", "1มี", "1. ได้ดำเนินการ"])
def test_r02_fires_on_have_in_its_forms(have: str) -> None:
    assert len(of_steps("R02", step(title=["ก"], method=letters(30), summary=f"{have}{letters(30)}"))) == 1


@pytest.mark.parametrize(("other", "found"), [(24, 1), (25, 0)])
def test_r02_fires_only_where_such_lines_are_more_than_half(other: int, found: int) -> None:
    plan, own = letters(20), letters(other, start=7)
    assert len(of_steps("R02", step(title=["ก"], method=f"{plan}ๆ", summary=f"มีการ{plan}\n{own}"))) == found


def test_r02_is_silent_about_what_only_declares_done_and_counts_the_places() -> None:
    done = step(title=["ก"], method=letters(20), summary=f"มีการ{letters(20)}\nดำเนินการครบถ้วน 100%")
    (first, *more) = said("R02", report(measures=[done, {**done, "no": 2}]))
    assert ("2 แห่ง" in first.message, more) == (True, [])


@pytest.mark.parametrize(("other", "found"), [(19, 1), (20, 0)])
def test_r03_fires_only_where_the_steps_are_more_than_half_of_the_follow_up(other: int, found: int) -> None:
    line = letters(20)
    assert len(of_steps("R03", step(method=line, monitoring=f"{line}\n{letters(other, start=7)}"))) == found


@pytest.mark.parametrize(("size", "found"), [(9, 0), (10, 2)])
def test_r04_fires_from_ten_telling_letters_on(size: int, found: int) -> None:
    text = f"จัดทำ{letters(size)}ของหน่วยงานแล้ว"
    assert len(places("R04", _items(text, text))) == found


@pytest.mark.parametrize(("size", "found"), [(59, 0), (60, 2)])
def test_r04_fires_on_a_line_within_cells_from_sixty_letters_on(size: int, found: int) -> None:
    line = letters(size)
    months = (f"{line}\nรายงานเดือนมกราคม", f"{line}\nรายงานเดือนมีนาคม")
    assert len(of_steps("R04", *(step(summary=each) for each in months))) == found


def test_r04_fires_at_each_cell_once_and_names_four_others_at_most() -> None:
    found = said("R04", _items(*[f"- {letters(70)}"] * 6))
    assert [each.field for each in found] == [f"o_items[{n}].progress" for n in range(6)]
    assert found[0].message == "ผลการดำเนินการซ้ำกับข้อ O2, ข้อ O3, ข้อ O4, ข้อ O5 และอีก 1 แห่ง"
    assert found[5].message == "ผลการดำเนินการซ้ำกับข้อ O1, ข้อ O2, ข้อ O3, ข้อ O4 และอีก 1 แห่ง"


def test_r04_fires_on_a_measure_and_an_item_alike_and_is_silent_on_one_cell_twice() -> None:
    text = letters(70)
    data = report(measures=[step(summary=text)], o_items=[{"no": 1, "progress": [text], "status": "done"}])
    assert [field for field, _ in places("R04", data)] == [
        "measures[0].steps[0].summary",
        "o_items[0].progress",
    ]
    assert of_steps("R04", step(summary=f"{text}\n{text}")) == []


@pytest.mark.parametrize(("size", "found"), [(159, 0), (160, 1), (200, 1)])
def test_r05_fires_from_a_passage_of_160_letters_on(size: int, found: int) -> None:
    passage = letters(size)
    text = f"{passage}1{letters(90, start=3)}2{passage}3"
    assert len(of_text("R05", text)) == found


def test_r05_fires_with_the_whole_passage() -> None:
    passage = letters(203)
    assert of_text("R05", f"เริ่ม{passage}1{letters(90, start=3)}2{passage}3") == [passage]


@pytest.mark.parametrize(("size", "found"), [(30, 0), (31, 2)])
def test_r06_fires_from_titles_of_more_than_thirty_letters(size: int, found: int) -> None:
    one, two = letters(size), f"{letters(size)[:-1]}ๆ"
    assert len(of_steps("R06", step(title=[one]), step(title=[f"{two}"]))) == found or size == 30


@pytest.mark.parametrize(("tail", "found"), [(8, 0), (3, 2)])
def test_r06_fires_where_titles_differ_by_little(tail: int, found: int) -> None:
    one = letters(40)
    two = one[: 40 - tail] + letters(tail, start=11)
    assert len(of_steps("R06", step(title=[one]), step(title=[two]))) == found
