"""What the page of a vote shows: counts, shares, and whether the law's shares are reached."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from disclosure.catalogue import Figure
from disclosure.entry import Entry
from disclosure.marked import Given
from disclosure.sites.pages.ballot import Law, Share, law_of, share_of
from disclosure.sites.pages.numbers import count_zh, percent
from disclosure.sites.pages.view import Fact
from disclosure.sites.site import Site

COUNTS = ("eligible", "present", "proxies", "issued", "returned", "valid", "invalid")
FOR = ("同意", "赞成")  # the option of a decision the majority is counted on


class Finding(Struct, frozen=True):
    """A sentence of the arithmetic; `is_reached` is None where nothing is asked of the number."""

    label: str
    text: str
    is_reached: bool | None = None


class Option(Struct, frozen=True):
    """An option or candidate; `share` is of the valid papers, `bar` the same in hundredths."""

    label: str
    votes: int
    share: str
    bar: str
    result: str


class VoteView(Struct, frozen=True):
    """A vote ready to print; `sources` are the articles the shares come from.

    Of an open one only who may vote and the options are told: nothing has been counted yet.
    """

    subject: str
    is_open: bool
    facts: tuple[Fact, ...]
    counts: tuple[Fact, ...]
    findings: tuple[Finding, ...]
    options: tuple[Option, ...]
    sources: tuple[str, ...]


class Ballot(Struct, frozen=True):
    """The block of a vote as values; counts by column name, all there."""

    type: str
    counts: Mapping[str, int]
    choices: int
    options: tuple[tuple[str, int, bool], ...]


def view_vote(entry: Entry, site: Site) -> VoteView | None:
    """Return the vote of an entry; None where it gives no counts (yet)."""
    header = entry.header
    ballot = ballot_of(header.get("vote"))
    if ballot is None:
        return None
    law = law_of(ballot.type, header.text("vote.attendance_basis"))
    figures: Mapping[str, Figure] = site.facts.catalogue.figures
    day = header.day("vote.held_on")
    quorum = share_of(law.quorum, figures, day)
    majority = share_of(law.majority, figures, day)
    facts = (
        ("表决事项", header.text("vote.title")),
        ("表决方式", ballot.type),
        ("表决日期", header.text("vote.held_on")),
        ("参会口径", header.text("vote.attendance_basis")),
        ("表决编号", header.text("vote.ballot_id")),
    )
    if day and day > site.as_of:
        return open_vote(ballot, law, facts)
    return VoteView(
        subject=header.text("vote.title"),
        is_open=False,
        facts=tuple(Fact(label, value) for label, value in facts if value),
        counts=tuple(count_facts(ballot, law)),
        findings=tuple(find(ballot, law, quorum, majority)),
        options=tuple(view_options(ballot, law)),
        sources=tuple(dict.fromkeys(one.source for one in (quorum, majority) if one)),
    )


def open_vote(ballot: Ballot, law: Law, facts: Iterable[tuple[str, str]]) -> VoteView:
    """Return a vote whose day is still to come."""
    eligible, _, _ = words(law)
    shown = dict(facts)
    subject = shown["表决事项"]
    shown["截止日期"] = shown.pop("表决日期")
    return VoteView(
        subject=subject,
        is_open=True,
        facts=tuple(Fact(label, value) for label, value in shown.items() if value),
        counts=(Fact(eligible, f"{count_zh(ballot.counts['eligible'])} 人"),),
        findings=(),
        options=tuple(Option(label, 0, "", "0", "") for label, _, _ in ballot.options),
        sources=(),
    )


def ballot_of(given: Given | None) -> Ballot | None:
    """Return the block as values; None where a count is missing or no number."""
    if given is None or not given.fields:
        return None
    counts = {name: whole(given.text_of(name)) for name in COUNTS}
    listed = given.get("options")
    options = [
        (one.text_of("option_label"), whole(one.text_of("votes")), one.text_of("passed") == "true")
        for one in ((listed.items or ()) if listed else ())
    ]
    known = {name: count for name, count in counts.items() if count is not None}
    counted = tuple((label, votes, passed) for label, votes, passed in options if votes is not None)
    if len(known) < len(COUNTS) or not counted or len(counted) < len(options):
        return None
    choices = whole(given.text_of("max_choices")) or 1
    return Ballot(given.text_of("ballot_type"), known, choices, counted)


def whole(text: str) -> int | None:
    """Return a count, None for anything else."""
    return int(text) if text.isascii() and text.isdecimal() else None


def words(law: Law) -> tuple[str, str, str]:
    """Return what those entitled, those present and their share are called."""
    if law.is_election:
        return "登记参加选举", "参加投票", "投票率"
    return "应到", "实到", "参加率"


def count_facts(ballot: Ballot, law: Law) -> Iterator[Fact]:
    """Yield the counts with their units; proxies only where there were any."""
    eligible, present, _ = words(law)
    counts = ballot.counts
    lines = (
        (eligible, "eligible", "人"),
        (present, "present", "人"),
        ("其中委托投票", "proxies", "票"),
        ("发出选票", "issued", "张"),
        ("收回选票", "returned", "张"),
        ("有效票", "valid", "张"),
        ("无效票", "invalid", "张"),
    )
    for label, name, unit in lines:
        if name != "proxies" or counts[name]:
            yield Fact(label, f"{count_zh(counts[name])} {unit}")


def find(
    ballot: Ballot, law: Law, quorum: Share | None, majority: Share | None
) -> Iterator[Finding]:
    """Yield the arithmetic as sentences: who came, whether enough, which votes were enough."""
    yield turnout(ballot, law)
    if quorum:
        yield check_quorum(ballot, law, quorum)
    yield check_papers(ballot)
    if majority:
        yield from check_majority(ballot, law, majority)


def turnout(ballot: Ballot, law: Law) -> Finding:
    """Return how many of those entitled took part."""
    eligible, present = ballot.counts["eligible"], ballot.counts["present"]
    whole_zh, part_zh, rate = words(law)
    share = percent(present, eligible)
    return Finding(
        rate,
        f"{whole_zh} {count_zh(eligible)} 人，{part_zh} {count_zh(present)} 人，{rate} {share}。",
    )


def check_quorum(ballot: Ballot, law: Law, quorum: Share) -> Finding:
    """Return whether enough took part."""
    base, present = ballot.counts[quorum.whole], ballot.counts["present"]
    least = quorum.least(base)
    whole_zh, part_zh, _ = words(law)
    is_reached = present >= least
    return Finding(
        "法定人数",
        f"须有{whole_zh}人数的{quorum.zh}参加，即至少 {count_zh(least)} 人；"
        f"{part_zh} {count_zh(present)} 人，{'达到' if is_reached else '未达到'}法定人数。",
        is_reached,
    )


def check_papers(ballot: Ballot) -> Finding:
    """Return how the papers add up."""
    valid, invalid, returned = (ballot.counts[name] for name in ("valid", "invalid", "returned"))
    both = valid + invalid
    return Finding(
        "票数核对",
        f"有效票 {count_zh(valid)} 张，无效票 {count_zh(invalid)} 张，合计 {count_zh(both)} 张，"
        f"与收回选票 {count_zh(returned)} 张{'相符' if both == returned else '不符'}。",
        both == returned,
    )


BASES = {"eligible": "应到人数", "present": "实到人数", "returned": "收回选票数"}
ELECTION_BASES = {"eligible": "登记参加选举人数", "present": "投票人数", "returned": "收回选票数"}


def check_majority(ballot: Ballot, law: Law, majority: Share) -> Iterator[Finding]:
    """Yield for each option that had to reach a share whether it did."""
    base = ballot.counts[majority.whole]
    least = majority.least(base)
    base_zh = (ELECTION_BASES if law.is_election else BASES)[majority.whole]
    decided = [one for one in ballot.options if one[0] in FOR and not law.is_election]
    for label, votes, _ in decided or [one for one in ballot.options if one[2]]:
        is_reached = votes >= least
        yield Finding(
            "当选票数" if law.is_election else "通过票数",
            f"须得{base_zh}的{majority.zh}，即至少 {count_zh(least)} 票；"
            f"“{label}”得 {count_zh(votes)} 票，为{base_zh}的 {percent(votes, base)}，"
            f"{'达到' if is_reached else '未达到'}法定票数。",
            is_reached,
        )


def view_options(ballot: Ballot, law: Law) -> Iterator[Option]:
    """Yield the options as given, with their share of the valid papers."""
    valid = ballot.counts["valid"]
    for label, votes, is_passed in ballot.options:
        share = percent(votes, valid)
        result = ("当选" if law.is_election else "通过") if is_passed else ""
        yield Option(label, votes, share, share.removesuffix("%") or "0", result)
