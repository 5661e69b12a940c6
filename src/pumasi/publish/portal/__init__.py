"""Portal (누리집): what the world sees of the newsroom, in each language: boards, articles, feeds."""
