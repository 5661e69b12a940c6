"""Questions and answers as they are typed, pasted, filed and shown; nothing here reads or writes the database."""
