"""The money of a place in pages a villager understands: accounts, special fund, three assets."""

from __future__ import annotations

from disclosure.sites.pages.money.pages import PLUGIN, MoneyPages, view_money

__all__ = ["PLUGIN", "MoneyPages", "view_money"]
