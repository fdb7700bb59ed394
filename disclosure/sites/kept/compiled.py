"""Templates as an earlier build compiled them, below `.build/templates/`: they are programs.

What is sealed as ours and was made on the same grounds is run; anything else is compiled again.
"""

from __future__ import annotations

from msgspec import Struct

from disclosure.search.state import State


class Compiled(Struct, frozen=True):
    """Where compiled templates are kept, and the digest of all they depend on."""

    state: State
    grounds: str

    def read(self, name: str) -> bytes | None:
        """Return what is kept under a name, None where there is nothing to believe."""
        return self.state.read_bytes(name, self.grounds)

    def write(self, name: str, code: bytes) -> None:
        """Keep the code of a template; where the disk refuses, it is compiled again next time."""
        try:
            self.state.write_bytes(name, self.grounds, code)
        except OSError:
            return
