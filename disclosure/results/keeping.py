"""Checks a division, or knows from before what is found there.

A result is believed where everything it rests on is the same: the rules, the standard and the
registers, the content of the folder, what was looked up elsewhere, and the day as far as it
matters. See docs/decisions/0014-result-cache.md.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from msgspec.structs import replace

from disclosure.division import Division
from disclosure.kept.grounds import digest_grounds
from disclosure.kept.looks import Looks, open_looks
from disclosure.kept.store import Store, code_of, open_store
from disclosure.results.day import WatchedDay
from disclosure.results.record import Record, read_record, write_record
from disclosure.rules.check import CheckDivision, Checked, check_division
from disclosure.rules.facts import Facts
from disclosure.rules.witness import Witness

FOLDER = "check"
LIBRARIES = ("frictionless", "pypdf", "pyyaml")  # those that rules ask


@contextmanager
def kept_results(
    root: Path, *, is_wanted: bool = True, secret: bytes = b""
) -> Iterator[CheckDivision]:
    """Give what checks a division, knowing the results kept under a root; keep the new ones.

    Facts are to be loaded inside. Machines that share a secret believe each other's results. Where
    results are not wanted or cannot be kept, every division is checked.
    """
    results = open_results(root, secret) if is_wanted else None
    if results is None:
        yield check_division
    else:
        yield results.check
        results.save()


def open_results(root: Path, secret: bytes = b"") -> Results | None:
    """Return the results kept under a root, None where none can be kept."""
    looks = open_looks(root)
    store = open_store(root, FOLDER, secret) if looks else None
    if looks is None or store is None:
        return None
    try:
        grounds = digest_grounds(root, LIBRARIES)
    except OSError:
        return None  # whoever reads it says what is wrong
    return Results(root, store, grounds, looks)


class Results:
    """The results of one run: those read when it began, and those it adds.

    `anew` are the codes of the divisions it had to check.
    """

    def __init__(self, root: Path, store: Store, grounds: str, looks: Looks) -> None:
        self.root = root
        self.store = store
        self.grounds = grounds
        self.looks = looks
        self.lines = {code_of(line): line for line in store.read(grounds)}
        self.above: dict[str, frozenset[str]] = {}  # of the results that are new
        self.anew: list[str] = []
        self.is_new = False

    def check(self, division: Division, facts: Facts) -> Checked:
        """Return what is found in a division's folder."""
        line = self.lines.get(division.code)
        record = read_record(line, division.folder) if line else None
        if record and self.holds(record, facts.today):
            return record.checked
        return self.check_anew(division, facts)

    def holds(self, record: Record, day: date) -> bool:
        """Tell whether all that a record rests on is the same."""
        is_in_time = record.low <= day.toordinal() <= record.high
        return is_in_time and self.looks.holds(record.code, record.basis)

    def check_anew(self, division: Division, facts: Facts) -> Checked:
        """Check a division and keep the result, unless something changed meanwhile."""
        code = division.code
        self.anew.append(code)
        self.is_new = self.lines.pop(code, None) is not None or self.is_new
        for one in (division, *facts.register.ancestors(division)):
            self.looks.of(one.code)  # before any rule does
        day, witness = WatchedDay.of(facts.today), Witness()
        checked = check_division(division, replace(facts, today=day, witness=witness))
        if witness.above and facts.catalogue.overrides:
            day.pin()  # what was read for another division before was asked of its day, not ours
        basis = self.looks.basis(code, witness)
        if basis:
            record = Record(code, basis, day.low, day.high, checked)
            self.lines[code] = write_record(record, division.folder)
            self.above[code] = frozenset(basis.above)
            self.is_new = True
        return checked

    def save(self) -> None:
        """Write what is new, unless what it rests on changed while it was found."""
        self.looks.save()
        if not self.is_new:
            return
        changed = self.looks.changed({code for some in self.above.values() for code in some})
        for code, above in self.above.items():
            if above & changed:
                self.lines.pop(code, None)
        try:
            if digest_grounds(self.root, LIBRARIES) == self.grounds:
                lines = (line for _, line in sorted(self.lines.items()))
                self.store.write(self.grounds, lines)
        except OSError:
            return  # nothing is kept, and nothing is wrong with the content
