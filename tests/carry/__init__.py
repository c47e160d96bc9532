"""The station that carries a form from year to year."""
