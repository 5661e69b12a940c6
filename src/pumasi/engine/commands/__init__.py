"""The commands that need no database: ties, introductions and timetables, from files to files."""

from pumasi.engine.commands.introductions import introductions
from pumasi.engine.commands.project import InputError, project
from pumasi.engine.commands.timetable import timetable

__all__ = ["InputError", "introductions", "project", "timetable"]
