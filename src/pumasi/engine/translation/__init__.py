"""Checks over one text in two languages: what was lost, changed or added on the way."""
