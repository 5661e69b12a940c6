"""Pages of labs and test beds."""
