"""Tests of itaxl.case."""
