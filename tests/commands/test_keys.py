"""`tasks.py keys` makes, shows and replaces keys; `tasks.py bundle --keys` signs with them."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tasks import program
from tests.bundle.sites import COUNTY, VILLAGE, page, write_files, write_output
from tests.sites.trees import copy_small

PASSWORD = {"DISCLOSURE_KEY_PASSWORD": "一句足够长的话就可以当密码"}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A root whose sites stand in its output."""
    root = copy_small(tmp_path)
    write_output(root / "output")
    return root


def run(root: Path, *arguments: str, env: dict[str, str] | None = None) -> Result:
    return CliRunner().invoke(program, [*arguments, "--root", str(root)], env=env)


def keys_of(root: Path) -> str:
    folder = str(root / "keys")
    assert run(root, "keys", "make", "--development", "--keys", folder).exit_code == 0
    return folder


def bundled(root: Path, keys: str, env: dict[str, str] | None = None) -> Result:
    out = ("--out", str(root / "b"), "--as-of", "2026-11-22")
    return run(root, "bundle", *out, "--keys", keys, env=env)


def test_holder_makes_a_key_with_a_password_of_their_own(root: Path) -> None:
    folder = root / "stick"

    made = run(root, "keys", "make", "root", "东区", "--keys", str(folder), env=PASSWORD)
    shown = CliRunner().invoke(program, ["keys", "show", "--keys", str(folder)])

    assert made.exit_code == 0
    roles = [path.name.partition("-")[0] for path in sorted(folder.glob("*.pem"))]
    assert roles == [COUNTY, "root"]
    fingerprint = made.stdout.splitlines()[0].partition("　")[2]
    assert f"　{fingerprint}" in shown.stdout


def test_short_password_is_refused(root: Path) -> None:
    made = run(root, "keys", "make", "root", "--keys", str(root / "k"),
               env={"DISCLOSURE_KEY_PASSWORD": "短"})  # fmt: skip

    assert made.exit_code == 2
    assert "密码不少于 12 个字符，输入的只有 1 个" in made.stderr
    assert not (root / "k").exists()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "请写明角色"),
        (["root", "--development"], "请写明角色"),
        (["甲村"], "由所在的县（区）签名"),
        (["不存在县"], "没有找到区划"),
    ],
)
def test_what_was_typed_wrongly_is_told(root: Path, arguments: list[str], said: str) -> None:
    made = run(root, "keys", "make", *arguments, "--keys", str(root / "k"), env=PASSWORD)

    assert made.exit_code == 2
    assert said in made.stderr
    assert not (root / "k").exists()


def test_bundle_is_signed_and_what_is_new_is_signed_again(root: Path) -> None:
    keys = keys_of(root)

    first, second = bundled(root, keys), bundled(root, keys)
    write_files(root / "output", {f"{VILLAGE}/index.html": page("新")})
    third = bundled(root, keys)

    assert [one.exit_code for one in (first, second, third)] == [0, 0, 0]
    assert "已签名：有新版本的网站 5 个。" in first.stderr
    assert "已签名：有新版本的网站 0 个。" in second.stderr
    assert "已签名：有新版本的网站 1 个。" in third.stderr
    states = (root / f"b/history/{VILLAGE}.txt").read_text().split()
    assert len(states) == len(set(states)) == 2


def test_keys_for_development_are_refused_for_public_sites(root: Path) -> None:
    keys = keys_of(root)

    done = bundled(root, keys, {"DISCLOSURE_PUBLIC_URL": "https://www.example.gov.cn/gk"})

    assert done.exit_code == 2
    assert "不能用演示用的密钥签名" in done.stderr
    assert not (root / "b/metadata").exists()


def test_key_is_replaced_and_the_old_one_is_shown_as_put_aside(root: Path) -> None:
    keys = keys_of(root)
    bundled(root, keys)

    done = run(root, "keys", "replace", "东区", "--bundle", str(root / "b"), "--keys", keys)
    shown = CliRunner().invoke(program, ["keys", "show", "--keys", keys])

    assert done.exit_code == 0
    assert "有关清单已重新签名" in done.stderr
    lines = [line for line in shown.stdout.splitlines() if COUNTY in line]
    assert [line.endswith("已停用") for line in lines] == [False, True]
    assert bundled(root, keys).exit_code == 0


def test_no_key_is_put_aside_where_the_lists_are_not_ours(root: Path) -> None:
    keys = keys_of(root)
    bundled(root, keys)
    (root / "b/metadata/timestamp.json").write_text("{}")

    done = run(root, "keys", "replace", "东区", "--bundle", str(root / "b"), "--keys", keys)

    assert done.exit_code == 1
    assert not (Path(keys) / "retired").exists()


def test_key_that_was_lost_gives_way_to_one_that_is_there(root: Path) -> None:
    keys = keys_of(root)
    bundled(root, keys)
    lost = next(Path(keys).glob("root-*.pem"))
    lost.unlink()
    again = run(root, "keys", "make", "root", "--keys", str(root / "new"), env=PASSWORD)
    assert again.exit_code == 0
    command = ["keys", "replace", "root", "--bundle", str(root / "b"), "--keys", keys]

    short = run(root, *command, "--lost", lost.name[5:13], env=PASSWORD)
    done = run(root, *command, "--keys", str(root / "new"), env=PASSWORD)

    assert "root 应登记 5 把密钥，这里有 4 把的公钥" in short.stdout + short.stderr
    assert done.exit_code == 0, done.output
