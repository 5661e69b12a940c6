"""Small helpers without tables that every room may use."""
