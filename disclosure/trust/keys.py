"""Keys in a folder: each in a file that a password opens, its public half in another beside it."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from msgspec import Struct
from securesystemslib.signer import CryptoSigner, Key, SSlibKey

from disclosure.problem import Code, DisclosureError
from disclosure.refusal import why_refused

PRIVATE, PUBLIC = ".pem", ".pub.json"
DEVELOPMENT = "DEVELOPMENT"
NOTICE = "演示用的密钥，人人都可以得到。\nKeys for development: everybody may have them.\n"
SHORT = 8  # digits of a key's id in the names of its files
RETIRED = "retired"  # the folder of keys that no longer count

KEY_EXISTS = Code(
    "key-exists",
    zh="{file} 已经存在，没有覆盖",
    en="{file} exists and was not written over",
    hint_zh="请换一个文件夹；要换用新的密钥，用 tasks.py keys rotate",
    hint_en="use another folder; to change a key use tasks.py keys rotate",
)
KEY_NOT_OPENED = Code(
    "key-not-opened",
    zh="打不开密钥 {file}：{reason_zh}",
    en="the key {file} cannot be opened: {reason_en}",
    hint_zh="请核对密码和文件；密码输错的，重新输入",
    hint_en="check the password and the file, and type it again",
)


class KeyFolder(Struct, frozen=True):
    """The keys that one holder keeps, and the password that opens them."""

    folder: Path
    password: str

    def make(self, role: str) -> SSlibKey:
        """Make one more key of a role; return its public half."""
        private = Ed25519PrivateKey.generate()
        public = CryptoSigner(private).public_key
        data = private.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.BestAvailableEncryption(self.password.encode()),
        )
        name = f"{role}-{public.keyid[:SHORT]}"
        write_new(self.folder / f"{name}{PRIVATE}", data, 0o600)
        about = {"keyid": public.keyid, **public.to_dict()}
        write_new(self.folder / f"{name}{PUBLIC}", as_json(about), 0o644)
        return public

    def open(self, path: Path) -> CryptoSigner:
        """Open one key."""
        try:
            private = serialization.load_pem_private_key(path.read_bytes(), self.password.encode())
        except OSError as error:
            raise not_opened(path, why_refused(error), str(error)) from error
        except (ValueError, TypeError) as error:
            raise not_opened(path, "密码不对，或者文件损坏", "wrong password or damaged") from error
        if not isinstance(private, Ed25519PrivateKey):
            raise not_opened(path, "不是 Ed25519 密钥", "not an Ed25519 key")
        return CryptoSigner(private)

    def retire(self, role: str, beginning: str = "") -> int:
        """Put the keys of a role aside whose id begins so, stolen, lost or old; count them.

        They count for nothing any more but to say that others have taken their place.
        """
        names = [path.name.removesuffix(PUBLIC) for path in self.files(role, PUBLIC, beginning)]
        for name in names:
            (self.folder / RETIRED).mkdir(exist_ok=True)
            for kind in (PRIVATE, PUBLIC):
                with suppress(FileNotFoundError):  # the private half may be elsewhere
                    (self.folder / f"{name}{kind}").replace(self.folder / RETIRED / f"{name}{kind}")
        return len(names)

    def files(
        self, role: str, kind: str, beginning: str = "", *, retired: bool = False
    ) -> Sequence[Path]:
        """Return the files of a role's keys of a kind, by the ids of the keys."""
        folders = (self.folder, self.folder / RETIRED) if retired else (self.folder,)
        pattern = f"{role}-{beginning.lower()}*{kind}"
        return [path for folder in folders for path in sorted(folder.glob(pattern))]


class Keys(Struct, frozen=True):
    """The keys at hand: the folders of all holders who are there."""

    folders: tuple[KeyFolder, ...]

    def public(self, role: str, before: Iterable[Key] = ()) -> dict[str, Key]:
        """Return the public halves of a role's keys by their id.

        Those `before` go on counting although their halves are not here, unless they were retired.
        """
        files = [path for one in self.folders for path in one.files(role, PUBLIC, retired=True)]
        retired = {read_public(path).keyid for path in files if path.parent.name == RETIRED}
        here = [read_public(path) for path in files]
        return {key.keyid: key for key in (*before, *here) if key.keyid not in retired}

    def signers(self, role: str, *, retired: bool = False) -> list[CryptoSigner]:
        """Return what signs for a role, with those that signed for it before if asked for."""
        return [
            one.open(path)
            for one in self.folders
            for path in one.files(role, PRIVATE, retired=retired)
        ]

    @property
    def are_for_development(self) -> bool:
        """Whether these keys are the demonstration's: everybody may have them."""
        return any((one.folder / DEVELOPMENT).exists() for one in self.folders)


def read_public(path: Path) -> SSlibKey:
    """Read the public half of a key."""
    try:
        about = json.loads(path.read_text("utf-8"))
        key = SSlibKey.from_dict(about.pop("keyid"), about)
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise not_opened(path, "不是公钥文件", f"not the public half of a key: {error}") from error
    assert isinstance(key, SSlibKey)
    return key


def not_opened(path: Path, reason_zh: str, reason_en: str) -> DisclosureError:
    """Return the refusal of a key file."""
    return DisclosureError(
        KEY_NOT_OPENED.at(path.as_posix(), reason_zh=reason_zh, reason_en=reason_en)
    )


def as_json(about: object) -> bytes:
    """Return JSON as people read it."""
    return (json.dumps(about, ensure_ascii=False, indent=2, sort_keys=True) + "\n").encode()


def write_new(path: Path, data: bytes, mode: int) -> None:
    """Write a file that is not there yet, readable as the mode says."""
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode)
    except FileExistsError as error:
        raise DisclosureError(KEY_EXISTS.at(path.as_posix())) from error
    with os.fdopen(handle, "wb") as file:
        file.write(data)
