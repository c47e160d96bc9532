"""Words of office Thai that are misspelt so often that print is full of them.

The one rule of the place: only what counts of words cannot tell from a right word stands here, one slip of the
fingers being the business of `itaxl.thai.proofreading`; each wrong word comes with the right one.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import groupby

from itaxl.thai.tidy import Mend

# The right word, then the wrong ones; a wrong one may end with a condition on what follows.
_WORDS = """
โปร่งใส โปรงใส โปร่งไส
อนุญาต อนุญาติ อนุญาท
สังเกต สังเกตุ
ปฏิบัติ ปฎิบัติ
ปฏิทิน ปฎิทิน
ปฏิรูป ปฎิรูป
ปฏิเสธ ปฎิเสธ
ปฏิสัมพันธ์ ปฎิสัมพันธ์
บุคลากร บุคคลากร บุคคลกร บุคคลลากร
ลายเซ็น ลายเซ็นต์ ลายเซนต์
เซ็นชื่อ เซ็นต์ชื่อ
เว็บไซต์ เว็ปไซต์ เว็ปไซด์ เว็ปไซท์ เวปไซต์ เวปไซด์ เวปไซท์ เว็บไซด์ เว็บไซท์ เวบไซต์ เวบไซด์ เว็บไชต์ เว็ปไชต์
เว็บเพจ เว็ปเพจ เวปเพจ
เว็บบอร์ด เว็ปบอร์ด เวปบอร์ด
กรกฎาคม กรกฏาคม
กฎหมาย กฏหมาย
กฎกระทรวง กฏกระทรวง
กฎระเบียบ กฏระเบียบ
กฎเกณฑ์ กฏเกณฑ์
ปรากฏ ปรากฎ
มาตรฐาน มาตราฐาน
มาตรการ มาตราการ มาตรการณ์
งบประมาณ งบประมาน
ทรัพยากร ทรัพยากรณ์ ทรัพย์ยากร
ทรัพย์สิน ทรัพย์สินธ์
อินเทอร์เน็ต อินเตอร์เน็ต อินเตอร์เนท
เฟซบุ๊ก เฟสบุ๊ค เฟสบุ๊ก เฟซบุ๊ค
แอปพลิเคชัน แอพพลิเคชั่น แอพพลิเคชัน แอปพลิเคชั่น แอพลิเคชั่น แอพลิเคชัน
อัปเดต อัพเดท อัพเดต อัปเดท
อัปโหลด อัพโหลด
ดิจิทัล ดิจิตอล
อีเมล อีเมล์ อีเมลล์
คลินิก คลีนิค คลินิค คลีนิก
สัมมนา สัมนา
โครงการ โครงการณ์
บริการ บริการณ์
วิสัยทัศน์ วิสัยทัศน์ฑ์
เจตจำนง เจตจำนงค์
เจตนารมณ์ เจตนารมย์
ร้องทุกข์ ร้องทุก(?![ข-๎])
ครุภัณฑ์ ครุพันธุ์
เคร่งครัด เคร่งคัด
องค์กร องค์กรณ์ องค์กรค์ องค์การณ์
กรรมการ กรรมการณ์
กะทันหัน กระทันหัน
ผูกพัน ผูกพันธ์
สาธารณสุข สาธารณะสุข
สาธารณภัย สาธารณะภัย
สาธารณประโยชน์ สาธารณะประโยชน์
สาธารณชน สาธารณะชน
ธุรการ ธุระการ
ข้าราชการ ข้าราชการณ์
คำนวณ คำนวน
จรรยาบรรณ จรรยาบัน
อินโฟกราฟิก อินโฟกราฟฟิก อินโฟกราฟฟิค อินโฟกราฟิค
ซอฟต์แวร์ ซอฟแวร์ ซอฟท์แวร์
เปอร์เซ็นต์ เปอร์เซ็น(?!ต) เปอร์เซนต์
ได้ ใด้
เกษียณอายุ เกษียนอายุ
สวัสดิการ สวัสดิการณ์
วิทยากร วิทยากรณ์
"""


@cache
def _listed() -> tuple[re.Pattern[str], dict[str, str]]:
    """One pattern of all the wrong words, grouped by their first letter, and the right word of each."""
    rights, patterns = dict[str, str](), list[str]()
    for line in _WORDS.strip().splitlines():
        right, *wrong = line.split()
        for each in wrong:
            rights[each.partition("(?")[0]] = right
            patterns.append(each)
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
