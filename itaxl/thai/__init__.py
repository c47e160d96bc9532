"""Thai text as people write it: digits, dates and periods, pasted text, spelling.

The one rule of the place: nothing here knows of reports, cells or findings; text goes in, and values, new text
or exact places (offsets into the text given) come out.
"""
