"""Pages of events: for those who look, those who come, and those who run them."""
