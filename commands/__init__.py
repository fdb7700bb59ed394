"""What the commands of `tasks.py` share: their language, their options, progress, the preview."""
