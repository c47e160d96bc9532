"""Text pasted from Word, a PDF or the web, made what it looks like.

The one rule of the place: `tidy` changes nothing that a reader of the paper can see, apart from needless spaces.
What shows (ราคาากลาง, จัดท า) is a matter for a person: `suspects` names it, and nobody repairs it unasked.
"""

import re
import unicodedata
from functools import cache, lru_cache
from itertools import groupby
from typing import NamedTuple

from itaxl.thai.digits import to_arabic


class Mend(NamedTuple):
    """A place that may be mended: `text[start:end]` becomes `replacement`, for a reason in Thai."""

    start: int
    end: int
    replacement: str
    reason: str


# ---- single characters -----------------------------------------------------------------------------------------------

# Bidi marks and zero widths print nothing; what XML forbids cannot even be written into a .docx.
_DROPPED = (
    "\x00-\x08\x0e-\x1d\x1f\x7f-\x84\x86-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e"
    "\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff9-\ufffc\ufffe\uffff\ud800-\udfff"
)
_SPACES = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_BREAKS = "\r\x0b\x0c\x85\u2028\u2029"
_HYPHENS = "\x1e\u2010\u2011"  # Word's no-break hyphens: Thai faces have no glyph for them
# Old Thai fonts moved marks about by private characters, which PDFs still hand out: U+F700 to U+F71A in order.
_PRIVATE = dict(zip(range(0xF700, 0xF71B), "ฐิีึื่้๊๋์่้๊๋์ญัํ็่้๊๋์ฺุู", strict=True))
# And the bullets of Word's Symbol and Wingdings.
_BULLETS = {0xF0B7: "•", 0xF0A7: "▪", 0xF0D8: "➢", 0xF0FC: "✓", 0xF0FE: "☑"}
_MAPPED = {chr(code): seen for code, seen in (_PRIVATE | _BULLETS).items()}

_CRLF = re.compile(rf"\r\n|[{_BREAKS}]")
_CHARACTERS = re.compile(rf"([{_DROPPED}])|([{_SPACES}\t])|([{_HYPHENS}])|[{''.join(_MAPPED)}]")


def _one_character(found: re.Match[str]) -> str:
    dropped, space, hyphen = found.groups()
    return "" if dropped else " " if space else "-" if hyphen else _MAPPED[found.group()]


# ---- Thai marks ------------------------------------------------------------------------------------------------------

_MARK = "ัิ-ฺ็-๎"
_TONE = "่-๋"
_CLUSTER = re.compile(rf"([{_MARK}]+)([าำ]?)")
_TONE_AFTER_AM = re.compile(rf"ำ([{_TONE}]+)(?![าำ])")  # นำ้


def _ordered(text: str) -> str:
    """Put the marks of each consonant into the order they are typed in, until nothing moves (three times at most)."""
    before = ""
    while before != text:
        before = text
        text = _TONE_AFTER_AM.sub(r"\1ำ", _CLUSTER.sub(_cluster, text.replace("เเ", "แ")))
    return text


def _cluster(found: re.Match[str]) -> str:
    """Set vowels before tones (สิทธ์ิ), lay equal marks upon each other, join a nikhahit to its sara aa (นํ้า)."""
    marks, aa = found.groups()
    if aa and "ํ" in marks:
        marks, aa = marks.replace("ํ", ""), "ำ"
    ordered = sorted(marks, key=_follows_vowels)
    return "".join(mark for mark, _ in groupby(ordered)) + aa


def _follows_vowels(mark: str) -> bool:
    return mark >= "็"


# ---- tidy ------------------------------------------------------------------------------------------------------------

_NEEDLESS_SPACE = re.compile(
    r"(?<! ) ++(?=\n|\Z)|(?<=[^\n ] ) +"
)  # at a line's end; more than one between words
_PASTED, _MARKS, _SPACING = "อักขระแฝงจากการคัดลอก", "สระหรือวรรณยุกต์ซ้ำหรือสลับลำดับ", "เว้นวรรคเกิน"

# Characters that a repair can touch. All others never change and never look past each other, so each run of these
# is mended alone, and the repairs of a text are its changed runs.
_ODD = rf"\t{_DROPPED}{_SPACES}{_BREAKS}{_HYPHENS}{''.join(_MAPPED)}"
_RUN = re.compile(rf"[ \nาำเ{_MARK}{_ODD}]{{2,}}|[{_ODD}]| \Z")
_MAY_NEED = re.compile(rf"[{_ODD}ํ]|  | \n| \Z|เเ|([{_MARK}])\1|[็-๎][ัิ-ฺ]|ำ[{_TONE}]")


def tidy(text: str) -> str:
    """Give the text as it looks: Thai marks in order, nothing invisible, one kind of space and of line break.

    A run of spaces becomes one, for it comes from justified lines and shows no meaning; spaces that begin a line
    stay, for they show the level of a list. Lines and words are never joined, dropped or split.
    """
    if not _MAY_NEED.search(text):
        return text
    return _RUN.sub(lambda run: _tidy_run(run)[0], text)


def repairs(text: str) -> list[Mend]:
    """Name each change that `tidy` makes, as narrow as it goes; doing them all gives `tidy(text)`."""
    if not _MAY_NEED.search(text):
        return []
    return [mend for run in _RUN.finditer(text) if (mend := _mend(run))]


def _tidy_run(run: re.Match[str]) -> tuple[str, list[str]]:
    """Give the run mended, and the reasons why it changed."""
    plain = _CHARACTERS.sub(_one_character, _CRLF.sub("\n", run.group()))
    ordered = _ordered(plain)
    # stand-ins tell whether the text begins or ends here
    begin, end = "x" if run.start() else "\n", "x" if run.end() < len(run.string) else ""
    spaced = _NEEDLESS_SPACE.sub("", begin + ordered + end)[1 : -1 if end else None]
    steps = ((run.group(), plain, _PASTED), (plain, ordered, _MARKS), (ordered, spaced, _SPACING))
    return spaced, [reason for before, after, reason in steps if before != after]


def _mend(run: re.Match[str]) -> Mend | None:
    before = run.group()
    after, reasons = _tidy_run(run)
    if before == after:
        return None
    head = _alike(before, after)
    tail = _alike(before[head:][::-1], after[head:][::-1])
    return Mend(run.start() + head, run.end() - tail, after[head : len(after) - tail], " และ".join(reasons))


def _alike(one: str, other: str) -> int:
    """Count the characters that two texts begin with alike."""
    return next(
        (at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )


# ---- for findings ----------------------------------------------------------------------------------------------------

_NAMES = {
    "\u00a0": "ช่องว่างชนิดไม่ตัดบรรทัด",
    "\u00ad": "ยัติภังค์แฝง",
    "\u200b": "ช่องว่างที่มองไม่เห็น",
    "\ufeff": "เครื่องหมายต้นแฟ้ม",
    "\ufffd": "อักขระที่อ่านไม่ออก",
}
_KINDS = {
    "Zs": "ช่องว่างชนิดพิเศษ",
    "Co": "อักขระเฉพาะแบบอักษร",
    "Lo": "อักษรต่างภาษา",
    "Lu": "อักษรต่างภาษา",
    "Ll": "อักษรต่างภาษา",
}
_OTHER_SCRIPTS = (
    "\u0400-\u052f\u0e80-\u0eff\u1780-\u17ff"  # Cyrillic, Lao, Khmer: what OCR and keyboards slip in
)


@cache
def _unseen() -> re.Pattern[str]:
    return re.compile(rf"[{_DROPPED}{_SPACES}\ue000-\uf8ff\ufffd{_OTHER_SCRIPTS}]")


def invisible(text: str) -> list[tuple[int, str]]:
    """Give place and Thai name of each character that prints nothing, a box, or a letter of another script."""
    chars = ((found.start(), found.group()) for found in _unseen().finditer(text))
    kinds = ((at, char, _KINDS.get(unicodedata.category(char), "อักขระที่มองไม่เห็น")) for at, char in chars)
    return [(at, f"{_NAMES.get(char, kind)} (U+{ord(char):04X})") for at, char, kind in kinds]


_LOST_AM = "สระอำอาจหลุดเป็นสระอา"
_DOUBLED = "สระซ้ำ"
_APART = "สระหรือวรรณยุกต์แยกจากพยัญชนะ"


@cache
def _suspicious() -> re.Pattern[str]:
    """Match what no Thai word can hold: none begins with า, ะ or a mark, and no vowel is written twice."""
    return re.compile(
        rf"(?P<lost>(?<=[ก-ฮ{_TONE}]) +า(?! [ก-ฮ](?:\s|\Z)))"  # จัดท า; not the letters set apart of "ป ร ะ ก า ศ"
        rf"|(?P<apart>(?<=[ก-ฮ{_MARK}]) +[าะ{_MARK}])"
        r"|(?P<twice>(?P<vowel>[าะำโไใแ])(?P=vowel)+|ำา|าำ)"
    )


def suspects(text: str) -> list[Mend]:
    """Name places that are surely wrong but not surely mended: จัดท า (จัดทำ), ราคาากลาง, ท ี่."""
    return [_suspect(found) for found in _suspicious().finditer(text)]


def _suspect(found: re.Match[str]) -> Mend:
    if found["lost"]:
        return Mend(*found.span(), "ำ", _LOST_AM)
    if found["apart"]:
        return Mend(*found.span(), found.group().strip(), _APART)
    return Mend(*found.span(), "ำ" if "ำ" in found.group() else found["vowel"], _DOUBLED)


# ---- comparing -------------------------------------------------------------------------------------------------------

_BULLET = re.compile(
    r"(?:(?:^|(?<=\s))(?:[-–—•○●◦▪➢✓√*·]|o(?=\s)|\([0-9]{1,2}\)|[0-9]{1,2}[.)](?![0-9]))\s*)+"
    r"|^[0-9]{1,2}(?:\.[0-9]{1,2})+\.?\s+",
    re.MULTILINE,
)
_WHITE = re.compile(r"\s+")


def comparable(text: str) -> str:
    """Give what two texts are compared by: tidy, Arabic digits, small letters, no bullets, numbering or spaces."""
    return _WHITE.sub("", _BULLET.sub("", to_arabic(tidy(text)).lower()))


@lru_cache(maxsize=2048)  # the rules on copies hold the same lines against many
def shingles(text: str) -> frozenset[str]:
    """Give the groups of four neighbouring characters of the comparable text: prepare once, compare often."""
    plain = comparable(text)
    if len(plain) < 4:
        return frozenset([plain] if plain else [])
    return frozenset(map("".join, zip(plain, plain[1:], plain[2:], plain[3:], strict=False)))


def overlap(one: frozenset[str], other: frozenset[str]) -> float:
    """Give the share, 0 to 1, that two texts' shingles have in common; two empty texts are alike."""
    total = len(one) + len(other)
    return 2 * len(one & other) / total if total else 1.0


def similarity(a: str, b: str) -> float:
    """Tell from 0 to 1 how alike two texts are; 1 is the same but for spaces, digits and numbering.

    The cost is linear, under 1 ms for 1,000 characters of each. Whoever compares many texts with each other
    prepares their `shingles` once; an `overlap` of two such texts then costs some 10 microseconds.
    """
    return overlap(shingles(a), shingles(b))
