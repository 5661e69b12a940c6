"""What can be done to organisations, people and roles; each is one transaction and refuses in words."""
