"""The components by kind; `pumasi.py` beside this folder registers them all."""
