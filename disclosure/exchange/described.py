"""What the descriptor of an import says: by the command, the sheet's signatures, an answer."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct
from msgspec.structs import replace

from disclosure.catalogue import Catalogue, Category, Key, KeyType, Table, Trigger
from disclosure.catalogue.headings import fold
from disclosure.division import Division
from disclosure.exchange.around import KEYS, Said
from disclosure.exchange.change import DoubtError
from disclosure.exchange.constant import ANSWER_WRONG
from disclosure.exchange.day import read_day
from disclosure.exchange.private import KINDS, PERSONAL
from disclosure.period import Period
from disclosure.personal import scan
from disclosure.personal.hide import hide_numbers
from disclosure.problem import DisclosureError, Problem, clip
from disclosure.rules.facts import Facts

ASKED = ("publisher", "review.by", "review.date")
GIVEN = ("title", "publisher", "author", "date", "review.by", "review.date",
         "review.basis", "formed_on", "event_on")  # fmt: skip


class Blank(Struct, frozen=True):
    """A key nobody has said anything of yet: it may be asked for, or filled in later."""

    name: str
    title: str
    choices: tuple[str, ...] = ()
    refused: str = ""  # what the sheet says, where that cannot be taken

    @property
    def text(self) -> str:
        """The question in words."""
        wrong = f"表里写的“{clip(self.refused)}”不能照用；" if self.refused else ""
        hint = f"（{'、'.join(self.choices)}）" if self.choices else ""
        return f"{wrong}{self.title}{hint}，不填按回车，以后在 datapackage.yaml 里补"


class Description(Struct, frozen=True):
    """The keys that are known, those that are not, and those the sheet says, by their titles."""

    values: Mapping[str, str]
    blanks: tuple[Blank, ...]
    beside: Mapping[str, Said]


def key_of(name: str, catalogue: Catalogue) -> Key:
    """Return a key by its dotted name."""
    first, _, rest = name.partition(".")
    key = catalogue.keys[first]
    return key.fields[rest] if rest else key


def asked_of(category: Category, period: Period | None) -> tuple[str, ...]:
    """Return the keys a new package of a category cannot be published without."""
    if period is not None or category.trigger is Trigger.PERIODIC:
        return ASKED
    return (*ASKED, category.trigger.key)


def asked_in_form(table: Table, catalogue: Catalogue) -> tuple[Key, ...]:
    """Return the keys the form of a table asks for: what any of its categories needs."""
    names = dict.fromkeys(
        name
        for category in catalogue.categories.values()
        if category.data_table == table.name and not category.view_of
        for name in asked_of(category, None)
    )
    return tuple(key_of(name, catalogue) for name in names)


def split_answers(
    answers: Mapping[str, str], table: Table, catalogue: Catalogue
) -> tuple[dict[str, str], dict[str, str]]:
    """Return the answers about keys of the descriptor, and the others, which are about columns."""
    columns = {
        fold(text) for column in table.columns.values() for text in (column.name, column.title)
    }
    names = {fold(key_of(name, catalogue).title): name for name in GIVEN}
    names |= {name: name for name in GIVEN}
    keys, others = {}, {}
    for given, value in answers.items():
        name = None if fold(given) in columns else names.get(fold(given))
        if name:
            keys[name] = value
        else:
            others[given] = value
    return keys, others


def describe(
    facts: Facts,
    division: Division,
    category: Category,
    table: Table,
    period: Period | None,
    said: Mapping[str, Said],
    given: Mapping[str, str],
    file: str,
) -> Description:
    """Return what the descriptor of a new package says; raise where it names a person's number."""
    own = tuple(one.name for one in facts.publishers if one.division == division.code)
    written = {name: found for name in KEYS if (found := said_of(name, said))}
    values = {
        "title": f"{division.name}{period.zh if period else ''}{table.title}",
        "date": f"{facts.today} 09:00",
        "publisher": own[0] if len(own) == 1 and "publisher" not in written else "",
        "period": str(period or ""),
    }
    beside = {
        name: replace(one, text=text)
        for name, one in written.items()
        if name not in given and (text := taken(name, one.text, period, facts))
    }
    values |= {name: one.text for name, one in beside.items()}
    for name, text in given.items():
        is_day = key_of(name, facts.catalogue).type is KeyType.DAY
        values[name] = day_given(name, text, period, facts.catalogue) if is_day else text
    refuse_numbers(values, facts.catalogue, file)
    blanks = (
        Blank(
            name,
            key_of(name, facts.catalogue).title,
            own if name == "publisher" else (),
            hide_numbers(written[name].text) if name in written else "",
        )
        for name in asked_of(category, period)
        if not values.get(name)
    )
    return Description(
        {name: text for name, text in values.items() if text},
        tuple(blanks),
        {key_of(name, facts.catalogue).title: one for name, one in beside.items()},
    )


def said_of(name: str, said: Mapping[str, Said]) -> Said | None:
    """Return what stands behind the first label of a key."""
    return next((said[label] for label in KEYS[name] if label in said), None)


def taken(name: str, text: str, period: Period | None, facts: Facts) -> str:
    """Return a value that stands beside the table; one that is not certain is asked for."""
    if name == "publisher":
        return text if any(one.name == text for one in facts.publishers) else ""
    if key_of(name, facts.catalogue).type is not KeyType.DAY:
        return text
    try:
        return read_day(text, period).text
    except DoubtError:
        return ""


def day_given(name: str, text: str, period: Period | None, catalogue: Catalogue) -> str:
    """Return a day somebody typed; raise where it is none."""
    try:
        return read_day(text, period).text
    except DoubtError as doubt:
        raise DisclosureError(
            ANSWER_WRONG.at(
                "",
                0,
                name,
                value=text,
                title=key_of(name, catalogue).title,
                reason_zh=doubt.zh,
                reason_en=doubt.en,
            )
        ) from None


def refuse_numbers(values: Mapping[str, str], catalogue: Catalogue, file: str) -> None:
    """Raise where a text of the descriptor holds the number of a person."""
    found = tuple(numbers_in(values, catalogue, file))
    if found:
        raise DisclosureError(*found)


def numbers_in(values: Mapping[str, str], catalogue: Catalogue, file: str) -> Iterator[Problem]:
    """Yield the problem of each number."""
    for name, text in values.items():
        for finding in scan(text):
            if finding.kind in KINDS:
                yield PERSONAL.at(
                    file,
                    0,
                    name,
                    value=finding.masked,
                    place="表外或命令里",
                    title=key_of(name, catalogue).title,
                    kind=KINDS[finding.kind],
                )
