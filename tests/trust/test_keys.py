"""Keys in a folder: never written over, opened by their password, put aside when others follow."""

from __future__ import annotations

from pathlib import Path

import pytest

from disclosure.problem import DisclosureError
from disclosure.trust.keys import KeyFolder, Keys, write_new


@pytest.fixture
def folder(tmp_path: Path) -> KeyFolder:
    return KeyFolder(tmp_path, "一句很长的话")


def code_of(error: DisclosureError) -> str:
    return error.problems[0].code


def test_key_is_opened_by_its_password_and_public_without_one(folder: KeyFolder) -> None:
    made = folder.make("root")

    assert list(Keys((folder,)).public("root").values()) == [made]
    assert [one.public_key for one in Keys((folder,)).signers("root")] == [made]


def test_private_half_is_for_its_owner_and_tells_nothing(folder: KeyFolder) -> None:
    folder.make("root")
    (private,) = folder.files("root", ".pem")

    assert private.stat().st_mode & 0o777 == 0o600
    assert b"ENCRYPTED PRIVATE KEY" in private.read_bytes()


def test_file_is_never_written_over(folder: KeyFolder) -> None:
    (folder.folder / "root-1.pem").write_bytes(b"somebody's")

    with pytest.raises(DisclosureError) as raised:
        write_new(folder.folder / "root-1.pem", b"ours", 0o600)

    assert code_of(raised.value) == "key-exists"
    assert (folder.folder / "root-1.pem").read_bytes() == b"somebody's"


@pytest.mark.parametrize("content", [b"", b"-----BEGIN PRIVATE KEY-----\n", b"\x00" * 300])
def test_file_that_is_no_key_is_refused(folder: KeyFolder, content: bytes) -> None:
    (folder.folder / "root-1.pem").write_bytes(content)

    with pytest.raises(DisclosureError) as raised:
        Keys((folder,)).signers("root")

    assert code_of(raised.value) == "key-not-opened"


def test_key_that_was_lost_is_put_aside_by_its_public_half(folder: KeyFolder) -> None:
    lost, other = folder.make("root"), folder.make("root")
    for path in folder.files("root", ".pem", lost.keyid[:8]):
        path.unlink()

    assert folder.retire("root", lost.keyid[:8].upper()) == 1

    assert list(Keys((folder,)).public("root", [lost, other])) == [other.keyid]


def test_key_that_was_put_aside_signs_no_more(folder: KeyFolder) -> None:
    old = folder.make("990121")

    assert folder.retire("990121") == 1
    new = folder.make("990121")

    assert list(Keys((folder,)).public("990121").values()) == [new]
    assert len(Keys((folder,)).signers("990121")) == 1
    assert len(Keys((folder,)).signers("990121", retired=True)) == 2
    assert old != new
