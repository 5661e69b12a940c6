"""Changing surveys. Every change states the figures anew in its own transaction."""
