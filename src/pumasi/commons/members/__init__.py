"""Members (기업·기관): organisations, people, users and roles."""
