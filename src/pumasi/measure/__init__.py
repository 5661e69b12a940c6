"""What can be learnt from the ledger."""
