"""What can be asked of the newsroom; nothing here writes."""
