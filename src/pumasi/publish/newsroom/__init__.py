"""Newsroom (소식): what a cluster says to the world, in each language by its own workflow, with nothing lost on the way."""
