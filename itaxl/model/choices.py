"""The short lists of the form: each value of a Report beside its word in the form.

The one rule of the place: a list that two columns share stands here, and only here.
"""

STATUSES = (
    ("not_started", "ยังไม่ดำเนินการ"),
    ("in_progress", "อยู่ระหว่างดำเนินการ"),
    ("done", "ดำเนินการแล้ว"),
    ("impossible", "ไม่สามารถดำเนินการได้"),
)
INSTRUMENTS = (("IIT", "IIT"), ("EIT", "EIT"), ("OIT", "OIT"))
LAYOUTS = (
    ("annual", "แบบมาตรฐาน"),
    ("matrix", "แบบ ๑๒ ช่อง"),
    ("concise", "แบบย่อ"),
    ("book", "แบบรูปเล่ม"),
)
DIGITS = (("thai", "เลขไทย"), ("arabic", "เลขอารบิก"))
YES_NO = ((True, "ใช่"), (False, "ไม่"))
HAS_DATA = ((True, "มี"), (False, "ไม่มี"))
PUBLISHED = ((True, "เผยแพร่แล้ว"), (False, "ยังไม่เผยแพร่"))
