"""The domain of local public disclosure: what must be shown, by whom and when, and what was."""
