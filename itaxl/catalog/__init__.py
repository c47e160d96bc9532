"""What the year's form is: the items of the year, the sheets, the values of a cell, what a layout prints.

The one rule of the place: it is known before any report is read, and no report changes it.
"""
