"""Measurements: content made for any register, and what reading, checking and building it costs."""
