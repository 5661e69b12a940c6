"""Pages of organisations and people: public, one's own, and the manager's desk."""
