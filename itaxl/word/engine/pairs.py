"""Every `for` and `if` with its end, both on the same level of the document.

The one rule of the place: a pair that spans two cells or two paragraphs would tear the document; it is refused.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from itaxl.word.engine.faults import Faults, Spot
from itaxl.word.engine.ooxml import Element

_ENDS = {"endfor": "for", "endif": "if"}
_MIDDLES = {"elif": ("if",), "else": ("if", "for")}


@dataclass(slots=True)
class Pairs:
    """Watches the commands of a part, in the order of the document."""

    fault: Faults
    _open: list[tuple[str, Element, Spot]] = field(default_factory=list)

    def see(self, word: str, level: Element, spot: Spot) -> None:
        """A command that stands in `level`; TemplateError when it does not fit what is open."""
        if word in ("for", "if"):
            self._open.append((word, level, spot))
        elif word in _MIDDLES or word in _ENDS:
            self._must_fit(word, level, spot)
            if word in _ENDS:
                self._open.pop()

    def _must_fit(self, word: str, level: Element, spot: Spot) -> None:
        wanted = _MIDDLES.get(word) or (_ENDS[word],)
        if not self._open or self._open[-1][0] not in wanted:
            self._refuse_inner(wanted)
            raise self.fault(
                spot,
                f"“{word}” ไม่มีคำสั่ง {' หรือ '.join(wanted)} ที่เปิดไว้ก่อนหน้า – โปรดลบออก หรือเติมคำสั่งเปิด",
                f"{word} without {'/'.join(wanted)}",
            )
        if self._open[-1][1] is not level:
            raise self.fault(
                spot,
                f"คู่ของคำสั่งนี้อยู่ที่ {self._open[-1][2].place} ซึ่งเป็นคนละระดับ – โปรดวางคำสั่งเปิดและปิดไว้ในย่อหน้าเดียวกัน "
                "หรือคนละย่อหน้าในเซลล์เดียวกัน หรือคนละแถวของตารางเดียวกัน",
                f"{word} and its opening stand on different levels",
            )

    def _refuse_inner(self, wanted: tuple[str, ...]) -> None:
        """Blame what was left open inside, when the end belongs to something farther out."""
        if any(word in wanted for word, _, _ in self._open):
            raise self._unclosed()

    def finish(self) -> None:
        """The end of the part: nothing may be open."""
        if self._open:
            raise self._unclosed()

    def _unclosed(self) -> Exception:
        word, _, spot = self._open[-1]
        return self.fault(
            spot,
            f"ไม่มี {{% end{word} %}} ปิด – โปรดเติม {{% end{word} %}} หลังส่วนที่ต้องการ ในระดับเดียวกัน",
            f"{word} is never closed",
        )
