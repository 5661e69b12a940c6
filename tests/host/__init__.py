"""Tests of the room that runs Pumasi on one machine."""
