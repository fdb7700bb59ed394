"""What a build knows of those before: what divisions told of themselves, which sites stand."""

from __future__ import annotations

from disclosure.sites.kept.known import Known, open_known

__all__ = ["Known", "open_known"]
