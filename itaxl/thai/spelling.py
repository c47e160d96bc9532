"""Spelling of office Thai: words that are commonly misspelt, การ lost or too many, and words nobody knows.

The one rule of the place: every place found comes with what to write instead; where nothing better is known, nothing
is said. Only this file imports pythainlp, late, for the words that no list here holds.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from itertools import groupby
from typing import Any

from itaxl.thai.names import slips
from itaxl.thai.tidy import Mend

# ---- words commonly misspelt -----------------------------------------------------------------------------------------

# The right word, then the wrong ones; a wrong one may end with a condition on what follows.
_WORDS = """
โปร่งใส โปร่งไส โปรงใส โป่รงใส โปร่งใสส โปรงไส
อนุญาต อนุญาติ อนุญาท
สังเกต สังเกตุ
ปฏิบัติ ปฎิบัติ ปฏิบัต(?!ิ) ปฎิบัต(?!ิ) ปฏิบัตื ปฏิบัคิ
ปฏิทิน ปฎิทิน
ปฏิรูป ปฎิรูป
ปฏิเสธ ปฎิเสธ
ปฏิสัมพันธ์ ปฎิสัมพันธ์
บุคลากร บุคคลากร บุคคลกร บุคลาการ บุคลกร บุคคลลากร
ลายเซ็น ลายเซ็นต์ ลายเซนต์ ลายเซ็นต์
เซ็นชื่อ เซ็นต์ชื่อ
เว็บไซต์ เว็ปไซต์ เว็ปไซด์ เว็ปไซท์ เวปไซต์ เวปไซด์ เวปไซท์ เว็บไซด์ เว็บไซท์ เวบไซต์ เวบไซด์ เว็บไซค์ เว็บไชต์ เว็ปไชต์ เว็บไซต(?!์)
เว็บเพจ เว็ปเพจ เวปเพจ
เว็บบอร์ด เว็ปบอร์ด เวปบอร์ด
กรกฎาคม กรกฏาคม กรกฎคม กรกฏคม
พฤศจิกายน พฤษจิกายน พฤศจิกายยน
พฤษภาคม พฤศภาคม
กฎหมาย กฏหมาย กฎหมายย
กฎกระทรวง กฏกระทรวง
กฎระเบียบ กฏระเบียบ
กฎเกณฑ์ กฏเกณฑ์
ปรากฏ ปรากฎ
หลักเกณฑ์ หลักเกณท์ หลักเกณณ์ หลักเกณฑ(?!์) หลักเกนฑ์
มาตรฐาน มาตราฐาน มาตฐาน มารตฐาน
มาตรการ มาตราการ มาตการ มารตรการ มาตรการณ์
ประสิทธิภาพ ประสิทธิ์ภาพ ประสิทธภาพ ประสิทธิภาร ประสิทธิธิภาพ
ประสิทธิผล ประสิทธิ์ผล ประสิทธผล
ผลสัมฤทธิ์ ผลสัมฤทธ(?!ิ) ผลสัมฤทธิ(?!์) ผลสัมฤธิ์
จริยธรรม จริยะธรรม จริยธรร(?!ม) จริยธรรน
คุณธรรม คุณะธรรม คุนธรรม คุณธรร(?!ม)
วัฒนธรรม วัฒนะธรรม วัฒธรรม วัฒนธรร(?!ม)
ทุจริต ทุจจริต ทุจริด ทุจริตร ทุจิรต ทุจรติ
สุจริต สุจริด สุจจริต
งบประมาณ งบประมาน งปประมาณ งบประมณ งบปประมาณ งบประมาณณ
จัดซื้อจัดจ้าง จัดชื้อจัดจ้าง จัดซื้อจัดจ้าว จัดซื่อจัดจ้าง จัดซื้อจ้ดจ้าง จัดซื้อจัดจาง จัดซื้อจัดจ้่าง
จัดซื้อ จัดชื้อ จัดซือ(?!้) จัดซื่อ
ทรัพยากร ทรัพยากรณ์ ทรัพย์ยากร ทรัพยกร ทรัพย์ากร
ทรัพย์สิน ทรัพยสิน ทรัพย์สินธ์ ทรัพย์สืน
สถานการณ์ สถานะการณ์ สถานการ(?=โควิด|โรค)
อินเทอร์เน็ต อินเตอร์เน็ต อินเตอร์เนต อินเทอร์เนต อินเตอร์เนท อินเตอร์เน็ท
เฟซบุ๊ก เฟสบุ๊ค เฟสบุค เฟสบุ๊ก เฟซบุ๊ค เฟสบุ้ค เฟชบุ๊ก
แอปพลิเคชัน แอพพลิเคชั่น แอพพลิเคชัน แอปพลิเคชั่น แอพลิเคชั่น แอพลิเคชัน
อัปเดต อัพเดท อัพเดต อัปเดท
อัปโหลด อัพโหลด
ดิจิทัล ดิจิตอล ดิจิตัล ดิจิทอล
อีเมล อีเมล์ อีเมลล์ อีเมลล
คลินิก คลีนิค คลินิค คลีนิก
สัมมนา สัมนา สัมมณา สัมนนา
ประชาสัมพันธ์ ประชาสัมพันธ(?!์) ประชาสัมพันธื ประชาสัมพันธุ์ ประชาสัมพัธ์ ประชาสัมพัน(?!ธ) ประชาสัมพนธ์ ประชาสัมพันธ์์
ประชาชน ประชาน(?![ก-๎]) ประชาชาชน
โครงการ โครงกา(?!ร) โครงการณ์ โครงกาน โคงการ โครงการร(?=\\s)
ดำเนินการ ดำเนินกา(?!ร) ดำเนิการ ดำเดินการ ดำเนินการร(?=\\s) ดำเนินกาน ดำเนืนการ
ดำเนินงาน ดำเนิงาน ดำเนินงาม
บริการ บริกา(?!ร) บริการณ์ บิรการ
ประกาศ ประกาส ประกาษ ประกาศศ
นโยบาย นโนบาย นะโยบาย นโยบาน นโยบาบ นโยบายย
วิสัยทัศน์ วิสัยทัศ(?!น) วิสัยทัศน(?!์) วิสัยทัศ์ วิสัยทัศน์ฑ์
เจตจำนง เจตจำนงค์
เจตนารมณ์ เจตนารมย์ เจตนารมณ(?!์) เจตนารมย(?!์) เจตณารมณ์
ร้องทุกข์ ร้องทุกช์ ร้องทุกข(?!์) ร้องทุก(?![ข-๎])
ร้องเรียน ร้องเรีบน ร้องเรียย ร้องเรีย(?![นก-๎]) รองเรียน
พัสดุ พัศดุ พัสดุุ
ครุภัณฑ์ ครุภัณท์ ครุภัณธ์ ครุพันธุ์ ครุภัณฑ(?!์)
ประเมิน ประเมิณ ประเมืน ปะเมิน ประเมิม
ขั้นตอน ขั้นต่อน ขันตอน ขั้นตอย
คู่มือ คูมือ คู่มื(?!อ) คุ่มือ
คำสั่ง คำสัง(?!่|ก|ข|ฆ|เ) คำสั้ง
แต่งตั้ง แต่งตัง(?!้) แต่งตั่ง แตงตั้ง
สม่ำเสมอ สมำเสมอ สมํ่าเสมอ สม่าเสมอ สม่ำเสมมอ
เคร่งครัด เครงครัด เคร่งคัด เคร่งครัต
เสมอภาค เสมอภาพ
ทั่วถึง ทัวถึง ทั่วถืง
เจ้าหน้าที่ เจ้าหนาที่ เจ้าหน้าที(?!่) เจ้าหน้าทื่ เจ้าหน้าท่ี่ เจ้าหน้าทีี่
หน้าที่ หน้าที(?![่มนห]) หน้าทื่
พื้นที่ พืนที่ พื้นที(?!่) พื้นทื่ พ้ืนที่ี
ท้องถิ่น ท้องถิน ทองถิ่น ท้องถิ้น ท้องถื่น
ผลประโยชน์ ผลประโยชณ์ ผลประโยช(?!น) ผลประโยชน(?!์) ผลประโยชร์
วัตถุประสงค์ วัตถุประสงค(?!์) วัตถุประสง(?!ค) วัตุประสงค์ วัตถุประสงฆ์
องค์กร องค์กรณ์ องกรณ์ องค์กรค์ องคกร องค์การณ์
กรรมการ กรรมกา(?!ร) กรรมการณ์ กรรมกาน
อนุมัติ อนุมัต(?!ิ) อนุมัตื อนุมติ
เอกสาร เอกสาน เอกสา(?!ร)
หลักฐาน หลักถาน หลักฐา(?!น)
พระราชบัญญัติ พระราชบัญญัต(?!ิ) พระราชบัญัติ พระราชบัญบัติ
ภายใน ภายไน ภายใย
อนุเคราะห์ อนุเคราะ(?!ห) อนุเคราะห(?!์)
วิเคราะห์ วิเคราะ(?!ห) วิเคราะห(?!์) วิเคาระห์ วิเคราะหฺ์
พิจารณา พิจารนา พิจราณา พิจารณณา
พัฒนา พัฒณา พัฒนนา พฒนา
ศักยภาพ ศักยะภาพ ศักย์ภาพ
กะทันหัน กระทันหัน
ผูกพัน ผูกพันธ์
รณรงค์ รนรงค์ รณรงค(?!์) รณรงณ์
สาธารณะ สาธารนะ สาธาณะ
สาธารณสุข สาธารณะสุข สาธารนสุข
สาธารณภัย สาธารณะภัย
สาธารณประโยชน์ สาธารณะประโยชน์
สาธารณชน สาธารณะชน
ธุรการ ธุระการ
ข้าราชการ ข้าราชาการ ข้าราชกา(?!ร) ข้าราชการณ์ ข้ราชการ
ข้อมูล ข้อมุล ข้อมูน ข้อมลู ข้อมล(?!ู)
เผยแพร่ เผยเพร่ เผยแพร(?!่) เผยแพ่ร เผยแพร้ เผนแพร่
เปิดเผย เปิดเพย เปิดเผน เปืดเผย
ช่องทาง ซ่องทาง ช่องทาน ช้องทาง
สื่อสาร สือสาร สื่อสาน ส่ื่อสาร
ครั้งที่ ครังที่ ครั้งที(?!่)
ตั้งแต่ ตังแต่ ตั้งแค่ ตั้งเเต่
ตำบล ตำบน
จังหวัด จังหวัต จังหวด จัวหวัด
เทศบาล เทศบาน เทศบาาล
ปรับปรุง ปรับปุง ปรับปรง(?!ุ) ปรัปปรุง ปรับปรุ(?!ง)
แก้ไข แก้ใข แก้ไช แก่ไข
ปัญหา ปันหา ปัยหา ปัญหหา
อุปสรรค อุปสัค อุปสรร(?!ค) อุปสรรค์ อุปสัก(?=\\s)
พึงพอใจ พึ่งพอใจ พึงพอไจ พึงพอจใ
จำนวน จำนวณ จำนวล
คำนวณ คำนวน
สมบูรณ์ สมบูรณ(?![์าะ]) สมบูณ์ สมบรูณ์ สมบุรณ์
ครบถ้วน ครบถวน ครบถ้วย ครบถ้วม
ถูกต้อง ถูกตอง ถุกต้อง
สะดวก สดวก สะดวด
สำรวจ สำรวด
ความเสี่ยง ความเสียง ความเสีี่ยง
ประมวล ประมวน
จรรยาบรรณ จรรยาบัน จรรยาบรรณ์ จรรยาบรร(?!ณ)
ปลูกฝัง ปลุกฝัง
กิจกรรม กิจกรรรม กิจกรร(?![ม]) กิจกรม กิจกรรมม
อินโฟกราฟิก อินโฟกราฟฟิก อินโฟกราฟฟิค อินโฟกราฟิค
ซอฟต์แวร์ ซอฟแวร์ ซอฟท์แวร์
เทคโนโลยี เทคโนโลยี่ เทคโนโลยยี
เปอร์เซ็นต์ เปอร์เซ็น(?!ต) เปอร์เซนต์ เปอร์เซ็นต(?!์)
ยื่นคำร้อง ยืนคำร้อง
ผู้บริหาร ผุ้บริหาร ผู้บริหา(?!ร) ผู้บริหาน
ผู้รับบริการ ผุ้รับบริการ
ผู้มีส่วนได้ส่วนเสีย ผู้มีส่วนได้สวนเสีย ผู้มีส่วนได้ส่วนเสีน
ได้รับ ใด้รับ ไดรับ
ได้ ใด้(?!รับ)
ให้ ใ้ห้ ให่(?!ญ|ม)
ไว้ ใว้
ใหม่ ไหม่
อยู่ระหว่าง อยุ่ระหว่าง อยู่ระหว่าว อยู่ระหว่างง
กลั่นกรอง กลันกรอง
เกษียณอายุ เกษียนอายุ เกษียรอายุ
มอบหมาย มอบหมาน
หมู่บ้าน หมุ่บ้าน หมูบ้าน
สวัสดิการ สวัสดิกา(?!ร) สวัสดีการ สวัสดิการณ์
ศูนย์ ศูย์ ศุนย์
วิทยากร วิทยากรณ์ วิทยาการ(?=บรรยาย)
เกียรติบัตร เกียติบัตร เกียรติบัต(?!ร)
อุปกรณ์ อุปกรณ(?!์) อุปกร(?!ณ)
อัตโนมัติ อัตโนมัต(?!ิ)
หนังสือ หนังสื(?!อ) หนังสิอ
ร้อยละ รอยละ
โอกาส โอกาศ โอกาด โอกาสน(?=ใน|\\s)
เท่าเทียม เท่าเที่ยม
ลดขั้นตอน ลดขันตอน
"""


@cache
def _listed() -> tuple[re.Pattern[str], dict[str, str]]:
    """One pattern of all the wrong words, grouped by their first letter, and the right word of each."""
    rights, patterns = dict[str, str](), list[str]()
    for line in _WORDS.strip().splitlines():
        right, *wrong = line.split()
        for each in wrong:
            word = each.partition("(?")[0]
            rights[word] = right
            patterns.append(each.replace("\\\\", "\\"))
    patterns.sort(key=lambda each: (each[0], -len(each.partition("(?")[0])))
    groups = (
        f"{first}(?:{'|'.join(each[1:] for each in group)})"
        for first, group in groupby(patterns, key=lambda each: each[0])
    )
    return re.compile("|".join(groups)), rights


def misspellings(text: str) -> list[Mend]:
    """The places of words commonly misspelt, each with the right word."""
    pattern, rights = _listed()
    found = [*pattern.finditer(text)]
    return [Mend(*each.span(), rights[each.group()], "สะกดผิด") for each in found]


def listed_words() -> frozenset[str]:
    """The right words of the list."""
    return frozenset(_listed()[1].values())


# ---- การ and small words ---------------------------------------------------------------------------------------------

_VERBS = (
    "ปรับปรุง|เปิดเผย|เผยแพร่|จัดทำ|ดำเนินการ|แต่งตั้ง|ติดตาม|ตรวจสอบ|ประเมิน|พัฒนา(?!การ)|ส่งเสริม|ประชาสัมพันธ์|จัดอบรม|จัดซื้อ"
    "|มอบหมาย|ควบคุม|กำกับ|วิเคราะห์|สำรวจ|ชี้แจง|ทบทวน|แก้ไข|เปิดโอกาส|จัดกิจกรรม|จัดประชุม|ฝึกอบรม|อบรม"
)
_NOUNS = "ความพึงพอใจ|ความรู้|ความเสี่ยง|กระดาน|คู่มือ|ช่องทาง|เว็บไซต์|นโยบาย|แนวทาง|หลักเกณฑ์|คำสั่ง"
_SMALL = (
    (re.compile(rf"มี(?=(?:{_VERBS}))"), "มีการ", "ตกคำว่า “การ”"),
    (
        re.compile(rf"(?:(?<=มี)|(?<=เป็น)|(?<=สำรวจ)|(?<=ให้))การ\s?(?={_NOUNS})"),
        "",
        "มีคำว่า “การ” เกิน",
    ),
    (re.compile(r"(?:(?<=เป็น)|(?<=มี)|(?<=ให้))การ(?=โอกาส)"), "การเปิด", "ตกคำว่า “เปิด”"),
    (
        re.compile(
            r"(?<=[\sำะๆง้])กร(?=ป้องกัน|ดำเนิน|จัดทำ|จัดการ|ปฏิบัติ|ประเมิน|พัฒนา|ส่งเสริม|บริหาร|เผยแพร่|ตรวจสอบ|แก้ไข|ทุจริต)"
        ),
        "การ",
        "สะกดผิด",
    ),
    (
        re.compile(
            rf"(?<!ดู)(?<!ลับ)(?<!เหลียว)(?<!ชำเลือง)(?<=[ก-๎])แล"
            rf"(?=\s[ก-ฮแโใไ]|\s?(?:{_VERBS}|ปราบ|ป้องกัน|การ|ความ|บริหาร|ระเบียบ|ข้อ|ให้|มี|ไม่|ผู้|เพื่อ))"
        ),
        "และ",
        "สะกดผิด",
    ),
    (re.compile(r"(?:(?<=\s)|(?<=ทำ)|(?<=เพื่อ)|(?<=กำหนด)|(?<=เสริม))ไห้"), "ให้", "สะกดผิด"),
    (re.compile(r"(?:(?<=\s)|(?<=ผู้)|(?<=การ)|(?<=มา)|(?<=ที่))ไช้(?!เท้า|โป๊)"), "ใช้", "สะกดผิด"),
    (
        re.compile(
            r"(?<!คู่)(?<!คู่ )(?<!เครื่อง)(?<!ร่วม)(?<!ฝี)(?<!ลง)(?<!ลาย)(?<!ต่อ)(?<!รับ)(?<!ล้าง)(?<!วาง)มือ(?=การ(?:รับ|ให้|ปฏิบัติ)|สำหรับประชาชน|ปฏิบัติงาน)"
        ),
        "คู่มือ",
        "ตกคำว่า “คู่”",
    ),
    (re.compile(r"(?<!ลฯ)ฯ\s?ฯ(?!ล)"), "ฯลฯ", "เครื่องหมายไม่ถูกต้อง"),
    (re.compile(r"จากกรณี(?=วิเคราะห์|ประเมิน|ดำเนิน)"), "จากการ", "สะกดผิด"),
    (re.compile(r"แจก(?=ส่วนราชการ(?:ถือ|ทราบ|ให้))"), "แจ้ง", "สะกดผิด"),
    (re.compile(r"สอดคล้อง(?=ด้าน|มาตรฐาน|แผน|นโยบาย|ระเบียบ)"), "สอดคล้องกับ", "ตกคำว่า “กับ”"),
    (
        re.compile(
            r"(?:(?<=เปิดโอกาสให้)|(?<=สื่อสารกับ)|(?<=พึงพอใจของ)|(?<=ความคิดเห็นจาก)|(?<=ความคิดเห็นของ))ผู้ให้บริการ"
        ),
        "ผู้รับบริการ",
        "อาจสลับคำ",
    ),
)


def small_words(text: str) -> list[Mend]:
    """The places where การ, และ and their like are lost, doubled or mistyped, in the order of the text."""
    found = (
        Mend(*each.span(), right, why) for pattern, right, why in _SMALL for each in pattern.finditer(text)
    )
    return sorted(found)


# ---- words that nobody knows -----------------------------------------------------------------------------------------

_THAI_WORD = re.compile("[ก-ฮะ-ฺเ-ๅ็-๎]+")
_REACH = 2  # tokens on both sides that may belong to a torn word
_BEARS = 3  # half edits, as `names.slips` counts: one letter for any other
_SHORTEST = 6  # letters: of shorter words too many lie a letter apart
_PIECE, _RARE = 4, 150  # a misspelt word falls into pieces so short, which books use so seldom


@cache
def _dictionary() -> Any:
    """The words of pythainlp as its tokenizer wants them; half a second, once."""
    from pythainlp.corpus import thai_words
    from pythainlp.util import Trie

    return Trie(thai_words())


@lru_cache(maxsize=4)
def _splitter(names: frozenset[str]) -> tuple[Any, frozenset[str]]:
    """The dictionary with the names of a report."""
    from pythainlp.util import Trie

    known = frozenset(_dictionary()) | names
    return (Trie(known) if names - frozenset(_dictionary()) else _dictionary()), known


Token = tuple[int, int, str]  # begin, end, word


def words(text: str) -> list[str]:
    """The text cut into words; joined they are the text."""
    from pythainlp.tokenize import newmm

    return list(newmm.segment(text, custom_dict=_dictionary()))


def _placed(tokens: Iterable[str]) -> Iterator[Token]:
    end = 0
    for word in tokens:
        end += len(word)
        yield end - len(word), end, word


def words_around(text: str, start: int, end: int) -> str:
    """The place `text[start:end]` with the word before and the word after it in its line."""
    begins = text.rfind("\n", 0, start) + 1
    line = text[begins:].partition("\n")[0]
    tokens = [token for token in _placed(words(line)) if token[2][:1].isalnum()]
    left = max((one for one, _, _ in tokens if one < start - begins), default=start - begins)
    right = min((two for _, two, _ in tokens if two > end - begins), default=end - begins)
    return line[left:right].strip()


def unknown_words(text: str, office: frozenset[str], names: frozenset[str] = frozenset()) -> list[Mend]:
    """The places of what is no word, or falls into odd pieces, and is a letter away from a word of the office.

    `office` are the words that may be meant, `names` those that are right as they are.
    """
    from pythainlp.tokenize import newmm

    trie, known = _splitter(names)
    tokens = [*_placed(newmm.segment(text, custom_dict=trie))]
    found: list[Mend] = []
    for at, (_, _, word) in enumerate(tokens):
        mend = _meant(text, tokens, at, office, known) if _is_strange(word, known) else None
        if mend and (not found or found[-1].end <= mend.start):
            found.append(mend)
    return found


def _is_strange(word: str, known: frozenset[str]) -> bool:
    if not _THAI_WORD.fullmatch(word):
        return False
    return word not in known or (len(word) <= _PIECE and _frequencies().get(word, 0) < _RARE)


@cache
def _frequencies() -> dict[str, int]:
    """How often a corpus of Thai books uses a word."""
    from pythainlp.corpus import ttc

    return dict(ttc.unigram_word_freqs())


def _meant(
    text: str, tokens: list[Token], at: int, office: frozenset[str], known: frozenset[str]
) -> Mend | None:
    """The office word nearest to the strange token with its neighbours, None where none is near."""
    near: list[tuple[int, int, Mend]] = []
    for first in range(max(0, at - _REACH), at + 1):
        for last in range(at, min(len(tokens), at + _REACH + 1)):
            start, end = tokens[first][0], tokens[last][1]
            typed = text[start:end]
            if _THAI_WORD.fullmatch(typed) and typed not in known:
                near += (
                    (apart, -len(word), Mend(start, end, word, "อาจสะกดผิด"))
                    for word in _candidates(typed, office)
                    if 0 < (apart := slips(word, typed)) <= _BEARS
                )
    return min(near)[2] if near else None


def _candidates(typed: str, office: frozenset[str]) -> set[str]:
    """The office words that are at most a letter too many, too few or another away."""
    index = _index(office)
    return {word for left in _without_one(typed) for word in index.get(left, ())}


@lru_cache(maxsize=4)
def _index(office: frozenset[str]) -> dict[str, list[str]]:
    """The office words by themselves and by what is left of them without one letter."""
    index: dict[str, list[str]] = {}
    for word in office:
        for left in _without_one(word) if len(word) >= _SHORTEST else ():
            index.setdefault(left, []).append(word)
    return index


def _without_one(word: str) -> set[str]:
    return {word, *(word[:at] + word[at + 1 :] for at in range(len(word)))}
