"""Scores and levels: the result of the assessment is possible, and what scored low or was planned has a measure.

The one rule of the place: a level is judged by what is known; a missing part may have been anything from 0 to 100.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from itaxl.model.columns import Record, column_of
from itaxl.model.findings import Severity
from itaxl.model.records import Assessment, MeasureRow
from itaxl.rules import sources
from itaxl.rules.context import Context, blank
from itaxl.rules.mechanism import Hit, rule
from itaxl.rules.results import before, opening, text_of
from itaxl.thai.digits import format_number, to_arabic

WORDS_SINCE = 2566  # the ITA year from which levels are words; before, they were letters
PASS, EXCELLENT, URGENT = 85, 95, 70
LETTERS = {
    "AA": (95, 100),
    "A": (85, 95),
    "B": (75, 85),
    "C": (65, 75),
    "D": (55, 65),
    "E": (50, 55),
    "F": (0, 50),
}
PARTS = ("iit", "eit", "oit")
WEIGHTS = (0.3, 0.3, 0.4)


def _year(context: Context) -> int:
    """The ITA year whose result is quoted."""
    return context.report.assessment.fiscal_year or context.year.year


def _parts(result: Assessment) -> list[float]:
    """The parts that are known."""
    return [value for part in PARTS if (value := getattr(result, part)) is not None]


def _in_range(result: Assessment) -> bool:
    return all(0 <= score <= 100 for score in (result.score, *_parts(result)) if score is not None)


# ---- what cannot be --------------------------------------------------------------------------------------------------


@rule("M01", Severity.ERROR, "ระดับไม่ตรงกับคะแนน", sources.LEVELS)
def level_is_impossible(context: Context) -> Iterator[Hit]:
    """A level that is impossible for the score and its parts.

    The level belongs to other scores; where a part is not known, only what is impossible whatever it was.
    """
    result = context.report.assessment
    level = _level(result.level)
    if result.score is not None and level and _in_range(result):
        why = _impossible(level, result.score, _parts(result), _year(context))
        if why:
            message = f"คะแนน {format_number(result.score)} ไม่อาจอยู่ในระดับ “{result.level.strip()}” เพราะ{why}"
            yield Hit(result, "level", result.level.strip(), message, "ตรวจคะแนนและระดับจากประกาศผลการประเมิน")


def _level(typed: str) -> str:
    """A level without the words around it; empty where it is none that is known."""
    words = re.sub(r"\s+|ระดับ", "", typed)
    letter = re.match(r"(AA|[A-F])(?![A-Za-z])", words.upper())
    known = ("ผ่านดีเยี่ยม", "ผ่านดี", "ผ่าน", "ไม่ผ่าน", "ต้องปรับปรุง", "ต้องปรับปรุงโดยด่วน")
    return letter[1] if letter else words if words in known else ""


def _impossible(level: str, score: float, parts: Sequence[float], year: int) -> str:
    """Why the level cannot be, as a clause; empty where it can."""
    if level in LETTERS:
        low, high = LETTERS[level]
        return (
            "" if low <= score < high or score == high == 100 else f"ระดับ {level} คือ {_band(low, high)} คะแนน"
        )
    if level in ("ผ่านดีเยี่ยม", "ผ่านดี"):
        return _below(score, parts, EXCELLENT if level == "ผ่านดีเยี่ยม" else PASS) or (
            _all_reach(score, parts, EXCELLENT) if level == "ผ่านดี" else ""
        )
    if level == "ผ่าน":
        return _below(score, (), PASS) or (_all_reach(score, parts, PASS) if year >= WORDS_SINCE else "")
    low, high = {"ต้องปรับปรุง": (URGENT, PASS), "ต้องปรับปรุงโดยด่วน": (0, URGENT)}.get(level, (0, PASS))
    return "" if low <= score < high else f"ระดับนี้คือ {_band(low, high)} คะแนน"


def _band(low: float, high: float) -> str:
    return f"{low} ถึง {high}" if high == 100 else f"{low} ถึง {format_number(high - 0.01)}"


def _below(score: float, parts: Sequence[float], limit: int) -> str:
    low = [format_number(value) for value in (score, *parts) if value < limit]
    every = "คะแนนรวมและทุกแบบวัด" if parts else "คะแนนรวม"
    return f"ระดับนี้ต้องได้{every}ตั้งแต่ {limit} ขึ้นไป แต่มี {low[0]}" if low else ""


def _all_reach(score: float, parts: Sequence[float], limit: int) -> str:
    """A lower level than the one that total and all three parts reach."""
    reached = len(parts) == len(PARTS) and min(score, *parts) >= limit
    return f"คะแนนรวมและทุกแบบวัดได้ตั้งแต่ {limit} ขึ้นไป ซึ่งเป็นระดับที่สูงกว่า" if reached else ""


@rule("M02", Severity.ERROR, "คะแนนไม่อยู่ระหว่าง 0 ถึง 100", sources.LEVELS)
def score_out_of_range(context: Context) -> Iterator[Hit]:
    """A score outside 0 to 100."""
    result = context.report.assessment
    scores = [
        ("score", "คะแนนรวม", result.score),
        *((part, f"คะแนน {part.upper()}", getattr(result, part)) for part in PARTS),
    ]
    scores += [(f"indicators:{n}", f"คะแนนตัวชี้วัดที่ {n}", each) for n, each in enumerate(result.indicators, 1)]
    for key, name, score in scores:
        if score is not None and not 0 <= score <= 100:
            quote = format_number(score)
            yield Hit(result, key, quote, f"{name} เป็น {quote} ซึ่งไม่อยู่ระหว่าง 0 ถึง 100", "กรอกคะแนน 0 ถึง 100")


@rule("M03", Severity.ERROR, "คะแนนรวมเป็นไปไม่ได้", sources.ARITHMETIC)
def total_outside_its_parts(context: Context) -> Iterator[Hit]:
    """A total outside its parts.

    The total is a mean of the three parts: never above the highest nor below the lowest.
    """
    result = context.report.assessment
    parts = _parts(result)
    if (
        result.score is not None
        and len(parts) == len(PARTS)
        and _in_range(result)
        and not _between(result.score, parts)
    ):
        quote = format_number(result.score)
        low, high = format_number(min(parts)), format_number(max(parts))
        message = f"คะแนนรวม {quote} ไม่อยู่ระหว่างคะแนนต่ำสุด {low} และสูงสุด {high} ของ IIT EIT OIT"
        yield Hit(result, "score", quote, message, "ตรวจคะแนนทั้งสี่ช่องจากประกาศผลการประเมิน")


def _between(score: float, parts: Sequence[float]) -> bool:
    return min(parts) - 0.01 <= score <= max(parts) + 0.01


# ---- what is not likely ----------------------------------------------------------------------------------------------


@rule("M11", Severity.WARNING, "คะแนนรวมไม่ตรงกับน้ำหนักของแบบวัด", sources.WEIGHTS)
def total_is_not_the_weighted_mean(context: Context) -> Iterator[Hit]:
    """A total that the weights of its parts do not give.

    IIT and EIT count 30 each, OIT 40.
    """
    result = context.report.assessment
    parts = _parts(result)
    if result.score is None or len(parts) < len(PARTS) or not _in_range(result):
        return
    mean = sum(weight * part for weight, part in zip(WEIGHTS, parts, strict=True))
    if abs(mean - result.score) > 0.1 and _between(result.score, parts):
        quote, due = format_number(result.score), format_number(round(mean, 2))
        message = f"คะแนนรวม {quote} แต่คำนวณจาก IIT 30 EIT 30 OIT 40 ได้ {due}"
        yield Hit(result, "score", quote, message, "ตรวจคะแนนทั้งสี่ช่องจากประกาศผลการประเมิน")


_IN_TEXT = re.compile(r"ระดับ\s*(?P<letter>AA|[A-F])(?![A-Za-z0-9])")


@rule("M12", Severity.WARNING, "ระดับผลการประเมินไม่ใช่แบบของปีนั้น", sources.LEVELS)
def level_of_another_scale(context: Context) -> Iterator[Hit]:
    """A letter for a year whose levels are words, or the other way round.

    Letters ended with ITA 2565; the words ผ่านดี and ต้องปรับปรุง began with ITA 2566.
    """
    result, year = context.report.assessment, _year(context)
    level = _level(result.level)
    if level and level not in ("ผ่าน", "ไม่ผ่าน") and (level in LETTERS) == (year >= WORDS_SINCE):
        yield _strange_level(result, "level", result.level.strip(), year)
    for text in context.texts if context.year.year >= WORDS_SINCE else ():
        for found in _IN_TEXT.finditer(text.text) if "ระดับ" in text.text else ():
            lead = to_arabic(before(text.text, found.start(), 120))
            if re.search("ITA|คะแนน|ผลการประเมิน", lead) and not re.search("256[0-5]", lead):
                yield _strange_level(text.record, text.column.key, found.group(), context.year.year)


def _strange_level(record: Record, key: str, quote: str, year: int) -> Hit:
    usual = "ผ่านดีเยี่ยม ผ่านดี ผ่าน ต้องปรับปรุง ต้องปรับปรุงโดยด่วน" if year >= WORDS_SINCE else "AA A B C D E F"
    message = f"“{quote}” ไม่ใช่ระดับของผลการประเมิน ITA ปี {year} ซึ่งใช้ {usual}"
    return Hit(record, key, quote, message, "ใช้ระดับตามประกาศผลการประเมินของปีนั้น")


_VERDICT = re.compile(r"(?:ไม่)?ผ่านเกณฑ์การประเมิน")
_A_SCORE = re.compile(r"คะแนน\s*(?:เฉลี่ย|รวม)?\s*(?:ร้อยละ\s*)?[0-9]{2}|[0-9]{2}\.[0-9]{1,2}")


@rule("M13", Severity.WARNING, "กล่าวถึงผลการประเมินโดยไม่บอกคะแนน", sources.CUSTOM)
def verdict_without_a_score(context: Context) -> Iterator[Hit]:
    """A result of the assessment is told without its score.

    A paragraph says that the assessment was passed or not, and neither it nor the form has a score.
    """
    if context.report.assessment.score is not None:
        return
    for text in context.texts:
        for line in text.text.split("\n") if "เกณฑ์" in text.text else ():
            found = _VERDICT.search(line)
            if found and "ผลการประเมิน" in line[: found.start()] and not _A_SCORE.search(to_arabic(line)):
                message = f"กล่าวว่า “{found.group()}” แต่ไม่มีคะแนนหรือระดับ"
                yield Hit(
                    text.record, text.column.key, found.group(), message, "ระบุคะแนนรวมและระดับของปีที่กล่าวถึง"
                )


@rule("M14", Severity.WARNING, "มีระดับแต่ไม่มีคะแนน", sources.CUSTOM)
def level_without_a_score(context: Context) -> Iterator[Hit]:
    """A level without its score.

    A level is quoted and the score is not; where the paper prints the score, the empty cell is said elsewhere.
    """
    result = context.report.assessment
    printed = context.prints(result, column_of(Assessment, "score"))
    if result.score is None and "score" not in result.unread and result.level.strip() and not printed:
        message = f"กรอกระดับ “{result.level.strip()}” แต่ยังไม่มีคะแนนรวม"
        yield Hit(result, "score", "", message, "กรอกคะแนนรวมจากประกาศผลการประเมิน")


# ---- what should be there --------------------------------------------------------------------------------------------


@rule("M21", Severity.WARNING, "ตัวชี้วัดคะแนนต่ำยังไม่มีมาตรการ", sources.CUSTOM)
def low_indicator_without_a_measure(context: Context) -> Iterator[Hit]:
    """An indicator below 85 without a measure.

    What scored below the pass mark is what the measures are for.
    """
    result = context.report.assessment
    scored = zip(context.year.indicators, result.indicators, strict=False)
    low = [(indicator, score) for indicator, score in scored if score is not None and 0 <= score < PASS]
    covered = _covered(context) if low else set()
    for indicator, score in low:
        if indicator.no not in covered:
            quote = format_number(score)
            message = f"ตัวชี้วัดที่ {indicator.no} {indicator.name} ได้ {quote} คะแนน ต่ำกว่า {PASS} แต่ยังไม่มีมาตรการ"
            yield Hit(
                result, f"indicators:{indicator.no}", quote, message, "เพิ่มมาตรการ หรือระบุตัวชี้วัดนี้ในมาตรการที่มีอยู่"
            )


_NUMBER = re.compile(r"ตัวชี้วัด(?:ย่อย)?(?:ที่)?\s?\(?([0-9]{1,2})(?![0-9])")


def _covered(context: Context) -> set[int]:
    """The indicators that a measure names, or for which a guideline stands in the printed table."""
    cells = ("indicator", "topic", "title", "method")
    words = [
        (row, to_arabic("\n".join(text_of(row, key) for key in cells))) for row in context.report.measures
    ]
    named = {int(no) for _, text in words for no in _NUMBER.findall(text)}
    numbers = (re.match(r"\s*([0-9]{1,2})", to_arabic(row.indicator)) for row, _ in words)
    named |= {int(found[1]) for found in numbers if found}
    plain = _joined("\n".join(text for _, text in words))
    for indicator in context.year.indicators:
        if any(_joined(name) in plain for name in (indicator.name, *indicator.aliases)):
            named.add(indicator.no)
    guided = context.report.indicators if context.how.item_tables else ()
    return named | {row.no for row in guided if not blank(row.guidelines)}


# What a measure on a topic speaks of: words of the topic, the indicators behind it, words of a measure's title.
_TOPICS = (
    ("ปฏิบัติงาน", {1, 6}, re.compile("ปฏิบัติงาน|ปฏิบัติหน้าที่|ให้บริการ|ขั้นตอน|คู่มือ|คุณภาพการดำเนินงาน")),
    (
        "E-Service",
        {8},
        re.compile("e-?service|ออนไลน์|เทคโนโลยี|ดิจิทัล|ระบบการทำงาน|ปรับปรุงการทำงาน", re.IGNORECASE),
    ),
    ("ประชาสัมพันธ์", {7}, re.compile("ประชาสัมพันธ์|เผยแพร่|สื่อสาร|ข้อมูลข่าวสาร|ช่องทาง")),
    ("ทรัพย์สิน", {4}, re.compile("ทรัพย์สิน|พัสดุ")),
    ("งบประมาณ", {2}, re.compile("งบประมาณ|จัดซื้อจัดจ้าง|การเงิน")),
    ("อำนาจ", {3}, re.compile("อำนาจ|บริหารงานบุคคล|ทรัพยากรบุคคล|มอบหมายงาน|ประเมินผลการปฏิบัติงาน|ดุลพินิจ|ดุลยพินิจ")),
    ("ทุจริต", {5, 10}, re.compile("ทุจริต|สินบน|No Gift|ผลประโยชน์|คุณธรรม|จริยธรรม", re.IGNORECASE)),
)


@rule("M22", Severity.WARNING, "มาตรการยังไม่ครบทุกประเด็น", "O34/2567", since=2567)
def topics_without_a_measure(context: Context) -> Iterator[Hit]:
    """The measures do not cover the topics of the plan.

    The plan names topics; the report tells what was done for each of them. Said once.
    """
    first = [steps[0] for steps in context.measures]
    subjects = [_Subject.of(measure) for measure in first] if context.year.topics else []
    missing = [topic for topic in context.year.topics if not any(each.is_on(topic) for each in subjects)]
    if first and missing:
        named = ", ".join(missing)
        message = f"มาตรการ {len(first)} ข้อ ยังไม่กล่าวถึง {len(missing)} จาก {len(context.year.topics)} ประเด็น: {named}"
        source = context.year.topics_source
        fix = "ตรวจกับประกาศมาตรการ หากมีประเด็นเหล่านี้ให้เพิ่มมาตรการและผล"
        yield Hit(
            first[0], "title", opening(text_of(first[0], "title")), message, fix, source, path="measures"
        )


@dataclass(frozen=True, slots=True)
class _Subject:
    """What a measure is about: its words, the same as they are compared, the number of its indicator."""

    words: str
    plain: str
    indicator: int

    @classmethod
    def of(cls, first: MeasureRow) -> _Subject:
        """That of a measure, by its first row."""
        words = "\n".join((first.topic, text_of(first, "title")))
        number = re.match(r"\s*([0-9]{1,2})", to_arabic(first.indicator))
        return cls(words, _joined(words), int(number[1]) if number else 0)

    def is_on(self, topic: str) -> bool:
        """Whether a measure is about a topic: it names it, its indicator, or speaks of the same matter."""
        sign, numbers, said = max(
            _TOPICS, key=lambda each: topic.rfind(each[0])
        )  # of several, the one that ends the topic
        if sign not in topic or _joined(topic) in self.plain:
            return True  # of a topic in other words nothing can be said
        return bool(said.search(self.words)) or self.indicator in numbers


def _joined(words: str) -> str:
    return "".join(words.lower().split())
