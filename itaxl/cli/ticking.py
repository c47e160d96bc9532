"""`itaxl fill`: the progress boxes, from what the rows say, in a new form.

The one rule of the place: what a person ticked stays; what the rows contradict is only told.
"""

from __future__ import annotations

from collections.abc import Iterator

from itaxl import pipeline
from itaxl.catalog.progress import Tick, doubts, filled, ticks
from itaxl.cli.arguments import Arguments
from itaxl.cli.output import made, printed
from itaxl.cli.voice import Voice
from itaxl.model.choices import STATUSES


def fill(args: Arguments, voice: Voice) -> int:
    """A new form with the boxes ticked; each tick and its rule are listed on standard output."""
    report = pipeline.read_form(args.form)
    code = made(args.output, pipeline.form(filled(report)), args, voice)
    printed("".join(f"{line}\n" for line in _lines(ticks(report), doubts(report), voice)))
    return code


def _lines(ticked: list[Tick], doubted: list[Tick], voice: Voice) -> Iterator[str]:
    """Each tick, each choice that its row contradicts, the count last."""
    words = dict(STATUSES)
    for tick in ticked:
        status = voice.choose(words[tick.status], tick.status)
        yield f"{_cell(tick)}  ☑ {status}  ({tick.rule.code}: {tick.rule.says})"
    for tick in doubted:
        thai = f"{_cell(tick)}  เลือกไว้ “{words[str(tick.row.status)]}” แต่แถวนี้บอกว่า “{words[tick.status]}” – โปรดทบทวน"
        yield voice.choose(thai, f"{_cell(tick)}  ticked {tick.row.status}, but the row says {tick.status}")
    yield voice.choose(
        f"ติ๊กให้แล้ว {len(ticked)} แถว แถวที่เลือกไว้แล้วคงเดิม", f"{len(ticked)} rows ticked; choices made stay"
    )


def _cell(tick: Tick) -> str:
    return str(tick.row.at.cell(f"status:{tick.status}"))
