"""Reading surveys: what stands in them, and what may be concluded."""
