"""The tab รายงาน ITA, declared once: its buttons, what the add-in says when Python cannot, where Python is found.

The ribbon, the VBA and the actions are made from here.

The one rule of the place: words are those of the glossary, and an identifier, once released, stays.
"""

from __future__ import annotations

from dataclasses import dataclass

TAB = "รายงาน ITA"
REGISTRY = r"HKCU\Software\itaxl\Python"  # the interpreter that `install` ran in; one add-in serves every PC
INTERPRETER = r"%LOCALAPPDATA%\itaxl\python\python.exe"  # where the offline bundle puts it


@dataclass(frozen=True, slots=True)
class Button:
    """One button; `action` is a function of `itaxl.addin.actions`, `icon` a name of Office's own (imageMso)."""

    id: str
    action: str
    group: str
    label: str
    tip: str
    more: str
    icon: str
    key: str  # after Alt and the key of the tab
    large: bool = False
    needs_book: bool = True
    seconds: int = 90  # after that the click is given up: Excel waits for it


CHECK, FILL, PAPER, HELP = "ตรวจ", "กรอก", "พิมพ์", "เครื่องมือ"

BUTTONS = (
    Button(
        "itaxlCheck",
        "check",
        CHECK,
        "ตรวจความถูกต้อง",
        "ตรวจแบบรายงานทั้งแฟ้ม",
        "ตรวจทุกแผ่นงาน แล้วเขียนรายการพร้อมวิธีแก้ไขลงในแผ่นงาน “รายการที่ต้องแก้ไข” ไม่แก้ข้อความของท่าน",
        "DataValidationCircleInvalid",
        "C",
        large=True,
    ),
    Button(
        "itaxlNext",
        "next_finding",
        CHECK,
        "จุดแก้ไขถัดไป",
        "ไปยังช่องถัดไปที่มีข้อต้องแก้ไข",
        "เรียงตามลำดับแผ่นงาน เมื่อถึงช่องสุดท้ายจะกลับไปช่องแรก",
        "ReviewNextComment",
        "N",
        large=True,
    ),
    Button(
        "itaxlTick",
        "tick",
        FILL,
        "ติ๊กช่องผลการดำเนินการ",
        "ติ๊ก ☑ สถานะของแต่ละแถวตามที่กรอกไว้",
        "ดูจากเหตุผล ร้อยละ ผลการดำเนินการ วันที่ และลิงก์ของแถวนั้น แถวที่เลือกสถานะไว้แล้วจะไม่ถูกเปลี่ยน",
        "FormControlCheckBox",
        "T",
        large=True,
    ),
    Button(
        "itaxlUndo",
        "undo",
        FILL,
        "ยกเลิกการติ๊กล่าสุด",
        "คืนช่องสถานะให้เหมือนก่อนติ๊กครั้งล่าสุด",
        "ช่องที่ท่านเปลี่ยนเองหลังจากนั้นจะไม่ถูกแตะต้อง",
        "Undo",
        "U",
    ),
    Button(
        "itaxlMeasure",
        "add_measure",
        FILL,
        "เพิ่มแถวมาตรการ",
        "เพิ่มแถวว่างสำหรับมาตรการใหม่",
        "แถวใหม่อยู่ใต้มาตรการของแถวที่เลือกอยู่ ในแผ่นงาน “มาตรการ”",
        "SheetRowsInsert",
        "M",
    ),
    Button(
        "itaxlStep",
        "add_step",
        FILL,
        "เพิ่มขั้นตอน",
        "เพิ่มแถวว่างสำหรับขั้นตอนถัดไป",
        "แถวใหม่เป็นขั้นตอนสุดท้ายของมาตรการที่เลือกอยู่ โดยเว้นช่อง ลำดับ ถึงช่อง มาตรการ/กิจกรรม ว่างไว้",
        "TableRowsInsertBelowExcel",
        "S",
    ),
    Button(
        "itaxlWord",
        "word",
        PAPER,
        "จัดทำรายงาน (Word)",
        "จัดทำรายงานเป็นแฟ้ม Word",
        "แฟ้มใหม่อยู่โฟลเดอร์เดียวกับแบบรายงาน แฟ้มเดิมไม่ถูกเขียนทับ ถ้ายังมีข้อที่ต้องแก้ไข รายงานจะมีคำว่า ร่าง",
        "FilePrintPreview",
        "W",
        large=True,
    ),
    Button(
        "itaxlPdf",
        "pdf",
        PAPER,
        "PDF เสนอลงนาม",
        "จัดทำรายงานเป็น PDF เพื่อพิมพ์เสนอลงนาม",
        "ต้องมี Microsoft Word หรือ LibreOffice ในเครื่อง",
        "FileSaveAsPdfOrXps",
        "P",
        large=True,
        seconds=300,
    ),
    Button(
        "itaxlNew",
        "new_form",
        HELP,
        "แบบรายงานใหม่",
        "สร้างแบบรายงานเปล่าของปีที่ระบุ",
        "ถามปีงบประมาณ โดยบอกปีที่ถึงกำหนดรายงานให้แล้ว ถ้าเปิดแบบรายงานอยู่ แบบใหม่จะมีชื่อหน่วยงานและที่ตั้งให้",
        "FileNew",
        "F",
        needs_book=False,
    ),
    Button(
        "itaxlCarry",
        "carry",
        HELP,
        "นำข้อมูลไปตั้งต้นปีถัดไป",
        "สร้างแบบของปีถัดไปจากแบบที่เปิดอยู่",
        "บอกก่อนว่าจะเปลี่ยนกี่ข้อ มาตรการ ผู้รับผิดชอบ และลิงก์ไปอยู่ในข้อเดิมแม้เลขข้อเปลี่ยน ผลของปีก่อนอยู่ข้างช่องใหม่ แบบเดิมไม่เปลี่ยน",
        "SheetMoveOrCopy",
        "Y",
    ),
    Button(
        "itaxlHelp",
        "show_help",
        HELP,
        "วิธีใช้",
        "ดูวิธีกรอกและวิธีใช้ปุ่ม",
        "เปิดแผ่นงาน “วิธีกรอก” ของแบบรายงานที่เปิดอยู่",
        "Help",
        "H",
        needs_book=False,
    ),
    Button(
        "itaxlReady",
        "readiness",
        HELP,
        "ตรวจความพร้อมเครื่อง",
        "ดูว่าเครื่องนี้มีสิ่งที่ต้องใช้ครบหรือไม่",
        "บอกสิ่งที่ขาดพร้อมวิธีแก้ไข",
        "AdvancedFileProperties",
        "R",
        needs_book=False,
    ),
)


def button(identifier: str) -> Button:
    """The button of an identifier; KeyError when there is none."""
    return {each.id: each for each in BUTTONS}[identifier]


# Where, what, and what to do; VBA knows only the keys, which stand in the add-in's own sheet itaxl.conf.
NOTICES = {
    "MSG_NO_WORKBOOK": (
        "ยังไม่ได้เปิดแบบรายงาน หรือแฟ้มยังอยู่ในมุมมองที่ได้รับการป้องกัน\n"
        "โปรดเปิดแฟ้ม แล้วกด “เปิดใช้งานการแก้ไข” (Enable Editing) ก่อนกดปุ่มนี้"
    ),
    "MSG_NO_PYTHON": (
        "ไม่พบโปรแกรม itaxl ในเครื่องนี้ อาจถูกย้ายหรือถูกโปรแกรมป้องกันไวรัสลบ\nโปรดติดตั้งใหม่ หรือแจ้งผู้ดูแลเครื่อง ตำแหน่งที่ค้นหาคือ"
    ),
    "MSG_RUNNING": "itaxl กำลังทำงานตามปุ่มที่กดไว้ โปรดรอให้เสร็จก่อน แล้วจึงกดปุ่มถัดไป",
    "MSG_WORKING": "itaxl กำลังทำงาน โปรดรอสักครู่…",
    "MSG_FAILED": (
        "โปรแกรม itaxl เริ่มทำงานไม่ได้ แบบรายงานของท่านไม่ถูกแก้ไข\nโปรดติดตั้งใหม่ หรือแจ้งผู้ดูแลเครื่องพร้อมเลขในวงเล็บ"
    ),
    "MSG_BLOCKED": (
        "Windows หรือโปรแกรมป้องกันไวรัสไม่ให้ Excel เริ่มโปรแกรม itaxl แบบรายงานของท่านไม่ถูกแก้ไข\n"
        "โปรดใช้ไอคอน itaxl ในเมนู “ส่งไปยัง” (Send to) แทน หรือแจ้งผู้ดูแลเครื่องพร้อมข้อความนี้"
    ),
}
