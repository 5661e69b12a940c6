"""What can be asked of the network; nothing here writes."""
