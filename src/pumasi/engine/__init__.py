"""Plain arithmetic on arrays: what follows from who met whom, without a database or a web framework."""
