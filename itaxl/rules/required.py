"""Cells: what must be filled is filled, and what is filled can be read."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import cast

from itaxl.catalog.form import LISTS
from itaxl.model.columns import LAYOUTS, Column, Kind, Record, column_of, columns
from itaxl.model.findings import Severity
from itaxl.model.records import IndicatorRow, MeasureRow, OItemRow
from itaxl.rules import sources
from itaxl.rules.context import Context, blank
from itaxl.rules.mechanism import Hit, rule
from itaxl.rules.results import measure_name

_NAMELESS = (
    "กรอกลำดับและชื่อมาตรการ หรือหากแถวนี้เป็นขั้นตอนของมาตรการข้างบน ให้ลบข้อความในช่อง ลำดับ ถึงช่อง มาตรการ/กิจกรรม ของแถวนี้"
)
_NOTHING_TO_REPORT = ("not_started", "impossible")


@rule("F01", Severity.ERROR, "ช่องที่ต้องกรอกยังว่าง", sources.THE_PAPER, confirmable=False)
def required_cell_is_empty(context: Context) -> Iterator[Hit]:
    """A cell that the report needs is empty."""
    report = context.report
    for record, name in ((report.agency, "agency"), (report.assessment, "assessment"), (report.paper, "")):
        mandated = _mandated(context, name)
        for column in columns(type(record)):
            wanted = column.required or column.key in mandated
            if wanted and context.prints(record, column) and _is_empty(record, column.key):
                yield _empty(record, column, f"ช่อง “{column.heading}” ยังว่าง รายงานต้องมีข้อมูลนี้")
    yield from _empty_tables(context)


def _mandated(context: Context, name: str) -> set[str]:
    """The keys that the year file mandates within one part of the report."""
    return {field.rpartition(".")[2] for field in context.year.mandated if field.rpartition(".")[0] == name}


_Gap = tuple[Record, Column]


def _tables(context: Context) -> Iterator[tuple[str, list[_Gap]]]:
    """The empty cells of each table: of a measure with several steps one filled cell is enough."""
    mandated = [column_of(MeasureRow, key) for key in sorted(_mandated(context, "measures"))]
    yield (
        "measures",
        [
            (steps[0], column)
            for column in mandated
            for steps in context.measures
            if context.prints(steps[0], column) and all(_is_empty(step, column.key) for step in steps)
        ],
    )
    for name, rows in (("indicators", context.report.indicators), ("o_items", context.report.o_items)):
        yield (
            name,
            [
                (record, column)
                for key in sorted(_mandated(context, name))
                for record in rows
                for column in (column_of(type(record), key),)
                if context.prints(record, column) and _is_empty(record, key) and not _excused(record, key)
            ],
        )


def _empty_tables(context: Context) -> Iterator[Hit]:
    """One finding for each table, with the list of its cells."""
    if not context.report.measures:
        fix = "กรอกมาตรการและผลการดำเนินการอย่างน้อยหนึ่งมาตรการ"
        yield Hit(
            context.empty_measure, "title", "", "ยังไม่มีมาตรการในรายงาน", fix, context.asked_by, path="measures"
        )
    for name, gaps in _tables(context):
        if len(gaps) == 1:
            (record, column) = gaps[0]
            hit = _empty(record, column, f"{_row_name(record)}: ช่อง “{column.heading}” ยังว่าง")
            nameless = isinstance(record, MeasureRow) and record.no is None and column.key == "title"
            yield replace(hit, fix=_NAMELESS) if nameless else hit
        elif gaps:
            message = f"ช่องที่ต้องกรอกยังว่าง {len(gaps)} ช่อง: {_where(gaps)}"
            record, column = gaps[0]
            yield Hit(record, column.key, "", message, "กรอกข้อมูลในช่องเหล่านี้", path=name)


def _where(gaps: Sequence[_Gap]) -> str:
    """The cells by column, runs of them shortened: “ผู้รับผิดชอบ” (E5–E12, E20)."""
    parts = []
    for column, group in groupby(gaps, key=lambda gap: gap[1]):
        records = [record for record, _ in group]
        parts.append(f"“{column.heading}” ({', '.join(_runs(records, column))})")
    return "; ".join(parts)


def _runs(records: Sequence[Record], column: Column) -> Iterator[str]:
    """The references of cells below each other as one; names of rows where the data came from no form."""
    if not all(record.at.refs and record.at.row is not None for record in records):
        yield from (_row_name(record) for record in records)
        return
    rows = sorted(record.at.row or 0 for record in records)
    letter = re.sub("[0-9]", "", records[0].at.cell(column.cells[0]).ref)
    for _, run in groupby(enumerate(rows), key=lambda each: each[1] - each[0]):
        cells = [row for _, row in run]
        yield f"{letter}{cells[0]}" if len(cells) == 1 else f"{letter}{cells[0]}–{letter}{cells[-1]}"


def _excused(record: Record, key: str) -> bool:
    """What is not begun, or cannot be done, has no result yet; a tick with nothing behind is another rule's (S01)."""
    status = record.status if isinstance(record, (IndicatorRow, OItemRow)) else None
    return key == "progress" and status in (*_NOTHING_TO_REPORT, "done")


def _is_empty(record: Record, key: str) -> bool:
    return blank(getattr(record, key)) and key not in record.unread


def _empty(record: Record, column: Column, message: str) -> Hit:
    how = "เลือกจากรายการในช่อง" if column.choices else "กรอกข้อมูลในช่องนี้"
    return Hit(record, column.key, "", message, how)


def _row_name(record: Record) -> str:
    """What a message calls a row of a table."""
    if isinstance(record, OItemRow):
        return f"ข้อ O{record.no}"
    return (
        f"ตัวชี้วัดที่ {record.no}" if isinstance(record, IndicatorRow) else measure_name(cast(MeasureRow, record))
    )


# ---- what the paper would print empty --------------------------------------------------------------------------------


@rule("F05", Severity.ERROR, "รูปแบบที่เลือกไม่พิมพ์ส่วนที่รายงานต้องมี", sources.THE_PAPER)
def layout_lacks_a_required_part(context: Context) -> Iterator[Hit]:
    """The chosen layout cannot print a part that the report must have.

    Certain only where the part is known from the manual of the year.
    """
    year, paper = context.year, context.report.paper
    names = dict(LAYOUTS)
    for element in year.elements:
        for field in element.fields:
            table, _, key = field.rpartition(".")
            column = column_of(MeasureRow, key) if table == "measures" else None
            if column and not context.prints(context.empty_measure, column):
                able = [names[layout] for layout in column.prints if layout in names]
                asks = f"ข้อ {context.answers} กำหนดให้มี" if context.answers else "รายงานต้องมี"
                layout = names.get(context.how.layout, context.how.layout)
                message = f"“{layout}” ไม่พิมพ์ช่อง “{column.heading}” ซึ่ง{asks}"
                fix = f"เลือกรูปแบบที่พิมพ์ช่องนี้ ({', '.join(able)}) หรือบอกผลลัพธ์ไว้ในสรุปผลแล้วยืนยันว่าถูกต้อง"
                known = year.is_of_the_manual(year.basis.elements)
                yield Hit(paper, "layout", layout, message, fix, context.asked_by, doubtful=not known)


@rule("F06", Severity.ERROR, "หน้า QR Code จะพิมพ์เป็นกรอบว่าง", sources.THE_PAPER, confirmable=False)
def qr_frame_is_empty(context: Context) -> Iterator[Hit]:
    """The page for the QR code has no address to show."""
    paper = context.report.paper
    column = column_of(type(paper), "eit_url")
    if context.how.qr and context.prints(paper, column) and _is_empty(paper, "eit_url"):
        message = f"เลือกพิมพ์หน้า QR Code แต่ช่อง “{column.heading}” ยังว่าง"
        yield Hit(paper, "eit_url", "", message, "วางลิงก์แบบวัด EIT จากระบบ ITAS หรือเลือกไม่พิมพ์หน้า QR Code")


_NOT_A_GAP = frozenset(
    {"reason", "no_data_reason", "unpublished_reason", "url", "indicator", "instrument", "topic"}
)


@rule("F07", Severity.ERROR, "ทั้งคอลัมน์ยังว่าง", sources.THE_PAPER, confirmable=False)
def column_is_empty(context: Context) -> Iterator[Hit]:
    """A whole column that the paper prints is empty; said once for each table."""
    report = context.report
    for name, rows in (
        ("measures", report.measures),
        ("indicators", report.indicators),
        ("o_items", report.o_items),
    ):
        empty = (
            [column for column in columns(type(rows[0])) if _is_empty_column(context, name, rows, column)]
            if rows
            else []
        )
        if empty:
            named = ", ".join(f"“{column.heading}”" for column in empty)
            message = f"คอลัมน์ {named} ว่างทุกแถว รายงานจะพิมพ์เป็นช่องว่างทั้งคอลัมน์"
            fix = "กรอกข้อมูลในคอลัมน์นี้ หรือเลือกรูปแบบรายงานที่ไม่พิมพ์คอลัมน์นี้"
            yield Hit(rows[0], empty[0].key, "", message, fix, path=name)


def _is_empty_column(context: Context, name: str, rows: Sequence[Record], column: Column) -> bool:
    """Whether a column of text that the year does not mandate (F01) is printed and nobody filled it."""
    text = column.kind in (Kind.LINES, Kind.TEXT) and not column.locked and column.key not in _NOT_A_GAP
    asked = text and column.key not in _mandated(context, name) and context.prints(rows[0], column)
    return asked and any(map(_is_written, rows)) and all(_is_empty(row, column.key) for row in rows)


def _is_written(row: Record) -> bool:
    """Whether anybody wrote into a row; of a table that nobody touched F01 speaks."""
    texts = (column for column in columns(type(row)) if column.kind is Kind.LINES and not column.locked)
    return any(not _is_empty(row, column.key) for column in texts)


@rule("F08", Severity.ERROR, "แถวที่รายงานพิมพ์เป็นช่องว่าง", sources.THE_PAPER, confirmable=False)
def row_prints_empty(context: Context) -> Iterator[Hit]:
    """A row whose answers the paper prints empty: an item nobody answered, a step not begun without a box; once a table."""
    items = context.report.o_items
    if items and context.prints(items[0], column_of(OItemRow, "has_data")):
        bare = [item for item in items if all(_is_empty(item, key) for key in _ANSWERS)]
        fix = "เลือก มีข้อมูล และ เผยแพร่ในเว็บไซต์ หรือกรอกเหตุผล ของแต่ละข้อ"
        if bare:
            yield _print_empty(bare, "has_data", "ยังไม่ได้ตอบว่ามีข้อมูลและเผยแพร่แล้วหรือไม่", fix, "o_items")
    boxes = column_of(MeasureRow, "status")
    steps = [
        step
        for step in context.report.measures
        if not context.prints(step, boxes) and _tells_nothing(context, step)
    ]
    if steps:
        fix = "เขียนในช่องผลว่ายังไม่ดำเนินการ พร้อมเหตุผล"
        yield _print_empty(
            steps, "summary", "ติ๊ก “ยังไม่ดำเนินการ” ซึ่งรูปแบบนี้ไม่พิมพ์ช่องสถานะ และช่องผลยังว่าง", fix, "measures"
        )


_ANSWERS = ("has_data", "no_data_reason", "published", "unpublished_reason")


def _tells_nothing(context: Context, step: MeasureRow) -> bool:
    """Whether a step that is not begun says so nowhere on the paper; a measure of which no step tells is F01's."""
    measure = next(steps for steps in context.measures if step in steps)
    alone = all(_is_empty(each, "summary") for each in measure)
    return step.status == "not_started" and _is_empty(step, "summary") and not alone


def _print_empty(rows: Sequence[Record], key: str, why: str, fix: str, table: str) -> Hit:
    column = column_of(type(rows[0]), key)
    message = f"{why}: {', '.join(_runs(rows, column))}"
    return Hit(rows[0], key, "", message, fix, path=table if len(rows) > 1 else "")


# ---- what cannot be read ---------------------------------------------------------------------------------------------


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
            choices = tuple(word for _, word in column.choices) if column.kind is Kind.WHOLE else ()
            value, offered = getattr(record, column.key), choices or _CLOSED.get(column.suggestions, ())
            if offered and not blank(value) and str(value).strip() not in offered:
                message = f"“{value}” ไม่อยู่ในรายการของช่อง “{column.heading}”"
                yield Hit(record, column.key, str(value), message, f"เลือกจากรายการ: {', '.join(offered)}")


# In a cell with another list, other words are accepted too.
_CLOSED = {key: LISTS[key] for key in ("kinds", "evidence_kinds")}
