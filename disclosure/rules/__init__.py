"""The rules: one file a rule, named by its code; each yields the problems it finds."""
