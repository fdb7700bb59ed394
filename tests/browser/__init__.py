"""Tests that open built pages in Chromium, from disk and from a local server."""
