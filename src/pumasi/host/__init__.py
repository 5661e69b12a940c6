"""Runs Pumasi on one machine: its database, its processes, its backups. Imports no other room."""
