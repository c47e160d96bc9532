"""Tests of the Word station."""
