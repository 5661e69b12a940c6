"""Pages of the newsroom's desk."""
