"""The embedded PostgreSQL: found, set up, started once for all processes of a home, and stopped."""
