"""What a check found in each division's folder, kept for the next check: `.build/check/`."""

from __future__ import annotations

from disclosure.results.keeping import kept_results

__all__ = ["kept_results"]
