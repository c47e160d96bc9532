"""The hidden sheets: what the form is (`_itaxl`), and the lists that its cells offer.

The one rule of the place: a list has one name in the workbook, `itaxl_<name>`, and every cell uses that.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import accumulate

from openpyxl.workbook.defined_name import DefinedName
from openpyxl.workbook.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from itaxl.catalog.form import ACCEPTED, FINDINGS_SHEET, FORM_VERSION, LISTS, LISTS_SHEET
from itaxl.catalog.gazetteer import amphoes, provinces, tambons
from itaxl.catalog.settings import DEFAULT_LAYOUT, Settings, settings
from itaxl.catalog.year import Year
from itaxl.model.cells import letters
from itaxl.model.columns import LAYOUTS, YES_NO
from itaxl.model.records import Report
from itaxl.workbook import live
from itaxl.workbook.agency import cell_of
from itaxl.workbook.computed import Formula
from itaxl.workbook.live import list_name
from itaxl.workbook.tables import FIRST_ROW

MAX_DIVISIONS = 30
_APART = 300  # letters between two lines, more than a line holds


def meta_rows(year: Year, layout: str) -> list[tuple[str, str]]:
    """What the form is: its version, its year, the layout it was made for, the year that stands in."""
    rows = [("form_version", str(FORM_VERSION)), ("fiscal_year", str(year.year)), ("layout", layout)]
    rows.append(("items", " ".join(item.key for item in year.items)))
    return rows if year.known else [*rows, ("based_on", str(year.based_on))]


def fill_meta(sheet: Worksheet, year: Year, layout: str) -> None:
    """Write what the form is into a sheet that no menu shows."""
    for row in meta_rows(year, layout):
        sheet.append(row)
    sheet.sheet_state, sheet.protection.sheet = "veryHidden", True


def fill_lists(book: Workbook, sheet: Worksheet, year: Year, report: Report, how: Settings) -> None:
    """Every list of suggestions, and the formulas behind the colours."""
    indicators = (*(str(each.no) for each in year.surveyed), *(each.no for each in year.sub_indicators))
    for words in ({**LISTS, "levels": year.levels, "indicators": indicators}).items():
        _static(book, sheet, *words)
    _divisions(book, sheet, report)
    _places(book, sheet)
    _switches(book, sheet, year, how)
    last = book[FINDINGS_SHEET].max_row
    for name, key in ((live.FLAGGED_NAME, "~cell"), (live.SEVERITY_NAME, "~severity")):
        letter = letters(ACCEPTED.numbers[key])
        _name(book, name, f"'{FINDINGS_SHEET}'!${letter}${FIRST_ROW}:${letter}${last}")
    sheet.sheet_state, sheet.protection.sheet = "hidden", True


def _name(book: Workbook, name: str, formula: str) -> None:
    book.defined_names[name] = DefinedName(name, attr_text=formula)


def _column(sheet: Worksheet, words: Iterable[str | int | Formula]) -> tuple[str, int]:
    """Write a list into the next free column; its letters and its length."""
    number = 1 if sheet.max_column == 1 and sheet["A1"].value is None else sheet.max_column + 1
    count = 0
    for count, word in enumerate(words, 1):  # the count is wanted after the loop
        if isinstance(word, Formula):
            word.put(sheet.cell(count, number))  # type: ignore[arg-type]  # never a merged cell here
        else:
            sheet.cell(count, number, word)
    return letters(number), count


def _static(book: Workbook, sheet: Worksheet, name: str, words: Iterable[str]) -> None:
    letter, count = _column(sheet, words)
    _name(book, list_name(name), f"'{LISTS_SHEET}'!${letter}$1:${letter}${count}")


def _divisions(book: Workbook, sheet: Worksheet, report: Report) -> None:
    """The lines of the agency's own list of divisions, one in each cell."""
    source = f'SUBSTITUTE({cell_of("agency.divisions")},CHAR(10),REPT(" ",{_APART}))'
    text = (" " * _APART).join(report.agency.divisions)
    lines = (
        Formula(
            f"TRIM(MID({source},{start + 1},{_APART}))",
            " ".join(filter(None, text[start : start + _APART].split(" "))),
        )
        for start in range(0, MAX_DIVISIONS * _APART, _APART)
    )
    letter, count = _column(sheet, lines)
    area = f"'{LISTS_SHEET}'!${letter}$1:${letter}${count}"
    filled = f'MAX(1,SUMPRODUCT(--({area}<>"")))'
    _name(book, list_name("divisions"), f"OFFSET('{LISTS_SHEET}'!${letter}$1,0,0,{filled},1)")


def _places(book: Workbook, sheet: Worksheet) -> None:
    """Province → amphoe → tambon: beside each amphoe stands where its tambons begin and how many they are."""
    _static(book, sheet, "provinces", provinces())
    pairs = [(province, amphoe) for province in provinces() for amphoe in amphoes(province)]
    counts = [len(tambons(*pair)) for pair in pairs]
    parents, count = _column(sheet, (province for province, _ in pairs))
    names, _ = _column(sheet, (amphoe for _, amphoe in pairs))
    starts, _ = _column(sheet, accumulate(counts, initial=0))
    words, _ = _column(sheet, (tambon for pair in pairs for tambon in tambons(*pair)))
    province, amphoe = cell_of("agency.province"), cell_of("agency.amphoe")

    def area(letter: str) -> str:
        return f"'{LISTS_SHEET}'!${letter}$1:${letter}${count}"

    first = f"MATCH({province},{area(parents)},0)-1"
    under = f"COUNTIF({area(parents)},{province})"
    _name(book, list_name("amphoes"), f"OFFSET('{LISTS_SHEET}'!${names}$1,{first},0,{under},1)")
    row = f"{first}+MATCH({amphoe},OFFSET('{LISTS_SHEET}'!${names}$1,{first},0,{under},1),0)"
    start, end = (
        f"INDEX('{LISTS_SHEET}'!${starts}$1:${starts}${count + 1},{row}{more})" for more in ("", "+1")
    )
    _name(book, list_name("tambons"), f"OFFSET('{LISTS_SHEET}'!${words}$1,{start},0,{end}-{start},1)")


def _switches(book: Workbook, sheet: Worksheet, year: Year, how: Settings) -> None:
    """The chosen layout and whether the item tables are printed, empty cells decided as the program decides."""
    layout, option = cell_of("layout"), cell_of("options.item_tables")
    words = dict(LAYOUTS)
    blank = Report(year.year)
    shown = [words[value] for value in words if settings(blank, year, {"layout": value}).item_tables]
    habit = ",".join(f'{live.LAYOUT_NAME}="{word}"' for word in shown)
    yes, no = (f'{option}="{word}"' for _, word in YES_NO)
    formulas = (
        Formula(f'IF({layout}="","{words[DEFAULT_LAYOUT]}",{layout})', words[how.layout]),
        Formula(f"IF({yes},TRUE,IF({no},FALSE,{f'OR({habit})' if habit else 'FALSE'}))", how.item_tables),
    )
    letter, _ = _column(sheet, formulas)
    for row, name in enumerate((live.LAYOUT_NAME, live.ITEMS_NAME), 1):
        _name(book, name, f"'{LISTS_SHEET}'!${letter}${row}")
