"""The tests of itaxl, as a package: `from tests.tools import to_pdf` means the same to pytest and to mypy."""
