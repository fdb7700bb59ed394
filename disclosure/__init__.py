"""The domain of local public disclosure: what must be shown, by whom, by when, and what was shown."""
