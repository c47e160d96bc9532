"""Laws: the year in a law's title is part of its name.

The one rule of the place: only a title that is known here, whole, with the year right behind it is judged; an
amendment (ฉบับที่ 2) has a year of its own and is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from itaxl.model.findings import Severity
from itaxl.rules.context import Context
from itaxl.rules.mechanism import Hit, rule
from itaxl.rules.results import arabic

_ACT = ("พระราชบัญญัติ", "พ.ร.บ.", "พรบ.", "พรบ", "พ.ร.บ", "ร.บ.")
_ORGANIC = ("พระราชบัญญัติประกอบรัฐธรรมนูญ", "พ.ร.ป.", "พรป.", "พ.ร.บ.ประกอบรัฐธรรมนูญ")
_DECREE = ("พระราชกฤษฎีกา", "พ.ร.ฎ.", "พรฎ.", "พ.ร.ก.")
_PRIME_MINISTER = ("ระเบียบสำนักนายกรัฐมนตรี", "ระเบียบสำนักนายกฯ")
_INTERIOR = ("ระเบียบกระทรวงมหาดไทย", "ระเบียบมท.", "ระเบียบมหาดไทย")
_FINANCE = ("ระเบียบกระทรวงการคลัง",)

# How the title begins, the rest of it without spaces, and its years: the one in force first, then those before it.
_LAWS: tuple[tuple[tuple[str, ...], str, tuple[int, ...]], ...] = (
    (_ACT, "ข้อมูลข่าวสารของราชการ", (2540,)),
    (_ACT, "การจัดซื้อจัดจ้างและการบริหารพัสดุภาครัฐ", (2560,)),
    (_ACT, "เทศบาล", (2496, 2486, 2481)),
    (_ACT, "สภาตำบลและองค์การบริหารส่วนตำบล", (2537,)),
    (_ACT, "องค์การบริหารส่วนจังหวัด", (2540,)),
    (_ACT, "ระเบียบบริหารราชการเมืองพัทยา", (2542, 2521)),
    (_ACT, "กำหนดแผนและขั้นตอนการกระจายอำนาจให้แก่องค์กรปกครองส่วนท้องถิ่น", (2542,)),
    (_ACT, "ระเบียบบริหารงานบุคคลส่วนท้องถิ่น", (2542,)),
    (_ACT, "วิธีปฏิบัติราชการทางปกครอง", (2539,)),
    (_ACT, "ความรับผิดทางละเมิดของเจ้าหน้าที่", (2539,)),
    (_ACT, "จัดตั้งศาลปกครองและวิธีพิจารณาคดีปกครอง", (2542,)),
    (_ACT, "การอำนวยความสะดวกในการพิจารณาอนุญาตของทางราชการ", (2558,)),
    (_ACT, "มาตรฐานทางจริยธรรม", (2562,)),
    (_ACT, "คุ้มครองข้อมูลส่วนบุคคล", (2562,)),
    (_ACT, "การบริหารงานและการให้บริการภาครัฐผ่านระบบดิจิทัล", (2562,)),
    (_ACT, "การปฏิบัติราชการทางอิเล็กทรอนิกส์", (2565,)),
    (_ACT, "ว่าด้วยธุรกรรมทางอิเล็กทรอนิกส์", (2544,)),
    (_ACT, "ว่าด้วยการกระทำความผิดเกี่ยวกับคอมพิวเตอร์", (2550,)),
    (_ACT, "มาตรการของฝ่ายบริหารในการป้องกันและปราบปรามการทุจริต", (2551,)),
    (_ACT, "ว่าด้วยความผิดเกี่ยวกับการเสนอราคาต่อหน่วยงานของรัฐ", (2542,)),
    (_ACT, "วินัยการเงินการคลังของรัฐ", (2561,)),
    (_ACT, "วิธีการงบประมาณ", (2561, 2502)),
    (_ACT, "ภาษีที่ดินและสิ่งปลูกสร้าง", (2562,)),
    (_ACT, "ภาษีป้าย", (2510,)),
    (_ACT, "การสาธารณสุข", (2535,)),
    (_ACT, "รักษาความสะอาดและความเป็นระเบียบเรียบร้อยของบ้านเมือง", (2535, 2503)),
    (_ACT, "ควบคุมอาคาร", (2522,)),
    (_ACT, "การขุดดินและถมดิน", (2543,)),
    (_ACT, "ป้องกันและบรรเทาสาธารณภัย", (2550,)),
    (_ACT, "ส่งเสริมและพัฒนาคุณภาพชีวิตคนพิการ", (2550,)),
    (_ACT, "ผู้สูงอายุ", (2546,)),
    (_ACT, "คุ้มครองเด็ก", (2546,)),
    (_ACT, "การศึกษาแห่งชาติ", (2542,)),
    (_ACT, "หลักประกันสุขภาพแห่งชาติ", (2545,)),
    (_ACT, "การแพทย์ฉุกเฉิน", (2551,)),
    (_ACT, "การทะเบียนราษฎร", (2534, 2499)),
    (_ACT, "สภาองค์กรชุมชน", (2551,)),
    (_ACT, "การเข้าชื่อเสนอข้อบัญญัติท้องถิ่น", (2565, 2542)),
    (_ACT, "การเลือกตั้งสมาชิกสภาท้องถิ่นหรือผู้บริหารท้องถิ่น", (2562, 2545)),
    (_ORGANIC, "ว่าด้วยการป้องกันและปราบปรามการทุจริต", (2561, 2542)),
    (_DECREE, "ว่าด้วยหลักเกณฑ์และวิธีการบริหารกิจการบ้านเมืองที่ดี", (2546,)),
    (_PRIME_MINISTER, "ว่าด้วยงานสารบรรณ", (2526, 2506)),
    (_PRIME_MINISTER, "ว่าด้วยการรักษาความลับของทางราชการ", (2544,)),
    (_PRIME_MINISTER, "ว่าด้วยการให้หรือรับของขวัญของเจ้าหน้าที่ของรัฐ", (2544,)),
    (_INTERIOR, "ว่าด้วยการจัดทำแผนพัฒนาขององค์กรปกครองส่วนท้องถิ่น", (2548, 2546)),
    (_INTERIOR, "ว่าด้วยวิธีการงบประมาณขององค์กรปกครองส่วนท้องถิ่น", (2563, 2541)),
    (_FINANCE, "ว่าด้วยการจัดซื้อจัดจ้างและการบริหารพัสดุภาครัฐ", (2560,)),
)
_TITLES = {begin + rest: years for begins, rest, years in _LAWS for begin in begins}
_ENDS = tuple({rest for _, rest, _ in _LAWS})
_LONGEST = 140  # characters, spaces between the words counted
_YEAR = re.compile(r"[12][0-9]{3}(?![0-9]|[.,/][0-9])")
_ERA_AT_END = re.compile(r"(?:(?:พ\.?\s?ศ\.?|พุทธศักราช)\s*|\s)\Z")
_MAY_NAME = ("ราชบัญญัติ", "ราชกฤษฎีกา", "ระเบียบ", "พ.ร.", "พรบ", "พรฎ", "พรป")


@rule("Y51", Severity.ERROR, "ปีของกฎหมายไม่ถูกต้อง", "ชื่อกฎหมายตามราชกิจจานุเบกษา")
def law_of_another_year(context: Context) -> Iterator[Hit]:
    """A law is named with another year than its own.

    Titles that an office cites every day; their amendments say which they are (ฉบับที่ …).
    """
    for text in context.texts:
        for typed, name, years in _cited(text.text) if any(word in text.text for word in _MAY_NAME) else ():
            message = f"“{typed}” ปีไม่ถูกต้อง {name} คือ พ.ศ. {' และ '.join(map(str, years))}"
            fix = f"แก้เป็น พ.ศ. {years[0]} หากหมายถึงฉบับแก้ไขเพิ่มเติม ให้เขียน (ฉบับที่ …) หน้าปีด้วย"
            yield Hit(text.record, text.column.key, typed, message, fix, f"{name} พ.ศ. {years[0]}")


def _cited(text: str) -> Iterator[tuple[str, str, tuple[int, ...]]]:
    """The end of each wrong citation as typed, the law's title, and its years."""
    for found in _YEAR.finditer(arabic(text)):
        era = _ERA_AT_END.search(text, max(0, found.start() - 16), found.start())
        end = era.start() if era else found.start()
        plain = re.sub(r"\s", "", text[max(0, end - _LONGEST) : end])
        if era and plain.endswith(_ENDS):
            title = max((title for title in _TITLES if plain.endswith(title)), key=len, default="")
            if title and int(found.group()) not in _TITLES[title]:
                typed = re.search(r"\s*".join(map(re.escape, title)) + r"\s*\Z", text[:end])
                yield text[typed.start() if typed else end : found.end()], title, _TITLES[title]
