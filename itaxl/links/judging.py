"""What an answer means for the report: a finding, like those of the rules, at every cell that names the address.

The one rule of the place: an error only where the public surely cannot read it; what may be a bad day is a warning.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from urllib.parse import urlsplit

from itaxl.catalog.fields import fingerprint
from itaxl.links.addresses import Address, Typed
from itaxl.links.asking import Answer, Trouble
from itaxl.model.codes import Declaration, declare
from itaxl.model.findings import Finding, Severity

_BY_OPENING = "ผลการเปิดลิงก์เมื่อสั่งตรวจ"


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkFault(Declaration):
    """A way in which a link fails; the title completes “…”, the fix says what to do."""

    fix: str


def _kind(code: str, severity: Severity, title: str, english: str, fix: str) -> LinkFault:
    return declare(
        LinkFault(code=code, severity=severity, title=title, english=english, fix=fix, source=_BY_OPENING)
    )


DEAD = _kind(
    "N01", Severity.ERROR, "เปิดไม่ได้ ไม่มีหน้านี้แล้ว", "The link is dead", "หาที่อยู่ใหม่ของข้อมูลบนเว็บไซต์ แล้ววางแทน"
)
HOME = _kind(
    "N02",
    Severity.ERROR,
    "พาไปหน้าแรกของเว็บไซต์",
    "The link leads to the home page",
    "คัดลอกที่อยู่ของหน้าที่มีข้อมูลโดยตรง",
)
LOGIN = _kind(
    "N03",
    Severity.ERROR,
    "ต้องเข้าสู่ระบบก่อนจึงอ่านได้",
    "The link asks for a login",
    "เปิดสิทธิ์ให้บุคคลทั่วไปอ่านได้ หรือเผยแพร่บนเว็บไซต์ของหน่วยงาน",
)
TYPE = _kind(
    "N04",
    Severity.WARNING,
    "ได้แฟ้มคนละชนิดกับที่อยู่บอกไว้",
    "Another type of file than the address says",
    "เปิดดูแล้วคัดลอกที่อยู่ของแฟ้มที่ถูกต้อง",
)
PLAIN = _kind(
    "N05",
    Severity.HINT,
    "เปิดได้ แต่เว็บไซต์ยังไม่เข้ารหัส (http)",
    "The page is not encrypted (http only)",
    "แจ้งผู้ดูแลเว็บไซต์ให้ใช้ https แล้วคัดลอกที่อยู่ใหม่",
)
UNSURE = _kind(
    "N06",
    Severity.WARNING,
    "ยังเปิดไม่ได้ในขณะนี้",
    "No clear answer just now",
    "เปิดดูด้วยเบราว์เซอร์ แล้วตรวจลิงก์อีกครั้งภายหลัง",
)
INSIDE = _kind(
    "N07",
    Severity.ERROR,
    "เป็นที่อยู่ภายในเครือข่าย ประชาชนเปิดไม่ได้",
    "An address inside a network",
    "ใช้ที่อยู่บนเว็บไซต์สาธารณะของหน่วยงาน",
)
UNASKED = _kind(
    "N08",
    Severity.WARNING,
    "ยังไม่ได้เปิดดู เพราะหมดเวลา",
    "Not asked in time",
    "สั่งตรวจลิงก์อีกครั้ง หรือเพิ่มเวลาด้วย --seconds",
)

Judgement = tuple[LinkFault, str]  # what is wrong, and the exact reason in Thai

_TROUBLES: dict[Trouble, Judgement] = {
    Trouble.NO_HOST: (DEAD, "ไม่มีเว็บไซต์ชื่อนี้"),
    Trouble.OFFLINE: (UNSURE, "ไม่พบเว็บไซต์ใดเลย คอมพิวเตอร์นี้อาจไม่ได้ต่ออินเทอร์เน็ต"),
    Trouble.REFUSED: (UNSURE, "เว็บไซต์ไม่รับการเชื่อมต่อ"),
    Trouble.TIMEOUT: (UNSURE, "เว็บไซต์ไม่ตอบภายในเวลา"),
    Trouble.CERTIFICATE: (UNSURE, "ใบรับรองความปลอดภัยของเว็บไซต์ไม่ถูกต้อง"),
    Trouble.BROKEN: (UNSURE, "เว็บไซต์ตอบไม่สมบูรณ์"),
    Trouble.LOOP: (UNSURE, "เว็บไซต์ส่งต่อไปมาไม่สิ้นสุด"),
    Trouble.PRIVATE: (INSIDE, ""),
    Trouble.UNASKED: (UNASKED, ""),
}
_GONE = (404, 410)
_HOMES = frozenset(
    {
        "",
        "index",
        "home",
        "main",
        "default",
        "th",
        "th/home",
        "web",
        "index.php/home",
        "home/index",
        "site/index",
    }
)
_LOGIN_WORD = re.compile(r"(?:^|[/._-])(?:log-?in|sign-?in|auth|servicelogin|wp-login|เข้าสู่ระบบ)(?=$|[/._?&-])", re.IGNORECASE)  # fmt: skip
_LOGIN_HOSTS = ("accounts.google.com", "login.microsoftonline.com", "login.live.com")
_TITLE = re.compile(rb"<title[^>]*>(.*?)</title>", re.IGNORECASE | re.DOTALL)
_PASSWORD = re.compile(rb"<input[^>]+type\s*=\s*[\"']?password", re.IGNORECASE)
_LOGIN_TITLE = re.compile(r"เข้าสู่ระบบ|ลงชื่อเข้าใช้|log ?in|sign ?in", re.IGNORECASE)
_GONE_TITLE = re.compile(r"\b404\b|not found|ไม่พบหน้า|ไม่พบข้อมูลที่ต้องการ", re.IGNORECASE)
_SIGNS: dict[str, tuple[bytes, ...]] = {
    ".pdf": (b"%PDF",),
    ".docx": (b"PK",), ".xlsx": (b"PK",), ".pptx": (b"PK",), ".zip": (b"PK",),
    ".doc": (b"\xd0\xcf", b"{\\rtf", b"PK"), ".xls": (b"\xd0\xcf", b"PK"),
    ".jpg": (b"\xff\xd8",), ".jpeg": (b"\xff\xd8",), ".png": (b"\x89PNG",),
}  # fmt: skip


def findings(answers: Mapping[Address, Answer]) -> Iterator[Finding]:
    """A finding for every place of an address whose answer is not as it should be."""
    for address, answer in answers.items():
        if judged := judge(address.url, answer):
            for typed in address.typed:
                yield _finding(typed, *judged)


def _finding(typed: Typed, kind: LinkFault, why: str) -> Finding:
    message = f"ลิงก์ “{typed.text}” {kind.title}{f' ({why})' if why else ''}"
    text_hash = fingerprint(typed.whole)
    return Finding(
        kind.code,
        kind.severity,
        typed.cell,
        typed.field,
        typed.text,
        message,
        kind.fix,
        kind.source,
        None,
        text_hash,
    )


def judge(url: str, answer: Answer) -> Judgement | None:
    """What is wrong with an answer, the gravest first; None when the public can read it."""
    if answer.trouble:
        return _TROUBLES[answer.trouble]
    if answer.status in _GONE:
        return DEAD, f"เว็บไซต์ตอบ {answer.status}"
    if answer.status in (401, 407) or _asks_for_login(url, answer):
        return LOGIN, _went(url, answer)
    if answer.status >= 400:
        return UNSURE, f"เว็บไซต์ตอบ {answer.status}"
    return _judge_page(url, answer)


def _judge_page(url: str, answer: Answer) -> Judgement | None:
    """What is wrong with a page that was given."""
    if is_home(answer.final) and not is_home(url):
        return HOME, _went(url, answer)
    if found := _GONE_TITLE.search(_title(answer)):
        return DEAD, f"หน้าเว็บแจ้งว่า “{found[0]}”"
    if _other_type(url, answer):
        return TYPE, f"ได้ {answer.content_type or 'แฟ้มชนิดอื่น'}"
    if urlsplit(answer.final).scheme == "http":
        return PLAIN, ""
    return None


def is_home(url: str) -> bool:
    """Whether an address is that of a whole site."""
    parts = urlsplit(url)
    path = re.sub(r"\.(?:php|html?|aspx?|jsp)$", "", parts.path.strip("/").lower())
    return path in _HOMES and not parts.query


def _asks_for_login(url: str, answer: Answer) -> bool:
    """Whether we were sent to a login, or the page is one: a login box beside other things is not enough."""
    final = urlsplit(answer.final)
    sent = answer.final != url and (final.hostname in _LOGIN_HOSTS or bool(_LOGIN_WORD.search(final.path)))
    return sent or bool(_PASSWORD.search(answer.beginning) and _LOGIN_TITLE.search(_title(answer)))


def _other_type(url: str, answer: Answer) -> bool:
    """Whether the address names a kind of file and the answer is another; a name without a kind promises none."""
    signs = _SIGNS.get(PurePosixPath(urlsplit(url).path.lower()).suffix)
    if signs is None:
        return False
    return (
        not answer.beginning.lstrip().startswith(signs) if answer.beginning else "html" in answer.content_type
    )


def _title(answer: Answer) -> str:
    """The title of a page."""
    found = _TITLE.search(answer.beginning)
    if not found:
        return ""
    try:
        return found[1].decode("utf-8")
    except UnicodeDecodeError:
        return found[1].decode("cp874", "replace")  # what old Thai pages are written in


def _went(url: str, answer: Answer) -> str:
    """Where we were sent, if we were."""
    return f"ส่งต่อไปที่ {answer.final}" if answer.final != url else ""
