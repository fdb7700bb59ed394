"""Renders bodies as clean HTML: by the quick engine, or by Python-Markdown where it has to be."""

from __future__ import annotations

from disclosure_entries.engine import subset_html


class Renderer:
    """Renders the entries of a run; `built` are the divisions links may lead to."""

    def __init__(self, built: frozenset[str], division: str) -> None:
        self.built = built if division in built else built | {division}

    def render(self, text: str) -> str:
        """Return the clean HTML of a body."""
        html = subset_html(text, self.built)
        return self.render_any(text) if html is None else html

    def render_any(self, text: str) -> str:
        """Return the clean HTML of a body, whatever markup it has."""
        from disclosure_entries.markup import clean_html

        return clean_html(text, self.built)
