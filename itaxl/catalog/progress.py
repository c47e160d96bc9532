"""The one judgement of a row: how far its work is, by its words, percentage, dates and reason; which box that ticks.

The one rule of the place: a choice that a person made is never changed; a box is ticked only where nothing in the row
speaks against it, so that no check contradicts a tick made here.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

from itaxl.model.cells import Cell
from itaxl.model.records import IndicatorRow, MeasureRow, OItemRow, Report
from itaxl.thai.aspect import OPEN, Aspect, Share, Statement, declared_share, statements, tells_deed
from itaxl.thai.calendar import fiscal_year_span
from itaxl.thai.dates import find_dates, months_of_round, parse_date
from itaxl.thai.likeness import repetition

Row = MeasureRow | IndicatorRow | OItemRow

# The cells that tell what was done, the first that where the words for the status stand; and those of the plan.
RESULTS: Mapping[type, tuple[str, ...]] = {
    MeasureRow: ("summary", "outcome"),
    IndicatorRow: ("progress",),
    OItemRow: ("progress",),
}
PLANS: Mapping[type, tuple[str, ...]] = {
    MeasureRow: ("title", "method"),
    IndicatorRow: ("guidelines",),
    OItemRow: (),
}
_REASON = re.compile("เนื่องจาก|เพราะ|สาเหตุ|ด้วยเหตุ")
_SAYS_SOMETHING = re.compile(r"[ก-ฮA-Za-z0-9๐-๙]")


def says_something(text: str) -> bool:
    """Whether a cell holds more than dashes and spaces."""
    return bool(_SAYS_SOMETHING.search(text))


# ---- what a row says -------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Clash:
    """What a row says against a status: the cell, its words, and the reason to be told; None where a number says it."""

    key: str
    words: str
    aspect: Aspect | None


@dataclass(frozen=True, slots=True)
class Judgement:
    """What one row says of its own work; `day` is the day its data speaks of, in the report's fiscal year."""

    row: Row
    day: datetime.date
    fiscal_year: int

    def text(self, key: str) -> str:
        """The text of a cell as it stands in the form."""
        return "\n".join(getattr(self.row, key))

    @property
    def tells(self) -> bool:
        """Whether the row tells any result."""
        return any(says_something(self.text(key)) for key in RESULTS[type(self.row)])

    @property
    def percent(self) -> float | None:
        """The percentage of its cell; None where there is none, or none that can be."""
        percent = self.row.percent if isinstance(self.row, MeasureRow) else None
        return percent if percent is not None and 0 <= percent <= 100 else None

    @property
    def share(self) -> Share | None:
        """The percentage that the first words of the result declare."""
        return declared_share(self.text(RESULTS[type(self.row)][0]))

    def statements(self, *aspects: Aspect, certain: bool | None = None) -> Iterator[tuple[str, Statement]]:
        """The statements of these kinds in the cells that tell the result, each with its cell."""
        for key in RESULTS[type(self.row)]:
            for each in statements(self.text(key)):
                if each.aspect in aspects and certain in (None, each.certain):
                    yield key, each

    @property
    def gives_a_reason(self) -> bool:
        """Whether the row says why the work cannot be done, in its cell for it or in the words of the result."""
        told = (self.text(key) for key in RESULTS[type(self.row)])
        return bool(self.row.reason.strip()) or any(map(_REASON.search, told))

    @property
    def is_open(self) -> bool:
        """Whether any statement tells of work not finished."""
        return any(True for _ in self.statements(*OPEN))

    @property
    def only_future(self) -> bool:
        """Whether every line that tells something tells what is still to come."""
        return self._says_only(Aspect.FUTURE)

    @property
    def only_open(self) -> bool:
        """Whether every line that tells something tells of work that is open or still to come."""
        return self._says_only(Aspect.FUTURE, *OPEN)

    def _says_only(self, *aspects: Aspect) -> bool:
        told = [line for key in RESULTS[type(self.row)] for line in getattr(self.row, key)]
        said = sum(1 for _ in self.statements(*aspects, certain=True))
        return 0 < sum(map(says_something, told)) == said

    def tells_of_done(self, key: str, at: int) -> bool:
        """Whether the line at an offset of a cell tells what was done, whatever box is ticked."""
        text = self.text(key)
        start, end = text.rfind("\n", 0, at) + 1, at + len(text[at:].partition("\n")[0])
        return not any(
            start <= each.start < end and each.aspect is not Aspect.DONE and (each.certain or each.start < at)
            for each in statements(text)
        )

    @property
    def tells_a_deed(self) -> bool:
        """Whether a line begins with something done, and none tells of work that is open or to come."""
        opens = self.is_open or any(True for _ in self.statements(Aspect.FUTURE))
        return not opens and any(tells_deed(self.text(key)) for key in RESULTS[type(self.row)])

    @property
    def repeats_the_plan(self) -> bool:
        """Whether the result is the text of the plan, and so tells nothing of what was done."""
        row = self.row
        if isinstance(row, MeasureRow):
            return bool(row.summary and row.method and repetition(row.summary, row.method))
        return isinstance(row, IndicatorRow) and bool(
            row.progress and row.guidelines and repetition(row.progress, row.guidelines)
        )

    @property
    def opens_with_a_statement(self) -> bool:
        """Whether the first line of the result that tells anything is a statement."""
        told = self.text(RESULTS[type(self.row)][0])
        first = next((line for line in told.split("\n") if says_something(line)), "")
        end = told.find(first) + len(first)
        return any(each.certain and each.start < end for each in statements(told))

    # ---- against a status

    def clashes(self, status: str | None) -> Iterator[Clash]:
        """What in the row certainly contradicts a status (None: no box is ticked), the gravest first."""
        key = RESULTS[type(self.row)][0]
        if self.percent is not None and share_contradicts(status, self.percent):
            yield Clash("percent", "", None)
        if share := self.share:
            other = share.percent != self.percent  # than in its cell, which is heard before the status
            against = other if self.percent is not None else share_contradicts(status, share.percent)
            if against or (share.whole and share.percent < 100):
                yield Clash(key, share.words, None)
        yield from self._words_against(status)

    def _words_against(self, status: str | None) -> Iterator[Clash]:
        """Statements that go against a ticked box, or against a percentage of all where none is ticked."""
        done = status == "done" or (status is None and self.percent == 100)
        for key, each in self.statements(*OPEN, certain=True) if done else ():
            yield Clash(key, each.words, each.aspect)
        if status == "done" and self.only_future:
            key, each = next(self.statements(Aspect.FUTURE, certain=True))
            yield Clash(key, each.words, each.aspect)
        if status in ("in_progress", "not_started", "impossible"):
            yield from self._done_against(status)

    def _done_against(self, status: str) -> Iterator[Clash]:
        """A line that says done and no more; where nothing was done any line that tells a deed, unless some are open."""
        opens = any(True for _ in self.statements(*OPEN, Aspect.FUTURE))
        for key, each in () if self.share else self.statements(Aspect.DONE, certain=True):
            declares = each.whole and each.words.removeprefix("ได้").startswith("ดำเนินการ")
            if declares or (status != "in_progress" and not opens):
                yield Clash(key, each.words, each.aspect)
                return


def share_contradicts(status: str | None, percent: float) -> bool:
    """Whether a percentage cannot be that of a status: done is 100, not begun 0, what is underway is not finished."""
    if status == "done":
        return percent < 100
    if status == "not_started":
        return percent > 0
    return status in ("in_progress", "impossible") and percent == 100


# ---- which box that ticks --------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class TickRule:
    """One rule: `says` is read by people; `decide` gives a status or None; a `firm` one may doubt a person's choice."""

    code: str
    says: str
    firm: bool
    decide: Callable[[Judgement], str | None]


@dataclass(frozen=True, slots=True)
class Tick:
    """What the rules say of one row: the status, and the rule that spoke first."""

    row: Row
    status: str
    rule: TickRule

    @property
    def cell(self) -> Cell:
        """The box of that status."""
        return self.row.at.cell(f"status:{self.status}")


def _by_reason(said: Judgement) -> str | None:
    return "impossible" if said.row.reason.strip() else None


def _by_words(said: Judgement) -> str | None:
    """The status in the row's own words; what is open in one line and done in another is underway."""
    certain = [each.aspect for _, each in said.statements(*OPEN, certain=True)]
    if not certain:
        partly_open = any(True for _ in said.statements(Aspect.PARTLY, Aspect.UNDERWAY))
        return "in_progress" if partly_open else None
    others = any(True for _ in said.statements(Aspect.DONE, certain=True)) or len(set(certain)) > 1
    if certain[0] is Aspect.IMPOSSIBLE and not others:
        return "impossible" if said.gives_a_reason else None
    return (
        "not_started"
        if certain[0] is Aspect.NOT_YET and not others and said.opens_with_a_statement
        else "in_progress"
    )


def _by_percent(said: Judgement) -> str | None:
    share = said.share
    percent = said.percent if said.percent is not None else share.percent if share else None
    if percent is None or not said.tells:
        return None
    return {0: "not_started", 100: "done"}.get(int(percent) if percent in (0, 100) else -1, "in_progress")


def _by_future(said: Judgement) -> str | None:
    """Only what is still to come: the work is underway where its end is expected, else not begun."""
    if not said.only_future:
        return None
    ends = any("เสร็จ" in each.words for _, each in said.statements(Aspect.FUTURE))
    return "in_progress" if ends else "not_started"


def _first_day(said: Judgement) -> datetime.date | None:
    """The first full date that the result tells."""
    dates = (found.date.date for key in RESULTS[type(said.row)] for found in find_dates(said.text(key)))
    return min((day for day in dates if day is not None), default=None)


def _by_date(said: Judgement) -> str | None:
    """Only dates still to come: the work has been planned, not finished; a date of another year decides nothing."""
    first = _first_day(said)
    if first is None:
        return None
    if first <= said.day:
        return None if said.is_open else "done"
    return "in_progress" if first <= fiscal_year_span(said.fiscal_year)[1] else None


def _by_result(said: Judgement) -> str | None:
    first = _first_day(said)
    ahead = first is not None and first > said.day
    return "done" if not (ahead or said.repeats_the_plan or said.is_open) and said.tells else None


RULES = (
    TickRule("T1", "มีเหตุผลที่ไม่สามารถดำเนินการได้ → ไม่สามารถดำเนินการได้", True, _by_reason),
    TickRule(
        "T2",
        "ผลบอกว่า ยังไม่ได้ดำเนินการ อยู่ระหว่างดำเนินการ ดำเนินการบางส่วน หรือไม่สามารถดำเนินการได้พร้อมเหตุผล → ตามคำนั้น",
        True,
        _by_words,
    ),
    TickRule(
        "T3", "ร้อยละ 100 → ดำเนินการแล้ว, มากกว่า 0 → อยู่ระหว่างดำเนินการ, 0 → ยังไม่ดำเนินการ", True, _by_percent
    ),
    TickRule(
        "T4",
        "ผลบอกแต่สิ่งที่จะทำ → ยังไม่ดำเนินการ, บอกว่าคาดว่าจะแล้วเสร็จเมื่อใด → อยู่ระหว่างดำเนินการ",
        False,
        _by_future,
    ),
    TickRule(
        "T5",
        "ผลระบุวันที่ไม่เกินวันที่ของข้อมูล → ดำเนินการแล้ว, มีแต่วันที่หลังจากนั้นในปีงบประมาณ → อยู่ระหว่างดำเนินการ",
        False,
        _by_date,
    ),
    TickRule("T6", "มีผลการดำเนินการที่ไม่ใช่ข้อความเดียวกับวิธีดำเนินการ → ดำเนินการแล้ว", False, _by_result),
)
PROMISE = "แถวที่เลือกสถานะไว้แล้วไม่ถูกเปลี่ยน แถวที่ยังไม่มีผล และแถวที่ข้อความขัดกันเอง ไม่ถูกติ๊ก"


def decide(said: Judgement) -> Tick | None:
    """The status that the first rule with an answer gives; None when none has one, or the row speaks against it."""
    for rule in RULES:
        if status := rule.decide(said):
            sure = (said.tells or status == "impossible") and next(said.clashes(status), None) is None
            return Tick(said.row, status, rule) if sure else None
    return None


# ---- the report ------------------------------------------------------------------------------------------------------


def as_of(report: Report) -> datetime.date:
    """The day the data speaks of: data date, else report date, else the last day of the round."""
    for text in (report.paper.data_date, report.paper.report_date):
        if text.strip() and (date := parse_date(text)) and date.date:
            return date.date
    return months_of_round(report.fiscal_year, 6 if report.paper.round == 6 else 12)[1]


def chosen(row: Row) -> bool:
    """Whether a person has ticked, or typed something, among the boxes of the row."""
    return row.status is not None or "status" in row.unread


def judgements(report: Report) -> Iterator[Judgement]:
    """The judgement of every row that has boxes, in the order of the form."""
    day = as_of(report)
    rows: tuple[Row, ...] = (*report.measures, *report.indicators, *report.o_items)
    for row in rows:
        yield Judgement(row, day, report.fiscal_year)


def ticks(report: Report) -> list[Tick]:
    """The boxes to tick: rows without a choice, on which a rule speaks."""
    decided = (decide(each) for each in judgements(report) if not chosen(each.row))
    return [tick for tick in decided if tick is not None]


def doubts(report: Report) -> list[Tick]:
    """Rows whose choice a firm rule would not have made; they stay as they are, and a person is told."""
    decided = (decide(each) for each in judgements(report) if each.row.status is not None)
    return [tick for tick in decided if tick and tick.rule.firm and tick.status != tick.row.status]


def filled(report: Report) -> Report:
    """The report with those boxes ticked; for `itaxl fill`, which makes a new form of it."""
    said = {id(tick.row): tick.status for tick in ticks(report)}
    return replace(
        report,
        measures=tuple(replace(row, status=said.get(id(row), row.status)) for row in report.measures),
        indicators=tuple(replace(row, status=said.get(id(row), row.status)) for row in report.indicators),
        o_items=tuple(replace(row, status=said.get(id(row), row.status)) for row in report.o_items),
    )
