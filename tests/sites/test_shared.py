"""What a worker on another machine must see as the program does: each way in which it may not."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from disclosure.catalogue import PRODUCT
from disclosure.problem import DisclosureError
from disclosure.sites import shared
from disclosure.sites.shared import Shared, share
from tests.sites.trees import content_of, copy_small

CONFIG = PRODUCT / "pelicanconf.py"


def hint_of(seen: Shared) -> str:
    """Return what a worker that differs is told to do."""
    with pytest.raises(DisclosureError) as caught:
        seen.require_same()
    (problem,) = caught.value.problems
    assert problem.code == "worker-differs"
    assert problem.file == os.uname().nodename
    return problem.hint_zh


def test_worker_that_sees_the_same_may_work(tmp_path: Path) -> None:
    root = copy_small(tmp_path)

    with share(root, CONFIG, tmp_path / "output") as seen:
        seen.require_same()
        seen.require_going_on()

    assert content_of(tmp_path / "output") == {}


def test_worker_of_a_build_that_has_ended_does_nothing_more(tmp_path: Path) -> None:
    root = copy_small(tmp_path)
    with share(root, CONFIG, tmp_path / "output") as seen:
        pass

    with pytest.raises(DisclosureError):
        seen.require_going_on()


def test_output_on_another_disk_is_refused(tmp_path: Path) -> None:
    root = copy_small(tmp_path)

    with share(root, CONFIG, tmp_path / "output") as seen:
        (tmp_path / "output").rename(tmp_path / "elsewhere")

        assert "请把输出文件夹放在各台机器共用" in hint_of(seen)


def test_copy_of_the_content_is_refused(tmp_path: Path) -> None:
    root = copy_small(tmp_path)

    with share(root, CONFIG, tmp_path / "output") as seen:
        (root / "content").rename(tmp_path / "before")
        shutil.copytree(tmp_path / "before", root / "content")

        assert "请把内容放在各台机器共用" in hint_of(seen)


def test_other_settings_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = copy_small(tmp_path)
    config = PRODUCT / "publishconf.py"

    with share(root, config, tmp_path / "output") as seen:
        monkeypatch.setenv("DISCLOSURE_PUBLIC_URL", "https://www.example.gov.cn/gk/")

        assert "同样的环境变量" in hint_of(seen)


def test_worker_that_began_with_older_code_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = copy_small(tmp_path)
    monkeypatch.setattr(shared, "code_loaded", lambda: "older")

    with share(root, CONFIG, tmp_path / "output") as seen:
        assert "重新启动工作进程" in hint_of(seen)
