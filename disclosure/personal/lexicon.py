"""The words by which privacy rules know what may be personal (`catalogue/privacy_terms.yml`)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cached_property

from msgspec import Struct

from disclosure.personal.sought import Sought

HAN = "\u4e00-\u9fff"
STARS = "*＊"
SEPARATORS = re.compile(r"[、,，;；/\s]+")
ASIDE = re.compile(r"[（(].*?[)）]|等\d*[人户名]?$")
LONGEST_NAME = 4
HOUSES = ("栋", "幢", "座", "号楼", "单元")
IN_GROUP = re.compile(r"[组社队]\s*\d{1,4}号")
LABEL_ENDS = ("：", ":", "姓名", " ", "\u3000")  # what follows a label that a name follows
CHOICE_ENDS = ("：", ":", "者：", "者:", "人员：", "人员:")

LISTS = (
    "surnames",
    "compound_surnames",
    "not_names",
    "titles",
    "organisation_ends",
    "person_labels",
    "person_columns",
    "counterparty_columns",
    "person_types",
    "reporter_labels",
    "reporter_columns",
    "introductions",
    "donor_labels",
    "donor_columns",
    "donor_consent_columns",
    "consent_given",
    "minor_labels",
    "minor_columns",
    "ballot_columns",
    "ballot_choices",
    "health_words",
    "health_columns",
    "family_words",
    "address_labels",
    "address_columns",
    "account_words",
    "account_columns",
    "secret_words",
    "secret_columns",
)


class Lexicon(Struct, frozen=True, dict=True):
    """The word lists by name; all of `LISTS` are there. Patterns are made once, when first used."""

    words: Mapping[str, tuple[str, ...]]

    def has(self, name: str, word: str) -> bool:
        """Tell whether a list holds a word."""
        return word in self.sets[name]

    def is_masked(self, name: str) -> bool:
        """Tell whether one name keeps at most its first and last character (王*, 王*明)."""
        return self.masked.fullmatch(name) is not None

    def is_organisation(self, text: str) -> bool:
        """Tell whether a text names a body; a short one with a surname first is a person."""
        if not text.endswith(self.words["organisation_ends"]):
            return False
        return len(text) > LONGEST_NAME or text[:1] not in self.sets["surnames"]

    def is_person(self, text: str) -> bool:
        """Tell whether a whole text reads like an unmasked personal name."""
        return self.is_name(text) and self.name.fullmatch(text) is not None

    def is_name(self, text: str) -> bool:
        """Tell whether what looks like a name is neither a plain word nor a form of address."""
        return (
            not text.startswith(self.words["not_names"])
            and not text.endswith(self.words["titles"])
            and not self.is_organisation(text)
        )

    def bare_names(self, cell: str) -> tuple[str, ...]:
        """Return the unmasked names in a cell of a column of persons; bodies are left out."""
        if self.is_masked(cell):
            return ()
        parts = SEPARATORS.split(ASIDE.sub("", cell.strip()))
        return tuple(
            part
            for part in parts
            if part and not self.is_masked(part) and not self.is_organisation(part)
        )

    def labelled(self, name: str) -> Sought:
        """Return what finds a list's labels, a colon and an unmasked name, group `name`."""
        return self.labels[name]

    @cached_property
    def sets(self) -> dict[str, frozenset[str]]:
        return {name: frozenset(words) for name, words in self.words.items()}

    @cached_property
    def person_headings(self) -> frozenset[str]:
        """Headings in a body under which persons are listed."""
        return self.sets["person_columns"] | self.sets["person_labels"]

    @cached_property
    def masked(self) -> re.Pattern[str]:
        compound = either(self.words["compound_surnames"])
        return re.compile(rf"(?:{compound}|[^\s{STARS}])[{STARS}]+[^\s{STARS}]?")

    @cached_property
    def name_part(self) -> str:
        surnames = "".join(self.words["surnames"])
        compound = either(self.words["compound_surnames"])
        return rf"(?P<name>(?:{compound}|[{surnames}])[{HAN}]{{1,2}})(?![{HAN}{STARS}])"

    @cached_property
    def name(self) -> re.Pattern[str]:
        return re.compile(self.name_part)

    @cached_property
    def labels(self) -> dict[str, Sought]:
        behind = rf"(?:姓名)?[ \u3000]*[：:][ \u3000]*{self.name_part}"
        return {
            name: Sought(
                rf"(?:{either(self.words[name])}){behind}",
                self.words[name],
                LABEL_ENDS,
            )
            for name in LISTS
            if name.endswith("_labels")
        }

    @cached_property
    def health(self) -> Sought:
        words = self.words["health_words"]
        return Sought(either(words), words)

    @cached_property
    def somebody(self) -> re.Pattern[str]:
        """A mark that a line speaks of one person: a masked or labelled name, or a family word."""
        surnames = "".join(self.words["surnames"])
        labels = either(self.words["person_labels"])
        family = either(self.words["family_words"])
        return re.compile(rf"[{surnames}][{STARS}某]+|(?:{labels})[：:] *[{surnames}]|{family}")

    @cached_property
    def introduced(self) -> Sought:
        """Somebody who gives his own name."""
        words = self.words["introductions"]
        return Sought(rf"(?:{either(words)})[：:]?{self.name_part}", words)

    @cached_property
    def vote(self) -> Sought:
        """How one named person voted: `张三投反对票`, `弃权：王五`."""
        words = self.words["ballot_choices"]
        choices = either(words)
        surnames = "".join(self.words["surnames"])
        person = rf"[{surnames}][{HAN}]{{1,2}}?"
        pattern = (
            rf"(?<![{HAN}])(?P<name>{person})(?:投了?|表示)(?:{choices})"
            rf"|(?:{choices})(?:者|人员)?[：:] *(?P<other>{person})(?![{HAN}])"
        )
        said = (verb + word for word in words for verb in ("投", "投了", "表示"))
        listed = (word + end for word in words for end in CHOICE_ENDS)
        return Sought(pattern, (*said, *listed))

    @cached_property
    def account(self) -> Sought:
        """An account word and the number that follows it."""
        words = self.words["account_words"]
        number = r"(?P<number>\d[\d -]{6,28}\d)"
        return Sought(rf"(?:{either(words)})[^\d\n*＊。；]{{0,12}}{number}", words)

    @cached_property
    def secret(self) -> Sought:
        words = self.words["secret_words"]
        number = r"(?P<number>\d[\d.,]*)"
        pattern = rf"(?P<word>{either(words)})(?:金额|价格)?(?:为|是|[：:])\s*{number}"
        return Sought(pattern, words)

    @cached_property
    def home(self) -> Sought:
        """An address of somebody, down to the door."""
        labels = self.words["address_labels"]
        pattern = (
            rf"(?:{either(labels)}) *(?:为|在|[：:])? *[^\n。；，,|]{{2,40}}?\d+\s*(?:号|室|户)"
            r"|\d+\s*(?:栋|幢|座|号楼)\s*(?:\d+\s*单元)?\s*\d{2,4}\s*(?:室|号|户)"
            r"|\d+\s*单元\s*\d{2,4}\s*(?:室|号|户)?(?!\d)"
            r"|[组社队]\s*\d{1,4}号(?![\u4e00-\u9fff])"
        )
        return Sought(pattern, (*labels, *HOUSES), form=IN_GROUP)


def either(words: tuple[str, ...]) -> str:
    """Return a pattern of some words, the longest first; of none, one that never matches."""
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return "|".join(map(re.escape, ordered)) or r"(?!)"
