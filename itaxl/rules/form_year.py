"""The form's own year: it is that of which its dates speak, and its items are those of its year's manual.

The one rule of the place: it compares what the form is with what it says; the texts are other rules' matter.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from itaxl.catalog.year_file import based_on
from itaxl.model.findings import Severity
from itaxl.rules import sources
from itaxl.rules.context import Context
from itaxl.rules.days import dated
from itaxl.rules.mechanism import Hit, rule
from itaxl.rules.results import heading, text_of
from itaxl.thai.calendar import ERA, fiscal_year_span

_ANSWERED = (4, 30)  # month and day of the next year until which a report of the year is handed in


@rule("Y61", Severity.WARNING, "ปีของแบบไม่ใช่ปีของวันที่ในรายงาน", sources.ELSEWHERE)
def form_is_of_another_year_than_its_dates(context: Context) -> Iterator[Hit]:
    """The form is of another year than its dates speak of.

    A report of a year is dated within it or until the next assessment is answered; else an old form was reused.
    """
    year, paper = context.year.year, context.report.paper
    first, last = fiscal_year_span(year)[0], datetime.date(year - ERA + 1, *_ANSWERED)
    for key in ("data_date", "report_date"):
        day, typed = dated(text_of(paper, key)), text_of(paper, key).strip()
        if day and not first <= day <= last:
            message = f"{heading(paper, key)} “{typed}” ไม่ใช่วันของรายงานปีงบประมาณ พ.ศ. {year} ซึ่งเป็นปีของแบบนี้"
            yield Hit(paper, key, typed, message, "ตรวจวันที่ หากรายงานเป็นของปีอื่นให้ใช้แบบของปีนั้น (itaxl carry)")


@rule("Y62", Severity.WARNING, "แบบนี้ใช้ข้อของปีก่อน แต่มีแบบของปีนี้แล้ว", "คู่มือการประเมินของปี", confirmable=False)
def form_was_begun_before_its_manual_was_known(context: Context) -> Iterator[Hit]:
    """The form was begun on the items of an earlier year, and a newer list is known now."""
    year, paper = context.year, context.report.paper
    now = based_on(year.year)
    if context.report.based_on not in (None, now):
        known = "ของปีนี้" if now == year.year else f"ของปี {now} "
        message = f"แบบปี {year.year} นี้ใช้ข้อของปี {year.based_on} ไปก่อน ขณะนี้มีรายการข้อ{known}แล้ว"
        fix = f"ยกข้อมูลไปแบบใหม่โดยไม่ต้องพิมพ์ซ้ำ ด้วยคำสั่ง itaxl carry แบบเดิม.xlsx --year {year.year} -o แบบใหม่.xlsx"
        yield Hit(paper, "ita_round", text_of(paper, "ita_round"), message, fix)
