"""Single documents in lists of postings: taken out, put in, or told anew.

A list of postings names each document by the gap to the one before, so what changes is the
document's own entry and the gap behind it; all else is copied as it stands.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping
from itertools import accumulate, chain

from disclosure.search.vlq import DIGITS, MORE, decode, encode, split

Entry = tuple[str, ...]  # the gap to the document before; how often; where
Entries = Mapping[int, str | None]  # by number of a document: how often, and where; None = no more

# An entry in one look: so many places come after how often it says, as far as that is one digit.
# Nearly all say once or twice, and a group that is repeated takes longer.
NUMBER = f"[{DIGITS[MORE:]}]*[{DIGITS[:MORE]}]"
UNROLLED = 4
WHERE = "|".join(
    f"(?<={DIGITS[times]})" + (NUMBER * times if times <= UNROLLED else f"(?:{NUMBER}){{{times}}}")
    for times in range(1, MORE)
)
ENTRY = re.compile(f"({NUMBER})([{DIGITS[1:MORE]}])({WHERE})")


def with_entries(text: str, entries: Entries) -> str:
    """Return postings with some entries in place of those before."""
    found = entries_in(text)
    put_in(found, numbers_of(found), entries)
    return "".join(chain.from_iterable(found))


def entries_in(text: str) -> list[Entry]:
    """Return the entries of postings."""
    found: list[Entry] = ENTRY.findall(text)
    is_whole = "".join(chain.from_iterable(found)) == text
    return found if is_whole else entries_one_by_one(text)


def entries_one_by_one(text: str) -> list[Entry]:
    """Return entries with places, some of which are more than one digit tells."""
    numbers = split(text)
    found: list[Entry] = []
    at = 0
    while at < len(numbers):
        end = at + 2 + decode(numbers[at + 1])
        found.append((*numbers[at : at + 2], "".join(numbers[at + 2 : end])))
        at = end
    return found


def numbers_of(found: Iterable[Entry]) -> list[int]:
    """Return the numbers of the documents of some entries."""
    return list(accumulate(map(decode, [entry[0] for entry in found])))


def put_in(found: list[Entry], known: list[int], entries: Entries) -> None:
    """Bring entries, and the numbers of their documents, up to date."""
    for number in sorted(entries, reverse=True):  # what lies behind is finished
        entry, place = entries[number], bisect_left(known, number)
        is_there = place < len(known) and known[place] == number
        if is_there and entry is not None:
            found[place] = found[place][0], entry
        elif is_there:
            del found[place], known[place]
            close_gap(found, known, place)
        elif entry is not None:
            found.insert(place, ("", entry))
            known.insert(place, number)
            close_gap(found, known, place)
            close_gap(found, known, place + 1)


def close_gap(found: list[Entry], known: list[int], place: int) -> None:
    """Tell the gap before an entry anew, where there is one at a place."""
    if place < len(known):
        before = known[place - 1] if place else 0
        found[place] = encode(known[place] - before), *found[place][1:]
