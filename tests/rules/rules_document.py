"""docs/rules.md, one reviewed list of all rules: `python -m tests.rules.rules_document [FILE]` (make forms).

The one rule of the place: what a rule says, and on what it was tested, is taken from its run, never typed.
"""

from __future__ import annotations

import ast
import re
import sys
from collections import Counter
from collections.abc import Iterator
from functools import cache
from itertools import chain, groupby
from pathlib import Path

from itaxl.model.codes import SUBJECTS, Declaration
from itaxl.model.findings import Finding
from itaxl.pipeline import declarations
from tests.rules import measure
from tests.rules import measure_corpus as corpus

DOCUMENT = Path(__file__).parents[2] / "docs" / "rules.md"
_HEAD = """# ข้อตรวจทั้งหมด

สร้างจากตัวโปรแกรมและผลการทดสอบด้วยคำสั่ง `make forms` แต่ละข้อบอกสิ่งที่ตรวจ ตัวอย่างข้อความ วิธีแก้ ที่มา และสิ่งที่ใช้ทดสอบ

- **การทดสอบเฉพาะ** ทั้งกรณีที่ต้องเตือนและกรณีใกล้เคียงที่ต้องเงียบ
- **คลังข้อความ** เซลล์ที่แต่งขึ้นใหม่ ไม่ได้มาจากรายงานจริง: {right} เซลล์ที่ถูก และ {faulty} เซลล์ที่ผิดพร้อมคู่ที่ถูก
- **รายงานจริง** {cases} ฉบับที่หน่วยงานเผยแพร่
"""


def title_line(kind: Declaration) -> str:
    """The heading of a rule in the document."""
    return f"### {kind.code} {kind.title} ({kind.severity.thai})"


def document() -> str:
    """The whole document."""
    counts = {"right": len(corpus.right_cells()), "faulty": len(corpus.pairs()), "cases": len(measure.CASES)}
    parts = [_HEAD.format(**counts)]
    for letter, group in groupby(declarations(), lambda kind: kind.code[0]):
        parts += [f"\n## {letter} {SUBJECTS[letter][0]}\n", *map(_section, group)]
    return "".join(parts)


def _section(kind: Declaration) -> str:
    said = [each for each in _said() if each.code == kind.code]
    lines = [title_line(kind), ""]
    if said:
        lines += [f"- ตัวอย่างข้อความ: {_line(said[0].message)}", f"- วิธีแก้: {_line(said[0].fix)}"]
    lines += [f"- ที่มา: {kind.source}", f"- ทดสอบด้วย: {' · '.join(_tests(kind))}"]
    return "\n" + "\n".join(lines) + "\n"


def _line(text: str) -> str:
    return re.sub(r"\s+", " ", text).replace("|", "\\|").replace("<", "&lt;")


def _tests(kind: Declaration) -> Iterator[str]:
    """On what a rule was tested, in words with their counts."""
    yield f"การทดสอบเฉพาะ {_own_tests()[kind.code]} ชุด"
    found = Counter(
        pair.faulty.kind for pair in corpus.pairs() if kind.code in {each.code for each in pair.faulty.caught}
    )
    if found:
        yield f"คลังข้อความ พบ {found.total()} เซลล์ที่ผิด ({', '.join(f'{name} {n}' for name, n in found.most_common())})"
    alarms = sum(kind.code in {each.code for each in cell.findings} for cell in _alarmed())
    if alarms:
        yield f"เตือนเซลล์ที่ถูก {alarms} เซลล์"
    if real := sum(each.code == kind.code for each in _of_reports()):
        yield f"รายงานจริง {real} แห่ง"


@cache
def _own_tests() -> Counter[str]:
    """How many tests speak of each code, by name or in their text."""
    tests = Counter[str]()
    for file in (Path(__file__).parents[1]).rglob("test_*.py"):
        text = file.read_text("utf-8")
        for node in ast.parse(text).body:
            if isinstance(node, ast.FunctionDef) and node.name.startswith("test_"):
                body = ast.get_source_segment(text, node) or ""
                named = re.findall(r"test_([a-z]\d\d)_", body) + re.findall(r"\"([A-Z]\d\d)\"", body)
                tests.update({code.upper() for code in named})
    return tests


@cache
def _alarmed() -> tuple[corpus.Cell, ...]:
    return tuple(corpus.alarmed((*corpus.right_cells(), *corpus.twins())))


@cache
def _of_reports() -> tuple[Finding, ...]:
    return tuple(each for case in measure.CASES for each in measure.findings(case, spelling=True))


@cache
def _said() -> tuple[Finding, ...]:
    return tuple(chain((each for pair in corpus.pairs() for each in pair.faulty.caught), _of_reports()))


if __name__ == "__main__":
    (Path(sys.argv[1]) if len(sys.argv) > 1 else DOCUMENT).write_text(document(), "utf-8")
