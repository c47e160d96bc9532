"""The Excel add-in: the tab รายงาน ITA, and what each of its buttons does to the form that is open.

The one rule of the place: `seam` alone speaks with Excel; every other module is plain data in, plain data out.
"""
