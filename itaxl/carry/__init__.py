"""Last year's report as the start of this year's: by identity of the items, with nothing typed lost.

The one rule of the place: a text goes to one place only, into its new cell or onto a list; results never into a cell
of another year. It may know the years and the form (`catalog`), and no other station.
"""
