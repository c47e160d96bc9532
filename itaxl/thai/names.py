"""Names of local governments in running Thai text, where no space tells one word from the next.

The one rule of the place: the words of the kinds are known here, the places of Thailand are not; whoever must
know whether a name is a real one brings the gazetteer (`itaxl.catalog.gazetteer`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import accumulate, pairwise

KINDS = {
    "อบจ.": ("องค์การบริหารส่วนจังหวัด", "อบจ."),
    "เทศบาลนคร": ("เทศบาลนคร", "ทน."),
    "เทศบาลเมือง": ("เทศบาลเมือง", "ทม."),
    "เทศบาลตำบล": ("เทศบาลตำบล", "ทต."),
    "อบต.": ("องค์การบริหารส่วนตำบล", "อบต."),
    "เมืองพัทยา": ("เมืองพัทยา", "เมืองพัทยา"),
    "เทศบาล": ("เทศบาล", "เทศบาล"),  # said of any of the three, or left so by an author
}

# Marks and vowels that need the consonant before them: no word begins with one.
LEANING = "ะัาำิีึืฺุู็่้๊๋์ํ๎ๅ"


@dataclass(frozen=True, slots=True)
class AgencyName:
    """A kind of `KINDS` and the name of the place; เมืองพัทยา has none."""

    kind: str
    name: str


@dataclass(frozen=True, slots=True)
class Mention:
    """The words of a kind as typed, `text[start:end_of_prefix]`; whether a name follows, the reader says.

    `misspelt`: not the official wording nor its abbreviation. `generic`: a law, an association or the
    kinds in general are meant, not one agency.
    """

    kind: str
    prefix: str
    start: int
    end_of_prefix: int
    misspelt: bool
    generic: bool

    @property
    def official(self) -> str:
        """The official words of the kind, or their abbreviation where one was typed."""
        return KINDS[self.kind][int("." in self.prefix)]


def full(kind: str, name: str) -> str:
    """The full name, as องค์การบริหารส่วนตำบลดงตะงาว."""
    return KINDS[kind][0] + name


def short(kind: str, name: str) -> str:
    """The short name, as อบต.ดงตะงาว."""
    return KINDS[kind][1] + name


def parse_agency(text: str) -> AgencyName | None:
    """The kind and name of an agency's name typed alone; None without a kind or without a name."""
    text = text.strip()
    mention = next(iter(mentions(text)), None)
    if mention is None or mention.start or mention.prefix.startswith(_OFFICES):
        return None
    name = _ADDRESS.split(text[mention.end_of_prefix :], maxsplit=1)[0]
    found = AgencyName(mention.kind, re.sub(r"\s", "", name))
    return found if found.name or found.kind == "เมืองพัทยา" else None


_ADDRESS = re.compile(r"\s(?:อำเภอ|อ\.|จังหวัด|จ\.)|[(,]")
_OFFICES = ("เทศมนตรี", "เทศบัญญัติ", "พนักงานส่วน")  # they tell the kind, but begin no agency's name


# The words of the kinds


def _torn(words: str) -> str:
    """A pattern of the words that bears a stray space between any two letters, and a sara am in two pieces."""
    pieces = re.findall("[ก-ฮเ-ไะาำ][ัิ-ฺ็-๎]*", words)
    return " ?".join(pieces).replace("ำ", "(?:ำ|ํา|า)")


_ORGANISATION = f"(?:{_torn('องค์การ')}|{_torn('องค์กร')}|{_torn('องค์กา')})"
_COUNCIL = (
    f"{_ORGANISATION} ?(?:{_torn('ส่วน')} ?)?(?:{_torn('บริหาร')}|{_torn('บริการ')}) ?(?:{_torn('ส่วน')} ?)?"
)
# An abbreviation may touch the words that introduce it; touching others it is part of a word: ตรวจสอบ|จริยธรรม.
_OPENERS = ("ของ", "นายก", "ปลัด", "สภา", "ประกาศ", "คำสั่ง", "เว็บไซต์", "ทาง", "ที่", "ใน", "และ", "กับ")
_KIND_OF = {"ต": "อบต.", "จ": "อบจ.", "ทต": "เทศบาลตำบล", "ทม": "เทศบาลเมือง", "ทน": "เทศบาลนคร"}


def _standing(letters: str) -> str:
    """The condition that `letters` (a dot is any one) just read stand alone or behind an opener."""
    return f"(?:(?<![ก-๎.]{letters})|" + "|".join(f"(?<={opener}{letters})" for opener in _OPENERS) + ")"


# Each branch begins with its own letter, so that the search skips quickly over all other text.
_PREFIX = re.compile(
    f"(?P<tambon>{_COUNCIL}{_torn('ตำบล')})"
    f"|(?P<province>{_COUNCIL}{_torn('จังหวัด')})"
    r"|อบ(?P<council>[ตจ])\.(?<!สอบ..)(?<!ชอบ..)(?<!ในรอบ..)"
    rf"|อบ(?P<bare>[ตจ]){_standing('อบ.')}(?![{LEANING}])"
    r"|อ\. ?บ\. ?(?P<dotted>[ตจ])\.?"
    rf"|(?P<city>ท[ตมน])\.{_standing('...')}"
    rf"|(?P<dotted_city>ท\.[ตมน])\.{_standing('....')}"
    rf"|(?:{_torn('เทศบาล')}(?<!ประเทศบาล)|เทศมนตรี|เทศบัญญัติ)(?![{LEANING}])"
    rf"(?: ?(?P<municipal>{_torn('นคร')}|{_torn('เมือง')}|{_torn('ตำบล')})(?![{LEANING}]))?"
    r"|(?P<pattaya>เมืองพัทยา)(?:(?<=^เมืองพัทยา)|(?<=นายกเมืองพัทยา)|(?<=ปลัดเมืองพัทยา)|(?<=สภาเมืองพัทยา)"
    r"|(?<=ของเมืองพัทยา))"
    r"|พนักงานส่วน(?P<staff>ต)ำบล"
)


def _kind(match: re.Match[str]) -> str:
    """The kind that the words of a match name."""
    group, words = match.lastgroup or "", match[match.lastgroup or 0]
    if group in _COUNCILS:
        return _COUNCILS[group]
    if group == "municipal":
        return "เทศบาล" + _whole(words)
    return _KIND_OF.get(words.replace(".", ""), "เทศบาล")


_COUNCILS = {"tambon": "อบต.", "province": "อบจ.", "pattaya": "เมืองพัทยา"}


def _whole(words: str) -> str:
    """The words without stray spaces, the sara am of ตำบล in one piece."""
    return words.replace(" ", "").replace("ํา", "ำ").replace("ตาบล", "ตำบล")


@lru_cache(maxsize=2048)  # the rules on names ask of the same texts one after the other
def mentions(text: str) -> tuple[Mention, ...]:
    """Every mention of a kind of local government, in order, with what it is worth (see `Mention`).

    What only one kind has stands for the kind: เทศมนตรี and เทศบัญญัติ for เทศบาล, พนักงานส่วนตำบล for อบต.
    """
    matches = list(_PREFIX.finditer(text))
    # nameless side by side, as in อบจ. เทศบาล และ อบต., they speak of the kinds
    listed = (each for each in pairwise(matches) if _LISTED.fullmatch(text, each[0].end(), each[1].start()))
    in_general = {match.start() for pair in listed for match in pair}
    return tuple(_mention(text, match, match.start() in in_general) for match in matches)


def _mention(text: str, match: re.Match[str], in_general: bool) -> Mention:
    kind, group, (start, end) = _kind(match), match.lastgroup or "", match.span()
    # worth mending: a full form worded otherwise, an abbreviation with dots between
    misspelt = "dotted" in group or (group in _COUNCILS and _whole(match[0]) != KINDS[kind][0])
    third_party = _ASSOCIATION.match(text, end) or _LAW.search(text[max(0, start - 110) : start])
    return Mention(kind, match[0], start, end, misspelt, in_general or bool(third_party))


# Who is meant

_LAW = re.compile(
    r"(?:พระราชบัญญัติ|พ\.ร\.บ\.|พรบ\.|พระราชกฤษฎีกา)(?:(?!ของ|พ\.ศ\.)[^\s\d๐-๙]){0,60}$"
    r"|ว่าด้วย(?:(?!พ\.ศ\.)[^\n\d๐-๙]){0,80}$"
    r"|(?:สมาคม|สันนิบาต)\s?$"
    r"|ข้อบัญญัติ\s?(?:[/,]|หรือ|และ)\s?$"
)
_ASSOCIATION = re.compile(r"\s?แห่งประเทศไทย")
_LISTED = re.compile(r"\s?(?:[,/]|และ|หรือ|กับ|รวมทั้ง)?\s?")


# A word of these is followed by its object: the agency named next is another one, rightly.
_PARTNER = re.compile(
    r"(?:(?:ร่วม(?:มือ)?|บูรณาการ|ข้อตกลง(?:ความร่วมมือ)?)(?:กับ|ระหว่าง)|ประสาน(?:งาน|ความร่วมมือ)?(?:กับ|ไปยัง)?"
    r"|(?:ศึกษา)?ดูงาน[^\n]{0,50}(?:ที่|ณ|ของ|กับ)|เยี่ยมชม|(?:ศึกษา)?ดูงาน"
    r"|(?:หนังสือ|โอน|ย้าย|อุดหนุน|สนับสนุน|วิทยากร|ผู้แทน|คณะ|ความร่วมมือ|ความอนุเคราะห์|รางวัล|แจ้ง|งบประมาณ)[^\n]{0,20}จาก"
    r"|(?:ส่งต่อ|แจ้ง|รายงาน|ส่ง)[^\n]{0,20}ไปยัง|เครือข่าย|ใกล้เคียง|ข้างเคียง|ต้นแบบ|เขตติดต่อ(?:กับ)?"
    r"|(?:หน่วยงาน|ท้องถิ่น|อปท\.)(?:อื่น|ภายนอก|ใกล้เคียง|ข้างเคียง|เครือข่าย)[^\n]{0,20})"
    r"\s?(?:เช่น|อาทิ|คือ|ได้แก่)?\s?(?:ทาง|คณะ|ผู้บริหาร|เจ้าหน้าที่|บุคลากร|พนักงาน|นายก|สภา)?\s?$"
)
_BESIDE = re.compile(r"\s?[^\s,]{1,25}?\s?(?:และ|กับ|,)\s?")


def partner_before(text: str, start: int) -> bool:
    """Whether the words before say that the agency at `start` is a partner, a visit or a source, rightly named."""
    before = text[max(0, start - 90) : start].rpartition("\n")[2]
    if _PARTNER.search(before) or _VENUE.search(before):
        return True
    named = [match.end() for match in _PREFIX.finditer(before)]
    return bool(named and _BESIDE.fullmatch(before, named[-1]))  # another named agency stands just before


# A place where something is held, or who is invited, subsidised, agreed with or together with others.
_VENUE = re.compile(
    r"(?:(?<![ก-๎])ณ\s?[^\n]{0,40}|ที่ทำการ|ห้องประชุม|หอประชุม|เชิญ|ชวน|อุดหนุน(?:ให้)?|ช่วยเหลือ|มอบให้|ต้อนรับ|ในเขต|เขต(?:พื้นที่)?|รอยต่อ"
    r"|(?:ร่วม(?:กับ|มือ)|ความตกลง|ตกลง|ข้อตกลง|เครือข่าย|ประชุม\S{0,20}กับ|เชิญ|อุดหนุน)[^\n]{0,60}(?:และ|กับ|,))\s?\Z"
)
_THEIR_DEED = re.compile(
    r"\s?(?:ได้)?(?:เชิญ|มาศึกษา|เข้า(?:มา)?(?:ศึกษา)?ดูงาน|เข้าศึกษา|มาดูงาน|ศึกษาดูงาน|ให้ความอนุเคราะห์|ขอความอนุเคราะห์|แจ้งว่า|มีหนังสือ|เป็น(?:วิทยากร|เจ้าภาพ)|จัดส่ง|ส่ง(?:ผู้แทน|เจ้าหน้าที่))"
)
# It invites others, or comes to them: those of its own would be ในสังกัด.
_AS_HOST_OR_GUEST = re.compile(
    r"\s?(?:ได้)?(?:มีหนังสือ)?(?:เชิญ(?!ชวน)(?:คณะ)?(?:ผู้บริหาร|พนักงาน|บุคลากร|เจ้าหน้าที่|ข้าราชการ|สมาชิกสภา|หน่วยงาน|อบต|องค์การบริหาร|เทศบาล)"
    r"(?!\S{0,40}(?:ในสังกัด|ทุกคน|ทุกกอง))|(?:เข้า)?มา(?:ศึกษา)?ดูงาน)"
)
_OWN_PLACE = re.compile(
    r"(?:^[\s\-•○●▪–*]*(?:\(?[0-9๐-๙]{1,2}[.)]?\s?)?|ของ|นายก|ปลัด|ประกาศ|คำสั่ง|ระเบียบ|เว็บไซต์|สภา|ข้อบัญญัติ|เทศบัญญัติ|ผู้บริหาร|บุคลากร|พนักงาน|สำนักงาน"
    r"|สำนักปลัด|ภายใน|ให้|โดย|ทาง|ที่|ใน|และ|ว่า|กับ|แผน\S{0,20})\s?\Z",
    re.MULTILINE,
)


def in_the_own_place(text: str, start: int, end: int) -> bool:
    """Whether a named agency stands where only the own one can: it opens the line, owns or issues what is told."""
    return bool(_OWN_PLACE.search(text[:start].rpartition("\n")[2])) and not _THEIR_DEED.match(text, end)


def is_host_or_guest(text: str, end: int) -> bool:
    """Whether the agency named up to `end` invites the people of another, or comes to see its work."""
    return bool(_AS_HOST_OR_GUEST.match(text, end))


# Names, torn and misspelt

# Letters of one group are taken for each other, by eye or by ear.
_LOOK_ALIKE = ("กถภฤ", "ขชซฃ", "คดตศฅ", "ทฑห", "ฎฏ", "บป", "ผฝพฟ", "อฮ", "รธ")
_SOUND_ALIKE = ("ขคฆ", "สศษซ", "ทธฒฑ", "ดฎ", "ตฏ", "พภผ", "นณ", "ยญ", "ลฬร")
_CONSONANT = re.compile("[ก-ฮ]")
_SILENT = re.compile("(?:[ตทด][รน]|[ก-ฮ][ิุ]?)์")


def letters(text: str, start: int, limit: int) -> list[tuple[str, int]]:
    """Up to `limit` Thai letters from `start` with the offset behind each: single spaces passed, sara am whole."""
    found: list[tuple[str, int]] = []
    for match in _LETTER.finditer(text, start):
        if len(found) == limit or match.start() != (found[-1][1] if found else start):
            break
        letter = match[0].lstrip(" \u00a0\u200b")
        found.append(("ำ" if letter == "ํา" or match[0] == " า" else letter, match.end()))
    return found


_LETTER = re.compile("[ \u00a0\u200b]?(?:ํา|[ก-๎.-])")


def ends_word(text: str, end: int) -> bool:
    """Whether a word can end at `end`: no vowel, mark or silenced letter that belongs to it follows."""
    return text[end : end + 1] not in set(LEANING) and not _SILENT.match(text, end)


def own_name_at(text: str, start: int, name: str) -> int | None:
    """The end of the name when it stands at `start`, stray single spaces allowed; None otherwise."""
    found = letters(text, start, len(name))
    if not name or "".join(letter for letter, _ in found) != name:
        return None
    end = found[-1][1]
    return end if ends_word(text, end) else None


def variant_at(text: str, start: int, name: str, max_edits: int = 2) -> tuple[int, int] | None:
    """(end, edits) of a spelling near the name that stands at `start`; None for the name itself or another word.

    A vowel, a tone mark, a silenced letter or a letter that looks or sounds alike is half an edit. The shorter
    the name, the less may differ: of four letters silenced ones only, below that nothing.
    """
    found = letters(text, start, len(name) + 6)
    typed = "".join(letter for letter, _ in found)
    first, second = _CONSONANT.search(name), _CONSONANT.search(typed)
    begin_alike = first and second and _swap(first[0], second[0]) < 2  # the cheap test before the dear one
    if not begin_alike or own_name_at(text, start, name):
        return None
    ends = [
        (cost, bool(_THAI.match(text, end)), -end)  # of equals the one before a space, then the longest
        for cost, (_, end) in zip(_costs(name, typed)[1:], found, strict=True)
        if ends_word(text, end)
    ]
    cost, _, end = min(ends, default=(99, False, 0))
    heard = sum(weight > 0 for weight in _weights(name))
    borne = {4: 0, 5: 1, 6: 2, 7: 2, 8: 3}.get(
        heard, 4 if heard > 8 else -1
    )  # beyond, it may be another word
    return (-end, max(1, (cost + 1) // 2)) if cost <= min(2 * max_edits, borne) else None


_THAI = re.compile("[ก-๎]")


def slips(one: str, two: str) -> int:
    """How far two spellings lie apart, in half edits (see `variant_at`); 0 only for the same spelling."""
    return max(_costs(one, two)[-1], int(one != two))


def _weights(word: str) -> list[int]:
    """What each letter costs, in half edits, when it is too many or too few: a silenced one nothing."""
    silent = {at for match in _SILENT.finditer(word) for at in range(*match.span())}
    return [0 if at in silent else 2 if _CONSONANT.match(letter) else 1 for at, letter in enumerate(word)]


@cache
def _swap(one: str, two: str) -> int:
    """What one letter for another costs, in half edits."""
    if one == two:
        return 0
    if bool(_CONSONANT.match(one)) != bool(_CONSONANT.match(two)):
        return 3
    alike = any(one in group and two in group for group in _LOOK_ALIKE + _SOUND_ALIKE)
    return 1 if alike or not _CONSONANT.match(one) else 2


def _costs(aim: str, seen: str) -> list[int]:
    """What making `aim` into each beginning of `seen` costs, the empty one first."""
    many = _weights(seen)
    row = list(accumulate(many, initial=0))
    for want, few in zip(aim, _weights(aim), strict=True):
        above, row = row, [row[0] + few]
        for at, got in enumerate(seen):
            row.append(min(above[at] + _swap(want, got), above[at + 1] + few, row[at] + many[at]))
    return row
