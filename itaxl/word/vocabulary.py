"""The names that a layout may use, with what each one is: the promise to offices that draw their own layouts.

The one rule of the place: names are added, never renamed; a list and its elements share a path.
"""

from __future__ import annotations

NAMES: dict[str, str] = {
    "year": "ปีงบประมาณของรายงาน",
    "round_year": "ปีของรอบการประเมิน ITA ที่รายงานนี้ตอบ",
    "analysis_year": "ปีของผลการประเมินที่นำมาวิเคราะห์",
    "months": "รอบรายงาน 6 หรือ 12 (เดือน) หรือว่าง",
    "title": "ชื่อรายงาน",
    "title_lines": "ชื่อรายงาน แบ่งเป็นสองบรรทัดสำหรับปก (รายการ)",
    "draft": "จริง เมื่อยังมีข้อที่ต้องแก้ไข",
    "report_date": "วันที่ของรายงาน",
    "data_date": "ข้อมูล ณ วันที่",
    "eit_url": "ลิงก์แบบวัด EIT",
    "eit_qr": "ภาพ QR Code ของลิงก์แบบวัด EIT",
    "plan_item": "รหัสข้อของมาตรการที่รายงานผล เช่น O34",
    "agency": "หน่วยงาน",
    "agency.name": "ชื่อหน่วยงานเต็ม",
    "agency.kind": "ประเภทหน่วยงาน",
    "agency.tambon": "ตำบล",
    "agency.amphoe": "อำเภอ",
    "agency.province": "จังหวัด",
    "agency.place": "ตำบล… อำเภอ… จังหวัด… ในบรรทัดเดียว",
    "agency.division": "ส่วนราชการเจ้าของเรื่อง",
    "agency.logo": "ภาพตราหน่วยงาน",
    "assessment": "ผลการประเมิน ITA ที่อ้างในคำนำ",
    "assessment.year": "ปีงบประมาณของผลการประเมิน",
    "assessment.score": "คะแนนรวม",
    "assessment.level": "ระดับผลการประเมิน",
    "assessment.iit": "คะแนน IIT",
    "assessment.eit": "คะแนน EIT",
    "assessment.oit": "คะแนน OIT",
    "plan": "ประกาศมาตรการที่รายงานผล",
    "plan.title": "ชื่อประกาศ",
    "plan.ref": "ที่/เลขที่ประกาศ",
    "plan.date": "วันที่ประกาศ",
    "options": "ตัวเลือกการพิมพ์",
    "options.cover": "พิมพ์ปก",
    "options.item_tables": "พิมพ์ตารางตัวชี้วัดและข้อ O",
    "options.qr": "พิมพ์หน้า QR Code",
    "options.contents": "พิมพ์สารบัญ",
    "options.catchwords": "พิมพ์คำต่อหน้า",
    "options.boxes": "จำนวนช่องสถานะ 2 หรือ 3",
    "front": "ส่วนหน้าของแบบรูปเล่ม แต่ละชื่อเป็นรายการย่อหน้า",
    "front.preface": "คำนำ (รายการ)",
    "front.preface_signature": "ลงท้ายคำนำ (รายการ)",
    "front.rationale": "หลักการและเหตุผล (รายการ)",
    "front.intro_iit": "คำนำส่วน IIT (รายการ)",
    "front.intro_eit": "คำนำส่วน EIT (รายการ)",
    "front.intro_oit": "คำนำส่วน OIT (รายการ)",
}

_STATUS = {
    "status": "สถานะ: not_started in_progress done impossible หรือว่าง",
    "not_started": "จริง เมื่อยังไม่ดำเนินการ",
    "in_progress": "จริง เมื่ออยู่ระหว่างดำเนินการ",
    "done": "จริง เมื่อดำเนินการแล้ว",
    "impossible": "จริง เมื่อไม่สามารถดำเนินการได้",
    "reason": "เหตุผลที่ไม่สามารถดำเนินการได้",
}
_MEASURE = {
    "": "มาตรการ (รายการ)",
    "no": "ลำดับ",
    "instrument": "แบบวัด IIT EIT หรือ OIT",
    "indicator": "เลขหรือชื่อตัวชี้วัด ตามที่กรอก",
    "indicator_title": "ตัวชี้วัด เลขเปล่ามีชื่อต่อท้าย",
    "indicator_heading": "หัวข้อตัวชี้วัด เช่น ตัวชี้วัดที่ (6) คุณภาพการดำเนินงาน",
    "topic": "หัวข้อย่อยหรือประเด็น",
    "title": "มาตรการ/กิจกรรม (รายการบรรทัด)",
    "steps": "ขั้นตอนของมาตรการ (รายการ)",
    "steps.method": "วิธีดำเนินการ (รายการบรรทัด)",
    "steps.monitoring": "แนวทางการกำกับติดตาม (รายการบรรทัด)",
    "steps.responsible": "ผู้รับผิดชอบ (รายการบรรทัด)",
    "steps.summary": "สรุปผลการดำเนินการ (รายการบรรทัด)",
    "steps.headline": "ต้นบรรทัดแรกของผล ถึงร้อยละที่ระบุ หรือว่าง",
    "steps.rest": "ข้อความในบรรทัดแรกนั้น ต่อจาก headline",
    "steps.results": "บรรทัดของผลต่อจากบรรทัดแรกนั้น (รายการบรรทัด)",
    "steps.outcome": "ผลลัพธ์หรือความสำเร็จ (รายการบรรทัด)",
    "steps.obstacles": "ปัญหา/อุปสรรค (รายการบรรทัด)",
    "steps.previous": "ผลรอบ 6 เดือน (รายการบรรทัด)",
    "steps.period": "ระยะเวลา",
    "steps.percent": "ร้อยละ",
    **{f"steps.{name}": what for name, what in _STATUS.items()},
}
_INDICATOR = {
    "": "ตัวชี้วัดของแบบวัดนี้ (รายการ)",
    "no": "เลขตัวชี้วัด",
    "name": "ชื่อตัวชี้วัด",
    "heading": "ตัวชี้วัดที่ … พร้อมชื่อ",
    "guidelines": "แนวทางในการยกระดับการประเมิน (รายการบรรทัด)",
    "responsible": "ผู้รับผิดชอบ (รายการบรรทัด)",
    "period": "ระยะเวลา",
    "progress": "ความก้าวหน้าผลการดำเนินการ (รายการบรรทัด)",
    "previous": "ผลรอบ 6 เดือน (รายการบรรทัด)",
    **_STATUS,
}
_ITEM = {
    "": "ข้อ O ใต้กลุ่มนี้ (รายการ)",
    "no": "เลขข้อ",
    "code": "รหัสข้อ เช่น O1",
    "title": "ข้อมูล (ชื่อข้อ)",
    "components": "องค์ประกอบด้านข้อมูล (รายการบรรทัด)",
    "responsible": "ผู้รับผิดชอบ (รายการบรรทัด)",
    "progress": "ความก้าวหน้าผลการดำเนินการ (รายการบรรทัด)",
    "previous": "ผลรอบ 6 เดือน (รายการบรรทัด)",
    "has_data": "จริง เมื่อมีข้อมูล เท็จ เมื่อไม่มี ว่าง เมื่อไม่ได้กรอก",
    "no_data_reason": "เหตุผลที่ไม่มีข้อมูล",
    "published": "จริง เมื่อเผยแพร่แล้ว เท็จ เมื่อยังไม่เผยแพร่ ว่าง เมื่อไม่ได้กรอก",
    "unpublished_reason": "เหตุผลที่ยังไม่เผยแพร่",
    "url": "ลิงก์ที่เผยแพร่",
    **_STATUS,
}
_SIGNER = {
    "": "ผู้ลงนาม ตามลำดับ (รายการ)",
    "role": "ลงนามในฐานะ",
    "prefix": "คำนำหน้าชื่อ",
    "name": "ชื่อ-สกุล",
    "full_name": "คำนำหน้าชื่อ ชื่อ-สกุล",
    "position": "ตำแหน่ง",
    "acting": "รักษาราชการแทน…",
    "opinion": "ความเห็น",
    "date": "วันที่ลงนาม",
}


def _under(path: str, names: dict[str, str]) -> dict[str, str]:
    return {f"{path}.{name}".rstrip("."): what for name, what in names.items()}


NAMES |= _under("measures", _MEASURE) | _under("iit", _INDICATOR) | _under("eit", _INDICATOR)
NAMES |= {
    "instruments": "มาตรการแยกตามแบบวัด (รายการ)",
    "instruments.no": "ลำดับของแบบวัดที่มีมาตรการ",
    "instruments.name": "IIT EIT OIT หรือว่างเมื่อไม่ระบุแบบวัด",
    **_under("instruments.measures", _MEASURE),
    "instruments.tables": "มาตรการของแบบวัดนี้ แยกตามตัวชี้วัด (รายการ)",
    "instruments.tables.heading": "หัวข้อตัวชี้วัด หรือว่าง",
    **_under("instruments.tables.measures", _MEASURE),
}
NAMES |= {
    "oit": "ตัวชี้วัดย่อยของ OIT (รายการ)",
    "oit.no": "เลขตัวชี้วัดย่อย เช่น 9.1",
    "oit.name": "ชื่อตัวชี้วัดย่อย",
    "oit.indicator": "หัวข้อของตัวชี้วัดหลัก ก่อนตัวชี้วัดย่อยตัวแรกของมัน หรือว่าง",
    "oit.blocks": "กลุ่มของข้อ (รายการ)",
    "oit.blocks.group": "ชื่อกลุ่ม ว่างเมื่อไม่มีหรือซ้ำกับชื่อตัวชี้วัดย่อย",
}
NAMES |= _under("oit.blocks.items", _ITEM) | _under("signers", _SIGNER)
