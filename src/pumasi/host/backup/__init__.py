"""One file that holds an installation: its database, its uploaded files and a list of both."""
