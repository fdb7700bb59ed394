"""Writes one generated entry as text: front matter in the product's format and a body to read."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

from msgspec import Struct

from bench.places import Place
from bench.tables import MAKERS, TABLES
from bench.timing import AS_OF, ONE_DAY, Moment, last_workday
from bench.wording import FILLERS, GROUPS, ITEMS, REVIEWS, ROADS, THINGS, WRITERS, Recipe
from disclosure.catalogue import Kind
from disclosure.rules.facts import Facts

MARK = "（生成的测试数据）"
WITHDRAWN_SHARE = 0.006
WITHDRAWN_AFTER = timedelta(days=45)
DESCRIPTOR = """\
$schema: 'https://datapackage.org/profiles/2.0/datapackage.json'
name: {name}
{head}description: {description}
resources:
  - name: rows
    path: rows.csv
    type: table
    format: csv
    encoding: utf-8
    schema: 'table:{table}'
"""
GUIDE = """\
guide:
  item_code: BZ-{c}-{f}
  item_name: 高龄津贴资格确认
  item_type: 行政给付
  body: {body}
  handling_level: {level}
  conditions: 年满八十周岁，户籍在{p}。
  materials: 身份证明和户籍证明，现场核验，不留复印件。
  flow: 申请、核对、确认、按月发放。
  legal_days: {b}
  promised_days: {a}
  fee: 不收费
  address: {p}政务服务点1号
  open_hours: 工作日9:00—12:00，13:30—17:30
  phone: {phone}
  complaint_phone: {phone}
  updated_on: {formed}
"""
LETTER = """\
letter:
  number: 信〔{y}〕{serial}号
  received_on: {received}
  summary: {road}{thing}损坏{a}处，夜间出行不便，希望尽快修复并说明由谁管护。
  unit: {body}
  replied_on: {formed}
  reply: 经现场核实，损坏{a}处属实，已于{m}月{d}日前全部修复，今后由{body}每季度检查一次。
"""
VOTE = """\
vote:
  ballot_id: BZ-{y}-{serial}
  title: {subject}
  ballot_type: {type}
  held_on: {formed}
  eligible: {eligible}
  present: {present}
  proxies: 0
  issued: {present}
  returned: {present}
  valid: {valid}
  invalid: {invalid}
  max_choices: 1
  options:
    - {{option_no: 1, option_label: {yes}, votes: {for_it}, passed: true}}
    - {{option_no: 2, option_label: {no}, votes: {against}, passed: false}}
    - {{option_no: 3, option_label: {rest}, votes: {others}, passed: false}}
"""


class Draft(Struct, frozen=True):
    """One entry to write: what it is, where it stands and when; `serial` counts in its division."""

    place: Place
    recipe: Recipe
    moment: Moment
    serial: int

    @property
    def name(self) -> str:
        """The file name: by period where there is one, else by number."""
        base = self.recipe.category.lower()
        if self.moment.period:
            return f"{base}-{str(self.moment.period).lower()}"
        return f"{base}-{self.serial:04}"


def write_entry(draft: Draft, earlier: tuple[str, ...], facts: Facts, rng: Random) -> str:
    """Return the text of a Markdown entry; `earlier` are addresses it may link to."""
    words = words_for(draft, rng)
    recipe, moment = draft.recipe, draft.moment
    head = [header(draft, words, facts, rng)]
    gone = moment.published + WITHDRAWN_AFTER
    may_go = recipe.kind is Kind.ARTICLES and not moment.period and gone <= AS_OF
    if may_go and rng.random() < WITHDRAWN_SHARE:
        head.append(f"withdrawn: {{date: {gone.isoformat()}, reason: 数字有误，已重新发布}}\n")
        return "---\n" + "".join(head) + "---\n"
    if recipe.block:
        head.append(block(draft, words, rng))
    if recipe.elements:
        head.append("elements:\n")
        head += [f"  {name}: {text.format_map(words)}\n" for name, text in recipe.elements]
    return "---\n" + "".join(head) + "---\n" + body(draft, words, earlier, rng)


def write_package(draft: Draft, facts: Facts, rng: Random) -> tuple[str, str]:
    """Return descriptor and table of a data package."""
    words = words_for(draft, rng)
    columns, rows = MAKERS[draft.recipe.table](draft.place, draft.moment, draft.serial)
    descriptor = DESCRIPTOR.format(
        name=draft.name,
        head=header(draft, words, facts, rng),
        description=rng.choice(FILLERS).format_map(words),
        table=TABLES[draft.recipe.table],
    )
    return descriptor, "".join(",".join(row) + "\n" for row in (columns, *rows))


def words_for(draft: Draft, rng: Random) -> dict[str, object]:
    """Return what the templates of an entry are filled with."""
    place, moment, random = draft.place, draft.moment, rng.random
    formed = moment.formed
    people = "村民" if place.bodies[place.main].endswith("村民委员会") else "居民"
    return {
        "p": place.name,
        "body": place.bodies[place.main],
        "phone": place.phone,
        "people": people,
        "y": formed.year,
        "m": formed.month,
        "d": formed.day,
        "formed": formed.isoformat(),
        "per": moment.period.zh if moment.period else "",
        "event": day_zh(moment.event) if moment.event else "",
        "level": place.level.value,
        "road": ROADS[int(random() * len(ROADS))],
        "thing": THINGS[int(random() * len(THINGS))],
        "group": GROUPS[int(random() * len(GROUPS))],
        "a": 2 + int(random() * 8),
        "b": 11 + int(random() * 88),
        "c": 103 + int(random() * 887),
        "f": 1200 + int(random() * 8601),
        "serial": f"{draft.serial:04}",
    }


def day_zh(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"


def header(draft: Draft, words: dict[str, object], facts: Facts, rng: Random) -> str:
    """Return the keys every entry has, those of its trigger, and its notice."""
    place, moment, recipe = draft.place, draft.moment, draft.recipe
    title = recipe.title.format_map(words) + (MARK if place.is_real else "")
    minute = int(rng.random() * 48)
    lines = [
        f"title: {title}",
        f"category: {recipe.category}",
        f"date: {moment.published.isoformat()} {9 + minute // 6:02}:{minute % 6}0",
        f"publisher: {place.bodies[place.main]}",
    ]
    if moment.period:
        lines.append(f"period: {moment.period}")
    elif moment.event:
        lines.append(f"event_on: {moment.event.isoformat()}")
    else:
        lines.append(f"formed_on: {moment.formed.isoformat()}")
    if recipe.kind is Kind.NOTICES and moment.notice_to:
        lines.append(
            f"notice: {{from: {moment.published.isoformat()}, to: {moment.notice_to.isoformat()}, "
            f"objections: 书面或者电话向公布的电话反映, phone: {place.phone}}}"
        )
    if rng.random() < 0.05:
        lines.append("share: [up]")
    reviewed = max(moment.formed, last_workday(moment.published - ONE_DAY, facts))
    watch = place.bodies.get("supervision", place.name + "办公室")
    lines.append(f"author: {WRITERS[int(rng.random() * len(WRITERS))]}")
    lines.append(
        f"review: {{by: {watch}, date: {min(reviewed, moment.published).isoformat()}, "
        f"basis: {REVIEWS[int(rng.random() * len(REVIEWS))]}}}"
    )
    return "\n".join(lines) + "\n"


def block(draft: Draft, words: dict[str, object], rng: Random) -> str:
    """Return the front-matter block of a guide, a letter or a vote."""
    if draft.recipe.block == "guide":
        return GUIDE.format_map(words)
    if draft.recipe.block == "letter":
        received = draft.moment.formed - timedelta(days=5 + int(rng.random() * 5))
        return LETTER.format_map(words | {"received": received.isoformat()})
    is_survey = draft.recipe.block == "vote-survey"
    eligible = 40 + int(rng.random() * 30)
    present = eligible - int(rng.random() * 8)
    invalid = int(rng.random() * 3)
    against, others = 1 + int(rng.random() * 4), int(rng.random() * 4)
    meeting = f"{words['people']}代表会议"
    subject = draft.recipe.title.format_map(words) + (MARK if draft.place.is_real else "")
    labels = ("满意", "基本满意", "不满意") if is_survey else ("同意", "反对", "弃权")
    return VOTE.format_map(
        words
        | {
            "subject": subject,
            "type": "满意度测评" if is_survey else meeting,
            "eligible": eligible,
            "present": present,
            "valid": present - invalid,
            "invalid": invalid,
            "yes": labels[0],
            "no": labels[1],
            "rest": labels[2],
            "for_it": present - invalid - against - others,
            "against": against,
            "others": others,
        }
    )


def body(draft: Draft, words: dict[str, object], earlier: tuple[str, ...], rng: Random) -> str:
    """Return the body: required headings, paragraphs, and now and then a list, a table, a link."""
    random = rng.random
    fillers = rng.sample(FILLERS, 4)
    parts = [fillers[0].format_map(words) + fillers[1].format_map(words)]
    for name, text in draft.recipe.headings:
        parts.append(f"## {name}\n\n{text.format_map(words)}")
    if not draft.recipe.headings:
        parts.append("## 办理情况\n\n" + fillers[2].format_map(words))
    chance = random()
    if chance < 0.4:
        items = "；\n- ".join(item.format_map(words) for item in rng.sample(ITEMS, 3))
        parts.append(f"办理中坚持三条：\n\n- {items}。")
    elif chance < 0.6:
        rows = "\n".join(
            f"| {group} | {11 + int(random() * 88)} | {2 + int(random() * 9)} |"
            for group in GROUPS[:3]
        )
        parts.append(f"| 小组 | 户数 | 件数 |\n| --- | ---: | ---: |\n{rows}")
    if len(draft.recipe.headings) < 4:
        parts.append(fillers[3].format_map(words))
    if earlier and random() < 0.3:
        address = earlier[int(random() * len(earlier))]
        parts.append(f"此前公开的情况见[本站有关内容](division:{draft.place.code}/{address})。")
    return "\n\n".join(parts) + "\n"
