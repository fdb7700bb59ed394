"""The kinds of publication: the folders of a division, and the content types they serve."""

from __future__ import annotations

from enum import Enum


class Kind(Enum):
    """A kind; the value is its folder. `data` is a data package, `pages` need no category."""

    ARTICLES = "articles"
    NOTICES = "notices"
    GUIDES = "guides"
    LETTERS = "letters"
    VOTES = "votes"
    ALBUMS = "albums"
    PAGES = "pages"
    DATA = "data"

    __hash__ = object.__hash__  # a member is itself: thousands of look-ups need no more

    @property
    def zh(self) -> str:
        return ZH[self]


ZH = {
    Kind.ARTICLES: "图文信息",
    Kind.NOTICES: "公示公告",
    Kind.GUIDES: "办事指南",
    Kind.LETTERS: "来信答复",
    Kind.VOTES: "表决评议",
    Kind.ALBUMS: "相册",
    Kind.PAGES: "专页",
    Kind.DATA: "数据包",
}
MARKDOWN_KINDS = tuple(kind for kind in Kind if kind is not Kind.DATA)
FILES = "files"  # the folder of attachments and pictures beside the kinds

KINDS_BY_CONTENT_TYPE = {
    "article": (Kind.ARTICLES, Kind.DATA),
    "notice": (Kind.NOTICES, Kind.DATA),
    "guide": (Kind.GUIDES, Kind.DATA),
    "letter": (Kind.LETTERS, Kind.DATA),
    "vote": (Kind.VOTES, Kind.DATA),
    "album": (Kind.ALBUMS, Kind.DATA),
    "table": (Kind.DATA, Kind.ARTICLES),
}
