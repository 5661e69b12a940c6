"""Lets `python -m pumasi.web.command.main` be the command."""

from pumasi.web.command import main

if __name__ == "__main__":
    main()
