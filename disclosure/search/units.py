"""Terms in the order of a browser's strings: by UTF-16 units, where Python goes by characters."""

from __future__ import annotations

LAST_OF_ONE_UNIT = "\uffff"
UNIT_BITS = 16
STEP = UNIT_BITS + 1  # bits that one unit takes: a 1 that says it is there, and its own


def units_of(term: str) -> str:
    """Return a term with each character outside the basic plane as its two surrogates."""
    if term.isascii() or max(term) <= LAST_OF_ONE_UNIT:
        return term
    units = term.encode("utf-16-be", "surrogatepass")
    return "".join(chr(units[place] << 8 | units[place + 1]) for place in range(0, len(units), 2))


def common_bits(one: str, two: str) -> int:
    """Return how many bits two different terms, as units, have in common from the start."""
    place = 0
    for first, second in zip(one, two, strict=False):
        if first != second:
            differing = (ord(first) ^ ord(second)).bit_length()
            return place * STEP + STEP - differing
        place += 1
    return place * STEP


def bit_of(term: str, place: int) -> bool:
    """Tell whether the bit of a term, as units, at a place from 0 is a 1."""
    unit, bit = divmod(place, STEP)
    if not bit:
        return len(term) > unit
    return bool(ord(term[unit]) >> UNIT_BITS - bit & 1)


def bits_of(term: str, count: int) -> str:
    """Return the first bits of a term, as units, as "0" and "1"; after its end comes a 0."""
    bits = ""
    for unit in term:
        if len(bits) >= count:
            break
        bits += f"1{ord(unit):0{UNIT_BITS}b}"
    return f"{bits}0"[:count]
