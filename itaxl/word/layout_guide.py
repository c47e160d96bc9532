"""The page on how a layout is written, for docs/layouts.md: a loop over what is declared.

The one rule of the place: no command, filter or name is described here; each is told where it is declared.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from itaxl.word.engine.language import COMMANDS, FILTERS
from itaxl.word.paper import Layout, list_layouts
from itaxl.word.vocabulary import NAMES

_HEAD = """\
# เขียนรูปแบบรายงาน (แม่แบบ Word) ของหน่วยงานเอง

สร้างจากคำสั่ง `itaxl layouts guide`

แม่แบบคือเอกสาร Word (.docx) ธรรมดา ที่มีเครื่องหมายวงเล็บปีกกาอยู่ในข้อความ ตัวอักษร ตาราง และหน้ากระดาษเป็นไปตามที่จัดไว้ใน Word

1. คัดลอกแฟ้มจาก `word_templates/` เป็นชื่อใหม่ เช่น `ของเรา.docx` แล้วแก้ใน Word ย่อหน้าแรก `{% layout … %}` บอกว่าดัดแปลงจากรูปแบบใด ให้คงไว้
2. ตรวจด้วย `itaxl layouts check ของเรา.docx` ข้อผิดพลาดบอกตาราง แถว คอลัมน์ และวิธีแก้
3. พิมพ์ด้วย `itaxl report แบบ.xlsx --layout ของเรา.docx`

## เครื่องหมาย

| เครื่องหมาย | ทำอะไร |
|---|---|
| `{{ agency.name }}` | พิมพ์ข้อมูล ด้วยแบบอักษรของตำแหน่งที่เครื่องหมายเริ่ม เลขเป็นไทยหรืออารบิกตามที่เลือกในแบบ |
| `{% if … %}` | คำสั่ง (ดูตารางถัดไป) คำสั่งที่อยู่ลำพังในย่อหน้า เซลล์ หรือแถว ย่อหน้า เซลล์ หรือแถวนั้นจะไม่พิมพ์ |
| `{# ข้อความ #}` | บันทึกถึงผู้แก้แม่แบบ ไม่พิมพ์ |
| `check: row.done` | ใส่ในช่อง "แท็ก" ของกล่องกาเครื่องหมายของ Word (นักพัฒนา > คุณสมบัติ) กล่องมีเครื่องหมายเมื่อเงื่อนไขเป็นจริง |
| ลักษณะชื่อ Catchword | มีลักษณะ (style) ชื่อนี้ในแม่แบบ จึงพิมพ์คำต่อหน้าได้ |
| ที่คั่นหน้า (bookmark) กับเขตข้อมูล PAGEREF | เลขหน้าในสารบัญ โปรแกรมนับให้ |
| ที่คั่นหน้าชื่อ sig | เส้นลงนาม ที่ `--signature-fields` ใส่ช่องลายมือชื่อดิจิทัล |
"""


def write_guide() -> str:
    """The whole page in Markdown."""
    commands = ((f"`{each.written}`", each.what) for each in COMMANDS.values())
    filters = ((f"`{example}`", what) for example, what in FILTERS.values())
    return "\n".join(
        [
            _HEAD,
            *_table("## คำสั่ง", ("เขียนว่า", "ทำอะไร"), commands),
            *_table("## คำหลังเครื่องหมาย |", ("ตัวอย่าง", "ได้อะไร"), filters),
            "## ชื่อข้อมูล\n",
            "ชื่อของรายการใช้กับ `for` ชื่อที่อยู่ใต้รายการใช้กับตัวแปรของ `for` เช่น `{% for measure in measures %}` แล้ว "
            "`{{ measure.topic }}` ชื่ออื่นเขียนต่อกันด้วยจุด เช่น `{{ agency.name }}` ข้อมูลที่ไม่ได้กรอกเป็นค่าว่าง "
            "ชื่อมีแต่เพิ่ม ไม่เปลี่ยนและไม่หายไป\n",
            *_name_tables(list_layouts()),
        ]
    )


def _name_tables(layouts: Iterable[Layout]) -> Iterator[str]:
    """A table for each thing that has names, and which layouts use them; what is said of one is not said again."""
    used = {layout.name: layout.template.uses for layout in layouts}
    things: dict[str, dict[str, str]] = {}
    for path, name in NAMES.items():
        thing, _, key = path.rpartition(".")
        things.setdefault(thing, {})[key] = name.what
    seen: dict[tuple[str, ...], str] = {}
    for thing, names in things.items():
        head = f"### {thing}: {NAMES[thing].what}" if thing else "### รายงาน"
        first = seen.setdefault((*names, *names.values()), thing)
        if first != thing:
            yield f"{head}\n\nมีชื่อเหมือน `{first}`\n"
            continue
        rows = (
            (f"`{key}`", what, " ".join(n for n in used if f"{thing}.{key}".lstrip(".") in used[n]))
            for key, what in names.items()
        )
        yield from _table(head, ("ชื่อ", "คือ", "ใช้ในรูปแบบ"), rows)


def _table(title: str, heads: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> Iterator[str]:
    yield f"{title}\n"
    yield f"| {' | '.join(heads)} |"
    yield "|" + "---|" * len(heads)
    yield from (f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in row)} |" for row in rows)
    yield ""
