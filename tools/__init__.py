"""What makers of itaxl run and no user does: the Excel add-in and the offline bundle, built from their parts.

The one rule of the place: a tool writes one file, the same bytes each time; nothing in `itaxl` imports it.
"""
