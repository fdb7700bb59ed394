"""Holds sites on a web server against what a bundle signs, as readers are shown them."""

from __future__ import annotations

import hashlib
from collections.abc import Callable

from disclosure.bundle.canonical import hash_of
from disclosure.bundle.manifest import Line
from disclosure.bundle.parts import part_of
from disclosure.bundle.verify import Differences
from disclosure.mirror.notes import LONGEST, without_notes
from disclosure.mirror.proof import Proof, Signed, is_page, without_places
from disclosure.mirror.source import Source
from disclosure.problem import DisclosureError
from disclosure.refusal import why_refused
from disclosure.trust.client import SOURCE_UNREACHABLE

Progress = Callable[[int, int], None]  # how many are done, of how many


def prove_line(place: Source, signed: Signed, progress: Progress) -> Proof:
    """Return how a web server differs; what it has beside is not to be known."""
    missing, changed, noted = list[str](), list[str](), list[str]()
    for done, line in enumerate(signed.lines, 1):
        try:
            if not is_as_signed(place, line):
                is_noted = is_page(line.path) and is_as_signed_but_for_notes(place, line, signed)
                (noted if is_noted else changed).append(line.path)
        except FileNotFoundError:
            missing.append(line.path)
        except OSError as error:
            problem = SOURCE_UNREACHABLE.at("", value=place.name, reason=why_refused(error))
            raise DisclosureError(problem) from error
        progress(done, len(signed.lines))
    differences = Differences((), without_places(sorted(missing)), tuple(sorted(changed)))
    return Proof(differences, noted=tuple(sorted(noted)))


def is_as_signed(place: Source, line: Line) -> bool:
    """Tell whether a file is what is signed; no more of it is read than it is to have."""
    found, size = hashlib.sha256(), 0
    for chunk in place.read(line.path):
        size += len(chunk)
        if size > line.size:
            return False
        found.update(chunk)
    return (size, found.hexdigest()) == (line.size, line.sha256)


def is_as_signed_but_for_notes(place: Source, line: Line, signed: Signed) -> bool:
    """Tell whether a page is what is signed below what a mirror says above it, and that is right.

    So what readers are shown is looked at, not a file that a server keeps for whoever checks it.
    """
    page = b""
    for chunk in place.read(line.path):
        page += chunk
        if len(page) > line.size + LONGEST:
            return False
    plain, version = without_notes(page)
    pledge = signed.pledges[part_of(line.path)[0]]
    is_right = version in ("", str(pledge.version))
    return is_right and hash_of(plain) == line.sha256
