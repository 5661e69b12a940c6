"""Reading events, places, calendars and counts."""
