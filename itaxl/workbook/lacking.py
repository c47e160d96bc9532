"""Required cells that are still empty: of each column how many, and which is the first.

The one rule of the place: rows are counted by measure, as the report groups them. What that takes stands row by row
in columns beside the hidden lists, each a plain formula: engines differ in what they make of an array.
"""

from __future__ import annotations

import operator
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial

from openpyxl.worksheet.worksheet import Worksheet

from itaxl.catalog.form import AGENCY_SHEET, INDICATORS, ITEMS, LISTS_SHEET, MEASURES, Table
from itaxl.catalog.settings import Settings, is_printed
from itaxl.catalog.year import Year
from itaxl.model.cells import letters
from itaxl.model.columns import TICKED, UNTICKED, Column, Kind, Record, column_of
from itaxl.workbook.agency import FIRST_COLUMN, line_rows, required_lines
from itaxl.workbook.computed import Formula, Run
from itaxl.workbook.live import unprinted_when
from itaxl.workbook.sheets import Sheets
from itaxl.workbook.tables import FIRST_ROW, bands

_ADDED = 100  # rows that a person may add before one is left uncounted
_EXCUSED = ("not_started", "impossible")  # what is not begun, or cannot be done, has no result yet


@dataclass(frozen=True, slots=True)
class Required:
    """A required column or line: how many of its cells are empty, and the first; `off` while it is not printed."""

    sheet: str
    heading: str
    count: Formula
    first: Formula
    off: Formula | None


def off_formula(
    column: Column, record: type[Record], how: Settings, *, fixed: bool = False
) -> Formula | None:
    """The condition under which the paper leaves a column out; None where it never does."""
    text = unprinted_when(column, fixed=fixed)
    return Formula(text, not is_printed(column, record, how)) if text else None


@dataclass(frozen=True, slots=True)
class _Helper:
    """A column of whole numbers beside the lists, a row for each row of the measures."""

    letter: str
    values: tuple[int, ...]

    @property
    def area(self) -> str:
        """Its cells, for a formula on any sheet."""
        return f"'{LISTS_SHEET}'!${self.letter}$1:${self.letter}${len(self.values)}"

    def at(self, row: int) -> str:
        """One of its cells for a formula beside it; 0 where there is none."""
        return f"{self.letter}{row}" if 1 <= row <= len(self.values) else "0"

    def value(self, row: int) -> int:
        """What that cell holds."""
        return self.values[row - 1] if 1 <= row <= len(self.values) else 0

    def first(self) -> Formula:
        """The row of the table whose cell here is the first to hold 1; its first row where none does."""
        row = self.values.index(1) if 1 in self.values else 0
        return Formula(f"IFERROR(MATCH(1,{self.area},0),1)+{FIRST_ROW - 1}", row + FIRST_ROW)


def _write(lists: Worksheet, formulas: Iterable[Formula]) -> _Helper:
    """Write formulas into the next free column of the lists."""
    number = lists.max_column + 1
    made = tuple(formulas)
    for row, formula in enumerate(made, 1):
        formula.put(lists.cell(row, number))  # type: ignore[arg-type]  # never a merged cell here
    return _Helper(letters(number), tuple(int(each.value) for each in made))


class Steps:
    """The rows of the measures: which of them are used, and which measure each belongs to."""

    def __init__(self, lists: Worksheet, form: Sheets, rows: int) -> None:
        self._lists, self._last = lists, FIRST_ROW + rows - 1
        self._rows = range(1, rows + _ADDED + 1)
        self._typed = [row[1:] for row in form.rows[MEASURES.sheet][FIRST_ROW - 1 :]]
        self._used = _write(self._lists, map(self._use, self._rows))
        self._group = _write(self._lists, self._groups())

    def count(self) -> Formula:
        """How many rows are used."""
        return Formula(f'COUNTIF({self._used.area},">0")', sum(map(bool, self._used.values)))

    def next_free(self) -> Formula:
        """The row of the sheet below the last one that is used."""
        return Formula(f"MAX({self._used.area})+{FIRST_ROW}", max(self._used.values) + FIRST_ROW)

    def lacking(self, column: Column) -> tuple[Formula, Formula]:
        """How many measures have this cell empty in all their rows, and the row of the first of them."""
        filled = _write(self._lists, self._filled(column.key))
        group = self._group  # 1 where a measure begins that has the cell empty in all its rows
        missing = _write(
            self._lists,
            [
                Formula(
                    f"IF({group.at(n)}>{group.at(n - 1)},1-{filled.at(n)},0)",
                    int(group.value(n) > group.value(n - 1) and not filled.value(n)),
                )
                for n in self._rows
            ],
        )
        total = (
            1 if not any(self._group.values) else sum(missing.values)
        )  # no measure at all lacks at least one
        return Formula(f"IF(MAX({self._group.area})=0,1,SUM({missing.area}))", total), missing.first()

    def _cell(self, n: int, key: str) -> str:
        """A cell of the n-th row for a formula: found by its place, so that an inserted row is counted too."""
        letter = letters(MEASURES.numbers[key])
        return f"INDEX('{MEASURES.sheet}'!${letter}${FIRST_ROW}:${letter}${self._last},{n})"

    def _text(self, n: int, key: str) -> str:
        """What stands in that cell."""
        row = self._typed[n - 1] if n <= len(self._typed) else ()
        number = MEASURES.numbers[key] - 2
        return row[number] if number < len(row) else ""

    def _any(self, n: int, cells: Iterable[tuple[str, Column]]) -> Formula:
        """Whether one of these cells of a row holds something; an empty box is nothing."""
        asked = [
            (
                key,
                f'="{TICKED}"' if column.kind is Kind.BOXES else '<>""',
                self._text(n, key) not in ("", UNTICKED),
            )
            for key, column in cells
        ]
        text = "+".join(f"({self._cell(n, key)}{test})" for key, test, _ in asked)
        return Formula(f"{text}>0", any(filled for *_, filled in asked))

    def _use(self, n: int) -> Formula:
        """The place of a row in the table, 0 where nothing is typed in it."""
        letter = letters(MEASURES.numbers["no"])
        rows, typed = (
            f"'{MEASURES.sheet}'!${letter}${FIRST_ROW}:${letter}${self._last}",
            self._any(n, MEASURES.keys),
        )
        return Formula(f"IF({n}>ROWS({rows}),0,IF({typed.text},{n},0))", n if typed.value else 0)

    def _groups(self) -> Iterator[Formula]:
        """The number of the measure that each row belongs to, as `MeasureRow.opens_measure` counts them."""
        letter, now = letters(self._lists.max_column + 1), 0
        outer = [(key, column) for key, column in MEASURES.keys if column.outer]
        for n in self._rows:
            above, opens = f"{letter}{n - 1}" if n > 1 else "0", self._any(n, outer)
            now += bool(self._used.value(n) and (opens.value or not now))
            text = f"{above}+IF({self._used.at(n)}=0,0,IF({above}=0,1,IF({opens.text},1,0)))"
            yield Formula(text, now)

    def _filled(self, key: str) -> list[Formula]:
        """Whether a cell is filled in each row or in a later one of the same measure; made from the last row up."""
        letter = letters(self._lists.max_column + 1)
        made: list[Formula] = []
        for n in reversed(self._rows):
            go_on = n < len(self._rows) and self._group.value(n + 1) == self._group.value(n)
            later = (
                f"IF({self._group.at(n + 1)}={self._group.at(n)},{letter}{n + 1},0)"
                if n < len(self._rows)
                else "0"
            )
            text = f'IF({self._used.at(n)}=0,{later},IF({self._cell(n, key)}<>"",1,{later}))'
            typed = bool(self._used.value(n) and self._text(n, key))
            made.append(Formula(text, int(typed or bool(go_on and made[-1].value))))
        return made[::-1]


def required_cells(
    lists: Worksheet, year: Year, form: Sheets, how: Settings, steps: Steps
) -> Iterator[Required]:
    """Every required line and column, in the order of the form."""
    rows, lines = line_rows(), form.rows[AGENCY_SHEET]
    for column, key in required_lines(year):
        row, letter = rows[key], letters(FIRST_COLUMN)
        count = Formula(
            f"IF('{AGENCY_SHEET}'!${letter}${row}=\"\",1,0)", int(not lines[row - 1][FIRST_COLUMN - 1])
        )
        first = Formula(f'"{letter}{row}"', f"{letter}{row}")
        yield Required(AGENCY_SHEET, column.heading, count, first, off_formula(column, Record, how))
    for field in year.mandated:
        name, _, key = field.rpartition(".")
        for table in (MEASURES, INDICATORS, ITEMS):
            if table.name == name:
                column = column_of(table.record, key)
                whole = (
                    steps.lacking(column)
                    if table is MEASURES
                    else _lacking_rows(lists, table, column, year, form)
                )
                off = off_formula(column, table.record, how, fixed=table.fixed)
                letter, at = letters(table.numbers[key]), whole[1]
                first = Formula(f'"{letter}"&({at.text})', f"{letter}{at.value}")
                yield Required(table.sheet, column.heading, whole[0], first, off)


def _lacking_rows(
    lists: Worksheet, table: Table, column: Column, year: Year, form: Sheets
) -> tuple[Formula, Formula]:
    """How many rows of the year have this cell empty, and the first of them."""
    keys = Run(table, "@key", FIRST_ROW, max(bands(table, year)[-1].rows.values()), form)
    boxes = [keys.next_to(f"status:{status}") for status in (_EXCUSED if column.key == "progress" else ())]
    asked = [(keys, '<>""', bool), (keys.next_to(column.key), '=""', operator.not_)]
    asked += [(each, f'<>"{TICKED}"', partial(operator.ne, TICKED)) for each in boxes]
    missing = _write(
        lists,
        (
            Formula(
                f"IF(AND({','.join(run.at(n) + test for run, test, _ in asked)}),1,0)",
                int(all(holds(run.texts[n]) for run, _, holds in asked)),
            )
            for n in range(len(keys.texts))
        ),
    )
    return Formula(f"SUM({missing.area})", sum(missing.values)), missing.first()
