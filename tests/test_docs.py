from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from commands.reference import documents
from disclosure.catalogue import PRODUCT, Key
from disclosure.catalogue.keys import load_keys
from disclosure.catalogue.table import load_tables
from disclosure.problem import Code
from disclosure.rules.all import all_rules
from disclosure.rules.reference import codes_by_area, declared_codes, waiting_rules
from tasks import program
from tests.rules.verbs import check_clean

ROOT = Path(__file__).parents[1]
# Half-width marks in Chinese prose; a comma or colon with a blank behind it is YAML to be typed.
HALF_WIDTH = re.compile(
    r"[\u4e00-\u9fff”}][,;!?](?! )|[,;!?][\u4e00-\u9fff]|[\u4e00-\u9fff][()]|[()][\u4e00-\u9fff]"
)
CODES = [code for _, code in declared_codes()]


@pytest.mark.parametrize(
    "name",
    ["docs/cli.md", "docs/fields.zh.md", "docs/problems.md", "theme/static/js/folding.js"],
)
def test_generated_file_is_current(name: str) -> None:
    written = (ROOT / name).read_text("utf-8")

    assert written == documents(program)[name], "run tasks.py docs"


def test_every_command_is_documented() -> None:
    page = (ROOT / "docs/cli.md").read_text("utf-8")

    headings = re.findall(r"^## tasks\.py (.+)$", page, re.MULTILINE)

    assert headings == [
        "annual-report", "annual-report draft", "build", "build merge", "bundle", "catalogue",
        "catalogue check", "catalogue show", "check", "due", "export", "export zim", "export zip",
        "import", "import excel", "init", "keys", "keys make", "keys replace", "keys show", "new",
        "preview", "serve", "template",
        "verify",
    ]  # fmt: skip
    assert set(program.commands) - {"docs"} == {name.split()[0] for name in headings}


def test_every_code_has_one_declaration() -> None:
    counts = Counter(code.name for code in CODES)

    assert {name: count for name, count in counts.items() if count > 1} == {}


@pytest.mark.parametrize("code", CODES, ids=lambda code: code.name)
def test_every_code_is_documented_under_its_anchor(code: Code) -> None:
    page = (ROOT / "docs/problems.md").read_text("utf-8")

    assert f"\n### {code.name}\n" in page


@pytest.mark.parametrize("code", CODES, ids=lambda code: code.name)
def test_every_code_is_well_formed(code: Code) -> None:
    assert re.fullmatch(r"[a-z][a-z0-9]*(-[a-z0-9]+)+", code.name)
    assert all((code.zh, code.en, code.hint_zh, code.hint_en))
    assert re.search(r"[\u4e00-\u9fff]", code.zh)
    assert not re.search(r"[\u4e00-\u9fff]", code.en)
    assert not code.zh.endswith("。")
    assert HALF_WIDTH.search(code.zh) is None
    assert HALF_WIDTH.search(code.hint_zh) is None


def test_every_code_of_a_rule_is_gathered() -> None:
    of_rules = {code.name for rule in all_rules() for code in rule.codes}

    assert of_rules <= {code.name for code in CODES}
    assert of_rules <= {code.name for codes in codes_by_area().values() for code in codes}


def test_table_rules_that_wait_say_for_what(tmp_path: Path) -> None:
    (tmp_path / "catalogue").mkdir()
    rules = (PRODUCT / "catalogue" / "table_rules.csv").read_text("utf-8")
    waiting = rules.replace(",checkable\n", ",not-checkable-yet: no column of soil\n", 1)
    (tmp_path / "catalogue" / "table_rules.csv").write_text(waiting, "utf-8")

    ((code, rule, missing),) = waiting_rules(tmp_path)

    assert (code, missing) == ("asset-net-value", "no column of soil")
    assert rule


def test_no_table_rule_waits() -> None:
    assert waiting_rules(PRODUCT) == ()


KEYS = load_keys(PRODUCT, load_tables(PRODUCT))


def names(keys: dict[str, Key], above: str = "") -> list[str]:
    """Return every key as the page writes it: `notice.from` for a field of a map.

    Blocks that take the columns of a standard table name the table instead.
    """
    found = []
    for key in keys.values():
        found.append(above + key.name)
        if not key.table:
            found += names(key.fields, f"{above}{key.name}.")
    return found


@pytest.mark.parametrize("name", names(KEYS))
def test_every_key_is_in_the_guide_to_formats(name: str) -> None:
    page = (ROOT / "docs/formats.md").read_text("utf-8")

    assert f"`{name}`" in page


def test_the_guide_to_formats_names_no_key_we_do_not_have() -> None:
    page = (ROOT / "docs/formats.md").read_text("utf-8")
    table = page.partition("<!-- keys -->")[2].partition("<!-- /keys -->")[0]
    named = re.findall(r"^\| `([a-z_.]+)`", table, re.MULTILINE)

    assert named == names(KEYS)


@pytest.mark.parametrize("page", sorted((ROOT / "docs").rglob("*.md")), ids=lambda path: path.name)
def test_links_of_a_page_lead_somewhere(page: Path) -> None:
    text = re.sub(r"```.*?```|`[^`\n]*`", "", page.read_text("utf-8"), flags=re.DOTALL)
    targets = re.findall(r"(?<!\\)\]\(([^)#:]+)(?:#[^)]*)?\)", text)

    missing = [target for target in targets if not (page.parent / target).exists()]

    assert missing == []


def test_the_example_of_the_guide_is_clean() -> None:
    page = (ROOT / "docs/formats.md").read_text("utf-8")
    example = page.partition("```markdown\n---\n")[2].partition("```\n")[0]

    check_clean("---\n" + example)
