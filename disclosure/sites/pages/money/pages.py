"""Which money pages a division has: only where the tables exist that they are made of."""

from __future__ import annotations

from collections.abc import Collection

from msgspec import Struct
from msgspec.structs import replace

from disclosure.entry import Entry
from disclosure.sites.pages.doors import Door
from disclosure.sites.pages.money.account_page import AccountPage, view_accounts
from disclosure.sites.pages.money.assets import AssetsPage, view_assets
from disclosure.sites.pages.money.decisions import read_decisions
from disclosure.sites.pages.money.fund import FundYear, view_fund
from disclosure.sites.site import Site

PLUGIN = "disclosure_money"
MONEY, FUND, ASSETS = (
    Door("账目一页", "money", "money.html"),
    Door("专项资金", "fund", "fund.html"),
    Door("集体三资", "assets", "assets.html"),
)
NAMES = {"村": "村账一页", "社区": "社区账一页"}  # of the accounts, by the kind of place
# The page that each standard table is told on.
DOOR_BY_TABLE = {
    "village_ledger": MONEY,
    "village_summary": MONEY,
    "fund_project": FUND,
    "fund_ledger": FUND,
    "contract_register": ASSETS,
    "asset_register": ASSETS,
    "debt_claim": ASSETS,
}


class MoneyPages(Struct, frozen=True):
    """The pages of a division; one that has nothing to tell is None or empty.

    `doors` are the pages there are, for the home page and the map.
    """

    account: AccountPage | None = None
    fund: tuple[FundYear, ...] = ()
    assets: AssetsPage | None = None
    doors: tuple[Door, ...] = ()

    def doors_for(self, tables: Collection[str]) -> tuple[Door, ...]:
        """Return the pages that tell of some standard tables, for the page of a package."""
        wanted = {DOOR_BY_TABLE[table].region for table in tables if table in DOOR_BY_TABLE}
        return tuple(door for door in self.doors if door.region in wanted)


NO_PAGES = MoneyPages()


def view_money(site: Site) -> MoneyPages:
    """Return the money pages of a division; a place without such tables costs a look at each."""
    if not any(is_told(entry) for entry in site.visible()):
        return NO_PAGES
    decisions = read_decisions(site)
    account = view_accounts(site, decisions)
    fund, assets = view_fund(site, decisions), view_assets(site, decisions)
    accounts = replace(MONEY, name=NAMES.get(site.division.kind, MONEY.name))
    pages = ((accounts, account), (FUND, fund), (ASSETS, assets))
    return MoneyPages(account, fund, assets, tuple(door for door, page in pages if page))


def is_told(entry: Entry) -> bool:
    """Tell whether a package has a table that a money page is made of."""
    return any(table.table in DOOR_BY_TABLE for table in entry.tables)
