"""The Word station: layouts (.docx with tags), the engine that prints them, the context that feeds them.

The one rule of the place: a report and a year go in, the bytes of a .docx come out; nothing here reads or writes a form.
"""

from itaxl.word.paper import Layout, Printed, find_layout, list_layouts, render

__all__ = ["Layout", "Printed", "find_layout", "list_layouts", "render"]
