"""P: no citizen number, private telephone or complainant's name in a paper for everybody."""

from __future__ import annotations

import pytest

from itaxl.thai.personal import mask
from tests.rules.small_reports import findings, hits, measure, of_measure, report


def citizen(first_twelve: str) -> str:
    """A number with its check digit: eleven less the weighted sum's rest, of ten."""
    total = sum(int(digit) * weight for digit, weight in zip(first_twelve, range(13, 1, -1), strict=True))
    return first_twelve + str((11 - total % 11) % 10)


NUMBER = citizen("110170123456")
WRONG = NUMBER[:-1] + str((int(NUMBER[-1]) + 1) % 10)
DASHED = f"{NUMBER[0]}-{NUMBER[1:5]}-{NUMBER[5:10]}-{NUMBER[10:12]}-{NUMBER[12]}"
THAI = NUMBER.translate(str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙"))


@pytest.mark.parametrize("typed", [NUMBER, DASHED, DASHED.replace("-", " "), THAI])
def test_p01_fires_on_a_citizen_number_however_it_is_typed(typed: str) -> None:
    assert of_measure("P01", f"ผู้รับจ้าง เลขประจำตัวประชาชน {typed} ลงนาม") == [("summary", mask(typed))]


@pytest.mark.parametrize(
    "words",
    [
        WRONG,
        citizen("099400012345"),  # a company's or an office's
        f"9{NUMBER}",
        f"{NUMBER}0",
        f"https://www.example.go.th/{NUMBER}",
        "เลขที่โครงการ 67089123456",
        "วงเงิน 1,101,701,234,567 บาท",
    ],
)
def test_p01_is_silent_on_other_numbers(words: str) -> None:
    assert of_measure("P01", words) == []


def test_p01_is_silent_in_cells_for_links() -> None:
    assert hits("P01", report(o_items=[{"no": 1, "url": f"https://a.go.th/x?id={NUMBER}"}])) == []


@pytest.mark.parametrize(
    "typed",
    [
        "0812345678",
        "081-234-5678",
        "081 234 5678",
        "08-1234-5678",
        "๐๖๑-๒๓๔๕๖๗๘",
        "092-3456789",
        "+66 812345678",
    ],
)
def test_p02_fires_on_a_mobile_number(typed: str) -> None:
    line = f"ติดต่อนายสมชาย ใจดี โทร. {typed} ได้ทุกวัน"
    (found,) = findings("P02", report(measures=[measure(line)]))
    assert (found.field, found.severity) == ("measures[0].steps[0].summary", "error")
    assert (found.quote[-2:], "x" in found.quote, typed in found.message) == (typed[-2:], True, False)


def test_p02_fires_as_a_question_where_no_person_stands_beside_the_number() -> None:
    (found,) = findings("P02", report(measures=[measure("ติดต่อนักทรัพยากรบุคคล โทร. 081-234-5678")]))
    assert found.severity == "warning"


@pytest.mark.parametrize(
    "line",
    [
        "มือถือสำนักงาน 081-234-5678",
        "โทร. 077 421 421, 077 420 420 และ 09 3580 1234 (นอกเวลาราชการ)",
        "ศูนย์ป้องกันและบรรเทาสาธารณภัย โทร. 08 1234 5678",
        "โทร. 081-234-5678 (กองช่าง)",
    ],
)
def test_p02_is_silent_on_mobiles_of_an_office(line: str) -> None:
    assert of_measure("P02", line) == []


@pytest.mark.parametrize(
    "words",
    [
        "โทร. 038-451044",
        "โทร. 0-3845-1044",
        "โทร. 02-1234567",
        "สายด่วนกู้ชีพ 081-234-5678",
        "ศูนย์รับเรื่องร้องเรียน โทร. 0812345678",
        "อบรมวันที่ 08-12-2566 10 คน 30 ราย",
        "เลขประจำตัวผู้เสียภาษี 0994000123456",
        "https://line.me/0812345678",
        "เลขที่โครงการ 66089123456",
    ],
)
def test_p02_is_silent_on_office_numbers_and_on_what_is_no_telephone(words: str) -> None:
    assert of_measure("P02", words) == []


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("ผู้ร้องเรียนชื่อ นายสมชาย ใจดี แจ้งว่าถนนชำรุด", "นายสมชาย ใจดี"),
        ("ผู้ร้องทุกข์ คือ นางสาวสมหญิง รักไทย", "นางสาวสมหญิง รักไทย"),
        ("ผู้แจ้งเบาะแส: นางสมศรี ดีงาม", "นางสมศรี ดีงาม"),
        ("นายกิตติ มั่นคง ได้ร้องเรียนเรื่องการจัดซื้อ", "นายกิตติ มั่นคง"),
        ("นางสมศรี ดีงาม ร้องเรียน 1 เรื่อง", "นางสมศรี ดีงาม"),
    ],
)
def test_p03_fires_on_a_complainants_name(words: str, name: str) -> None:
    assert of_measure("P03", words) == [("summary", mask(words)[words.find(name) :][: len(name)])]
    assert name not in str(findings("P03", report(measures=[measure(words)])))


@pytest.mark.parametrize(
    "words",
    [
        "ผู้ร้องเรียนนายกองค์การบริหารส่วนตำบล 1 ราย",
        "ผู้ร้องเรียน นายช่างโยธาตรวจสอบแล้ว",
        "มอบหมายนายสมชาย ใจดี รับเรื่องร้องเรียน",
        "นายสมชาย รับผิดชอบเรื่องร้องเรียน",
        "นายสมชาย ใจดี ถูกร้องเรียน",
        "จัดช่องทางร้องเรียน คุ้มครองผู้ร้องเรียน",
        "นายกเทศมนตรี ร้องเรียนต่อจังหวัด",
        "ร้องเรียนต่อนายอำเภอ",
    ],
)
def test_p03_is_silent_on_offices_and_on_who_takes_the_complaints(words: str) -> None:
    assert of_measure("P03", words) == []
