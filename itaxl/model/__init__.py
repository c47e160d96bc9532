"""The words of the office as types: records, the columns they are typed in, and findings.

The one rule of the place: nothing here reads, writes or judges; everybody may know these words.
"""
