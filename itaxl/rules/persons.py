"""Persons: a paper for everybody's eyes holds no citizen number, private telephone or complainant's name.

The one rule of the place: a finding masks what it quotes, as every finding does (`mechanism`).
"""

from __future__ import annotations

from collections.abc import Iterator

from itaxl.model.findings import Severity
from itaxl.rules import sources
from itaxl.rules.context import Context, Text
from itaxl.rules.mechanism import Hit, rule
from itaxl.thai.personal import citizen_numbers, complainants, private_mobiles

_ADDRESSES = frozenset({"url", "eit_url", "photo", "logo"})


def _texts(context: Context) -> Iterator[Text]:
    """The texts for people; addresses are left out."""
    return (text for text in context.texts if text.column.key not in _ADDRESSES)


@rule("P01", Severity.ERROR, "มีเลขประจำตัวประชาชน", sources.PERSONAL_DATA)
def citizen_number(context: Context) -> Iterator[Hit]:
    """A citizen number in a public paper.

    Thirteen digits whose last one proves the others: the number of a person.
    """
    for text in _texts(context):
        for start, end in citizen_numbers(text.text):
            quote = text.text[start:end]
            message = f"มีเลขประจำตัวประชาชน “{quote}” ในรายงานที่เผยแพร่ต่อสาธารณะ"
            yield Hit(text.record, text.column.key, quote, message, "ลบเลขประจำตัวประชาชนออก")


@rule("P02", Severity.ERROR, "มีหมายเลขโทรศัพท์มือถือส่วนบุคคล", sources.PERSONAL_DATA)
def private_telephone(context: Context) -> Iterator[Hit]:
    """A private mobile telephone number in a public paper.

    A mobile number beside a person; one beside nobody may be the office's, and is only asked about.
    """
    for text in _texts(context):
        for start, end, certain in private_mobiles(text.text):
            quote = text.text[start:end]
            message = f"มีหมายเลขโทรศัพท์มือถือ “{quote}” ในรายงานที่เผยแพร่ต่อสาธารณะ"
            fix = "ใช้หมายเลขโทรศัพท์ของหน่วยงานแทน หากเป็นหมายเลขของหน่วยงานอยู่แล้ว ให้ยืนยันว่าถูกต้อง"
            yield Hit(text.record, text.column.key, quote, message, fix, doubtful=not certain)


@rule("P03", Severity.ERROR, "มีชื่อผู้ร้องเรียน", sources.PERSONAL_DATA)
def complainant_is_named(context: Context) -> Iterator[Hit]:
    """A complainant's name in a public paper.

    Who complains or gives a hint is protected; the paper tells numbers, not names.
    """
    for text in _texts(context):
        for name in dict.fromkeys(text.text[start:end] for start, end in complainants(text.text)):
            message = f"มีชื่อผู้ร้องเรียน “{name}” ในรายงานที่เผยแพร่ต่อสาธารณะ"
            fix = "ลบชื่อออก ใช้คำว่า ผู้ร้องเรียน หรือบอกเฉพาะจำนวนเรื่อง"
            yield Hit(text.record, text.column.key, name, message, fix)
