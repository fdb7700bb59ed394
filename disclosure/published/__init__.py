"""What has been published stays as it is: a change gives its reason, or undoes what it changes."""

from __future__ import annotations

from disclosure.published.ledger_line_changed import check_published

__all__ = ["check_published"]
