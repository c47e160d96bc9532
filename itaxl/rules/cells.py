"""Cells: what must be filled is filled, and what is filled can be read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from itaxl.catalog.form import LISTS
from itaxl.model.columns import Column, Kind, Record, column_of, columns
from itaxl.model.findings import Severity
from itaxl.model.records import IndicatorRow, MeasureRow, OItemRow
from itaxl.rules import sources
from itaxl.rules.context import Context, blank
from itaxl.rules.mechanism import Hit, rule

_NAMELESS = (
    "กรอกลำดับและชื่อมาตรการ หรือหากแถวนี้เป็นขั้นตอนของมาตรการข้างบน ให้ลบข้อความในช่อง ลำดับ ถึงช่อง มาตรการ/กิจกรรม ของแถวนี้"
)
_NOTHING_TO_REPORT = ("not_started", "impossible")


@rule("F01", Severity.ERROR, "ช่องที่ต้องกรอกยังว่าง", sources.THE_PAPER, confirmable=False)
def required_cell_is_empty(context: Context) -> Iterator[Hit]:
    """A cell that the report needs is empty."""
    yield from _empty_head(context)
    yield from _empty_measures(context)
    yield from _empty_rows(context)


def _mandated(context: Context, name: str) -> set[str]:
    """The keys that the year file mandates within one part of the report."""
    return {field.rpartition(".")[2] for field in context.year.mandated if field.rpartition(".")[0] == name}


def _empty_head(context: Context) -> Iterator[Hit]:
    report = context.report
    for record, name in ((report.agency, "agency"), (report.assessment, "assessment"), (report.paper, "")):
        mandated = _mandated(context, name)
        for column in columns(type(record)):
            wanted = column.required or column.key in mandated
            if wanted and context.prints(record, column) and _is_empty(record, column.key):
                yield _empty(record, column, f"ช่อง “{column.heading}” ยังว่าง รายงานต้องมีข้อมูลนี้")


def _empty_measures(context: Context) -> Iterator[Hit]:
    """Of a measure with several steps one filled cell is enough; the fault is shown at its first row."""
    if not context.report.measures:
        yield _no_measures(context)
    for steps in context.measures:
        for key in _mandated(context, "measures"):
            column = column_of(MeasureRow, key)
            if context.prints(steps[0], column) and all(_is_empty(step, key) for step in steps):
                asks = f"ข้อ {context.answers} กำหนดให้มี" if context.answers else "รายงานต้องมี"
                message = f"มาตรการ{_named(steps)}ยังไม่ได้กรอก “{column.heading}” ซึ่ง{asks}"
                hit = _empty(steps[0], column, message, context.asked_by)
                yield replace(hit, fix=_NAMELESS) if key == "title" and steps[0].no is None else hit


def _no_measures(context: Context) -> Hit:
    """The finding about the whole table, shown at the first cell of its first row."""
    fix = "กรอกมาตรการและผลการดำเนินการอย่างน้อยหนึ่งมาตรการ"
    return Hit(
        context.empty_measure, "title", "", "ยังไม่มีมาตรการในรายงาน", fix, context.asked_by, path="measures"
    )


def _empty_rows(context: Context) -> Iterator[Hit]:
    """The indicators and items that the paper prints."""
    for name, rows in (("indicators", context.report.indicators), ("o_items", context.report.o_items)):
        for record in rows:
            for key in _mandated(context, name):
                column = column_of(type(record), key)
                if context.prints(record, column) and _is_empty(record, key) and not _excused(record, key):
                    yield _empty(record, column, f"{_row_name(record)}: ช่อง “{column.heading}” ยังว่าง")


def _excused(record: IndicatorRow | OItemRow, key: str) -> bool:
    """What is not begun, or cannot be done, has no result yet; a tick with nothing behind is another rule's (S01)."""
    return key == "progress" and record.status in (*_NOTHING_TO_REPORT, "done")


def _is_empty(record: Record, key: str) -> bool:
    return blank(getattr(record, key)) and key not in record.unread


def _empty(record: Record, column: Column, message: str, source: str = "") -> Hit:
    how = "เลือกจากรายการในช่อง" if column.choices else "กรอกข้อมูลในช่องนี้"
    return Hit(record, column.key, "", message, how, source)


def _row_name(record: IndicatorRow | OItemRow) -> str:
    return f"ข้อ O{record.no}" if isinstance(record, OItemRow) else f"ตัวชี้วัดที่ {record.no}"


def _named(steps: Sequence[MeasureRow]) -> str:
    return f"ที่ {steps[0].no} " if steps[0].no is not None else ""


@rule(
    "F02",
    Severity.ERROR,
    "อ่านค่าในช่องไม่ได้",
    sources.HOW_TO_FILL,
    speaks_of_unread=True,
    confirmable=False,
)
def cell_cannot_be_read(context: Context) -> Iterator[Hit]:
    """A cell holds something that is not of its kind."""
    formulas = set(context.report.formulas)
    for record in context.report.records():
        for key, text in record.unread.items():
            column = column_of(type(record), key.partition(":")[0])
            if (
                not formulas
                or record.at.cell(key if key in record.at.refs else column.cells[0]) not in formulas
            ):
                yield _unread(record, column, key, text)


def _unread(record: Record, column: Column, key: str, text: str) -> Hit:
    """What is wrong depends on the kind of the cell."""
    if column.kind is Kind.BOXES:
        return _unread_boxes(record, column, text)
    heading = column.heading_of(key)
    if column.kind is Kind.CHOICE:
        words = ", ".join(word for _, word in column.choices)
        return Hit(record, key, text, f"“{text}” ไม่อยู่ในรายการของช่อง “{heading}”", f"เลือกจากรายการ: {words}")
    return Hit(record, key, text, f"“{text}” ในช่อง “{heading}” ไม่ใช่ตัวเลข", "พิมพ์เป็นตัวเลขอย่างเดียว เช่น 80")


def _unread_boxes(record: Record, column: Column, text: str) -> Hit:
    """Two ticks, or words in a box; shown at the last box concerned."""
    parts = text.split("+")
    strange = next((part for part in parts if "=" in part), None)
    name = (strange or parts[-1]).partition("=")[0]
    words = dict(column.choices)
    if strange:
        typed = strange.partition("=")[2]
        message, quote = f"ช่อง “{words[name]}” มีข้อความ “{typed}” แทนเครื่องหมาย ☑", typed
    else:
        message, quote = f"ติ๊กไว้ {len(parts)} ช่อง ({', '.join(str(words[part]) for part in parts)})", "☑"
    return Hit(record, f"{column.key}:{name}", quote, message, "ติ๊ก ☑ เพียงช่องเดียว ช่องอื่นเลือก ☐")


@rule("F03", Severity.ERROR, "มีสูตรในช่องกรอก", sources.HOW_TO_FILL, speaks_of_unread=True, confirmable=False)
def entry_cell_holds_a_formula(context: Context) -> Iterator[Hit]:
    """An entry cell holds a formula.

    A formula in an entry cell is not read: its value may be missing or stale.
    """
    formulas = set(context.report.formulas)
    for record in context.report.records() if formulas else ():
        for column in columns(type(record)):
            for key in column.cells:
                if key in record.at.refs and record.at.cell(key) in formulas:
                    typed = record.unread.get(key) or record.unread.get(column.key, "")
                    heading = column.heading_of(key)
                    message = (
                        f"ช่อง “{heading}” เป็นสูตร ({typed.rpartition('==')[2] or typed}) โปรแกรมไม่อ่านค่าจากสูตร"
                    )
                    yield Hit(record, key, typed, message, "ลบสูตร แล้วพิมพ์ข้อความหรือตัวเลขลงในช่องโดยตรง")


@rule("F04", Severity.ERROR, "ค่าไม่อยู่ในรายการของช่อง", sources.HOW_TO_FILL)
def value_is_not_in_the_list(context: Context) -> Iterator[Hit]:
    """A cell holds a value that its list does not offer.

    A paste goes over a list without a word: what the list would have refused is found here.
    """
    for record in context.report.records():
        for column in columns(type(record)):
            value, offered = getattr(record, column.key), _offered(column)
            if offered and not blank(value) and str(value).strip() not in offered:
                message = f"“{value}” ไม่อยู่ในรายการของช่อง “{column.heading}”"
                yield Hit(record, column.key, str(value), message, f"เลือกจากรายการ: {', '.join(offered)}")


def _offered(column: Column) -> tuple[str, ...]:
    """The words that alone are right in this column, none where others are accepted."""
    if column.kind is Kind.WHOLE:
        return tuple(word for _, word in column.choices)
    return LISTS[column.suggestions] if column.suggestions in _CLOSED else ()


_CLOSED = ("kinds", "evidence_kinds")
