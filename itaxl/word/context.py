"""A report as the names that layouts use (`vocabulary`).

The one rule of the place: what was typed is handed on as typed, unread values too; only what officers leave out or
write in two ways (the words ตำบล อำเภอ จังหวัด วันที่) is made one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from itaxl.catalog.settings import Settings
from itaxl.catalog.values import number_text
from itaxl.catalog.year import Indicator, OItem, SubIndicator, Year
from itaxl.model.choices import STATUSES
from itaxl.model.records import (
    Agency,
    Assessment,
    Front,
    IndicatorRow,
    MeasureRow,
    OItemRow,
    Plan,
    Record,
    Report,
    Signer,
)
from itaxl.word import groups
from itaxl.word.engine.pictures import Picture, picture_of

Names = dict[str, object]

TITLE_LINES = ("รายงานผลการดำเนินการเพื่อส่งเสริมคุณธรรม", "และความโปร่งใสภายในหน่วยงาน")
LOGO_HEIGHT_CM = 3.0


def context(
    report: Report, year: Year, how: Settings, *, draft: bool = False, folder: Path | None = None
) -> Names:
    """Everything a layout may print; `folder` is where the agency's logo is looked for."""
    rows = {row.no: row for row in report.indicators}
    surveyed = [_indicator(one, rows.get(one.no, IndicatorRow(no=one.no))) for one in year.surveyed]
    measures = [_measure(rows, year) for rows in report.steps_by_measure]
    return {
        "year": report.fiscal_year,
        "round_year": report.paper.ita_round or year.year + year.round_offset,
        "analysis_year": report.fiscal_year - 1,
        "months": _shown(report.paper, "round"),
        "title": "".join(TITLE_LINES),
        "title_lines": TITLE_LINES,
        "draft": draft,
        "report_date": _without(report.paper.report_date, "วันที่"),
        "data_date": _without(report.paper.data_date, "วันที่"),
        "eit_url": report.paper.eit_url,
        "eit_qr": _qr(report.paper.eit_url) if how.qr else None,
        "plan_item": year.plan_code,
        "agency": _agency(report.agency, folder),
        "assessment": _assessment(report.assessment),
        "plan": _plan(report.plan),
        "options": {name: value for name, value in asdict(how).items() if name not in ("layout", "digits")},
        "front": _fields(report.front, *_FRONT),
        "measures": measures,
        "instruments": groups.instruments(measures, year),
        "iit": [row for row, one in zip(surveyed, year.surveyed, strict=True) if one.instrument == "IIT"],
        "eit": [row for row, one in zip(surveyed, year.surveyed, strict=True) if one.instrument == "EIT"],
        "oit": [
            _sub_indicator(sub, year, {row.no: row for row in report.o_items}) for sub in year.sub_indicators
        ],
        "signers": [_signer(signer) for signer in report.signers],
    }


# ---- the parts -------------------------------------------------------------------------------------------------------

_FRONT = tuple(Front.__dataclass_fields__.keys() - Record.__dataclass_fields__.keys())


def _agency(agency: Agency, folder: Path | None) -> Names:
    places = (
        _with("ตำบล", agency.tambon),
        _with("อำเภอ", agency.amphoe, "เขต"),
        _with("จังหวัด", agency.province, "กรุงเทพ"),
    )
    return {
        **_fields(agency, "name", "kind", "tambon", "amphoe", "province", "division"),
        "place": " ".join(place for place in places if place),
        "logo": _logo(agency, folder),
    }


def _logo(agency: Agency, folder: Path | None) -> Picture | None:
    """The agency's emblem, None where there is no such file beside the form."""
    file = (folder or Path()) / agency.logo
    return picture_of(file, LOGO_HEIGHT_CM, f"ตรา{agency.name}") if agency.logo and file.is_file() else None


def _qr(link: str) -> Picture | None:
    """The QR code of the EIT survey; the reader of a link is loaded only for a paper that shows one."""
    from itaxl.word.qr import qr_code

    return qr_code(link.strip()) if link.strip() else None


def _assessment(assessment: Assessment) -> Names:
    return {
        "year": _shown(assessment, "fiscal_year"),
        "level": assessment.level,
        **{name: _score(assessment, name) for name in ("score", "iit", "eit", "oit")},
    }


def _score(assessment: Assessment, name: str) -> str:
    """A score with the two decimals that the NACC prints; what could not be read, as typed."""
    value = getattr(assessment, name)
    if not isinstance(value, (int, float)):
        return str(_shown(assessment, name))
    exact = number_text(value)
    return f"{value:.2f}" if len(exact.partition(".")[2]) <= 2 else exact


def _plan(plan: Plan) -> Names:
    date = _without(_without(plan.date, "ลง"), "วันที่")
    return {"title": plan.title, "ref": _with("ที่ ", plan.ref, "ที่", "เลขที่"), "date": date}


def _measure(rows: Sequence[MeasureRow], year: Year) -> Names:
    typed = str(_shown(rows[0], "indicator"))
    return {
        **_fields(rows[0], "no", "instrument", "indicator", "topic", "title"),
        "indicator_title": groups.indicator_title(typed, year),
        "indicator_heading": groups.indicator_heading(typed, year),
        "steps": [_step(row) for row in rows],
    }


def _step(row: MeasureRow) -> Names:
    lines = ("method", "monitoring", "responsible", "summary", "outcome", "obstacles", "previous")
    step = {**_fields(row, *lines, "period", "percent"), **_status(row)}
    return {**step, **groups.headline(step)}


def _indicator(indicator: Indicator, row: IndicatorRow) -> Names:
    return {
        "no": indicator.no,
        "name": indicator.name,
        "heading": f"ตัวชี้วัดที่ {indicator.no} {indicator.name}",
        **_fields(row, "guidelines", "responsible", "period", "progress", "previous"),
        **_status(row),
    }


def _sub_indicator(sub: SubIndicator, year: Year, rows: dict[int, OItemRow]) -> Names:
    blocks = [
        {
            "group": "" if group == sub.name else group,
            "items": [_item(item, rows.get(item.no, OItemRow(no=item.no))) for item in items],
        }
        for group, items in year.items_of(sub.no)
    ]
    opening = groups.indicator_opening(sub, year)
    return {"no": sub.no, "name": sub.name, "indicator": opening, "blocks": blocks}


def _item(item: OItem, row: OItemRow) -> Names:
    typed = ("responsible", "progress", "previous", "has_data", "no_data_reason", "published")
    return {
        "no": item.no,
        "code": item.code,
        "title": item.title,
        "components": item.components,
        **_fields(row, *typed, "unpublished_reason", "url"),
        **_status(row),
    }


def _signer(signer: Signer) -> Names:
    return {
        **_fields(signer, "role", "prefix", "name", "position", "opinion"),
        "full_name": f"{signer.prefix}{signer.name}",
        "acting": _with("รักษาราชการแทน", signer.acting, "รักษา", "ปฏิบัติ", "แทน"),
        "date": _without(signer.date, "วันที่"),
    }


# ---- values ----------------------------------------------------------------------------------------------------------


def _fields(record: Record, *names: str) -> Names:
    return {name: _shown(record, name) for name in names}


def _shown(record: Record, name: str) -> object:
    """A field as it prints: what was read, else what was typed, else nothing; numbers as people write them."""
    value = record.unread.get(name, getattr(record, name))
    if value is None:
        return ""
    return number_text(value) if isinstance(value, (int, float)) and not isinstance(value, bool) else value


def _status(row: MeasureRow | IndicatorRow | OItemRow) -> Names:
    """The status and a flag for each box; two boxes ticked in the form are two ticked on the paper."""
    typed = str(_shown(row, "status"))
    ticked = typed.split("+")
    return {
        "status": typed,
        "reason": row.reason,
        **{name: name in ticked for name, _ in STATUSES},
    }


def _with(word: str, text: str, *already: str) -> str:
    """A name with its word before it, once: อำเภอมายอ whether มายอ or อำเภอมายอ was typed."""
    text = text.strip()
    return text if not text or text.startswith((word, *already)) else word + text


def _without(text: str, word: str) -> str:
    """A text without the word that the layout prints before it."""
    return text.strip().removeprefix(word).strip()
