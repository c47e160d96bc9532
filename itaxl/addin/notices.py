"""What the add-in itself says when Python cannot: rows of its own sheet `itaxl.conf`, key beside text.

The one rule of the place: where, what, and what to do; VBA knows only the keys.
"""

from __future__ import annotations

INTERPRETER_KEY = "INTERPRETER"
INTERPRETER = r"%LOCALAPPDATA%\itaxl\python\python.exe"  # of the bundle; `install` writes the one it runs in

NOTICES = {
    "MSG_NO_WORKBOOK": (
        "ยังไม่ได้เปิดแบบรายงาน หรือแฟ้มยังอยู่ในมุมมองที่ได้รับการป้องกัน\n"
        "โปรดเปิดแฟ้ม แล้วกด “เปิดใช้งานการแก้ไข” (Enable Editing) ก่อนกดปุ่มนี้"
    ),
    "MSG_NO_PYTHON": (
        "ไม่พบโปรแกรม itaxl ในเครื่องนี้ อาจถูกย้ายหรือถูกโปรแกรมป้องกันไวรัสลบ\nโปรดติดตั้งใหม่ หรือแจ้งผู้ดูแลเครื่อง ตำแหน่งที่ค้นหาคือ"
    ),
    "MSG_WORKING": "itaxl กำลังทำงาน โปรดรอสักครู่…",
    "MSG_FAILED": (
        "โปรแกรม itaxl เริ่มทำงานไม่ได้ แบบรายงานของท่านไม่ถูกแก้ไข\nโปรดติดตั้งใหม่ หรือแจ้งผู้ดูแลเครื่องพร้อมเลขในวงเล็บ"
    ),
    "MSG_BLOCKED": (
        "Windows หรือโปรแกรมป้องกันไวรัสไม่ให้ Excel เริ่มโปรแกรม itaxl แบบรายงานของท่านไม่ถูกแก้ไข\n"
        "โปรดใช้ไอคอน itaxl ในเมนู “ส่งไปยัง” (Send to) แทน หรือแจ้งผู้ดูแลเครื่องพร้อมข้อความนี้"
    ),
}


def conf_rows(interpreter: str = INTERPRETER) -> list[tuple[str, str]]:
    """The rows of the sheet: the interpreter first, then every notice."""
    return [(INTERPRETER_KEY, interpreter), *NOTICES.items()]
