"""The words of the command line, declared once.

The one rule of the place: names and exit codes are promises; what is typed wrongly is told in Thai, exit 2.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable, Sequence
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Any, NoReturn

from itaxl import __version__
from itaxl.cli import paper_options
from itaxl.cli.console import Arguments, Command, Voice
from itaxl.cli.typed import buddhist_year, word_of
from itaxl.errors import UsageError
from itaxl.model.columns import DIGITS, LAYOUTS, YES_NO, columns
from itaxl.model.records import Options

_TOGGLES = {
    column.key.replace("_", "-"): column.heading for column in columns(Options) if column.choices == YES_NO
}


_THAI = (
    (r"the following arguments are required: (.*)", r"ยังไม่ได้ระบุ \1"),
    (r"one of the arguments (.*) is required", r"ต้องระบุอย่างใดอย่างหนึ่งของ \1"),
    (r"unrecognized arguments: (.*)", r"ไม่รู้จักคำสั่งส่วน \1"),
    (r"argument (\S+): invalid choice: ('[^']*'|\S+) \(choose from (.*)\)", r"\1: \2 ใช้ไม่ได้ เลือกได้จาก \3"),
    (r"argument (\S+): invalid int value: (.*)", r"\1: \2 ไม่ใช่จำนวนเต็ม"),
    (r"argument (\S+): '(.*)' is no year of four digits", r"\1: “\2” ไม่ใช่ปี พ.ศ. สี่หลัก เช่น 2569"),
    (r"argument (\S+): ([0-9]+) is a year AD, type ([0-9]+)", r"\1: \2 เป็นปี ค.ศ. โปรดพิมพ์ปี พ.ศ. \3"),
    (r"argument (\S+): '(.*)' is not one of (.*)", r"\1: “\2” ใช้ไม่ได้ เลือกได้จาก \3"),
    (r"argument (\S+): expected (?:one|at least one) argument.*", r"\1: ต้องระบุค่าต่อท้าย"),
    (r"argument (\S+): not allowed with argument (\S+)", r"ใช้ \1 พร้อมกับ \2 ไม่ได้"),
    (r"argument (\S+): ignored explicit argument (.*)", r"\1: ไม่รับค่า \2"),
)


class _Parser(argparse.ArgumentParser):
    """A parser whose faults are ours to tell, and whose names are promises: none may be cut short."""

    def __init__(self, **words: Any) -> None:
        super().__init__(**words, allow_abbrev=False)

    def error(self, message: str) -> NoReturn:
        known = (
            found.expand(thai)
            for pattern, thai in _THAI
            if (found := re.fullmatch(pattern, message, re.DOTALL))
        )
        thai = next(known, f"คำสั่งไม่ถูกต้อง ({message})")
        raise UsageError(f"{thai} – ดูวิธีใช้ด้วย {self.prog} --help", f"{message}; see {self.prog} --help")


def parse(argv: Sequence[str] | None, voice: Voice) -> Arguments:
    """Parse a command line; UsageError when it was typed wrongly."""
    parser = _Parser(
        prog="itaxl",
        description=voice.choose("แบบรายงาน ITA จาก Excel เป็น Word", "ITA reports, from Excel to Word"),
    )
    parser.add_argument("--version", action="version", version=f"itaxl {__version__}")
    parser.add_argument(
        "--lang",
        choices=("th", "en"),
        default="th",
        help=voice.choose("ภาษาของข้อความ", "language of messages"),
    )
    commands = parser.add_subparsers(dest="command", required=True, metavar=voice.choose("คำสั่ง", "COMMAND"))
    for name, (thai, english, declare) in _COMMANDS.items():
        command = commands.add_parser(
            name, help=voice.choose(thai, english), description=voice.choose(thai, english)
        )
        command.add_argument(
            "--lang", choices=("th", "en"), default=argparse.SUPPRESS, help=argparse.SUPPRESS
        )
        declare(command)
        command.set_defaults(run=partial(_run_late, name))
    return parser.parse_args(argv, Arguments())


def _run_late(name: str, parsed: Arguments, voice: Voice) -> int:
    """Run a command, whose module is imported only now."""
    module = import_module(f"itaxl.cli.{_MODULES.get(name, 'commands')}")
    command: Command = getattr(module, "year_command" if name == "year" else name)
    return command(parsed, voice)


def _output(command: argparse.ArgumentParser, what: str = "แฟ้มที่จะสร้าง", *, required: bool = False) -> None:
    command.add_argument("-o", "--output", type=Path, required=required, metavar="FILE", help=what)
    command.add_argument("--force", action="store_true", help="เขียนทับแฟ้มเดิม")


def _words(words: Sequence[tuple[str, str]]) -> str:
    """The words of a list as a person may type them."""
    return ", ".join(f"{name} ({word})" for name, word in words)


def _new(command: argparse.ArgumentParser) -> None:
    command.add_argument("--year", type=buddhist_year, required=True, help="ปีงบประมาณ พ.ศ. เช่น 2569")
    command.add_argument("--agency", required=True, metavar="NAME", help="ชื่อเต็มของหน่วยงาน")
    command.add_argument("--tambon", default="", help="ตำบลที่ตั้ง")
    command.add_argument("--amphoe", required=True, help="อำเภอ")
    command.add_argument("--province", required=True, help="จังหวัด")
    command.add_argument(
        "--layout",
        type=word_of(LAYOUTS),
        default="annual",
        metavar="L",
        help=f"รูปแบบรายงาน: {_words(LAYOUTS)}",
    )
    _output(command, required=True)


def _load(command: argparse.ArgumentParser) -> None:
    command.add_argument("case", type=Path, metavar="CASE.json", help="ข้อมูลรายงาน")
    _output(command, required=True)


def _dump(command: argparse.ArgumentParser) -> None:
    _form(command)
    _output(command)


def _form(command: argparse.ArgumentParser) -> None:
    command.add_argument("form", type=Path, metavar="FORM.xlsx", help="แบบรายงานที่กรอกแล้ว")


def _check(command: argparse.ArgumentParser) -> None:
    command.add_argument("forms", type=Path, nargs="+", metavar="FORM.xlsx", help="แบบรายงาน")
    command.add_argument(
        "--format",
        choices=("text", "json", "html"),
        default="text",
        help="รูปแบบของผล: text อ่านบนจอ, json สำหรับโปรแกรม, html เปิดอ่าน พิมพ์ หรือส่งต่อ",
    )
    command.add_argument("--division", metavar="NAME", help="เฉพาะแถวที่ส่วนราชการนี้เป็นผู้รับผิดชอบ เช่น กองคลัง")
    command.add_argument(
        "--not-a-fault",
        nargs="?",
        const="",
        action="append",
        metavar="CODE@SHEET!CELL",
        help="แจ้งว่าไม่ใช่ข้อผิด: เขียนข้อความที่ถูกทัก (ปิดชื่อและหมายเลขบุคคล) ไว้ส่งผู้ดูแลโปรแกรม ไม่ระบุ = ทุกข้อที่ยืนยันว่าถูกต้อง",
    )
    _spelling(command)
    _output(command, "แฟ้มผล (ไม่ระบุ = แสดงบนจอ)")


def _spelling(command: argparse.ArgumentParser) -> None:
    command.add_argument("--spelling", action="store_true", help="รวมข้อแนะนำเรื่องตัวสะกด")


def _confirm(command: argparse.ArgumentParser) -> None:
    _form(command)
    command.add_argument(
        "--cell",
        metavar="SHEET!CELL",
        help="ช่องของข้อที่ยืนยัน เช่น OIT!K8 (ไม่ระบุ = สร้างแบบที่มีรายการให้พิมพ์เหตุผลเอง)",
    )
    command.add_argument("--code", metavar="CODE", help="รหัสของข้อที่ยืนยัน เช่น A01")
    command.add_argument("--reason", metavar="TEXT", help="เหตุผลที่ข้อความเดิมถูกต้อง")
    _spelling(command)
    _output(command, "แบบใหม่ที่มีรายการและเหตุผล", required=True)


def _repair(command: argparse.ArgumentParser) -> None:
    _form(command)
    _spelling(command)
    _output(command, "แบบใหม่ที่แก้ให้แล้ว แบบเดิมไม่เปลี่ยน", required=True)


def _fill(command: argparse.ArgumentParser) -> None:
    _form(command)
    _output(command, "แบบใหม่ที่ติ๊กให้แล้ว แบบเดิมไม่เปลี่ยน", required=True)


def _carry(command: argparse.ArgumentParser) -> None:
    _form(command)
    command.add_argument(
        "--year", type=buddhist_year, help="ปีงบประมาณของแบบใหม่ (ไม่ระบุ = ปีถัดไป ปีเดิม = ปรับแบบเดิมให้เป็นรุ่นปัจจุบัน)"
    )
    _output(command, "แบบใหม่ (ไม่ระบุ = บอกว่าจะเปลี่ยนอะไรบ้าง โดยไม่สร้างแบบ)")


def _links(command: argparse.ArgumentParser) -> None:
    _form(command)
    command.add_argument("--format", choices=("text", "json"), default="text", help="รูปแบบของผล")
    command.add_argument("--seconds", type=int, default=180, help="เวลารวมมากที่สุด (วินาที)")
    command.add_argument(
        "--private",
        action="store_true",
        help="เปิดที่อยู่ภายในเครือข่ายของหน่วยงานด้วย (ปกติไม่เปิด เพราะประชาชนเปิดไม่ได้)",
    )
    _output(command, "แฟ้มผล (ไม่ระบุ = แสดงบนจอ)")


def _report(command: argparse.ArgumentParser) -> None:
    _form(command)
    command.add_argument(
        "--layout",
        type=word_of(LAYOUTS, others=True),
        metavar="L|FILE.docx",
        help=f"รูปแบบรายงาน ({_words(LAYOUTS)}) หรือแฟ้ม Word ของหน่วยงาน",
    )
    command.add_argument(
        "--digits", type=word_of(DIGITS), metavar="D", help=f"ตัวเลขในรายงาน: {_words(DIGITS)}"
    )
    for name, thai in _TOGGLES.items():
        command.add_argument(f"--{name}", action=argparse.BooleanOptionalAction, default=None, help=thai)
    command.add_argument("--boxes", type=int, choices=(2, 3), help="จำนวนช่องสถานะ")
    paper_options.declare(command)
    command.add_argument("--pdf", action="store_true", help="ทำ PDF เสนอลงนาม (PDF/A) ด้วย")
    command.add_argument(
        "--signature-fields", action="store_true", help="ใส่ช่องลายมือชื่อดิจิทัลว่างไว้บนเส้นประใน PDF"
    )
    command.add_argument(
        "--embed-font", type=Path, action="append", metavar="FILE.ttf", help="ฝังฟอนต์ของท่านในแฟ้ม Word (ใช้ซ้ำได้)"
    )
    _output(command, "แฟ้ม .docx หรือ .pdf (ไม่ระบุ = ชื่อเดียวกับแบบ ถ้ามีแฟ้มชื่อนั้นแล้วจะเติมเลข)")


def _rules(command: argparse.ArgumentParser) -> None:
    command.add_argument("code", nargs="?", metavar="CODE", help="รหัสข้อตรวจ")
    command.add_argument("--format", choices=("text", "json", "md"), default="text", help="รูปแบบของผล")
    _output(command, "แฟ้มผล (ไม่ระบุ = แสดงบนจอ)")


def _build(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "years", type=buddhist_year, nargs="*", metavar="YEAR", help="ปีงบประมาณ (ไม่ระบุ = ทุกปี)"
    )


def _layouts(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "action",
        nargs="?",
        choices=("check", "guide"),
        help="check ตรวจรูปแบบของหน่วยงาน, guide คู่มือเขียนรูปแบบเอง",
    )
    command.add_argument("file", nargs="?", type=Path, metavar="FILE.docx", help="แฟ้ม Word")
    _output(command, "แฟ้มคู่มือ (ไม่ระบุ = แสดงบนจอ)")


def _fonts(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--make-clone", action="store_true", help="ทำฟอนต์แทน TH SarabunPSK จาก Laksaman ไว้ในเครื่องนี้ (Linux)"
    )


def _demo(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "folder", nargs="?", type=Path, default=Path("demo"), metavar="DIR", help="โฟลเดอร์ผล"
    )


def _addin(command: argparse.ArgumentParser) -> None:
    actions = ("build", "install", "status", "remove", "selftest")
    command.add_argument("action", choices=actions, help="สิ่งที่ให้ทำ")
    _output(command, "แฟ้มที่จะสร้าง (build) หรือโฟลเดอร์ผล (selftest)")


def _doctor(command: argparse.ArgumentParser) -> None:
    """There is nothing to say but the command."""


def _year(command: argparse.ArgumentParser) -> None:
    actions = command.add_subparsers(dest="action", required=True, metavar="new|add")
    new = actions.add_parser("new", help="แฟ้ม Excel สำหรับตอบคำถามของปีใหม่")
    new.add_argument("year", type=buddhist_year, metavar="YEAR", help="ปีงบประมาณ พ.ศ. ที่จะทำแบบ")
    new.add_argument(
        "--from", dest="based_on", type=buddhist_year, metavar="YEAR", help="ปีที่ใช้ตั้งต้น (ไม่ระบุ = ปีล่าสุดที่มี)"
    )
    _output(new, required=True)
    add = actions.add_parser("add", help="เพิ่มปีที่ตอบแล้วไว้ในเครื่องนี้")
    add.add_argument("file", type=Path, metavar="FILE.xlsx", help="แฟ้มที่ตอบแล้ว")
    add.add_argument("--force", action="store_true", help="แทนที่แบบของปีนั้นที่เคยเพิ่มไว้")


_COMMANDS: dict[str, tuple[str, str, Callable[[argparse.ArgumentParser], None]]] = {
    "new": ("สร้างแบบรายงานใหม่", "a new empty form", _new),
    "load": ("สร้างแบบรายงานจากข้อมูล JSON", "a form filled from report data", _load),
    "dump": ("ส่งข้อมูลในแบบออกเป็น JSON", "the data of a form", _dump),
    "check": ("ตรวจความถูกต้องของแบบรายงาน", "every finding on a form", _check),
    "confirm": ("ยืนยันว่าถูกต้อง (พร้อมเหตุผล) หรือสร้างแบบที่มีรายการที่ต้องแก้ไข", "confirm findings as right", _confirm),
    "repair": ("แก้เฉพาะข้อที่โปรแกรมแก้ให้ได้ ลงในแบบใหม่", "the plain repairs, in a new form", _repair),
    "fill": ("ติ๊กช่องผลการดำเนินการตามที่แถวบอก ลงในแบบใหม่", "tick the progress boxes, in a new form", _fill),
    "carry": ("นำข้อมูลไปตั้งต้นปีถัดไป", "last year's form into this year's", _carry),
    "links": ("เปิดดูลิงก์ทุกลิงก์ในแบบ ว่ายังใช้ได้", "ask every address in a form", _links),
    "report": ("จัดทำรายงาน (Word)", "the Word report", _report),
    "layouts": ("รูปแบบรายงานที่มี และตรวจรูปแบบของหน่วยงาน", "the layouts there are; check one", _layouts),
    "fonts": ("ฟอนต์ไทยที่จะใช้พิมพ์", "the Thai face that will be used", _fonts),
    "rules": ("ข้อตรวจทั้งหมด", "the rules", _rules),
    "build": ("สร้างแบบเปล่าของแต่ละปี", "the empty forms of the years", _build),
    "year": ("ทำแบบของปีใหม่ใน Excel และเพิ่มไว้ในเครื่องนี้", "a new year made in Excel", _year),
    "addin": ("ส่วนเสริมของ Excel", "the Excel add-in", _addin),
    "doctor": ("ตรวจความพร้อมเครื่อง", "what this computer has and lacks", _doctor),
    "demo": ("ตัวอย่างตั้งแต่กรอกแบบจนได้รายงาน", "an example from form to paper", _demo),
}

_MODULES = {
    **dict.fromkeys(("layouts", "rules", "demo", "fonts", "addin", "doctor"), "toolbox"),
    **dict.fromkeys(("new", "build", "year"), "year_commands"),
}
