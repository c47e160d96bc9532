"""What `report` may be told about this one paper, beside what the form says: dates, division, emblem, announcement, signers.

The one rule of the place: the form stays as it is; an option is for this print only.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

from itaxl.catalog.form import SIGNERS
from itaxl.cli.console import Arguments
from itaxl.errors import UsageError
from itaxl.model.columns import Record, column_of, columns
from itaxl.model.records import Agency, Paper, Plan, Report, Signer

_TEXTS: dict[str, tuple[str, type[Record], str]] = {  # option: (part of the report, its record, its field)
    "report-date": ("paper", Paper, "report_date"),
    "data-date": ("paper", Paper, "data_date"),
    "eit-url": ("paper", Paper, "eit_url"),
    "division": ("agency", Agency, "division"),
    "plan-title": ("plan", Plan, "title"),
    "plan-ref": ("plan", Plan, "ref"),
    "plan-date": ("plan", Plan, "date"),
}
R = TypeVar("R", bound=Record)
_SIGNER = tuple(column.key for column in columns(Signer))


def declare(command: argparse.ArgumentParser) -> None:
    """The options of `report` that this module reads."""
    for name, (_, record, field) in _TEXTS.items():
        command.add_argument(f"--{name}", metavar="TEXT", help=column_of(record, field).heading)
    command.add_argument("--logo", type=Path, metavar="FILE", help="แฟ้มภาพตราหน่วยงาน (.png .jpg)")
    command.add_argument("--no-signers", action="store_true", help="ไม่พิมพ์ช่องลงนาม")
    command.add_argument(
        "--signer",
        action="append",
        metavar="KEY=TEXT;…",
        help=f"ผู้ลงนามหนึ่งคน ใช้ซ้ำได้ {SIGNERS} คน เช่น 'role=ผู้รายงาน;prefix=นาย;name=…;position=…' ชื่อที่ใช้ได้: {', '.join(_SIGNER)}",
    )


def apply_options(report: Report, args: Arguments) -> Report:
    """The report with what was told on the command line; UsageError for a signer that cannot be read."""
    for name, (part, _, field) in _TEXTS.items():
        told = getattr(args, name.replace("-", "_"))
        if told is not None:
            report = replace(report, **{part: _with(getattr(report, part), field, told)})
    if args.logo is not None:
        report = replace(report, agency=_with(report.agency, "logo", str(args.logo.resolve())))
    if args.no_signers or args.signer:
        report = replace(report, signers=() if args.no_signers else tuple(_signers(args.signer)))
    return report


def _with(record: R, field: str, value: str) -> R:
    """A record with one text told anew; what the form held there that could not be read is gone with it."""
    unread = {key: text for key, text in record.unread.items() if key != field}
    told: dict[str, Any] = {field: value, "unread": unread}
    return replace(record, **told)


def _signers(told: list[str]) -> Iterator[Signer]:
    """The signers in the order given."""
    if len(told) > SIGNERS:
        raise UsageError(f"--signer: ใช้ได้ไม่เกิน {SIGNERS} คน", f"--signer: at most {SIGNERS}")
    for text in told:
        pairs = [part.partition("=") for part in text.split(";") if part.strip()]
        wrong = [key.strip() for key, sign, _ in pairs if key.strip() not in _SIGNER or not sign]
        if wrong:
            raise UsageError(
                f"--signer: ไม่รู้จัก “{wrong[0]}” – ใช้ชื่อเหล่านี้: {', '.join(_SIGNER)} เช่น role=ผู้รายงาน;name=สมชาย ใจดี",
                f"--signer: unknown {wrong[0]}; known: {', '.join(_SIGNER)}",
            )
        told_of: dict[str, Any] = {key.strip(): value.strip() for key, _, value in pairs}
        yield Signer(**told_of)
