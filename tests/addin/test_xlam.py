"""The built add-in as a file: what Office, a virus scanner and a second reader of VBA will find in it."""

import posixpath
import re
import shutil
import sys
import types
import warnings
import zipfile
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from pyopenvba import ExcelFile

from itaxl.addin import actions
from itaxl.addin.buttons import BUTTONS, NOTICES, TAB
from tests.office import Office
from tests.packages import packed
from tests.packages import parts as parts_of
from tools import build_addin as build
from tools.build_addin import CALLBACK, NAMESPACE

ICONS = Path(__file__).parent.parent / "data" / "addin" / "icons.txt"
RELATIONSHIPS = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
BUTTON = f"{{{NAMESPACE}}}button"


@pytest.fixture(scope="module")
def parts(addin: Path) -> dict[str, bytes]:
    return parts_of(addin.read_bytes())


def ribbon(parts: dict[str, bytes]) -> ET.Element:
    return ET.fromstring(parts[build.RIBBON_PART])


def module(addin: Path) -> str:
    return str(ExcelFile(addin).get_module(build.MODULE))


# ---- the package -----------------------------------------------------------------------------------------------------


def test_two_builds_give_the_same_bytes(addin: Path) -> None:
    assert build.build_addin() == addin.read_bytes()


def test_every_part_is_whole_and_its_xml_is_read(addin: Path, parts: dict[str, bytes]) -> None:
    assert zipfile.ZipFile(addin).testzip() is None
    for name, data in parts.items():
        if name.endswith((".xml", ".rels")):
            ET.fromstring(data)


def test_every_part_has_a_content_type_and_every_override_a_part(parts: dict[str, bytes]) -> None:
    types_ = ET.fromstring(parts["[Content_Types].xml"])
    endings = {each.attrib["Extension"] for each in types_.iter(f"{TYPES}Default")}
    named = {
        each.attrib["PartName"].lstrip("/"): each.attrib["ContentType"]
        for each in types_.iter(f"{TYPES}Override")
    }
    assert named.keys() <= parts.keys()
    untyped = [name for name in parts if name not in named and name.rpartition(".")[2] not in endings]
    assert untyped == []
    assert named["xl/workbook.xml"] == "application/vnd.ms-excel.addin.macroEnabled.main+xml"
    assert named["xl/vbaProject.bin"] == "application/vnd.ms-office.vbaProject"


def test_every_relationship_leads_to_a_part_and_every_part_is_led_to(parts: dict[str, bytes]) -> None:
    reached = {"[Content_Types].xml"}
    for name in [each for each in parts if each.endswith(".rels")]:
        reached.add(name)
        base = posixpath.dirname(posixpath.dirname(name))
        for relation in ET.fromstring(parts[name]).iter(RELATIONSHIPS):
            assert relation.get("TargetMode") != "External"
            target = relation.attrib["Target"]
            reached.add(
                target[1:] if target.startswith("/") else posixpath.normpath(posixpath.join(base, target))
            )
    assert reached == parts.keys()


def test_nothing_of_the_machine_or_person_that_drew_the_container_is_left(parts: dict[str, bytes]) -> None:
    texts = b"".join(data for name, data in parts.items() if name.endswith((".xml", ".rels")))
    assert not re.search(rb"felix|zumstein|[A-Z]:\\", texts, re.IGNORECASE)


@pytest.mark.office
def test_libreoffice_opens_it_and_shows_the_settings(addin: Path, office: Office) -> None:
    book = office.open(addin, FilterName="Calc MS Excel 2007 VBA XML")
    sheet = book.Sheets.getByName(build.CONF_SHEET)
    rows = {
        sheet.getCellByPosition(0, n).String: sheet.getCellByPosition(1, n).String
        for n in range(len(NOTICES) + 1)
    }
    assert rows.pop("INTERPRETER").endswith("python.exe")
    assert rows == NOTICES


# ---- the ribbon ------------------------------------------------------------------------------------------------------


def test_the_tab_has_the_buttons_of_the_glossary(parts: dict[str, bytes]) -> None:
    labels = [each.attrib["label"] for each in ribbon(parts).iter(BUTTON)]
    assert labels == [each.label for each in BUTTONS]
    assert {"ตรวจความถูกต้อง", "จุดแก้ไขถัดไป", "ติ๊กช่องผลการดำเนินการ", "ยกเลิกการติ๊กล่าสุด"} <= set(labels)
    assert {"จัดทำรายงาน (Word)", "PDF เสนอลงนาม", "เพิ่มแถวมาตรการ", "เพิ่มขั้นตอน"} <= set(labels)
    assert {"แบบรายงานใหม่", "วิธีใช้", "ตรวจความพร้อมเครื่อง"} <= set(labels)
    assert next(ribbon(parts).iter(f"{{{NAMESPACE}}}tab")).attrib["label"] == TAB == "รายงาน ITA"


def test_identifiers_and_key_tips_are_unique(parts: dict[str, bytes]) -> None:
    ids = [each.attrib["id"] for each in ribbon(parts).iter() if "id" in each.attrib]
    keys = [each.attrib["keytip"] for each in ribbon(parts).iter(BUTTON)]
    assert len(ids) == len(set(ids))
    assert len(keys) == len(set(keys))
    assert all(len(key) <= 3 for key in keys)


def test_office_knows_every_icon_in_all_versions(parts: dict[str, bytes]) -> None:
    known = set(ICONS.read_text("utf-8").splitlines())
    assert [
        each.attrib["imageMso"] for each in ribbon(parts).iter(BUTTON) if each.attrib["imageMso"] not in known
    ] == []


def test_no_text_is_longer_than_office_shows(parts: dict[str, bytes]) -> None:
    for each in ribbon(parts).iter(BUTTON):
        assert all(len(each.attrib[name]) <= 1024 for name in ("label", "screentip", "supertip"))


def test_every_button_has_its_callback_its_place_in_the_vba_and_its_action(
    addin: Path, parts: dict[str, bytes]
) -> None:
    code = module(addin)
    name, _, procedure = CALLBACK.partition(".")
    assert name == build.MODULE
    assert re.search(rf"^Public Sub {procedure}\(ByVal control As IRibbonControl\)", code, re.MULTILINE)
    for each in BUTTONS:
        (found,) = (b for b in ribbon(parts).iter(BUTTON) if b.attrib["id"] == each.id)
        assert found.attrib["onAction"] == CALLBACK
        assert f"|{each.id}|" in code
        assert callable(getattr(actions, each.action))


# ---- the VBA ---------------------------------------------------------------------------------------------------------


def olevba(path: Path) -> dict[str, str]:
    """The modules as oletools reads them."""
    with warnings.catch_warnings():  # of its parser's own old names
        warnings.simplefilter("ignore")
        from oletools.olevba import VBA_Parser

        found = list(VBA_Parser(str(path)).extract_macros())
    return {stream.rpartition("/")[2]: code for _, stream, _, code in found}


def test_two_readers_of_vba_agree_on_the_modules(addin: Path) -> None:
    book = ExcelFile(addin)
    second = olevba(addin)
    ours = {name: book.get_module(name) for name in book.module_names()}
    assert {name: code.split() for name, code in ours.items()} == {
        name: code.split() for name, code in second.items()
    }
    assert ExcelFile(addin).validate() == []


def test_the_vba_is_ascii_without_declare_and_without_a_module_of_others(addin: Path) -> None:
    book = ExcelFile(addin)
    assert set(book.module_names()) == {"ThisWorkbook", "Sheet2", build.MODULE}
    for name in book.module_names():
        code = book.get_module(name)
        assert code.isascii()
        assert not re.search(r"\bDeclare\b|^#If|\bVBProject\b|\bcmd\.exe\b", code, re.MULTILINE)
    assert all(len(line) < 1000 for line in module(addin).splitlines())


def test_the_vba_asks_no_workbook_but_its_own_for_a_setting(addin: Path) -> None:
    assert re.findall(r"(\w+)\.Worksheets", module(addin)) == ["ThisWorkbook"]
    assert set(re.findall(r'Setting\("(\w+)"\)', module(addin))) == {"INTERPRETER", *NOTICES}


def test_the_project_carries_no_compiled_cache(parts: dict[str, bytes]) -> None:
    import olefile

    project = olefile.OleFileIO(BytesIO(parts["xl/vbaProject.bin"]))
    assert project.openstream("VBA/_VBA_PROJECT").read() == bytes.fromhex("cc61ffff000000")
    assert not [stream for stream in project.listdir() if stream[-1].startswith("__SRP")]


# ---- another xlwings fails the build ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("part", "old", "new"),
    [
        ("xl/workbook.xml", b"_myaddin.conf", b"_other.conf"),
        ("_rels/.rels", b"ui/extensibility", b"ui/other"),
        ("docProps/core.xml", b"<dc:creator>", b"<dc:maker>"),
        ("[Content_Types].xml", b"/xl/sharedStrings.xml", b"/xl/strings.xml"),
        ("xl/worksheets/sheet1.xml", b"<dimension ", b"<size "),
        ("customUI/customUI.xml", b"", b""),
        ("xl/sharedStrings.xml", b"", b""),
    ],
)
def test_a_changed_container_fails_the_build(
    part: str, old: bytes, new: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    parts = _container()
    if old:
        parts[part] = parts[part].replace(old, new)
    else:
        del parts[part]
    _put(tmp_path, packed(parts), monkeypatch)
    with pytest.raises(build.XlwingsChanged):
        build.build_addin()


def test_a_module_that_nobody_knows_fails_the_build(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    copy = tmp_path / "quickstart_addin_ribbon.xlam"
    copy.write_bytes(packed(_container()))
    book = ExcelFile(copy)
    book.vba_project().add_module("New", 'Attribute VB_Name = "New"\r\n')
    book.save()
    book.close()
    _put(tmp_path, copy.read_bytes(), monkeypatch)
    with pytest.raises(build.XlwingsChanged, match="modules"):
        build.build_addin()


def _container() -> dict[str, bytes]:
    import xlwings

    return parts_of(Path(xlwings.__file__).with_name("quickstart_addin_ribbon.xlam").read_bytes())


def _put(folder: Path, container: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another xlwings in the place of the installed one."""
    (folder / "quickstart_addin_ribbon.xlam").write_bytes(container)
    other = types.ModuleType("xlwings")
    other.__file__ = str(folder / "__init__.py")
    monkeypatch.setitem(sys.modules, "xlwings", other)


def test_the_container_as_installed_is_let_pass(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _put(tmp_path, packed(_container()), monkeypatch)
    assert parts_of(build.build_addin()).keys() >= {build.RIBBON_PART, "xl/vbaProject.bin"}
    shutil.rmtree(tmp_path)
