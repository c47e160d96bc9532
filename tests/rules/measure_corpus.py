"""What the check says of cells that no rule was made from: `python -m tests.rules.measure_corpus [-v] [--spelling] [--ratchet]`.

The one rule of the place: a cell is judged alone, in a small report around it; what counts is what the check says
of that cell, and of the cells that stand beside it because the case needs them. Right cells first share a report,
for speed; only those of which something is said there are judged alone. `reached.json` keeps the level once reached;
`--ratchet` writes it anew after rules became better.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from itaxl.case.load import load
from itaxl.catalog.year_file import years
from itaxl.model.findings import Finding, Severity
from itaxl.rules.context import Context
from itaxl.rules.mechanism import run
from itaxl.thai.personal import mask
from tests.rules.measure import plain

Json = dict[str, Any]

SPELLING = "--spelling" in sys.argv  # hints are style too, and given only to those who ask
CORPUS = Path(__file__).parent / "corpus"
_HEADING = re.compile(
    r"## (?P<name>.+) \((?P<kind>.+)\) ต\.(?P<tambon>\S+) อ\.(?P<amphoe>\S+) จ\.(?P<province>\S+) ปีงบประมาณ (?P<year>\d{4})"
)
_BOLD = re.compile(r"\*\*(.+?)\*\*")
_BREAK, _EMPTY = "<br>", "(ว่าง)"

_ONE_LINE = {"period", "url", "reason", "date", "place", "level", "report_date"}
_NUMBERS = {"percent", "score", "iit", "eit", "oit", "fiscal_year"}
_OF_ITEMS = {"progress", "guidelines", "url"}
_LAYOUTS = {"monitoring": "matrix", "obstacles": "matrix", "rationale": "book"}  # the field is printed there

# Sentences that no rule has anything against, for each kind of cell.
_EVERYDAY = {
    "title": "การเผยแพร่ข้อมูลการให้บริการแก่ประชาชน",
    "method": "จัดเจ้าหน้าที่ออกให้คำแนะนำแก่ผู้ค้าในตลาด",
    "monitoring": "หัวหน้างานตรวจสมุดบันทึกทุกสัปดาห์",
    "responsible": "สำนักปลัด",
    "summary": "ให้คำแนะนำแก่ผู้ค้าในตลาด 27 ราย เมื่อวันที่ 11 มกราคม {year}",
    "outcome": "ผู้ค้า 25 รายยื่นแบบครบถ้วนในครั้งแรก",
    "progress": "- ให้คำแนะนำแก่ผู้มาติดต่อ 27 ราย เมื่อวันที่ 11 มกราคม {year}",
    "guidelines": "ให้คำแนะนำแก่ผู้มาติดต่อทุกราย",
    "period": "ต.ค. {last} - ก.ย. {this}",
    "url": "https://www.example.go.th/ita",
    "percent": "100",
}


@dataclass(frozen=True)
class Agency:
    """Whose report the cell stands in, and of which fiscal year."""

    name: str
    kind: str
    tambon: str
    amphoe: str
    province: str
    year: int


@dataclass(frozen=True)
class Cell:
    """One cell of the corpus: its place in the form (`summary`, `I3`, `O5.url`), its text, what stands beside it.

    `kind` and `words` are those of a fault; both are empty where the cell is right.
    """

    agency: Agency
    place: str
    text: str
    context: tuple[tuple[str, str], ...] = ()
    kind: str = ""
    words: tuple[str, ...] = ()

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """What is said of the cell and of those beside it."""
        cells = ((self.place, self.text), *self.context)
        fields = {_field(place) for place, _ in cells}
        if self.text == _EMPTY:  # several empty cells of a table are told together
            fields.add(_field(self.place).partition("[")[0])
        return tuple(each for each in _said(self.agency, cells) if each.field in fields)

    @property
    def caught(self) -> tuple[Finding, ...]:
        """The findings that speak of the fault: at its words, or at a cell beside it that it contradicts."""
        beside = {_field(place) for place, _ in self.context}
        return tuple(each for each in self.findings if each.field in beside or self._at_words(each))

    def _at_words(self, finding: Finding) -> bool:
        quote = plain(finding.quote)
        wanted = [plain(mask(words, self.text)) for words in self.words]
        here = finding.field == _field(self.place) or (self.text == _EMPTY and "[" not in finding.field)
        return here and (not wanted or not quote or any(word in quote or quote in word for word in wanted))

    def __str__(self) -> str:
        return f"{self.agency.year} {self.agency.name} · {self.place}: {self.text!r}"


@dataclass(frozen=True)
class Pair:
    """A faulty cell and its right twin."""

    faulty: Cell
    right: Cell


def _said(agency: Agency, cells: Iterable[tuple[str, str]]) -> list[Finding]:
    return run(Context(load(_case(agency, cells)), spelling=SPELLING))


def everyday_cells(year: int) -> list[Cell]:
    """The sentences that fill the rest of each report; a finding on one of them would be laid to the cell judged."""
    agency = Agency("เทศบาลตำบลแม่ใจ", "เทศบาลตำบล", "แม่ใจ", "แม่ใจ", "พะเยา", year)
    places = [
        *(key for key in _EVERYDAY if key not in _OF_ITEMS),
        "I3",
        "I3.guidelines",
        "O9",
        "O9.responsible",
        "O9.url",
    ]
    return [Cell(agency, place, _everyday(place, year)) for place in places]


def _everyday(place: str, year: int) -> str:
    return _EVERYDAY.get(_path(place)[-1], "").format(year=year, this=year % 100, last=year % 100 - 1)


# ---- the small report around a cell ----------------------------------------------------------------------------------


def _path(place: str) -> tuple[str, ...]:
    """The keys that lead to a place in the case: `O5.url` is the address of the fifth item."""
    first, _, rest = place.partition(".")
    if numbered := re.fullmatch(r"([IO])(\d+)", first):
        table = {"I": "indicators", "O": "o_items"}[numbered[1]]
        return table, str(int(numbered[2]) - 1), rest or "progress"
    if numbered := re.fullmatch(r"m(\d+)", first):
        no = str(int(numbered[1]) - 1)
        return "measures", no, *(("title",) if rest == "title" else ("steps", "0", rest))
    if first == "evidence":
        return "evidence", "0", rest
    if rest or first == "report_date":
        return first, *filter(None, (rest,))
    return "measures", "0", *(("title",) if first == "title" else ("steps", "0", first))


def _field(place: str) -> str:
    """The place as a finding names it."""
    return re.sub(r"\.(\d+)", r"[\1]", ".".join(_path(place)))


def _value(key: str, text: str) -> object:
    if text in ("", _EMPTY):
        return None
    if key in _NUMBERS:
        return float(text) if "." in text else int(text)
    if key == "divisions":
        return text.split(",")
    return text if key in _ONE_LINE or key == "status" else text.split(_BREAK)


def _case(agency: Agency, cells: Iterable[tuple[str, str]]) -> Json:
    """Case data of a report in which these cells are filled, the rest of their rows with everyday sentences."""
    cells = list(cells)
    keys = [_path(place) for place, _ in cells]
    items = any(path[0] in ("o_items", "indicators") for path in keys)
    layout = next((_LAYOUTS[path[-1]] for path in keys if path[-1] in _LAYOUTS), "annual")
    case: Json = {
        "format": "itaxl-report/1",
        "fiscal_year": agency.year,
        "layout": layout,
        "options": {"item_tables": items} if layout != "matrix" else {},
        "agency": {key: value for key, value in vars(agency).items() if key != "year"},
        "assessment": {"fiscal_year": agency.year - 1, "score": 91.5, "level": "ผ่านดี", "iit": 92, "eit": 90, "oit": 92},
        "measures": [], "indicators": [], "o_items": [], "evidence": [], "front": {},
    }  # fmt: skip
    rows: dict[tuple[str, ...], Json] = {}
    for no in range(1 + max((int(path[1]) for path in keys if path[0] == "measures"), default=0)):
        step = _row(agency.year, "method", "summary", "outcome", "responsible", "period", status="done")
        rows["measures", str(no)] = measure = {**_row(agency.year, "title"), "no": no + 1, "steps": [step]}
        rows["measures", str(no), "steps", "0"] = step
        case["measures"].append(measure)
    for table, nth, *_ in (path for path in keys if path[0] in ("indicators", "o_items")):
        if (table, nth) not in rows:
            wanted = ("progress", "responsible") + (("guidelines", "period") if table == "indicators" else ())
            rows[table, nth] = {**_row(agency.year, *wanted, status="done"), "no": int(nth) + 1}
            case[table].append(rows[table, nth])
    if any(path[0] == "evidence" for path in keys):
        rows["evidence", "0"] = {"of": "M1", "kind": "กิจกรรม"}
        case["evidence"].append(rows["evidence", "0"])
    for path, (_, text) in zip(keys, cells, strict=True):
        row = rows[path[:-1]] if path[:-1] in rows else case if len(path) == 1 else case[path[0]]
        row[path[-1]] = _value(path[-1], text)
    return case


def _row(year: int, *keys: str, **fields: object) -> Json:
    return {**{key: _value(key, _everyday(key, year)) for key in keys}, **fields}


# ---- reading the corpus ----------------------------------------------------------------------------------------------


def _rows(file: str) -> Iterator[tuple[Agency, list[str]]]:
    """The rows of the tables of a Markdown file, each with the agency of its heading, where its year is known."""
    agency: Agency | None = None
    for line in (CORPUS / file).read_text("utf-8").splitlines():
        if heading := _HEADING.fullmatch(line):
            agency = Agency(**{**heading.groupdict(), "year": int(heading["year"])})  # type: ignore[arg-type]
        elif line.startswith("| ") and agency and agency.year in years():
            cells = [cell.strip() for cell in line.strip("| ").split(" | ")]
            if cells[0] not in ("ช่อง", "ชนิด"):
                yield agency, cells


def _context(text: str, twin: str = "") -> tuple[tuple[str, str], ...]:
    """What stands beside a cell: `status=done; ถูก:percent=80`; the later of two for one place holds."""
    pairs: dict[str, str] = {}
    for part in filter(None, (each.strip() for each in text.split(";"))):
        whose, _, rest = part.rpartition(":") if part.startswith(("ผิด:", "ถูก:")) else ("", "", part)
        if whose in ("", twin):
            place, _, value = rest.partition("=")
            pairs[place] = value
    return tuple(pairs.items())


@cache
def right_cells() -> tuple[Cell, ...]:
    """The cells with nothing to find in them, of the years that this itaxl knows."""
    return tuple(
        Cell(agency, place, text, _context("".join(rest)))
        for agency, (place, text, *rest) in _rows("right.md")
    )


@cache
def pairs() -> tuple[Pair, ...]:
    """The faulty cells and their twins, of the years that this itaxl knows."""
    return tuple(_pair(agency, *cells) for agency, cells in _rows("faulty.md"))


def _pair(agency: Agency, kind: str, place: str, faulty: str, right: str, context: str = "") -> Pair:
    words = tuple(_BOLD.findall(faulty))
    text = _BOLD.sub(r"\1", faulty)
    return Pair(
        Cell(agency, place, text, _context(context, "ผิด"), kind, words),
        Cell(agency, place, right, _context(context, "ถูก")),
    )


# ---- the figures -----------------------------------------------------------------------------------------------------


def alarmed(cells: Iterable[Cell], *severities: Severity) -> list[Cell]:
    """The cells of which something is said; of these severities only, where some are named."""
    suspects = _suspects(tuple(cells))
    return [
        cell
        for cell in suspects
        if any(not severities or each.severity in severities for each in cell.findings)
    ]


@cache
def _suspects(cells: tuple[Cell, ...]) -> tuple[Cell, ...]:
    """The cells that are alarmed in company, and those that cannot share a report."""
    shared: dict[tuple[Agency, int], dict[str, Cell]] = {}
    alone = set[Cell]()
    for cell in cells:
        table, key = _path(cell.place)[0], _path(cell.place)[-1]
        if cell.context or table not in ("measures", "indicators", "o_items") or key in _LAYOUTS:
            alone.add(cell)
            continue
        for n in range(len(cells)):
            group = shared.setdefault((cell.agency, n), {})
            place = f"m{1 + len(group)}.{cell.place}" if table == "measures" else cell.place
            if _path(place)[:2] not in map(_row_of, group):
                group[place] = cell
                break
    for (agency, _), group in shared.items():
        said = _said(agency, [(place, cell.text) for place, cell in group.items()])
        fields = {each.field for each in said}
        alone |= {cell for place, cell in group.items() if _field(place) in fields}
    return tuple(cell for cell in cells if cell in alone)


def _row_of(place: str) -> tuple[str, ...]:
    return _path(place)[:2]


def twins() -> tuple[Cell, ...]:
    """The near misses: right cells that differ from a faulty one in little."""
    return tuple(pair.right for pair in pairs())


def found() -> list[Pair]:
    """The faults that the check speaks of."""
    return [pair for pair in pairs() if pair.faulty.caught]


def by_kind() -> dict[str, tuple[int, int]]:
    """How many faults of each kind are found, and how many there are."""
    there, caught = (
        Counter(pair.faulty.kind for pair in pairs()),
        Counter(pair.faulty.kind for pair in found()),
    )
    return {kind: (caught[kind], there[kind]) for kind in there}


def level() -> Json:
    """The figures that must not become worse."""
    right, near = right_cells(), twins()
    return {
        "right cells alarmed as error": len(alarmed(right, Severity.ERROR)),
        "right cells alarmed": len(alarmed(right)),
        "near misses alarmed": len(alarmed(near)),
        "faults found": {kind: caught for kind, (caught, _) in sorted(by_kind().items())},
    }


def reached() -> Json:
    """The level once reached."""
    level: Json = json.loads((CORPUS / "reached.json").read_text("utf-8"))
    return level


def table() -> str:
    """The figures, in lines."""
    lines = []
    for name, cells in (("right cells", right_cells()), ("near misses", twins())):
        lines.append(
            f"{name}: {len(cells)}; alarmed {len(alarmed(cells))}, as error {len(alarmed(cells, Severity.ERROR))},"
            f" as warning {len(alarmed(cells, Severity.WARNING))}"
        )
    lines.append(f"faulty cells: {len(pairs())}; found {len(found())}")
    lines += [f"  {caught:3}/{there:<3} {kind}" for kind, (caught, there) in sorted(by_kind().items())]
    return "\n".join(lines)


def details() -> str:
    """Every alarm on what is right, every fault missed."""
    lines = ["", "alarms:"]
    for cell in alarmed((*right_cells(), *twins())):
        lines += [f"  {cell}", *(_line(each) for each in cell.findings)]
    lines += ["", "missed:"]
    for pair in pairs():
        if not pair.faulty.caught:
            lines += [
                f"  {pair.faulty.kind} {pair.faulty.words} {pair.faulty}",
                *map(_line, pair.faulty.findings),
            ]
    return "\n".join(lines)


def _line(finding: Finding) -> str:
    return f"      {finding.code} {finding.severity} {finding.field} “{finding.quote[:60]}” {finding.message[:140]}"


if __name__ == "__main__":
    print(table())
    if "--ratchet" in sys.argv:
        text = json.dumps(level(), ensure_ascii=False, indent=1)
        (CORPUS / "reached.json").write_text(f"{text}\n", "utf-8")
    if "-v" in sys.argv:
        print(details())
