"""Tests of the files: written whole, once, with the rights they had."""
