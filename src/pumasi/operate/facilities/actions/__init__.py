"""What can be done with facilities; each is one transaction and refuses in words."""
