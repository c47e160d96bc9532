"""Echoes: a result that is the official text of its item, or another cell of its own row.

The one rule of the place: the plan of a row against its result has a rule of its own (`copies`); here is what else a
result may be copied from.
"""

from __future__ import annotations

from collections.abc import Iterator

from itaxl.model.findings import Severity
from itaxl.model.records import MeasureRow, OItemRow
from itaxl.rules import sources
from itaxl.rules.context import Context
from itaxl.rules.mechanism import Hit, rule
from itaxl.rules.results import heading, rows
from itaxl.thai.likeness import repetition

_TELL = "เขียนสิ่งที่ทำจริง เมื่อใด ที่ใด จำนวนเท่าใด และผลเป็นอย่างไร"


@rule("R22", Severity.WARNING, "ผลเป็นข้อความเดียวกับชื่อข้อหรือองค์ประกอบ", "ชื่อและองค์ประกอบของข้อ O")
def result_is_the_text_of_the_item(context: Context) -> Iterator[Hit]:
    """The result of an item is its own title or elements word for word."""
    for row in rows(context):
        record, item = row.record, row.item
        if (
            item
            and isinstance(record, OItemRow)
            and (line := repetition(record.progress, (item.title, *item.components)))
        ):
            message = f"{row.name}: ผลเป็นข้อความเดียวกับชื่อข้อหรือองค์ประกอบของข้อนี้ ยังไม่แสดงว่าได้ทำอะไรแล้ว"
            yield Hit(record, "progress", line.typed, message, _TELL, f"O{item.no}/{context.year.year}")


# (the cell copied into, those it may be copied from); the plan's own cell against the result is told elsewhere.
_CELLS = (("summary", ("title", "monitoring")), ("outcome", ("summary", "method", "title", "monitoring")))


@rule("R23", Severity.WARNING, "ข้อความเดียวกันอยู่ในสองช่องของแถว", sources.CUSTOM)
def one_text_in_two_cells_of_a_row(context: Context) -> Iterator[Hit]:
    """A result repeats another cell of its row: the title, the follow-up, or the summary as outcome."""
    for row in rows(context):
        if isinstance(row.record, MeasureRow):
            for key, sources in _CELLS:
                for source in sources:
                    line = repetition(getattr(row.record, key), getattr(row.record, source))
                    if line:
                        where = f"“{heading(row.record, source)}”"
                        message = f"{row.name}: “{heading(row.record, key)}” เป็นข้อความเดียวกับช่อง {where}"
                        yield Hit(row.record, key, line.typed, message, _TELL)
                        break
