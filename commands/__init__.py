"""The commands of `tasks.py`, and what they share: their language, options, progress."""
