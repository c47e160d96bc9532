"""The commands of layouts, `{% … %}`: what each one does, and that every `for` and `if` finds its end.

The one rule of the place: a pair that spans two cells or two paragraphs would tear the document; it is refused.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from itaxl.word.engine.faults import Faults, Spot
from itaxl.word.engine.ooxml import Element


@dataclass(frozen=True, slots=True)
class Command:
    """A command: how it is written, what it does in Thai; `of_place` when it changes what it stands in."""

    written: str
    what: str
    of_place: bool = False
    inside: tuple[str, ...] = ()  # the commands that it divides or ends


COMMANDS: dict[str, Command] = {
    "for": Command(
        "{% for measure in measures %}",
        "ทำซ้ำสำหรับทุกรายการ จนถึง endfor: คำสั่งที่อยู่ลำพังในย่อหน้าทำซ้ำย่อหน้าระหว่างนั้น ที่อยู่ลำพังในแถวของตารางทำซ้ำแถว "
        "ที่อยู่ลำพังในเซลล์ทำซ้ำเซลล์ ที่อยู่กลางข้อความทำซ้ำข้อความ เติม if ต่อท้ายเพื่อเลือกบางรายการ ในวงใช้ loop.first loop.last loop.index ได้",
    ),
    "endfor": Command("{% endfor %}", "จบการทำซ้ำ อยู่ระดับเดียวกับ for", inside=("for",)),
    "if": Command("{% if agency.division %}", "พิมพ์ส่วนระหว่างนี้จนถึง endif เมื่อเงื่อนไขเป็นจริง ข้อมูลที่ว่างถือว่าไม่จริง ใช้ and or not == < > ได้"),
    "elif": Command("{% elif agency.place %}", "เงื่อนไขถัดไป เมื่อเงื่อนไขก่อนหน้าไม่จริง", inside=("if",)),
    "else": Command("{% else %}", "เมื่อไม่มีเงื่อนไขใดจริง หรือเมื่อ for ไม่มีรายการ", inside=("if", "for")),
    "endif": Command("{% endif %}", "จบเงื่อนไข อยู่ระดับเดียวกับ if", inside=("if",)),
    "set": Command("{% set last = signers[-1] %}", "ตั้งชื่อสั้นให้ข้อมูล เพื่อใช้ในย่อหน้าหรือแถวต่อจากนั้น"),
    "merge": Command("{% merge if not loop.first %}", "ผสานเซลล์นี้กับเซลล์ข้างบนเมื่อเงื่อนไขเป็นจริง และไม่พิมพ์ข้อความซ้ำ", of_place=True),
    "whole": Command("{% whole if step.summary|lines(26) < 18 %}", "ไม่แบ่งแถวนี้ข้ามหน้าเมื่อเงื่อนไขเป็นจริง ใช้กับแถวที่สั้นกว่าหนึ่งหน้าเท่านั้น", of_place=True),
    "pagebreak": Command("{% pagebreak if options.cover %}", "ขึ้นหน้าใหม่ก่อนย่อหน้านี้เมื่อเงื่อนไขเป็นจริง", of_place=True),
    "samesection": Command("{% samesection if not options.item_tables %}", "ใช้หน้ากระดาษ หัวกระดาษ และเลขหน้าของส่วน (section) ก่อนหน้า เมื่อเงื่อนไขเป็นจริง", of_place=True),
    "layout": Command("{% layout annual %}", "บอกว่าแม่แบบนี้ดัดแปลงจากรูปแบบใด ปก สารบัญ ตารางข้อ O และตัวเลือกอื่นจึงเป็นเหมือนรูปแบบนั้น แม้บันทึกเป็นชื่ออื่น"),
}  # fmt: skip

# What may stand behind | in a tag, of all that Jinja knows: an example, and what it gives.
FILTERS: dict[str, tuple[str, str]] = {
    "lines": ("{{ step.summary|lines(26) }}", "จำนวนบรรทัดโดยประมาณ เมื่อหนึ่งบรรทัดมีอักษร 26 ตัว ใช้คู่กับ whole"),
    "length": ("{{ signers|length }}", "จำนวนรายการ"),
    "first": ("{{ measure.title|first }}", "รายการแรก"),
    "last": ("{{ measure.title|last }}", "รายการสุดท้าย"),
    "join": ("{{ step.responsible|join(', ') }}", "รวมทุกบรรทัดเป็นข้อความเดียว คั่นด้วยเครื่องหมายที่กำหนด"),
    "batch": ("{% for pair in signers|batch(2) %}", "แบ่งรายการเป็นชุด ชุดละ 2"),
    "selectattr": ("{{ signers|selectattr('opinion')|list|length }}", "เฉพาะรายการที่มีข้อมูลนั้น ใช้คู่กับ list"),
    "list": ("{{ signers|selectattr('opinion')|list|length }}", "รวมผลที่เลือกเป็นรายการ ก่อนนับหรือทำซ้ำ"),
}  # fmt: skip


@dataclass(slots=True)
class Pairs:
    """Watches the commands of a part, in the order of the document."""

    fault: Faults
    _open: list[tuple[str, Element, Spot]] = field(default_factory=list)

    def see(self, word: str, level: Element, spot: Spot) -> None:
        """A command that stands in `level`; TemplateError when it does not fit what is open."""
        if f"end{word}" in COMMANDS:
            self._open.append((word, level, spot))
        elif word in COMMANDS and (wanted := COMMANDS[word].inside):
            self._must_fit(word, wanted, level, spot)
            if word.startswith("end"):
                self._open.pop()

    def _must_fit(self, word: str, wanted: tuple[str, ...], level: Element, spot: Spot) -> None:
        if not self._open or self._open[-1][0] not in wanted:
            if any(opened in wanted for opened, _, _ in self._open):
                self.finish()  # what was left open inside is to blame
            raise self.fault(
                spot,
                f"“{word}” ไม่มีคำสั่ง {' หรือ '.join(wanted)} ที่เปิดไว้ก่อนหน้า – โปรดลบออก หรือเติมคำสั่งเปิด",
                f"{word} without {'/'.join(wanted)}",
            )
        if self._open[-1][1] is not level:
            raise self.fault(
                spot,
                f"คู่ของคำสั่งนี้อยู่ที่ {self._open[-1][2].place} ซึ่งเป็นคนละระดับ – โปรดวางคำสั่งเปิดและปิดไว้ในย่อหน้าเดียวกัน "
                "หรือคนละย่อหน้าในเซลล์เดียวกัน หรือคนละแถวของตารางเดียวกัน",
                f"{word} and its opening stand on different levels",
            )

    def finish(self) -> None:
        """The end of the part, or of what is around: nothing may be open."""
        if self._open:
            word, _, spot = self._open[-1]
            raise self.fault(
                spot,
                f"ไม่มี {{% end{word} %}} ปิด – โปรดเติม {{% end{word} %}} หลังส่วนที่ต้องการ ในระดับเดียวกัน",
                f"{word} is never closed",
            )
