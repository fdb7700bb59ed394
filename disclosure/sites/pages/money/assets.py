"""The three assets of a collective on one page (三资): funds, assets and resources, contracts."""

from __future__ import annotations

from msgspec import Struct

from disclosure.sites.pages.money.account import read_accounts
from disclosure.sites.pages.money.claims import Claims, view_claims
from disclosure.sites.pages.money.contracts import Contracts, view_contracts
from disclosure.sites.pages.money.decisions import Decisions
from disclosure.sites.pages.money.holdings import Holding, holdings_of
from disclosure.sites.pages.money.source import NOTHING
from disclosure.sites.pages.numbers import money_zh
from disclosure.sites.pages.view import Fact
from disclosure.sites.site import Site


class AssetsPage(Struct, frozen=True):
    """The page; a part is empty or None where nothing of it is published.

    `funds` are the balances of the accounts at the end of `funds_month`, the sum last.
    """

    funds: tuple[Fact, ...]
    funds_month: str
    holdings: tuple[Holding, ...]
    contracts: Contracts | None
    claims: Claims | None


def view_assets(site: Site, decisions: Decisions) -> AssetsPage | None:
    """Return the page of a collective's assets; None without a register of them."""
    contracts, holdings = view_contracts(site, decisions), holdings_of(site)
    if contracts is None and not holdings:
        return None
    accounts = read_accounts(site)
    balances = accounts.balances if accounts else {}
    whole = sum(balances.values(), NOTHING)
    facts = [Fact(account, f"{money_zh(balance)} 元") for account, balance in balances.items()]
    if len(facts) > 1:
        facts.append(Fact("合计", f"{money_zh(whole)} 元"))
    return AssetsPage(
        funds=tuple(facts),
        funds_month=accounts.months[-1].zh if accounts else "",
        holdings=holdings,
        contracts=contracts,
        claims=view_claims(site),
    )
