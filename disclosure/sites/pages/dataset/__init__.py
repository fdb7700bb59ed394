"""What the page of a data package tells beside its rows: fields, totals, rules, terms of use."""

from __future__ import annotations

from disclosure.sites.pages.dataset.view import DatasetView, view_dataset

__all__ = ["DatasetView", "view_dataset"]
