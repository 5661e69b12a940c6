"""Meet-ups, events and 1:1 days (밋업·행사, 1:1 상담회): the room where ties begin."""
