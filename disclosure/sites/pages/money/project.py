"""The story of one project of the fund: decided, given to somebody, paid, accepted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from disclosure.sites.pages.money.decisions import Decision, Decisions
from disclosure.sites.pages.money.source import NOTHING, Source
from disclosure.sites.pages.numbers import count_zh, money_zh
from disclosure.sites.pages.view import Fact

TOLD, UNSEEN = "已公开", "未见记录"
TENDER = "招标和合同"


class Step(Struct, frozen=True):
    """A step of a story; `word` says whether anything is published of it.

    `url` is the page it is published on, `day` its day; both "" where there is none.
    """

    title: str
    word: str
    day: str = ""
    facts: tuple[Fact, ...] = ()
    url: str = ""
    decision: Decision | None = None


class Story(Struct, frozen=True):
    """A project: its name and number, how it stands, and its steps in their order."""

    name: str
    number: str
    kind: str
    status: str
    steps: tuple[Step, ...]


def story_of(
    project: Source, lots: Sequence[Source], paid: Sequence[Source], decisions: Decisions
) -> Story:
    """Return the story that the tables tell of a project."""
    return Story(
        name=project.text("project_name"),
        number=project.text("project_no"),
        kind=project.text("project_class"),
        status=project.text("status"),
        steps=(
            decided(project, decisions),
            *chosen(project, lots),
            payment(project, lots, paid),
            accepted(project, lots),
        ),
    )


def decided(project: Source, decisions: Decisions) -> Step:
    """Return the decision and the budget it set."""
    households, rank = project.number("proposed_households"), project.number("rank")
    facts = (
        ("预算", yuan(project, "budget_amount")),
        ("提议", f"{count_zh(households)} 户" if households else ""),
        ("排序", f"第 {rank} 位" if rank else ""),
    )
    return Step(
        "议决和预算",
        TOLD,
        iso(project, "decided_on"),
        given(facts),
        project.url,
        decisions.find(project.text("ballot_id")),
    )


def chosen(project: Source, lots: Sequence[Source]) -> Iterator[Step]:
    """Yield to whom each lot was given; without a lot, what the project itself says of it."""
    for lot in lots:
        bidders = lot.number("bidders")
        facts = (
            ("方式", lot.text("method")),
            ("参加", f"{bidders} 家" if bidders else ""),
            ("承办方", lot.text("winner")),
            ("合同金额", yuan(lot, "contract_amount")),
            ("合同编号", lot.text("contract_no")),
        )
        title = TENDER if len(lots) == 1 else f"{TENDER}（第 {lot.text('lot_no')} 标段）"
        day = iso(lot, "contract_on") or iso(lot, "open_on") or iso(lot, "notice_on")
        yield Step(title, TOLD, day, given(facts), lot.url)
    if not lots:
        told = (
            ("承办方", project.text("contractor")),
            ("合同金额", yuan(project, "contract_amount")),
        )
        yield step(TENDER, project, "", given(told))


def payment(project: Source, lots: Sequence[Source], paid: Sequence[Source]) -> Step:
    """Return what was paid, payment by payment, beside what was agreed."""
    if not paid:
        return Step("付款", UNSEEN)
    agreed = sum((lot.sum("contract_amount") for lot in lots), NOTHING)
    agreed = agreed or project.sum("contract_amount")
    whole = sum((line.sum("amount") for line in paid), NOTHING)
    facts = [
        Fact(iso(line, "entry_date"), f"{yuan(line, 'amount')}，付给{line.text('payee')}")
        for line in paid
    ]
    if len(paid) > 1 or agreed:
        tail = f"；合同金额 {money_zh(agreed)} 元" if agreed else ""
        facts.append(Fact("已付合计", f"{money_zh(whole)} 元{tail}"))
    return Step("付款", TOLD, iso(paid[-1], "entry_date"), tuple(facts), paid[-1].url)


def accepted(project: Source, lots: Sequence[Source]) -> Step:
    """Return how the work was accepted and settled, as the project or the last lot says."""
    source = next((one for one in (project, *reversed(lots)) if one.day("accepted_on")), project)
    yes, total = project.number("appraisal_yes"), project.number("appraisal_total")
    facts = (
        ("验收人员", project.text("acceptors")),
        ("结算金额", yuan(source, "settled_amount")),
        ("群众评议", f"{total} 票中 {yes} 票满意" if total and yes is not None else ""),
    )
    return step("验收和结算", source, iso(source, "accepted_on"), given(facts))


def step(title: str, source: Source, day: str, facts: tuple[Fact, ...]) -> Step:
    """Return a step that is published only where there is a day or a fact of it."""
    return Step(title, TOLD, day, facts, source.url) if day or facts else Step(title, UNSEEN)


def given(facts: Iterable[tuple[str, str]]) -> tuple[Fact, ...]:
    """Return the facts that are given."""
    return tuple(Fact(label, value) for label, value in facts if value)


def yuan(source: Source, name: str) -> str:
    """Return an amount with its unit, "" where it is blank."""
    value = source.amount(name)
    return "" if value is None else f"{money_zh(value)} 元"


def iso(source: Source, name: str) -> str:
    """Return a day as 2026-09-18, "" where it is blank."""
    day = source.day(name)
    return day.isoformat() if day else ""
