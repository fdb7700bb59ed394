"""A property that is worked out once."""

from __future__ import annotations

from msgspec import Struct, field

from disclosure.once import once


class Word(Struct, frozen=True, dict=True):
    """A word that counts how often its length was worked out."""

    text: str
    asked: list[str] = field(default_factory=list)

    @once
    def length(self) -> int:
        """How long it is."""
        self.asked.append(self.text)
        return len(self.text)


def test_value_is_worked_out_when_it_is_asked_for_and_not_again() -> None:
    word = Word("公示")

    assert word.asked == []
    assert [word.length, word.length] == [2, 2]
    assert word.asked == ["公示"]


def test_every_instance_has_a_value_of_its_own() -> None:
    short, long = Word("公示"), Word("公示期间")

    assert (short.length, long.length) == (2, 4)


def test_property_of_the_class_tells_what_it_is() -> None:
    assert Word.length.__doc__ == "How long it is."
