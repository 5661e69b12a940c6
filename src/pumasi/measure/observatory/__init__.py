"""Surveys of clusters: what was said, how it was coded, and what may be concluded from it."""
