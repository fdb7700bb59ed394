"""A village point's copy of its site and those above it: fetched, held against signatures, shown.

Needs tuf, zstandard and msgspec alone; knows nothing of how sites are made.
"""
