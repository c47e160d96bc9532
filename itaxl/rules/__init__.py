"""Rules: what a reviewer would send back, found before he does.

The one rule of the place: a rule is one decorated function that yields hits; it never raises, writes nothing,
and never hides another. It may know the year and the report, and no other station.
"""
