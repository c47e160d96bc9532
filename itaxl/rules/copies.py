"""Copies: a result tells what was done, and tells it once, in its own cell.

The one rule of the place: texts are compared without spaces, digits' style and numbering (`thai.tidy`), and never
each with each other: equal ones meet in a table, near ones only within their row.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import cast

from itaxl.model.columns import Record, column_of
from itaxl.model.findings import Severity
from itaxl.model.records import MeasureRow
from itaxl.rules import sources
from itaxl.rules.context import Context
from itaxl.rules.mechanism import Hit, rule
from itaxl.rules.results import measure_name, rows
from itaxl.thai.likeness import Line, all_shingles, copied, lines_of, repetition, size
from itaxl.thai.proofreading import shorten, widen
from itaxl.thai.tidy import comparable, shingles

_TELL = "เขียนสิ่งที่ทำจริง เมื่อใด ที่ใด จำนวนเท่าใด และผลเป็นอย่างไร"


# ---- the result against the plan -------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Pair:
    """A cell of a plan and the cell of its result in one row."""

    record: Record
    plan_key: str
    result_key: str

    @property
    def plan(self) -> tuple[str, ...]:
        """The lines of the plan."""
        return cast("tuple[str, ...]", getattr(self.record, self.plan_key))

    @property
    def result(self) -> tuple[str, ...]:
        """The lines of the result."""
        return cast("tuple[str, ...]", getattr(self.record, self.result_key))

    def hit(self, line: Line, message: str, fix: str = _TELL) -> Hit:
        """The finding at the result, for the plan is right as it stands."""
        return Hit(self.record, self.result_key, line.typed, message, fix)


def _pairs(context: Context) -> Iterator[Pair]:
    rows: list[tuple[Record, str, str]] = [(row, "method", "summary") for row in context.report.measures]
    rows += [(row, "guidelines", "progress") for row in context.report.indicators]
    for record, plan, result in rows:
        if getattr(record, plan) and getattr(record, result):
            yield Pair(record, plan, result)


@rule("R01", Severity.ERROR, "สรุปผลคัดลอกวิธีดำเนินการ", sources.CUSTOM)
def result_repeats_the_plan(context: Context) -> Iterator[Hit]:
    """The result repeats the plan word for word.

    The whole result, or its main part, is the text of the plan.
    """
    for pair in _pairs(context):
        if line := repetition(pair.result, pair.plan):
            heading = column_of(type(pair.record), pair.plan_key).heading
            yield pair.hit(line, f"ผลการดำเนินการเป็นข้อความเดียวกับช่อง “{heading}” ยังไม่แสดงว่าได้ดำเนินการแล้ว")


_HAVE = re.compile(r"^[0-9]{0,2}(?:ได้|มี)(?:ดำเนินการ)?(?:มี)?(?:การ)?")
_DONE = re.compile("^(?:ได้)?ดำเนินการ.{0,24}$")  # ดำเนินการครบถ้วน 100%: says nothing of the plan


@rule("R02", Severity.WARNING, "สรุปผลเป็นข้อความของแผนที่เติมคำว่า มี", sources.CUSTOM)
def result_is_the_plan_with_have(context: Context) -> Iterator[Hit]:
    """The result is the plan with มี before it.

    มีการ… and then the plan; once a report, at the row where it is clearest.
    """
    pairs = [pair for pair in _pairs(context) if not repetition(pair.result, pair.plan)]
    pairs += [Pair(row, "title", "summary") for row in context.report.measures if row.title and row.summary]
    found = [(share, pair, line) for pair in pairs for share, line in _with_have(pair)]
    if found:
        _, pair, line = max(found, key=lambda each: each[0])  # the first of equals
        more = f" (พบลักษณะเดียวกัน {len(found)} แห่ง)" if len(found) > 1 else ""
        yield pair.hit(line, f"ผลการดำเนินการคือข้อความของแผน แล้วเติมคำว่า “มี” ไว้ข้างหน้า{more}")


def _with_have(pair: Pair) -> Iterator[tuple[float, Line]]:
    """The share of the result that is such lines, with the first of them, where they are its main part."""
    known = all_shingles(lines_of(pair.plan))
    told = lines_of(pair.result)
    rests = [(line, _HAVE.sub("", line.plain)) for line in told]
    grown = [(line, shingles(rest)) for line, rest in rests if len(rest) >= 15 and rest != line.plain]
    same = [line for line, rest in grown if len(rest & known) >= 0.8 * len(rest)]
    total = size(line for line in told if not _DONE.match(line.plain))
    if 2 * size(same) > total:
        yield size(same) / total, same[0]


@rule("R03", Severity.WARNING, "การกำกับติดตามคัดลอกขั้นตอน", sources.CUSTOM)
def follow_up_repeats_the_steps(context: Context) -> Iterator[Hit]:
    """The follow-up repeats the steps.

    The main part of the follow-up is the text of the steps: who will look after it is not said.
    """
    for row in context.report.measures:
        steps, follow_up = lines_of(row.method), lines_of(row.monitoring)
        same = copied(follow_up, steps, 0.85) if steps else []
        if same and 2 * size(same) > size(follow_up):
            line = max(same, key=lambda each: len(each.plain))
            message = "แนวทางการกำกับติดตามเป็นข้อความเดียวกับขั้นตอน"
            fix = "เขียนว่าใครติดตาม ติดตามเมื่อใด และรายงานต่อใคร"
            yield Pair(row, "method", "monitoring").hit(line, message, fix)


# ---- one text in several places --------------------------------------------------------------------------------------

# Said of every item alike; what is left must tell the items apart.
_COMMON = re.compile(
    r"จัดทำ|เผยแพร่|เปิดเผย|แสดง|ประชาสัมพันธ์|ข้อมูล|ดำเนินการ|เว็บไซต์|หลัก|หน่วยงาน|องค์การบริหารส่วน(?:ตำบล|จังหวัด)|เทศบาล(?:ตำบล|เมือง|นคร)?"
    r"|องค์ประกอบ|ครบถ้วน|ถูกต้อง|ครบ|ตาม|เป็นปัจจุบัน|เรียบร้อย|แล้ว|พร้อม|โดย|ผ่าน|ทาง|และ|ของ|ใน|บน|ที่|ซึ่ง|ให้|ได้|มี|การ|กำหนด|ทั้งหมด|รายละเอียด"
)
_TELLING = 10  # letters
_LINE_THAT_TELLS = 60  # letters: a shorter line may rightly stand in two results


@dataclass(frozen=True, slots=True)
class Said:
    """A text of a result with its place; `name` is what a message calls the row."""

    record: Record
    key: str
    typed: str
    name: str


@rule("R04", Severity.WARNING, "ผลการดำเนินการซ้ำกันหลายข้อ", sources.CUSTOM)
def one_result_under_several_items(context: Context) -> Iterator[Hit]:
    """One result stands under several items.

    The same result, or the same long line, in several rows; shown at each of them, once a cell.
    """
    shown: set[tuple[str, str]] = set()
    for group in _repeated(context):
        cells = {(said.record.at.path, said.key): said for said in group}
        fresh = [said for cell, said in cells.items() if cell not in shown] if len(cells) > 1 else []
        shown |= cells.keys() if fresh else set()
        named = list(dict.fromkeys(each.name for each in cells.values()))
        more = f" และอีก {len(named) - 1 - _NAMED} แห่ง" if len(named) - 1 > _NAMED else ""
        for said in fresh:
            others = [name for name in named[: _NAMED + 1] if name != said.name] or [said.name]
            message = f"ผลการดำเนินการซ้ำกับ{', '.join(others[:_NAMED])}{more}"
            fix = "ตรวจว่าผลใดเป็นของข้อใด แล้วเขียนผลของแต่ละข้อให้ต่างกัน"
            yield Hit(said.record, said.key, said.typed, message, fix)


_NAMED = 4  # rows that a message names


def _repeated(context: Context) -> Iterator[list[Said]]:
    """The groups of equal texts: whole cells first, then long lines."""
    cells: dict[str, list[Said]] = defaultdict(list)
    lines: dict[str, list[Said]] = defaultdict(list)
    for row in rows(context):
        record, key = row.record, row.results[0]
        parts = lines_of(getattr(record, key))
        if parts:
            cells["".join(line.plain for line in parts)].append(Said(record, key, row.told.strip(), row.name))
        for line in parts if len(parts) > 1 else ():
            lines[line.plain].append(Said(record, key, line.typed, row.name))
    for plain, group in cells.items():
        lines[plain] += group
        if len(group) > 1 and len(_COMMON.sub("", plain)) >= _TELLING:
            yield group
    yield from (group for plain, group in lines.items() if len(group) > 1 and len(plain) >= _LINE_THAT_TELLS)


@rule("R05", Severity.WARNING, "ข้อความเดียวกันอยู่สองครั้งในช่องเดียว", sources.CUSTOM)
def passage_stands_twice(context: Context) -> Iterator[Hit]:
    """A long passage stands twice in a cell.

    The same words, longer than two lines of print, twice in one cell.
    """
    for text in context.texts:
        if len(text.text) > 2 * _PASSAGE and (passage := _twice(text.text)):
            message = f"ข้อความ “{shorten(passage, 40)}…” อยู่สองครั้งในช่องนี้"
            yield Hit(text.record, text.column.key, passage, message, "ลบข้อความที่ซ้ำออกหนึ่งครั้ง")


_PASSAGE = 160  # characters


def _twice(text: str) -> str:
    """The first passage of that length that comes again behind itself, as far as it is the same; linear."""
    first: dict[str, int] = {}
    step = _PASSAGE // 2
    for start in range(0, len(text) - step, step):
        first.setdefault(text[start : start + step], start)
    for at in range(len(text) - step):
        earlier = first.get(text[at : at + step])
        if earlier is not None and at >= earlier + _PASSAGE:
            left, right = _widened(text, earlier, at, step)
            if right - left >= _PASSAGE:
                # without the words that only begin or end in it
                first_word, last_word = widen(text, left, left)[1], widen(text, right, right)[0]
                return text[first_word:last_word].strip()
    return ""


def _widened(text: str, one: int, two: int, size: int) -> tuple[int, int]:
    """Begin and end of the later passage, made as long as the two agree."""
    left, right = 0, size
    while left < min(one, two - one - size) and text[one - left - 1] == text[two - left - 1]:
        left += 1
    while two + right < len(text) and one + right < two - left and text[one + right] == text[two + right]:
        right += 1
    return two - left, two + right


@rule("R06", Severity.WARNING, "ชื่อมาตรการแทบเหมือนกัน", sources.CUSTOM)
def titles_are_nearly_the_same(context: Context) -> Iterator[Hit]:
    """Two measures have nearly the same title.

    Two titles that begin alike for most of their length: one was copied from the other.
    """
    seen: dict[str, MeasureRow] = {}
    for row in context.report.measures:
        plain = comparable("\n".join(row.title))
        other = seen.setdefault(plain[:_BEGINNING], row)
        if other is row or len(plain) <= _BEGINNING:
            continue
        mine, theirs = (shingles("\n".join(each.title)) for each in (row, other))
        if len(mine & theirs) >= 0.85 * max(len(mine), len(theirs)):
            for one, two in ((other, row), (row, other)):
                message = f"ชื่อมาตรการแทบเหมือน{measure_name(two)}"
                fix = "ตรวจว่าคัดลอกมาแล้วแก้ไม่ครบหรือไม่ หรือรวมเป็นมาตรการเดียวกัน"
                yield Hit(one, "title", "\n".join(one.title).strip(), message, fix)


_BEGINNING = 30  # letters
