"""The commands that need no database: ties, introductions, timetables and translations, from files to files."""

from pumasi.engine.commands.checking import translation
from pumasi.engine.commands.introductions import introductions
from pumasi.engine.commands.project import InputError, project
from pumasi.engine.commands.timetable import timetable

__all__ = ["InputError", "introductions", "project", "timetable", "translation"]
