"""The names that a layout may use: the promise to offices that draw their own layouts.

The one rule of the place: names are added, never renamed; what was typed is handed on as typed, unread values too, and
only what officers leave out or write in two ways (the words ตำบล อำเภอ จังหวัด วันที่) is made one.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, fields
from functools import cache, cached_property
from pathlib import Path

from itaxl.catalog.form import BLOCKS, TABLES
from itaxl.catalog.settings import Settings
from itaxl.catalog.values import number_text
from itaxl.catalog.year import Year
from itaxl.catalog.year_file import answered_item
from itaxl.model.columns import Column, Kind, column_of, columns
from itaxl.model.records import (
    Agency,
    Assessment,
    Front,
    IndicatorRow,
    Options,
    Paper,
    Plan,
    Record,
    Report,
    Signer,
)
from itaxl.word.engine.pictures import Picture, picture_of, qr_code
from itaxl.word.naming import ColumnKey, Name, Named, offer_name
from itaxl.word.row_names import (
    IndicatorNames,
    InstrumentNames,
    MeasureNames,
    SubIndicatorNames,
    divide_by_instrument,
)

TITLE_LINES = ("รายงานผลการดำเนินการเพื่อส่งเสริมคุณธรรม", "และความโปร่งใสภายในหน่วยงาน")
LOGO_HEIGHT_CM = 3.0


# ---- what a report says once -----------------------------------------------------------------------------------------


@dataclass(frozen=True)
class AgencyNames(Named, of=Agency):
    """The local government that reports; `folder` is where its logo is looked for."""

    record: Agency
    folder: Path

    @offer_name("tambon", "amphoe", "province")
    def place(self) -> str:
        """ตำบล… อำเภอ… จังหวัด… ในบรรทัดเดียว"""
        places = (
            _with("ตำบล", self.record.tambon),
            _with("อำเภอ", self.record.amphoe, "เขต"),
            _with("จังหวัด", self.record.province, "กรุงเทพ"),
        )
        return " ".join(filter(None, places))

    @offer_name()
    def logo(self) -> Picture | None:
        """ภาพตราหน่วยงาน หรือว่างเมื่อไม่มีแฟ้มภาพ"""
        file = self.folder / self.record.logo
        if not self.record.logo or not file.is_file():
            return None
        return picture_of(file, LOGO_HEIGHT_CM, f"ตรา{self.record.name}")


@dataclass(frozen=True)
class AssessmentNames(Named, of=Assessment):
    """The ITA result that the introduction quotes; scores have the two decimals that the NACC prints."""

    record: Assessment

    def show(self, column: Column) -> object:
        """A column as it prints."""
        value = getattr(self.record, column.key)
        if column.kind is not Kind.NUMBER or not isinstance(value, (int, float)):
            return super().show(column)
        exact = number_text(value)
        return f"{value:.2f}" if len(exact.partition(".")[2]) <= 2 else exact

    @offer_name("fiscal_year")
    def year(self) -> object:
        """ปีงบประมาณของผลการประเมิน"""
        return self.show(column_of(Assessment, "fiscal_year"))


@dataclass(frozen=True)
class PlanNames(Named, of=Plan):
    """The announcement that the report answers."""

    record: Plan

    @offer_name()
    def ref(self) -> str:
        """ที่/เลขที่ประกาศ มีคำว่า ที่ หรือ เลขที่ นำหน้า"""
        return _with("ที่ ", self.record.ref, "ที่", "เลขที่")

    @offer_name()
    def date(self) -> str:
        """วันที่ประกาศ ไม่มีคำว่า ลงวันที่"""
        return _without(_without(self.record.date, "ลง"), "วันที่")


@dataclass(frozen=True)
class FrontNames(Named, of=Front):
    """The pages before the tables of a book."""

    record: Front


@dataclass(frozen=True)
class OptionNames(Named, of=Options):
    """What this paper prints besides its tables, as it was decided."""

    record: Settings

    def show(self, column: Column) -> object:
        """A decision as it was taken."""
        return getattr(self.record, column.key)


@dataclass(frozen=True)
class SignerNames(Named, of=Signer):
    """One who signs."""

    record: Signer

    @offer_name("prefix", "name")
    def full_name(self) -> str:
        """คำนำหน้าชื่อ ชื่อ-สกุล"""
        return f"{self.record.prefix}{self.record.name}"

    @offer_name()
    def acting(self) -> str:
        """รักษาราชการแทน… หรือปฏิบัติหน้าที่แทน…"""
        return _with("รักษาราชการแทน", self.record.acting, "รักษา", "ปฏิบัติ", "แทน")

    @offer_name()
    def date(self) -> str:
        """วันที่ลงนาม ไม่มีคำว่า วันที่"""
        return _without(self.record.date, "วันที่")


def _with(word: str, text: str, *already: str) -> str:
    """A name with its word before it, once: อำเภอมายอ whether มายอ or อำเภอมายอ was typed."""
    text = text.strip()
    return text if not text or text.startswith((word, *already)) else word + text


def _without(text: str, word: str) -> str:
    """A text without the word that the layout prints before it."""
    return text.strip().removeprefix(word).strip()


# ---- the paper -------------------------------------------------------------------------------------------------------


_SETTINGS = frozenset(field.name for field in fields(Settings))


@dataclass(frozen=True)
class PaperNames(Named, of=Paper, only=lambda column: column.key not in _SETTINGS):
    """The whole paper; `folder` is where the form lies, `draft` whether errors are open."""

    record: Paper
    report: Report
    official: Year
    how: Settings
    folder: Path
    is_draft: bool

    @offer_name()
    def year(self) -> int:
        """ปีงบประมาณของรายงาน"""
        return self.report.fiscal_year

    @offer_name()
    def round_year(self) -> int | str:
        """ปีของรอบการประเมิน ITA ที่รายงานนี้ตอบ ว่างเมื่อยังไม่มีแบบของรอบนั้น"""
        due = self.official.answers
        return self.record.ita_round or (due if answered_item(due) else "")

    @offer_name()
    def analysis_year(self) -> int:
        """ปีของผลการประเมินที่นำมาวิเคราะห์"""
        return self.report.fiscal_year - 1

    @offer_name("round")
    def months(self) -> object:
        """รอบรายงาน 6 หรือ 12 (เดือน) หรือว่าง"""
        return self.show(column_of(Paper, "round"))

    @offer_name()
    def title(self) -> str:
        """ชื่อรายงาน"""
        return "".join(TITLE_LINES)

    @offer_name()
    def title_lines(self) -> tuple[str, ...]:
        """ชื่อรายงาน แบ่งเป็นสองบรรทัดสำหรับปก (รายการ)"""
        return TITLE_LINES

    @offer_name()
    def draft(self) -> bool:
        """จริง เมื่อยังมีข้อที่ต้องแก้ไข"""
        return self.is_draft

    @offer_name()
    def report_date(self) -> str:
        """วันที่ของรายงาน ไม่มีคำว่า วันที่"""
        return _without(self.record.report_date, "วันที่")

    @offer_name()
    def data_date(self) -> str:
        """ข้อมูล ณ วันที่ ไม่มีคำว่า วันที่"""
        return _without(self.record.data_date, "วันที่")

    @offer_name("eit_url")
    def eit_qr(self) -> Picture | None:
        """ภาพ QR Code ของลิงก์แบบวัด EIT หรือว่างเมื่อไม่พิมพ์หน้านั้นหรือลิงก์ยาวเกินไป"""
        link = self.record.eit_url.strip()
        return qr_code(link) if self.how.qr and link else None

    @offer_name()
    def plan_item(self) -> str:
        """รหัสข้อของมาตรการที่รายงานผล เช่น O34 ว่างเมื่อปีนั้นยังไม่มีคู่มือ"""
        return self.official.plan_code

    @offer_name(holds=AgencyNames)
    def agency(self) -> AgencyNames:
        """หน่วยงาน"""
        return AgencyNames(self.report.agency, self.folder)

    @offer_name(holds=AssessmentNames)
    def assessment(self) -> AssessmentNames:
        """ผลการประเมิน ITA ที่อ้างในคำนำ"""
        return AssessmentNames(self.report.assessment)

    @offer_name(holds=PlanNames)
    def plan(self) -> PlanNames:
        """ประกาศมาตรการที่รายงานผล"""
        return PlanNames(self.report.plan)

    @offer_name(holds=OptionNames)
    def options(self) -> OptionNames:
        """ตัวเลือกการพิมพ์"""
        return OptionNames(self.how)

    @offer_name(holds=FrontNames)
    def front(self) -> FrontNames:
        """ส่วนหน้าของแบบรูปเล่ม แต่ละชื่อเป็นรายการย่อหน้า"""
        return FrontNames(self.report.front)

    @offer_name(holds=SignerNames)
    def signers(self) -> list[SignerNames]:
        """ผู้ลงนาม ตามลำดับ (รายการ)"""
        return [SignerNames(signer) for signer in self.report.signers]

    @offer_name(holds=MeasureNames)
    def measures(self) -> list[MeasureNames]:
        """มาตรการ (รายการ)"""
        return self._measures

    @offer_name(holds=InstrumentNames)
    def instruments(self) -> list[InstrumentNames]:
        """มาตรการแยกตามแบบวัด (รายการ)"""
        return divide_by_instrument(self._measures)

    @cached_property
    def _measures(self) -> list[MeasureNames]:
        return [MeasureNames(rows[0], rows, self.official) for rows in self.report.steps_by_measure]

    @offer_name(holds=IndicatorNames)
    def iit(self) -> list[IndicatorNames]:
        """ตัวชี้วัดของแบบวัด IIT (รายการ)"""
        return self._surveyed("IIT")

    @offer_name(holds=IndicatorNames)
    def eit(self) -> list[IndicatorNames]:
        """ตัวชี้วัดของแบบวัด EIT (รายการ)"""
        return self._surveyed("EIT")

    def _surveyed(self, instrument: str) -> list[IndicatorNames]:
        filled = {row.no: row for row in self.report.indicators}
        mine = (each for each in self.official.surveyed if each.instrument == instrument)
        return [IndicatorNames(filled.get(each.no, IndicatorRow(no=each.no)), each) for each in mine]

    @offer_name(holds=SubIndicatorNames)
    def oit(self) -> list[SubIndicatorNames]:
        """ตัวชี้วัดย่อยของ OIT (รายการ)"""
        filled = {row.no: row for row in self.report.o_items}
        return [SubIndicatorNames(sub, self.official, filled) for sub in self.official.sub_indicators]


NAMES: dict[str, Name] = dict(PaperNames.vocabulary())


# ---- what stays unprinted --------------------------------------------------------------------------------------------


def find_unprinted(report: Report, prints: Callable[[str], bool]) -> tuple[str, ...]:
    """The headings of the filled fields of which `prints` says that none of their names is printed.

    Switches, working data and what the program filled are no loss.
    """
    found: dict[str, None] = {}
    for record in report.records():
        for column in columns(type(record)):
            paths = _paths().get((type(record), column.key), ())
            filled = column.key in record.unread or getattr(record, column.key) not in (None, "", ())
            for_paper = paths and not (column.locked or column.working or column.key in _SETTINGS)
            if filled and for_paper and not any(map(prints, paths)):
                found[head_column(type(record), column)] = None
    return tuple(found)


@cache
def _paths() -> dict[ColumnKey, list[str]]:
    """The names that show each column."""
    found: dict[ColumnKey, list[str]] = {}
    for path, its in NAMES.items():
        for source in its.shows:
            found.setdefault(source, []).append(path)
    return found


def head_column(record: type[Record], column: Column) -> str:
    """The heading of a column as the form has it, with its table where another one is headed alike."""
    alike = {
        other
        for other, key in _paths()
        if other is not record and column_of(other, key).heading == column.heading
    }
    return f"{column.heading} ({_TITLES[record]})" if alike else column.heading


_TITLES = {block.record: block.title for block in BLOCKS} | {table.record: table.sheet for table in TABLES}
