"""Forms: built, read, filled.

The one rule of the place: it creates workbooks and reads them; it never re-saves one that a person filled.
It may know the year and the form (`catalog`), and no other station.
"""
