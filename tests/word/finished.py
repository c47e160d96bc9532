"""Papers finished through LibreOffice with the face of an office, each made once for a whole test run."""

import atexit
import os
import shutil
import tempfile
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any
from unittest import mock

from itaxl.model.records import MeasureRow, Paper, Report, Signer
from itaxl.word.finish import Finished, Wanted, finish
from itaxl.word.finish.faces import thai_face
from tests import office
from tests.word.printed import print_report
from tests.word.samples import case

OWN = {
    "annual": "kohchan-2567",
    "concise": "changhaitok-2567",
    "matrix": "dongtangao-2566",
    "book": "singburi-2564",
}
SIGNERS = tuple(
    Signer(
        role=role, prefix="นาย", name="สมชาย ใจดี", position="นักวิเคราะห์นโยบายและแผนชำนาญการ", opinion=opinion
    )
    for role, opinion in (("ผู้รายงาน", ""), ("ผู้ตรวจสอบ", ""), ("ผู้เห็นชอบ", "เห็นชอบ"), ("ผู้รับรอง", "อนุมัติ"))
)
LONG = tuple(f"- รายการที่ {n} จบ" for n in range(1, 71))


@dataclass(frozen=True)
class Made:
    """A finished paper on disk."""

    docx: Path
    pdf: Path
    report: Report


def report_of(layout: str) -> Report:
    """The real report of a layout, signed by four, its last measure with a result longer than a page."""
    report = case(OWN[layout])
    *rows, last = report.measures
    long = replace(last, summary=LONG) if layout != "book" else last
    paper: Paper = replace(
        report.paper, eit_url="https://itas.nacc.go.th/go/eit/abc", report_date="31 มีนาคม 2567"
    )
    measures: tuple[MeasureRow, ...] = (*rows, long)
    return replace(report, signers=SIGNERS, measures=measures, paper=paper)


@cache
def made(layout: str, digits: str = "thai", items: bool = True) -> Made:
    """The finished paper of a layout, with fields to sign in its PDF."""
    folder, report = Path(tempfile.mkdtemp(prefix="itaxl-made-")), report_of(layout)
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    done = finished(report, layout, digits, items)
    assert done.lacks is None
    assert done.pdf is not None
    result = Made(folder / f"{layout}.docx", folder / f"{layout}.pdf", report)
    result.docx.write_bytes(done.docx)
    result.pdf.write_bytes(done.pdf)
    return result


def finished(report: Report, layout: str, digits: str = "thai", items: bool = True) -> Finished:
    """A report printed and finished with all that there is."""
    options: dict[str, Any] = {"item_tables": items, "cover": True, "contents": True, "qr": True}
    data = print_report(report, layout, digits=digits, **options).data
    wanted = Wanted(
        "arabic" if digits == "arabic" else "thai", layout == "book", pdf=True, signature_fields=True
    )
    with mock.patch.dict(os.environ, office.environment()):
        thai_face.cache_clear()
        done = finish(data, wanted)
    thai_face.cache_clear()
    return done
