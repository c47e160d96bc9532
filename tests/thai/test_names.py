"""Agencies in running Thai text, on wordings of real reports."""

import pytest

from itaxl.thai import names
from itaxl.thai.names import AgencyName

# What follows the word for an agency without a space in real reports, and near misses.
ORDINARY = """
    ได้จัดทำ มีการ ให้บริการ ช่วยให้ เกี่ยวกับ เกาะติด ดังนี้ ดำเนินการ สิ่งที่ ส่งบุคลากร
    ในเรื่อง ในเวลา บ้านเมือง ท่านใด ประชาชน ปี ปลัด บริการ โดย และ
    กับ เพื่อ ต่อสาธารณชน เป็นต้น สามารถ ทุกส่วนราชการ ทั่วไป ใหม่ บ้านเรือน
"""

# ---- kinds and names -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "kind", "name"),
    [
        ("องค์การบริหารส่วนตำบลเกาะจันทร์", "อบต.", "เกาะจันทร์"),
        ("อบต. ช้างให้ตก", "อบต.", "ช้างให้ตก"),
        ("องค์กรบริหารส่วนตำบลดง ตะงาว อำเภอดอนพุด จังหวัดสระบุรี", "อบต.", "ดงตะงาว"),
        ("องค์การบริหารส่วนจังหวัดสิงห์บุรี", "อบจ.", "สิงห์บุรี"),
        ("เทศบาลนครนครสวรรค์", "เทศบาลนคร", "นครสวรรค์"),
        ("เทศบาลเมืองหัวหิน", "เทศบาลเมือง", "หัวหิน"),
        ("ทต.ท้ายดง", "เทศบาลตำบล", "ท้ายดง"),
        ("เทศบาลท้ายดง", "เทศบาล", "ท้ายดง"),
        ("เมืองพัทยา", "เมืองพัทยา", ""),
    ],
)
def test_a_typed_agency_is_kind_and_name(text: str, kind: str, name: str) -> None:
    assert names.parse_agency(text) == AgencyName(kind, name)


@pytest.mark.parametrize(
    "text",
    ["", "ช้างให้ตก", "องค์การบริหารส่วนตำบล", "อบต.", "นายก อบต.ช้างให้ตก", "เทศบัญญัติงบประมาณ", "โรงเรียนเทศบาล 1"],
)
def test_what_is_no_agency_has_no_kind_and_name(text: str) -> None:
    assert names.parse_agency(text) is None


@pytest.mark.parametrize("kind", names.KINDS)
def test_full_and_short_names_are_read_back(kind: str) -> None:
    name = "" if kind == "เมืองพัทยา" else "บางพระ"
    assert names.parse_agency(names.full(kind, name)) == AgencyName(kind, name)
    assert names.parse_agency(names.short(kind, name)) == AgencyName(kind, name)


# ---- mentions --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "kind", "prefix"),
    [
        ("พื้นที่องค์การบริหารส่วนตำบลดง", "อบต.", "องค์การบริหารส่วนตำบล"),
        ("ขององค์การ บริหารส่วน ตำบลดง", "อบต.", "องค์การ บริหารส่วน ตำบล"),
        ("องค์การบริหารส่วนต าบลดง", "อบต.", "องค์การบริหารส่วนต าบล"),
        ("องค์การบริหารส่วนตําบลดง", "อบต.", "องค์การบริหารส่วนตําบล"),
        ("ข้าราชการองค์การบริหารส่วนจังหวัด", "อบจ.", "องค์การบริหารส่วนจังหวัด"),
        ("นายก อบต.ดง", "อบต.", "อบต."),
        ("นายกอบต.ดง", "อบต.", "อบต."),
        ("เว็บไซต์อบตดง", "อบต.", "อบต"),
        ("ประกาศ อบจ.สิงห์บุรี", "อบจ.", "อบจ."),
        ("สำนักงานเทศบาลของเรา", "เทศบาล", "เทศบาล"),
        ("เทศบาลเมืองน่าอยู่", "เทศบาลเมือง", "เทศบาลเมือง"),
        ("นายกเทศมนตรีนคร", "เทศบาลนคร", "เทศมนตรีนคร"),
        ("ปลัดทม.ปัตตานี", "เทศบาลเมือง", "ทม."),
        ("สภาเมืองพัทยา", "เมืองพัทยา", "เมืองพัทยา"),
    ],
)
def test_a_kind_is_found_in_running_text(text: str, kind: str, prefix: str) -> None:
    (mention,) = names.mentions(text)
    assert (mention.kind, mention.prefix) == (kind, prefix)
    assert text[mention.start : mention.end_of_prefix] == prefix
    assert not mention.misspelt
    assert not mention.generic


@pytest.mark.parametrize(
    "text",
    [
        "การตรวจสอบจริยธรรม กรอบต่าง ๆ ระบอบตน รอบตลาด มอบจดหมาย",
        "การตรวจสอบต.เกาะจัน ในรอบจ.ปัตตานี",
        "อดทน. กทม. พทม. ทนทาน",
        "ประเทศบาห์เรน ประเทศบาลี",
        "องค์กรปกครองส่วนท้องถิ่น วัฒนธรรมองค์กรสุจริต องค์การมหาชน",
        "สัมมนา ณ เมืองพัทยา จังหวัดชลบุรี",
    ],
)
def test_a_kind_is_not_found_inside_other_words(text: str) -> None:
    assert names.mentions(text) == ()


@pytest.mark.parametrize(
    "text", ["องค์กรบริหารส่วนตำบลดง", "องค์การส่วนบริหารส่วนตำบลดง", "องค์การบริการส่วนตำบลดง", "อ.บ.ต.ดง", "ท.ต.ดง"]
)
def test_a_misspelt_kind_is_found_and_marked(text: str) -> None:
    (mention,) = names.mentions(text)
    assert mention.misspelt
    assert text[mention.end_of_prefix :] == "ดง"


@pytest.mark.parametrize(
    "text",
    [
        "พระราชบัญญัติเทศบาล พ.ศ. 2496",
        "พระราชบัญญัติสภาตำบลและองค์การบริหารส่วนตำบล พ.ศ. 2537",
        "ระเบียบกระทรวงมหาดไทยว่าด้วยข้อบังคับการประชุมสภาเทศบาล",
        "ระเบียบกระทรวงมหาดไทย ว่าด้วยการรับเงินขององค์การบริหารส่วนตำบล",
        "สมาคมองค์การบริหารส่วนตำบลแห่งประเทศไทย",
        "สันนิบาตเทศบาลแห่งประเทศไทย",
        "อบจ. เทศบาล และ อบต.",
        "องค์การบริหารส่วนตำบลหรือเทศบาล",
        "ข้อบัญญัติ/เทศบัญญัติ",
    ],
)
def test_laws_associations_and_kinds_in_general_are_generic(text: str) -> None:
    assert names.mentions(text)
    assert all(mention.generic for mention in names.mentions(text))


def test_what_follows_a_law_is_not_part_of_it() -> None:
    (mention,) = names.mentions("ตามพระราชบัญญัติข้อมูลข่าวสารของราชการ พ.ศ. 2540 ของเทศบาล")
    assert not mention.generic


def test_two_named_agencies_side_by_side_are_not_kinds_in_general() -> None:
    assert [m.generic for m in names.mentions("อบต.ดง และ อบต.นา")] == [False, False]


# ---- partners --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "before",
    [
        "จัดกิจกรรมร่วมกับ",
        "ประสานงานกับทาง",
        "ศึกษาดูงานที่",
        "ศึกษาดูงานด้านการจัดการขยะ ณ ",
        "ตามหนังสือจาก",
        "ได้รับการสนับสนุนงบประมาณจาก ",
        "หน่วยงานในเครือข่าย ",
        "หน่วยงานภายนอก เช่น ",
        "พื้นที่ใกล้เคียง ได้แก่ ",
        "อบต.ช้างให้ตก และ ",
        "เทศบาลตำบลนาประดู่กับ",
    ],
)
def test_the_words_before_say_that_a_partner_is_named(before: str) -> None:
    assert names.partner_before(f"{before}อบต.น้ำผุด", len(before))


@pytest.mark.parametrize(
    "before",
    [
        "",
        "ของ",
        "ได้รับบริการจาก",
        "เจ้าหน้าที่และ",
        "ขอใช้บริการของทาง ",
        "ร่วมกับประชาชนในพื้นที่ ",
        "ประชาชนที่มาติดต่อกับ",
        "การมีส่วนร่วม",
        "ศึกษาดูงานแล้ว\nประกาศ ",
        "อบต.ช้างให้ตกได้จัดประชุมบุคลากรทุกระดับและ",
    ],
)
def test_other_words_before_excuse_nothing(before: str) -> None:
    assert not names.partner_before(f"{before}อบต.น้ำผุด", len(before))


# ---- the own name ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "name", "found"),
    [
        ("ช้างให้ตกให้ความร่วมมือ", "ช้างให้ตก", "ช้างให้ตก"),
        (" ช้างให้ตก ได้", "ช้างให้ตก", " ช้างให้ตก"),
        ("ดงตะ งาว ต่อสาธารณชน", "ดงตะงาว", "ดงตะ งาว"),
        ("น้ าผุดท าแบบ", "น้ำผุด", "น้ าผุด"),
        ("น้ําผุด", "น้ำผุด", "น้ําผุด"),
        ("เกาะจันทร์กับ", "เกาะจันทร์", "เกาะจันทร์"),
    ],
)
def test_the_own_name_is_read_though_torn(text: str, name: str, found: str) -> None:
    end = names.own_name_at(text, 0, name)
    assert end is not None
    assert text[:end] == found


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("เกาะจันทร์กับ", "เกาะจัน"),
        ("ดงตะงา", "ดงตะงาว"),
        ("ช้างให้ตกใจ", ""),
        ("บ่อยครั้ง", "บ้าน"),
        ("ดง  ตะงาว", "ดงตะงาว"),
    ],
)
def test_another_word_is_not_the_own_name(text: str, name: str) -> None:
    assert names.own_name_at(text, 0, name) is None


@pytest.mark.parametrize(
    ("text", "name", "variant", "edits"),
    [
        ("ช้างให้ตัก ได้รับรู้", "ช้างให้ตก", "ช้างให้ตัก", 1),
        ("ช่างให้ตก ได้มากขึ้น", "ช้างให้ตก", "ช่างให้ตก", 1),
        ("ข้างให้ตม มีการรับรู้", "ช้างให้ตก", "ข้างให้ตม", 2),
        ("ช้างให้ซัดก มีความเข้าใจ", "ช้างให้ตก", "ช้างให้ซัดก", 2),
        ("เกะจัน", "เกาะจัน", "เกะจัน", 1),
        ("เกาะจันทร์ได้จัดทำ", "เกาะจัน", "เกาะจันทร์", 1),
        ("เกาะจัน โดยมีการ", "เกาะจันทร์", "เกาะจัน", 1),
        ("ดงเต งาวประกาศ", "ดงตะงาว", "ดงเต งาว", 1),
    ],
)
def test_a_variant_of_the_own_name_is_read_to_its_end(text: str, name: str, variant: str, edits: int) -> None:
    assert names.variant_at(text, 0, name) == (len(variant), edits)


@pytest.mark.parametrize(
    "name", ["ช้างให้ตก", "เกาะจัน", "ดงตะงาว", "สิงห์บุรี", "ในเมือง", "บ้านใหม่", "ท่าเรือ", "ปอ", "บานา"]
)
@pytest.mark.parametrize("words", ORDINARY.split())
def test_an_ordinary_word_is_no_variant(name: str, words: str) -> None:
    assert names.variant_at(f"{words} ของหน่วยงาน", 0, name) is None


def test_the_name_itself_is_no_variant_and_short_names_have_none() -> None:
    assert names.variant_at("ช้างให้ตกให้ความ", 0, "ช้างให้ตก") is None
    assert names.variant_at("ปิ", 0, "ปอ") is None


def test_fewer_edits_can_be_asked_for() -> None:
    assert names.variant_at("ข้างให้ตม มี", 0, "ช้างให้ตก", max_edits=1) is None
    assert names.variant_at("ช่างให้ตก", 0, "ช้างให้ตก", max_edits=1) == (9, 1)


def test_slips_are_counted_both_ways_alike() -> None:
    pairs = [("เกาะจัน", "เกาะจันทร์"), ("มายน", "มายอ"), ("ลำสินธุ์", "ลำสินธ์"), ("โคกโพธิ", "โคกโพธิ์"), ("ดง", "ดง")]
    assert [names.slips(one, two) for one, two in pairs] == [1, 2, 1, 1, 0]
    assert [names.slips(two, one) for one, two in pairs] == [1, 2, 1, 1, 0]
