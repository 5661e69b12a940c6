"""The commands that need no database: a projection of attendances, and introductions, from files to files."""

from pumasi.engine.commands.introductions import introductions
from pumasi.engine.commands.project import InputError, project

__all__ = ["InputError", "introductions", "project"]
