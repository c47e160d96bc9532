"""What the tags of a layout do: values, loops, conditions, merged cells, page breaks, checkboxes, digits."""

import io
import os
import struct
import zipfile
import zlib
from pathlib import Path

import pytest
from docx import Document
from hypothesis import given
from hypothesis import strategies as st

from itaxl.files.package import pack
from itaxl.word.engine.pictures import Picture
from itaxl.word.engine.sandbox import count_lines
from itaxl.word.engine.template import Template
from tests.word.small import cell, checkbox, found, heading, layout, p, part, rows, table, texts


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


# A picture of one black row of two dots.
DOT = b"\x89PNG\r\n\x1a\n" + b"".join(
    (
        _chunk(b"IHDR", struct.pack(">IIBBBBB", 2, 1, 8, 0, 0, 0, 0)),
        _chunk(b"IDAT", zlib.compress(b"\0\0\0")),
        _chunk(b"IEND", b""),
    )
)


def printed(folder: Path, *body: str, digits: str = "arabic", **context: object) -> list[str]:
    """The paragraphs that a body prints."""
    data = Template.load(layout(folder, *body)).render(context, "thai" if digits == "thai" else "arabic")
    return texts(part(data))


# ---- values ----------------------------------------------------------------------------------------------------------


def test_a_value_stands_where_its_tag_stood(tmp_path: Path) -> None:
    assert printed(tmp_path, p("เรียน {{ name }} ครับ"), name="นายก") == ["เรียน นายก ครับ"]


def test_a_tag_that_word_split_over_runs_is_one_tag(tmp_path: Path) -> None:
    assert printed(tmp_path, p("ก {", "{ na", "me }", "} ข"), name="ค") == ["ก ค ข"]


def test_the_value_takes_the_face_of_the_run_in_which_its_tag_starts(tmp_path: Path) -> None:
    bold = "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>{{ na</w:t></w:r><w:r><w:t>me }} ข</w:t></w:r></w:p>"
    root = part(Template.load(layout(tmp_path, bold)).render({"name": "ค"}))
    assert [run.findtext(".//{*}t") for run in found(root, "//w:r[w:rPr/w:b]")] == ["ค"]


def test_curled_quotes_of_word_are_straightened_inside_a_tag_and_nowhere_else(tmp_path: Path) -> None:
    assert printed(tmp_path, p("“{{ name or ‘ว่าง’ }}”"), name="") == ["“ว่าง”"]


def test_what_looks_like_markup_in_a_value_is_printed_as_typed(tmp_path: Path) -> None:
    typed = 'Do & Don\'t <b>"x"</b> ]]> {{ name }} {% if %}'
    assert printed(tmp_path, p("{{ name }}"), name=typed) == [typed]


def test_lines_become_breaks_and_tabs_become_tabs(tmp_path: Path) -> None:
    assert printed(tmp_path, p("{{ name }}"), name="ก\nข\r\nค\x0bง\tจ") == ["ก/ข/ค/ง→จ"]


def test_a_list_prints_as_lines(tmp_path: Path) -> None:
    assert printed(tmp_path, p("{{ lines }}"), lines=("ก", "ข")) == ["ก/ข"]


def test_nothing_is_printed_for_none(tmp_path: Path) -> None:
    assert printed(tmp_path, p("[{{ name }}]"), name=None) == ["[]"]


@given(st.text())
def test_any_text_makes_a_document_that_opens(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    template = Template.load(_once(tmp_path_factory))
    document = Document(io.BytesIO(template.render({"name": text})))
    assert len(document.paragraphs) == 1


def _once(factory: pytest.TempPathFactory) -> Path:
    """One file for all examples: the layout is compiled once, as in the program."""
    folder = factory.getbasetemp() / "any-text"
    folder.mkdir(exist_ok=True)
    path = folder / "layout.docx"
    return path if path.exists() else layout(folder, p("{{ name }}"))


def test_a_key_is_never_mistaken_for_a_method_of_its_container(tmp_path: Path) -> None:
    body = p("{% for x in block.items %}{{ x }}{% endfor %}")
    assert printed(tmp_path, body, block={"items": ["ก", "ข"]}) == ["กข"]


# ---- loops and conditions --------------------------------------------------------------------------------------------


def test_paragraphs_between_two_tags_repeat(tmp_path: Path) -> None:
    body = (p("{% for x in xs %}"), p("- {{ x }}"), p("{% endfor %}"), p("จบ"))
    assert printed(tmp_path, *body, xs=["ก", "ข"]) == ["- ก", "- ข", "จบ"]


def test_rows_between_two_tag_rows_repeat(tmp_path: Path) -> None:
    wide = '<w:tcW w:w="2000" w:type="dxa"/><w:gridSpan w:val="2"/>'
    body = table(
        ("ที่", "ชื่อ"),
        (cell("{% for x in xs %}", about=wide),),
        ("{{ loop.index }}", "{{ x }}"),
        (cell("{% endfor %}", about=wide),),
    )
    root = part(Template.load(layout(tmp_path, body)).render({"xs": ["ก", "ข"]}, "arabic"))
    assert rows(root) == [["ที่", "ชื่อ"], ["1", "ก"], ["2", "ข"]]


def test_a_row_whose_other_cells_are_empty_is_a_tag_row_too(tmp_path: Path) -> None:
    body = table(("{% for x in xs %}", ""), ("ก", "{{ x }}"), ("{% endfor %}", ""))
    root = part(Template.load(layout(tmp_path, body)).render({"xs": ["1", "2"]}, "arabic"))
    assert rows(root) == [["ก", "1"], ["ก", "2"]]


def test_a_condition_inside_a_line_keeps_the_line(tmp_path: Path) -> None:
    body = p("ได้ {% if score %}{{ score }} คะแนน{% else %}ไม่มีคะแนน{% endif %} แล้ว")
    assert printed(tmp_path, body, score=None) == ["ได้ ไม่มีคะแนน แล้ว"]


def test_a_cell_whose_paragraphs_all_vanish_keeps_an_empty_one(tmp_path: Path) -> None:
    lines = (p("{% for x in xs %}"), p("{{ x }}", about='<w:jc w:val="center"/>'), p("{% endfor %}"))
    path = layout(tmp_path, table((cell(*lines), "ก")))
    assert rows(part(Template.load(path).render({"xs": []}))) == [["", "ก"]]
    assert rows(part(Template.load(path).render({"xs": ["ข"]}))) == [["ข", "ก"]]


def test_cells_that_repeat_share_the_width_of_their_table(tmp_path: Path) -> None:
    body = table(("{% for x in xs %}", "{{ x }}", "{% endfor %}"), columns=3)
    root = part(Template.load(layout(tmp_path, body)).render({"xs": ["ก", "ข"]}))
    assert rows(root) == [["ก", "ข"]]
    assert [each.get(f"{{{each.nsmap['w']}}}w") for each in found(root, "//w:gridCol | //w:tcW")] == [
        "1500"
    ] * 4


def test_a_tag_in_a_paragraph_that_ends_a_section_leaves_the_section(tmp_path: Path) -> None:
    ends = p("{% if cover %}ปก{% endif %}", about="<w:sectPr/>")
    root = part(Template.load(layout(tmp_path, ends, p("ตัวเรื่อง"))).render({"cover": False}))
    assert len(found(root, "//w:sectPr")) == 2


def test_a_note_is_not_printed(tmp_path: Path) -> None:
    assert printed(tmp_path, p("{# หมายเหตุถึงผู้แก้แม่แบบ #}"), p("ก{# ข #}ค")) == ["กค"]


# ---- merged cells, page breaks, checkboxes ---------------------------------------------------------------------------


def _merging(folder: Path) -> Path:
    return layout(
        folder,
        table(
            ("{% for x in xs %}", ""),
            (cell("{% merge if not loop.first %}มาตรการ {{ x }}"), "{{ x }}"),
            ("{% endfor %}", ""),
        ),
    )


def test_merge_joins_a_cell_to_the_one_above_and_empties_it(tmp_path: Path) -> None:
    root = part(Template.load(_merging(tmp_path)).render({"xs": ["ก", "ข", "ค"]}))
    assert rows(root) == [["มาตรการ ก", "ก"], ["", "ข"], ["", "ค"]]
    values = [each.get(f"{{{each.nsmap['w']}}}val") for each in found(root, "//w:vMerge")]
    assert values == ["restart", None, None]


def test_python_docx_sees_the_merged_cell_as_one(tmp_path: Path) -> None:
    document = Document(io.BytesIO(Template.load(_merging(tmp_path)).render({"xs": ["ก", "ข"]})))
    assert [cell.text for cell in document.tables[0].columns[0].cells] == ["มาตรการ ก"] * 2


def test_whole_keeps_a_row_from_being_split(tmp_path: Path) -> None:
    body = table(
        ("{% for x in xs %}", ""),
        (cell("{% whole if x|lines(10) < 3 %}", "{{ x }}"), "ก"),
        ("{% endfor %}", ""),
    )
    root = part(Template.load(layout(tmp_path, body)).render({"xs": ["สั้น", "ยาว" * 10]}))
    assert [row[1] for row in rows(root)] == ["ก", "ก"]
    assert [len(found(row, "w:trPr/w:cantSplit")) for row in found(root, "//w:tr")] == [1, 0]


@pytest.mark.parametrize(
    ("value", "count"),
    [("", 1), ("ก" * 10, 1), ("ก" * 11, 2), ("กี่" * 10, 1), (("ก", "ข" * 25), 4), ((), 0)],
)
def test_lines_counts_letters_that_take_width(value: str | tuple[str, ...], count: int) -> None:
    assert count_lines(value, 10) == count


def test_pagebreak_stands_in_its_place_among_the_properties(tmp_path: Path) -> None:
    about = '<w:pStyle w:val="a1"/><w:keepNext/><w:jc w:val="center"/>'
    body = (
        p("{% for x in xs %}"),
        p("{% pagebreak if not loop.first %}{{ x }}", about=about),
        p("{% endfor %}"),
    )
    root = part(Template.load(layout(tmp_path, *body)).render({"xs": ["ก", "ข"]}))
    first, second = ([child.tag.rpartition("}")[2] for child in each] for each in found(root, "//w:pPr"))
    assert first == ["pStyle", "keepNext", "jc"]
    assert second == ["pStyle", "keepNext", "pageBreakBefore", "jc"]


def test_a_checkbox_shows_and_holds_its_state(tmp_path: Path) -> None:
    body = (p("{% for x in xs %}"), checkbox("check: x.done"), p("{% endfor %}"))
    root = part(Template.load(layout(tmp_path, *body)).render({"xs": [{"done": True}, {"done": False}]}))
    assert texts(root) == ["☑", "☐"]
    assert [list(each.attrib.values()) for each in found(root, "//w14:checked")] == [["1"], ["0"]]


def test_ids_and_bookmarks_stay_unique_when_paragraphs_repeat(tmp_path: Path) -> None:
    marked = (
        '<w:p><w:bookmarkStart w:id="0" w:name="sig"/><w:r><w:t>x</w:t></w:r><w:bookmarkEnd w:id="0"/></w:p>'
    )
    body = (p("{% for x in xs %}"), checkbox("check: x"), marked, p("{% endfor %}"))
    root = part(Template.load(layout(tmp_path, *body)).render({"xs": [1, 0, 1]}))
    w = f"{{{root.nsmap['w']}}}"
    starts, ends = found(root, "//w:bookmarkStart"), found(root, "//w:bookmarkEnd")
    assert [each.get(f"{w}name") for each in starts] == ["sig", "sig2", "sig3"]
    assert [each.get(f"{w}id") for each in starts] == [each.get(f"{w}id") for each in ends]
    ids = [each.get(f"{w}id") for each in starts] + [
        each.get(f"{w}val") for each in found(root, "//w:sdtPr/w:id")
    ]
    assert len(set(ids)) == len(ids) == 6


# ---- digits ----------------------------------------------------------------------------------------------------------


def test_one_switch_turns_the_digits_of_words_and_values(tmp_path: Path) -> None:
    body = p("ข้อ 1 จาก ๒ ได้ {{ score }} ดู {{ url }}")
    context = {"score": 93.65, "url": "www.abc1.go.th/2"}
    assert printed(tmp_path, body, digits="thai", **context) == ["ข้อ ๑ จาก ๒ ได้ ๙๓.๖๕ ดู www.abc1.go.th/2"]
    assert printed(tmp_path, body, digits="arabic", **context) == ["ข้อ 1 จาก 2 ได้ 93.65 ดู www.abc1.go.th/2"]


@pytest.mark.parametrize(("digits", "expected"), [("thai", "thaiNumbers"), ("arabic", "decimal")])
def test_page_numbers_follow_the_switch(tmp_path: Path, digits: str, expected: str) -> None:
    data = Template.load(layout(tmp_path, p("ก"))).render({}, "thai" if digits == "thai" else "arabic")
    (section,) = found(part(data), "//w:sectPr")
    assert [child.tag.rpartition("}")[2] for child in section] == ["pgSz", "pgNumType", "cols"]
    assert list(section[1].attrib.values()) == [expected]


def test_pages_counted_with_letters_stay_so(tmp_path: Path) -> None:
    ends = p("คำนำ", about='<w:sectPr><w:pgNumType w:fmt="thaiLetters"/></w:sectPr>')
    root = part(Template.load(layout(tmp_path, ends)).render({}))
    assert [list(each.attrib.values()) for each in found(root, "//w:pgNumType")] == [
        ["thaiLetters"],
        ["thaiNumbers"],
    ]


def test_tags_in_a_header_work(tmp_path: Path) -> None:
    path = layout(tmp_path, p("ก"), header=p("{% if draft %}") + p("ร่าง") + p("{% endif %}"))
    for draft, expected in ((True, ["ร่าง"]), (False, [""])):
        assert texts(part(Template.load(path).render({"draft": draft}), "word/header1.xml")) == expected


# ---- pictures --------------------------------------------------------------------------------------------------------


def test_a_picture_comes_with_its_file_relationship_and_content_type(tmp_path: Path) -> None:
    picture = Picture(DOT, 3, 2, "ตรา & ชื่อ")
    data = Template.load(layout(tmp_path, p("{{ logo }}"), p("{{ logo }}"))).render({"logo": picture})
    document = Document(io.BytesIO(data))
    assert [(shape.width.cm, shape.height.cm) for shape in document.inline_shapes] == [(3, 2), (3, 2)]
    package = zipfile.ZipFile(io.BytesIO(data))
    assert [package.read(name) for name in package.namelist() if "media" in name] == [DOT, DOT]
    assert b'Extension="png"' in package.read("[Content_Types].xml")


# ---- the file --------------------------------------------------------------------------------------------------------


def test_the_same_context_gives_the_same_bytes(tmp_path: Path) -> None:
    template = Template.load(layout(tmp_path, p("{{ name }}")))
    assert template.render({"name": "ก"}) == template.render({"name": "ก"})


def test_a_layout_is_read_again_when_its_file_changes(tmp_path: Path) -> None:
    first = Template.load(layout(tmp_path, p("ก")))
    assert Template.load(tmp_path / "layout.docx") is first
    changed = layout(tmp_path, p("ข"))
    os.utime(changed, ns=(1, 1))
    assert texts(part(Template.load(changed).render({}))) == ["ข"]


def test_editing_marks_of_word_do_not_repeat_with_their_row(tmp_path: Path) -> None:
    body = (
        p("{% for x in xs %}"),
        f'<w:p w:rsidR="00AA11BB" w14:paraId="11111111"><w:proofErr w:type="spellStart"/>{p("{{ x }}")[5:]}',
        p("{% endfor %}"),
    )
    data = Template.load(layout(tmp_path, heading("ก"), *body)).render({"xs": ["ก", "ข"]})
    xml = zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml").decode()
    assert xml.count("<w:p>") == 3
    assert "paraId" not in xml
    assert "proofErr" not in xml


def test_parts_that_a_layout_never_changes_are_deflated_once_and_read_alike(tmp_path: Path) -> None:
    path = layout(tmp_path, p("{{ a }}"))
    template = Template.load(path)
    first, second = (zipfile.ZipFile(io.BytesIO(template.render({"a": text}))) for text in ("ก", "ข"))
    drawn = zipfile.ZipFile(path)
    assert first.testzip() is second.testzip() is None
    assert first.namelist() == drawn.namelist()
    same = [name for name in drawn.namelist() if first.read(name) == second.read(name) == drawn.read(name)]
    assert same == [name for name in drawn.namelist() if name != "word/document.xml"]


def test_a_part_with_a_thai_name_keeps_it() -> None:
    package = zipfile.ZipFile(io.BytesIO(pack([("word/ภาพ.xml", b"<a/>")])))
    assert package.read("word/ภาพ.xml") == b"<a/>"
    assert package.infolist()[0].date_time == (1980, 1, 1, 0, 0, 0)
