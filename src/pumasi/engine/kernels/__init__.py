"""Compiled inner loops. Importing one loads numba (about half a second), so callers import them late."""
