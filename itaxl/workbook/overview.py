"""The sheet ภาพรวม: how much is done, by instrument and sub-indicator, and which required cells are empty.

The one rule of the place: formulas only, so that it lives without the add-in and in every spreadsheet program.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from openpyxl.formatting.rule import FormulaRule
from openpyxl.styles import Font, PatternFill
from openpyxl.worksheet.worksheet import Worksheet

from itaxl.catalog.form import FINDINGS_SHEET, INDICATORS, ITEMS, MEASURES, Table
from itaxl.catalog.settings import Settings
from itaxl.catalog.year import Year
from itaxl.model.cells import letters
from itaxl.model.columns import STATUSES, TICKED, column_of
from itaxl.model.findings import Listed, Severity
from itaxl.workbook import styles
from itaxl.workbook.chart import draw_chart
from itaxl.workbook.computed import Formula, Run, Value
from itaxl.workbook.fit import fit_height, set_width
from itaxl.workbook.lacking import Required, Steps, off_formula, required_cells
from itaxl.workbook.live import SEVERITY_NAME
from itaxl.workbook.sheets import Sheets
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
_GO = "ไปที่ช่อง "
_COUNT = '0;-0;"ครบ"'
_COLORS = {"done": styles.BRAND, "in_progress": "8DB4C7", "not_started": "E3C9B4", "impossible": "8A929A"}


@dataclass(frozen=True, slots=True)
class _Part:
    """Rows of one table counted together: how many there are, and the run of their keys."""

    code: str
    title: str
    rows: Formula
    run: Run
    off: Formula | None  # true while the paper leaves these rows out

    def ticked(self, status: str) -> Formula:
        """How many boxes of a status are ticked."""
        boxes = self.run.next_to(f"status:{status}")
        return Formula(f'COUNTIF({boxes},"{TICKED}")', boxes.texts.count(TICKED))


def fill_overview(
    sheet: Worksheet, lists: Worksheet, year: Year, form: Sheets, how: Settings, listed: Sequence[Listed]
) -> None:
    """Lay out the progress table, its chart, and the list of required cells that are empty.

    `form` holds the cells that are counted; what takes a cell for each row of the measures goes to `lists`.
    """
    measure_rows = len(form.rows[MEASURES.sheet]) - FIRST_ROW + 1 + MEASURES.empty_rows
    steps = Steps(lists, form, measure_rows)
    parts = list(_parts(year, form, how, measure_rows, steps))
    last = HEAD_ROW + len(parts)
    missing = last + 3
    _heads(sheet)
    for row, part in enumerate(parts, HEAD_ROW + 1):
        _progress(sheet, row, part)
    order = [status for status, _ in STATUSES]
    bars = [(FIRST_STATUS + order.index(status), color) for status, color in _COLORS.items()]
    bars.append((LAST_STATUS, styles.OFF))  # nearly paper: what nobody has chosen yet
    draw_chart(sheet, bars, (HEAD_ROW, last), f"{letters(SHARE + 2)}{HEAD_ROW}")
    total, first = _missing(sheet, missing, list(required_cells(lists, year, form, how, steps)))
    _next_steps(sheet, first, steps.next_free())
    styles.put(sheet, last + 1, 2, _NOTE, styles.NOTE)
    styles.put(sheet, SUM_ROW, 2, _sentence(parts, total, listed), styles.SECTION)
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


def _parts(year: Year, form: Sheets, how: Settings, measure_rows: int, steps: Steps) -> Iterator[_Part]:
    """Measures, then the instruments, then the sub-indicators of the OIT."""

    def part(code: str, title: str, table: Table, first: int, last: int) -> _Part:
        run = Run(table, "@key", first, last, form)
        rows = (
            Formula(f'SUMPRODUCT(--({run}<>""))', sum(map(bool, run.texts))) if table.fixed else steps.count()
        )
        off = off_formula(column_of(table.record, "no"), table.record, how, fixed=table.fixed)
        return _Part(code, title, rows, run, off)

    yield part("มาตรการ", "ทุกขั้นตอน", MEASURES, FIRST_ROW, FIRST_ROW + measure_rows - 1)
    for table in (INDICATORS, ITEMS):
        parts = bands(table, year)
        if table is ITEMS:
            yield part("OIT", "ทุกข้อ", table, parts[0].row, max(parts[-1].rows.values()))
        for band in parts:
            yield part(band.code, band.name, table, min(band.rows.values()), max(band.rows.values()))


def _progress(sheet: Worksheet, row: int, part: _Part) -> None:
    """One line: how many rows, how many of each status, the share done."""
    styles.put(sheet, row, 2, part.code, styles.LABEL_CENTER)
    styles.put(sheet, row, 3, part.title, styles.LABEL)
    rows, ticked = part.rows, {status: part.ticked(status) for status, _ in STATUSES}
    styles.put(sheet, row, 4, rows, styles.FIGURE)
    for number, each in enumerate(ticked.values(), FIRST_STATUS):
        styles.put(sheet, row, number, each, styles.FIGURE)
    total, known, done = (
        int(rows.value),
        sum(int(each.value) for each in ticked.values()),
        ticked["done"].value,
    )
    counted = f"{letters(FIRST_STATUS)}{row}:{letters(LAST_STATUS - 1)}{row}"
    open_ = Formula(f"MAX(0,D{row}-SUM({counted}))", max(0, total - known))
    styles.put(sheet, row, LAST_STATUS, open_, styles.FIGURE)
    share = Formula(f"IF(D{row}=0,0,{_done(row)}/D{row})", int(done) / total if total else 0)
    styles.put(sheet, row, SHARE, share, styles.FIGURE_STRONG).number_format = "0%"
    sheet.row_dimensions[row].height = max(_LINE, fit_height(part.title, _WIDTHS[1] - 4))
    _grey(sheet, f"B{row}:{letters(SHARE)}{row}", part.off)


def _done(row: int) -> str:
    """The cell that counts what is done in a line."""
    return f"{letters(FIRST_STATUS + [status for status, _ in STATUSES].index('done'))}{row}"


def _sentence(parts: Sequence[_Part], total: Formula, listed: Sequence[Listed]) -> Formula:
    """The state of the form in one line: done, still empty, findings."""
    whole = [
        (row, part)
        for row, part in enumerate(parts, HEAD_ROW + 1)
        if part.code in ("มาตรการ", "IIT", "EIT", "OIT")
    ]
    told = [each.texts()["~severity"] for each in listed]

    def added(cell: Callable[[int], str], value: Callable[[_Part], Value]) -> Formula:
        text = "+".join(
            f"IF({part.off.text},0,{cell(row)})" if part.off else cell(row) for row, part in whole
        )
        return Formula(text, sum(int(value(part)) for _, part in whole if not (part.off and part.off.value)))

    def severity(each: Severity) -> Formula:
        return Formula(f'COUNTIF({SEVERITY_NAME},"{each.thai}")', told.count(each.thai))

    return _joined(
        "ดำเนินการแล้ว ",
        added(_done, lambda part: part.ticked("done").value),
        " จาก ",
        added(lambda row: f"D{row}", lambda part: part.rows.value),
        " แถว  ·  ช่องที่ต้องกรอกยังว่าง ",
        total,
        f" ช่อง  ·  {Severity.ERROR.thai} ",
        severity(Severity.ERROR),
        f" ข้อ  ·  {Severity.WARNING.thai} ",
        severity(Severity.WARNING),
        " ข้อ",
    )


def _joined(*parts: str | Formula) -> Formula:
    """Words and figures as one text."""
    text = "&".join(f"({part.text})" if isinstance(part, Formula) else f'"{part}"' for part in parts)
    return Formula(text, "".join(str(part.value) if isinstance(part, Formula) else part for part in parts))


# -- required cells that are empty --------------------------------------------------------------------


def _missing(sheet: Worksheet, top: int, required: Sequence[Required]) -> tuple[Formula, Formula]:
    """A line for each required column: how many cells are empty, and a link to the first.

    The cell of the sum, and that of the first empty cell of all (`'sheet'!C5`), for other formulas.
    """
    styles.put(sheet, top, 2, "ช่องที่ต้องกรอกซึ่งยังว่าง", styles.SECTION)
    sheet.row_dimensions[top].height = 34
    for number, heading in enumerate(("แผ่นงาน", "ช่อง", "ยังว่าง", "ช่องแรกที่ว่าง"), 2):
        styles.put(sheet, top + 1, number, heading, styles.HEADING)
    sheet.row_dimensions[top + 1].height = 54
    first = Formula('""', "")
    for row, each in enumerate(required, top + 2):
        first = _one_required(sheet, row, each, first)
    row = top + 2 + len(required)
    styles.put(sheet, row, 2, None, styles.SUM_LABEL)
    styles.put(sheet, row, 3, "รวม", styles.SUM_LABEL)
    total = Formula(f"SUM(D{top + 2}:D{row - 1})", sum(_count(each) for each in required))
    styles.put(sheet, row, 4, total, styles.SUM_FIGURE).number_format = _COUNT
    waiting = FormulaRule(formula=[f"$D{top + 2}>0"], fill=PatternFill(bgColor=styles.CAUTION))
    sheet.conditional_formatting.add(f"D{top + 2}:D{row - 1}", waiting)
    return Formula(f"D{row}", total.value), first


def _count(each: Required) -> int:
    """How many of its cells are empty, as long as they are printed."""
    return 0 if each.off and each.off.value else int(each.count.value)


def _one_required(sheet: Worksheet, row: int, each: Required, first: Formula) -> Formula:
    """Sheet, heading, how many are empty, a link; the cell that holds the first empty one down to this line."""
    styles.put(sheet, row, 2, each.sheet, styles.LABEL)
    styles.put(sheet, row, 3, each.heading, styles.LABEL)
    count = f"IF({each.off.text},0,{each.count.text})" if each.off else each.count.text
    styles.put(sheet, row, 4, Formula(count, _count(each)), styles.FIGURE_STRONG).number_format = _COUNT
    link = f'IF(D{row}=0,"",HYPERLINK("#\'{each.sheet}\'!"&{each.first.text},"{_GO}"&{each.first.text}))'
    styles.put(sheet, row, 5, Formula(link, f"{_GO}{each.first.value}" if _count(each) else ""), styles.GO)
    here = f"'{each.sheet}'!{each.first.value}" if _count(each) else ""
    target = f'IF({first.text}<>"",{first.text},IF(D{row}=0,"","\'{each.sheet}\'!"&{each.first.text}))'
    styles.put(sheet, row, 1, Formula(target, first.value or here), styles.KEY)
    sheet.row_dimensions[row].height = _LINE
    _grey(sheet, f"B{row}:D{row}", each.off)
    return Formula(f"A{row}", first.value or here)


def _grey(sheet: Worksheet, area: str, condition: Formula | None) -> None:
    """Grey cells while the paper leaves out what they tell of."""
    if condition:
        fill, font = PatternFill(bgColor=styles.OFF), Font(color=styles.OFF_INK)
        sheet.conditional_formatting.add(area, FormulaRule(formula=[condition.text], fill=fill, font=font))


def _next_steps(sheet: Worksheet, first: Formula, free: Formula) -> None:
    """Links under the sentence: to the first empty cell of all, to the next free row, to the findings."""
    words = "กรอกช่องที่ยังว่าง"
    empty = Formula(
        f'IF({first.text}="","",HYPERLINK("#"&{first.text},"{words}"))', words if first.value else ""
    )
    column = letters(MEASURES.numbers["method"])
    label = _joined("เพิ่มมาตรการหรือขั้นตอน (แถวที่ ", free, ")")
    step = Formula(f"HYPERLINK(\"#'{MEASURES.sheet}'!{column}\"&({free.text}),{label.text})", label.value)
    words = "รายการที่ต้องแก้ไข"
    findings = Formula(f'HYPERLINK("#\'{FINDINGS_SHEET}\'!B{FIRST_ROW}","{words}")', words)
    for number, formula in ((2, empty), (3, step), (FIRST_STATUS, findings)):
        styles.put(sheet, LINKS_ROW, number, formula, styles.GO)
