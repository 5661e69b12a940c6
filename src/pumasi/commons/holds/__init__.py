"""Holds (선점): who and what is taken when, across rooms; nobody and nothing is taken twice."""
