"""One text in a small report of a real place, and what one rule says of it.

The one rule of the place: the report around the text gives no rule anything to say.
"""

from __future__ import annotations

from typing import Any

from itaxl.case.load import load
from itaxl.model.findings import Finding
from itaxl.rules.context import Context
from itaxl.rules.mechanism import all_rules

Json = dict[str, Any]

AGENCY: Json = {
    "name": "องค์การบริหารส่วนตำบลดงตะงาว",
    "kind": "อบต.",
    "tambon": "ดงตะงาว",
    "amphoe": "ดอนพุด",
    "province": "สระบุรี",
}


def report(year: int = 2567, **fields: object) -> Json:
    """Case data of the agency above."""
    return {"format": "itaxl-report/1", "fiscal_year": year, "agency": AGENCY, **fields}


def step(**fields: Any) -> Json:
    """A measure of one step; a text stands for a cell with these lines."""
    lines = {key: value.split("\n") if isinstance(value, str) else value for key, value in fields.items()}
    lines["period"] = fields.get("period", "ตลอดปีงบประมาณ")
    outer: Json = {"no": 1, "title": lines.pop("title", ["มาตรการส่งเสริมความโปร่งใส"])}
    outer |= {key: fields[key] for key in ("no", "indicator") if lines.pop(key, None) is not None}
    return {**outer, "steps": [lines]}


def said(code: str, data: Json) -> list[Finding]:
    """What one rule says of a report, spelling included."""
    context = Context(load(data), spelling=True)
    wanted = (rule for rule in all_rules() if rule.code == code and rule.applies(context.year.year))
    return [each for rule in wanted for each in rule.findings(context)]


def places(code: str, data: Json) -> list[tuple[str, str]]:
    """Field and quote of each finding of one rule."""
    return [(each.field, each.quote) for each in said(code, data)]


def of_steps(code: str, *steps: Json) -> list[tuple[str, str]]:
    """Field, from the number of its measure on, and quote of each finding of one rule on measures."""
    numbered = [{**each, "no": each["no"] + n} for n, each in enumerate(steps)]
    found = places(code, report(measures=numbered))
    return [(field.removeprefix("measures").replace(".steps[0]", ""), quote) for field, quote in found]


def of_text(code: str, text: str, **agency: str) -> list[str]:
    """The quotes of one rule's findings on a result with this text."""
    data = report(measures=[step(summary=text)], agency={**AGENCY, **agency})
    return [quote for field, quote in places(code, data) if field.endswith("summary")]


def repaired(code: str, text: str) -> list[str]:
    """What the repairs of one rule make of a result with this text."""
    found = said(code, report(measures=[step(summary=text)]))
    return [each.repair.after for each in found if each.repair]
