"""Tests of itaxl.workbook."""
