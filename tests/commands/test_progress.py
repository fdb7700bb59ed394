from __future__ import annotations

import pytest

from commands.progress import draw_bar, show_progress


def test_elsewhere_than_on_a_terminal_every_tenth_is_a_line(
    capsys: pytest.CaptureFixture[str],
) -> None:
    report = show_progress("生成")

    for done in range(1, 3330):
        report(done, 3329)

    lines = capsys.readouterr().err.splitlines()
    assert len(lines) == 10
    assert lines[0] == "生成 10%（333/3329）"
    assert lines[-1] == "生成 100%（3329/3329）"


def test_on_a_terminal_the_bar_draws_over_itself(capsys: pytest.CaptureFixture[str]) -> None:
    draw_bar("检查", 1, 2)
    draw_bar("检查", 2, 2)

    half, full = "#" * 15 + "." * 15, "#" * 30
    assert capsys.readouterr().err == f"\r检查 [{half}] 1/2\r检查 [{full}] 2/2\n"
