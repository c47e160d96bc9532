"""The engine: a layout (.docx with tags in its text) compiled once, then printed with the names that it is given.

The one rule of the place: it knows Word's format and the language of tags, and nothing of reports.
"""
