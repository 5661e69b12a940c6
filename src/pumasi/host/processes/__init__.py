"""Starts, watches and ends the programmes that make up the site: pages, worker and whatever else is given."""
