"""Contacts: web addresses of the own site, typed so that they open, and telephones with all their digits.

The one rule of the place: which site is the own one, the report's own links say; nothing is asked of the web.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import accumulate

from itaxl.model.findings import Severity
from itaxl.rules.context import Context
from itaxl.rules.mechanism import Hit, rule
from itaxl.rules.results import arabic

_LINKS = frozenset({"url", "eit_url"})

# ---- sites -----------------------------------------------------------------------------------------------------------

_HOST = re.compile(
    r"(?:https?://|(?<![\w.@/-]))(?P<host>(?:[A-Za-z0-9-]{1,40}\.){1,5}(?:go|in|or|ac)\.th)(?![\w.-])"
)
# Sites of the state that every agency links to: those who assess, command, audit, buy, publish and serve.
_CENTRAL = frozenset(
    f"{name}.go.th"
    for name in (
        "nacc", "dla", "moi", "dopa", "cdd", "egov", "oic", "ocsc", "opdc", "pacc", "oag", "cgd", "gprocurement", "mof",
        "bb", "rd", "krisdika", "soc", "thaigov", "info", "data", "audit", "admincourt", "coj", "parliament", "senate",
        "ect", "moph", "nhso", "anamai", "ddc", "m-society", "dop", "dep", "dcy", "moe", "mdes", "mol", "mnre", "pcd",
        "onep", "dwr", "rid", "dpt", "dol", "disaster", "doh", "drr", "dlt", "moac", "doae", "dld", "mhesi", "moc",
        "nesdc", "nso", "tmd", "cabinet", "opm", "prd", "police", "ombudsman", "nhrc", "lawreform", "law", "ocpb",
        "etda", "egat", "pea", "pwa", "treasury", "1111", "labour", "sso", "dsd", "mots", "dnp", "forest", "ago",
    )
)  # fmt: skip
_FEWEST = 3  # links: of fewer, none is the own site for certain


@rule("L21", Severity.WARNING, "ลิงก์ไม่ได้อยู่ในเว็บไซต์ของหน่วยงาน", "ลิงก์ของหน่วยงานในรายงานฉบับนี้")
def site_of_another_agency(context: Context) -> Iterator[Hit]:
    """A link leads to the site of another agency, not to the one of most links; each site once."""
    sites = (
        (text, found["host"], ".".join(found["host"].lower().split(".")[-3:]))
        for text in context.texts
        if ".th" in text.text
        for found in _HOST.finditer(text.text)
    )
    named = [site for site in sites if site[-1] not in _CENTRAL]
    times = Counter(domain for *_, domain in named)
    own, most = next(iter(times.most_common(1)), ("", 0))
    if most < _FEWEST or 2 * most <= len(named):
        return
    for text, host, _ in {each[-1]: each for each in reversed(named) if each[-1] != own}.values():
        if host.endswith(".go.th"):
            message = f"“{host}” ไม่ใช่เว็บไซต์ของหน่วยงาน ลิงก์ส่วนใหญ่ในรายงานอยู่ที่ {own}"
            yield Hit(
                text.record, text.column.key, host, message, "เปิดลิงก์ดู หากเป็นของหน่วยงานอื่น ให้ใช้ลิงก์ของหน่วยงาน"
            )


_BROKEN = re.compile(
    r"https?:/(?!/)[^\s]{0,60}|https?//[^\s]{0,60}|https?;//[^\s]{0,60}|https?:\\\\[^\s]{0,60}|\bhttps?:///?\s(?=[a-z])|\bh?tt?ps?://(?<!http://)(?<!https://)[^\s]{0,60}"
    r"|\bwww(?:,|\s\.|\.\s)(?=[A-Za-z])[^\s]{0,40}|\bwwww+\.[^\s]{0,40}|\bww\.[a-z][^\s]{0,40}"
    r"|(?<![\w.@/-])[a-z0-9][a-z0-9._-]{1,40}@[a-z0-9-]{2,40}(?![\w.@-])",
    re.IGNORECASE,
)
_MAY_BE_ADDRESS = ("tp", "ww", "@", "TP", "WW")


@rule("L22", Severity.WARNING, "ที่อยู่เว็บไซต์หรืออีเมลพิมพ์ไม่ถูกต้อง", "รูปแบบที่อยู่เว็บไซต์และอีเมล")
def address_in_text_is_broken(context: Context) -> Iterator[Hit]:
    """A web or mail address in a text is typed so that it cannot work: https:/, www,abt.go.th, name@abt.

    The cells for links have a rule of their own.
    """
    for text in context.texts:
        if text.column.key not in _LINKS and any(letters in text.text for letters in _MAY_BE_ADDRESS):
            for found in _BROKEN.finditer(text.text):
                typed = found.group().strip()
                message = f"“{typed}” ใช้เป็นที่อยู่เว็บไซต์หรืออีเมลไม่ได้"
                yield Hit(
                    text.record,
                    text.column.key,
                    typed,
                    message,
                    "คัดลอกที่อยู่จริงมาทั้งหมด เว็บไซต์ขึ้นต้นด้วย https:// อีเมลมีชื่อโดเมนครบ",
                )


# ---- telephones ------------------------------------------------------------------------------------------------------

_TELEPHONE = re.compile(
    r"(?:โทร(?:ศัพท์|สาร)?(?:มือถือ|เคลื่อนที่)?\.?(?:สำนักงาน|หน่วยงาน|กลาง)?|เบอร์(?:โทร(?:ศัพท์)?)?|แฟกซ์|Tel\.?|Fax\.?)\s?(?:หมายเลข|เบอร์)?\s?[:：]?\s?(?P<number>0[0-9]{0,9}(?:[ -][0-9]{1,8}){0,5})",
    re.IGNORECASE,
)
_WHOLE = {"2": 9, "3": 9, "4": 9, "5": 9, "7": 9, "6": 10, "8": 10, "9": 10}  # digits by the second one


@rule("L23", Severity.WARNING, "หมายเลขโทรศัพท์ไม่ครบหรือเกินหลัก", "แผนเลขหมายโทรคมนาคม (สำนักงาน กสทช.)")
def telephone_lacks_digits(context: Context) -> Iterator[Hit]:
    """A telephone number has too few or too many digits: nine for an office, ten for a mobile."""
    for text in context.texts:
        for found in (
            _TELEPHONE.finditer(arabic(text.text)) if any(word in text.text for word in _MAY_CALL) else ()
        ):
            number = found["number"]
            wanted = _WHOLE.get(re.sub(r"[ -]", "", number)[1:2], 0)
            digits = sum(map(str.isdigit, number))
            whole_at = accumulate(
                len(group) for group in re.split(r"[ -]", number)
            )  # behind may stand another figure
            if wanted and digits > _FEW and wanted not in whole_at:
                typed = text.text[found.start("number") : found.end("number")]
                message = f"“{typed}” มี {digits} หลัก หมายเลขที่ขึ้นต้นเช่นนี้มี {wanted} หลัก"
                yield Hit(text.record, text.column.key, typed, message, "ตรวจหมายเลข แล้วแก้ให้ครบหลัก")


_FEW = 5  # digits: so few count things (โทรศัพท์ 05 เครื่อง)
_MAY_CALL = ("โทร", "เบอร์", "แฟกซ์", "el", "ax", "EL", "AX")
