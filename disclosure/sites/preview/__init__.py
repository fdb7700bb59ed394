"""The sites that a change touches, to be looked at before it is accepted."""

from __future__ import annotations

from disclosure.sites.preview.make import Preview, make_preview

__all__ = ["Preview", "make_preview"]
