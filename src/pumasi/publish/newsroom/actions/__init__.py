"""What can be done in the newsroom; each is one transaction and refuses in words."""
