"""The sheets of rows: measures, indicators, O-items, evidence, findings.

The one rule of the place: what a column is comes from its declaration; a sheet only lays it out.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.worksheet import Worksheet

from itaxl.catalog.form import ACCEPTED, INDICATORS, Table
from itaxl.catalog.settings import DEFAULT_LAYOUT
from itaxl.catalog.values import write_boxes, write_text
from itaxl.catalog.year import Year
from itaxl.model.cells import Cell, letters
from itaxl.model.columns import Column, Kind, Record, columns
from itaxl.model.findings import Listed, Severity
from itaxl.workbook import styles
from itaxl.workbook.computed import Formula
from itaxl.workbook.fit import SIZES, fit_height, set_width, size_for, wide_enough, width_of
from itaxl.workbook.live import SEVERITY_NAME, Runs, area_of, offer, shade
from itaxl.workbook.origins import item_mark, stand_in_mark
from itaxl.workbook.read import HEAD, KEY
from itaxl.workbook.styles import finish_sheet

TITLE_ROW, NOTE_ROW, HEAD_ROW = 2, 3, 4
FIRST_ROW = HEAD_ROW + 1

_ROW = 64.0  # points of an empty row, at least: room to see where one types
_HEAD_HEIGHTS = {"evidence": 74.0, "accepted": 44.0}  # the others have narrow columns with long headings
_LOW_ROW = {"evidence": 36.0, "accepted": 36.0, "changes": 36.0, "past": 36.0}
REQUIRED_MARK = " *"
_TABS = {
    "accepted": styles.URGENT,
    "changes": styles.REVIEW_TAB,
    "past": styles.QUIET,
    "ceased": styles.QUIET,
}
_NARROW = 20.0  # declared width, at most, of an empty column that the layout does not print
_FROZEN = {
    "measures": "title",
    "indicators": "~name",
    "o_items": "~title",
    "accepted": "~place",
    "changes": "~place",
}


def fill_table(
    sheet: Worksheet, table: Table, year: Year, records: Sequence[Record], layout: str = DEFAULT_LAYOUT
) -> None:
    """Lay out one table with its records, and room for more."""
    _heads(sheet, table, year, [cell_texts(record) for record in records], layout)
    runs = _fixed_rows(sheet, table, year, records) if table.fixed else _open_rows(sheet, table, records)
    typed = {key: column for key, column in table.keys if not is_locked(table, column)}
    for key, column in typed.items():
        letter = letters(table.numbers[key])
        offer(sheet, area_of(letter, letter, runs), column, column.heading_of(key))
    shade(sheet, table, runs)
    freeze = table.numbers[_FROZEN.get(table.name, next(iter(table.numbers)))] + 1
    finish_sheet(
        sheet,
        freeze=f"{letters(freeze)}{FIRST_ROW}",
        heads=f"{TITLE_ROW}:{HEAD_ROW}",
        start=f"{letters(min((table.numbers[key] for key in typed), default=2))}{runs[0][0]}",
        tab=_TABS.get(table.name, styles.BRAND),
    )
    sheet.auto_filter.ref = f"B{HEAD_ROW}:{letters(max(table.numbers.values()))}{runs[-1][1]}"


def _heads(
    sheet: Worksheet, table: Table, year: Year, filled: Sequence[Mapping[str, str]], layout: str
) -> None:
    """Machine keys in the hidden first row and beside the headings; title, note, headings, widths."""
    styles.put(sheet, 1, 1, KEY, styles.KEY)
    styles.put(sheet, HEAD_ROW, 1, HEAD, styles.KEY)
    for key, number in table.numbers.items():
        styles.put(sheet, 1, number, key, styles.KEY)
    styles.put(sheet, TITLE_ROW, 2, table.title, styles.TITLE)
    mark = stand_in_mark(year) if table.fixed else ""
    styles.put(sheet, NOTE_ROW, 2, " – ".join(filter(None, (mark, table.note))), styles.NOTE)
    for key, column in table.keys:
        texts = [record[key] for record in filled]
        width = wide_enough(texts, _declared(column, any(texts), layout))
        heading = column.heading_of(key) + (REQUIRED_MARK if is_required(column, table.name, year) else "")
        unused = key == "previous" and not any(texts)  # it comes with a form that goes on from another
        _head(sheet, table.numbers[key], heading, width, key in table.hidden or unused)
    for each in table.official:
        _head(sheet, table.numbers[each.key], each.heading, each.width, each.hidden)
    sheet.row_dimensions[TITLE_ROW].height, sheet.row_dimensions[NOTE_ROW].height = 30, 24
    sheet.row_dimensions[HEAD_ROW].height = _HEAD_HEIGHTS.get(table.name, 86.0)


def _count_findings(sheet: Worksheet, listed: Sequence[Listed]) -> None:
    """Tell how many findings there are, of each severity."""
    told = [text for row in listed if (text := row.texts()["~severity"])]
    counts = (f'"{each.thai} "&COUNTIF({SEVERITY_NAME},"{each.thai}")&" ข้อ"' for each in Severity)
    nothing = '"ยังไม่มีรายการ กดปุ่ม ตรวจความถูกต้อง ในแถบ รายงาน ITA"'
    text = f'IF(COUNTA({SEVERITY_NAME})=0,{nothing},{"""&"  ·  "&""".join(counts)})'
    value = "  ·  ".join(f"{each.thai} {told.count(each.thai)} ข้อ" for each in Severity)
    styles.put(
        sheet,
        TITLE_ROW,
        ACCEPTED.numbers["~message"],
        Formula(text, value if told else nothing.strip('"')),
        styles.SECTION,
    )


def _declared(column: Column, used: bool, layout: str) -> float:
    """The declared width, less where the layout leaves an empty column out: it stays in reach, and out of the way."""
    narrow = column.prints and layout not in column.prints and not used and column.kind is not Kind.BOXES
    return min(column.width, max(_NARROW, column.width / 2)) if narrow else column.width


def is_required(column: Column, name: str, year: Year) -> bool:
    """Whether a column of the block or table of this name must be filled, where there is a row and it is printed."""
    return column.required or f"{name}.{column.key}" in year.mandated


def _head(sheet: Worksheet, number: int, heading: str, width: float, hidden: bool) -> None:
    """A heading over its column."""
    styles.put(sheet, HEAD_ROW, number, heading, styles.HEADING)
    set_width(sheet, number, width)
    sheet.column_dimensions[letters(number)].hidden = hidden


# -- rows -------------------------------------------------------------------------------------------


def _open_rows(sheet: Worksheet, table: Table, records: Sequence[Record]) -> Runs:
    """The filled rows and the empty ones a person fills: one run."""
    empty = table.record()
    last = HEAD_ROW + len(records) + table.empty_rows
    for row in range(FIRST_ROW, last + 1):
        n = row - FIRST_ROW
        _row(sheet, table, row, records[n] if n < len(records) else empty)
        for each in table.official:
            styles.put(sheet, row, table.numbers[each.key], None, styles.OFFICIAL)
    return [(FIRST_ROW, last)]


def _fixed_rows(sheet: Worksheet, table: Table, year: Year, records: Sequence[Record]) -> Runs:
    """A row for each number of the year, under bands that name its part; a run for each part."""
    by_number = {getattr(record, "no", 0): record for record in records}
    parts = bands(table, year)
    for band in parts:
        for number in table.numbers.values():
            styles.put(sheet, band.row, number, None, styles.BAND)
        styles.put(sheet, band.row, 2, band.title, styles.BAND)
        sheet.row_dimensions[band.row].height = 30
        for no, row in band.rows.items():
            _row(sheet, table, row, by_number.get(no, table.record()))
            _official(sheet, table, row, no, year)
    return [(min(band.rows.values()), max(band.rows.values())) for band in parts]


@dataclass(frozen=True, slots=True)
class Band:
    """A part of a fixed table: its title's row, and the row of each number in it; `code` is IIT, 9.1 and so on."""

    code: str
    name: str
    title: str
    row: int
    rows: Mapping[int, int]


def bands(table: Table, year: Year) -> list[Band]:
    """The parts of a fixed table in order, with the rows they take."""
    result, row = [], HEAD_ROW
    for code, name, title, numbers in _parts(table, year):
        row += 1
        result.append(Band(code, name, title, row, {no: row + n for n, no in enumerate(numbers, 1)}))
        row += len(numbers)
    return result


def _parts(table: Table, year: Year) -> Iterator[tuple[str, str, str, list[int]]]:
    """Code, name, title and numbers of each part."""
    if table is INDICATORS:
        for instrument in ("IIT", "EIT"):
            mine = [each.no for each in year.surveyed if each.instrument == instrument]
            yield instrument, f"ตัวชี้วัดที่ {mine[0]}-{mine[-1]}", f"แบบวัด {instrument}", mine
    else:
        for sub in year.sub_indicators:
            mine = [item.no for item in year.items if item.sub_indicator == sub.no]
            yield sub.no, sub.name, f"ตัวชี้วัดย่อยที่ {sub.no} {sub.name}", mine


def _official(sheet: Worksheet, table: Table, row: int, no: int, year: Year) -> None:
    """The text that belongs to the year: number, title, required elements."""
    styles.put(sheet, row, 1, str(no), styles.KEY)
    code, texts = official_text(table, no, year)
    styles.put(sheet, row, table.numbers["no"], code, styles.OFFICIAL_CODE)
    heights = [sheet.row_dimensions[row].height or 0]
    for each in table.official:
        look, size = _OFFICIAL_LOOKS.get(each.key, (styles.OFFICIAL, 16))
        styles.put(sheet, row, table.numbers[each.key], texts[each.key], look)
        heights.append(fit_height(texts[each.key], each.width, size))
    sheet.row_dimensions[row].height = max(heights)


_OFFICIAL_LOOKS = {"~components": (styles.OFFICIAL_SMALL, 14), "~year": (styles.OFFICIAL_CENTER, 16)}


DOUBTFUL = "ถ้อยคำของข้อนี้ยังไม่ได้สอบกับคู่มือ ป.ป.ช."


def official_text(table: Table, no: int, year: Year) -> tuple[str, dict[str, str]]:
    """The printed code of a row and the official texts beside it."""
    if table is INDICATORS:
        return str(no), {"~name": next(each.name for each in year.surveyed if each.no == no)}
    item = year.item(no)
    assert item is not None
    components = "\n".join(f"- {line.lstrip('-○ ')}" for line in item.components)
    if mark := item_mark(year, item) or (item.doubt and f"({DOUBTFUL})"):
        components += f"\n{mark}"
    binds_to = str(year.year + item.year_offset) if item.year_bound else ""
    return item.code, {"~title": item.title, "~components": components, "~year": binds_to}


def _row(sheet: Worksheet, table: Table, row: int, record: Record) -> None:
    """The cells of one record, and the height that shows them whole."""
    heights = [_LOW_ROW.get(table.name, _ROW)]
    for (key, column), text in zip(table.keys, cell_texts(record).values(), strict=True):
        width = width_of(sheet, table.numbers[key])
        size = size_for(text, width)
        look = styles.OFFICIAL if is_locked(table, column) else _entry_look(column, size)
        styles.put(sheet, row, table.numbers[key], text, look)
        heights.append(fit_height(text, width, size))
    sheet.row_dimensions[row].height = max(heights)


def is_locked(table: Table, column: Column) -> bool:
    """Whether nobody types in this column of this table."""
    return column.locked or (table.typed is not None and column.key not in table.typed)


def _entry_look(column: Column, size: int) -> styles.Look:
    """How an entry cell looks; `size` is the type in which its text can be shown whole."""
    if column.kind is Kind.BOXES:
        return styles.ENTRY_BOX
    if size < SIZES[0]:
        return styles.ENTRY_SMALL if size == SIZES[1] else styles.ENTRY_SMALLEST
    short = column.kind in (Kind.WHOLE, Kind.NUMBER, Kind.CHOICE)
    return styles.ENTRY_CENTER if short else styles.ENTRY


def cell_texts(record: Record) -> dict[str, str]:
    """The text of each of a record's cells, unread ones as they were typed."""
    texts: dict[str, str] = {}
    for column in columns(type(record)):
        value = getattr(record, column.key)
        if column.kind is Kind.BOXES:
            texts |= zip(column.cells, write_boxes(column, record.unread.get(column.key, value)), strict=True)
        elif column.count > 1:
            padded = (*value, *[None] * (column.count - len(value)))
            texts |= {key: write_text(column, each) for key, each in zip(column.cells, padded, strict=True)}
        else:
            texts[column.key] = write_text(column, value)
    return {key: record.unread.get(key, text) for key, text in texts.items()}


def table_cells(table: Table, year: Year, records: Sequence[Record]) -> Iterator[tuple[int, int, str]]:
    """Row, column and text of each cell of a table that is read."""
    keys = {KEY: 1, **table.numbers}
    yield from ((1, number, key) for key, number in keys.items())
    yield HEAD_ROW, 1, HEAD
    if table.fixed:
        by_number = {getattr(record, "no", 0): record for record in records}
        rows = [(row, no) for band in bands(table, year) for no, row in band.rows.items()]
        placed = [(row, str(no), by_number.get(no, table.record())) for row, no in rows]
    else:
        placed = [(row, "", record) for row, record in enumerate(records, FIRST_ROW)]
    for row, no, record in placed:
        texts = {KEY: no, **cell_texts(record)}
        yield from ((row, keys[key], text) for key, text in texts.items())


# -- findings ---------------------------------------------------------------------------------------


_LOOKS = {Severity.ERROR.thai: styles.SAMPLE_ALARM, Severity.WARNING.thai: styles.SAMPLE_CAUTION}


def fill_findings(sheet: Worksheet, listed: Sequence[Listed]) -> None:
    """Write what is told of each finding beside its confirmation, which stands in the same row already."""
    _count_findings(sheet, listed)
    widths = {each.key: each.width for each in ACCEPTED.official}
    for number, row in enumerate(listed, FIRST_ROW):
        texts = row.texts()
        for key, text in texts.items():
            look = _LOOKS.get(text, styles.OFFICIAL) if key == "~severity" else styles.OFFICIAL
            styles.put(sheet, number, ACCEPTED.numbers[key], text, look)
        if row.finding is not None:
            put_link(sheet, number, ACCEPTED.numbers["~place"], row.finding.cell)
        heights = (fit_height(text, widths[key]) for key, text in texts.items() if key != "~cell")
        sheet.row_dimensions[number].height = max(34.0, *heights)


def put_link(sheet: Worksheet, row: int, column: int, cell: Cell) -> None:
    """Write a link to a cell of the form; openpyxl gives a link a look of its own, so ours comes last."""
    place = styles.put(sheet, row, column, str(cell), styles.PLACE)
    place.hyperlink = Hyperlink(ref=f"{letters(column)}{row}", location=f"'{cell.sheet}'!{cell.ref}")
    styles.PLACE.on(place)
