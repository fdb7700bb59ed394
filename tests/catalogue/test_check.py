from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from disclosure.catalogue import PRODUCT
from disclosure.catalogue.check import check_catalogue, check_loaded
from disclosure.problem import DisclosureError
from tests.catalogue.mended import copy_standard, mend
from tests.rules.verbs import SMALL


def codes(root: Path) -> list[str]:
    return sorted({problem.code for problem in check_catalogue(root)})


def loaded_codes(root: Path) -> set[str]:
    """Return what is found without frictionless, which takes a second to read the whole."""
    try:
        return {problem.code for problem in check_loaded(root, root)}
    except DisclosureError as error:
        return {problem.code for problem in error.problems}


def test_standard_of_the_product_is_clean() -> None:
    root = PRODUCT

    problems = check_catalogue(root)

    assert problems == ()


def test_root_with_registers_of_its_own_is_clean() -> None:
    root = SMALL

    problems = check_catalogue(root)

    assert problems == ()


def test_registers_of_a_root_follow_the_schema_of_the_standard(tmp_path: Path) -> None:
    shutil.copytree(SMALL / "catalogue", tmp_path / "catalogue")
    mend(tmp_path, "publishers.csv\t,supervision,\t,watchdog,")

    problems = check_catalogue(tmp_path)

    assert {problem.code for problem in problems} >= {"publisher-row-wrong"}
    assert {problem.file for problem in problems} == {"catalogue/publishers.csv"}


def test_missing_register_is_a_problem(tmp_path: Path) -> None:
    shutil.copytree(SMALL / "catalogue", tmp_path / "catalogue")
    (tmp_path / "catalogue" / "divisions.csv").unlink()

    found = codes(tmp_path)

    assert found == ["catalogue-invalid", "register-unreadable"]


def test_finding_names_file_line_and_field(tmp_path: Path) -> None:
    root = mend(
        copy_standard(tmp_path), "element_bindings.csv\t^(E0203,6,.*),closing,\t\\1,closeing,"
    )
    lines = (root / "catalogue" / "element_bindings.csv").read_text("utf-8").split("\n")

    (problem,) = check_loaded(root, root)

    assert (problem.code, problem.field) == ("binding-target-unknown", "target")
    assert problem.file == "catalogue/element_bindings.csv"
    assert lines[problem.line - 1].startswith("E0203,6,")


def test_relaxed_override_below_the_law_is_found(tmp_path: Path) -> None:
    shutil.copytree(SMALL / "catalogue", tmp_path / "catalogue")
    folder = tmp_path / "catalogue" / "overrides"
    folder.mkdir()
    text = "- {category: E0203, period: yearly, reason: 业务量小, document: 东财发〔2026〕1号}\n"
    (folder / "990101.yml").write_text(text, "utf-8")

    found = codes(tmp_path)

    assert found == ["override-below-law"]


@pytest.mark.parametrize(
    ("table", "code"),
    [
        ("groups.csv\t机构与人员\t机构与编制", "category-inconsistent"),
        ("categories.csv\t^(E0911,.*);mask_name;donor_consent\t\\1;no_person_name;donor_consent",
         "privacy-rules-contradict"),
        ("element_bindings.csv\t^(E0207,2,.*),post,\t\\1,person_masked,", "binding-target-unknown"),
        ("element_bindings.csv\t^(S0101,1,.*),,,$\t\\1,org_name,,", "binding-target-unknown"),
        ("element_aliases.csv\t^信息来源,S1102,\t信息来历,S1102,", "alias-target-unknown"),
        ("table_rules.csv\trules:election-turnout\trules:election-turnouts",
         "table-rule-input-unknown"),
        ("table_rules.csv\tdescriptor:controls.rows\tdescriptor:controls.lines",
         "table-rule-input-unknown"),
        ("tables/payment_roster.yaml\troster-amount-due\troster-amount-dues",
         "table-reference-unknown"),
        ("tables/village_summary.yaml\t    - transfer_in$\t    - transferred_in",
         "table-reference-unknown"),
        ("rules/review.yml\ttrust: P\ttrust: Q", "vocabulary-unknown"),
        ("rules/review.yml\tvalue: true\tvalue: yes", "legal-figure-wrong"),
        ("rules/village_affairs.yml\tvalue: '2/3'\tvalue: 0.67", "legal-figure-wrong"),
    ],
)  # fmt: skip
def test_spoilt_standard_is_found(tmp_path: Path, table: str, code: str) -> None:
    root = mend(copy_standard(tmp_path), table)

    found = loaded_codes(root)

    assert code in found


@pytest.mark.parametrize("file", ["categories.csv", "keys.yml", "schemas/groups.yaml"])
@pytest.mark.parametrize("data", [b"", b"\xff\xfe\x00[1,2"])
def test_unreadable_file_is_a_problem_and_no_traceback(
    tmp_path: Path, file: str, data: bytes
) -> None:
    root = copy_standard(tmp_path)
    (root / "catalogue" / file).write_bytes(data)

    problems = check_catalogue(root)

    assert problems
