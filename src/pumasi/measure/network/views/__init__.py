"""Pages of the network, of suggested introductions, and of who can introduce you."""
