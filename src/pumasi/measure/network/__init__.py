"""Network (협업 네트워크): ties, the map, introductions and who can introduce you, read from the ledger."""
