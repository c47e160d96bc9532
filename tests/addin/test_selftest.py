"""`itaxl addin selftest` itself: all passes here, and what is broken is found."""

from pathlib import Path

import pytest

from itaxl.addin import actions, seam
from itaxl.addin.selftest import STEPS, protocol, selftest
from tests.addin.conftest import Shown
from tests.addin.lo_engine import excel
from tests.office import Office

pytestmark = pytest.mark.office


def test_every_step_passes(office: Office, tmp_path: Path) -> None:
    app = excel(office)
    steps = list(selftest(app, tmp_path, Shown()))
    assert [str(step) for step in steps if step.fault] == []
    assert [step.name for step in steps] == [name for name, _ in STEPS]
    assert protocol(steps, app).endswith("ผ่านทุกข้อ\n")


def test_a_broken_button_fails_its_step_and_not_the_next(
    office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(actions, "tick", lambda _: None)
    monkeypatch.setattr(seam, "write_links", lambda *_: 1 / 0)
    app = excel(office)
    steps = list(selftest(app, tmp_path, Shown()))
    failed = {step.name: step.fault for step in steps if step.fault}
    assert {"ตรวจความถูกต้อง", "ติ๊กช่องผลการดำเนินการ", "ยกเลิกการติ๊กล่าสุด"} <= failed.keys()
    assert "ZeroDivisionError" in failed["ตรวจความถูกต้อง"]
    assert "อ่านแบบที่เปิดอยู่ได้เหมือนอ่านจากแฟ้ม" not in failed
    assert "ไม่ผ่าน" in protocol(steps, app)
