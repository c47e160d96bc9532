"""Files: folders, reading and writing them whole, Office packages checked and packed.

The one rule of the place: nothing of an input is believed before it is checked, no output is ever left half-written.
"""
