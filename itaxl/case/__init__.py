"""Report data as JSON (`itaxl-report/1`): `load` reads it, `dump` writes it, each the other's inverse.

The one rule of the place: nothing typed is lost and nothing is added; an unknown key is refused by name.
"""

FORMAT = "itaxl-report/1"
