"""What a mirror believes: the signed lists, fetched from a source and held against what it knew.

python-tuf does the work: signatures and thresholds, nothing older than before, nothing expired,
lists that belong together, each office only for its own codes.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from tuf.api.exceptions import (
    BadVersionNumberError,
    DownloadError,
    DownloadHTTPError,
    DownloadLengthMismatchError,
    ExpiredMetadataError,
    RepositoryError,
    UnsignedMetadataError,
)
from tuf.api.metadata import Targets
from tuf.ngclient import FetcherInterface, Updater

from disclosure.problem import Code, DisclosureError
from disclosure.refusal import why_refused
from disclosure.trust.pledge import Pledge, pledge_in
from disclosure.trust.roles import code_in, path_of

Fetch = Callable[[str], Iterator[bytes]]
METADATA = "metadata"
FIRST = f"{METADATA}/1.root.json"  # the keys that a mirror begins with
DEVELOPMENT = "x-disclosure-development"  # stands in a root of keys that are everybody's
NOT_FOUND = 404

LIST_EXPIRED = Code(
    "list-expired",
    zh="{value} 的签名清单已过有效期",
    en="the signed lists of {value} have expired",
    hint_zh="请换用最近制作的离线包；本机日期不对的，请先校准",
    hint_en="use a bundle made lately; if the date of this machine is wrong, set it",
)
LIST_OLDER = Code(
    "list-older",
    zh="{value} 比本机已有的旧，没有采用",
    en="{value} is older than what is here and was not taken",
    hint_zh="本机的内容更新，不必处理；要更新，请换用最近制作的离线包",
    hint_en="nothing need be done; to update, use a bundle made lately",
)
LIST_UNSIGNED = Code(
    "list-unsigned",
    zh="{value} 的签名不对，内容可能被改动过，没有采用",
    en="the signatures of {value} are wrong, it may have been altered; it was not taken",
    hint_zh="请不要使用这份离线包，并告诉发放单位",
    hint_en="do not use it, and tell whoever gave it to you",
)
LIST_DAMAGED = Code(
    "list-damaged",
    zh="{value} 的签名清单损坏或不完整，没有采用",
    en="the signed lists of {value} are damaged or not complete; nothing was taken",
    hint_zh="请重新拷贝或下载；仍不行的，告诉发放单位",
    hint_en="copy or download it again; if that does not help, tell whoever gave it to you",
)
SOURCE_UNREACHABLE = Code(
    "source-unreachable",
    zh="读不到 {value}：{reason}",
    en="{value} cannot be read: {reason}",
    hint_zh="请检查网络或U盘，稍后再试；本机继续显示原来的内容",
    hint_en="check the line or the stick and try again; what is here goes on being shown",
)


class Lists(Updater):
    """The signed lists of a source, at a moment that the caller says.

    python-tuf 7.0 has no public way to give it a clock, and keeps a link that FAT does not know:
    both are set here alone, and a test holds them to what they must do.
    """

    def __init__(self, folder: Path, fetch: Fetch, root: bytes, now: datetime) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        super().__init__(str(folder), METADATA, fetcher=ListFetcher(fetch), bootstrap=root)
        self._trusted_set.reference_time = now.astimezone(UTC)

    def _update_root_symlink(self) -> None:
        """Keep no link: the first root is always given."""

    def codes(self) -> list[str]:
        """Return the sites that are in the lists fetched so far."""
        lists = [one for one in self._trusted_set if isinstance(one, Targets)]
        return sorted(code_in(path) for one in lists for path in one.targets)

    def until(self) -> datetime:
        """Return until when what was fetched may be shown as new."""
        return min(self._trusted_set.timestamp.expires, self._trusted_set.snapshot.expires)


class ListFetcher(FetcherInterface):
    """Lets python-tuf read from a source of ours, line or stick alike."""

    def __init__(self, fetch: Fetch) -> None:
        self.source = fetch

    def _fetch(self, url: str) -> Iterator[bytes]:
        try:
            yield from self.source(url)
        except FileNotFoundError as error:
            raise DownloadHTTPError("缺少签名清单", NOT_FOUND) from error
        except OSError as error:
            raise DownloadError(why_refused(error)) from error


def fetch_lists(folder: Path, fetch: Fetch, root: bytes, now: datetime, name: str) -> Lists:
    """Return the lists of a source, newer than or the same as those known in `folder`.

    `name` is what people call the source. Raises DisclosureError; what was known stays.
    """
    with explained(name):
        lists = Lists(folder, fetch, root, now)
        lists.refresh()
        return lists


def fetch_pledge(lists: Lists, code: str, name: str) -> Pledge | None:
    """Return what is signed of a division's site, None where it has none."""
    with explained(name):
        target = lists.get_targetinfo(path_of(code))
        return pledge_in(target) if target else None


def is_not_there(error: DisclosureError) -> bool:
    """Whether a list was refused because its source has none, as a stick has some alone."""
    cause = error.__cause__
    return isinstance(cause, DownloadHTTPError) and cause.status_code == NOT_FOUND


def is_for_development(root: bytes) -> bool:
    """Whether these first keys are those of a demonstration, which everybody may have."""
    try:
        return bool(json.loads(root)["signed"].get(DEVELOPMENT))
    except (ValueError, KeyError, TypeError, AttributeError):
        return False


def fingerprint(root: bytes) -> str:
    """Return what people compare, to know that the first keys are the right ones."""
    return in_fours(hashlib.sha256(root).hexdigest()[:32])


def in_fours(digits: str) -> str:
    """Return digits as people compare them."""
    return " ".join(digits[place : place + 4].upper() for place in range(0, len(digits), 4))


@contextmanager
def explained(name: str) -> Iterator[None]:
    """Say in words of ours what python-tuf refuses; errors of this machine's disk are its own."""
    try:
        yield
    except (RepositoryError, DownloadError, ValueError) as error:
        raise DisclosureError(code_of(error).at("", value=name, reason=str(error))) from error


def code_of(error: Exception) -> Code:
    """Return what a refusal of python-tuf means to people."""
    for kind, code in (
        (ExpiredMetadataError, LIST_EXPIRED),
        (BadVersionNumberError, LIST_OLDER),
        (UnsignedMetadataError, LIST_UNSIGNED),
        (DownloadLengthMismatchError, LIST_DAMAGED),
        (DownloadError, SOURCE_UNREACHABLE),
    ):
        if isinstance(error, kind):
            return code
    return LIST_DAMAGED
