"""专项资金: each project from the decision to the acceptance, and no step made up."""

from __future__ import annotations

from pathlib import Path

from disclosure.sites.pages.money.decisions import read_decisions
from disclosure.sites.pages.money.fund import FundYear, view_fund
from tests.sites.pages.ledgers import package, vote
from tests.sites.small_site import village_site

PROJECTS = (
    "division_code,budget_year,project_no,project_name,project_class,proposed_households,ballot_id,"
    "rank,budget_amount,decided_on,accepted_on,acceptors,settled_amount,appraisal_yes,"
    "appraisal_total,status\n"
    "990101100201,2026,JC26-02,修晒场,公共设施,40,JC-2026-01,2,20000.00,2026-08-01,,,,,,已议决\n"
    "990101100201,2026,JC26-01,装路灯,基础设施,90,JC-2026-01,1,50000.00,2026-08-01,2026-10-20,"
    "村务监督委员会,48000.00,38,40,已验收\n"
    "990101100201,2026,JC26-03,修水塘,农田水利,10,JC-2026-01,3,9000.00,2026-08-01,,,,,,已取消\n"
)
TENDER = (
    "division_code,project_code,lot_no,project_name,owner,funding,method,budget,bidders,winner,"
    "contract_no,contract_on,contract_amount,change_amount,paid_amount,progress\n"
    "990101100201,JC26-01,1,装路灯,甲村村民委员会,专项资金,询价,50000.00,3,云灯公司,"
    "JC-HT-01,2026-08-20,48000.00,0.00,30000.00,60\n"
)
LEDGER = (
    "division_code,budget_year,period,entry_no,entry_date,entry_kind,project_no,amount,voucher_no,"
    "payee,approval_doc,balance\n"
    "990101100201,2026,2026-Q3,1,2026-07-15,上级拨付,,80000.00,专-001,,财农〔2026〕1号,80000.00\n"
    "990101100201,2026,2026-Q3,2,2026-09-01,项目支出,JC26-01,18000.00,专-002,云灯公司,,62000.00\n"
    "990101100201,2026,2026-Q3,3,2026-09-29,项目支出,JC26-01,12000.50,专-003,云灯公司,,49999.50\n"
)
FILES = {
    **package("projects", "E0303", "fund_project", PROJECTS, "2026-08-03 09:00"),
    **package("tender", "E0304", "project_tender", TENDER, "2026-08-21 09:00"),
    **package("fund", "E0305", "fund_ledger", LEDGER, "2026-10-12 09:00"),
    **vote("JC-2026-01"),
}


def years(folder: Path, files: dict[str, str]) -> tuple[FundYear, ...]:
    site = village_site(folder, files)
    return view_fund(site, read_decisions(site))


def test_the_fund_in_sums(tmp_path: Path) -> None:
    (year,) = years(tmp_path, FILES)

    assert [(fact.label, fact.value) for fact in year.sums] == [
        ("上级拨付", "80,000.00"),
        ("项目支出", "30,000.50"),
        ("余额（2026-09-29）", "49,999.50"),
    ]


def test_a_story_runs_from_the_decision_to_the_acceptance(tmp_path: Path) -> None:
    (year,) = years(tmp_path, FILES)

    lamps = year.stories[0]
    assert lamps.number == "JC26-01"  # by rank, not by the order of the table
    assert [(step.title, step.day, step.word, step.url) for step in lamps.steps] == [
        ("议决和预算", "2026-08-01", "已公开", "data/projects.html"),
        ("招标和合同", "2026-08-20", "已公开", "data/tender.html"),
        ("付款", "2026-09-29", "已公开", "data/fund.html"),
        ("验收和结算", "2026-10-20", "已公开", "data/projects.html"),
    ]
    assert lamps.steps[0].decision
    assert lamps.steps[0].decision.url == "votes/jc-2026-01.html"
    assert [fact.value for fact in lamps.steps[2].facts] == [
        "18,000.00 元，付给云灯公司",
        "12,000.50 元，付给云灯公司",
        "30,000.50 元；合同金额 48,000.00 元",
    ]
    assert [fact.value for fact in lamps.steps[3].facts] == [
        "村务监督委员会",
        "48,000.00 元",
        "40 票中 38 票满意",
    ]


def test_a_step_of_which_nothing_is_published_says_so(tmp_path: Path) -> None:
    (year,) = years(tmp_path, FILES)

    yard = year.stories[1]
    assert [(step.title, step.word, step.url) for step in yard.steps[1:]] == [
        ("招标和合同", "未见记录", ""),
        ("付款", "未见记录", ""),
        ("验收和结算", "未见记录", ""),
    ]


def test_budget_stands_beside_spending_without_what_was_cancelled(tmp_path: Path) -> None:
    (year,) = years(tmp_path, FILES)

    assert year.chart
    assert [(pair.name, pair.part_words, pair.share) for pair in year.chart.pairs] == [
        ("装路灯", "30,000.50", "60.00%"),
        ("修晒场", "0.00", "0.00%"),
    ]
    assert "预算 70,000.00 元，已支出 30,000.50 元，占 42.86%" in year.chart.sentence


def test_a_project_published_again_is_told_as_last_published(tmp_path: Path) -> None:
    again = PROJECTS.replace("装路灯", "装太阳能路灯")
    later = package("projects-again", "E0303", "fund_project", again, "2026-09-03 09:00")

    (year,) = years(tmp_path, {**FILES, **later})

    assert [story.name for story in year.stories] == ["装太阳能路灯", "修晒场", "修水塘"]


def test_without_projects_there_is_no_story(tmp_path: Path) -> None:
    only_ledger = package("fund", "E0305", "fund_ledger", LEDGER)

    assert years(tmp_path, only_ledger) == ()
