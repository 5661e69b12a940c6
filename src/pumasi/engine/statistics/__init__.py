"""How sure a figure is: intervals, tests, corrections, suppression, and what chance alone would give."""
