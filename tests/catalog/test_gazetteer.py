"""The places of Thailand and the names of other agencies, on sentences of real reports and on every tambon."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itaxl.catalog import gazetteer
from itaxl.catalog.gazetteer import Foreign

OWN = ("อบต.", "ช้างให้ตก")
TAMBONS = [
    (tambon, amphoe, province)
    for province in gazetteer.provinces()
    if province != "กรุงเทพมหานคร"
    for amphoe in gazetteer.amphoes(province)
    for tambon in gazetteer.tambons(province, amphoe)
]

# ---- the list --------------------------------------------------------------------------------------------------------


def test_the_whole_country_is_there() -> None:
    assert len(gazetteer.provinces()) == 77
    assert sum(len(gazetteer.amphoes(province)) for province in gazetteer.provinces()) == 928
    assert len(TAMBONS) == 7262


def test_no_tambon_stands_twice_in_its_amphoe() -> None:
    assert len(set(TAMBONS)) == len(TAMBONS)


def test_names_are_thai_letters_without_the_word_for_their_level() -> None:
    names = {name for place in TAMBONS for name in place}
    assert [name for name in names if not re.fullmatch("[ก-๎]+([.-][ก-๎]+)*\\.?", name)] == []
    assert [name for name in names if re.match("จังหวัด|อำเภอ|ตำบล|กิ่งอำเภอ|เทศบาล", name)] == []


def test_lists_stand_in_the_order_of_a_thai_dictionary() -> None:
    assert gazetteer.provinces()[:3] == ("กระบี่", "กรุงเทพมหานคร", "กาญจนบุรี")
    assert gazetteer.provinces()[-1] == "อุบลราชธานี"
    assert gazetteer.amphoes("ปัตตานี")[:4] == ("กะพ้อ", "โคกโพธิ์", "ทุ่งยางแดง", "ปะนาเระ")


@pytest.mark.parametrize(
    ("tambon", "amphoe", "province"),
    [
        ("เกาะจัน", "มายอ", "ปัตตานี"),
        ("ช้างให้ตก", "โคกโพธิ์", "ปัตตานี"),
        ("ดงตะงาว", "ดอนพุด", "สระบุรี"),
        ("บางพุทรา", "เมืองสิงห์บุรี", "สิงห์บุรี"),
        ("บางวัว", "บางปะกง", "ฉะเชิงเทรา"),
        ("บัวลาย", "บัวลาย", "นครราชสีมา"),
    ],
)
def test_a_known_place_fits(tambon: str, amphoe: str, province: str) -> None:
    assert gazetteer.fits(tambon, amphoe, province)
    assert tambon in gazetteer.tambons(province, amphoe)
    assert (amphoe, province) in gazetteer.where_is(tambon)


@pytest.mark.parametrize(
    ("tambon", "amphoe", "province"),
    [
        ("เกาะจันทร์", "มายอ", "ปัตตานี"),
        ("เกาะจัน", "โคกโพธิ์", "ปัตตานี"),
        ("", "ดอนพุด", "ปัตตานี"),
        ("ดงตะงาว", "", "ปัตตานี"),
        ("บัวลาย", "บัวใหญ่", "นครราชสีมา"),
        ("", "มายน", ""),
        ("", "", "ปัตตานีย์"),
    ],
)
def test_parts_of_different_places_do_not_fit(tambon: str, amphoe: str, province: str) -> None:
    assert not gazetteer.fits(tambon, amphoe, province)


def test_empty_parts_and_the_words_before_the_names_are_skipped() -> None:
    assert gazetteer.fits("", "", "")
    assert gazetteer.fits("ต.เกาะจัน", "", "จังหวัดปัตตานี")
    assert gazetteer.fits("", "อำเภอ มายอ", "จ.ปัตตานี")


def test_amphoe_mueang_is_short_for_the_one_of_its_province() -> None:
    assert gazetteer.fits("บางพุทรา", "เมือง", "สิงห์บุรี")
    assert not gazetteer.fits("บางพุทรา", "เมือง", "สระบุรี")
    assert gazetteer.homes_of_amphoe("เมืองสิงห์บุรี") == ["สิงห์บุรี"]
    assert len(gazetteer.homes_of_amphoe("เมือง")) == 75  # not the capital, not พระนครศรีอยุธยา


def test_an_amphoe_of_two_provinces_has_two_homes() -> None:
    assert gazetteer.homes_of_amphoe("เฉลิมพระเกียรติ") == ["นครราชสีมา", "นครศรีธรรมราช", "น่าน", "บุรีรัมย์", "สระบุรี"]
    assert gazetteer.homes_of_amphoe("มายน") == []


def test_unknown_places_have_nothing_below_them() -> None:
    assert gazetteer.amphoes("ปัตตานีย์") == ()
    assert gazetteer.tambons("ปัตตานี", "มายน") == ()
    assert gazetteer.where_is("ไม่มีที่นี่") == []


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("มายน", "มายอ"), ("โคกโพธิ", "โคกโพธิ์"), ("มายอ", None), ("บางกอก", None), ("", None)],
)
def test_the_nearest_name_is_one_edit_away(typed: str, meant: str | None) -> None:
    assert gazetteer.nearest(typed, gazetteer.amphoes("ปัตตานี")) == meant


def test_silenced_letters_are_a_small_slip() -> None:
    assert gazetteer.nearest("เกาะจันทร์", gazetteer.tambons("ปัตตานี", "มายอ")) == "เกาะจัน"


# ---- names in running text -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "level", "found"),
    [
        ("น้ำผุดได้จัดทำ", "tambon", "น้ำผุด"),
        ("น้ำ ผุดท าแบบ", "tambon", "น้ำ ผุด"),
        ("น้ าผุดปี 2567", "tambon", "น้ าผุด"),
        ("เกาะจันทร์กับประชาชน", "tambon", "เกาะจันทร์"),
        ("บ้านใหม่สุขเกษมปี", "tambon", "บ้านใหม่สุขเกษม"),
        ("สิงห์บุรีฉบับนี้", "province", "สิงห์บุรี"),
        ("เมืองสิงห์บุรี จังหวัด", "amphoe", "เมืองสิงห์บุรี"),
        ("จ.ป.ร. อำเภอกระบุรี", "tambon", "จ.ป.ร."),
    ],
)
def test_the_longest_name_is_read(text: str, level: gazetteer.Level, found: str) -> None:
    end = gazetteer.longest_name(text, 0, level)
    assert end is not None
    assert text[:end] == found


@pytest.mark.parametrize("text", ["", " ", "2567", "ไม่มีที่นี่", "น้ำ  ผุด", "น้ำผุ", "เกาะจันทน์"])
def test_no_name_is_read_where_none_stands(text: str) -> None:
    assert gazetteer.longest_name(text, 0, "tambon") is None


def test_the_districts_of_the_capital_are_no_tambons() -> None:
    assert gazetteer.longest_name("พัฒนาการ", 0, "tambon") is None


# ---- other agencies --------------------------------------------------------------------------------------------------


def foreign(text: str, own: tuple[str, str] = OWN, province: str = "") -> list[tuple[str, str, bool]]:
    found = gazetteer.foreign_agencies(text, *own, province)
    assert all(isinstance(one, Foreign) for one in found)
    return [(text[one.start : one.end], one.name, one.certain) for one in found]


def kinds(text: str, own: tuple[str, str] = OWN) -> list[str]:
    return [text[start:end] for start, end, _ in gazetteer.foreign_kinds(text, *own)]


def test_the_name_left_from_a_copied_report_is_found() -> None:
    text = "ให้ผู้รับบริการที่มาติดต่อขอใช้บริการของทาง อบต.น้ำ ผุดท าแบบการประเมินความรู้"
    assert foreign(text) == [("อบต.น้ำ ผุด", "น้ำผุด", True)]
    assert kinds(text) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("ขององค์การบริหารส่วนตำบลหนองโนในปี", "หนองโน"),
        ("นายกเทศมนตรีตำบลน้ำผุด มอบนโยบาย", "น้ำผุด"),
        ("สำนักงานเทศบาลเมืองหัวหิน", "หัวหิน"),
        ("ของเทศบาลนครสวรรค์ ปี 2567", "นครสวรรค์"),
        ("เว็บไซต์อบตน้ำผุด", "น้ำผุด"),
        ("องค์การ บริหารส่วน ตำ บลดงตะ งาวประกาศ", "ดงตะงาว"),
        ("ประชาชนได้รับบริการจากอบต.น้ำผุด", "น้ำผุด"),
        ("อบต.ตลาด อำเภอเมือง", "ตลาด"),
        ("เทศบาลตำบลช้างให้ตก", "ช้างให้ตก"),
    ],
)
def test_another_agency_is_certain(text: str, name: str) -> None:
    assert [(found, certain) for _, found, certain in foreign(text)] == [(name, True)]


@pytest.mark.parametrize(
    "text",
    [
        "องค์การบริหารส่วนตำบลช้างให้ตกให้ความร่วมมือ",
        "อบต. ช้างให้ตก",
        "อบต.ช้างให้ตัก ได้รับรู้",
        "อบต.ในพื้นที่ อบต.ได้ดำเนินการ อบต.และประชาชน อบต. และ อบต.ควรมี อบต.ท่านใด อบต.ตรวจสอบ",
        "อบต.ตลาดนัด อบต.โรงเรียน อบต.สถานที่ อบต.บ่อย อบต.เพราะ อบต.สิทธิ",
        "ร่วมกับองค์การบริหารส่วนตำบลนาเกตุจัดกิจกรรม",
        "ศึกษาดูงานด้านการจัดการขยะ ณ เทศบาลตำบลนาประดู่ อำเภอโคกโพธิ์",
        "หนังสือจากอบต.น้ำผุด",
        "อบต.ช้างให้ตก และ อบต.นาเกตุ ลงนาม",
        "พระราชบัญญัติสภาตำบลและองค์การบริหารส่วนตำบล พ.ศ. 2537",
    ],
)
def test_own_names_partners_and_ordinary_words_are_not_foreign(text: str) -> None:
    assert foreign(text) == []
    assert kinds(text) == []


def test_a_name_that_is_an_ordinary_word_is_not_certain() -> None:
    assert foreign("เว็บไซต์ อบต.ตลาด ได้") == [("อบต.ตลาด", "ตลาด", False)]
    assert foreign("ของเทศบาลท่าน้ำที่สะอาด") == [("เทศบาลท่าน้ำ", "ท่าน้ำ", False)]


def test_the_organisation_of_the_own_province_is_not_certain() -> None:
    assert foreign("ของ อบจ.ปัตตานี", province="ปัตตานี") == [("อบจ.ปัตตานี", "ปัตตานี", False)]
    assert foreign("ของ อบจ.ปัตตานี", province="ยะลา") == [("อบจ.ปัตตานี", "ปัตตานี", True)]
    assert foreign("ของ อบจ.ปัตตานี", own=("อบจ.", "สิงห์บุรี")) == [("อบจ.ปัตตานี", "ปัตตานี", True)]


def test_a_longer_real_name_is_not_the_own_one() -> None:
    assert foreign("อบต.บ้านใหม่สุขเกษม", ("อบต.", "บ้านใหม่")) == [("อบต.บ้านใหม่สุขเกษม", "บ้านใหม่สุขเกษม", True)]
    assert foreign("อบต.บ้านใหม่ สุขเกษม", ("อบต.", "บ้านใหม่")) == []


def test_a_real_place_one_slip_from_the_own_name_is_a_slip() -> None:
    assert foreign("อบต.เกาะจันทร์ได้จัดทำ", ("อบต.", "เกาะจัน")) == []
    assert gazetteer.own_variants("อบต.เกาะจันทร์ได้จัดทำ", "อบต.", "เกาะจัน") == [(4, 14, 1)]
    assert foreign("อบต.บางจานได้จัดทำ", ("อบต.", "บางจาก")) == [("อบต.บางจาน", "บางจาน", True)]


def test_a_word_of_the_kind_may_belong_to_the_own_name() -> None:
    for text in ("เทศบาลนครสวรรค์ ประกาศ", "เทศบาลนครนครสวรรค์ ประกาศ"):
        assert foreign(text, ("เทศบาลนคร", "นครสวรรค์")) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("รวมทั้งดำเนินการติดตามการทุจริตของเทศบาล", ["เทศบาล"]),
        ("ประชาชนได้รับบริการจากเทศบาลอย่างทั่วถึง", ["เทศบาล"]),
        ("ตามเทศบัญญัติงบประมาณรายจ่าย", ["เทศบัญญัติ"]),
        ("พระราชบัญญัติข้อมูลข่าวสาร พ.ศ. 2540 ของเทศบาล", ["เทศบาล"]),
        ("บุคลากรของ อบจ. ทุกคน", ["อบจ."]),
        ("ตามมติคณะกรรมการพนักงานเทศบาลจังหวัดปัตตานี", ["เทศบาล"]),
        ("ตามมติคณะกรรมการพนักงานส่วนตำบลจังหวัดปัตตานี (ก.อบต.จังหวัดปัตตานี)", []),
        ("ข้อบัญญัติ/เทศบัญญัติ งบประมาณ", []),
        ("องค์กรปกครองส่วนท้องถิ่น (อบจ. เทศบาล และ อบต.)", []),
        ("สมาคมสันนิบาตเทศบาลแห่งประเทศไทย", []),
        ("ประสานงานกับเทศบาลเพื่อขอข้อมูล", []),
        ("ของ อบต. และของเรา", []),
    ],
)
def test_another_kind_without_a_name_is_found(text: str, found: list[str]) -> None:
    assert kinds(text) == found


def test_a_municipality_may_call_itself_by_the_short_word() -> None:
    assert kinds("ของเทศบาล และของเทศบาลตำบล", ("เทศบาลตำบล", "ท้ายดง")) == []
    assert kinds("พนักงานส่วนตำบลของเทศบาลเมือง", ("เทศบาลตำบล", "ท้ายดง")) == ["พนักงานส่วนตำบล", "เทศบาลเมือง"]


@pytest.mark.parametrize(
    ("own", "text", "variants"),
    [
        ("ดงตะงาว", "ขององค์การบริหารส่วนตำบลดง เตงาว 2 ประชุม", ["ดง เตงาว"]),
        ("ดงตะงาว", "องค์การ บริหารส่วนตำบลดงเต งาวประกาศลงบน", ["ดงเต งาว"]),
        ("ช้างให้ตก", "ลงเว็บไซต์หลักของอบต. ช่างให้ตก", ["ช่างให้ตก"]),
        ("ช้างให้ตก", "องค์การบริหารส่วนตำบลช้างให้ซัดก มีความเข้าใจ", ["ช้างให้ซัดก"]),
        ("ช้างให้ตก", "องค์การบริหารส่วนตำบลช้างให้ตกให้ความร่วมมือ", []),
    ],
)
def test_misspellings_of_the_own_name_are_shown_as_typed(own: str, text: str, variants: list[str]) -> None:
    assert [text[start:end] for start, end, _ in gazetteer.own_variants(text, "อบต.", own)] == variants


def test_every_tambon_is_certain_when_its_amphoe_follows() -> None:
    missed = [
        (tambon, amphoe)
        for tambon, amphoe, _ in TAMBONS
        if tambon != OWN[1]
        and (f"อบต.{tambon}", tambon, True) not in foreign(f"ตามประกาศของอบต.{tambon} อำเภอ{amphoe}")
    ]
    assert missed == []


@given(
    st.sampled_from(TAMBONS),
    st.sampled_from(["ได้จัดทำแผน", "ในปีงบประมาณ", " อำเภอ", "", "และประชาชน", "กับชุมชน"]),
)
def test_no_agency_is_foreign_to_itself(place: tuple[str, str, str], rest: str) -> None:
    assert foreign(f"เว็บไซต์ของอบต.{place[0]}{rest}", ("อบต.", place[0])) == []
