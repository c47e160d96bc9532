"""The chart of ภาพรวม: for each part of the report, how its rows share out among the states.

The one rule of the place: it draws cells of the sheet beside it and counts nothing itself.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from openpyxl.chart import BarChart, Reference
from openpyxl.chart.data_source import AxDataSource, NumData, NumVal, StrData, StrRef, StrVal
from openpyxl.chart.text import RichText, Text
from openpyxl.chart.title import Title
from openpyxl.drawing.text import (
    CharacterProperties,
    Font,
    Paragraph,
    ParagraphProperties,
    RegularTextRun,
)
from openpyxl.worksheet.worksheet import Worksheet

from itaxl.workbook.computed import value_of
from itaxl.workbook.styles import FACE, INK

_SIZE: Any = (14.2, 14.5)  # centimetres; the stubs want whole ones
Bar = tuple[int, str]  # the column that holds one state of every part, and its colour


def draw_chart(sheet: Worksheet, bars: Sequence[Bar], rows: tuple[int, int], at: str) -> None:
    """Draw the rows (heading, last) as stacked bars; the names of the parts stand in column B."""
    chart = BarChart()
    chart.type, chart.grouping, chart.overlap, chart.gapWidth = "bar", "percentStacked", 100, 45
    look = _look(15, bold=True)
    words = RegularTextRun(rPr=look, t="สถานะของแต่ละส่วน (ร้อยละของแถว)")
    title = Paragraph(pPr=ParagraphProperties(defRPr=look), r=[words])
    chart.title = Title(tx=Text(rich=RichText(p=[title])), overlay=False)
    for column, color in bars:
        cells = Reference(sheet, min_col=column, min_row=rows[0], max_row=rows[1])
        chart.add_data(cells, titles_from_data=True)
        chart.series[-1].graphicalProperties.solidFill = color
    chart.set_categories(Reference(sheet, min_col=2, min_row=rows[0] + 1, max_row=rows[1]))
    for series, (column, _) in zip(chart.series, bars, strict=True):
        _store(series, sheet, column, rows)
    names, shares = chart.x_axis, chart.y_axis
    names.delete = shares.delete = False  # openpyxl's default hides both in new versions of Excel
    names.scaling.orientation, names.tickLblSkip = "maxMin", 1
    shares.scaling.min, shares.scaling.max, shares.majorUnit = 0, 1, 0.25
    shares.number_format, shares.majorGridlines, shares.crosses = "0%", None, "max"
    names.txPr, shares.txPr = _type(13), _type(11)
    assert chart.legend is not None
    chart.legend.position, chart.legend.txPr = "b", _type(12)
    chart.width, chart.height = _SIZE
    sheet.add_chart(chart, at)


def _store(series: Any, sheet: Worksheet, column: int, rows: tuple[int, int]) -> None:
    """Store what the cells show now: a chart that nothing calculates is drawn from that."""

    def texts(number: int, first: int, last: int) -> list[str]:
        return [str(value_of(sheet.cell(row, number))) for row in range(first, last + 1)]  # type: ignore[arg-type]

    (title,), names = texts(column, rows[0], rows[0]), texts(2, rows[0] + 1, rows[1])
    series.tx.strRef.strCache = StrData(ptCount=1, pt=[StrVal(idx=0, v=title)])
    figures = [NumVal(idx=n, v=float(each)) for n, each in enumerate(texts(column, rows[0] + 1, rows[1]))]
    series.val.numRef.numCache = NumData(formatCode="General", ptCount=len(figures), pt=figures)
    words = [StrVal(idx=n, v=each) for n, each in enumerate(names)]
    area = series.cat.numRef.f
    series.cat = AxDataSource(strRef=StrRef(f=area, strCache=StrData(ptCount=len(words), pt=words)))


def _type(size: int) -> RichText:
    """The form's face in some size, for all words of one part of the chart."""
    return RichText(
        p=[Paragraph(pPr=ParagraphProperties(defRPr=_look(size)), endParaRPr=CharacterProperties())]
    )


def _look(size: int, *, bold: bool = False) -> CharacterProperties:
    face = Font(typeface=FACE)
    return CharacterProperties(sz=size * 100, b=bold, solidFill=INK, latin=face, cs=face)
