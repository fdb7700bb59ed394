"""Tests; the folders mirror the packages, and what tests share is imported as `tests.<module>`."""
