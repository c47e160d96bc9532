"""A careless report: the demo's, with many more of the mistakes that real reports hold, each with its answer.

The one rule of the place: `repair` the program mends, `mend` a person types anew, `confirm` is right as it stands.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from itaxl.cli.demo import put
from tests.forms import sample_case

Answer = Literal["repair", "mend", "confirm"]


@dataclass(frozen=True)
class Plant:
    """A mistake at one field: the words replaced, or with no words a whole value."""

    field: str
    answer: Answer
    old: str = ""
    new: object = ""


PLANTS = (
    # what the program can mend
    Plant("o_items[0].progress", "repair", "สำคัญ", "สําคัญ"),
    Plant("o_items[3].progress", "repair", "สำนักงาน", "สํานักงาน"),
    Plant("o_items[5].progress", "repair", "หน้าแรก", "หน้าเเรก"),
    Plant("o_items[9].progress", "repair", "ขั้นตอน", "ขั้้นตอน"),
    Plant("o_items[13].progress", "repair", "ครบ 27", "ครบ\ufeff 27"),
    Plant("o_items[15].progress", "repair", "มีรายละเอียด", "มีรายละเอีียด"),
    Plant("o_items[21].progress", "repair", "ผู้รับผิดชอบ", "ผูู้รับผิดชอบ"),
    Plant("o_items[20].progress", "repair", "Dos & Don'ts", "Dos & Don't"),
    Plant("indicators[0].guidelines", "mend", "2.", "3."),
    Plant("indicators[6].guidelines", "mend", "2.", "4."),
    Plant("measures[0].steps[0].method", "mend", "2.", "3."),
    Plant("measures[2].steps[0].summary", "repair", "ตามคำสั่ง", "ตามคําสั่ง"),
    # what only a person knows
    Plant("agency.amphoe", "mend"),
    Plant("assessment.score", "mend", new=None),
    Plant("measures[0].steps[1].summary", "mend", new=["อบรมเจ้าหน้าที่ผู้ให้บริการเรื่องความเท่าเทียมและการไม่เลือกปฏิบัติ แล้วสอบถามความพึงพอใจของผู้รับบริการทุกสิ้นไตรมาส"]),
    Plant("measures[4].steps[0].status", "mend", new="not_started"),
    Plant("measures[5].steps[0].percent", "mend", new=180),
    Plant("indicators[3].period", "mend", new="ต.ค. 67 - ก.ย. 66"),
    Plant("indicators[4].progress", "mend", "ผู้ตรวจสอบภายใน", "ผู้ตรวจสอบภายในของ อบต. "),
    Plant("indicators[5].status", "mend", new="in_progress+done"),
    Plant("indicators[7].status", "mend", new=None),
    Plant("o_items[2].progress", "mend", "หน่วยงาน", "องค์การบริหารส่วนตำบลหนองบัว "),
    Plant("o_items[4].progress", "mend", "30 กันยายน 2567", "31 กันยายน 2567"),
    Plant("o_items[7].progress", "mend", "พ.ศ. 2567", "พ.ศ. 2565"),
    Plant("o_items[10].progress", "mend", new=[]),
    Plant("o_items[12].progress", "mend", new=["- อยู่ระหว่างดำเนินการ"]),
    Plant("o_items[14].responsible", "mend", new=[]),
    Plant("o_items[16].status", "mend", new=None),
    Plant("o_items[17].progress", "mend", "พ.ศ. 2567", "พ.ศ. 2566"),
    Plant("o_items[22].progress", "mend", new=["- ………………………………"]),
    Plant("o_items[23].url", "mend", new="เว็บไซต์เทศบาล"),
    Plant("o_items[26].progress", "mend", "เมื่อวันที่ 12 มกราคม 2567", "เมื่อวันที่ 12 มกราคม 2568"),
    Plant("o_items[27].status", "mend", new="impossible"),
    Plant("o_items[28].progress", "mend", "ธรรมจรรยา", "ธรรมจรรยาา"),
    Plant("o_items[30].progress", "mend", "ประจำปีงบประมาณ พ.ศ. 2566", "ประจำปีงบประมาณ พ.ศ. 2563"),
    Plant("o_items[33].progress", "mend", new=[]),
    Plant("signers[2].position", "mend", new="ปลัดองค์การบริหารส่วนตำบล"),
    Plant("o_items[31].progress", "mend", new=["- ผลการป้องกันการทุจริตประจำปีงบประมาณ พ.ศ. 2566 รวม 18 โครงการ/กิจกรรม ใช้งบประมาณ 241,500 บาท สรุปปัญหา/อุปสรรค 3 ข้อ และข้อเสนอแนะ 4 ข้อ ขึ้นเว็บไซต์วันที่ 22 ธันวาคม 2566"]),
    # what is right as it stands
    Plant("o_items[24].progress", "confirm", "มีผู้แทน 9 หมู่บ้าน", "มีผู้แทนองค์การบริหารส่วนตำบลนาขุนไกร และผู้แทน 9 หมู่บ้าน"),
    Plant("o_items[18].progress", "confirm", "อบรมบุคลากร 53 คน", "อบรมบุคลากร 53 คน ที่เทศบาลตำบลบ้านนา"),
)  # fmt: skip


def careless() -> dict[str, Any]:
    """The report with every mistake."""
    return answered(frozenset())


def answered(done: frozenset[Answer]) -> dict[str, Any]:
    """The report as it would be with these answers given by hand."""
    case = sample_case(mistakes=False)
    for plant in PLANTS:
        if plant.answer not in done:
            put(case, plant.field, _planted(case, plant))
    return case


def fields(answer: Answer) -> dict[str, object]:
    """The right value of each field that is answered so."""
    clean = sample_case(mistakes=False)
    return {plant.field: value_of(clean, plant.field) for plant in PLANTS if plant.answer == answer}


def value_of(case: dict[str, Any], path: str) -> Any:
    """The value of a field by its path."""
    here: Any = case
    for part in path.replace("]", "").replace("[", ".").split("."):
        here = here[int(part)] if part.isdigit() else here.get(part)
    return here


def _planted(case: dict[str, Any], plant: Plant) -> object:
    if not plant.old:
        return plant.new
    value = value_of(case, plant.field)
    assert any(plant.old in line for line in value), plant
    return [line.replace(plant.old, str(plant.new)) for line in value]
