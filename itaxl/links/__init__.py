"""Links: what the web answers for the addresses of a report, asked only when a person says so.

The one rule of the place: each address is asked once, politely and within limits; nothing is kept of an answer
but what the finding says. It may know the report and the form, and no other station.

urllib in threads, no library: it takes the proxy of the office from Windows' own settings, and a few dozen
addresses need no more.
"""

from itaxl.links.addresses import Address, addresses
from itaxl.links.asking import Limits, ask_all
from itaxl.links.judging import findings

__all__ = ["Address", "Limits", "addresses", "ask_all", "findings"]
