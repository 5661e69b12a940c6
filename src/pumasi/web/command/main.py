"""Lets `python -m pumasi.web.command.main` be the command."""

from pumasi.web import command

if __name__ == "__main__":
    command.main()
