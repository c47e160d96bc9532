"""Tests of itaxl.cli."""
