"""The old report as the start of the new one.

The one rule of the place: cells get what outlives its year; all else goes beside them or onto a list, with its year.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from itaxl.carry.items import Origin, doubts, heirs, label, origins
from itaxl.carry.ledger import FRONT, NEW, NUMBER, REFERENCE, REVIEW, CarriedFrom, Ledger
from itaxl.carry.taking import Note, merge, take, tell
from itaxl.catalog.changes import lasting_fields, text_hash
from itaxl.catalog.fields import fingerprint
from itaxl.catalog.form import (
    AGENCY_SHEET,
    BLOCKS,
    EVIDENCE_SHEET,
    FINDINGS_SHEET,
    INDICATORS_SHEET,
    ITEMS_SHEET,
    MEASURES_SHEET,
    Block,
)
from itaxl.catalog.year import Indicator, OItem, Year
from itaxl.model.cells import Place
from itaxl.model.columns import Lines, Record, columns
from itaxl.model.records import Acceptance, Evidence, Front, IndicatorRow, MeasureRow, OItemRow, Report
from itaxl.thai.tidy import comparable


def carry(report: Report, old: Year, new: Year, passed: Sequence[Year] = ()) -> Report:
    """The report of `new` that starts from one of `old`; in the same year nothing leaves its cell.

    `passed` are the years after the old one up to the new one. What changed is listed in its `changes`, what has no cell any more in `past` and `ceased`.
    """
    return _Forward(report, old, new, passed).report()


class _Forward:
    """Carries one report from year to year, and remembers in its ledger what became of each text."""

    def __init__(self, report: Report, old: Year, new: Year, passed: Sequence[Year]) -> None:
        self.was, self.old, self.new, self.passed = report, old, new, passed
        self.same = report.fiscal_year == new.year
        waiting = [replace(each, field=self._path(each.field)) for each in report.changes if self.same]
        self.ledger = Ledger(new.year, changes=waiting, past=list(report.past))

    def report(self) -> Report:
        """The new report."""
        head: dict[str, Any] = {block.name or "paper": self._block(block) for block in BLOCKS}
        tables: dict[str, Any] = {
            "measures": tuple(map(self._measure, self.was.measures)),
            "indicators": tuple(self._indicators()),
            "o_items": tuple(self._items()),
            "evidence": tuple(self._evidence()),
            "accepted": tuple(self._accepted()),
        }
        lists: dict[str, Any] = {
            name: tuple(getattr(self.ledger, name)) for name in ("changes", "past", "ceased")
        }
        based_on = None if self.new.known else self.new.based_on
        return Report(self.new.year, **head, **tables, **lists, based_on=based_on)

    def _source(self, part: str, of: str, record: Record) -> CarriedFrom:
        return CarriedFrom(self.was.fiscal_year, part, of, record)

    def _renew(
        self,
        kind: type[Record],
        sources: Sequence[CarriedFrom],
        place: Place,
        mark: Lines = (),
        **official: object,
    ) -> Any:
        """The record of the new form that these of the old one make."""
        alone = len(sources) == 1
        pairs = [(each, take(each.record, each.year, self.new.year, alone=alone)) for each in sources]
        takens = [taken for _, taken in pairs]
        values: dict[str, Any] = dict(official)
        for column in columns(kind):
            if any(column.key in taken.values for taken in takens):
                values[column.key] = merge(column, takens)
            for source, taken in pairs:
                if column.key in taken.moved:
                    path = place.field(column.key, outer=column.outer)
                    self.ledger.moved_on(source, path, *taken.moved[column.key])
        if any(column.key == "previous" for column in columns(kind)):
            values["previous"] = self.ledger.beside(pairs, mark)
        else:
            for source, taken in pairs:
                self.ledger.keep(source, taken.notes)
        return kind(
            at=place, unread={key: text for taken in takens for key, text in taken.unread.items()}, **values
        )

    # -- the head ---------------------------------------------------------------------------------

    def _block(self, block: Block) -> Any:
        """The record of a block, or those that stand side by side."""
        value = getattr(self.was, block.name or "paper")
        if not isinstance(value, tuple):
            record = self._renew(
                block.record, [self._source(AGENCY_SHEET, block.title, value)], Place(path=block.name)
            )
            return self._front(record) if isinstance(record, Front) and not self.same else record
        return tuple(
            self._renew(
                block.record,
                [self._source(AGENCY_SHEET, f"คนที่ {n}", each)],
                Place(path=f"{block.name}[{n - 1}]"),
            )
            for n, each in enumerate(value, 1)
        )

    def _front(self, front: Front) -> Front:
        """The paragraphs before the tables, each for a person to look at again: they tell of their year here and there."""
        listed = {change.field for change in self.ledger.changes}
        for each in lasting_fields(front):
            if each.path not in listed:
                self.ledger.change(
                    FRONT,
                    self.was.fiscal_year,
                    "",
                    each.column.heading,
                    path=each.path,
                    note=f"ยกมาจากรายงานปี {self.was.fiscal_year} อาจกล่าวถึงผลหรือปีเดิม",
                    brought=fingerprint(each.text),
                )
        return front

    # -- rows -------------------------------------------------------------------------------------

    def _measure(self, row: MeasureRow) -> MeasureRow:
        """A step with its plan; its result stands beside it."""
        measure, step = (int(n) + 1 for n in re.findall(r"[0-9]+", row.at.path))
        source = self._source(MEASURES_SHEET, f"มาตรการที่ {measure} ขั้นตอนที่ {step}", row)
        made: MeasureRow = self._renew(
            MeasureRow, [source], Place(path=row.at.path, outer_path=row.at.outer_path)
        )
        return made

    def _indicators(self) -> Iterator[IndicatorRow]:
        """The indicators of the new year with what was carried into each; those that are no more go onto the list."""
        left = {row.no: row for row in self.was.indicators if tell(row)}
        for n, indicator in enumerate(self.new.surveyed):
            was = self._indicator_before(indicator)
            sources, mark = list[CarriedFrom](), ""
            if was is not None and was.no in left:
                sources = [self._source(INDICATORS_SHEET, label(was, self.old), left.pop(was.no))]
                mark = "" if _names(was) & _names(indicator) else f"ชื่อตัวชี้วัดเปลี่ยนจาก “{was.name}”"
            yield self._row(IndicatorRow, sources, f"indicators[{n}]", indicator, mark)
        names = {each.no: label(each, self.old) for each in self.old.surveyed}
        for no, row in left.items():
            self.ledger.keep(self._source(INDICATORS_SHEET, names[no], row), tell(row))

    def _indicator_before(self, indicator: Indicator) -> Indicator | None:
        """The old indicator of the same name, else that of the same number where no other one bears its name."""
        named = [each for each in self.old.surveyed if _names(each) & _names(indicator)]
        numbered = [each for each in self.old.surveyed if each.no == indicator.no]
        taken = [each for each in numbered for new in self.new.surveyed if _names(each) & _names(new)]
        return next(iter(named or [each for each in numbered if each not in taken]), None)

    def _items(self) -> Iterator[OItemRow]:
        """The items of the new year with what was carried into each; those that are no more go onto their list."""
        sources: dict[int, list[Origin]] = {}
        shared: dict[int, OItem] = {}
        for origin in origins(self.was, self.old):
            if heir := heirs(origin.keys, self.new):
                sources.setdefault(heir[0].no, []).append(origin)
                shared |= dict.fromkeys((each.no for each in heir[1:]), heir[0])
            else:
                self.ledger.cease(origin)
        for n, item in enumerate(self.new.items):
            mine = sources.get(item.no, [])
            rows = [CarriedFrom(each.year, ITEMS_SHEET, each.label, each.row) for each in mine]
            yield self._row(
                OItemRow, rows, f"o_items[{n}]", item, " · ".join(doubts(item, mine, self.passed))
            )
        self._tell_new(sources, shared)

    def _row(
        self, kind: type[Record], sources: Sequence[CarriedFrom], path: str, now: OItem | Indicator, why: str
    ) -> Any:
        """The row of an item or indicator; where it is not surely the same one, the row and the list say so."""
        mark = (f"โปรดทบทวน: {why}",) if why else ()
        row = self._renew(kind, sources, Place(path=path), mark, no=now.no)
        if why or any(getattr(each.record, "no", 0) != now.no for each in sources):
            self.ledger.change(
                REVIEW if why else NUMBER,
                sources[0].year,
                "\n".join(each.of for each in sources),
                label(now, self.new),
                path=path,
                note=why,
                brought=text_hash(lasting_fields(row)),
            )
        return row

    def _tell_new(self, sources: dict[int, list[Origin]], shared: dict[int, OItem]) -> None:
        """Name the items that the old year did not have, where the old form was about items at all."""
        known = {key for item in self.old.items for key in item.keys}
        for n, item in enumerate(self.new.items):
            if item.no in shared and item.no not in sources:
                note = f"แบบเดิมรวมไว้ในข้อเดียวกับ {shared[item.no].code} ข้อความเดิมอยู่ที่ข้อนั้น"
            elif sources and not known & set(item.keys) and item.no not in sources:
                note = f"ไม่มีข้อนี้ในปี {self.was.fiscal_year}"
            else:
                continue
            self.ledger.change(
                NEW, self.was.fiscal_year, "", label(item, self.new), path=f"o_items[{n}]", note=note
            )

    # -- what belongs to one year -----------------------------------------------------------------

    def _evidence(self) -> Iterator[Evidence]:
        """Evidence of the same year, its items by their new numbers; that of another year is listed."""
        for n, row in enumerate(self.was.evidence):
            source = self._source(EVIDENCE_SHEET, row.of, row)
            if not self.same:
                self.ledger.keep_together(source, tell(replace(row, of="")), "หลักฐาน")
                continue
            of = _ITEM.sub(lambda found: f"O{self._heir(int(found[1]))}", row.of)
            if of != row.of:
                brought = fingerprint(of)
                self.ledger.change(
                    REFERENCE, source.year, row.of, of, path=f"evidence[{n}].of", brought=brought
                )
            yield replace(row, of=of)

    def _accepted(self) -> Iterator[Acceptance]:
        """Confirmations hold for the texts of their year only; their reasons are kept."""
        for row in self.was.accepted:
            if self.same:
                yield replace(row, field=self._path(row.field))
            elif row.reason:
                source = self._source(FINDINGS_SHEET, f"{row.code} {row.field}", row)
                self.ledger.keep(source, [Note("ยืนยันว่าถูกต้อง เพราะ", row.reason)])

    def _path(self, field: str) -> str:
        """The path of a field where its item stands now."""
        return _ITEM_PATH.sub(lambda found: f"o_items[{self._heir(int(found[1]) + 1) - 1}]", field)

    def _heir(self, no: int) -> int:
        """The new number of an item of the old year; the old one where it has none."""
        item = self.old.item(no)
        found = heirs(item.keys, self.new) if item else []
        return found[0].no if found else no


_ITEM = re.compile(r"\AO([0-9]+)\Z")
_ITEM_PATH = re.compile(r"\Ao_items\[([0-9]+)\]")


def _names(indicator: Indicator) -> set[str]:
    """What an indicator is called, in a form that can be compared."""
    return {comparable(name) for name in (indicator.name, *indicator.aliases)}
