"""Reads entries: Markdown under strict YAML front matter, rendered and cleaned."""

from __future__ import annotations


def register() -> None:
    from pelican import signals

    from disclosure_entries import hooks

    signals.readers_init.connect(hooks.add_reader)
    signals.article_generator_init.connect(hooks.ask_no_stamps)
    signals.page_generator_init.connect(hooks.ask_no_stamps)
