"""Tests of Thai text."""
