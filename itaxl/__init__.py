"""itaxl: the ITA integrity report of a Thai local government, from a filled Excel form to a Word paper."""

__version__ = "0.1.0"
