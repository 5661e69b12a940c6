"""What is done with events, registrations and 1:1 days; each is one transaction and refuses in words."""
