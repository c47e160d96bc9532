"""A layout that is wrong is refused in Thai, with the place, the tag and the cure."""

import zipfile
from pathlib import Path

import pytest

from itaxl.errors import InputError, TemplateError
from itaxl.word import find_layout
from itaxl.word.engine.template import Template
from tests.word.small import cell, checkbox, heading, layout, p, package, table

REPORT = {"agency": {"name": "อบต."}, "measures": [{"no": 1, "title": ["ก"], "steps": [{"done": True}]}]}


def fault(folder: Path, *body: str, header: str = "") -> TemplateError:
    """The failure of printing a report with a layout."""
    with pytest.raises(TemplateError) as caught:
        Template.load(layout(folder, *body, header=header)).render(REPORT)
    assert caught.value.exit_code == 4
    assert "layout.docx" in str(caught.value)
    return caught.value


def _third_table() -> tuple[str, ...]:
    return (
        table(("ก", "ข")),
        heading("ผลการดำเนินการ"),
        table(("ก", "ข")),
        table(
            ("ที่", "มาตรการ"),
            ("{% for m in measures %}", ""),
            ("{{ m.no }}", "{{ m.titel }}"),
            ("{% endfor %}", ""),
        ),
    )


def test_a_misspelt_name_is_named_with_table_row_column_heading_and_the_likely_name(tmp_path: Path) -> None:
    message = str(fault(tmp_path, *_third_table()))
    assert "ตารางที่ 3 แถวที่ 3 คอลัมน์ที่ 2 ใต้หัวข้อ “ผลการดำเนินการ” ที่ “{{ m.titel }}”" in message
    assert "ไม่รู้จักชื่อ “titel” – หมายถึง title ใช่หรือไม่" in message


def test_a_misspelt_name_at_the_top_is_named_with_its_paragraph(tmp_path: Path) -> None:
    message = str(fault(tmp_path, p("ก"), p("{{ agancy.name }}")))
    assert "ย่อหน้าที่ 2 ที่ “{{ agancy.name }}”" in message
    assert "หมายถึง agency ใช่หรือไม่" in message


def test_a_tag_in_the_header_is_placed_there(tmp_path: Path) -> None:
    assert "หัวกระดาษ ย่อหน้าที่ 1" in str(fault(tmp_path, p("ก"), header=p("{{ nme }}")))


def test_a_misspelt_condition_of_a_checkbox_is_named(tmp_path: Path) -> None:
    body = table(
        ("{% for m in measures %}", ""), (cell(checkbox("check: m.dnoe")), "ข"), ("{% endfor %}", "")
    )
    message = str(fault(tmp_path, body))
    assert "ตารางที่ 1 แถวที่ 2 คอลัมน์ที่ 1 ที่ “check: m.dnoe”" in message
    assert "หมายถึง done" in message


@pytest.mark.parametrize(
    ("tag", "said"),
    [
        ("{{ agency.name }", "เปิดวงเล็บปีกกาแล้วไม่ปิด – โปรดปิดด้วย }}"),
        ("{% if agency", "เปิดวงเล็บปีกกาแล้วไม่ปิด – โปรดปิดด้วย %}"),
        ("{{ agency.name | }}", "อ่านคำสั่งในวงเล็บปีกกาไม่ออก"),
        ("{{ agency.name|uper }}", "ไม่รู้จักคำ “uper” หลังเครื่องหมาย | – หมายถึง upper"),
        ("{% fro x in measures %}", "ไม่รู้จักคำสั่ง “fro” – หมายถึง for"),
        ("{% include 'x' %}", "ไม่รู้จักคำสั่ง “include” – คำที่ใช้ได้: for, endfor"),
        ("{% endfor %}", "“endfor” ไม่มีคำสั่ง for ที่เปิดไว้ก่อนหน้า"),
        ("{% else %}", "“else” ไม่มีคำสั่ง if หรือ for ที่เปิดไว้ก่อนหน้า"),
        ("{% for m in measures %}", "ไม่มี {% endfor %} ปิด"),
        ("{% if agency %}ก", "ไม่มี {% endif %} ปิด"),
        ("{% merge if agency %}", "คำสั่ง merge ใช้ได้ในเซลล์ของตารางเท่านั้น"),
        ("{% whole %}", "คำสั่ง whole ใช้ได้ในเซลล์ของตารางเท่านั้น"),
        ("{{ agency.__class__ }}", "ใช้คำสั่งนี้ในแม่แบบไม่ได้"),
        ("{{ ''.__class__.__mro__ }}", "ใช้คำสั่งนี้ในแม่แบบไม่ได้"),
        ("{{ cycler.__init__.__globals__.os.popen('id') }}", "ใช้คำสั่งนี้ในแม่แบบไม่ได้"),
        ("{{ cycler }}", "ไม่รู้จักชื่อ “cycler”"),
        ("{{ 1 / 0 }}", "คำนวณไม่ได้"),
    ],
)
def test_a_wrong_tag_is_refused_with_the_cure(tmp_path: Path, tag: str, said: str) -> None:
    message = str(fault(tmp_path, heading("หัวข้อ"), p(tag)))
    assert "ย่อหน้าที่ 2 ใต้หัวข้อ “หัวข้อ” ที่ “" in message
    assert said in message


def test_an_unclosed_loop_inside_a_closed_one_is_the_one_that_is_blamed(tmp_path: Path) -> None:
    body = (p("{% for m in measures %}"), p("{% if m.no %}"), p("{{ m.no }}"), p("{% endfor %}"))
    assert "ย่อหน้าที่ 2 ที่ “{% if m.no %}”: ไม่มี {% endif %} ปิด" in str(fault(tmp_path, *body))


def test_a_loop_opened_in_one_cell_and_closed_in_another_is_refused(tmp_path: Path) -> None:
    body = table((cell("{% for m in measures %}", "ก"), cell("ข", "{% endfor %}")))
    message = str(fault(tmp_path, body))
    assert "ตารางที่ 1 แถวที่ 1 คอลัมน์ที่ 2" in message
    assert "คู่ของคำสั่งนี้อยู่ที่ ตารางที่ 1 แถวที่ 1 คอลัมน์ที่ 1 ซึ่งเป็นคนละระดับ" in message


def test_a_content_control_that_is_no_checkbox_is_refused(tmp_path: Path) -> None:
    plain = checkbox("check: agency").replace("w14:checkbox>", "w:text>").replace("<w14:", "<w:")
    assert "ไม่ใช่กล่องกาเครื่องหมายของ Word" in str(fault(tmp_path, plain))


# ---- files that are no layouts ---------------------------------------------------------------------------------------


def test_a_missing_layout_is_an_input_that_is_missing(tmp_path: Path) -> None:
    with pytest.raises(InputError):
        Template.load(tmp_path / "none.docx")


@pytest.mark.parametrize("data", [b"", b"hello", b"PK\x03\x04 cut off", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"])
def test_a_file_that_is_not_a_docx_is_refused(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "layout.docx"
    path.write_bytes(data)
    with pytest.raises(TemplateError, match=r"layout\.docx"):
        Template.load(path)


def _changed(path: Path, change: tuple[str, str], part: str = "word/document.xml") -> Path:
    with zipfile.ZipFile(path) as file:
        parts = {name: file.read(name).decode() for name in file.namelist()}
    assert change[0] in parts[part]
    return package(path, {**parts, part: parts[part].replace(*change)})


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (("</w:body>", ""), "ส่วน word/document.xml เสียหาย"),
        (("<w:document", '<!DOCTYPE x [<!ENTITY y "z">]><w:document'), "DOCTYPE"),
        (("wordprocessingml/2006/main", "wordprocessingml/strict"), "Strict Open XML"),
    ],
)
def test_a_broken_document_is_refused(tmp_path: Path, change: tuple[str, str], said: str) -> None:
    path = _changed(layout(tmp_path, p("ก")), change)
    with pytest.raises(TemplateError, match=said):
        Template.load(path).render({})


def test_a_document_with_macros_is_refused(tmp_path: Path) -> None:
    macros = ("officedocument.wordprocessingml.document.main", "ms-word.document.macroEnabled.main")
    path = _changed(layout(tmp_path, p("ก")), macros, "[Content_Types].xml")
    with pytest.raises(TemplateError, match="ไม่ใช่เอกสาร Word"):
        Template.load(path)


# ---- the check of a layout, without a report -------------------------------------------------------------------------


def test_the_check_names_every_unknown_name_without_any_data(tmp_path: Path) -> None:
    body = (
        p("{{ agency.nmae }}"),
        p("{% for m in measures %}"),
        p("{% for s in m.steps %}{{ s.sumary }}{{ s.summary }}{% endfor %}"),
        p("{% endfor %}"),
        checkbox("check: yaer"),
    )
    faults = [str(each) for each in find_layout(layout(tmp_path, *body)).find_faults()]
    assert len(faults) == 3
    for each, likely in zip(faults, ("agency.name", "measures.steps.summary", "year"), strict=True):
        assert likely in each


def test_the_check_knows_what_a_loop_variable_stands_for(tmp_path: Path) -> None:
    body = (
        p("{% for two in signers|batch(2) %}"),
        p("{% for s in two %}{{ s.full_name or '…' }}{{ loop.index }}{% endfor %}"),
        p("{% endfor %}"),
        p("{% set who = agency %}{{ who.name.strip() }}"),
    )
    assert find_layout(layout(tmp_path, *body)).find_faults() == []


def test_the_check_tells_a_fault_of_a_command(tmp_path: Path) -> None:
    (only,) = find_layout(layout(tmp_path, p("{% for m in measures %}"))).find_faults()
    assert "ไม่มี {% endfor %} ปิด" in str(only)
