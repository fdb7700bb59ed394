"""Writes bundles: from finished sites to packs, deltas and a release."""

from __future__ import annotations

from disclosure.bundle.making.make import Made, Request, make_bundle

__all__ = ["Made", "Request", "make_bundle"]
