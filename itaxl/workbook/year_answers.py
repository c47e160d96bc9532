"""A year answered in Excel, read back as the data of a year file; each wrong entry is told at its cell.

The one rule of the place: every fault is found at once and names sheet and cell, what is wrong, and what to do.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from itaxl.catalog.year import FactKind, Year
from itaxl.catalog.year_file import year as year_of
from itaxl.catalog.year_texts import NEAR, rewrite
from itaxl.errors import InputError, TemplateError
from itaxl.model.cells import Cell, letters
from itaxl.thai.dates import find_years, parse_date
from itaxl.thai.digits import to_arabic
from itaxl.workbook.sheets import Sheets, from_file
from itaxl.workbook.year_book import (
    ANSWER,
    FIRST_ROW,
    ITEMS,
    META,
    PARTS,
    QUESTIONS,
    SECOND,
    SHEETS,
    item_columns,
    part_columns,
    question_rows,
)

Json = dict[str, Any]

_CODE = re.compile(r"[Oo0]?\s*([0-9]{1,2})")
_REFERENCE = re.compile(r"(?<![A-Za-z0-9])O([0-9]{1,2})(?![0-9])")
_OWN, _FROM = "own", "from"


@dataclass
class Answers:
    """What was read: the data of a year file, and everything that is wrong with it."""

    year: int
    based_on: int
    data: Json = field(default_factory=dict)
    faults: list[TemplateError] = field(default_factory=list)


def read_year_book(path: Path) -> Answers:
    """The answers of a workbook; InputError where it is not one that `itaxl year new` made."""
    sheets = from_file(path, SHEETS)
    meta = {row[0]: row[1] for row in sheets.rows.get(META, ()) if len(row) > 1}
    if not {"year", "based_on"} <= meta.keys() or not set(SHEETS) <= sheets.rows.keys():
        raise InputError(
            f"แฟ้ม “{path}” ไม่ใช่แฟ้มปีของ itaxl – โปรดใช้แฟ้มที่ได้จากคำสั่ง itaxl year new",
            f"{path} was not made by itaxl year new",
        )
    answers = Answers(int(meta["year"]), int(meta["based_on"]))
    _AnswerReader(sheets, answers).read()
    return answers


class _AnswerReader:
    """Reads one workbook into its answers; a cell that is wrong is told and left out."""

    def __init__(self, sheets: Sheets, answers: Answers) -> None:
        self.sheets, self.answers = sheets, answers
        self.year = answers.year
        self.before: Year = year_of(answers.year, answers.based_on)
        self.rows = question_rows(answers.year, answers.based_on)
        self.columns = {column.key: letters(n) for n, column in enumerate(item_columns(answers.based_on), 2)}
        self.years: frozenset[int] = frozenset()
        self.first: dict[int, str] = {}  # the first identity of each item of the new year

    def read(self) -> None:
        """Everything, the questions first: the items are held against them."""
        for cell in self.sheets.formulas:
            self._fault(cell.sheet, cell.ref, "เป็นสูตร โปรแกรมไม่อ่านค่าจากสูตร", "พิมพ์ข้อความลงในช่องโดยตรง")
        self.years = frozenset(self._years())
        source = self._source()
        items = list(self._items())
        self._count(len(items))
        plan, report = self._code("plan", len(items)), self._code("report", len(items))
        if plan and plan == report:
            self._wrong("report", f"เป็นข้อ O{plan} ซึ่งตอบไว้แล้วว่าเป็นมาตรการ", "มาตรการและรายงานผลต้องเป็นคนละข้อ")
        elements = list(self._parts())
        round = self._round()
        used = {item["sub_indicator"] for item in items}
        names = ("plan_item", "report_item", "round", "elements")
        self.answers.data = {
            "year": self.year,
            "plan_item": plan or 1,
            "report_item": report or 1,
            "item_tables": self.before.item_tables,
            "round_offset": round - self.year,
            "basis": {**dict.fromkeys(names, _OWN), "sub_indicators": _FROM},
            "required": list(self.before.required),
            "calendar": self._calendar(),
            "sources": [
                source,
                {"id": _FROM, "kind": str(FactKind.CARRIED), "text": f"แบบของปี {self.before.based_on}"},
            ],
            "elements": elements,
            "sub_indicators": [
                {"no": sub.no, "name": sub.name, "indicator": sub.indicator}
                for sub in self.before.sub_indicators
                if sub.no in used
            ],
            "items": items,
        }

    # -- cells ------------------------------------------------------------------------------------

    def _fault(self, sheet: str, ref: str, what: str, cure: str) -> None:
        """Keep what is wrong with a cell."""
        self.answers.faults.append(
            TemplateError(f"แผ่นงาน “{sheet}” ช่อง {ref} {what} – {cure}", f"{sheet}!{ref}: {what}")
        )

    def _wrong(self, key: str, what: str, cure: str, column: str = ANSWER) -> None:
        self._fault(QUESTIONS, f"{column}{self.rows[key]}", what, cure)

    def _text(self, sheet: str, ref: str) -> str:
        """The text of a cell, its digits as typed; empty outside the used area."""
        if Cell(sheet, ref) in self.sheets.formulas:
            return ""
        found = re.fullmatch(r"([A-Z]+)([0-9]+)", ref)
        assert found
        number = 0
        for letter in found[1]:
            number = 26 * number + ord(letter) - 64
        rows, row = self.sheets.rows[sheet], int(found[2])
        line = rows[row - 1] if row <= len(rows) else ()
        return line[number - 1].strip() if number <= len(line) else ""

    def _answer(self, key: str, column: str = ANSWER) -> str:
        return self._text(QUESTIONS, f"{column}{self.rows[key]}")

    # -- the questions ----------------------------------------------------------------------------

    def _count(self, items: int) -> None:
        typed = to_arabic(self._answer("count"))
        if not re.fullmatch(r"[0-9]{1,2}", typed) or not int(typed):
            self._wrong("count", f"“{typed}” ไม่ใช่จำนวนข้อ", "พิมพ์ตัวเลข เช่น 26")
        elif int(typed) != items:
            self._wrong(
                "count",
                f"ตอบว่ามี {int(typed)} ข้อ แต่แผ่นงาน “{ITEMS}” มี {items} ข้อ",
                "แก้จำนวน หรือแก้แผ่นงานข้อให้ครบ",
            )

    def _code(self, key: str, count: int) -> int:
        """The number of an item that an answer names; 0 where it names none."""
        typed = to_arabic(self._answer(key))
        found = _CODE.fullmatch(typed)
        if not found:
            self._wrong(key, f"“{typed}” ไม่ใช่เลขข้อ" if typed else "ยังว่าง", "พิมพ์เลขข้อ เช่น O25")
            return 0
        if not 1 <= int(found[1]) <= count:
            self._wrong(key, f"ไม่มีข้อ O{int(found[1])} ในแผ่นงาน “{ITEMS}”", f"ใช้เลขข้อ O1 ถึง O{count}")
            return 0
        return int(found[1])

    def _parts(self) -> Iterator[Json]:
        """The parts that a report must hold, each with the fields that hold it."""
        known, any_ = part_columns(), False
        for n in range(1, PARTS + 1):
            text, typed = self._answer(f"part:{n}"), self._answer(f"part:{n}", SECOND)
            headings = [each.strip() for each in re.split(r"[,\n]", typed) if each.strip()]
            for heading in headings:
                if heading not in known:
                    self._wrong(
                        f"part:{n}", f"ไม่มีคอลัมน์ “{heading}”", f"ใช้ชื่อคอลัมน์: {', '.join(known)}", SECOND
                    )
            if text:
                any_ = True
                fields = [known[each] for each in headings if each in known]
                yield {"text": rewrite(text, self.year, self.first), "fields": fields}
            elif headings:
                self._wrong(f"part:{n}", "ยังว่าง แต่ระบุคอลัมน์ไว้", "พิมพ์ชื่อส่วนของรายงาน หรือลบคอลัมน์")
        if not any_:
            self._wrong("part:1", "ยังว่าง", "พิมพ์ส่วนที่รายงานต้องมีอย่างน้อยหนึ่งส่วน")

    def _years(self) -> Iterator[int]:
        """The years of which items may speak."""
        typed = to_arabic(self._answer("years"))
        words = [word for word in re.split(r"[,\s]+|และ", typed) if word]
        if not words:
            self._wrong("years", "ยังว่าง", f"พิมพ์ปี เช่น {self.year}, {self.year - 1}")
        for word in words:
            if re.fullmatch(r"25[0-9]{2}", word) and abs(int(word) - self.year) <= 1:
                yield int(word)
            else:
                self._wrong(
                    "years",
                    f"“{word}” ไม่ใช่ปีที่ข้อของปี {self.year} พูดถึงได้",
                    f"ใช้ปี {self.year - 1} ถึง {self.year + 1}",
                )

    def _round(self) -> int:
        typed = to_arabic(self._answer("round"))
        if typed in (str(self.year), str(self.year + 1)):
            return int(typed)
        self._wrong(
            "round", f"“{typed}” ไม่ใช่รอบที่รายงานปี {self.year} ใช้ตอบได้", f"พิมพ์ {self.year} หรือ {self.year + 1}"
        )
        return self.year

    def _calendar(self) -> str:
        """When the round is answered, in words."""
        days = {}
        for key in ("open", "close", "seen"):
            typed = self._answer(key)
            read = parse_date(typed) if typed else None
            if typed and not (read and read.date):
                self._wrong(key, f"“{typed}” ไม่ใช่วันที่", f"พิมพ์วัน เดือน ปี เช่น 1 มีนาคม {self.year + 1}")
            elif read:
                days[key] = read.date
        if "open" in days and "close" in days and days["close"] < days["open"]:  # type: ignore[operator]
            self._wrong("close", "อยู่ก่อนวันเริ่มตอบ", "ตรวจวันที่ทั้งสองช่อง")
        return " ถึง ".join(typed for key in ("open", "close") if (typed := self._answer(key)))

    def _source(self) -> Json:
        kind, text = self._answer("kind"), self._answer("source")
        if kind not in list(FactKind):
            self._wrong("kind", f"“{kind}” ไม่ใช่ชนิดที่มี" if kind else "ยังว่าง", f"เลือกจาก {', '.join(FactKind)}")
        if not text:
            self._wrong("source", "ยังว่าง", "พิมพ์ชื่อคู่มือ เอกสาร หรือหน่วยงานที่เป็นที่มา")
        return {
            "id": _OWN,
            "kind": kind,
            "text": text,
            "url": self._answer("url"),
            "seen": self._answer("seen"),
        }

    # -- the items --------------------------------------------------------------------------------

    def _items(self) -> Iterator[Json]:
        """The filled rows, in order."""
        filled = [
            row
            for row in range(FIRST_ROW, len(self.sheets.rows[ITEMS]) + 1)
            if any(self._text(ITEMS, f"{column}{row}") for column in self.columns.values())
        ]
        taken: dict[str, int] = {}
        keys = {n: self._keys(row, n, taken) for n, row in enumerate(filled, 1)}
        self.first = {n: each[0] for n, each in keys.items()}
        last = -1
        order = [sub.no for sub in self.before.sub_indicators]
        for n, row in enumerate(filled, 1):
            number = f"{self.columns['no']}{row}"
            typed = to_arabic(self._text(ITEMS, number))
            found = _CODE.fullmatch(typed)
            if not found or int(found[1]) != n:
                fault = f"เป็น “{typed}” แต่ข้อนี้เป็นข้อที่ {n}"
                self._fault(ITEMS, number, fault, f"พิมพ์ O{n} เลขข้อต้องเรียงกัน")
            item = self._item(row, n, keys[n])
            place = order.index(item["sub_indicator"]) if item["sub_indicator"] in order else last
            if place < last:
                cell = f"{self.columns['sub']}{row}"
                self._fault(ITEMS, cell, f"{item['sub_indicator']} อยู่หลัง {order[last]}", "เรียงข้อตามตัวชี้วัดย่อย")
            last = max(last, place)
            yield item

    def _keys(self, row: int, n: int, taken: dict[str, int]) -> list[str]:
        """The identities of an item: those of the items of the year before that it goes on with, or a new one."""
        cell = f"{self.columns['same']}{row}"
        keys: list[str] = []
        for word in filter(None, re.split(r"[,\s]+|และ", to_arabic(self._text(ITEMS, cell)))):
            found = _CODE.fullmatch(word)
            same = self.before.item(int(found[1])) if found else None
            if same is None:
                known = f"O1 ถึง O{len(self.before.items)}"
                self._fault(
                    ITEMS, cell, f"ปี {self.before.based_on} ไม่มีข้อ “{word}”", f"ใช้ {known} หรือเว้นว่างถ้าเป็นข้อใหม่"
                )
            elif same.key in taken:
                what = f"ข้อ {same.code} ของปี {self.before.based_on} ใช้ไปแล้วที่ข้อ O{taken[same.key]}"
                self._fault(ITEMS, cell, what, "ข้อหนึ่งของปีก่อนตรงกับข้อเดียวของปีนี้ ลบออกจากข้อหนึ่ง")
            else:
                taken[same.key] = n
                keys += same.keys
        return keys or [f"new_{self.year}_{n}"]

    def _item(self, row: int, n: int, keys: list[str]) -> Json:
        """The data of one item."""
        told = {key: self._text(ITEMS, f"{column}{row}") for key, column in self.columns.items()}
        lines = [line.strip(" -○•") for line in told["components"].split("\n") if line.strip(" -○•")]
        for key, what in (("title", "ชื่อข้อ"), ("components", "องค์ประกอบด้านข้อมูล")):
            if not told[key]:
                self._fault(
                    ITEMS, f"{self.columns[key]}{row}", f"ยังว่าง ข้อ O{n} ต้องมี{what}", f"พิมพ์{what}ตามคู่มือ"
                )
        subs = [sub.no for sub in self.before.sub_indicators]
        if to_arabic(told["sub"]) not in subs:
            self._fault(
                ITEMS,
                f"{self.columns['sub']}{row}",
                f"“{told['sub']}” ไม่ใช่ตัวชี้วัดย่อย",
                f"เลือกจาก {', '.join(subs)}",
            )
        spoken = self._spoken_year(row, told["year"])
        for key in ("title", "components"):
            self._check_text(
                f"{self.columns[key]}{row}",
                told[key],
                spoken if key == "components" else None,
                len(self.first),
            )
        old = self.before.item_of(keys[0])
        bound = {"year_offset": spoken - self.year, "year_bound": True} if spoken else {}
        period = {"period": old.period} if spoken and old and old.period else {}
        return {
            "no": n,
            "keys": keys,
            "title": rewrite(told["title"], self.year, self.first),
            "sub_indicator": to_arabic(told["sub"]),
            "group": told["group"],
            "components": [rewrite(line, self.year, self.first) for line in lines],
            "changed": told["changed"],
            **bound,
            **period,
            "basis": dict.fromkeys(("title", "components", "group", "year"), _OWN),
        }

    def _spoken_year(self, row: int, typed: str) -> int:
        """The year that an item speaks of; 0 where it binds to none."""
        plain = to_arabic(typed)
        if not plain:
            return 0
        if plain.isdecimal() and int(plain) in self.years:
            return int(plain)
        asked = ", ".join(map(str, sorted(self.years, reverse=True))) or str(self.year)
        self._fault(
            ITEMS,
            f"{self.columns['year']}{row}",
            f"“{typed}” ไม่ใช่ปีที่ตอบไว้ในคำถามข้อ 5",
            f"ใช้ {asked} หรือเว้นว่าง",
        )
        return 0

    def _check_text(self, cell: str, text: str, spoken: int | None, count: int) -> None:
        """Years and numbers of items that a text names: none may be left over from another year."""
        near = [
            found for found in find_years(text) if not found.of_law and abs(found.year - self.year) <= NEAR
        ]
        for found in near:
            if self.years and found.year not in self.years:
                asked = ", ".join(map(str, sorted(self.years, reverse=True)))
                self._fault(
                    ITEMS,
                    cell,
                    f"กล่าวถึงปี {found.text} ซึ่งอาจค้างจากปีก่อน",
                    f"แก้เป็นปี {asked} หรือเพิ่มปีนี้ในคำถามข้อ 5",
                )
        if spoken and near and spoken not in {found.year for found in near}:
            self._fault(
                ITEMS,
                cell,
                f"กล่าวถึงปี {near[0].text} แต่ปีของข้อมูลเป็น {spoken}",
                "แก้ปีในข้อความหรือช่องปีของข้อมูลให้ตรงกัน",
            )
        for code in _REFERENCE.finditer(to_arabic(text)):
            if not 1 <= int(code[1]) <= count:
                self._fault(ITEMS, cell, f"อ้างถึงข้อ {code[0]} ซึ่งไม่มีในปีนี้", f"ใช้เลขข้อ O1 ถึง O{count}")
