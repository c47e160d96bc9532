"""A: the report speaks of its own agency, by its right name and kind, in its right place."""

from __future__ import annotations

import pytest

from tests.rules.texts import AGENCY, of_text, places, repaired, report, said, step

KO = {"name": "เทศบาลตำบลก้อ", "kind": "เทศบาลตำบล", "tambon": "ก้อ", "amphoe": "ลี้", "province": "ลำพูน"}

# ---- names in running text -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("ประชาชนที่ขอใช้บริการของทาง อบต.น้ำ ผุดทำแบบวัด", "อบต.น้ำ ผุด"),
        ("เว็บไซต์องค์การบริหารส่วนตำบลบ้านใหม่สามัคคี แล้ว", "องค์การบริหารส่วนตำบลบ้านใหม่สามัคคี"),
        ("ประกาศเทศบาลตำบลท่าเรือ เรื่อง นโยบายไม่รับของขวัญ", "เทศบาลตำบลท่าเรือ"),
    ],
)
def test_a01_fires_on_the_full_name_of_another_agency(text: str, quote: str) -> None:
    assert of_text("A01", text) == [quote]


def test_a01_fires_once_a_cell_for_one_name_and_once_for_each_other() -> None:
    text = "อบต.น้ำผุด ประชุม\nอบต.น้ำผุด รายงาน\nประกาศ อบต.บ้านใหม่สามัคคี แล้ว"
    assert sorted(of_text("A01", text)) == ["อบต.น้ำผุด", "อบต.บ้านใหม่สามัคคี"]


@pytest.mark.parametrize(
    "text",
    [
        "องค์การบริหารส่วนตำบลดงตะงาว จัดทำคู่มือ",
        "ร่วมกับ อบต.น้ำผุด จัดอบรม",
        "ศึกษาดูงานที่เทศบาลตำบลท่าเรือ จังหวัดพระนครศรีอยุธยา",
        "ประสานงานกับองค์การบริหารส่วนจังหวัดสระบุรี",
        "พระราชบัญญัติสภาตำบลและองค์การบริหารส่วนตำบล พ.ศ. 2537",
        "อบต.ดงตะงาวจัดประชุม",
        "โรงเรียนบ้านน้ำผุด วัดท่าเรือ",
    ],
)
def test_a01_is_silent_on_the_own_name_partners_visits_and_laws(text: str) -> None:
    assert of_text("A01", text) == []


def test_a01_is_silent_on_the_place_of_an_activity() -> None:
    evidence = [{"of": "M1", "kind": "กิจกรรม", "place": "ห้องประชุม อบต.น้ำผุด"}]
    assert places("A01", report(evidence=evidence)) == []


def test_a02_fires_on_the_own_name_behind_another_kind() -> None:
    assert of_text("A02", "เทศบาลตำบลดงตะงาว ได้จัดประชุม") == ["เทศบาลตำบลดงตะงาว"]


def test_a02_is_silent_on_the_own_name_in_full_and_in_short() -> None:
    assert of_text("A02", "อบต.ดงตะงาว และองค์การบริหารส่วนตำบลดงตะงาว ตำบลดงตะงาว") == []


def test_a03_fires_on_the_house_of_another_agency_and_on_the_own_provincial_organisation() -> None:
    evidence = [{"of": "M1", "kind": "กิจกรรม", "place": "อาคาร อบต.น้ำผุด"}]
    assert places("A03", report(evidence=evidence)) == [("evidence[0].place", "อบต.น้ำผุด")]
    assert of_text("A03", "ประกาศองค์การบริหารส่วนจังหวัดสระบุรี เรื่อง มาตรการ") == ["องค์การบริหารส่วนจังหวัดสระบุรี"]


def test_a03_is_silent_where_the_name_is_certain_or_the_own() -> None:
    assert of_text("A03", "ขององค์การบริหารส่วนตำบลดงตะงาว และ อบต.บ้านใหม่สามัคคี แล้ว") == []


@pytest.mark.parametrize("text", ["ติดตามการทุจริตของเทศบาล", "ติดตามการทุจริตของเทศบาล เป็นประจำ"])
def test_a04_fires_on_a_bare_other_kind(text: str) -> None:
    assert of_text("A04", text) == ["ของเทศบาล"]


@pytest.mark.parametrize(
    "text", ["ของ อบต. และของหน่วยงาน", "ร่วมกับเทศบาล", "อบจ. เทศบาล และ อบต. ทุกแห่ง", "ข้าราชการส่วนท้องถิ่น"]
)
def test_a04_is_silent_on_the_own_kind_partners_and_kinds_in_general(text: str) -> None:
    assert of_text("A04", text) == []


def test_a04_is_silent_on_a_municipality_that_says_so() -> None:
    assert of_text("A04", "ของเทศบาล", name="เทศบาลตำบลท่าเรือ", kind="เทศบาลตำบล") == []


def test_a05_fires_once_a_cell_on_a_slip_of_the_own_name() -> None:
    assert of_text("A05", "อบต.ดงเตงาว จัดประชุม\nองค์การบริหารส่วนตำบลดง เตงาว รายงาน") == ["ดงเตงาว"]


def test_a05_is_silent_on_the_own_name_with_stray_spaces_and_on_another_agency() -> None:
    assert of_text("A05", "อบต.ดงตะงาว\nองค์การบริหารส่วนตำบลดงตะ งาว\nร่วมกับ อบต.น้ำผุด") == []


def test_a06_fires_and_mends_every_place_of_the_cell() -> None:
    text = "องค์กรบริหารส่วนตำบลดงตะงาว จัดทำ\nเว็บไซต์องค์กรบริหารส่วนตำบล"
    assert of_text("A06", text) == ["องค์กรบริหารส่วนตำบล"]
    assert repaired("A06", text) == [text.replace("องค์กร", "องค์การ")]


def test_a06_fires_on_the_agency_s_own_cell() -> None:
    data = report(agency={**AGENCY, "name": "องค์กรบริหารส่วนตำบลดงตะงาว"})
    assert places("A06", data) == [("agency.name", "องค์กรบริหารส่วนตำบล")]


def test_a06_is_silent_on_the_right_words_and_on_organisations_in_general() -> None:
    assert of_text("A06", "องค์การบริหารส่วนตำบลดงตะงาว อบต. องค์กรปกครองส่วนท้องถิ่น การบริหารองค์กร") == []


# ---- the agency's own cells ------------------------------------------------------------------------------------------


def _agency(**fields: str) -> dict[str, object]:
    return report(agency={**AGENCY, **fields})


def test_a07_fires_at_both_cells_when_name_and_kind_disagree() -> None:
    assert [field for field, _ in places("A07", _agency(kind="เทศบาลตำบล"))] == ["agency.name", "agency.kind"]


def test_a07_fires_on_a_name_without_its_kind_and_on_a_kind_that_is_none() -> None:
    assert places("A07", _agency(name="ดงตะงาว")) == [("agency.name", "ดงตะงาว")]
    assert places("A07", _agency(kind="สภาตำบล")) == [("agency.kind", "สภาตำบล")]


def test_a07_is_silent_when_they_agree_or_one_is_empty() -> None:
    assert places("A07", _agency()) == []
    assert places("A07", _agency(name="อบต.ดงตะงาว")) == []
    assert places("A07", _agency(kind="")) == []
    assert places("A07", _agency(name="")) == []
    assert places("A07", _agency(name="เมืองพัทยา", kind="เมืองพัทยา")) == []


@pytest.mark.parametrize(
    ("fields", "cells"),
    [
        ({"province": "สระบรี"}, ["agency.province"]),
        ({"amphoe": "หนองจอก"}, ["agency.amphoe", "agency.province"]),
        ({"amphoe": "ดอนพุดดด"}, ["agency.amphoe"]),
        ({"tambon": "เกาะจัน"}, ["agency.tambon"]),
        ({"province": "ปัตตานี"}, ["agency.amphoe", "agency.province"]),
    ],
)
def test_a08_fires_where_the_places_do_not_belong_together(fields: dict[str, str], cells: list[str]) -> None:
    assert [field for field, _ in places("A08", _agency(**fields))] == cells


def test_a08_offers_the_place_that_is_one_letter_away() -> None:
    assert "สระบุรี" in said("A08", _agency(province="สระบรี"))[0].fix


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"tambon": ""},
        {"tambon": "ตำบลดงตะงาว", "amphoe": "อำเภอดอนพุด", "province": "จังหวัดสระบุรี"},
        {"amphoe": ""},
    ],
)
def test_a08_is_silent_on_places_that_belong_together_and_on_empty_cells(fields: dict[str, str]) -> None:
    assert places("A08", _agency(**fields)) == []


def test_a08_is_silent_on_the_capital_s_amphoe_in_short() -> None:
    assert places("A08", _agency(tambon="", amphoe="เมือง", province="สิงห์บุรี")) == []


def test_a09_fires_at_both_cells_on_a_provincial_organisation_of_another_name() -> None:
    data = _agency(name="องค์การบริหารส่วนจังหวัดสิงห์บุรี", kind="อบจ.", tambon="", amphoe="")
    assert [field for field, _ in places("A09", data)] == ["agency.name", "agency.province"]


def test_a09_is_silent_on_its_own_province_and_on_other_kinds() -> None:
    assert places("A09", _agency(name="องค์การบริหารส่วนจังหวัดสระบุรี", kind="อบจ.")) == []
    assert places("A09", _agency()) == []


def test_a10_fires_where_the_amphoe_has_no_tambon_of_the_name() -> None:
    data = _agency(name="องค์การบริหารส่วนตำบลเกาะจันทร์", tambon="", amphoe="มายอ", province="ปัตตานี")
    assert places("A10", data) == [("agency.name", "เกาะจันทร์")]
    assert "เกาะจัน" in said("A10", data)[0].fix


def test_a10_is_silent_on_a_tambon_that_is_there_and_on_municipalities() -> None:
    assert places("A10", _agency()) == []
    assert places("A10", _agency(name="เทศบาลตำบลไร้นาม", kind="เทศบาลตำบล")) == []


# ---- addresses in running text ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("จัดอบรม ณ วัดใหม่ ตำบลเกาะจัน อำเภอดอนพุด จังหวัดสระบุรี เมื่อเช้า", "ตำบลเกาะจัน อำเภอดอนพุด จังหวัดสระบุรี"),
        ("ณ อำเภอหนองแค จังหวัดปัตตานี", "อำเภอหนองแค จังหวัดปัตตานี"),
        ("องค์การบริหารส่วนตำบลดงตะงาว อำเภอหนองแค จังหวัดสระบุรี", "อำเภอหนองแค จังหวัดสระบุรี"),
    ],
)
def test_a11_fires_on_an_address_that_no_map_has_or_is_not_the_own(text: str, quote: str) -> None:
    assert of_text("A11", text) == [quote]


@pytest.mark.parametrize(
    "text",
    [
        "องค์การบริหารส่วนตำบลดงตะงาว อำเภอดอนพุด จังหวัดสระบุรี",
        "ศึกษาดูงาน ณ ตำบลเกาะจัน อำเภอมายอ จังหวัดปัตตานี",
        "อำเภอเมือง จังหวัดนนทบุรี",
        "ร่วมกับเทศบาลตำบลท่าเรือ อำเภอท่าเรือ จังหวัดพระนครศรีอยุธยา",
        "อำเภอใกล้เคียง จังหวัดสระบุรี",
        "ประชาชนในตำบลและอำเภอ",
    ],
)
def test_a11_is_silent_on_addresses_that_hold_and_on_words(text: str) -> None:
    assert of_text("A11", text) == []


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("เทศบาลตำบลก้ออำเภอโพธิ์ทอง จัดอบรม", "อำเภอโพธิ์ทอง"),
        ("เทศบาลตำบลก้อ อำเภอโพธิ์ทอง", "อำเภอโพธิ์ทอง"),
        ("ทต.ก้อ จ.อ่างทอง ได้ประกาศ", "จ.อ่างทอง"),
        ("เทศบาลตำบลก้อจังหวัดอ่างทอง", "จังหวัดอ่างทอง"),
    ],
)
def test_a11_fires_on_one_foreign_place_behind_the_own_name(text: str, quote: str) -> None:
    assert of_text("A11", text, **KO) == [quote]


@pytest.mark.parametrize(
    "text",
    [
        "เทศบาลตำบลก้ออำเภอลี้ จัดอบรม",
        "เทศบาลตำบลก้อ จังหวัดลำพูน",
        "เทศบาลตำบลก้อ อำเภอและจังหวัด",
        "เทศบาลตำบลก้อ อำเภอเคลื่อนที่",
        "ร่วมกับเทศบาลตำบลก้อ อำเภอโพธิ์ทอง",
        "ระหว่างเทศบาลตำบลก้อ อำเภอโพธิ์ทอง และโรงพยาบาล",
        "ประชุม ณ อำเภอโพธิ์ทอง",
        "วัดพระธาตุ อำเภอโพธิ์ทอง",
        "เทศบาลตำบลก้อ รายงานต่ออำเภอโพธิ์ทอง",
    ],
)
def test_a11_is_silent_on_the_own_place_partners_and_places_that_stand_apart(text: str) -> None:
    assert of_text("A11", text, **KO) == []


def test_no_rule_on_names_speaks_where_the_own_name_is_not_known() -> None:
    data = report(agency={}, measures=[step(summary="อบต.น้ำผุด ของเทศบาล")])
    assert [places(code, data) for code in ("A01", "A02", "A03", "A04", "A05")] == [[]] * 5


# ---- venues, guests, partners ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "ประชุม ณ สำนักงานเทศบาลเมืองเขารูปช้าง เมื่อวันที่ 24 เมษายน 2567",
        "ศึกษาดูงาน ณ สำนักงานเทศบาลนครพิษณุโลก จังหวัดพิษณุโลก",
        "ปิดประกาศ ณ ที่ทำการ อบต.น้ำผุด",
        "เชิญเทศบาลตำบลนายางและ อบต.น้ำผุด ร่วมซ้อมแผน",
        "อุดหนุนเทศบาลตำบลเสลภูมิ ในการขุดลอกลำน้ำ",
        "ทำความตกลงกับโรงพยาบาลหาดใหญ่และเทศบาลเมืองคอหงส์",
        "ประชุมร่วมกับกรมเจ้าท่าและองค์การบริหารส่วนตำบลเกาะเต่า",
        "ต้อนรับคณะจาก อบต.น้ำผุด",
    ],
)
def test_a01_is_silent_on_venues_guests_and_partners(text: str) -> None:
    assert of_text("A01", text) == []
    assert of_text("A03", text) == []


@pytest.mark.parametrize(
    "text",
    ["เทศบาลตำบลหนองแก เชิญพนักงานส่วนตำบลร่วมอบรม", "อบต.น้ำผุด เข้าศึกษาดูงานระบบจองคิวของหน่วยงาน"],
)
def test_a01_is_silent_on_another_agency_that_acts_for_itself(text: str) -> None:
    assert of_text("A01", text) == []


@pytest.mark.parametrize(
    "text",
    [
        "ประกาศเทศบาลตำบลหนองแก เรื่อง นโยบายไม่รับของขวัญ",
        "เทศบาลตำบลหนองแก ได้ดำเนินการจัดทำคู่มือ",
        "ประชาชนในพื้นที่ของเทศบาลตำบลหนองแก",
        "- เว็บไซต์ อบต.น้ำผุด",
    ],
)
def test_a01_fires_where_another_agency_stands_in_the_own_place(text: str) -> None:
    assert len(of_text("A01", text)) == 1


def test_a01_fires_with_the_own_name_in_the_form_of_the_other_and_the_way_to_confirm() -> None:
    short, full = (
        said("A01", report(measures=[step(summary=text)]))[0].fix
        for text in ("ประกาศ อบต.น้ำผุด เรื่อง แผน", "ประกาศเทศบาลตำบลหนองแก เรื่อง แผน")
    )
    assert ("“อบต.ดงตะงาว”" in short, "“องค์การบริหารส่วนตำบลดงตะงาว”" in full) == (True, True)
    assert all("ยืนยันว่าถูกต้อง" in fix and "ร่วมกับ" not in fix for fix in (short, full))


def test_a04_is_silent_on_what_the_agency_once_was() -> None:
    assert of_text("A04", "เดิมเป็นสุขาภิบาล ยกฐานะเป็นเทศบาลเมื่อวันที่ 25 พฤษภาคม 2542") == []


# -- A03: who invites, and who comes ------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "เทศบาลตำบลหนองแก เชิญพนักงานเข้าร่วมอบรม",
        "เมื่อวันที่ 5 มีนาคม 2567 เทศบาลตำบลหนองแกได้เชิญคณะผู้บริหารเข้าร่วมงาน",
        "เทศบาลตำบลหนองแก มาศึกษาดูงานด้านการจัดการขยะ",
    ],
)
def test_a01_and_a03_are_silent_on_an_agency_that_invites_or_visits(text: str) -> None:
    assert of_text("A01", text) + of_text("A03", text) == []


@pytest.mark.parametrize(
    "text",
    [
        "เทศบาลตำบลหนองแก เชิญชวนประชาชนร่วมกิจกรรม",
        "เทศบาลตำบลหนองแก เชิญพนักงานในสังกัดเข้าอบรม",
        "เทศบาลตำบลหนองแก เชิญวิทยากรมาบรรยาย",
        "เทศบาลตำบลหนองแก จัดอบรมพนักงาน",
    ],
)
def test_a01_or_a03_fires_on_an_agency_that_does_the_work_reported(text: str) -> None:
    assert of_text("A01", text) + of_text("A03", text) == ["เทศบาลตำบลหนองแก"]
