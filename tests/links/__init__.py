"""The asking of addresses, against a server on the loopback only."""
