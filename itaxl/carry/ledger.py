"""What carrying writes down: each change for a person to decide on, and each text that has no cell in the new form.

The one rule of the place: a text that is written down here stands nowhere else.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from itaxl.carry.items import Origin, ceased
from itaxl.carry.taking import Note, Taken
from itaxl.catalog.fields import fingerprint
from itaxl.catalog.values import MAX_CELL, cell_length
from itaxl.model.columns import Lines, Record
from itaxl.model.records import CeasedRow, ChangeRow, PastRow

NUMBER, REVIEW, GONE, NEW = "เลขข้อเปลี่ยน", "ข้อที่ต้องทบทวน", "ข้อที่ไม่มีในปีนี้", "ข้อที่เพิ่มในปีนี้"
YEAR, PERIOD, FRONT, REFERENCE = "ปีในข้อความ", "ระยะเวลา", "ข้อความส่วนหน้า", "ข้อที่หลักฐานอ้าง"
TOPICS = (NUMBER, REVIEW, GONE, NEW, YEAR, PERIOD, FRONT, REFERENCE)


@dataclass(frozen=True, slots=True)
class CarriedFrom:
    """A record of an earlier form, in its year; `part` and `of` name its sheet and itself for a person."""

    year: int
    part: str
    of: str
    record: Record


@dataclass(slots=True)
class Ledger:
    """The lists of one carrying to the fiscal year `new`."""

    new: int
    changes: list[ChangeRow] = field(default_factory=list)
    past: list[PastRow] = field(default_factory=list)
    ceased: list[CeasedRow] = field(default_factory=list)

    def change(
        self, topic: str, year: int, before: str, after: str, *, path: str, note: str = "", brought: str = ""
    ) -> None:
        """List a change; `brought` is the fingerprint of what can be taken back."""
        self.changes.append(
            ChangeRow(
                topic=topic,
                before=tuple(before.split("\n")) if before else (),
                after=tuple(after.split("\n")),
                note=note,
                fiscal_year=year,
                field=path,
                text_hash=brought,
            )
        )

    def cease(self, origin: Origin) -> None:
        """List an item that the new year does not have, with everything typed."""
        if not origin.returned:
            path, note = f"ceased[{len(self.ceased)}]", f"ไม่มีข้อนี้ในปี {self.new}"
            self.change(GONE, origin.year, origin.label, f"แผ่นงาน {GONE}", path=path, note=note)
        self.ceased.append(ceased(origin))

    def moved_on(self, source: CarriedFrom, path: str, before: str, after: str) -> None:
        """List a text whose year has moved on with the report."""
        topic = PERIOD if path.endswith(".period") else YEAR
        note = f"ปีงบประมาณ {source.year} เป็น {self.new}"
        self.change(topic, source.year, before, after, path=path, note=note, brought=fingerprint(after))

    def keep(self, source: CarriedFrom, notes: Iterable[Note]) -> None:
        """List texts that have no cell, each in a row of its own."""
        for note in notes:
            text = tuple(note.text.split("\n"))
            row = PastRow(
                fiscal_year=source.year, part=source.part, of=source.of, heading=note.heading, text=text
            )
            self.past.append(row)

    def keep_together(self, source: CarriedFrom, notes: list[Note], heading: str) -> None:
        """List the texts of one record in one row, where a cell can hold them."""
        text = "\n".join(line for note in notes for line in note.lines)
        self.keep(source, [Note(heading, text)] if cell_length(text) <= MAX_CELL else notes)

    def beside(self, sources: Iterable[tuple[CarriedFrom, Taken]], mark: Lines) -> Lines:
        """The lines that stand beside the new cells: what each source says of its year; the rest is listed."""
        lines = mark
        for source, taken in sources:
            earlier: Lines = getattr(source.record, "previous", ())
            if earlier and source.year == self.new and _fits((*lines, *earlier)):
                lines = (*lines, *earlier)
            elif earlier:
                self.keep(source, [Note("ผลที่ยกมาก่อนหน้า", "\n".join(earlier))])
            head = f"ปี {source.year} {source.of}"
            for note in taken.notes:
                more = note.lines if head in lines else (head, *note.lines)
                if _fits((*lines, *more)):
                    lines = (*lines, *more)
                else:
                    self.keep(source, [note])
        return lines


def _fits(lines: Lines) -> bool:
    return cell_length("\n".join(lines)) <= MAX_CELL
