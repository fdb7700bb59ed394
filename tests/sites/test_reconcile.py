"""What was read is held against what was given, what was written against what was read."""

from __future__ import annotations

from pathlib import Path

from disclosure.rules.facts import load_facts
from disclosure.sites.reconcile import missing_pages, pages_in, unread_entries
from disclosure.sites.site import prepare_site
from tests.sites.trees import DAY, SMALL


def test_entry_without_a_page_is_a_problem_and_a_draft_is_not(tmp_path: Path) -> None:
    facts = load_facts(SMALL, DAY)
    village = facts.register.resolve("990101100201")
    site = prepare_site(facts, village, DAY, frozenset())
    (tmp_path / "notices").mkdir()
    (tmp_path / "notices" / "pond-lease.html").write_text("")

    problems = missing_pages(site, pages_in(tmp_path))

    assert {problem.code for problem in problems} == {"page-not-written"}
    assert sorted(problem.value for problem in problems) == [
        "甲村2026年9月财务收支明细",
        "甲村用水价格说明",
    ]


def test_source_pelican_failed_to_read_is_a_problem() -> None:
    problems = unread_entries({"articles/b.md": None, "articles/a.md": object()})

    assert [(problem.code, problem.file) for problem in problems] == [
        ("entry-not-read", "articles/b.md")
    ]
