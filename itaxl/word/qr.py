"""A link as a QR code.

The one rule of the place: black on white with its quiet zone, error correction M, so that a photocopy still reads.
"""

from __future__ import annotations

import io

from itaxl.word.engine.pictures import Picture

SIZE_CM = 8.0


def qr_code(link: str, size_cm: float = SIZE_CM) -> Picture:
    """The QR code of a link as a PNG."""
    import segno

    image = io.BytesIO()
    segno.make(link, error="m", micro=False).save(image, kind="png", scale=12, border=4)
    return Picture(image.getvalue(), size_cm, size_cm, f"QR Code {link}")
