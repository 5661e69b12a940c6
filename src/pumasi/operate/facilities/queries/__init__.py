"""What can be asked of facilities; nothing here writes."""
