"""What changes the network's tables: reading the ledger, and people's decisions."""
