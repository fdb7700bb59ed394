"""Checks a division, or knows from before what is found there.

A result is believed where everything it rests on is the same: the rules, the standard and the
registers, the content of the folder, what was looked up elsewhere, and the day as far as it
matters. See docs/decisions/0014-result-cache.md.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path

from disclosure.division import Division
from disclosure.results.day import WatchedDay
from disclosure.results.grounds import digest_grounds
from disclosure.results.place import Look, OddFileError, content_of, list_place, measure
from disclosure.results.record import Record, code_of, read_record, write_record
from disclosure.results.store import Store, open_store
from disclosure.rules.check import CheckDivision, Checked, check_division
from disclosure.rules.facts import Facts
from disclosure.rules.witness import Witness

SETTLED = 3_000_000_000  # ns after which a file that changes again has another time of change


@contextmanager
def kept_results(root: Path, *, is_wanted: bool = True) -> Iterator[CheckDivision]:
    """Give what checks a division, knowing the results kept under a root; keep the new ones.

    Facts are to be loaded inside. Where results are not wanted or cannot be kept, every division is
    checked.
    """
    results = open_results(root) if is_wanted else None
    if results is None:
        yield check_division
    else:
        yield results.check
        results.save()


def open_results(root: Path) -> Results | None:
    """Return the results kept under a root, None where none can be kept."""
    content = root / "content"
    if content.is_symlink() or not content.is_dir():
        return None
    try:
        grounds = digest_grounds(root)
    except OSError:
        return None  # whoever reads it says what is wrong
    store = open_store(root)
    return Results(root, store, grounds) if store else None


class Results:
    """The results of one run: those read when it began, and those it adds.

    `anew` are the codes of the divisions it had to check.
    """

    def __init__(self, root: Path, store: Store, grounds: str) -> None:
        self.root = root
        self.store = store
        self.grounds = grounds
        self.lines = {code_of(line): line for line in store.read(grounds)}
        self.records: dict[str, Record | None] = {}
        self.folders: dict[str, str] = {}
        self.looks: dict[str, Look | None] = {}
        self.anew: list[str] = []
        self.is_new = False

    def check(self, division: Division, facts: Facts) -> Checked:
        """Return what is found in a division's folder."""
        look = self.look(division)
        if look is None:
            self.anew.append(division.code)
            self.forget(division.code)
            return check_division(division, facts)
        record = self.record(division)
        if record and self.holds(record, look, facts):
            if record.said != self.reliable(look):
                self.keep(replace(record, place=look.place, said=self.reliable(look)))
            return record.checked
        return self.check_anew(division, facts, look)

    def check_anew(self, division: Division, facts: Facts, look: Look) -> Checked:
        """Check a division and keep the result, unless something changed meanwhile."""
        self.anew.append(division.code)
        self.forget(division.code)
        for other in facts.register.ancestors(division):
            self.look(other)  # before any rule does
        day, witness = WatchedDay.of(facts.today), Witness()
        checked = check_division(division, replace(facts, today=day, witness=witness))
        if witness.above and facts.catalogue.overrides:
            day.pin()  # what was read for another division before was asked of its day, not ours
        above = {code: self.content_above(code, facts) for code in sorted(witness.above)}
        known = {code: content for code, content in above.items() if content is not None}
        if known == above and self.is_still(division.folder, look):
            said = self.reliable(look)
            sought = dict(sorted(witness.files.items()))
            self.keep(
                Record(
                    division.code, look.place, said, look.content, day.low, day.high, known,
                    sought, checked,
                )
            )  # fmt: skip
        return checked

    def holds(self, record: Record, look: Look, facts: Facts) -> bool:
        """Tell whether all that a record rests on is the same."""
        return (
            record.content == look.content
            and record.low <= facts.today.toordinal() <= record.high
            and all(
                self.content_above(code, facts) == content for code, content in record.above.items()
            )
            and all((self.root / file).is_file() == found for file, found in record.sought.items())
        )

    def content_above(self, code: str, facts: Facts) -> str | None:
        """Return the digest of another division's folder, None where it may not be relied on."""
        division = facts.register.get(code)
        look = self.look(division) if division else None
        return look.content if look else None

    def look(self, division: Division) -> Look | None:
        """Return what a division's folder holds, seen once a run; None where it is not plain."""
        if division.code not in self.looks:
            self.folders[division.code] = division.folder
            try:
                look = self.look_again(division)
            except (OSError, OddFileError):
                look = None
            self.looks[division.code] = look
        return self.looks[division.code]

    def look_again(self, division: Division) -> Look:
        """Look at a folder: whether it is as it was kept, and else at all of its content."""
        base = f"{self.root}/{division.folder}"
        record = self.record(division)
        if record and record.said:
            with suppress(OSError):  # something is gone
                said, newest = measure(base, record.place)
                if said == record.said:
                    return Look(record.place, said, newest, record.content)
        place = list_place(base)
        said, newest = measure(base, place)
        return Look(place, said, newest, content_of(base, place))

    def reliable(self, look: Look) -> str:
        """Return what the system says of a place, "" where a later change might not show in it."""
        is_settled = look.newest < self.store.opened - SETTLED
        return look.said if is_settled else ""

    def is_still(self, folder: str, look: Look) -> bool:
        """Tell whether a folder is as it was when it was looked at."""
        base = f"{self.root}/{folder}"
        try:
            if measure(base, look.place) != (look.said, look.newest):
                return False
            return bool(self.reliable(look)) or content_of(base, look.place) == look.content
        except OSError:
            return False

    def record(self, division: Division) -> Record | None:
        """Return what is kept of a division."""
        code = division.code
        if code not in self.records:
            line = self.lines.get(code)
            self.folders[code] = division.folder
            self.records[code] = read_record(line, division.folder) if line else None
        return self.records[code]

    def keep(self, record: Record) -> None:
        """Keep a record in place of the one before."""
        self.records[record.code] = record
        self.lines[record.code] = write_record(record, self.folders[record.code])
        self.is_new = True

    def forget(self, code: str) -> None:
        """Keep nothing of a division."""
        self.records[code] = None
        self.is_new = self.lines.pop(code, None) is not None or self.is_new

    def save(self) -> None:
        """Write what is new, unless what it rests on changed while it was found."""
        if not self.is_new:
            return
        for code in {code for record in self.records.values() if record for code in record.above}:
            look = self.looks.get(code)
            if look is None or not self.is_still(self.folders[code], look):
                for other, record in self.records.items():
                    if record and code in record.above:
                        self.lines.pop(other, None)
        try:
            if digest_grounds(self.root) == self.grounds:
                lines = (line for _, line in sorted(self.lines.items()))
                self.store.write(self.grounds, lines)
        except OSError:
            return  # nothing is kept, and nothing is wrong with the content
