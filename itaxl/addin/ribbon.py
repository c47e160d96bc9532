"""The tab as Office reads it: customUI14.xml, made from the declared buttons.

The one rule of the place: every button calls the one callback of `vba/RibbonItaxl.bas`.
"""

from __future__ import annotations

from itertools import groupby
from xml.etree import ElementTree as ET

from itaxl.addin.buttons import BUTTONS, TAB, Button

NAMESPACE = "http://schemas.microsoft.com/office/2009/07/customui"
CALLBACK = "RibbonItaxl.ItaxlAction"


def ribbon_xml() -> bytes:
    """The part customUI/customUI14.xml."""
    ui = ET.Element("customUI", xmlns=NAMESPACE)
    tab = ET.SubElement(ET.SubElement(ET.SubElement(ui, "ribbon"), "tabs"), "tab")
    tab.attrib |= {"id": "itaxlTab", "label": TAB, "keytip": "IT"}
    for number, (title, buttons) in enumerate(groupby(BUTTONS, key=lambda each: each.group), 1):
        group = ET.SubElement(tab, "group", id=f"itaxlGroup{number}", label=title)
        for each in buttons:
            ET.SubElement(group, "button", _attributes(each))
    ET.indent(ui)
    head = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    body: bytes = ET.tostring(ui, encoding="utf-8")
    return head + body + b"\n"


def _attributes(button: Button) -> dict[str, str]:
    return {
        "id": button.id,
        "label": button.label,
        "size": "large" if button.large else "normal",
        "imageMso": button.icon,
        "onAction": CALLBACK,
        "keytip": button.key,
        "screentip": button.tip,
        "supertip": button.more,
    }
