"""Every broken sample raises exactly the code it is named after."""

from __future__ import annotations

import tempfile
from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace

from disclosure.catalogue.check import check_catalogue
from disclosure.problem import DisclosureError, Problem
from disclosure.rules.check import check_content
from disclosure.rules.facts import load_facts
from disclosure.rules.reference import codes_by_area
from tests.catalogue.mended import copy_standard, mend
from tests.rules.verbs import TODAY, small_facts

BROKEN = Path(__file__).parents[1] / "data" / "broken"


@pytest.mark.parametrize("sample", sorted(BROKEN.iterdir()), ids=lambda path: path.name)
def test_broken_sample_raises_exactly_its_code(
    sample: Path, request: pytest.FixtureRequest
) -> None:
    problems = problems_of_sample(sample)
    told = report_of(problems[0])
    if request.config.getoption("--update-golden"):
        (sample / "report.txt").write_text(told, "utf-8", newline="\n")

    assert {problem.code for problem in problems} == {sample.name}
    assert told == (sample / "report.txt").read_text("utf-8")


def report_of(problem: Problem) -> str:
    """Return what the reference shows of a problem: its place, the message, the remedy."""
    place = [problem.file, f"第 {problem.line} 行" if problem.line else ""]
    place += [f"表格第 {problem.row} 行" if problem.row else ""]
    head = "，".join(filter(None, place))
    return f"{head}\n{problem.severity.zh}：{problem.message_zh}\n改法：{problem.hint_zh}\n".lstrip(
        "\n"
    )


def problems_of_sample(sample: Path) -> list[Problem]:
    """Check a sample; one with a `catalogue/` brings its own registers, `as-of.txt` its own day.

    `division.txt` holds what somebody typed to name a division; `mend.tsv` spoils a copy of the
    product's standard, which is then checked in place of content.
    """
    day = sample / "as-of.txt"
    today = date.fromisoformat(day.read_text().strip()) if day.exists() else TODAY
    if (sample / "mend.tsv").exists():
        with tempfile.TemporaryDirectory() as folder:
            root = mend(copy_standard(Path(folder)), (sample / "mend.tsv").read_text("utf-8"))
            return sorted(check_catalogue(root), key=lambda problem: problem.place)
    try:
        if (sample / "catalogue").exists():
            facts = load_facts(sample, today)
        else:
            facts = replace(small_facts(today), root=sample)
        if (sample / "division.txt").exists():
            facts.register.resolve((sample / "division.txt").read_text("utf-8"))
        return list(check_content(facts).problems)
    except DisclosureError as error:
        return list(error.problems)


# Codes no content raises: they are about the command typed, git, or a defect in theme and plugins.
# Each is named in a test beside what raises it.
RAISED_ELSEWHERE = {
    "build-day-unknown": "tests/sites/test_as_of.py",
    "build-failed": "tests/sites/test_build.py",
    "bundle-bare": "tests/mirror/test_proof.py",
    "bundle-busy": "tests/bundle/test_making.py",
    "bundle-file-changed": "tests/bundle/test_packing.py",
    "bundle-file-damaged": "tests/mirror/test_refusals.py",
    "bundle-file-missing": "tests/mirror/test_sync.py",
    "bundle-folder-refused": "tests/bundle/test_making.py",
    "bundle-name-unfit": "tests/bundle/test_making.py",
    "bundle-not-built": "tests/commands/test_bundle.py",
    "bundle-not-there": "tests/mirror/test_refusals.py",
    "bundle-refused": "tests/bundle/test_tar.py",
    "cluster-not-installed": "tests/sites/test_workshop.py",
    "cluster-unreachable": "tests/sites/test_cluster.py",
    "entry-not-read": "tests/sites/test_reconcile.py",
    "executor-unknown": "tests/sites/test_workshop.py",
    "file-unreadable": "tests/entry/test_folder.py",
    "git-failed": "tests/history",
    "history-changed": "tests/mirror/test_sync.py",
    "import-answer-missing": "tests/exchange/test_refusals.py",
    "import-answer-unknown": "tests/exchange/test_refusals.py",
    "import-answer-wrong": "tests/exchange/test_refusals.py",
    "import-category-unclear": "tests/exchange/test_refusals.py",
    "import-cell-unclear": "tests/exchange/test_slips.py",
    "import-column-missing": "tests/exchange/test_slips.py",
    "import-column-twice": "tests/exchange/test_slips.py",
    "import-empty": "tests/exchange/test_refusals.py",
    "import-header-unknown": "tests/exchange/test_slips.py",
    "import-package-other": "tests/exchange/test_refusals.py",
    "import-period-unfit": "tests/exchange/test_refusals.py",
    "import-personal-number": "tests/exchange/test_slips.py",
    "import-row-unclear": "tests/exchange/test_sums.py",
    "import-same-period": "tests/exchange/test_refusals.py",
    "import-sheet-unclear": "tests/exchange/test_refusals.py",
    "import-sum-wrong": "tests/exchange/test_sums.py",
    "import-table-unknown": "tests/exchange/test_refusals.py",
    "import-unit-differs": "tests/exchange/test_refusals.py",
    "key-exists": "tests/trust/test_keys.py",
    "key-not-opened": "tests/trust/test_keys.py",
    "keys-missing": "tests/trust/test_trust.py",
    "keys-unknown": "tests/trust/test_trust.py",
    "ledger-line-changed": "tests/published/test_ledger_line_changed.py",
    "ledger-table-gone": "tests/published/test_ledger_line_changed.py",
    "list-damaged": "tests/trust/test_trust.py",
    "list-expired": "tests/trust/test_trust.py",
    "list-not-ours": "tests/trust/test_trust.py",
    "list-older": "tests/trust/test_trust.py",
    "list-unsigned": "tests/trust/test_trust.py",
    "mirror-busy": "tests/mirror/test_sync.py",
    "mirror-no-room": "tests/mirror/test_sync.py",
    "mirror-not-there": "tests/mirror/test_refusals.py",
    "mirror-there-already": "tests/mirror/test_refusals.py",
    "new-already-there": "tests/rules/test_creation.py",
    "new-kind-not-fitting": "tests/rules/test_creation.py",
    "output-busy": "tests/sites/test_output.py",
    "output-differs": "tests/sites/test_verify.py",
    "output-refused": "tests/sites/test_output.py",
    "page-not-written": "tests/sites/test_reconcile.py",
    "part-wrong": "tests/sites/shards/test_merge.py",
    "parts-differ": "tests/sites/shards/test_merge.py",
    "parts-not-whole": "tests/sites/shards/test_merge.py",
    "path-not-content": "tests/rules/test_selection.py",
    "plugin-not-loaded": "tests/sites/test_build.py",
    "register-empty": "tests/starting/test_intake.py",
    "report-body-unknown": "tests/annual_report/test_draft.py",
    "revision-unknown": "tests/history",
    "revision-unrelated": "tests/history",
    "root-missing": "tests/mirror/test_refusals.py",
    "search-index-not-written": "tests/search/test_index.py",
    "search-texts-wrong": "tests/search/test_reading.py",
    "settings-wrong": "tests/sites/test_settings.py",
    "site-id-wrong": "tests/sites/pages/test_conventions.py",
    "site-not-in-parts": "tests/sites/shards/test_merge.py",
    "site-not-signed": "tests/mirror/test_sync.py",
    "site-not-written": "tests/sites/test_build.py",
    "source-unreachable": "tests/trust/test_trust.py",
    "start-refused": "tests/starting/test_place.py",
    "workbook-unreadable": "tests/workbook/test_read.py",
    "worker-differs": "tests/sites/test_shared.py",
    "worker-lost": "tests/sites/test_workers.py",
}


def test_every_code_has_a_broken_sample_or_a_test_of_its_own() -> None:
    declared = {code.name for codes in codes_by_area().values() for code in codes}
    samples = {sample.name for sample in BROKEN.iterdir()}

    assert declared - samples == set(RAISED_ELSEWHERE)
    assert samples <= declared


@pytest.mark.parametrize(("code", "place"), sorted(RAISED_ELSEWHERE.items()))
def test_code_without_a_sample_is_named_in_its_test(code: str, place: str) -> None:
    path = BROKEN.parents[2] / place
    texts = [file.read_text("utf-8") for file in ([path] if path.is_file() else path.glob("*.py"))]

    assert any(code in text for text in texts)
