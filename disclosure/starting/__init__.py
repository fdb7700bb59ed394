"""Starts a root of one's own: registers, settings and one draft of each kind, nothing fictional."""

from __future__ import annotations

from disclosure.starting.start import Started, start

__all__ = ["Started", "start"]
