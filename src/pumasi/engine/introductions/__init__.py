"""Who should meet whom next, and why: the formula, its baselines, both directions, room for everyone."""
