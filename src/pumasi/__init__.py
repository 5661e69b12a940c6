"""Pumasi runs, measures and grows the collaboration network of an innovation cluster."""
