"""Scripts and style sheets hold nothing that the oldest browsers (theme/browsers.yml) lack."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from disclosure.given import Given
from disclosure.marked import load_marked

ROOT = Path(__file__).parents[2]
THEME = ROOT / "theme"
STATIC = THEME / "static"
BROWSERS = load_marked(ROOT / "theme" / "browsers.yml", "theme/browsers.yml")
SCRIPTS = sorted([*(STATIC / "js").glob("*.js"), *(THEME / "scripts" / "search").glob("*.js")])
STYLES = sorted((STATIC / "css").glob("*.css"))
# Comments, and in scripts texts and templates; the quotes of a text stay.
OF_SCRIPTS = re.compile(
    r"""/\*.*?\*/|(?<!:)//[^\n]*|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`""",
    re.DOTALL,
)
OF_STYLES = re.compile(r"""/\*.*?\*/|"[^"\n]*"|'[^'\n]*'""", re.DOTALL)

# One line of each kind that must be refused: a pattern that finds nothing would be no check.
REFUSED = {
    "可选链 ?.": "var a = b?.c;",
    "空值合并 ??": "var a = b ?? c;",
    "逻辑赋值 ||=、&&=": "a ||= b;",
    "模块 import、export": 'import a from "a";',
    "顶层 await": "await a;",
    "私有成员、静态块": "  this.#a = 1;",
    "数字分隔符 1_000": "var a = 1_000;",
    "大整数 1n": "var a = 1n;",
    "省略绑定的 catch": "try { a(); } catch { b(); }",
    "正则的后行断言和命名组": "var a = /(?<=b)c/;",
    "replaceAll、matchAll、at、trimStart、trimEnd": "a.at(-1);",
    "flat、flatMap、findLast、toSorted、toReversed、with": "a.flat();",
    "Object.fromEntries、Object.hasOwn、Object.groupBy": "Object.fromEntries(a);",
    "Promise.allSettled、Promise.any、Promise.withResolvers": "Promise.any(a);",
    "globalThis、structuredClone、queueMicrotask": "globalThis.a = 1;",
    "replaceChildren、toggleAttribute": "a.replaceChildren(b);",
    "ResizeObserver": "new ResizeObserver(a);",
    ":has()": "a:has(b) { color: red; }",
    "嵌套规则 &": "a {\n  &:hover { color: red; }\n}",
    "容器查询": "@container (min-width: 1px) { }",
    "@layer、@scope、@property、@starting-style": "@layer base { }",
    "比较式媒体查询": "@media (width >= 40em) { }",
    "color-mix()、light-dark() 和新色彩空间": "a { color: oklch(0.5 0.1 20); }",
    "subgrid、masonry": "a { grid-template-columns: subgrid; }",
    "dvh、svh、lvh、cqw 等单位": "a { height: 100dvh; }",
    "aspect-ratio": "a { aspect-ratio: 1; }",
    ":not() 中写多个选择器": "a:not(.b, .c) { color: red; }",
    "overflow: clip": "a { overflow: clip; }",
    "锚点定位": "a { anchor-name: --b; }",
}
ALLOWED = {
    "scripts": """
        "use strict"; // not ?. or ??
        var a = b ? .5 : c; const { d, ...rest } = e; const f = (g) => g ** 2;
        async function h() { await i(); } class J { constructor() { this.k = 1; } }
        try { l(); } catch (refused) { m(); } "o?.p".replace(/[#?].*$/, ""); q.padEnd(12, "0");
    """,
    "styles": """
        /* :has() */ a:not(.b):focus-visible > :where(ul, ol) { padding-block: var(--s1) 0; }
        @media (min-width: 40em) { a { gap: 1rem; width: min(100%, 20rem); content: "&"; } }
    """,
}


def features(part: str) -> list[tuple[str, re.Pattern[str]]]:
    """Return the newer features of scripts or styles with their patterns."""
    given = BROWSERS.get(part)
    assert given is not None
    assert given.items
    return [(one.text_of("name"), pattern_of(one)) for one in given.items]


def pattern_of(given: Given) -> re.Pattern[str]:
    return re.compile(given.text_of("pattern"), re.MULTILINE)


def found_in(text: str, part: str) -> list[str]:
    """Return the newer features a script or style sheet uses, with their lines."""
    quiet = OF_SCRIPTS if part == "scripts" else OF_STYLES
    bare = quiet.sub(lambda match: "\n" * match[0].count("\n") + '""', text)
    return [
        f"{bare.count(chr(10), 0, match.start()) + 1}: {name}"
        for name, pattern in features(part)
        for match in pattern.finditer(bare)
    ]


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.name)
def test_script_runs_in_the_oldest_browsers(script: Path) -> None:
    assert found_in(script.read_text("utf-8"), "scripts") == []


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.name)
def test_script_is_read_to_its_end(script: Path) -> None:
    text = script.read_text("utf-8").rstrip("\n")

    assert len(found_in(f"{text}a?.b", "scripts")) == 1


@pytest.mark.parametrize("sheet", STYLES, ids=lambda path: path.name)
def test_style_sheet_is_understood_by_the_oldest_browsers(sheet: Path) -> None:
    assert found_in(sheet.read_text("utf-8"), "styles") == []


@pytest.mark.parametrize("part", ["scripts", "styles"])
def test_each_newer_feature_is_found_where_it_is_used(part: str) -> None:
    names = [name for name, _ in features(part)]

    missed = [
        name for name in names if not any(name in one for one in found_in(REFUSED[name], part))
    ]

    assert missed == []


@pytest.mark.parametrize("part", ["scripts", "styles"])
def test_what_the_oldest_browsers_know_is_let_through(part: str) -> None:
    assert found_in(ALLOWED[part], part) == []


def test_the_page_on_deployment_names_every_browser_and_every_feature() -> None:
    page = (ROOT / "docs" / "deploy.zh.md").read_text("utf-8")
    oldest = BROWSERS.get("oldest")
    assert oldest is not None

    rows = [
        f"| {one.text_of('browser')} | {one.text_of('script')} | {one.text_of('style')} |"
        for one in oldest.items or ()
    ]
    names = [name for part in ("scripts", "styles") for name, _ in features(part)]

    assert rows
    assert [row for row in rows if row not in page] == []
    assert [name for name in names if f"`{name}`" not in page] == []
