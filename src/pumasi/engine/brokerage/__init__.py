"""1:1 days: which meetings take place, when and at which table, with a proof of how good that is."""
