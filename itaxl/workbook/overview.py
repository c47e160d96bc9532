"""The sheet ภาพรวม: how much is done, by instrument and sub-indicator, and which required cells are empty.

The one rule of the place: formulas only, so that it lives without the add-in and in every spreadsheet program.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from openpyxl.formatting.rule import FormulaRule
from openpyxl.styles import Font, PatternFill
from openpyxl.worksheet.worksheet import Worksheet

from itaxl.catalog.form import AGENCY_SHEET, FINDINGS_SHEET, INDICATORS, ITEMS, MEASURES, Table
from itaxl.catalog.year import Year
from itaxl.model.cells import letters
from itaxl.model.columns import STATUSES, TICKED, Column, column_of, columns
from itaxl.model.findings import Severity
from itaxl.workbook import styles
from itaxl.workbook.agency import line_rows, required_lines
from itaxl.workbook.chart import Bar, draw_chart
from itaxl.workbook.fit import fit_height, set_width
from itaxl.workbook.live import SEVERITY_NAME, unprinted_when
from itaxl.workbook.styles import finish_sheet
from itaxl.workbook.tables import FIRST_ROW, bands

TITLE_ROW, SUM_ROW, LINKS_ROW, HEAD_ROW = 2, 3, 4, 5
FIRST_STATUS = 5  # the column of the first status; before it: part, name, rows
LAST_STATUS = FIRST_STATUS + len(STATUSES)  # the column of rows without a status
SHARE = LAST_STATUS + 1

_HEADS = ("ส่วน", "ส่วนของรายงาน", "จำนวนแถว", *(word for _, word in STATUSES), "ยังไม่เลือกสถานะ", "ดำเนินการแล้ว")
_WIDTHS = (22, 52, 11, *(16 for _ in STATUSES), 14, 16)
_NOTE = "นับจากช่อง ☑ ในแบบ ตัวเลขเปลี่ยนตามทันทีที่กรอก ส่วนที่รูปแบบรายงานที่เลือกไม่พิมพ์เป็นสีเทาและไม่นับรวมในยอดข้างบน"
_LINE = 28.0  # points


@dataclass(frozen=True, slots=True)
class _Part:
    """Rows of one table counted together; `filled` is the column that tells a row from an empty one."""

    code: str
    title: str
    table: Table
    first: int
    last: int
    filled: str

    def area(self, key: str) -> str:
        return area(self.table, key, self.first, self.last)

    @property
    def off(self) -> str:
        """The formula that is true while the paper leaves these rows out; empty when it never does."""
        return unprinted_when(column_of(self.table.record, "no"), fixed=self.table.fixed)


def fill_overview(sheet: Worksheet, year: Year, measure_rows: int) -> None:
    """Lay out the progress table, its chart, and the list of required cells that are empty."""
    parts = list(_parts(year, measure_rows))
    last = HEAD_ROW + len(parts)
    missing = last + 3
    _heads(sheet)
    for row, part in enumerate(parts, HEAD_ROW + 1):
        _progress(sheet, row, part)
    draw_chart(sheet, list(_colored()), (HEAD_ROW, last), f"{letters(SHARE + 2)}{HEAD_ROW}")
    total = _missing(sheet, missing, list(_required(year, measure_rows)))
    _next_steps(sheet, missing + 2, total - 1, measure_rows)
    styles.put(sheet, last + 1, 2, _NOTE, styles.NOTE)
    styles.formula(sheet, SUM_ROW, 2, _sentence(parts, total), styles.SECTION)
    finish_sheet(
        sheet,
        freeze=f"A{SUM_ROW + 1}",
        heads=f"{TITLE_ROW}:{TITLE_ROW}",
        start=f"{letters(FIRST_STATUS)}{missing + 2}",
        tab=styles.QUIET,
    )


def _heads(sheet: Worksheet) -> None:
    """Title, note, headings, widths."""
    styles.put(sheet, TITLE_ROW, 2, "ภาพรวมความก้าวหน้า", styles.TITLE)
    for number, (heading, width) in enumerate(zip(_HEADS, _WIDTHS, strict=True), 2):
        styles.put(sheet, HEAD_ROW, number, heading, styles.HEADING)
        set_width(sheet, number, width)
    set_width(sheet, SHARE + 1, 3)  # between the table and its chart
    sheet.row_dimensions[TITLE_ROW].height = 34
    sheet.row_dimensions[SUM_ROW].height = 32
    sheet.row_dimensions[HEAD_ROW].height = 58


def _parts(year: Year, measure_rows: int) -> Iterator[_Part]:
    """Measures, then the instruments, then the sub-indicators of the OIT."""
    yield _Part("มาตรการ", "ทุกขั้นตอน", MEASURES, FIRST_ROW, FIRST_ROW + measure_rows - 1, "method")
    for table in (INDICATORS, ITEMS):
        parts = bands(table, year)
        if table is ITEMS:
            yield _Part("OIT", "ทุกข้อ", table, parts[0].row, max(parts[-1].rows.values()), "@key")
        for band in parts:
            rows = list(band.rows.values())
            yield _Part(band.code, band.name, table, rows[0], rows[-1], "@key")


def area(table: Table, key: str, first: int, last: int) -> str:
    """The cells of a column from row to row, for a formula on another sheet."""
    letter = "A" if key == "@key" else letters(table.numbers[key])
    return f"'{table.sheet}'!${letter}${first}:${letter}${last}"


def _progress(sheet: Worksheet, row: int, part: _Part) -> None:
    """One line: how many rows, how many of each status, the share done."""
    styles.put(sheet, row, 2, part.code, styles.LABEL_CENTER)
    styles.put(sheet, row, 3, part.title, styles.LABEL)
    styles.formula(sheet, row, 4, f'=SUMPRODUCT(--({part.area(part.filled)}<>""))', styles.FIGURE)
    for number, (status, _) in enumerate(STATUSES, FIRST_STATUS):
        count = f'=COUNTIF({part.area(f"status:{status}")},"{TICKED}")'
        styles.formula(sheet, row, number, count, styles.FIGURE)
    counted = f"{letters(FIRST_STATUS)}{row}:{letters(LAST_STATUS - 1)}{row}"
    styles.formula(sheet, row, LAST_STATUS, f"=MAX(0,D{row}-SUM({counted}))", styles.FIGURE)
    share = f"=IF(D{row}=0,0,{_done(row)}/D{row})"
    styles.formula(sheet, row, SHARE, share, styles.FIGURE_STRONG).number_format = "0%"
    sheet.row_dimensions[row].height = max(_LINE, fit_height(part.title, _WIDTHS[1] - 4))
    _grey(sheet, f"B{row}:{letters(SHARE)}{row}", part.off)


def _done(row: int) -> str:
    """The cell that counts what is done in a line."""
    return f"{letters(FIRST_STATUS + [status for status, _ in STATUSES].index('done'))}{row}"


def _colored() -> Iterator[Bar]:
    """The columns of the chart, what is done first; nearly paper: what nobody has chosen yet."""
    order = [status for status, _ in STATUSES]
    for status, color in _COLORS.items():
        yield FIRST_STATUS + order.index(status), color
    yield LAST_STATUS, styles.OFF


_COLORS = {"done": styles.BRAND, "in_progress": "8DB4C7", "not_started": "E3C9B4", "impossible": "8A929A"}


def _sentence(parts: Sequence[_Part], total: int) -> str:
    """The state of the form in one line: done, still empty, findings."""
    whole = [
        (row, part)
        for row, part in enumerate(parts, HEAD_ROW + 1)
        if part.code in ("มาตรการ", "IIT", "EIT", "OIT")
    ]
    done = "+".join(_if_printed(part, _done(row)) for row, part in whole)
    rows = "+".join(_if_printed(part, f"D{row}") for row, part in whole)
    errors, warnings = (
        f'COUNTIF({SEVERITY_NAME},"{each.thai}")' for each in (Severity.ERROR, Severity.WARNING)
    )
    return (
        f'="ดำเนินการแล้ว "&({done})&" จาก "&({rows})&" แถว  ·  ช่องที่ต้องกรอกยังว่าง "&D{total}&" ช่อง  ·  "'
        f'&"{Severity.ERROR.thai} "&{errors}&" ข้อ  ·  {Severity.WARNING.thai} "&{warnings}&" ข้อ"'
    )


def _if_printed(part: _Part, count: str) -> str:
    return f"IF({part.off},0,{count})" if part.off else count


# -- required cells that are empty --------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Required:
    """A required column or line, and the formulas that count its empty cells and find the first."""

    sheet: str
    heading: str
    count: str
    first: str
    off: str  # true while the chosen layout does not print it; empty when it always does


def _missing(sheet: Worksheet, top: int, required: Sequence[_Required]) -> int:
    """A line for each required column: how many cells are empty, and a link to the first; the row of the sum."""
    styles.put(sheet, top, 2, "ช่องที่ต้องกรอกซึ่งยังว่าง", styles.SECTION)
    sheet.row_dimensions[top].height = 34
    for number, heading in enumerate(("แผ่นงาน", "ช่อง", "ยังว่าง", "ช่องแรกที่ว่าง"), 2):
        styles.put(sheet, top + 1, number, heading, styles.HEADING)
    sheet.row_dimensions[top + 1].height = 54
    row = top + 1
    for row, each in enumerate(required, top + 2):
        _one_required(sheet, row, each)
    row += 1
    styles.put(sheet, row, 2, None, styles.SUM_LABEL)
    styles.put(sheet, row, 3, "รวม", styles.SUM_LABEL)
    total = f"=SUM(D{top + 2}:D{row - 1})"
    styles.formula(sheet, row, 4, total, styles.SUM_FIGURE).number_format = _COUNT
    waiting = FormulaRule(formula=[f"$D{top + 2}>0"], fill=PatternFill(bgColor=styles.CAUTION))
    sheet.conditional_formatting.add(f"D{top + 2}:D{row - 1}", waiting)
    return row


_GO = "ไปที่ช่อง "
_COUNT = '0;-0;"ครบ"'


def _one_required(sheet: Worksheet, row: int, each: _Required) -> None:
    """Sheet, heading, how many are empty, a link."""
    styles.put(sheet, row, 2, each.sheet, styles.LABEL)
    styles.put(sheet, row, 3, each.heading, styles.LABEL)
    count = f"=IF({each.off},0,{each.count})" if each.off else f"={each.count}"
    styles.formula(sheet, row, 4, count, styles.FIGURE_STRONG).number_format = _COUNT
    link = f'=IF(D{row}=0,"",HYPERLINK("#\'{each.sheet}\'!"&{each.first},"{_GO}"&{each.first}))'
    styles.formula(sheet, row, 5, link, styles.GO)
    sheet.row_dimensions[row].height = _LINE
    _grey(sheet, f"B{row}:D{row}", each.off)


def _grey(sheet: Worksheet, area: str, condition: str) -> None:
    """Grey cells while the paper leaves out what they tell of."""
    if condition:
        fill, font = PatternFill(bgColor=styles.OFF), Font(color=styles.OFF_INK)
        sheet.conditional_formatting.add(area, FormulaRule(formula=[condition], fill=fill, font=font))


def _next_steps(sheet: Worksheet, first: int, last: int, measure_rows: int) -> None:
    """Links under the sentence: to the first empty cell of all, to the next free row, to the findings."""
    waiting = f"MATCH(1,INDEX(--($D${first}:$D${last}>0),0),0)"
    cell = f'SUBSTITUTE(INDEX($E${first}:$E${last},{waiting}),"{_GO}","")'
    target = f'"#\'"&INDEX($B${first}:$B${last},{waiting})&"\'!"&{cell}'
    empty = f'=IF($D${last + 1}=0,"",HYPERLINK({target},"กรอกช่องที่ยังว่าง"))'
    free = _next_free(measure_rows)
    column = letters(MEASURES.numbers["method"])
    step = f'=HYPERLINK("#\'{MEASURES.sheet}\'!{column}"&{free},"เพิ่มมาตรการหรือขั้นตอน (แถวที่ "&{free}&")")'
    findings = f'=HYPERLINK("#\'{FINDINGS_SHEET}\'!B{FIRST_ROW}","รายการที่ต้องแก้ไข")'
    for number, text in ((2, empty), (3, step), (FIRST_STATUS, findings)):
        styles.formula(sheet, LINKS_ROW, number, text, styles.GO)


def _next_free(measure_rows: int) -> str:
    """The number of the row below the last one that is used in the measures, for a formula."""
    first, last = FIRST_ROW, FIRST_ROW + measure_rows - 1
    used = "+".join(
        f'({area(MEASURES, key, first, last)}<>"")' for key in ("no", "title", "method", "summary")
    )
    return f"(SUMPRODUCT(MAX((({used})>0)*(ROW({area(MEASURES, 'no', first, last)})-{first - 1})))+{first})"


def _required(year: Year, measure_rows: int) -> Iterator[_Required]:
    """Every required line and column, in the order of the form."""
    rows = line_rows()
    for column, key in required_lines(year):
        cell = f"'{AGENCY_SHEET}'!$C${rows[key]}"
        count = f'IF({cell}="",1,0)'
        yield _Required(AGENCY_SHEET, column.heading, count, f'"C{rows[key]}"', unprinted_when(column))
    for field in year.mandated:
        name, _, key = field.rpartition(".")
        for table in (MEASURES, INDICATORS, ITEMS):
            if table.name == name:
                yield _required_column(table, column_of(table.record, key), year, measure_rows)


_OUTER = tuple(column.key for column in columns(MEASURES.record) if column.outer)  # what opens a measure


def _required_column(table: Table, column: Column, year: Year, measure_rows: int) -> _Required:
    """Empty cells in the rows that are there."""
    if table is MEASURES:
        first, last = FIRST_ROW, FIRST_ROW + measure_rows - 1
        begun = "&".join(area(table, key, first, last) for key in _OUTER)
        there = f'({begun}<>"")'
    else:
        first, last = FIRST_ROW, max(bands(table, year)[-1].rows.values())
        there = f'({area(table, "@key", first, last)}<>"")'
    empty = f'{there}*({area(table, column.key, first, last)}="")'
    if table is MEASURES:  # of a measure with several steps one filled cell is enough
        below = "&".join(area(table, key, first + 1, last + 1) for key in _OUTER)
        empty += f'*(1-({below}="")*({area(table, column.key, first + 1, last + 1)}<>""))'
    if column.key == "progress":  # what is not begun, or cannot be done, has no result yet
        for status in ("not_started", "impossible"):
            empty += f'*({area(table, f"status:{status}", first, last)}<>"☑")'
    found = f'"{letters(table.numbers[column.key])}"&(IFERROR(MATCH(1,INDEX({empty},0),0),1)+{first - 1})'
    count = f"IF(SUMPRODUCT({there})=0,1,SUMPRODUCT({empty}))"  # a table without a row lacks at least one
    return _Required(table.sheet, column.heading, count, found, unprinted_when(column, fixed=table.fixed))
