"""The engine over the texts of one site: nothing else is needed for its own search."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from disclosure.search.document import Document, Table
from disclosure.search.tokens import normal
from tests.search.asking import Place, ask, ask_all, check_exact, names, put_site
from tests.search.corpus import make_documents, make_queries
from tests.search.documents import VILLAGE

pytestmark = pytest.mark.node

QUERIES = 400


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Place:
    return put_site(tmp_path_factory.mktemp("site"), VILLAGE, make_documents(160, 1))


def put_one(root: Path, title: str, body: str = "", **fields: object) -> Place:
    one = Document("articles/a", title, "2026-03-05", body=body)
    return put_site(root, VILLAGE, [replace(one, **fields)])


@pytest.mark.slow
def test_finds_what_has_the_text_scored_as_in_one_whole_index(site: Place) -> None:
    queries = make_queries(list(site.live.values()), QUERIES, 2)

    assert check_exact(site, queries) > QUERIES / 4


@pytest.mark.parametrize(
    ("text", "found", "missed"),
    [
        ("政务公开要点", ["政务公开", "务公", "公开要点"], ["村务公开", "政公", "开公"]),
        ("村务，公开", ["村务 公开", "村务、公开"], ["村务公开"]),
        ("2024年第3组", ["2024年", "第3组", "024年", "3组", "024"], ["第32", "24年", "202 5"]),
        ("编号1234567号", ["345", "3456", "34567", "1234567", "567号"], ["346", "67号"]),
        ("金额1.5万元，2026-11-21", ["1.5", "1.5万", "2026-11-21"], ["1 .6", "2026-21-11", "15万"]),
        ("土地確權", ["土地确权", "確權", "确權"], ["土地权确"]),
        ("土地确权", ["土地確權"], []),
        ("𠮷野家和𡈽门，\ue123号", ["𠮷野", "家和𡈽", "\ue123号", "𠮷"], ["𠮷家"]),
        ("ＡＢＣ村Ｗｉ－Ｆｉ", ["abc", "ABC村", "wi-fi", "ab*", "AB＊"], ["ab", "bc村", "b*"]),
        ("村", ["村"], ["寸"]),
    ],
)  # fmt: skip
def test_is_found_by(tmp_path: Path, text: str, found: list[str], missed: list[str]) -> None:
    place = put_one(tmp_path, text)

    answers = ask(place, *found, *missed)

    modes = [answer["mode"] for answer in answers]
    assert modes[: len(found)] == ["and"] * len(found)
    assert "and" not in modes[len(found) :]


def test_one_character_is_found_in_titles_and_where_it_stands_alone(tmp_path: Path) -> None:
    documents = [
        Document("articles/a", "林权", "2026-01-01"),
        Document("articles/b", "其他", "2026-01-02", body="甲、林、乙"),
        Document("articles/c", "其他", "2026-01-03", body="林木采伐"),
    ]

    [answer] = ask(put_site(tmp_path, VILLAGE, documents), "林")

    assert names(answer) == [f"{VILLAGE}/articles/a", f"{VILLAGE}/articles/b"]


def test_marks_stand_in_the_text_as_it_was_written(tmp_path: Path) -> None:
    place = put_one(tmp_path, "①𠮷：土地確權，ﬁne 土地确权", "㈱土地确权㎡")

    [answer] = ask(place, "土地确权 fin")
    [exact] = ask(place, "土地确权")

    [one] = exact["results"]
    assert one["marks"] == {"title": [[4, 8], [13, 17]], "summary": [[1, 5]]}
    assert answer["mode"] == "or"


def test_marks_of_pieces_that_overlap_are_one(tmp_path: Path) -> None:
    [answer] = ask(put_one(tmp_path, "村务公开栏"), "村务公 务公开")

    assert answer["results"][0]["marks"]["title"] == [[0, 4]]


def test_summary_shows_the_line_of_the_hit_cut_around_it(tmp_path: Path) -> None:
    body = "第一行\n" + "前" * 80 + "危房改造" + "后" * 80

    [answer] = ask(put_one(tmp_path, "标题", body), "危房")

    [one] = answer["results"]
    assert one["summary"] == "…" + "前" * 15 + "危房改造" + "后" * 41 + "…"
    assert one["marks"]["summary"] == [[16, 18]]


def test_hit_in_a_table_names_its_row(tmp_path: Path) -> None:
    tables = (Table("households", 1, 3), Table("roads", 5, 2))
    body = "说明\n张三 低保\n李四 五保\n王五 危房\n小结\n东街 硬化\n西街 硬化"
    place = put_one(tmp_path, "名单", body, kind="table", tables=tables)

    answers = ask(place, "五保", "西街 硬化", "小结", "名单")

    assert [answer["results"][0]["row"] for answer in answers] == [
        {"anchor": "households", "row": 2},
        {"anchor": "roads", "row": 2},
        None,
        None,
    ]


def test_results_of_a_day_stand_by_address_and_newer_ones_before(tmp_path: Path) -> None:
    days = {"b": "2026-01-02", "a": "2026-01-02", "c": "2026-01-03", "d": "2025-12-31"}
    documents = [Document(f"articles/{name}", "村务公开", day) for name, day in days.items()]
    place = put_site(tmp_path, VILLAGE, documents)

    by_rank, by_date = ask(place, "村务")[0], ask(place, "村务", sort="date")[0]

    assert [name[-1] for name in names(by_rank)] == ["c", "a", "b", "d"]
    assert [name[-1] for name in names(by_date)] == ["c", "a", "b", "d"]


def test_by_date_the_title_counts_no_more_than_the_day(tmp_path: Path) -> None:
    documents = [
        Document("articles/a", "村务公开", "2026-01-02"),
        Document("articles/b", "其他", "2026-01-03", body="村务公开"),
    ]
    place = put_site(tmp_path, VILLAGE, documents)

    assert [name[-1] for name in names(ask(place, "村务")[0])] == ["a", "b"]
    assert [name[-1] for name in names(ask(place, "村务", sort="date")[0])] == ["b", "a"]


def test_filters_leave_what_they_name_and_counts_show_the_other_choices(site: Place) -> None:
    fields = {"counts": True, "kind": "notice", "year": "2026"}
    live = site.live
    found = site.find("公开")

    [answer] = ask(site, "公开", **fields)

    chosen = {
        name for name in found if live[name].kind == "notice" and live[name].date[:4] == "2026"
    }
    assert 0 < len(chosen) < len(found)
    assert set(names(answer)) == chosen
    assert (
        answer["total"] == len(chosen) == sum(count for _, count in answer["counts"]["divisions"])
    )
    kinds = [live[name].kind for name in found if live[name].date[:4] == "2026"]
    years = [live[name].date[:4] for name in found if live[name].kind == "notice"]
    assert dict(answer["counts"]["kinds"]) == {kind: kinds.count(kind) for kind in kinds}
    assert dict(answer["counts"]["years"]) == {year: years.count(year) for year in years}


@pytest.mark.parametrize(
    ("field", "value", "codes"),
    [("category", "E0203", {"E0203"}), ("group", "E02", {"E0202", "E0203"}), ("group", "E", set())],
)
def test_category_and_group(site: Place, field: str, value: str, codes: set[str]) -> None:
    [answer] = ask(site, "公开", **{field: value})

    true = {name for name in site.find("公开") if site.live[name].category in codes}
    assert set(names(answer)) == true


def test_filtered_scores_are_those_of_the_whole(site: Place) -> None:
    [whole], [part] = ask(site, "公开"), ask(site, "公开", year="2026")

    scores = {one["address"]: one["score"] for one in whole["results"]}
    assert part["results"]
    assert all(scores[one["address"]] == one["score"] for one in part["results"])


def test_of_very_many_every_page_can_be_opened(tmp_path: Path) -> None:
    documents = [
        Document(
            f"articles/{number:04}",
            "公示",
            f"2026-01-{number % 28 + 1:02}",
            body="低保" * (number % 3 + 1),
        )
        for number in range(2400)
    ]
    others = [Document(f"guides/{number}", "指南", "2026-02-01") for number in range(100)]

    first, last = (
        ask(put_site(tmp_path, VILLAGE, documents + others), "低保", page=page)[0]
        for page in (1, 240)
    )

    assert (first["total"], last["total"], last["page"]) == (2400, 2400, 240)
    order = sorted(range(2400), key=lambda number: (-(number % 3), -(number % 28), number))
    shown = [int(one["address"][-4:]) for one in first["results"] + last["results"]]
    assert shown == order[:10] + order[-10:]
    assert first["said"] == []


def test_where_all_together_find_nothing_the_rarest_pieces_are_looked_for(tmp_path: Path) -> None:
    documents = [
        *(Document(f"articles/{number}", "村务公开", "2026-01-01") for number in range(5)),
        Document("articles/x", "危房改造", "2026-01-01"),
    ]
    place = put_site(tmp_path, VILLAGE, documents)

    pieces, phrase, nothing = ask(place, "危房改造 村务公开 龙舟", "危房补助", "龙舟竞渡")

    assert (pieces["mode"], pieces["pieces"], pieces["total"]) == (
        "or",
        ["危房改造", "村务公开"],
        6,
    )
    assert names(pieces)[0] == f"{VILLAGE}/articles/x"
    assert (phrase["mode"], phrase["pieces"], phrase["total"]) == ("or", ["危房"], 1)
    assert (nothing["mode"], nothing["total"], nothing["results"]) == ("none", 0, [])


def test_sixteen_tokens_are_looked_for_and_the_rest_is_said(tmp_path: Path) -> None:
    text = "".join(chr(0x4E00 + number) for number in range(60))

    [answer] = ask(put_one(tmp_path, text), text)

    assert answer["pieces"] == [normal(text)[:32]]
    assert answer["said"] == [f"检索词太长，只按“{normal(text)[:32]}”检索"]
    assert answer["mode"] == "and"


def test_pages_of_results_follow_each_other(site: Place) -> None:
    requests = [{"q": "公开", "page": page} for page in (1, 2, 10**9, "2", -1, "x", None)]

    answers = ask_all(site, requests)["answers"]

    assert [answer["page"] for answer in answers] == [
        1,
        2,
        (answers[0]["total"] + 9) // 10,
        2,
        1,
        1,
        1,
    ]
