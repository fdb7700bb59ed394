"""A feed holds what the library for feeds would write, byte for byte."""

from __future__ import annotations

from datetime import UTC, datetime
from io import StringIO

from feedgenerator import Atom1Feed
from hypothesis import given
from hypothesis import strategies as st

from disclosure.sites.pages.feed import Feed, News, write_feed

TEXT = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=12)
NEWS = st.builds(
    News,
    title=TEXT,
    link=st.sampled_from(["articles/a.html", "https://例.cn/9901/a b.html?x=1&y='2'"]),
    id=TEXT.map("tag:{}".format),
    summary=TEXT,
    publisher=TEXT,
    category=TEXT,
    day=st.datetimes(min_value=datetime(2000, 1, 1), timezones=st.just(UTC)),
)
FEED = st.builds(
    Feed,
    title=TEXT,
    link=st.just("group/A01.html"),
    address=st.just("group/A01.xml"),
    id=TEXT.map("tag:{}".format),
    author=TEXT,
    news=st.lists(NEWS, min_size=1, max_size=3),
)


def by_library(feed: Feed) -> bytes:
    """Return the feed as the library writes it."""
    made = Atom1Feed(
        title=feed.title,
        link=feed.link,
        feed_url=feed.address,
        description="",
        language="zh-CN",
        feed_guid=feed.id,
        author_name=feed.author,
    )
    for one in feed.news:
        made.add_item(
            title=one.title,
            link=one.link,
            unique_id=one.id,
            description=one.summary,
            author_name=one.publisher,
            categories=[one.category] if one.category else None,
            pubdate=one.day,
            updateddate=one.day,
        )
    target = StringIO(newline="")
    made.write(target, "utf-8")
    return target.getvalue().encode()


@given(FEED)
def test_bytes_are_those_of_the_library(feed: Feed) -> None:
    assert write_feed(feed) == by_library(feed)


def test_characters_that_xml_does_not_know_are_left_out() -> None:
    news = News("一\x00二\x1f", "a.html", "id", "", "", "", datetime(2026, 11, 20, tzinfo=UTC))

    written = write_feed(Feed("题", "index.html", "feed.xml", "id", "作者", [news]))

    assert "<title>一二</title>".encode() in written
