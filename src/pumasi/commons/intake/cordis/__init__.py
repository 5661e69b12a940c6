"""A download of CORDIS (the EU's research projects): real organisations and their joint projects."""
