"""Formats of ko."""
