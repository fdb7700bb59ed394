"""The gate: a division whose content has errors is not built."""

from __future__ import annotations


def register() -> None:
    from pelican import signals

    from disclosure_validate import hooks

    signals.all_generators_finalized.connect(hooks.require_valid)
    signals.initialized.connect(hooks.check_site)
