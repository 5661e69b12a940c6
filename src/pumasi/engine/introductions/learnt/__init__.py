"""A ranking learnt from what came true before, over the default formula, used only where it earns its place."""
